/* fill.h - words of a law with places in braces, such as {date}, filled in. */
#ifndef EHC_UTIL_FILL_H
#define EHC_UTIL_FILL_H

#include <stddef.h>

struct fill_place {
    const char *name;  /* with its braces: "{date}" */
    const char *value; /* NULL: the place stays as it is */
};

/* Gives `text`, cut where there is no room. */
const char *ehc_fill(const char *words, const struct fill_place *places, size_t count, char *text, size_t room);

#endif
