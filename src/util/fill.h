/* fill.h - fills in sentences with named places, such as "{step} is due on {date}".
 *
 * Write each sentence whole, with a name for each part that changes, so that it can be read, listed and translated. A
 * value is copied as it is: braces in it are not places. */
#ifndef EHC_UTIL_FILL_H
#define EHC_UTIL_FILL_H

#include <stddef.h>
#include <stdio.h>

struct fill_place {
    const char *name;  /* without its braces: "date" */
    const char *value; /* NULL: the place stays as it is */
};

/* Fills in a sentence that comes from data. Gives `text`, cut at a character if there is no room. */
const char *ehc_fill(const char *words, const struct fill_place *places, size_t count, char *text, size_t room);

/* Fills in a sentence of the code. The places follow as pairs of a name (without braces) and a value, and NULL at the end:
 *     ehc_sentence(text, EHC_WORDS, "{step}: {days} late", "step", step, "days", days, NULL);
 * Gives `text`, cut at a character if there is no room. No value may be inside `text` itself. */
const char *ehc_sentence(char *text, size_t room, const char *sentence, ...) __attribute__((sentinel));

/* The same, added to the end of `text`. */
const char *ehc_sentence_add(char *text, size_t room, const char *sentence, ...) __attribute__((sentinel));

/* Writes a sentence to a stream: values of any length are written whole. */
void ehc_put_sentence(FILE *out, const char *sentence, ...) __attribute__((sentinel));

#endif
