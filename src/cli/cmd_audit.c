/* ehc audit: reads a caseload in pieces, shows progress, and prints the figures. */
#include "audit_map.h"
#include "audit_view/audit_view.h"
#include "commands.h"
#include "request/say.h"
#include "show.h"
#include "util/fail.h"
#include "util/plural.h"
#include "util/signals.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { PIECE = 1 << 16, MESSAGES_MOST = 1000, ROWS_ROOM = 64 };

static volatile sig_atomic_t interrupted;

struct run {
    struct request *request;
    struct ehc_audit *audit;
    struct ehc_audit_options options;
    const char *name; /* name of the current file for messages */
    struct audit_map map;
    struct named_rows named;
    struct output cases, errors;
    bool cases_to_screen; /* --cases -: rows instead of the figures */
    bool has_cases_heading;
    size_t shown;
    bool progress; /* a line of progress is on the terminal */
    bool partial;
};

/* The first Ctrl-C stops reading. A second one ends the program. */
static void interrupt(int number) {
    interrupted = 1;
    signal(number, SIG_DFL);
}

/* ---- options ---- */

static enum exit_status read_year(const struct request *request, int *year) {
    const char *text = option_value(request, OPTION_YEAR);
    char *end, quoted[EHC_QUOTE_ROOM];
    if (text == NULL || strcmp(text, "all") == 0)
        return EXIT_DONE;
    long number = strtol(text, &end, 10);
    if (strlen(text) == 4 && *end == '\0' && number >= 1900 && number <= 2199) {
        *year = (int)number;
        return EXIT_DONE;
    }
    say_fault("write it as 2025", "--year: %s is not a year", ehc_quote(text, quoted));
    return EXIT_USAGE;
}

static enum exit_status read_by(const struct request *request, enum ehc_audit_by *by) {
    const char *text = option_value(request, OPTION_BY);
    char quoted[EHC_QUOTE_ROOM];
    for (*by = EHC_BY_AUTHORITY; text != NULL && *by <= EHC_BY_SETTING; (*by)++)
        if (strcmp(text, by_words(*by)) == 0)
            return EXIT_DONE;
    *by = EHC_BY_AUTHORITY;
    if (text == NULL)
        return EXIT_DONE;
    say_fault("use authority, year, month or setting", "--by: %s is not known", ehc_quote(text, quoted));
    return EXIT_USAGE;
}

static enum exit_status check_options(struct run *run) {
    const struct request *request = run->request;
    enum exit_status status = read_year(request, &run->options.year);
    return status == EXIT_DONE ? read_by(request, &run->options.by) : status;
}

/* ---- callbacks of the audit ---- */

static void clear_progress(struct run *run) {
    if (run->progress)
        fputs("\r\033[K", stderr);
    run->progress = false;
}

static void take_notice(void *context, const struct ehc_error *error) {
    clear_progress(context);
    say_error(NULL, error);
}

static void take_fault(void *context, enum ehc_fault kind, const struct ehc_error *error) {
    struct run *run = context;
    (void)kind;
    if (run->errors.stream != NULL) {
        say_error_to(run->errors.stream, error);
    } else if (run->shown < MESSAGES_MOST) {
        run->shown++;
        take_notice(context, error);
    }
}

/* With several files, a later file may have columns that the first does not have: give each measure a column. */
static struct ehc_audit_result result_of_all(const struct run *run, const struct ehc_audit_result *result) {
    struct ehc_audit_result all = *result;
    for (size_t i = 0; run->request->word_count > 1 && i < run->options.law->caseload.measure_count; i++)
        all.has[i] = true;
    return all;
}

static void take_row(void *context, const struct ehc_audited *row) {
    struct run *run = context;
    const char *file = run->request->word_count > 1 ? run->name : NULL;
    if (run->request->format == OPTION_HTML)
        named_rows_take(&run->named, row, file, run->options.year);
    if (run->cases.stream == NULL)
        return;
    const struct ehc_audit_result *result = ehc_audit_result(run->audit);
    const struct ehc_audit_result columns = result_of_all(run, result);
    if (!run->has_cases_heading)
        view_cases_heading(run->options.law, &columns, run->request->word_count > 1, run->cases.stream);
    run->has_cases_heading = true;
    view_case_line(run->options.law, &columns, row, file, run->cases.stream);
}

