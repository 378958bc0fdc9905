/* libehc without enough memory: each allocation fails in turn. libehc reports it, frees all that it took (the sanitizers and
 * valgrind check that), and never gives a part of a result. The linker calls the functions below in place of the real ones.
 */
#include "support.h"
#include <ehc/audit.h>
#include <errno.h>

static unsigned long allocations, fail_at;
static bool has_failed, was_told;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
char *__real_strdup(const char *text);
FILE *__real_fopen(const char *path, const char *mode);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
char *__wrap_strdup(const char *text);
FILE *__wrap_fopen(const char *path, const char *mode);

static bool fails(void) {
    if (++allocations != fail_at)
        return false;
    has_failed = true;
    errno = ENOMEM;
    return true;
}

void *__wrap_malloc(size_t size) {
    return fails() ? NULL : __real_malloc(size);
}

/* iniparser 4.1 does not check its first three allocations; ini.c makes sure that there is room for them. */
void *__wrap_calloc(size_t count, size_t size) {
    bool unchecked = count == 128 && size <= sizeof(char *);
    return !unchecked && fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size) {
    return fails() ? NULL : __real_realloc(old, size);
}

char *__wrap_strdup(const char *text) {
    return fails() ? NULL : __real_strdup(text);
}

FILE *__wrap_fopen(const char *path, const char *mode) {
    return fails() ? NULL : __real_fopen(path, mode);
}

static void take_report(void *context, const struct ehc_error *error) {
    (void)context;
    was_told = was_told || (error->of_machine && strcmp(error->message, "there is not enough memory") == 0);
}

/* Reads, and lets allocation number `at` fail. Gives false if there were fewer allocations. */
static bool with_fault(unsigned long at, bool (*read)(void)) {
    allocations = 0;
    fail_at = at;
    has_failed = was_told = false;
    errno = 0;
    bool whole = read();
    fail_at = 0;
    if (!whole && !was_told)
        fail_msg("allocation %lu failed, but no error was reported", at);
    if (!whole)
        assert_true(has_failed);
    return has_failed;
}

static unsigned long fail_each(unsigned long step, bool (*read)(void)) {
    unsigned long faults = 0;
    for (unsigned long at = 1; with_fault(at, read); at += step)
        faults++;
    return faults;
}

static bool read_case(void) {
    struct ehc_case facts;
    bool unreadable = false;
    ehc_case_init(&facts);
    if (!ehc_case_read(england, "data/examples/late-with-easter.ini", &facts, &unreadable, take_report, NULL)) {
        assert_true(unreadable);
        return false;
    }
    assert_string_equal(facts.reference, "A-102");
    assert_day(facts.event[ehc_find_event(england, "request-received")], "2025-11-03");
    assert_int_equal(facts.closure_count, 1);
    ehc_case_release(&facts);
    return true;
}

static bool read_law(void) {
    struct ehc_law *law = ehc_law_read("data/england", take_report, NULL);
    if (law == NULL)
        return false;
    assert_int_equal(law->limit_count, england->limit_count);
    assert_int_equal(law->event_count, england->event_count);
    for (size_t i = 0; i < law->limit_count; i++) {
        assert_string_equal(law->limits[i].id, england->limits[i].id);
        assert_string_equal(law->limits[i].title, england->limits[i].title);
        assert_int_equal(law->limits[i].amount, england->limits[i].amount);
    }
    assert_int_equal(law->holidays.count, england->holidays.count);
    ehc_law_free(law);
    return true;
}

/* Four plans by two councils, two of them within 20 weeks, and a row that cannot be used. */
static bool read_audit(void) {
    static const char text[] = "ref,authority,request-received,assessment-decision,final-plan-sent,exception\n"
                               "1,Exampleshire,2025-01-06,2025-02-10,2025-05-26,0\n"
                               "2,Exampleshire,2025-01-06,2025-02-10,2025-05-28,0\n"
                               "3,Otherton,2025-01-06,2025-02-10,2025-05-20,1\n"
                               "4,Otherton,2025-01-06,2025-02-10,2025-09-20,1\n"
                               "5,Otherton,2025-01-06,2025-02-10,20250000,1\n";
    const struct ehc_audit_options options = {.law = england, .file = "x.csv", .as_at = day_of("2026-01-01")};
    struct ehc_audit *audit = ehc_audit_begin(&options);
    struct ehc_error error = {0};
    if (audit == NULL)
        return was_told = true, false;
    bool whole = ehc_audit_feed(audit, text, sizeof text - 1, &error) && ehc_audit_end(audit, false, &error);
    if (whole) {
        const struct ehc_audit_result *result = ehc_audit_result(audit);
        assert_int_equal(result->rows, 5);
        assert_int_equal(result->bad_rows, 1);
        assert_int_equal(result->group_count, 2);
        assert_int_equal(result->total->all.done, 4);
        assert_int_equal(result->total->all.in_time, 2);
        assert_int_equal(result->total->without.done, 2);
        assert_int_equal(result->groups[1]->all.done, 2);
    } else {
        take_report(NULL, &error);
    }
    ehc_audit_free(audit);
    return whole;
}

static void test_a_case_is_read_whole_or_refused(void **state) {
    (void)state;
    unsigned long faults = fail_each(1, read_case);
    print_message("a case: %lu allocations made to fail\n", faults);
    assert_true(faults >= 5);
}

static void test_a_law_is_read_whole_or_refused(void **state) {
    (void)state;
    unsigned long faults = fail_each(getenv("EHC_EVERY_ALLOCATION") != NULL ? 1 : 211, read_law);
    print_message("a law: %lu allocations made to fail\n", faults);
    /* If iniparser is a shared library, its own allocations do not fail here. */
    assert_true(faults >= 2);
}

static void test_a_caseload_is_read_whole_or_refused(void **state) {
    (void)state;
    unsigned long faults = fail_each(1, read_audit);
    print_message("a caseload: %lu allocations made to fail\n", faults);
    assert_true(faults >= 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_case_is_read_whole_or_refused),
        cmocka_unit_test(test_a_law_is_read_whole_or_refused),
        cmocka_unit_test(test_a_caseload_is_read_whole_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
