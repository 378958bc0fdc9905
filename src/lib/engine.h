/* engine.h - what the files that work out a case share, and libehc's own caseload takes; no program outside needs it. */
#ifndef EHC_LIB_ENGINE_H
#define EHC_LIB_ENGINE_H

#include <ehc/judgement.h>

/* What stands in for an event that has not happened: a day, and the limit whose due date it is. */
struct ehc_stand_in {
    ehc_day day;
    int by;
};

/* Each is worked out once, so that a law in which many limits lead to each event costs no more than its limits. */
struct ehc_stand_ins {
    bool begun; /* `of` has been cleared */
    struct ehc_stand_in of[EHC_EVENTS_MAX];
};

/* A case as the engine looks at it. */
struct ehc_scene {
    const struct ehc_law *law;
    const struct ehc_case *facts;
    const struct ehc_advice *advice; /* NULL, or the request for advice that the deadline is about */
    ehc_day as_at;
    struct ehc_stand_ins *stand_ins; /* for this advice */
};

/* ---- deadline.c ---- */

/* Works out the deadline of a limit. */
void ehc_work_out(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_deadline *deadline);

/* One of the events that a limit needs is given, or it needs none. */
bool ehc_is_wanted(const struct ehc_case *facts, const struct ehc_limit *limit);

/* The act is given, and happened by that day. */
bool ehc_is_done(const struct ehc_deadline *deadline, ehc_day as_at);

/* Judges the deadline of another case anew, for callers with many cases. `deadline` is what ehc_deadline_of() gave, without
 * advice and with EHC_NO_REASON, for a case with the same limit and the same day of its trigger; neither case may have
 * closures, absences or exceptional circumstances, and no reading of the limit may have a trigger of its own. */
void ehc_deadline_again(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at,
                        struct ehc_deadline *deadline);

/* ---- law.c ---- */

enum { EHC_ADVISER_WORD = 64 };

/* The name or word of one who is asked for advice that is nearest to a mistyped one, in `word`; NULL where none is near. */
const char *ehc_nearest_adviser(const struct ehc_law *law, const char *text, char word[EHC_ADVISER_WORD]);

/* ---- claims.c ---- */

/* The excuse that a reason is, which no exception covers; NULL where it is none, is personal as well, or is not given. */
const struct ehc_claim *ehc_find_claim(const struct ehc_law *law, const char *reason);

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
