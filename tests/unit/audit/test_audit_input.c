/* The file of a caseload: the forms that ehc reads, what it refuses, and what it says. */
#include <ehc/audit.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

static struct ehc_error error;
static struct {
    size_t faults, notices;
    enum ehc_fault kind;
    unsigned line;
    char message[320], notice[320], hint[160];
} seen;

static void take_fault(void *context, enum ehc_fault kind, const struct ehc_error *found) {
    (void)context;
    seen.kind = kind;
    seen.line = found->line;
    snprintf(seen.message, sizeof seen.message, "%s", found->message);
    seen.faults++;
}

static void take_notice(void *context, const struct ehc_error *found) {
    (void)context;
    snprintf(seen.notice, sizeof seen.notice, "%s", found->message);
    snprintf(seen.hint, sizeof seen.hint, "%s", found->hint);
    seen.notices++;
}

static struct ehc_audit_options options_of(bool strict) {
    return (struct ehc_audit_options){.law = &ehc_law_england,
                                      .file = "caseload.csv",
                                      .as_at = ehc_day_from_ymd(2026, 11, 21),
                                      .strict = strict,
                                      .notice = take_notice,
                                      .fault = take_fault};
}

/* Reads bytes in pieces. Gives NULL and sets `error` if they cannot be audited. */
static struct ehc_audit *read_bytes(const char *bytes, size_t length, size_t piece, bool strict) {
    struct ehc_audit_options options = options_of(strict);
    struct ehc_audit *audit = ehc_audit_begin(&options);
    bool good = true;
    memset(&seen, 0, sizeof seen);
    memset(&error, 0, sizeof error);
    for (size_t at = 0; good && at < length; at += piece)
        good = ehc_audit_feed(audit, bytes + at, length - at < piece ? length - at : piece, &error);
    if (good && ehc_audit_end(audit, false, &error))
        return audit;
    ehc_audit_free(audit);
    return NULL;
}

static struct ehc_audit *read_text(const char *text) {
    return read_bytes(text, strlen(text), 1 << 16, false);
}

static void assert_says(const char *message, const char *words) {
    if (strstr(message, words) == NULL)
        fail_msg("the message is: %s", message);
}

/* ---- what is read ---- */

static void check_two_plans(const char *text) {
    for (size_t piece = 1; piece <= 64; piece *= 4) {
        struct ehc_audit *audit = read_bytes(text, strlen(text), piece, false);
        if (audit == NULL || seen.faults > 0)
            fail_msg("%s%s", error.message, seen.message);
        assert_int_equal(ehc_audit_result(audit)->total->all.done, 2);
        assert_int_equal(ehc_audit_result(audit)->total->all.in_time, 1);
        ehc_audit_free(audit);
    }
}

static void test_forms_of_the_file(void **state) {
    (void)state;
    check_two_plans("final_plan_sent,REQUEST RECEIVED\n2025-05-01,2025-01-01\n2025-06-01,2025-01-01");
    check_two_plans("request-received,final-plan-sent\r\n2025-01-01,2025-05-01\r\n2025-01-01,2025-06-01\r\n");
    check_two_plans("request-received,final-plan-sent\r2025-01-01,2025-05-01\r2025-01-01,2025-06-01\r");
    check_two_plans("\xef\xbb\xbf\"request-received\",\"final-plan-sent\"\n\"2025-01-01\",\"2025-05-01\"\n"
                    "2025-01-01,2025-06-01\n");
    check_two_plans("request-received;final-plan-sent\n2025-01-01;2025-05-01\n2025-01-01;2025-06-01\n");
    check_two_plans("request-received\tfinal-plan-sent\n2025-01-01\t2025-05-01\n2025-01-01\t2025-06-01\n");
    check_two_plans("sep=;\r\nrequest-received;final-plan-sent\r\n2025-01-01;2025-05-01\r\n2025-01-01;2025-06-01\r\n");
    check_two_plans("\n\nrequest-received,final-plan-sent\n\n2025-01-01,2025-05-01\n\n\n2025-01-01,2025-06-01\n,\n");
}

