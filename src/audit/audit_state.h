/* audit_state.h - what the files of the audit share.
 *
 * A caseload is read once, in pieces, and nothing of a row is kept when it has been counted, so that memory stays the same
 * for any number of rows: a country has a million. A row is judged by the same ehc_deadline_of() as a case, but a last day
 * that depends on the trigger alone is counted once and kept for the next row with that trigger. The group of a row is found
 * by a hash of its name. Whatever few rows need, as to say what is wrong with them, is SELDOM.
 */
#ifndef EHC_AUDIT_AUDIT_STATE_H
#define EHC_AUDIT_AUDIT_STATE_H

#include "lib/engine.h"
#include "util/fail.h"
#include <csv.h>
#include <ehc/audit.h>
#include <string.h>

enum {
    COLUMNS_MOST = 16384, /* as a spreadsheet */
    FIELD_MOST = 1 << 20, /* bytes; a longer field has no end */
    HEAD_ROOM = 1 << 16,  /* the first lines are looked at before they are parsed */
    GROUPS_MOST = 2000,   /* more are counted as one, so that memory stays flat */
    TABLE = 1 << 13,      /* places for groups by hash; sparse */
    NAME_ROOM = 128,      /* of an authority, a reference; longer ones are cut */
    REASON_ROOM = 512,
    DATE_ROOM = 128,
    DAYS_KEPT = 1024, /* days of a trigger for which deadlines are kept */
    PAIRS_MOST = 256, /* orders of two columns that cannot be */
    YEAR_FIRST = 1900,
    YEAR_LAST = 2199,
    MONTHS = 12 * (YEAR_LAST - YEAR_FIRST + 1),
};

enum audit_column_kind {
    COLUMN_UNKNOWN,
    COLUMN_DAY,
    COLUMN_REFERENCE,
    COLUMN_AUTHORITY,
    COLUMN_SETTING,
    COLUMN_EXCEPTION,
    COLUMN_REASON,
    COLUMN_OUTCOME,
};

/* How a date is written. */
enum audit_form { FORM_ISO, FORM_NUMBERS, FORM_WORDS, FORMS };

struct audit_column {
    enum audit_column_kind kind;
    bool is_year;   /* a year may stand for the day */
    bool unneeded;  /* no figure is worked out from it: what is wrong in it costs no row */
    const char *id; /* the column's own name; NULL where it is unknown */
    char *heading;  /* as in the file, for messages */
    ehc_day *day;   /* where its date goes */
    size_t outcome; /* of COLUMN_OUTCOME: its index in the law */
    uint64_t forms[FORMS];
    uint64_t month_first;      /* dates that can only be read month first */
    uint64_t month_first_line; /* the first such */
};

/* What was left out of a column that no figure needs. */
struct audit_warning {
    uint64_t count, line; /* of the first */
    char message[160];    /* what is wrong with the first */
};

/* What the code of an outcome says. */
enum audit_code { CODE_NOT_GIVEN, CODE_YES, CODE_NO, CODE_NONE };

/* The facts of a row that are not yet in its case. */
struct audit_row {
    uint64_t line;
    bool filled;       /* a field has something in it */
    bool passed_over;  /* totals, or the headings again: it is no case */
    bool later_fields; /* there is something beyond the last heading */
    bool claims;       /* an exception is claimed */
    ehc_day closed_from, closed_to, away_from, away_to, exceptional_from, exceptional_to;
    ehc_day outcome_day[EHC_OUTCOMES_MAX];
    enum audit_code outcome[EHC_OUTCOMES_MAX];
    size_t faults;
    char fault[sizeof((struct ehc_error *)0)->message];
    char reference[NAME_ROOM], authority[NAME_ROOM], reason[REASON_ROOM];
};

/* A limit that rows are judged by. */
struct audit_measure {
    size_t measure; /* its index in the law */
    int limit, trigger, act;
    int other_limit, other_act; /* the other branch, EHC_NONE where there is none */
    bool open;                  /* judged too where the act is not done: else the step may never have been owed */
    bool kept;                  /* its dates depend on the day of its trigger alone, and are kept */
};

