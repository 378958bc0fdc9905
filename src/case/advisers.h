/* advisers.h - who is asked for advice, by the usual words. */
#ifndef EHC_CASE_ADVISERS_H
#define EHC_CASE_ADVISERS_H

#include <ehc/law.h>

enum { EHC_ADVISER_WORD = 64 };

/* The name or word of one who is asked for advice that is nearest to a mistyped one, in `word`; NULL if none is near. */
const char *ehc_nearest_adviser(const struct ehc_law *law, const char *text, char word[EHC_ADVISER_WORD]);

#endif
