/* ascii.h - letters compared whatever the locale: only A to Z have a small form. */
#ifndef EHC_UTIL_ASCII_H
#define EHC_UTIL_ASCII_H

#include <stdbool.h>

static inline char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

/* The same name, whatever the case of its letters. */
static inline bool ascii_same(const char *a, const char *b) {
    while (*a != '\0' && ascii_lower(*a) == ascii_lower(*b))
        a++, b++;
    return ascii_lower(*a) == ascii_lower(*b);
}

#endif
