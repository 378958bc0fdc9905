/* The fields of a limit, as sentences and clauses. */
#include "catalogue.h"
#include "util/fill.h"
#include "view/words.h"
#include <ehc/count.h>
#include <stdio.h>

/* Copies a text of the law; "" for NULL. */
static void put(char text[CATALOGUE_ROOM], const char *words) {
    snprintf(text, CATALOGUE_ROOM, "%s", words != NULL ? words : "");
}

/* Adds a clause with one named place. */
static void add(char text[CATALOGUE_ROOM], const char *clause, const char *name, const char *value) {
    ehc_sentence_add(text, CATALOGUE_ROOM, clause, name, value, NULL);
}

/* ---- names and lists ---- */

static const char *with_id(const char *title, const char *id, char text[EHC_WORDS]) {
    return ehc_sentence(text, EHC_WORDS, "{title} ({id})", "title", title, "id", id, NULL);
}

static const char *event_words(const struct ehc_law *law, int event, char text[EHC_WORDS]) {
    return with_id(law->events[event].title, law->events[event].id, text);
}

static const char *limit_words(const struct ehc_law *law, int limit, char text[EHC_WORDS]) {
    return with_id(law->limits[limit].short_title, law->limits[limit].id, text);
}

/* Begins a further item or sentence of a field. */
static void separate(char text[CATALOGUE_ROOM], const char *separator) {
    if (text[0] != '\0')
        ehc_sentence_add(text, CATALOGUE_ROOM, separator, NULL);
}

static const char *list_events(const struct ehc_law *law, const struct ehc_indexes *events, const char *separator,
                               char text[CATALOGUE_ROOM]) {
    char event[EHC_WORDS];
    text[0] = '\0';
    for (size_t i = 0; i < events->count; i++) {
        separate(text, separator);
        add(text, "{event}", "event", event_words(law, events->index[i], event));
    }
    return text;
}

/* ---- the step ---- */

void catalogue_write_route(const struct ehc_law *law, int route, char text[CATALOGUE_ROOM]) {
    with_id(law->routes[route].title, law->routes[route].id, text);
}

static void write_route(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    catalogue_write_route(law, limit->route, text);
}

static void write_step(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char sentence[EHC_WORDS];
    (void)law;
    words_sentence(limit, sentence);
    put(text, sentence);
}

static void write_who(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    (void)law;
    add(text, limit->for_family ? "{who} (a step of the family)" : "{who}", "who", limit->who);
}

static void write_asked(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char events[CATALOGUE_ROOM];
    for (int from = 0; from < EHC_ADVICE_FROM_KINDS; from++)
        if (limit->advice_from >> from & 1) {
            separate(text, ", ");
            add(text, "{who}", "who", ehc_advice_from_name((enum ehc_advice_from)from));
        }
    if (limit->under.count > 0)
        add(text, "; asked in the process that began with: {events}", "events",
            list_events(law, &limit->under, "; ", events));
}

static void write_needs(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    bool has_setting = limit->needs_setting != EHC_SETTING_NOT_GIVEN;
    char events[CATALOGUE_ROOM];
    const char *sentence = limit->needs.count == 0 ? "the setting is {setting}"
                           : has_setting           ? "the case gives: {events}; or the setting is {setting}"
                                                   : "the case gives: {events}";
    if (limit->needs.count > 0 || has_setting)
        ehc_sentence(text, CATALOGUE_ROOM, sentence, "events", list_events(law, &limit->needs, "; or ", events), "setting",
                     has_setting ? ehc_setting_name(limit->needs_setting) : "", NULL);
}

static void write_only_if(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char events[CATALOGUE_ROOM];
    put(text, limit->only_if);
    if (limit->known_by.count > 0)
        add(text, "; shown by: {events}", "events", list_events(law, &limit->known_by, "; or ", events));
}

/* ---- the law ---- */

static void write_basis(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    (void)law;
    add(text, ehc_is_duty(limit->basis) ? "{basis}" : "{basis}: not a duty in law", "basis", ehc_basis_name(limit->basis));
}

static void write_read(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char date[EHC_DAY_TEXT];
    (void)law;
    put(text, ehc_day_format_short(limit->checked, date));
}

static void write_force(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char from[EHC_DAY_TEXT], until[EHC_DAY_TEXT];
    bool is_year = law->events[limit->trigger].is_year, has_ended = limit->until != EHC_NO_DAY;
    if (is_year)
        snprintf(from, sizeof from, "%d", ehc_ymd_from_day(limit->from).year);
    else
        ehc_day_format_short(limit->from, from);
    static const char *const sentences[2][2] = {
        {"from {from}", "from {from} until {until}"},
        {"for the years from {from}", "for the years from {from} until {until}"},
    };
    ehc_sentence(text, CATALOGUE_ROOM, sentences[is_year][has_ended], "from", from, "until",
                 ehc_day_format_short(limit->until, until), NULL);
}

