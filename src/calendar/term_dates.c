#include "term_dates.h"
#include "util/ascii.h"
#include "util/fail.h"
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    EVENTS_MOST = 4000,
    DEPTH_MOST = 8,    /* of nested components */
    CLOSED_MOST = 120, /* days: longer than any school holiday */
    GAP_MOST = 75,     /* days between two terms: longer than any holiday, so a term is missing */
    DAY_COUNT = EHC_DAY_MAX - EHC_DAY_MIN + 1,
    DAY_SECONDS = 86400,
};

struct event {
    struct ehc_span span;
    enum term_meaning meaning;
    char name[TERM_DATES_NAME];
};

struct calendar {
    struct event *events;
    size_t count;
    unsigned char *closed; /* by day from EHC_DAY_MIN */
    struct term_dates *dates;
    const char *file;
    ehc_report *report;
    void *context;
    size_t faults;
};

static void say(struct calendar *calendar, const char *hint, struct ehc_error *error) {
    ehc_hint(error, "%s", hint);
    error->file = calendar->file;
    calendar->faults++;
    calendar->report(calendar->context, error);
}

/* ---- events ---- */

static void copy_name(char name[TERM_DATES_NAME], const char *summary) {
    size_t at = 0;
    while (*summary != '\0') {
        size_t bytes;
        const char *shown = ehc_shown(&summary, &bytes);
        if (at + bytes + 1 > TERM_DATES_NAME)
            break;
        memcpy(name + at, shown, bytes);
        at += bytes;
    }
    name[at] = '\0';
}

static const char correct_file[] = "correct the file, or give the closure with --closed";

/* The day in London. An event does not include its end, so with `is_end` midnight gives the day before. */
static ehc_day day_of(struct icaltimetype time, bool is_end) {
    ehc_day day = ehc_day_from_ymd(time.year, time.month, time.day);
    bool is_clock =
        time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60 && time.second >= 0 && time.second < 61;
    if (day == EHC_NO_DAY || (!time.is_date && !is_clock))
        return EHC_NO_DAY;
    if (time.is_date)
        return is_end ? day - 1 : day;
    int64_t second = time.hour * INT64_C(3600) + time.minute * INT64_C(60) + time.second - (is_end ? 1 : 0);
    if (icaltime_is_utc(time))
        return ehc_day_in_london((int64_t)day * DAY_SECONDS + second);
    return second < 0 ? day - 1 : day;
}

static void bad_date(struct calendar *calendar, const struct event *event, const char *what, icalproperty *property) {
    char *value = icalproperty_as_ical_string_r(property), quoted[EHC_QUOTE_ROOM], text[EHC_QUOTE_ROOM];
    struct ehc_error error;
    if (value != NULL)
        value[strcspn(value, "\r\n")] = '\0';
    ehc_fail(&error, "event %s has %s that does not exist: %s", ehc_quote(event->name, quoted), what,
             ehc_quote(value != NULL ? value : "", text));
    say(calendar, correct_file, &error);
    icalmemory_free_buffer(value);
}

