/* audit_view.h - the figures of a caseload in, bytes out: text, JSON, CSV, a page. A view counts nothing. */
#ifndef EHC_AUDIT_VIEW_AUDIT_VIEW_H
#define EHC_AUDIT_VIEW_AUDIT_VIEW_H

#include "view/view.h"
#include <ehc/audit.h>

struct view_of_audit {
    const struct ehc_law *law;
    const char *file;
    const struct ehc_audit_result *result;
    bool partial; /* stopped before the end */
};

/* "authority", "year": what the groups are by. */
const char *by_words(enum ehc_audit_by by);

void view_audit_text(const struct view_of_audit *view, const struct page *page);
bool view_audit_json(const struct view_of_audit *view, FILE *out); /* false: not enough memory */
void view_audit_csv(const struct view_of_audit *view, FILE *out);
void view_audit_html(const struct view_of_audit *view, FILE *out);

/* A line of CSV for each row, below a line of headings; both by what the file has. */
void view_cases_heading(const struct ehc_law *law, const struct ehc_audit_result *result, FILE *out);
void view_case_line(const struct ehc_law *law, const struct ehc_audit_result *result, const struct ehc_audited *row,
                    FILE *out);

#endif
