/* The days of an event: days.h. */
#include "days.h"

struct ehc_section ehc_section_of_advice(const struct ehc_law *law, const struct ehc_advice *advice) {
    bool reached = advice->request_received != EHC_NO_DAY;
    return (struct ehc_section){
        .advice = advice,
        .count = 3,
        .event = {law->advice_requested, law->advice_request_received, law->advice_received},
        .day = {advice->requested, reached ? advice->request_received : advice->requested, advice->received},
        .source = {law->advice_requested, reached ? law->advice_request_received : law->advice_requested,
                   law->advice_received},
    };
}

struct ehc_section ehc_section_of_consultation(const struct ehc_law *law, const struct ehc_consultation *consultation) {
    return (struct ehc_section){
        .consultation = consultation,
        .count = 2,
        .event = {law->consulted, law->consultation_answered},
        .day = {consultation->sent, consultation->answered},
        .source = {law->consulted, law->consultation_answered},
    };
}

ehc_day ehc_first_from(struct ehc_days days, ehc_day from) {
    for (size_t i = 0; i < days.count; i++)
        if (days.day[i] >= from)
            return days.day[i];
    return EHC_NO_DAY;
}

int ehc_last_until(struct ehc_days days, ehc_day until) {
    int at = (int)days.count - 1;
    while (at >= 0 && days.day[at] > until)
        at--;
    return at;
}

/* ---- events taken from others ---- */

static void insert(struct ehc_derived *derived, ehc_day day, int source) {
    size_t at = derived->count;
    for (size_t i = 0; i < derived->count; i++)
        if (derived->day[i] == day && derived->source[i] == source)
            return;
    for (; at > 0 && derived->day[at - 1] > day; at--) {
        derived->day[at] = derived->day[at - 1];
        derived->source[at] = derived->source[at - 1];
    }
    derived->day[at] = day;
    derived->source[at] = source;
    derived->count++;
}

/* Whether a source that counts only after another event counts on a day: the other event came before it, with no event of
 * the list in between and nothing that ends the round of the other event. (A notice answers a meeting.) */
static bool counts(const struct ehc_scene *scene, const struct ehc_sources *sources, size_t index,
                   const struct ehc_indexes *ends, ehc_day day) {
    const int after = sources->list[index].after;
    if (after == EHC_NONE)
        return true;
    struct ehc_days befores = ehc_days_of(scene, after);
    int before = ehc_last_until(befores, day), event;
    if (before < 0 || ehc_first_of(scene, ends, befores.day[before], day - 1, &event) != EHC_NO_DAY)
        return false;
    /* If the other event happened before too, a source on its last day may answer that earlier one: look after that day. */
    ehc_day since_day = befores.day[before] + (before > 0);
    for (size_t i = 0; i < sources->count; i++) {
        ehc_day since = ehc_first_from(ehc_days_of(scene, sources->list[i].event), since_day);
        if (since != EHC_NO_DAY && since < day)
            return false;
    }
    return true;
}

/* Moves all rows with the day of the row `last` to another day: one letter can give two decisions. */
static void move_all(struct ehc_derived *derived, size_t last, ehc_day day) {
    size_t first = last;
    while (first > 0 && derived->day[first - 1] == derived->day[last])
        first--;
    for (size_t rows = last - first + 1; rows > 0; rows--) {
        int source = derived->source[first];
        derived->count--;
        for (size_t i = first; i < derived->count; i++) {
            derived->day[i] = derived->day[i + 1];
            derived->source[i] = derived->source[i + 1];
        }
        insert(derived, day, source);
    }
}

/* A given day replaces the latest day on or before it that was taken from another event. */
static void take_given(const struct ehc_scene *scene, struct ehc_derived *derived, struct ehc_days given, int until) {
    const struct ehc_indexes ends = {&until, until != EHC_NONE};
    const ehc_day as_at = scene->as_at;
    for (size_t i = 0; i < given.count; i++) {
        int at = (int)derived->count - 1;
        while (at >= 0 && (derived->day[at] > given.day[i] || derived->source[at] == derived->event))
            at--;
        /* A given day in the future replaces no day in the past. */
        if (given.day[i] > as_at && at >= 0 && derived->day[at] <= as_at)
            at = -1;
        int end;
        if (at >= 0 && ehc_first_of(scene, &ends, derived->day[at], given.day[i], &end) != EHC_NO_DAY)
            at = -1; /* it ended in between: the given day is a new one */
        if (at >= 0 && (i == 0 || derived->day[at] > given.day[i - 1]))
            move_all(derived, (size_t)at, given.day[i]);
        else
            insert(derived, given.day[i], derived->event);
    }
}

