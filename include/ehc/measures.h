/* measures.h - what a law says of caseloads: what is measured, how a file of cases is headed, and what was published.
 *
 * The files caseload.ini and published-figures.ini of a law hold it, ehc-limits(5); a law may have neither, and then
 * measures nothing. Plain data, as in law.h: text is UTF-8, never NULL unless said, and lives as long as the law. A measure,
 * a limit and an event are named by their indexes.
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

/* What a figure is called in JSON and CSV: how many were done, how many of them in time, and their share. */
struct ehc_figure_keys {
    const char *done, *in_time, *share; /* NULL, all three: not among the figures, only among the steps */
};

/* How often a limit was kept. */
struct ehc_measure {
    const char *id; /* that of the limit */
    int limit;
    int other;         /* the limit of the other branch, judged where its act is done; EHC_NONE */
    bool open;         /* counted too where the act is not done; else the step may never have been owed */
    const char *label; /* words with {step} and {period} */
    struct ehc_figure_keys keys;
};

/* The measure that a caseload is about, and how a report speaks of it. Words may hold {period} and {count}. */
struct ehc_main_measure {
    int measure;                              /* EHC_NONE: the law measures nothing */
    struct ehc_figure_keys keys_without;      /* without those for which an exception is claimed */
    const char *key_late_in, *key_late_after; /* late, and within `long_days` of the start, or not */
    const char *title;                        /* of a page: "EHC caseload" */
    const char *one, *many;                   /* "plan", "plans" */
    const char *done;                         /* "issued" */
    const char *start;                        /* what the time runs from: "request" */
    int band_weeks[EHC_BANDS_MAX]; /* the last week of each band of those that are late; beyond them is one more */
    size_t band_count;
    const char *beyond; /* "more than a year over" */
    int long_days;
    const char *how;                                /* how it is counted; NULL; so below */
    const char *last_day;                           /* what "in {period}" means */
    const char *on_last_day_one, *on_last_day_many; /* of those in time by the law that came on the last day of all */
};

/* A heading of a caseload that stands for a column. */
struct ehc_column {
    const char *id;    /* an event, or "ref", "exception", ...: ehc-caseload(5) */
    const char *names; /* other headings, separated by commas; letters and digits alone count */
};

/* A column with a code for what was decided; the column ID-date has the day. */
struct ehc_outcome {
    const char *id;
    int yes, no; /* the events that the codes stand for; EHC_NONE: none */
    int without; /* the event where no code is given; EHC_NONE: none */
};

/* How the codes are written: lists separated by commas, in lower case. */
struct ehc_outcome_codes {
    const char *yes, *no;
    const char *none; /* nothing was decided */
    const char *hint; /* what may be written */
};

/* Who publishes figures, and of what. */
struct ehc_publisher {
    const char *of; /* "England" */
    const char *by; /* "DfE" */
    const char *licence;
};

/* What was published for one year; EHC_NOT_PUBLISHED where a figure was not. */
struct ehc_published {
    const char *id; /* the year, "2024" */
    int year;
    const char *source;
    const char *url;
    const char *note;                                      /* NULL where there is none */
    int done[EHC_MEASURES_MAX], in_time[EHC_MEASURES_MAX]; /* of each measure */
    int done_without, in_time_without;                     /* of the main measure, without exceptions; so below */
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
