/* count.h - where a period ends: "within 6 weeks of", "beginning with the day", "at least 2 weeks before".
 *
 * The rules: the day of the event is left out (Dodds v Walker [1981] UKHL), unless the period begins with it; months go to
 * the corresponding date; the last day moves only if the limit names a roll (law.h).
 */
#ifndef EHC_COUNT_H
#define EHC_COUNT_H

#include <ehc/case.h>

EHC_EXTERN_BEGIN

struct ehc_period {
    int amount; /* number of units, 1 or more; for EHC_FIXED_DATE the day of the month */
    int month;  /* for EHC_FIXED_DATE */
    enum ehc_unit unit;
    enum ehc_count count;
    const struct ehc_roll *roll;         /* NULL: none */
    bool lenient;                        /* "at least N before Y" ends on Y - N, not the day before */
    const struct ehc_holidays *holidays; /* the bank holidays that its working days leave out; NULL: the law's own */
};

struct ehc_period_end {
    ehc_day counted; /* the last day before it rolls */
    ehc_day day;     /* the last day; EHC_NO_DAY if it is out of range */
    ehc_day also;    /* the later day, if a roll can be read two ways; else EHC_NO_DAY */
    bool firm;       /* false if the count reached a day for which bank holidays are not known */
};

/* The last day of a period that runs from (or back from) `trigger`; no day for EHC_NO_DAY. School days leave out the
 * closures of `facts`; NULL: none. */
struct ehc_period_end ehc_count_period(const struct ehc_law *law, const struct ehc_case *facts, struct ehc_period period,
                                       ehc_day trigger);

/* The same for a limit of the law; `lenient` as in the period. */
struct ehc_period_end ehc_count_limit(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_limit *limit,
                                      ehc_day trigger, bool lenient);

/* The days that the count of a period in working days or school days leaves out. `closed` has room for the closures. */
struct ehc_working_days ehc_days_left_out(const struct ehc_law *law, const struct ehc_case *facts, struct ehc_period period,
                                          struct ehc_span closed[EHC_CLOSURES_MAX]);

/* The number of working days from the day after `first` to `last`, both in range; 0 if `last` is before `first`; `firm` as
 * above. */
int ehc_working_days_between(const struct ehc_holidays *holidays, ehc_day first, ehc_day last, bool *firm);

EHC_EXTERN_END

#endif
