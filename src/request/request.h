/* request.h - what was asked: as typed, and as understood. */
#ifndef EHC_REQUEST_REQUEST_H
#define EHC_REQUEST_REQUEST_H

#include "bundle/bundle.h"
#include "command.h"
#include <ehc/judgement.h>

enum { REQUEST_OWN_NAME = 100 }; /* room for the name of a date of one's own */

struct request {
    const struct command *command;
    struct given *given;
    size_t given_count;
    const char **words; /* what is not an option */
    size_t word_count;

    /* request_load() fills these. */
    const struct bundle *bundle; /* the one compiled in, or that of --law */
    const struct ehc_law *law;   /* the bundle's */
    struct bundle *owned_bundle; /* read by --law; NULL */
    ehc_day as_at;
    bool limits[EHC_LIMITS_MAX]; /* those of --limit; all where it is not given */
    enum option_id format;       /* the option that asks for another view than text; OPTION_NONE */

    /* A command fills these from its words; zero where it has none of the kind. */
    const char *const *files; /* the cases; --case where there are none */
    size_t file_count;
    const struct ehc_limit *limit;         /* the only one; NULL: all of `limits` */
    const struct ehc_no_number *no_number; /* the duty without a number that is explained; NULL */
    const struct ehc_route *route;
    const struct ehc_event *event; /* the words from `date_word` on are its day */
    size_t date_word;
    bool needs_event; /* without any event there is nothing to show */

    struct ehc_case facts;                         /* of the case that is looked at */
    bool is_put[EHC_EVENTS_MAX];                   /* its days are given by options or words */
    char own_names[EHC_OWN_MAX][REQUEST_OWN_NAME]; /* of the dates of one's own that --own added to it */
    size_t own_count;
};

/* Loads the bundle. */
enum exit_status request_load_bundle(struct request *request);

/* Loads what the options say beside: --as-at, --limit, and which view they ask for. */
enum exit_status request_load_options(struct request *request);

/* Loads the case of a file (NULL: none), with what options and words say added, and checks it. It takes the place of the
 * case before. */
enum exit_status request_load_case(struct request *request, const char *file);

/* The judgement of its case, to be freed with ehc_judgement_free(); NULL after a message. `limits` as in ehc_judge(). */
struct ehc_judgement *request_judge(const struct request *request, const bool *limits);

/* A limit or a route by its id; NULL after a message. */
const struct ehc_limit *request_limit(const struct request *request, const char *id);
const struct ehc_route *request_route(const struct request *request, const char *id);

/* Whether --mine and --council, where they are given, leave a limit in. */
bool request_wants_role(const struct request *request, const struct ehc_limit *limit);

/* The words from `first` on, joined: a date may be written without quotation marks. Gives NULL where there are none. */
const char *request_words(const struct request *request, size_t first, char *text, size_t room);

/* The case file that the words or --case name; NULL where there is none. */
const char *request_case(const struct request *request);

/* Whether a word is more likely the name of a case file than anything else. */
bool request_is_case_file(const char *word);

/* ---- today.c ---- */

/* The text with "today", "yesterday" and "tomorrow" as the dates that they are on the day of --as-at. Gives `out`. */
const char *request_dates(const struct request *request, const char *text, char *out, size_t room);

/* Whether a word is one of these. */
bool request_is_day_word(const char *text);

/* ---- term_dates.c ---- */

/* Adds the closures of each --term-dates file to the case, and shows them on standard error; request_load_case() calls it.
 */
enum exit_status request_load_term_dates(struct request *request);

/* Frees what it owns. */
void request_release(struct request *request);

#endif