struct audit_group {
    struct ehc_figures figures;
    uint64_t hash, name_hash;
    char *name; /* owned; as in the figures */
    char *text; /* as in the file */
    size_t length;
    bool has_lines; /* names in it have line breaks, which count as lines of the file */
};

/* The law with the lists that its rows need. */
struct audit_law {
    struct ehc_law law;
    struct ehc_event *events;
    struct ehc_limit *limits;
    int *indexes;
    struct ehc_source *sources;
};

struct ehc_audit {
    struct ehc_audit_options options; /* its law is `own` once the headings are known */
    const struct ehc_law *law;        /* whole */
    struct audit_law own;
    struct csv_parser parser;
    bool has_parser, begun, has_headings, stopped, ended, failed;
    struct ehc_error error; /* why it stopped */
    char *head;             /* the first bytes, until there are enough of them */
    size_t head_length;
    uint64_t line; /* of the byte being read; first is 1 */
    int last_terminator;
    struct audit_column *columns;
    const struct audit_column *first_column; /* that has a heading */
    struct ehc_audit_column *looked;         /* of each column, with `look`; NULL */
    uint64_t heading_line;
    struct audit_warning *warnings; /* of each column; NULL: none */
    size_t column_count, column_room, column_at;
    size_t columns_read; /* whose fields are read: all, but none of the headings or once it has stopped */
    size_t unknown_count;
    char unknown[240]; /* the first of them, quoted */
    char unknown_hint[120];
    size_t unknown_length;
    struct ehc_error twice;       /* two columns are one */
    struct ehc_error no_headings; /* what is wrong with the rows so far, were they headings */
    size_t title_rows, title_known;
    uint64_t not_utf8_line, total_row_line; /* the first such; 0: none */
    ehc_day *days[EHC_EVENTS_MAX + 16];     /* what a row can have set */
    size_t day_count;
    bool has_more;  /* columns of spans of days, or of outcomes */
    int main_act;   /* the act of the main measure; EHC_NONE where the file has no column for it */
    int main_index; /* that measure */
    char outcome_date_id[EHC_OUTCOMES_MAX][NAME_ROOM]; /* the columns of their days */
    struct {
        int event, not_before;
        struct audit_column
            *unneeded; /* the order costs no row where one of the columns is not needed: it has the warning */
    } pairs[PAIRS_MOST];
    size_t pair_count;
    struct audit_measure judged[EHC_MEASURES_MAX];
    size_t judged_count;
    struct ehc_deadline *kept; /* deadlines to judge again, judged_count for each day of a trigger; NULL: none */
    struct ehc_deadline deadline[EHC_MEASURES_MAX]; /* of the row, where it is not one to judge again */
    ehc_day month_start[MONTHS + 1];                /* the first day of each month; one more to end the last */
    ehc_day first, last;                            /* acts that count */
    struct audit_row row;
    struct ehc_audited audited;
    struct ehc_case facts;
    struct audit_group *groups[GROUPS_MOST + 1]; /* the last is of all others */
    size_t group_count;
    struct audit_group **table;    /* by hash of the text */
    struct audit_group **names;    /* by hash of the name's letters */
    struct audit_group *latest;    /* that of the row before, often that of this one: caseloads are sorted by authority */
    struct audit_group **periods;  /* by month from YEAR_FIRST, for --by year and month */
    struct audit_group *authority; /* of the row */
    struct ehc_figures total;
    const struct ehc_figures **order;
    struct ehc_audit_result result;
};

/* ---- audit_state.c ---- */

