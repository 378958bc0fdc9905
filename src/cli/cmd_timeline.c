#include "cli.h"
#include <string.h>

enum { WORDS_ROOM = 256 };

/* Keeps the deadlines that --limit names; EXIT_USAGE for an unknown one. */
static enum exit_status keep_limits(const struct request *request, struct ehc_deadline *deadlines, size_t *count) {
    bool chosen[EHC_LIMITS_MAX];
    enum exit_status status = choose_limits(request, chosen);
    size_t kept = 0;
    if (status != EXIT_DONE)
        return status;
    for (size_t i = 0; i < *count; i++)
        if (chosen[deadlines[i].limit - request->law->limits])
            deadlines[kept++] = deadlines[i];
    *count = kept;
    return EXIT_DONE;
}

static void write_calendar_command(const struct request *request, char *command, size_t room) {
    const char *file = value_of(request, OPTION_CASE);
    char date[EHC_DAY_TEXT];
    int event = ehc_find_event(request->law, "request-received");
    bool alone =
        request->given_count == 0 || (request->given_count == 1 && (file != NULL || is_given(request, OPTION_AS_AT)));
    if (file != NULL)
        snprintf(command, room, "ehc calendar --case %s%s -o deadlines.ics", file, alone ? "" : " (and your other options)");
    else if (request->word_count > 0)
        snprintf(command, room, "ehc calendar %s%s -o deadlines.ics", ehc_day_format_iso(request->facts.event[event], date),
                 alone ? "" : " (and your other options)");
    else
        snprintf(command, room, "ehc calendar (and your options) -o deadlines.ics");
}

enum exit_status run_timeline(struct request *request) {
    static struct ehc_deadline deadlines[EHC_DEADLINES_MAX];
    struct view_of_case view = {.facts = &request->facts, .deadlines = deadlines};
    struct output output;
    enum exit_status status = load_case(request);
    if (status != EXIT_DONE)
        return status;
    view.law = request->law;
    view.as_at = request->as_at;
    view.count = ehc_timeline(request->law, &request->facts, request->as_at, deadlines, EHC_DEADLINES_MAX);
    status = keep_limits(request, deadlines, &view.count);
    if (status != EXIT_DONE || !begin_output(&output))
        return status != EXIT_DONE ? status : EXIT_FILE;
    if (is_given(request, OPTION_JSON)) {
        if (!view_timeline_json(&view, output.stream)) {
            drop_output(&output);
            complain(NULL, "there is not enough memory");
            return EXIT_FILE;
        }
    } else {
        char command[WORDS_ROOM];
        const struct page page = make_page(request, output.stream);
        write_calendar_command(request, command, sizeof command);
        view_timeline_text(&view, command, is_given(request, OPTION_ALL) || is_given(request, OPTION_LIMIT), &page);
    }
    status = finish_output(&output, request);
    return status != EXIT_DONE ? status : tell_unknown(request, deadlines, view.count);
}
