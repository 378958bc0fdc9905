/* audit_view.h - writes the figures of a caseload as text, JSON, CSV or a page. A view counts nothing. */
#ifndef EHC_AUDIT_VIEW_AUDIT_VIEW_H
#define EHC_AUDIT_VIEW_AUDIT_VIEW_H

#include "view/view.h"
#include <ehc/audit.h>

enum { NAMED_ROWS = 10, NAMED_TEXT = 128, NAMED_REASON = 320 };

/* A row that the page lists by name. */
struct named_row {
    uint64_t line;
    char file[NAMED_TEXT]; /* "" if there is only one file */
    char reference[NAMED_TEXT], authority[NAMED_TEXT];
    char reason[NAMED_REASON];
    int days; /* late by */
};

/* The rows that are late by most days, worst first, and the first rows that could not be used. */
struct named_rows {
    struct named_row late[NAMED_ROWS], faulty[NAMED_ROWS];
    size_t late_count, faulty_count;
    uint64_t all_late;
};

/* Keeps a row if it is one of them. `file` may be NULL; `year` as in struct ehc_audit_options. */
void named_rows_take(struct named_rows *named, const struct ehc_audited *row, const char *file, int year);

struct view_of_audit {
    const struct ehc_law *law;
    const char *file;
    const struct ehc_audit_result *result;
    bool partial;                   /* the audit stopped before the end of the file */
    const struct named_rows *named; /* for the page; NULL */
};

/* "authority", "year": what the rows are grouped by. */
const char *by_words(enum ehc_audit_by by);

void view_audit_text(const struct view_of_audit *view, const struct page *page);
bool view_audit_json(const struct view_of_audit *view, FILE *out); /* false: not enough memory */
void view_audit_csv(const struct view_of_audit *view, FILE *out);
void view_audit_html(const struct view_of_audit *view, FILE *out);

/* The headings of a CSV file, and a line for each row; their columns follow `result`. `file`: NULL if there is only one. */
void view_cases_heading(const struct ehc_law *law, const struct ehc_audit_result *result, bool has_file, FILE *out);
void view_case_line(const struct ehc_law *law, const struct ehc_audit_result *result, const struct ehc_audited *row,
                    const char *file, FILE *out);

/* What the columns of a file are taken for. */
struct view_of_columns {
    const char *file;
    const struct ehc_audit_column *columns;
    size_t count;
    uint64_t line; /* of the headings */
};

void view_audit_columns(const struct ehc_law *law, const struct view_of_columns *files, size_t count,
                        const struct page *page);
bool view_audit_columns_json(const struct view_of_columns *files, size_t count, FILE *out); /* false: not enough memory */

#endif
