/* Case files that are refused: each fault gives its line and what to write. <ehc/case.h>. */
#include "case_file.h"

static void test_an_unknown_section_key_or_event_gives_its_line_and_the_nearest_name(void **state) {
    (void)state;
    assert_false(read_case(
        "[case]\nreferense = A\n[event]\nrequest-received = 2026-01-05\n[events]\nrequest-recieved = 2026-01-05\n"
        "[closre Summer]\nfrom = 2026-07-21\n[closure Winter]\nform = 2026-12-21\nfrom = 2026-12-20\nto = 2026-12-30\n"));
    assert_fault(faults, 2, "'referense'", "did you mean 'reference'?");
    assert_fault(faults, 3, "'event'", "did you mean [events]?");
    assert_fault(faults, 6, "'request-recieved' is not an event", "did you mean 'request-received'?");
    assert_fault(faults, 7, "'closre Summer'", "did you mean [closure]?");
    assert_fault(faults, 10, "'form'", "did you mean 'from'?");
    assert_fault_count(faults, 5);
}

static void test_a_word_like_no_name_gets_the_list_of_names(void **state) {
    (void)state;
    assert_false(read_case("[xyzzy]\na = b\n[absence]\nfrom = 2026-01-05\nto = 2026-01-06\nwhiskers = "
                           "yes\n[events]\nzzzzzzzzz = 2026-01-05\n"));
    assert_fault(faults, 1, "'xyzzy'", "case, events, closure, absence, exceptional, missed-appointment, advice");
    assert_fault(faults, 6, "'whiskers'", "from, to");
    assert_fault(faults, 8, "'zzzzzzzzz' is not an event", "lists the events");
    assert_fault_count(faults, 3);
}

static void test_a_key_or_a_section_given_twice_names_both_lines(void **state) {
    (void)state;
    assert_false(read_case(
        "[events]\nrequest-received = 2026-01-05\nassessment-decision = 2026-02-10\nRequest-Received = 2026-01-06\n"
        "[closure Summer]\nfrom = 2026-07-21\nto = 2026-08-31\n[CLOSURE summer]\n"));
    assert_fault(faults, 4, "first on line 2", "keep one");
    assert_fault(faults, 8, "first on line 5", "keep one");
    assert_fault_count(faults, 2);
}

static void test_the_same_key_in_two_sections_is_not_twice(void **state) {
    (void)state;
    assert_true(
        read_case("[closure A]\nfrom = 2026-07-21\nto = 2026-07-22\n[closure B]\nfrom = 2026-07-21\nto = 2026-07-22\n"));
    assert_int_equal(facts.closure_count, 2);
}

static void test_a_bad_date_gives_its_line_and_how_to_write_it(void **state) {
    (void)state;
    assert_false(read_case("[events]\nrequest-received = 5/1/26\nassessment-decision = 30 February 2026\n"
                           "final-plan-sent = Tuesday 5 January 2026\ndraft-plan-served = soon\nno-plan-notice =\n"
                           "[absence]\nfrom = 1.6.2026\nto = 31.6.2026\n"));
    assert_fault(faults, 2, "the year is not in full", "four digits");
    assert_fault(faults, 3, "30 February 2026 does not exist: February 2026 has 28 days", "");
    assert_fault(faults, 4, "5 January 2026 is a Monday, not a Tuesday", "");
    assert_fault(faults, 5, "'soon' is not a date", "2026-01-05");
    assert_fault(faults, 6, "is not a date", "2026-01-05");
    assert_fault(faults, 9, "31 June 2026 does not exist", "");
    assert_fault_count(faults, 6);
}

