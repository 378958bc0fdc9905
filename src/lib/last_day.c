/* Counts the last day of a round, by the law's own count and on each other reading, and finds which of two limits governs.
 */
#include "working.h"
#include <ehc/count.h>

static struct ehc_period_end count_limit(const struct ehc_scene *scene, const struct ehc_limit *limit, ehc_day trigger,
                                         bool lenient) {
    if (limit->with != EHC_NONE && ehc_first_from(ehc_days_of(scene, limit->with), trigger) == trigger) {
        struct ehc_limit other = *limit;
        other.amount = limit->with_amount;
        return ehc_count_limit(scene->law, scene->facts, &other, trigger, lenient);
    }
    return ehc_count_limit(scene->law, scene->facts, limit, trigger, lenient);
}

static void widen(struct ehc_deadline *deadline, ehc_day day) {
    if (day == EHC_NO_DAY)
        return;
    deadline->earliest = day < deadline->earliest ? day : deadline->earliest;
    deadline->latest = day > deadline->latest ? day : deadline->latest;
}

/* Whether an event that ends the duty came in a span of days. */
static bool has_ended(const struct ehc_scene *scene, const struct ehc_limit *limit, ehc_day from, ehc_day until) {
    int event;
    return ehc_first_of(scene, &limit->superseded_by, from, until, &event) != EHC_NO_DAY;
}

/* The day from which a reading counts: the last day of its trigger between the round before and this round; else the first
 * day in this round. If the duty ended between that day and the day of the round, the reading is about another plan and does
 * not count. */
static ehc_day reading_trigger(const struct ehc_scene *scene, const struct ehc_deadline *deadline,
                               const struct ehc_reading *reading, ehc_day before) {
    int event = reading->trigger;
    struct ehc_days days = ehc_days_of(scene, event);
    int last = ehc_last_until(days, deadline->trigger);
    if (last >= 0 && (before == EHC_NO_DAY || days.day[last] > before) &&
        !has_ended(scene, deadline->limit, days.day[last], deadline->trigger - 1))
        return days.day[last];
    if (reading->only_before)
        return EHC_NO_DAY;
    ehc_day first = ehc_first_from(days, deadline->trigger);
    if (first == EHC_NO_DAY || first > deadline->due) /* it would begin after the day that it moves */
        return EHC_NO_DAY;
    bool counts = !has_ended(scene, deadline->limit, deadline->trigger + 1, first - 1);
    return counts && (deadline->projected || ehc_has_come(scene, event, first)) ? first : EHC_NO_DAY;
}

SELDOM static ehc_day count_reading(const struct ehc_scene *scene, const struct ehc_deadline *deadline,
                                    const struct ehc_reading *reading, ehc_day before) {
    if (reading->lenient)
        return count_limit(scene, deadline->limit, deadline->trigger, true).day;
    ehc_day trigger = reading_trigger(scene, deadline, reading, before);
    if (trigger == EHC_NO_DAY)
        return EHC_NO_DAY;
    struct ehc_period period = {
        reading->amount, 0, reading->unit, reading->count, NULL, false, ehc_holidays_of(scene->law, deadline->limit)};
    ehc_day day = ehc_count_period(scene->law, scene->facts, period, trigger).day;
    return reading->only_if_earlier && day >= deadline->due ? EHC_NO_DAY : day;
}

/* The last day of `or_limit` about the same decision, of several the latest; EHC_NO_DAY if there is none. */
SELDOM static ehc_day other_limit_due(const struct working *working, ehc_day trigger) {
    const struct ehc_limit *other = &working->scene->law->limits[working->limit->or_limit];
    struct ehc_days decisions = ehc_days_of(working->scene, working->scene->law->decision);
    struct ehc_days triggers = ehc_days_of(working->scene, other->trigger);
    ehc_day latest = EHC_NO_DAY;
    int event;
    ehc_day act = ehc_first_act(working->scene, working->limit, trigger, EHC_FOR_EVER, &event);
    for (size_t i = 0; i < triggers.count; i++) {
        int decision = ehc_last_until(decisions, triggers.day[i]);
        if (decision < 0 || decisions.day[decision] != trigger || triggers.day[i] > working->scene->as_at ||
            !ehc_is_by(triggers.day[i], act))
            continue;
        ehc_day due = count_limit(working->scene, other, triggers.day[i], false).day;
        latest = due != EHC_NO_DAY && (latest == EHC_NO_DAY || due > latest) ? due : latest;
    }
    return latest;
}

