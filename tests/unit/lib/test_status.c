/* In time or late, and the law in force: <ehc/timeline.h>. */
#include "timeline.h"

/* ---- status and its borders ---- */

static void test_a_step_done_by_its_last_day_is_met_and_a_day_after_is_late(void **state) {
    (void)state;
    happened("review-meeting", "2026-03-02"); /* reg 20(10): 28 days, Monday 30 March */
    happened("review-decision", "2026-03-30");
    struct ehc_deadline deadline = deadline_of(&facts, "review-decision", "2026-05-01");
    assert_status(deadline, "met", 0);
    happened("review-decision", "2026-03-31");
    deadline = deadline_of(&facts, "review-decision", "2026-05-01");
    assert_status(deadline, "late", 1);
    happened("review-decision", "2026-06-01"); /* 63 days after 30 March */
    deadline = deadline_of(&facts, "review-decision", "2026-07-01");
    assert_status(deadline, "late", 63);
}

static void test_a_step_not_done_is_due_to_the_end_of_its_last_day_and_overdue_after(void **state) {
    (void)state;
    happened("review-meeting", "2026-03-02");
    struct ehc_deadline deadline = deadline_of(&facts, "review-decision", "2026-03-02");
    assert_status(deadline, "due", 28);
    deadline = deadline_of(&facts, "review-decision", "2026-03-29");
    assert_status(deadline, "due", 1);
    deadline = deadline_of(&facts, "review-decision", "2026-03-30");
    assert_status(deadline, "due", 0);
    deadline = deadline_of(&facts, "review-decision", "2026-03-31");
    assert_status(deadline, "overdue", 1);
    deadline = deadline_of(&facts, "review-decision", "2026-05-01");
    assert_status(deadline, "overdue", 32);
}

static void test_a_final_plan_on_the_last_day_is_met_though_day_1_counting_ends_sooner(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("final-plan-sent", "2026-05-25");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_status(deadline, "met", 0); /* earliest is 24 May; never late on R + 7N */
    happened("final-plan-sent", "2026-05-26");
    deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_status(deadline, "late", 1);
    facts.event[ehc_find_event(england, "final-plan-sent")] = EHC_NO_DAY;
    deadline = deadline_of(&facts, "final-plan", "2026-06-01"); /* the contract's own example */
    assert_status(deadline, "overdue", 7);
}

static void test_an_act_planned_after_the_day_of_asking_is_not_done(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("final-plan-sent", "2026-06-10");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-05-20");
    assert_status(deadline, "due", 5);
    assert_day(deadline.act, "2026-06-10");
    deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_status(deadline, "overdue", 7);
    deadline = deadline_of(&facts, "final-plan", "2026-06-10");
    assert_status(deadline, "late", 16);
}

static void test_a_review_notice_is_disputed_between_15_and_14_days_before_reg_20_3(void **state) {
    (void)state;
    happened("review-meeting", "2026-06-30");
    struct ehc_deadline deadline = deadline_of(&facts, "review-notice", "2026-06-01");
    assert_day(deadline.due, "2026-06-15");
    assert_day(deadline.earliest, "2026-06-15");
    assert_day(deadline.latest, "2026-06-16");
    assert_status(deadline, "due", 14);
    happened("review-notice", "2026-06-15");
    deadline = deadline_of(&facts, "review-notice", "2026-07-01");
    assert_status(deadline, "met", 0);
    happened("review-notice", "2026-06-16");
    deadline = deadline_of(&facts, "review-notice", "2026-07-01");
    assert_status(deadline, "disputed", 0);
    happened("review-notice", "2026-06-17");
    deadline = deadline_of(&facts, "review-notice", "2026-07-01");
    assert_status(deadline, "late", 1);
}

