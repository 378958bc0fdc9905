#include "../lib/error.h"
#include "../view/words.h"
#include "../view/wrap.h"
#include "cli.h"
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
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

/* ---- files: whole or not at all ---- */

static bool write_all(int descriptor, const char *text, size_t length) {
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

static enum exit_status cannot_write(const char *file) {
    char quoted[EHC_QUOTE_ROOM];
    int reason = errno;
    complain(reason == ENOSPC ? "make room on the disk, or write elsewhere" : "choose another place or name",
             "%s cannot be written: %s", ehc_quote(file, quoted), strerror(reason));
    return EXIT_FILE;
}

static enum exit_status already_exists(const char *file) {
    char quoted[EHC_QUOTE_ROOM];
    complain("choose another name, or replace it with --force", "%s exists already", ehc_quote(file, quoted));
    return EXIT_FILE;
}

/* Gives the temporary file the target's name. Without `force` a file that appeared meanwhile is left alone: link() fails
 * where there is one. Where the file system has no links, rename() has to do. */
static bool put_in_place(const char *temporary, const char *target, bool force) {
    if (force)
        return rename(temporary, target) == 0;
    if (link(temporary, target) == 0) {
        unlink(temporary);
        return true;
    }
    return (errno == EPERM || errno == ENOTSUP || errno == ENOSYS) && access(target, F_OK) != 0 &&
           rename(temporary, target) == 0;
}

static void sync_folder(const char *target) {
    char folder[FILE_NAME_ROOM];
    const char *slash = strrchr(target, '/');
    snprintf(folder, sizeof folder, "%.*s",
             slash == NULL     ? 1
             : slash == target ? 1
                               : (int)(slash - target),
             slash == NULL ? "." : target);
    int descriptor = open(folder, O_RDONLY);
    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
}

/* A terminal, a pipe or a device is written to as it is: there is no old content to keep. */
static enum exit_status open_stream(struct file_output *output, int descriptor) {
    output->stream = descriptor >= 0 ? fdopen(descriptor, "w") : NULL;
    if (output->stream != NULL)
        return EXIT_DONE;
    int reason = errno;
    if (descriptor >= 0)
        close(descriptor);
    if (output->temporary[0] != '\0')
        unlink(output->temporary);
    errno = reason;
    return cannot_write(output->file);
}

enum exit_status begin_long_file(struct file_output *output, const char *file, bool force) {
    struct stat status;
    bool exists = stat(file, &status) == 0;
    *output = (struct file_output){.file = file, .force = force};
    if (exists && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))
        return open_stream(output, open(file, O_WRONLY));
    if (exists && S_ISREG(status.st_mode) && !force)
        return already_exists(file);
    errno = EISDIR;
    if (exists && S_ISDIR(status.st_mode))
        return cannot_write(file);
    /* A link stays a link: what it points to is replaced. */
    char *resolved = exists ? realpath(file, NULL) : NULL;
    int size = snprintf(output->target, sizeof output->target, "%s", resolved != NULL ? resolved : file);
    free(resolved);
    errno = ENAMETOOLONG;
    if (size < 0 || (size_t)size >= sizeof output->target)
        return cannot_write(file);
    snprintf(output->temporary, sizeof output->temporary, "%s.XXXXXX", output->target);
    int descriptor = mkstemp(output->temporary);
    if (descriptor < 0)
        output->temporary[0] = '\0';
    mode_t mask = umask(0);
    umask(mask);
    if (descriptor >= 0)
        fchmod(descriptor, exists ? status.st_mode & 0777 : 0666 & ~mask);
    return open_stream(output, descriptor);
}

enum exit_status finish_long_file(struct file_output *output) {
    bool in_place = output->temporary[0] != '\0';
    bool written =
        !ferror(output->stream) && fflush(output->stream) == 0 && (!in_place || fsync(fileno(output->stream)) == 0);
    int reason = errno;
    if (fclose(output->stream) != 0 && written) {
        written = false;
        reason = errno;
    }
    output->stream = NULL;
    if (written && in_place && !put_in_place(output->temporary, output->target, output->force)) {
        written = false;
        reason = errno;
    }
    if (written) {
        if (in_place)
            sync_folder(output->target);
        return EXIT_DONE;
    }
    if (in_place)
        unlink(output->temporary);
    errno = reason;
    return in_place && reason == EEXIST ? already_exists(output->file) : cannot_write(output->file);
}

void drop_long_file(struct file_output *output) {
    if (output->stream == NULL)
        return;
    fclose(output->stream);
    output->stream = NULL;
    if (output->temporary[0] != '\0')
        unlink(output->temporary);
}

static enum exit_status replace_file(const char *file, const char *text, size_t length, bool force) {
    struct file_output output;
    enum exit_status status = begin_long_file(&output, file, force);
    if (status != EXIT_DONE)
        return status;
    fwrite(text, 1, length, output.stream);
    return finish_long_file(&output);
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
    enum exit_status status = gather(output) ? replace_file(file, output->text, output->length, replace) : EXIT_FILE;
    drop_output(output);
    return status;
}

enum exit_status finish_output(struct output *output, const struct request *request) {
    const char *file = value_of(request, OPTION_OUTPUT);
    if (file != NULL && strcmp(file, "-") != 0)
        return finish_file(output, file, is_given(request, OPTION_FORCE));
    enum exit_status status = gather(output) ? EXIT_DONE : EXIT_FILE;
    if (status == EXIT_DONE && !write_all(STDOUT_FILENO, output->text, output->length)) {
        complain(NULL, "standard output cannot be written: %s", strerror(errno));
        status = EXIT_FILE;
    }
    drop_output(output);
    return status;
}
