/* What a check finds: late or not, what is missing, what advice delays, what the family can do. The days are worked out by
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
    struct ehc_judgement *judgement; /* the last one made; NULL before the first */
};

static struct a_case test;

static int begin(void **state) {
    (void)state;
    ehc_case_init(&test.facts);
    test.judgement = NULL;
    return 0;
}

static int end(void **state) {
    (void)state;
    ehc_judgement_free(test.judgement);
    return 0;
}

static void give(const char *event, const char *date) {
    struct ehc_error error;
    assert_true(ehc_case_set_event(law, &test.facts, event, date, &error));
}

static const struct ehc_judgement *at(int year, int month, int day) {
    ehc_judgement_free(test.judgement);
    test.judgement = ehc_judge(law, &test.facts, ehc_day_from_ymd(year, month, day), NULL);
    assert_non_null(test.judgement);
    return test.judgement;
}

static const struct ehc_judged *find(const struct ehc_judgement *judgement, const char *id) {
    for (size_t i = 0; i < judgement->count; i++)
        if (strcmp(judgement->deadlines[i].deadline->limit->id, id) == 0)
            return &judgement->deadlines[i];
    fail_msg("the judgement has no deadline of '%s'", id);
    return NULL;
}

/* 5 January 2026 and 140 days: 25 May. */
static void test_reg_13_2_a_plan_sent_after_20_weeks_is_late_however_long_ago(void **state) {
    (void)state;
    give("request-received", "2026-01-05");
    give("assessment-decision", "2026-02-16");
    give("final-plan-sent", "2026-05-26");
    assert_true(find(at(2026, 12, 1), "final-plan")->late);
    assert_int_equal(test.judgement->result, EHC_SOMETHING_LATE);
    give("final-plan-sent", "2026-05-25");
    assert_false(find(at(2026, 12, 1), "final-plan")->late);
    assert_int_equal(test.judgement->result, EHC_IN_TIME);
}

/* Reg 18: before 15 February. Many read it as by 15 February: the 15th is disputed, the 16th is late on both readings. */
static void test_a_step_in_time_on_one_reading_is_not_called_late(void **state) {
    (void)state;
    give("transfer-year", "2026");
    give("amended-plan-sent", "2026-02-15");
    assert_int_equal(find(at(2026, 12, 1), "phase-transfer")->deadline->status, EHC_DISPUTED);
    assert_false(find(test.judgement, "phase-transfer")->late);
    assert_true(find(test.judgement, "phase-transfer")->disputed);
    assert_int_equal(test.judgement->result, EHC_IN_DISPUTE);
    give("amended-plan-sent", "2026-02-14");
    assert_int_equal(at(2026, 12, 1)->result, EHC_IN_TIME);
    give("amended-plan-sent", "2026-02-16");
    assert_true(find(at(2026, 12, 1), "phase-transfer")->late);
}

/* Week 16 of 5 January is 27 April: reg 10(1) binds a council that decides against a plan. The case does not say that it
 * did. */
static void test_reg_10_1_no_notice_after_week_16_is_not_late_while_a_plan_may_come(void **state) {
    (void)state;
    give("request-received", "2026-01-05");
    give("assessment-decision", "2026-02-16");
    assert_int_equal(find(at(2026, 5, 1), "no-plan-notice")->deadline->status, EHC_UNKNOWN);
    assert_false(find(test.judgement, "no-plan-notice")->late);
    give("no-plan-notice", "2026-04-28");
    assert_true(find(at(2026, 5, 1), "no-plan-notice")->late);
}

static void test_a_date_of_practice_is_never_late(void **state) {
    (void)state;
    give("request-received", "2026-01-05");
    give("assessment-decision", "2026-02-16");
    give("draft-plan-served", "2026-05-20"); /* week 14 was 13 April */
    assert_int_equal(find(at(2026, 5, 21), "draft-plan-practical")->deadline->status, EHC_LATE);
    assert_int_equal(test.judgement->result, EHC_IN_TIME);
}

static void test_a_step_that_must_have_been_done_is_missing_not_late(void **state) {
    (void)state;
    give("request-received", "2026-01-05");
    give("final-plan-sent", "2026-05-20");
    assert_int_equal(find(at(2026, 5, 21), "assessment-decision")->deadline->status, EHC_UNKNOWN);
    assert_int_equal(test.judgement->result, EHC_CANNOT_SAY);
    assert_int_equal(test.judgement->missing_count, 1);
    assert_string_equal(test.judgement->missing[0].judged->deadline->limit->id, "assessment-decision");
}

