/* days.h - a case as the engine sees it, and the days of its events: as given, from a section, or taken from other events.
 */
#ifndef EHC_LIB_DAYS_H
#define EHC_LIB_DAYS_H

#include <ehc/case.h>

/* Cold path: kept out of line, so that the path of most limits stays fast. */
#define SELDOM __attribute__((noinline))

/* The days of an event in order; `source` has the event that each day was taken from; NULL: all days are the event's own. */
struct ehc_days {
    const ehc_day *day;
    const int *source;
    size_t count;
};

/* Cache: the days of an event that are taken from other events, worked out once for a case. */
struct ehc_derived {
    int event;
    size_t count;
    ehc_day day[EHC_HISTORY_MAX + EHC_EVENTS_MAX];
    int source[EHC_HISTORY_MAX + EHC_EVENTS_MAX];
};

/* The day that is used for an event that has not happened, and the limit whose due date it is. */
struct ehc_stand_in {
    ehc_day day;
    int by;
};

/* Cache of one case, so that each event is worked out once even if many limits lead to it. */
struct ehc_memo {
    size_t derived_count;
    struct ehc_derived derived[EHC_DERIVED_MAX];
    bool has_stand_ins; /* `stand_in` has been initialized */
    struct ehc_stand_in stand_in[EHC_EVENTS_MAX];
};

/* One request for advice, or one consultation: its events replace the events of the case. */
struct ehc_section {
    const struct ehc_advice *advice;
    const struct ehc_consultation *consultation;
    size_t count;
    int event[3];
    ehc_day day[3]; /* EHC_NO_DAY if it is not known */
    int source[3];
};

/* A case as the engine sees it. */
struct ehc_scene {
    const struct ehc_law *law;
    const struct ehc_case *facts;
    const struct ehc_section *section; /* the section that the deadline is about; NULL */
    ehc_day as_at;
    struct ehc_memo *memo; /* the cache for this case and section */
};

/* A case without a section, with an empty cache. */
static inline struct ehc_scene ehc_scene_of(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at,
                                            struct ehc_memo *memo) {
    memo->derived_count = 0;
    memo->has_stand_ins = false;
    return (struct ehc_scene){.law = law, .facts = facts, .as_at = as_at, .memo = memo};
}

struct ehc_section ehc_section_of_advice(const struct ehc_law *law, const struct ehc_advice *advice);
struct ehc_section ehc_section_of_consultation(const struct ehc_law *law, const struct ehc_consultation *consultation);

struct ehc_days ehc_look_up_days(const struct ehc_scene *scene, int event);

/* The days of an event. Fast path: in most cases each event has one day. */
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

/* Whether `day`, a day of the event, has come. A term, which is set beforehand, always has. */
bool ehc_has_come(const struct ehc_scene *scene, int event, ehc_day day);

/* The first day from `from` to `until` of any of the events that has come; `event` is set to that event. EHC_NO_DAY. */
ehc_day ehc_first_of(const struct ehc_scene *scene, const struct ehc_indexes *events, ehc_day from, ehc_day until,
                     int *event);

/* The same for the acts of a limit; some of them count only after another event. If none has come, gives the first one in
 * the future. */
ehc_day ehc_first_act(const struct ehc_scene *scene, const struct ehc_limit *limit, ehc_day from, ehc_day until, int *event);

#endif
