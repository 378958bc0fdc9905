/* A chain is a set of events, each with its last day, and rules between two events. The rules are applied until no day moves
 * any more. Days only move earlier, so this ends. */
#include "plan.h"
#include <ehc/count.h>
#include <string.h>

enum { RULES_MAX = 64, LONGEST_LIMIT = 1500, YEAR = 366 };

/* `to` must be done by a day that depends on the day of `from`. */
struct rule {
    int from, to;
    enum plan_reason reason;
    const struct ehc_limit *by;
};

struct planning {
    const struct ehc_law *law;
    ehc_day end;
    struct rule rules[RULES_MAX];
    size_t rule_count;
    int events[PLAN_STEPS_MAX]; /* events of the chain */
    size_t event_count;
    ehc_day given[PLAN_STEPS_MAX];
    ehc_day last[PLAN_STEPS_MAX];
    const struct rule *set_by[PLAN_STEPS_MAX]; /* the rule that set the day; NULL: the end of the chain, or none yet */
    bool in_range, firm;
};

bool plan_counts_to_trigger(const struct ehc_limit *limit) {
    return limit->unit == EHC_FIXED_DATE || limit->count == EHC_AT_LEAST_BEFORE;
}

bool plan_can_end(const struct ehc_limit *limit) {
    bool goes_on = limit->count != EHC_AT_LEAST_BEFORE || limit->works_back == EHC_WORKS_BACK_END;
    return limit->works_back != EHC_WORKS_BACK_NEVER && goes_on;
}

/* ---- days ---- */

static ehc_day count(struct planning *planning, const struct ehc_limit *limit, ehc_day from) {
    struct ehc_period_end end = ehc_count_limit(planning->law, NULL, limit, from, false);
    planning->in_range = planning->in_range && end.day != EHC_NO_DAY;
    planning->firm = planning->firm && end.firm;
    return end.day;
}

/* The last day on which a limit can begin so that it ends by `end`. */
static ehc_day count_back(struct planning *planning, const struct ehc_limit *limit, ehc_day end) {
    for (ehc_day day = end; day > end - LONGEST_LIMIT; day--) {
        ehc_day last = count(planning, limit, day);
        if (last == EHC_NO_DAY || last <= end)
            return day;
    }
    planning->in_range = false;
    return end;
}

/* The day that the case gives for an event: the latest in the year up to `end`, else the first after `end`; EHC_NO_DAY. */
static ehc_day day_given(const struct planning *planning, const struct ehc_case *facts, int event) {
    size_t day_count;
    const ehc_day *days = ehc_case_days(facts, event, &day_count);
    ehc_day found = EHC_NO_DAY;
    for (size_t i = 0; i < day_count; i++)
        if (days[i] > planning->end - YEAR && (found == EHC_NO_DAY || days[i] <= planning->end))
            found = days[i];
    return found;
}

/* ---- the rules ---- */

static size_t find(const struct planning *planning, int event) {
    size_t at = 0;
    while (at < planning->event_count && planning->events[at] != event)
        at++;
    return at;
}

static void add_event(struct planning *planning, int event) {
    if (find(planning, event) == planning->event_count && planning->event_count < PLAN_STEPS_MAX)
        planning->events[planning->event_count++] = event;
}

static void add_rule(struct planning *planning, int from, int to, enum plan_reason reason, const struct ehc_limit *by) {
    if (planning->rule_count == RULES_MAX)
        return;
    planning->rules[planning->rule_count++] = (struct rule){from, to, reason, by};
    add_event(planning, from);
    add_event(planning, to);
}

static bool is_link(const struct ehc_limit *limit) {
    return limit->works_back == EHC_WORKS_BACK || limit->works_back == EHC_WORKS_BACK_WHOLE;
}

/* The step of the chain that has an event as its first act; NULL. */
static const struct ehc_limit *link_with_act(const struct planning *planning, int event) {
    for (size_t i = 0; i < planning->law->limit_count; i++) {
        const struct ehc_limit *limit = &planning->law->limits[i];
        if (is_link(limit) && limit->act == event && ehc_in_force(limit, planning->end))
            return limit;
    }
    return NULL;
}

