/* Every field of a limit in words. */
#include "catalogue.h"
#include "util/ascii.h"
#include "util/fill.h"
#include "view/words.h"
#include <ehc/count.h>
#include <stdarg.h>
#include <string.h>

static void add(char text[CATALOGUE_ROOM], const char *format, ...) __attribute__((format(printf, 2, 3)));

static void add(char text[CATALOGUE_ROOM], const char *format, ...) {
    size_t at = strlen(text);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text + at, CATALOGUE_ROOM - at, format, arguments);
    va_end(arguments);
}

static void add_or_nothing(char text[CATALOGUE_ROOM], const char *more) {
    add(text, "%s", more != NULL ? more : "");
}

/* ---- lists ---- */

static void add_event(const struct ehc_law *law, int event, const char *before, char text[CATALOGUE_ROOM]) {
    add(text, "%s%s (%s)", before, law->events[event].title, law->events[event].id);
}

static void add_events(const struct ehc_law *law, const struct ehc_indexes *events, char text[CATALOGUE_ROOM]) {
    for (size_t i = 0; i < events->count; i++)
        add_event(law, events->index[i], i > 0 ? "; " : "", text);
}

static void add_limit(const struct ehc_law *law, int limit, const char *before, char text[CATALOGUE_ROOM]) {
    add(text, "%s%s (%s)", before, law->limits[limit].short_title, law->limits[limit].id);
}

/* ---- the step ---- */

static void write_route(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    add(text, "%s (%s)", law->routes[limit->route].title, law->routes[limit->route].id);
}

static void write_id(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    (void)law;
    add(text, "%s", limit->id);
}

static void write_step(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char sentence[EHC_WORDS];
    (void)law;
    words_sentence(limit, sentence);
    add(text, "%s", sentence);
}

static void write_short(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    (void)law;
    add(text, "%s", limit->short_title);
}

static void write_who(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    (void)law;
    add(text, "%s%s", limit->who, limit->for_family ? " (a step of the family)" : "");
}

static void write_asked(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    for (int from = 0; from < EHC_ADVICE_FROM_KINDS; from++)
        if (limit->advice_from >> from & 1)
            add(text, "%s%s", text[0] != '\0' ? ", " : "", ehc_advice_from_name((enum ehc_advice_from)from));
    if (limit->under.count == 0)
        return;
    add(text, "; asked for in what began with: ");
    add_events(law, &limit->under, text);
}

static void write_needs(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    if (limit->needs.count > 0)
        add_events(law, &limit->needs, text);
    if (limit->needs_setting != EHC_SETTING_NOT_GIVEN)
        add(text, "%sthe setting is %s", text[0] != '\0' ? ", or " : "", ehc_setting_name(limit->needs_setting));
}

static void write_only_if(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    add_or_nothing(text, limit->only_if);
    if (limit->known_by.count == 0)
        return;
    add(text, "; known by: ");
    add_events(law, &limit->known_by, text);
}

/* ---- the law ---- */

static void write_basis(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    (void)law;
    add(text, "%s%s", ehc_basis_name(limit->basis), ehc_is_duty(limit->basis) ? "" : ": not a duty in law");
}

static void write_provision(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    (void)law;
    add(text, "%s", limit->provision);
}

static void write_url(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    (void)law;
    add(text, "%s", limit->url);
}

static void write_read(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char date[EHC_DAY_TEXT];
    (void)law;
    add(text, "%s", ehc_day_format_short(limit->checked, date));
}

static void write_force(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char date[EHC_DAY_TEXT];
    if (law->events[limit->trigger].is_year)
        add(text, "for the years from %d", ehc_ymd_from_day(limit->from).year);
    else
        add(text, "from %s", ehc_day_format_short(limit->from, date));
    if (limit->until != EHC_NO_DAY)
        add(text, " until %s", ehc_day_format_short(limit->until, date));
}

static void write_relaxation(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char from[EHC_DAY_TEXT], until[EHC_DAY_TEXT];
    if (limit->relaxed_by == EHC_NONE)
        return;
    const struct ehc_relaxation *relaxation = &law->relaxations[limit->relaxed_by];
    add(text, "%s to %s: %s: %s", ehc_day_format_short(relaxation->from, from),
        ehc_day_format_short(relaxation->until, until), relaxation->provision, relaxation->why);
}

/* ---- the time ---- */

static void write_limit(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char words[EHC_WORDS];
    add(text, "%s", ehc_limit_words(law, limit, words));
    if (limit->is_minimum)
        add(text, ": what is done before that is over is done too early");
}

static void write_from(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    add_events(law, &limit->triggers, text);
    if (limit->together)
        add(text, ": the days of both together");
    else if (limit->triggers.count > 1)
        add(text, ": whichever happens");
}

