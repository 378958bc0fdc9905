/* One deadline: from which day it runs, its last day by each reading, the act that answers it, and its status. */
#include "engine.h"
#include <ehc/count.h>

/* One round while it is worked out: what is known of it beside its deadline. */
struct working {
    const struct ehc_scene *scene;
    const struct ehc_limit *limit;
    const struct ehc_round *rounds; /* all of the limit */
    size_t count, at;
    struct ehc_days decisions; /* of a limit about decisions */
    int decision;              /* the one this round is about; -1 */
    ehc_day from, until;       /* what answers the round counts on these days, both in it */
    ehc_day next;              /* the next round opens, or the decision is overtaken, and ends the duty; EHC_NO_DAY */
    int next_event;
    ehc_day other; /* the other branch was taken; EHC_NO_DAY */
    int other_event;
    ehc_day superseded; /* another event, or the next round, ended the duty; EHC_NO_DAY */
    int superseded_by;
};

static bool in_force(const struct ehc_limit *limit, ehc_day trigger) {
    return trigger >= limit->from && (limit->until == EHC_NO_DAY || trigger <= limit->until);
}

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

static bool runs_forward(const struct ehc_limit *limit) {
    return limit->count == EHC_AFTER || limit->count == EHC_BEGINNING;
}

/* ---- the last day ---- */

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

/* The day from which a reading counts: the last day of its trigger on or before that of the round, but after the round
 * before; else the first in the round. */
static ehc_day reading_trigger(const struct ehc_scene *scene, const struct ehc_deadline *deadline,
                               const struct ehc_reading *reading, ehc_day before) {
    int event = reading->trigger;
    struct ehc_days days = ehc_days_of(scene, event);
    int last = ehc_last_until(days, deadline->trigger);
    if (last >= 0 && (before == EHC_NO_DAY || days.day[last] > before))
        return days.day[last];
    if (reading->only_before)
        return EHC_NO_DAY;
    ehc_day first = ehc_first_from(days, deadline->trigger);
    bool counts = first != EHC_NO_DAY && first <= deadline->due; /* not where it begins after the day it would move */
    return counts && (deadline->projected || ehc_has_come(scene, event, first)) ? first : EHC_NO_DAY;
}

SELDOM static ehc_day count_reading(const struct ehc_scene *scene, const struct ehc_deadline *deadline,
                                    const struct ehc_reading *reading, ehc_day before) {
    if (reading->lenient)
        return count_limit(scene, deadline->limit, deadline->trigger, true).day;
    ehc_day trigger = reading_trigger(scene, deadline, reading, before);
    if (trigger == EHC_NO_DAY)
        return EHC_NO_DAY;
    struct ehc_period period = {reading->amount, 0, reading->unit, reading->count, NULL, false};
    ehc_day day = ehc_count_period(scene->law, scene->facts, period, trigger).day;
    return reading->only_if_earlier && day >= deadline->due ? EHC_NO_DAY : day;
}

static bool is_before(ehc_day day, ehc_day other) {
    return other == EHC_NO_DAY || day <= other;
}

/* The last day is not before that of another limit about the same decision. */
SELDOM static ehc_day other_limit_due(const struct working *working, ehc_day trigger) {
    const struct ehc_limit *other = &working->scene->law->limits[working->limit->or_limit];
    struct ehc_days decisions = ehc_days_of(working->scene, working->scene->law->decision);
    struct ehc_days triggers = ehc_days_of(working->scene, other->trigger);
    ehc_day latest = EHC_NO_DAY;
    int event;
    ehc_day act = ehc_first_act(working->scene, &working->limit->acts, trigger, EHC_FOR_EVER, &event);
    for (size_t i = 0; i < triggers.count; i++) {
        int decision = ehc_decision_of(decisions, triggers.day[i]);
        if (decision < 0 || decisions.day[decision] != trigger || triggers.day[i] > working->scene->as_at ||
            !is_before(triggers.day[i], act))
            continue;
        ehc_day due = count_limit(working->scene, other, triggers.day[i], false).day;
        latest = due != EHC_NO_DAY && (latest == EHC_NO_DAY || due > latest) ? due : latest;
    }
    return latest;
}

/* The day of the event that the last day also hangs on: the last within the round. */
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

