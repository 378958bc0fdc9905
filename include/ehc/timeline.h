/* timeline.h - the deadlines of a case.
 *
 * Nothing here allocates, reads or writes: a law and a case go in, and the deadlines go into room that the caller gives.
 * An own date has a limit that belongs to no law: do not look up its provision, events or route.
 * explain.h says in words what a deadline means.
 */
#ifndef EHC_TIMELINE_H
#define EHC_TIMELINE_H

#include <ehc/case.h>

EHC_EXTERN_BEGIN

/* Enough room for the timeline of any law in which no event begins more than 16 limits. */
enum {
    EHC_DEADLINES_MAX = 2 * EHC_LIMITS_MAX + 2 * EHC_ADVICE_MAX + EHC_CONSULTATIONS_MAX + EHC_OWN_MAX + 16 * EHC_HISTORY_MAX
};

enum ehc_status {
    EHC_MET,        /* done by `due` */
    EHC_DISPUTED,   /* after `due` but not after `latest`: done on such a day, or still open */
    EHC_LATE,       /* done after `latest`; or not done when `superseded_by` ended it after `latest` */
    EHC_OVERDUE,    /* not done, and `latest` is past */
    EHC_DUE,        /* not done, and `due` is not past */
    EHC_WAITING,    /* its trigger has not happened */
    EHC_NOT_NEEDED, /* the other branch was taken, another limit governs, or something ended it in time */
    EHC_UNKNOWN,    /* a fact is missing */
};

/* Why a deadline is not needed or unknown, or, for EHC_TOO_EARLY, late. */
enum ehc_because {
    EHC_NO_REASON,
    EHC_OTHER_BRANCH,  /* `because_index`: the event */
    EHC_LATER_GOVERNS, /* `because_index`: the limit that governs */
    EHC_NOT_IN_FORCE,  /* the limit was not in force on the day of the trigger; not needed if another one was */
    EHC_ONLY_IF,       /* unknown: past, but owed only if `only_if` is so, which the case does not show */
    EHC_NO_HOLIDAYS,   /* the count reaches a day for which no bank holidays are known; `due` is not firm */
    EHC_NO_CLOSURES,   /* it counts school days, and the case gives no closure; `due` is not firm */
    EHC_OUT_OF_RANGE,  /* the count leaves the years 1900 to 2199 */
    EHC_NO_ACT,        /* done, because the later event `because_index` shows it; its day is not given */
    EHC_SUPERSEDED,    /* not needed: `superseded_by` ended it while it was in time */
    EHC_OVERTAKEN,     /* not needed: the decision that it was about was replaced by another, `superseded_by` */
    EHC_NOT_SAID,      /* the last day is past, and the case does not say whether it was done: ehc asks for the day */
    EHC_WHO_NOT_SAID,  /* the last day is past, and the case does not say who was asked: the limit does not bind everybody */
    EHC_NO_OTHER_DAY,  /* the last day also depends on the event `because_index`, whose day is not given */
    EHC_PENDING,       /* no date can be worked out until the matter that the event `because_index` began is over */
    EHC_TOO_EARLY,     /* late: done on or before `due`, and lawful only after it */
    EHC_TIME_OVER,     /* not needed: the time that had to be kept free is over */
};

struct ehc_deadline {
    const struct ehc_limit *limit;
    const struct ehc_advice *advice;             /* the request for advice it is about; NULL if none */
    const struct ehc_consultation *consultation; /* the consultation it is about; NULL if none */
    const struct ehc_own *own;                   /* the own date that it is; NULL for a limit of the law */
    int round;                                   /* 1, 2, ... in order of time, for a trigger that happened more than once */
    ehc_day trigger;                             /* EHC_NO_DAY: not happened, and no other day is used instead */
    int trigger_event;                           /* the event whose day `trigger` is */
    bool projected;                              /* not happened: another day is used instead, or the day is planned */
    int projected_by;                  /* the limit whose due date is used instead; EHC_NONE: an assumption, or planned */
    bool planned;                      /* the day is given and is in the future */
    ehc_day or_day;                    /* the day of the event that the last day also depends on (`or_on`); EHC_NO_DAY */
    ehc_day counted;                   /* the last day before it rolls */
    ehc_day due, earliest, latest;     /* EHC_NO_DAY if there is no date */
    ehc_day roll_also;                 /* if a roll can be read two ways, the later day; else EHC_NO_DAY */
    ehc_day reading[EHC_READINGS_MAX]; /* the day on each other reading of the limit; EHC_NO_DAY if it gives none */
    ehc_day act;                       /* the day the act was done, or is given as planned; EHC_NO_DAY */
    int act_event;                     /* which of the limit's acts it was */
    ehc_day superseded;                /* the day on which another event ended the duty before it was done; EHC_NO_DAY */
    int superseded_by;                 /* that event; EHC_NONE */
    enum ehc_status status;
    int days; /* late, overdue: days after `latest` (until `superseded`, if that ended it); done too early: days until the
                 first lawful day, 0 if that is not known; due: days left until `due`; met, disputed: 0; else -1 */
    enum ehc_because because;
    int because_index;
    ehc_day with_exception; /* an estimate, not law: `due` moved by the days lost; EHC_NO_DAY if no exception fits */
    int days_lost;
    ehc_day with_exception_if; /* the same with the exceptions that may fit; EHC_NO_DAY if they add no day */
    int days_lost_if;
};

/* The deadlines of a case at a day, with its own dates, in order of `due`; those without a date come last. They are the
 * limits whose trigger has happened, is planned or can be projected, with each of their rounds, and the limits that wait in
 * a route that has begun. Returns how many there are; if that is more than `room_count`, do not use the content of the room.
 */
size_t ehc_timeline(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at, struct ehc_deadline *room,
                    size_t room_count);

/* The largest number of deadlines that the timeline of a case can have. */
size_t ehc_timeline_most(const struct ehc_law *law, const struct ehc_case *facts);

/* The deadline of one limit, whether or not the timeline has it: of its latest round that has begun by `as_at`, else of its
 * first round. `advice`: the request for advice that is meant; may be NULL. */
void ehc_deadline_of(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_advice *advice, ehc_day as_at,
                     int limit, struct ehc_deadline *deadline);

/* "overdue", as in the JSON output. */
const char *ehc_status_name(enum ehc_status status);

EHC_EXTERN_END

#endif
