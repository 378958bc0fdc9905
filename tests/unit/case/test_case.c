/* The facts of a case: <ehc/case.h>. */
#include "case_file.h"

static void test_a_new_case_is_empty(void **state) {
    (void)state;
    ehc_case_init(&facts);
    for (size_t i = 0; i < EHC_EVENTS_MAX; i++)
        assert_int_equal(facts.event[i], EHC_NO_DAY);
    assert_null(facts.reference);
    assert_null(facts.authority);
    assert_null(facts.file);
    assert_int_equal(
        facts.closure_count + facts.absence_count + facts.exceptional_count + facts.missed_count + facts.advice_count, 0);
    assert_int_equal(facts.consultation_count + facts.history_count + facts.twice_count, 0);
    assert_int_equal(facts.setting, EHC_SETTING_NOT_GIVEN);
    assert_true(ehc_case_check(england, &facts, collect_fault, &faults));
}

static void test_each_kind_of_fact_has_its_room_and_refuses_one_more(void **state) {
    (void)state;
    struct ehc_error error = {0};
    struct ehc_span one_day = span_of("2026-01-05", "2026-01-05");
    ehc_case_init(&facts);
    for (size_t i = 0; i < EHC_CLOSURES_MAX; i++)
        assert_true(ehc_case_add_closure(&facts, (struct ehc_closure){.span = one_day}, &error));
    assert_false(ehc_case_add_closure(&facts, (struct ehc_closure){.span = one_day}, &error));
    for (size_t i = 0; i < EHC_ABSENCES_MAX; i++)
        assert_true(ehc_case_add_absence(&facts, (struct ehc_absence){.span = one_day}, &error));
    assert_false(ehc_case_add_absence(&facts, (struct ehc_absence){.span = one_day}, &error));
    for (size_t i = 0; i < EHC_EXCEPTIONAL_MAX; i++)
        assert_true(ehc_case_add_exceptional(england, &facts, (struct ehc_exceptional){.span = one_day}, &error));
    assert_false(ehc_case_add_exceptional(england, &facts, (struct ehc_exceptional){.span = one_day}, &error));
    for (size_t i = 0; i < EHC_MISSED_MAX; i++)
        assert_true(ehc_case_add_missed(&facts, (struct ehc_missed){.day = one_day.first}, &error));
    assert_false(ehc_case_add_missed(&facts, (struct ehc_missed){.day = one_day.first}, &error));
    for (size_t i = 0; i < EHC_ADVICE_MAX; i++)
        assert_true(ehc_case_add_advice(&facts, (struct ehc_advice){.from = EHC_FROM_HEALTH}, &error));
    assert_false(ehc_case_add_advice(&facts, (struct ehc_advice){.from = EHC_FROM_HEALTH}, &error));
    for (size_t i = 0; i < EHC_CONSULTATIONS_MAX; i++)
        assert_true(ehc_case_add_consultation(&facts, (struct ehc_consultation){.sent = one_day.first}, &error));
    assert_false(ehc_case_add_consultation(&facts, (struct ehc_consultation){.sent = one_day.first}, &error));
    assert_true(error.message[0] != '\0' && error.hint[0] != '\0');
    assert_int_equal(facts.closure_count, EHC_CLOSURES_MAX);
    assert_int_equal(facts.advice_count, EHC_ADVICE_MAX);
    assert_int_equal(facts.consultation_count, EHC_CONSULTATIONS_MAX);
}

static void test_an_event_is_set_from_text(void **state) {
    (void)state;
    struct ehc_error error = {0};
    ehc_case_init(&facts);
    assert_true(ehc_case_set_event(england, &facts, "request-received", "5 January 2026", &error));
    assert_day(event("request-received"), "2026-01-05");
    assert_false(ehc_case_set_event(england, &facts, "request-received", "5 January", &error));
    assert_day(event("request-received"), "none"); /* the days before the bad one: there are none */
    assert_false(ehc_case_set_event(england, &facts, "requestreceived", "2026-01-05", &error));
    assert_non_null(strstr(error.hint, "request-received"));
    assert_int_equal(error.line, 0);
    assert_null(error.file);
}

