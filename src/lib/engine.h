/* engine.h - shared by the files that work out a case, and by the caseload of libehc; programs outside do not need it. */
#ifndef EHC_LIB_ENGINE_H
#define EHC_LIB_ENGINE_H

#include "days.h"
#include <ehc/judgement.h>

/* ---- rounds.c: the rounds of a limit ---- */

enum { EHC_ROUNDS_MAX = EHC_HISTORY_MAX + EHC_EVENTS_MAX, EHC_FOR_EVER = INT32_MAX };

struct ehc_round {
    ehc_day day;    /* the day on which it opens */
    int event;      /* its trigger */
    int source;     /* the event that the trigger was taken from */
    ehc_day other;  /* for a limit with `together`, the day of its other trigger; else EHC_NO_DAY */
    ehc_day closed; /* the day on which it was closed; EHC_NO_DAY: it is open */
    ehc_day next;   /* the day on which the next round opens; EHC_NO_DAY: it is the latest round */
    int next_event; /* the trigger of the next round */
};

/* Whether one of the triggers of a limit has a day. */
static inline bool ehc_has_trigger(const struct ehc_scene *scene, const struct ehc_limit *limit) {
    for (size_t i = 0; i < limit->triggers.count; i++)
        if (ehc_days_of(scene, limit->triggers.index[i]).count > 0)
            return true;
    return false;
}

/* The first past day from `from` to `until` on which the round that an event opened was closed and stayed closed: an answer
 * that was taken back has closed nothing. EHC_NO_DAY: it is open. */
ehc_day ehc_closed_on(const struct ehc_scene *scene, int event, ehc_day from, ehc_day until);

/* Lists the rounds of a limit in order; returns how many there are. */
size_t ehc_list_rounds(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_round *rounds);

/* Whether an event begins a dispute that other events end. */
bool ehc_is_dispute(const struct ehc_law *law, int event);

/* The index of the first later decision that replaced a decision; -1. */
int ehc_overtaken(const struct ehc_scene *scene, struct ehc_days decisions, int decision);

/* The first past day on which one of the events ended the dispute about a decision; `event` is set to that event.
 * EHC_NO_DAY. */
ehc_day ehc_first_settling(const struct ehc_scene *scene, const struct ehc_indexes *events, struct ehc_days decisions,
                           int decision, int *event);

/* ---- deadline.c ---- */

/* Works out a round of a limit. Returns the day on which an answer ended the round; EHC_NO_DAY. */
ehc_day ehc_work_out_round(const struct ehc_scene *scene, const struct ehc_limit *limit, const struct ehc_round *rounds,
                           size_t at, ehc_day taken, struct ehc_deadline *deadline);

/* Works out a limit whose trigger has not happened, or will happen again: `stand_in` is used as its day. */
void ehc_work_out_projected(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_stand_in stand_in,
                            struct ehc_deadline *deadline);

/* Whether one of the events that a limit needs is given, or it needs none. */
bool ehc_is_wanted(const struct ehc_scene *scene, const struct ehc_limit *limit);

/* Whether the act is given and is not after that day. */
bool ehc_is_done(const struct ehc_deadline *deadline, ehc_day as_at);

/* For callers with many cases: reuses `deadline` for another case, and only works out its status again. `deadline` comes
 * from ehc_deadline_of(), without advice and with EHC_NO_REASON, for a case with the same limit and the same day of its only
 * trigger. Neither case may have closures, absences or exceptional circumstances, or an event with more than one day, and
 * the days of the limit must depend on its trigger alone. */
void ehc_deadline_again(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at,
                        struct ehc_deadline *deadline);

/* ---- own.c ---- */

/* An own date as a deadline. */
void ehc_work_out_own(const struct ehc_own *own, ehc_day as_at, struct ehc_deadline *deadline);

/* ---- project.c ---- */

/* Whether a step has begun and may still be open: due, overdue, or disputed. */
static inline bool ehc_is_open(const struct ehc_deadline *deadline) {
    return deadline->status == EHC_DUE || deadline->status == EHC_OVERDUE || deadline->status == EHC_DISPUTED;
}

/* The day to use for an event that has not happened: the due date of the step that leads to it. */
struct ehc_stand_in ehc_stand_in_for(const struct ehc_scene *scene, int event);

/* The latest round of a limit, or its projected round. False if there is neither. */
bool ehc_work_out_latest(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_deadline *deadline);

/* ---- exceptions.c ---- */

/* Gives the next exception of a deadline, in the order of struct ehc_judged. Start with a cursor of 0; false at the end. */
bool ehc_exception_next(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_deadline *deadline,
                        size_t *cursor, struct ehc_exception *exception);

/* Works out the days lost to the exceptions that fit, and to those that may fit, and the estimates with them, for a deadline
 * that has none yet. */
void ehc_plan_with_exceptions(const struct ehc_law *law, const struct ehc_case *facts, struct ehc_deadline *deadline);

/* The temporary relaxation that the period of a deadline overlaps, or NULL. It moves no date. */
const struct ehc_relaxation *ehc_deadline_relaxation(const struct ehc_law *law, const struct ehc_deadline *deadline);

#endif
