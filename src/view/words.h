/* words.h - sentences about a deadline, the same for every view.
 *
 * A function writes to `text`, which has room for EHC_WORDS bytes, and cuts what does not fit. One that gives a string gives
 * `text`. One that gives a bool gives false if there is nothing to say; `text` is then not to be used.
 */
#ifndef EHC_VIEW_WORDS_H
#define EHC_VIEW_WORDS_H

#include "view.h"
#include <ehc/judgement.h>

/* ---- pieces ---- */

/* Adds to a text. */
void words_append(char text[EHC_WORDS], const char *more);

/* Adds " (more)"; nothing if `more` is NULL or "". */
void words_add_in_brackets(char text[EHC_WORDS], const char *more);

/* What ends the text as a sentence: "."; "" after a question. */
const char *words_full_stop(const char *text);

/* The same days in weeks, to stand behind them: " (9 weeks)", " (over 9 weeks)"; "" under 14 days. */
enum { WORDS_WEEKS = 64 };
const char *words_weeks(int days, char text[WORDS_WEEKS]);

/* "1 case", "3 cases" */
const char *words_count(size_t count, const char *one, const char *many, char text[EHC_WORDS]);

/* "England, as at 21 November 2026 (ehc 0.1.0)" */
const char *words_law_as_at(const struct ehc_law *law, char text[EHC_WORDS]);

/* "This is a calculation, not legal advice."; and the same with "Law as at 21 November 2026." */
extern const char words_not_advice[];
const char *words_disclaimer(const struct ehc_law *law, char text[EHC_WORDS]);

/* ---- the names of a step ---- */

/* "The council must decide whether to assess, and tell you"; "You can appeal to the Tribunal". */
void words_sentence(const struct ehc_limit *limit, char text[EHC_WORDS]);