/* Sums up the faults that were not shown one by one. */
static void sum_up_faults(const struct run *run) {
    const struct ehc_audit_result *result = ehc_audit_result(run->audit);
    char text[sizeof((struct ehc_error *)0)->message] = "", rows[ROWS_ROOM];
    uint64_t all = 0;
    size_t at = 0;
    for (int kind = 0; kind < EHC_FAULTS; kind++) {
        all += result->faults[kind];
        if (result->faults[kind] > 0 && at < sizeof text)
            at += (size_t)snprintf(text + at, sizeof text - at, "%s%s (%llu)", at > 0 ? ", " : "",
                                   ehc_fault_words((enum ehc_fault)kind), (unsigned long long)result->faults[kind]);
    }
    if (all <= run->shown)
        return;
    char hint[EHC_HINT_ROOM];
    if (run->errors.file.file != NULL)
        snprintf(hint, sizeof hint, "see %s for each of them, with its line", run->errors.file.file);
    else
        snprintf(hint, sizeof hint, "use --errors FILE to write all of them: only the first %d are above", MESSAGES_MOST);
    say_fault(hint, "%s could not be used: %s", plural_words((long long)result->bad_rows, "row", "rows", rows, sizeof rows),
              text);
}

/* ---- progress ---- */

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void show_progress(struct run *run, double spent, double read, double size) {
    double rows = (double)ehc_audit_rows(run->audit);
    fprintf(stderr, "\r\033[K  %.0f rows, %.0f a second", rows, rows / spent);
    if (size > 0 && read > 0 && read < size)
        fprintf(stderr, ", %.0f seconds left", spent * (size - read) / read);
    fflush(stderr);
    run->progress = true;
}

/* ---- reading ---- */

static enum exit_status cannot_read(const char *name) {
    char quoted[EHC_QUOTE_ROOM];
    int reason = errno;
    say_fault("check the name, and that you may read the file", "%s cannot be read: %s", ehc_quote(name, quoted),
              strerror(reason));
    return EXIT_FILE;
}

static enum exit_status feed(struct run *run, int input, double size) {
    static char piece[PIECE];
    bool terminal = isatty(STDERR_FILENO) != 0;
    double start = now(), shown = start, read_so_far = 0;
    struct ehc_error error;
    while (!interrupted) {
        ssize_t count = read(input, piece, sizeof piece);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return cannot_read(run->name);
        if (count == 0)
            break;
        if (!ehc_audit_feed(run->audit, piece, (size_t)count, &error)) {
            clear_progress(run);
            say_error(NULL, &error);
            return say_status(&error);
        }
        read_so_far += (double)count;
        double time = terminal ? now() : start;
        if (time - start > 1 && time - shown > 0.2) {
            show_progress(run, time - start, read_so_far, size);
            shown = time;
        }
    }
    run->partial = interrupted != 0;
    clear_progress(run);
    return EXIT_DONE;
}

static const char *shown_name(const char *word) {
    return strcmp(word, "-") == 0 ? "standard input" : word;
}

static enum exit_status failed(const struct ehc_error *error) {
    say_error(NULL, error);
    return say_status(error);
}

static enum exit_status read_file(struct run *run, const char *file) {
    bool from_stdin = strcmp(file, "-") == 0;
    struct stat about;
    int input = from_stdin ? STDIN_FILENO : open(file, O_RDONLY);
    if (input < 0)
        return cannot_read(run->name);
    double size = fstat(input, &about) == 0 && S_ISREG(about.st_mode) ? (double)about.st_size : 0;
    enum exit_status status = feed(run, input, size);
    if (!from_stdin)
        close(input);
    return status;
}

