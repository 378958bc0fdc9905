/* Files are written whole or not at all. Where the system or the file system has no files without a name, a temporary one
 * stands beside the target. */
#include "cli.h"
#include "nameless.h"
#include "util/fail.h"
#include "util/file.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { UNFINISHED_MOST = 8 };

static const int ending_signals[] = {SIGHUP, SIGINT, SIGTERM};
enum { ENDING_SIGNALS = sizeof ending_signals / sizeof ending_signals[0] };

static enum exit_status cannot_write(const char *file) {
    char quoted[EHC_QUOTE_ROOM];
    int reason = errno;
    complain(reason == ENOSPC || reason == EDQUOT ? "make room on the disk, or write elsewhere"
                                                  : "choose another place or name",
             "%s cannot be written: %s", ehc_quote(file, quoted), strerror(reason));
    return EXIT_FILE;
}

static enum exit_status already_exists(const char *file) {
    char quoted[EHC_QUOTE_ROOM];
    complain("choose another name, or replace it with --force", "%s exists already", ehc_quote(file, quoted));
    return EXIT_FILE;
}

/* ---- signals that end the program ---- */

static sigset_t hold_signals(void) {
    sigset_t ending, before;
    sigemptyset(&ending);
    for (size_t i = 0; i < ENDING_SIGNALS; i++)
        sigaddset(&ending, ending_signals[i]);
    sigprocmask(SIG_BLOCK, &ending, &before);
    return before;
}

static void release_signals(const sigset_t *before) {
    int reason = errno;
    sigprocmask(SIG_SETMASK, before, NULL);
    errno = reason;
}

/* ---- what has to be removed when the program ends early ---- */

static const char *volatile unfinished[UNFINISHED_MOST];

void remove_unfinished_files(void) {
    for (size_t i = 0; i < UNFINISHED_MOST; i++)
        if (unfinished[i] != NULL)
            unlink(unfinished[i]);
}

static void end_by_signal(int number) {
    remove_unfinished_files();
    signal(number, SIG_DFL);
    raise(number);
}