static void test_a_trigger_that_has_not_happened_and_cannot_be_projected_leaves_waiting_without_a_date(void **state) {
    (void)state;
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-01-05");
    assert_status(deadline, "waiting", -1);
    assert_int_equal(deadline.due, EHC_NO_DAY);
    assert_int_equal(deadline.trigger, EHC_NO_DAY);
    assert_int_equal(deadline.with_exception, EHC_NO_DAY);
    assert_false(deadline.projected);
    assert_int_equal(deadline.because, EHC_NO_REASON);
}

static void test_statuses_have_the_names_of_the_contract(void **state) {
    (void)state;
    static const char *const names[] = {"met", "disputed", "late", "overdue", "due", "waiting", "not-needed", "unknown"};
    for (int i = 0; i < 8; i++)
        assert_string_equal(ehc_status_name((enum ehc_status)i), names[i]);
}

/* ---- acts before the trigger ---- */

static void test_an_act_before_its_trigger_does_not_count(void **state) {
    (void)state;
    happened("amended-plan-sent", "2026-02-02");
    happened("order-amend-provision", "2026-03-02"); /* reg 44(2)(e): 35 days, 6 April */
    struct ehc_deadline deadline = deadline_of(&facts, "order-amend-provision", "2026-03-16");
    assert_day(deadline.due, "2026-04-06");
    assert_int_equal(deadline.act, EHC_NO_DAY);
    assert_status(deadline, "due", 21);
    happened("amended-plan-sent", "2026-03-02"); /* on the day of the order: it counts */
    deadline = deadline_of(&facts, "order-amend-provision", "2026-03-16");
    assert_status(deadline, "met", 0);
}

static void test_a_plan_of_years_ago_does_not_answer_a_new_request(void **state) {
    (void)state;
    happened("final-plan-sent", "2020-02-03");
    happened("request-received", "2026-01-05");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_status(deadline, "overdue", 7);
}

/* ---- rolling that can be read two ways, and days that are not known ---- */

static void test_an_appeal_whose_time_ends_on_saturday_31_july_2027_is_due_on_monday_2_august(void **state) {
    (void)state;
    happened("decision-notice-sent", "2027-05-31");
    struct ehc_deadline deadline = deadline_of(&facts, "appeal", "2027-07-01");
    assert_day(deadline.counted, "2027-07-31");
    assert_day(deadline.due, "2027-08-02"); /* r12(2): the time does not end in August */
    assert_day(deadline.earliest, "2027-08-02");
    assert_day(deadline.roll_also, "2027-09-01"); /* r12(3)(a) carried on */
    assert_day(deadline.latest, "2027-09-01");
    assert_status(deadline, "due", 32);
    deadline = deadline_of(&facts, "appeal", "2027-08-03");
    assert_status(deadline, "disputed", 0);
    deadline = deadline_of(&facts, "appeal", "2027-09-02");
    assert_status(deadline, "overdue", 1);
}

static void test_a_count_past_the_known_bank_holidays_is_unknown_but_shown(void **state) {
    (void)state;
    happened("decision-notice-sent", "2028-11-20");
    struct ehc_deadline deadline = deadline_of(&facts, "appeal", "2028-12-01");
    assert_day(deadline.due, "2029-01-22"); /* Saturday 20 January 2029 to Monday, if that is a working day */
    assert_status(deadline, "unknown", -1);
    assert_int_equal(deadline.because, EHC_NO_HOLIDAYS);
    happened("request-received", "2028-12-20"); /* weeks look at no bank holiday */
    deadline = deadline_of(&facts, "final-plan", "2028-12-21");
    assert_day(deadline.due, "2029-05-09");
    assert_status(deadline, "due", 139);
}

static void test_a_working_day_limit_before_2012_is_unknown(void **state) {
    (void)state;
    happened("complaint-made", "2011-12-20"); /* SI 2006/1738 was in force */
    struct ehc_deadline deadline = deadline_of(&facts, "complaint-stage-1", "2012-02-01");
    assert_status(deadline, "unknown", -1);
    assert_int_equal(deadline.because, EHC_NO_HOLIDAYS);
}

