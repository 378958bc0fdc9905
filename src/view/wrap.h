/* wrap.h - text laid out in columns. */
#ifndef EHC_VIEW_WRAP_H
#define EHC_VIEW_WRAP_H

#include "view.h"

enum style { PLAIN, HEADING, WARNING };

/* Writes text, broken between words where it would pass the page's width; the first line begins at column `first`, the
 * others at `rest`. Ends the line. */
void wrap_text(const struct page *page, size_t first, size_t rest, enum style style, const char *text);

/* The same with `right` at the right edge of the last line, or of a line of its own where there is no room. */
void wrap_with_right(const struct page *page, size_t first, size_t rest, enum style style, const char *text,
                     const char *right);

/* A label at the left edge and text beside it from column `at` on. */
void wrap_labelled(const struct page *page, size_t at, const char *label, const char *text);

/* Columns of a text on a terminal, as it is shown. */
size_t wrap_columns(const char *text);

/* The bytes at its start that fit in `room` columns; `columns` is set to how many they take. */
size_t wrap_that_fits(const char *text, size_t room, size_t *columns);

#endif