static void test_an_act_without_the_day_it_runs_from_names_that_day(void **state) {
    (void)state;
    give("final-plan-sent", "2026-05-20");
    assert_int_equal(at(2026, 5, 21)->missing_count, 1);
    assert_string_equal(law->events[test.judgement->missing[0].event].id, "request-received");
}

static void test_an_empty_case_cannot_be_judged(void **state) {
    (void)state;
    assert_int_equal(at(2026, 5, 21)->result, EHC_CANNOT_SAY);
}

/* Code 9.41: 3 March 2026 and 42 days, 14 April. Reg 8(1): from the day it reached the body, 5 March: 16 April. */
static void test_each_request_for_advice_has_its_own_day_and_holds_up_the_plan(void **state) {
    struct ehc_error error;
    ehc_day asked = ehc_day_from_ymd(2026, 3, 3);
    (void)state;
    give("request-received", "2026-01-19");
    give("assessment-decision", "2026-02-27");
    ehc_case_add_advice(&test.facts, (struct ehc_advice){EHC_FROM_PSYCHOLOGIST, asked, EHC_NO_DAY, EHC_NO_DAY, "EP"},
                        &error);
    ehc_case_add_advice(&test.facts, (struct ehc_advice){EHC_FROM_HEALTH, asked, asked + 2, EHC_NO_DAY, "trust"}, &error);
    const struct ehc_judged *psychologist = find(at(2026, 4, 15), "advice-from-anyone");
    const struct ehc_judged *health = find(test.judgement, "advice-from-body");
    assert_int_equal(psychologist->deadline->due, ehc_day_from_ymd(2026, 4, 14));
    assert_int_equal(health->deadline->due, ehc_day_from_ymd(2026, 4, 16));
    assert_false(psychologist->late); /* guidance */
    assert_true(psychologist->past);
    assert_false(health->late);
    assert_string_equal(psychologist->holds_up->deadline->limit->id, "final-plan");
    assert_string_equal(health->holds_up->deadline->limit->id, "final-plan");
    give("final-plan-sent", "2026-04-14");
    assert_int_equal(find(at(2026, 4, 15), "advice-from-anyone")->deadline->status, EHC_NOT_NEEDED);
    assert_null(find(test.judgement, "advice-from-anyone")->holds_up);
}

static void test_advice_that_came_late_stays_late_after_the_plan(void **state) {
    struct ehc_error error;
    ehc_day asked = ehc_day_from_ymd(2026, 3, 3);
    (void)state;
    give("request-received", "2026-01-19");
    give("final-plan-sent", "2026-06-01");
    ehc_case_add_advice(&test.facts, (struct ehc_advice){EHC_FROM_HEALTH, asked, asked, asked + 43, NULL}, &error);
    assert_int_equal(find(at(2026, 6, 2), "advice-from-body")->deadline->status, EHC_LATE);
}

/* LGA 1974 s26B: the 12 months begin with the first late day, 26 May 2026, and end on 25 May 2027. Appeal: 2 months from a
 * plan of 1 June end on 1 August, in August, so the first working day after counts: 1 September. Mediation: 1 August. */
static void test_what_the_family_can_do_is_in_order_of_its_last_day(void **state) {
    (void)state;
    give("request-received", "2026-01-05");
    give("assessment-decision", "2026-02-16");
    give("final-plan-sent", "2026-06-01");
    assert_int_equal(at(2026, 6, 10)->option_count, 3);
    assert_string_equal(test.judgement->options[0].limit->id, "mediation-contact");
    assert_int_equal(test.judgement->options[0].last, ehc_day_from_ymd(2026, 8, 1));
    assert_string_equal(test.judgement->options[1].limit->id, "appeal");
    assert_int_equal(test.judgement->options[1].last, ehc_day_from_ymd(2026, 9, 1));
    assert_string_equal(test.judgement->options[2].limit->id, "ombudsman");
    assert_int_equal(test.judgement->options[2].last, ehc_day_from_ymd(2027, 5, 25));
    assert_int_equal(test.judgement->options[2].from_delay, ehc_day_from_ymd(2026, 5, 26));
}

static void test_nothing_late_gives_no_complaint_of_delay(void **state) {
    (void)state;
    give("request-received", "2026-01-05");
    give("assessment-decision", "2026-02-16");
    assert_int_equal(at(2026, 3, 1)->option_count, 0);
    give("problem-known", "2026-02-01"); /* given: its own 12 months, to 31 January 2027 */
    assert_int_equal(at(2026, 3, 1)->option_count, 1);
    assert_int_equal(test.judgement->options[0].last, ehc_day_from_ymd(2027, 1, 31));
}

