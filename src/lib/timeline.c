#include "deadline_again.h"
#include <ehc/count.h>
#include <ehc/timeline.h>
#include <string.h>

/* A day that stands in for an event, and the limit whose due date it is. */
struct stand_in {
    ehc_day day;
    int by;
};

/* Each is worked out once, so that a law in which many limits lead to each event costs no more than its limits. */
struct stand_ins {
    bool begun; /* `of` has been cleared */
    struct stand_in of[EHC_EVENTS_MAX];
};

enum { NOT_YET = INT32_MAX }; /* the day of a stand-in that has not been asked for */

struct view {
    const struct ehc_law *law;
    const struct ehc_case *facts;
    const struct ehc_advice *advice; /* NULL, or the request for advice that the deadline is about */
    ehc_day as_at;
    struct stand_ins *stand_ins; /* for this advice */
};

/* What a limit seldom asks for is kept out of the way that all of them take. */
#define SELDOM __attribute__((noinline))

SELDOM static ehc_day look_up_event(const struct view *view, int event, int *from) {
    const struct ehc_law *law = view->law;
    const struct ehc_advice *advice = view->advice;
    if (advice != NULL && (event == law->advice_request_received || event == law->advice_requested)) {
        bool received = event == law->advice_request_received && advice->request_received != EHC_NO_DAY;
        *from = received ? event : law->advice_requested;
        return received ? advice->request_received : advice->requested;
    }
    *from = event;
    if (advice != NULL && event == law->advice_received)
        return advice->received;
    return ehc_case_event(law, view->facts, event, from);
}

/* The day of an event as given; that of the request for advice where one is looked at. */
static inline ehc_day event_day(const struct view *view, int event, int *from) {
    ehc_day day = view->facts->event[event];
    if (view->advice != NULL || day == EHC_NO_DAY)
        return look_up_event(view, event, from);
    *from = event;
    return day;
}

static bool happened(const struct view *view, int event) {
    bool of_advice = view->advice != NULL && event == view->law->advice_received;
    ehc_day day = of_advice ? view->advice->received : view->facts->event[event];
    return day != EHC_NO_DAY && day <= view->as_at;
}

/* The event by which the other branch was taken; EHC_NONE. */
static int other_branch(const struct view *view, const struct ehc_limit *limit) {
    for (size_t i = 0; i < limit->not_needed_count; i++) {
        struct ehc_branch branch = limit->not_needed_if[i];
        if (happened(view, branch.event) && (branch.unless == EHC_NONE || !happened(view, branch.unless)))
            return branch.event;
    }
    return EHC_NONE;
}

static bool in_force(const struct ehc_limit *limit, ehc_day trigger) {
    return trigger >= limit->from && (limit->until == EHC_NO_DAY || trigger <= limit->until);
}

static bool is_wanted(const struct view *view, const struct ehc_limit *limit) {
    for (size_t i = 0; i < limit->needs.count; i++)
        if (view->facts->event[limit->needs.index[i]] != EHC_NO_DAY)
            return true;
    return limit->needs.count == 0;
}

static struct ehc_period_end count_limit(const struct view *view, const struct ehc_limit *limit, ehc_day trigger,
                                         bool lenient) {
    return ehc_count_limit(view->law, view->facts, limit, trigger, lenient);
}

static struct stand_in stand_in_for(const struct view *view, int event);

/* The due date of the event's own limit, the earliest where there are several, else the day of the event that the law's data
 * name. */
static struct stand_in project(const struct view *view, const struct ehc_event *about) {
    struct stand_in best = {EHC_NO_DAY, EHC_NONE};
    int from;
    for (size_t i = 0; i < about->limits.count; i++) {
        const struct ehc_limit *limit = &view->law->limits[about->limits.index[i]];
        if (!limit->projects || !is_wanted(view, limit) || other_branch(view, limit) != EHC_NONE)
            continue;
        ehc_day trigger = event_day(view, limit->trigger, &from);
        if (trigger == EHC_NO_DAY)
            trigger = stand_in_for(view, limit->trigger).day;
        if (trigger == EHC_NO_DAY || !in_force(limit, trigger))
            continue;
        struct ehc_period_end end = count_limit(view, limit, trigger, false);
        if (end.firm && end.day != EHC_NO_DAY && (best.day == EHC_NO_DAY || end.day < best.day))
            best = (struct stand_in){end.day, about->limits.index[i]};
    }
    if (best.day != EHC_NO_DAY || about->projected_from == EHC_NONE)
        return best;
    best.day = event_day(view, about->projected_from, &from);
    return best.day != EHC_NO_DAY ? best : stand_in_for(view, about->projected_from);
}

