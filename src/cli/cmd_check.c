/* ehc check: whether each case kept its limits. Cases are read one after the other; a file that cannot be used is reported
 * and the others go on. */
#include "cli.h"

struct run {
    struct request *request;
    struct page page;
    struct view_check_json *json; /* NULL: text */
    struct view_check_total total;
    bool several, no_memory;
    enum exit_status refused; /* what the worst file that could not be used asks for */
};

static void check_case(struct run *run, const char *file) {
    struct request *request = run->request;
    enum exit_status status = load_case(request, file);
    if (status != EXIT_DONE) {
        run->total.refused++;
        run->refused = run->refused == EXIT_INPUT ? EXIT_INPUT : status;
        return;
    }
    struct ehc_judgement *judgement = ehc_judge(request->law, &request->facts, request->as_at, NULL);
    if (judgement == NULL) {
        run->no_memory = true;
        return;
    }
    bool first = run->total.cases++ == 0;
    run->total.results[judgement->result]++;
    if (run->json != NULL) {
        view_check_json_add(run->json, judgement);
    } else if (!run->several || option_is_given(request, OPTION_VERBOSE)) {
        fputs(first ? "" : "\n", run->page.out);
        view_check_text(judgement, option_is_given(request, OPTION_VERBOSE), &run->page);
    } else {
        view_check_line(judgement, &run->page);
    }
    say_missing(judgement);
    ehc_judgement_free(judgement);
}

/* A file that could not be used over something late, and that over a missing fact. */
static enum exit_status status_of(const struct run *run) {
    if (run->refused != EXIT_DONE)
        return run->refused;
    if (run->total.results[EHC_SOMETHING_LATE] > 0)
        return EXIT_LATE;
    return run->total.results[EHC_CANNOT_SAY] > 0 ? EXIT_CANNOT_SAY : EXIT_DONE;
}

enum exit_status run_check(struct request *request) {
    struct run run = {.request = request, .several = request->word_count > 1};
    struct output output;
    enum exit_status status = load_bundle(request);
    if (status != EXIT_DONE)
        return status;
    if (request->word_count == 0) {
        say_fault("write it as in 'ehc check anna.ini'; ehc-case(5) describes the file", "the case file is missing");
        return EXIT_USAGE;
    }
    if (!output_begin(&output, request))
        return EXIT_FILE;
    run.page = output_page(request, output.stream);
    if (option_is_given(request, OPTION_JSON))
        run.json = view_check_json_begin(request->law, request->as_at, run.several);
    bool whole = !option_is_given(request, OPTION_JSON) || run.json != NULL;
    for (size_t i = 0; whole && !run.no_memory && i < request->word_count; i++)
        check_case(&run, request->words[i]);
    if (run.json != NULL)
        whole = view_check_json_end(run.json, &run.total, output.stream);
    else if (run.several)
        view_check_total(&run.total, &run.page);
    if (!whole || run.no_memory) {
        output_drop(&output);
        say_no_memory();
        return EXIT_FILE;
    }
    status = output_finish(&output);
    return status != EXIT_DONE ? status : status_of(&run);
}
