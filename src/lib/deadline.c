/* Works out one deadline, for a round of a limit or a projected round, and its status. */
#include "working.h"

bool ehc_is_wanted(const struct ehc_scene *scene, const struct ehc_limit *limit) {
    const struct ehc_case *facts = scene->facts;
    if (limit->needs_setting != EHC_SETTING_NOT_GIVEN && facts->setting == limit->needs_setting)
        return true;
    for (size_t i = 0; i < limit->needs.count; i++)
        if (facts->event[limit->needs.index[i]] != EHC_NO_DAY)
            return true;
    return limit->needs.count == 0;
}

bool ehc_is_done(const struct ehc_deadline *deadline, ehc_day as_at) {
    return deadline->act != EHC_NO_DAY && deadline->act <= as_at;
}

/* The event that shows that a step was done, although its day is not given; EHC_NONE. */
static int shown_by(const struct working *working, const struct ehc_deadline *deadline) {
    int event = EHC_NONE;
    if (working->limit->implied_by.count == 0 || ehc_is_done(deadline, working->scene->as_at))
        return EHC_NONE;
    ehc_day day = ehc_first_in_round(working, &working->limit->implied_by, &event);
    return day != EHC_NO_DAY && ehc_is_by(day, working->superseded) ? event : EHC_NONE;
}

/* Whether another limit for the same step was in force on the day of the trigger. */
static bool other_in_force(const struct ehc_scene *scene, const struct ehc_deadline *deadline) {
    const struct ehc_indexes *limits = &scene->law->events[deadline->limit->act].limits;
    for (size_t i = 0; i < limits->count; i++) {
        const struct ehc_limit *other = &scene->law->limits[limits->index[i]];
        if (other->trigger == deadline->limit->trigger && ehc_in_force(other, deadline->trigger))
            return true;
    }
    return false;
}

static void not_needed(struct ehc_deadline *deadline, enum ehc_because because, int index) {
    deadline->status = EHC_NOT_NEEDED;
    deadline->because = because;
    deadline->because_index = index;
}

static void unknown(struct ehc_deadline *deadline, enum ehc_because because, int index) {
    deadline->status = EHC_UNKNOWN;
    deadline->because = because;
    deadline->because_index = index;
}

/* A step that is owed only if something is so, which the case does not show. */
static bool may_not_be_owed(const struct working *working) {
    int event;
    if (working->limit->only_if == NULL)
        return false;
    ehc_day known = ehc_first_in_round(working, &working->limit->known_by, &event);
    return known == EHC_NO_DAY || !ehc_is_by(known, working->superseded);
}

/* Advice with a day, but without the body that was asked: nobody is called late with it. */
static bool who_is_not_said(const struct working *working, const struct ehc_deadline *deadline) {
    const struct ehc_indexes *known_by = &working->limit->who_known_by;
    return known_by->count > 0 && deadline->advice == NULL && !ehc_has_index(known_by, working->rounds[working->at].source);
}

/* Whether the next round begins with a given day of an event that is otherwise taken from other events: the given day of the
 * last review says nothing about the reviews before it. */
static bool ended_by_last_known(const struct working *working) {
    const struct ehc_round *next = &working->rounds[working->at + 1];
    return working->superseded == working->next && working->rounds[working->at].next == working->next &&
           next->source == next->event && working->scene->law->events[next->event].taken == EHC_TAKEN_EACH;
}

/* For a limit that is past and where the later of two limits governs: if the other limit has no day to count from on or
 * before this trigger, the missing event; else EHC_NONE. */
static int lacks_other_limit(const struct working *working, const struct ehc_deadline *deadline) {
    const struct ehc_scene *scene = working->scene;
    const struct ehc_indexes *later_of = &working->limit->later_of;
    ehc_day end = ehc_is_done(deadline, scene->as_at) ? deadline->act : scene->as_at;
    if (!ehc_is_done(deadline, scene->as_at) && working->superseded != EHC_NO_DAY)
        end = working->superseded;
    if (!working->limit->later_of_earlier || end <= deadline->latest)
        return EHC_NONE;
    for (size_t i = 0; i < later_of->count; i++)
        if (ehc_last_until(ehc_days_of(scene, scene->law->limits[later_of->index[i]].trigger), deadline->trigger) >= 0)
            return EHC_NONE;
    return scene->law->limits[later_of->index[0]].trigger;
}

