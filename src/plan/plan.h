/* plan.h - working back: by when each earlier step has to be done, so that a limit is kept.
 *
 * A chain is worked out twice. The first leaves every step its whole time. The second gives the last days that still leave
 * whole what is a minimum: the time that the family has to answer, the notice before a meeting. What is a maximum can be
 * shorter, and there is left out. Which limits a chain goes through is data (`works_back`, `kept_free_before`).
 *
 * A day of such a chain is no limit of the law, but where `is_law` says so.
 */
#ifndef EHC_PLAN_PLAN_H
#define EHC_PLAN_PLAN_H

#include <ehc/case.h>

enum { PLAN_STEPS_MAX = 24 };

/* Why a step has to be done by its day. */
enum plan_reason {
    PLAN_END,      /* the chain ends with it */
    PLAN_LEAVES,   /* `by` has its whole time after it, until `other` */
    PLAN_FREE,     /* the same; that time is a minimum */
    PLAN_NOTICE,   /* `by` asks for it that long before `other` */
    PLAN_SAME_DAY, /* nothing has to be left between it and `other` */
    PLAN_LAW,      /* `by` sets it, from the day that is given for `other`, or follows from it */
};

struct plan_step {
    int event;                     /* what is done */
    const struct ehc_limit *limit; /* the step of the law that it is; NULL: none of the chain */
    ehc_day day;                   /* the last day; the day that is given; of the family's time its first day */
    ehc_day until;                 /* of time that has to be kept free: its last day; else EHC_NO_DAY */
    bool is_given;                 /* its day is given */
    ehc_day last;                  /* and this would be the last day */
    bool is_law;                   /* the law sets that last day */
    enum plan_reason reason;
    const struct ehc_limit *by; /* NULL for the end of a chain */
    int other;                  /* EHC_NONE there */
};

struct plan_chain {
    struct plan_step steps[PLAN_STEPS_MAX]; /* by day */
    size_t count;
    bool has_late; /* a day that is given is later than its last day */
};

enum plan_chain_kind { PLAN_WHOLE_TIME, PLAN_LAST_DAY, PLAN_CHAINS };

struct plan {
    const struct ehc_law *law;
    const struct ehc_limit *limit;
    ehc_day end;
    bool end_is_law; /* the limit itself sets that day */
    struct plan_chain chain[PLAN_CHAINS];
    bool firm; /* false if days were counted for which no bank holidays are known */
};

/* Works back from `end`, the day by which the act of `limit` has to be done. A day that the case gives for a step takes the
 * place of the day worked out for it: the latest of the year up to `end`, else the first after it. False if the count
 * leaves the years that are known. */
bool plan_work_out(const struct ehc_law *law, const struct ehc_limit *limit, ehc_day end, bool end_is_law,
                   const struct ehc_case *facts, struct plan *plan);

/* Whether a limit was law on a day. */
bool plan_is_in_force(const struct ehc_limit *limit, ehc_day day);

/* Whether a chain can end with a limit. */
bool plan_can_end(const struct ehc_limit *limit);

/* Whether the day that such a limit is asked about is one before which it ends, and not its last day. */
bool plan_counts_to_trigger(const struct ehc_limit *limit);

#endif
