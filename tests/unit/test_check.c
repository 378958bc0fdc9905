/* What a check finds: late or not, what is missing, what advice holds up, what is open to the family. Days are worked out by
 * hand beside each test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <ehc/judgement.h>
#include <string.h>

static const struct ehc_law *const law = &ehc_law_england;

struct a_case {
    struct ehc_case facts;
    struct ehc_deadline deadlines[EHC_DEADLINES_MAX];
    struct ehc_judged judged;
};

static void give(struct a_case *test, const char *event, const char *date) {
    struct ehc_error error;
    assert_true(ehc_case_set_event(law, &test->facts, event, date, &error));
}

static struct a_case *begin(void) {
    static struct a_case test;
    ehc_case_init(&test.facts);
    return &test;
}

static const struct ehc_judged *at(struct a_case *test, int year, int month, int day) {
    ehc_day as_at = ehc_day_from_ymd(year, month, day);
    size_t count = ehc_timeline(law, &test->facts, as_at, test->deadlines, EHC_DEADLINES_MAX);
    test->judged = (struct ehc_judged){law, &test->facts, as_at, test->deadlines, count};
    return &test->judged;
}

static const struct ehc_deadline *find(const struct ehc_judged *judged, const char *id) {
    for (size_t i = 0; i < judged->count; i++)
        if (strcmp(judged->deadlines[i].limit->id, id) == 0)
            return &judged->deadlines[i];
    fail_msg("no %s", id);
    return NULL;
}

/* 5 January 2026 and 140 days: 25 May. */
static void test_reg_13_2_a_plan_sent_after_20_weeks_is_late_however_long_ago(void **state) {
    struct a_case *test = begin();
    (void)state;
    give(test, "request-received", "2026-01-05");
    give(test, "assessment-decision", "2026-02-16");
    give(test, "final-plan-sent", "2026-05-26");
    assert_true(ehc_is_late(find(at(test, 2026, 12, 1), "final-plan")));
    assert_int_equal(ehc_result_of(&test->judged), EHC_SOMETHING_LATE);
    give(test, "final-plan-sent", "2026-05-25");
    assert_false(ehc_is_late(find(at(test, 2026, 12, 1), "final-plan")));
    assert_int_equal(ehc_result_of(&test->judged), EHC_IN_TIME);
}

/* Reg 18: before 15 February, which many read as by it: the 15th is disputed, the 16th late on both. */
static void test_what_is_in_time_on_one_reading_is_not_called_late(void **state) {
    struct a_case *test = begin();
    (void)state;
    give(test, "transfer-year", "2026");
    give(test, "amended-plan-sent", "2026-02-15");
    assert_int_equal(find(at(test, 2026, 12, 1), "phase-transfer")->status, EHC_DISPUTED);
    assert_false(ehc_is_late(find(&test->judged, "phase-transfer")));
    assert_true(ehc_is_disputed(find(&test->judged, "phase-transfer")));
    assert_int_equal(ehc_result_of(&test->judged), EHC_IN_DISPUTE);
    give(test, "amended-plan-sent", "2026-02-14");
    assert_int_equal(ehc_result_of(at(test, 2026, 12, 1)), EHC_IN_TIME);
    give(test, "amended-plan-sent", "2026-02-16");
    assert_true(ehc_is_late(find(at(test, 2026, 12, 1), "phase-transfer")));
}

/* Week 16 of 5 January is 27 April: reg 10(1) binds a council that decides against a plan, which is not known here. */
static void test_reg_10_1_no_notice_after_week_16_is_not_late_while_a_plan_may_come(void **state) {
    struct a_case *test = begin();
    (void)state;
    give(test, "request-received", "2026-01-05");
    give(test, "assessment-decision", "2026-02-16");
    assert_int_equal(find(at(test, 2026, 5, 1), "no-plan-notice")->status, EHC_WAITING);
    assert_false(ehc_is_late(find(&test->judged, "no-plan-notice")));
    give(test, "no-plan-notice", "2026-04-28");
    assert_true(ehc_is_late(find(at(test, 2026, 5, 1), "no-plan-notice")));
}