/* Reads the days of an event; false after a fault. */
static bool read_days(struct calendar *calendar, icalcomponent *component, struct event *event) {
    icalproperty *start = icalcomponent_get_first_property(component, ICAL_DTSTART_PROPERTY);
    icalproperty *end = icalcomponent_get_first_property(component, ICAL_DTEND_PROPERTY);
    icalproperty *duration = icalcomponent_get_first_property(component, ICAL_DURATION_PROPERTY);
    char quoted[EHC_QUOTE_ROOM], date[EHC_DAY_TEXT];
    struct ehc_error error;
    if (start == NULL) {
        ehc_fail(&error, "event %s has no first day that can be read", ehc_quote(event->name, quoted));
        say(calendar, correct_file, &error);
        return false;
    }
    struct icaltimetype first = icalproperty_get_dtstart(start);
    event->span.first = event->span.last = day_of(first, false);
    if (event->span.first == EHC_NO_DAY) {
        bad_date(calendar, event, "a first day", start);
        return false;
    }
    if (end != NULL) {
        struct icaltimetype last = icalproperty_get_dtend(end);
        event->span.last = day_of(last, true);
        if (event->span.last == EHC_NO_DAY) {
            bad_date(calendar, event, "an end", end);
            return false;
        }
        /* Many programs write a single day with an end equal to its start. */
        if (last.year == first.year && last.month == first.month && last.day == first.day)
            event->span.last = event->span.first;
    } else if (duration != NULL) {
        struct icaldurationtype length = icalproperty_get_duration(duration);
        unsigned days = length.weeks < 1000 && length.days < 1000 ? length.weeks * 7 + length.days : 0;
        if (!length.is_neg && days > 1)
            event->span.last = ehc_add_days(event->span.first, (int)days - 1);
    }
    if (event->span.last != EHC_NO_DAY && event->span.last >= event->span.first)
        return true;
    ehc_fail(&error, "event %s ends before it begins, on %s", ehc_quote(event->name, quoted),
             ehc_day_format_short(event->span.first, date));
    say(calendar, correct_file, &error);
    return false;
}

static void pass_over(struct calendar *calendar, const struct event *event) {
    if (calendar->dates->passed_over++ == 0)
        memcpy(calendar->dates->passed_name, event->name, sizeof event->name);
}

static void read_event(struct calendar *calendar, icalcomponent *component) {
    icalproperty *summary = icalcomponent_get_first_property(component, ICAL_SUMMARY_PROPERTY);
    icalproperty *status = icalcomponent_get_first_property(component, ICAL_STATUS_PROPERTY);
    const char *text = summary != NULL ? icalproperty_get_summary(summary) : NULL;
    struct event event = {.meaning = TERM_NOTHING};
    copy_name(event.name, text != NULL ? text : "");
    if (status != NULL && icalproperty_get_status(status) == ICAL_STATUS_CANCELLED)
        return;
    /* Dates of an event that is not about closures are not checked. */
    if (text == NULL || (term_meaning_of(text, 1) == TERM_NOTHING && term_meaning_of(text, CLOSED_MOST) == TERM_NOTHING)) {
        pass_over(calendar, &event);
        return;
    }
    if (!read_days(calendar, component, &event))
        return;
    int days = event.span.last - event.span.first + 1;
    event.meaning = term_meaning_of(text, days);
    bool repeats = icalcomponent_get_first_property(component, ICAL_RRULE_PROPERTY) != NULL;
    if (event.meaning == TERM_NOTHING || repeats || (event.meaning == TERM_CLOSED && days > CLOSED_MOST) ||
        calendar->count == EVENTS_MOST) {
        pass_over(calendar, &event);
        return;
    }
    calendar->events[calendar->count++] = event;
}

static void read_events(struct calendar *calendar, icalcomponent *root) {
    if (icalcomponent_isa(root) == ICAL_VEVENT_COMPONENT) {
        read_event(calendar, root);
        return;
    }
    for (icalcomponent *part = icalcomponent_get_first_component(root, ICAL_ANY_COMPONENT); part != NULL;
         part = icalcomponent_get_next_component(root, ICAL_ANY_COMPONENT))
        if (icalcomponent_isa(part) == ICAL_VEVENT_COMPONENT || icalcomponent_isa(part) == ICAL_VCALENDAR_COMPONENT)
            read_events(calendar, part);
}

/* ---- closed days ---- */

static void close_days(struct calendar *calendar, ehc_day first, ehc_day last) {
    for (ehc_day day = first; day <= last; day++)
        calendar->closed[day - EHC_DAY_MIN] = 1;
}

static bool is_closed(const struct calendar *calendar, ehc_day day) {
    return calendar->closed[day - EHC_DAY_MIN] != 0;
}