static void test_a_reversed_span_is_reported_for_each_kind(void **state) {
    (void)state;
    assert_false(
        read_case("[closure A]\nfrom = 2026-08-31\nto = 2026-07-21\n[absence B]\nfrom = 2026-08-31\nto = 2026-07-21\n"
                  "[exceptional C]\nfrom = 2026-08-31\nto = 2026-07-21\n"));
    assert_int_equal(faults.count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_non_null(strstr(faults.list[i].message, "21 July 2026"));
        assert_non_null(strstr(faults.list[i].message, "31 August 2026"));
        assert_in_range(faults.list[i].line, 3 * i + 1, 3 * i + 3);
    }
}

static void test_an_impossible_order_is_reported(void **state) {
    (void)state;
    assert_false(
        read_case("[events]\nrequest-received = 2026-01-05\ndraft-plan-served = 2026-05-01\nfinal-plan-sent = 2026-04-30\n"
                  "assessment-decision = 2026-01-04\n"));
    assert_fault(faults, 4, "'final-plan-sent' (30 April 2026) cannot be before 'draft-plan-served' (1 May 2026)",
                 "check both dates; if there was a second one, give it too: request-received = 2026-01-05, ...");
    assert_fault_count(faults, 1); /* the decision before the only request may be of an older one */
}

/* A refusal after the plan needs a second request. */
static void test_an_impossible_order_is_refused_unless_there_was_a_second_request(void **state) {
    (void)state;
    assert_false(read_case("[events]\nrequest-received = 2024-01-08\nfinal-plan-sent = 2024-05-20\n"
                           "assessment-refusal = 2024-09-02\n"));
    assert_fault(faults, 4, "'assessment-refusal' (2 September 2024) cannot be after 'final-plan-sent' (20 May 2024)",
                 "if there was a second one, give it too: request-received = 2024-01-08, ...");
    assert_fault_count(faults, 1);
    assert_true(read_case("[events]\nrequest-received = 2024-01-08, 2024-07-22\nfinal-plan-sent = 2024-05-20\n"
                          "assessment-refusal = 2024-09-02\n"));
    /* Without any request nobody knows what belongs to what. */
    assert_true(read_case("[events]\nfinal-plan-sent = 2024-05-20\nassessment-refusal = 2024-09-02\n"));
}

static void test_the_impossible_day_is_named_among_several(void **state) {
    (void)state;
    assert_false(
        read_case("[events]\ncomplaint-made = 2024-03-04, 2025-03-03\nstage-2-requested = 2024-02-01, 2024-03-15\n"));
    assert_fault(faults, 3, "'stage-2-requested' (1 February 2024) cannot be before 'complaint-made' (4 March 2024)",
                 "check both dates");
    assert_fault_count(faults, 1);
}

static void test_the_same_day_is_a_possible_order(void **state) {
    (void)state;
    assert_true(read_case(
        "[events]\nrequest-received = 2026-01-05\nassessment-decision = 2026-01-05\ndraft-plan-served = 2026-05-01\n"
        "final-plan-sent = 2026-05-01\n"));
}

static void test_what_can_happen_in_any_order_is_accepted(void **state) {
    (void)state;
    /* After an appeal against no plan, the final plan follows the notice. A plan before the request had another reason. */
    assert_true(
        read_case("[events]\nrequest-received = 2026-01-05\nassessment-decision = 2026-02-10\nno-plan-notice = 2026-04-20\n"
                  "order-make-plan = 2026-09-01\ndraft-plan-served = 2026-10-01\nfinal-plan-sent = 2026-11-01\n"));
}

static void test_advice_in_an_impossible_order_is_reported(void **state) {
    (void)state;
    assert_false(read_case(
        "[advice A]\nfrom = health\nrequested = 2026-03-10\nrequest-received = 2026-03-09\nreceived = 2026-03-08\n"));
    assert_true(faults.count >= 2);
    assert_non_null(
        strstr(faults.list[0].message, "'request-received' (9 March 2026) cannot be before 'requested' (10 March 2026)"));
}

