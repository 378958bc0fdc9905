#include "c_text.h"
#include <stdio.h>

void print_text(const char *text) {
    if (text == NULL) {
        printf("NULL");
        return;
    }
    putchar('"');
    for (const unsigned char *byte = (const unsigned char *)text; *byte != '\0'; byte++) {
        if (*byte == '"' || *byte == '\\' || *byte == '?')
            printf("\\%c", *byte);
        else if (*byte >= 0x20 && *byte < 0x7f)
            putchar(*byte);
        else
            printf("\\%03o", *byte);
    }
    putchar('"');
}

void print_member(const char *member, const char *text) {
    printf(" .%s = ", member);
    print_text(text);
    putchar(',');
}

void print_fault(void *context, const struct ehc_error *error) {
    (void)context;
    if (error->file != NULL)
        fprintf(stderr, "%s:%u: ", error->file, error->line);
    fprintf(stderr, "%s%s%s\n", error->message, error->hint[0] != '\0' ? "; " : "", error->hint);
}
