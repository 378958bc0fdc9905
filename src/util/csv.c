/* Text in a file of CSV. */
#include "csv.h"
#include <stdbool.h>
#include <string.h>

/* Whether a spreadsheet could run a text: some take the full-width signs too, and some pass over spaces. */
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
    if (!quoted) {
        fputs(text, out);
        return;
    }
    putc('"', out);
    if (formula)
        putc('\'', out);
    for (; *text != '\0'; text++) {
        if (*text == '"')
            putc('"', out);
        putc(*text, out);
    }
    putc('"', out);
}