static void judge_superseded(const struct working *working, struct ehc_deadline *deadline) {
    bool over = working->limit->is_minimum && (working->superseded > deadline->due || working->superseded == working->next);
    if (over) {
        not_needed(deadline, EHC_TIME_OVER, EHC_NONE);
        return;
    }
    deadline->superseded = working->superseded;
    deadline->superseded_by = working->superseded_by;
    if (working->limit->for_family || working->limit->is_minimum || working->superseded <= deadline->latest ||
        may_not_be_owed(working)) {
        not_needed(deadline, working->limit->of_decision ? EHC_OVERTAKEN : EHC_SUPERSEDED, working->superseded_by);
    } else if (working->limit->is_asked_for) {
        unknown(deadline, EHC_NOT_SAID, EHC_NONE);
    } else if (ended_by_last_known(working)) {
        unknown(deadline, EHC_NO_ACT, working->next_event);
    } else if (who_is_not_said(working, deadline)) {
        unknown(deadline, EHC_WHO_NOT_SAID, EHC_NONE);
    } else {
        deadline->status = EHC_LATE;
        deadline->days = working->superseded - deadline->latest;
    }
}

/* The first day on which a dispute that began in the round was over; `begun` is set to the day on which it began. EHC_NO_DAY
 * where it is not, or there was none. */
static ehc_day end_of_dispute(const struct working *working, ehc_day *begun) {
    const struct ehc_scene *scene = working->scene;
    struct ehc_days days = ehc_days_of(scene, working->limit->pending);
    ehc_day over = EHC_NO_DAY;
    *begun = ehc_first_from(days, working->rounds[working->at].day);
    if (*begun == EHC_NO_DAY || *begun > scene->as_at || !ehc_is_by(*begun, working->next)) {
        *begun = EHC_NO_DAY;
        return EHC_NO_DAY;
    }
    ehc_day next = ehc_first_from(days, *begun + 1);
    for (size_t i = 0; i < working->limit->pending_until.count; i++) {
        struct ehc_indexes end = {&working->limit->pending_until.index[i], 1};
        bool ends_latest = scene->law->events[*end.index].ends == working->limit->pending;
        int event;
        ehc_day day = ehc_first_of(scene, &end, *begun, ends_latest && next != EHC_NO_DAY ? next - 1 : EHC_FOR_EVER, &event);
        over = day != EHC_NO_DAY && ehc_is_by(day, over) ? day : over;
    }
    return over;
}

/* A minimum: nothing has to be done. An act on or before the last day is too early, and so is an act before the end of a
 * dispute that began by that day. */
SELDOM static void judge_minimum(const struct working *working, struct ehc_deadline *deadline) {
    ehc_day as_at = working->scene->as_at, begun = EHC_NO_DAY;
    ehc_day over = working->limit->pending != EHC_NONE ? end_of_dispute(working, &begun) : EHC_NO_DAY;
    bool done = ehc_is_done(deadline, as_at), is_disputed = begun != EHC_NO_DAY && begun <= deadline->due;
    ehc_day free_from = is_disputed ? over : deadline->due + 1; /* EHC_NO_DAY: the dispute goes on */
    if (done && (free_from == EHC_NO_DAY || deadline->act < free_from)) {
        deadline->status = EHC_LATE;
        deadline->because = EHC_TOO_EARLY;
        deadline->days = free_from != EHC_NO_DAY ? free_from - deadline->act : 0;
    } else if (done) {
        deadline->status = EHC_MET;
        deadline->days = 0;
    } else if (begun != EHC_NO_DAY && over == EHC_NO_DAY) {
        unknown(deadline, EHC_PENDING, working->limit->pending);
    } else if (as_at >= free_from) {
        not_needed(deadline, EHC_TIME_OVER, EHC_NONE);
    } else {
        deadline->status = EHC_DUE;
        deadline->days = deadline->due - as_at;
    }
}