/* What stands in for an event that has not happened. */
SELDOM static struct stand_in stand_in_for(const struct view *view, int event) {
    struct stand_ins *known = view->stand_ins;
    if (!known->begun)
        for (size_t i = 0; i < view->law->event_count; i++)
            known->of[i].day = NOT_YET;
    known->begun = true;
    if (known->of[event].day == NOT_YET) {
        /* A law's reader refuses an event that stands in for itself; in a law from elsewhere it has no day on the way. */
        known->of[event] = (struct stand_in){EHC_NO_DAY, EHC_NONE};
        known->of[event] = project(view, &view->law->events[event]);
    }
    return known->of[event];
}

static void find_trigger(const struct view *view, struct ehc_deadline *deadline) {
    int event = deadline->limit->trigger;
    deadline->trigger = event_day(view, event, &deadline->trigger_event);
    if (deadline->trigger != EHC_NO_DAY)
        return;
    struct stand_in stand_in = stand_in_for(view, event);
    deadline->trigger = stand_in.day;
    deadline->projected = stand_in.day != EHC_NO_DAY;
    if (deadline->projected)
        deadline->projected_by = stand_in.by;
}

static void widen(struct ehc_deadline *deadline, ehc_day day) {
    if (day == EHC_NO_DAY)
        return;
    deadline->earliest = day < deadline->earliest ? day : deadline->earliest;
    deadline->latest = day > deadline->latest ? day : deadline->latest;
}

SELDOM static ehc_day count_reading(const struct view *view, const struct ehc_deadline *deadline,
                                    const struct ehc_reading *reading) {
    const struct ehc_limit *limit = deadline->limit;
    int from;
    if (reading->lenient)
        return count_limit(view, limit, deadline->trigger, true).day;
    ehc_day trigger = event_day(view, reading->trigger, &from);
    if (trigger == EHC_NO_DAY)
        return EHC_NO_DAY;
    struct ehc_period period = {reading->amount, 0, reading->unit, reading->count, EHC_NO_ROLL, false};
    ehc_day day = ehc_count_period(view->law, view->facts, period, trigger).day;
    return reading->only_if_earlier && day >= deadline->due ? EHC_NO_DAY : day;
}

static void count_deadline(const struct view *view, struct ehc_deadline *deadline) {
    const struct ehc_limit *limit = deadline->limit;
    struct ehc_period_end end = count_limit(view, limit, deadline->trigger, false);
    deadline->counted = end.counted;
    deadline->due = deadline->earliest = deadline->latest = end.day;
    if (end.day == EHC_NO_DAY) {
        deadline->because = EHC_OUT_OF_RANGE;
        return;
    }
    deadline->roll_also = end.also;
    widen(deadline, end.also);
    for (size_t i = 0; i < limit->readings.count; i++) {
        const struct ehc_reading *reading = &view->law->readings[limit->readings.index[i]];
        deadline->reading[i] =
            reading->shift != 0 ? ehc_add_days(deadline->due, reading->shift) : count_reading(view, deadline, reading);
        widen(deadline, deadline->reading[i]);
    }
    if (!end.firm)
        deadline->because = EHC_NO_HOLIDAYS;
    else if (limit->unit == EHC_SCHOOL_DAYS && !ehc_has_school_closure(view->facts))
        deadline->because = EHC_NO_CLOSURES;
}

