#include "fill.h"
#include "shown.h"
#include <stdarg.h>
#include <string.h>

enum { PLACES_MOST = 12 };

/* The value of the place that `words` begin with, and moves past the place; NULL if there is none. */
static const char *take_place(const char **words, const struct fill_place *places, size_t count) {
    size_t length = **words == '{' ? strcspn(*words, "}") : 0;
    for (size_t i = 0; length > 0 && i < count; i++) {
        const char *name = places[i].name;
        if (places[i].value == NULL || strlen(name) != length - 1 || strncmp(*words + 1, name, length - 1) != 0)
            continue;
        *words += length + 1;
        return places[i].value;
    }
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
        const char *value = take_place(&words, places, count);
        if (value != NULL)
            at += (size_t)snprintf(text + at, room - at, "%s", value);
        else
            text[at++] = *words++;
    }
    text[at < room ? at : room - 1] = '\0';
    if (*words != '\0' || at >= room)
        cut_half_character(text, room - 1);
    return text;
}

static size_t read_pairs(struct fill_place places[PLACES_MOST], va_list pairs) {
    size_t count = 0;
    for (const char *name; count < PLACES_MOST && (name = va_arg(pairs, const char *)) != NULL; count++)
        places[count] = (struct fill_place){name, va_arg(pairs, const char *)};
    return count;
}

const char *ehc_sentence(char *text, size_t room, const char *sentence, ...) {
    struct fill_place places[PLACES_MOST];
    va_list pairs;
    va_start(pairs, sentence);
    size_t count = read_pairs(places, pairs);
    va_end(pairs);
    return ehc_fill(sentence, places, count, text, room);
}

const char *ehc_sentence_add(char *text, size_t room, const char *sentence, ...) {
    struct fill_place places[PLACES_MOST];
    size_t at = strlen(text);
    va_list pairs;
    va_start(pairs, sentence);
    size_t count = read_pairs(places, pairs);
    va_end(pairs);
    ehc_fill(sentence, places, count, text + at, room - at);
    return text;
}

void ehc_put_sentence(FILE *out, const char *sentence, ...) {
    struct fill_place places[PLACES_MOST];
    va_list pairs;
    va_start(pairs, sentence);
    size_t count = read_pairs(places, pairs);
    va_end(pairs);
    while (*sentence != '\0') {
        const char *value = take_place(&sentence, places, count);
        if (value != NULL)
            fputs(value, out);
        else
            fputc(*sentence++, out);
    }
}
