/* deadline_again.h - a deadline judged anew for another case. For libehc's caseload, which has millions of them. */
#ifndef EHC_LIB_DEADLINE_AGAIN_H
#define EHC_LIB_DEADLINE_AGAIN_H

#include <ehc/timeline.h>

/* Judges the deadline of another case anew. `deadline` is what ehc_deadline_of() gave, without advice and with
 * EHC_NO_REASON, for a case with the same limit and the same day of its trigger; neither case may have closures, absences
 * or exceptional circumstances, and no reading of the limit may have a trigger of its own. */
void ehc_deadline_again(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at,
                        struct ehc_deadline *deadline);

#endif