/* The limit that governs instead, where the later of two does; EHC_NONE. */
SELDOM static int later_limit(const struct view *view, const struct ehc_deadline *deadline) {
    ptrdiff_t own = deadline->limit - view->law->limits;
    for (size_t i = 0; i < deadline->limit->later_of.count; i++) {
        int index = deadline->limit->later_of.index[i], from;
        const struct ehc_limit *other = &view->law->limits[index];
        ehc_day trigger = event_day(view, other->trigger, &from);
        if (trigger == EHC_NO_DAY || !in_force(other, trigger) || other_branch(view, other) != EHC_NONE)
            continue;
        ehc_day due = count_limit(view, other, trigger, false).day;
        if (due != EHC_NO_DAY && (due > deadline->due || (due == deadline->due && index < own)))
            return index;
    }
    return EHC_NONE;
}

static bool runs_forward(const struct ehc_limit *limit) {
    return limit->count == EHC_AFTER || limit->count == EHC_BEGINNING;
}

static void find_act(const struct view *view, struct ehc_deadline *deadline) {
    const struct ehc_limit *limit = deadline->limit;
    int from;
    deadline->act = event_day(view, limit->act, &from);
    /* What was done before the trigger (an amended plan before the order to amend) answers something else. */
    ehc_day first = deadline->trigger + limit->after_trigger;
    bool too_early = runs_forward(limit) && deadline->trigger != EHC_NO_DAY && !deadline->projected && deadline->act < first;
    if (from != limit->act || too_early)
        deadline->act = EHC_NO_DAY;
}

bool ehc_is_done(const struct ehc_deadline *deadline, ehc_day as_at) {
    return deadline->act != EHC_NO_DAY && deadline->act <= as_at;
}

/* The event that shows a step to have been done, though its day is not given; EHC_NONE. */
static int shown_by(const struct view *view, const struct ehc_deadline *deadline) {
    const struct ehc_indexes *implied_by = &deadline->limit->implied_by;
    bool done = ehc_is_done(deadline, view->as_at);
    for (size_t i = 0; !done && i < implied_by->count; i++) {
        int event = implied_by->index[i];
        if (happened(view, event) && view->facts->event[event] >= deadline->trigger)
            return event;
    }
    return EHC_NONE;
}

static void judge(const struct view *view, struct ehc_deadline *deadline) {
    const struct ehc_limit *limit = deadline->limit;
    bool done = ehc_is_done(deadline, view->as_at);
    ehc_day day = done ? deadline->act : view->as_at;
    if (!done && day > deadline->due && limit->only_if != NULL) {
        deadline->status = EHC_WAITING;
        deadline->because = EHC_ONLY_IF;
        return;
    }
    deadline->days = 0;
    if (day > deadline->latest) {
        deadline->status = done ? EHC_LATE : EHC_OVERDUE;
        deadline->days = day - deadline->latest;
    } else if (day > deadline->due) {
        deadline->status = EHC_DISPUTED;
    } else {
        deadline->status = done ? EHC_MET : EHC_DUE;
        deadline->days = done ? 0 : deadline->due - day;
    }
}

/* Whether another limit for the same step was in force on the day of the trigger. */
static bool other_in_force(const struct view *view, const struct ehc_deadline *deadline) {
    const struct ehc_indexes *limits = &view->law->events[deadline->limit->act].limits;
    for (size_t i = 0; i < limits->count; i++) {
        const struct ehc_limit *other = &view->law->limits[limits->index[i]];
        if (other->trigger == deadline->limit->trigger && in_force(other, deadline->trigger))
            return true;
    }
    return false;
}

static void find_status(const struct view *view, struct ehc_deadline *deadline) {
    int branch = other_branch(view, deadline->limit);
    if (branch != EHC_NONE) {
        deadline->status = EHC_NOT_NEEDED;
        deadline->because = EHC_OTHER_BRANCH;
        deadline->because_index = branch;
    } else if (deadline->trigger == EHC_NO_DAY || deadline->projected ||
               (runs_forward(deadline->limit) && deadline->trigger > view->as_at)) {
        deadline->status = EHC_WAITING;
        deadline->because = EHC_NO_REASON;
    } else if (deadline->because == EHC_NOT_IN_FORCE && other_in_force(view, deadline)) {
        deadline->status = EHC_NOT_NEEDED;
    } else if (deadline->because != EHC_NO_REASON) {
        deadline->status = EHC_UNKNOWN;
    } else if (deadline->limit->later_of.count > 0 && (deadline->because_index = later_limit(view, deadline)) != EHC_NONE) {
        deadline->status = EHC_NOT_NEEDED;
        deadline->because = EHC_LATER_GOVERNS;
    } else if ((deadline->because_index = shown_by(view, deadline)) != EHC_NONE) {
        deadline->status = EHC_UNKNOWN;
        deadline->because = EHC_NO_ACT;
    } else {
        judge(view, deadline);
    }
}

