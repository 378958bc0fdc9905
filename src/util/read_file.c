#include "read_file.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 1 << 14 };

char *ehc_read_file(const char *file, size_t most, size_t *length, bool *too_large) {
    FILE *in = strcmp(file, "-") == 0 ? stdin : fopen(file, "rb");
    char *text = NULL;
    bool whole = in != NULL;
    *too_large = false;
    *length = 0;
    /* The buffer grows while reading: most files are far smaller than the limit. */
    for (size_t room = FIRST_ROOM; whole && *length <= most; room *= 2) {
        room = room < most + 1 ? room : most + 1;
        char *larger = realloc(text, room + 1);
        whole = larger != NULL;
        if (!whole)
            break;
        text = larger;
        *length += fread(text + *length, 1, room - *length, in);
        text[*length] = '\0';
        whole = !ferror(in);
        if (*length < room)
            break;
    }
    int reason = errno;
    *too_large = *length > most;
    if (in != NULL && in != stdin)
        fclose(in);
    if (!whole || *too_large) {
        free(text);
        errno = reason;
        return NULL;
    }
    return text;
}