/* Signals that a command catches itself stay its own. */
static void note_unfinished(const char *name) {
    struct sigaction old, action = {.sa_handler = end_by_signal};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < ENDING_SIGNALS; i++)
        if (sigaction(ending_signals[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
            sigaction(ending_signals[i], &action, NULL);
    for (size_t i = 0; i < UNFINISHED_MOST; i++) {
        if (unfinished[i] == NULL) {
            unfinished[i] = name;
            return;
        }
    }
}

static void note_finished(const char *name) {
    for (size_t i = 0; i < UNFINISHED_MOST; i++)
        if (unfinished[i] == name)
            unfinished[i] = NULL;
}

/* ---- a file with a temporary name ---- */

/* Without `force` a file that appeared meanwhile is left alone: link() fails where there is one. Where the file system has
 * no links, rename() has to do. */
static bool rename_temporary(const char *temporary, const char *target, bool force) {
    if (force)
        return rename(temporary, target) == 0;
    if (link(temporary, target) == 0) {
        unlink(temporary);
        return true;
    }
    return (errno == EPERM || errno == ENOTSUP || errno == ENOSYS) && access(target, F_OK) != 0 &&
           rename(temporary, target) == 0;
}

static int open_temporary(struct file_output *output) {
    snprintf(output->temporary, sizeof output->temporary, "%s.XXXXXX", output->target);
    sigset_t before = hold_signals();
    int descriptor = mkstemp(output->temporary);
    if (descriptor < 0)
        output->temporary[0] = '\0';
    else
        note_unfinished(output->temporary);
    release_signals(&before);
    return descriptor;
}

static void remove_temporary(struct file_output *output) {
    if (output->temporary[0] == '\0')
        return;
    unlink(output->temporary);
    note_finished(output->temporary);
    output->temporary[0] = '\0';
}

/* ---- both ---- */

static void folder_of(const char *target, char folder[FILE_NAME_ROOM]) {
    const char *slash = strrchr(target, '/');
    size_t length = slash == NULL || slash == target ? 1 : (size_t)(slash - target);
    snprintf(folder, FILE_NAME_ROOM, "%.*s", (int)length, slash == NULL ? "." : target);
}

static enum exit_status open_stream(struct file_output *output, int descriptor) {
    output->stream = descriptor >= 0 ? fdopen(descriptor, "w") : NULL;
    if (output->stream != NULL)
        return EXIT_DONE;
    int reason = errno;
    if (descriptor >= 0)
        close(descriptor);
    remove_temporary(output);
    errno = reason;
    return cannot_write(output->file);
}

/* A link stays a link: what it points to is replaced. */
static bool find_target(struct file_output *output, bool exists) {
    char *resolved = exists ? realpath(output->file, NULL) : NULL;
    if (exists && resolved == NULL)
        return false;
    int size = snprintf(output->target, sizeof output->target, "%s", exists ? resolved : output->file);
    free(resolved);
    errno = ENAMETOOLONG;
    return size >= 0 && (size_t)size < sizeof output->target;
}

/* The new file may be read by whoever may read the old one, and by nobody else. Some file systems keep no modes. */
static bool set_mode(int descriptor, const struct stat *old) {
    struct stat now;
    mode_t mask = umask(0), others = S_IRWXG | S_IRWXO;
    umask(mask);
    if (fchmod(descriptor, old != NULL ? old->st_mode & 0777 : 0666 & ~mask) == 0 || old == NULL)
        return true;
    int reason = errno;
    bool is_no_wider = fstat(descriptor, &now) == 0 && (now.st_mode & others & ~old->st_mode) == 0;
    errno = reason;
    return is_no_wider;
}

static enum exit_status cannot_follow(const char *file) {
    char quoted[EHC_QUOTE_ROOM];
    int reason = errno;
    complain("choose another name, or remove the link", "%s is a link that cannot be followed: %s", ehc_quote(file, quoted),
             strerror(reason));
    return EXIT_FILE;
}

enum exit_status begin_long_file(struct file_output *output, const char *file, bool force) {
    struct stat status, link;
    bool exists = stat(file, &status) == 0;
    int reason = errno;
    *output = (struct file_output){.file = file, .force = force};
    /* A terminal, a pipe or a device is written to as it is: there is no old content to keep. */
    if (exists && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))
        return open_stream(output, open(file, O_WRONLY | O_NOCTTY));
    if (exists && S_ISREG(status.st_mode) && !force)
        return already_exists(file);
    bool is_link = !exists && lstat(file, &link) == 0 && S_ISLNK(link.st_mode);
    errno = exists ? EISDIR : reason;
    if (is_link)
        return cannot_follow(file);
    if ((exists && S_ISDIR(status.st_mode)) || (!exists && reason != ENOENT) || !find_target(output, exists))
        return cannot_write(file);
    char folder[FILE_NAME_ROOM];
    folder_of(output->target, folder);
    int descriptor = open_nameless(folder);
    if (descriptor < 0)
        descriptor = open_temporary(output);
    if (descriptor >= 0 && !set_mode(descriptor, exists ? &status : NULL)) {
        reason = errno;
        close(descriptor);
        descriptor = -1;
        errno = reason;
    }
    return open_stream(output, descriptor);
}

/* Why an earlier write failed is not known any more: a byte more, in a file that is given up, fails in the same way. */
static bool flush_all(FILE *stream) {
    if (fflush(stream) != 0)
        return false;
    if (!ferror(stream))
        return true;
    errno = EIO;
    ssize_t again = write(fileno(stream), "", 1);
    (void)again;
    return false;
}

/* The stream's file under a descriptor of its own, once all of it is on the disk; -1. Closes the stream. */
static int write_out(struct file_output *output) {
    bool in_place = output->target[0] == '\0';
    bool written = flush_all(output->stream) && (in_place || fsync(fileno(output->stream)) == 0);
    int descriptor = written ? dup(fileno(output->stream)) : -1, reason = errno;
    if (fclose(output->stream) != 0 && descriptor >= 0) {
        reason = errno;
        close(descriptor);
        descriptor = -1;
    }
    output->stream = NULL;
    errno = reason;
    return descriptor;
}

/* The new name is safe once the folder is written; some file systems do not say. */
static bool sync_folder(const char *target) {
    char folder[FILE_NAME_ROOM];
    folder_of(target, folder);
    int descriptor = open(folder, O_RDONLY);
    if (descriptor < 0)
        return true;
    bool synced = fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
    int reason = errno;
    close(descriptor);
    errno = reason;
    return synced;
}

static enum exit_status tell_unsynced(const char *file) {
    char quoted[EHC_QUOTE_ROOM];
    int reason = errno;
    complain("look at the file before you rely on it", "%s is written, but the disk did not confirm it: %s",
             ehc_quote(file, quoted), strerror(reason));
    return EXIT_FILE;
}

enum exit_status finish_long_file(struct file_output *output) {
    int descriptor = write_out(output);
    bool done = descriptor >= 0;
    if (done && output->target[0] != '\0') {
        sigset_t before = hold_signals();
        done = output->temporary[0] != '\0' ? rename_temporary(output->temporary, output->target, output->force)
                                            : name_nameless(descriptor, output->target, output->force);
        release_signals(&before);
    }
    int reason = errno;
    if (descriptor >= 0)
        close(descriptor);
    if (done) {
        note_finished(output->temporary);
        return output->target[0] == '\0' || sync_folder(output->target) ? EXIT_DONE : tell_unsynced(output->file);
    }
    remove_temporary(output);
    errno = reason;
    return output->target[0] != '\0' && reason == EEXIST ? already_exists(output->file) : cannot_write(output->file);
}

void drop_long_file(struct file_output *output) {
    if (output->stream == NULL)
        return;
    fclose(output->stream);
    output->stream = NULL;
    remove_temporary(output);
}

enum exit_status write_file(const char *file, const char *text, size_t length, bool force) {
    struct file_output output;
    enum exit_status status = begin_long_file(&output, file, force);
    if (status != EXIT_DONE)
        return status;
    if (ehc_file_write(fileno(output.stream), text, length))
        return finish_long_file(&output);
    int reason = errno;
    drop_long_file(&output);
    errno = reason;
    return cannot_write(file);
}
