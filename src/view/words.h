/* words.h - a deadline in sentences, for every view alike. */
#ifndef EHC_VIEW_WORDS_H
#define EHC_VIEW_WORDS_H

#include "view.h"
#include <ehc/judgement.h>

/* Adds to a text, cut where there is no room. */
/* Where the date comes from: "SEND Regs 2014 reg 13(2)"; of a date of one's own "set by: directions of 3 June 2026". Gives
 * `text`. */
const char *words_law(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* Which of two days governs, and why, as a sentence: "The council's letter gives until ...". False where there is nothing to
 * say. */
bool words_or_on(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

void words_append(char text[EHC_WORDS], const char *more);
/* What ends the text as a sentence: "."; "" after a question. */
const char *words_full_stop(const char *text);
/* Adds "63 days (9 weeks)" between two pieces of text. */
void words_append_days(char text[EHC_WORDS], const char *before, int days, const char *after);

/* "The council must decide whether to assess, and tell you"; "You can appeal to the Tribunal". */
void words_sentence(const struct ehc_limit *limit, char text[EHC_WORDS]);

/* "by Monday 25 May 2026, week 20, in 27 days (a bank holiday: it counts)" */
void words_when(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* "done Monday 25 May 2026, late by 63 days (9 weeks): the last day was Monday 23 March 2026" */
void words_result(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* The day of an event as people know it: a date, or a year. */
const char *words_event_date(const struct ehc_law *law, const struct ehc_happened *happened, char date[EHC_DAY_TEXT]);

/* "Claimed: school closed (Easter), 27 March 2026 to 13 April 2026". Gives `text`; so below. */
const char *words_claim(const struct ehc_law *law, const struct ehc_exception *exception, char text[EHC_WORDS]);

/* A last day that others give: "Tuesday 1 September 2026, letter of 3 March (an agreed extension)"; with its step: "Final
 * plan: they say ..." */
const char *words_they_say(const struct ehc_they_say *they_say, char text[EHC_WORDS]);
void words_they_say_of(const struct ehc_judgement *judgement, const struct ehc_judged *judged, size_t said,
                       char text[EHC_WORDS]);

/* "Right.", "Wrong.", "Another reading." ...; and with the sentences about it and its reason. */
const char *words_said_verdict(const struct ehc_said *said);
void words_said(const struct ehc_judgement *judgement, const struct ehc_judged *judged, size_t said, char text[EHC_WORDS]);

extern const char words_said_heading[];

/* "fits", "does not fit", "cannot say whether it fits" */
const char *words_fit(const struct ehc_exception *exception);

/* "does not fit reg 10(4)(a): closed 18 days in a row; the law asks for 28" */
const char *words_claim_answer(const struct ehc_law *law, const struct ehc_deadline *deadline,
                               const struct ehc_exception *exception, char text[EHC_WORDS]);

/* "An estimate, not law: Monday 25 May 2026, with the 42 days (6 weeks) lost"; "" where no exception fits. */
const char *words_estimate(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* "If it fits, an estimate and not law: Monday 25 May 2026, with up to 42 days (6 weeks) lost"; "" where nothing hangs on
 * an exception of which it cannot be said whether it fits. */
const char *words_estimate_if(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* "For people to judge: whether waiting for the head's advice ..." */
const char *words_to_judge(const struct ehc_law *law, const struct ehc_exception *exception, char text[EHC_WORDS]);

/* "This is a calculation, not legal advice."; and with "Law as at 21 November 2026." */
extern const char words_not_advice[];
const char *words_disclaimer(const struct ehc_law *law, char text[EHC_WORDS]);

/* The statutory date, and the estimates with the exceptions that fit or may fit. */
const char *words_both_dates(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* The temporary law that met a step that is past: its provision, and what it did; false where none did. */
bool words_relaxation(const struct ehc_judged *judged, char text[EHC_WORDS]);

/* ---- a check ---- */

/* What is missing where nothing has begun. */
void write_nothing_started(const struct ehc_law *law, char text[EHC_WORDS]);

/* One word or two: "late", "overdue", "disputed", "not sure", "due", "open", "in time", "past", "no need". */
const char *words_label(const struct ehc_judged *judged);

/* "Final plan"; "Advice from others (educational psychologist)" */
void words_short_title(const struct ehc_deadline *deadline, char text[EHC_WORDS]);
const char *words_advice_name(const struct ehc_advice *advice);

/* "council"; "psychologist" for a request for advice. */
const char *words_who_acts(const struct ehc_deadline *deadline);

/* ---- a history ---- */

/* Whether a step comes after its round and is no part of it: what runs from a day taken from others, as the next review does
 * from the last. */
bool words_comes_after(const struct ehc_law *law, const struct ehc_judged *judged);

/* Which round a step belongs to, in a case in which things happened more than once: "meeting of 3 March 2025"; else "". */
void words_round(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* "Final plan"; with whose advice it is, and its round: "Final amended plan (meeting of 3 March 2025)" */
void words_step(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* A group that is over and in order: "all 5 steps"; "4 steps; 2 not known; 1 not needed". `label` is set to "in time" or,
 * where nothing was done, "no need". */
void words_quiet(const struct ehc_judgement *judgement, size_t group, const char **label, char text[EHC_WORDS]);

/* The steps of a group that nobody has spoken of: "notice of review and papers for review", and what their days are given
 * as: "review-notice, review-papers". How many there are. */
size_t words_not_said(const struct ehc_judgement *judgement, size_t group, char text[EHC_WORDS], char events[EHC_WORDS]);

/* The last day of a step; also by the reading that is latest: "Saturday 14 February 2026, or on another reading Sunday 15
 * February 2026" */
void words_append_last_day(char text[EHC_WORDS], const struct ehc_deadline *deadline);

/* "54 days too early: it had to wait until Tuesday 3 November 2026" */
void words_too_early(const struct ehc_law *law, const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* " 63 days late (9 weeks)"; " 3 days too early" */
void words_append_lateness(char text[EHC_WORDS], const struct ehc_deadline *deadline);

/* "SEND Regs 2014 reg 22(3)"; that of the limit which says the same too. */
void words_provision(const struct ehc_judged *judged, char text[EHC_WORDS]);

/* "This would miss Sunday 14 February 2027, the last day for the phase transfer plan (reg 18(1)(b))."; false where it misses
 * none. */
bool words_misses(const struct ehc_judged *judged, char text[EHC_WORDS]);

/* "63 days late (9 weeks)"; "3 days early" */
void words_outcome(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* "done Monday 25 May 2026, 63 days late (9 weeks)" */
void words_verdict(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

/* "Final plan 63 days late (9 weeks); Advice from health bodies 3 days late, not done" */
void words_late_steps(const struct ehc_judgement *judgement, char text[EHC_WORDS]);

/* "Phase transfer plan: the last day was Saturday 14 February 2026, or on another reading Sunday 15 February 2026"; empty
 * where nothing is disputed. */
void words_disputed_steps(const struct ehc_judgement *judgement, char text[EHC_WORDS]);

/* "the council must finish the first review of the plan, by Monday 24 May 2027, in 350 days." */
void words_next(const struct ehc_judgement *judgement, char text[EHC_WORDS]);

/* "final plan, from the council, 7 days." or "nothing." */
void words_late_now(const struct ehc_judgement *judgement, char text[EHC_WORDS]);

/* Where nothing is late now, and something was: "what was late has been done"; "what was late is over" */
const char *words_late_over(const struct ehc_judgement *judgement);

/* What the family can do about a step that is overdue. Where there are several such steps, the words begin with the steps
 * that they are for: "Final plan; first review: Write to the council ..."; false where there is nothing to say, or the step
 * is the family's own and those are left out. */
bool words_what_to_do(const struct ehc_judgement *judgement, size_t deadline, bool with_own, char text[EHC_WORDS]);

/* "educational psychologist, asked 3 March 2026, 61 days (over 8 weeks); due ..."; false where it holds nothing up. */
/* "witness list, family, 28 days (4 weeks).": the dates of one's own that are past and not done; false where there is none.
 */
bool words_own_past(const struct ehc_judgement *judgement, char text[EHC_WORDS]);

bool words_held_up(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]);

bool is_anything_late_now(const struct ehc_judgement *judgement);

void words_missing(const struct ehc_judgement *judgement, const struct ehc_missing *missing, char text[EHC_WORDS]);

/* The same for a screen, which says it once for all steps of a round that nobody has spoken of: "whether notice of review
 * and papers for review came in time: review-notice, review-papers."; false where an earlier one has said it. `label` is set
 * to "Cannot say" or "Not known". */
bool words_missing_once(const struct ehc_judgement *judgement, size_t missing, const char **label, char text[EHC_WORDS]);

/* "Appeal to the Tribunal, by Monday 27 July 2026", and what to know of it in a sentence; "" where there is nothing. */
void words_option(const struct ehc_judgement *judgement, const struct ehc_option *option, char text[EHC_WORDS]);
void words_option_note(const struct ehc_option *option, char text[EHC_WORDS]);

#endif
