/* Exceptions at their borders: absence, personal circumstances, and missed appointments. */
#include "exceptions.h"

/* ---- absence: reg 10(4)(d), 8(2)(b), 44(3)(b) ---- */

static void test_an_absence_of_28_days_inside_the_period_fits_and_27_do_not(void **state) {
    (void)state;
    away("2026-05-02", "2026-05-29"); /* from the first day of the period */
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_FITS, 28);
    assert_string_equal(planned("final-plan"), "2026-10-16");
    facts.absence[0].span.last = day_of("2026-05-28");
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_TOO_SHORT, 27);
    assert_string_equal(planned("final-plan"), "none");
}

static void test_only_the_days_of_an_absence_inside_the_period_count(void **state) {
    (void)state;
    away("2026-04-10", "2026-05-28"); /* 49 days in all, 27 from 2 May */
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_TOO_SHORT, 27);
    facts.absence[0].span = span_of("2026-04-10", "2026-05-29");
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_FITS, 28);
    facts.absence[0].span = span_of("2026-08-22", "2026-10-31"); /* 10 days of August and 18 of September */
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_FITS, 28);
    assert_string_equal(planned("final-plan"), "2026-10-16");
    facts.absence[0].span = span_of("2026-08-23", "2026-10-31");
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_TOO_SHORT, 27);
    facts.absence[0].span = span_of("2026-05-01", "2026-05-28"); /* the day of the request is not in the period */
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_TOO_SHORT, 27);
}

static void test_an_absence_outside_the_period_does_not_fit(void **state) {
    (void)state;
    away("2026-09-19", "2026-12-31");
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_OUTSIDE_PERIOD, 0);
    facts.absence[0].span = span_of("2026-03-01", "2026-05-01");
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_OUTSIDE_PERIOD, 0);
}

static void test_two_absences_of_14_days_are_not_28_in_a_row(void **state) {
    (void)state;
    away("2026-06-01", "2026-06-14");
    away("2026-06-16", "2026-06-29");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    struct ehc_exception told[EXCEPTIONS_MOST];
    assert_true(exceptions_of(&facts, &deadline, told) >= 2);
    assert_fit(told[0], EHC_TOO_SHORT, 14);
    assert_fit(told[1], EHC_TOO_SHORT, 14);
    assert_int_equal(deadline.with_exception, EHC_NO_DAY);
}

static void test_the_same_absence_is_measured_against_each_limits_own_period(void **state) {
    (void)state;
    away("2026-06-01", "2026-06-30");
    assert_fit(exception_of("assessment-decision", EHC_ABSENCE), EHC_TOO_SHORT, 12); /* to 12 June */
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_FITS, 30);
}

static void test_after_an_order_14_days_away_are_enough_reg_44_3_b(void **state) {
    (void)state;
    put_event(&facts, "order-assess", "2026-09-07"); /* notify by 21 September; plan by 14 December */
    away("2026-09-08", "2026-09-21");
    struct ehc_exception exception = exception_of("order-assess-notify", EHC_ABSENCE);
    assert_fit(exception, EHC_FITS, 14);
    assert_int_equal(exception.needed, 14);
    assert_string_equal(planned("order-assess-notify"), "2026-10-05");
    facts.absence[0].span.first = day_of("2026-09-09");
    assert_fit(exception_of("order-assess-notify", EHC_ABSENCE), EHC_TOO_SHORT, 13);
    put_event(&facts, "unopposed-make-plan", "2026-09-07"); /* reg 45(7)(b) */
    facts.absence[0].span = span_of("2026-10-01", "2026-10-14");
    assert_fit(exception_of("unopposed-make-plan-final", EHC_ABSENCE), EHC_FITS, 14);
    facts.absence[0].span.last = day_of("2026-10-13");
    assert_fit(exception_of("unopposed-make-plan-final", EHC_ABSENCE), EHC_TOO_SHORT, 13);
}

/* ---- exceptional personal circumstances: reg 10(4)(c) ---- */

static void test_dates_alone_do_not_decide_exceptional_circumstances_and_their_days_count_if_they_fit(void **state) {
    (void)state;
    exceptional("2026-06-10", "2026-06-20", "surgery");
    struct ehc_exception exception = exception_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES);
    assert_fit(exception, EHC_NOT_BY_DATES, 11);
    assert_string_equal(planned("final-plan"), "none");
    assert_string_equal(planned_if("final-plan"), "2026-09-29"); /* 18 September and 11 days */
    exception = exception_of("assessment-decision", EHC_EXCEPTIONAL_CIRCUMSTANCES);
    assert_fit(exception, EHC_NOT_BY_DATES, 3); /* 10, 11, 12 June */
    assert_string_equal(planned("assessment-decision"), "none");
    assert_string_equal(planned_if("assessment-decision"), "2026-06-15");
}

