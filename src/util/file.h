/* file.h - a file as a whole. */
#ifndef EHC_UTIL_FILE_H
#define EHC_UTIL_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* The whole of a file ("-": standard input), with a NUL after its `length` bytes; to be freed by the caller. NULL where it
 * cannot be read, which errno tells, or is larger than `most` bytes, which `too_large` tells. */
char *ehc_file_read(const char *file, size_t most, size_t *length, bool *too_large);

/* Writes it all, however many calls that takes; false, errno, where it cannot be. */
bool ehc_file_write(int descriptor, const char *text, size_t length);

#endif
