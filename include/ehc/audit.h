/* audit.h - a caseload: many cases in a CSV file, each judged as one case is, and counted.
 *
 * The caller reads the file and feeds its bytes; memory use does not grow with the number of rows. Each row becomes a case
 * and goes through ehc_deadline_of(), so that a caseload and a single case cannot disagree. ehc-caseload(5) describes the
 * file. The law says what is measured (measures.h); the figures of its main measure are given with and without the plans for
 * which an exception is claimed. Nothing is printed; faults go to the caller. One thread at a time may use an audit; several
 * audits can run at once.
 */
#ifndef EHC_AUDIT_H
#define EHC_AUDIT_H

#include <ehc/timeline.h>

EHC_EXTERN_BEGIN

/* How often a measure was kept. A step that was done counts in the year of its act, another in the year of its due date. */
struct ehc_kept {
    uint64_t done;     /* done by the day of the audit */
    uint64_t in_time;  /* of `done`, on or before the due date */
    uint64_t disputed; /* of `done`, after the due date but not after the latest reading */
    uint64_t overdue;  /* not done, and late on every reading */
    uint64_t open;     /* not done, and not yet late on every reading */
};

/* For the main measure: how many were done, and how many of them in time. */
struct ehc_share {
    uint64_t done, in_time;
};

struct ehc_day_counts; /* how many plans took how many days */

/* The figures of one authority, year, month or setting, or of all rows. "Plans" are the acts of the law's main measure. */
struct ehc_figures {
    const char *name;                       /* UTF-8, no control characters; NULL if the rows do not say */
    struct ehc_kept kept[EHC_MEASURES_MAX]; /* one for each measure of the law */
    struct ehc_share all;                   /* all plans, also those with a claimed exception */
    struct ehc_share without;               /* plans without a claimed exception */
    /* Plans without a day to count from, or dated before that day. They are in `done` of `all`, and in `claims` or in `done`
     * of `without`, but in no figure of days. */
    uint64_t undated;
    uint64_t on_last_day;         /* in time by the law, but late on its earliest reading */
    uint64_t over[EHC_BANDS_MAX]; /* late plans by the bands of the law, and after them those beyond the last band */
    uint64_t late_in, late_after; /* late plans within the law's `long_days` of the start; late plans after them */
    uint64_t dated, total_days;   /* the other plans, and the days that they took together */
    uint64_t dated_without, total_days_without; /* the same of those without a claimed exception */
    int32_t longest_days;                       /* days from the start to the plan; -1 if no plan is dated */
    int32_t median_twice, p90_days; /* `median_twice`: twice the median, as that may fall between two days; -1 as above */
    /* Exceptions claimed; of these, how many the facts support, do not support, or leave unclear. */
    uint64_t claims, supported, unsupported, unclear;
    struct ehc_day_counts *days;
};

/* How many plans took `first` to `last` days. */
uint64_t ehc_figures_between(const struct ehc_figures *figures, int32_t first, int32_t last);

/* `part` of `whole` in tenths of a per cent, rounded half up; -1 if `whole` is 0. */
int ehc_rate(uint64_t part, uint64_t whole);

/* The mean in tenths of a week, rounded half up, for `count` plans that took `days` days together; -1 if `count` is 0. */
int ehc_tenths_of_week(uint64_t days, uint64_t count);

enum ehc_audit_by { EHC_BY_AUTHORITY, EHC_BY_YEAR, EHC_BY_MONTH, EHC_BY_SETTING };

/* Why a row could not be used. */
enum ehc_fault {
    EHC_FAULT_DATE,    /* a date that cannot be read */
    EHC_FAULT_ORDER,   /* an impossible order of dates */
    EHC_FAULT_SPAN,    /* half a span of days, or one that ends before it begins */
    EHC_FAULT_FLAG,    /* neither 0 nor 1 */
    EHC_FAULT_CODE,    /* an outcome or setting that is not known */
    EHC_FAULT_COLUMNS, /* more or fewer fields than headings */
    EHC_FAULT_BYTES,   /* a NUL byte */
    EHC_FAULTS,        /* how many there are */
};

/* "a date that cannot be read". */
const char *ehc_fault_words(enum ehc_fault fault);

/* Whether the facts of a row support the exception that it claims. */
enum ehc_claimed { EHC_NOT_CLAIMED, EHC_SUPPORTED, EHC_UNSUPPORTED, EHC_UNCLEAR };

