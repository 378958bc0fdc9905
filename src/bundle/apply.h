/* apply.h - what one answer of `ehc ask` adds to a case. */
#ifndef EHC_BUNDLE_APPLY_H
#define EHC_BUNDLE_APPLY_H

#include "questions.h"
#include <ehc/case.h>
#include <ehc/explain.h>

/* Adds what an answer says to a case, which borrows the text. `event` is the event that it gives; NULL where it gives none.
 * False, and `error`, where it cannot be read or cannot be. */
bool apply_answer(const struct ehc_law *law, const struct question *question, const char *event, const char *text,
                  struct ehc_case *facts, struct ehc_error *error);

/* The choice that an answer takes: by its number, what it gives, or words that stand in one of them only; one who is asked
 * for advice by the words that the law knows, too. NULL where it takes none. */
const struct question_choice *apply_choice(const struct ehc_law *law, const struct question *question, const char *text);

/* What it means, with dates in full; the text itself where it cannot be read. Gives `words`. */
const char *apply_words(const struct ehc_law *law, const struct question *question, const char *event, const char *text,
                        char words[EHC_WORDS]);

#endif
