/* One deadline: from which day it runs, its last day by each reading, the act that answers it, and its status. */
#include "engine.h"
#include <ehc/count.h>

enum { NOT_YET = INT32_MAX }; /* the day of a stand-in that has not been asked for */

/* Cold paths are kept out of line, so that the path that all limits take is fast. */
#define SELDOM __attribute__((noinline))

SELDOM static ehc_day look_up_event(const struct ehc_scene *scene, int event, int *from) {
    const struct ehc_law *law = scene->law;
    const struct ehc_advice *advice = scene->advice;
    if (advice != NULL && (event == law->advice_request_received || event == law->advice_requested)) {
        bool received = event == law->advice_request_received && advice->request_received != EHC_NO_DAY;
        *from = received ? event : law->advice_requested;
        return received ? advice->request_received : advice->requested;
    }
    *from = event;
    if (advice != NULL && event == law->advice_received)
        return advice->received;
    return ehc_case_event(law, scene->facts, event, from);
}

/* The day of an event as given; that of the request for advice where one is looked at. */
static inline ehc_day event_day(const struct ehc_scene *scene, int event, int *from) {
    ehc_day day = scene->facts->event[event];
    if (scene->advice != NULL || day == EHC_NO_DAY)
        return look_up_event(scene, event, from);
    *from = event;
    return day;
}

static bool happened(const struct ehc_scene *scene, int event) {
    bool of_advice = scene->advice != NULL && event == scene->law->advice_received;
    ehc_day day = of_advice ? scene->advice->received : scene->facts->event[event];
    return day != EHC_NO_DAY && day <= scene->as_at;
}

/* The event by which the other branch was taken; EHC_NONE. */
static int other_branch(const struct ehc_scene *scene, const struct ehc_limit *limit) {
    for (size_t i = 0; i < limit->not_needed_count; i++) {
        struct ehc_branch branch = limit->not_needed_if[i];
        if (happened(scene, branch.event) && (branch.unless == EHC_NONE || !happened(scene, branch.unless)))
            return branch.event;
    }
    return EHC_NONE;
}

static bool in_force(const struct ehc_limit *limit, ehc_day trigger) {
    return trigger >= limit->from && (limit->until == EHC_NO_DAY || trigger <= limit->until);
}

bool ehc_is_wanted(const struct ehc_case *facts, const struct ehc_limit *limit) {
    for (size_t i = 0; i < limit->needs.count; i++)
        if (facts->event[limit->needs.index[i]] != EHC_NO_DAY)
            return true;
    return limit->needs.count == 0;
}

static struct ehc_period_end count_limit(const struct ehc_scene *scene, const struct ehc_limit *limit, ehc_day trigger,
                                         bool lenient) {
    return ehc_count_limit(scene->law, scene->facts, limit, trigger, lenient);
}

static struct ehc_stand_in stand_in_for(const struct ehc_scene *scene, int event);

/* The due date of the event's own limit, the earliest where there are several, else the day of the event that the law's data
 * name. */
static struct ehc_stand_in project(const struct ehc_scene *scene, const struct ehc_event *about) {
    struct ehc_stand_in best = {EHC_NO_DAY, EHC_NONE};
    int from;
    for (size_t i = 0; i < about->limits.count; i++) {
        const struct ehc_limit *limit = &scene->law->limits[about->limits.index[i]];
        if (!limit->projects || !ehc_is_wanted(scene->facts, limit) || other_branch(scene, limit) != EHC_NONE)
            continue;
        ehc_day trigger = event_day(scene, limit->trigger, &from);
        if (trigger == EHC_NO_DAY)
            trigger = stand_in_for(scene, limit->trigger).day;
        if (trigger == EHC_NO_DAY || !in_force(limit, trigger))
            continue;
        struct ehc_period_end end = count_limit(scene, limit, trigger, false);
        if (end.firm && end.day != EHC_NO_DAY && (best.day == EHC_NO_DAY || end.day < best.day))
            best = (struct ehc_stand_in){end.day, about->limits.index[i]};
    }
    if (best.day != EHC_NO_DAY || about->projected_from == EHC_NONE)
        return best;
    best.day = event_day(scene, about->projected_from, &from);
    return best.day != EHC_NO_DAY ? best : stand_in_for(scene, about->projected_from);
}

