/* shown.h - what of a text is shown: one rule for every output.
 *
 * A text is shown as it is, but for what is not UTF-8 and for characters that act on a terminal, turn text round, break a
 * line or cannot be seen:
 *   control characters             U+0000 to U+001F (tab and line breaks too), U+007F to U+009F
 *   line and paragraph separators  U+2028, U+2029
 *   direction                      U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069
 *   nothing to see                 U+180E, U+200B, U+2060 to U+206F, U+FEFF, U+FFF9 to U+FFFB, U+E0001
 *   no characters                  U+FDD0 to U+FDEF, U+xxFFFE, U+xxFFFF
 * U+200C, U+200D, U+00AD and the tags of flags stay: words of some languages, and emoji, are written with them.
 *
 * A case, a law, a letter's template and an option that hold such a character are refused: who wrote them can mend them. In
 * what comes from elsewhere, a caseload, a calendar of terms or the name of a file, '?' stands in its place.
 */
#ifndef EHC_UTIL_SHOWN_H
#define EHC_UTIL_SHOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of the UTF-8 character at `text`, of which at least one may be read; 0 where it is not valid UTF-8. */
size_t ehc_utf8_length(const char *text);

/* Whether text, which ends with a byte that goes on no character (a line break, a NUL), is UTF-8. */
bool ehc_is_utf8(const char *text, size_t length);

/* The number of the character at `text`, which is valid UTF-8. */
uint32_t ehc_character(const char *text);

/* The next character as it is shown: itself, or "?"; `bytes` is its length. Moves `text` past it, or past one byte that is
 * not UTF-8. At the end of a string it gives "?" for the NUL: ask before. */
const char *ehc_shown(const char **text, size_t *bytes);

/* The first place of a string that is not shown as it is; NULL where there is none. A character of `but` is let through. */
const char *ehc_find_hidden(const char *text, const char *but);

/* Whether all of a string is shown as it is. */
bool ehc_is_plain(const char *text);

/* Makes words that may have been too long for their room fit to be shown: cut before the first byte that is not UTF-8, and
 * with '?' in place of what is not shown. */
void ehc_make_fit(char *text);

#endif
