/* term_dates.h - reads from a school's calendar of term dates (iCalendar) when the school was closed.
 *
 * Such a calendar gives holidays as spans or day by day, or only the terms, or only their first and last days. The words of
 * an event's summary say what it means. Closures that touch, or have only weekends and bank holidays between them, become
 * one: also the two halves of a summer that a calendar splits at 31 July.
 */
#ifndef EHC_CALENDAR_TERM_DATES_H
#define EHC_CALENDAR_TERM_DATES_H

#include <ehc/case.h>

enum { TERM_DATES_NAME = 64 };

struct term_dates_closure {
    struct ehc_span span;
    char name[TERM_DATES_NAME]; /* of the first event it was read from; a long one is cut at a character */
};

struct term_dates {
    struct term_dates_closure closures[EHC_CLOSURES_MAX]; /* in order */
    size_t count;
    size_t passed_over;                /* events that are ignored: they do not say what is closed */
    char passed_name[TERM_DATES_NAME]; /* the first of them */
};

/* Reads the text of a calendar of `length` bytes, with a NUL after it. Reports each fault (a date that does not exist, a
 * file that is not a calendar or has no closure) and gives false if there was one. */
bool term_dates_read(struct term_dates *dates, const char *file, const char *text, size_t length,
                     const struct ehc_holidays *holidays, ehc_report *report, void *context);

/* ---- term_words.c ---- */

/* What the summary of an event means. */
enum term_meaning {
    TERM_NOTHING,
    TERM_CLOSED,        /* closed on its days */
    TERM_HOLIDAY_FIRST, /* the first closed day of a holiday */
    TERM_HOLIDAY_LAST,  /* its last closed day */
    TERM_OPEN,          /* a term, open on its days */
    TERM_FIRST,         /* the first day of a term */
    TERM_LAST,          /* its last day */
};

/* `days`: how many days the event lasts. */
enum term_meaning term_meaning_of(const char *summary, int days);

#endif