static void test_a_value_with_a_semicolon_attached_is_not_cut_in_silence(void **state) {
    (void)state;
    assert_false(read_case("[case]\nreference = A;B\nauthority = C#D\n[exceptional]\nfrom = 2026-01-01\nto = "
                           "2026-01-02\nreason = ill;2 weeks\n"));
    assert_fault(faults, 2, "begin a comment", "quotation marks");
    assert_fault(faults, 3, "begin a comment", "quotation marks");
    assert_fault(faults, 7, "begin a comment", "quotation marks");
    assert_fault_count(faults, 3);
}

static void test_quotation_marks_that_do_not_close_are_reported(void **state) {
    (void)state;
    assert_false(read_case("[case]\nreference = \"A\nauthority = 'B\" C\n"));
    assert_fault(faults, 2, "closing quotation mark is missing", "");
    assert_fault(faults, 3, "closing quotation mark is missing", "");
    assert_false(read_case("[case]\nreference = \"A\" B\n"));
    assert_fault(faults, 2, "text after the closing quotation mark", "");
}

static void test_a_line_without_equals_a_header_without_bracket_and_a_line_before_any_section(void **state) {
    (void)state;
    assert_false(read_case(
        "reference = A\n[case]\nauthority\n= B\n[]\n[a:b]\n[advice] x\n[absence\n[events];y\n[events]\na:b = 2026-01-05\n"));
    assert_fault(faults, 1, "before any section", "[case] or [events]");
    assert_fault(faults, 3, "no '='", "NAME = VALUE");
    assert_fault(faults, 4, "no name before '='", "");
    assert_fault(faults, 5, "no name", "");
    assert_fault(faults, 6, "':'", "");
    assert_fault(faults, 7, "after the section's ']'", "");
    assert_fault(faults, 8, "no closing ']'", "[events]");
    assert_fault(faults, 9, "after the section's ']'", "");
    assert_fault(faults, 11, "':'", "");
    assert_fault_count(faults, 9);
}

static void test_a_line_too_long_is_reported_and_the_longest_allowed_is_read(void **state) {
    (void)state;
    char text[4096] = "[case]\nreference = ";
    size_t start = strlen(text), prefix = strlen("reference = ");
    memset(text + start, 'x', 1000 - prefix);
    text[start + 1000 - prefix] = '\0';
    assert_true(read_case(text)); /* 1,000 bytes */
    assert_int_equal(strlen(facts.reference), 1000 - prefix);
    ehc_case_release(&facts);
    text[start + 1000 - prefix] = 'x';
    text[start + 1001 - prefix] = '\n';
    assert_false(read_case(text));
    assert_fault(faults, 2, "longer than 1,000 bytes", "shorten");
    memset(text + start, 'x', 3000);
    assert_false(read_case(text));
    assert_fault(faults, 2, "longer than 1,000 bytes", "shorten");
}

static void test_a_nul_byte_a_control_character_and_bad_utf8_are_refused(void **state) {
    (void)state;
    static const char nul[] = "[case]\nreference = A\0B\nauthority = C\n";
    assert_false(read_bytes(nul, sizeof nul - 1));
    assert_fault(faults, 2, "NUL", "UTF-8");
    assert_fault_count(faults, 1);
    assert_false(read_case("[case]\nreference = A\x1b[31m\nauthority = B\x7f\n[events]\n\x01\n"));
    assert_fault(faults, 2, "control character", "");
    assert_fault(faults, 3, "control character", "");
    assert_fault(faults, 5, "control character", "");
    assert_false(read_case("[case]\nreference = Zo\xeb\nauthority = \xc3\n; \xff\n[closure \xed\xa0\x80]\n"));
    assert_fault(faults, 2, "not UTF-8", "UTF-8"); /* Latin-1 */
    assert_fault(faults, 3, "not UTF-8", "");      /* cut short */
    assert_fault(faults, 4, "not UTF-8", "");      /* in a comment too */
    assert_fault(faults, 5, "not UTF-8", "");      /* a surrogate */
    assert_false(read_case("[case]\nreference = A\xe2\x80\xae"
                           "B\nauthority = C\xc2\x85\n"));
    assert_fault(faults, 2, "control character", "");   /* right-to-left override */
    assert_fault(faults, 3, "control character", "");   /* U+0085 */
    assert_false(read_case("[case]\rreference = A\n")); /* a carriage return inside a line */
    assert_fault(faults, 1, "", "");
}