static void test_headings_and_dates_as_others_write_them(void **state) {
    (void)state;
    check_two_plans(
        "Date Request Was Received,EHC Plan Start Date\n1/1/2025,01/05/2025\n1 January 2025,Sunday 1 June 2025\n");
    check_two_plans("ReceivedDate,StartDate\n2025-01-01 00:00:00,2025-05-01T00:00:00Z\n 2025-01-01 ,01/06/2025 00:00\n");
    check_two_plans("request-received,final-plan-sent,draft-plan-served\n2025-01-01,2025-05-01,NULL\n"
                    "2025-01-01,2025-06-01,n/a\n");
}

static void test_outcome_codes_of_sen2(void **state) {
    (void)state;
    struct ehc_audit *audit =
        read_text("Date Request Was Received,Request Outcome Date,Request Outcome,Assessment Outcome Date,"
                  "Assessment Outcome To Issue EHCP,EHC Plan Start Date,Week20\n"
                  "2025-01-01,2025-02-01,Y,2025-04-01,Y,2025-05-01,1\n"
                  "2025-01-01,2025-03-01,N,,,,0\n"
                  "2025-01-01,2025-02-01,Y,2025-04-01,N,,0\n"
                  "2025-01-01,2025-02-01,W,,,,0\n");
    const struct ehc_figures *total = ehc_audit_result(audit)->total;
    assert_int_equal(seen.faults, 0);
    assert_int_equal(total->kept[measure("assessment-decision")].done, 3);
    assert_int_equal(total->kept[measure("assessment-decision")].in_time, 2);
    assert_int_equal(total->kept[measure("no-plan-notice")].done, 1);
    assert_int_equal(total->all.done, 1);
    assert_int_equal(total->without.done, 0);
    ehc_audit_free(audit);
}

/* ---- rows that cannot be used ---- */

/* The bad row is on line 5, after a row of two lines. */
static void check_fault(const char *row, enum ehc_fault kind, const char *message) {
    char text[600];
    snprintf(text, sizeof text,
             "authority,request-received,final-plan-sent,exception,setting,closed-from,closed-to\n"
             "X,2025-01-01,2025-05-01,0,,,\n\"two\nlines\",2025-01-01,2025-05-01,0,,,\n%s"
             "X,2025-01-01,2025-05-01,0,,,\n",
             row);
    struct ehc_audit *audit = read_text(text);
    assert_non_null(audit);
    assert_int_equal(seen.faults, 1);
    assert_int_equal(seen.line, 5);
    assert_int_equal(seen.kind, kind);
    assert_says(seen.message, message);
    assert_int_equal(ehc_audit_result(audit)->rows, 4);
    assert_int_equal(ehc_audit_result(audit)->bad_rows, 1);
    assert_int_equal(ehc_audit_result(audit)->faults[kind], 1);
    assert_int_equal(ehc_audit_result(audit)->total->all.done, 3);
    ehc_audit_free(audit);
    assert_null(read_bytes(text, strlen(text), 1 << 16, true));
    assert_int_equal(error.line, 5);
}