static void test_a_count_that_leaves_2199_is_unknown_and_has_no_date(void **state) {
    (void)state;
    happened("request-received", "2199-12-01");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2199-12-02");
    assert_int_equal(deadline.due, EHC_NO_DAY);
    assert_int_equal(deadline.earliest, EHC_NO_DAY);
    assert_int_equal(deadline.latest, EHC_NO_DAY);
    assert_status(deadline, "unknown", -1);
    assert_int_equal(deadline.because, EHC_OUT_OF_RANGE);
    happened("decision-notice-sent", "2199-10-26");
    deadline = deadline_of(&facts, "appeal", "2199-11-01");
    assert_status(deadline, "unknown", -1);
    assert_int_equal(deadline.because, EHC_OUT_OF_RANGE);
}

static void test_the_stay_in_a_special_school_needs_the_schools_closures_reg_48(void **state) {
    (void)state;
    struct ehc_error error;
    happened("no-plan-notice", "2026-07-13");
    struct ehc_deadline deadline = deadline_of(&facts, "special-school-stay", "2026-07-14");
    assert_day(deadline.due, "none"); /* no day is given, because the school's own closures would move it */
    assert_status(deadline, "unknown", -1);
    assert_int_equal(deadline.because, EHC_NO_CLOSURES);
    ehc_case_add_closure(&facts, (struct ehc_closure){.span = span_of("2026-07-21", "2026-08-31")}, &error);
    deadline = deadline_of(&facts, "special-school-stay", "2026-07-14");
    assert_day(deadline.due, "2026-09-07"); /* 14-17 and 20 July, 1-4 and 7 September */
    assert_status(deadline, "due", 55);
}

static void test_governors_and_records_are_counted_in_school_days_with_the_schools_closures(void **state) {
    (void)state;
    struct ehc_error error;
    happened("exclusion-reported", "2026-03-23");
    happened("suspension-reported", "2026-03-23");
    happened("record-requested", "2026-03-27");
    assert_int_equal(deadline_of(&facts, "governors-meeting", "2026-03-24").because, EHC_NO_CLOSURES);
    ehc_case_add_closure(&facts, (struct ehc_closure){.span = span_of("2026-03-30", "2026-04-10")}, &error);
    ehc_case_add_closure(&facts, (struct ehc_closure){.span = span_of("2026-05-25", "2026-05-29")}, &error);
    /* 24 to 27 March, 13 to 17 and 20 to 24 April, 27 April (SI 2012/1033 reg 6(7)(a)) */
    assert_day(deadline_of(&facts, "governors-meeting", "2026-03-24").due, "2026-04-27");
    /* 13 to 17, 20 to 24, 27 April to 1 May; the school is open on the day of the request, which is not counted */
    assert_day(deadline_of(&facts, "educational-record", "2026-03-27").due, "2026-05-01");
    /* 4 in March, 14 in April, 1 May and 14 of May without the 4th (a bank holiday) and the half term, 17 in June */
    assert_day(deadline_of(&facts, "governors-meeting-suspension", "2026-03-24").due, "2026-06-23");
}

/* ---- law in force, and the relaxation of 2020 ---- */

static void test_a_limit_is_not_counted_from_a_day_before_its_law_was_in_force(void **state) {
    (void)state;
    happened("request-received", "2014-08-31");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2015-01-05");
    assert_status(deadline, "unknown", -1);
    assert_int_equal(deadline.because, EHC_NOT_IN_FORCE);
    assert_int_equal(deadline.due, EHC_NO_DAY);
    happened("request-received", "2014-09-01");
    deadline = deadline_of(&facts, "final-plan", "2014-09-01");
    assert_day(deadline.due, "2015-01-19");
    assert_int_equal(deadline.because, EHC_NO_REASON);
    happened("unopposed-assess", "2015-03-22"); /* SI 2015/359 came into force on 23 March 2015 */
    deadline = deadline_of(&facts, "unopposed-assess-notify", "2015-03-22");
    assert_int_equal(deadline.because, EHC_NOT_IN_FORCE);
    happened("unopposed-assess", "2015-03-23");
    deadline = deadline_of(&facts, "unopposed-assess-notify", "2015-03-23");
    assert_day(deadline.due, "2015-04-06");
}

