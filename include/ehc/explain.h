/* explain.h - a deadline in words, the same for every view: plain English, dates in full, no line breaks. */
#ifndef EHC_EXPLAIN_H
#define EHC_EXPLAIN_H

#include <ehc/judgement.h>

EHC_EXTERN_BEGIN

enum { EHC_WORDS = 1200 }; /* room for one text and its NUL; longer text is cut between two characters */

/* Called once for each line of an explanation; `line` is valid only during the call. */
typedef void ehc_line(void *context, const char *line);

/* "6 weeks", "1 month", "3 working days", "15 February". Returns `text`, as the functions below do. */
const char *ehc_amount_words(const struct ehc_limit *limit, char text[EHC_WORDS]);

/* The limit in words: "within 6 weeks of the day the council receives the request". */
const char *ehc_limit_words(const struct ehc_law *law, const struct ehc_limit *limit, char text[EHC_WORDS]);

/* The steps of the count, one line each: the day it starts from, how it is counted, the last day, other readings, and what
 * does not move the last day. */
void ehc_steps(const struct ehc_law *law, const struct ehc_deadline *deadline, ehc_line *line, void *context);

/* If the last day also depends on the day of another event (`or_on`), and that is not the day counted: which of the two days
 * governs, and why. False, and `text` is unchanged, if there is nothing to say. */
bool ehc_or_on_words(const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* Why a deadline is not needed or unknown, or too early; "" if there is no reason. */
const char *ehc_because_words(const struct ehc_law *law, const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* How a late step ended: "done Monday 12 October 2026", or, if it was never done, "not done when the Tribunal ordered the
 * council to assess on Monday 3 November 2025". */
const char *ehc_end_words(const struct ehc_law *law, const struct ehc_deadline *deadline, char text[EHC_WORDS]);

/* What began a group, and when: "meeting of 3 March 2025", "decision of 1 May 2024", "year 2026", "plan first made 1
 * September 2024"; if nothing has begun, the title of its route. */
const char *ehc_round_words(const struct ehc_law *law, const struct ehc_group *group, char text[EHC_WORDS]);

/* The heading of a group: "Review of the plan, meeting of 3 March 2025", "Mediation and appeal, decision of 1 May 2024:
 * final plan sent". */
const char *ehc_group_words(const struct ehc_law *law, const struct ehc_group *group, char text[EHC_WORDS]);

/* Why a fact changes nothing, or looks wrong: "request-received is given twice with the day 8 January 2024: it counts once".
 */
const char *ehc_ignored_words(const struct ehc_law *law, const struct ehc_ignored *ignored, char text[EHC_WORDS]);

/* How others came to their last day, in sentences: "Tuesday 1 September 2026 is 20 weeks from the decision to assess, 14
 * April 2026; the count begins on the day the council received the request, 5 January 2026 (SEND Regs 2014 reg 13(2)). ..."
 */
const char *ehc_said_words(const struct ehc_law *law, const struct ehc_deadline *deadline, const struct ehc_said *said,
                           char text[EHC_WORDS]);

/* The answer to the reason that others give for their last day, as a sentence. False, and `text` is unchanged, if they give
 * none. */
bool ehc_said_reason_words(const struct ehc_said *said, char text[EHC_WORDS]);

/* "right", "another-reading", "estimate", "miscount", "unexplained", "cannot-tell" */
const char *ehc_said_name(enum ehc_said_is is);

/* Why an exception fits or does not, in numbers: "closed 14 days in a row; the law asks for 28". */
const char *ehc_exception_words(const struct ehc_deadline *deadline, const struct ehc_exception *exception,
                                char text[EHC_WORDS]);

/* The provision of an exception on a limit's list: "reg 10(4)(a)"; if it is on no list, the provision of the limit. */
const char *ehc_exception_provision(const struct ehc_law *law, const struct ehc_limit *limit, enum ehc_exception_kind kind,
                                    char text[EHC_WORDS]);

/* "1 day", "27 days"; `days` is 0 or more. */
const char *ehc_days_words(int days, char text[EHC_WORDS]);

EHC_EXTERN_END

#endif
