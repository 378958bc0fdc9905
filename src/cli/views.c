/* The table of views: command, option, function. A new view is a file of src/view and a row here. The functions only pass
 * on options and results; they calculate nothing. */
#include "audit_view/audit_view.h"
#include "catalogue/catalogue.h"
#include "chronology/chronology.h"
#include "commands.h"
#include "plan_view/plan_view.h"
#include "request/say.h"
#include "screen/screen.h"
#include "show.h"
#include <string.h>

static bool asks(const struct showing *showing, enum option_id option) {
    return option_is_given(showing->request, option);
}

static enum exit_status enough_memory(bool enough) {
    if (!enough)
        say_no_memory();
    return enough ? EXIT_DONE : EXIT_FILE;
}

/* ---- timeline, ask ---- */

enum { COMMAND_ROOM = 4096 };

static void add_quoted(char *command, size_t room, const char *word) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=,-";
    size_t at = strlen(command);
    const char *mark = word[strspn(word, plain)] == '\0' ? "" : strchr(word, '\'') == NULL ? "'" : "\"";
    if (at < room)
        snprintf(command + at, room - at, " %s%s%s", mark, word, mark);
}

/* Writes the command that puts the same dates on a phone. */
static void write_calendar_command(const struct request *request, char *command, size_t room) {
    char dates[COMMAND_ROOM]; /* "today" may be another day when the command is used */
    snprintf(command, room, "ehc calendar");
    for (size_t i = 0; i < request->word_count; i++)
        add_quoted(command, room, request_dates(request, request->words[i], dates, sizeof dates));
    for (size_t i = 0; i < request->given_count; i++) {
        const struct given *given = &request->given[i];
        const struct option_spec *spec = &option_specs[given->option];
        char option[64];
        if (spec->argument == NULL || given->option == OPTION_OUTPUT || given->option == OPTION_AS_AT)
            continue;
        snprintf(option, sizeof option, "--%s", spec->name);
        add_quoted(command, room, option);
        add_quoted(command, room,
                   strcmp(given->value, "-") == 0 ? "FILE" : request_dates(request, given->value, dates, sizeof dates));
    }
    add_quoted(command, room, "-o");
    add_quoted(command, room, "deadlines.ics");
}

static enum exit_status timeline_text(struct showing *showing) {
    char command[COMMAND_ROOM];
    write_calendar_command(showing->request, command, sizeof command);
    screen_text(showing->judgement, command, asks(showing, OPTION_ALL) || asks(showing, OPTION_LIMIT), &showing->page);
    return EXIT_DONE;
}

static enum exit_status timeline_json(struct showing *showing) {
    return enough_memory(view_timeline_json(showing->judgement, showing->page.out));
}

static enum exit_status timeline_screen(struct showing *showing) {
    return enough_memory(screen_json(showing->judgement, showing->page.out));
}

static enum exit_status ask_text(struct showing *showing) {
    screen_text(showing->judgement, NULL, false, &showing->page); /* `ehc ask` asks what to do next */
    return EXIT_DONE;
}

static bool say_dates_not_firm(const struct ehc_judgement *judgement, bool quiet) {
    return say_not_firm(judgement, NULL, quiet) != EXIT_DONE;
}

/* ---- explain, report ---- */

static enum exit_status explain_text(struct showing *showing) {
    if (showing->request->no_number != NULL)
        view_no_number_text(showing->request->law, showing->request->no_number, &showing->page);
    else
        view_explain_text(showing->judgement, &showing->page);
    return EXIT_DONE;
}

static enum exit_status explain_json(struct showing *showing) {
    const struct request *request = showing->request;
    if (request->no_number != NULL)
        return enough_memory(view_no_number_json(request->law, request->no_number, showing->page.out));
    return enough_memory(view_explain_json(showing->judgement, showing->page.out));
}

static enum exit_status report_html(struct showing *showing) {
    if (asks(showing, OPTION_CHRONOLOGY))
        return enough_memory(view_chronology_html(showing->judgement, showing->page.out));
    view_report_html(showing->judgement, showing->page.out);
    return EXIT_DONE;
}

static bool lacks_chronology(const struct showing *showing, const char *option) {
    if (asks(showing, OPTION_CHRONOLOGY))
        return false;
    say_fault("add --chronology, or use 'ehc check --json' for the judgement", "a report needs --chronology for --%s",
              option);
    return true;
}