static void test_a_move_has_no_date_in_the_years_for_which_reg_18_1_had_none(void **state) {
    (void)state;
    happened("transfer-year", "2014-12-31"); /* 15 February 2014 came before the Regulations */
    assert_int_equal(deadline_of(&facts, "phase-transfer", "2014-12-31").due, EHC_NO_DAY);
    happened("transfer-year", "2015-01-01");
    assert_day(deadline_of(&facts, "phase-transfer", "2015-01-01").due, "2015-02-14");
    happened("post-16-transfer-year", "2015-09-01"); /* reg 18(3): before 31 May 2015, not 31 March */
    assert_int_equal(deadline_of(&facts, "phase-transfer-post-16", "2015-01-05").because, EHC_NOT_IN_FORCE);
    happened("post-16-transfer-year", "2016-01-01");
    assert_day(deadline_of(&facts, "phase-transfer-post-16", "2016-01-01").due, "2016-03-30");
}

static void test_a_social_care_referral_before_the_edition_of_2023_has_the_same_45_working_days(void **state) {
    (void)state;
    happened("social-care-referral", "2019-01-07"); /* nine weeks of five working days */
    assert_day(deadline_of(&facts, "social-care-assessment", "2019-01-07").due, "2019-03-11");
    assert_day(deadline_of(&facts, "social-care-decision", "2019-01-07").due, "2019-01-08");
}

static void test_a_date_told_on_the_sunday_before_5_whole_working_days_is_in_time(void **state) {
    (void)state;
    happened("mediation-held", "2026-06-15"); /* reg 37(2): 8 to 12 June between */
    happened("mediation-date-told", "2026-06-07");
    struct ehc_deadline deadline = deadline_of(&facts, "mediation-date-notice", "2026-06-16");
    assert_status(deadline, "met", 0);
    happened("mediation-date-told", "2026-06-08");
    deadline = deadline_of(&facts, "mediation-date-notice", "2026-06-16");
    assert_status(deadline, "disputed", 0);
    happened("mediation-date-told", "2026-06-09");
    deadline = deadline_of(&facts, "mediation-date-notice", "2026-06-16");
    assert_status(deadline, "late", 1);
}

static const struct ehc_relaxation *relaxation_of(const char *limit, const char *as_at) {
    struct ehc_judgement *judgement = ehc_judge_limit(england, &facts, NULL, day_of(as_at), limit_of(limit));
    assert_non_null(judgement);
    const struct ehc_relaxation *relaxation = judgement->deadlines[0].relaxation;
    ehc_judgement_free(judgement);
    return relaxation;
}

static const struct ehc_relaxation *relaxation_from(const char *limit, const char *event, const char *date) {
    ehc_case_init(&facts);
    happened(event, date);
    return relaxation_of(limit, date);
}