static void test_after_its_last_day_a_step_is_no_longer_offered(void **state) {
    (void)state;
    give("request-received", "2026-01-05");
    give("assessment-decision", "2026-02-16");
    give("final-plan-sent", "2026-05-20"); /* mediation and appeal: to Monday 20 July 2026 */
    assert_int_equal(at(2026, 7, 20)->option_count, 2);
    assert_int_equal(at(2026, 7, 21)->option_count, 0);
    assert_false(find(test.judgement, "appeal")->late); /* the family's own step is not a breach */
}

/* The other branch of the decision has the same last day, 16 February 2026. */
static void test_the_other_branch_counts_as_said_already_unless_it_is_judged_alone(void **state) {
    bool limits[EHC_LIMITS_MAX] = {false};
    (void)state;
    give("request-received", "2026-01-05");
    assert_true(find(at(2026, 1, 20), "refusal-notice")->said_already);
    assert_false(find(test.judgement, "assessment-decision")->said_already);
    limits[ehc_find_limit(law, "refusal-notice")] = true;
    struct ehc_judgement *alone = ehc_judge(law, &test.facts, ehc_day_from_ymd(2026, 1, 20), limits);
    assert_non_null(alone);
    assert_int_equal(alone->count, 1);
    assert_false(find(alone, "refusal-notice")->said_already);
    assert_int_equal(alone->deadlines[0].last, ehc_day_from_ymd(2026, 2, 16));
    ehc_judgement_free(alone);
}

static void test_a_refusal_answers_the_question_whether_to_assess(void **state) {
    (void)state;
    give("request-received", "2026-01-05");
    assert_null(find(at(2026, 2, 20), "assessment-decision")->answered_by);
    give("assessment-refusal", "2026-02-16");
    const struct ehc_judged *decision = find(at(2026, 2, 20), "assessment-decision");
    assert_int_equal(decision->deadline->status, EHC_NOT_NEEDED);
    assert_ptr_equal(decision->answered_by, find(test.judgement, "refusal-notice"));
    assert_true(decision->answered_by->done);
}

static void test_events_are_listed_by_day_and_the_next_step_is_that_of_somebody_else(void **state) {
    (void)state;
    give("final-plan-sent", "2026-05-20");
    give("request-received", "2026-01-05");
    give("assessment-decision", "2026-02-16");
    assert_int_equal(at(2026, 2, 17)->event_count, 3);
    assert_string_equal(law->events[test.judgement->events[0].event].id, "request-received");
    assert_string_equal(law->events[test.judgement->events[1].event].id, "assessment-decision");
    assert_int_equal(test.judgement->events[2].day, ehc_day_from_ymd(2026, 5, 20));
    assert_non_null(test.judgement->next);
    assert_false(test.judgement->next->deadline->limit->for_family);
}

static void test_each_other_reading_is_listed_once(void **state) {
    (void)state;
    give("request-received", "2026-01-05");
    size_t day_1 = 0;
    assert_true(at(2026, 1, 20)->reading_count > 0);
    for (size_t i = 0; i < test.judgement->reading_count; i++) {
        day_1 += strcmp(law->readings[test.judgement->readings[i]].id, "day-1") == 0;
        assert_true(i == 0 || test.judgement->readings[i - 1] < test.judgement->readings[i]);
    }
    assert_int_equal(day_1, 1);
}

/* The 20 weeks of 5 January 2026 end on 25 May, or on 24 May on the reading "Day 1". If a law made the step the
 * family's own, ehc would tell the family the day that is safe on both readings. */
static void test_only_for_their_own_steps_people_get_the_earliest_day(void **state) {
    static struct ehc_limit limits[EHC_LIMITS_MAX];
    struct ehc_law changed = *law;
    int plan = ehc_find_limit(law, "final-plan");
    (void)state;
    give("request-received", "2026-01-05");
    assert_int_equal(find(at(2026, 1, 20), "final-plan")->last, ehc_day_from_ymd(2026, 5, 25));
    memcpy(limits, law->limits, law->limit_count * sizeof *limits);
    changed.limits = limits;
    limits[plan].for_family = true;
    struct ehc_judgement *judgement = ehc_judge_limit(&changed, &test.facts, NULL, ehc_day_from_ymd(2026, 1, 20), plan);
    assert_non_null(judgement);
    assert_int_equal(judgement->deadlines[0].last, ehc_day_from_ymd(2026, 5, 24));
    ehc_judgement_free(judgement);
}

