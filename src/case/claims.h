/* claims.h - the known excuse in a reason for a delay. */
#ifndef EHC_CASE_CLAIMS_H
#define EHC_CASE_CLAIMS_H

#include <ehc/law.h>

/* The known excuse in a reason, which no exception covers; NULL if there is none, if the reason is also personal, or if it
 * is not given. */
const struct ehc_claim *ehc_find_claim(const struct ehc_law *law, const char *reason);

#endif
