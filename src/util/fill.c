#include "fill.h"
#include <stdio.h>
#include <string.h>

/* The place that the words begin with; NULL. */
static const struct fill_place *place_at(const char *words, const struct fill_place *places, size_t count) {
    for (size_t i = 0; *words == '{' && i < count; i++)
        if (places[i].value != NULL && strncmp(words, places[i].name, strlen(places[i].name)) == 0)
            return &places[i];
    return NULL;
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
    return text;
}
