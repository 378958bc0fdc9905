/* Judges each deadline, first alone and then compared with the others. */
#include "judging.h"
#include <stddef.h>
#include <string.h>

static bool has_started(const struct ehc_deadline *deadline, ehc_day as_at) {
    bool runs_before = deadline->limit->unit == EHC_FIXED_DATE || deadline->due < deadline->trigger;
    if (deadline->own != NULL)
        return true;
    return deadline->trigger != EHC_NO_DAY && !deadline->projected && (deadline->trigger <= as_at || runs_before);
}

static bool is_open(const struct ehc_deadline *deadline, ehc_day as_at) {
    return deadline->status == EHC_DUE || deadline->status == EHC_OVERDUE ||
           (deadline->status == EHC_DISPUTED && !ehc_is_done(deadline, as_at));
}

static bool is_past(const struct ehc_deadline *deadline) {
    return !deadline->limit->for_family && (deadline->status == EHC_LATE || deadline->status == EHC_OVERDUE);
}

static bool is_late(const struct ehc_deadline *deadline) {
    return ehc_is_duty(deadline->limit->basis) && is_past(deadline);
}

static bool is_other_branch(const struct ehc_judgement *judgement, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    if (deadline->limit->instead_of == EHC_NONE || !(judged->open || judged->waits))
        return false;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *other = judgement->deadlines[i].deadline;
        if (other->limit == &judgement->law->limits[deadline->limit->instead_of] && other->due == deadline->due &&
            (other->status == deadline->status || deadline->because == EHC_ONLY_IF))
            return true;
    }
    return false;
}

/* Whether two limits of one route ask the same act of the same person by the same day, with the same status. */
static bool is_same_step(const struct ehc_judged *judged, const struct ehc_judged *other) {
    const struct ehc_deadline *a = judged->deadline, *b = other->deadline;
    return b->own == NULL && a->limit != b->limit && strcmp(a->limit->short_title, b->limit->short_title) == 0 &&
           a->limit->act == b->limit->act && a->limit->route == b->limit->route && a->limit->roles == b->limit->roles &&
           a->due == b->due && a->latest == b->latest && a->status == b->status && a->because == b->because &&
           a->advice == b->advice && a->consultation == b->consultation &&
           ehc_is_duty(a->limit->basis) == ehc_is_duty(b->limit->basis);
}

/* Looks for an earlier limit that says the same as this one. */
static void find_the_same_before(struct judging *judging, size_t at) {
    struct ehc_judged *judged = &judging->deadlines[at];
    bool is_shown = judged->open || judged->late || judged->waits;
    if (judged->deadline->due == EHC_NO_DAY || judged->deadline->own != NULL || !is_shown)
        return;
    for (size_t i = 0; i < at; i++) {
        struct ehc_judged *earlier = &judging->deadlines[i];
        if (earlier->said_already || earlier->also != NULL || !is_same_step(judged, earlier))
            continue;
        judged->said_already = true;
        earlier->also = judged;
        return;
    }
}

/* The limit with a fixed date that is missed if a step is done on its own last day. */
static const struct ehc_judged *find_missed(const struct ehc_judgement *judgement, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    if (deadline->due == EHC_NO_DAY || deadline->own != NULL || judged->done || !(judged->open || judged->waits))
        return NULL;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *other = &judgement->deadlines[i];
        const struct ehc_limit *limit = other->deadline->limit;
        if (other->deadline->own == NULL && limit->unit == EHC_FIXED_DATE && other->open &&
            limit->act == deadline->limit->act && other->deadline->due < deadline->due &&
            other->deadline->due >= judgement->as_at)
            return other;
    }
    return NULL;
}

/* What a step is owed only if; NULL if it is owed in any case, or an event of the case shows that it is. */
static const char *find_only_if(const struct ehc_judgement *judgement, const struct ehc_deadline *deadline) {
    const struct ehc_indexes *known_by = &deadline->limit->known_by;
    if (deadline->limit->only_if == NULL)
        return NULL;
    for (size_t i = 0; i < known_by->count; i++) {
        size_t count;
        const ehc_day *days = ehc_case_days(judgement->facts, known_by->index[i], &count);
        for (size_t j = 0; j < count; j++)
            if (days[j] >= deadline->trigger && days[j] <= judgement->as_at)
                return NULL;
    }
    return deadline->limit->only_if;
}

