/* audit.h - a caseload: many cases in a CSV file, each judged as one case is, and counted.
 *
 * The caller reads the file and feeds its bytes; memory stays flat however many rows there are. Each row becomes a case and
 * goes through ehc_deadline_of(), so that a caseload and a single case cannot disagree. ehc-caseload(5) describes the file.
 * What is measured is the law's to say, measures.h: of its main measure the figures tell with and without those for which an
 * exception is claimed. Nothing is printed; faults go to the caller. An audit is for one thread at a time; several audits
 * can run at once.
 */
#ifndef EHC_AUDIT_H
#define EHC_AUDIT_H

#include <ehc/timeline.h>

EHC_EXTERN_BEGIN

/* How a measure was kept. Where an act is done it counts in the year of the act, else in the year it fell due. */
struct ehc_kept {
    uint64_t done;     /* done by the day of the audit */
    uint64_t in_time;  /* of those, by the due date */
    uint64_t disputed; /* of those, after the due date and not after the latest reading */
    uint64_t overdue;  /* not done, and late on every reading */
    uint64_t open;     /* not done, and not yet late on every reading */
};

/* Of the main measure: how many were done, and in time. */
struct ehc_share {
    uint64_t done, in_time;
};

struct ehc_day_counts; /* how many plans took how many days */

/* The figures of one authority, year, month or setting, or of all. What is said of plans is of the law's main measure. */
struct ehc_figures {
    const char *name;                       /* UTF-8, no control characters; NULL where rows do not say */
    struct ehc_kept kept[EHC_MEASURES_MAX]; /* by the measures of the law */
    struct ehc_share all;                   /* plans, those with a claimed exception among them */
    struct ehc_share without;               /* plans without one, in neither number */
    uint64_t undated;                       /* plans without a day to count from: done in `all`, and in no other count */
    uint64_t on_last_day;                   /* in time by the law, and late on its earliest reading */
    uint64_t over[EHC_BANDS_MAX];           /* late, by the bands of the law; after them those beyond the last */
    uint64_t late_in, late_after;           /* late, and within the law's `long_days` of the start, or not */
    uint64_t dated, dated_without, total_days, total_days_without;
    int32_t longest_days;                             /* from the start to the plan; -1 where no plan is dated */
    int32_t median_twice, p90_days;                   /* twice the median, which may fall between two days; -1 as above */
    uint64_t claims, supported, unsupported, unclear; /* exceptions claimed, and what the facts given say of them */
    struct ehc_day_counts *days;
};

/* How many plans took `first` to `last` days. */
uint64_t ehc_figures_between(const struct ehc_figures *figures, int32_t first, int32_t last);

/* `part` of `whole` in tenths of a per cent, half up; -1 where `whole` is 0. */
int ehc_rate(uint64_t part, uint64_t whole);

/* Days as tenths of a week, half up: `days` are those of `count` plans together; -1 where `count` is 0. */
int ehc_tenths_of_week(uint64_t days, uint64_t count);

enum ehc_audit_by { EHC_BY_AUTHORITY, EHC_BY_YEAR, EHC_BY_MONTH, EHC_BY_SETTING };

/* Why a row could not be used. */
enum ehc_fault {
    EHC_FAULT_DATE,    /* a date that cannot be read */
    EHC_FAULT_ORDER,   /* an order that cannot be */
    EHC_FAULT_SPAN,    /* half a span of days, or one that ends before it begins */
    EHC_FAULT_FLAG,    /* neither 0 nor 1 */
    EHC_FAULT_CODE,    /* an outcome or setting that is not known */
    EHC_FAULT_COLUMNS, /* more or fewer fields than headings */
    EHC_FAULT_BYTES,   /* a NUL byte */
    EHC_FAULTS,        /* how many there are */
};

/* "a date that cannot be read". */
const char *ehc_fault_words(enum ehc_fault fault);

/* How the facts of a row bear on the exception that it claims. */
enum ehc_claimed { EHC_NOT_CLAIMED, EHC_SUPPORTED, EHC_UNSUPPORTED, EHC_UNCLEAR };

