#include "cli.h"
#include "util/fail.h"

enum exit_status run_limits(struct request *request) {
    struct output output;
    enum exit_status status = load_bundle(request);
    bool enough_memory = true, events = option_is_given(request, OPTION_EVENTS),
         json = option_is_given(request, OPTION_JSON);
    if (status != EXIT_DONE)
        return status;
    int route = request->word_count > 0 ? find_route(request, request->words[0]) : EHC_NONE;
    if (request->word_count > 0 && route == EHC_NONE)
        return EXIT_INPUT;
    if (!output_begin(&output, request))
        return EXIT_FILE;
    const struct page page = output_page(request, output.stream);
    if (json)
        enough_memory =
            events ? view_events_json(request->law, output.stream) : view_limits_json(request->law, route, output.stream);
    else if (events)
        view_events_text(request->law, &page);
    else
        view_limits_text(request->law, route, &page);
    if (!enough_memory) {
        output_drop(&output);
        say_no_memory();
        return EXIT_FILE;
    }
    return output_finish(&output);
}
