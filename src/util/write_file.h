/* write_file.h - a file is written whole or not at all.
 *
 * What is written goes into a temporary file beside the target, named NAME.1.tmp or with the next number that is free. Once
 * all of it is on the disk, it takes the target's name. Until then the target is what it was. Every end of the program that
 * the program sees removes the temporary file: a failure, and the signals that end it. Only SIGKILL leaves it.
 */
#ifndef EHC_UTIL_WRITE_FILE_H
#define EHC_UTIL_WRITE_FILE_H

#include <ehc/error.h>
#include <stdbool.h>
#include <stdio.h>

enum { WRITTEN_FILE_NAME = 4096 };

/* A file that is being written. It stays where it is from begin to finish or drop. Start with { 0 }. */
struct written_file {
    FILE *stream; /* NULL: not begun, or ended */
    const char *file;
    bool replace;
    char target[WRITTEN_FILE_NAME];         /* where links lead; "" where it is written in place, as a pipe is */
    char temporary[WRITTEN_FILE_NAME + 16]; /* "" where there is none */
};

/* Begins to write `file`, which is borrowed; then write to the stream. Unless `replace`, a file that is there already is an
 * error, and one that appears meanwhile is left alone. False, and `error`, where it cannot be. */
bool ehc_write_file_begin(struct written_file *written, const char *file, bool replace, struct ehc_error *error);

/* Gives the file its name. False, and `error`, where not all could be written: there is then no new file. */
bool ehc_write_file_finish(struct written_file *written, struct ehc_error *error);

/* Gives it up. Nothing happens where it was not begun, or is finished. */
void ehc_write_file_drop(struct written_file *written);

#endif
