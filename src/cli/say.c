#include "say.h"
#include "util/fail.h"
#include <stdarg.h>

static void put_safely(FILE *out, const char *text) {
    while (*text != '\0') {
        size_t bytes;
        const char *shown = ehc_shown(&text, &bytes);
        fwrite(shown, 1, bytes, out);
    }
}

void say_error_to(FILE *out, const struct ehc_error *error) {
    if (error->file != NULL) {
        put_safely(out, error->file);
        if (error->line > 0)
            fprintf(out, ":%u", error->line);
        fputs(": ", out);
    }
    put_safely(out, error->message);
    fputc('\n', out);
    if (error->hint[0] != '\0') {
        fputs("     ", out);
        put_safely(out, error->hint);
        fputc('\n', out);
    }
}

void say_error(void *context, const struct ehc_error *error) {
    (void)context;
    fputs("ehc: ", stderr);
    say_error_to(stderr, error);
}

enum exit_status say_status(const struct ehc_error *error) {
    return error->of_machine ? EXIT_FILE : EXIT_INPUT;
}

void say_and_note(void *context, const struct ehc_error *error) {
    enum exit_status *status = context;
    say_error(NULL, error);
    if (*status != EXIT_FILE)
        *status = say_status(error);
}

void say_fault(const char *hint, const char *format, ...) {
    struct ehc_error error = {0};
    va_list arguments;
    va_start(arguments, format);
    ehc_vfail(&error, format, arguments);
    va_end(arguments);
    if (hint != NULL)
        ehc_hint(&error, "%s", hint);
    say_error(NULL, &error);
}

void say_unknown(const char *name, const char *what, const char *nearest, const char *hint) {
    char quoted[EHC_QUOTE_ROOM], near[160];
    snprintf(near, sizeof near, "did you mean '%s'?", nearest != NULL ? nearest : "");
    say_fault(nearest != NULL ? near : hint, "%s is not %s", ehc_quote(name, quoted), what);
}

void say_no_memory(void) {
    struct ehc_error error;
    ehc_no_memory(&error);
    say_error(NULL, &error);
}
