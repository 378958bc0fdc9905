/* fill.h - sentences with named places, such as "{step} is due on {date}", filled in.
 *
 * A sentence is written whole, with a name for each thing that changes, so that it can be read, listed and translated. What
 * is put in a place is not looked into: braces in a name stay as they are.
 */
#ifndef EHC_UTIL_FILL_H
#define EHC_UTIL_FILL_H

#include <stddef.h>
#include <stdio.h>

struct fill_place {
    const char *name;  /* with its braces: "{date}" */
    const char *value; /* NULL: the place stays as it is */
};

/* Fills in a sentence that comes from data. Gives `text`, cut where there is no room. */
const char *ehc_fill(const char *words, const struct fill_place *places, size_t count, char *text, size_t room);

/* Fills in a sentence of the code: its places as pairs of a name without braces and a value, and NULL at the end:
 *     ehc_sentence(text, EHC_WORDS, "{step}: {days} late", "step", step, "days", days, NULL);
 * Gives `text`, cut where there is no room; no value may stand in `text` itself. */
const char *ehc_sentence(char *text, size_t room, const char *sentence, ...) __attribute__((sentinel));

/* The same, added to the end of `text`. */
const char *ehc_sentence_add(char *text, size_t room, const char *sentence, ...) __attribute__((sentinel));

/* The same, written to a stream: values of any length are written whole. */
void ehc_put_sentence(FILE *out, const char *sentence, ...) __attribute__((sentinel));

#endif
