/* Files are written whole or not at all.
 *
 * On Linux a file has no name until it is whole, so that whatever ends the program leaves nothing behind. One that replaces
 * an old file has a name of its own between two system calls; should the program end just there, the next run takes the file
 * over. Where the system or the file system has no files without a name, a temporary one stands beside the target.
 */
#define _GNU_SOURCE /* O_TMPFILE */
#include "../lib/error.h"
#include "../lib/file.h"
#include "cli.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { UNFINISHED_MOST = 8, TRIES = 100 };

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

/* ---- a file without a name ---- */

static void folder_of(const char *target, char folder[FILE_NAME_ROOM]) {
    const char *slash = strrchr(target, '/');
    size_t length = slash == NULL || slash == target ? 1 : (size_t)(slash - target);
    snprintf(folder, FILE_NAME_ROOM, "%.*s", (int)length, slash == NULL ? "." : target);
}

static void path_of_descriptor(int descriptor, char path[64]) {
    snprintf(path, 64, "/proc/self/fd/%d", descriptor);
}

/* -1 where there is no such file here, or no way to name it later. */
static int open_nameless(const char *target) {
#ifdef O_TMPFILE
    char folder[FILE_NAME_ROOM], path[64];
    folder_of(target, folder);
    int descriptor = open(folder, O_TMPFILE | O_WRONLY, 0666);
    if (descriptor < 0)
        return -1;
    path_of_descriptor(descriptor, path);
    if (access(path, F_OK) == 0)
        return descriptor;
    close(descriptor);
#else
    (void)target;
#endif
    return -1;
}

static bool give_name(int descriptor, const char *name) {
    char path[64];
    path_of_descriptor(descriptor, path);
    return linkat(AT_FDCWD, path, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
}

/* Another run that replaces the same file may take the name away, or the file: then it goes round again. */
static bool replace_by_nameless(int descriptor, const char *target) {
    char name[FILE_NAME_ROOM + 16];
    snprintf(name, sizeof name, "%s.ehc-new", target);
    for (int tries = 0; tries < TRIES; tries++) {
        if (give_name(descriptor, name)) {
            if (rename(name, target) == 0)
                return true;
            int reason = errno;
            unlink(name);
            errno = reason;
            if (reason != ENOENT)
                return false;
        } else if (errno != EEXIST || (unlink(name) != 0 && errno != ENOENT)) {
            return false;
        }
    }
    return false;
}

static bool name_nameless(int descriptor, const char *target, bool force) {
    if (give_name(descriptor, target))
        return true;
    if (errno != EEXIST || !force)
        return false;
    sigset_t before = hold_signals();
    bool replaced = replace_by_nameless(descriptor, target);
    release_signals(&before);
    return replaced;
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

/* The new file may be read by whoever may read the old one, and by nobody else. */
static bool set_mode(int descriptor, const struct stat *old) {
    mode_t mask = umask(0);
    umask(mask);
    return fchmod(descriptor, old != NULL ? old->st_mode & 0777 : 0666 & ~mask) == 0;
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
    int descriptor = open_nameless(output->target);
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
    if (done && output->target[0] != '\0')
        done = output->temporary[0] != '\0' ? rename_temporary(output->temporary, output->target, output->force)
                                            : name_nameless(descriptor, output->target, output->force);
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
    if (file_write(fileno(output.stream), text, length))
        return finish_long_file(&output);
    int reason = errno;
    drop_long_file(&output);
    errno = reason;
    return cannot_write(file);
}
