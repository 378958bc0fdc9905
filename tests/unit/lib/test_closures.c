/* A closed school or early years setting as an exception, at its borders. */
#include "exceptions.h"

/* ---- closures: reg 10(4)(a) and (b) ---- */

static void test_a_closure_of_28_days_fits_and_one_of_27_does_not_reg_10_4_a(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-17"); /* 11 days of July and 17 of August */
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 28);
    assert_int_equal(exception.needed, 28);
    assert_string_equal(planned("final-plan"), "2026-10-16"); /* 18 September and 28 days */
    facts.closure[0].span.last = day_of("2026-08-16");
    exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_TOO_SHORT, 27);
    assert_int_equal(exception.needed, 28);
    assert_string_equal(planned("final-plan"), "none");
}

static void test_advice_can_be_asked_from_7_days_before_the_first_closed_day(void **state) {
    (void)state;
    closed("2026-07-21", "2026-08-31");
    asked_school("2026-07-13"); /* 8 days before */
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_ASKED_OUTSIDE, 42);
    assert_day(exception.asked, "2026-07-13");
    assert_day(exception.window.first, "2026-07-14");
    assert_day(exception.window.last, "2026-08-25");
    assert_string_equal(planned("final-plan"), "none");
    asked_school("2026-07-14"); /* 7 days before */
    exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 42);
    assert_day(exception.lost.first, "2026-07-21"); /* from the first closed day */
    assert_day(exception.lost.last, "2026-08-31");
    assert_string_equal(planned("final-plan"), "2026-10-30");
}

static void test_advice_can_be_asked_until_7_days_before_the_reopening_day(void **state) {
    (void)state;
    closed("2026-07-21", "2026-08-31"); /* reopens on 1 September */
    asked_school("2026-08-25");         /* 7 days before that */
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 42);
    assert_day(exception.lost.first, "2026-08-25");           /* from the request, as it is the later */
    assert_string_equal(planned("final-plan"), "2026-09-25"); /* 7 days: 25 to 31 August */
    asked_school("2026-08-26");                               /* 6 days before */
    exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_ASKED_OUTSIDE, 42);
    assert_string_equal(planned("final-plan"), "none");
}

static void test_a_long_closure_without_the_day_of_the_request_cannot_be_decided(void **state) {
    (void)state;
    closed("2026-07-21", "2026-08-31");
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_ASKED_NOT_GIVEN, 42);
    assert_int_equal(exception.asked, EHC_NO_DAY);
    assert_string_equal(planned("final-plan"), "none");
    assert_string_equal(planned_if("final-plan"), "2026-10-30"); /* 18 September and 42 days, if it fits */
    asked_school("2026-07-20");
    assert_string_equal(planned("final-plan"), "2026-10-30");
    assert_string_equal(planned_if("final-plan"), "none");
}

/* The reason that decides comes first: outside the period, too short, and only then a missing fact. */
static void test_a_missing_fact_is_asked_for_only_if_it_decides(void **state) {
    (void)state;
    closed("2026-03-01", "2026-04-30"); /* over before the period, which begins on 2 May */
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_OUTSIDE_PERIOD, 61);
    assert_string_equal(planned_if("final-plan"), "none");
    facts.closure[0].span = span_of("2026-03-30", "2026-04-14"); /* short too */
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_OUTSIDE_PERIOD, 16);
    facts.closure[0].span = span_of("2026-05-25", "2026-05-31"); /* 7 days, and no request */
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_TOO_SHORT, 7);
    assert_string_equal(planned_if("final-plan"), "none");
    facts.closure[0].span = span_of("2026-04-10", "2026-05-10"); /* 31 days, 9 of them from 2 to 10 May */
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_ASKED_NOT_GIVEN, 31);
    assert_string_equal(planned_if("final-plan"), "2026-09-27"); /* 18 September and 9 days */
}

static void test_one_request_without_a_day_beside_one_outside_the_window_leaves_it_open(void **state) {
    (void)state;
    struct ehc_error error;
    closed("2026-07-21", "2026-08-31");
    asked_school("2026-06-15");
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_ASKED_OUTSIDE, 42);
    struct ehc_advice advice = {
        .from = EHC_FROM_SCHOOL, .requested = EHC_NO_DAY, .request_received = EHC_NO_DAY, .received = day_of("2026-09-14")};
    ehc_case_add_advice(&facts, advice, &error);
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_ASKED_NOT_GIVEN, 42);
    facts.advice[0].requested = day_of("2026-07-20");
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_FITS, 42);
}

/* 20 weeks from 20 March end on 7 August; asked on 10 August, within the window of 14 July to 25 August. */
static void test_advice_asked_in_the_window_but_after_the_period_does_not_fit(void **state) {
    (void)state;
    char text[EHC_WORDS];
    put_event(&facts, "request-received", "2026-03-20");
    closed("2026-07-21", "2026-08-31");
    asked_school("2026-08-10");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    struct ehc_exception exception = find(&deadline, EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_ASKED_TOO_LATE, 42);
    assert_non_null(strstr(ehc_exception_words(&deadline, &exception, text), "7 August 2026"));
    asked_school("2026-08-07"); /* its last day: lost from then on */
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_FITS, 42);
}