static void write_relaxation(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char from[EHC_DAY_TEXT], until[EHC_DAY_TEXT];
    if (limit->relaxed_by == EHC_NONE)
        return;
    const struct ehc_relaxation *relaxation = &law->relaxations[limit->relaxed_by];
    ehc_sentence(text, CATALOGUE_ROOM, "{from} to {until}: {provision}: {why}", "from",
                 ehc_day_format_short(relaxation->from, from), "until", ehc_day_format_short(relaxation->until, until),
                 "provision", relaxation->provision, "why", relaxation->why, NULL);
}

/* ---- the time ---- */

static void write_limit(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char words[EHC_WORDS];
    const char *sentence = limit->is_minimum ? "{time}: an act before the end of that time is too early" : "{time}";
    add(text, sentence, "time", ehc_limit_words(law, limit, words));
}

static void write_from(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char events[CATALOGUE_ROOM];
    const char *sentence = limit->together ? "{events}: a day of each is one round; the time runs from the event named first"
                           : limit->triggers.count > 1 ? "{events}: whichever happens"
                                                       : "{events}";
    add(text, sentence, "events", list_events(law, &limit->triggers, "; ", events));
}

static void write_done_by(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char event[EHC_WORDS], after[EHC_WORDS];
    for (size_t i = 0; i < limit->acts.count; i++) {
        const struct ehc_source *act = &limit->acts.list[i];
        bool has_order = act->after != EHC_NONE;
        separate(text, "; or ");
        ehc_sentence_add(text, CATALOGUE_ROOM, has_order ? "{event}, after {after}" : "{event}", "event",
                         event_words(law, act->event, event), "after", has_order ? event_words(law, act->after, after) : "",
                         NULL);
    }
}

static void write_count(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    static const char *const first[] = {
        [EHC_AFTER] = "the day it runs from is not counted",
        [EHC_BEGINNING] = "the day it runs from is the first day",
        [EHC_AT_LEAST_BEFORE] = "counted back: whole days, weeks or months lie between the two days",
        [EHC_BEFORE] = "the day named is itself too late: the last day is the day before",
    };
    static const char *const units[] = {
        [EHC_DAYS] = "days of the calendar: weekends and holidays count",
        [EHC_WEEKS] = "weeks of 7 days: weekends and holidays count",
        [EHC_MONTHS] = "months of the calendar, to the same day of the month or the month's last day",
        [EHC_WORKING_DAYS] = "working days: Saturdays, Sundays and bank holidays are left out",
        [EHC_SCHOOL_DAYS] = "school days: weekends, bank holidays and the school's own closed days are left out",
        [EHC_FIXED_DATE] = "",
    };
    put(text, first[limit->count]);
    separate(text, units[limit->unit][0] != '\0' ? "; " : "");
    ehc_sentence_add(text, CATALOGUE_ROOM, units[limit->unit], NULL);
    if (limit->day_kind != EHC_NONE)
        add(text, "; left out are {days}", "days", law->day_kinds[limit->day_kind].title);
    if (limit->after_trigger)
        ehc_sentence_add(text, CATALOGUE_ROOM, "; an act on the day it runs from belongs to the round before", NULL);
}

static const char *list_breaks(const struct ehc_roll *roll, char text[EHC_WORDS]) {
    text[0] = '\0';
    for (size_t i = 0; i < roll->break_count; i++)
        ehc_sentence_add(text, EHC_WORDS, i > 0 ? " or {break}" : "{break}", "break", roll->breaks[i]->title, NULL);
    return text;
}

static void write_roll(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char breaks[EHC_WORDS];
    if (limit->roll == EHC_NONE) {
        put(text, "the last day never moves, even if it is a weekend or a bank holiday; it ends at midnight");
        return;
    }
    const struct ehc_roll *roll = &law->rolls[limit->roll];
    if (roll->kind == EHC_BREAKS_NOT_COUNTED)
        add(text, "not counted: {days}", "days", roll->left_out);
    else
        put(text, "if the last day is not a working day, it moves to the next working day");
    if (roll->kind == EHC_TO_NEXT_WORKING_DAY && roll->break_count > 0)
        add(text, "; if it is in {breaks}, it moves to the first working day after", "breaks", list_breaks(roll, breaks));
    add(text, "; it ends at {hour}", "hour", roll->hour != NULL ? roll->hour : "midnight");
}

