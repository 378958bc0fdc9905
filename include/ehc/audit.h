/* audit.h - a caseload: many cases in a CSV file, each judged as one case is, and counted as DfE counts them.
 *
 * The caller reads the file and feeds its bytes; memory stays flat however many rows there are. Each row becomes a case and
 * goes through ehc_deadline_of(), so that a caseload and a single case cannot disagree. ehc-caseload(5) describes the file.
 * The figures follow DfE's SEN2 measures: plans issued, those in 20 weeks, with and without the plans for which an exception
 * is claimed. Nothing is printed; faults go to the caller. An audit is for one thread at a time; several audits can run at
 * once.
 */
#ifndef EHC_AUDIT_H
#define EHC_AUDIT_H

#include <ehc/timeline.h>

EHC_EXTERN_BEGIN

/* What is measured; each is a limit of the law, or two that are branches of one. */
enum ehc_measure {
    EHC_MEASURE_DECISION,     /* whether to assess, in 6 weeks */
    EHC_MEASURE_NO_PLAN,      /* notice of no plan, in 16 weeks */
    EHC_MEASURE_PLAN,         /* final plan, in 20 weeks */
    EHC_MEASURE_REVIEW,       /* decision after a review, in 4 weeks */
    EHC_MEASURE_PROPOSAL,     /* proposed changes, in 4 weeks of the meeting */
    EHC_MEASURE_AMENDED,      /* amended plan, in 8 weeks of the proposed changes */
    EHC_MEASURE_AMENDED_LAST, /* amended plan, in 12 weeks of the meeting */
    EHC_MEASURE_REASSESSING,  /* whether to reassess, in 15 days */
    EHC_MEASURE_REASSESSED,   /* plan after reassessment, in 14 weeks */
    EHC_MEASURES,             /* how many there are */
};

/* How a measure was kept. Where an act is done it counts in the year of the act, else in the year it fell due. */
struct ehc_kept {
    uint64_t done;     /* done by the day of the audit */
    uint64_t in_time;  /* of those, by the due date */
    uint64_t disputed; /* of those, after the due date and not after the latest reading */
    uint64_t overdue;  /* not done, and late on every reading */
    uint64_t open;     /* not done, and not yet late on every reading */
};

/* How far over 20 weeks: whole weeks begun after the due date. */
enum ehc_band { EHC_OVER_1_TO_4, EHC_OVER_5_TO_12, EHC_OVER_13_TO_26, EHC_OVER_27_TO_52, EHC_OVER_A_YEAR, EHC_BANDS };

struct ehc_days; /* how many plans took how many days */

/* The figures of one authority, year, month or setting, or of all. */
struct ehc_figures {
    const char *name; /* UTF-8, no control characters; NULL where rows do not say */
    struct ehc_kept kept[EHC_MEASURES];
    uint64_t plans, within_20;         /* issued, and in 20 weeks; with those for which an exception is claimed */
    uint64_t plans_exc, within_20_exc; /* without them, in neither number */
    uint64_t undated;                  /* issued, and no day to count from: in `plans` and in no other count */
    uint64_t on_last_day;              /* in time by the law, a day late where the day of receipt is day 1 */
    uint64_t over[EHC_BANDS];
    uint64_t over_20_to_year, over_year; /* late, and within 365 days of the request, or not: as DfE publishes them */
    uint64_t dated, dated_exc, total_days, total_days_exc;
    int32_t longest_days;                             /* from request to plan; -1 where no plan is dated */
    int32_t median_twice, p90_days;                   /* twice the median, which may fall between two days; -1 as above */
    uint64_t claims, supported, unsupported, unclear; /* exceptions claimed, and what the facts given say of them */
    struct ehc_days *days;
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
    const struct ehc_deadline *deadline[EHC_MEASURES]; /* NULL: not asked of this row */
    int32_t days;                                      /* from request to plan; -1 */
    enum ehc_claimed claimed;
};

/* What is wanted. */
struct ehc_audit_options {
    const struct ehc_law *law;
    const char *file; /* as shown in errors */
    ehc_day as_at;
    int year; /* only acts of this year; 0: all */
    enum ehc_audit_by by;
    bool strict; /* stop at the first bad row */
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
    bool has[EHC_MEASURES]; /* the file has the columns for it */
    bool has_plans, has_exceptions, has_authorities;
    int year;
    enum ehc_audit_by by;
    ehc_day as_at;
    const struct ehc_figures *total;
    const struct ehc_figures *const *groups; /* in order of name */
    size_t group_count;
    bool cut; /* there were more groups than are kept apart: the last is of all others */
};

struct ehc_audit;

/* Starts; NULL where memory ran out. What `options` points to is borrowed until ehc_audit_free(). */
struct ehc_audit *ehc_audit_begin(const struct ehc_audit_options *options);

/* Takes the next bytes of the file. False, and `error`, where the file cannot be audited (no headings, a needed column is
 * missing, UTF-16, a field without end) or, with `strict`, at a bad row; then only ehc_audit_free() may follow. */
bool ehc_audit_feed(struct ehc_audit *audit, const void *bytes, size_t length, struct ehc_error *error);

/* Takes the end of the file. False, and `error`, as above, and where the file ends inside quotation marks. With `partial`
 * the file goes on: what was begun is left out. */
bool ehc_audit_end(struct ehc_audit *audit, bool partial, struct ehc_error *error);

/* Rows so far; for a progress line. */
uint64_t ehc_audit_rows(const struct ehc_audit *audit);

/* After ehc_audit_end(); lives as long as the audit. */
const struct ehc_audit_result *ehc_audit_result(const struct ehc_audit *audit);
void ehc_audit_free(struct ehc_audit *audit);

/* The limit of a measure: what a report calls it and by which law; NULL where the law has no such limit. */
const struct ehc_limit *ehc_measure_limit(const struct ehc_law *law, enum ehc_measure measure);

/* The published figures of a year; NULL where there are none. */
const struct ehc_national *ehc_national_of(const struct ehc_law *law, int year);

EHC_EXTERN_END

#endif