static void test_a_transfer_year_is_a_year_or_any_day_in_it(void **state) {
    (void)state;
    struct ehc_error error;
    ehc_case_init(&facts);
    assert_true(ehc_case_set_event(england, &facts, "transfer-year", "2027", &error));
    assert_day(event("transfer-year"), "2027-01-01");
    assert_true(ehc_case_set_event(england, &facts, "transfer-year", "1 September 2027", &error));
    assert_int_equal(ehc_ymd_from_day(event("transfer-year")).year, 2027);
    assert_true(ehc_case_set_event(england, &facts, "post-16-transfer-year", "2199", &error));
    static const char *const wrong[] = {"27", "1899", "2200", "20270", "202", " 2027x", "+202", "-999", "2O27", "0x7f"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        if (ehc_case_set_event(england, &facts, "transfer-year", wrong[i], &error))
            fail_msg("'%s' was read as a year", wrong[i]);
    assert_false(ehc_case_set_event(england, &facts, "request-received", "2027", &error)); /* a year is not a day */
}

static void test_an_impossible_order_in_a_case_without_a_file_has_no_line(void **state) {
    (void)state;
    faults = (struct faults){0};
    ehc_case_init(&facts);
    put_event(&facts, "draft-plan-served", "2026-05-01");
    put_event(&facts, "final-plan-sent", "2026-04-30");
    assert_false(ehc_case_check(england, &facts, collect_fault, &faults));
    assert_fault(faults, 0, "'final-plan-sent' (30 April 2026) cannot be before 'draft-plan-served' (1 May 2026)",
                 "check both dates");
    assert_string_equal(faults.file[0], "");
    assert_fault_count(faults, 1);
}

/* A plan before the only request belongs to an older request that the case does not give. A row of a caseload has one
 * request. */
static void test_a_day_before_the_only_request_is_refused_only_in_a_row(void **state) {
    (void)state;
    faults = (struct faults){0};
    ehc_case_init(&facts);
    put_event(&facts, "request-received", "2026-01-05");
    put_event(&facts, "final-plan-sent", "2026-01-04");
    assert_true(ehc_case_check(england, &facts, collect_fault, &faults));
    assert_fault_count(faults, 0);
    assert_false(ehc_case_check_row(england, &facts, collect_fault, &faults));
    assert_fault(faults, 0, "'final-plan-sent' (4 January 2026) cannot be before 'request-received' (5 January 2026)",
                 "check both dates");
    assert_null(strstr(faults.list[0].hint, "give the second")); /* a row has no room for an older request */
    assert_fault_count(faults, 1);
}

static void test_the_decision_letter_is_the_latest_decision_given(void **state) {
    (void)state;
    int letter = ehc_find_event(england, "decision-notice-sent"), from = EHC_NONE;
    ehc_case_init(&facts);
    assert_int_equal(ehc_case_event(england, &facts, letter, &from), EHC_NO_DAY);
    put_event(&facts, "assessment-refusal", "2026-02-10");
    assert_day(ehc_case_event(england, &facts, letter, &from), "2026-02-10");
    assert_int_equal(from, ehc_find_event(england, "assessment-refusal"));
    put_event(&facts, "final-plan-sent", "2026-09-01");
    assert_day(ehc_case_event(england, &facts, letter, &from), "2026-09-01");
    assert_int_equal(from, ehc_find_event(england, "final-plan-sent"));
    put_event(&facts, "decision-notice-sent", "2026-05-05"); /* as given, whatever else is */
    assert_day(ehc_case_event(england, &facts, letter, &from), "2026-05-05");
    assert_int_equal(from, letter);
    assert_day(ehc_case_event(england, &facts, letter, NULL), "2026-05-05");
}

static void add_closure(const char *first, const char *last, enum ehc_setting setting) {
    struct ehc_error error;
    assert_true(
        ehc_case_add_closure(&facts, (struct ehc_closure){.span = span_of(first, last), .setting = setting}, &error));
}

static void test_closures_that_touch_or_overlap_are_one(void **state) {
    (void)state;
    size_t first = 99;
    ehc_case_init(&facts);
    add_closure("2026-08-01", "2026-08-31", EHC_SETTING_NOT_GIVEN);
    add_closure("2026-07-21", "2026-07-31", EHC_SCHOOL); /* touches; a school is meant if no setting is given */
    add_closure("2026-08-20", "2026-09-02", EHC_SCHOOL); /* overlaps */
    add_closure("2026-09-04", "2026-09-05", EHC_SCHOOL); /* one open day between */
    struct ehc_span run = ehc_closure_run(&facts, 0, &first);
    assert_day(run.first, "2026-07-21");
    assert_day(run.last, "2026-09-02");
    assert_int_equal(first, 0);
    run = ehc_closure_run(&facts, 2, &first);
    assert_day(run.first, "2026-07-21");
    assert_day(run.last, "2026-09-02");
    assert_int_equal(first, 0);
    run = ehc_closure_run(&facts, 3, &first);
    assert_day(run.first, "2026-09-04");
    assert_int_equal(first, 3);
    ehc_closure_run(&facts, 1, NULL);
}

static void test_closures_of_different_settings_are_not_joined(void **state) {
    (void)state;
    size_t first;
    ehc_case_init(&facts);
    add_closure("2026-07-21", "2026-08-03", EHC_SCHOOL);
    add_closure("2026-08-04", "2026-08-31", EHC_EARLY_YEARS);
    add_closure("2026-08-04", "2026-08-10", EHC_POST_16);
    assert_day(ehc_closure_run(&facts, 0, &first).last, "2026-08-03");
    assert_day(ehc_closure_run(&facts, 1, &first).first, "2026-08-04");
    assert_day(ehc_closure_run(&facts, 2, &first).last, "2026-08-10");
    assert_int_equal(first, 2);
}

static void test_a_closure_without_a_setting_has_that_of_the_case(void **state) {
    (void)state;
    ehc_case_init(&facts);
    add_closure("2026-07-21", "2026-08-03", EHC_SETTING_NOT_GIVEN);
    add_closure("2026-08-04", "2026-08-31", EHC_POST_16);
    assert_int_equal(ehc_closure_setting(&facts, 0), EHC_SCHOOL);
    facts.setting = EHC_EARLY_YEARS;
    assert_int_equal(ehc_closure_setting(&facts, 0), EHC_EARLY_YEARS);
    assert_int_equal(ehc_closure_setting(&facts, 1), EHC_POST_16);
}

static void test_a_setting_is_read_by_its_name(void **state) {
    (void)state;
    enum ehc_setting setting = EHC_SETTING_NOT_GIVEN;
    struct ehc_error error;
    assert_true(ehc_setting_read("school", &setting, &error) && setting == EHC_SCHOOL);
    assert_true(ehc_setting_read("early-years", &setting, &error) && setting == EHC_EARLY_YEARS);
    assert_true(ehc_setting_read("post-16", &setting, &error) && setting == EHC_POST_16);
    assert_false(ehc_setting_read("", &setting, &error));
    assert_false(ehc_setting_read("schools", &setting, &error));
    assert_int_equal(setting, EHC_POST_16);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_a_new_case_is_empty, release),
        cmocka_unit_test_teardown(test_each_kind_of_fact_has_its_room_and_refuses_one_more, release),
        cmocka_unit_test_teardown(test_an_event_is_set_from_text, release),
        cmocka_unit_test_teardown(test_a_transfer_year_is_a_year_or_any_day_in_it, release),
        cmocka_unit_test_teardown(test_an_impossible_order_in_a_case_without_a_file_has_no_line, release),
        cmocka_unit_test_teardown(test_a_day_before_the_only_request_is_refused_only_in_a_row, release),
        cmocka_unit_test_teardown(test_the_decision_letter_is_the_latest_decision_given, release),
        cmocka_unit_test_teardown(test_closures_that_touch_or_overlap_are_one, release),
        cmocka_unit_test_teardown(test_closures_of_different_settings_are_not_joined, release),
        cmocka_unit_test_teardown(test_a_closure_without_a_setting_has_that_of_the_case, release),
        cmocka_unit_test_teardown(test_a_setting_is_read_by_its_name, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
