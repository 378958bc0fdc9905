/* plan.h - works back from a limit: the day by which each earlier step must be done, so that the limit is kept.
 *
 * A chain is worked out twice. The first chain leaves every step its whole time. The second gives the last days that still
 * leave the minimum times whole: the time that the family has to answer, the notice before a meeting. Maximum times can be
 * shorter, so the second chain leaves them out. Data say which limits a chain goes through (`works_back`,
 * `kept_free_before`).
 *
 * A day of a chain is a limit of the law only if `is_law` says so.
 */
#ifndef EHC_PLAN_PLAN_H
#define EHC_PLAN_PLAN_H

#include <ehc/case.h>

enum { PLAN_STEPS_MAX = 24 };

/* Why a step must be done by its day. */
enum plan_reason {
    PLAN_END,      /* the chain ends with it */
    PLAN_LEAVES,   /* after it, `by` has its whole time until `other` */
    PLAN_FREE,     /* the same, and that time is a minimum */
    PLAN_NOTICE,   /* `by` asks for this notice before `other` */
    PLAN_SAME_DAY, /* no time is needed between it and `other` */
    PLAN_LAW,      /* `by` sets it, from the day of `other`, which is given or set by the law */
};

struct plan_step {
    int event;                     /* the event: what is done */
    const struct ehc_limit *limit; /* its limit of the law; NULL if it has none in the chain */
    ehc_day day;                   /* the last day; if a day is given, that day; for the family's time, its first day */
    ehc_day until;                 /* for time that must be kept free, its last day; else EHC_NO_DAY */
    bool is_given;                 /* the case gives its day ... */
    ehc_day last;                  /* ... and this is its last day */
    bool is_law;                   /* the law sets that last day */
    enum plan_reason reason;
    const struct ehc_limit *by; /* NULL for the end of a chain */
    int other;                  /* EHC_NONE there */
};

struct plan_chain {
    struct plan_step steps[PLAN_STEPS_MAX]; /* sorted by day */
    size_t count;
    bool has_late; /* a given day is later than its last day */
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

/* Works back from `end`, the day by which the act of `limit` must be done. A day that the case gives for a step replaces the
 * day that is worked out: the latest in the year up to `end`, else the first after `end`. False if the count leaves the
 * years 1900 to 2199. */
bool plan_work_out(const struct ehc_law *law, const struct ehc_limit *limit, ehc_day end, bool end_is_law,
                   const struct ehc_case *facts, struct plan *plan);

/* Whether a chain can end with a limit. */
bool plan_can_end(const struct ehc_limit *limit);

/* Whether the day to ask for is a day that the limit ends before, and not its last day. */
bool plan_counts_to_trigger(const struct ehc_limit *limit);

#endif
