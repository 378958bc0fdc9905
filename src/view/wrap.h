/* wrap.h - text laid out in columns. */
#ifndef EHC_VIEW_WRAP_H
#define EHC_VIEW_WRAP_H

#include "view.h"

enum style { PLAIN, HEADING, WARNING };

/* Writes text, broken between words where it would pass the page's width; the first line begins at column `first`, the
 * others at `rest`. Control characters and broken UTF-8 are shown as '?'. Ends the line. */
void put_wrapped(const struct page *page, size_t first, size_t rest, enum style style, const char *text);

/* The same with `right` at the right edge of the last line, or of a line of its own where there is no room. */
void put_with_right(const struct page *page, size_t first, size_t rest, enum style style, const char *text,
                    const char *right);

/* A label at the left edge and text beside it from column `at` on. */
void put_labelled(const struct page *page, size_t at, const char *label, const char *text);

/* Columns of a text: its characters, each taken as one wide. */
size_t text_columns(const char *text);

#endif
