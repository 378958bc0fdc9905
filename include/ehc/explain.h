/* explain.h - a deadline in words, for every view alike: plain English, dates in full, no line breaks. */
#ifndef EHC_EXPLAIN_H
#define EHC_EXPLAIN_H

#include <ehc/judgement.h>

EHC_EXTERN_BEGIN

enum { EHC_WORDS = 1200 }; /* room for one piece of text and its NUL; longer text is cut at a character */

/* Called once for each line of an explanation; `line` is valid during the call only. */
typedef void ehc_line(void *context, const char *line);

/* "6 weeks", "1 month", "3 working days", "15 February". Gives `text`; so below. */
const char *ehc_amount_words(const struct ehc_limit *limit, char text[EHC_WORDS]);

/* The limit in a sentence: "within 6 weeks of the day the council receives the request". */
const char *ehc_limit_words(const struct ehc_law *law, const struct ehc_limit *limit, char text[EHC_WORDS]);

/* The steps of the count, a line each: what is counted from, how, the last day, other readings, what does not move it. */
void ehc_steps(const struct ehc_law *law, const struct ehc_deadline *deadline, ehc_line *line, void *context);

/* Where the last day also hangs on the day of another event (`or_on`), and that is another day than the one counted: which
 * of the two governs, and why. False, and nothing is written, where there is nothing to say. */
bool ehc_or_on_words(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* Why a deadline is not needed or unknown; "" where there is no reason. */
const char *ehc_because_words(const struct ehc_law *law, const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* How a step that is late ended: "done Monday 12 October 2026", or, where it never was done, "not done when the Tribunal
 * ordered the council to assess on Monday 3 November 2025". */
const char *ehc_end_words(const struct ehc_law *law, const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* What began a group, and when: "meeting of 3 March 2025", "decision of 1 May 2024", "year 2026", "plan first made 1
 * September 2024"; the title of its route where nothing has begun. */
const char *ehc_round_words(const struct ehc_law *law, const struct ehc_group *group, char text[EHC_WORDS]);

/* The same as a heading: "Review of the plan, meeting of 3 March 2025", "Mediation and appeal, decision of 1 May 2024: final
 * plan sent". */
const char *ehc_group_words(const struct ehc_law *law, const struct ehc_group *group, char text[EHC_WORDS]);

/* Why a fact changes nothing, and what to do: "request-received is given twice with the day 8 January 2024: one day is one
 * fact". */
const char *ehc_ignored_words(const struct ehc_law *law, const struct ehc_ignored *ignored, char text[EHC_WORDS]);

/* What a last day that others give is, in sentences: "Tuesday 1 September 2026 is 20 weeks from the decision to assess, 14
 * April 2026; the law counts from the day the council received the request, 5 January 2026 (SEND Regs 2014 reg 13(2)). ..."
 */
const char *ehc_said_words(const struct ehc_law *law, const struct ehc_deadline *deadline, const struct ehc_said *said,
                           char text[EHC_WORDS]);

/* The answer to the reason that they give for it, as a sentence; false, and nothing is written, where they give none. */
bool ehc_said_reason_words(const struct ehc_said *said, char text[EHC_WORDS]);

/* "right", "another-reading", "estimate", "miscount", "unexplained", "cannot-tell" */
const char *ehc_said_name(enum ehc_said_is is);

/* Why an exception fits or does not, in numbers: "closed 14 days in a row; the law asks for 28". */
const char *ehc_exception_words(const struct ehc_deadline *deadline, const struct ehc_exception *exception,
                                char text[EHC_WORDS]);

/* The provision of an exception on a limit's list: "reg 10(4)(a)"; that of the limit where it is on no list. */
const char *ehc_exception_provision(const struct ehc_law *law, const struct ehc_limit *limit, enum ehc_exception_kind kind,
                                    char text[EHC_WORDS]);

/* "1 day", "27 days". */
const char *ehc_days_words(int days, char text[EHC_WORDS]);

EHC_EXTERN_END

#endif
