#include "shown.h"
#include <stdint.h>
#include <string.h>

size_t ehc_utf8_length(const char *text) {
    const unsigned char *byte = (const unsigned char *)text;
    if (byte[0] < 0x80)
        return 1;
    size_t length = byte[0] >= 0xf0 ? 4 : byte[0] >= 0xe0 ? 3 : 2;
    if (byte[0] < 0xc2 || byte[0] > 0xf4)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((byte[i] & 0xc0) != 0x80)
            return 0;
    bool overlong = (byte[0] == 0xe0 && byte[1] < 0xa0) || (byte[0] == 0xf0 && byte[1] < 0x90);
    bool surrogate_or_beyond = (byte[0] == 0xed && byte[1] > 0x9f) || (byte[0] == 0xf4 && byte[1] > 0x8f);
    return overlong || surrogate_or_beyond ? 0 : length;
}

bool ehc_is_utf8(const char *text, size_t length) {
    for (size_t at = 0; at < length;) {
        size_t bytes = ehc_utf8_length(text + at);
        if (bytes == 0)
            return false;
        at += bytes;
    }
    return true;
}

uint32_t ehc_character(const char *character) {
    static const unsigned char first_bits[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    size_t length = ehc_utf8_length(character);
    uint32_t number = (unsigned char)character[0] & first_bits[length];
    for (size_t i = 1; i < length; i++)
        number = number << 6 | ((unsigned char)character[i] & 0x3f);
    return number;
}

static bool is_hidden(uint32_t number) {
    static const struct {
        uint32_t first, last;
    } hidden[] = {{0x00, 0x1f},     {0x7f, 0x9f},     {0x61c, 0x61c},   {0x180e, 0x180e},
                  {0x200b, 0x200b}, {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f},
                  {0xfdd0, 0xfdef}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0001, 0xe0001}};
    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0] && number >= hidden[i].first; i++)
        if (number <= hidden[i].last)
            return true;
    return (number & 0xfffe) == 0xfffe;
}

const char *ehc_shown(const char **text, size_t *bytes) {
    const char *character = *text;
    size_t length = ehc_utf8_length(character);
    bool shown = length > 0 && !is_hidden(ehc_character(character));
    *text += length > 0 ? length : 1;
    *bytes = shown ? length : 1;
    return shown ? character : "?";
}

const char *ehc_find_hidden(const char *text, const char *but) {
    while (*text != '\0') {
        const char *place = text;
        size_t bytes;
        if (ehc_shown(&text, &bytes) != place && strchr(but, *place) == NULL)
            return place;
    }
    return NULL;
}

bool ehc_is_plain(const char *text) {
    return ehc_find_hidden(text, "") == NULL;
}

void ehc_make_fit(char *text) {
    char *to = text;
    for (const char *from = text; *from != '\0' && ehc_utf8_length(from) > 0;) {
        size_t bytes;
        if (*from >= ' ' && *from <= '~') {
            *to++ = *from++;
            continue;
        }
        const char *shown = ehc_shown(&from, &bytes);
        memmove(to, shown, bytes);
        to += bytes;
    }
    *to = '\0';
}
