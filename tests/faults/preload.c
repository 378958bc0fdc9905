/* preload.c - in front of the C library's allocator, behind the program's own: lets one allocation fail.
 *
 * EHC_FAIL_AT=N: the Nth allocation gives NULL. EHC_COUNT_TO=FILE: how many there were is written there at the end.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static unsigned long allocations, fail_at;
static const char *count_to;

__attribute__((constructor)) static void begin(void) {
    const char *at = getenv("EHC_FAIL_AT");
    count_to = getenv("EHC_COUNT_TO");
    allocations = 0;
    fail_at = at != NULL ? strtoul(at, NULL, 10) : 0;
}

__attribute__((destructor)) static void end(void) {
    unsigned long counted = allocations;
    FILE *out = count_to != NULL ? fopen(count_to, "w") : NULL;
    if (out == NULL)
        return;
    fprintf(out, "%lu\n", counted);
    fclose(out);
}

static bool fails(void) {
    if (++allocations != fail_at)
        return false;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t size) {
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
    return fails() ? NULL : __libc_realloc(old, size);
}

/* EHC_PLAIN_FILES: as on a system, or a file system, that has no files without a name. */

int memfd_create(const char *name, unsigned flags) {
    if (getenv("EHC_PLAIN_FILES") == NULL)
        return (int)syscall(SYS_memfd_create, name, flags);
    errno = ENOSYS;
    return -1;
}

int open(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    if ((flags & O_TMPFILE) != O_TMPFILE || getenv("EHC_PLAIN_FILES") == NULL)
        return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    errno = EOPNOTSUPP;
    return -1;
}
