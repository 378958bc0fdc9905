/* figure_words.h - words and numbers that the views of a caseload share. Each function with a buffer gives the buffer. */
#ifndef EHC_AUDIT_VIEW_FIGURE_WORDS_H
#define EHC_AUDIT_VIEW_FIGURE_WORDS_H

#include "audit_view.h"

enum { NUMBER_ROOM = 40 };

/* "1 row", "1,234 rows": one of two sentences with {count}. */
const char *counted(uint64_t count, const char *one, const char *many, char text[EHC_WORDS]);

/* "318 rows, as at Saturday 21 November 2026. 10 rows could not be used and are in no figure." */
const char *rows_words(const struct view_of_audit *view, char text[EHC_WORDS]);

extern const char partial_words[], exception_words[];

/* "1,234" */
const char *count_words(uint64_t count, char text[NUMBER_ROOM]);

/* "45.9%"; "-" if there is nothing to count. */
const char *rate_words(uint64_t part, uint64_t whole, char text[NUMBER_ROOM]);

/* The same for a share in tenths of a per cent; "-" if negative. */
const char *percent_words(int tenths, char text[NUMBER_ROOM]);

/* Tenths as "25.7"; "-" if negative. */
const char *tenths_words(int tenths, char text[NUMBER_ROOM]);

/* Days as weeks, "20.1"; "-" if negative. */
const char *weeks_words(int32_t days, char text[NUMBER_ROOM]);

/* In tenths of a week; -1 if there is none. */
int median_tenths(const struct ehc_figures *figures);

/* "Final plan, in 20 weeks": the title of a measure. */
const char *measure_title(const struct ehc_law *law, size_t measure, char text[EHC_WORDS]);

/* "20 weeks": the time that the law gives for the main measure. */
const char *main_period(const struct ehc_law *law, char text[EHC_WORDS]);

/* "Plans issued in 2025", "Plans issued, all years" */
const char *main_heading(const struct view_of_audit *view, char text[EHC_WORDS]);

/* "England in 2025 (DfE)": the label of a published figure. */
const char *published_label(const struct view_of_audit *view, char text[EHC_WORDS]);

/* The name of the file without its folders, which are private. */
const char *caseload_name(const struct view_of_audit *view);

/* The name of a group; "(not given)" if its rows have none. */
const char *group_name(const struct ehc_figures *figures);

/* "5 to 12 weeks over", and "over_5_to_12" as a key; `band` from 0 to main.band_count. */
const char *band_words(const struct ehc_main_measure *about, size_t band, char text[EHC_WORDS]);
const char *band_key(const struct ehc_main_measure *about, size_t band, char text[NUMBER_ROOM]);

/* Steps done, without those in time and those disputed. */
uint64_t late_count(const struct ehc_kept *kept);

/* Authorities with fewer plans are not ranked. */
enum { RANKED_LEAST = 20 };

/* The order of authorities: all by name if fewer than two can be ranked. */
enum group_order { ORDER_BY_SHARE, ORDER_THEN_BY_NAME, ORDER_BY_NAME };
enum group_order order_of(const struct ehc_audit_result *result);

/* The groups to show. Authorities are sorted by their share in time without exceptions, best first; those that are not
 * ranked come after them by name. Periods are in order of time. Sets `count`. To be freed; NULL: not enough memory. */
const struct ehc_figures **ranked_groups(const struct ehc_audit_result *result, size_t *count);

/* The published figures of the year that is shown; NULL. */
const struct ehc_published *published_of(const struct view_of_audit *view);

/* The published shares of the main measure, in tenths of a per cent; -1 if not published. */
int published_rate(const struct view_of_audit *view);
int published_rate_without(const struct view_of_audit *view);

/* Notes below the figures, a line for each: how days are counted, and what the figures leave open. */
void audit_notes(const struct view_of_audit *view, ehc_line *line, void *context);

#endif
