/* preload.c - in front of the C library's allocator, behind the program's own: lets one allocation fail.
 *
 * EHC_FAIL_AT=N: the Nth allocation gives NULL. EHC_COUNT_TO=FILE: how many there were is written there at the end.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

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