static void test_utf16_is_refused_by_name(void **state) {
    (void)state;
    static const char little[] = "\xff\xfe[\0c\0a\0s\0e\0]\0\n\0", big[] = "\xfe\xff\0[\0c\0a\0s\0e\0]\0\n";
    assert_false(read_bytes(little, sizeof little - 1));
    assert_fault(faults, 0, "UTF-16", "UTF-8"); /* the whole file: no line */
    assert_fault_count(faults, 1);
    assert_false(read_bytes(big, sizeof big - 1));
    assert_fault(faults, 0, "UTF-16", "UTF-8");
    assert_fault_count(faults, 1);
}

static void test_a_required_key_that_is_missing_is_named_at_its_section(void **state) {
    (void)state;
    assert_false(read_case("[closure A]\nfrom = 2026-07-21\n[absence]\nto = 2026-07-21\n[exceptional B]\nreason = x\n"
                           "[missed-appointment]\nbody = health\n[advice C]\nrequested = 2026-01-05\n"));
    assert_fault(faults, 1, "'to' is missing in [closure A]", "");
    assert_fault(faults, 3, "'from' is missing in [absence]", "");
    assert_fault(faults, 5, "'from' is missing in [exceptional B]", "");
    assert_fault(faults, 5, "'to' is missing in [exceptional B]", "");
    assert_fault(faults, 7, "'date' is missing in [missed-appointment]", "");
    assert_fault(faults, 9, "'from' is missing in [advice C]", "");
    assert_fault_count(faults, 6);
}

static void test_an_unknown_setting_or_adviser_gets_the_list_of_known_ones(void **state) {
    (void)state;
    assert_false(read_case("[case]\nsetting = nursery\n[advice A]\nfrom = doctor\n[closure B]\nfrom = 2026-07-21\nto = "
                           "2026-08-01\nsetting = School!\n"));
    assert_fault(faults, 2, "'nursery'", "school, early-years or post-16");
    assert_fault(faults, 4, "'doctor'", "psychologist, health, social-care or other");
    assert_fault(faults, 8, "'School!'", "school, early-years or post-16");
    assert_fault_count(faults, 3);
}

static void test_a_mistyped_adviser_gets_the_nearest_word(void **state) {
    (void)state;
    assert_false(read_case("[advice A]\nfrom = physcologist\n[advice B]\nfrom = camsh\n[advice C]\nfrom = occupational "
                           "theripist\n[advice D]\nfrom = EPP\n[advice E]\nfrom = the EP in Leeds\n"));
    assert_fault(faults, 2, "'physcologist' is not a known adviser", "did you mean 'psychologist'?");
    assert_fault(faults, 4, "'camsh'", "did you mean 'camhs'?");
    assert_fault(faults, 6, "'occupational theripist'", "did you mean 'occupational therapist'?");
    assert_fault(faults, 8, "'EPP'", "use school, early-years, psychologist, health, social-care or other");
    assert_fault(faults, 10, "'the EP in Leeds'", "use school, early-years");
    assert_fault_count(faults, 5);
}

static void test_claimed_is_yes_or_no_and_belongs_to_no_other_section(void **state) {
    (void)state;
    assert_false(read_case("[closure]\nfrom = 2026-07-21\nto = 2026-08-31\nclaimed = maybe\n[advice A]\nfrom = health\n"
                           "claimed = no\n"));
    assert_fault(faults, 4, "'maybe' is neither yes nor no", "write yes if the council gives it as a reason");
    assert_fault(faults, 7, "'claimed'", "");
    assert_fault_count(faults, 2);
}

