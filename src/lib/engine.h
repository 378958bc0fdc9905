/* engine.h - what the files that work out a case share, and libehc's own caseload takes; no program outside needs it. */
#ifndef EHC_LIB_ENGINE_H
#define EHC_LIB_ENGINE_H

#include <ehc/judgement.h>

/* Cold paths are kept out of line, so that the path that all limits take is fast. */
#define SELDOM __attribute__((noinline))

/* ---- days.c: the days of an event, as the engine looks at them ---- */

/* The days of an event in order; `source` says from which event each was taken, NULL: all are the event's own. */
struct ehc_days {
    const ehc_day *day;
    const int *source;
    size_t count;
};

/* The days of an event that is taken from others, worked out once for a case. */
struct ehc_derived {
    int event;
    size_t count;
    ehc_day day[EHC_HISTORY_MAX + EHC_EVENTS_MAX];
    int source[EHC_HISTORY_MAX + EHC_EVENTS_MAX];
};

/* What stands in for an event that has not happened: a day, and the limit whose due date it is. */
struct ehc_stand_in {
    ehc_day day;
    int by;
};

/* What is worked out once for a case, so that a law in which many limits lead to each event costs no more than its limits.
 */
struct ehc_memo {
    size_t derived_count;
    struct ehc_derived derived[EHC_DERIVED_MAX];
    bool begun; /* `of` has been cleared */
    struct ehc_stand_in of[EHC_EVENTS_MAX];
};

/* One request for advice, or one consultation: its events take the place of the case's own. */
struct ehc_section {
    const struct ehc_advice *advice;
    const struct ehc_consultation *consultation;
    size_t count;
    int event[3];
    ehc_day day[3]; /* EHC_NO_DAY where it is not known */
    int source[3];
};

/* A case as the engine looks at it. */
struct ehc_scene {
    const struct ehc_law *law;
    const struct ehc_case *facts;
    const struct ehc_section *section; /* NULL, or what the deadline is about */
    ehc_day as_at;
    struct ehc_memo *memo; /* for this case and section */
};

/* A case, without a section, of which nothing is worked out yet. */
static inline struct ehc_scene ehc_scene_of(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at,
                                            struct ehc_memo *memo) {
    memo->derived_count = 0;
    memo->begun = false;
    return (struct ehc_scene){.law = law, .facts = facts, .as_at = as_at, .memo = memo};
}

struct ehc_section ehc_section_of_advice(const struct ehc_law *law, const struct ehc_advice *advice);
struct ehc_section ehc_section_of_consultation(const struct ehc_law *law, const struct ehc_consultation *consultation);

struct ehc_days ehc_look_up_days(const struct ehc_scene *scene, int event);

/* The days of an event. Most cases give each event one day: that is the short way. */
static inline struct ehc_days ehc_days_of(const struct ehc_scene *scene, int event) {
    const ehc_day *day = &scene->facts->event[event];
    if (scene->section != NULL || scene->facts->history_count > 0 || scene->law->events[event].taken_from.count > 0)
        return ehc_look_up_days(scene, event);
    return (struct ehc_days){day, NULL, *day != EHC_NO_DAY};
}

/* The first day on or after `from`; EHC_NO_DAY. */
ehc_day ehc_first_from(struct ehc_days days, ehc_day from);

/* The index of the last day on or before `until`; -1. */
int ehc_last_until(struct ehc_days days, ehc_day until);

/* Whether a day of the event has come by then. What is set beforehand, a term, always has. */
bool ehc_has_come(const struct ehc_scene *scene, int event, ehc_day day);

/* The first day of any of the events from `from` to `until`, that has come; `event` is set to it. EHC_NO_DAY. */
ehc_day ehc_first_of(const struct ehc_scene *scene, const struct ehc_indexes *events, ehc_day from, ehc_day until,
                     int *event);

/* The same for the acts of a limit, of which some count only after another event. One that is to come is given where none
 * has come. */
ehc_day ehc_first_act(const struct ehc_scene *scene, const struct ehc_limit *limit, ehc_day from, ehc_day until, int *event);

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

/* A date of one's own as a deadline. */
void ehc_work_out_own(const struct ehc_own *own, ehc_day as_at, struct ehc_deadline *deadline);

/* ---- project.c ---- */

/* A step that has begun and may still be to do: due, overdue, or between two readings. */
static inline bool ehc_is_open(const struct ehc_deadline *deadline) {
    return deadline->status == EHC_DUE || deadline->status == EHC_OVERDUE || deadline->status == EHC_DISPUTED;
}

/* What stands in for an event: the due date of a step that is still to come. */
struct ehc_stand_in ehc_stand_in_for(const struct ehc_scene *scene, int event);

/* The latest round of a limit, or what is projected of it. False where there is neither. */
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
