#include "date_text.h"
#include "util/ascii.h"
#include "util/fail.h"
#include <ehc/date.h>
#include <stdint.h>
#include <string.h>

/* ---- characters ---- */

/* Characters that stand for one of a keyboard: in a date they can mean nothing else. */
static const struct {
    uint32_t first, last;
    char plain;
} alike[] = {
    {0x00a0, 0x00a0, ' '},  /* no-break space */
    {0x02bc, 0x02bc, '\''}, /* letter apostrophe */
    {0x2000, 0x200a, ' '},  /* spaces of many widths */
    {0x2010, 0x2015, '-'},  /* hyphens and dashes */
    {0x2018, 0x201b, '\''}, /* single quotation marks */
    {0x201c, 0x201f, '"'},  /* double quotation marks */
    {0x202f, 0x202f, ' '},  /* narrow no-break space */
    {0x2044, 0x2044, '/'},  /* fraction slash */
    {0x205f, 0x205f, ' '},  /* mathematical space */
    {0x2212, 0x2212, '-'},  /* minus sign */
    {0x2215, 0x2215, '/'},  /* division slash */
    {0x3000, 0x3000, ' '},  /* ideographic space */
};

/* The keyboard character that a character stands for; 0 if there is none. */
static char plain_character(uint32_t number) {
    if (number < 0x7f)
        return number >= ' ' || number == '\t' ? (char)number : '\0';
    for (size_t i = 0; i < sizeof alike / sizeof alike[0]; i++)
        if (number >= alike[i].first && number <= alike[i].last)
            return alike[i].plain;
    return '\0';
}

bool ehc_not_a_date(const char *text, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    ehc_fail(error, "%s is not a date", ehc_quote(text, quoted));
    return ehc_hint(error, "write it as 2026-01-05, 5/1/2026 or 5 January 2026");
}

/* Names the character, because it may look right on a screen. */
static bool wrong_character(const char *text, const char *character, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM], named[EHC_QUOTE_ROOM], only[5] = "";
    size_t length = ehc_utf8_length(character);
    if (length == 0)
        return ehc_not_a_date(text, error);
    memcpy(only, character, length);
    ehc_fail(error, "%s is not a date: it holds the character %s, U+%04X", ehc_quote(text, quoted), ehc_quote(only, named),
             (unsigned)ehc_character(character));
    return ehc_hint(error, "type the date again, as 2026-01-05, 5/1/2026 or 5 January 2026");
}

/* Removes blanks at both ends, quotation marks around the text, and the apostrophe with which a spreadsheet marks a text
 * cell. */
static void strip(char *text) {
    size_t start = 0, end = strlen(text);
    while (start < end && strchr(" \t'\"", text[start]) != NULL)
        start++;
    while (end > start && strchr(" \t'\"", text[end - 1]) != NULL)
        end--;
    memmove(text, text + start, end - start);
    text[end - start] = '\0';
}

bool ehc_date_to_plain(const char *text, char out[DATE_TEXT_ROOM], struct ehc_error *error) {
    size_t length = 0;
    for (const char *at = text; *at != '\0';) {
        size_t bytes = ehc_utf8_length(at);
        char plain = bytes > 0 ? plain_character(ehc_character(at)) : '\0';
        if (plain == '\0')
            return wrong_character(text, at, error);
        if (length + 1 == DATE_TEXT_ROOM)
            return ehc_not_a_date(text, error);
        out[length++] = plain;
        at += bytes;
    }
    out[length] = '\0';
    strip(out);
    return true;
}

/* ---- spans ---- */

static const struct {
    const char *text;
    bool alone; /* a date can hold it too: it separates two dates only if the text has one of it */
} betweens[] = {
    {"..", false},          {"\xe2\x80\xa6", false}, /* an ellipsis */
    {" to ", false},        {" until ", false},      {" till ", false},
    {" through ", false},   {" - ", true},           {"\xe2\x80\x93", true}, /* en dash */
    {"\xe2\x80\x94", true},                                                  /* em dash */
};

static const char *find(const char *text, const char *wanted) {
    size_t length = strlen(wanted);
    for (; *text != '\0'; text++) {
        size_t at = 0;
        while (at < length && ascii_lower(text[at]) == wanted[at])
            at++;
        if (at == length)
            return text;
    }
    return NULL;
}

const char *ehc_between_days(const char *text, size_t *length) {
    for (size_t i = 0; i < sizeof betweens / sizeof betweens[0]; i++) {
        const char *found = find(text, betweens[i].text);
        *length = strlen(betweens[i].text);
        if (found != NULL && !(betweens[i].alone && find(found + *length, betweens[i].text) != NULL))
            return found;
    }
    return NULL;
}

bool ehc_is_span(const char *text) {
    size_t length;
    return ehc_between_days(text, &length) != NULL;
}
