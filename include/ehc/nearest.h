/* nearest.h - the right name for a mistyped one. */
#ifndef EHC_NEAREST_H
#define EHC_NEAREST_H

#include <ehc/extern.h>
#include <stddef.h>

EHC_EXTERN_BEGIN

/* A search: start with { .word = ... }, offer each name, then read `name` (NULL if none was near enough). */
struct ehc_nearest {
    const char *word;
    const char *name;
    unsigned distance;
};

/* Offers one name, which is borrowed. A name is near if few letters are missing, added, changed or swapped with their
 * neighbour (the optimal string alignment distance): at most a third of the letters of the word, plus one. The beginning
 * of a longer name is near too. Case does not matter. A word or name of more than 63 bytes is near to none. */
void ehc_nearest_offer(struct ehc_nearest *nearest, const char *name);

EHC_EXTERN_END

#endif
