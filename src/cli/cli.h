/* cli.h - the command line: options only, no law and no arithmetic. */
#ifndef EHC_CLI_CLI_H
#define EHC_CLI_CLI_H

#include "bundle/bundle.h"
#include "exit_status.h"
#include "say.h"
#include "util/write_file.h"
#include "view/view.h"
#include <stdint.h>

enum option_id {
    OPTION_EVENT,
    OPTION_CASE,
    OPTION_CLOSED,
    OPTION_TERM_DATES,
    OPTION_SETTING,
    OPTION_AWAY,
    OPTION_EXCEPTIONAL,
    OPTION_MISSED,
    OPTION_AS_AT,
    OPTION_TEMPLATE,
    OPTION_ANYWAY,
    OPTION_LIMIT,
    OPTION_ALL,
    OPTION_UPDATE,
    OPTION_MINE,
    OPTION_COUNCIL,
    OPTION_STATUTORY,
    OPTION_FUTURE,
    OPTION_PLANNING,
    OPTION_REMIND,
    OPTION_NO_ALARMS,
    OPTION_REMINDER_EVENTS,
    OPTION_SHOW_REFERENCE,
    OPTION_TODO,
    OPTION_NAME,
    OPTION_SPLIT,
    OPTION_CHECK,
    OPTION_EVENTS,
    OPTION_VERBOSE,
    OPTION_YEAR,
    OPTION_BY,
    OPTION_CSV,
    OPTION_HTML,
    OPTION_CASES,
    OPTION_ERRORS,
    OPTION_STRICT,
    OPTION_FAIL_LATE,
    OPTION_JSON,
    OPTION_OUTPUT,
    OPTION_FORCE,
    OPTION_NO_COLOR,
    OPTION_LAW,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT,
};

/* What a word or the value of an option is, for the shells that complete it. */
enum word_kind {
    WORD_FREE, /* a date, a name: there is nothing to choose from */
    WORD_FILE,
    WORD_FOLDER,
    WORD_CASE,     /* a file .ini */
    WORD_CASELOAD, /* a file .csv */
    WORD_CALENDAR, /* a file .ics */
    WORD_LIMIT,
    WORD_ROUTE,
    WORD_EVENT, /* goes on with "=DATE" */
    WORD_LETTER,
    WORD_SETTING,
    WORD_FIGURES, /* what figures are given by */
    WORD_KINDS,   /* how many there are */
};

struct option_spec {
    const char *name;     /* without the hyphens */
    char letter;          /* '\0' where it has no short form */
    const char *argument; /* NULL where it takes none */
    const char *help;
};

extern const struct option_spec option_specs[OPTION_COUNT];
extern const enum word_kind option_words[OPTION_COUNT];

struct request;

struct command {
    const char *name;
    const char *usage;       /* what follows the name */
    const char *summary;     /* one line */
    const char *details;     /* for --help; paragraphs are parted by a line break */
    uint64_t options;        /* bits UINT64_C(1) << enum option_id */
    enum word_kind words[2]; /* the first word, and those after it */
    enum exit_status (*run)(struct request *request);
};

extern const struct command commands[];
extern const size_t command_count;

struct given {
    enum option_id option;
    const char *value; /* NULL where it takes none */
};

/* What was asked, as typed and, once prepare() has run, as understood. */
struct request {
    const struct command *command;
    struct given *given;
    size_t given_count;
    const char **words; /* what is not an option */
    size_t word_count;
    const struct bundle *bundle;
    const struct ehc_law *law;   /* the bundle's */
    struct bundle *owned_bundle; /* read by --law; NULL */
    struct ehc_case facts;
    ehc_day as_at;
};

/* ---- options.c ---- */

/* Splits the arguments after the command's name. */
enum exit_status options_read(struct request *request, int count, char **arguments);
bool option_is_given(const struct request *request, enum option_id option);
const char *option_value(const struct request *request, enum option_id option); /* the last; NULL */

/* ---- help.c ---- */

/* Examples are of the bundle. */
void help_render(const struct bundle *bundle, const struct command *command, FILE *out);
void help_render_all(const struct bundle *bundle, FILE *out); /* the commands */

/* ---- request.c ---- */

/* Loads the bundle (compiled in, or --law), and --as-at. */
enum exit_status load_bundle(struct request *request);

/* Reads --case and the facts from options, and checks them. */
enum exit_status load_facts(struct request *request);

/* The same with the facts of this case file (NULL: none) instead of what was there, and what the options say added. */
enum exit_status load_facts_from(struct request *request, const char *file);

/* The words from `first` on, joined: a date may be written without quotation marks. Gives NULL where there are none. */
const char *joined_words(const struct request *request, size_t first, char *text, size_t room);

/* The case of a file, with what the options say added, checked. */
enum exit_status load_case(struct request *request, const char *file);

/* The limit a user named; EHC_NONE after a message. */
int find_limit(const struct request *request, const char *id);

/* The same for a route. */
int find_route(const struct request *request, const char *id);

/* All that a timeline takes: the law, the facts, and the date on the command line as the day on which the council received
 * the request. */
enum exit_status load_request(struct request *request);

/* The limits that --limit names; all where it is not given. */
enum exit_status choose_limits(const struct request *request, bool chosen[EHC_LIMITS_MAX]);

/* The judgement of the request's case, to be freed; `limits` as in ehc_judge(). NULL after a message. */
struct ehc_judgement *judge_request(const struct request *request, const bool *limits);

/* ---- term_dates.c ---- */

/* Adds the closures of each --term-dates file to the facts, and shows them on standard error; load_facts() calls it. */
enum exit_status load_term_dates(struct request *request);

/* ---- output.c ---- */

/* The whole of a file ("-": standard input) of at most `most` bytes, to be freed; NULL after a message, and `status`. */
char *read_file(const char *file, size_t most, const char *too_large_hint, size_t *length, enum exit_status *status);

/* A page for standard output, or for a file. */
struct page output_page(const struct request *request, FILE *out);

/* Where a command's text goes: a file, which has its name once it is whole, or standard output. Begin, write to the stream,
 * then finish or drop. The struct stays where it is meanwhile. What goes wrong is said on standard error. */
struct output {
    FILE *stream; /* NULL: not begun, or ended */
    struct written_file file;
};

/* To -o FILE, or to standard output. False: exit status 5. */
bool output_begin(struct output *output, const struct request *request);

/* To a file by its name. `replace`: where it exists already it is replaced. */
bool output_begin_file(struct output *output, const char *file, bool replace);
enum exit_status output_finish(struct output *output);

/* Nothing is written to the file. Where there is no output any more, nothing happens. */
void output_drop(struct output *output);

/* ---- cmd_timeline.c ---- */

/* Write what the facts of a request come to, as its options say. `calendar_command` is what the user can type to have the
 * same on a phone. */
enum exit_status write_timeline(struct request *request, const char *calendar_command);
enum exit_status write_calendar(struct request *request);

/* ---- cmd_ask.c ---- */

/* Offers `ehc ask` to someone at a terminal who has typed nothing else. */
enum exit_status offer_ask(struct request *request);

/* ---- commands ---- */

enum exit_status run_timeline(struct request *request);
enum exit_status run_calendar(struct request *request);
enum exit_status run_explain(struct request *request);
enum exit_status run_check(struct request *request);
enum exit_status run_report(struct request *request);
enum exit_status run_limits(struct request *request);
enum exit_status run_ask(struct request *request);
enum exit_status run_letter(struct request *request);
enum exit_status run_audit(struct request *request);
enum exit_status run_date(struct request *request);

#endif
