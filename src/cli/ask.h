/* ask.h - the parts of `ehc ask`. */
#ifndef EHC_CLI_ASK_H
#define EHC_CLI_ASK_H

#include "bundle/answers.h"
#include "commands.h"
#include "request/output.h"
#include "view/wrap.h"

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

/* ---- ask_words.c ---- */

/* What an answer is, where it is not simply one. */
enum said {
    SAID_ANSWER,
    SAID_BACK,
    SAID_STOP,
    SAID_WHY,
    SAID_YES,
    SAID_NO,        /* "not yet", "they never replied" */
    SAID_NOT_KNOWN, /* "not sure" */
    SAID_MONTH,     /* "I only know the month" */
};

/* `is_name`: the answer may be any name. */
enum said ask_meaning(const char *answer, bool is_name);

/* ---- ask_question.c ---- */

enum { ASK_INDENT = 2 };

/* How a question ended. */
enum turn { NEXT, BACK, STOP, END, INTERRUPTED };

struct conversation {
    struct request *request;
    const struct questions *questions;
    struct answers answers;
    struct asked asked[ANSWERS_MOST]; /* the questions asked so far, the last one on top */
    size_t asked_count;
    struct page page;
    enum exit_status unsaved; /* why a file that was wanted could not be written */
};

void ask_put(const struct conversation *conversation, size_t indent, enum style style, const char *text);

/* A message in the conversation, not on standard error: what went wrong, and what to write. */
void ask_put_message(const struct conversation *conversation, const char *message, const char *hint);

void ask_prompt(void);

/* Reads an answer; what was typed is ended by a line break, which the terminal shows and a pipe does not. */
enum line_result ask_read_answer(char answer[ANSWER_ROOM]);

/* Asks until there is an answer, or one that ends the question. */
enum turn ask_question(struct conversation *conversation, struct asked asked);

/* ---- ask_files.c ---- */

enum { FREE_NAME_ROOM = 64 };

/* `usual`, or where a file is there already, the first of NAME-2.EXT, NAME-3.EXT ... where none is. Gives `name`. */
const char *free_file_name(const char *usual, char name[FREE_NAME_ROOM]);

/* Writes the case to `file`; with `force` over one that is there. */
enum exit_status save_case(const struct request *request, const char *file, bool force);

/* Says how a case file is looked at again: the command, as it is typed. */
const char *ask_command_for(const char *file, char command[EHC_WORDS]);

/* Writes it where it can be found again, without a question: -o FILE, else ehc-case.ini or the next free name. Says where.
 */
enum exit_status rescue_case(const struct request *request);

enum exit_status save_calendar(struct request *request, const char *file, bool force);

#endif
