#include "build.h"
#include "util/shown.h"
#include <string.h>

enum { TEXT_ROOM = 2400 };

void builder_add(struct builder *builder, json_t *object, const char *key, json_t *value) {
    if (json_object_set_new(object, key, value) != 0)
        builder->ok = false;
}

void builder_append(struct builder *builder, json_t *array, json_t *value) {
    if (json_array_append_new(array, value) != 0)
        builder->ok = false;
}

json_t *builder_text(const char *text) {
    char shown[TEXT_ROOM];
    size_t at = 0, bytes;
    json_t *whole = json_string(text);
    while (whole == NULL && *text != '\0' && at + 4 <= sizeof shown) {
        const char *character = ehc_shown(&text, &bytes);
        memcpy(shown + at, character, bytes);
        at += bytes;
    }
    return whole != NULL ? whole : json_stringn(shown, at);
}

json_t *builder_text_or_null(const char *text) {
    return text != NULL ? builder_text(text) : json_null();
}

json_t *builder_day_or_null(ehc_day day) {
    char text[EHC_DAY_TEXT];
    return day != EHC_NO_DAY ? builder_text(ehc_day_format_iso(day, text)) : json_null();
}

bool builder_dump(struct builder *builder, json_t *root, FILE *out) {
    bool written = builder->ok && json_dumpf(root, out, JSON_INDENT(2)) == 0 && putc('\n', out) != EOF;
    json_decref(root);
    return written;
}
