/* plan_view.h - a plan that was worked out in, bytes out. */
#ifndef EHC_PLAN_VIEW_PLAN_VIEW_H
#define EHC_PLAN_VIEW_PLAN_VIEW_H

#include "plan/plan.h"
#include "view/view.h"

enum { PLAN_NAME_ROOM = 200 };

/* The limits with which a plan can end, and what day each of them asks for. */
void view_plan_ends(const struct ehc_law *law, const struct page *page);

/* `as_at` says which days are past. */
void view_plan_text(const struct plan *plan, ehc_day as_at, const struct page *page);
bool view_plan_json(const struct plan *plan, ehc_day as_at, FILE *out);

/* The days of both chains as dates of one's own, of which a calendar can be made: a case with the room for its text.
 * `reference` is that of the case it is for; NULL. */
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

/* "The final plan" as a heading: what is worked back from. */
void plan_step_words(const struct plan *plan, const struct plan_step *step, char text[EHC_WORDS]);

/* Why it has to be done by then, with the provision. */
void plan_why_words(const struct plan *plan, const struct plan_step *step, char text[EHC_WORDS]);

/* Of a day that is given: how it stands to the last day; "" where it is in time. */
void plan_given_words(const struct plan_step *step, enum plan_chain_kind kind, char text[EHC_WORDS]);

/* The days on which the council would have to do several steps at once, where the chain has such a day; EHC_NO_DAY. */
ehc_day plan_crowded_day(const struct plan_chain *chain, size_t *steps);

#endif
