/* working.h - one round of a limit while it is worked out: shared by last_day.c (counts the last day), answers.c (finds the
 * answers) and deadline.c (gives the status). */
#ifndef EHC_LIB_WORKING_H
#define EHC_LIB_WORKING_H

#include "engine.h"

struct working {
    const struct ehc_scene *scene;
    const struct ehc_limit *limit;
    const struct ehc_round *rounds; /* all rounds of the limit */
    size_t at;                      /* the index of this round */
    struct ehc_days decisions;      /* for a limit about decisions: all decisions */
    int decision;                   /* the index of the decision that this round is about; -1 */
    ehc_day from, until;            /* answers count from `from` to `until`, both days included */
    ehc_day next; /* the day on which the next round opens, or the decision is replaced, which ends the duty; EHC_NO_DAY */
    int next_event;
    ehc_day other; /* the day on which the other branch was taken; EHC_NO_DAY */
    int other_event;
    ehc_day superseded; /* the day on which another event or the next round ended the duty; EHC_NO_DAY */
    int superseded_by;
};

static inline bool ehc_runs_forward(const struct ehc_limit *limit) {
    return limit->count == EHC_AFTER || limit->count == EHC_BEGINNING;
}

/* Whether `day` is on or before `other`; true if `other` is EHC_NO_DAY. */
static inline bool ehc_is_by(ehc_day day, ehc_day other) {
    return other == EHC_NO_DAY || day <= other;
}

/* ---- last_day.c ---- */

/* Counts the last day, also on each reading; `before`: the trigger of the round before, or EHC_NO_DAY. */
void ehc_count_last_day(const struct ehc_scene *scene, struct ehc_deadline *deadline, ehc_day before);

/* Moves the last day to the other days that it also depends on. */
void ehc_look_at_other_days(const struct working *working, struct ehc_deadline *deadline);

/* The limit that governs instead, if the later of two governs; EHC_NONE. */
int ehc_later_limit(const struct working *working, const struct ehc_deadline *deadline);

/* ---- answers.c ---- */

/* Sets the days in which an answer to the round counts. `taken`: the day on which the round before was answered; EHC_NO_DAY.
 */
void ehc_find_window(struct working *working, ehc_day taken);

/* Finds the act, the other branch, and the event that ended the duty. */
void ehc_find_act(struct working *working, struct ehc_deadline *deadline);

/* The first day of any of the events that belongs to the round; `event` is set to that event. EHC_NO_DAY. */
ehc_day ehc_first_in_round(const struct working *working, const struct ehc_indexes *events, int *event);

#endif
