#include "engine.h"
#include "util/fail.h"
#include "util/fill.h"
#include <ehc/explain.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *write_words(char text[EHC_WORDS], const char *format, ...) __attribute__((format(printf, 2, 3)));

static const char *write_words(char text[EHC_WORDS], const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, EHC_WORDS, format, arguments);
    ehc_make_fit(text);
    va_end(arguments);
    return text;
}

static const char *plural(int number) {
    return number == 1 ? "" : "s";
}

const char *ehc_days_words(int days, char text[EHC_WORDS]) {
    return write_words(text, "%d day%s", days, plural(days));
}

static const char *unit_words(enum ehc_unit unit) {
    static const char *const words[] = {"day", "week", "month", "working day", "school day", ""};
    return words[unit];
}

const char *ehc_amount_words(const struct ehc_limit *limit, char text[EHC_WORDS]) {
    if (limit->unit == EHC_FIXED_DATE)
        return write_words(text, "%d %s", limit->amount, ehc_month_name(limit->month));
    return write_words(text, "%d %s%s", limit->amount, unit_words(limit->unit), plural(limit->amount));
}

const char *ehc_limit_words(const struct ehc_law *law, const struct ehc_limit *limit, char text[EHC_WORDS]) {
    char amount[EHC_WORDS];
    const char *when = law->events[limit->trigger].when;
    ehc_amount_words(limit, amount);
    if (limit->is_minimum)
        return write_words(text, "for at least %s from the day %s", amount, when);
    switch (limit->count) {
    case EHC_AFTER:
        return write_words(text, "within %s of the day %s", amount, when);
    case EHC_BEGINNING:
        return write_words(text, "%s, beginning with the day %s", amount, when);
    case EHC_AT_LEAST_BEFORE:
        return write_words(text, "at least %s before the day %s", amount, when);
    case EHC_BEFORE:
        break;
    }
    return write_words(text, "before %s of the year in which %s", amount, when);
}

