/* ask.h - the parts of `ehc ask`. */
#ifndef EHC_CLI_ASK_H
#define EHC_CLI_ASK_H

#include "bundle/answers.h"
#include "commands.h"

/* ---- ask_line.c ---- */

enum line_result {
    LINE_READ,
    LINE_END,         /* the input is at its end, or cannot be read */
    LINE_INTERRUPTED, /* Ctrl-C, or the window was closed: ask_signal() tells */
    LINE_TOO_LONG,    /* the whole of it was passed over */
};

/* From here on Ctrl-C, a closed window and a request to end are told by LINE_INTERRUPTED. */
void ask_catch_signals(void);

/* The signal that came; 0. */
int ask_signal(void);

/* Why standard input could not be read, as in errno; 0. */
int ask_read_error(void);

/* Ends as that signal would have ended the program. */
void ask_end_by_signal(void);

/* Reads one line of standard input, without its end and the blanks around it. */
enum line_result ask_read_line(char line[ANSWER_ROOM]);

/* ---- ask_files.c ---- */

enum { FREE_NAME_ROOM = 64 };

/* `usual`, or where a file is there already, the first of NAME-2.EXT, NAME-3.EXT ... where none is. Gives `name`. */
const char *free_file_name(const char *usual, char name[FREE_NAME_ROOM]);

/* Writes the case to `file`; with `force` over one that is there. */
enum exit_status save_case(const struct request *request, const char *file, bool force);

/* Writes it where it can be found again, without a question: -o FILE, else ehc-case.ini or the next free name. Says where.
 */
enum exit_status rescue_case(const struct request *request);

enum exit_status save_calendar(struct request *request, const char *file, bool force);

#endif
