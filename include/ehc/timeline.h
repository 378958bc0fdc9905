/* timeline.h - the deadlines of a case.
 *
 * Nothing here allocates, reads or writes: a law and a case go in, deadlines come out in room that the caller gives.
 * A deadline of one's own has a limit that no law has: what is said of a limit's law, events and route is to be asked of
 * others only.
 * What a deadline means in words is in explain.h.
 */
#ifndef EHC_TIMELINE_H
#define EHC_TIMELINE_H

#include <ehc/case.h>

EHC_EXTERN_BEGIN

/* Room that is enough for the timelines of a law in which no event begins more than 16 limits. */
enum {
    EHC_DEADLINES_MAX = 2 * EHC_LIMITS_MAX + 2 * EHC_ADVICE_MAX + EHC_CONSULTATIONS_MAX + EHC_OWN_MAX + 16 * EHC_HISTORY_MAX
};

enum ehc_status {
    EHC_MET,        /* done by `due` */
    EHC_DISPUTED,   /* after `due`, not after `latest`: done then, or still open on such a day */
    EHC_LATE,       /* done after `latest`; or `superseded_by` came after it, and it was not done by then */
    EHC_OVERDUE,    /* not done, and `latest` is past */
    EHC_DUE,        /* not done, and `due` is not past */
    EHC_WAITING,    /* its trigger has not happened */
    EHC_NOT_NEEDED, /* the other branch was taken, or another limit governs */
    EHC_UNKNOWN,    /* a fact is missing */
};

/* Why a deadline is not needed, waiting or unknown. */
enum ehc_because {
    EHC_NO_REASON,
    EHC_OTHER_BRANCH,  /* `because_index`: the event */
    EHC_LATER_GOVERNS, /* `because_index`: the limit that governs */
    EHC_NOT_IN_FORCE,  /* the limit was not in force on the day of the trigger; not needed where another one was */
    EHC_ONLY_IF,       /* unknown: past, but owed only in a case that is not known to be this one (`only_if`) */
    EHC_NO_HOLIDAYS,   /* the count looks at a day for which no bank holidays are known; `due` is not firm */
    EHC_NO_CLOSURES,   /* school days, and no closure is given; `due` is not firm */
    EHC_OUT_OF_RANGE,  /* the count leaves the years 1900 to 2199 */
    EHC_NO_ACT,        /* done, as `because_index`, an event that comes after it, shows; the day is not given */
    EHC_SUPERSEDED,    /* not needed: `superseded_by` came while it was in time */
    EHC_OVERTAKEN,     /* not needed: another decision came in place of the one it was about, `superseded_by` */
    EHC_NOT_SAID,      /* the last day is past, and nobody has said whether it was done: the day is asked for */
    EHC_WHO_NOT_SAID,  /* the last day is past, and nobody has said whether it was one of those who are bound that was asked
                        */
    EHC_NO_OTHER_DAY,  /* the last day also hangs on `because_index`, an event whose day is not given */
    EHC_PENDING,       /* no day can be said until what `because_index`, an event, began is over */
    EHC_TOO_EARLY,     /* late: done before it was lawful, which is after `due` */
    EHC_TIME_OVER,     /* not needed: the time that had to be kept free is over */
};

struct ehc_deadline {
    const struct ehc_limit *limit;
    const struct ehc_advice *advice;             /* the request for advice it is about; NULL where none */
    const struct ehc_consultation *consultation; /* the consultation it is about; NULL where none */
    const struct ehc_own *own;                   /* the date of one's own that it is, with no limit of the law; NULL */
    int round;                                   /* 1, 2, ... in order of time: the trigger happened more than once */
    ehc_day trigger;                             /* EHC_NO_DAY: not happened, and nothing stands in for it */
    int trigger_event;                           /* the event whose day it is */
    bool projected;                              /* not happened: the day is a stand-in, or planned */
    int projected_by;                  /* the limit whose due date stands in; EHC_NONE: an assumption, or planned */
    bool planned;                      /* the day is given, and is to come */
    ehc_day or_day;                    /* the day of the event on which the last day also hangs (`or_on`); EHC_NO_DAY */
    ehc_day counted;                   /* the last day before it rolls */
    ehc_day due, earliest, latest;     /* EHC_NO_DAY where there is no date */
    ehc_day roll_also;                 /* where a roll can be read two ways, the later day; else EHC_NO_DAY */
    ehc_day reading[EHC_READINGS_MAX]; /* the day by each other reading of the limit; EHC_NO_DAY where it gives none */
    ehc_day act;                       /* the day the act was done, or is given as planned; EHC_NO_DAY */
    int act_event;                     /* which of the limit's acts it was */
    ehc_day superseded;                /* the day on which another event ended the duty, not done by then; EHC_NO_DAY */
    int superseded_by;                 /* that event; EHC_NONE */
    enum ehc_status status;
    int days; /* late or overdue by, from `latest` (to `superseded` where that ended it; too early by: to the first lawful
                 day, 0 where that is not known); left until `due`; 0 for met and disputed; else -1 */
    enum ehc_because because;
    int because_index;
    ehc_day with_exception; /* an estimate, not law: `due` moved by the days lost; EHC_NO_DAY where no exception fits */
    int days_lost;
    ehc_day with_exception_if; /* the same if those fit too of which it cannot be said; EHC_NO_DAY where they add no day */
    int days_lost_if;
};

/* The deadlines of a case at a day, those of its own too, in order of `due`, those without a date last. Gives how many there
 * are; where that is more than `room_count`, what stands in the room is not to be used. In it are the limits whose trigger
 * has happened, is planned or can be projected, each of their rounds, and those waiting in a route that has begun. */
size_t ehc_timeline(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at, struct ehc_deadline *room,
                    size_t room_count);

/* How many deadlines the timeline of a case has at most. */
size_t ehc_timeline_most(const struct ehc_law *law, const struct ehc_case *facts);

/* The deadline of one limit, whether or not it is part of a timeline: that of its latest round that has begun by `as_at`,
 * else of its first. `advice` may be NULL. */
void ehc_deadline_of(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_advice *advice, ehc_day as_at,
                     int limit, struct ehc_deadline *deadline);

/* "overdue", as in the JSON output. */
const char *ehc_status_name(enum ehc_status status);

EHC_EXTERN_END

#endif
