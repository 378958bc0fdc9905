#include "fields.h"
#include "fail.h"
#include <ehc/nearest.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool ehc_reader_pass_on(struct reader *reader, struct ehc_error *error) {
    error->file = reader->ini->file;
    error->line = reader->entry != NULL ? reader->entry->line : 0;
    reader->faults++;
    reader->report(reader->context, error);
    return false;
}

bool ehc_reader_fail(struct reader *reader, const char *hint, const char *format, ...) {
    struct ehc_error error;
    char message[sizeof error.message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    ehc_fail(&error, "%s", message);
    if (hint != NULL)
        ehc_hint(&error, "%s", hint);
    return ehc_reader_pass_on(reader, &error);
}

bool ehc_reader_is_whole(struct reader *reader) {
    return !reader->entry->has_comment ||
           ehc_reader_fail(reader, "put the text in quotation marks, or the comment on a line of its own", "%s",
                           ehc_ini_comment_fault);
}

size_t ehc_section_end(const struct ini *ini, size_t header) {
    size_t end = header + 1;
    while (end < ini->count && ini->entries[end].key != NULL)
        end++;
    return end;
}

static const struct field *find_field(const struct field *fields, size_t count, const char *key) {
    for (size_t i = 0; i < count; i++)
        if (ascii_same(fields[i].key, key))
            return &fields[i];
    return NULL;
}

static void unknown_key(struct reader *reader, const struct field *fields, size_t count) {
    char quoted[EHC_QUOTE_ROOM], hint[EHC_HINT_ROOM] = "";
    struct ehc_nearest nearest = {.word = reader->entry->key};
    for (size_t i = 0; i < count; i++)
        ehc_nearest_offer(&nearest, fields[i].key);
    if (ehc_did_you_mean(nearest.name, NULL, hint) == NULL)
        for (size_t i = 0; i < count; i++)
            ehc_add_choice(hint, fields[i].key);
    ehc_reader_fail(reader, hint, "%s is not known in [%s]", ehc_quote(reader->entry->key, quoted), reader->entry->section);
}

void ehc_read_fields(struct reader *reader, size_t header, const struct field *fields, size_t count, void *target) {
    const struct ini *ini = reader->ini;
    size_t end = ehc_section_end(ini, header);
    for (size_t i = header + 1; i < end; i++) {
        reader->entry = &ini->entries[i];
        const struct field *field = find_field(fields, count, reader->entry->key);
        if (field == NULL)
            unknown_key(reader, fields, count);
        else
            field->read(reader, reader->entry->value, (char *)target + field->offset);
    }
    for (size_t i = 0; i < count; i++) {
        bool given = false;
        for (size_t j = header + 1; fields[i].required && !given && j < end; j++)
            given = ascii_same(ini->entries[j].key, fields[i].key);
        reader->entry = &ini->entries[header];
        if (fields[i].required && !given)
            ehc_reader_fail(reader, NULL, "'%s' is missing in [%s]", fields[i].key, reader->entry->section);
    }
}

const char *ehc_section_id(const char *section, const char *kind) {
    size_t length = strlen(kind);
    for (size_t i = 0; i < length; i++)
        if ((section[i] | 0x20) != kind[i])
            return NULL;
    if (section[length] != ' ')
        return NULL;
    while (section[length] == ' ')
        length++;
    return section[length] != '\0' ? section + length : NULL;
}

bool ehc_next_item(const char **list, char *item, size_t room) {
    while (**list == ' ' || **list == ',')
        (*list)++;
    size_t length = strcspn(*list, ",");
    if (length == 0)
        return false;
    const char *from = *list;
    *list += length;
    while (from[length - 1] == ' ')
        length--;
    snprintf(item, room, "%.*s", (int)(length < room ? length : room - 1), from);
    return true;
}
