/* measures.h - what a law says about caseloads: the measures, the headings of a caseload file, and the published figures.
 *
 * It comes from the files caseload.ini and published-figures.ini of a law (ehc-limits(5)); a law without them measures
 * nothing. Plain data, as in law.h: text is UTF-8, is never NULL unless the comment says so, and lives as long as the law.
 * An `int` for a measure, a limit or an event is its index.
 */
#ifndef EHC_MEASURES_H
#define EHC_MEASURES_H

#include <ehc/extern.h>
#include <stdbool.h>
#include <stddef.h>

EHC_EXTERN_BEGIN

enum {
    EHC_MEASURES_MAX = 16, /* measures a law can have */
    EHC_BANDS_MAX = 8,     /* bands of late plans a law can have */
    EHC_OUTCOMES_MAX = 8,  /* columns of outcomes a law can have */
    EHC_NOT_PUBLISHED = -1,
};

/* The keys of a figure in JSON and CSV: how many were done, how many of them in time, and their share. */
struct ehc_figure_keys {
    const char *done, *in_time, *share; /* all three NULL: shown among the steps, not among the figures */
};

/* A measure: what is counted of one limit. */
struct ehc_measure {
    const char *id; /* the id of the limit */
    int limit;
    int other;         /* the limit of the other branch, judged instead if its act is done; EHC_NONE */
    bool open;         /* a row counts also if the act is not done; false: then the step may never have been owed */
    const char *label; /* words with {step} and {period} */
    struct ehc_figure_keys keys;
};

/* The main measure of a caseload, and the words of a report for it. Words may hold {period} and {count}. */
struct ehc_main_measure {
    int measure;                              /* EHC_NONE: the law measures nothing */
    struct ehc_figure_keys keys_without;      /* the same without plans for which an exception is claimed */
    const char *key_late_in, *key_late_after; /* late within `long_days` of the start; late after them */
    const char *title;                        /* of a page: "EHC caseload" */
    const char *one, *many;                   /* "plan", "plans" */
    const char *done;                         /* "issued" */
    const char *start;                        /* the start of the time: "request" */
    int band_weeks[EHC_BANDS_MAX]; /* the last week of each band of late plans; one more band is beyond the last */
    size_t band_count;
    const char *beyond; /* "more than a year over" */
    int long_days;
    const char *how;      /* how it is counted; NULL; the next ones may be NULL too */
    const char *last_day; /* the meaning of "in {period}" */
    const char *on_last_day_one,
        *on_last_day_many; /* words for plans that are in time by the law but came on the very last day */
};

/* A heading of a caseload that stands for a column. */
struct ehc_column {
    const char *id;    /* an event, or "ref", "exception", ...: ehc-caseload(5) */
    const char *names; /* other headings for it, separated by commas; only letters and digits are compared */
};

/* A column with a code for a decision; the column ID-date has its day. */
struct ehc_outcome {
    const char *id;
    int yes, no; /* the events that the codes stand for; EHC_NONE: none */
    int without; /* the event if no code is given; EHC_NONE: none */
};

/* How the codes are written: lists separated by commas, in lower case. */
struct ehc_outcome_codes {
    const char *yes, *no;
    const char *none; /* nothing was decided */
    const char *hint; /* what users may write */
};

/* Who publishes figures, and for which area. */
struct ehc_publisher {
    const char *of; /* "England" */
    const char *by; /* "DfE" */
    const char *licence;
};

/* The published figures of one year; EHC_NOT_PUBLISHED for a figure that was not published. */
struct ehc_published {
    const char *id; /* the year, "2024" */
    int year;
    const char *source;
    const char *url;
    const char *note;                                      /* NULL if there is none */
    int done[EHC_MEASURES_MAX], in_time[EHC_MEASURES_MAX]; /* of each measure */
    int done_without, in_time_without;                     /* of the main measure, without exceptions */
    int late_in, late_after;
    int mean_tenths, mean_tenths_without; /* tenths of a week */
};

struct ehc_caseload {
    const struct ehc_measure *measures; /* in the order in which they are shown */
    size_t measure_count;
    struct ehc_main_measure main;
    const struct ehc_column *columns;
    size_t column_count;
    const struct ehc_outcome *outcomes;
    size_t outcome_count;
    struct ehc_outcome_codes codes;
    struct ehc_publisher publisher;
    const struct ehc_published *published; /* in order of year */
    size_t published_count;
};

EHC_EXTERN_END

#endif