/* Whether an event begins (`first`) or ends a term, or a `holiday`. */
static bool is_mark(const struct event *event, bool holiday, bool first) {
    if (holiday)
        return event->meaning == (first ? TERM_HOLIDAY_FIRST : TERM_HOLIDAY_LAST);
    return event->meaning == TERM_OPEN || event->meaning == (first ? TERM_FIRST : TERM_LAST);
}

/* The first day after `day` on which a term or holiday begins (`first`) or ends; EHC_NO_DAY. */
static ehc_day next_mark(const struct calendar *calendar, ehc_day day, bool holiday, bool first) {
    ehc_day nearest = EHC_NO_DAY;
    for (size_t i = 0; i < calendar->count; i++) {
        const struct event *event = &calendar->events[i];
        ehc_day mark = first ? event->span.first : event->span.last;
        if (is_mark(event, holiday, first) && mark > day && (nearest == EHC_NO_DAY || mark < nearest))
            nearest = mark;
    }
    return nearest;
}

static bool is_weekend(ehc_day first, ehc_day last) {
    return last - first < 2 && ehc_weekday(first) >= EHC_SATURDAY && ehc_weekday(last) >= EHC_SATURDAY;
}

/* Marks the days from the end of a term to the beginning of the next as closed. */
static void close_gap(struct calendar *calendar, const struct event *event) {
    ehc_day next = next_mark(calendar, event->span.last, false, true);
    ehc_day other_end = next_mark(calendar, event->span.last, false, false);
    bool is_next = next != EHC_NO_DAY && next - event->span.last - 1 <= GAP_MOST;
    /* If the end of another term comes first, a longer term surrounds this one. */
    if (is_next && (other_end == EHC_NO_DAY || other_end >= next) && !is_weekend(event->span.last + 1, next - 1))
        close_days(calendar, event->span.last + 1, next - 1);
}

static void close_holiday(struct calendar *calendar, const struct event *event) {
    ehc_day last = next_mark(calendar, event->span.first - 1, true, false);
    ehc_day other = next_mark(calendar, event->span.first, true, true);
    bool is_pair = last != EHC_NO_DAY && last - event->span.first < GAP_MOST && (other == EHC_NO_DAY || last < other);
    close_days(calendar, event->span.first, is_pair ? last : event->span.first);
}

static void mark_closed(struct calendar *calendar) {
    for (size_t i = 0; i < calendar->count; i++) {
        const struct event *event = &calendar->events[i];
        if (event->meaning == TERM_CLOSED || event->meaning == TERM_HOLIDAY_LAST)
            close_days(calendar, event->span.first, event->span.last);
        else if (event->meaning == TERM_HOLIDAY_FIRST)
            close_holiday(calendar, event);
        else if (event->meaning == TERM_OPEN || event->meaning == TERM_LAST)
            close_gap(calendar, event);
    }
}

/* Weekends and bank holidays between two closed stretches are closed too. */
static void join(struct calendar *calendar, const struct ehc_holidays *holidays) {
    const struct ehc_working_days working = {.holidays = holidays};
    for (ehc_day day = EHC_DAY_MIN; day < EHC_DAY_MAX; day++) {
        if (!is_closed(calendar, day) || is_closed(calendar, day + 1))
            continue;
        ehc_day next = day + 1;
        while (next < EHC_DAY_MAX && !is_closed(calendar, next) && !ehc_is_working_day(&working, next))
            next++;
        if (is_closed(calendar, next))
            close_days(calendar, day + 1, next - 1);
    }
}

static const char *name_of(const struct calendar *calendar, struct ehc_span span) {
    const struct event *first = NULL;
    for (size_t i = 0; i < calendar->count; i++) {
        const struct event *event = &calendar->events[i];
        bool is_closed_then = event->meaning == TERM_CLOSED || event->meaning == TERM_HOLIDAY_FIRST;
        if (is_closed_then && event->span.last >= span.first && event->span.first <= span.last &&
            (first == NULL || event->span.first < first->span.first))
            first = event;
    }
    return first != NULL ? first->name : "";
}