/* The day on which the example begins: 5 January 2026 is a Monday, and holidays of all kinds follow it. */
enum { EXAMPLE_YEAR = 2026, EXAMPLE_MONTH = 1, EXAMPLE_DAY = 5 };

static void write_example(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char from[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
    bool is_year = law->events[limit->trigger].is_year;
    ehc_day trigger = ehc_day_from_ymd(EXAMPLE_YEAR, EXAMPLE_MONTH, is_year ? 1 : EXAMPLE_DAY);
    struct ehc_period_end end = ehc_count_limit(law, NULL, limit, trigger, false);
    if (limit->unit == EHC_SCHOOL_DAYS || end.day == EHC_NO_DAY || !end.firm)
        return;
    if (is_year)
        snprintf(text, CATALOGUE_ROOM, "%d: %s", EXAMPLE_YEAR, ehc_day_format(end.day, last));
    else
        snprintf(text, CATALOGUE_ROOM, "from %s: %s", ehc_day_format(trigger, from), ehc_day_format(end.day, last));
}

static void write_with(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    struct ehc_limit other = *limit;
    char amount[EHC_WORDS], event[EHC_WORDS];
    if (limit->with == EHC_NONE)
        return;
    other.amount = limit->with_amount;
    ehc_sentence(text, CATALOGUE_ROOM, "{amount} if this happens on the same day: {event}", "amount",
                 ehc_amount_words(&other, amount), "event", event_words(law, limit->with, event), NULL);
}

/* ---- what changes it ---- */

static void write_readings(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    for (size_t i = 0; i < limit->readings.count; i++) {
        const struct ehc_reading *reading = &law->readings[limit->readings.index[i]];
        separate(text, " ");
        ehc_sentence_add(text, CATALOGUE_ROOM, "with {reading} ({source}). {why}", "reading", reading->title, "source",
                         reading->source, "why", reading->why, NULL);
    }
}

static void write_exceptions(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    static const char *const sentences[EHC_EXCEPTION_KINDS] = {
        [EHC_ABSENCE] = "{provision}: {exception} for at least {absence}",
        [EHC_SCHOOL_CLOSURE] = ("{provision}: {exception} for at least {closure} in a row, if advice was asked for between "
                                "{asking} before it closed and {asking} before it reopened"),
    };
    char provision[EHC_WORDS], absence[EHC_WORDS], closure[EHC_WORDS], asking[EHC_WORDS];
    if (limit->exceptions == EHC_NONE) {
        put(text, "none");
        return;
    }
    const struct ehc_exception_list *list = &law->lists[limit->exceptions];
    for (int kind = 0; kind < EHC_EXCEPTION_KINDS; kind++) {
        const char *sentence = sentences[kind == EHC_EARLY_YEARS_CLOSURE ? EHC_SCHOOL_CLOSURE : kind];
        if (list->letter[kind] == NULL)
            continue;
        separate(text, "; ");
        ehc_sentence_add(text, CATALOGUE_ROOM, sentence != NULL ? sentence : "{provision}: {exception}", "provision",
                         ehc_exception_provision(law, limit, (enum ehc_exception_kind)kind, provision), "exception",
                         law->kinds[kind].title, "absence", ehc_days_words(list->absence_days, absence), "closure",
                         ehc_days_words(list->closure_days, closure), "asking", ehc_days_words(list->asking_days, asking),
                         NULL);
    }
}

static void write_other_days(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char name[EHC_WORDS], limits[CATALOGUE_ROOM] = "";
    if (limit->or_on != EHC_NONE)
        add(text, "the last day is not before the day of: {event}", "event", event_words(law, limit->or_on, name));
    if (limit->or_limit != EHC_NONE) {
        separate(text, "; ");
        add(text, "the last day is not before the last day of: {limit}", "limit", limit_words(law, limit->or_limit, name));
    }
    for (size_t i = 0; i < limit->later_of.count; i++) {
        separate(limits, ", ");
        ehc_sentence_add(limits, CATALOGUE_ROOM, "{limit}", "limit", limit_words(law, limit->later_of.index[i], name), NULL);
    }
    if (limits[0] == '\0')
        return;
    separate(text, "; ");
    add(text, "if one of these has begun and ends later, its last day governs: {limits}", "limits", limits);
}

static void write_pending(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char event[EHC_WORDS], events[CATALOGUE_ROOM];
    if (limit->pending == EHC_NONE || !limit->is_minimum)
        return;
    ehc_sentence(text, CATALOGUE_ROOM, "no date can be worked out from: {event}, until: {events}", "event",
                 event_words(law, limit->pending, event), "events", list_events(law, &limit->pending_until, "; or ", events),
                 NULL);
}

static void write_instead(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    char other[EHC_WORDS];
    if (limit->instead_of != EHC_NONE)
        put(text, limit_words(law, limit->instead_of, other));
}

static void write_not_needed(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    list_events(law, &limit->not_needed_if, "; ", text);
}

static void write_ended(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    list_events(law, &limit->superseded_by, "; ", text);
}

static void write_implied(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    list_events(law, &limit->implied_by, "; ", text);
}

static void write_after_late(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    if (limit->after_late != NULL && limit->after_late_of != EHC_NONE)
        ehc_sentence(text, CATALOGUE_ROOM, "{step}; from the first day on which the {who} is late", "step",
                     limit->after_late, "who", law->roles[limit->after_late_of].who, NULL);
}

static void write_used(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]) {
    static const char *const words[] = {
        [EHC_PROJECTS_NEVER] = "no",
        [EHC_PROJECTS] = "yes: until it is done, later steps are estimated from its last day",
        [EHC_PROJECTS_ONCE_STARTED] =
            "yes, once it has begun: until it is done, later steps are estimated from its last day",
    };
    (void)law;
    put(text, words[limit->projects]);
}

