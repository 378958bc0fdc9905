/* Finds the events that answer or end a round: the act, the other branch, an order, the next round. */
#include "working.h"

static void find_decision(struct working *working) {
    const struct ehc_scene *scene = working->scene;
    const struct ehc_round *round = &working->rounds[working->at];
    working->decisions = ehc_days_of(scene, scene->law->decision);
    working->decision = ehc_last_until(working->decisions, round->day);
    working->next = EHC_NO_DAY;
    int later = working->decision >= 0 ? ehc_overtaken(scene, working->decisions, working->decision) : -1;
    if (later >= 0) {
        working->next = working->decisions.day[later];
        working->next_event = working->decisions.source[later];
    }
}

void ehc_find_window(struct working *working, ehc_day taken) {
    const struct ehc_limit *limit = working->limit;
    const struct ehc_round *round = &working->rounds[working->at];
    working->next = working->limit->outlasts_next ? EHC_NO_DAY : round->next;
    working->next_event = round->next_event;
    working->decision = -1;
    if (limit->of_decision)
        find_decision(working);
    working->from = round->day + (limit->after_trigger || taken == round->day);
    working->until = round->closed != EHC_NO_DAY   ? round->closed
                     : working->next != EHC_NO_DAY ? working->next
                                                   : EHC_FOR_EVER;
    if (limit->unit == EHC_FIXED_DATE) {
        int year = ehc_ymd_from_day(round->day).year;
        working->from = ehc_day_from_ymd(year - 1, limit->month, limit->amount);
        working->until = ehc_day_from_ymd(year + 1, limit->month, limit->amount);
    } else if (!ehc_runs_forward(limit)) {
        working->from = -EHC_FOR_EVER;
        if (working->at > 0)
            working->from = working->rounds[working->at - 1].day + (taken == working->rounds[working->at - 1].day);
        working->until = round->day;
    }
}

ehc_day ehc_first_in_round(const struct working *working, const struct ehc_indexes *events, int *event) {
    if (working->decision >= 0)
        return ehc_first_settling(working->scene, events, working->decisions, working->decision, event);
    return ehc_first_of(working->scene, events, working->from, working->until, event);
}

/* The first day on which an event can end the duty: the day of the round. A limit that counts back can have ended before it.
 */
static ehc_day supersedes_from(const struct working *working, int event) {
    const struct ehc_round *round = &working->rounds[working->at];
    if (!ehc_runs_forward(working->limit))
        return -EHC_FOR_EVER;
    return working->from > round->day ? working->from : round->day + (event == round->event);
}

/* Whether something began again after an event had ended it: a new plan was made after the last one had ceased. */
static bool has_new_life(const struct ehc_scene *scene, int event, ehc_day day, ehc_day until) {
    for (int i = 0; i < (int)scene->law->event_count; i++) {
        if (scene->law->events[i].taken_until != event || scene->law->events[i].taken != EHC_TAKEN_FIRST)
            continue;
        ehc_day begun = ehc_first_from(ehc_days_of(scene, i), day + 1);
        if (begun != EHC_NO_DAY && begun <= until)
            return true;
    }
    return false;
}

/* The fixed date of a limit in the year of the round. */
static ehc_day date_in_year(const struct working *working) {
    int year = ehc_ymd_from_day(working->rounds[working->at].day).year;
    return ehc_day_from_ymd(year, working->limit->month, working->limit->amount);
}

/* The first day of an event that ends the duty; EHC_NO_DAY. */
static ehc_day superseding_day(const struct working *working, int event) {
    const struct ehc_scene *scene = working->scene;
    bool back = !ehc_runs_forward(working->limit), is_bounded = working->limit->count != EHC_AT_LEAST_BEFORE;
    ehc_day life_until = working->limit->unit == EHC_FIXED_DATE ? date_in_year(working) : working->rounds[working->at].day;
    struct ehc_days days = ehc_days_of(scene, event);
    for (size_t i = 0; i < days.count; i++) {
        if (days.day[i] < supersedes_from(working, event) || (back && has_new_life(scene, event, days.day[i], life_until)))
            continue;
        return (is_bounded && days.day[i] > working->until) || !ehc_has_come(scene, event, days.day[i]) ? EHC_NO_DAY
                                                                                                        : days.day[i];
    }
    return EHC_NO_DAY;
}