static void test_bad_rows_are_reported_with_line_column_and_reason(void **state) {
    (void)state;
    check_fault("X,30/02/2025,,0,,,\n", EHC_FAULT_DATE, "column 'request-received': 30 February 2025 does not exist");
    check_fault("X,01/13/2025,,0,,,\n", EHC_FAULT_DATE, "there is no month 13");
    check_fault("X,1/1/25,,0,,,\n", EHC_FAULT_DATE, "the year is not in full");
    check_fault("X,45658,,0,,,\n", EHC_FAULT_DATE, "'45658' is not a date");
    check_fault("X,2025-01-1x,,0,,,\n", EHC_FAULT_DATE, "'2025-01-1x' is not a date");
    check_fault("X,2025-01-01,2024-12-31,0,,,\n", EHC_FAULT_ORDER, "(31 December 2024) cannot be before 'request-received'");
    check_fault("X,2025-01-01,,perhaps,,,\n", EHC_FAULT_FLAG, "column 'exception': 'perhaps' is neither 0 nor 1");
    check_fault("X,2025-01-01,,0,academy,,\n", EHC_FAULT_CODE, "'academy' is not a setting");
    check_fault("X,2025-01-01,,0,,2025-07-01,\n", EHC_FAULT_SPAN, "closed-to is missing");
    check_fault("X,2025-01-01,,0,,2025-08-01,2025-07-01\n", EHC_FAULT_SPAN, "closed-to is before closed-from");
    check_fault("X,2025-01-01,,0\n", EHC_FAULT_COLUMNS, "the row has 4 fields, but there are 7 headings");
    check_fault("X,2025-01-01,,0,,,,more\n", EHC_FAULT_COLUMNS, "the row has 8 fields, but there are 7 headings");
}

static void test_nul_byte_in_a_date_is_a_fault(void **state) {
    static const char text[] = "request-received,final-plan-sent\n2025-01\0-01,2025-05-01\n2025-01-01,2025-05-01\n";
    (void)state;
    struct ehc_audit *audit = read_bytes(text, sizeof text - 1, 1 << 16, false);
    assert_int_equal(seen.faults, 1);
    assert_int_equal(seen.kind, EHC_FAULT_BYTES);
    assert_int_equal(ehc_audit_result(audit)->total->all.done, 1);
    ehc_audit_free(audit);
}

/* ---- files that are refused ---- */

static void refuses(const char *bytes, size_t length, const char *words) {
    for (size_t piece = 1; piece <= 7; piece += 6) {
        if (read_bytes(bytes, length, piece, false) != NULL)
            fail_msg("ehc should refuse this with '%s', but reads it", words);
        assert_says(error.message, words);
    }
}

static void refuses_text(const char *text, const char *words) {
    refuses(text, strlen(text), words);
}

static void test_files_that_are_not_a_caseload(void **state) {
    (void)state;
    refuses("\xff\xfer\0e\0f\0,\0", 10, "UTF-16");
    refuses("\xfe\xff\0r\0e\0f", 8, "UTF-16");
    refuses("r\0e\0f\0,\0\n\0", 10, "UTF-16");
    refuses("PK\x03\x04zip\n", 8, "spreadsheet");
    refuses_text("\x1f\x8b\x08 \n", "compressed");
    refuses_text("<?xml version='1.0'?>\n", "XML");
    refuses_text("a,b,c\n1,2,3\n", "ehc knows no heading of the first line");
    refuses_text("authority,final-plan-sent\nX,2025-01-01\n", "'request-received' is missing");
    refuses_text("ref,request-received\nX,2025-01-01\n", "a column with the day of a step is missing");
    refuses_text("request-received,final-plan-sent,EHC Plan Start Date\n", "two columns are taken for 'final-plan-sent'");
    refuses_text("request-received,final-plan-sent\n2025-01-01,\"2025-05-01\n2025-01-01,2025-05-01\n",
                 "ends inside quotation marks");
    assert_null(read_text(""));
    assert_says(error.message, "the file is empty");
    assert_null(read_text("\n\n"));
    assert_says(error.message, "the file is empty");
}

static void test_a_field_without_end_is_refused(void **state) {
    static const char begin[] = "request-received,final-plan-sent\n2025-01-01,\"";
    const size_t length = 10 << 20;
    char *text = malloc(length);
    (void)state;
    assert_non_null(text);
    memset(text, 'a', length);
    memcpy(text, begin, strlen(begin));
    assert_null(read_bytes(text, length, 4096, false));
    assert_says(error.message, "a field is longer than");
    assert_int_equal(error.line, 2);
    free(text);
}

