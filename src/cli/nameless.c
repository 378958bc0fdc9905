/* Files without a name: on Linux a file gets its name when it is whole, so that whatever ends the program leaves nothing. */
#define _GNU_SOURCE /* O_TMPFILE; NOLINT(bugprone-reserved-identifier): the C library's own switch */
#include "nameless.h"
#include "cli.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#ifdef O_TMPFILE

enum { TRIES = 5000 };

static void path_of_descriptor(int descriptor, char path[64]) {
    snprintf(path, 64, "/proc/self/fd/%d", descriptor);
}

int open_nameless(const char *folder) {
    char path[64];
    int descriptor = open(folder, O_TMPFILE | O_WRONLY, 0666);
    if (descriptor < 0)
        return -1;
    path_of_descriptor(descriptor, path);
    if (access(path, F_OK) == 0)
        return descriptor;
    close(descriptor);
    return -1;
}

static bool give_name(int descriptor, const char *name) {
    char path[64];
    path_of_descriptor(descriptor, path);
    return linkat(AT_FDCWD, path, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
}

/* Removes what a run that was killed has left under that name. A run that is about to rename its file holds the lock of it,
 * and is waited for; whoever has the lock is the only one to remove the name. False, errno, where it cannot be removed. */
static bool clear_way(const char *name) {
    struct stat left, named;
    int descriptor = open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return errno == ENOENT || (errno == ELOOP && unlink(name) == 0);
    bool cleared = true;
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    else if (fstat(descriptor, &left) == 0 && lstat(name, &named) == 0 && left.st_dev == named.st_dev &&
             left.st_ino == named.st_ino)
        cleared = unlink(name) == 0;
    int reason = errno;
    close(descriptor);
    errno = reason;
    return cleared;
}

static bool replace_by_nameless(int descriptor, const char *target) {
    char name[FILE_NAME_ROOM + 16];
    snprintf(name, sizeof name, "%s.ehc-new", target);
    flock(descriptor, LOCK_EX | LOCK_NB);
    for (int tries = 0; !give_name(descriptor, name); tries++) {
        if (errno != EEXIST || !clear_way(name))
            return false;
        if (tries == TRIES) {
            errno = EBUSY;
            return false;
        }
    }
    if (rename(name, target) == 0)
        return true;
    int reason = errno;
    unlink(name);
    errno = reason;
    return false;
}

bool name_nameless(int descriptor, const char *target, bool force) {
    if (give_name(descriptor, target))
        return true;
    return errno == EEXIST && force && replace_by_nameless(descriptor, target);
}

#else

int open_nameless(const char *folder) {
    (void)folder;
    return -1;
}

bool name_nameless(int descriptor, const char *target, bool force) {
    (void)descriptor;
    (void)target;
    (void)force;
    errno = ENOSYS;
    return false;
}

#endif
