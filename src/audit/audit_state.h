/* audit_state.h - the state that the files of the audit share.
 *
 * A caseload is read once, in pieces. Nothing of a row is kept after it is counted, so memory does not grow with the
 * number of rows: a country has a million. The same ehc_deadline_of() judges a row and a case; a last day that depends
 * only on the trigger is cached for later rows with that trigger. A hash of its name finds the group of a row. Cold paths,
 * such as reporting a fault, are marked SELDOM. */
#ifndef EHC_AUDIT_AUDIT_STATE_H
#define EHC_AUDIT_AUDIT_STATE_H

#include "lib/engine.h"
#include "util/fail.h"
#include <csv.h>
#include <ehc/audit.h>
#include <string.h>

enum {
    COLUMNS_MOST = 16384, /* as in a spreadsheet */
    FIELD_MOST = 1 << 20, /* bytes; a longer field probably has no end */
    HEAD_ROOM = 1 << 16,  /* the first bytes, which are checked before they are parsed */
    GROUPS_MOST = 2000,   /* further groups are counted as one, so that memory stays bounded */
    TABLE = 1 << 13,      /* size of the hash tables of groups */
    NAME_ROOM = 128,      /* for an authority or a reference; longer ones are cut */
    REASON_ROOM = 512,
    DATE_ROOM = 128,
    DAYS_CACHED = 1024, /* days of a trigger for which deadlines are cached */
    PAIRS_MOST = 256,   /* pairs of columns whose order the law limits */
    UNKNOWN_SHOWN = 6,  /* headings that are not known and are named */
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

/* The ways to write a date. */
enum audit_form { FORM_ISO, FORM_NUMBERS, FORM_WORDS, FORMS };

struct audit_column {
    enum audit_column_kind kind;
    bool is_year;   /* a year may be given instead of a day */
    bool unneeded;  /* no figure needs it: a fault in it does not exclude the row */
    const char *id; /* the name of the column; NULL if it is not known */
    char *heading;  /* as in the file, for messages */
    ehc_day *day;   /* where to store its date */
    size_t outcome; /* for COLUMN_OUTCOME: its index in the law */
    uint64_t forms[FORMS];
    uint64_t month_first;      /* dates that have the month before the day */
    uint64_t month_first_line; /* the line of the first one */
};

/* Cells that were ignored in a column that no figure needs. */
struct audit_warning {
    uint64_t count, line; /* `line`: of the first one */
    char message[160];    /* what is wrong with the first one */
};

/* The meaning of the code of an outcome. */
enum audit_code { CODE_NOT_GIVEN, CODE_YES, CODE_NO, CODE_NONE };

/* The facts of a row that are not in its case yet. */
struct audit_row {
    uint64_t line;
    bool filled;       /* a field is not empty */
    bool ignored;      /* a row of totals or repeated headings, which is not a case */
    bool later_fields; /* there is a field after the last heading */
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
    int other_limit, other_act; /* of the other branch; EHC_NONE if there is none */
    bool open;                  /* also judged if the act is not done; else the step may never have been required */
    bool is_cached;             /* its dates depend only on the day of its trigger, and are cached */
};

struct audit_group {
    struct ehc_figures figures;
    uint64_t hash, name_hash;
    char *name; /* owned; as in the figures */
    char *text; /* as in the file */
    size_t length;
    bool has_lines; /* its text has line breaks, which count as lines of the file */
};

/* The law with shorter lists: shorten.c. */
struct audit_law {
    struct ehc_law law;
    struct ehc_event *events;
    struct ehc_limit *limits;
    int *indexes;
    struct ehc_source *sources;
};

struct ehc_audit {
    struct ehc_audit_options options; /* its law becomes `own` when the headings are known */
    const struct ehc_law *law;        /* the whole law */
    struct audit_law own;
    struct csv_parser parser;
    bool has_parser, begun, has_headings, stopped, failed;
    struct ehc_error error; /* why it stopped */
    char *head;             /* the first bytes, collected until HEAD_ROOM is full */
    size_t head_length;
    uint64_t line; /* the current line; the first is 1 */
    int last_terminator;
    struct audit_column *columns;
    const struct audit_column *first_column; /* the first one that has a heading */
    struct ehc_audit_column *looked;         /* for each column, with `look`; else NULL */
    uint64_t heading_line;
    struct audit_warning *warnings; /* for each column; NULL: none */
    size_t column_count, column_room, column_at;
    size_t columns_read; /* columns whose fields are read: all; 0 in the row of headings and after a stop */
    size_t unknown_count;
    char unknown[240]; /* the first unknown headings, quoted */
    char unknown_hint[120];
    size_t unknown_length;
    struct ehc_error twice;       /* set if two columns have the same meaning */
    struct ehc_error no_headings; /* why the rows so far are not the headings */
    size_t title_rows, title_known;
    uint64_t not_utf8_line, total_row_line; /* the first one; 0: none */
    ehc_day *days[EHC_EVENTS_MAX + 16];     /* the dates that a row can set */
    size_t day_count;
    bool has_more;  /* there are columns of periods or of outcomes */
    int main_act;   /* the act of the main measure; EHC_NONE if the file has no column for it */
    int main_index; /* the index of the main measure */
    char outcome_date_id[EHC_OUTCOMES_MAX][NAME_ROOM]; /* the ids of the columns with the days of outcomes */
    struct {
        int event, not_before;
        struct audit_column
            *unneeded; /* if not NULL, a wrong order is only a warning of this column, which no figure needs */
    } pairs[PAIRS_MOST];
    size_t pair_count;
    struct audit_measure judged[EHC_MEASURES_MAX];
    size_t judged_count;
    struct ehc_deadline *cache; /* cached deadlines, judged_count for each day of a trigger; NULL: none */
    struct ehc_deadline deadline[EHC_MEASURES_MAX]; /* of the row, if it is not cached */
    ehc_day month_start[MONTHS + 1];                /* the first day of each month, and the day after the last month */
    ehc_day first, last;                            /* only acts between these days count */
    struct audit_row row;
    struct ehc_audited audited;
    struct ehc_case facts;
    struct audit_group *groups[GROUPS_MOST + 1]; /* the last one is for all further groups */
    size_t group_count;
    struct audit_group **table;    /* by hash of the text */
    struct audit_group **names;    /* by hash of the letters of the name */
    struct audit_group *latest;    /* the group of the row before: caseloads are often sorted by authority */
    struct audit_group **periods;  /* by month from YEAR_FIRST, for --by year and month */
    struct audit_group *authority; /* of the row */
    struct ehc_figures total;
    const struct ehc_figures **order;
    struct ehc_audit_result result;
};

/* ---- audit_state.c ---- */

/* Stops with an error about the file. Gives false. */
bool ehc_audit_stop(struct ehc_audit *audit, uint64_t line, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void ehc_audit_out_of_memory(struct ehc_audit *audit);

/* Reports a fault in the row. `column` may be NULL. */
void ehc_audit_fault(struct ehc_audit *audit, enum ehc_fault kind, const struct audit_column *column,
                     struct ehc_error *error);

/* Counts an ignored cell of a column that no figure needs, and keeps the first message. */
void ehc_audit_warn(struct ehc_audit *audit, const struct audit_column *column, const char *message);

/* Copies text in the form in which it is shown (shown.h), cut to `room`. Reads bytes that are not UTF-8 as Windows-1252,
 * and notes the line. */
void ehc_audit_copy_text(struct ehc_audit *audit, char *target, size_t room, const char *text, size_t length);

/* Cold path of audit_line_breaks(). CR LF counts as one. */
unsigned ehc_audit_count_breaks(const char *text, size_t length);

/* Counts the line breaks inside a field. Nearly all fields have none. */
static inline unsigned audit_line_breaks(const char *text, size_t length) {
    bool any = memchr(text, '\n', length) != NULL || memchr(text, '\r', length) != NULL;
    return any ? ehc_audit_count_breaks(text, length) : 0;
}

/* ---- sheet.c: properties of CSV files from spreadsheets ---- */

/* False, after a stop, if the first bytes show that the file is not CSV. */
bool ehc_audit_check_kind(struct ehc_audit *audit);

/* The delimiter: comma, semicolon, tab or bar, whichever most of the first lines have. */
unsigned char ehc_audit_find_delimiter(const char *text, size_t length);

/* Whether the field of the first column shows that the row has totals: the row is then ignored. */
bool ehc_audit_look_for_total(struct ehc_audit *audit, const char *text, size_t length);

/* ---- figures.c: from here on each file calls only those above it ---- */

/* The group of an authority or setting, by name. NULL if memory ran out. */
struct audit_group *ehc_audit_group(struct ehc_audit *audit, const char *text, size_t length);

/* The figures in which an act of the row counts. */
struct ehc_figures *ehc_audit_figures_for(struct ehc_audit *audit, ehc_day act);
bool ehc_audit_count_days(struct ehc_figures *figures, int32_t days);
bool ehc_audit_finish_figures(struct ehc_audit *audit);
void ehc_audit_free_figures(struct ehc_audit *audit);

/* ---- shorten.c ---- */

/* Uses a law without the events that have no column. False if memory ran out. */
bool ehc_audit_shorten_law(struct ehc_audit *audit, const bool has_event[EHC_EVENTS_MAX]);
void ehc_audit_free_law(struct ehc_audit *audit);

/* ---- judge.c ---- */

void ehc_audit_prepare_limits(struct ehc_audit *audit, const bool has_event[EHC_EVENTS_MAX]);
void ehc_audit_judge_row(struct ehc_audit *audit);

/* ---- values.c ---- */

/* Take a field: the first for a column of dates, the second for any other column. */
void ehc_audit_take_day(struct ehc_audit *audit, struct audit_column *column, const char *text, size_t length);
void ehc_audit_take_value(struct ehc_audit *audit, struct audit_column *column, const char *text, size_t length);

/* ---- headings.c ---- */

void ehc_audit_take_heading(struct ehc_audit *audit, const char *text, size_t length);
bool ehc_audit_has_column(const struct ehc_audit *audit, const char *id);

/* Whether a field repeats the heading of its column, as in files that were joined. */
bool ehc_audit_is_heading(const struct audit_column *column, const char *text);

/* Whether an event is a trigger or an act of a limit. */
bool ehc_audit_uses_event(const struct ehc_law *law, int limit, int event);
void ehc_audit_drop_columns(struct ehc_audit *audit);

/* ---- columns.c ---- */

/* Takes the row just read as the headings. False if it is a title above them. */
bool ehc_audit_end_headings(struct ehc_audit *audit);

/* With `look`: keeps a value of a column, if it is one of its first few. */
void ehc_audit_keep_value(struct ehc_audit *audit, size_t column, const char *text, size_t length);

/* Frees what belongs to one file, before the next file and at the end. */
void ehc_audit_forget_columns(struct ehc_audit *audit);

/* Stops because no row so far has the headings. */
void ehc_audit_refuse_titles(struct ehc_audit *audit);

/* Reports columns with dates written in several ways, and the other notices of a file. */
void ehc_audit_report_forms(struct ehc_audit *audit);

#endif