static void test_a_million_columns_are_refused(void **state) {
    const size_t length = 2000001;
    char *text = malloc(length);
    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < length - 1; i++)
        text[i] = i % 2 == 0 ? 'a' : ',';
    text[length - 1] = '\n';
    assert_null(read_bytes(text, length, 1 << 16, false));
    assert_says(error.message, "more than 16384 columns");
    free(text);
}

/* ---- messages about columns ---- */

static void test_unknown_columns_are_named_once(void **state) {
    (void)state;
    struct ehc_audit *audit = read_text("surname,reqest_received,request-received,final-plan-sent\n"
                                        "=1+1,\"a\nb\",2025-01-01,2025-05-01\n");
    assert_int_equal(seen.notices, 1);
    assert_string_equal(seen.notice, "these columns are not known, so they are ignored: 'surname', 'reqest_received'");
    assert_string_equal(seen.hint, "is 'reqest_received' meant for 'request-received'?");
    assert_int_equal(ehc_audit_result(audit)->total->all.done, 1);
    ehc_audit_free(audit);
}

static void test_columns_written_in_several_ways_are_reported(void **state) {
    (void)state;
    struct ehc_audit *audit = read_text("request-received,final-plan-sent\n2025-01-01,2025-05-01\n01/02/2025,2025-06-01\n");
    assert_int_equal(seen.notices, 1);
    assert_says(seen.notice, "column 'request-received': dates are written in 2 ways");
    ehc_audit_free(audit);
    audit = read_text("request-received,final-plan-sent\n1/2/2025,2025-05-01\n1/31/2025,2025-06-01\n");
    assert_int_equal(seen.faults, 1);
    assert_says(seen.notice, "1 date has the month before the day (line 3)");
    ehc_audit_free(audit);
}

/* The number of authorities has a bound, so memory stays flat. */
static void test_more_authorities_than_have_room(void **state) {
    static const char head[] = "authority,request-received,final-plan-sent\n";
    struct ehc_audit_options options = options_of(false);
    struct ehc_audit *audit = ehc_audit_begin(&options);
    (void)state;
    memset(&seen, 0, sizeof seen);
    assert_true(ehc_audit_feed(audit, head, strlen(head), &error));
    for (int i = 0; i < 5000; i++) {
        char line[80];
        int length = snprintf(line, sizeof line, "\"LA\n%d\",2025-01-01,%s\n", i, i < 4999 ? "2025-05-01" : "never");
        assert_true(ehc_audit_feed(audit, line, (size_t)length, &error));
    }
    assert_true(ehc_audit_end(audit, false, &error));
    const struct ehc_audit_result *result = ehc_audit_result(audit);
    assert_true(result->cut);
    assert_int_equal(result->group_count, 2001);
    assert_string_equal(result->groups[2000]->name, "(all others)");
    assert_int_equal(result->groups[2000]->all.done, 2999);
    assert_int_equal(result->total->all.done, 4999);
    assert_int_equal(seen.line, 2 + 2 * 4999);
    ehc_audit_free(audit);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms_of_the_file),
        cmocka_unit_test(test_headings_and_dates_as_others_write_them),
        cmocka_unit_test(test_outcome_codes_of_sen2),
        cmocka_unit_test(test_bad_rows_are_reported_with_line_column_and_reason),
        cmocka_unit_test(test_nul_byte_in_a_date_is_a_fault),
        cmocka_unit_test(test_files_that_are_not_a_caseload),
        cmocka_unit_test(test_a_field_without_end_is_refused),
        cmocka_unit_test(test_a_million_columns_are_refused),
        cmocka_unit_test(test_unknown_columns_are_named_once),
        cmocka_unit_test(test_columns_written_in_several_ways_are_reported),
        cmocka_unit_test(test_more_authorities_than_have_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