/* The plan of the request of 5 January 2026 is due on 25 May; 18 days are not the 28 that reg 10(4)(a) asks for. */
static void test_a_claim_is_answered_only_if_the_step_was_not_done_in_time(void **state) {
    struct ehc_error error;
    struct ehc_closure easter = {.span = {ehc_day_from_ymd(2026, 3, 27), ehc_day_from_ymd(2026, 4, 13)}};
    (void)state;
    give("request-received", "2026-01-05");
    assert_true(ehc_case_add_closure(&test.facts, easter, &error));
    const struct ehc_judged *plan = find(at(2026, 6, 1), "final-plan");
    assert_int_equal(plan->exceptions[0].fit, EHC_TOO_SHORT);
    assert_true(plan->exceptions[0].is_answered);
    assert_true(plan->late_now);
    assert_non_null(plan->if_late);
    give("final-plan-sent", "2026-05-25");
    plan = find(at(2026, 6, 1), "final-plan");
    assert_int_equal(plan->exceptions[0].fit, EHC_TOO_SHORT);
    assert_false(plan->exceptions[0].is_answered);
    assert_false(plan->late_now);
    assert_null(plan->if_late);
}

static void test_one_limit_is_judged_though_its_case_has_not_begun(void **state) {
    (void)state;
    test.judgement =
        ehc_judge_limit(law, &test.facts, NULL, ehc_day_from_ymd(2026, 6, 1), ehc_find_limit(law, "final-plan"));
    assert_non_null(test.judgement);
    assert_int_equal(test.judgement->count, 1);
    assert_int_equal(test.judgement->deadlines[0].deadline->status, EHC_WAITING);
    assert_false(test.judgement->deadlines[0].started);
    assert_int_equal(test.judgement->deadlines[0].last, EHC_NO_DAY);
    assert_int_equal(test.judgement->result, EHC_CANNOT_SAY);
    assert_int_equal(test.judgement->option_count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_reg_13_2_a_plan_sent_after_20_weeks_is_late_however_long_ago, begin, end),
        cmocka_unit_test_setup_teardown(test_a_step_in_time_on_one_reading_is_not_called_late, begin, end),
        cmocka_unit_test_setup_teardown(test_reg_10_1_no_notice_after_week_16_is_not_late_while_a_plan_may_come, begin, end),
        cmocka_unit_test_setup_teardown(test_a_date_of_practice_is_never_late, begin, end),
        cmocka_unit_test_setup_teardown(test_a_step_that_must_have_been_done_is_missing_not_late, begin, end),
        cmocka_unit_test_setup_teardown(test_an_act_without_the_day_it_runs_from_names_that_day, begin, end),
        cmocka_unit_test_setup_teardown(test_an_empty_case_cannot_be_judged, begin, end),
        cmocka_unit_test_setup_teardown(test_each_request_for_advice_has_its_own_day_and_holds_up_the_plan, begin, end),
        cmocka_unit_test_setup_teardown(test_advice_that_came_late_stays_late_after_the_plan, begin, end),
        cmocka_unit_test_setup_teardown(test_what_the_family_can_do_is_in_order_of_its_last_day, begin, end),
        cmocka_unit_test_setup_teardown(test_nothing_late_gives_no_complaint_of_delay, begin, end),
        cmocka_unit_test_setup_teardown(test_after_its_last_day_a_step_is_no_longer_offered, begin, end),
        cmocka_unit_test_setup_teardown(test_the_other_branch_counts_as_said_already_unless_it_is_judged_alone, begin, end),
        cmocka_unit_test_setup_teardown(test_a_refusal_answers_the_question_whether_to_assess, begin, end),
        cmocka_unit_test_setup_teardown(test_events_are_listed_by_day_and_the_next_step_is_that_of_somebody_else, begin,
                                        end),
        cmocka_unit_test_setup_teardown(test_each_other_reading_is_listed_once, begin, end),
        cmocka_unit_test_setup_teardown(test_only_for_their_own_steps_people_get_the_earliest_day, begin, end),
        cmocka_unit_test_setup_teardown(test_a_claim_is_answered_only_if_the_step_was_not_done_in_time, begin, end),
        cmocka_unit_test_setup_teardown(test_one_limit_is_judged_though_its_case_has_not_begun, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
