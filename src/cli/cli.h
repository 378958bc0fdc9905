/* cli.h - the command line: options only, no law and no arithmetic. */
#ifndef EHC_CLI_H
#define EHC_CLI_H

#include "../view/view.h"

enum exit_status {
    EXIT_DONE = 0,
    EXIT_LATE = 1,
    EXIT_USAGE = 2,
    EXIT_INPUT = 3,
    EXIT_CANNOT_SAY = 4,
    EXIT_FILE = 5,
    EXIT_STOPPED = 130
};

enum option_id {
    OPTION_EVENT,
    OPTION_CASE,
    OPTION_CLOSED,
    OPTION_SETTING,
    OPTION_AWAY,
    OPTION_EXCEPTIONAL,
    OPTION_MISSED,
    OPTION_AS_AT,
    OPTION_LIMIT,
    OPTION_ALL,
    OPTION_EVENTS,
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

struct option_spec {
    const char *name;     /* without the hyphens */
    char letter;          /* '\0' where it has no short form */
    const char *argument; /* NULL where it takes none */
    const char *help;
};

extern const struct option_spec option_specs[OPTION_COUNT];

struct request;

struct command {
    const char *name;
    const char *usage;   /* what follows the name */
    const char *summary; /* one line */
    const char *details; /* for --help; paragraphs are parted by a line break */
    unsigned options;    /* bits 1U << enum option_id */
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
    const struct ehc_law *law;
    struct ehc_law *owned_law;
    struct ehc_case facts;
    ehc_day as_at;
};

/* ---- options.c ---- */

/* Splits the arguments after the command's name. */
enum exit_status read_options(struct request *request, int count, char **arguments);
bool is_given(const struct request *request, enum option_id option);
const char *value_of(const struct request *request, enum option_id option); /* the last; NULL */
void print_help(const struct command *command, FILE *out);
void print_commands(FILE *out);

/* ---- request.c ---- */

/* Loads the law (compiled in, or --law), and --as-at. */
enum exit_status load_law(struct request *request);

/* Reads --case and the facts from options, and checks them. */
enum exit_status load_facts(struct request *request);

/* The words from `first` on, joined: a date may be written without quotation marks. Gives NULL where there are none. */
const char *joined_words(const struct request *request, size_t first, char *text, size_t room);

/* The limit a user named; EHC_NONE after a message. */
int find_limit(const struct request *request, const char *id);

/* ---- output.c ---- */

/* Prints "ehc: FILE:LINE: message" and the hint below it. Fits ehc_report. */
void print_error(void *context, const struct ehc_error *error);
void put_error(FILE *out, const struct ehc_error *error); /* the same without "ehc: " */
void complain(const char *hint, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A page for standard output, or for a file. */
struct page make_page(const struct request *request, FILE *out);

/* What is to be written is gathered whole in memory first: begin, write to the stream, finish. On failure nothing is
 * written, and a message says why. */
struct output {
    FILE *stream;
    char *text;
    size_t length;
};
bool begin_output(struct output *output);

/* Writes to -o FILE or to standard output. */
enum exit_status finish_output(struct output *output, const struct request *request);
void drop_output(struct output *output);

enum { FILE_NAME_ROOM = 4096 };

/* A file too long to gather: it is written beside its target and takes the name when it is whole. Begin, write to the
 * stream, finish (or drop). On failure there is no file, and a message says why. */
struct file_output {
    FILE *stream;
    const char *file;
    bool force;
    char target[FILE_NAME_ROOM];
    char temporary[FILE_NAME_ROOM + 16]; /* "" where it is written in place */
};
enum exit_status begin_file(struct file_output *output, const char *file, bool force);
enum exit_status finish_file(struct file_output *output);
void drop_file(struct file_output *output);

/* ---- commands ---- */

enum exit_status run_timeline(struct request *request);
enum exit_status run_calendar(struct request *request);
enum exit_status run_explain(struct request *request);
enum exit_status run_limits(struct request *request);
enum exit_status run_audit(struct request *request);
enum exit_status run_date(struct request *request);

#endif
