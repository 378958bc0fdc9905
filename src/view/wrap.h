/* wrap.h - lays out text in columns. */
#ifndef EHC_VIEW_WRAP_H
#define EHC_VIEW_WRAP_H

#include "view.h"

enum style { PLAIN, HEADING, WARNING };

/* Writes text, with line breaks between words, and ends the last line. The first line begins at column `first`, the others
 * at `rest`. */
void wrap_text(const struct page *page, size_t first, size_t rest, enum style style, const char *text);

/* The same, with `right` at the right edge of the last line, or on the next line if there is no room. */
void wrap_with_right(const struct page *page, size_t first, size_t rest, enum style style, const char *text,
                     const char *right);

/* Writes a label at the left edge and text beside it, from column `at` on; below it if the screen is too narrow. */
void wrap_labelled(const struct page *page, size_t at, const char *label, const char *text);

/* The columns that a text takes on a terminal. */
size_t wrap_columns(const char *text);

/* How many bytes of `text` fit in `room` columns. `columns` is set to the columns that they take. */
size_t wrap_that_fits(const char *text, size_t room, size_t *columns);

#endif
