/* Facts taken from other facts: decision letters, reviews, projections, readings, advice. Then rules for all histories. */
#include "history.h"

/* ---- rule 11: the days of decisions ---- */

static void test_each_decision_that_can_be_appealed_has_its_own_last_day(void **state) {
    static const char *const kinds[] = {
        "assessment-refusal",  "no-plan-notice", "final-plan-sent",      "amended-plan-sent",     "plan-kept",
        "no-amendment-notice", "cease-decision", "reassessment-refused", "reassessment-plan-sent"};
    static const char *const others[] = {"assessment-decision", "review-decision", "amendment-notice-sent",
                                         "reassessment-decision", "draft-plan-served"};
    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        ehc_case_init(&facts);
        happened(kinds[i], "2024-03-11");
        as_at("2024-04-02");
        assert_round("appeal", 1, "2024-05-13", "due", 41); /* 11 May is a Saturday */
        assert_round("mediation-contact", 1, "2024-05-11", "due", 39);
        assert_string_equal(england->events[find_round(count, "appeal", 1)->trigger_event].id, kinds[i]);
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        ehc_case_init(&facts);
        happened(others[i], "2024-03-11");
        as_at("2024-04-02");
        assert_no_round("appeal", 1);
    }
}

static void test_a_day_given_for_the_letter_replaces_the_latest_decision_before_it(void **state) {
    (void)state;
    happened("assessment-refusal", "2023-01-16");
    happened("final-plan-sent", "2024-05-01");
    happened("decision-notice-sent", "2024-05-03");
    as_at("2024-06-03");
    assert_round("appeal", 1, "2023-03-16", "not-needed", -1); /* the plan replaced it */
    assert_round("appeal", 2, "2024-07-03", "due", 30);
    assert_no_round("appeal", 3);
}

static void test_a_certificate_is_about_the_latest_decision_on_or_before_it(void **state) {
    (void)state;
    happened("assessment-refusal", "2023-02-06");
    happened("final-plan-sent", "2024-05-07");
    happened("mediation-certificate", "2023-03-20, 2024-07-01");
    as_at("2024-07-15");
    assert_round("appeal-from-certificate", 1, "2023-04-20", "not-needed", -1);
    assert_round("appeal-from-certificate", 2, "2024-09-02", "due", 49); /* 1 August is in August */
    assert_round("appeal", 2, "2024-07-08", "not-needed", -1);
    ehc_case_init(&facts);
    happened("mediation-certificate", "2024-07-01"); /* without the decision's day nobody can say which day governs */
    as_at("2024-07-15");
    assert_round("appeal-from-certificate", 1, "2024-09-02", "unknown", -1);
    assert_int_equal(find_round(count, "appeal-from-certificate", 1)->because, EHC_NO_OTHER_DAY);
}

/* ---- rule 12: reviews, and plans that end and begin again ---- */

static void test_a_plan_made_after_the_last_one_ended_has_its_own_first_review_s44_1_a(void **state) {
    (void)state;
    happened("request-received", "2019-01-07, 2023-01-09");
    happened("final-plan-sent", "2019-05-20, 2023-05-22");
    happened("plan-kept", "2020-05-18");
    happened("plan-ceased", "2021-03-01");
    as_at("2024-06-03");
    assert_round("first-review", 1, "2020-05-19", "met", 0);
    assert_round("first-review", 2, "2024-05-21", "overdue", 13);
    ehc_case_init(&facts);
    happened("final-plan-sent", "2022-05-09, 2022-09-05"); /* sent again before the plan ended: no new first review */
    as_at("2023-06-05");
    assert_round("first-review", 1, "2023-05-08", "overdue", 28);
    assert_no_round("first-review", 2);
}