static void write_done_by(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    for (size_t i = 0; i < limit->acts.count; i++) {
        const struct ehc_source *act = &limit->acts.list[i];
        add_event(law, act->event, i > 0 ? "; or " : "", text);
        if (act->after != EHC_NONE)
            add_event(law, act->after, ", after ", text);
    }
}

static void write_count(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    static const char *const first[] = {
        [EHC_AFTER] = "the day it runs from is not counted",
        [EHC_BEGINNING] = "the day it runs from is the first day",
        [EHC_AT_LEAST_BEFORE] = "counted back; whole days, weeks or months lie between",
        [EHC_BEFORE] = "the day named is itself too late: the last day is the one before",
    };
    static const char *const units[] = {
        [EHC_DAYS] = "days of the calendar, weekends and holidays too",
        [EHC_WEEKS] = "weeks of 7 days, weekends and holidays too",
        [EHC_MONTHS] = "months of the calendar, to the same day of the month or the month's last day",
        [EHC_WORKING_DAYS] = "working days: Saturdays, Sundays and bank holidays are left out",
        [EHC_SCHOOL_DAYS] = "school days: weekends, bank holidays and the school's own closed days are left out",
        [EHC_FIXED_DATE] = "",
    };
    add(text, "%s%s%s", first[limit->count], units[limit->unit][0] != '\0' ? "; " : "", units[limit->unit]);
    if (limit->day_kind != EHC_NONE)
        add(text, "; left out are %s", law->day_kinds[limit->day_kind].title);
    if (limit->after_trigger)
        add(text, "; what is done on the day it runs from belongs to the round before");
}

static void add_breaks(const struct ehc_roll *roll, char text[CATALOGUE_ROOM]) {
    for (size_t i = 0; i < roll->break_count; i++)
        add(text, "%s%s", i > 0 ? " and " : "", roll->breaks[i]->title);
}

static void write_roll(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    if (limit->roll == EHC_NONE) {
        add(text, "the last day never moves, on a weekend or a bank holiday either; it ends at midnight");
        return;
    }
    const struct ehc_roll *roll = &law->rolls[limit->roll];
    if (roll->kind == EHC_BREAKS_NOT_COUNTED)
        add(text, "not counted: %s", roll->left_out);
    else
        add(text, "from a day that is no working day it moves to the next one");
    if (roll->kind == EHC_TO_NEXT_WORKING_DAY && roll->break_count > 0) {
        add(text, ", from a day in ");
        add_breaks(roll, text);
        add(text, " to the first working day after");
    }
    add(text, "; it ends at %s", roll->hour != NULL ? roll->hour : "midnight");
}

/* The day on which the example begins: people know that 5 January 2026 is a Monday, and all kinds of holiday follow. */
enum { EXAMPLE_YEAR = 2026, EXAMPLE_MONTH = 1, EXAMPLE_DAY = 5 };

