/* read_file.h - reads a whole file. */
#ifndef EHC_UTIL_READ_FILE_H
#define EHC_UTIL_READ_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* Reads a whole file ("-": standard input) and adds a NUL after its `length` bytes. The caller frees it. NULL if it is
 * larger than `most` bytes (`too_large` is then true), or if it cannot be read (errno says why). */
char *ehc_read_file(const char *file, size_t most, size_t *length, bool *too_large);

#endif