static void test_exceptional_circumstances_meet_the_period_on_its_first_and_last_day_only(void **state) {
    (void)state;
    exceptional("2026-04-01", "2026-05-01", NULL); /* to the day of the request */
    assert_fit(exception_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES), EHC_OUTSIDE_PERIOD, 0);
    assert_string_equal(planned_if("final-plan"), "none");
    facts.exceptional[0].span.last = day_of("2026-05-02");
    assert_fit(exception_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES), EHC_NOT_BY_DATES, 1);
    facts.exceptional[0].span = span_of("2026-09-18", "2026-10-31");
    assert_fit(exception_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES), EHC_NOT_BY_DATES, 1);
    facts.exceptional[0].span = span_of("2026-09-19", "2026-10-31");
    assert_fit(exception_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES), EHC_OUTSIDE_PERIOD, 0);
    assert_string_equal(planned_if("final-plan"), "none");
}

/* ---- missed appointments: reg 8(2)(c) ---- */

static struct ehc_deadline advice_deadline(enum ehc_advice_from from, const char *name, const char *limit) {
    struct ehc_error error;
    struct ehc_deadline deadline;
    facts.advice_count = 0;
    ehc_case_add_advice(&facts,
                        (struct ehc_advice){.from = from,
                                            .name = name,
                                            .requested = day_of("2026-06-12"),
                                            .request_received = day_of("2026-06-15"),
                                            .received = EHC_NO_DAY},
                        &error);
    ehc_deadline_of(england, &facts, &facts.advice[0], day_of("2026-06-20"), limit_of(limit), &deadline);
    return deadline;
}

static void test_an_appointment_missed_in_the_bodys_6_weeks_excuses_the_body(void **state) {
    (void)state;
    struct ehc_deadline deadline = advice_deadline(EHC_FROM_HEALTH, NULL, "advice-from-body");
    assert_day(deadline.due, "2026-07-27"); /* 42 days from 15 June */
    missed("2026-07-27", NULL);             /* the last day */
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
    facts.missed[0].day = day_of("2026-07-28"); /* the day after */
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_OUTSIDE_PERIOD, -1);
    facts.missed[0].day = day_of("2026-06-16"); /* the first day */
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
    facts.missed[0].day = day_of("2026-06-15"); /* the day of receipt */
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_OUTSIDE_PERIOD, -1);
}

static void test_a_missed_appointment_has_no_number_of_days(void **state) {
    (void)state;
    missed("2026-07-01", NULL);
    struct ehc_deadline deadline = advice_deadline(EHC_FROM_HEALTH, NULL, "advice-from-body");
    assert_int_equal(deadline.with_exception, EHC_NO_DAY);
    assert_int_equal(deadline.days_lost, 0);
}

static void test_a_missed_appointment_never_excuses_the_council(void **state) {
    (void)state;
    missed("2026-06-01", NULL);
    static const char *const limits[] = {"assessment-decision", "no-plan-notice", "final-plan", "refusal-notice"};
    for (size_t i = 0; i < 4; i++) {
        assert_fit(exception_of(limits[i], EHC_MISSED_APPOINTMENT), EHC_NOT_ON_LIST, -1);
        assert_string_equal(planned(limits[i]), "none");
    }
}

static void test_an_appointment_with_another_body_excuses_nobody_else(void **state) {
    (void)state;
    missed("2026-07-01", "psychologist");
    struct ehc_deadline deadline = advice_deadline(EHC_FROM_HEALTH, "CAMHS", "advice-from-body");
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_OTHER_BODY, -1);
    facts.missed[0].body = "health";
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
    facts.missed[0].body = "CAMHS";
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
    facts.missed[0].body = "EP"; /* a psychologist, in other words */
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_OTHER_BODY, -1);
}

