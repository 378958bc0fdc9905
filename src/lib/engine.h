/* engine.h - what the files that work out a case share, and libehc's own caseload takes; no program outside needs it. */
#ifndef EHC_LIB_ENGINE_H
#define EHC_LIB_ENGINE_H

#include "days.h"
#include <ehc/judgement.h>

/* ---- rounds.c: the rounds of a limit ---- */

enum { EHC_ROUNDS_MAX = EHC_HISTORY_MAX + EHC_EVENTS_MAX, EHC_FOR_EVER = INT32_MAX };

struct ehc_round {
    ehc_day day;    /* on which it opens */
    int event;      /* the trigger, */
    int source;     /* and the event that it was taken from */
    ehc_day other;  /* of a limit with `together`: the day of its other trigger; else EHC_NO_DAY */
    ehc_day closed; /* what closes it has come; EHC_NO_DAY: it is open */
    ehc_day next;   /* the next opens; EHC_NO_DAY: it is the latest */
    int next_event; /* by this trigger */
};

/* One of the triggers of a limit has a day. */
static inline bool ehc_has_trigger(const struct ehc_scene *scene, const struct ehc_limit *limit) {
    for (size_t i = 0; i < limit->triggers.count; i++)
        if (ehc_days_of(scene, limit->triggers.index[i]).count > 0)
            return true;
    return false;
}

/* The first day from `from` to `until`, that has come, on which what an event opened was closed, and was not opened again by
 * then: an answer that has been taken back has closed nothing. EHC_NO_DAY: it is open. */
ehc_day ehc_closed_on(const struct ehc_scene *scene, int event, ehc_day from, ehc_day until);

/* Lists the rounds of a limit in order; gives how many. */
size_t ehc_list_rounds(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_round *rounds);

/* Whether an event begins a dispute that others end. */
bool ehc_is_dispute(const struct ehc_law *law, int event);

/* The first later decision that came in the place of that one; its index, -1. */
int ehc_overtaken(const struct ehc_scene *scene, struct ehc_days decisions, int decision);

/* The first day, that has come, on which one of the events ended the dispute about a decision; `event` is set to it.
 * EHC_NO_DAY. */
ehc_day ehc_first_settling(const struct ehc_scene *scene, const struct ehc_indexes *events, struct ehc_days decisions,
                           int decision, int *event);

/* ---- deadline.c ---- */

/* Works out a round of a limit. Gives the day on which the round ended by its answer; EHC_NO_DAY. */
ehc_day ehc_work_out_round(const struct ehc_scene *scene, const struct ehc_limit *limit, const struct ehc_round *rounds,
                           size_t at, ehc_day taken, struct ehc_deadline *deadline);

/* Works out a limit whose trigger has not happened, or happens again: `stand_in` is what stands in for it. */
void ehc_work_out_projected(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_stand_in stand_in,
                            struct ehc_deadline *deadline);

/* One of the events that a limit needs is given, or it needs none. */
bool ehc_is_wanted(const struct ehc_scene *scene, const struct ehc_limit *limit);

/* The act is given, and happened by that day. */
bool ehc_is_done(const struct ehc_deadline *deadline, ehc_day as_at);

/* Judges the deadline of another case anew, for callers with many cases. `deadline` is what ehc_deadline_of() gave, without
 * advice and with EHC_NO_REASON, for a case with the same limit and the same day of its only trigger; neither case may have
 * closures, absences or exceptional circumstances, or an event with more than one day, and the days of the limit may hang on
 * its trigger alone. */
void ehc_deadline_again(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at,
                        struct ehc_deadline *deadline);

/* ---- own.c ---- */

/* An own date as a deadline. */
void ehc_work_out_own(const struct ehc_own *own, ehc_day as_at, struct ehc_deadline *deadline);

/* ---- project.c ---- */

/* A step that has begun and may still be to do: due, overdue, or between two readings. */
static inline bool ehc_is_open(const struct ehc_deadline *deadline) {
    return deadline->status == EHC_DUE || deadline->status == EHC_OVERDUE || deadline->status == EHC_DISPUTED;
}

/* What stands in for an event: the due date of a step that is still to come. */
struct ehc_stand_in ehc_stand_in_for(const struct ehc_scene *scene, int event);

/* The latest round of a limit, or what is projected of it. False if there is neither. */
bool ehc_work_out_latest(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_deadline *deadline);

/* ---- exceptions.c ---- */

/* Goes to the next exception of a deadline, in the order of struct ehc_judged. Start with a cursor of 0; false at the end.
 */
bool ehc_exception_next(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_deadline *deadline,
                        size_t *cursor, struct ehc_exception *exception);

/* Works out the days lost to the exceptions that fit and to those of which that cannot be said, and the estimates with them.
 * The deadline has neither yet. */
void ehc_plan_with_exceptions(const struct ehc_law *law, const struct ehc_case *facts, struct ehc_deadline *deadline);

/* The temporary relaxation that a deadline's period meets, or NULL. It moves no date. */
const struct ehc_relaxation *ehc_deadline_relaxation(const struct ehc_law *law, const struct ehc_deadline *deadline);

#endif
