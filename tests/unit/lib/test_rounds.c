/* Which days open a round, how long it lasts, and what ends it unanswered: ehc-limits(5) ROUNDS, rules 1 to 5 and 7. */
#include "history.h"

/* ---- rule 1: what opens a round ---- */

static void test_a_request_made_again_after_a_refusal_has_its_own_six_weeks_reg_5_1(void **state) {
    (void)state;
    happened("request-received", "2024-01-08, 2025-03-10");
    happened("assessment-refusal", "2024-02-19");
    as_at("2025-05-01");
    assert_round("assessment-decision", 1, "2024-02-19", "not-needed", -1);
    assert_round("refusal-notice", 1, "2024-02-19", "met", 0); /* on its last day */
    assert_round("final-plan", 1, "2024-05-27", "not-needed", -1);
    assert_round("assessment-decision", 2, "2025-04-21", "overdue", 10);
    assert_round("final-plan", 2, "2025-07-28", "due", 88);
    assert_no_round("final-plan", 3);
}

static void test_a_second_request_while_the_first_is_open_opens_nothing(void **state) {
    (void)state;
    happened("request-received", "2024-01-08, 2024-02-05");
    as_at("2024-03-01");
    assert_round("assessment-decision", 1, "2024-02-19", "overdue", 11);
    assert_round("final-plan", 1, "2024-05-27", "due", 87);
    assert_no_round("assessment-decision", 2);
    assert_no_round("final-plan", 2);
    happened("assessment-decision", "2024-02-19"); /* answers the six weeks but does not end the request */
    happened("request-received", "2024-01-08, 2024-04-15");
    as_at("2024-06-03");
    assert_round("final-plan", 1, "2024-05-27", "overdue", 7);
    assert_no_round("assessment-decision", 2);
}

/* One limit, two triggers: reg 5(1)(a) and (b). The time of the new council runs anew. */
static void test_another_council_becomes_responsible_in_the_middle(void **state) {
    (void)state;
    happened("request-received", "2024-01-08");
    happened("became-responsible", "2024-03-04");
    as_at("2024-03-20");
    assert_round("assessment-decision", 1, "2024-02-19", "late", 14); /* late up to the day of the move, and that stays */
    assert_superseded("assessment-decision", 1, "became-responsible", "2024-03-04");
    assert_round("assessment-decision", 2, "2024-04-15", "due", 26);
    assert_round("final-plan", 1, "2024-05-27", "not-needed", -1);
    assert_round("final-plan", 2, "2024-07-22", "due", 124);
}

/* A move and the day on which it became known are one round. The later of the two days governs: reg 15(2). */
static void test_two_triggers_can_be_one_round(void **state) {
    (void)state;
    happened("move-known", "2022-05-02, 2024-05-07");
    happened("moved", "2022-06-20, 2024-05-13");
    happened("plan-transferred", "2022-06-27, 2024-05-29");
    as_at("2024-07-15");
    assert_round("plan-transfer", 1, "2022-06-20", "late", 7); /* known seven weeks before: on the day of the move */
    assert_round("plan-transfer", 2, "2024-05-28", "late", 1); /* 7 May is day 1, 27 May a bank holiday, 28 May day 15 */
    assert_no_round("plan-transfer", 3);
    ehc_case_clear_event(&facts, ehc_find_event(england, "moved"));
    happened("move-known", "2024-07-01");
    happened("plan-transferred", "2022-06-27");
    as_at("2024-09-02");
    assert_round("plan-transfer", 1, "2024-07-19", "unknown", -1); /* the family may move later */
    assert_int_equal(find_round(count, "plan-transfer", 1)->because, EHC_NO_OTHER_DAY);
}

/* ---- rule 2: how long a round lasts ---- */

static void test_a_decision_on_the_day_of_the_next_meeting_answers_the_one_that_is_open(void **state) {
    (void)state;
    happened("review-meeting", "2022-03-07, 2022-03-28");
    happened("review-decision", "2022-03-28");
    as_at("2022-04-11");
    assert_round("review-decision", 1, "2022-04-04", "met", 0);
    assert_round("review-decision", 2, "2022-04-25", "due", 14);
    happened("review-meeting", "2022-03-07, 2022-04-25");
    ehc_case_clear_event(&facts, ehc_find_event(england, "review-decision"));
    happened("plan-kept", "2022-03-28, 2022-04-25"); /* the first has its answer: the decision of 25 April is the second's */
    as_at("2022-05-02");
    assert_round("review-decision", 1, "2022-04-04", "met", 0);
    assert_round("review-decision", 2, "2022-05-23", "met", 0);
    assert_day(find_round(count, "review-decision", 2)->act, "2022-04-25");
}

