/* Sheets in the forms in which spreadsheets, councils and people write a caseload. */
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
static char said[4096]; /* every notice and fault, one to a line */

static void take_notice(void *context, const struct ehc_error *found) {
    size_t at = strlen(said);
    (void)context;
    snprintf(said + at, sizeof said - at, "%u: %s (%s)\n", found->line, found->message, found->hint);
}

static void take_fault(void *context, enum ehc_fault kind, const struct ehc_error *found) {
    (void)kind;
    take_notice(context, found);
}

static struct ehc_audit_options options_of(void) {
    said[0] = '\0';
    memset(&error, 0, sizeof error);
    return (struct ehc_audit_options){.law = &ehc_law_england,
                                      .file = "sheet.csv",
                                      .as_at = ehc_day_from_ymd(2026, 11, 21),
                                      .notice = take_notice,
                                      .fault = take_fault};
}

static struct ehc_audit *read_with(const struct ehc_audit_options *options, const char *text) {
    struct ehc_audit *audit = ehc_audit_begin(options);
    if (ehc_audit_feed(audit, text, strlen(text), &error) && ehc_audit_end(audit, false, &error))
        return audit;
    ehc_audit_free(audit);
    return NULL;
}

static struct ehc_audit *read_sheet(const char *text) {
    struct ehc_audit_options options = options_of();
    struct ehc_audit *audit = read_with(&options, text);
    if (audit == NULL)
        fail_msg("refused: %s", error.message);
    return audit;
}

static void assert_said(const char *words) {
    if (strstr(said, words) == NULL)
        fail_msg("'%s' is not in:\n%s", words, said);
}

/* 20 weeks from 6 January 2025 end on 26 May 2025. */
static void check(const char *text, uint64_t rows, uint64_t bad, uint64_t plans, uint64_t in_time) {
    struct ehc_audit *audit = read_sheet(text);
    const struct ehc_audit_result *result = ehc_audit_result(audit);
    if (result->rows != rows || result->bad_rows != bad || result->total->all.done != plans ||
        result->total->all.in_time != in_time)
        fail_msg("%llu rows, %llu bad, %llu plans, %llu in time:\n%s%s", (unsigned long long)result->rows,
                 (unsigned long long)result->bad_rows, (unsigned long long)result->total->all.done,
                 (unsigned long long)result->total->all.in_time, said, text);
    ehc_audit_free(audit);
}

static void test_forms_of_dates_in_sheets(void **state) {
    (void)state;
    check("request-received,final-plan-sent\n06-Jan-2025,26-May-2025\n2025/01/06,2025/05/27\n20250106,20250526\n"
          "'2025-01-06,2025-Jun-26 00:00:00\n",
          4, 0, 4, 2);
    check("request-received,final-plan-sent\n2025-01-06,NaT\n2025-01-06,nan\n2025-01-06,<NA>\n2025-01-06,#N/A\n"
          "2025-01-06,'\n",
          5, 0, 0, 0);
    check("request-received,final-plan-sent\n6\xc2\xa0January\xc2\xa0"
          "2025,2025\xe2\x80\x93"
          "05\xe2\x80\x93"
          "26\n",
          1, 0, 1, 1);
}

static void test_a_month_in_capital_letters_is_no_date_in_numbers(void **state) {
    (void)state;
    check("request-received,final-plan-sent\n06-JAN-2025,2025-05-26\n01/13/2025,2025-05-26\n", 2, 1, 1, 1);
    assert_null(strstr(said, "in numbers"));
}