static void test_easter_2026_is_18_days_and_does_not_fit(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2025-12-01"); /* final plan by 20 April 2026 */
    asked_school("2026-03-25");
    closed("2026-03-27", "2026-04-13");
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_TOO_SHORT, 18);
    assert_string_equal(planned("final-plan"), "none");
}

static void test_a_request_in_an_advice_section_is_the_same_fact(void **state) {
    (void)state;
    struct ehc_error error;
    closed("2026-07-21", "2026-08-31");
    struct ehc_advice advice = {
        .from = EHC_FROM_HEALTH, .requested = day_of("2026-07-20"), .request_received = EHC_NO_DAY, .received = EHC_NO_DAY};
    ehc_case_add_advice(&facts, advice, &error);
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_ASKED_NOT_GIVEN, 42); /* asked of health, not of the head */
    advice.from = EHC_FROM_SCHOOL;
    ehc_case_add_advice(&facts, advice, &error);
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 42);
    assert_day(exception.asked, "2026-07-20");
}

static void test_of_several_requests_the_first_in_the_window_counts(void **state) {
    (void)state;
    struct ehc_error error;
    closed("2026-07-21", "2026-08-31");
    asked_school("2026-06-15"); /* too early */
    static const char *const dates[] = {"2026-08-03", "2026-07-27"};
    for (size_t i = 0; i < 2; i++)
        ehc_case_add_advice(&facts,
                            (struct ehc_advice){.from = EHC_FROM_SCHOOL,
                                                .requested = day_of(dates[i]),
                                                .request_received = EHC_NO_DAY,
                                                .received = EHC_NO_DAY},
                            &error);
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 42);
    assert_day(exception.asked, "2026-07-27");
    assert_day(exception.lost.first, "2026-07-27");
}

static void test_closures_that_touch_are_listed_once_and_counted_as_one(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-07-31");
    closed("2026-08-01", "2026-08-31");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    struct ehc_exception told[EXCEPTIONS_MOST];
    size_t count = exceptions_of(&facts, &deadline, told), closures = 0;
    for (size_t i = 0; i < count; i++)
        closures += told[i].kind == EHC_SCHOOL_CLOSURE;
    assert_int_equal(closures, 1);
    struct ehc_exception exception = find(&deadline, EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 42);
    assert_day(exception.span.first, "2026-07-21");
    assert_day(exception.span.last, "2026-08-31");
}

static void test_an_open_day_between_splits_a_closure(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-01"); /* 12 days */
    closed("2026-08-03", "2026-08-29"); /* 27 days */
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    struct ehc_exception told[EXCEPTIONS_MOST];
    assert_true(exceptions_of(&facts, &deadline, told) >= 2);
    assert_fit(told[0], EHC_TOO_SHORT, 12);
    assert_fit(told[1], EHC_TOO_SHORT, 27);
}

static void test_closures_of_different_settings_are_not_joined(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed_at("2026-07-21", "2026-08-10", EHC_SCHOOL);
    closed_at("2026-08-11", "2026-08-31", EHC_EARLY_YEARS);
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_TOO_SHORT, 21);
    assert_fit(exception_of("final-plan", EHC_EARLY_YEARS_CLOSURE), EHC_TOO_SHORT, 21);
}

static void test_an_early_years_setting_is_asked_for_itself_reg_10_4_b(void **state) {
    (void)state;
    closed_at("2026-07-21", "2026-08-31", EHC_EARLY_YEARS);
    asked_school("2026-07-20"); /* the head of a school is not its SENCO */
    assert_fit(exception_of("final-plan", EHC_EARLY_YEARS_CLOSURE), EHC_ASKED_NOT_GIVEN, 42);
    put_event(&facts, "early-years-advice-requested", "2026-07-14");
    assert_fit(exception_of("final-plan", EHC_EARLY_YEARS_CLOSURE), EHC_FITS, 42);
    put_event(&facts, "early-years-advice-requested", "2026-07-13");
    assert_fit(exception_of("final-plan", EHC_EARLY_YEARS_CLOSURE), EHC_ASKED_OUTSIDE, 42);
}

static void test_a_school_is_not_covered_by_a_request_to_an_early_years_setting(void **state) {
    (void)state;
    closed("2026-07-21", "2026-08-31");
    put_event(&facts, "early-years-advice-requested", "2026-07-20");
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_ASKED_NOT_GIVEN, 42);
}

static void test_a_post_16_college_counts_as_a_school_reg_10_4_a(void **state) {
    (void)state;
    closed_at("2026-07-21", "2026-08-31", EHC_POST_16);
    asked_school("2026-07-20");
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_FITS, 42);
}