/* Finds the end of the duty: an event that supersedes it, or the next round. The event that opened the round does not end
 * it. */
static void find_superseded(struct working *working) {
    const struct ehc_round *round = &working->rounds[working->at];
    const struct ehc_scene *scene = working->scene;
    working->superseded = EHC_NO_DAY;
    for (size_t i = 0; i < working->limit->superseded_by.count; i++) {
        ehc_day day = superseding_day(working, working->limit->superseded_by.index[i]);
        if (day == EHC_NO_DAY)
            continue;
        if (working->superseded == EHC_NO_DAY || day < working->superseded) {
            working->superseded = day;
            working->superseded_by = working->limit->superseded_by.index[i];
        }
    }
    bool next = working->next != EHC_NO_DAY && ehc_runs_forward(working->limit) && working->next <= scene->as_at &&
                scene->section == NULL && (round->closed == EHC_NO_DAY || working->limit->of_decision);
    if (next && (working->superseded == EHC_NO_DAY || working->next < working->superseded)) {
        working->superseded = working->next;
        working->superseded_by = working->next_event;
    }
}

/* An act that begins no dispute (a call to the mediation adviser) is about the latest decision only. */
static bool is_about_later_decision(const struct working *working, const struct ehc_deadline *deadline) {
    if (working->decision < 0 || deadline->act == EHC_NO_DAY || ehc_is_dispute(working->scene->law, deadline->act_event))
        return false;
    int latest = ehc_last_until(working->decisions, deadline->act);
    return working->decisions.day[latest] > working->decisions.day[working->decision];
}

/* For a limit about a decision that starts after the decision: an act between the two makes the step unnecessary. */
static void find_earlier_act(struct working *working) {
    ehc_day day = working->rounds[working->at].day;
    if (working->decision < 0 || working->decisions.day[working->decision] >= day)
        return;
    int event;
    ehc_day act = ehc_first_act(working->scene, working->limit, working->decisions.day[working->decision], day - 1, &event);
    if (act == EHC_NO_DAY || act > working->scene->as_at)
        return;
    working->other = act;
    working->other_event = event;
}

/* A refusal after the decision to assess, or after the draft that shows that decision, is not the other branch of the
 * request: it ends the duty from its day on. */
static void look_at_reversal(struct working *working) {
    const struct ehc_scene *scene = working->scene;
    int event;
    if (working->other == EHC_NO_DAY || !ehc_is_by(working->other, working->superseded))
        return;
    const struct ehc_indexes *reversed = &scene->law->events[working->other_event].reverses;
    if (ehc_first_of(scene, reversed, working->from, working->other - 1, &event) == EHC_NO_DAY)
        return;
    working->superseded = working->other;
    working->superseded_by = working->other_event;
    working->other = EHC_NO_DAY;
}

/* Takes the act if it came before anything else ended the round. An act in the future is kept, so that views can show it. */
void ehc_find_act(struct working *working, struct ehc_deadline *deadline) {
    const struct ehc_scene *scene = working->scene;
    int event;
    ehc_day settled = working->decision >= 0 ? ehc_first_in_round(working, &working->limit->implied_by, &event) : EHC_NO_DAY;
    if (settled != EHC_NO_DAY && settled < working->until)
        working->until = settled; /* a later act is about another decision */
    deadline->act = ehc_first_act(scene, working->limit, working->from, working->until, &deadline->act_event);
    if (is_about_later_decision(working, deadline))
        deadline->act = EHC_NO_DAY;
    working->other = ehc_first_in_round(working, &working->limit->not_needed_if, &working->other_event);
    find_superseded(working);
    find_earlier_act(working);
    look_at_reversal(working);
    if (!ehc_is_by(deadline->act, working->other) || !ehc_is_by(deadline->act, working->superseded))
        deadline->act = EHC_NO_DAY;
    if (deadline->act != EHC_NO_DAY && working->other == deadline->act)
        working->other = EHC_NO_DAY;
}
