/* The rounds of a limit: the days on which they begin, and how long an answer to them counts. */
#include "engine.h"

static bool is_undone(const struct ehc_scene *scene, int event, ehc_day day, ehc_day until) {
    const struct ehc_indexes *undone_by = &scene->law->events[event].undone_by;
    int by;
    return undone_by->count > 0 && ehc_first_of(scene, undone_by, day, until, &by) != EHC_NO_DAY;
}

ehc_day ehc_closed_on(const struct ehc_scene *scene, int event, ehc_day from, ehc_day until) {
    const struct ehc_indexes *closed_by = &scene->law->events[event].closed_by;
    ehc_day first = EHC_NO_DAY;
    for (size_t i = 0; i < closed_by->count; i++) {
        int closing = closed_by->index[i];
        struct ehc_days days = ehc_days_of(scene, closing);
        for (size_t j = 0; j < days.count && days.day[j] <= until; j++) {
            ehc_day day = days.day[j];
            if (day < from || !ehc_has_come(scene, closing, day) || is_undone(scene, closing, day, until))
                continue;
            if (first == EHC_NO_DAY || day < first)
                first = day;
            break;
        }
    }
    return first;
}

/* Whether another day of an event opens a round while the last round is open. */
static bool opens(const struct ehc_scene *scene, const struct ehc_round *last, bool is_first, int event, ehc_day day) {
    const struct ehc_event *about = &scene->law->events[event];
    if (!about->if_closed)
        return true;
    if (about->opened_after != EHC_NONE) {
        ehc_day since = ehc_first_from(ehc_days_of(scene, about->opened_after), last->day + 1);
        if (since != EHC_NO_DAY && since <= day)
            return true;
    }
    return ehc_closed_on(scene, last->event, last->day + !is_first, day) != EHC_NO_DAY;
}

/* The trigger with the next day after those at `at`; EHC_NONE if there is none. */
static int next_trigger(const struct ehc_days *days, const size_t *at, size_t count) {
    int next = EHC_NONE;
    for (size_t i = 0; i < count; i++)
        if (at[i] < days[i].count && (next == EHC_NONE || days[i].day[at[i]] < days[next].day[at[next]]))
            next = (int)i;
    return next;
}

/* For a limit with `together`: a day of the trigger that the round does not have yet belongs to the same round. */
static bool joins(const struct ehc_limit *limit, struct ehc_round *last, int event, ehc_day day) {
    if (!limit->together || last->event == event || last->other != EHC_NO_DAY)
        return false;
    last->other = day;
    return true;
}

static bool in_one_year(const struct ehc_scene *scene, int event, ehc_day a, ehc_day b) {
    return scene->law->events[event].is_year && ehc_ymd_from_day(a).year == ehc_ymd_from_day(b).year;
}

/* Two triggers on one day are one round; so are two days of one year if the trigger is a year. */
static bool is_same_round(const struct ehc_scene *scene, const struct ehc_round *last, int event, ehc_day day) {
    return last->day == day || in_one_year(scene, event, last->day, day);
}

size_t ehc_list_rounds(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_round *rounds) {
    struct ehc_days days[EHC_TRIGGERS_MAX];
    size_t at[EHC_TRIGGERS_MAX] = {0}, count = 0;
    const size_t triggers = limit->triggers.count;
    size_t given = 0;
    for (size_t i = 0; i < triggers; i++) {
        days[i] = ehc_days_of(scene, limit->triggers.index[i]);
        given += days[i].count;
    }
    if (given == 0)
        return 0;
    for (int next; count < EHC_ROUNDS_MAX && (next = next_trigger(days, at, triggers)) != EHC_NONE;) {
        int event = limit->triggers.index[next];
        ehc_day day = days[next].day[at[next]];
        int source = days[next].source != NULL ? days[next].source[at[next]] : event;
        at[next]++;
        struct ehc_round *last = count > 0 ? &rounds[count - 1] : NULL;
        if (last != NULL && (joins(limit, last, event, day) || is_same_round(scene, last, event, day) ||
                             !opens(scene, last, count == 1, event, day)))
            continue;
        if (last != NULL) {
            last->next = day;
            last->next_event = event;
        }
        rounds[count++] = (struct ehc_round){day, event, source, EHC_NO_DAY, EHC_NO_DAY, EHC_NO_DAY, EHC_NONE};
    }
    for (size_t i = 0; i < count; i++) {
        ehc_day until = rounds[i].next != EHC_NO_DAY ? rounds[i].next : scene->as_at;
        rounds[i].closed = ehc_closed_on(scene, rounds[i].event, rounds[i].day + (i > 0), until);
    }
    return count;
}