static enum exit_status read_caseload(struct run *run) {
    const struct request *request = run->request;
    struct ehc_error error;
    ehc_catch_signal(SIGINT, interrupt);
    for (size_t i = 0; i < request->word_count && !run->partial; i++) {
        run->name = shown_name(request->words[i]);
        if (i > 0 && !ehc_audit_next_file(run->audit, run->name, &error))
            return failed(&error);
        enum exit_status status = read_file(run, request->words[i]);
        if (status != EXIT_DONE)
            return status;
    }
    return ehc_audit_end(run->audit, run->partial, &error) ? EXIT_DONE : failed(&error);
}

/* ---- --columns ---- */

static enum exit_status look_at(struct request *request, const struct audit_map *map, const char *file,
                                struct ehc_audit **audit, struct view_of_columns *view) {
    struct run run = {.request = request, .name = shown_name(file)};
    struct ehc_error error;
    run.options = (struct ehc_audit_options){.law = request->law,
                                             .file = run.name,
                                             .as_at = request->as_at,
                                             .look = true,
                                             .notice = take_notice,
                                             .context = &run};
    audit_map_use(map, &run.options);
    run.audit = *audit = ehc_audit_begin(&run.options);
    if (run.audit == NULL) {
        say_no_memory();
        return EXIT_FILE;
    }
    enum exit_status status = read_file(&run, file);
    if (status != EXIT_DONE)
        return status;
    if (!ehc_audit_end(run.audit, run.partial, &error))
        return failed(&error);
    view->file = run.name;
    view->columns = ehc_audit_columns(run.audit, &view->count, &view->line);
    return EXIT_DONE;
}

static enum exit_status show_columns(struct request *request, const struct view_of_columns *views) {
    struct output output;
    if (!output_begin(&output, request))
        return EXIT_FILE;
    const struct page page = output_page(request, output.stream);
    bool whole = true;
    if (request->format == OPTION_JSON)
        whole = view_audit_columns_json(views, request->word_count, page.out);
    else
        view_audit_columns(request->law, views, request->word_count, &page);
    if (whole)
        return output_finish(&output);
    output_drop(&output);
    say_no_memory();
    return EXIT_FILE;
}

static enum exit_status look_at_columns(struct request *request, const struct audit_map *map) {
    enum exit_status status = EXIT_DONE;
    if (request->format != OPTION_NONE && request->format != OPTION_JSON) {
        say_fault("use --json, or none of --json, --csv and --html", "--columns gives only text or JSON");
        return EXIT_USAGE;
    }
    struct ehc_audit **audits = calloc(request->word_count, sizeof(struct ehc_audit *));
    struct view_of_columns *views = calloc(request->word_count, sizeof *views);
    if (audits == NULL || views == NULL) {
        say_no_memory();
        status = EXIT_FILE;
    }
    for (size_t i = 0; status == EXIT_DONE && i < request->word_count; i++)
        status = look_at(request, map, request->words[i], &audits[i], &views[i]);
    if (status == EXIT_DONE)
        status = show_columns(request, views);
    for (size_t i = 0; audits != NULL && i < request->word_count; i++)
        ehc_audit_free(audits[i]);
    free(audits);
    free(views);
    return status;
}

/* ---- the result ---- */

static enum exit_status finish_side_files(struct run *run) {
    enum exit_status status = EXIT_DONE;
    if (run->errors.stream != NULL)
        status = output_finish(&run->errors);
    if (run->cases.stream == NULL)
        return status;
    if (run->partial && !run->cases_to_screen) {
        say_fault(NULL, "%s is not written: the caseload was not read to its end", run->cases.file.file);
        output_drop(&run->cases);
        return status;
    }
    if (!run->has_cases_heading)
        view_cases_heading(run->options.law, ehc_audit_result(run->audit), run->request->word_count > 1, run->cases.stream);
    enum exit_status written = output_finish(&run->cases);
    return status != EXIT_DONE ? status : written;
}

static bool is_late(const struct ehc_audit_result *result) {
    for (size_t measure = 0; measure < EHC_MEASURES_MAX; measure++) {
        const struct ehc_kept *kept = &result->total->kept[measure];
        if (kept->done > kept->in_time + kept->disputed || kept->overdue > 0)
            return true;
    }
    return false;
}