SELDOM static void look_at_other_days(const struct working *working, struct ehc_deadline *deadline) {
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

static void count_deadline(const struct ehc_scene *scene, struct ehc_deadline *deadline, ehc_day before) {
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

/* ---- what answers a round, and what ends it ---- */

static void find_decision(struct working *working) {
    const struct ehc_scene *scene = working->scene;
    const struct ehc_round *round = &working->rounds[working->at];
    working->decisions = ehc_days_of(scene, scene->law->decision);
    working->decision = ehc_decision_of(working->decisions, round->day);
    working->next = EHC_NO_DAY;
    int later = working->decision >= 0 ? ehc_overtaken(scene, working->decisions, working->decision) : -1;
    if (later >= 0) {
        working->next = working->decisions.day[later];
        working->next_event = working->decisions.source[later];
    }
}

/* The days in which what answers the round counts. `taken`: on that day the round before was answered; EHC_NO_DAY. */
static void find_window(struct working *working, ehc_day taken) {
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
    } else if (!runs_forward(limit)) {
        working->from = -EHC_FOR_EVER;
        if (working->at > 0)
            working->from = working->rounds[working->at - 1].day + (taken == working->rounds[working->at - 1].day);
        working->until = round->day;
    }
}

static ehc_day first_of(const struct working *working, const struct ehc_indexes *events, int *event) {
    if (working->decision >= 0)
        return ehc_first_settling(working->scene, events, working->decisions, working->decision, event);
    return ehc_first_of(working->scene, events, working->from, working->until, event);
}

/* From which day on an event can end the duty: that of the round; what counts back can have ended before it. */
static ehc_day supersedes_from(const struct working *working, int event) {
    const struct ehc_round *round = &working->rounds[working->at];
    if (!runs_forward(working->limit))
        return -EHC_FOR_EVER;
    return working->from > round->day ? working->from : round->day + (event == round->event);
}

/* Whether something began anew after an event had ended it: a plan was made after the last had ceased. */
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

/* The first day of an event that ends the duty; EHC_NO_DAY. */
static ehc_day superseding_day(const struct working *working, int event) {
    const struct ehc_scene *scene = working->scene;
    bool back = !runs_forward(working->limit), is_bounded = working->limit->count != EHC_AT_LEAST_BEFORE;
    ehc_day life_until = is_bounded ? working->until : working->rounds[working->at].day;
    struct ehc_days days = ehc_days_of(scene, event);
    for (size_t i = 0; i < days.count; i++) {
        if (days.day[i] < supersedes_from(working, event) || (back && has_new_life(scene, event, days.day[i], life_until)))
            continue;
        return (is_bounded && days.day[i] > working->until) || !ehc_has_come(scene, event, days.day[i]) ? EHC_NO_DAY
                                                                                                        : days.day[i];
    }
    return EHC_NO_DAY;
}

/* What ends the duty: an event that supersedes it, or the next round. What opened the round does not end it. */
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
    bool next = working->next != EHC_NO_DAY && runs_forward(working->limit) && working->next <= scene->as_at &&
                scene->section == NULL && (round->closed == EHC_NO_DAY || working->limit->of_decision);
    if (next && (working->superseded == EHC_NO_DAY || working->next < working->superseded)) {
        working->superseded = working->next;
        working->superseded_by = working->next_event;
    }
}

/* Whether an event begins a dispute that others end. */
static bool is_dispute(const struct ehc_law *law, int event) {
    for (size_t i = 0; i < law->event_count; i++)
        if (law->events[i].ends == event || law->events[i].within == event)
            return true;
    return false;
}

/* What begins no dispute (a call to the mediation adviser) is about the latest decision only. */
static bool is_about_later_decision(const struct working *working, const struct ehc_deadline *deadline) {
    if (working->decision < 0 || deadline->act == EHC_NO_DAY || is_dispute(working->scene->law, deadline->act_event))
        return false;
    int latest = ehc_decision_of(working->decisions, deadline->act);
    return working->decisions.day[latest] > working->decisions.day[working->decision];
}

/* Of a limit about a decision that begins later than the decision: what was done before is done. */
static void find_earlier_act(struct working *working) {
    ehc_day day = working->rounds[working->at].day;
    if (working->decision < 0 || working->decisions.day[working->decision] >= day)
        return;
    int event;
    ehc_day act =
        ehc_first_act(working->scene, &working->limit->acts, working->decisions.day[working->decision], day - 1, &event);
    if (act == EHC_NO_DAY || act > working->scene->as_at)
        return;
    working->other = act;
    working->other_event = event;
}