/* "Final plan"; "Advice from others (educational psychologist)" */
void words_short_title(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* The same with its round: "Final amended plan (meeting of 3 March 2025)" */
void words_step(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* The same for a step that is late or overdue. Names the law too if another such step has the same name. */
void words_late_step(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* The round of a step in a case with a history: "meeting of 3 March 2025"; else "". */
void words_round(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* Whether a step comes after its round and is no part of it, as the next review comes after the last. */
bool words_comes_after(const struct ehc_law *law, const struct ehc_judged *judged);

/* "council"; for a request for advice "psychologist". */
const char *words_who_acts(const struct ehc_deadline *deadline);

/* "educational psychologist", as the case gives it; else the kind of adviser. */
const char *words_advice_name(const struct ehc_advice *advice);

/* Where the date comes from: "SEND Regs 2014 reg 13(2)"; for your own date "set by: directions of 3 June 2026". */
const char *words_law(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* The same, with the provision of the limit that sets the same date: "SEND Regs 2014 regs 20(10), 21(9); reg 22(2)(a)". */
void words_provision(const struct ehc_judged *judged, char text[EHC_WORDS]);

/* ---- its dates ---- */

/* "by Monday 25 May 2026 (a bank holiday: it counts), week 20, in 27 days" */
void words_when(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* "Saturday 14 February 2026, or on another reading Sunday 15 February 2026" */
const char *words_last_day(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* The day of an event as people know it: a date, or a year. */
const char *words_event_date(const struct ehc_law *law, const struct ehc_happened *happened, char date[EHC_DAY_TEXT]);

/* Which of two days governs, and why, as a sentence: "The council's letter gives until ...". */
bool words_or_on(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* "This would miss Sunday 14 February 2027, the last day for the phase transfer plan (reg 18(1)(b))." */
bool words_misses(const struct ehc_judged *judged, char text[EHC_WORDS]);

/* ---- how it went ---- */

/* "late", "overdue", "too early", "disputed", "not known", "if owed", "due", "open", "in time", "past", "guidance", "no
 * need" */
const char *words_label(const struct ehc_judged *judged);

/* "done Monday 25 May 2026, late by 63 days (9 weeks): the last day was Monday 23 March 2026" */
void words_result(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* "63 days late (9 weeks)"; "3 days early" */
void words_outcome(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* "done Monday 25 May 2026, 63 days late (9 weeks)" */
void words_verdict(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* Of a late step: "63 days late (9 weeks)"; "3 days too early" */
const char *words_lateness(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* "54 days too early: it had to wait until Tuesday 3 November 2026" */
void words_too_early(const struct ehc_law *law, const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* ---- exceptions ---- */

/* "Claimed: school closed (Easter), 27 March 2026 to 13 April 2026" */
const char *words_claim(const struct ehc_law *law, const struct ehc_exception *exception, char text[EHC_WORDS]);

/* "fits", "does not fit", "cannot say whether it fits" */
const char *words_fit(const struct ehc_exception *exception);

/* "does not fit reg 10(4)(a): closed 18 days in a row; the law asks for 28" */
const char *words_claim_answer(const struct ehc_law *law, const struct ehc_deadline *deadline,
                               const struct ehc_exception *exception, char text[EHC_WORDS]);

/* "For people to judge: whether waiting for the head's advice ..." */
const char *words_to_judge(const struct ehc_law *law, const struct ehc_exception *exception, char text[EHC_WORDS]);

/* "An estimate, not law: Monday 25 May 2026, with the 42 days lost (6 weeks)"; "" if no exception fits. */
const char *words_estimate(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* "If it fits, an estimate and not law: Monday 25 May 2026, with up to 42 days lost (6 weeks)"; "" if every claim was
 * judged. */
const char *words_estimate_if(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* The date by law, and the estimates with the exceptions that fit or may fit. */
const char *words_both_dates(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* The temporary law that applied to a step that is past: its provision, and what it did. */
bool words_relaxation(const struct ehc_judged *judged, char text[EHC_WORDS]);

/* ---- last days that others give ---- */

extern const char words_said_heading[];

/* "Tuesday 1 September 2026, letter of 3 March (an agreed extension)" */
const char *words_they_say(const struct ehc_they_say *they_say, char text[EHC_WORDS]);

/* The `said`th of a step, with its name: "Final plan: they say Tuesday 1 September 2026" */
void words_they_say_of(const struct ehc_judgement *judgement, const struct ehc_judged *judged, size_t said,
                       char text[EHC_WORDS]);

/* The verdict, why, and the answer to the reason that they give. */
void words_said(const struct ehc_judgement *judgement, const struct ehc_judged *judged, size_t said, char text[EHC_WORDS]);

/* ---- a group of a history ---- */

/* A group that is over and in order: "all 5 steps"; "4 steps; 2 not known; 1 not needed". `label` is set to "in time", or to
 * "no need" if nothing was done. */
void words_quiet(const struct ehc_judgement *judgement, size_t group, const char **label, char text[EHC_WORDS]);

/* The steps of a group that the case says nothing about, "notice of review and papers for review", and their events,
 * "review-notice, review-papers". Gives how many there are. */
size_t words_not_said(const struct ehc_judgement *judgement, size_t group, char text[EHC_WORDS], char events[EHC_WORDS]);

/* ---- a case as a whole ---- */

/* "Final plan 63 days late (9 weeks); Advice from health bodies 3 days late, not done"; "" if no step is late. */
void words_late_steps(const struct ehc_judgement *judgement, char text[EHC_WORDS]);

/* "Phase transfer plan: the last day was Saturday 14 February 2026, or on another reading Sunday 15 February 2026"; "" if no
 * step is disputed. */
void words_disputed_steps(const struct ehc_judgement *judgement, char text[EHC_WORDS]);

/* Whether a step is late now: not done, or done too early and still so. */
bool words_is_late_now(const struct ehc_judgement *judgement);

/* "final plan, from the council, 7 days." or "nothing." */
void words_late_now(const struct ehc_judgement *judgement, char text[EHC_WORDS]);

/* If steps were late and none is late now: "Every late step has been done" */
const char *words_late_over(const struct ehc_judgement *judgement);

/* Your own dates that are past, of steps that are not done: "witness list, family, 28 days (4 weeks)." */
bool words_own_past(const struct ehc_judgement *judgement, char text[EHC_WORDS]);

/* "the council must finish the first review of the plan, by Monday 24 May 2027, in 350 days." */
void words_next(const struct ehc_judgement *judgement, char text[EHC_WORDS]);

/* The next deadline with advice on what to do, late ones first; `*at` starts from 0. False at the end. */
bool words_next_to_do(const struct ehc_judgement *judgement, size_t *at, size_t *deadline);

/* What the family can do about an overdue step, after the names of all steps that the advice is for: "Final plan; first
 * review: Write to the council ...". False also if an earlier step has the same advice, or if the step is the family's own
 * and `with_own` is false. */
bool words_what_to_do(const struct ehc_judgement *judgement, size_t deadline, bool with_own, char text[EHC_WORDS]);

/* Only the names: "Final plan; first review". The advice is the step's `if_late`. */
bool words_what_to_do_for(const struct ehc_judgement *judgement, size_t deadline, bool with_own, char steps[EHC_WORDS]);

/* Advice that the council still waits for: who was asked, when, when it was due, and which step may be waiting. */
bool words_held_up(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* What the case does not give, and what ehc cannot say without it. */
void words_missing(const struct ehc_judgement *judgement, const struct ehc_missing *missing, char text[EHC_WORDS]);

/* The same for a screen, where one text names all steps of a round that the case says nothing about. False if an earlier one
 * has named it. `label` is set to "Cannot say" or "Not known". */
bool words_missing_once(const struct ehc_judgement *judgement, size_t missing, const char **label, char text[EHC_WORDS]);

/* What to add, if the case gives no event that starts a limit. */
bool words_nothing_started(const struct ehc_judgement *judgement, char text[EHC_WORDS]);

/* "Appeal to the Tribunal, by 5pm on Monday 27 July 2026" */
void words_option(const struct ehc_judgement *judgement, const struct ehc_option *option, char text[EHC_WORDS]);

/* What the option belongs to and what to know of it, in sentences; "" if there is nothing to say. */
void words_option_note(const struct ehc_judgement *judgement, const struct ehc_option *option, char text[EHC_WORDS]);

#endif
