#include "show.h"
#include "commands.h"
#include "request/say.h"
#include <string.h>
#include <unistd.h>

/* The source of the facts. */
enum source { NO_CASE, LOADED_CASE, CASE_FILES };

/* Finds the view of the command in the requested format. NULL after a message. */
static const struct view_row *find_row(const struct request *request) {
    const char *command = request->command->name;
    for (size_t i = 0; i < view_row_count; i++)
        if (view_rows[i].format == request->format && strcmp(view_rows[i].command, command) == 0)
            return &view_rows[i];
    say_fault(NULL, "'ehc %s' has no such view", command);
    return NULL;
}

static enum exit_status no_memory(void) {
    say_no_memory();
    return EXIT_FILE;
}

/* Whether messages and output come on one screen. */
static bool shares_screen(const struct request *request) {
    return !output_is_file(request) && isatty(STDOUT_FILENO) && isatty(STDERR_FILENO);
}

static void say_lacking(struct showing *showing, const struct view_row *row) {
    bool quiet = showing->shares_screen && row->names_lacking && showing->case_count <= 1;
    if (row->say_lacking != NULL)
        showing->lacks = row->say_lacking(showing->judgement, quiet) || showing->lacks;
}

static enum exit_status judge_and_render(struct showing *showing, const struct view_row *row) {
    const bool *limits = option_is_given(showing->request, OPTION_LIMIT) ? showing->request->limits : NULL;
    struct ehc_judgement *judgement = request_judge(showing->request, limits);
    if (judgement == NULL)
        return EXIT_FILE;
    showing->judgement = judgement;
    if (showing->gives_verdict) /* with many cases: before their lines, not between them */
        say_lacking(showing, row);
    enum exit_status status = row->render(showing);
    showing->total.cases++;
    showing->total.results[judgement->result]++;
    if (status == EXIT_DONE && !showing->gives_verdict) {
        fflush(showing->page.out); /* print the message below its case */
        say_lacking(showing, row);
    }
    ehc_judgement_free(judgement);
    return status;
}

static enum exit_status render_files(struct showing *showing, const struct view_row *row) {
    const char *of_option = option_value(showing->request, OPTION_CASE);
    const struct request *request = showing->request;
    const char *const *files = request->file_count > 0 ? request->files : &of_option;
    showing->case_count = request->file_count > 0 ? request->file_count : 1;
    for (size_t i = 0; i < showing->case_count; i++) {
        enum exit_status status = request_load_case(showing->request, files[i]);
        if (status != EXIT_DONE && showing->goes_on) {
            showing->total.refused++;
            showing->refused = showing->refused == EXIT_INPUT ? EXIT_INPUT : status;
            continue;
        }
        if (status == EXIT_DONE)
            status = judge_and_render(showing, row);
        if (status != EXIT_DONE)
            return status;
    }
    return EXIT_DONE;
}

static enum exit_status render(struct showing *showing, const struct view_row *row, enum source source) {
    switch (source) {
    case LOADED_CASE:
        return judge_and_render(showing, row);
    case CASE_FILES:
        return render_files(showing, row);
    default:
        return row->render(showing);
    }
}

/* A case that cannot be used is worse than something late, and that is worse than a missing fact. */
static enum exit_status verdict(const struct showing *showing) {
    if (showing->refused != EXIT_DONE)
        return showing->refused;
    if (showing->gives_verdict && showing->total.results[EHC_SOMETHING_LATE] > 0)
        return EXIT_LATE;
    return showing->lacks ? EXIT_CANNOT_SAY : EXIT_DONE;
}

static enum exit_status show_from(struct showing *showing, enum source source) {
    const struct view_row *row = find_row(showing->request);
    struct output output;
    if (row == NULL)
        return EXIT_USAGE;
    if (!output_begin(&output, showing->request))
        return EXIT_FILE;
    showing->shares_screen = shares_screen(showing->request);
    showing->page = output_page(showing->request, output.stream);
    bool begun = row->begin == NULL || row->begin(showing);
    enum exit_status status = begun ? render(showing, row, source) : no_memory();
    if (begun && row->end != NULL && !row->end(showing))
        status = no_memory();
    if (status == EXIT_DONE)
        status = output_finish(&output);
    output_drop(&output);
    return status == EXIT_DONE ? verdict(showing) : status;
}

enum exit_status show_once(struct showing *showing) {
    return show_from(showing, NO_CASE);
}

enum exit_status show_case(struct showing *showing) {
    return show_from(showing, CASE_FILES);
}

enum exit_status show_facts(struct showing *showing) {
    return show_from(showing, LOADED_CASE);
}

enum exit_status run_case(struct request *request) {
    struct showing showing = {.request = request};
    return request->no_number != NULL ? show_once(&showing) : show_case(&showing);
}

enum exit_status run_check(struct request *request) {
    struct showing showing = {.request = request, .gives_verdict = true, .goes_on = true};
    return show_case(&showing);
}

enum exit_status run_once(struct request *request) {
    struct showing showing = {.request = request};
    return show_once(&showing);
}