/* Stops with an error of the file; gives false. */
bool ehc_audit_stop(struct ehc_audit *audit, uint64_t line, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void ehc_audit_out_of_memory(struct ehc_audit *audit);

/* Reports a fault of the row; `column` may be NULL. */
void ehc_audit_fault(struct ehc_audit *audit, enum ehc_fault kind, const struct audit_column *column,
                     struct ehc_error *error);

/* Counts what is left out of a column that no figure needs, and keeps the first reason. */
void ehc_audit_warn(struct ehc_audit *audit, const struct audit_column *column, const char *message);

/* Copies text as it is shown; cut where it is longer. Bytes that are not UTF-8 are read as Windows-1252, which is noted. */
void ehc_audit_copy_text(struct ehc_audit *audit, char *target, size_t room, const char *text, size_t length);

/* Line breaks inside a field that has control characters; CR LF is one. */
unsigned ehc_audit_count_breaks(const char *text, size_t length);

/* Line breaks inside a field: nearly all have none. */
static inline unsigned audit_line_breaks(const char *text, size_t length) {
    bool any = memchr(text, '\n', length) != NULL || memchr(text, '\r', length) != NULL;
    return any ? ehc_audit_count_breaks(text, length) : 0;
}

/* ---- sheet.c: what a spreadsheet makes of a CSV file ---- */

/* False, and stopped, where the first bytes are of a file that is taken for CSV and is not. */
bool ehc_audit_check_kind(struct ehc_audit *audit);

/* What separates the fields: of comma, semicolon, tab and bar the one that most of the first lines have. */
unsigned char ehc_audit_find_delimiter(const char *text, size_t length);

/* Whether the field of the first column says that the row is one of totals: it is then passed over. */
bool ehc_audit_look_for_total(struct ehc_audit *audit, const char *text, size_t length);

/* ---- figures.c: from here on each file calls only those above it ---- */

/* The group of an authority or setting by its name; NULL where memory ran out. */
struct audit_group *ehc_audit_group(struct ehc_audit *audit, const char *text, size_t length);

/* The group in which an act of the row counts. */
struct ehc_figures *ehc_audit_figures_for(struct ehc_audit *audit, ehc_day act);
bool ehc_audit_count_days(struct ehc_figures *figures, int32_t days);
bool ehc_audit_finish_figures(struct ehc_audit *audit);
void ehc_audit_free_figures(struct ehc_audit *audit);

/* ---- shorten.c ---- */

/* Takes a law without the events that have no column; false where memory ran out. */
bool ehc_audit_shorten_law(struct ehc_audit *audit, const bool has_event[EHC_EVENTS_MAX]);
void ehc_audit_free_law(struct ehc_audit *audit);

/* ---- judge.c ---- */

void ehc_audit_prepare_limits(struct ehc_audit *audit, const bool has_event[EHC_EVENTS_MAX]);
void ehc_audit_judge_row(struct ehc_audit *audit);

/* ---- values.c ---- */

/* The field of a column of dates, and of any other. */
void ehc_audit_take_day(struct ehc_audit *audit, struct audit_column *column, const char *text, size_t length);
void ehc_audit_take_value(struct ehc_audit *audit, struct audit_column *column, const char *text, size_t length);

/* ---- headings.c ---- */

void ehc_audit_take_heading(struct ehc_audit *audit, const char *text, size_t length);
bool ehc_audit_has_column(const struct ehc_audit *audit, const char *id);

/* Whether a field is the heading of its own column: files that were put together have it again. */
bool ehc_audit_is_heading(const struct audit_column *column, const char *text);

/* Whether a limit is counted from an event, or done by it. */
bool ehc_audit_uses_event(const struct ehc_law *law, int limit, int event);
void ehc_audit_drop_columns(struct ehc_audit *audit);

/* ---- columns.c ---- */

/* Takes the row that was read for the headings; false where it is a title above them. */
bool ehc_audit_end_headings(struct ehc_audit *audit);

/* With `look`: keeps one of the first values of a column. */
void ehc_audit_keep_value(struct ehc_audit *audit, size_t column, const char *text, size_t length);

/* Forgets what is of one file, before the next and at the end. */
void ehc_audit_forget_columns(struct ehc_audit *audit);

/* Stops: no row so far was one of headings. */
void ehc_audit_refuse_titles(struct ehc_audit *audit);

/* Tells of columns whose dates are not all written one way. */
void ehc_audit_report_forms(struct ehc_audit *audit);

#endif