static enum exit_status chronology_csv(struct showing *showing) {
    if (lacks_chronology(showing, "csv"))
        return EXIT_USAGE;
    return enough_memory(view_chronology_csv(showing->judgement, showing->page.out));
}

static enum exit_status chronology_json(struct showing *showing) {
    if (lacks_chronology(showing, "json"))
        return EXIT_USAGE;
    return enough_memory(view_chronology_json(showing->judgement, showing->page.out));
}

/* ---- check ---- */

static enum exit_status check_text(struct showing *showing) {
    bool verbose = asks(showing, OPTION_VERBOSE);
    if (showing->case_count > 1 && !verbose) {
        view_check_line(showing->judgement, &showing->page);
        return EXIT_DONE;
    }
    fputs(showing->total.cases == 0 ? "" : "\n", showing->page.out);
    view_check_text(showing->judgement, verbose, &showing->page);
    return EXIT_DONE;
}

static bool check_text_end(struct showing *showing) {
    if (showing->case_count > 1)
        view_check_total(&showing->total, &showing->page);
    return true;
}

static bool check_json_begin(struct showing *showing) {
    const struct request *request = showing->request;
    showing->json = view_check_json_begin(request->law, request->as_at, request->file_count > 1);
    return showing->json != NULL;
}

static enum exit_status check_json(struct showing *showing) {
    view_check_json_add(showing->json, showing->judgement);
    return EXIT_DONE;
}

static bool check_json_end(struct showing *showing) {
    return view_check_json_end(showing->json, &showing->total, showing->page.out);
}

/* ---- limits ---- */

/* The index of the requested route; EHC_NONE: all. */
static int route_of(const struct request *request) {
    return request->route != NULL ? (int)(request->route - request->law->routes) : EHC_NONE;
}

static enum exit_status limits_text(struct showing *showing) {
    const struct request *request = showing->request;
    if (asks(showing, OPTION_EVENTS))
        view_events_text(request->law, &showing->page);
    else
        view_limits_text(request->law, route_of(request), &showing->page);
    return EXIT_DONE;
}

static enum exit_status limits_json(struct showing *showing) {
    const struct request *request = showing->request;
    if (asks(showing, OPTION_EVENTS))
        return enough_memory(view_events_json(request->law, showing->page.out));
    return enough_memory(view_limits_json(request->law, route_of(request), showing->page.out));
}

/* Refuses --events for a view that lists the fields of limits. */
static bool lists_events(const struct showing *showing) {
    if (!asks(showing, OPTION_EVENTS))
        return false;
    say_fault("use --events alone, or with --json", "--events cannot be used with --csv or --html");
    return true;
}

static enum exit_status limits_csv(struct showing *showing) {
    if (lists_events(showing))
        return EXIT_USAGE;
    view_limits_csv(showing->request->law, route_of(showing->request), showing->page.out);
    return EXIT_DONE;
}

static enum exit_status limits_html(struct showing *showing) {
    if (lists_events(showing))
        return EXIT_USAGE;
    view_limits_html(showing->request->law, route_of(showing->request), showing->page.out);
    return EXIT_DONE;
}

/* ---- letter ---- */

static enum exit_status letter_render(struct showing *showing) {
    static const enum exit_status statuses[] = {
        [LETTER_WRITTEN] = EXIT_DONE,      [LETTER_NOT_SUPPORTED] = EXIT_CANNOT_SAY, [LETTER_DOUBTFUL] = EXIT_CANNOT_SAY,
        [LETTER_HIDES_DOUBT] = EXIT_INPUT, [LETTER_NO_SUCH_ROUND] = EXIT_INPUT,      [LETTER_NO_MEMORY] = EXIT_FILE};
    const struct letter_options options = {.html = asks(showing, OPTION_HTML),
                                           .anyway = asks(showing, OPTION_ANYWAY),
                                           .round = option_value(showing->request, OPTION_ROUND)};
    enum letter_result result =
        view_letter(showing->judgement, showing->letter, &options, showing->page.out, say_error, NULL);
    if (result == LETTER_DOUBTFUL)
        say_fault(
            "use --anyway to write it: it then says that people must judge if the exception made the limit impractical",
            "no letter was written");
    else if (result == LETTER_NO_MEMORY)
        say_no_memory();
    return statuses[result];
}

/* ---- diary ---- */

static bool wants_role(const void *request, const struct ehc_limit *limit) {
    return request_wants_role(request, limit);
}

