#include "../lib/error.h"
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

enum { WIDEST = 80, NARROWEST = 30, PATH_ROOM = 4096 };

static void print_safely(const char *text) {
    while (*text != '\0') {
        size_t bytes = ehc_utf8_length(text);
        if (bytes == 0 || ehc_is_control(text))
            putc('?', stderr);
        else
            fwrite(text, 1, bytes, stderr);
        text += bytes > 0 ? bytes : 1;
    }
}

void print_error(void *context, const struct ehc_error *error) {
    (void)context;
    fputs("ehc: ", stderr);
    if (error->file != NULL) {
        print_safely(error->file);
        if (error->line > 0)
            fprintf(stderr, ":%u", error->line);
        fputs(": ", stderr);
    }
    print_safely(error->message);
    fputc('\n', stderr);
    if (error->hint[0] != '\0') {
        fputs("     ", stderr);
        print_safely(error->hint);
        fputc('\n', stderr);
    }
}

void complain(const char *hint, const char *format, ...) {
    struct ehc_error error = {0};
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error.message, sizeof error.message, format, arguments);
    va_end(arguments);
    if (hint != NULL)
        snprintf(error.hint, sizeof error.hint, "%s", hint);
    print_error(NULL, &error);
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

/* A terminal, a pipe or a device is written to as it is: there is no old content to keep. */
static enum exit_status write_to_device(const char *file, const char *text, size_t length) {
    int descriptor = open(file, O_WRONLY);
    if (descriptor < 0)
        return cannot_write(file);
    bool written = write_all(descriptor, text, length);
    int reason = errno;
    if (close(descriptor) != 0 && written) {
        written = false;
        reason = errno;
    }
    errno = reason;
    return written ? EXIT_DONE : cannot_write(file);
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
    char folder[PATH_ROOM];
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

static enum exit_status replace_file(const char *file, const char *text, size_t length, bool force) {
    char real[PATH_ROOM], temporary[PATH_ROOM + 16];
    struct stat status;
    bool exists = stat(file, &status) == 0;
    if (exists && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))
        return write_to_device(file, text, length);
    if (exists && S_ISREG(status.st_mode) && !force)
        return already_exists(file);
    errno = EISDIR;
    if (exists && S_ISDIR(status.st_mode))
        return cannot_write(file);
    /* A link stays a link: what it points to is replaced. */
    char *resolved = exists ? realpath(file, NULL) : NULL;
    int size = snprintf(real, sizeof real, "%s", resolved != NULL ? resolved : file);
    free(resolved);
    errno = ENAMETOOLONG;
    if (size < 0 || (size_t)size >= sizeof real)
        return cannot_write(file);
    snprintf(temporary, sizeof temporary, "%s.XXXXXX", real);
    int descriptor = mkstemp(temporary);
    if (descriptor < 0)
        return cannot_write(file);
    mode_t mask = umask(0);
    umask(mask);
    fchmod(descriptor, exists ? status.st_mode & 0777 : 0666 & ~mask);
    bool written = write_all(descriptor, text, length) && fsync(descriptor) == 0;
    int reason = errno;
    if (close(descriptor) != 0 && written) {
        written = false;
        reason = errno;
    }
    if (written && !put_in_place(temporary, real, force)) {
        written = false;
        reason = errno;
    }
    if (!written) {
        unlink(temporary);
        errno = reason;
        return reason == EEXIST ? already_exists(file) : cannot_write(file);
    }
    sync_folder(real);
    return EXIT_DONE;
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