/* The days in any of `spans`, each counted once. */
static int count_union(const struct ehc_span *spans, size_t count) {
    int days = 0;
    for (ehc_day at = EHC_NO_DAY;;) {
        ehc_day next = EHC_NO_DAY, last = EHC_NO_DAY;
        for (size_t i = 0; i < count; i++) {
            ehc_day first = spans[i].first > at ? spans[i].first : at + 1;
            if (at != EHC_NO_DAY && spans[i].last <= at)
                continue;
            if (next == EHC_NO_DAY || first < next || (first == next && spans[i].last > last)) {
                next = first;
                last = spans[i].last;
            }
        }
        if (next == EHC_NO_DAY)
            return days;
        days += last - next + 1;
        at = last;
    }
}

/* Missed appointments give no days, and most cases have nothing else of the kind. */
static bool may_lose_days(const struct ehc_case *facts) {
    return facts->closure_count + facts->absence_count + facts->exceptional_count > 0;
}

SELDOM static void plan_with_exceptions(const struct view *view, struct ehc_deadline *deadline) {
    struct ehc_span lost[EHC_CLOSURES_MAX + EHC_ABSENCES_MAX + EHC_EXCEPTIONAL_MAX];
    struct ehc_exception exception = {0};
    size_t count = 0;
    while (ehc_exception_next(view->law, view->facts, deadline, &exception))
        if (exception.fit == EHC_FITS && exception.lost.first <= exception.lost.last)
            lost[count++] = exception.lost;
    deadline->days_lost = count > 0 ? count_union(lost, count) : 0;
    if (deadline->days_lost > 0)
        deadline->with_exception = ehc_add_days(deadline->due, deadline->days_lost);
}

/* Member by member: compilers clear a struct of this size with an instruction that is slow to start, and a caseload has
 * millions of deadlines. */
static void clear(struct ehc_deadline *deadline) {
    deadline->trigger = EHC_NO_DAY;
    deadline->trigger_event = 0;
    deadline->projected = false;
    deadline->projected_by = EHC_NONE;
    deadline->counted = EHC_NO_DAY;
    deadline->due = EHC_NO_DAY;
    deadline->earliest = EHC_NO_DAY;
    deadline->latest = EHC_NO_DAY;
    deadline->roll_also = EHC_NO_DAY;
    for (size_t i = 0; i < EHC_READINGS_MAX; i++)
        deadline->reading[i] = EHC_NO_DAY;
    deadline->act = EHC_NO_DAY;
    deadline->status = EHC_MET;
    deadline->days = -1;
    deadline->because = EHC_NO_REASON;
    deadline->because_index = EHC_NONE;
    deadline->with_exception = EHC_NO_DAY;
    deadline->days_lost = 0;
}

static void work_out(const struct view *view, const struct ehc_limit *limit, struct ehc_deadline *deadline) {
    clear(deadline);
    deadline->limit = limit;
    deadline->advice = view->advice;
    find_trigger(view, deadline);
    if (deadline->trigger != EHC_NO_DAY && !in_force(limit, deadline->trigger))
        deadline->because = EHC_NOT_IN_FORCE;
    else if (deadline->trigger != EHC_NO_DAY)
        count_deadline(view, deadline);
    find_act(view, deadline);
    find_status(view, deadline);
    if (deadline->due != EHC_NO_DAY && limit->exceptions != EHC_NONE && may_lose_days(view->facts))
        plan_with_exceptions(view, deadline);
}

