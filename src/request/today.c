/* Replaces "today", "yesterday" and "tomorrow" by dates. */
#include "request.h"
#include "util/ascii.h"
#include <stdio.h>
#include <string.h>

static const struct {
    const char *word;
    int days; /* from today */
} words[] = {{"today", 0}, {"yesterday", -1}, {"tomorrow", 1}};

/* If the first `length` letters are one of the words, sets `days` to its distance from today. Else false. */
static bool find_word(const char *text, size_t length, int *days) {
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        *days = words[i].days;
        if (ascii_same_part(text, length, words[i].word))
            return true;
    }
    return false;
}

const char *request_dates(const struct request *request, const char *text, char *out, size_t room) {
    size_t used = 0;
    while (*text != '\0' && used + 1 < room) {
        char date[EHC_DAY_TEXT];
        size_t length = 0;
        int days;
        while (ascii_is_letter(text[length]))
            length++;
        if (length > 0 && find_word(text, length, &days))
            used += (size_t)snprintf(out + used, room - used, "%s",
                                     ehc_day_format_iso(ehc_add_days(request->as_at, days), date));
        else
            used += (size_t)snprintf(out + used, room - used, "%.*s", length > 0 ? (int)length : 1, text);
        text += length > 0 ? length : 1;
    }
    if (used == 0 && room > 0)
        out[0] = '\0';
    return out;
}

bool request_is_day_word(const char *text) {
    int days;
    return find_word(text, strlen(text), &days);
}
