/* ehc plan: works back from the last day of a limit. */
#include "calendar/calendar.h"
#include "commands.h"
#include "plan_view/plan_view.h"
#include "request/say.h"
#include "show.h"
#include "util/fail.h"
#include "util/plural.h"
#include <stdlib.h>
#include <string.h>

enum { DATE_ROOM = 256, HINT_ROOM = 240 };

/* Reads the last day among the words. (If the limit ends before an event, the words are the day of that event instead.) */
static enum exit_status read_end(const struct request *request, ehc_day *end) {
    char text[DATE_ROOM], dates[DATE_ROOM];
    struct ehc_error error;
    const char *date = request->event == NULL ? request_words(request, request->date_word, text, sizeof text) : NULL;
    *end = EHC_NO_DAY;
    if (date == NULL || ehc_day_read(request_dates(request, date, dates, sizeof dates), end, &error))
        return EXIT_DONE;
    say_error(NULL, &error);
    return EXIT_INPUT;
}

static enum exit_status not_in_force(const struct ehc_limit *limit) {
    char date[EHC_DAY_TEXT], hint[HINT_ROOM];
    snprintf(hint, sizeof hint, "give a later day; 'ehc explain %.60s' shows the law", limit->id);
    say_fault(hint, "'%s' is law only from %s", limit->id, ehc_day_format_short(limit->from, date));
    return EXIT_INPUT;
}

/* The last day that the law gives, from the case. */
static enum exit_status find_end(const struct request *request, ehc_day *end) {
    const struct ehc_limit *limit = request->limit;
    struct ehc_judgement *judgement = request_judge(request, NULL);
    char hint[HINT_ROOM];
    if (judgement == NULL)
        return EXIT_FILE;
    const struct ehc_deadline *deadline = judgement->deadlines[0].deadline;
    bool is_law = deadline->because != EHC_NOT_IN_FORCE;
    *end = deadline->due;
    ehc_judgement_free(judgement);
    if (!is_law)
        return not_in_force(limit);
    if (*end != EHC_NO_DAY)
        return EXIT_DONE;
    if (plan_counts_to_trigger(limit))
        snprintf(hint, sizeof hint, "write it as in 'ehc plan %.40s %s', or give --event %.40s=...", limit->id,
                 request->law->events[limit->trigger].is_year ? "2027" : "2027-09-01",
                 request->law->events[limit->trigger].id);
    else
        snprintf(hint, sizeof hint,
                 "give the day by which it must be done, 'ehc plan %.40s 2027-03-01', or --event %.40s=...", limit->id,
                 request->law->events[limit->trigger].id);
    say_fault(hint, "the day to work back from is missing");
    return EXIT_USAGE;
}

static bool is_calendar_name(const char *file) {
    size_t length = file != NULL ? strlen(file) : 0;
    return length > 4 && strcmp(file + length - 4, ".ics") == 0;
}

static enum exit_status write_events(const struct request *request, const struct plan_case *events,
                                     const struct ics_options *options) {
    struct ehc_error error;
    struct ics_counts counts;
    struct output output;
    char dates[64];
    struct ehc_judgement *judgement = ehc_judge(request->law, &events->facts, request->as_at, NULL);
    struct ics_calendar *calendar = judgement != NULL ? ics_make(judgement, options, NULL, &counts, &error) : NULL;
    enum exit_status status = EXIT_FILE;
    if (calendar == NULL)
        say_no_memory();
    else if (output_begin(&output, request)) {
        ics_write(calendar, output.stream);
        status = output_finish(&output);
    }
    if (status == EXIT_DONE)
        fprintf(stderr, "%s written. A date is a legal limit only if its title says so.\n",
                plural_words((long long)counts.events, "date", "dates", dates, sizeof dates));
    ics_free(calendar);
    ehc_judgement_free(judgement);
    return status;
}

static enum exit_status write_calendar(const struct request *request, const struct plan *plan) {
    static const bool none[EHC_LIMITS_MAX];
    bool chosen_own[EHC_OWN_MAX];
    char name[PLAN_NAME_ROOM];
    struct ics_options options = {.chosen = none, .chosen_own = chosen_own, .name = name};
    struct plan_case *events = malloc(sizeof *events);
    if (request->format != OPTION_NONE) {
        say_fault("give the file another name, or leave out --json", "--json cannot be used with a calendar");
        free(events);
        return EXIT_USAGE;
    }
    if (events == NULL) {
        say_no_memory();
        return EXIT_FILE;
    }
    memset(chosen_own, true, sizeof chosen_own);
    snprintf(name, sizeof name, "%.60s plan: %.100s", request->law->label, plan->limit->short_title);
    view_plan_case(plan, request->facts.reference, events);
    enum exit_status status = calendar_read_stamp(&options.stamp) ? write_events(request, events, &options) : EXIT_INPUT;
    free(events);
    return status;
}

static enum exit_status show_plan(struct request *request, const struct plan *plan) {
    struct showing showing = {.request = request, .plan = plan};
    enum exit_status status =
        is_calendar_name(option_value(request, OPTION_OUTPUT)) ? write_calendar(request, plan) : show_once(&showing);
    return status == EXIT_DONE && !plan->firm ? EXIT_CANNOT_SAY : status;
}

static enum exit_status list_ends(const struct request *request) {
    struct output output;
    bool any = false;
    if (request->format != OPTION_NONE) {
        say_fault("name a limit, as in 'ehc plan LIMIT 2027 --json'", "the limit to work back from is missing");
        return EXIT_USAGE;
    }
    for (size_t i = 0; i < request->law->limit_count; i++)
        any = any || plan_can_end(&request->law->limits[i]);
    if (!any) {
        say_fault(NULL, "this law has no limit that a plan can work back from");
        return EXIT_CANNOT_SAY;
    }
    if (!output_begin(&output, request))
        return EXIT_FILE;
    const struct page page = output_page(request, output.stream);
    view_plan_ends(request->law, &page);
    return output_finish(&output);
}

enum exit_status run_plan(struct request *request) {
    struct plan plan;
    ehc_day end;
    if (request->limit == NULL)
        return list_ends(request);
    enum exit_status status = read_end(request, &end);
    if (status == EXIT_DONE)
        status = request_load_case(request, option_value(request, OPTION_CASE));
    bool is_given = status == EXIT_DONE && end != EHC_NO_DAY;
    if (status == EXIT_DONE && !is_given)
        status = find_end(request, &end);
    if (status != EXIT_DONE)
        return status;
    if (!ehc_in_force(request->limit, end))
        return not_in_force(request->limit);
    if (plan_work_out(request->law, request->limit, end, !is_given, &request->facts, &plan))
        return show_plan(request, &plan);
    say_fault("give another day", "the plan goes beyond the years 1900 to 2199");
    return EXIT_INPUT;
}
