/* ascii.h - compares and changes letters in the same way in every locale: only A to Z have a lower case. */
#ifndef EHC_UTIL_ASCII_H
#define EHC_UTIL_ASCII_H

#include <stdbool.h>
#include <stddef.h>

static inline char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static inline char ascii_upper(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c + 'A' - 'a') : c;
}

static inline bool ascii_is_letter(char c) {
    return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

/* Makes the first letter of a text lower or upper case. */
static inline void ascii_lower_first(char *text) {
    text[0] = ascii_lower(text[0]);
}

static inline void ascii_upper_first(char *text) {
    text[0] = ascii_upper(text[0]);
}

/* The same name, whatever the case of its letters. */
static inline bool ascii_same(const char *a, const char *b) {
    while (*a != '\0' && ascii_lower(*a) == ascii_lower(*b))
        a++, b++;
    return ascii_lower(*a) == ascii_lower(*b);
}

/* The same with the first `length` bytes of `a`. */
static inline bool ascii_same_part(const char *a, size_t length, const char *b) {
    size_t i = 0;
    while (i < length && b[i] != '\0' && ascii_lower(a[i]) == ascii_lower(b[i]))
        i++;
    return i == length && b[i] == '\0';
}

#endif
