/* request.h - a request: the arguments as typed, and what they mean. */
#ifndef EHC_REQUEST_REQUEST_H
#define EHC_REQUEST_REQUEST_H

#include "bundle/bundle.h"
#include "command.h"
#include <ehc/judgement.h>

enum { REQUEST_OWN_NAME = 100 }; /* room for the name of an own date */

struct request {
    const struct command *command;
    struct given *given;
    size_t given_count;
    const char **words; /* the arguments that are not options */
    size_t word_count;

    /* request_load_bundle() and request_load_options() fill these. */
    const struct bundle *bundle; /* the built-in one, or the one of --law */
    const struct ehc_law *law;   /* the law of the bundle */
    struct bundle *owned_bundle; /* the bundle of --law, or NULL */
    ehc_day as_at;
    bool limits[EHC_LIMITS_MAX]; /* the limits of --limit; all if it is not given */
    enum option_id format;       /* the option for a view other than text, or OPTION_NONE */

    /* A command fills these from its words. Zero if it has none of the kind. */
    const char *const *files; /* the case files; if none, --case is used */
    size_t file_count;
    const struct ehc_limit *limit;         /* the only limit; NULL: all of `limits` */
    const struct ehc_no_number *no_number; /* the duty without a number to explain, or NULL */
    const struct ehc_route *route;
    const struct ehc_event *event; /* its day is in the words from `date_word` on */
    size_t date_word;
    bool needs_event; /* fail if the case has no event: there is nothing to show */

    struct ehc_case facts;                         /* the facts of the current case */
    bool is_put[EHC_EVENTS_MAX];                   /* its days come from options or words */
    char own_names[EHC_OWN_MAX][REQUEST_OWN_NAME]; /* names of the own dates that --own added */
    size_t own_count;
};

/* Loads the bundle. */
enum exit_status request_load_bundle(struct request *request);

/* Loads --as-at, --limit and the format of the view. */
enum exit_status request_load_options(struct request *request);

/* Loads a case: the facts of a file (NULL: none), of options and of words. Checks it. It replaces the case before. */
enum exit_status request_load_case(struct request *request, const char *file);

/* Judges the case. Free the result with ehc_judgement_free(). NULL after a message. `limits` as in ehc_judge(). */
struct ehc_judgement *request_judge(const struct request *request, const bool *limits);

/* Finds a limit or a route by its id. NULL after a message. */
const struct ehc_limit *request_limit(const struct request *request, const char *id);
const struct ehc_route *request_route(const struct request *request, const char *id);

/* Whether --mine and --council, if given, include a limit. */
bool request_wants_role(const struct request *request, const struct ehc_limit *limit);

/* Joins the words from `first` on, because a date may be written without quotation marks. NULL if there are none. */
const char *request_words(const struct request *request, size_t first, char *text, size_t room);

/* The case file of the words or of --case, or NULL. */
const char *request_case(const struct request *request);

/* Whether a word is probably the name of a case file. */
bool request_is_case_file(const char *word);

/* ---- today.c ---- */

/* Copies the text and replaces "today", "yesterday" and "tomorrow" by dates, counted from the day of --as-at. Gives `out`.
 */
const char *request_dates(const struct request *request, const char *text, char *out, size_t room);

/* Whether a word is one of these three. */
bool request_is_day_word(const char *text);

/* ---- term_dates.c ---- */

/* Adds the closures of each --term-dates file to the case, and prints them on standard error. request_load_case() calls
 * it. */
enum exit_status request_load_term_dates(struct request *request);

/* Frees what the request owns. */
void request_release(struct request *request);

#endif
