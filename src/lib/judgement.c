/* A case judged: what each deadline comes to, and the case as a whole. */
#include "engine.h"
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* A judgement being made: its lists, which nobody changes afterwards. One block of memory holds it and all of them, so that
 * one call of free() gives it back. How much a list can need at most is known beforehand; what stays unused is never
 * touched. */
struct judging {
    struct ehc_judgement judgement; /* first: it has the address of the block */
    struct ehc_deadline *room;
    struct ehc_judged *deadlines;
    struct ehc_happened *events;
    struct ehc_missing *missing;
    struct ehc_option *options;
    int *readings;
    struct ehc_exception *exceptions;
};

static size_t bytes_of(size_t count, size_t size) {
    const size_t step = _Alignof(max_align_t);
    return (count * size + step - 1) / step * step;
}

/* Takes the next part of the block; in a block of NULL only the length is counted. */
static void *take(char *block, size_t *at, size_t count, size_t size) {
    void *part = block != NULL ? block + *at : NULL;
    *at += bytes_of(count, size);
    return part;
}

/* Lays the lists out in a block; gives the length of the whole. */
static size_t lay_out(char *block, const struct ehc_law *law, const struct ehc_case *facts, size_t deadlines,
                      struct judging *judging) {
    size_t kinds = facts->closure_count + facts->absence_count + facts->exceptional_count + facts->missed_count;
    size_t at = bytes_of(1, sizeof *judging);
    judging->room = take(block, &at, deadlines, sizeof *judging->room);
    judging->deadlines = take(block, &at, deadlines, sizeof *judging->deadlines);
    judging->events = take(block, &at, law->event_count, sizeof *judging->events);
    judging->missing = take(block, &at, deadlines + law->event_count + facts->advice_count, sizeof *judging->missing);
    judging->options = take(block, &at, deadlines + law->limit_count, sizeof *judging->options);
    judging->readings = take(block, &at, law->reading_count, sizeof *judging->readings);
    judging->exceptions = take(block, &at, deadlines * (kinds + EHC_EXCEPTION_KINDS), sizeof *judging->exceptions);
    return at;
}

static struct judging *begin(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at, size_t deadlines) {
    struct judging judging;
    char *block = malloc(lay_out(NULL, law, facts, deadlines, &judging));
    if (block == NULL)
        return NULL;
    lay_out(block, law, facts, deadlines, &judging);
    judging.judgement = (struct ehc_judgement){.law = law,
                                               .facts = facts,
                                               .as_at = as_at,
                                               .deadlines = judging.deadlines,
                                               .events = judging.events,
                                               .missing = judging.missing,
                                               .options = judging.options,
                                               .readings = judging.readings,
                                               .route = EHC_NONE};
    memcpy(block, &judging, sizeof judging);
    return (struct judging *)(void *)block;
}

void ehc_judgement_free(struct ehc_judgement *judgement) {
    free(judgement);
}

/* ---- each deadline ---- */

static bool has_started(const struct ehc_deadline *deadline, ehc_day as_at) {
    bool runs_before = deadline->limit->unit == EHC_FIXED_DATE || deadline->due < deadline->trigger;
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

static ehc_day asked_on(const struct ehc_advice *advice) {
    return advice->requested != EHC_NO_DAY ? advice->requested : advice->request_received;
}

static bool is_said_already(const struct ehc_judgement *judgement, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    if (deadline->limit->instead_of == EHC_NONE || !(judged->open || deadline->status == EHC_WAITING))
        return false;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *other = judgement->deadlines[i].deadline;
        if (other->limit == &judgement->law->limits[deadline->limit->instead_of] && other->due == deadline->due &&
            (other->status == deadline->status || deadline->because == EHC_ONLY_IF))
            return true;
    }
    return false;
}

/* What is known of a deadline without the others. */
static struct ehc_judged judge_alone(const struct ehc_judgement *judgement, const struct ehc_deadline *deadline) {
    const struct ehc_limit *limit = deadline->limit;
    return (struct ehc_judged){
        .deadline = deadline,
        .last = limit->for_family ? deadline->earliest : deadline->due,
        .hour = ehc_last_hour(judgement->law, limit),
        .started = has_started(deadline, judgement->as_at),
        .done = ehc_is_done(deadline, judgement->as_at),
        .open = is_open(deadline, judgement->as_at),
        .past = is_past(deadline),
        .late = is_late(deadline),
        .disputed = ehc_is_duty(limit->basis) && !limit->for_family && deadline->status == EHC_DISPUTED,
        .relaxation = ehc_deadline_relaxation(judgement->law, deadline),
        .asked = deadline->advice != NULL ? asked_on(deadline->advice) : EHC_NO_DAY,
    };
}