static void test_an_amendment_without_a_meeting_is_not_a_review_reg_28(void **state) {
    (void)state;
    happened("plan-kept", "2023-03-06");
    happened("amendment-notice-sent", "2023-07-10");
    happened("amended-plan-sent", "2023-08-21");
    as_at("2024-04-01");
    assert_round("amended-plan", 1, "2023-09-04", "met", 0);
    assert_round("next-review", 1, "2024-03-05", "overdue", 27);
}

static void test_a_later_review_shows_that_the_first_was_done(void **state) {
    (void)state;
    happened("plan-made", "2019-09-02");
    happened("last-reviewed", "2024-06-10");
    as_at("2024-09-02");
    assert_round("first-review", 1, "2020-09-01", "unknown", -1);
    assert_int_equal(find_round(count, "first-review", 1)->because, EHC_NO_ACT);
    assert_round("next-review", 1, "2025-06-09", "due", 280);
}

/* ---- rule 13: the latest round projects ---- */

static void test_only_the_latest_round_projects_and_only_one_further_round(void **state) {
    (void)state;
    happened("request-received", "2024-01-08, 2026-01-05");
    happened("assessment-refusal", "2024-02-12");
    as_at("2026-02-02");
    assert_round("final-plan", 2, "2026-05-25", "due", 112);
    assert_round("first-review", 1, "2027-05-24", "waiting", -1);
    assert_no_round("first-review", 2);
    assert_no_round("appeal", 2); /* nobody can appeal against a plan to come */
    ehc_case_init(&facts);
    happened("plan-kept", "2024-03-04, 2025-03-03");
    as_at("2025-06-02");
    assert_round("next-review", 1, "2025-03-03", "met", 0);
    assert_round("next-review", 2, "2026-03-02", "due", 273);
    assert_round("next-review", 3, "2027-03-01", "waiting", -1);
    assert_true(find_round(count, "next-review", 3)->projected);
    assert_no_round("next-review", 4);
}

/* ---- rule 14: readings with a trigger of their own ---- */

static void test_a_reading_counts_from_its_own_trigger_in_each_round(void **state) {
    (void)state;
    happened("request-received", "2022-01-10, 2024-01-08");
    happened("assessment-refusal", "2022-02-21, 2024-02-19");
    happened("assessment-conceded", "2022-04-04, 2024-09-02");
    as_at("2024-09-09");
    assert_round("final-plan-after-concession", 1, "2022-07-11", "late", 784);
    assert_day(find_round(count, "final-plan-after-concession", 1)->earliest, "2022-05-30");
    assert_superseded("final-plan-after-concession", 1, "assessment-conceded", "2024-09-02");
    assert_round("final-plan-after-concession", 2, "2024-12-09", "due", 91);
    assert_day(find_round(count, "final-plan-after-concession", 2)->earliest, "2024-05-27");
    ehc_case_init(&facts);
    happened("review-meeting", "2023-03-06, 2024-03-04");
    happened("plan-kept", "2023-03-27, 2024-03-18");
    as_at("2024-05-06");
    assert_day(find_round(count, "next-review", 1)->earliest, "2024-03-05"); /* from the meeting */
    assert_round("next-review", 2, "2025-03-17", "due", 315);
    assert_day(find_round(count, "next-review", 2)->earliest, "2025-03-03");
}

/* ---- rule 15: advice and consultations ---- */

static void ask(enum ehc_advice_from from, const char *requested, const char *reached, const char *received) {
    struct ehc_error error;
    struct ehc_advice advice = {.from = from,
                                .requested = requested != NULL ? day_of(requested) : EHC_NO_DAY,
                                .request_received = reached != NULL ? day_of(reached) : EHC_NO_DAY,
                                .received = received != NULL ? day_of(received) : EHC_NO_DAY};
    assert_true(ehc_case_add_advice(&facts, advice, &error));
}

