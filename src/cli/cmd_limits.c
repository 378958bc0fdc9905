#include "../lib/error.h"
#include "cli.h"

static int find_route(const struct request *request, enum exit_status *status) {
    if (request->word_count == 0)
        return EHC_NONE;
    int route = ehc_find_route(request->law, request->words[0]);
    if (route != EHC_NONE)
        return route;
    char quoted[EHC_QUOTE_ROOM], hint[160];
    const char *nearest = ehc_nearest_route(request->law, request->words[0]);
    size_t at = 0;
    if (nearest != NULL)
        snprintf(hint, sizeof hint, "did you mean '%s'?", nearest);
    else
        for (size_t i = 0; i < request->law->route_count && at < sizeof hint; i++)
            at += (size_t)snprintf(hint + at, sizeof hint - at, "%s%s", i == 0 ? "it can be " : ", ",
                                   request->law->routes[i].id);
    complain(hint, "%s is not a route", ehc_quote(request->words[0], quoted));
    *status = EXIT_INPUT;
    return EHC_NONE;
}

enum exit_status run_limits(struct request *request) {
    struct output output;
    enum exit_status status = load_law(request);
    bool enough_memory = true, events = is_given(request, OPTION_EVENTS), json = is_given(request, OPTION_JSON);
    if (status != EXIT_DONE)
        return status;
    int route = find_route(request, &status);
    if (status != EXIT_DONE)
        return status;
    if (!begin_output(&output))
        return EXIT_FILE;
    const struct page page = make_page(request, output.stream);
    if (json)
        enough_memory =
            events ? view_events_json(request->law, output.stream) : view_limits_json(request->law, route, output.stream);
    else if (events)
        view_events_text(request->law, &page);
    else
        view_limits_text(request->law, route, &page);
    if (!enough_memory) {
        drop_output(&output);
        complain(NULL, "there is not enough memory");
        return EXIT_FILE;
    }
    return finish_output(&output, request);
}
