/* show.h - the way from a request to what is shown: load, judge, render, finish. Every command that shows something goes it;
 * views.c says what each of them shows. */
#ifndef EHC_CLI_SHOW_H
#define EHC_CLI_SHOW_H

#include "diary/diary.h"
#include "letter/letter.h"
#include "plan/plan.h"
#include "request/output.h"

/* What is being shown. */
struct showing {
    struct request *request;
    const struct letter *letter;       /* the one to be written, by `ehc letter`; else NULL */
    const struct view_of_audit *audit; /* what a caseload came to, by `ehc audit`; else NULL */
    const struct plan *plan;           /* what was worked back, by `ehc plan`; else NULL */
    struct diary *diary;               /* what is gathered of each case, by `ehc diary`; else NULL */
    bool gives_verdict;                /* exit status 1 where something is late */
    bool goes_on;                      /* a case that cannot be used is told, and the others go on */

    struct page page;
    const struct ehc_judgement *judgement; /* of the present case; NULL where there is no case */
    size_t case_count;                     /* how many cases were asked for; 0 for a case that was loaded */
    struct view_check_total total;         /* of those before the present one */
    enum exit_status refused;              /* what the worst case that could not be used asks for */
    bool lacks;                            /* a fact is missing, and was said to be */
    struct view_check_json *json;          /* between begin and end */
};

/* A view of a command. */
struct view_row {
    const char *command;
    enum option_id format;                               /* the option that asks for it; OPTION_NONE */
    bool (*begin)(struct showing *showing);              /* before the first case; false: no memory; NULL: nothing to do */
    enum exit_status (*render)(struct showing *showing); /* what is not EXIT_DONE has been said */
    bool (*end)(struct showing *showing);                /* after the last, as begin */
    bool (*say_lacking)(const struct ehc_judgement *judgement); /* says which facts are missing, if any; NULL */
};

extern const struct view_row view_rows[];
extern const size_t view_row_count;

/* Shows what needs no case. */
enum exit_status show_once(struct showing *showing);

/* Shows the case of the request: its file, or --case. */
enum exit_status show_case(struct showing *showing);

/* Shows the case whose facts are loaded. */
enum exit_status show_facts(struct showing *showing);

#endif
