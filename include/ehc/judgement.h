/* judgement.h - whether a case kept its limits: what was late, what is missing, what holds up what, and what is open to the
 * family.
 *
 * Everything here reads the deadlines that ehc_timeline() gave and adds no date of law; nothing allocates or prints.
 */
#ifndef EHC_JUDGEMENT_H
#define EHC_JUDGEMENT_H

#include <ehc/timeline.h>

EHC_EXTERN_BEGIN

/* Its trigger has happened by the day of the check; a limit that ends on a fixed date, or before its trigger, runs as soon
 * as the year or the day is given. */
bool ehc_has_started(const struct ehc_deadline *deadline, ehc_day as_at);

/* A duty in law (ehc_is_duty()) of somebody other than the family, done after the last day on every reading, or not done
 * and that day is past. */
bool ehc_is_late(const struct ehc_deadline *deadline);

/* The same, of guidance and practice too. */
bool ehc_is_past(const struct ehc_deadline *deadline);

/* Such a duty late on one reading of the law and in time on another. */
bool ehc_is_disputed(const struct ehc_deadline *deadline);

/* Not done yet: due, overdue, or between two readings. */
bool ehc_is_open(const struct ehc_deadline *deadline, ehc_day as_at);

/* The other branch of a step has the same last day and is as open (to assess, or to refuse): one of the two says enough. */
bool ehc_is_said_already(const struct ehc_judged *judged, const struct ehc_deadline *deadline);

/* The first step to come, by its last day, of somebody other than the family; NULL where there is none. */
const struct ehc_deadline *ehc_next_of_others(const struct ehc_judged *judged);

/* The step that a piece of advice still waited for holds up: the last open duty of the same route. NULL where the advice
 * has come, was not asked for yet, or nothing waits for it. `deadline` is of a request for advice. */
const struct ehc_deadline *ehc_held_up_by(const struct ehc_judged *judged, const struct ehc_deadline *deadline);

/* The day on which advice was asked for: that of the request, else that on which it reached the body; EHC_NO_DAY. */
ehc_day ehc_asked_on(const struct ehc_advice *advice);

/* A fact without which something cannot be judged. Start with { 0 }. */
struct ehc_missing {
    const struct ehc_deadline *deadline; /* it cannot be judged: see its `because`; NULL: the rest holds */
    const struct ehc_limit *limit;       /* its act is given ... */
    const struct ehc_advice *advice;     /* ... of this request for advice, or NULL; */
    int event;                           /* the day it runs from is not: this event is missing */
    size_t cursor;                       /* for ehc_missing_next() alone */
};

/* Goes to the next missing fact; false at the end. The days of the family's own steps are not asked for. */
bool ehc_missing_next(const struct ehc_judged *judged, struct ehc_missing *missing);

/* A case as a whole. */
enum ehc_result {
    EHC_IN_TIME,        /* what had to be done by now was done in time */
    EHC_IN_DISPUTE,     /* nothing is late on every reading; ehc_is_disputed() of some step */
    EHC_SOMETHING_LATE, /* ehc_is_late() of some step */
    EHC_CANNOT_SAY,     /* nothing is late as far as is known, and a fact is missing, or nothing has begun */
    EHC_RESULTS,        /* how many there are */
};
enum ehc_result ehc_result_of(const struct ehc_judged *judged);

/* A step open to the family. */
struct ehc_option {
    const struct ehc_limit *limit;
    const char *words;  /* what to do: the limit's title, or its words for after a delay */
    ehc_day last;       /* safe on every reading */
    ehc_day from_delay; /* where it runs from a delay: the first late day; else EHC_NO_DAY */
};

enum { EHC_OPTIONS_MAX = 16 };

/* What the family can still do, in order of the last day: its own steps that are due, and, where a council was late, those
 * that run from the delay (the Ombudsman's 12 months, Local Government Act 1974 s26B, beginning with the first late day as
 * the earliest on which anybody could have known of it). Gives how many. */
size_t ehc_options(const struct ehc_judged *judged, struct ehc_option room[EHC_OPTIONS_MAX]);

EHC_EXTERN_END

#endif