/* A refusal after the decision to assess is no other answer to the request: it ends what was owed, from its day on. */
static void look_at_reversal(struct working *working) {
    int reversed = working->other != EHC_NO_DAY ? working->scene->law->events[working->other_event].reverses : EHC_NONE;
    if (reversed == EHC_NONE || !is_before(working->other, working->superseded))
        return;
    ehc_day day = ehc_first_from(ehc_days_of(working->scene, reversed), working->from);
    if (day == EHC_NO_DAY || day >= working->other)
        return;
    working->superseded = working->other;
    working->superseded_by = working->other_event;
    working->other = EHC_NO_DAY;
}

/* The act, where it came before anything else ended the round; one that is to come is kept, for people to see. */
static void find_act(struct working *working, struct ehc_deadline *deadline) {
    const struct ehc_scene *scene = working->scene;
    int event;
    ehc_day settled = working->decision >= 0 ? first_of(working, &working->limit->implied_by, &event) : EHC_NO_DAY;
    if (settled != EHC_NO_DAY && settled < working->until)
        working->until = settled; /* a later act is about another decision */
    deadline->act = ehc_first_act(scene, &working->limit->acts, working->from, working->until, &deadline->act_event);
    if (is_about_later_decision(working, deadline))
        deadline->act = EHC_NO_DAY;
    working->other = first_of(working, &working->limit->not_needed_if, &working->other_event);
    find_superseded(working);
    find_earlier_act(working);
    look_at_reversal(working);
    if (!is_before(deadline->act, working->other) || !is_before(deadline->act, working->superseded))
        deadline->act = EHC_NO_DAY;
    if (deadline->act != EHC_NO_DAY && working->other == deadline->act)
        working->other = EHC_NO_DAY;
}

/* ---- status ---- */

/* The event that shows a step to have been done, though its day is not given; EHC_NONE. */
static int shown_by(const struct working *working, const struct ehc_deadline *deadline) {
    int event = EHC_NONE;
    if (working->limit->implied_by.count == 0 || ehc_is_done(deadline, working->scene->as_at))
        return EHC_NONE;
    ehc_day day = first_of(working, &working->limit->implied_by, &event);
    return day != EHC_NO_DAY && is_before(day, working->superseded) ? event : EHC_NONE;
}

/* Whether a day of another limit's trigger goes together with this round: it had begun by then and was not answered, or it
 * began in the round, before this was answered. What is late by then stays late: only of a right about a decision does the
 * later time open it again. */
static bool goes_together(const struct working *working, const struct ehc_deadline *deadline, const struct ehc_limit *other,
                          ehc_day day, ehc_day next_of_other) {
    const struct ehc_round *round = &working->rounds[working->at];
    int event;
    if (day <= round->day && !is_before(next_of_other, round->day)) {
        ehc_day answered = ehc_first_act(working->scene, &other->acts, day + other->after_trigger, EHC_FOR_EVER, &event);
        ehc_day ended = ehc_first_of(working->scene, &other->superseded_by, day, round->day, &event);
        return is_before(round->day + 1, answered) && ended == EHC_NO_DAY;
    }
    if (working->limit->later_of_earlier || day < round->day)
        return false;
    return (working->limit->of_decision || day <= deadline->latest) && is_before(day + 1, round->next) &&
           is_before(day + 1, deadline->act);
}

