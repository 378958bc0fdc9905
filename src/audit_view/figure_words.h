/* figure_words.h - what the views of a caseload share: words and numbers. */
#ifndef EHC_AUDIT_VIEW_FIGURE_WORDS_H
#define EHC_AUDIT_VIEW_FIGURE_WORDS_H

#include "audit_view.h"

enum { NUMBER_ROOM = 40 };

/* "1,234". Gives `text`; so below. */
const char *count_words(uint64_t count, char text[NUMBER_ROOM]);

/* "45.9%"; "-" where there is nothing to count. */
const char *rate_words(uint64_t part, uint64_t whole, char text[NUMBER_ROOM]);

/* The same of a share in tenths of a per cent. */
const char *percent_words(int tenths, char text[NUMBER_ROOM]);

/* Tenths as "25.7"; "-" where negative. */
const char *tenths_words(int tenths, char text[NUMBER_ROOM]);

/* Weeks of a number of days, "20.1"; "-" where negative. */
const char *weeks_words(int32_t days, char text[NUMBER_ROOM]);
int median_tenths(const struct ehc_figures *figures);

/* "Final plan, in 20 weeks": a measure as a report calls it. */
const char *measure_title(const struct ehc_law *law, size_t measure, char text[EHC_WORDS]);

/* "20 weeks": the time of the main measure, which the law has. */
const char *main_period(const struct ehc_law *law, char text[EHC_WORDS]);

/* "Plans issued in 2025", "Plans issued, all years" */
const char *main_heading(const struct view_of_audit *view, char text[EHC_WORDS]);

/* "Plans": a word of the law with a capital. */
const char *with_capital(const char *word, char text[EHC_WORDS]);

/* "England in 2025 (DfE)"; the words beside a published figure. */
const char *published_label(const struct view_of_audit *view, char text[EHC_WORDS]);

/* The name of the file without its folders, which are nobody else's business. */
const char *caseload_name(const struct view_of_audit *view);

/* A group's name, "(not given)" where rows do not say. */
const char *group_name(const struct ehc_figures *figures);

/* "5 to 12 weeks over", and "over_5_to_12" as a key; `band` up to and with main.band_count. */
const char *band_words(const struct ehc_main_measure *about, size_t band, char text[EHC_WORDS]);
const char *band_key(const struct ehc_main_measure *about, size_t band, char text[NUMBER_ROOM]);

/* Done and neither in time nor disputed. */
uint64_t late_count(const struct ehc_kept *kept);

/* Whether a group has anything in it. */
bool has_anything(const struct ehc_figures *figures);

/* Authorities of fewer plans than these are not ranked. */
enum { RANKED_LEAST = 20 };

/* How authorities are ordered: where fewer than two can be ranked, all by name. */
enum group_order { ORDER_BY_SHARE, ORDER_THEN_BY_NAME, ORDER_BY_NAME };
enum group_order order_of(const struct ehc_audit_result *result);

/* The groups to show: authorities by their share in time without exceptions, the best first, those that are not ranked after
 * them by name; periods in order. To be freed; NULL where memory ran out. `count` is set. */
const struct ehc_figures **ranked_groups(const struct ehc_audit_result *result, size_t *count);

/* The published figures of the year that is looked at; NULL. */
const struct ehc_published *published_of(const struct view_of_audit *view);

/* The main measure's published shares, in tenths of a per cent; -1 where not published. */
int published_rate(const struct view_of_audit *view);
int published_rate_without(const struct view_of_audit *view);

/* How days are counted, and what the figures leave open: a line for each. */
void audit_notes(const struct view_of_audit *view, ehc_line *line, void *context);

#endif