const struct catalogue_field catalogue_fields[] = {
    {CATALOGUE_CELLS, "route", NULL, write_route, 0},
    {CATALOGUE_STEP, "step", NULL, write_step, 0},
    {CATALOGUE_STEP, "id", "Id", NULL, offsetof(struct ehc_limit, id)},
    {CATALOGUE_STEP, "short_name", "Called", NULL, offsetof(struct ehc_limit, short_title)},
    {CATALOGUE_STEP, "who", "Who acts", write_who, 0},
    {CATALOGUE_STEP, "asked", "Of a body asked for advice", write_asked, 0},
    {CATALOGUE_STEP, "only_if", "Owed only if", write_only_if, 0},
    {CATALOGUE_STEP, "shown_where", "Shown only if", write_needs, 0},
    {CATALOGUE_LAW, "provision", NULL, NULL, offsetof(struct ehc_limit, provision)},
    {CATALOGUE_LAW, "link", NULL, NULL, offsetof(struct ehc_limit, url)},
    {CATALOGUE_LAW, "basis", "Basis", write_basis, 0},
    {CATALOGUE_LAW, "last_read", "Last read", write_read, 0},
    {CATALOGUE_LAW, "in_force", "In force", write_force, 0},
    {CATALOGUE_LAW, "temporary_law", "Temporary law", write_relaxation, 0},
    {CATALOGUE_TIME, "limit", NULL, write_limit, 0},
    {CATALOGUE_TIME, "runs_from", "Runs from", write_from, 0},
    {CATALOGUE_TIME, "done_by", "Done by", write_done_by, 0},
    {CATALOGUE_TIME, "counted", "Counted", write_count, 0},
    {CATALOGUE_TIME, "last_day", "Last day", write_roll, 0},
    {CATALOGUE_TIME, "other_amount", "But", write_with, 0},
    {CATALOGUE_TIME, "example", "Example", write_example, 0},
    {CATALOGUE_LAW, "exceptions", "Exceptions", write_exceptions, 0},
    {CATALOGUE_TIME, "other_readings", "Also read", write_readings, 0},
    {CATALOGUE_CHANGES, "goes_with", "Goes with", write_other_days, 0},
    {CATALOGUE_CHANGES, "pending", "Pending", write_pending, 0},
    {CATALOGUE_CHANGES, "other_branch_of", "Other branch of", write_instead, 0},
    {CATALOGUE_CHANGES, "not_needed_if", "Not needed after", write_not_needed, 0},
    {CATALOGUE_CHANGES, "ended_by", "Ended by", write_ended, 0},
    {CATALOGUE_CHANGES, "shown_done_by", "Shown to be done by", write_implied, 0},
    {CATALOGUE_CHANGES, "stands_in", "Stands in for later steps", write_used, 0},
    {CATALOGUE_STEP, "note", "Note", NULL, offsetof(struct ehc_limit, note)},
    {CATALOGUE_STEP, "if_late", "If late", NULL, offsetof(struct ehc_limit, if_late)},
    {CATALOGUE_STEP, "after_a_delay", "After a delay", write_after_late, 0},
};
const size_t catalogue_field_count = sizeof catalogue_fields / sizeof catalogue_fields[0];

void catalogue_write_field(const struct ehc_law *law, const struct ehc_limit *limit, const struct catalogue_field *field,
                           char text[CATALOGUE_ROOM]) {
    text[0] = '\0';
    if (field->write != NULL)
        field->write(law, limit, text);
    else
        put(text, *(const char *const *)((const char *)limit + field->text_at));
}
