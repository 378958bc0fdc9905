#include "write_file.h"
#include "fail.h"
#include <errno.h>
#include <fcntl.h>
#ifndef __wasi__
#include <signal.h>
#endif
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEMPORARIES_MOST = 1000 };

/* ---- errors: errno has the reason; these functions give false ---- */

static bool cannot_write(const char *file, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    int reason = errno;
    ehc_fail(error, "%s cannot be written: %s", ehc_quote(file, quoted), strerror(reason));
    error->of_machine = true;
    return ehc_hint(error, reason == ENOSPC || reason == EDQUOT ? "make room on the disk, or write elsewhere"
                                                                : "choose another place or name");
}

static bool already_exists(const char *file, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    ehc_fail(error, "%s exists already", ehc_quote(file, quoted));
    error->of_machine = true;
    return ehc_hint(error, "choose another name, or replace it with --force");
}

static bool cannot_follow(const char *file, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    int reason = errno;
    ehc_fail(error, "%s is a link that cannot be followed: %s", ehc_quote(file, quoted), strerror(reason));
    error->of_machine = true;
    return ehc_hint(error, "choose another name, or remove the link");
}

/* ---- temporary files that an ending signal must remove ---- */

#ifdef __wasi__ /* no signals */

static void hold_signals(void) {
}
static void release_signals(void) {
}
static bool note_unfinished(const char *name) {
    return *name != '\0';
}
static void forget_unfinished(const char *name) {
    (void)name;
}

#else

enum { UNFINISHED_MOST = 8 };

static const int ending_signals[] = {SIGHUP, SIGINT, SIGPIPE, SIGTERM};
enum { ENDING_SIGNALS = sizeof ending_signals / sizeof ending_signals[0] };

static const char *volatile unfinished[UNFINISHED_MOST];
static sigset_t before_hold;

static void end_by_signal(int number) {
    for (size_t i = 0; i < UNFINISHED_MOST; i++)
        if (unfinished[i] != NULL)
            unlink(unfinished[i]);
    signal(number, SIG_DFL);
    raise(number);
}

