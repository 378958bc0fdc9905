/* term_dates.h - when a school was closed, read from its term-date calendar (iCalendar).
 *
 * Such a calendar gives holidays as spans or day by day, or only the terms, or their first and last days; what an event
 * means is told from the words of its summary. Closed stretches that touch, or have only weekends and bank holidays between
 * them, are one; so are the two halves of a summer that a calendar splits at 31 July.
 */
#ifndef EHC_CALENDAR_TERM_DATES_H
#define EHC_CALENDAR_TERM_DATES_H

#include <ehc/case.h>

enum { TERM_DATES_NAME = 64 };

struct term_dates_closure {
    struct ehc_span span;
    char name[TERM_DATES_NAME]; /* the first event it was read from, cut at a character where it is long */
};

struct term_dates {
    struct term_dates_closure closures[EHC_CLOSURES_MAX]; /* in order */
    size_t count;
    size_t passed_over;                /* events that say nothing of closures */
    char passed_name[TERM_DATES_NAME]; /* the first of them */
};

/* Reads the text of a calendar of `length` bytes, with a NUL after it. Reports each fault (a date that does not exist, a
 * file that is no calendar or says nothing of closures) and gives false where there was one. */
bool term_dates_read(struct term_dates *dates, const char *file, const char *text, size_t length,
                     const struct ehc_holidays *holidays, ehc_report *report, void *context);

/* ---- term_words.c ---- */

/* What an event says by its summary. */
enum term_meaning {
    TERM_NOTHING,
    TERM_CLOSED,        /* closed on its days */
    TERM_HOLIDAY_FIRST, /* the first closed day of a holiday */
    TERM_HOLIDAY_LAST,  /* its last closed day */
    TERM_OPEN,          /* a term, open on its days */
    TERM_FIRST,         /* the first day of a term */
    TERM_LAST,          /* its last day */
};

/* `days` is how many days the event has. */
enum term_meaning term_meaning_of(const char *summary, int days);

#endif
