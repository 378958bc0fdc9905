/* choice.h - chooses the late steps of a case that a letter is about, among those that its head names. */
#ifndef EHC_LETTER_CHOICE_H
#define EHC_LETTER_CHOICE_H

#include "letter.h"

/* Iterates over the deadlines that the head of a letter names, in the order of the head. Start with { 0 }. */
struct letter_walk {
    const char *list;
    size_t at;
    int limit, role; /* meaning of the present name: one of them is EHC_NONE */
};

struct letter_choice {
    const struct ehc_judgement *judgement;
    const struct letter *letter;
    const struct ehc_judged **steps; /* in the order of the head; room for each deadline of the judgement */
    size_t step_count;
    const struct ehc_judged *chosen;   /* the first step that is late now; else the first that was late; else disputed; else
                                          to come; NULL: there is none */
    const struct ehc_judged *round;    /* a deadline of the round that was asked for; NULL: no round was asked for */
    bool doubtful;                     /* an exception may excuse one of the steps, or one that was left out */
    size_t left_out_count;             /* steps that were left out because an exception may excuse them */
    const struct ehc_judged *left_out; /* the first of them */
};

/* The next deadline of any round; NULL at the end. */
const struct ehc_judged *letter_next_about(const struct letter_choice *choice, struct letter_walk *walk);

/* Chooses the steps that the case supports. A step that an exception may excuse is chosen only with `anyway`. */
void letter_choose(struct letter_choice *choice, bool anyway);

/* Whether an exception is claimed for a duty with this answer: it fits, it does not fit, or that is not known. */
bool letter_is_claim(const struct ehc_judgement *judgement, const struct ehc_judged *judged, enum ehc_answer answer,
                     const struct ehc_exception *exception);

/* Whether a last day that others give is wrong and later than the last day in law. No letter is needed about an earlier day,
 * or about another reading. */
bool letter_is_wrong_date(const struct ehc_judged *judged, const struct ehc_said *said);

/* The day that distinguishes the round of a step from other rounds: the day on which the round began. */
ehc_day letter_round_day(const struct letter_choice *choice, const struct ehc_judged *judged);

/* If nothing was chosen, reports why, in one fault. */
enum letter_result letter_refuse(const struct letter_choice *choice, ehc_report *report, void *context);

/* ---- round.c ---- */

/* Finds the round that was asked for: a number, a year, or the day from which it runs. If there is no such round: false, and
 * `error` names the rounds that there are. */
bool letter_take_round(struct letter_choice *choice, const char *asked, struct ehc_error *error);

/* "meeting of 3 March 2025": the round of a step. False, without text, if the event that began it has no name. */
bool letter_round_words(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* The deadline of a limit in the round of the chosen step, or NULL; the chosen step itself for EHC_NONE. */
const struct ehc_judged *letter_judged_of(const struct letter_choice *choice, int limit);

/* The day of an event in the round of the chosen step. For an event outside the route, its last day before the next round.
 * EHC_NO_DAY if the day has not come. */
ehc_day letter_day_of(const struct letter_choice *choice, int event);

/* ---- lists.c: each gives false if there is nothing to list ---- */

bool letter_put_steps(const struct letter_choice *choice, FILE *out);
bool letter_put_own(const struct letter_choice *choice, FILE *out); /* own dates */
bool letter_put_exceptions(const struct letter_choice *choice, FILE *out);
bool letter_put_they_say(const struct letter_choice *choice, FILE *out);
bool letter_put_doubts(const struct letter_choice *choice, FILE *out);

/* "educational psychologist": who must give the advice; for another step, who acts. */
const char *letter_body_words(const struct ehc_law *law, const struct ehc_deadline *deadline);

/* "63 days (9 weeks)", "65 days (9 weeks and 2 days)". Gives `text`. */
const char *letter_late_words(int days, char text[EHC_WORDS]);

#endif
