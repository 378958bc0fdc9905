#include "util/fail.h"
#include "util/fill.h"
#include "util/plural.h"
#include <ehc/explain.h>
#include <stdarg.h>
#include <stdio.h>

static const char *write_words(char text[EHC_WORDS], const char *format, ...) __attribute__((format(printf, 2, 3)));

static const char *write_words(char text[EHC_WORDS], const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, EHC_WORDS, format, arguments);
    ehc_make_fit(text);
    va_end(arguments);
    return text;
}

const char *ehc_days_words(int days, char text[EHC_WORDS]) {
    return plural_words(days, "day", "days", text, EHC_WORDS);
}

const char *ehc_amount_words(const struct ehc_limit *limit, char text[EHC_WORDS]) {
    static const struct {
        const char *one, *many;
    } units[] = {[EHC_DAYS] = {"day", "days"},
                 [EHC_WEEKS] = {"week", "weeks"},
                 [EHC_MONTHS] = {"month", "months"},
                 [EHC_WORKING_DAYS] = {"working day", "working days"},
                 [EHC_SCHOOL_DAYS] = {"school day", "school days"}};
    if (limit->unit == EHC_FIXED_DATE)
        return write_words(text, "%d %s", limit->amount, ehc_month_name(limit->month));
    return plural_words(limit->amount, units[limit->unit].one, units[limit->unit].many, text, EHC_WORDS);
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
        return write_words(text, "this is not the last day: that of '%s' is later, and it governs",
                           law->limits[deadline->because_index].id);
    case EHC_NOT_IN_FORCE:
        if (deadline->trigger < deadline->limit->from && is_year)
            return write_words(text, "%s is for the years from %d; %d is before that", deadline->limit->provision,
                               ehc_ymd_from_day(deadline->limit->from).year, ehc_ymd_from_day(deadline->trigger).year);
        if (deadline->trigger < deadline->limit->from)
            return write_words(text,
                               deadline->limit->basis == EHC_STATUTE ? "%s is in force from %s; %s is before that"
                                                                     : "%s applies from %s; %s is before that",
                               deadline->limit->provision, ehc_day_format_short(deadline->limit->from, first),
                               ehc_day_format_short(deadline->trigger, last));
        return write_words(text,
                           deadline->limit->basis == EHC_STATUTE ? "%s was in force until %s; %s is after that"
                                                                 : "%s applied until %s; %s is after that",
                           deadline->limit->provision, ehc_day_format_short(deadline->limit->until, first),
                           ehc_day_format_short(deadline->trigger, last));
    case EHC_NO_HOLIDAYS:
        return write_words(text, "bank holidays are known from %s to %s only, so this date is not firm: check it",
                           ehc_day_format_short(ehc_holidays_of(law, deadline->limit)->from, first),
                           ehc_day_format_short(ehc_holidays_of(law, deadline->limit)->until, last));
    case EHC_NO_CLOSURES:
        return write_words(text,
                           "no date can be worked out: school days leave out the days on which this school is closed, and "
                           "the case gives none");
    case EHC_ONLY_IF:
        return write_words(text, "it is owed only if %s; none came by %s", deadline->limit->only_if,
                           ehc_day_format(deadline->due, first));
    case EHC_OUT_OF_RANGE:
        return write_words(text, "the count leaves the years 1900 to 2199");
    case EHC_NO_ACT:
        return write_words(text, "%s, so this was done, but the case does not give the day (%s)",
                           law->events[deadline->because_index].done, law->events[deadline->limit->act].id);
    case EHC_SUPERSEDED:
        return write_words(text, "%s on %s", law->events[deadline->because_index].done,
                           ehc_day_format(deadline->superseded, first));
    case EHC_OVERTAKEN:
        return write_words(text, "another decision replaced the one that this step is about: %s on %s",
                           law->events[deadline->because_index].done, ehc_day_format(deadline->superseded, first));
    case EHC_NOT_SAID:
        return write_words(text, "the case does not say whether it was done: %s", law->events[deadline->limit->act].id);
    case EHC_WHO_NOT_SAID:
        return write_words(text, "the case does not say who was asked; add a section %s",
                           law->events[deadline->limit->trigger].several_in);
    case EHC_NO_OTHER_DAY:
        return write_words(text, "the last day also depends on the day on which %s; add %s",
                           law->events[deadline->because_index].done, law->events[deadline->because_index].id);
    case EHC_PENDING:
        return write_words(text, "%s, so no date can be worked out until that is decided or over",
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
    const struct fill_place places[] = {{"date", ehc_day_format_short(deadline->or_day, day)},
                                        {"last", ehc_day_format_short(deadline->counted, last)}};
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
    char asked[EHC_DAY_TEXT], first[EHC_DAY_TEXT], last[EHC_DAY_TEXT], days[EHC_WORDS];
    int lost = exception->lost.last - exception->lost.first + 1;
    switch (exception->kind) {
    case EHC_ABSENCE:
        return write_words(text, "away %s in a row inside the period; the law asks for %d",
                           ehc_days_words(exception->days, days), exception->needed);
    case EHC_MISSED_APPOINTMENT:
        return write_words(text,
                           "missed on %s, inside the body's own period; it excuses only that body, and the law gives no "
                           "number of days",
                           ehc_day_format_short(exception->span.first, asked));
    default:
        return write_words(text, "closed %d days in a row, and advice asked of %s on %s, between %s and %s; %s lost",
                           exception->days, asked_who(exception), ehc_day_format_short(exception->asked, asked),
                           ehc_day_format_short(exception->window.first, first),
                           ehc_day_format_short(exception->window.last, last), ehc_days_words(lost, days));
    }
}

static const char *too_short_words(const struct ehc_exception *exception, char text[EHC_WORDS]) {
    char days[EHC_WORDS];
    ehc_days_words(exception->days, days);
    if (exception->kind == EHC_ABSENCE)
        return write_words(text, "away %s inside the period; the law asks for %d in a row", days, exception->needed);
    return write_words(text, "closed %s in a row; the law asks for %d", days, exception->needed);
}

/* A closure that is also too short is said to be: it may overlap the period of the next limit. */
static const char *outside_words(const struct ehc_deadline *deadline, const struct ehc_exception *exception,
                                 char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT], days[EHC_WORDS];
    ehc_day_format_short(deadline->due, date);
    if (exception->days > 0 && exception->days < exception->needed)
        return write_words(text,
                           "it does not fall inside the period of this limit, which ends on %s. It is also too short: "
                           "closed %s in a row, and the law asks for %d",
                           date, ehc_days_words(exception->days, days), exception->needed);
    return write_words(text, "it does not fall inside the period of this limit, which ends on %s", date);
}