/* Keeps only the first day, and the first day after each `taken_until` event. */
static void keep_first_of_each_life(const struct ehc_scene *scene, int until, struct ehc_derived *derived) {
    size_t kept = 0;
    for (size_t i = 0; i < derived->count; i++) {
        if (kept > 0) {
            ehc_day end = until != EHC_NONE ? ehc_first_from(ehc_days_of(scene, until), derived->day[kept - 1]) : EHC_NO_DAY;
            if (end == EHC_NO_DAY || end > derived->day[i])
                continue;
        }
        derived->day[kept] = derived->day[i];
        derived->source[kept++] = derived->source[i];
    }
    derived->count = kept;
}

SELDOM static struct ehc_days derive(const struct ehc_scene *scene, int event) {
    const struct ehc_event *about = &scene->law->events[event];
    struct ehc_memo *memo = scene->memo;
    for (size_t i = 0; i < memo->derived_count; i++)
        if (memo->derived[i].event == event)
            return (struct ehc_days){memo->derived[i].day, memo->derived[i].source, memo->derived[i].count};
    struct ehc_derived *derived = &memo->derived[memo->derived_count++];
    derived->event = event;
    derived->count = 0;
    struct ehc_days given = {NULL, NULL, 0};
    given.day = ehc_case_days(scene->facts, event, &given.count);
    if (about->taken == EHC_TAKEN_LATEST) {
        int source;
        ehc_day day = ehc_case_event(scene->law, scene->facts, event, &source);
        if (day != EHC_NO_DAY)
            insert(derived, day, source);
    } else {
        const struct ehc_indexes ends = {&about->taken_until, about->taken_until != EHC_NONE};
        for (size_t i = 0; i < about->taken_from.count; i++) {
            struct ehc_days days = ehc_days_of(scene, about->taken_from.list[i].event);
            for (size_t j = 0; j < days.count; j++)
                if (counts(scene, &about->taken_from, i, &ends, days.day[j]))
                    insert(derived, days.day[j], about->taken_from.list[i].event);
        }
        take_given(scene, derived, given, about->taken_until);
        if (about->taken == EHC_TAKEN_FIRST)
            keep_first_of_each_life(scene, about->taken_until, derived);
    }
    return (struct ehc_days){derived->day, derived->source, derived->count};
}

SELDOM struct ehc_days ehc_look_up_days(const struct ehc_scene *scene, int event) {
    struct ehc_days days = {NULL, NULL, 0};
    const struct ehc_section *section = scene->section;
    for (size_t i = 0; section != NULL && i < section->count; i++)
        if (section->event[i] == event)
            return (struct ehc_days){&section->day[i], &section->source[i], section->day[i] != EHC_NO_DAY};
    if (scene->law->events[event].taken_from.count > 0)
        return derive(scene, event);
    days.day = ehc_case_days(scene->facts, event, &days.count);
    return days;
}

/* ---- what has come ---- */

bool ehc_has_come(const struct ehc_scene *scene, int event, ehc_day day) {
    return day <= scene->as_at || scene->law->events[event].is_term;
}

ehc_day ehc_first_of(const struct ehc_scene *scene, const struct ehc_indexes *events, ehc_day from, ehc_day until,
                     int *event) {
    ehc_day first = EHC_NO_DAY;
    for (size_t i = 0; i < events->count; i++) {
        ehc_day day = ehc_first_from(ehc_days_of(scene, events->index[i]), from);
        if (day == EHC_NO_DAY || day > until || !ehc_has_come(scene, events->index[i], day))
            continue;
        if (first == EHC_NO_DAY || day < first) {
            first = day;
            *event = events->index[i];
        }
    }
    return first;
}

ehc_day ehc_first_act(const struct ehc_scene *scene, const struct ehc_limit *limit, ehc_day from, ehc_day until,
                      int *event) {
    const struct ehc_sources *acts = &limit->acts;
    ehc_day first = EHC_NO_DAY;
    for (size_t i = 0; i < acts->count; i++) {
        struct ehc_days days = ehc_days_of(scene, acts->list[i].event);
        for (size_t j = 0; j < days.count; j++) {
            if (days.day[j] < from || days.day[j] > until || !counts(scene, acts, i, &limit->superseded_by, days.day[j]))
                continue;
            if (first == EHC_NO_DAY || days.day[j] < first) {
                first = days.day[j];
                *event = acts->list[i].event;
            }
            break;
        }
    }
    return first;
}