static enum exit_status diary_case(struct showing *showing) {
    struct ehc_error error;
    switch (diary_add(showing->diary, showing->judgement, wants_role, showing->request, &error)) {
    case DIARY_NO_MEMORY:
        return enough_memory(false);
    case DIARY_REFUSED:
        say_error(NULL, &error);
        showing->refused = EXIT_INPUT;
        return EXIT_DONE;
    default:
        return EXIT_DONE;
    }
}

static bool diary_text(struct showing *showing) {
    diary_sort(showing->diary);
    view_diary_text(showing->diary, &showing->page);
    return true;
}

static bool diary_json(struct showing *showing) {
    diary_sort(showing->diary);
    return view_diary_json(showing->diary, showing->page.out);
}

static bool diary_csv(struct showing *showing) {
    diary_sort(showing->diary);
    view_diary_csv(showing->diary, showing->page.out);
    return true;
}

static bool diary_html(struct showing *showing) {
    diary_sort(showing->diary);
    view_diary_html(showing->diary, showing->page.out);
    return true;
}

/* ---- plan ---- */

static enum exit_status plan_text(struct showing *showing) {
    view_plan_text(showing->plan, showing->request->as_at, &showing->page);
    return EXIT_DONE;
}

static enum exit_status plan_json(struct showing *showing) {
    return enough_memory(view_plan_json(showing->plan, showing->request->as_at, showing->page.out));
}

/* ---- audit ---- */

static enum exit_status audit_text(struct showing *showing) {
    view_audit_text(showing->audit, &showing->page);
    return EXIT_DONE;
}

static enum exit_status audit_json(struct showing *showing) {
    return enough_memory(view_audit_json(showing->audit, showing->page.out));
}

static enum exit_status audit_csv(struct showing *showing) {
    view_audit_csv(showing->audit, showing->page.out);
    return EXIT_DONE;
}

static enum exit_status audit_html(struct showing *showing) {
    view_audit_html(showing->audit, showing->page.out);
    return EXIT_DONE;
}

const struct view_row view_rows[] = {
    {"timeline", OPTION_NONE, NULL, timeline_text, NULL, say_dates_not_firm, true},
    {"timeline", OPTION_JSON, NULL, timeline_json, NULL, say_dates_not_firm, false},
    {"timeline", OPTION_SCREEN, NULL, timeline_screen, NULL, say_dates_not_firm, false},
    {"ask", OPTION_NONE, NULL, ask_text, NULL, say_dates_not_firm, true},
    {"explain", OPTION_NONE, NULL, explain_text, NULL, say_dates_not_firm, false},
    {"explain", OPTION_JSON, NULL, explain_json, NULL, say_dates_not_firm, false},
    {"check", OPTION_NONE, NULL, check_text, check_text_end, say_missing, true},
    {"check", OPTION_JSON, check_json_begin, check_json, check_json_end, say_missing, false},
    {"report", OPTION_NONE, NULL, report_html, NULL, say_missing, false},
    {"report", OPTION_CSV, NULL, chronology_csv, NULL, say_missing, false},
    {"report", OPTION_JSON, NULL, chronology_json, NULL, say_missing, false},
    {"letter", OPTION_NONE, NULL, letter_render, NULL, NULL, false},
    {"letter", OPTION_HTML, NULL, letter_render, NULL, NULL, false},
    {"limits", OPTION_NONE, NULL, limits_text, NULL, NULL, false},
    {"limits", OPTION_JSON, NULL, limits_json, NULL, NULL, false},
    {"limits", OPTION_CSV, NULL, limits_csv, NULL, NULL, false},
    {"limits", OPTION_HTML, NULL, limits_html, NULL, NULL, false},
    {"diary", OPTION_NONE, NULL, diary_case, diary_text, NULL, false},
    {"diary", OPTION_JSON, NULL, diary_case, diary_json, NULL, false},
    {"diary", OPTION_CSV, NULL, diary_case, diary_csv, NULL, false},
    {"diary", OPTION_HTML, NULL, diary_case, diary_html, NULL, false},
    {"plan", OPTION_NONE, NULL, plan_text, NULL, NULL, false},
    {"plan", OPTION_JSON, NULL, plan_json, NULL, NULL, false},
    {"audit", OPTION_NONE, NULL, audit_text, NULL, NULL, false},
    {"audit", OPTION_JSON, NULL, audit_json, NULL, NULL, false},
    {"audit", OPTION_CSV, NULL, audit_csv, NULL, NULL, false},
    {"audit", OPTION_HTML, NULL, audit_html, NULL, NULL, false},
};
const size_t view_row_count = sizeof view_rows / sizeof view_rows[0];