static void test_a_date_of_practice_is_never_late(void **state) {
    struct a_case *test = begin();
    (void)state;
    give(test, "request-received", "2026-01-05");
    give(test, "assessment-decision", "2026-02-16");
    give(test, "draft-plan-served", "2026-05-20"); /* week 14 was 13 April */
    assert_int_equal(find(at(test, 2026, 5, 21), "draft-plan-practical")->status, EHC_LATE);
    assert_int_equal(ehc_result_of(&test->judged), EHC_IN_TIME);
}

static void test_a_step_that_must_have_been_done_is_missing_not_late(void **state) {
    struct a_case *test = begin();
    struct ehc_missing missing = {0};
    (void)state;
    give(test, "request-received", "2026-01-05");
    give(test, "final-plan-sent", "2026-05-20");
    assert_int_equal(find(at(test, 2026, 5, 21), "assessment-decision")->status, EHC_UNKNOWN);
    assert_int_equal(ehc_result_of(&test->judged), EHC_CANNOT_SAY);
    assert_true(ehc_missing_next(&test->judged, &missing));
    assert_string_equal(missing.deadline->limit->id, "assessment-decision");
    assert_false(ehc_missing_next(&test->judged, &missing));
}

static void test_an_act_without_the_day_it_runs_from_names_that_day(void **state) {
    struct a_case *test = begin();
    struct ehc_missing missing = {0};
    (void)state;
    give(test, "final-plan-sent", "2026-05-20");
    assert_true(ehc_missing_next(at(test, 2026, 5, 21), &missing));
    assert_string_equal(law->events[missing.event].id, "request-received");
    assert_false(ehc_missing_next(&test->judged, &missing));
}

static void test_an_empty_case_cannot_be_judged(void **state) {
    struct a_case *test = begin();
    (void)state;
    assert_int_equal(ehc_result_of(at(test, 2026, 5, 21)), EHC_CANNOT_SAY);
}

/* Code 9.41: 3 March 2026 and 42 days, 14 April. Reg 8(1): from the day it reached the body, 5 March: 16 April. */
static void test_each_request_for_advice_has_its_own_day_and_holds_up_the_plan(void **state) {
    struct a_case *test = begin();
    struct ehc_error error;
    ehc_day asked = ehc_day_from_ymd(2026, 3, 3);
    (void)state;
    give(test, "request-received", "2026-01-19");
    give(test, "assessment-decision", "2026-02-27");
    ehc_case_add_advice(&test->facts, (struct ehc_advice){EHC_FROM_PSYCHOLOGIST, asked, EHC_NO_DAY, EHC_NO_DAY, "EP"},
                        &error);
    ehc_case_add_advice(&test->facts, (struct ehc_advice){EHC_FROM_HEALTH, asked, asked + 2, EHC_NO_DAY, "trust"}, &error);
    const struct ehc_deadline *psychologist = find(at(test, 2026, 4, 15), "advice-from-anyone");
    const struct ehc_deadline *health = find(&test->judged, "advice-from-body");
    assert_int_equal(psychologist->due, ehc_day_from_ymd(2026, 4, 14));
    assert_int_equal(health->due, ehc_day_from_ymd(2026, 4, 16));
    assert_false(ehc_is_late(psychologist)); /* guidance */
    assert_true(ehc_is_past(psychologist));
    assert_false(ehc_is_late(health));
    assert_string_equal(ehc_held_up_by(&test->judged, psychologist)->limit->id, "final-plan");
    assert_string_equal(ehc_held_up_by(&test->judged, health)->limit->id, "final-plan");
    give(test, "final-plan-sent", "2026-04-14");
    assert_int_equal(find(at(test, 2026, 4, 15), "advice-from-anyone")->status, EHC_NOT_NEEDED);
    assert_null(ehc_held_up_by(&test->judged, find(&test->judged, "advice-from-anyone")));
}