const char *ehc_exception_words(const struct ehc_deadline *deadline, const struct ehc_exception *exception,
                                char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT], first[EHC_DAY_TEXT], last[EHC_DAY_TEXT], days[EHC_WORDS];
    switch (exception->fit) {
    case EHC_FITS:
        return fits_words(exception, text);
    case EHC_TOO_SHORT:
        return too_short_words(exception, text);
    case EHC_NOT_ON_LIST:
        return write_words(text, "there is no such exception in %s", deadline->limit->provision);
    case EHC_NO_FACTS:
        return write_words(text, "the case gives nothing of this kind");
    case EHC_REASON_NOT_LISTED:
        return write_words(text, "%s", exception->claim->why);
    case EHC_NOT_BY_DATES:
        return write_words(text, "they overlap the period of the limit by %s; dates cannot answer the rest: %s",
                           ehc_days_words(exception->days, days), exception->type->question);
    case EHC_ASKED_NOT_GIVEN:
        return write_words(
            text, "closed %d days in a row; on which day was advice asked of %s? The law asks for a day between %s and %s",
            exception->days, asked_who(exception), ehc_day_format_short(exception->window.first, first),
            ehc_day_format_short(exception->window.last, last));
    case EHC_ASKED_OUTSIDE:
        return write_words(text, "closed %d days in a row, but advice was asked of %s on %s, not between %s and %s",
                           exception->days, asked_who(exception), ehc_day_format_short(exception->asked, date),
                           ehc_day_format_short(exception->window.first, first),
                           ehc_day_format_short(exception->window.last, last));
    case EHC_ASKED_TOO_LATE:
        return write_words(text,
                           "closed %d days in a row, but advice was asked of %s on %s. The period of this limit ends on %s, "
                           "and has no closed day after that",
                           exception->days, asked_who(exception), ehc_day_format_short(exception->asked, first),
                           ehc_day_format_short(deadline->due, date));
    case EHC_OUTSIDE_PERIOD:
        return outside_words(deadline, exception, text);
    case EHC_OTHER_BODY:
        return write_words(text, "the appointment was with another body, and excuses only that body");
    case EHC_BODY_NOT_GIVEN:
        return write_words(text,
                           "missed on %s; was the appointment with this body? It excuses only the body that it was with",
                           ehc_day_format_short(exception->span.first, date));
    }
    return write_words(text, "%s", "");
}
