/* table.h - the parts of the page of a caseload. */
#ifndef EHC_AUDIT_VIEW_TABLE_H
#define EHC_AUDIT_VIEW_TABLE_H

#include "figure_words.h"

/* The heading of a column that a narrow screen leaves out; the column before it has the figure. */
#define TABLE_BAR "As a bar"

/* A table with a caption and headings, in a box that scrolls on a narrow screen. */
void html_begin_table(FILE *out, const char *caption, const char *const *headings, size_t count);
void html_begin_row(FILE *out, const char *heading);
void html_put_cell(FILE *out, const char *text); /* not escaped: numbers only */
void html_put_text(FILE *out, const char *text); /* escaped: text of the file */
void html_put_count(FILE *out, uint64_t count);
void html_put_rate(FILE *out, uint64_t part, uint64_t whole);
void html_end_row(FILE *out);
void html_end_table(FILE *out);

/* Totals below the rows, instead of the end of the table. */
void html_begin_totals(FILE *out);
void html_end_totals(FILE *out);

/* Tables of the rows that are late by most days, and of those that could not be used. */
void html_put_latest(const struct view_of_audit *view, FILE *out);
void html_put_faulty(const struct view_of_audit *view, FILE *out);

/* A histogram of weeks with a line at the limit. */
void html_put_spread(const struct view_of_audit *view, FILE *out);

#endif