const char *ehc_because_words(const struct ehc_law *law, const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char first[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
    bool is_year = deadline->own == NULL && law->events[deadline->limit->trigger].is_year;
    switch (deadline->because) {
    case EHC_OTHER_BRANCH:
        return write_words(text, "%s", law->events[deadline->because_index].done);
    case EHC_LATER_GOVERNS:
        return write_words(text, "of this and '%s' the later counts, and that one is later",
                           law->limits[deadline->because_index].id);
    case EHC_NOT_IN_FORCE:
        if (deadline->trigger < deadline->limit->from && is_year)
            return write_words(text, "%s is for the years from %d; %d is before that", deadline->limit->provision,
                               ehc_ymd_from_day(deadline->limit->from).year, ehc_ymd_from_day(deadline->trigger).year);
        if (deadline->trigger < deadline->limit->from)
            return write_words(text, "%s is in force from %s; %s is before that", deadline->limit->provision,
                               ehc_day_format_short(deadline->limit->from, first),
                               ehc_day_format_short(deadline->trigger, last));
        return write_words(text, "%s was in force until %s; %s is after that", deadline->limit->provision,
                           ehc_day_format_short(deadline->limit->until, first),
                           ehc_day_format_short(deadline->trigger, last));
    case EHC_NO_HOLIDAYS:
        return write_words(text, "bank holidays are known from %s to %s only, so this date is not firm: check it",
                           ehc_day_format_short(ehc_holidays_of(law, deadline->limit)->from, first),
                           ehc_day_format_short(ehc_holidays_of(law, deadline->limit)->until, last));
    case EHC_NO_CLOSURES:
        return write_words(text,
                           "school days leave out the days on which this school is closed, and none are given, so no day "
                           "can be told");
    case EHC_ONLY_IF:
        return write_words(text, "it is owed only if %s; none came by %s", deadline->limit->only_if,
                           ehc_day_format(deadline->due, first));
    case EHC_OUT_OF_RANGE:
        return write_words(text, "the count leaves the years 1900 to 2199");
    case EHC_NO_ACT:
        return write_words(text, "done, as %s, but '%s' is not given", law->events[deadline->because_index].done,
                           law->events[deadline->limit->act].id);
    case EHC_SUPERSEDED:
        return write_words(text, "%s on %s", law->events[deadline->because_index].done,
                           ehc_day_format(deadline->superseded, first));
    case EHC_OVERTAKEN:
        return write_words(text, "it is about a decision that another has taken the place of: %s on %s",
                           law->events[deadline->because_index].done, ehc_day_format(deadline->superseded, first));
    case EHC_NOT_SAID:
        return write_words(text, "nobody has said whether it was done: %s", law->events[deadline->limit->act].id);
    case EHC_WHO_NOT_SAID:
        return write_words(text, "it is not given who was asked: a section %s says it",
                           law->events[deadline->limit->trigger].several_in);
    case EHC_NO_OTHER_DAY:
        return write_words(text, "needs the day on which %s too: %s", law->events[deadline->because_index].done,
                           law->events[deadline->because_index].id);
    case EHC_PENDING:
        return write_words(text, "%s, and no day can be said until that is decided or over",
                           law->events[deadline->because_index].done);
    case EHC_TOO_EARLY:
        if (deadline->days > 0)
            return write_words(text, "too early: it had to wait until %s",
                               ehc_day_format(deadline->act + deadline->days, first));
        return write_words(text, "too early: %s, and that was not over", law->events[deadline->limit->pending].done);
    case EHC_TIME_OVER:
        return write_words(text, "the time that had to be kept free is over");
    case EHC_NO_REASON:
        break;
    }
    return write_words(text, "%s", "");
}

bool ehc_or_on_words(const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    const struct ehc_limit *limit = deadline->limit;
    char day[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
    if (deadline->or_day == EHC_NO_DAY || deadline->counted == EHC_NO_DAY || deadline->because == EHC_NO_OTHER_DAY)
        return false;
    const char *words = deadline->or_day > deadline->counted   ? limit->or_on_later
                        : deadline->or_day < deadline->counted ? limit->or_on_earlier
                                                               : NULL;
    const struct fill_place places[] = {{"{date}", ehc_day_format_short(deadline->or_day, day)},
                                        {"{last}", ehc_day_format_short(deadline->counted, last)}};
    if (words != NULL)
        ehc_fill(words, places, sizeof places / sizeof places[0], text, EHC_WORDS);
    return words != NULL;
}

const char *ehc_end_words(const struct ehc_law *law, const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    if (deadline->act != EHC_NO_DAY || deadline->superseded == EHC_NO_DAY)
        return write_words(text, "done %s", ehc_day_format(deadline->act, date));
    return write_words(text, "not done when %s on %s", law->events[deadline->superseded_by].done,
                       ehc_day_format(deadline->superseded, date));
}

/* ---- the steps of the count ---- */

struct steps {
    const struct ehc_law *law;
    const struct ehc_deadline *deadline;
    ehc_line *line;
    void *context;
    char text[EHC_WORDS];
};

static void step(struct steps *steps, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void step(struct steps *steps, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(steps->text, EHC_WORDS, format, arguments);
    ehc_make_fit(steps->text);
    va_end(arguments);
    steps->line(steps->context, steps->text);
}

static void step_trigger(struct steps *steps) {
    const struct ehc_deadline *deadline = steps->deadline;
    char date[EHC_DAY_TEXT];
    const struct ehc_event *event = &steps->law->events[deadline->limit->trigger];
    ehc_day_format(deadline->trigger, date);
    if (deadline->planned)
        step(steps, "still to come: counted from the day given, %s, as if %s that day", date, event->done);
    else if (deadline->projected && deadline->projected_by != EHC_NONE)
        step(steps, "not yet known; until then %s stands in, the last day for '%s'", date,
             steps->law->limits[deadline->projected_by].short_title);
    else if (deadline->projected)
        step(steps, "not yet known; until then %s stands in, as if %s that day", date, event->done);
    else if (deadline->trigger_event != deadline->limit->trigger)
        step(steps, "counted from the day %s", steps->law->events[deadline->trigger_event].done);
    if (deadline->limit->count == EHC_AFTER)
        step(steps, "%s is not counted", date);
    else if (deadline->limit->count == EHC_BEGINNING)
        step(steps, "%s is counted, as the first day", date);
    else if (deadline->limit->count == EHC_AT_LEAST_BEFORE)
        step(steps, "counted back from %s", date);
}

static void step_bank_holidays(struct steps *steps) {
    const struct ehc_deadline *deadline = steps->deadline;
    const struct ehc_holidays *holidays = ehc_holidays_of(steps->law, deadline->limit);
    ehc_day first = deadline->trigger < deadline->counted ? deadline->trigger : deadline->counted;
    ehc_day last = deadline->trigger < deadline->counted ? deadline->counted : deadline->trigger;
    if (deadline->limit->count == EHC_AT_LEAST_BEFORE)
        first++; /* the last day itself is not among those counted back over */
    char list[EHC_WORDS] = "", date[EHC_DAY_TEXT];
    size_t at = 0;
    for (size_t i = 0; i < holidays->count && at < sizeof list; i++) {
        ehc_day day = holidays->list[i].day;
        bool counted = day != deadline->trigger || deadline->limit->count == EHC_BEGINNING;
        if (counted && day >= first && day <= last)
            at += (size_t)snprintf(list + at, sizeof list - at, "%s%s", at > 0 ? ", " : "", ehc_day_format_short(day, date));
    }
    if (at > 0)
        step(steps, "bank holidays left out: %s", list);
}

static void step_months(struct steps *steps, const char *amount) {
    const struct ehc_deadline *deadline = steps->deadline;
    const char *verb = deadline->limit->amount == 1 ? "ends" : "end", *before = "";
    char date[EHC_DAY_TEXT];
    /* The corresponding date that the count went by, before a day was taken off it. */
    ehc_day corresponding = deadline->counted;
    int day = ehc_ymd_from_day(deadline->trigger).day;
    if (deadline->limit->count != EHC_AFTER && ehc_ymd_from_day(deadline->counted + 1).day == day) {
        corresponding = deadline->counted + 1;
        before = "the day before ";
    }
    if (deadline->limit->count == EHC_AT_LEAST_BEFORE)
        step(steps, "%s back, to the same day of the month or the month's last day", amount);
    else if (ehc_ymd_from_day(corresponding).day == day)
        step(steps, "%s %s %sthe same day of the month, %s", amount, verb, *before != '\0' ? before : "on ",
             ehc_day_format_short(corresponding, date));
    else
        step(steps, "%s %s on the month's last day, %s: it has no day %d", amount, verb,
             ehc_day_format_short(deadline->counted, date), day);
}

/* The rule by which the last day moves; NULL where it never does. */
static const struct ehc_roll *roll_of(const struct steps *steps) {
    int roll = steps->deadline->limit->roll;
    return roll != EHC_NONE ? &steps->law->rolls[roll] : NULL;
}

static void step_count(struct steps *steps) {
    const struct ehc_limit *limit = steps->deadline->limit;
    const struct ehc_roll *roll = roll_of(steps);
    char amount[EHC_WORDS];
    ehc_amount_words(limit, amount);
    switch (limit->unit) {
    case EHC_WEEKS:
        step(steps, "%s %s %d days", amount, limit->amount == 1 ? "is" : "are", 7 * limit->amount);
        break;
    case EHC_DAYS:
        step(steps, "%s of the calendar: weekends and holidays count", amount);
        break;
    case EHC_MONTHS:
        step_months(steps, amount);
        break;
    case EHC_WORKING_DAYS:
        if (roll != NULL && roll->kind == EHC_BREAKS_NOT_COUNTED)
            step(steps, "%s: Saturdays, Sundays and bank holidays are left out, and so are %s", amount, roll->left_out);
        else
            step(steps, "%s: Saturdays, Sundays and %s are left out", amount,
                 limit->day_kind != EHC_NONE ? steps->law->day_kinds[limit->day_kind].title : "bank holidays");
        step_bank_holidays(steps);
        break;
    case EHC_SCHOOL_DAYS:
        step(steps, "%s: weekends, bank holidays and the days on which the school is closed are left out", amount);
        step_bank_holidays(steps);
        break;
    case EHC_FIXED_DATE:
        step(steps, "before %s: that day itself is too late", amount);
        break;
    }
    if (limit->count == EHC_AT_LEAST_BEFORE)
        step(steps, "at least: %s in whole lie between", amount);
}

static void step_roll(struct steps *steps) {
    const struct ehc_deadline *deadline = steps->deadline;
    const struct ehc_roll *roll = roll_of(steps);
    char counted[EHC_DAY_TEXT], text[EHC_WORDS];
    if (roll == NULL || deadline->due == deadline->counted)
        return;
    const struct ehc_break *in = ehc_break_of(roll->breaks, roll->break_count, deadline->counted);
    const struct fill_place places[] = {{"{date}", ehc_day_format(deadline->counted, counted)},
                                        {"{break}", in != NULL ? in->title : NULL}};
    step(steps, "%s", ehc_fill(in != NULL ? roll->in_break : roll->not_working_day, places, 2, text, sizeof text));
}

/* What kind of day it is, where people would ask. */
static void step_kind_of_day(struct steps *steps) {
    const struct ehc_deadline *deadline = steps->deadline;
    const char *holiday = ehc_holiday_name(&steps->law->holidays, deadline->due);
    enum ehc_weekday weekday = ehc_weekday(deadline->due);
    if (deadline->limit->unit == EHC_WORKING_DAYS || deadline->limit->unit == EHC_SCHOOL_DAYS)
        return;
    if (holiday != NULL)
        step(steps, "a bank holiday (%s): it counts, this limit does not move", holiday);
    else if (weekday >= EHC_SATURDAY)
        step(steps, "a %s: it counts, this limit does not move", ehc_weekday_name(weekday));
}

static void step_readings(struct steps *steps) {
    const struct ehc_deadline *deadline = steps->deadline;
    char date[EHC_DAY_TEXT];
    if (deadline->roll_also != EHC_NO_DAY)
        step(steps, "also read: %s, %s", ehc_day_format(deadline->roll_also, date),
             steps->law->rolls[deadline->limit->roll].also);
    for (size_t i = 0; i < deadline->limit->readings.count; i++) {
        const struct ehc_reading *reading = &steps->law->readings[deadline->limit->readings.index[i]];
        if (deadline->reading[i] != EHC_NO_DAY && deadline->reading[i] != deadline->due)
            step(steps, "also read: %s, with %s (%s)", ehc_day_format(deadline->reading[i], date), reading->title,
                 reading->source);
    }
}

static const char *last_hour_words(const struct ehc_roll *roll) {
    return roll != NULL && roll->ends != NULL ? roll->ends : "to its end";
}

/* Nothing is counted to a date of one's own. */
static void step_own(struct steps *steps) {
    const struct ehc_own *own = steps->deadline->own;
    char date[EHC_DAY_TEXT];
    step(steps, "a date of your own, not one that the law sets");
    if (own->why != NULL)
        step(steps, "set by: %s", own->why);
    step(steps, "the last day is %s, to its end", ehc_day_format(own->due, date));
}

/* Not needed because of something that happened. */
static bool is_over(const struct ehc_deadline *deadline) {
    return deadline->status == EHC_NOT_NEEDED && (deadline->because == EHC_OTHER_BRANCH ||
                                                  deadline->because == EHC_SUPERSEDED || deadline->because == EHC_OVERTAKEN);
}

void ehc_steps(const struct ehc_law *law, const struct ehc_deadline *deadline, ehc_line *line, void *context) {
    struct steps steps = {.law = law, .deadline = deadline, .line = line, .context = context};
    char text[EHC_WORDS], date[EHC_DAY_TEXT];
    const struct ehc_relaxation *relaxation = ehc_deadline_relaxation(law, deadline);
    if (deadline->own != NULL) {
        step_own(&steps);
        return;
    }
    if (deadline->trigger == EHC_NO_DAY) {
        step(&steps, "the count starts when %s", law->events[deadline->limit->trigger].when);
    } else if (deadline->due != EHC_NO_DAY) {
        step_trigger(&steps);
        step_count(&steps);
        step_roll(&steps);
        if (ehc_or_on_words(deadline, text))
            step(&steps, "%s", text);
        step(&steps, "the last day is %s, %s", ehc_day_format(deadline->due, date), last_hour_words(roll_of(&steps)));
        step_kind_of_day(&steps);
        step_readings(&steps);
    }
    if (deadline->because != EHC_NO_REASON) {
        ehc_because_words(law, deadline, text);
        step(&steps, "%s%s", is_over(deadline) ? "not needed: " : "", text);
    }
    if (relaxation != NULL)
        step(&steps, "%s: %s", relaxation->provision, relaxation->why);
}

/* ---- exceptions ---- */

const char *ehc_exception_provision(const struct ehc_law *law, const struct ehc_limit *limit, enum ehc_exception_kind kind,
                                    char text[EHC_WORDS]) {
    const char *letter = limit->exceptions != EHC_NONE ? law->lists[limit->exceptions].letter[kind] : NULL;
    if (letter == NULL)
        return write_words(text, "%s", limit->provision);
    return write_words(text, "%s%s", limit->exceptions_in, letter);
}

static const char *asked_who(const struct ehc_exception *exception) {
    return exception->type->asked != NULL ? exception->type->asked : "the setting";
}

static const char *fits_words(const struct ehc_exception *exception, char text[EHC_WORDS]) {
    char asked[EHC_DAY_TEXT], first[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
    int lost = exception->lost.last - exception->lost.first + 1;
    switch (exception->kind) {
    case EHC_ABSENCE:
        return write_words(text, "away %d day%s in a row inside the period; the law asks for %d", exception->days,
                           plural(exception->days), exception->needed);
    case EHC_MISSED_APPOINTMENT:
        return write_words(text,
                           "missed on %s, inside the body's own period; it excuses that body only, and the law gives no "
                           "number of days",
                           ehc_day_format_short(exception->span.first, asked));
    default:
        return write_words(text, "closed %d days in a row, and advice asked of %s on %s, between %s and %s; %d day%s lost",
                           exception->days, asked_who(exception), ehc_day_format_short(exception->asked, asked),
                           ehc_day_format_short(exception->window.first, first),
                           ehc_day_format_short(exception->window.last, last), lost, plural(lost));
    }
}

static const char *too_short_words(const struct ehc_exception *exception, char text[EHC_WORDS]) {
    if (exception->kind == EHC_ABSENCE)
        return write_words(text, "away %d day%s inside the period; the law asks for %d in a row", exception->days,
                           plural(exception->days), exception->needed);
    return write_words(text, "closed %d day%s in a row; the law asks for %d", exception->days, plural(exception->days),
                       exception->needed);
}

/* That a closure is too short besides is worth knowing: the next period may meet it. */
static const char *outside_words(const struct ehc_deadline *deadline, const struct ehc_exception *exception,
                                 char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    ehc_day_format_short(deadline->due, date);
    if (exception->days > 0 && exception->days < exception->needed)
        return write_words(text,
                           "it does not fall inside the period of this limit, which ends on %s; besides, closed %d day%s in "
                           "a row, where the law asks for %d",
                           date, exception->days, plural(exception->days), exception->needed);
    return write_words(text, "it does not fall inside the period of this limit, which ends on %s", date);
}

const char *ehc_exception_words(const struct ehc_deadline *deadline, const struct ehc_exception *exception,
                                char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT], first[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
    switch (exception->fit) {
    case EHC_FITS:
        return fits_words(exception, text);
    case EHC_TOO_SHORT:
        return too_short_words(exception, text);
    case EHC_NOT_ON_LIST:
        return write_words(text, "there is no such exception in %s", deadline->limit->provision);
    case EHC_NO_FACTS:
        return write_words(text, "nothing of the kind is given");
    case EHC_REASON_NOT_LISTED:
        return write_words(text, "%s", exception->claim->why);
    case EHC_NOT_BY_DATES:
        return write_words(text, "they meet the period of the limit on %d day%s, and dates cannot show the rest: %s",
                           exception->days, plural(exception->days), exception->type->question);
    case EHC_ASKED_NOT_GIVEN:
        return write_words(text,
                           "closed %d days in a row; on which day was advice asked of %s? It had to be between %s and %s",
                           exception->days, asked_who(exception), ehc_day_format_short(exception->window.first, first),
                           ehc_day_format_short(exception->window.last, last));
    case EHC_ASKED_OUTSIDE:
        return write_words(text, "closed %d days in a row, but advice was asked of %s on %s, not between %s and %s",
                           exception->days, asked_who(exception), ehc_day_format_short(exception->asked, date),
                           ehc_day_format_short(exception->window.first, first),
                           ehc_day_format_short(exception->window.last, last));
    case EHC_ASKED_TOO_LATE:
        return write_words(text,
                           "closed %d days in a row, but advice was asked of %s on %s, and no closed day from then on falls "
                           "inside the period of this limit, which ends on %s",
                           exception->days, asked_who(exception), ehc_day_format_short(exception->asked, first),
                           ehc_day_format_short(deadline->due, date));
    case EHC_OUTSIDE_PERIOD:
        return outside_words(deadline, exception, text);
    case EHC_OTHER_BODY:
        return write_words(text, "the appointment was with another body; it excuses that body only");
    case EHC_BODY_NOT_GIVEN:
        return write_words(text, "missed on %s; was it this body's appointment? It excuses that body only",
                           ehc_day_format_short(exception->span.first, date));
    }
    return write_words(text, "%s", "");
}
