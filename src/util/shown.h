/* shown.h - which characters of a text are shown: one rule for every output.
 *
 * All text is shown as it is, except bytes that are not UTF-8, and characters that control a terminal, change the
 * direction of text, break a line or cannot be seen:
 *     control characters             U+0000 to U+001F (tab and line breaks too), U+007F to U+009F
 *     line and paragraph separators  U+2028, U+2029
 *     direction                      U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069
 *     invisible                      U+180E, U+200B, U+2060 to U+206F, U+FEFF, U+FFF9 to U+FFFB, U+E0001
 *     no characters                  U+FDD0 to U+FDEF, U+xxFFFE, U+xxFFFF
 * U+200C, U+200D, U+00AD and the tags of flags are shown: some languages and emoji need them.
 *
 * A case, a law, a template of a letter or an option with such a character is refused, because its writer can correct it.
 * In text from elsewhere (a caseload, a calendar of term dates, the name of a file) '?' takes its place. */
#ifndef EHC_UTIL_SHOWN_H
#define EHC_UTIL_SHOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The number of bytes of the UTF-8 character at `text`; 0 if it is not valid UTF-8. At least one byte must be readable. */
size_t ehc_utf8_length(const char *text);

/* Whether the text is UTF-8. The byte after it must be readable and continue no character (a line break, a NUL). */
bool ehc_is_utf8(const char *text, size_t length);

/* The code point of the character at `text`, which must be valid UTF-8. */
uint32_t ehc_character(const char *text);

/* The next character as it is shown: itself or "?"; `bytes` is its length. Moves `text` past it, or past one byte that is
 * not UTF-8. Check for the end of a string first: the NUL is shown as "?". */
const char *ehc_shown(const char **text, size_t *bytes);

/* The first place of a string that is not shown as it is, or NULL. Characters in `but` are allowed. */
const char *ehc_find_hidden(const char *text, const char *but);

/* Whether the whole string is shown as it is. */
bool ehc_is_plain(const char *text);

/* Makes text safe to show after it was cut to its room: cuts it before the first byte that is not UTF-8, and puts '?' for
 * characters that are not shown. */
void ehc_make_fit(char *text);

#endif
