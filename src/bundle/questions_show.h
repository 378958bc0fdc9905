/* questions_show.h - the questions of a bundle shown instead of asked, for a person who looks for one and for a page that
 * asks them in its own way. */
#ifndef EHC_BUNDLE_QUESTIONS_SHOW_H
#define EHC_BUNDLE_QUESTIONS_SHOW_H

#include "bundle.h"

/* Each topic and its questions, with the event that an answer gives. */
void questions_show_text(const struct bundle *bundle, const struct page *page);

/* The same as JSON, ehc(1), with the events and the letters of the bundle; false where memory ran out. */
bool questions_show_json(const struct bundle *bundle, FILE *out);

#endif
