/* case_file.h - a case read from a file that a test writes. */
#ifndef EHC_TESTS_CASE_FILE_H
#define EHC_TESTS_CASE_FILE_H

#include "support.h"
#include <ehc/case.h>

static struct ehc_case facts;
static struct faults faults;
static bool unreadable;
static char path[PATH_MOST];

/* Reads a file with these bytes; its faults are in `faults`. */
static inline bool read_bytes(const char *text, size_t length) {
    faults = (struct faults){0};
    unreadable = false;
    ehc_case_release(&facts);
    ehc_case_init(&facts);
    temporary_file(path, text, length);
    bool read = ehc_case_read(england, path, &facts, &unreadable, collect_fault, &faults);
    unlink(path);
    assert_int_equal(read, faults.count == 0);
    for (size_t i = 0; i < faults.count && i < FAULTS_MOST; i++) {
        assert_string_equal(faults.file[i], path);
        assert_true(faults.list[i].message[0] != '\0');
    }
    return read;
}

static inline bool read_case(const char *text) {
    return read_bytes(text, strlen(text));
}

static inline int release(void **state) {
    (void)state;
    ehc_case_release(&facts);
    return 0;
}

static inline ehc_day event(const char *id) {
    return facts.event[ehc_find_event(england, id)];
}

#endif