/* Sets the members that depend on the deadline alone. */
static struct ehc_judged judge_alone(const struct ehc_judgement *judgement, const struct ehc_deadline *deadline) {
    const struct ehc_limit *limit = deadline->limit;
    return (struct ehc_judged){
        .deadline = deadline,
        .last = limit->for_family ? deadline->earliest : deadline->due,
        .hour = ehc_last_hour(judgement->law, limit),
        .started = has_started(deadline, judgement->as_at),
        .done = ehc_is_done(deadline, judgement->as_at),
        .open = is_open(deadline, judgement->as_at),
        .waits = deadline->status == EHC_WAITING || deadline->because == EHC_ONLY_IF,
        .past = is_past(deadline),
        .late = is_late(deadline),
        .only_if = find_only_if(judgement, deadline),
        .disputed = ehc_is_duty(limit->basis) && !limit->for_family && deadline->status == EHC_DISPUTED,
        .relaxation = ehc_deadline_relaxation(judgement->law, deadline),
        .asked = deadline->advice != NULL ? ehc_asked_on(deadline->advice) : EHC_NO_DAY,
    };
}

static const struct ehc_judged *find_answer(const struct ehc_judgement *judgement, const struct ehc_judged *judged) {
    if (judged->deadline->own != NULL)
        return NULL;
    ptrdiff_t limit = judged->deadline->limit - judgement->law->limits;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *other = &judgement->deadlines[i];
        enum ehc_status status = other->deadline->status;
        if (other->deadline->limit->instead_of == limit &&
            (status == EHC_MET || status == EHC_LATE || (status == EHC_DISPUTED && other->done)))
            return other;
    }
    return NULL;
}

static const struct ehc_judged *find_held_up(const struct ehc_judgement *judgement, const struct ehc_judged *judged) {
    const struct ehc_judged *held = NULL;
    if (judged->deadline->advice == NULL || !judged->started || !judged->open)
        return NULL;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *other = &judgement->deadlines[i];
        const struct ehc_limit *limit = other->deadline->limit;
        if (other->open && limit->route == judged->deadline->limit->route && limit->advice_from == 0 && !limit->for_family &&
            limit->only_if == NULL && ehc_is_duty(limit->basis))
            held = other;
    }
    return held;
}

/* Whether a step was done too early, and the day from which it will be lawful has not come or is not known. */
static bool is_too_early_still(const struct ehc_deadline *deadline, ehc_day as_at) {
    return deadline->because == EHC_TOO_EARLY && (deadline->days == 0 || deadline->act + deadline->days > as_at);
}

/* What to do about a step that is overdue or still too early; NULL for others, or if an earlier step has the same words. */
static const char *find_what_to_do(const struct ehc_judgement *judgement, size_t at) {
    const struct ehc_judged *judged = &judgement->deadlines[at];
    bool is_overdue = judged->deadline->status == EHC_OVERDUE || judged->late_now;
    if (!is_overdue || judged->said_already || judged->deadline->own != NULL)
        return NULL;
    for (size_t i = 0; i < at; i++) {
        const char *earlier = judgement->deadlines[i].if_late;
        if (earlier != NULL && strcmp(earlier, judged->deadline->limit->if_late) == 0)
            return NULL;
    }
    return judged->deadline->limit->if_late;
}

static bool is_answered(const struct ehc_judged *judged, const struct ehc_exception *exception) {
    const struct ehc_deadline *deadline = judged->deadline;
    bool undecided = deadline->limit->exceptions != EHC_NONE && deadline->status != EHC_MET &&
                     deadline->status != EHC_NOT_NEEDED && deadline->because != EHC_NO_ACT;
    return undecided && exception->given && (exception->fit != EHC_NOT_ON_LIST || judged->past);
}

static struct ehc_exception *judge_exceptions(const struct ehc_judgement *judgement, struct ehc_exception *room,
                                              struct ehc_judged *judged) {
    size_t cursor = 0;
    judged->exceptions = room;
    while (ehc_exception_next(judgement->law, judgement->facts, judged->deadline, &cursor, room)) {
        room->is_answered = is_answered(judged, room);
        room++;
    }
    judged->exception_count = (size_t)(room - judged->exceptions);
    return room;
}

void ehc_judge_deadlines(struct judging *judging) {
    const struct ehc_judgement *judgement = &judging->judgement;
    struct ehc_exception *exceptions = judging->exceptions;
    for (size_t i = 0; i < judgement->count; i++)
        judging->deadlines[i] = judge_alone(judgement, &judging->room[i]);
    for (size_t i = 0; i < judgement->count; i++) {
        struct ehc_judged *judged = &judging->deadlines[i];
        judged->said_already = is_other_branch(judgement, judged);
        find_the_same_before(judging, i);
        judged->late_now = judged->late && !judged->said_already &&
                           (judged->open || is_too_early_still(judged->deadline, judgement->as_at));
        judged->answered_by = find_answer(judgement, judged);
        judged->holds_up = find_held_up(judgement, judged);
        judged->misses = find_missed(judgement, judged);
        judged->if_late = find_what_to_do(judgement, i);
        exceptions = judge_exceptions(judgement, exceptions, judged);
    }
}
