/* Exceptions that the rows of a caseload claim: the facts of a row support them, do not support them, or cannot say. */
#include <ehc/audit.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

/* Reads a heading and a row. Both must be good. */
static struct ehc_audit *read_row(const char *heading, const char *row) {
    const struct ehc_audit_options options = {
        .law = &ehc_law_england, .file = "caseload.csv", .as_at = ehc_day_from_ymd(2026, 11, 21), .by = EHC_BY_AUTHORITY};
    struct ehc_audit *audit = ehc_audit_begin(&options);
    struct ehc_error error;
    assert_non_null(audit);
    if (!ehc_audit_feed(audit, heading, strlen(heading), &error) || !ehc_audit_feed(audit, row, strlen(row), &error) ||
        !ehc_audit_end(audit, false, &error))
        fail_msg("%s", error.message);
    assert_int_equal(ehc_audit_result(audit)->bad_rows, 0);
    return audit;
}

static void assert_claims(const char *heading, const char *row, int supported, int unsupported, int unclear) {
    struct ehc_audit *audit = read_row(heading, row);
    const struct ehc_figures *total = ehc_audit_result(audit)->total;
    if ((int)total->supported != supported || (int)total->unsupported != unsupported || (int)total->unclear != unclear)
        fail_msg("%s: supported %d, unsupported %d, unclear %d", row, (int)total->supported, (int)total->unsupported,
                 (int)total->unclear);
    ehc_audit_free(audit);
}

/* reg 10(4)(a), (d) through reg 13(3). Supported: closed from 22 July to 1 September, 42 days, and asked on 20 July, in the
 * window; away for 42 days in the 20 weeks. Too short: a closure of 18 days, an absence of 27. Unclear: the row does not
 * say when the setting was asked, or gives no fact. */
static void test_claims_are_tested_against_the_facts(void **state) {
    static const char heading[] =
        "request-received,final-plan-sent,exception,closed_from,closed_to,away_from,away_to,school-advice-requested\n";
    (void)state;
    assert_claims(heading, "2025-06-02,2025-12-01,1,2025-07-22,2025-09-01,,,2025-07-20\n", 1, 0, 0);
    assert_claims(heading, "2025-06-02,2025-12-01,1,,,2025-07-01,2025-08-11,\n", 1, 0, 0);
    assert_claims(heading, "2025-02-03,2025-12-01,1,2025-04-04,2025-04-21,,,2025-04-01\n", 0, 1, 0);
    assert_claims(heading, "2025-02-03,2025-12-01,1,,,2025-04-01,2025-04-27,\n", 0, 1, 0);
    assert_claims(heading, "2025-06-02,2025-12-01,1,2025-07-22,2025-09-01,,,\n", 0, 0, 1);
    assert_claims(heading, "2025-06-02,2025-12-01,1,,,,,\n", 0, 0, 1);
    assert_claims(heading, "2025-06-02,2025-12-01,0,2025-07-22,2025-09-01,,,2025-07-20\n", 0, 0, 0);
}

/* reg 10(4)(c): dates never show that circumstances are personal and exceptional. An excuse, or a time before the request,
 * supports no claim. */
static void test_claims_of_circumstances_are_supported_by_no_dates(void **state) {
    static const char heading[] =
        "request-received,final-plan-sent,exception,exceptional_from,exceptional_to,exceptional_reason\n";
    (void)state;
    assert_claims(heading, "2025-06-02,2025-12-01,1,2025-07-01,2025-08-11,\n", 0, 0, 1);
    assert_claims(heading, "2025-06-02,2025-12-01,1,2025-07-01,2025-08-11,father died in the summer\n", 0, 0, 1);
    assert_claims(heading, "2025-06-02,2025-12-01,1,2025-07-01,2025-08-11,EP delays\n", 0, 1, 0);
    assert_claims(heading, "2025-06-02,2025-12-01,1,2025-04-01,2025-05-01,surgery\n", 0, 1, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_claims_are_tested_against_the_facts),
        cmocka_unit_test(test_claims_of_circumstances_are_supported_by_no_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
