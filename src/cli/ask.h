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
    LINE_END,         /* the input has ended or cannot be read */
    LINE_INTERRUPTED, /* Ctrl-C, or the window was closed: see ask_signal() */
    LINE_TOO_LONG,    /* the whole line was skipped */
};

/* From now on Ctrl-C, a closed window and a request to end give LINE_INTERRUPTED. */
void ask_catch_signals(void);

/* The signal that came, or 0. */
int ask_signal(void);

/* The errno of a failed read of standard input, or 0. */
int ask_read_error(void);

/* Ends the program by that signal. */
void ask_end_by_signal(void);

/* Reads one line of standard input, without the line break and the spaces around it. */
enum line_result ask_read_line(char line[ANSWER_ROOM]);

/* ---- ask_words.c ---- */

/* The meaning of an answer: the answer itself, or something else. */
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

/* The end of a question. */
enum turn { NEXT, BACK, STOP, END, INTERRUPTED };

struct conversation {
    struct request *request;
    const struct questions *questions;
    struct answers answers;
    struct asked asked[ANSWERS_MOST]; /* a stack of the questions asked so far */
    size_t asked_count;
    struct page page;
    enum exit_status unsaved; /* the failure of a file that the person wanted */
};

void ask_put(const struct conversation *conversation, size_t indent, enum style style, const char *text);

/* Shows a message and a hint in the conversation, not on standard error. */
void ask_put_message(const struct conversation *conversation, const char *message, const char *hint);

void ask_prompt(void);

/* Reads an answer. If no terminal shows its line break, prints one. */
enum line_result ask_read_answer(char answer[ANSWER_ROOM]);

/* Asks until there is an answer, or until the person ends the question. */
enum turn ask_question(struct conversation *conversation, struct asked asked);

/* ---- ask_files.c ---- */

enum { FREE_NAME_ROOM = 64 };

/* The first free file name of `usual`, NAME-2.EXT, NAME-3.EXT ... Gives `name`. */
const char *free_file_name(const char *usual, char name[FREE_NAME_ROOM]);

/* Writes the case to `file`. With `force`, replaces an existing file. */
enum exit_status save_case(const struct request *request, const char *file, bool force);

/* The command that shows the dates of a case file again. Gives `command`. */
const char *ask_command_for(const char *file, char command[EHC_WORDS]);

/* Writes the case without asking: to -o FILE, else to ehc-case.ini or the next free name. Says where. */
enum exit_status rescue_case(const struct request *request);

enum exit_status save_calendar(struct request *request, const char *file, bool force);

#endif