static void test_si_2020_471_is_named_only_if_the_period_meets_1_may_to_25_september_2020(void **state) {
    (void)state;
    /* 6 weeks from 20 March 2020 end on 1 May, from 19 March on 30 April. */
    assert_non_null(relaxation_from("assessment-decision", "request-received", "2020-03-20"));
    assert_null(relaxation_from("assessment-decision", "request-received", "2020-03-19"));
    assert_non_null(relaxation_from("assessment-decision", "request-received", "2020-07-01"));
    /* the period runs from the day after the request: from 25 September for a request of the 24th */
    assert_non_null(relaxation_from("assessment-decision", "request-received", "2020-09-24"));
    assert_null(relaxation_from("assessment-decision", "request-received", "2020-09-26"));
    assert_null(relaxation_from("final-plan", "request-received", "2026-01-05"));
    assert_non_null(relaxation_from("final-plan", "request-received", "2019-12-13")); /* 140 days: 1 May 2020 */
    assert_null(relaxation_from("final-plan", "request-received", "2019-12-12"));
    /* limits that SI 2020/471 left alone: reg 18, 20(3), 13(1) */
    assert_null(relaxation_from("phase-transfer", "transfer-year", "2020-06-01"));
    assert_null(relaxation_from("review-notice", "review-meeting", "2020-07-01"));
    assert_null(relaxation_from("draft-response", "draft-plan-served", "2020-06-01"));
}

static void test_the_whole_period_of_a_request_of_25_september_2020_is_after_si_2020_471(void **state) {
    (void)state;
    /* Its period runs from 26 September. */
    assert_null(relaxation_from("assessment-decision", "request-received", "2020-09-25"));
}

static void test_si_2020_471_moves_no_date(void **state) {
    (void)state;
    happened("request-received", "2020-05-01");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2020-10-01");
    assert_day(deadline.due, "2020-09-18"); /* 140 days */
    assert_day(deadline.latest, "2020-09-18");
    assert_int_equal(deadline.with_exception, EHC_NO_DAY);
    assert_status(deadline, "overdue", 13);
    const struct ehc_relaxation *relaxation = relaxation_of("final-plan", "2020-10-01");
    assert_non_null(relaxation);
    assert_string_equal(relaxation->provision, "SI 2020/471");
}

static void test_a_deadline_without_a_date_has_no_relaxation(void **state) {
    (void)state;
    assert_null(relaxation_of("final-plan", "2020-07-01"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_a_step_done_by_its_last_day_is_met_and_a_day_after_is_late),
        TEST(test_a_step_not_done_is_due_to_the_end_of_its_last_day_and_overdue_after),
        TEST(test_a_final_plan_on_the_last_day_is_met_though_day_1_counting_ends_sooner),
        TEST(test_an_act_planned_after_the_day_of_asking_is_not_done),
        TEST(test_a_review_notice_is_disputed_between_15_and_14_days_before_reg_20_3),
        TEST(test_a_trigger_that_has_not_happened_and_cannot_be_projected_leaves_waiting_without_a_date),
        TEST(test_statuses_have_the_names_of_the_contract),
        TEST(test_an_act_before_its_trigger_does_not_count),
        TEST(test_a_plan_of_years_ago_does_not_answer_a_new_request),
        TEST(test_an_appeal_whose_time_ends_on_saturday_31_july_2027_is_due_on_monday_2_august),
        TEST(test_a_count_past_the_known_bank_holidays_is_unknown_but_shown),
        TEST(test_a_working_day_limit_before_2012_is_unknown),
        TEST(test_a_count_that_leaves_2199_is_unknown_and_has_no_date),
        TEST(test_the_stay_in_a_special_school_needs_the_schools_closures_reg_48),
        TEST(test_governors_and_records_are_counted_in_school_days_with_the_schools_closures),
        TEST(test_a_limit_is_not_counted_from_a_day_before_its_law_was_in_force),
        TEST(test_si_2020_471_is_named_only_if_the_period_meets_1_may_to_25_september_2020),
        TEST(test_the_whole_period_of_a_request_of_25_september_2020_is_after_si_2020_471),
        TEST(test_si_2020_471_moves_no_date),
        TEST(test_a_deadline_without_a_date_has_no_relaxation),
        TEST(test_a_move_has_no_date_in_the_years_for_which_reg_18_1_had_none),
        TEST(test_a_social_care_referral_before_the_edition_of_2023_has_the_same_45_working_days),
        TEST(test_a_date_told_on_the_sunday_before_5_whole_working_days_is_in_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
