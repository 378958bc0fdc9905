/* plan_view.h - shows a plan as text, as JSON, or as a case for a calendar. */
#ifndef EHC_PLAN_VIEW_PLAN_VIEW_H
#define EHC_PLAN_VIEW_PLAN_VIEW_H

#include "plan/plan.h"
#include "view/view.h"

enum { PLAN_NAME_ROOM = 200 };

/* Lists the limits from which a plan can work back, and the day that each of them needs. */
void view_plan_ends(const struct ehc_law *law, const struct page *page);

/* Days before `as_at` are past. */
void view_plan_text(const struct plan *plan, ehc_day as_at, const struct page *page);
bool view_plan_json(const struct plan *plan, ehc_day as_at, FILE *out);

/* The days of both chains as your own dates, for a calendar: a case, and the text that it points to. `reference` is the
 * reference of the child's case; NULL if there is none. */
struct plan_case {
    struct ehc_case facts;
    char reference[PLAN_NAME_ROOM];
    char name[EHC_OWN_MAX][PLAN_NAME_ROOM];
    char why[EHC_OWN_MAX][EHC_WORDS];
};
void view_plan_case(const struct plan *plan, const char *reference, struct plan_case *out);

/* ---- words.c ---- */

/* "To leave every step its whole time" */
extern const char *const plan_chain_titles[PLAN_CHAINS];

/* "Notice of proposed changes sent (council)" */
void plan_step_words(const struct plan *plan, const struct plan_step *step, char text[EHC_WORDS]);

/* What is said of a day that the user asked about, and no law gives. */
extern const char plan_asked_day[];

/* Why the step has to be done by its day, with the provision. */
void plan_why_words(const struct plan *plan, const struct plan_step *step, char text[EHC_WORDS]);

/* Whether a day that is given is in time, and its last day; "" for a day that is worked back. */
void plan_given_words(const struct plan_step *step, enum plan_chain_kind kind, char text[EHC_WORDS]);

/* The first day with more than one step, and how many; EHC_NO_DAY if there is none. */
ehc_day plan_crowded_day(const struct plan_chain *chain, size_t *steps);

#endif
