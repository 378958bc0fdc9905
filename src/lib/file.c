#include "file.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *ehc_file_read(const char *file, size_t most, size_t *length, bool *too_large) {
    FILE *in = strcmp(file, "-") == 0 ? stdin : fopen(file, "rb");
    char *text = in != NULL ? malloc(most + 2) : NULL;
    bool whole = false;
    *too_large = false;
    if (text != NULL) {
        *length = fread(text, 1, most + 1, in);
        *too_large = *length > most;
        whole = !ferror(in) && !*too_large;
        text[*length] = '\0';
    }
    if (in != NULL && in != stdin)
        fclose(in);
    if (!whole) {
        free(text);
        return NULL;
    }
    return text;
}
