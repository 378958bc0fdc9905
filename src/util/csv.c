#include "csv.h"
#include "util/shown.h"
#include <stdbool.h>
#include <string.h>

/* Whether a spreadsheet could run the text as a formula. Some also take the full-width signs, and some ignore spaces. */
static bool is_formula(const char *text) {
    static const char *const signs[] = {"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
    text += strspn(text, " ");
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return true;
    return false;
}

void ehc_put_csv_text(FILE *out, const char *text) {
    bool formula = is_formula(text);
    bool quoted = formula || strpbrk(text, ",;\"\r\n\t") != NULL || *text == ' ' || *text == '\'';
    if (!quoted && ehc_is_plain(text)) {
        fputs(text, out);
        return;
    }
    if (quoted)
        putc('"', out);
    if (formula)
        putc('\'', out);
    while (*text != '\0') {
        size_t bytes = 1;
        const char *character = strchr("\r\n\t", *text) != NULL ? text++ : ehc_shown(&text, &bytes);
        if (*character == '"')
            putc('"', out);
        fwrite(character, 1, bytes, out);
    }
    if (quoted)
        putc('"', out);
}