static void test_the_review_that_opens_a_year_does_not_end_it_s44_1_b(void **state) {
    (void)state;
    happened("plan-kept", "2023-03-06");
    as_at("2024-03-11");
    assert_round("next-review", 1, "2024-03-05", "overdue", 6);
    happened("plan-kept", "2023-03-06, 2023-09-11"); /* an early one ends it, and opens the next */
    as_at("2024-04-01");
    assert_round("next-review", 1, "2024-03-05", "met", 0);
    assert_round("next-review", 2, "2024-09-10", "due", 162);
}

/* ---- rule 3: what closes a request ---- */

static void test_a_plan_answers_the_request_that_it_was_made_for(void **state) {
    (void)state;
    happened("request-received", "2022-01-10, 2023-01-09");
    happened("assessment-refusal", "2022-02-14");
    happened("assessment-decision", "2023-02-20");
    happened("final-plan-sent", "2023-05-22");
    as_at("2023-06-01");
    assert_round("assessment-decision", 1, "2022-02-21", "not-needed", -1);
    assert_round("final-plan", 1, "2022-05-30", "not-needed", -1); /* and not a year late */
    assert_round("final-plan", 2, "2023-05-29", "met", 0);
}

static void test_a_refusal_that_was_taken_back_closed_nothing(void **state) {
    (void)state;
    happened("request-received", "2024-01-08, 2024-08-05");
    happened("assessment-refusal", "2024-02-12");
    happened("assessment-conceded", "2024-07-01");
    as_at("2024-09-02");
    assert_no_round("assessment-decision", 2);
    assert_round("final-plan-after-concession", 1, "2024-10-07", "due", 35);
    /* A round that had opened by the day of an order stays open. */
    ehc_case_clear_event(&facts, ehc_find_event(england, "assessment-conceded"));
    happened("order-assess", "2024-09-02");
    as_at("2024-09-23");
    assert_round("assessment-decision", 2, "2024-09-16", "not-needed", -1);
    assert_superseded("assessment-decision", 2, "order-assess", "2024-09-02");
}

/* ---- rule 4: counting back ---- */

static void test_each_meeting_has_its_own_notice_reg_20_3(void **state) {
    (void)state;
    happened("review-meeting", "2023-03-06, 2024-03-04");
    happened("review-notice", "2023-02-13, 2024-02-26");
    happened("review-papers", "2024-02-12");
    as_at("2024-03-11");
    assert_round("review-notice", 1, "2023-02-19", "met", 0);
    assert_round("review-notice", 2, "2024-02-18", "late", 7); /* counted from 19 February, the lenient last day */
    assert_round("review-papers", 1, "2023-02-19", "unknown", -1);
    assert_round("review-papers", 2, "2024-02-18", "met", 0);
}

static void test_the_first_notice_counts_and_a_reminder_changes_nothing(void **state) {
    (void)state;
    happened("review-meeting", "2024-03-04");
    happened("review-notice", "2024-02-28, 2024-02-12");
    as_at("2024-03-11");
    assert_round("review-notice", 1, "2024-02-18", "met", 0);
    assert_day(find_round(count, "review-notice", 1)->act, "2024-02-12");
}

static void test_a_year_of_transfer_looks_from_a_year_before_to_a_year_after_reg_18_1(void **state) {
    (void)state;
    happened("transfer-year", "2019, 2023");
    happened("amended-plan-sent", "2019-02-11, 2023-03-06");
    as_at("2023-04-03");
    assert_round("phase-transfer", 1, "2019-02-14", "met", 0);
    assert_round("phase-transfer", 2, "2023-02-14", "late", 19); /* from 15 February */
    happened("transfer-year", "2023, 2023-09-01");               /* a year is one round however it is written */
    happened("amended-plan-sent", "2021-05-10");
    as_at("2023-03-01");
    assert_round("phase-transfer", 1, "2023-02-14", "overdue", 14); /* that plan is too old to count */
    assert_no_round("phase-transfer", 2);
    happened("amended-plan-sent", "2024-05-13");
    as_at("2024-06-03");
    assert_round("phase-transfer", 1, "2023-02-14", "overdue", 474); /* this one is too new */
}

/* ---- rule 5: unanswered when the next opens ---- */

static void test_a_step_not_done_by_the_next_meeting_is_late_only_if_its_day_was_past(void **state) {
    static const struct {
        const char *next, *status;
        int days;
    } rows[] = {{"2022-04-03", "not-needed", -1}, {"2022-04-04", "not-needed", -1}, {"2022-04-05", "late", 1}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char dates[64];
        snprintf(dates, sizeof dates, "2022-03-07, %s", rows[i].next);
        happened("review-meeting", dates);
        as_at("2022-04-11");
        assert_round("review-decision", 1, "2022-04-04", rows[i].status, rows[i].days);
        assert_superseded("review-decision", 1, "review-meeting", rows[i].next);
    }
    happened("review-meeting", "2022-03-07, 2023-03-06");
    as_at("2023-04-17");
    assert_round("review-decision", 1, "2022-04-04", "late", 336); /* up to the next meeting, and no day more */
    assert_round("review-decision", 2, "2023-04-03", "overdue", 14);
}

