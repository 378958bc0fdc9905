/* working.h - one round of a limit while it is worked out: what the files share that count its last day (last_day.c), find
 * what answers it (answers.c) and say what it comes to (deadline.c). */
#ifndef EHC_LIB_WORKING_H
#define EHC_LIB_WORKING_H

#include "engine.h"

struct working {
    const struct ehc_scene *scene;
    const struct ehc_limit *limit;
    const struct ehc_round *rounds; /* all of the limit */
    size_t at;                      /* this one */
    struct ehc_days decisions;      /* of a limit about decisions */
    int decision;                   /* the one this round is about; -1 */
    ehc_day from, until;            /* what answers the round counts on these days, both in it */
    ehc_day next;                   /* the next round opens, or the decision is overtaken, and ends the duty; EHC_NO_DAY */
    int next_event;
    ehc_day other; /* the other branch was taken; EHC_NO_DAY */
    int other_event;
    ehc_day superseded; /* another event, or the next round, ended the duty; EHC_NO_DAY */
    int superseded_by;
};

static inline bool ehc_in_force(const struct ehc_limit *limit, ehc_day trigger) {
    return trigger >= limit->from && (limit->until == EHC_NO_DAY || trigger <= limit->until);
}

static inline bool ehc_runs_forward(const struct ehc_limit *limit) {
    return limit->count == EHC_AFTER || limit->count == EHC_BEGINNING;
}

/* Whether a day comes on or before another, which may not have come (EHC_NO_DAY). */
static inline bool ehc_is_before(ehc_day day, ehc_day other) {
    return other == EHC_NO_DAY || day <= other;
}

/* ---- last_day.c ---- */

/* Counts the last day, and that of each reading; `before` is the trigger of the round before, EHC_NO_DAY. */
void ehc_count_last_day(const struct ehc_scene *scene, struct ehc_deadline *deadline, ehc_day before);

/* Moves it to the other days that it also hangs on. */
void ehc_look_at_other_days(const struct working *working, struct ehc_deadline *deadline);

/* The limit that governs instead, where the later of two does; EHC_NONE. */
int ehc_later_limit(const struct working *working, const struct ehc_deadline *deadline);

/* ---- answers.c ---- */

/* The days in which what answers the round counts. `taken`: on that day the round before was answered; EHC_NO_DAY. */
void ehc_find_window(struct working *working, ehc_day taken);

/* The act, the other branch, and what ended the duty. */
void ehc_find_act(struct working *working, struct ehc_deadline *deadline);

/* The first day of any of the events that belongs to the round; `event` is set to it. EHC_NO_DAY. */
ehc_day ehc_first_in_round(const struct working *working, const struct ehc_indexes *events, int *event);

#endif