static void test_a_closure_outside_the_period_of_a_limit_does_not_fit_it(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-31");
    assert_fit(exception_of("assessment-decision", EHC_SCHOOL_CLOSURE), EHC_OUTSIDE_PERIOD, -1); /* over by 12 June */
    assert_fit(exception_of("no-plan-notice", EHC_SCHOOL_CLOSURE), EHC_FITS, 42);                /* 21 August */
    put_event(&facts, "request-received", "2026-03-03");                                         /* due on 21 July itself */
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_FITS, 42);
    put_event(&facts, "request-received", "2026-03-02"); /* due the day before it closes */
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_OUTSIDE_PERIOD, -1);
    put_event(&facts, "request-received", "2026-08-31"); /* a request on the last closed day */
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_OUTSIDE_PERIOD, -1);
}

static void test_days_lost_to_a_closure_run_to_the_day_before_reopening(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-03-23"); /* final plan by 10 August */
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-31");
    assert_string_equal(planned("final-plan"), "2026-09-21"); /* 42 days */
}

/* ---- closures known from the school's calendar that nobody claims ---- */

static void known(const char *first, const char *last) {
    struct ehc_error error;
    struct ehc_closure closure = {.span = span_of(first, last), .setting = EHC_SCHOOL, .is_unclaimed = true};
    assert_true(ehc_case_add_closure(&facts, closure, &error));
}

static size_t closures_told_of(const char *limit) {
    struct ehc_deadline deadline;
    struct ehc_exception told[EXCEPTIONS_MOST];
    size_t closures = 0;
    ehc_deadline_of(england, &facts, NULL, day_of("2026-06-01"), ehc_find_limit(england, limit), &deadline);
    size_t count = exceptions_of(&facts, &deadline, told);
    for (size_t i = 0; i < count; i++)
        closures += told[i].kind == EHC_SCHOOL_CLOSURE && told[i].given;
    return closures;
}

static void test_a_known_closure_fits_as_a_claimed_one_does_reg_10_4_a(void **state) {
    (void)state;
    asked_school("2026-07-20");
    known("2026-07-21", "2026-07-31"); /* split at the end of July */
    known("2026-08-01", "2026-08-31");
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 42);
    assert_true(exception.is_unclaimed);
    assert_string_equal(planned("final-plan"), "2026-10-30"); /* 18 September and 42 days */
    facts.closure[1].is_unclaimed = false;
    assert_false(exception_of("final-plan", EHC_SCHOOL_CLOSURE).is_unclaimed);
}

static void test_half_terms_and_other_years_are_listed_only_if_they_are_claimed(void **state) {
    (void)state;
    known("2026-05-25", "2026-05-29");
    known("2027-07-21", "2027-08-31");
    assert_int_equal(closures_told_of("final-plan"), 0);
    facts.closure[0].is_unclaimed = false;
    assert_int_equal(closures_told_of("final-plan"), 1);
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_TOO_SHORT, 5);
}

static void test_a_known_summer_within_the_period_is_listed_although_it_does_not_fit(void **state) {
    (void)state;
    known("2026-07-21", "2026-08-31");
    asked_school("2026-06-15");
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_ASKED_OUTSIDE, 42);
    assert_int_equal(closures_told_of("assessment-decision"), 0); /* due on 12 June, before the summer */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_a_closure_of_28_days_fits_and_one_of_27_does_not_reg_10_4_a),
        TEST(test_advice_can_be_asked_from_7_days_before_the_first_closed_day),
        TEST(test_advice_can_be_asked_until_7_days_before_the_reopening_day),
        TEST(test_a_long_closure_without_the_day_of_the_request_cannot_be_decided),
        TEST(test_a_missing_fact_is_asked_for_only_if_it_decides),
        TEST(test_one_request_without_a_day_beside_one_outside_the_window_leaves_it_open),
        TEST(test_advice_asked_in_the_window_but_after_the_period_does_not_fit),
        TEST(test_easter_2026_is_18_days_and_does_not_fit),
        TEST(test_a_request_in_an_advice_section_is_the_same_fact),
        TEST(test_of_several_requests_the_first_in_the_window_counts),
        TEST(test_closures_that_touch_are_listed_once_and_counted_as_one),
        TEST(test_an_open_day_between_splits_a_closure),
        TEST(test_closures_of_different_settings_are_not_joined),
        TEST(test_an_early_years_setting_is_asked_for_itself_reg_10_4_b),
        TEST(test_a_school_is_not_covered_by_a_request_to_an_early_years_setting),
        TEST(test_a_post_16_college_counts_as_a_school_reg_10_4_a),
        TEST(test_a_closure_outside_the_period_of_a_limit_does_not_fit_it),
        TEST(test_days_lost_to_a_closure_run_to_the_day_before_reopening),
        TEST(test_a_known_closure_fits_as_a_claimed_one_does_reg_10_4_a),
        TEST(test_half_terms_and_other_years_are_listed_only_if_they_are_claimed),
        TEST(test_a_known_summer_within_the_period_is_listed_although_it_does_not_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
