/* choice.h - what a letter is about: the late steps of a case that its head names. */
#ifndef EHC_LETTER_CHOICE_H
#define EHC_LETTER_CHOICE_H

#include "letter.h"

/* Goes through the deadlines that the letter's head names, in its order. Start with zeroes. */
struct letter_walk {
    const char *list;
    size_t at;
    int limit, role; /* what the present name stands for; EHC_NONE */
};

struct letter_choice {
    const struct ehc_judgement *judgement;
    const struct letter *letter;
    const struct ehc_judged **steps; /* in the order of the letter's head; room for each deadline of the judgement */
    size_t step_count;
    const struct ehc_judged *chosen; /* the first of those that are late now, else late, else disputed, else to
                                        come; NULL where there is none */
    const struct ehc_judged *round;  /* of the round that was asked for; NULL: of none */
    bool doubtful;                   /* one of them, or one left out, may be excused */
};

/* The next deadline, of any round; NULL at the end. */
const struct ehc_judged *letter_next_about(const struct letter_choice *choice, struct letter_walk *walk);

/* Chooses the steps that the case supports; those that an exception may excuse only with `anyway`. */
void letter_choose(struct letter_choice *choice, bool anyway);

/* Whether an exception was claimed for a step, and fits, does not, or cannot be said. */
bool letter_is_claim(const struct ehc_judgement *judgement, const struct ehc_judged *judged, enum ehc_answer answer,
                     const struct ehc_exception *exception);

/* Whether a day that others give is wrong, and later than the law's: an earlier one, or another reading, is nothing to write
 * about. */
bool letter_is_wrong_date(const struct ehc_judged *judged, const struct ehc_said *said);

/* Where nothing was chosen: says why, in one fault. */
enum letter_result letter_refuse(const struct letter_choice *choice, ehc_report *report, void *context);

/* ---- round.c ---- */

/* Finds the round that was asked for: a number, a year, or the day from which it runs. False, and `error` with the rounds
 * that there are, where there is no such round. */
bool letter_take_round(struct letter_choice *choice, const char *asked, struct ehc_error *error);

/* The day by which rounds are told apart: that on which what the step belongs to began. */
ehc_day letter_round_day(const struct letter_choice *choice, const struct ehc_judged *judged);

/* Whether a deadline is of the round that was asked for. */
bool letter_is_in_round(const struct letter_choice *choice, const struct ehc_judged *judged);

/* Leaves of the steps those of the latest round. */
void letter_keep_latest(struct letter_choice *choice);

/* "meeting of 3 March 2025": the round of a step. False, and nothing is written, where nothing that has a name began it. */
bool letter_round_words(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* The deadline of a limit that belongs to the round of the step that was chosen; that step itself for EHC_NONE. NULL. */
const struct ehc_judged *letter_judged_of(const struct letter_choice *choice, int limit);

/* The day of an event in that round; of an event that belongs to no round of it, its last before the next. EHC_NO_DAY where
 * it has not come. */
ehc_day letter_day_of(const struct letter_choice *choice, int event);

/* ---- lists.c ---- each gives false where there is nothing to list ---- */

bool letter_put_steps(const struct letter_choice *choice, FILE *out);
bool letter_put_own(const struct letter_choice *choice, FILE *out); /* dates of one's own */
bool letter_put_exceptions(const struct letter_choice *choice, FILE *out);
bool letter_put_they_say(const struct letter_choice *choice, FILE *out);
bool letter_put_doubts(const struct letter_choice *choice, FILE *out);

/* "educational psychologist": who owes the advice. */
const char *letter_body_words(const struct ehc_law *law, const struct ehc_deadline *deadline);

/* "63 days (9 weeks)", "65 days (9 weeks and 2 days)". Gives `text`. */
const char *letter_late_words(int days, char text[EHC_WORDS]);

#endif