/* The day of the event that the last day also depends on: the last one within the round. */
static ehc_day other_day(const struct working *working) {
    const struct ehc_round *round = &working->rounds[working->at];
    if (working->limit->together)
        return round->event == working->limit->or_on ? round->day : round->other;
    struct ehc_days days = ehc_days_of(working->scene, working->limit->or_on);
    bool has_next = round->next != EHC_NO_DAY && round->next <= working->scene->as_at;
    int last = ehc_last_until(days, has_next ? round->next - 1 : EHC_FOR_EVER);
    return last >= 0 && days.day[last] >= round->day ? days.day[last] : EHC_NO_DAY;
}

static void move_to(struct ehc_deadline *deadline, ehc_day day) {
    if (day == EHC_NO_DAY || day <= deadline->due)
        return;
    deadline->due = deadline->earliest = deadline->latest = day;
}

SELDOM void ehc_look_at_other_days(const struct working *working, struct ehc_deadline *deadline) {
    if (working->limit->or_limit != EHC_NONE)
        move_to(deadline, other_limit_due(working, deadline->trigger));
    if (working->limit->or_on == EHC_NONE)
        return;
    ehc_day day = deadline->or_day = other_day(working);
    bool missing = day == EHC_NO_DAY || (working->limit->together && deadline->trigger_event != working->limit->trigger);
    if (working->limit->or_on_needed && missing && deadline->because == EHC_NO_REASON) {
        deadline->because = EHC_NO_OTHER_DAY;
        deadline->because_index = day == EHC_NO_DAY ? working->limit->or_on : working->limit->trigger;
        if (deadline->trigger_event != working->limit->trigger)
            deadline->due = deadline->earliest = deadline->latest = deadline->trigger;
    }
    move_to(deadline, day);
}

void ehc_count_last_day(const struct ehc_scene *scene, struct ehc_deadline *deadline, ehc_day before) {
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
        deadline->reading[i] = reading->shift != 0 ? ehc_add_days(deadline->due, reading->shift)
                                                   : count_reading(scene, deadline, reading, before);
        widen(deadline, deadline->reading[i]);
    }
    if (!end.firm)
        deadline->because = EHC_NO_HOLIDAYS;
    if (limit->unit == EHC_SCHOOL_DAYS && !ehc_has_school_closure(scene->facts)) {
        deadline->because = EHC_NO_CLOSURES;
        deadline->due = deadline->earliest = deadline->latest = EHC_NO_DAY;
    }
}

/* Whether the other limit, counted from `day`, goes together with this round:
 * 1. It began by the day of this round, and nothing had answered or ended it by then.
 * 2. It began within this round, before the act of this limit. A step that is late by then stays late, except a right about
 *    a decision: the later time opens it again. */
static bool goes_together(const struct working *working, const struct ehc_deadline *deadline, const struct ehc_limit *other,
                          ehc_day day, ehc_day next_of_other) {
    const struct ehc_round *round = &working->rounds[working->at];
    int event;
    if (day <= round->day && !ehc_is_by(next_of_other, round->day)) {
        ehc_day answered = ehc_first_act(working->scene, other, day + other->after_trigger, EHC_FOR_EVER, &event);
        return ehc_is_by(round->day + 1, answered) && !has_ended(working->scene, other, day, round->day);
    }
    if (working->limit->later_of_earlier || day < round->day)
        return false;
    return (working->limit->of_decision || day <= deadline->latest) && ehc_is_by(day + 1, round->next) &&
           ehc_is_by(day + 1, deadline->act);
}

SELDOM int ehc_later_limit(const struct working *working, const struct ehc_deadline *deadline) {
    const struct ehc_scene *scene = working->scene;
    ptrdiff_t own = working->limit - scene->law->limits;
    for (size_t i = 0; i < working->limit->later_of.count; i++) {
        int index = working->limit->later_of.index[i];
        const struct ehc_limit *other = &scene->law->limits[index];
        struct ehc_days days = ehc_days_of(scene, other->trigger);
        for (size_t j = 0; j < days.count && days.day[j] <= scene->as_at; j++) {
            ehc_day next = j + 1 < days.count ? days.day[j + 1] : EHC_FOR_EVER;
            if (!ehc_in_force(other, days.day[j]) || !goes_together(working, deadline, other, days.day[j], next))
                continue;
            ehc_day due = count_limit(scene, other, days.day[j], false).day;
            if (due != EHC_NO_DAY && (due > deadline->due || (due == deadline->due && index < own)))
                return index;
        }
    }
    return EHC_NONE;
}
