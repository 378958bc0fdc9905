/* date.h - dates as day numbers, and how people write them.
 *
 * A date is a plain number of days since 1 January 1970; the difference of two dates is a number of days. Dates run
 * from 1 January 1900 to 31 December 2199 (Gregorian). Nothing here depends on the locale, on the time zone of the
 * machine or on a time zone database, allocates, or keeps state.
 *
 * Sums that leave the range give EHC_NO_DAY, and a sum with EHC_NO_DAY gives EHC_NO_DAY.
 */
#ifndef EHC_DATE_H
#define EHC_DATE_H

#include <ehc/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

EHC_EXTERN_BEGIN

typedef int32_t ehc_day;

#define EHC_NO_DAY INT32_MIN /* no date: unknown, or out of range */
#define EHC_DAY_MIN (-25567) /* 1 January 1900 */
#define EHC_DAY_MAX 84005    /* 31 December 2199 */

/* A date as people write it; month 1 to 12, day 1 to 31. */
struct ehc_ymd {
    int year, month, day;
};

/* A span of days, `first` and `last` included; `first` is never after `last`. */
struct ehc_span {
    ehc_day first, last;
};

enum ehc_weekday { EHC_MONDAY, EHC_TUESDAY, EHC_WEDNESDAY, EHC_THURSDAY, EHC_FRIDAY, EHC_SATURDAY, EHC_SUNDAY };

/* The day number; EHC_NO_DAY if the date does not exist or is out of range. */
ehc_day ehc_day_from_ymd(int year, int month, int day);

/* Year, month and day of a day in range. */
struct ehc_ymd ehc_ymd_from_day(ehc_day day);

/* Days in a month (month 1 to 12). */
int ehc_days_in_month(int year, int month);

/* The weekday of a day in range. */
enum ehc_weekday ehc_weekday(ehc_day day);

/* The day `days` later, earlier if negative. */
static inline ehc_day ehc_add_days(ehc_day day, int days) {
    int64_t sum = (int64_t)day + days;
    return day != EHC_NO_DAY && sum >= EHC_DAY_MIN && sum <= EHC_DAY_MAX ? (ehc_day)sum : EHC_NO_DAY;
}

/* The corresponding date `months` later (earlier if negative): the same day of the month, or the last day of the month if it
 * has no such day (Dodds v Walker [1981] UKHL). */
ehc_day ehc_add_months(ehc_day day, int months);

/* The last day of a period of `months` (1 or more) that begins with `day`, that day counted: the day before the
 * corresponding date, or the month's last day if there is no such date. */
ehc_day ehc_last_of_months_beginning(ehc_day day, int months);

/* Reads one date: 2026-01-05, 2026/01/05, 20260105, 5/1/2026 (the day first; also with dots or hyphens), 5 January 2026 or
 * 05-Jan-2026, with or without the weekday, which is checked. No-break spaces, dashes and quotation marks of a word
 * processor are read as those of a keyboard. False, with `error`, if it is not a date; `day` is then unchanged. */
bool ehc_day_read(const char *text, ehc_day *day, struct ehc_error *error);

/* Reads a span: "A..B", "A to B", "A until B" or "A - B", A not after B. False, with `error`, as above. */
bool ehc_span_read(const char *text, struct ehc_span *span, struct ehc_error *error);

/* Whether a text has a separator between two days, as a span has. */
bool ehc_is_span(const char *text);

#define EHC_DAY_TEXT 32 /* room for a formatted date and its NUL */

/* "Monday 16 February 2026"; "no date" for EHC_NO_DAY. Returns `text`. */
const char *ehc_day_format(ehc_day day, char text[EHC_DAY_TEXT]);

/* "16 February 2026"; "no date" for EHC_NO_DAY. Returns `text`. */
const char *ehc_day_format_short(ehc_day day, char text[EHC_DAY_TEXT]);

/* "2026-02-16"; "" for EHC_NO_DAY. Returns `text`. */
const char *ehc_day_format_iso(ehc_day day, char text[EHC_DAY_TEXT]);

const char *ehc_weekday_name(enum ehc_weekday weekday); /* "Monday"; only for the seven days */
const char *ehc_month_name(int month);                  /* "January" for 1; only for 1 to 12 */

/* The day in London at a moment, in seconds since 1970 (UTC). Summer time follows the rule in force since 1996: from the
 * last Sunday of March to the last Sunday of October, 01:00 UTC (Summer Time Order 2002, SI 2002/262). */
ehc_day ehc_day_in_london(int64_t seconds);

EHC_EXTERN_END

#endif
