/* What answers a round, and what else ends it: several acts, branches, other events, the outcome of an appeal.
 */
#include "history.h"

/* ---- rule 6: several acts ---- */

static void test_one_letter_answers_all_that_is_open_and_several_kinds_answer_one(void **state) {
    (void)state;
    happened("plan-made", "2021-04-12");
    happened("review-meeting", "2022-03-07, 2023-03-06, 2024-03-04");
    happened("plan-kept", "2022-03-28");
    happened("amendment-notice-sent", "2023-04-11");
    happened("amended-plan-sent", "2023-05-30");
    happened("review-decision", "2024-03-25");
    as_at("2024-05-06");
    assert_round("first-review", 1, "2022-04-11", "met", 0);
    assert_round("review-decision", 1, "2022-04-04", "met", 0);
    assert_round("review-decision", 2, "2023-04-03", "late", 8);
    assert_string_equal(england->events[find_round(count, "review-decision", 2)->act_event].id, "amendment-notice-sent");
    assert_round("review-decision", 3, "2024-04-01", "met", 0);
    assert_round("amendment-notice", 1, "2022-04-04", "not-needed", -1);
    assert_round("amendment-notice", 3, "2024-04-01", "unknown", -1); /* the case does not give the kind of decision */
    assert_round("amended-plan", 1, "2023-06-06", "met", 0);
    assert_round("amended-plan-from-meeting", 2, "2023-05-29", "late", 1);
    assert_round("next-review", 1, "2023-03-27", "late", 15);
    assert_round("next-review", 2, "2024-04-10", "met", 0);
    assert_round("next-review", 3, "2025-03-24", "due", 322);
}

static void test_an_order_to_reassess_is_answered_by_the_reassessments_own_events_reg_44_2_b(void **state) {
    (void)state;
    happened("reassessment-requested", "2023-11-06");
    happened("reassessment-refused", "2023-11-20");
    happened("appeal-received", "2024-01-15");
    happened("order-assess", "2024-06-03");
    happened("reassessment-decision", "2024-06-17");
    happened("reassessment-plan-sent", "2024-09-09");
    as_at("2024-09-16");
    assert_round("reassessment-decision", 1, "2023-11-21", "met", 0);
    assert_round("order-assess-notify", 1, "2024-06-17", "met", 0);
    assert_round("order-assess-final-plan", 1, "2024-09-09", "met", 0);
    assert_round("order-assess-no-plan", 1, "2024-08-12", "not-needed", -1);
    assert_round("appeal", 1, "2024-01-22", "met", 0);
}

/* ---- rule 8: the duty was met in another way ---- */

static void test_a_branch_counts_in_its_own_round_and_only_before_the_act(void **state) {
    (void)state;
    happened("request-received", "2023-09-04, 2024-09-02");
    happened("assessment-decision", "2023-10-16, 2024-10-14");
    happened("no-plan-notice", "2023-12-22");
    happened("final-plan-sent", "2025-01-27");
    as_at("2025-02-03");
    assert_round("final-plan", 1, "2024-01-22", "not-needed", -1);
    assert_int_equal(find_round(count, "final-plan", 1)->because, EHC_OTHER_BRANCH);
    assert_round("final-plan", 2, "2025-01-20", "late", 7); /* the notice of 2023 does not excuse it */
    assert_round("no-plan-notice", 2, "2024-12-23", "not-needed", -1);
    /* An event after the step was done changes nothing: reg 4(1) after reg 5(1). */
    ehc_case_init(&facts);
    happened("request-received", "2024-01-08");
    happened("assessment-decision", "2024-02-26");
    happened("assessment-refusal", "2024-03-04");
    as_at("2024-04-01");
    assert_round("assessment-decision", 1, "2024-02-19", "late", 7);
}

/* ---- rule 9: another event ended the duty ---- */

static void test_an_order_ends_the_duty_and_undoes_nothing_before_it_reg_44(void **state) {
    static const struct {
        const char *order, *status;
        int days;
    } rows[] = {{"2024-05-26", "not-needed", -1}, {"2024-05-27", "not-needed", -1}, {"2024-05-28", "late", 1}};
    (void)state;
    happened("request-received", "2024-01-08");
    happened("assessment-decision", "2024-02-19");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        happened("order-make-plan", rows[i].order);
        as_at("2024-06-10");
        assert_round("final-plan", 1, "2024-05-27", rows[i].status, rows[i].days);
        assert_superseded("final-plan", 1, "order-make-plan", rows[i].order);
    }
    assert_round("order-make-plan-final", 1, "2024-08-13", "due", 64);
    happened("final-plan-sent", "2024-05-28"); /* done on the same day counts as done before: late by itself */
    as_at("2024-06-10");
    assert_round("final-plan", 1, "2024-05-27", "late", 1);
    assert_day(find_round(count, "final-plan", 1)->act, "2024-05-28");
    assert_int_equal(find_round(count, "final-plan", 1)->superseded, EHC_NO_DAY);
    happened("order-make-plan", "2024-06-03"); /* done before: judged as if the order had not come */
    as_at("2024-06-10");
    assert_round("final-plan", 1, "2024-05-27", "late", 1);
}