/* Adds the rules that lead to an event. */
static void add_rules_to(struct planning *planning, int event, bool whole) {
    const struct ehc_law *law = planning->law;
    const struct ehc_limit *own = link_with_act(planning, event); /* it is more exact than other limits from the same day */
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        if (!ehc_in_force(limit, planning->end))
            continue;
        if (ehc_has_index(&limit->kept_free_before, event))
            add_rule(planning, event, limit->trigger, PLAN_FREE, limit);
        if (!is_link(limit) || (own != NULL && own != limit && own->trigger == limit->trigger && limit->trigger != event))
            continue;
        if (limit->count == EHC_AT_LEAST_BEFORE && limit->trigger == event)
            add_rule(planning, event, limit->act, PLAN_NOTICE, limit);
        else if (limit->count != EHC_AT_LEAST_BEFORE && limit->unit != EHC_FIXED_DATE &&
                 ehc_has_source(&limit->acts, event)) {
            bool leaves = whole || limit->works_back == EHC_WORKS_BACK_WHOLE;
            add_rule(planning, event, limit->trigger, leaves ? PLAN_LEAVES : PLAN_SAME_DAY, limit);
            add_rule(planning, limit->trigger, event, PLAN_LAW, limit);
        }
    }
    /* A document that is served has been sent before. */
    const struct ehc_indexes *before = &law->events[event].not_before;
    for (size_t i = 0; i < before->count; i++)
        if (link_with_act(planning, before->index[i]) != NULL && own == NULL)
            add_rule(planning, event, before->index[i], PLAN_SAME_DAY, NULL);
}

/* ---- applying them ---- */

static ehc_day day_of(const struct planning *planning, size_t at) {
    return planning->given[at] != EHC_NO_DAY ? planning->given[at] : planning->last[at];
}

/* The day by which a rule asks for its step; EHC_NO_DAY if it says nothing. */
static ehc_day asked_day(struct planning *planning, const struct rule *rule) {
    size_t from = find(planning, rule->from);
    ehc_day day = day_of(planning, from);
    if (day == INT32_MAX)
        return EHC_NO_DAY;
    switch (rule->reason) {
    case PLAN_LEAVES:
        return count_back(planning, rule->by, day);
    case PLAN_FREE:
        return count_back(planning, rule->by, day - 1);
    case PLAN_NOTICE:
        return count(planning, rule->by, day);
    case PLAN_LAW: { /* only from a given day, or from a day that the law sets from a given day */
        bool follows = planning->set_by[from] != NULL && planning->set_by[from]->reason == PLAN_LAW;
        return planning->given[from] != EHC_NO_DAY || follows ? count(planning, rule->by, day) : EHC_NO_DAY;
    }
    default:
        return day;
    }
}

static void apply_rules(struct planning *planning, bool with_law) {
    for (bool moved = true; moved && planning->in_range;) {
        moved = false;
        for (size_t i = 0; i < planning->rule_count && planning->in_range; i++) {
            const struct rule *rule = &planning->rules[i];
            size_t to = find(planning, rule->to);
            /* In the second pass, only rules of the law move the last day of a step with a given day. */
            bool is_left_out = rule->reason == PLAN_LAW ? !with_law : with_law && planning->given[to] != EHC_NO_DAY;
            ehc_day day = is_left_out ? EHC_NO_DAY : asked_day(planning, rule);
            if (day == EHC_NO_DAY || day >= planning->last[to])
                continue;
            planning->last[to] = day;
            planning->set_by[to] = rule;
            moved = true;
        }
    }
}

/* ---- the steps ---- */

/* Whether an event only begins time that must be kept free: then it is not a step. */
static bool is_only_start(const struct planning *planning, int event) {
    bool starts = false;
    for (size_t i = 0; i < planning->rule_count; i++) {
        const struct rule *rule = &planning->rules[i];
        starts = starts || (rule->reason == PLAN_FREE && rule->to == event);
        if (rule->reason == PLAN_SAME_DAY && rule->by == NULL && rule->from == event && starts)
            return true;
    }
    return false;
}

static void add_step(struct plan_chain *chain, struct plan_step step) {
    if (chain->count == PLAN_STEPS_MAX)
        return;
    size_t at = chain->count++;
    /* On one day, the step that was found last comes first: it is the earlier step of the chain. */
    bool goes_first = step.until == EHC_NO_DAY && step.reason != PLAN_NOTICE;
    for (; at > 0 && chain->steps[at - 1].day >= step.day + !goes_first; at--)
        chain->steps[at] = chain->steps[at - 1];
    chain->steps[at] = step;
}