static enum exit_status conclude(struct run *run) {
    const struct ehc_audit_result *result = ehc_audit_result(run->audit);
    enum exit_status files = finish_side_files(run);
    sum_up_faults(run);
    char names[64], rows[ROWS_ROOM];
    if (run->partial)
        say_fault(NULL, "stopped: the figures cover only the first %s",
                  plural_words((long long)result->rows, "row", "rows", rows, sizeof rows));
    snprintf(names, sizeof names, "%zu files", run->request->word_count);
    const struct view_of_audit view = {.law = run->request->law,
                                       .file = run->request->word_count > 1 ? names : run->name,
                                       .result = result,
                                       .partial = run->partial,
                                       .named = &run->named};
    struct showing showing = {.request = run->request, .audit = &view};
    bool shown = !run->cases_to_screen || output_is_file(run->request);
    enum exit_status status = shown ? show_once(&showing) : EXIT_DONE;
    if (files != EXIT_DONE || status != EXIT_DONE)
        return files != EXIT_DONE ? files : status;
    if (run->partial)
        return EXIT_STOPPED;
    if (result->rows > 0 && result->bad_rows == result->rows)
        return EXIT_INPUT;
    return option_is_given(run->request, OPTION_FAIL_LATE) && is_late(result) ? EXIT_LATE : EXIT_DONE;
}

static enum exit_status open_side_files(struct run *run) {
    const char *cases = option_value(run->request, OPTION_CASES), *errors = option_value(run->request, OPTION_ERRORS);
    bool force = option_is_given(run->request, OPTION_FORCE);
    run->cases_to_screen = cases != NULL && strcmp(cases, "-") == 0;
    if (run->cases_to_screen && run->request->format != OPTION_NONE && !output_is_file(run->request)) {
        say_fault("write the figures to a file with -o FILE", "--cases - and the figures would both be on standard output");
        return EXIT_USAGE;
    }
    if (run->cases_to_screen)
        run->cases.stream = stdout;
    else if (cases != NULL && !output_begin_file(&run->cases, cases, force))
        return EXIT_FILE;
    return errors == NULL || output_begin_file(&run->errors, errors, force) ? EXIT_DONE : EXIT_FILE;
}

static enum exit_status check_measures(const struct request *request) {
    if (request->law->caseload.measure_count > 0)
        return EXIT_DONE;
    say_fault("add measures to caseload.ini of this law: ehc-limits(5)", "this law has no measures for a caseload");
    return EXIT_CANNOT_SAY;
}

static enum exit_status audit_caseload(struct run *run) {
    const struct request *request = run->request;
    enum exit_status status = open_side_files(run);
    if (status != EXIT_DONE)
        return status;
    run->options.law = request->law;
    run->options.file = shown_name(request->words[0]);
    run->options.as_at = request->as_at;
    run->options.strict = option_is_given(request, OPTION_STRICT);
    run->options.notice = take_notice;
    run->options.fault = take_fault;
    run->options.row = run->cases.stream != NULL || request->format == OPTION_HTML ? take_row : NULL;
    run->options.context = run;
    audit_map_use(&run->map, &run->options);
    run->audit = ehc_audit_begin(&run->options);
    if (run->audit == NULL) {
        say_no_memory();
        return EXIT_FILE;
    }
    status = read_caseload(run);
    return status == EXIT_DONE ? conclude(run) : status;
}

enum exit_status run_audit(struct request *request) {
    struct run run = {.request = request};
    enum exit_status status = check_options(&run);
    if (status == EXIT_DONE)
        status = check_measures(request);
    if (status == EXIT_DONE)
        status = audit_map_read(&run.map, option_value(request, OPTION_MAP));
    if (status == EXIT_DONE && option_is_given(request, OPTION_COLUMNS))
        status = look_at_columns(request, &run.map);
    else if (status == EXIT_DONE)
        status = audit_caseload(&run);
    output_drop(&run.cases);
    output_drop(&run.errors);
    ehc_audit_free(run.audit);
    audit_map_free(&run.map);
    return status;
}
