#include "error.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
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

bool ehc_is_control(const char *character) {
    const unsigned char *byte = (const unsigned char *)character;
    if (byte[0] < 0x20 || byte[0] == 0x7f)
        return true;
    if (byte[0] == 0xc2)
        return byte[1] < 0xa0; /* U+0080 to U+009F */
    if (byte[0] == 0xd8)
        return byte[1] == 0x9c; /* U+061C */
    if (byte[0] == 0xe2 && byte[1] == 0x80)
        return byte[2] == 0x8e || byte[2] == 0x8f || (byte[2] >= 0xa8 && byte[2] <= 0xae); /* marks, U+2028 to U+202E */
    return byte[0] == 0xe2 && byte[1] == 0x81 && byte[2] >= 0xa6 && byte[2] <= 0xa9;       /* U+2066 to U+2069 */
}

bool ehc_is_plain(const char *text) {
    while (*text != '\0') {
        size_t length = ehc_utf8_length(text);
        if (length == 0 || ehc_is_control(text))
            return false;
        text += length;
    }
    return true;
}

const char *ehc_quote(const char *text, char out[EHC_QUOTE_ROOM]) {
    const size_t longest = EHC_QUOTE_ROOM - 10;
    size_t at = 0;
    out[at++] = '\'';
    while (*text != '\0' && at < longest) {
        size_t length = ehc_utf8_length(text);
        if (length == 0 || ehc_is_control(text)) {
            out[at++] = '?';
            text += length > 0 ? length : 1;
            continue;
        }
        memcpy(out + at, text, length);
        at += length;
        text += length;
    }
    snprintf(out + at, EHC_QUOTE_ROOM - at, "%s'", *text == '\0' ? "" : "...");
    return out;
}

/* Makes a message fit to be shown: cut back to whole characters where it was too long for its room, and with '?' in place of
 * what would act on a terminal. */
static void make_fit(char *text) {
    for (size_t at = 0; text[at] != '\0';) {
        size_t length = ehc_utf8_length(text + at);
        if (length == 0) {
            text[at] = '\0';
            return;
        }
        if (ehc_is_control(text + at))
            memset(text + at, '?', length);
        at += length;
    }
}

bool ehc_vfail(struct ehc_error *error, const char *format, va_list arguments) {
    *error = (struct ehc_error){0};
    vsnprintf(error->message, sizeof error->message, format, arguments);
    make_fit(error->message);
    return false;
}

bool ehc_fail(struct ehc_error *error, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    ehc_vfail(error, format, arguments);
    va_end(arguments);
    return false;
}

bool ehc_no_memory(struct ehc_error *error) {
    ehc_fail(error, "there is not enough memory");
    error->of_machine = true;
    return ehc_hint(error, "close other programs, or give it less to read");
}

bool ehc_hint(struct ehc_error *error, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->hint, sizeof error->hint, format, arguments);
    va_end(arguments);
    make_fit(error->hint);
    return false;
}