/* ---- decisions ---- */

static int kind_of(struct ehc_days decisions, int at) {
    return decisions.source != NULL ? decisions.source[at] : EHC_NONE;
}

/* Whether one of the decisions of a day replaced a decision of that kind. */
static bool has_overtaking(const struct ehc_scene *scene, struct ehc_days decisions, ehc_day day, int kind) {
    for (int i = 0; i < (int)decisions.count; i++) {
        int later = kind_of(decisions, i);
        if (decisions.day[i] == day && later != EHC_NONE && ehc_has_index(&scene->law->events[later].overtakes, kind))
            return true;
    }
    return false;
}

int ehc_overtaken(const struct ehc_scene *scene, struct ehc_days decisions, int decision) {
    ehc_day day = decisions.day[decision];
    for (int i = decision + 1; i < (int)decisions.count; i++) {
        bool all = decisions.day[i] > day;
        for (int j = decision; all && j >= 0 && decisions.day[j] == day; j--)
            all = has_overtaking(scene, decisions, decisions.day[i], kind_of(decisions, j));
        if (all)
            return i;
    }
    return -1;
}

/* Whether the dispute that began on a day was over before another day. */
static bool is_over(const struct ehc_scene *scene, ehc_day begun, ehc_day day) {
    for (int i = 0; i < (int)scene->law->event_count; i++) {
        const struct ehc_event *about = &scene->law->events[i];
        if (about->ends == EHC_NONE && about->settles.count == 0)
            continue;
        ehc_day end = ehc_first_from(ehc_days_of(scene, i), begun);
        if (end != EHC_NO_DAY && end < day)
            return true;
    }
    return false;
}

/* The index of the decision whose dispute an event of that day ended; -1. */
static int settled_by(const struct ehc_scene *scene, int event, ehc_day day, struct ehc_days decisions) {
    const struct ehc_event *about = &scene->law->events[event];
    int dispute = about->ends != EHC_NONE ? about->ends : about->within;
    int at = ehc_last_until(decisions, day - 1);
    if (dispute != EHC_NONE) {
        struct ehc_days begun = ehc_days_of(scene, dispute);
        int last = ehc_last_until(begun, day);
        return last >= 0 && !is_over(scene, begun.day[last], day) ? ehc_last_until(decisions, begun.day[last]) : at;
    }
    while (at >= 0 && kind_of(decisions, at) != EHC_NONE && scene->law->events[kind_of(decisions, at)].overtakes.count > 0 &&
           !ehc_has_index(&about->settles, kind_of(decisions, at)))
        at--;
    return at;
}

static bool is_of_one_day(struct ehc_days decisions, int a, int b) {
    return a >= 0 && b >= 0 && decisions.day[a] == decisions.day[b];
}

bool ehc_is_dispute(const struct ehc_law *law, int event) {
    for (size_t i = 0; i < law->event_count; i++)
        if (law->events[i].ends == event || law->events[i].within == event)
            return true;
    return false;
}

/* Whether an event of that day is about a decision, or about another decision of the same day. */
static bool is_about(const struct ehc_scene *scene, int event, ehc_day day, struct ehc_days decisions, int decision) {
    const struct ehc_event *about = &scene->law->events[event];
    int latest = ehc_last_until(decisions, day);
    if (about->ends != EHC_NONE || about->within != EHC_NONE || about->settles.count > 0)
        latest = settled_by(scene, event, day, decisions);
    if (is_of_one_day(decisions, latest, decision) || !ehc_is_dispute(scene->law, event))
        return is_of_one_day(decisions, latest, decision);
    /* One dispute is about every decision that is open. */
    int later = ehc_overtaken(scene, decisions, decision);
    return later < 0 || day < decisions.day[later];
}

ehc_day ehc_first_settling(const struct ehc_scene *scene, const struct ehc_indexes *events, struct ehc_days decisions,
                           int decision, int *event) {
    ehc_day first = EHC_NO_DAY;
    for (size_t i = 0; i < events->count; i++) {
        struct ehc_days days = ehc_days_of(scene, events->index[i]);
        for (size_t j = 0; j < days.count; j++) {
            ehc_day day = days.day[j];
            if (day < decisions.day[decision] || !ehc_has_come(scene, events->index[i], day))
                continue;
            if (is_about(scene, events->index[i], day, decisions, decision) && (first == EHC_NO_DAY || day < first)) {
                first = day;
                *event = events->index[i];
                break;
            }
        }
    }
    return first;
}