static void test_advice_belongs_to_what_was_under_way_when_it_was_asked_for_regs_8_26(void **state) {
    (void)state;
    happened("request-received", "2022-01-10");
    happened("assessment-decision", "2022-02-21");
    happened("final-plan-sent", "2022-05-30");
    happened("reassessment-requested", "2024-01-08");
    happened("reassessment-decision", "2024-01-22");
    happened("reassessment-plan-sent", "2024-04-29");
    ask(EHC_FROM_HEALTH, "2024-01-26", "2024-01-29", "2024-03-25"); /* the order of writing does not matter */
    ask(EHC_FROM_HEALTH, "2022-02-24", "2022-02-28", "2022-04-11");
    as_at("2024-05-06");
    assert_round("advice-from-body", 1, "2022-04-11", "met", 0);
    assert_no_round("advice-from-body", 2);
    assert_round("reassessment-advice", 1, "2024-03-11", "late", 14);
    assert_no_round("reassessment-advice", 2);
}

static void test_one_advice_does_not_answer_another_and_late_advice_ends_with_the_plan(void **state) {
    (void)state;
    happened("request-received", "2024-01-08");
    happened("assessment-decision", "2024-02-12");
    ask(EHC_FROM_SCHOOL, "2024-02-15", NULL, NULL);
    ask(EHC_FROM_PSYCHOLOGIST, "2024-02-19", NULL, "2024-03-25");
    as_at("2024-04-15");
    assert_round("advice-from-anyone", 1, "2024-03-28", "overdue", 18);
    assert_round("advice-from-anyone", 2, "2024-04-01", "met", 0);
    happened("final-plan-sent", "2024-04-08");
    as_at("2024-04-15");
    assert_round("advice-from-anyone", 1, "2024-03-28", "late", 11);
    assert_superseded("advice-from-anyone", 1, "final-plan-sent", "2024-04-08");
}

static void test_each_consultation_has_its_own_answer_code_9_83(void **state) {
    (void)state;
    struct ehc_error error;
    happened("request-received", "2024-01-08");
    assert_true(ehc_case_add_consultation(
        &facts, (struct ehc_consultation){day_of("2024-04-15"), day_of("2024-04-30"), "Oak"}, &error));
    assert_true(
        ehc_case_add_consultation(&facts, (struct ehc_consultation){day_of("2024-04-22"), EHC_NO_DAY, "Elm"}, &error));
    as_at("2024-05-13");
    assert_round("school-consultation", 1, "2024-04-30", "met", 0);
    assert_round("school-consultation", 2, "2024-05-07", "overdue", 6);
    assert_string_equal(find_round(count, "school-consultation", 2)->consultation->name, "Elm");
}

/* ---- rule 17 is about files: test_case_faults.c, test_case_history.c ---- */

static void test_an_impossible_order_is_refused(void **state) {
    (void)state;
    struct faults faults = {0};
    happened("request-received", "2024-01-08");
    happened("final-plan-sent", "2024-05-20");
    happened("assessment-refusal", "2024-09-02");
    assert_false(ehc_case_check(england, &facts, collect_fault, &faults));
    assert_fault(faults, 0, "'assessment-refusal' (2 September 2024) cannot be after 'final-plan-sent' (20 May 2024)",
                 "request-received = 2024-01-08, ...");
    happened("request-received", "2024-01-08, 2024-07-22");
    assert_true(ehc_case_check(england, &facts, collect_fault, &faults));
    as_at("2024-10-07");
    assert_round("final-plan", 1, "2024-05-27", "met", 0);
    assert_round("refusal-notice", 2, "2024-09-02", "met", 0);
}

/* ---- rules for all histories ---- */