/* The words may or may not be another name of this body: the case must say. */
static void test_a_body_in_other_words_may_or_may_not_be_this_one(void **state) {
    (void)state;
    static const char *const words[] = {"audiology", "the clinic in the High Street",
                                        "child and adolescent mental health service"};
    for (size_t i = 0; i < 3; i++) {
        facts.missed_count = 0;
        missed("2026-07-01", words[i]);
        struct ehc_deadline deadline = advice_deadline(EHC_FROM_HEALTH, "CAMHS", "advice-from-body");
        assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_BODY_NOT_GIVEN, -1);
    }
    facts.missed[0].body = "OT"; /* of the only request for advice, which has no name */
    struct ehc_deadline deadline = advice_deadline(EHC_FROM_HEALTH, NULL, "advice-from-body");
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
}

static void test_the_name_of_a_body_is_the_same_in_capitals(void **state) {
    (void)state;
    missed("2026-07-01", "camhs");
    struct ehc_deadline deadline = advice_deadline(EHC_FROM_HEALTH, "CAMHS", "advice-from-body");
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
    facts.missed[0].body = "Health";
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
}

/* A council's own psychologist is not a body under section 31. An appointment with one is not an appointment with health:
 * reg 8(2)(c). */
static void test_a_psychologists_appointment_does_not_excuse_health_if_no_advice_section_is_given(void **state) {
    (void)state;
    put_event(&facts, "advice-request-received", "2026-06-15");
    missed("2026-07-01", "psychologist");
    assert_fit(exception_of("advice-from-body", EHC_MISSED_APPOINTMENT), EHC_OTHER_BODY, -1);
}

/* With one request for advice, a missed appointment is with that body. With two, the case must say with which. */
static void test_if_two_bodies_were_asked_the_case_must_say_whose_appointment_it_was(void **state) {
    (void)state;
    struct ehc_error error;
    struct ehc_deadline deadline = advice_deadline(EHC_FROM_HEALTH, "CAMHS", "advice-from-body");
    missed("2026-07-01", NULL);
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
    struct ehc_advice second = facts.advice[0];
    second.name = "physio";
    assert_true(ehc_case_add_advice(&facts, second, &error));
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_BODY_NOT_GIVEN, -1);
    facts.missed[0].day = day_of("2026-07-28"); /* the day after the 6 weeks: no question of the body */
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_OUTSIDE_PERIOD, -1);
    facts.missed[0].day = day_of("2026-07-01");
    facts.missed[0].body = "physio";
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_OTHER_BODY, -1);
    facts.missed[0].body = "CAMHS";
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
}

static void test_a_body_has_no_exception_for_a_closure_reg_8_2(void **state) {
    (void)state;
    closed("2026-06-20", "2026-07-31");
    asked_school("2026-06-20");
    struct ehc_deadline deadline = advice_deadline(EHC_FROM_HEALTH, NULL, "advice-from-body");
    assert_fit(find(&deadline, EHC_SCHOOL_CLOSURE), EHC_NOT_ON_LIST, -1);
    assert_int_equal(deadline.with_exception, EHC_NO_DAY);
    away("2026-06-16", "2026-07-13");
    deadline = advice_deadline(EHC_FROM_HEALTH, NULL, "advice-from-body");
    assert_fit(find(&deadline, EHC_ABSENCE), EHC_FITS, 28);
    assert_day(deadline.with_exception, "2026-08-24"); /* 27 July and 28 days */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_an_absence_of_28_days_inside_the_period_fits_and_27_do_not),
        TEST(test_only_the_days_of_an_absence_inside_the_period_count),
        TEST(test_an_absence_outside_the_period_does_not_fit),
        TEST(test_two_absences_of_14_days_are_not_28_in_a_row),
        TEST(test_the_same_absence_is_measured_against_each_limits_own_period),
        TEST(test_after_an_order_14_days_away_are_enough_reg_44_3_b),
        TEST(test_dates_alone_do_not_decide_exceptional_circumstances_and_their_days_count_if_they_fit),
        TEST(test_if_two_bodies_were_asked_the_case_must_say_whose_appointment_it_was),
        TEST(test_exceptional_circumstances_meet_the_period_on_its_first_and_last_day_only),
        TEST(test_an_appointment_missed_in_the_bodys_6_weeks_excuses_the_body),
        TEST(test_a_missed_appointment_has_no_number_of_days),
        TEST(test_a_missed_appointment_never_excuses_the_council),
        TEST(test_an_appointment_with_another_body_excuses_nobody_else),
        TEST(test_a_body_in_other_words_may_or_may_not_be_this_one),
        TEST(test_the_name_of_a_body_is_the_same_in_capitals),
        TEST(test_a_psychologists_appointment_does_not_excuse_health_if_no_advice_section_is_given),
        TEST(test_a_body_has_no_exception_for_a_closure_reg_8_2),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