static void test_a_bad_date_says_how_to_mend_the_sheet(void **state) {
    static const struct {
        const char *cell, *says;
    } rows[] = {
        {"06-Jan-25", "give the column the format yyyy-mm-dd"},
        {"6/1/25", "give the column the format yyyy-mm-dd"},
        {"45663", "a spreadsheet's number for a day, 6 January 2025 in most"},
        {"REFUSED 20/07/2026", "there is text beside 20 July 2026"},
        {"w/c 20/07/2026", "or leave it empty"},
        {"#VALUE!", "is not a date"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[200];
        snprintf(text, sizeof text, "request-received,final-plan-sent\n%s,2025-05-26\n2025-01-06,2025-05-26\n",
                 rows[i].cell);
        check(text, 2, 1, 1, 1);
        assert_said(rows[i].says);
        assert_said("2: column 'request-received'");
    }
}

static void test_delimiters_are_those_that_most_lines_have(void **state) {
    (void)state;
    check("request-received;final-plan-sent;notes\n2025-01-06;2025-05-26;late, and sorry\n2025-01-06;2025-05-27;a, b, c\n",
          2, 0, 2, 1);
    check("Caseload, Exampleshire, 2025\nrequest-received\tfinal-plan-sent\n2025-01-06\t2025-05-26\n"
          "2025-01-06\t2025-05-27\n",
          2, 0, 2, 1);
    check("\"ref; of the case\",request-received,final-plan-sent\n\"a;b;c;d\",2025-01-06,2025-05-26\n", 1, 0, 1, 1);
}

static void test_titles_blank_rows_and_blank_columns_stand_around_the_table(void **state) {
    (void)state;
    check("Caseload of Exampleshire,,,\n,,,\nPrinted 3 January 2026,,,\nRef,,Request received,Final plan\n,,,\n"
          "A,,2025-01-06,2025-05-26\n,,,\n",
          1, 0, 1, 1);
    assert_said("the headings are in line 4");
    if (strstr(said, "not known") != NULL)
        fail_msg("a blank column was called unknown: %s", said);
    struct ehc_audit_options options = options_of();
    assert_null(read_with(&options, "A title\nrequest-received,notes\n2025-01-06,none\n"));
    assert_string_equal(error.message,
                        "a column with the day of a step is missing: final-plan-sent, assessment-decision, no-plan-notice "
                        "or another");
    assert_int_equal(error.line, 2);
}

static void test_totals_and_repeated_headings_are_not_rows(void **state) {
    (void)state;
    check("ref,authority,request-received,final-plan-sent\nA,X,2025-01-06,2025-05-26\nTotal,,1,1\n", 1, 0, 1, 1);
    assert_said("line 3 is a row of totals");
    check("authority,request-received,final-plan-sent\nX,2025-01-06,2025-05-26\nGrand total:,1,1\n", 1, 0, 1, 1);
    check("request-received,final-plan-sent\n2025-01-06,2025-05-26\nTOTAL,1\n", 1, 0, 1, 1);
    check("authority,request-received,final-plan-sent\nX,2025-01-06,2025-05-26\nauthority,request-received,final-plan-sent\n"
          "Y,2025-01-06,2025-05-26\n",
          2, 0, 2, 2);
    check("ref,exception,request-received,final-plan-sent\nA,0,2025-01-06,2025-05-26\n"
          "ref,exception,request-received,final-plan-sent\n",
          1, 0, 1, 1);
    check("ref,request-received,final-plan-sent\nTotal care,2025-01-06,2025-05-26\n", 1, 0, 1, 1); /* a case of that name */
}

static void test_a_column_that_no_figure_needs_costs_no_row(void **state) {
    (void)state;
    check("request-received,draft-plan-served,final-plan-sent\n2025-01-06,w/c 14/4/2025,2025-05-26\n"
          "2025-01-06,soon,2025-05-26\n2025-01-06,2024-04-14,2025-05-26\n",
          3, 0, 3, 3);
    assert_said("column 'draft-plan-served': 3 cells are ignored, the first in line 2: 'w/c 14/4/2025'");
    check("request-received,transfer-year,final-plan-sent\n2025-01-06,2027,2025-05-26\n", 1, 0, 1, 1);
    assert_string_equal(said, "");
    check("request-received,Draft issued,Draft plan date,final-plan-sent\n2025-01-06,,,2025-05-26\n", 1, 0, 1, 1);
}

static void test_windows_1252_is_read_and_reported(void **state) {
    (void)state;
    struct ehc_audit *audit = read_sheet("authority,request-received,final-plan-sent\nX,2025-01-06,2025-05-26\n"
                                         "Caf\xe9shire \x96 \x93North\x94,2025-01-06,6\xa0June\xa0"
                                         "2025\n");
    const struct ehc_audit_result *result = ehc_audit_result(audit);
    assert_int_equal(result->bad_rows, 0);
    assert_string_equal(result->groups[0]->name, "Caf\xc3\xa9shire \xe2\x80\x93 \xe2\x80\x9cNorth\xe2\x80\x9d");
    assert_said("ehc reads it as Windows-1252: the first such letter is in line 3");
    ehc_audit_free(audit);
}

static void test_the_message_for_a_packed_sheet_names_the_command_that_opens_it(void **state) {
    struct ehc_audit_options options = options_of();
    (void)state;
    assert_null(read_with(&options, "PK\x03\x04\x14"));
    assert_non_null(strstr(error.hint, "xlsx2csv -f %Y-%m-%d FILE | ehc audit -"));
}

static void test_an_authority_has_one_name(void **state) {
    static const struct ehc_audit_name names[] = {{"leeds city council", "Leeds"}, {"LCC", "Leeds"}};
    struct ehc_audit_options options = options_of();
    (void)state;
    options.authorities = names;
    options.authority_count = 2;
    struct ehc_audit *audit = read_with(
        &options, "authority,request-received,final-plan-sent\nleeds,2025-01-06,2025-05-26\n"
                  "Leeds City Council,2025-01-06,2025-05-26\nLEEDS ,2025-01-06,2025-05-26\n"
                  "lcc,2025-01-06,2025-05-26\nSt. Helens,2025-01-06,2025-05-26\nSt Helens,2025-01-06,2025-05-26\n");
    const struct ehc_audit_result *result = ehc_audit_result(audit);
    assert_int_equal(result->group_count, 2);
    assert_string_equal(result->groups[0]->name, "Leeds");
    assert_int_equal(result->groups[0]->all.done, 4);
    assert_string_equal(result->groups[1]->name, "St. Helens");
    assert_int_equal(result->groups[1]->all.done, 2);
    ehc_audit_free(audit);
}

static void test_a_heading_is_given_its_column(void **state) {
    static const struct ehc_audit_name names[] = {
        {"When it came", "request-received"}, {"Sent out", "Final EHCP issued"}, {"Final plan", "-"}};
    struct ehc_audit_options options = options_of();
    (void)state;
    options.columns = names;
    options.column_count = 3;
    struct ehc_audit *audit = read_with(&options, "WHEN it came,Sent out,Final plan\n2025-01-06,2025-05-26,yes\n");
    assert_int_equal(ehc_audit_result(audit)->total->all.in_time, 1);
    assert_int_equal(ehc_audit_result(audit)->bad_rows, 0);
    ehc_audit_free(audit);
}

static void test_several_files_are_one_caseload(void **state) {
    static const char first[] = "authority,request-received,final-plan-sent\nX,2025-01-06,2025-05-26\n";
    static const char second[] =
        "final-plan-sent;request-received;assessment-decision;LA\n2025-05-27;2025-01-06;2025-02-17;x\n"
        "soon;2025-01-06;2025-02-18;Y";
    struct ehc_audit_options options = options_of();
    (void)state;
    struct ehc_audit *audit = ehc_audit_begin(&options);
    assert_true(ehc_audit_feed(audit, first, strlen(first), &error));
    assert_true(ehc_audit_next_file(audit, "second.csv", &error));
    assert_true(ehc_audit_feed(audit, second, strlen(second), &error));
    assert_true(ehc_audit_end(audit, false, &error));
    const struct ehc_audit_result *result = ehc_audit_result(audit);
    assert_int_equal(result->rows, 3);
    assert_int_equal(result->bad_rows, 1);
    assert_int_equal(result->group_count, 2);
    assert_int_equal(result->groups[0]->all.done, 2);
    assert_int_equal(result->groups[0]->all.in_time, 1);
    assert_int_equal(result->total->kept[measure("assessment-decision")].done, 1);
    assert_said("3: column 'final-plan-sent': 'soon' is not a date");
    ehc_audit_free(audit);
    options = options_of();
    audit = ehc_audit_begin(&options);
    assert_true(ehc_audit_feed(audit, first, strlen(first), &error));
    assert_true(ehc_audit_next_file(audit, "second.csv", &error));
    assert_false(ehc_audit_end(audit, false, &error));
    assert_string_equal(error.message, "the file is empty");
    assert_string_equal(error.file, "second.csv");
    ehc_audit_free(audit);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms_of_dates_in_sheets),
        cmocka_unit_test(test_a_month_in_capital_letters_is_no_date_in_numbers),
        cmocka_unit_test(test_a_bad_date_says_how_to_mend_the_sheet),
        cmocka_unit_test(test_delimiters_are_those_that_most_lines_have),
        cmocka_unit_test(test_titles_blank_rows_and_blank_columns_stand_around_the_table),
        cmocka_unit_test(test_totals_and_repeated_headings_are_not_rows),
        cmocka_unit_test(test_a_column_that_no_figure_needs_costs_no_row),
        cmocka_unit_test(test_windows_1252_is_read_and_reported),
        cmocka_unit_test(test_the_message_for_a_packed_sheet_names_the_command_that_opens_it),
        cmocka_unit_test(test_an_authority_has_one_name),
        cmocka_unit_test(test_a_heading_is_given_its_column),
        cmocka_unit_test(test_several_files_are_one_caseload),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
