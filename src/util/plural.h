/* plural.h - numbers with their nouns: use these helpers for "1 day" and "2 days", not "%s" with "s" or "". */
#ifndef EHC_UTIL_PLURAL_H
#define EHC_UTIL_PLURAL_H

#include <stddef.h>
#include <stdio.h>

/* `one` for 1, else `many`. Words that differ elsewhere ("is", "are") are two whole sentences instead. */
static inline const char *plural(long long number, const char *one, const char *many) {
    return number == 1 ? one : many;
}

/* "1 week", "2 weeks". Gives `text`. */
static inline const char *plural_words(long long number, const char *one, const char *many, char *text, size_t room) {
    snprintf(text, room, "%lld %s", number, plural(number, one, many));
    return text;
}

#endif
