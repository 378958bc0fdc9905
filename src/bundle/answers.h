/* answers.h - the answers to the questions of a bundle, and the case that they make.
 *
 * A question with `again` is asked in rounds: 0, 1, 2 ... The questions `with` it are asked in each round. Which of them
 * are asked depends only on the answers of the same round. */
#ifndef EHC_BUNDLE_ANSWERS_H
#define EHC_BUNDLE_ANSWERS_H

#include "questions.h"
#include <ehc/case.h>
#include <ehc/explain.h>

enum { ANSWER_ROOM = 1000, ANSWERS_MOST = 400, ROUNDS_MOST = 40 };

/* A question and its round: 0 if it is asked only once. */
struct asked {
    size_t question;
    unsigned round;
};

struct answer {
    struct asked of;
    char text[ANSWER_ROOM];
};

/* All answers. About 400 KB: do not put it on the stack. */
struct answers {
    const struct ehc_law *law;
    const struct questions *questions;
    unsigned topics; /* bits 1 << index of the topic */
    struct answer list[ANSWERS_MOST];
    size_t count;
};

/* The text of an answer; "" if there is none. */
const char *answers_text(const struct answers *answers, struct asked asked);

/* Makes the case of all answers; it borrows their text. Leaves out answers to questions that are no longer asked. */
void answers_to_case(const struct answers *answers, struct ehc_case *facts);

/* Finds the next question to ask after `from` (NULL: from the beginning), according to the answers before it. False if
 * there is none. */
bool answers_next(const struct answers *answers, const struct asked *from, struct asked *next);

/* Takes an answer ("" removes it). False, with `error`, if it is wrong: nothing has changed then. */
bool answers_take(struct answers *answers, struct asked asked, const char *text, struct ehc_error *error);

/* The meaning of an answer in words, with dates in full. Gives `words`. */
const char *answers_words(const struct answers *answers, struct asked asked, char words[EHC_WORDS]);

/* The last day that an answer gives for an event; EHC_NO_DAY if it gives none. */
ehc_day answers_day(const struct answers *answers, struct asked asked);

/* The choice that was taken, or NULL. */
const struct question_choice *answers_choice(const struct answers *answers, struct asked asked);

/* What the round of a question is about: the answer to the question of its `with`. "" if it has no `with`, or only one
 * round so far. Gives `words`. */
const char *answers_about(const struct answers *answers, struct asked asked, char words[EHC_WORDS]);

bool answers_any(const struct answers *answers);

#endif
