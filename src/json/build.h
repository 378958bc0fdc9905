/* build.h - builds JSON with jansson. */
#ifndef EHC_JSON_BUILD_H
#define EHC_JSON_BUILD_H

#include <ehc/date.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

/* `ok` becomes false when memory runs out: jansson then gives NULL and refuses to add it. Text of a case and of a law is
 * checked to be UTF-8 when it is read. */
struct builder {
    bool ok;
};

void builder_add(struct builder *builder, json_t *object, const char *key, json_t *value);
void builder_append(struct builder *builder, json_t *array, json_t *value);

/* Text that was cut to its room may end inside a character: that is shown as '?', as on the screen. */
json_t *builder_text(const char *text);
json_t *builder_text_or_null(const char *text);
json_t *builder_day_or_null(ehc_day day);

/* Writes and frees the JSON. False if memory ran out or it could not be written. */
bool builder_dump(struct builder *builder, json_t *root, FILE *out);

#endif