static void judge(const struct working *working, struct ehc_deadline *deadline) {
    bool done = ehc_is_done(deadline, working->scene->as_at);
    ehc_day day = done ? deadline->act : working->scene->as_at;
    if (!done && day > deadline->due && may_not_be_owed(working)) {
        unknown(deadline, EHC_ONLY_IF, EHC_NONE);
        return;
    }
    if (!done && day > deadline->due && working->limit->is_asked_for) {
        unknown(deadline, EHC_NOT_SAID, EHC_NONE);
        return;
    }
    if (day > deadline->due && who_is_not_said(working, deadline)) {
        unknown(deadline, EHC_WHO_NOT_SAID, EHC_NONE);
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

/* If the last day may be even later, an act by the known day was in time. */
static bool is_in_time_anyway(const struct working *working, struct ehc_deadline *deadline) {
    if (deadline->because != EHC_NO_OTHER_DAY || working->limit->or_on == EHC_NONE ||
        !ehc_is_done(deadline, working->scene->as_at) || deadline->act > deadline->due)
        return false;
    deadline->because = EHC_NO_REASON;
    deadline->because_index = EHC_NONE;
    return true;
}

static void find_status(const struct working *working, struct ehc_deadline *deadline) {
    const struct ehc_scene *scene = working->scene;
    const struct ehc_limit *limit = working->limit;
    bool done = ehc_is_done(deadline, scene->as_at);
    int index;
    if (!done && working->other != EHC_NO_DAY && ehc_is_by(working->other, working->superseded)) {
        not_needed(deadline, EHC_OTHER_BRANCH, working->other_event);
    } else if (deadline->planned) {
        deadline->status = EHC_WAITING;
        deadline->because = EHC_NO_REASON;
    } else if (deadline->because == EHC_NOT_IN_FORCE && other_in_force(scene, deadline)) {
        deadline->status = EHC_NOT_NEEDED;
    } else if (deadline->because != EHC_NO_REASON && !is_in_time_anyway(working, deadline)) {
        deadline->status = EHC_UNKNOWN;
        deadline->superseded = done ? EHC_NO_DAY : working->superseded;
        deadline->superseded_by = working->superseded_by;
    } else if (limit->later_of.count > 0 && shown_by(working, deadline) == EHC_NONE &&
               (index = ehc_later_limit(working, deadline)) != EHC_NONE) {
        not_needed(deadline, EHC_LATER_GOVERNS, index);
    } else if ((index = lacks_other_limit(working, deadline)) != EHC_NONE) {
        unknown(deadline, EHC_NO_OTHER_DAY, index);
    } else if (limit->is_minimum && (done || working->superseded == EHC_NO_DAY)) {
        judge_minimum(working, deadline);
    } else if ((index = shown_by(working, deadline)) != EHC_NONE) {
        /* Nobody asks on which day the family did one of its own steps. */
        if (limit->for_family)
            not_needed(deadline, EHC_OTHER_BRANCH, index);
        else
            unknown(deadline, EHC_NO_ACT, index);
    } else if (!done && working->superseded != EHC_NO_DAY) {
        judge_superseded(working, deadline);
    } else {
        judge(working, deadline);
    }
}

/* Fast path: missed appointments add no days, and most cases have no other exceptions. */
static bool may_lose_days(const struct ehc_case *facts) {
    return facts->closure_count + facts->absence_count + facts->exceptional_count > 0;
}

/* Set member by member: compilers clear a struct of this size with an instruction that starts slowly, and a caseload has
 * millions of deadlines. */
static void clear(struct ehc_deadline *deadline) {
    deadline->trigger = EHC_NO_DAY;
    deadline->trigger_event = 0;
    deadline->projected = false;
    deadline->planned = false;
    deadline->round = 1;
    deadline->advice = NULL;
    deadline->consultation = NULL;
    deadline->own = NULL;
    deadline->act_event = EHC_NONE;
    deadline->superseded = EHC_NO_DAY;
    deadline->superseded_by = EHC_NONE;
    deadline->projected_by = EHC_NONE;
    deadline->or_day = EHC_NO_DAY;
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

static void begin(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_deadline *deadline) {
    clear(deadline);
    deadline->limit = limit;
    if (scene->section != NULL) {
        deadline->advice = scene->section->advice;
        deadline->consultation = scene->section->consultation;
    }
}

/* The day on which the decision that opened a round was sent, if its letter has another day. */
static ehc_day sent_on(const struct working *working) {
    const struct ehc_round *round = &working->rounds[working->at];
    struct ehc_days decisions = ehc_days_of(working->scene, working->scene->law->decision);
    for (size_t i = 0; i < decisions.count; i++)
        if (decisions.day[i] >= round->day && ehc_is_by(decisions.day[i] + 1, round->next) && decisions.source != NULL &&
            decisions.source[i] == round->event)
            return decisions.day[i];
    return round->day;
}

static void count_from(const struct working *working, struct ehc_deadline *deadline) {
    const struct ehc_limit *limit = working->limit;
    if (limit->or_limit != EHC_NONE)
        deadline->trigger = sent_on(working);
    if (!ehc_in_force(limit, deadline->trigger)) {
        deadline->because = EHC_NOT_IN_FORCE;
        return;
    }
    ehc_count_last_day(working->scene, deadline, working->at > 0 ? working->rounds[working->at - 1].day : EHC_NO_DAY);
    if (deadline->due != EHC_NO_DAY && (limit->or_on != EHC_NONE || limit->or_limit != EHC_NONE))
        ehc_look_at_other_days(working, deadline);
    if (limit->of_decision && working->decision < 0 && deadline->because == EHC_NO_REASON) {
        deadline->because = EHC_NO_OTHER_DAY;
        deadline->because_index = working->scene->law->decision;
    }
}

/* The day on which an answer ended the round: other events of that day belong to the next round. */
static ehc_day answered_on(const struct working *working, const struct ehc_deadline *deadline) {
    if (ehc_is_done(deadline, working->scene->as_at))
        return deadline->act;
    return ehc_is_by(working->other, working->superseded) ? working->other : EHC_NO_DAY;
}

ehc_day ehc_work_out_round(const struct ehc_scene *scene, const struct ehc_limit *limit, const struct ehc_round *rounds,
                           size_t at, ehc_day taken, struct ehc_deadline *deadline) {
    struct working working = {.scene = scene, .limit = limit, .rounds = rounds, .at = at};
    const struct ehc_round *round = &rounds[at];
    begin(scene, limit, deadline);
    deadline->round = (int)at + 1;
    bool from_other = limit->together && round->event != limit->trigger && round->other != EHC_NO_DAY;
    deadline->trigger = from_other ? round->other : round->day;
    deadline->trigger_event = from_other ? limit->trigger : round->source;
    deadline->planned = deadline->projected =
        ehc_runs_forward(limit) && !limit->together && !ehc_has_come(scene, round->event, round->day);
    ehc_find_window(&working, taken);
    count_from(&working, deadline);
    ehc_find_act(&working, deadline);
    find_status(&working, deadline);
    if (deadline->due != EHC_NO_DAY && limit->exceptions != EHC_NONE && may_lose_days(scene->facts))
        ehc_plan_with_exceptions(scene->law, scene->facts, deadline);
    return answered_on(&working, deadline);
}

/* The event that makes a step unnecessary before it has begun; EHC_NONE. */
static int over_already(const struct ehc_scene *scene, const struct ehc_limit *limit) {
    int event = EHC_NONE;
    if (ehc_first_of(scene, &limit->not_needed_if, -EHC_FOR_EVER, EHC_FOR_EVER, &event) == EHC_NO_DAY)
        ehc_first_of(scene, &limit->superseded_by, -EHC_FOR_EVER, EHC_FOR_EVER, &event);
    return event;
}

void ehc_work_out_projected(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_stand_in stand_in,
                            struct ehc_deadline *deadline) {
    begin(scene, limit, deadline);
    struct ehc_round round = {stand_in.day, limit->trigger, limit->trigger, EHC_NO_DAY, EHC_NO_DAY, EHC_NO_DAY, EHC_NONE};
    /* `decision` is not -1: no decision is given yet, and the estimate is not refused for that. */
    struct working working = {.scene = scene, .limit = limit, .rounds = &round, .decision = 0};
    deadline->trigger_event = limit->trigger;
    deadline->trigger = stand_in.day;
    deadline->projected = stand_in.day != EHC_NO_DAY;
    deadline->projected_by = deadline->projected ? stand_in.by : EHC_NONE;
    if (deadline->projected)
        count_from(&working, deadline);
    deadline->act =
        ehc_first_act(scene, limit, deadline->projected ? stand_in.day : -EHC_FOR_EVER, EHC_FOR_EVER, &deadline->act_event);
    deadline->status = EHC_WAITING;
    deadline->because = EHC_NO_REASON;
    int over = deadline->projected ? EHC_NONE : over_already(scene, limit);
    if (over != EHC_NONE)
        not_needed(deadline, EHC_OTHER_BRANCH, over);
}

void ehc_deadline_again(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at,
                        struct ehc_deadline *deadline) {
    struct ehc_memo memo;
    const struct ehc_scene scene = ehc_scene_of(law, facts, as_at, &memo);
    int trigger = deadline->limit->trigger;
    struct ehc_round round = {deadline->trigger, trigger, trigger, EHC_NO_DAY, EHC_NO_DAY, EHC_NO_DAY, EHC_NONE};
    round.closed = ehc_closed_on(&scene, trigger, round.day, as_at);
    struct working working = {.scene = &scene, .limit = deadline->limit, .rounds = &round};
    deadline->because = EHC_NO_REASON;
    deadline->because_index = EHC_NONE;
    deadline->days = -1;
    deadline->superseded = EHC_NO_DAY;
    deadline->superseded_by = EHC_NONE;
    ehc_find_window(&working, EHC_NO_DAY);
    ehc_find_act(&working, deadline);
    find_status(&working, deadline);
}

const char *ehc_status_name(enum ehc_status status) {
    static const char *const names[] = {"met", "disputed", "late", "overdue", "due", "waiting", "not-needed", "unknown"};
    return names[status];
}
