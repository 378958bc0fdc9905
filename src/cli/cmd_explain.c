#include "cli.h"

enum { WORDS_ROOM = 256 };

static enum exit_status take_trigger(struct request *request, int limit) {
    char text[WORDS_ROOM];
    struct ehc_error error;
    const char *date = joined_words(request, 1, text, sizeof text);
    const char *trigger = request->law->events[request->law->limits[limit].trigger].id;
    if (date != NULL && !ehc_case_set_event(request->law, &request->facts, trigger, date, &error)) {
        say_error(NULL, &error);
        return EXIT_INPUT;
    }
    return EXIT_DONE;
}

enum exit_status run_explain(struct request *request) {
    struct ehc_deadline deadline;
    struct ehc_judged view = {.facts = &request->facts, .deadlines = &deadline, .count = 1};
    struct output output;
    if (request->word_count == 0) {
        say_fault("write it as in 'ehc explain final-plan 2026-01-05'; 'ehc limits' lists the limits", "which limit?");
        return EXIT_USAGE;
    }
    enum exit_status status = load_bundle(request);
    if (status != EXIT_DONE)
        return status;
    int limit = find_limit(request, request->words[0]);
    if (limit == EHC_NONE)
        return EXIT_INPUT;
    status = load_facts(request);
    if (status == EXIT_DONE)
        status = take_trigger(request, limit);
    if (status == EXIT_DONE && !ehc_case_check(request->law, &request->facts, say_error, NULL))
        status = EXIT_INPUT;
    if (status != EXIT_DONE)
        return status;
    view.law = request->law;
    view.as_at = request->as_at;
    ehc_deadline_of(request->law, &request->facts, NULL, request->as_at, limit, &deadline);
    if (!output_begin(&output, request))
        return EXIT_FILE;
    if (option_is_given(request, OPTION_JSON)) {
        if (!view_explain_json(&view, output.stream)) {
            output_drop(&output);
            say_no_memory();
            return EXIT_FILE;
        }
    } else {
        const struct page page = output_page(request, output.stream);
        view_explain_text(&view, &page);
    }
    status = output_finish(&output);
    return status == EXIT_DONE ? tell_unknown(request, &deadline, 1) : status;
}
