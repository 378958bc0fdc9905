#include <ehc/judgement.h>
#include <string.h>

bool ehc_has_started(const struct ehc_deadline *deadline, ehc_day as_at) {
    bool runs_before = deadline->limit->unit == EHC_FIXED_DATE || deadline->due < deadline->trigger;
    return deadline->trigger != EHC_NO_DAY && !deadline->projected && (deadline->trigger <= as_at || runs_before);
}

bool ehc_is_late(const struct ehc_deadline *deadline) {
    return ehc_is_duty(deadline->limit->basis) && ehc_is_past(deadline);
}

bool ehc_is_past(const struct ehc_deadline *deadline) {
    return !deadline->limit->for_family && (deadline->status == EHC_LATE || deadline->status == EHC_OVERDUE);
}

bool ehc_is_disputed(const struct ehc_deadline *deadline) {
    return ehc_is_duty(deadline->limit->basis) && !deadline->limit->for_family && deadline->status == EHC_DISPUTED;
}

bool ehc_is_open(const struct ehc_deadline *deadline, ehc_day as_at) {
    return deadline->status == EHC_DUE || deadline->status == EHC_OVERDUE ||
           (deadline->status == EHC_DISPUTED && !ehc_is_done(deadline, as_at));
}

bool ehc_is_said_already(const struct ehc_judged *judged, const struct ehc_deadline *deadline) {
    bool open = ehc_is_open(deadline, judged->as_at) || deadline->status == EHC_WAITING;
    if (!open || deadline->limit->instead_of == EHC_NONE)
        return false;
    for (size_t i = 0; i < judged->count; i++) {
        const struct ehc_deadline *other = &judged->deadlines[i];
        if (other->limit == &judged->law->limits[deadline->limit->instead_of] && other->due == deadline->due &&
            (other->status == deadline->status || deadline->because == EHC_ONLY_IF))
            return true;
    }
    return false;
}

const struct ehc_deadline *ehc_next_of_others(const struct ehc_judged *judged) {
    for (size_t i = 0; i < judged->count; i++) {
        const struct ehc_deadline *deadline = &judged->deadlines[i];
        if (deadline->status == EHC_DUE && !deadline->limit->for_family && deadline->limit->only_if == NULL &&
            !ehc_is_said_already(judged, deadline))
            return deadline;
    }
    return NULL;
}

const struct ehc_deadline *ehc_held_up_by(const struct ehc_judged *judged, const struct ehc_deadline *deadline) {
    const struct ehc_deadline *held = NULL;
    if (deadline->advice == NULL || !ehc_has_started(deadline, judged->as_at) || !ehc_is_open(deadline, judged->as_at))
        return NULL;
    for (size_t i = 0; i < judged->count; i++) {
        const struct ehc_deadline *other = &judged->deadlines[i];
        if (other->limit->route == deadline->limit->route && other->limit->advice_from == 0 && !other->limit->for_family &&
            other->limit->only_if == NULL && ehc_is_duty(other->limit->basis) && ehc_is_open(other, judged->as_at))
            held = other;
    }
    return held;
}

ehc_day ehc_asked_on(const struct ehc_advice *advice) {
    return advice->requested != EHC_NO_DAY ? advice->requested : advice->request_received;
}

/* ---- missing facts ---- */

/* The day of a limit's trigger is known, from the case itself or from this request for advice. */
static bool knows_trigger(const struct ehc_judged *judged, const struct ehc_limit *limit, const struct ehc_advice *advice) {
    if (advice != NULL)
        return ehc_asked_on(advice) != EHC_NO_DAY;
    return ehc_case_event(judged->law, judged->facts, limit->trigger, NULL) != EHC_NO_DAY;
}

/* The limit by which an event would be judged, where none of its limits has its trigger; NULL. */
static const struct ehc_limit *cannot_judge(const struct ehc_judged *judged, int event) {
    const struct ehc_event *about = &judged->law->events[event];
    const struct ehc_limit *first = NULL;
    ehc_day day = judged->facts->event[event];
    if (day == EHC_NO_DAY || day > judged->as_at)
        return NULL;
    for (size_t i = 0; i < about->limits.count; i++) {
        const struct ehc_limit *limit = &judged->law->limits[about->limits.index[i]];
        bool outer = !limit->projects && limit->only_if == NULL; /* an outside limit: another one is closer */
        if (outer || limit->needs.count > 0 || limit->for_family)
            continue;
        if (knows_trigger(judged, limit, NULL))
            return NULL;
        first = first == NULL ? limit : first;
    }
    return first != NULL && ehc_is_duty(first->basis) ? first : NULL;
}

static const struct ehc_limit *limit_of_advice(const struct ehc_law *law, const struct ehc_advice *advice) {
    for (size_t i = 0; i < law->limit_count; i++)
        if (law->limits[i].advice_from & 1U << advice->from)
            return &law->limits[i];
    return NULL;
}

