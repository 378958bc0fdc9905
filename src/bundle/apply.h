/* apply.h - adds one answer of `ehc ask` to a case. */
#ifndef EHC_BUNDLE_APPLY_H
#define EHC_BUNDLE_APPLY_H

#include "questions.h"
#include <ehc/case.h>
#include <ehc/explain.h>

/* Adds an answer to a case, which borrows the text. `event` is the event that it gives, or NULL. False, with `error`, if
 * the answer is wrong. */
bool apply_answer(const struct ehc_law *law, const struct question *question, const char *event, const char *text,
                  struct ehc_case *facts, struct ehc_error *error);

/* The choice that an answer takes: by its number, its value, or words that are in only one choice. An adviser can also be
 * named by the words that the law knows. NULL if there is none. */
const struct question_choice *apply_choice(const struct ehc_law *law, const struct question *question, const char *text);

/* The meaning of an answer in words, with dates in full; the text itself if it is wrong. Gives `words`. */
const char *apply_words(const struct ehc_law *law, const struct question *question, const char *event, const char *text,
                        char words[EHC_WORDS]);

#endif
