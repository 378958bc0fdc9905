/* The days of the events of a case: one day for most events, several for those that happened more than once. */
#include "case_events.h"
#include "hints.h"
#include "util/fail.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads a year alone, "2027", as its first day. */
static bool read_year(const char *text, ehc_day *day) {
    char *end;
    if (strlen(text) != 4 || text[0] < '1' || text[0] > '2')
        return false;
    long year = strtol(text, &end, 10);
    *day = *end == '\0' ? ehc_day_from_ymd((int)year, 1, 1) : EHC_NO_DAY;
    return *day != EHC_NO_DAY;
}

/* The index at which the days of an event begin in the history, or would begin. */
static size_t find_history(const struct ehc_case *facts, int event) {
    size_t first = 0, last = facts->history_count;
    while (first < last) {
        size_t middle = first + (last - first) / 2;
        if (facts->history_event[middle] < event)
            first = middle + 1;
        else
            last = middle;
    }
    return first;
}

const ehc_day *ehc_case_days(const struct ehc_case *facts, int event, size_t *count) {
    size_t first = facts->history_count > 0 ? find_history(facts, event) : 0, end = first;
    while (end < facts->history_count && facts->history_event[end] == event)
        end++;
    if (end > first) {
        *count = end - first;
        return &facts->history_day[first];
    }
    *count = facts->event[event] != EHC_NO_DAY;
    return &facts->event[event];
}

static void insert(struct ehc_case *facts, size_t at, struct ehc_dated dated) {
    size_t after = facts->history_count++ - at;
    memmove(&facts->history_day[at + 1], &facts->history_day[at], after * sizeof *facts->history_day);
    memmove(&facts->history_event[at + 1], &facts->history_event[at], after * sizeof *facts->history_event);
    memmove(&facts->history_line[at + 1], &facts->history_line[at], after * sizeof *facts->history_line);
    facts->history_day[at] = dated.day;
    facts->history_event[at] = dated.event;
    facts->history_line[at] = dated.line;
}

/* Whether two days are the same; for an event that is given as a year, whether they are in the same year. */
static bool is_same(const struct ehc_law *law, int event, ehc_day a, ehc_day b) {
    return a == b || (law->events[event].is_year && ehc_ymd_from_day(a).year == ehc_ymd_from_day(b).year);
}

static bool has_day(const struct ehc_law *law, const struct ehc_case *facts, struct ehc_dated dated) {
    size_t count;
    const ehc_day *days = ehc_case_days(facts, dated.event, &count);
    for (size_t i = 0; i < count; i++)
        if (is_same(law, dated.event, days[i], dated.day))
            return true;
    return false;
}

bool ehc_case_add_day(const struct ehc_law *law, struct ehc_case *facts, struct ehc_dated dated, struct ehc_error *error) {
    const char *several_in = law->events[dated.event].several_in, *id = law->events[dated.event].id;
    ehc_day *first = &facts->event[dated.event];
    if (*first == EHC_NO_DAY) {
        *first = dated.day;
        facts->event_line[dated.event] = dated.line;
        return true;
    }
    if (has_day(law, facts, dated)) {
        if (facts->twice_count < EHC_TWICE_MAX)
            facts->twice[facts->twice_count++] = dated;
        return true;
    }
    if (several_in != NULL) {
        char date[EHC_DAY_TEXT];
        ehc_fail(error, "'%s' takes one day, and %s is a second: ehc cannot know which answer belongs to which request", id,
                 ehc_day_format_short(dated.day, date));
        return ehc_hint(error, "add a section for each: %s", several_in);
    }
    size_t at = find_history(facts, dated.event), count;
    ehc_case_days(facts, dated.event, &count);
    if (facts->history_count + 1 + (count == 1) > EHC_HISTORY_MAX) {
        ehc_fail(error, "the case has more than %d days of events that happened more than once", EHC_HISTORY_MAX);
        return ehc_hint(error, "%s", ehc_hint_old_years);
    }
    if (count == 1)
        insert(facts, at, (struct ehc_dated){dated.event, *first, facts->event_line[dated.event]});
    while (at < facts->history_count && facts->history_event[at] == dated.event && facts->history_day[at] < dated.day)
        at++;
    insert(facts, at, dated);
    if (dated.day < *first) {
        *first = dated.day;
        facts->event_line[dated.event] = dated.line;
    }
    return true;
}

void ehc_case_clear_event(struct ehc_case *facts, int event) {
    size_t first = find_history(facts, event), end = first;
    while (end < facts->history_count && facts->history_event[end] == event)
        end++;
    size_t after = facts->history_count - end;
    memmove(&facts->history_day[first], &facts->history_day[end], after * sizeof *facts->history_day);
    memmove(&facts->history_event[first], &facts->history_event[end], after * sizeof *facts->history_event);
    memmove(&facts->history_line[first], &facts->history_line[end], after * sizeof *facts->history_line);
    facts->history_count -= end - first;
    facts->event[event] = EHC_NO_DAY;
    facts->event_line[event] = 0;
}