/* The limit that governs instead, where the later of two does; EHC_NONE. */
SELDOM static int later_limit(const struct working *working, const struct ehc_deadline *deadline) {
    const struct ehc_scene *scene = working->scene;
    ptrdiff_t own = working->limit - scene->law->limits;
    for (size_t i = 0; i < working->limit->later_of.count; i++) {
        int index = working->limit->later_of.index[i];
        const struct ehc_limit *other = &scene->law->limits[index];
        struct ehc_days days = ehc_days_of(scene, other->trigger);
        for (size_t j = 0; j < days.count && days.day[j] <= scene->as_at; j++) {
            ehc_day next = j + 1 < days.count ? days.day[j + 1] : EHC_FOR_EVER;
            if (!in_force(other, days.day[j]) || !goes_together(working, deadline, other, days.day[j], next))
                continue;
            ehc_day due = count_limit(scene, other, days.day[j], false).day;
            if (due != EHC_NO_DAY && (due > deadline->due || (due == deadline->due && index < own)))
                return index;
        }
    }
    return EHC_NONE;
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

/* What is owed in one case only that nobody has said to be this one. */
static bool may_not_be_owed(const struct working *working) {
    int event;
    if (working->limit->only_if == NULL)
        return false;
    ehc_day known = first_of(working, &working->limit->known_by, &event);
    return known == EHC_NO_DAY || !is_before(known, working->superseded);
}

/* Advice of which only the day is given, and not who was asked: nobody is called late with it. */
static bool who_is_not_said(const struct working *working, const struct ehc_deadline *deadline) {
    const struct ehc_indexes *known_by = &working->limit->who_known_by;
    for (size_t i = 0; i < known_by->count; i++)
        if (known_by->index[i] == working->rounds[working->at].source)
            return false;
    return known_by->count > 0 && deadline->advice == NULL;
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
    int event;
    *begun = ehc_first_from(days, working->rounds[working->at].day);
    if (*begun == EHC_NO_DAY || *begun > scene->as_at || !is_before(*begun, working->next))
        *begun = EHC_NO_DAY;
    return *begun != EHC_NO_DAY ? ehc_first_of(scene, &working->limit->pending_until, *begun, EHC_FOR_EVER, &event)
                                : EHC_NO_DAY;
}

/* Nothing has to be done; what is done before the last day is over, or while a dispute goes on, is done too early. */
SELDOM static void judge_minimum(const struct working *working, struct ehc_deadline *deadline) {
    ehc_day as_at = working->scene->as_at, begun;
    ehc_day over = working->limit->pending != EHC_NONE ? end_of_dispute(working, &begun) : (begun = EHC_NO_DAY);
    bool done = ehc_is_done(deadline, as_at), pending = begun != EHC_NO_DAY && over == EHC_NO_DAY;
    if (done && (pending ? begun <= deadline->act : over != EHC_NO_DAY && deadline->act < over)) {
        deadline->status = EHC_LATE;
        deadline->because = EHC_TOO_EARLY;
        deadline->days = pending ? 0 : over - deadline->act;
    } else if (done && deadline->act <= deadline->due && over == EHC_NO_DAY) {
        deadline->status = EHC_LATE;
        deadline->because = EHC_TOO_EARLY;
        deadline->days = deadline->due + 1 - deadline->act;
    } else if (done) {
        deadline->status = EHC_MET;
        deadline->days = 0;
    } else if (pending) {
        unknown(deadline, EHC_PENDING, working->limit->pending);
    } else if (as_at > deadline->due || over != EHC_NO_DAY) {
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
        deadline->status = EHC_WAITING;
        deadline->because = EHC_ONLY_IF;
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

/* Where the last day may be later still, what was done by the day that is known was done in time. */
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
    if (!done && working->other != EHC_NO_DAY && is_before(working->other, working->superseded)) {
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
               (index = later_limit(working, deadline)) != EHC_NONE) {
        not_needed(deadline, EHC_LATER_GOVERNS, index);
    } else if (limit->is_minimum && (done || working->superseded == EHC_NO_DAY)) {
        judge_minimum(working, deadline);
    } else if ((index = shown_by(working, deadline)) != EHC_NONE) {
        /* Of a step of the family's own nobody wants to know on which day it was done. */
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

/* The day on which the decision was sent that opened a round, where another day is given for its letter. */
static ehc_day sent_on(const struct working *working) {
    const struct ehc_round *round = &working->rounds[working->at];
    struct ehc_days decisions = ehc_days_of(working->scene, working->scene->law->decision);
    for (size_t i = 0; i < decisions.count; i++)
        if (decisions.day[i] >= round->day && is_before(decisions.day[i] + 1, round->next) && decisions.source != NULL &&
            decisions.source[i] == round->event)
            return decisions.day[i];
    return round->day;
}

static void count_from(const struct working *working, struct ehc_deadline *deadline) {
    const struct ehc_limit *limit = working->limit;
    if (limit->or_limit != EHC_NONE)
        deadline->trigger = sent_on(working);
    if (!in_force(limit, deadline->trigger)) {
        deadline->because = EHC_NOT_IN_FORCE;
        return;
    }
    count_deadline(working->scene, deadline, working->at > 0 ? working->rounds[working->at - 1].day : EHC_NO_DAY);
    if (deadline->due != EHC_NO_DAY && (limit->or_on != EHC_NONE || limit->or_limit != EHC_NONE))
        look_at_other_days(working, deadline);
    if (limit->of_decision && working->decision < 0 && deadline->because == EHC_NO_REASON) {
        deadline->because = EHC_NO_OTHER_DAY;
        deadline->because_index = working->scene->law->decision;
    }
}

/* The day on which the round ended by what answered it: what else there is of that day belongs to the next. */
static ehc_day answered_on(const struct working *working, const struct ehc_deadline *deadline) {
    if (ehc_is_done(deadline, working->scene->as_at))
        return deadline->act;
    return is_before(working->other, working->superseded) ? working->other : EHC_NO_DAY;
}

ehc_day ehc_work_out_round(const struct ehc_scene *scene, const struct ehc_limit *limit, const struct ehc_round *rounds,
                           size_t count, size_t at, ehc_day taken, struct ehc_deadline *deadline) {
    struct working working = {.scene = scene, .limit = limit, .rounds = rounds, .count = count, .at = at};
    const struct ehc_round *round = &rounds[at];
    begin(scene, limit, deadline);
    deadline->round = (int)at + 1;
    bool from_other = limit->together && round->event != limit->trigger && round->other != EHC_NO_DAY;
    deadline->trigger = from_other ? round->other : round->day;
    deadline->trigger_event = from_other ? limit->trigger : round->source;
    deadline->planned = deadline->projected =
        runs_forward(limit) && !limit->together && !ehc_has_come(scene, round->event, round->day);
    find_window(&working, taken);
    count_from(&working, deadline);
    find_act(&working, deadline);
    find_status(&working, deadline);
    if (deadline->due != EHC_NO_DAY && limit->exceptions != EHC_NONE && may_lose_days(scene->facts))
        ehc_plan_with_exceptions(scene->law, scene->facts, deadline);
    return answered_on(&working, deadline);
}

/* The event by which a step that has not begun is not needed any more; EHC_NONE. */
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
    struct working working = {.scene = scene, .limit = limit, .rounds = &round, .count = 1, .decision = 0};
    deadline->trigger_event = limit->trigger;
    deadline->trigger = stand_in.day;
    deadline->projected = stand_in.day != EHC_NO_DAY;
    deadline->projected_by = deadline->projected ? stand_in.by : EHC_NONE;
    if (deadline->projected)
        count_from(&working, deadline);
    deadline->act = ehc_first_act(scene, &limit->acts, deadline->projected ? stand_in.day : -EHC_FOR_EVER, EHC_FOR_EVER,
                                  &deadline->act_event);
    deadline->status = EHC_WAITING;
    deadline->because = EHC_NO_REASON;
    int over = deadline->projected ? EHC_NONE : over_already(scene, limit);
    if (over != EHC_NONE)
        not_needed(deadline, EHC_OTHER_BRANCH, over);
}

void ehc_deadline_again(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at,
                        struct ehc_deadline *deadline) {
    struct ehc_memo memo;
    struct ehc_scene scene = {.law = law, .facts = facts, .as_at = as_at, .memo = &memo};
    int trigger = deadline->limit->trigger;
    memo.derived_count = 0;
    memo.begun = false;
    struct ehc_round round = {deadline->trigger, trigger, trigger, EHC_NO_DAY, EHC_NO_DAY, EHC_NO_DAY, EHC_NONE};
    round.closed = ehc_closed_on(&scene, trigger, round.day, as_at);
    struct working working = {.scene = &scene, .limit = deadline->limit, .rounds = &round, .count = 1};
    deadline->because = EHC_NO_REASON;
    deadline->because_index = EHC_NONE;
    deadline->days = -1;
    deadline->superseded = EHC_NO_DAY;
    deadline->superseded_by = EHC_NONE;
    find_window(&working, EHC_NO_DAY);
    find_act(&working, deadline);
    find_status(&working, deadline);
}

const char *ehc_status_name(enum ehc_status status) {
    static const char *const names[] = {"met", "disputed", "late", "overdue", "due", "waiting", "not-needed", "unknown"};
    return names[status];
}
