/* report.h - the parts of the report, a file for each. */
#ifndef EHC_VIEW_REPORT_H
#define EHC_VIEW_REPORT_H

#include "view.h"

/* Whether a step is shown at all: its time runs or ran, no other step says the same, and somebody has spoken of it. */
bool report_shows(const struct ehc_judged *judged);

/* Whether a group of a history has anything to show: a step, or one that nobody has spoken of. */
bool report_shows_group(const struct ehc_judgement *judgement, size_t group);

/* ---- report_drawing.c: steps on a scale of weeks ---- */

/* Every step; of a history, those of each group in which something is late, disputed or open. */
void report_weeks(FILE *out, const struct ehc_judgement *judgement);

/* ---- report_years.c: a history on a scale of years ---- */

void report_years(FILE *out, const struct ehc_judgement *judgement);

/* ---- report_steps.c: the table ---- */

void report_steps(FILE *out, const struct ehc_judgement *judgement);

extern const char report_steps_style[];

#endif
