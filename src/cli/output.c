#include "cli.h"
#include "util/fail.h"
#include "util/file.h"
#include "view/words.h"
#include "view/wrap.h"
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDEST = 80, NARROWEST = 30 };

static void put_safely(FILE *out, const char *text) {
    while (*text != '\0') {
        size_t bytes;
        const char *shown = ehc_shown(&text, &bytes);
        fwrite(shown, 1, bytes, out);
    }
}

void put_error(FILE *out, const struct ehc_error *error) {
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

void print_error(void *context, const struct ehc_error *error) {
    (void)context;
    fputs("ehc: ", stderr);
    put_error(stderr, error);
}

enum exit_status status_of_error(const struct ehc_error *error) {
    return error->of_machine ? EXIT_FILE : EXIT_INPUT;
}

void note_error(void *context, const struct ehc_error *error) {
    enum exit_status *status = context;
    print_error(NULL, error);
    if (*status != EXIT_FILE)
        *status = status_of_error(error);
}

void complain(const char *hint, const char *format, ...) {
    struct ehc_error error = {0};
    va_list arguments;
    va_start(arguments, format);
    ehc_vfail(&error, format, arguments);
    va_end(arguments);
    if (hint != NULL)
        ehc_hint(&error, "%s", hint);
    print_error(NULL, &error);
}

void complain_unknown(const char *name, const char *what, const char *nearest, const char *hint) {
    char quoted[EHC_QUOTE_ROOM], near[160];
    snprintf(near, sizeof near, "did you mean '%s'?", nearest != NULL ? nearest : "");
    complain(nearest != NULL ? near : hint, "%s is not %s", ehc_quote(name, quoted), what);
}

/* Each missing fact is told on standard error too: the screen may be a file, and many cases have one line each. */
bool tell_missing(const struct ehc_judged *view) {
    struct ehc_missing missing = {0};
    struct ehc_error error = {.file = view->facts->file};
    char text[EHC_WORDS];
    bool said = false;
    for (; ehc_missing_next(view, &missing); said = true) {
        write_missing(view, &missing, text);
        snprintf(error.message, sizeof error.message, "cannot say: %.290s", text);
        print_error(NULL, &error);
    }
    if (said || ehc_result_of(view) != EHC_CANNOT_SAY)
        return said;
    snprintf(error.message, sizeof error.message, "cannot say: %s", nothing_started);
    print_error(NULL, &error);
    return true;
}

static size_t terminal_width(void) {
    const char *columns = getenv("COLUMNS");
    struct winsize size = {0};
    long width = columns != NULL ? strtol(columns, NULL, 10) : 0;
    if (width <= 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    if (width <= 0 || width > WIDEST)
        return WIDEST;
    return width < NARROWEST ? NARROWEST : (size_t)width;
}

struct page make_page(const struct request *request, FILE *out) {
    const char *file = value_of(request, OPTION_OUTPUT), *terminal = getenv("TERM"), *no_color = getenv("NO_COLOR");
    bool to_terminal = (file == NULL || strcmp(file, "-") == 0) && isatty(STDOUT_FILENO);
    bool wanted = !is_given(request, OPTION_NO_COLOR) && (no_color == NULL || *no_color == '\0') &&
                  (terminal == NULL || strcmp(terminal, "dumb") != 0);
    return (struct page){.out = out, .width = to_terminal ? terminal_width() : WIDEST, .colour = to_terminal && wanted};
}

bool begin_output(struct output *output) {
    *output = (struct output){0};
    output->stream = open_memstream(&output->text, &output->length);
    if (output->stream == NULL)
        complain(NULL, "there is not enough memory");
    return output->stream != NULL;
}

void drop_output(struct output *output) {
    if (output->stream != NULL)
        fclose(output->stream);
    free(output->text);
    *output = (struct output){0};
}

/* Closes the stream; false, and a message, where not all could be gathered. */
static bool gather(struct output *output) {
    bool whole = fclose(output->stream) == 0;
    output->stream = NULL;
    if (!whole)
        complain(NULL, "there is not enough memory");
    return whole;
}

enum exit_status finish_file(struct output *output, const char *file, bool replace) {
    enum exit_status status = gather(output) ? write_file(file, output->text, output->length, replace) : EXIT_FILE;
    drop_output(output);
    return status;
}

enum exit_status finish_output(struct output *output, const struct request *request) {
    const char *file = value_of(request, OPTION_OUTPUT);
    if (file != NULL && strcmp(file, "-") != 0)
        return finish_file(output, file, is_given(request, OPTION_FORCE));
    enum exit_status status = gather(output) ? EXIT_DONE : EXIT_FILE;
    if (status == EXIT_DONE && !ehc_file_write(STDOUT_FILENO, output->text, output->length)) {
        complain(NULL, "standard output cannot be written: %s", strerror(errno));
        status = EXIT_FILE;
    }
    drop_output(output);
    return status;
}
