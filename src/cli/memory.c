/* Memory that runs out ends the program: a message, exit status 5, and no file half written.
 *
 * libical and iniparser go on with the NULL that malloc() gave, and a stream of open_memstream() in glibc loses what did not
 * fit without saying so. So that nothing wrong is ever written, malloc(), calloc() and realloc() stand here in front of the
 * C library's own, for the program and for all that it loads; free() is the C library's. Where another allocator has to be
 * in front (the sanitizers), and on systems that know no such order, the program's own checks stand alone.
 */
#define _GNU_SOURCE /* RTLD_NEXT; NOLINT(bugprone-reserved-identifier): the C library's own switch */
#include "cli.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define HAS_OTHER_ALLOCATOR
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define HAS_OTHER_ALLOCATOR
#endif
#endif

#if defined RTLD_NEXT && !defined HAS_OTHER_ALLOCATOR

static _Noreturn void end_without_memory(void) {
    static const char text[] = "ehc: there is not enough memory\n     close other programs, or give it less to read\n";
    remove_unfinished_files();
    ssize_t told = write(STDERR_FILENO, text, sizeof text - 1);
    (void)told;
    _exit(EXIT_FILE);
}

/* The C library's function of that name, put where `function` points. */
static void find_next(const char *name, void *function) {
    *(void **)function = dlsym(RTLD_NEXT, name);
    if (*(void **)function == NULL)
        end_without_memory();
}

void *malloc(size_t size) {
    static void *(*next)(size_t);
    if (next == NULL)
        find_next("malloc", &next);
    void *memory = next(size);
    if (memory == NULL)
        end_without_memory();
    return memory;
}

void *calloc(size_t count, size_t size) {
    static void *(*next)(size_t, size_t);
    if (next == NULL)
        find_next("calloc", &next);
    void *memory = next(count, size);
    if (memory == NULL)
        end_without_memory();
    return memory;
}

void *realloc(void *old, size_t size) {
    static void *(*next)(void *, size_t);
    if (next == NULL)
        find_next("realloc", &next);
    void *memory = next(old, size);
    if (memory == NULL && size > 0)
        end_without_memory();
    return memory;
}

#endif