static void test_advice_that_came_late_stays_late_after_the_plan(void **state) {
    struct a_case *test = begin();
    struct ehc_error error;
    ehc_day asked = ehc_day_from_ymd(2026, 3, 3);
    (void)state;
    give(test, "request-received", "2026-01-19");
    give(test, "final-plan-sent", "2026-06-01");
    ehc_case_add_advice(&test->facts, (struct ehc_advice){EHC_FROM_HEALTH, asked, asked, asked + 43, NULL}, &error);
    assert_int_equal(find(at(test, 2026, 6, 2), "advice-from-body")->status, EHC_LATE);
}

/* LGA 1974 s26B: the 12 months begin with the first late day, 26 May 2026, and end on 25 May 2027. Appeal: 2 months from a
 * plan of 1 June, 1 August, which is in August: the first working day after, 1 September. Mediation: 1 August. */
static void test_what_the_family_can_do_is_in_order_of_its_last_day(void **state) {
    struct a_case *test = begin();
    struct ehc_option options[EHC_OPTIONS_MAX];
    (void)state;
    give(test, "request-received", "2026-01-05");
    give(test, "assessment-decision", "2026-02-16");
    give(test, "final-plan-sent", "2026-06-01");
    assert_int_equal(ehc_options(at(test, 2026, 6, 10), options), 3);
    assert_string_equal(options[0].limit->id, "mediation-contact");
    assert_int_equal(options[0].last, ehc_day_from_ymd(2026, 8, 1));
    assert_string_equal(options[1].limit->id, "appeal");
    assert_int_equal(options[1].last, ehc_day_from_ymd(2026, 9, 1));
    assert_string_equal(options[2].limit->id, "ombudsman");
    assert_int_equal(options[2].last, ehc_day_from_ymd(2027, 5, 25));
    assert_int_equal(options[2].from_delay, ehc_day_from_ymd(2026, 5, 26));
}

static void test_nothing_late_gives_no_complaint_of_delay(void **state) {
    struct a_case *test = begin();
    struct ehc_option options[EHC_OPTIONS_MAX];
    (void)state;
    give(test, "request-received", "2026-01-05");
    give(test, "assessment-decision", "2026-02-16");
    assert_int_equal(ehc_options(at(test, 2026, 3, 1), options), 0);
    give(test, "problem-known", "2026-02-01"); /* given: its own 12 months, to 31 January 2027 */
    assert_int_equal(ehc_options(at(test, 2026, 3, 1), options), 1);
    assert_int_equal(options[0].last, ehc_day_from_ymd(2027, 1, 31));
}

static void test_after_its_last_day_a_step_is_no_longer_offered(void **state) {
    struct a_case *test = begin();
    struct ehc_option options[EHC_OPTIONS_MAX];
    (void)state;
    give(test, "request-received", "2026-01-05");
    give(test, "assessment-decision", "2026-02-16");
    give(test, "final-plan-sent", "2026-05-20"); /* mediation and appeal: to Monday 20 July 2026 */
    assert_int_equal(ehc_options(at(test, 2026, 7, 20), options), 2);
    assert_int_equal(ehc_options(at(test, 2026, 7, 21), options), 0);
    assert_false(ehc_is_late(find(&test->judged, "appeal"))); /* the family's own step is not a breach */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reg_13_2_a_plan_sent_after_20_weeks_is_late_however_long_ago),
        cmocka_unit_test(test_what_is_in_time_on_one_reading_is_not_called_late),
        cmocka_unit_test(test_reg_10_1_no_notice_after_week_16_is_not_late_while_a_plan_may_come),
        cmocka_unit_test(test_a_date_of_practice_is_never_late),
        cmocka_unit_test(test_a_step_that_must_have_been_done_is_missing_not_late),
        cmocka_unit_test(test_an_act_without_the_day_it_runs_from_names_that_day),
        cmocka_unit_test(test_an_empty_case_cannot_be_judged),
        cmocka_unit_test(test_each_request_for_advice_has_its_own_day_and_holds_up_the_plan),
        cmocka_unit_test(test_advice_that_came_late_stays_late_after_the_plan),
        cmocka_unit_test(test_what_the_family_can_do_is_in_order_of_its_last_day),
        cmocka_unit_test(test_nothing_late_gives_no_complaint_of_delay),
        cmocka_unit_test(test_after_its_last_day_a_step_is_no_longer_offered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
