/* scale.h - a drawing of the report: rows of bars on a scale of days.
 *
 * Horizontal places are percentages and heights are pixels, so that it fits any width. Labels are text of the page: they
 * wrap and are never cut. */
#ifndef EHC_VIEW_SCALE_H
#define EHC_VIEW_SCALE_H

#include "view.h"

enum { SCALE_BAR_TOP = 3, SCALE_BAR = 12, SCALE_ROW = 18 };

struct scale {
    FILE *out;
    ehc_day first, last;
    int number; /* of the drawing in its page, for ids */
};

/* An empty scale. scale_reach() widens it to a day. */
struct scale scale_new(FILE *out, int number);
bool scale_is_empty(const struct scale *scale);
void scale_reach(struct scale *scale, ehc_day day);
void scale_reach_at_least(struct scale *scale, int days);
bool scale_meets(const struct scale *scale, struct ehc_span span);

/* The drawing. `title` names it for screen readers. Write its description, as HTML, between scale_begin() and
 * scale_begin_rows(). `behind` draws behind the bars of each row; it can be NULL. */
void scale_begin(const struct scale *scale, const char *title);
void scale_begin_rows(const struct scale *scale, bool in_years, ehc_day today,
                      void (*behind)(const struct scale *scale, const void *context), const void *context);
void scale_end(const struct scale *scale);

/* A row: begin it, add bars and marks, end it. */
void scale_begin_row(const struct scale *scale, const char *label);
void scale_end_row(const struct scale *scale);
void scale_bar(const struct scale *scale, const char *class, ehc_day from, ehc_day to);
void scale_mark(const struct scale *scale, const char *class, ehc_day day, const char *path);

/* The list of the shapes and what they mean. */
void scale_key(FILE *out, bool in_years);

extern const char scale_style[];

#endif