static void test_when_a_plan_ends_its_review_is_no_longer_owed(void **state) {
    (void)state;
    happened("plan-kept", "2020-05-18");
    happened("plan-ceased", "2021-03-01");
    as_at("2024-06-03");
    assert_round("next-review", 1, "2021-05-17", "not-needed", -1);
    assert_superseded("next-review", 1, "plan-ceased", "2021-03-01");
    assert_no_round("next-review", 2);
}

/* ---- rule 10: an appeal is settled ---- */

static void test_an_order_shows_that_there_was_an_appeal_so_ehc_does_not_say_send_it(void **state) {
    (void)state;
    happened("request-received", "2024-01-08");
    happened("assessment-refusal", "2024-02-12");
    happened("order-assess", "2024-11-18");
    as_at("2024-11-25");
    assert_round("mediation-contact", 1, "2024-04-12", "not-needed", -1);
    const struct ehc_deadline *appeal = find_round(count, "appeal", 1);
    assert_day(appeal->due, "2024-04-12");
    assert_true(appeal->status != EHC_OVERDUE && appeal->status != EHC_LATE && appeal->status != EHC_DUE);
    assert_round("order-assess-notify", 1, "2024-12-02", "due", 7);
}

static void test_a_withdrawal_is_about_the_appeal_that_was_brought(void **state) {
    (void)state;
    happened("final-plan-sent", "2024-01-15");
    happened("appeal-received", "2024-03-01");
    happened("amended-plan-sent", "2024-06-03");
    happened("appeal-withdrawn", "2024-07-01");
    as_at("2024-07-15");
    assert_round("appeal", 1, "2024-03-15", "met", 0);
    assert_round("appeal", 2, "2024-09-02", "due", 49); /* the amended plan keeps its own right */
}

/* ---- rule 16: a plan that has to go on ---- */

static void test_a_plan_goes_on_until_the_time_to_appeal_is_over_s45_4(void **state) {
    (void)state;
    happened("cease-decision", "2024-04-15");
    as_at("2024-05-06");
    assert_round("plan-continues", 1, "2024-06-17", "due", 42); /* 15 June is a Saturday */
    as_at("2024-07-01");
    assert_round("plan-continues", 1, "2024-06-17", "not-needed", -1); /* it may end, but does not have to */
    happened("plan-ceased", "2024-06-17");
    as_at("2024-07-01");
    assert_round("plan-continues", 1, "2024-06-17", "late", 1); /* on the last day itself it is one day too early */
    assert_int_equal(find_round(count, "plan-continues", 1)->because, EHC_TOO_EARLY);
    happened("plan-ceased", "2024-06-18");
    as_at("2024-07-01");
    assert_round("plan-continues", 1, "2024-06-17", "met", 0);
}

static void test_a_certificate_or_an_appeal_keeps_the_plan_longer(void **state) {
    (void)state;
    happened("cease-decision", "2024-04-15");
    happened("mediation-certificate", "2024-06-10");
    happened("plan-ceased", "2024-07-08");
    as_at("2024-08-05");
    assert_round("plan-continues", 1, "2024-07-10", "late", 3); /* lawful from 11 July on */
    ehc_case_init(&facts);
    happened("cease-decision", "2024-04-15");
    happened("appeal-received", "2024-06-03");
    as_at("2024-09-02");
    assert_round("plan-continues", 1, "2024-06-17", "unknown", -1); /* until the appeal is decided */
    assert_int_equal(find_round(count, "plan-continues", 1)->because, EHC_PENDING);
    happened("plan-ceased", "2024-10-13");
    happened("appeal-decided", "2024-10-14");
    as_at("2024-11-04");
    assert_round("plan-continues", 1, "2024-06-17", "late", 1);
    happened("plan-ceased", "2024-10-14"); /* reg 44(2)(a): it ceases at once */
    as_at("2024-11-04");
    assert_round("plan-continues", 1, "2024-06-17", "met", 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_one_letter_answers_all_that_is_open_and_several_kinds_answer_one),
        TEST(test_an_order_to_reassess_is_answered_by_the_reassessments_own_events_reg_44_2_b),
        TEST(test_a_branch_counts_in_its_own_round_and_only_before_the_act),
        TEST(test_an_order_ends_the_duty_and_undoes_nothing_before_it_reg_44),
        TEST(test_when_a_plan_ends_its_review_is_no_longer_owed),
        TEST(test_an_order_shows_that_there_was_an_appeal_so_ehc_does_not_say_send_it),
        TEST(test_a_withdrawal_is_about_the_appeal_that_was_brought),
        TEST(test_a_plan_goes_on_until_the_time_to_appeal_is_over_s45_4),
        TEST(test_a_certificate_or_an_appeal_keeps_the_plan_longer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