/* What stands in for an event that has not happened. */
SELDOM static struct ehc_stand_in stand_in_for(const struct ehc_scene *scene, int event) {
    struct ehc_stand_ins *known = scene->stand_ins;
    if (!known->begun)
        for (size_t i = 0; i < scene->law->event_count; i++)
            known->of[i].day = NOT_YET;
    known->begun = true;
    if (known->of[event].day == NOT_YET) {
        /* A law's reader refuses an event that stands in for itself; in a law from elsewhere it has no day on the way. */
        known->of[event] = (struct ehc_stand_in){EHC_NO_DAY, EHC_NONE};
        known->of[event] = project(scene, &scene->law->events[event]);
    }
    return known->of[event];
}

static void find_trigger(const struct ehc_scene *scene, struct ehc_deadline *deadline) {
    int event = deadline->limit->trigger;
    deadline->trigger = event_day(scene, event, &deadline->trigger_event);
    if (deadline->trigger != EHC_NO_DAY)
        return;
    struct ehc_stand_in stand_in = stand_in_for(scene, event);
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

SELDOM static ehc_day count_reading(const struct ehc_scene *scene, const struct ehc_deadline *deadline,
                                    const struct ehc_reading *reading) {
    const struct ehc_limit *limit = deadline->limit;
    int from;
    if (reading->lenient)
        return count_limit(scene, limit, deadline->trigger, true).day;
    ehc_day trigger = event_day(scene, reading->trigger, &from);
    if (trigger == EHC_NO_DAY)
        return EHC_NO_DAY;
    struct ehc_period period = {reading->amount, 0, reading->unit, reading->count, NULL, false};
    ehc_day day = ehc_count_period(scene->law, scene->facts, period, trigger).day;
    return reading->only_if_earlier && day >= deadline->due ? EHC_NO_DAY : day;
}

static void count_deadline(const struct ehc_scene *scene, struct ehc_deadline *deadline) {
    const struct ehc_limit *limit = deadline->limit;
    struct ehc_period_end end = count_limit(scene, limit, deadline->trigger, false);
    deadline->counted = end.counted;
    deadline->due = deadline->earliest = deadline->latest = end.day;
    if (end.day == EHC_NO_DAY) {
        deadline->because = EHC_OUT_OF_RANGE;
        return;
    }
    deadline->roll_also = end.also;
    widen(deadline, end.also);
    for (size_t i = 0; i < limit->readings.count; i++) {
        const struct ehc_reading *reading = &scene->law->readings[limit->readings.index[i]];
        deadline->reading[i] =
            reading->shift != 0 ? ehc_add_days(deadline->due, reading->shift) : count_reading(scene, deadline, reading);
        widen(deadline, deadline->reading[i]);
    }
    if (!end.firm)
        deadline->because = EHC_NO_HOLIDAYS;
    else if (limit->unit == EHC_SCHOOL_DAYS && !ehc_has_school_closure(scene->facts))
        deadline->because = EHC_NO_CLOSURES;
}

/* The limit that governs instead, where the later of two does; EHC_NONE. */
SELDOM static int later_limit(const struct ehc_scene *scene, const struct ehc_deadline *deadline) {
    ptrdiff_t own = deadline->limit - scene->law->limits;
    for (size_t i = 0; i < deadline->limit->later_of.count; i++) {
        int index = deadline->limit->later_of.index[i], from;
        const struct ehc_limit *other = &scene->law->limits[index];
        ehc_day trigger = event_day(scene, other->trigger, &from);
        if (trigger == EHC_NO_DAY || !in_force(other, trigger) || other_branch(scene, other) != EHC_NONE)
            continue;
        ehc_day due = count_limit(scene, other, trigger, false).day;
        if (due != EHC_NO_DAY && (due > deadline->due || (due == deadline->due && index < own)))
            return index;
    }
    return EHC_NONE;
}

static bool runs_forward(const struct ehc_limit *limit) {
    return limit->count == EHC_AFTER || limit->count == EHC_BEGINNING;
}

static void find_act(const struct ehc_scene *scene, struct ehc_deadline *deadline) {
    const struct ehc_limit *limit = deadline->limit;
    int from;
    deadline->act = event_day(scene, limit->act, &from);
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
static int shown_by(const struct ehc_scene *scene, const struct ehc_deadline *deadline) {
    const struct ehc_indexes *implied_by = &deadline->limit->implied_by;
    bool done = ehc_is_done(deadline, scene->as_at);
    for (size_t i = 0; !done && i < implied_by->count; i++) {
        int event = implied_by->index[i];
        if (happened(scene, event) && scene->facts->event[event] >= deadline->trigger)
            return event;
    }
    return EHC_NONE;
}

static void judge(const struct ehc_scene *scene, struct ehc_deadline *deadline) {
    const struct ehc_limit *limit = deadline->limit;
    bool done = ehc_is_done(deadline, scene->as_at);
    ehc_day day = done ? deadline->act : scene->as_at;
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
static bool other_in_force(const struct ehc_scene *scene, const struct ehc_deadline *deadline) {
    const struct ehc_indexes *limits = &scene->law->events[deadline->limit->act].limits;
    for (size_t i = 0; i < limits->count; i++) {
        const struct ehc_limit *other = &scene->law->limits[limits->index[i]];
        if (other->trigger == deadline->limit->trigger && in_force(other, deadline->trigger))
            return true;
    }
    return false;
}

static void find_status(const struct ehc_scene *scene, struct ehc_deadline *deadline) {
    int branch = other_branch(scene, deadline->limit);
    if (branch != EHC_NONE) {
        deadline->status = EHC_NOT_NEEDED;
        deadline->because = EHC_OTHER_BRANCH;
        deadline->because_index = branch;
    } else if (deadline->trigger == EHC_NO_DAY || deadline->projected ||
               (runs_forward(deadline->limit) && deadline->trigger > scene->as_at)) {
        deadline->status = EHC_WAITING;
        deadline->because = EHC_NO_REASON;
    } else if (deadline->because == EHC_NOT_IN_FORCE && other_in_force(scene, deadline)) {
        deadline->status = EHC_NOT_NEEDED;
    } else if (deadline->because != EHC_NO_REASON) {
        deadline->status = EHC_UNKNOWN;
    } else if (deadline->limit->later_of.count > 0 && (deadline->because_index = later_limit(scene, deadline)) != EHC_NONE) {
        deadline->status = EHC_NOT_NEEDED;
        deadline->because = EHC_LATER_GOVERNS;
    } else if ((deadline->because_index = shown_by(scene, deadline)) != EHC_NONE) {
        deadline->status = EHC_UNKNOWN;
        deadline->because = EHC_NO_ACT;
    } else {
        judge(scene, deadline);
    }
}

/* Missed appointments give no days, and most cases have nothing else of the kind. */
static bool may_lose_days(const struct ehc_case *facts) {
    return facts->closure_count + facts->absence_count + facts->exceptional_count > 0;
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
    deadline->with_exception = deadline->with_exception_if = EHC_NO_DAY;
    deadline->days_lost = deadline->days_lost_if = 0;
}

void ehc_work_out(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_deadline *deadline) {
    clear(deadline);
    deadline->limit = limit;
    deadline->advice = scene->advice;
    find_trigger(scene, deadline);
    if (deadline->trigger != EHC_NO_DAY && !in_force(limit, deadline->trigger))
        deadline->because = EHC_NOT_IN_FORCE;
    else if (deadline->trigger != EHC_NO_DAY)
        count_deadline(scene, deadline);
    find_act(scene, deadline);
    find_status(scene, deadline);
    if (deadline->due != EHC_NO_DAY && limit->exceptions != EHC_NONE && may_lose_days(scene->facts))
        ehc_plan_with_exceptions(scene->law, scene->facts, deadline);
}

void ehc_deadline_of(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_advice *advice, ehc_day as_at,
                     int limit, struct ehc_deadline *deadline) {
    struct ehc_stand_ins stand_ins;
    struct ehc_scene scene = {.law = law, .facts = facts, .advice = advice, .as_at = as_at, .stand_ins = &stand_ins};
    stand_ins.begun = false;
    ehc_work_out(&scene, &law->limits[limit], deadline);
}

void ehc_deadline_again(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at,
                        struct ehc_deadline *deadline) {
    struct ehc_scene scene = {.law = law, .facts = facts, .as_at = as_at};
    deadline->because = EHC_NO_REASON;
    deadline->because_index = EHC_NONE;
    deadline->days = -1;
    find_act(&scene, deadline);
    find_status(&scene, deadline);
}

const char *ehc_status_name(enum ehc_status status) {
    static const char *const names[] = {"met", "disputed", "late", "overdue", "due", "waiting", "not-needed", "unknown"};
    return names[status];
}