/* One row, judged. All is valid during the call only. */
struct ehc_audited {
    uint64_t line;
    const char *reference, *authority; /* as in the file; "" where not given */
    const char *fault;                 /* the first fault; NULL where the row could be used, and the rest is set */
    const struct ehc_case *facts;
    const struct ehc_deadline *deadline[EHC_MEASURES_MAX]; /* NULL: not asked of this row */
    int32_t days;                                          /* from the start to the act of the main measure; -1 */
    enum ehc_claimed claimed;
};

/* What a caller gives a heading or the name of an authority. Capitals, blanks and stops make no difference in `from`. */
struct ehc_audit_name {
    const char *from, *to;
};

/* What is wanted. */
struct ehc_audit_options {
    const struct ehc_law *law;
    const char *file; /* as shown in errors */
    ehc_day as_at;
    int year; /* only acts of this year; 0: all */
    enum ehc_audit_by by;
    bool strict;                          /* stop at the first bad row */
    bool look;                            /* see what the columns are, and judge and count nothing: ehc_audit_columns() */
    const struct ehc_audit_name *columns; /* headings, each with that of the column meant */
    const struct ehc_audit_name *authorities; /* names of authorities, each with the one that is shown */
    size_t column_count, authority_count;
    /* Each may be NULL. `notice` is told of columns, once; `fault` of each fault of a row; `row` of each row. */
    ehc_report *notice;
    void (*fault)(void *context, enum ehc_fault kind, const struct ehc_error *error);
    void (*row)(void *context, const struct ehc_audited *row);
    void *context;
};

struct ehc_audit_result {
    uint64_t rows;       /* with something in them, headings not counted */
    uint64_t bad_rows;   /* could not be used: in no other figure */
    uint64_t empty_rows; /* nothing but commas */
    uint64_t later;      /* acts dated after the day of the audit, taken as not done */
    uint64_t faults[EHC_FAULTS];
    bool has[EHC_MEASURES_MAX]; /* the file has the columns for it */
    bool has_main, has_exceptions, has_authorities;
    int year;
    enum ehc_audit_by by;
    ehc_day as_at;
    const struct ehc_figures *total;
    const struct ehc_figures *const *groups; /* in order of name */
    size_t group_count;
    bool cut; /* there were more groups than are kept apart: the last is of all others */
};

enum { EHC_AUDIT_VALUES = 3, EHC_AUDIT_VALUE = 48 };

/* What a column was taken for. */
struct ehc_audit_column {
    const char *heading; /* as in the file; "" where there is none */
    const char *id;      /* of the column or event; NULL: it is passed over */
    bool needed;         /* a figure is worked out from it */
    size_t value_count;
    char value[EHC_AUDIT_VALUES][EHC_AUDIT_VALUE]; /* the first that differ, as shown */
};

struct ehc_audit;

/* Starts; NULL where memory ran out. What `options` points to is borrowed until ehc_audit_free(). */
struct ehc_audit *ehc_audit_begin(const struct ehc_audit_options *options);

/* Takes the next bytes of the file. False, and `error`, where the file cannot be audited (no headings, a needed column is
 * missing, UTF-16, a field without end) or, with `strict`, at a bad row; then only ehc_audit_free() may follow. */
bool ehc_audit_feed(struct ehc_audit *audit, const void *bytes, size_t length, struct ehc_error *error);

/* Takes the end of a file and begins the next, which has headings of its own; its rows are counted with the others. False,
 * and `error`, as ehc_audit_end(). */
bool ehc_audit_next_file(struct ehc_audit *audit, const char *file, struct ehc_error *error);

/* Takes the end of the last file. False, and `error`, as above, and where the file ends inside quotation marks. With
 * `partial` the file goes on: what was begun is left out. */
bool ehc_audit_end(struct ehc_audit *audit, bool partial, struct ehc_error *error);

/* With `look`, the columns of the file, and the line of its headings; NULL where they are not known yet. */
const struct ehc_audit_column *ehc_audit_columns(const struct ehc_audit *audit, size_t *count, uint64_t *line);

/* Rows so far; for a progress line. */
uint64_t ehc_audit_rows(const struct ehc_audit *audit);

/* After ehc_audit_end(); lives as long as the audit. */
const struct ehc_audit_result *ehc_audit_result(const struct ehc_audit *audit);
void ehc_audit_free(struct ehc_audit *audit);

/* The published figures of a year; NULL where there are none. */
const struct ehc_published *ehc_published_of(const struct ehc_law *law, int year);

EHC_EXTERN_END

#endif
