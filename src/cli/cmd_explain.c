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

static enum exit_status write_judgement(const struct request *request, const struct ehc_judgement *judgement) {
    struct output output;
    if (!output_begin(&output, request))
        return EXIT_FILE;
    if (option_is_given(request, OPTION_JSON)) {
        if (!view_explain_json(judgement, output.stream)) {
            output_drop(&output);
            say_no_memory();
            return EXIT_FILE;
        }
    } else {
        const struct page page = output_page(request, output.stream);
        view_explain_text(judgement, &page);
    }
    enum exit_status status = output_finish(&output);
    return status == EXIT_DONE ? say_not_firm(judgement, NULL) : status;
}

enum exit_status run_explain(struct request *request) {
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
    struct ehc_judgement *judgement = ehc_judge_limit(request->law, &request->facts, NULL, request->as_at, limit);
    if (judgement == NULL) {
        say_no_memory();
        return EXIT_FILE;
    }
    status = write_judgement(request, judgement);
    ehc_judgement_free(judgement);
    return status;
}