static const struct ehc_judged *find_answer(const struct ehc_judgement *judgement, const struct ehc_judged *judged) {
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

/* Gives what to do about a step that is overdue; NULL where it is not, or one before it has the same. */
static const char *find_what_to_do(const struct ehc_judgement *judgement, size_t at) {
    const struct ehc_judged *judged = &judgement->deadlines[at];
    if (judged->deadline->status != EHC_OVERDUE || judged->said_already)
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

static void judge_deadlines(struct judging *judging) {
    const struct ehc_judgement *judgement = &judging->judgement;
    struct ehc_exception *exceptions = judging->exceptions;
    for (size_t i = 0; i < judgement->count; i++)
        judging->deadlines[i] = judge_alone(judgement, &judging->room[i]);
    for (size_t i = 0; i < judgement->count; i++) {
        struct ehc_judged *judged = &judging->deadlines[i];
        judged->said_already = is_said_already(judgement, judged);
        judged->late_now = judged->late && judged->open && !judged->said_already;
        judged->answered_by = find_answer(judgement, judged);
        judged->holds_up = find_held_up(judgement, judged);
        judged->if_late = find_what_to_do(judgement, i);
        exceptions = judge_exceptions(judgement, exceptions, judged);
    }
}

/* ---- missing facts ---- */

/* The day of a limit's trigger is known, from the case itself or from this request for advice. */
static bool knows_trigger(const struct ehc_judgement *judgement, const struct ehc_limit *limit,
                          const struct ehc_advice *advice) {
    if (advice != NULL)
        return asked_on(advice) != EHC_NO_DAY;
    return ehc_case_event(judgement->law, judgement->facts, limit->trigger, NULL) != EHC_NO_DAY;
}

/* The limit by which an event would be judged, where none of its limits has its trigger; NULL. */
static const struct ehc_limit *cannot_judge(const struct ehc_judgement *judgement, size_t event) {
    const struct ehc_event *about = &judgement->law->events[event];
    const struct ehc_limit *first = NULL;
    ehc_day day = judgement->facts->event[event];
    if (day == EHC_NO_DAY || day > judgement->as_at)
        return NULL;
    for (size_t i = 0; i < about->limits.count; i++) {
        const struct ehc_limit *limit = &judgement->law->limits[about->limits.index[i]];
        bool outer = !limit->projects && limit->only_if == NULL; /* an outside limit: another one is closer */
        if (outer || limit->needs.count > 0 || limit->for_family)
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

static void find_missing(struct judging *judging) {
    struct ehc_judgement *judgement = &judging->judgement;
    const struct ehc_case *facts = judgement->facts;
    for (size_t i = 0; i < judgement->count; i++)
        if (judging->deadlines[i].deadline->status == EHC_UNKNOWN)
            judging->missing[judgement->missing_count++] =
                (struct ehc_missing){.judged = &judging->deadlines[i], .event = EHC_NONE};
    for (size_t i = 0; i < judgement->law->event_count; i++)
        add_missing(judging, cannot_judge(judgement, i), NULL);
    for (size_t i = 0; i < facts->advice_count; i++)
        add_missing(judging, cannot_judge_advice(judgement, &facts->advice[i]), &facts->advice[i]);
}

/* ---- what is open to the family ---- */

/* The first day on which a step of a role was late; EHC_NO_DAY where none was. */
static ehc_day first_late_day(const struct ehc_judgement *judgement, int role) {
    ehc_day first = EHC_NO_DAY;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        if (!(deadline->limit->roles & 1U << role) || !judgement->deadlines[i].late)
            continue;
        if (first == EHC_NO_DAY || deadline->due + 1 < first)
            first = deadline->due + 1;
    }
    return first;
}

static void add_option(struct judging *judging, struct ehc_option option) {
    size_t at = judging->judgement.option_count++;
    for (; at > 0 && option.last < judging->options[at - 1].last; at--)
        judging->options[at] = judging->options[at - 1];
    judging->options[at] = option;
}

/* The day that is safe on every reading, while it is to come. */
static ehc_day last_day_left(const struct ehc_deadline *deadline, ehc_day as_at) {
    if (deadline->earliest >= as_at)
        return deadline->earliest;
    return deadline->due >= as_at ? deadline->due : deadline->latest;
}

/* A step that runs from the first day on which another was late. */
static void add_option_from_delay(struct judging *judging, int limit) {
    const struct ehc_judgement *judgement = &judging->judgement;
    const struct ehc_limit *about = &judgement->law->limits[limit];
    struct ehc_case facts = *judgement->facts;
    struct ehc_deadline deadline;
    ehc_day late = first_late_day(judgement, about->after_late_of);
    if (late == EHC_NO_DAY)
        return;
    facts.event[about->trigger] = late;
    ehc_deadline_of(judgement->law, &facts, NULL, judgement->as_at, limit, &deadline);
    if (deadline.status == EHC_DUE)
        add_option(judging, (struct ehc_option){about, about->after_late, last_day_left(&deadline, judgement->as_at), late,
                                                ehc_last_hour(judgement->law, about)});
}

static void find_options(struct judging *judging) {
    const struct ehc_judgement *judgement = &judging->judgement;
    const ehc_day *event = judgement->facts->event;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        const struct ehc_limit *limit = judged->deadline->limit;
        if (limit->for_family && judged->open && judged->started && judged->deadline->status != EHC_OVERDUE)
            add_option(judging, (struct ehc_option){limit, limit->title, last_day_left(judged->deadline, judgement->as_at),
                                                    EHC_NO_DAY, judged->hour});
    }
    for (size_t i = 0; i < judgement->law->limit_count; i++) {
        const struct ehc_limit *limit = &judgement->law->limits[i];
        if (limit->after_late != NULL && event[limit->trigger] == EHC_NO_DAY && event[limit->act] == EHC_NO_DAY)
            add_option_from_delay(judging, (int)i);
    }
}

/* ---- the case as a whole ---- */

static void list_events(struct judging *judging) {
    const struct ehc_judgement *judgement = &judging->judgement;
    size_t count = 0;
    for (size_t i = 0; i < judgement->law->event_count; i++) {
        ehc_day day = judgement->facts->event[i];
        size_t at = count;
        if (day == EHC_NO_DAY)
            continue;
        for (; at > 0 && day < judging->events[at - 1].day; at--)
            judging->events[at] = judging->events[at - 1];
        judging->events[at] = (struct ehc_happened){(int)i, day};
        count++;
    }
    judging->judgement.event_count = count;
}

/* Whether a deadline, which people are shown, has another day by this reading of the law. */
static bool has_reading(const struct ehc_judged *judged, int reading, ehc_day as_at) {
    const struct ehc_deadline *deadline = judged->deadline;
    bool waits = deadline->status == EHC_WAITING && (deadline->due == EHC_NO_DAY || deadline->due < as_at);
    if (judged->said_already || waits || deadline->status == EHC_NOT_NEEDED)
        return false;
    for (size_t i = 0; i < deadline->limit->readings.count; i++)
        if (deadline->limit->readings.index[i] == reading && deadline->reading[i] != EHC_NO_DAY &&
            deadline->reading[i] != deadline->due)
            return true;
    return false;
}

static void list_readings(struct judging *judging) {
    struct ehc_judgement *judgement = &judging->judgement;
    for (int reading = 0; reading < (int)judgement->law->reading_count; reading++) {
        size_t i = 0;
        while (i < judgement->count && !has_reading(&judgement->deadlines[i], reading, judgement->as_at))
            i++;
        if (i < judgement->count)
            judging->readings[judgement->reading_count++] = reading;
    }
}

static const struct ehc_judged *find_next(const struct ehc_judgement *judgement) {
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        const struct ehc_limit *limit = judged->deadline->limit;
        if (judged->deadline->status == EHC_DUE && !limit->for_family && limit->only_if == NULL && !judged->said_already)
            return judged;
    }
    return NULL;
}

static int find_route(const struct ehc_judgement *judgement) {
    int route = EHC_NONE;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        if (deadline->trigger == EHC_NO_DAY || deadline->projected)
            continue;
        if (route != EHC_NONE && route != deadline->limit->route)
            return EHC_NONE;
        route = deadline->limit->route;
    }
    return route;
}

