/* view.h - shows a finished judgement. A view works nothing out and asks the user nothing. */
#ifndef EHC_VIEW_VIEW_H
#define EHC_VIEW_VIEW_H

#include <ehc/explain.h>
#include <ehc/judgement.h>
#include <stdio.h>

/* Where text goes, and how. */
struct page {
    FILE *out;
    size_t width; /* columns, 30 or more */
    bool colour;
};

/* ---- text ---- */

void view_explain_text(const struct ehc_judgement *judgement, const struct page *page);
/* A duty for which the law names no number. */
void view_no_number_text(const struct ehc_law *law, const struct ehc_no_number *row, const struct page *page);
/* The limits of a route; EHC_NONE: of all routes. */
void view_limits_text(const struct ehc_law *law, int route, const struct page *page);
void view_events_text(const struct ehc_law *law, const struct page *page);

/* `verbose` adds a note on the law of each step, and why a step is not needed. */
void view_check_text(const struct ehc_judgement *judgement, bool verbose, const struct page *page);

struct view_check_total {
    size_t cases;
    size_t results[EHC_RESULTS]; /* cases with each result */
    size_t refused;              /* files that could not be used */
};
/* One line for a case of several, and the total. */
void view_check_line(const struct ehc_judgement *judgement, const struct page *page);
void view_check_total(const struct view_check_total *total, const struct page *page);

/* ---- JSON: false if there is not enough memory ---- */

bool view_timeline_json(const struct ehc_judgement *judgement, FILE *out);
bool view_explain_json(const struct ehc_judgement *judgement, FILE *out);
bool view_no_number_json(const struct ehc_law *law, const struct ehc_no_number *row, FILE *out);
bool view_limits_json(const struct ehc_law *law, int route, FILE *out);
bool view_events_json(const struct ehc_law *law, FILE *out);

/* A check takes its cases one after the other. `several` writes them as an array with a total, else one case is one object.
 * view_check_json_begin() gives NULL if there is not enough memory; view_check_json_end() frees it. */
struct view_check_json;
struct view_check_json *view_check_json_begin(const struct ehc_law *law, ehc_day as_at, bool several);
void view_check_json_add(struct view_check_json *json, const struct ehc_judgement *judgement);
bool view_check_json_end(struct view_check_json *json, const struct view_check_total *total, FILE *out);

/* ---- HTML ---- */

/* The report: one page that needs no other file. */
void view_report_html(const struct ehc_judgement *judgement, FILE *out);

#endif
