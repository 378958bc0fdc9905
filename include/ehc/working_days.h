/* working_days.h - working days.
 *
 * A working day is not a Saturday, a Sunday or a bank holiday of the law in use. Bank holidays are known for some years
 * only: a count that reaches a day outside them is given, but is not firm. (England: SI 2014/1530 uses the words without
 * defining them; the data follow rule 1(3) of SI 2008/2699.)
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
    const struct ehc_holiday *list; /* sorted by day */
    size_t count;
};

/* A part of each year that something does not count, such as 25 December to 1 January. */
struct ehc_break {
    const char *id;
    const char *title;                                /* "August" */
    int first_month, first_day, last_month, last_day; /* both days included; it may run into the next year */
};

/* The days that a count leaves out, besides Saturdays and Sundays. */
struct ehc_working_days {
    const struct ehc_holidays *holidays;   /* never NULL */
    const struct ehc_break *const *breaks; /* their days are left out too */
    size_t break_count;
    const struct ehc_span *closed; /* the school's own closures, for school days */
    size_t closed_count;
};

struct ehc_counted {
    ehc_day day;
    bool firm; /* false if the count reached a day for which bank holidays are not known */
};

/* The name of a bank holiday, or NULL. */
const char *ehc_holiday_name(const struct ehc_holidays *holidays, ehc_day day);

/* Whether a day in range is none of the days left out. */
bool ehc_is_working_day(const struct ehc_working_days *days, ehc_day day);

/* The break that a day is in; NULL. */
const struct ehc_break *ehc_break_of(const struct ehc_break *const *breaks, size_t count, ehc_day day);

/* The last day of a break that `day` is in. */
ehc_day ehc_end_of_break(const struct ehc_break *about, ehc_day day);

/* The `number`th working day after `day`, which is not counted; before it if `number` is negative; `day` itself for 0.
 * EHC_NO_DAY out of range. */
struct ehc_counted ehc_add_working_days(const struct ehc_working_days *days, ehc_day day, int number);

/* `day` itself if it is a working day, else the next working day. */
struct ehc_counted ehc_next_working_day(const struct ehc_working_days *days, ehc_day day);

EHC_EXTERN_END

#endif