static void add_event_step(const struct planning *planning, size_t at, const struct plan *plan, struct plan_chain *chain) {
    const struct rule *rule = planning->set_by[at];
    int event = planning->events[at];
    /* If the day only comes from having to serve what was sent, the reason is the reason for serving it by then. */
    if (rule != NULL && rule->by == NULL && planning->set_by[find(planning, rule->from)] != NULL)
        rule = planning->set_by[find(planning, rule->from)];
    struct plan_step step = {.event = event,
                             .limit = rule == NULL ? plan->limit : link_with_act(planning, event),
                             .day = day_of(planning, at),
                             .until = EHC_NO_DAY,
                             .is_given = planning->given[at] != EHC_NO_DAY,
                             .last = planning->last[at],
                             .is_law = rule == NULL ? plan->end_is_law : rule->reason == PLAN_LAW,
                             .reason = rule == NULL ? PLAN_END : rule->reason,
                             .by = rule == NULL ? NULL : rule->by,
                             .other = rule == NULL ? EHC_NONE : rule->from};
    if (rule != NULL && rule->by != NULL && rule->reason == PLAN_NOTICE)
        step.limit = rule->by;
    chain->has_late = chain->has_late || (step.is_given && step.day > step.last);
    add_step(chain, step);
}

/* A document counts as served on the day on which it is sent, if no day is given. */
static ehc_day start_of(const struct planning *planning, int event) {
    size_t at = find(planning, event);
    ehc_day day = day_of(planning, at);
    if (planning->given[at] != EHC_NO_DAY)
        return day;
    for (size_t i = 0; i < planning->rule_count; i++) {
        const struct rule *rule = &planning->rules[i];
        if (rule->reason != PLAN_SAME_DAY || rule->by != NULL || rule->from != event)
            continue;
        ehc_day sent = day_of(planning, find(planning, rule->to));
        day = planning->given[find(planning, rule->to)] != EHC_NO_DAY || sent < day ? sent : day;
    }
    return day;
}

static void add_free_step(struct planning *planning, const struct rule *rule, struct plan_chain *chain) {
    ehc_day first = start_of(planning, rule->to), until = count(planning, rule->by, first);
    struct plan_step step = {.event = rule->by->act,
                             .limit = rule->by,
                             .day = first,
                             .until = until,
                             .is_given = planning->given[find(planning, rule->to)] != EHC_NO_DAY,
                             .last = planning->last[find(planning, rule->to)],
                             .reason = PLAN_FREE,
                             .by = rule->by,
                             .other = rule->from};
    chain->has_late = chain->has_late || until >= day_of(planning, find(planning, rule->from));
    add_step(chain, step);
}

static bool work_out_chain(struct planning *planning, const struct ehc_case *facts, bool whole, struct plan *plan) {
    struct plan_chain *chain = &plan->chain[whole ? PLAN_WHOLE_TIME : PLAN_LAST_DAY];
    planning->rule_count = planning->event_count = 0;
    chain->count = 0;
    chain->has_late = false;
    add_event(planning, plan->limit->act);
    for (size_t i = 0; i < planning->event_count; i++)
        add_rules_to(planning, planning->events[i], whole);
    for (size_t i = 0; i < planning->event_count; i++) {
        planning->given[i] = day_given(planning, facts, planning->events[i]);
        planning->last[i] = i == 0 ? plan->end : INT32_MAX;
        planning->set_by[i] = NULL;
    }
    apply_rules(planning, false);
    apply_rules(planning, true);
    for (size_t i = 0; planning->in_range && i < planning->event_count; i++)
        if (!is_only_start(planning, planning->events[i]))
            add_event_step(planning, i, plan, chain);
    for (size_t i = 0; planning->in_range && i < planning->rule_count; i++)
        if (planning->rules[i].reason == PLAN_FREE)
            add_free_step(planning, &planning->rules[i], chain);
    return planning->in_range;
}

bool plan_work_out(const struct ehc_law *law, const struct ehc_limit *limit, ehc_day end, bool end_is_law,
                   const struct ehc_case *facts, struct plan *plan) {
    struct planning planning = {.law = law, .end = end, .in_range = true, .firm = true};
    *plan = (struct plan){.law = law, .limit = limit, .end = end, .end_is_law = end_is_law};
    bool whole = work_out_chain(&planning, facts, true, plan) && work_out_chain(&planning, facts, false, plan);
    plan->firm = planning.firm;
    return whole;
}
