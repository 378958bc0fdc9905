#include "output.h"
#include "say.h"
#include "util/fail.h"
#include "util/read_file.h"
#include "view/wrap.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDEST = 80, NARROWEST = 30 };

static size_t terminal_width(int descriptor) {
    const char *columns = getenv("COLUMNS");
    long width = columns != NULL ? strtol(columns, NULL, 10) : 0;
#ifdef TIOCGWINSZ
    struct winsize size = {0};
    if (width <= 0 && ioctl(descriptor, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
#else
    (void)descriptor;
#endif
    if (width <= 0 || width > WIDEST)
        return WIDEST;
    return width < NARROWEST ? NARROWEST : (size_t)width;
}

bool output_is_file(const struct request *request) {
    const char *file = option_value(request, OPTION_OUTPUT);
    return file != NULL && strcmp(file, "-") != 0;
}

struct page output_page(const struct request *request, FILE *out) {
    const char *terminal = getenv("TERM"), *no_color = getenv("NO_COLOR");
    bool to_terminal = !output_is_file(request) && isatty(STDOUT_FILENO);
    bool wanted = !option_is_given(request, OPTION_NO_COLOR) && (no_color == NULL || *no_color == '\0') &&
                  (terminal == NULL || strcmp(terminal, "dumb") != 0);
    return (struct page){
        .out = out, .width = to_terminal ? terminal_width(STDOUT_FILENO) : WIDEST, .colour = to_terminal && wanted};
}

struct page output_page_of_messages(void) {
    return (struct page){.out = stderr, .width = isatty(STDERR_FILENO) ? terminal_width(STDERR_FILENO) : WIDEST};
}

static bool open_file(struct output *output, const char *file, bool replace) {
    struct ehc_error error;
    if (!ehc_write_file_begin(&output->file, file, replace, &error)) {
        say_error(NULL, &error);
        return false;
    }
    output->stream = output->file.stream;
    return true;
}

bool output_begin_file(struct output *output, const char *file, bool replace) {
    *output = (struct output){0};
    return open_file(output, file, replace);
}

bool output_begin(struct output *output, const struct request *request) {
    *output = (struct output){0};
    if (output_is_file(request))
        return open_file(output, option_value(request, OPTION_OUTPUT), option_is_given(request, OPTION_FORCE));
    output->stream = stdout;
    return true;
}

enum exit_status output_finish(struct output *output) {
    struct ehc_error error;
    bool to_stdout = output->stream == stdout;
    output->stream = NULL;
    /* main() reports a failed write of standard output when the command has ended. */
    if (to_stdout)
        return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_DONE : EXIT_FILE;
    if (ehc_write_file_finish(&output->file, &error))
        return EXIT_DONE;
    say_error(NULL, &error);
    return EXIT_FILE;
}

void output_drop(struct output *output) {
    ehc_write_file_drop(&output->file);
    output->stream = NULL;
}

char *output_read_file(const char *file, size_t most, const char *too_large_hint, size_t *length, enum exit_status *status) {
    static const char check_name[] = "check the file's name";
    char quoted[EHC_QUOTE_ROOM];
    bool too_large;
    errno = 0;
    char *text = ehc_read_file(file, most, length, &too_large);
    if (text != NULL)
        return text;
    if (too_large)
        say_fault(too_large_hint, "%s is too large", ehc_quote(file, quoted));
    else if (errno != 0)
        say_fault(check_name, "%s cannot be read: %s", ehc_quote(file, quoted), strerror(errno));
    else
        say_fault(check_name, "%s cannot be read", ehc_quote(file, quoted));
    *status = too_large ? EXIT_INPUT : EXIT_FILE;
    return NULL;
}
