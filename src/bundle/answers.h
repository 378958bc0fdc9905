/* answers.h - the answers to the questions of a bundle, and the case that they come to.
 *
 * A question with `again` is asked in rounds: 0, 1, 2 ..., and the questions `with` it in each of them. What is asked in a
 * round hangs on the answers of that round, and on those of no other round of these questions. */
#ifndef EHC_BUNDLE_ANSWERS_H
#define EHC_BUNDLE_ANSWERS_H

#include "questions.h"
#include <ehc/case.h>
#include <ehc/explain.h>

enum { ANSWER_ROOM = 1000, ANSWERS_MOST = 400, ROUNDS_MOST = 40 };

/* A question and its round: 0 where it is asked once. */
struct asked {
    size_t question;
    unsigned round;
};

struct answer {
    struct asked of;
    char text[ANSWER_ROOM];
};

/* What has been answered. About 400 KB: not for the stack. */
struct answers {
    const struct ehc_law *law;
    const struct questions *questions;
    unsigned topics; /* bits 1 << index of the topic */
    struct answer list[ANSWERS_MOST];
    size_t count;
};

/* The text of an answer; "" where there is none. */
const char *answers_text(const struct answers *answers, struct asked asked);

/* The case that all answers come to; it borrows their text. Answers to questions that are no longer asked are left out. */
void answers_to_case(const struct answers *answers, struct ehc_case *facts);

/* Moves on from a question, or from the beginning (NULL), to the next that is asked, by the answers before it; false where
 * there is none. */
bool answers_next(const struct answers *answers, const struct asked *from, struct asked *next);

/* Takes an answer ("" takes it away); false, `error`, and nothing taken where it cannot be. */
bool answers_take(struct answers *answers, struct asked asked, const char *text, struct ehc_error *error);

/* What an answer means, with dates in full. Gives `words`. */
const char *answers_words(const struct answers *answers, struct asked asked, char words[EHC_WORDS]);

/* The last day that an answer gives an event; EHC_NO_DAY where it gives none. */
ehc_day answers_day(const struct answers *answers, struct asked asked);

/* The choice that was taken; NULL where the question offers none, or none was. */
const struct question_choice *answers_choice(const struct answers *answers, struct asked asked);

/* What the round of a question is about: the answer to the question it goes with. "" where it goes with none, or has only
 * one round so far. Gives `words`. */
const char *answers_about(const struct answers *answers, struct asked asked, char words[EHC_WORDS]);

bool answers_any(const struct answers *answers);

#endif
