/* choice.h - what a letter is about: the late steps of a case that its head names. */
#ifndef EHC_LETTER_CHOICE_H
#define EHC_LETTER_CHOICE_H

#include "letter.h"

struct letter_choice {
    const struct ehc_judgement *judgement;
    const struct letter *letter;
    const struct ehc_judged **steps; /* in the order of the letter's head; room for each deadline of the judgement */
    size_t step_count;
    const struct ehc_judged *chosen; /* the first overdue one, else the first; NULL where there is none */
    bool doubtful;                   /* one of them, or one left out, may be excused */
};

/* Chooses the steps that the case supports; those that an exception may excuse only with `anyway`. */
void letter_choose(struct letter_choice *choice, bool anyway);

/* Whether an exception was claimed for a step, and fits, does not, or cannot be said. */
bool letter_is_claim(const struct ehc_judgement *judgement, const struct ehc_judged *judged, enum ehc_answer answer,
                     const struct ehc_exception *exception);

/* Where nothing was chosen: says why, in one fault. */
enum letter_result letter_refuse(const struct letter_choice *choice, ehc_report *report, void *context);

/* ---- lists.c ---- each gives false where there is nothing to list ---- */

bool letter_put_steps(const struct letter_choice *choice, FILE *out);
bool letter_put_exceptions(const struct letter_choice *choice, FILE *out);
bool letter_put_doubts(const struct letter_choice *choice, FILE *out);

/* "educational psychologist": who owes the advice. */
const char *letter_body_words(const struct ehc_law *law, const struct ehc_deadline *deadline);

/* "63 days (9 weeks)", "65 days (9 weeks and 2 days)". Gives `text`. */
const char *letter_late_words(int days, char text[EHC_WORDS]);

#endif