static void test_all_faults_of_a_file_are_reported_in_one_go(void **state) {
    (void)state;
    assert_false(read_case("[case]\nsetting = nursery\ncolour = red\n[events]\ncomplaint-made = 2026-01-05\n"
                           "stage-2-requested = 2026-01-04\nfinal-plan-sent = 30/2/2026\nfinal-plan = 2026-05-01\n"
                           "[closure]\nfrom = 2026-08-31\nto = 2026-07-21\n[absense]\nfrom = 2026-01-01\n"));
    assert_fault(faults, 2, "'nursery'", "");
    assert_fault(faults, 3, "'colour'", "");
    assert_fault(faults, 6, "cannot be before", "");
    assert_fault(faults, 7, "does not exist", "");
    assert_fault(faults, 8, "'final-plan'", "final-plan-sent");
    assert_fault(faults, 12, "'absense'", "absence");
    assert_fault_count(faults, 7);
}

static void test_all_faults_of_syntax_are_reported_in_one_go(void **state) {
    (void)state;
    assert_false(read_case("[case]\nreference A\nreference = \"B\n[events\n[events]\nrequest-received = 2026-01-05\n"
                           "request-received = 2026-01-06\nauthority = a;b\n"));
    assert_fault(faults, 2, "no '='", "");
    assert_fault(faults, 3, "quotation mark", "");
    assert_fault(faults, 4, "]", "");
    assert_fault(faults, 7, "given twice", "");
    assert_fault(faults, 8, "comment", "");
    assert_fault_count(faults, 5);
}

/* Faults of syntax and of content in one file. */
static void test_a_fault_of_syntax_does_not_hide_the_faults_of_content(void **state) {
    (void)state;
    assert_false(read_case("[case]\nreference A\nsetting = nursery\n[events]\ncomplaint-made = 2026-01-05\n"
                           "stage-2-requested = 2026-01-04\ndraft-plan-served = 30/2/2026\n[closre]\n"));
    assert_fault(faults, 2, "no '='", "");
    assert_fault(faults, 3, "'nursery'", "");
    assert_fault(faults, 6, "cannot be before", "");
    assert_fault(faults, 7, "does not exist", "");
    assert_fault(faults, 8, "'closre'", "closure");
    assert_fault_count(faults, 5);
}

static void test_a_file_that_is_too_large_is_refused(void **state) {
    (void)state;
    size_t length = 300 * 1024;
    char *text = malloc(length);
    assert_non_null(text);
    memset(text, '\n', length);
    assert_false(read_bytes(text, length));
    assert_fault(faults, 0, "larger than 256 KiB", "");
    assert_false(unreadable);
    free(text);
}

static void test_a_file_of_too_many_lines_is_refused_and_the_longest_allowed_is_read(void **state) {
    (void)state;
    char text[6000];
    memset(text, '\n', sizeof text);
    assert_true(read_bytes(text, 5000));
    assert_false(read_bytes(text, 5001));
    assert_true(faults.count == 1 && strstr(faults.list[0].message, "5,000 lines") != NULL);
}

static void test_a_file_that_is_not_there_or_is_a_folder_is_unreadable(void **state) {
    (void)state;
    static const char *const names[] = {"/no/such/folder/case.ini", "tests", ""};
    for (size_t i = 0; i < 3; i++) {
        faults = (struct faults){0};
        unreadable = false;
        ehc_case_init(&facts);
        assert_false(ehc_case_read(england, names[i], &facts, &unreadable, collect_fault, &faults));
        assert_true(unreadable);
        assert_int_equal(faults.count, 1);
        assert_string_equal(faults.file[0], names[i]);
        ehc_case_release(&facts);
    }
}

static void test_a_fault_of_content_is_not_unreadable(void **state) {
    (void)state;
    assert_false(read_case("[events]\nrequest-received = never\n"));
    assert_false(unreadable);
}

