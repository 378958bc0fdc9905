/* days.h - a case as the engine looks at it, and the days of its events: as given, from a section, or taken from others. */
#ifndef EHC_LIB_DAYS_H
#define EHC_LIB_DAYS_H

#include <ehc/case.h>

/* Cold paths are kept out of line, so that the path that all limits take is fast. */
#define SELDOM __attribute__((noinline))

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
    ehc_day day[3]; /* EHC_NO_DAY if it is not known */
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

#endif