static void test_the_order_in_which_facts_are_given_does_not_matter(void **state) {
    (void)state;
    static struct ehc_deadline before[EHC_DEADLINES_MAX];
    happened("review-meeting", "2022-03-07, 2023-03-06, 2024-03-04");
    happened("plan-kept", "2022-03-28, 2023-03-27");
    happened("amendment-notice-sent", "2024-03-25");
    as_at("2024-06-03");
    size_t first = count;
    memcpy(before, room, sizeof room);
    ehc_case_init(&facts);
    happened("amendment-notice-sent", "2024-03-25");
    happened("plan-kept", "2023-03-27, 2022-03-28");
    happened("review-meeting", "2024-03-04, 2022-03-07, 2023-03-06");
    as_at("2024-06-03");
    assert_int_equal(count, first);
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(room[i].limit, before[i].limit);
        assert_int_equal(room[i].round, before[i].round);
        assert_int_equal(room[i].due, before[i].due);
        assert_int_equal(room[i].status, before[i].status);
        assert_int_equal(room[i].days, before[i].days);
    }
}

/* Facts of later years change no earlier round: it stays as it was when it was the latest. */
static void test_later_years_change_no_earlier_round(void **state) {
    (void)state;
    happened("review-meeting", "2022-03-07");
    happened("amendment-notice-sent", "2022-04-11");
    happened("amended-plan-sent", "2022-06-13");
    as_at("2022-12-05");
    assert_round("review-decision", 1, "2022-04-04", "late", 7);
    assert_round("amended-plan", 1, "2022-06-06", "late", 7);
    happened("review-meeting", "2022-03-07, 2023-03-06");
    happened("amendment-notice-sent", "2022-04-11, 2023-04-03");
    happened("amended-plan-sent", "2022-06-13, 2023-05-29");
    happened("order-amend-provision", "2024-02-05");
    happened("plan-ceased", "2024-09-02");
    as_at("2024-12-02");
    assert_round("review-decision", 1, "2022-04-04", "late", 7);
    assert_round("amended-plan", 1, "2022-06-06", "late", 7);
    assert_round("review-decision", 2, "2023-04-03", "met", 0);
    assert_round("amended-plan", 2, "2023-05-29", "met", 0);
}

/* The room that the header gives is enough if one event has all the days that a case can hold. */
static void test_no_history_needs_more_room_than_the_header_says(void **state) {
    (void)state;
    static const char *const events[] = {"request-received",  "review-meeting",   "last-reviewed", "assessment-refusal",
                                         "amended-plan-sent", "plan-transferred", "plan-kept",     "mediation-certificate"};
    struct ehc_error error;
    for (size_t i = 0; i < sizeof events / sizeof events[0]; i++) {
        ehc_case_init(&facts);
        for (int j = 0; j < EHC_HISTORY_MAX; j++)
            assert_true(ehc_case_add_day(
                england, &facts, (struct ehc_dated){ehc_find_event(england, events[i]), day_of("2015-01-05") + 14 * j, 0},
                &error));
        as_at("2035-01-01");
        assert_true(count <= EHC_DEADLINES_MAX);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_each_decision_that_can_be_appealed_has_its_own_last_day),
        TEST(test_a_day_given_for_the_letter_replaces_the_latest_decision_before_it),
        TEST(test_a_certificate_is_about_the_latest_decision_on_or_before_it),
        TEST(test_a_plan_made_after_the_last_one_ended_has_its_own_first_review_s44_1_a),
        TEST(test_an_amendment_without_a_meeting_is_not_a_review_reg_28),
        TEST(test_a_later_review_shows_that_the_first_was_done),
        TEST(test_only_the_latest_round_projects_and_only_one_further_round),
        TEST(test_a_reading_counts_from_its_own_trigger_in_each_round),
        TEST(test_advice_belongs_to_what_was_under_way_when_it_was_asked_for_regs_8_26),
        TEST(test_one_advice_does_not_answer_another_and_late_advice_ends_with_the_plan),
        TEST(test_each_consultation_has_its_own_answer_code_9_83),
        TEST(test_an_impossible_order_is_refused),
        TEST(test_the_order_in_which_facts_are_given_does_not_matter),
        TEST(test_later_years_change_no_earlier_round),
        TEST(test_no_history_needs_more_room_than_the_header_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
