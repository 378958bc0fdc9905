/* write_file.h - writes a file whole or not at all.
 *
 * The content first goes into a temporary file beside the target, named NAME.1.tmp or with the next free number. When all
 * of it is on the disk, the temporary file takes the name of the target; until then the target is unchanged. If writing
 * fails, or SIGHUP, SIGINT, SIGPIPE or SIGTERM ends the program, the temporary file is removed. Another signal or a crash
 * leaves it. */
#ifndef EHC_UTIL_WRITE_FILE_H
#define EHC_UTIL_WRITE_FILE_H

#include <ehc/error.h>
#include <stdbool.h>
#include <stdio.h>

enum { WRITTEN_FILE_NAME = 4096 };

/* A file that is being written. Do not move the struct between begin and finish or drop. Start with { 0 }. */
struct written_file {
    FILE *stream; /* NULL before begin and after the end */
    const char *file;
    bool replace;
    char target[WRITTEN_FILE_NAME];         /* with links resolved; "" if it is written in place, as a pipe is */
    char temporary[WRITTEN_FILE_NAME + 16]; /* "" if there is none */
};

/* Begins to write `file` (borrowed); then write to `stream`. Without `replace` an existing file is an error, and a file
 * that appears later is not replaced. False, with `error`, on failure. */
bool ehc_write_file_begin(struct written_file *written, const char *file, bool replace, struct ehc_error *error);

/* Gives the file its name. False, with `error`, if not everything could be written: there is then no new file. */
bool ehc_write_file_finish(struct written_file *written, struct ehc_error *error);

/* Ends without a new file. Does nothing if writing has not begun or is finished. */
void ehc_write_file_drop(struct written_file *written);

#endif
