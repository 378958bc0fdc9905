/* advisers.h - advisers by the usual words for them. */
#ifndef EHC_CASE_ADVISERS_H
#define EHC_CASE_ADVISERS_H

#include <ehc/law.h>

enum { EHC_ADVISER_WORD = 64 };

/* The name or usual word of an adviser that is nearest to a mistyped text, in `word`; NULL if none is near. */
const char *ehc_nearest_adviser(const struct ehc_law *law, const char *text, char word[EHC_ADVISER_WORD]);

#endif
