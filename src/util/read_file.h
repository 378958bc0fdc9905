/* read_file.h - a file is read whole. */
#ifndef EHC_UTIL_READ_FILE_H
#define EHC_UTIL_READ_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* The whole of a file ("-": standard input), with a NUL after its `length` bytes; to be freed by the caller. NULL where it
 * cannot be read, which errno tells, or is larger than `most` bytes, which `too_large` tells. */
char *ehc_read_file(const char *file, size_t most, size_t *length, bool *too_large);

#endif