enum { DATE_ROOM = 128 };

static const char *skip_blanks(const char *text) {
    return text + strspn(text, " \t");
}

/* The length of the first date of a list. A date can hold a comma too ("Monday, 5 January 2026"): a comma ends a date that
 * has no letters, or that ends with a year. */
static size_t date_length(const char *dates) {
    bool letters = false;
    unsigned digits = 0;
    for (size_t i = 0;; i++) {
        char c = dates[i];
        if (c == '\0' || (c == ',' && (digits == 4 || !letters)))
            return i;
        letters = letters || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        digits = c >= '0' && c <= '9' ? digits + 1 : c == ' ' || c == '\t' ? digits : 0;
    }
}

/* Whether `id` has the word as a whole part: "decision" in "review-decision". */
static bool has_part(const char *id, const char *word) {
    size_t length = strlen(word);
    for (const char *at = id; length > 0 && (at = strstr(at, word)) != NULL; at++)
        if ((at == id || at[-1] == '-') && (at[length] == '\0' || at[length] == '-'))
            return true;
    return false;
}

/* If the word is a part of several events, names them: to offer one of them could start the wrong limit. */
static bool fail_unknown_event(const struct ehc_law *law, const char *id, struct ehc_error *error) {
    enum { NAMED_MOST = 3 };
    const char *named[NAMED_MOST] = {0};
    char quoted[EHC_QUOTE_ROOM];
    size_t count = 0;
    for (size_t i = 0; i < law->event_count; i++) {
        if (!has_part(law->events[i].id, id))
            continue;
        if (count < NAMED_MOST)
            named[count] = law->events[i].id;
        count++;
    }
    if (count <= 1)
        return ehc_fail_unknown(error, id, "an event", count == 1 ? named[0] : ehc_nearest_event(law, id), ehc_hint_events);
    ehc_fail(error, "%s is not an event", ehc_quote(id, quoted));
    if (count == 2)
        return ehc_hint(error, "use %s or %s", named[0], named[1]);
    if (count == 3)
        return ehc_hint(error, "use %s, %s or %s", named[0], named[1], named[2]);
    return ehc_hint(error, "use %s, %s, %s or another: %s", named[0], named[1], named[2], ehc_hint_events);
}

bool ehc_case_add_event_at(const struct ehc_law *law, struct ehc_case *facts, const char *id, const char *dates,
                           unsigned line, struct ehc_error *error) {
    int event = ehc_find_event(law, id);
    char date[DATE_ROOM];
    if (event == EHC_NONE && ehc_event_meant(law, id, error) != EHC_NONE)
        return false;
    if (event == EHC_NONE)
        return fail_unknown_event(law, id, error);
    for (bool more = true; more;) {
        struct ehc_dated dated = {.event = event, .line = line};
        dates = skip_blanks(dates);
        size_t length = date_length(dates);
        snprintf(date, sizeof date, "%.*s", (int)(length < sizeof date ? length : sizeof date), dates);
        more = dates[length] == ',';
        dates += length + more;
        if (!(law->events[event].is_year && read_year(date, &dated.day)) && !ehc_day_read(date, &dated.day, error))
            return false;
        if (!ehc_case_add_day(law, facts, dated, error))
            return false;
    }
    return true;
}

bool ehc_case_add_event(const struct ehc_law *law, struct ehc_case *facts, const char *id, const char *dates,
                        struct ehc_error *error) {
    return ehc_case_add_event_at(law, facts, id, dates, 0, error);
}

bool ehc_case_set_event(const struct ehc_law *law, struct ehc_case *facts, const char *id, const char *dates,
                        struct ehc_error *error) {
    int event = ehc_find_event(law, id);
    if (event != EHC_NONE)
        ehc_case_clear_event(facts, event);
    return ehc_case_add_event(law, facts, id, dates, error);
}

ehc_day ehc_case_event(const struct ehc_law *law, const struct ehc_case *facts, int event, int *from) {
    const struct ehc_sources *sources = &law->events[event].taken_from;
    size_t count;
    const ehc_day *days = ehc_case_days(facts, event, &count);
    ehc_day latest = count > 0 ? days[count - 1] : EHC_NO_DAY;
    int source = event;
    for (size_t i = 0; latest == EHC_NO_DAY || (source != event && i < sources->count); i++) {
        if (i >= sources->count)
            break;
        days = ehc_case_days(facts, sources->list[i].event, &count);
        if (count > 0 && (latest == EHC_NO_DAY || days[count - 1] > latest)) {
            latest = days[count - 1];
            source = sources->list[i].event;
        }
    }
    if (from != NULL)
        *from = source;
    return latest;
}
