/* build.h - JSON built piece by piece, with jansson. */
#ifndef EHC_JSON_BUILD_H
#define EHC_JSON_BUILD_H

#include <ehc/date.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

/* jansson gives NULL where memory ran out, and refuses to add a NULL: `ok` remembers. Text in a case and in a law is
 * checked to be UTF-8 where it is read. */
struct builder {
    bool ok;
};

void builder_add(struct builder *builder, json_t *object, const char *key, json_t *value);
void builder_append(struct builder *builder, json_t *array, json_t *value);

/* Words that were too long for their room may have been cut inside a character: it is a '?', as on the screen. */
json_t *builder_text(const char *text);
json_t *builder_text_or_null(const char *text);
json_t *builder_day_or_null(ehc_day day);

/* Writes and frees the whole; false where memory ran out. */
bool builder_dump(struct builder *builder, json_t *root, FILE *out);

#endif