/* One row, judged. Everything in it is valid only during the call. */
struct ehc_audited {
    uint64_t line;
    const char *reference, *authority; /* as in the file; "" if not given */
    const char *fault;                 /* the first fault; NULL if the row could be used: then the rest is set */
    const struct ehc_case *facts;
    const struct ehc_deadline *deadline[EHC_MEASURES_MAX]; /* NULL: the row has no such deadline */
    int32_t days;                                          /* from the start to the act of the main measure; -1 */
    enum ehc_claimed claimed;
};

/* Another name for a heading or an authority. Capitals, blanks and full stops make no difference in `from`. */
struct ehc_audit_name {
    const char *from, *to;
};

/* What to audit, and how. */
struct ehc_audit_options {
    const struct ehc_law *law;
    const char *file; /* as shown in errors */
    ehc_day as_at;
    int year; /* only acts of this year; 0: of all years */
    enum ehc_audit_by by;
    bool strict;                          /* stop at the first bad row */
    bool look;                            /* only look at the columns, for ehc_audit_columns(): judge and count nothing */
    const struct ehc_audit_name *columns; /* `from` a heading of the file, `to` a known one; "-": ignore the column */
    const struct ehc_audit_name *authorities; /* `from` a name in the file, `to` the name to show */
    size_t column_count, authority_count;
    /* Each may be NULL. `notice` is called for each remark on a column, once; `fault` for each fault of a row; `row` for
     * each row. */
    ehc_report *notice;
    void (*fault)(void *context, enum ehc_fault kind, const struct ehc_error *error);
    void (*row)(void *context, const struct ehc_audited *row);
    void *context;
};

struct ehc_audit_result {
    uint64_t rows;       /* rows with some content, without the headings */
    uint64_t bad_rows;   /* rows that could not be used: they are in no other figure */
    uint64_t empty_rows; /* rows of only commas */
    uint64_t later;      /* acts dated after the day of the audit: treated as not done */
    uint64_t faults[EHC_FAULTS];
    bool has[EHC_MEASURES_MAX]; /* the file has the columns for it */
    bool has_main, has_authorities;
    int year;
    enum ehc_audit_by by;
    ehc_day as_at;
    const struct ehc_figures *total;
    const struct ehc_figures *const *groups; /* sorted by name */
    size_t group_count;
    bool cut; /* there were too many groups: the last one holds all the others */
};

enum { EHC_AUDIT_VALUES = 3, EHC_AUDIT_VALUE = 48 };

/* How a column was understood. */
struct ehc_audit_column {
    const char *heading; /* as in the file; "" if there is none */
    const char *id;      /* the id of the known column or event; NULL: the column is ignored */
    bool needed;         /* some figure needs it */
    size_t value_count;
    char value[EHC_AUDIT_VALUES][EHC_AUDIT_VALUE]; /* the first different values, as they are shown */
};

struct ehc_audit;

/* Starts an audit; NULL if memory ran out. Everything in `options` is borrowed until ehc_audit_free(). */
struct ehc_audit *ehc_audit_begin(const struct ehc_audit_options *options);

/* Takes the next bytes of the file. False, with `error`, if the file cannot be audited (no headings, a needed column is
 * missing, UTF-16, a field without end) or, with `strict`, at a bad row; after that call only ehc_audit_free(). */
bool ehc_audit_feed(struct ehc_audit *audit, const void *bytes, size_t length, struct ehc_error *error);

/* Ends a file and begins the next, which has its own headings; its rows are counted with the others. False, with `error`, as
 * in ehc_audit_end(). */
bool ehc_audit_next_file(struct ehc_audit *audit, const char *file, struct ehc_error *error);

/* Ends the last file. False, with `error`, as above, or if the file ends inside quotation marks. `partial`: the file was not
 * read to its end, so a row that has only begun is left out. */
bool ehc_audit_end(struct ehc_audit *audit, bool partial, struct ehc_error *error);

/* With `look`: the columns of the file, and the line of its headings; NULL if they are not known yet. They are valid until
 * the next call with this audit. */
const struct ehc_audit_column *ehc_audit_columns(const struct ehc_audit *audit, size_t *count, uint64_t *line);

/* The number of rows so far, for a progress line. */
uint64_t ehc_audit_rows(const struct ehc_audit *audit);

/* The result, after ehc_audit_end(). It belongs to the audit. */
const struct ehc_audit_result *ehc_audit_result(const struct ehc_audit *audit);
void ehc_audit_free(struct ehc_audit *audit);

/* The published figures of a year; NULL if there are none. */
const struct ehc_published *ehc_published_of(const struct ehc_law *law, int year);

EHC_EXTERN_END

#endif
