/* working_days.h - working days.
 *
 * A working day is not a Saturday, a Sunday or a bank holiday in England and Wales. SI 2014/1530 uses the words without
 * defining them; this follows rule 1(3) of the Tribunal Procedure (First-tier Tribunal) (Health, Education and Social
 * Care Chamber) Rules 2008. Bank holidays are known for a span of years only: a count that looks at a day outside it is
 * given, but not as firm.
 */
#ifndef EHC_WORKING_DAYS_H
#define EHC_WORKING_DAYS_H

#include <ehc/date.h>

EHC_EXTERN_BEGIN

struct ehc_holiday {
    ehc_day day;
    const char *name;
};

struct ehc_holidays {
    ehc_day from, until;            /* the days for which the list is complete */
    const struct ehc_holiday *list; /* in order of day */
    size_t count;
};

/* Which days are left out of a count, beside Saturdays and Sundays. */
struct ehc_working_days {
    const struct ehc_holidays *holidays; /* never NULL */
    bool tribunal;                       /* leave out August and 25 December to 1 January too (HESC Rules r12(3)(b)) */
    const struct ehc_span *closed;       /* a school's own closures, for school days */
    size_t closed_count;
};

struct ehc_counted {
    ehc_day day;
    bool firm; /* false where a day outside the known bank holidays was looked at */
};

/* The name of a bank holiday, or NULL. */
const char *ehc_holiday_name(const struct ehc_holidays *holidays, ehc_day day);

bool ehc_is_working_day(const struct ehc_working_days *calendar, ehc_day day);

/* In August, or from 25 December to 1 January (HESC Rules r12(3)). */
bool ehc_in_tribunal_break(ehc_day day);

/* The `number`th (1 or more) working day after `day`, that day not counted; before it where `number` is negative. */
struct ehc_counted ehc_add_working_days(const struct ehc_working_days *calendar, ehc_day day, int number);

/* `day` itself where it is a working day, else the next one. */
struct ehc_counted ehc_next_working_day(const struct ehc_working_days *calendar, ehc_day day);

EHC_EXTERN_END

#endif
