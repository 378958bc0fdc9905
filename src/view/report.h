/* report.h - the parts of the report. Each is in its own file. */
#ifndef EHC_VIEW_REPORT_H
#define EHC_VIEW_REPORT_H

#include "view.h"

/* Whether the report shows a step: it has begun and has a last day, is needed, repeats no other step, and is not one that
 * the case says nothing about. */
bool report_shows(const struct ehc_judged *judged);

/* Whether a group has a step to show, or one that the case says nothing about. */
bool report_shows_group(const struct ehc_judgement *judgement, size_t group);

/* ---- report_drawing.c: steps on a scale of weeks ---- */

/* All steps in one drawing; in a history, a drawing for each group with a step that is late, disputed or due. */
void report_weeks(FILE *out, const struct ehc_judgement *judgement);

/* ---- report_years.c: a history on a scale of years ---- */

void report_years(FILE *out, const struct ehc_judgement *judgement);

/* ---- report_steps.c: the table ---- */

void report_steps(FILE *out, const struct ehc_judgement *judgement);

extern const char report_steps_style[];

#endif