void ehc_deadline_of(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_advice *advice, ehc_day as_at,
                     int limit, struct ehc_deadline *deadline) {
    struct stand_ins stand_ins;
    struct view view = {.law = law, .facts = facts, .advice = advice, .as_at = as_at, .stand_ins = &stand_ins};
    stand_ins.begun = false;
    work_out(&view, &law->limits[limit], deadline);
}

void ehc_deadline_again(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at,
                        struct ehc_deadline *deadline) {
    struct view view = {.law = law, .facts = facts, .as_at = as_at};
    deadline->because = EHC_NO_REASON;
    deadline->because_index = EHC_NONE;
    deadline->days = -1;
    find_act(&view, deadline);
    find_status(&view, deadline);
}

/* A route has begun when the trigger of one of its limits is given. Gives a bit for each. */
static uint32_t routes_begun(const struct view *view) {
    uint32_t begun = 0;
    for (size_t i = 0; i < view->law->limit_count; i++) {
        const struct ehc_limit *limit = &view->law->limits[i];
        if (view->facts->event[limit->trigger] != EHC_NO_DAY && is_wanted(view, limit))
            begun |= UINT32_C(1) << limit->route;
    }
    return begun;
}

/* Where the requests for advice of a case are known, they take the place of the limit's single deadline. */
static bool has_own_advice(const struct view *view, const struct ehc_limit *limit) {
    for (size_t i = 0; i < view->facts->advice_count; i++)
        if (limit->advice_from & 1U << view->facts->advice[i].from)
            return true;
    return false;
}

static bool comes_before(const struct ehc_deadline *a, const struct ehc_deadline *b) {
    if ((a->due == EHC_NO_DAY) != (b->due == EHC_NO_DAY))
        return b->due == EHC_NO_DAY;
    if (a->due != b->due)
        return a->due < b->due;
    return a->limit < b->limit;
}

/* Puts the deadline in its place among those already there, which are in order. */
static void insert(struct ehc_deadline *room, size_t count, const struct ehc_deadline *deadline) {
    size_t at = count;
    while (at > 0 && comes_before(deadline, &room[at - 1]))
        at--;
    memmove(&room[at + 1], &room[at], (count - at) * sizeof *room);
    room[at] = *deadline;
}

size_t ehc_timeline(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at, struct ehc_deadline *room,
                    size_t room_count) {
    struct stand_ins stand_ins, of_advice;
    struct view view = {.law = law, .facts = facts, .as_at = as_at};
    const uint32_t begun = routes_begun(&view);
    size_t count = 0;
    stand_ins.begun = false;
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        struct ehc_deadline deadline;
        if (!is_wanted(&view, limit))
            continue;
        for (size_t j = 0; limit->advice_from != 0 && j < facts->advice_count; j++) {
            view.advice = &facts->advice[j];
            view.stand_ins = &of_advice;
            of_advice.begun = false;
            if (!(limit->advice_from & 1U << view.advice->from))
                continue;
            work_out(&view, limit, &deadline);
            if (count < room_count)
                insert(room, count, &deadline);
            count++;
        }
        view.advice = NULL;
        view.stand_ins = &stand_ins;
        if (has_own_advice(&view, limit) && facts->event[limit->trigger] == EHC_NO_DAY)
            continue;
        work_out(&view, limit, &deadline);
        if (deadline.trigger == EHC_NO_DAY && !(begun & UINT32_C(1) << limit->route))
            continue;
        if (count < room_count)
            insert(room, count, &deadline);
        count++;
    }
    return count;
}

const struct ehc_relaxation *ehc_deadline_relaxation(const struct ehc_law *law, const struct ehc_deadline *deadline) {
    if (deadline->limit->relaxed_by == EHC_NONE || deadline->due == EHC_NO_DAY)
        return NULL;
    const struct ehc_relaxation *relaxation = &law->relaxations[deadline->limit->relaxed_by];
    struct ehc_span period = ehc_deadline_period(deadline);
    return period.first <= relaxation->until && period.last >= relaxation->from ? relaxation : NULL;
}

const char *ehc_status_name(enum ehc_status status) {
    static const char *const names[] = {"met", "disputed", "late", "overdue", "due", "waiting", "not-needed", "unknown"};
    return names[status];
}