/* Leaves a signal alone if the command itself catches or ignores it. */
static void catch_signals(void) {
    struct sigaction old, action = {.sa_handler = end_by_signal};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < ENDING_SIGNALS; i++)
        if (sigaction(ending_signals[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
            sigaction(ending_signals[i], &action, NULL);
}

/* Between hold and release no signal can come between a change on the disk and the note of it. */
static void hold_signals(void) {
    sigset_t ending;
    sigemptyset(&ending);
    for (size_t i = 0; i < ENDING_SIGNALS; i++)
        sigaddset(&ending, ending_signals[i]);
    sigprocmask(SIG_BLOCK, &ending, &before_hold);
}

static void release_signals(void) {
    int reason = errno;
    sigprocmask(SIG_SETMASK, &before_hold, NULL);
    errno = reason;
}

static bool note_unfinished(const char *name) {
    catch_signals();
    for (size_t i = 0; i < UNFINISHED_MOST; i++) {
        if (unfinished[i] == NULL) {
            unfinished[i] = name;
            return true;
        }
    }
    errno = EMFILE;
    return false;
}

static void forget_unfinished(const char *name) {
    for (size_t i = 0; i < UNFINISHED_MOST; i++)
        if (unfinished[i] == name)
            unfinished[i] = NULL;
}

#endif

/* ---- the temporary file ---- */

static void remove_temporary(struct written_file *written) {
    int reason = errno;
    if (written->temporary[0] != '\0')
        unlink(written->temporary);
    forget_unfinished(written->temporary);
    written->temporary[0] = '\0';
    errno = reason;
}

/* The same people can read the new file as the old one. If this fails, fewer can. */
static void keep_mode(int descriptor, const struct stat *old) {
#ifdef __wasi__ /* no modes */
    (void)descriptor;
    (void)old;
#else
    int done = fchmod(descriptor, old->st_mode & 0777);
    (void)done;
#endif
}

/* Creates a file under the first free name. -1 on failure. */
static int create_temporary(struct written_file *written, const struct stat *old) {
    int descriptor = -1;
    errno = EEXIST;
    for (int number = 1; descriptor < 0 && errno == EEXIST && number <= TEMPORARIES_MOST; number++) {
        snprintf(written->temporary, sizeof written->temporary, "%s.%d.tmp", written->target, number);
        descriptor = open(written->temporary, O_WRONLY | O_CREAT | O_EXCL, old != NULL ? old->st_mode & 0777 : 0666);
    }
    if (descriptor < 0)
        written->temporary[0] = '\0';
    return descriptor;
}

/* Without `replace`, a file that appeared meanwhile must stay: link() fails if there is one. On a file system without
 * links, look first and then rename. */
static bool name_temporary(const struct written_file *written) {
    if (written->replace)
        return rename(written->temporary, written->target) == 0;
    if (link(written->temporary, written->target) == 0) {
        unlink(written->temporary);
        return true;
    }
    return (errno == EPERM || errno == ENOTSUP || errno == ENOSYS) && access(written->target, F_OK) != 0 &&
           rename(written->temporary, written->target) == 0;
}

/* ---- from begin to finish ---- */

/* A link stays a link: replace the file that it leads to. */
static bool find_target(struct written_file *written, bool exists) {
    char *resolved = NULL;
#ifdef __wasi__ /* no links */
    (void)exists;
#else
    resolved = exists ? realpath(written->file, NULL) : NULL;
    if (exists && resolved == NULL)
        return false;
#endif
    int size = snprintf(written->target, sizeof written->target, "%s", resolved != NULL ? resolved : written->file);
    free(resolved);
    errno = ENAMETOOLONG;
    return size >= 0 && (size_t)size < sizeof written->target;
}

static bool open_stream(struct written_file *written, int descriptor, struct ehc_error *error) {
    written->stream = descriptor >= 0 ? fdopen(descriptor, "w") : NULL;
    if (written->stream != NULL)
        return true;
    int reason = errno;
    if (descriptor >= 0)
        close(descriptor);
    remove_temporary(written);
    errno = reason;
    return cannot_write(written->file, error);
}

static bool open_temporary(struct written_file *written, const struct stat *old, struct ehc_error *error) {
    hold_signals();
    int descriptor = create_temporary(written, old);
    bool noted = descriptor >= 0 && note_unfinished(written->temporary);
    release_signals();
    if (descriptor >= 0 && !noted) {
        close(descriptor);
        descriptor = -1;
    } else if (descriptor >= 0 && old != NULL) {
        keep_mode(descriptor, old);
    }
    return open_stream(written, descriptor, error);
}

bool ehc_write_file_begin(struct written_file *written, const char *file, bool replace, struct ehc_error *error) {
    struct stat status, link;
    bool exists = stat(file, &status) == 0;
    int reason = errno;
    *written = (struct written_file){.file = file, .replace = replace};
    if (*file == '\0') {
        errno = ENOENT;
        return cannot_write(file, error);
    }
    /* Write directly to a terminal, a pipe or a device: there is no old content to keep. */
    if (exists && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))
        return open_stream(written, open(file, O_WRONLY | O_NOCTTY), error);
    if (exists && S_ISREG(status.st_mode) && !replace)
        return already_exists(file, error);
    bool is_link = !exists && lstat(file, &link) == 0 && S_ISLNK(link.st_mode);
    errno = exists ? EISDIR : reason;
    if (is_link)
        return cannot_follow(file, error);
    if ((exists && S_ISDIR(status.st_mode)) || (!exists && reason != ENOENT) || !find_target(written, exists))
        return cannot_write(file, error);
    return open_temporary(written, exists ? &status : NULL, error);
}

/* errno of an earlier failed write is lost: write one more byte, which fails for the same reason. The file is dropped
 * anyway. */
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

/* Closes the stream. False if not everything is on the disk. */
static bool close_stream(struct written_file *written) {
    bool whole = flush_all(written->stream) && (written->target[0] == '\0' || fsync(fileno(written->stream)) == 0);
    int reason = errno;
    bool closed = fclose(written->stream) == 0;
    written->stream = NULL;
    if (!whole)
        errno = reason;
    return whole && closed;
}

bool ehc_write_file_finish(struct written_file *written, struct ehc_error *error) {
    bool in_place = written->target[0] == '\0', closed = close_stream(written), named = false;
    if (closed && in_place)
        return true;
    if (closed) {
        hold_signals();
        named = name_temporary(written);
        if (named)
            forget_unfinished(written->temporary);
        release_signals();
    }
    if (named)
        return true;
    remove_temporary(written);
    return closed && errno == EEXIST ? already_exists(written->file, error) : cannot_write(written->file, error);
}

void ehc_write_file_drop(struct written_file *written) {
    if (written->stream == NULL)
        return;
    fclose(written->stream);
    written->stream = NULL;
    remove_temporary(written);
}