static enum ehc_result find_result(const struct ehc_judgement *judgement) {
    bool started = false, disputed = false;
    for (size_t i = 0; i < judgement->count; i++) {
        if (judgement->deadlines[i].late)
            return EHC_SOMETHING_LATE;
        started = started || judgement->deadlines[i].started;
        disputed = disputed || judgement->deadlines[i].disputed;
    }
    if (!started || judgement->missing_count > 0)
        return EHC_CANNOT_SAY;
    return disputed ? EHC_IN_DISPUTE : EHC_IN_TIME;
}

static struct ehc_judgement *judge(struct judging *judging) {
    struct ehc_judgement *judgement = &judging->judgement;
    judge_deadlines(judging);
    list_events(judging);
    list_readings(judging);
    find_missing(judging);
    find_options(judging);
    judgement->next = find_next(judgement);
    judgement->route = find_route(judgement);
    judgement->result = find_result(judgement);
    return judgement;
}

/* How many deadlines a case can have at most: one for each limit, and one for each request for advice that it is about. */
static size_t count_at_most(const struct ehc_law *law, const struct ehc_case *facts) {
    size_t count = law->limit_count;
    for (size_t i = 0; i < law->limit_count; i++)
        count += law->limits[i].advice_from != 0 ? facts->advice_count : 0;
    return count;
}

struct ehc_judgement *ehc_judge(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at, const bool *limits) {
    size_t most = count_at_most(law, facts);
    struct judging *judging = begin(law, facts, as_at, most);
    if (judging == NULL)
        return NULL;
    size_t found = ehc_timeline(law, facts, as_at, judging->room, most), kept = 0;
    for (size_t i = 0; i < found; i++) {
        if (limits != NULL && !limits[judging->room[i].limit - law->limits])
            continue;
        if (kept < i)
            judging->room[kept] = judging->room[i];
        kept++;
    }
    judging->judgement.count = kept;
    return judge(judging);
}

struct ehc_judgement *ehc_judge_limit(const struct ehc_law *law, const struct ehc_case *facts,
                                      const struct ehc_advice *advice, ehc_day as_at, int limit) {
    struct judging *judging = begin(law, facts, as_at, 1);
    if (judging == NULL)
        return NULL;
    ehc_deadline_of(law, facts, advice, as_at, limit, &judging->room[0]);
    judging->judgement.count = 1;
    return judge(judging);
}