static void test_more_facts_than_there_is_room_for_are_reported(void **state) {
    (void)state;
    char *text = malloc(200000);
    assert_non_null(text);
    size_t at = 0;
    for (int i = 0; i <= EHC_ABSENCES_MAX; i++)
        at += (size_t)sprintf(text + at, "[absence %d]\nfrom = 2026-01-05\nto = 2026-01-06\n", i);
    assert_false(read_case(text));
    assert_int_equal(faults.count, 1);
    assert_non_null(strstr(faults.list[0].message, "more than 32 absences"));
    assert_in_range(faults.list[0].line, 3 * EHC_ABSENCES_MAX + 1, 3 * EHC_ABSENCES_MAX + 3);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_an_unknown_section_key_or_event_gives_its_line_and_the_nearest_name, release),
        cmocka_unit_test_teardown(test_a_word_like_no_name_gets_the_list_of_names, release),
        cmocka_unit_test_teardown(test_a_key_or_a_section_given_twice_names_both_lines, release),
        cmocka_unit_test_teardown(test_the_same_key_in_two_sections_is_not_twice, release),
        cmocka_unit_test_teardown(test_a_bad_date_gives_its_line_and_how_to_write_it, release),
        cmocka_unit_test_teardown(test_a_reversed_span_is_reported_for_each_kind, release),
        cmocka_unit_test_teardown(test_an_impossible_order_is_reported, release),
        cmocka_unit_test_teardown(test_an_impossible_order_is_refused_unless_there_was_a_second_request, release),
        cmocka_unit_test_teardown(test_the_impossible_day_is_named_among_several, release),
        cmocka_unit_test_teardown(test_the_same_day_is_a_possible_order, release),
        cmocka_unit_test_teardown(test_what_can_happen_in_any_order_is_accepted, release),
        cmocka_unit_test_teardown(test_advice_in_an_impossible_order_is_reported, release),
        cmocka_unit_test_teardown(test_a_value_with_a_semicolon_attached_is_not_cut_in_silence, release),
        cmocka_unit_test_teardown(test_quotation_marks_that_do_not_close_are_reported, release),
        cmocka_unit_test_teardown(test_a_line_without_equals_a_header_without_bracket_and_a_line_before_any_section,
                                  release),
        cmocka_unit_test_teardown(test_a_line_too_long_is_reported_and_the_longest_allowed_is_read, release),
        cmocka_unit_test_teardown(test_a_nul_byte_a_control_character_and_bad_utf8_are_refused, release),
        cmocka_unit_test_teardown(test_utf16_is_refused_by_name, release),
        cmocka_unit_test_teardown(test_a_required_key_that_is_missing_is_named_at_its_section, release),
        cmocka_unit_test_teardown(test_an_unknown_setting_or_adviser_gets_the_list_of_known_ones, release),
        cmocka_unit_test_teardown(test_a_mistyped_adviser_gets_the_nearest_word, release),
        cmocka_unit_test_teardown(test_claimed_is_yes_or_no_and_belongs_to_no_other_section, release),
        cmocka_unit_test_teardown(test_all_faults_of_a_file_are_reported_in_one_go, release),
        cmocka_unit_test_teardown(test_all_faults_of_syntax_are_reported_in_one_go, release),
        cmocka_unit_test_teardown(test_a_fault_of_syntax_does_not_hide_the_faults_of_content, release),
        cmocka_unit_test_teardown(test_a_file_that_is_too_large_is_refused, release),
        cmocka_unit_test_teardown(test_a_file_of_too_many_lines_is_refused_and_the_longest_allowed_is_read, release),
        cmocka_unit_test_teardown(test_a_file_that_is_not_there_or_is_a_folder_is_unreadable, release),
        cmocka_unit_test_teardown(test_a_fault_of_content_is_not_unreadable, release),
        cmocka_unit_test_teardown(test_more_facts_than_there_is_room_for_are_reported, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
