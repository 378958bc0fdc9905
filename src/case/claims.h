/* claims.h - what a reason for a delay comes to. */
#ifndef EHC_CASE_CLAIMS_H
#define EHC_CASE_CLAIMS_H

#include <ehc/law.h>

/* The excuse that a reason is, which no exception covers; NULL if it is none, is personal as well, or is not given. */
const struct ehc_claim *ehc_find_claim(const struct ehc_law *law, const char *reason);

#endif
