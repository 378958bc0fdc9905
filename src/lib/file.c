#include "file.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *file_read(const char *file, size_t most, size_t *length, bool *too_large) {
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
    int reason = errno;
    if (in != NULL && in != stdin)
        fclose(in);
    if (!whole) {
        free(text);
        errno = reason;
        return NULL;
    }
    return text;
}

bool ehc_file_write(int descriptor, const char *text, size_t length) {
    while (length > 0) {
        ssize_t written = write(descriptor, text, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        text += written;
        length -= (size_t)written;
    }
    return true;
}
