/* questions_show.h - lists the questions of a bundle without asking them: for people, and as JSON for a page that asks
 * them itself. */
#ifndef EHC_BUNDLE_QUESTIONS_SHOW_H
#define EHC_BUNDLE_QUESTIONS_SHOW_H

#include "bundle.h"

/* Lists each topic and its questions, with the event that an answer gives. */
void questions_show_text(const struct bundle *bundle, const struct page *page);

/* The same as JSON, which ehc(1) describes, with the events and letters of the bundle. False if memory ran out. */
bool questions_show_json(const struct bundle *bundle, FILE *out);

#endif
