/* answers.h - the answers to the questions of a bundle, and the case that they come to. */
#ifndef EHC_BUNDLE_ANSWERS_H
#define EHC_BUNDLE_ANSWERS_H

#include "questions.h"
#include <ehc/case.h>
#include <ehc/explain.h>

enum { ANSWER_ROOM = 1000 };

/* What has been answered, a text for each question; "" where there is none. */
struct answers {
    const struct ehc_law *law;
    const struct questions *questions;
    unsigned topics; /* bits 1 << index of the topic */
    char text[QUESTIONS_MOST][ANSWER_ROOM];
};

/* The case that the answers before question `until` come to; it borrows their text. Answers to questions that are no longer
 * asked are left out. */
void answers_to_case(const struct answers *answers, size_t until, struct ehc_case *facts);

/* Whether the question is asked, by the answers before it. */
bool answers_ask(const struct answers *answers, size_t question);

/* Takes an answer; false, `error`, and nothing taken where it cannot be. */
bool answers_take(struct answers *answers, size_t question, const char *text, struct ehc_error *error);

/* What an answer means, with dates in full. Gives `words`. */
const char *answers_words(const struct answers *answers, size_t question, char words[EHC_WORDS]);

bool answers_any(const struct answers *answers);

#endif