static bool look_for_missing(const struct ehc_judged *judged, size_t at, struct ehc_missing *missing) {
    if (at < judged->count) {
        const struct ehc_deadline *deadline = &judged->deadlines[at];
        missing->deadline = deadline->status == EHC_UNKNOWN && !ehc_is_said_already(judged, deadline) ? deadline : NULL;
        return missing->deadline != NULL;
    }
    at -= judged->count;
    if (at < judged->law->event_count) {
        missing->limit = cannot_judge(judged, (int)at);
    } else {
        missing->advice = &judged->facts->advice[at - judged->law->event_count];
        if (missing->advice->received == EHC_NO_DAY || missing->advice->received > judged->as_at)
            return false;
        missing->limit = limit_of_advice(judged->law, missing->advice);
        if (missing->limit != NULL &&
            (!ehc_is_duty(missing->limit->basis) || knows_trigger(judged, missing->limit, missing->advice)))
            return false;
    }
    missing->event = missing->limit != NULL ? missing->limit->trigger : EHC_NONE;
    return missing->limit != NULL;
}

bool ehc_missing_next(const struct ehc_judged *judged, struct ehc_missing *missing) {
    size_t end = judged->count + judged->law->event_count + judged->facts->advice_count;
    for (size_t at = missing->cursor; at < end; at++) {
        *missing = (struct ehc_missing){.event = EHC_NONE, .cursor = at + 1};
        if (look_for_missing(judged, at, missing))
            return true;
    }
    return false;
}

enum ehc_result ehc_result_of(const struct ehc_judged *judged) {
    struct ehc_missing missing = {0};
    bool started = false, disputed = false;
    for (size_t i = 0; i < judged->count; i++) {
        if (ehc_is_late(&judged->deadlines[i]))
            return EHC_SOMETHING_LATE;
        started = started || ehc_has_started(&judged->deadlines[i], judged->as_at);
        disputed = disputed || ehc_is_disputed(&judged->deadlines[i]);
    }
    if (!started || ehc_missing_next(judged, &missing))
        return EHC_CANNOT_SAY;
    return disputed ? EHC_IN_DISPUTE : EHC_IN_TIME;
}

/* ---- what is open to the family ---- */

/* The first day on which a council's own step was late; EHC_NO_DAY where none was. */
static ehc_day first_late_day(const struct ehc_judged *judged) {
    ehc_day first = EHC_NO_DAY;
    for (size_t i = 0; i < judged->count; i++) {
        const struct ehc_deadline *deadline = &judged->deadlines[i];
        if (strstr(deadline->limit->who, "council") == NULL || !ehc_is_late(deadline))
            continue;
        if (first == EHC_NO_DAY || deadline->due + 1 < first)
            first = deadline->due + 1;
    }
    return first;
}

static size_t add_option(struct ehc_option room[EHC_OPTIONS_MAX], size_t count, struct ehc_option option) {
    size_t at = count;
    if (count == EHC_OPTIONS_MAX)
        return count;
    for (; at > 0 && option.last < room[at - 1].last; at--)
        room[at] = room[at - 1];
    room[at] = option;
    return count + 1;
}

/* The day that is safe on every reading, while it is to come. */
static ehc_day last_day_left(const struct ehc_deadline *deadline, ehc_day as_at) {
    if (deadline->earliest >= as_at)
        return deadline->earliest;
    return deadline->due >= as_at ? deadline->due : deadline->latest;
}

size_t ehc_options(const struct ehc_judged *judged, struct ehc_option room[EHC_OPTIONS_MAX]) {
    size_t count = 0;
    ehc_day late = first_late_day(judged);
    for (size_t i = 0; i < judged->count; i++) {
        const struct ehc_deadline *deadline = &judged->deadlines[i];
        bool open = deadline->status == EHC_DUE || deadline->status == EHC_DISPUTED;
        if (deadline->limit->for_family && open && ehc_is_open(deadline, judged->as_at) &&
            ehc_has_started(deadline, judged->as_at))
            count = add_option(room, count,
                               (struct ehc_option){deadline->limit, deadline->limit->title,
                                                   last_day_left(deadline, judged->as_at), EHC_NO_DAY});
    }
    for (size_t i = 0; late != EHC_NO_DAY && i < judged->law->limit_count; i++) {
        const struct ehc_limit *limit = &judged->law->limits[i];
        struct ehc_case facts = *judged->facts;
        struct ehc_deadline deadline;
        if (limit->after_late == NULL || facts.event[limit->trigger] != EHC_NO_DAY || facts.event[limit->act] != EHC_NO_DAY)
            continue;
        facts.event[limit->trigger] = late;
        ehc_deadline_of(judged->law, &facts, NULL, judged->as_at, (int)i, &deadline);
        if (deadline.status == EHC_DUE)
            count = add_option(room, count,
                               (struct ehc_option){limit, limit->after_late, last_day_left(&deadline, judged->as_at), late});
    }
    return count;
}