static void test_a_right_that_was_not_used_is_not_a_failure_of_the_family_s51_2(void **state) {
    (void)state;
    happened("amended-plan-sent", "2023-03-13, 2024-04-08");
    as_at("2024-05-01");
    assert_round("appeal", 1, "2023-05-15", "not-needed", -1);
    assert_int_equal(find_round(count, "appeal", 1)->because, EHC_OVERTAKEN);
    assert_round("mediation-contact", 1, "2023-05-13", "not-needed", -1);
    assert_round("appeal", 2, "2024-06-10", "due", 40);            /* 8 June is a Saturday */
    assert_round("mediation-contact", 2, "2024-06-08", "due", 38); /* it moves no other time */
}

/* A later decision replaces only one in the same matter. */
static void test_two_matters_can_be_open_at_once(void **state) {
    (void)state;
    happened("final-plan-sent", "2024-05-01");
    happened("reassessment-requested", "2024-05-13");
    happened("reassessment-refused", "2024-05-20");
    as_at("2024-06-03");
    assert_round("appeal", 1, "2024-07-01", "due", 28);
    assert_round("appeal", 2, "2024-07-22", "due", 49); /* 20 July is a Saturday */
}

/* ---- rule 7: what is planned ---- */

static void test_a_planned_event_answers_excuses_opens_and_ends_nothing(void **state) {
    (void)state;
    happened("request-received", "2024-01-08");
    happened("assessment-decision", "2024-03-11");
    as_at("2024-02-26");
    assert_round("assessment-decision", 1, "2024-02-19", "overdue", 7);
    as_at("2024-03-11"); /* on the day itself it has happened */
    assert_round("assessment-decision", 1, "2024-02-19", "late", 21);
    happened("assessment-decision", "2024-02-19");
    happened("no-plan-notice", "2024-06-10");
    happened("order-make-plan", "2024-07-01");
    as_at("2024-06-03");
    assert_round("final-plan", 1, "2024-05-27", "overdue", 7);
    happened("review-meeting", "2024-03-04, 2024-07-08");
    as_at("2024-06-03");
    assert_round("review-decision", 1, "2024-04-01", "overdue", 63);
    assert_round("review-decision", 2, "2024-08-05", "waiting", -1);
    assert_true(find_round(count, "review-decision", 2)->projected);
}

static void test_a_planned_meeting_opens_limits_that_count_back_from_it_now(void **state) {
    (void)state;
    happened("review-meeting", "2024-03-04");
    as_at("2024-02-01");
    assert_round("review-notice", 1, "2024-02-18", "due", 17);
    assert_false(find_round(count, "review-notice", 1)->projected);
}

/* CFA s38(4): the longer time in the council's letter holds, a shorter one does not. */
static void test_a_term_is_never_planned(void **state) {
    static const struct {
        const char *until, *due;
        int left;
    } rows[] = {{"2024-04-30", "2024-04-30", 15}, {"2024-04-21", "2024-04-22", 7}, {"2024-04-23", "2024-04-23", 8}};
    (void)state;
    happened("draft-plan-served", "2024-04-08");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        happened("draft-response-until", rows[i].until);
        as_at("2024-04-15");
        assert_round("draft-response", 1, rows[i].due, "due", rows[i].left);
    }
    happened("draft-plan-served", "2023-04-10, 2024-04-08");
    happened("draft-response-until", "2023-05-01"); /* of the draft before it only */
    happened("draft-response", "2023-04-28");
    as_at("2024-04-15");
    assert_round("draft-response", 1, "2023-05-01", "met", 0);
    assert_round("draft-response", 2, "2024-04-22", "due", 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_a_request_made_again_after_a_refusal_has_its_own_six_weeks_reg_5_1),
        TEST(test_a_second_request_while_the_first_is_open_opens_nothing),
        TEST(test_another_council_becomes_responsible_in_the_middle),
        TEST(test_two_triggers_can_be_one_round),
        TEST(test_a_decision_on_the_day_of_the_next_meeting_answers_the_one_that_is_open),
        TEST(test_the_review_that_opens_a_year_does_not_end_it_s44_1_b),
        TEST(test_a_plan_answers_the_request_that_it_was_made_for),
        TEST(test_a_refusal_that_was_taken_back_closed_nothing),
        TEST(test_each_meeting_has_its_own_notice_reg_20_3),
        TEST(test_the_first_notice_counts_and_a_reminder_changes_nothing),
        TEST(test_a_year_of_transfer_looks_from_a_year_before_to_a_year_after_reg_18_1),
        TEST(test_a_step_not_done_by_the_next_meeting_is_late_only_if_its_day_was_past),
        TEST(test_a_right_that_was_not_used_is_not_a_failure_of_the_family_s51_2),
        TEST(test_two_matters_can_be_open_at_once),
        TEST(test_a_planned_event_answers_excuses_opens_and_ends_nothing),
        TEST(test_a_planned_meeting_opens_limits_that_count_back_from_it_now),
        TEST(test_a_term_is_never_planned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
