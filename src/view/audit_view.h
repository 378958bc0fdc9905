/* audit_view.h - what the views of a caseload share: words and numbers. */
#ifndef EHC_VIEW_AUDIT_VIEW_H
#define EHC_VIEW_AUDIT_VIEW_H

#include "view.h"

enum { NUMBER_ROOM = 40 };

/* "1,234". Gives `text`; so below. */
const char *count_words(uint64_t count, char text[NUMBER_ROOM]);

/* "45.9%"; "-" where there is nothing to count. */
const char *rate_words(uint64_t part, uint64_t whole, char text[NUMBER_ROOM]);

/* Tenths as "25.7"; "-" where negative. */
const char *tenths_words(int tenths, char text[NUMBER_ROOM]);

/* Weeks of a number of days, "20.1"; "-" where negative. */
const char *weeks_words(int32_t days, char text[NUMBER_ROOM]);
int median_tenths(const struct ehc_figures *figures);

/* "Final plan", "within 20 weeks": a measure as a report calls it; `law` decides how long. */
const char *measure_title(const struct ehc_law *law, enum ehc_measure measure, char text[EHC_WORDS]);

/* The name of the file without its folders, which are nobody else's business. */
const char *caseload_name(const struct view_of_audit *view);

/* A group's name, "(not given)" where rows do not say. */
const char *group_name(const struct ehc_figures *figures);
const char *band_words(enum ehc_band band);

/* Done and neither in time nor disputed. */
uint64_t late_count(const struct ehc_kept *kept);

/* Whether a group has anything in it. */
bool has_anything(const struct ehc_figures *figures);

/* The groups to show: authorities by their share in 20 weeks without exceptions, the best first; periods in order. To be
 * freed; NULL where memory ran out. `count` is set. */
const struct ehc_figures **ranked_groups(const struct ehc_audit_result *result, size_t *count);

/* The published figures of the year that is looked at; NULL. */
const struct ehc_national *national_of(const struct view_of_audit *view);

/* How days are counted, and what the figures leave open: a line for each. */
void audit_notes(const struct view_of_audit *view, ehc_line *line, void *context);

/* Text as a cell of CSV: never a formula, in quotation marks where it needs them. */
void put_csv_text(FILE *out, const char *text);

#endif