static void write_example(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char from[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
    bool is_year = law->events[limit->trigger].is_year;
    ehc_day trigger = ehc_day_from_ymd(EXAMPLE_YEAR, EXAMPLE_MONTH, is_year ? 1 : EXAMPLE_DAY);
    struct ehc_period_end end = ehc_count_limit(law, NULL, limit, trigger, false);
    if (limit->unit == EHC_SCHOOL_DAYS || end.day == EHC_NO_DAY || !end.firm)
        return;
    if (is_year)
        add(text, "%d: %s", EXAMPLE_YEAR, ehc_day_format(end.day, last));
    else
        add(text, "from %s: %s", ehc_day_format(trigger, from), ehc_day_format(end.day, last));
}

static void write_with(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    struct ehc_limit other = *limit;
    char amount[EHC_WORDS];
    if (limit->with == EHC_NONE)
        return;
    other.amount = limit->with_amount;
    add(text, "%s where on the same day: ", ehc_amount_words(&other, amount));
    add_event(law, limit->with, "", text);
}

/* ---- what turns it ---- */

static void write_readings(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    for (size_t i = 0; i < limit->readings.count; i++) {
        const struct ehc_reading *reading = &law->readings[limit->readings.index[i]];
        add(text, "%swith %s (%s). %s", i > 0 ? " " : "", reading->title, reading->source, reading->why);
    }
}

static void write_exceptions(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char provision[EHC_WORDS];
    if (limit->exceptions == EHC_NONE) {
        add(text, "none");
        return;
    }
    const struct ehc_exception_list *list = &law->lists[limit->exceptions];
    for (int kind = 0; kind < EHC_EXCEPTION_KINDS; kind++) {
        if (list->letter[kind] == NULL)
            continue;
        ehc_exception_provision(law, limit, (enum ehc_exception_kind)kind, provision);
        add(text, "%s%s: %s", text[0] != '\0' ? "; " : "", provision, law->kinds[kind].title);
        if (kind == EHC_ABSENCE)
            add(text, " for %d days", list->absence_days);
        if (kind == EHC_SCHOOL_CLOSURE || kind == EHC_EARLY_YEARS_CLOSURE)
            add(text, " for %d days in a row, asked for advice from %d days before to %d days before it reopened",
                list->closure_days, list->asking_days, list->asking_days);
    }
}

static void write_other_days(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    if (limit->or_on != EHC_NONE)
        add_event(law, limit->or_on, "not before the day of: ", text);
    if (limit->or_limit != EHC_NONE)
        add_limit(law, limit->or_limit,
                  text[0] != '\0' ? "; not before the last day of: " : "not before the last day of: ", text);
    for (size_t i = 0; i < limit->later_of.count; i++)
        add_limit(law, limit->later_of.index[i],
                  i > 0             ? ", "
                  : text[0] != '\0' ? "; of this and these the later governs: "
                                    : "of this and these the later governs: ",
                  text);
}

static void write_pending(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    if (limit->pending == EHC_NONE || !limit->is_minimum)
        return;
    add_event(law, limit->pending, "no day can be said from: ", text);
    add(text, ", until: ");
    add_events(law, &limit->pending_until, text);
}

static void write_instead(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    if (limit->instead_of != EHC_NONE)
        add_limit(law, limit->instead_of, "", text);
}

static void write_not_needed(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    add_events(law, &limit->not_needed_if, text);
}

static void write_ended(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    add_events(law, &limit->superseded_by, text);
}

static void write_implied(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    add_events(law, &limit->implied_by, text);
}

static void write_note(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    (void)law;
    add_or_nothing(text, limit->note);
}

static void write_if_late(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    (void)law;
    add_or_nothing(text, limit->if_late);
}

static void write_after_late(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    if (limit->after_late != NULL && limit->after_late_of != EHC_NONE)
        add(text, "%s: from the first late day of the %s", limit->after_late, law->roles[limit->after_late_of].who);
}

static void write_used(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    static const char *const words[] = {
        [EHC_PROJECTS_NEVER] = "no",
        [EHC_PROJECTS] = "yes, its last day stands in for its act until that has happened",
        [EHC_PROJECTS_ONCE_STARTED] = "the same, once it has begun",
    };
    (void)law;
    add(text, "%s", words[limit->projects]);
}

const struct catalogue_field catalogue_fields[] = {
    {CATALOGUE_CELLS, "route", NULL, write_route},
    {CATALOGUE_STEP, "step", NULL, write_step},
    {CATALOGUE_STEP, "id", "Id", write_id},
    {CATALOGUE_STEP, "short_name", "Called", write_short},
    {CATALOGUE_STEP, "who", "Who acts", write_who},
    {CATALOGUE_STEP, "asked", "Of those asked for advice", write_asked},
    {CATALOGUE_STEP, "only_if", "Owed only if", write_only_if},
    {CATALOGUE_STEP, "shown_where", "Shown only where", write_needs},
    {CATALOGUE_LAW, "provision", NULL, write_provision},
    {CATALOGUE_LAW, "link", NULL, write_url},
    {CATALOGUE_LAW, "basis", "Basis", write_basis},
    {CATALOGUE_LAW, "last_read", "Last read", write_read},
    {CATALOGUE_LAW, "in_force", "In force", write_force},
    {CATALOGUE_LAW, "temporary_law", "Temporary law", write_relaxation},
    {CATALOGUE_TIME, "limit", NULL, write_limit},
    {CATALOGUE_TIME, "runs_from", "Runs from", write_from},
    {CATALOGUE_TIME, "done_by", "Done by", write_done_by},
    {CATALOGUE_TIME, "counted", "Counted", write_count},
    {CATALOGUE_TIME, "last_day", "Last day", write_roll},
    {CATALOGUE_TIME, "other_amount", "But", write_with},
    {CATALOGUE_TIME, "example", "Example", write_example},
    {CATALOGUE_LAW, "exceptions", "Exceptions", write_exceptions},
    {CATALOGUE_TIME, "other_readings", "Also read", write_readings},
    {CATALOGUE_TURNS, "goes_with", "Goes with", write_other_days},
    {CATALOGUE_TURNS, "pending", "Pending", write_pending},
    {CATALOGUE_TURNS, "other_branch_of", "Other branch of", write_instead},
    {CATALOGUE_TURNS, "not_needed_if", "Not needed after", write_not_needed},
    {CATALOGUE_TURNS, "ended_by", "Ended by", write_ended},
    {CATALOGUE_TURNS, "shown_done_by", "Shown to be done by", write_implied},
    {CATALOGUE_TURNS, "stands_in", "Stands in for later steps", write_used},
    {CATALOGUE_STEP, "note", "Note", write_note},
    {CATALOGUE_STEP, "if_late", "If late", write_if_late},
    {CATALOGUE_STEP, "after_a_delay", "After a delay", write_after_late},
};
const size_t catalogue_field_count = sizeof catalogue_fields / sizeof catalogue_fields[0];
