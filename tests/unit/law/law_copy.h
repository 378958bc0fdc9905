/* law_copy.h - a copy of data/england that a test changes and reads. */
#ifndef EHC_TESTS_LAW_COPY_H
#define EHC_TESTS_LAW_COPY_H

#include "support.h"
#include <ehc/audit.h>
#include <ehc/law.h>

static char folder[PATH_MOST];
static struct faults faults;

static inline int copy(void **state) {
    (void)state;
    copy_folder("data/england", folder);
    faults = (struct faults){0};
    return 0;
}

static inline int discard(void **state) {
    (void)state;
    remove_folder(folder);
    return 0;
}

static inline const char *path_of(const char *file) {
    static char path[PATH_MOST + 100];
    snprintf(path, sizeof path, "%s/%s", folder, file);
    return path;
}

/* Replaces the first `what` after `after` in a file by `with`. Gives the line of the change. */
static inline unsigned change(const char *file, const char *after, const char *what, const char *with) {
    char *text = read_file(path_of(file));
    char *at = strstr(text, after);
    at = at != NULL ? strstr(at, what) : NULL;
    if (at == NULL)
        fail_msg("'%s' is not in %s", what, file);
    unsigned line = 1;
    for (const char *before = text; before < at; before++)
        line += *before == '\n';
    FILE *out = fopen(path_of(file), "wb");
    assert_non_null(out);
    fwrite(text, 1, (size_t)(at - text), out);
    fputs(with, out);
    fputs(at + strlen(what), out);
    assert_int_equal(fclose(out), 0);
    free(text);
    return line;
}

static inline void append(const char *file, const char *text) {
    FILE *out = fopen(path_of(file), "ab");
    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
}

static inline unsigned line_of(const char *file, const char *words) {
    return change(file, "", words, words);
}

/* Reads the copy, which must have faults. */
static inline void refuse(void) {
    faults = (struct faults){0};
    struct ehc_law *law = ehc_law_read(folder, collect_fault, &faults);
    ehc_law_free(law);
    if (law != NULL)
        fail_msg("the law has faults, but was read");
    assert_true(faults.count > 0);
}

static inline void assert_told_at(const char *file, unsigned line, const char *message, const char *hint,
                                  const char *in_file, int in_line) {
    for (size_t i = 0; i < faults.count && i < FAULTS_MOST; i++)
        if (strcmp(faults.file[i], path_of(file)) == 0 && faults.list[i].line == line &&
            strstr(faults.list[i].message, message) != NULL && strstr(faults.list[i].hint, hint) != NULL)
            return;
    print_error("%s:%d: no '%s' (%s) at %s:%u; ehc reported:\n", in_file, in_line, message, hint, file, line);
    print_faults(&faults);
    fail();
}
#define assert_told(file, line, message, hint) assert_told_at(file, line, message, hint, __FILE__, __LINE__)

static inline struct ehc_law *read_copy(void) {
    faults = (struct faults){0};
    struct ehc_law *law = ehc_law_read(folder, collect_fault, &faults);
    if (law == NULL)
        print_faults(&faults);
    assert_non_null(law);
    assert_int_equal(faults.count, 0);
    return law;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, copy, discard)

#endif
