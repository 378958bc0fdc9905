#include "fill.h"
#include "shown.h"
#include <stdarg.h>
#include <string.h>

enum { PLACES_MOST = 12, NAME_ROOM = 32 };

/* The place at the beginning of `words`, or NULL. */
static const struct fill_place *place_at(const char *words, const struct fill_place *places, size_t count) {
    for (size_t i = 0; *words == '{' && i < count; i++)
        if (places[i].value != NULL && strncmp(words, places[i].name, strlen(places[i].name)) == 0)
            return &places[i];
    return NULL;
}

/* Removes the first bytes of a character whose other bytes had no room. */
static void cut_half_character(char *text, size_t length) {
    size_t at = length;
    while (at > 0 && ((unsigned char)text[at - 1] & 0xC0) == 0x80)
        at--;
    if (at > 0 && ehc_utf8_length(text + at - 1) != length - (at - 1))
        text[at - 1] = '\0';
}

const char *ehc_fill(const char *words, const struct fill_place *places, size_t count, char *text, size_t room) {
    size_t at = 0;
    while (*words != '\0' && at + 1 < room) {
        const struct fill_place *place = place_at(words, places, count);
        if (place != NULL) {
            at += (size_t)snprintf(text + at, room - at, "%s", place->value);
            words += strlen(place->name);
        } else {
            text[at++] = *words++;
        }
    }
    text[at < room ? at : room - 1] = '\0';
    if (*words != '\0' || at >= room)
        cut_half_character(text, room - 1);
    return text;
}

struct pairs {
    struct fill_place places[PLACES_MOST];
    char names[PLACES_MOST][NAME_ROOM];
    size_t count;
};

static void read_pairs(struct pairs *read, va_list pairs) {
    read->count = 0;
    for (const char *name = va_arg(pairs, const char *); name != NULL && read->count < PLACES_MOST;
         name = va_arg(pairs, const char *)) {
        snprintf(read->names[read->count], NAME_ROOM, "{%s}", name);
        read->places[read->count] = (struct fill_place){read->names[read->count], va_arg(pairs, const char *)};
        read->count++;
    }
}

static void fill_in(char *text, size_t room, const char *sentence, va_list pairs) {
    struct pairs read;
    read_pairs(&read, pairs);
    ehc_fill(sentence, read.places, read.count, text, room);
}

const char *ehc_sentence(char *text, size_t room, const char *sentence, ...) {
    va_list pairs;
    va_start(pairs, sentence);
    fill_in(text, room, sentence, pairs);
    va_end(pairs);
    return text;
}

const char *ehc_sentence_add(char *text, size_t room, const char *sentence, ...) {
    size_t at = strlen(text);
    va_list pairs;
    va_start(pairs, sentence);
    fill_in(text + at, room - at, sentence, pairs);
    va_end(pairs);
    return text;
}

void ehc_put_sentence(FILE *out, const char *sentence, ...) {
    struct pairs read;
    va_list pairs;
    va_start(pairs, sentence);
    read_pairs(&read, pairs);
    va_end(pairs);
    while (*sentence != '\0') {
        const struct fill_place *place = place_at(sentence, read.places, read.count);
        if (place != NULL)
            fputs(place->value, out);
        else
            fputc(*sentence, out);
        sentence += place != NULL ? strlen(place->name) : 1;
    }
}