static void collect(struct calendar *calendar) {
    struct term_dates *dates = calendar->dates;
    struct ehc_error error;
    for (ehc_day day = EHC_DAY_MIN; day <= EHC_DAY_MAX; day++) {
        if (!is_closed(calendar, day))
            continue;
        struct ehc_span span = {day, day};
        while (span.last < EHC_DAY_MAX && is_closed(calendar, span.last + 1))
            span.last++;
        if (dates->count == EHC_CLOSURES_MAX) {
            ehc_fail(&error, "the file has more than %d closures", EHC_CLOSURES_MAX);
            say(calendar, "keep only the years that you need", &error);
            return;
        }
        dates->closures[dates->count].span = span;
        snprintf(dates->closures[dates->count++].name, TERM_DATES_NAME, "%s", name_of(calendar, span));
        day = span.last;
    }
    if (dates->count == 0) {
        ehc_fail(&error, "the file does not say when the school is closed: it has no holiday, closure or term");
        say(calendar, "give the closure instead, as in --closed 2026-07-21..2026-08-31", &error);
    }
}

/* ---- the file ---- */

/* Whether a line begins with a word, whatever the case of its letters. */
static bool begins_with(const char *line, const char *word) {
    return ascii_same_part(line, strlen(word), word);
}

/* libical recurses when it frees a component, so a file that is nested too deep is refused before it is parsed. */
static const char *fault_in_text(const char *text, size_t length) {
    int depth = 0, deepest = 0;
    bool has_calendar = false;
    if (strlen(text) != length)
        return "the file has a NUL byte";
    for (const char *line = text; *line != '\0';) {
        has_calendar = has_calendar || begins_with(line, "BEGIN:VCALENDAR");
        depth += begins_with(line, "BEGIN:") - begins_with(line, "END:");
        deepest = depth > deepest ? depth : deepest;
        line += strcspn(line, "\n");
        line += *line == '\n';
    }
    if (!has_calendar)
        return "the file is not an iCalendar file: it has no BEGIN:VCALENDAR";
    if (depth != 0)
        return "the file is not whole: a BEGIN or an END is missing";
    return deepest > DEPTH_MOST ? "the parts of the file are nested too deep" : NULL;
}

static void read_calendar(struct calendar *calendar, const char *text, const struct ehc_holidays *holidays) {
    struct ehc_error error;
    icalcomponent *root = icalparser_parse_string(text);
    if (root == NULL) {
        ehc_fail(&error, "the file cannot be read as iCalendar");
        say(calendar, "download the file again", &error);
        return;
    }
    read_events(calendar, root);
    icalcomponent_free(root);
    if (calendar->faults > 0)
        return;
    mark_closed(calendar);
    join(calendar, holidays);
    collect(calendar);
}

bool term_dates_read(struct term_dates *dates, const char *file, const char *text, size_t length,
                     const struct ehc_holidays *holidays, ehc_report *report, void *context) {
    struct calendar calendar = {.dates = dates, .file = file, .report = report, .context = context};
    const char *fault = fault_in_text(text, length);
    struct ehc_error error;
    memset(dates, 0, sizeof *dates);
    if (fault != NULL) {
        ehc_fail(&error, "%s", fault);
        say(&calendar, "download the file again", &error);
        return false;
    }
    calendar.events = calloc(EVENTS_MOST, sizeof *calendar.events);
    calendar.closed = calloc(DAY_COUNT, 1);
    if (calendar.events == NULL || calendar.closed == NULL) {
        ehc_no_memory(&error);
        say(&calendar, "close other programs", &error);
    } else {
        read_calendar(&calendar, text, holidays);
    }
    free(calendar.events);
    free(calendar.closed);
    return calendar.faults == 0;
}
