/* Finds the facts without which something cannot be judged. */
#include "judging.h"

/* Whether the day of a limit's trigger is known, from the case or from this request for advice. */
static bool knows_trigger(const struct ehc_judgement *judgement, const struct ehc_limit *limit,
                          const struct ehc_advice *advice) {
    if (advice != NULL)
        return ehc_asked_on(advice) != EHC_NO_DAY;
    return ehc_case_event(judgement->law, judgement->facts, limit->trigger, NULL) != EHC_NO_DAY;
}

/* The limit that an event would be judged by, if none of its limits has a day for its trigger; else NULL. */
static const struct ehc_limit *cannot_judge(const struct ehc_judgement *judgement, size_t event) {
    const struct ehc_event *about = &judgement->law->events[event];
    const struct ehc_limit *first = NULL;
    ehc_day day = judgement->facts->event[event];
    if (day == EHC_NO_DAY || day > judgement->as_at)
        return NULL;
    for (size_t i = 0; i < about->limits.count; i++) {
        const struct ehc_limit *limit = &judgement->law->limits[about->limits.index[i]];
        /* It only limits a step that has a closer limit too. */
        bool never_projects = !limit->projects && limit->only_if == NULL;
        /* The event was given in place of the limit's own act, which is no reason to ask for the trigger. */
        bool is_other_act = limit->act != (int)event;
        if (never_projects || is_other_act || limit->needs.count > 0 || limit->for_family)
            continue;
        if (knows_trigger(judgement, limit, NULL))
            return NULL;
        first = first == NULL ? limit : first;
    }
    return first != NULL && ehc_is_duty(first->basis) ? first : NULL;
}

/* The same for a request for advice. */
static const struct ehc_limit *cannot_judge_advice(const struct ehc_judgement *judgement, const struct ehc_advice *advice) {
    const struct ehc_law *law = judgement->law;
    if (advice->received == EHC_NO_DAY || advice->received > judgement->as_at)
        return NULL;
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        if (limit->advice_from & 1U << advice->from)
            return ehc_is_duty(limit->basis) && !knows_trigger(judgement, limit, advice) ? limit : NULL;
    }
    return NULL;
}

static void add_missing(struct judging *judging, const struct ehc_limit *limit, const struct ehc_advice *advice) {
    if (limit != NULL)
        judging->missing[judging->judgement.missing_count++] =
            (struct ehc_missing){.limit = limit, .advice = advice, .event = limit->trigger};
}

/* Adds the steps that cannot be judged; with `not_said`, the steps that are only asked for, and these only in the latest
 * group of a route. */
static void add_steps(struct judging *judging, bool not_said) {
    struct ehc_judgement *judgement = &judging->judgement;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judging->deadlines[i];
        if (judged->deadline->status != EHC_UNKNOWN || judged->waits ||
            (judged->deadline->because == EHC_NOT_SAID) != not_said ||
            (not_said && !judgement->groups[judged->group].is_latest))
            continue;
        judging->missing[judgement->missing_count++] = (struct ehc_missing){.judged = judged, .event = EHC_NONE};
    }
}

void ehc_find_missing(struct judging *judging) {
    struct ehc_judgement *judgement = &judging->judgement;
    const struct ehc_case *facts = judgement->facts;
    add_steps(judging, false);
    for (size_t i = 0; i < judgement->law->event_count; i++)
        add_missing(judging, cannot_judge(judgement, i), NULL);
    for (size_t i = 0; i < facts->advice_count; i++)
        add_missing(judging, cannot_judge_advice(judgement, &facts->advice[i]), &facts->advice[i]);
    judgement->lacks_facts = judgement->missing_count > 0;
    add_steps(judging, true);
}
