/* show.h - the way from a request to its output: load, judge, render, finish. Every command that shows something uses it;
 * views.c is the table of views. */
#ifndef EHC_CLI_SHOW_H
#define EHC_CLI_SHOW_H

#include "diary/diary.h"
#include "letter/letter.h"
#include "plan/plan.h"
#include "request/output.h"

/* The state while a command shows something. */
struct showing {
    struct request *request;
    const struct letter *letter;       /* the letter to write, for `ehc letter`; else NULL */
    const struct view_of_audit *audit; /* the result of a caseload, for `ehc audit`; else NULL */
    const struct plan *plan;           /* the plan, for `ehc plan`; else NULL */
    struct diary *diary;               /* the rows of all cases, for `ehc diary`; else NULL */
    bool gives_verdict;                /* exit with status 1 if something is late */
    bool goes_on;                      /* if a case cannot be used, report it and continue with the others */

    struct page page;
    const struct ehc_judgement *judgement; /* of the current case; NULL if there is none */
    size_t case_count;                     /* the number of requested cases; 0 for a case that was loaded before */
    struct view_check_total total;         /* of the cases before the current one */
    enum exit_status refused;              /* the status of the worst case that could not be used */
    bool shares_screen;                    /* output and messages come on one screen */
    bool lacks;                            /* a fact is missing and was reported */
    struct view_check_json *json;          /* between begin and end */
};

/* A view of a command. */
struct view_row {
    const char *command;
    enum option_id format;                  /* the option for this format, or OPTION_NONE */
    bool (*begin)(struct showing *showing); /* called before the first case; false: no memory; NULL: nothing to do */
    enum exit_status (*render)(struct showing *showing); /* if it gives another status than EXIT_DONE, it has printed why */
    bool (*end)(struct showing *showing);                /* called after the last case, as begin */
    /* Reports missing facts, if not `quiet`. True if there are any; or NULL. */
    bool (*say_lacking)(const struct ehc_judgement *judgement, bool quiet);
    bool names_lacking; /* the text of one case names them all: on the same screen they are not said twice */
};

extern const struct view_row view_rows[];
extern const size_t view_row_count;

/* Shows a view that needs no case. */
enum exit_status show_once(struct showing *showing);

/* Shows the cases of the request: its files, or --case. */
enum exit_status show_case(struct showing *showing);

/* Shows the case whose facts are loaded. */
enum exit_status show_facts(struct showing *showing);

#endif
