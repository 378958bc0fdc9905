/* A case in which things happened more than once: groups, their titles, and facts that change nothing.
 */
#include "support.h"
#include <ehc/explain.h>

static struct ehc_case facts;
static struct ehc_judgement *judgement;

static int begin(void **state) {
    (void)state;
    ehc_case_init(&facts);
    judgement = NULL;
    return 0;
}

static int end(void **state) {
    (void)state;
    ehc_judgement_free(judgement);
    return 0;
}

static void give(const char *event, const char *dates) {
    struct ehc_error error;
    assert_true(ehc_case_set_event(england, &facts, event, dates, &error));
}

static void judge_at(const char *iso) {
    ehc_judgement_free(judgement);
    judgement = ehc_judge(england, &facts, day_of(iso), NULL);
    assert_non_null(judgement);
}

static const struct ehc_judged *find(const char *limit, int round) {
    for (size_t i = 0; i < judgement->count; i++)
        if (strcmp(judgement->deadlines[i].deadline->limit->id, limit) == 0 &&
            judgement->deadlines[i].deadline->round == round)
            return &judgement->deadlines[i];
    fail_msg("there is no round %d of %s", round, limit);
    return NULL;
}

static const struct ehc_group *group_of(const char *limit, int round) {
    return &judgement->groups[find(limit, round)->group];
}

static void assert_group(const struct ehc_group *group, const char *heading, const char *round) {
    char text[EHC_WORDS];
    assert_string_equal(ehc_group_words(england, group, text), heading);
    assert_string_equal(ehc_round_words(england, group, text), round);
}

static void test_a_group_is_called_by_its_route_and_what_began_it(void **state) {
    (void)state;
    give("request-received", "2024-01-08");
    give("final-plan-sent", "2024-05-01");
    give("review-meeting", "2025-03-03, 2026-03-02");
    give("transfer-year", "2026-05-05");
    judge_at("2026-11-24");
    assert_true(judgement->has_history);
    assert_group(group_of("final-plan", 1), "EHC needs assessment, request received 8 January 2024",
                 "request received 8 January 2024");
    assert_group(group_of("review-decision", 1), "Review of the plan, meeting of 3 March 2025", "meeting of 3 March 2025");
    assert_group(group_of("review-decision", 2), "Review of the plan, meeting of 2 March 2026", "meeting of 2 March 2026");
    assert_group(group_of("appeal", 1), "Mediation and appeal, decision of 1 May 2024: final plan sent",
                 "decision of 1 May 2024");
    assert_group(group_of("phase-transfer", 1), "Move to the next phase of education, year 2026", "year 2026");
    /* It runs from the plan, before any meeting. */
    assert_group(group_of("first-review", 1), "Review of the plan, final plan sent 1 May 2024",
                 "final plan sent 1 May 2024");
    assert_true(group_of("first-review", 1) < group_of("review-decision", 1));
}

/* Each of two decisions: two months from its own day. 10 February and 2 months: 10 April 2023; 2 March: 2 May 2026 is a
 * Saturday and 4 May a bank holiday, so the appeal ends on Tuesday 5 May. */
static void test_each_right_to_appeal_is_under_its_own_decision_with_its_own_last_day(void **state) {
    (void)state;
    give("plan-made", "2021-05-04");
    give("review-meeting", "2022-11-14, 2025-11-10");
    give("amendment-notice-sent", "2022-12-12, 2025-12-08");
    give("amended-plan-sent", "2023-02-10, 2026-03-02");
    give("appeal-received", "2023-04-05");
    judge_at("2026-04-01");
    assert_group(group_of("appeal", 1), "Mediation and appeal, decision of 10 February 2023: final amended plan sent",
                 "decision of 10 February 2023");
    assert_group(group_of("appeal", 2), "Mediation and appeal, decision of 2 March 2026: final amended plan sent",
                 "decision of 2 March 2026");
    assert_day(find("appeal", 2)->last, "2026-05-05");
    size_t appeals = 0;
    for (size_t i = 0; i < judgement->option_count; i++)
        appeals += judgement->options[i].judged == find("appeal", 2);
    assert_int_equal(appeals, 1);
}

/* The plan of 2023 was due on 6 February 2023, 8 weeks after 12 December, and that of 2026 on 2 February: 12 months from the
 * first late day of the second, 3 February 2026, end on 2 February 2027. Those of the first are over. */
static void test_a_complaint_is_about_the_earliest_delay_for_which_there_is_time(void **state) {
    (void)state;
    give("plan-made", "2021-05-04");
    give("review-meeting", "2022-11-14, 2025-11-10");
    give("amendment-notice-sent", "2022-12-12, 2025-12-08");
    give("amended-plan-sent", "2023-02-10, 2026-03-02");
    judge_at("2024-02-05");
    const struct ehc_option *complaint = &judgement->options[judgement->option_count - 1];
    assert_ptr_equal(complaint->late, find("amended-plan", 1));
    assert_day(complaint->from_delay, "2023-02-07");
    assert_day(complaint->last, "2024-02-06");
    judge_at("2026-04-01");
    complaint = &judgement->options[judgement->option_count - 1];
    assert_ptr_equal(complaint->late, find("amended-plan", 2));
    assert_day(complaint->from_delay, "2026-02-03");
    assert_day(complaint->last, "2027-02-02");
}

/* The decision of 1 September 2026 can be appealed until 2 November: 2 months end on 1 November, a Sunday. A plan that ends
 * on 16 September is too early until 2 November is over. 12 months from 16 September end on 15 September 2027. */
static void test_a_plan_that_ends_too_early_is_late_now_until_the_time_to_appeal_is_over(void **state) {
    (void)state;
    give("cease-decision", "2026-09-01");
    give("plan-ceased", "2026-09-16");
    judge_at("2026-11-02");
    const struct ehc_judged *continues = find("plan-continues", 1);
    assert_true(continues->late_now);
    assert_non_null(continues->if_late);
    judge_at("2026-11-03");
    continues = find("plan-continues", 1);
    assert_true(continues->late);
    assert_false(continues->late_now);
    assert_null(continues->if_late);
    const struct ehc_option *complaint = &judgement->options[judgement->option_count - 1];
    assert_ptr_equal(complaint->late, continues);
    assert_day(complaint->from_delay, "2026-09-16");
    assert_day(complaint->last, "2027-09-15");
}

static void test_a_case_in_which_nothing_happened_twice_has_no_history(void **state) {
    (void)state;
    give("request-received", "2024-01-08");
    give("final-plan-sent", "2024-05-01");
    give("review-meeting", "2025-03-03");
    judge_at("2026-11-24");
    assert_false(judgement->has_history);
}

/* 3 March 2025 and 4 weeks: 31 March. */
static void test_a_round_is_quiet_once_it_is_over_and_nothing_in_it_is_late(void **state) {
    (void)state;
    give("plan-made", "2024-05-01");
    give("review-meeting", "2025-03-03, 2026-03-02");
    give("plan-kept", "2025-03-31, 2026-03-30");
    judge_at("2026-04-01");
    assert_true(group_of("review-decision", 1)->is_over);
    assert_true(group_of("review-decision", 1)->is_quiet);
    assert_false(group_of("review-decision", 2)->is_quiet); /* the next review is to come */
    give("plan-kept", "2025-04-01, 2026-03-30");
    judge_at("2026-04-01");
    assert_false(group_of("review-decision", 1)->is_quiet);
}

/* Notice on 30 March 2026, in the fourth week: 8 weeks from it and 12 from the meeting of 2 March both end on 25 May. */
static void test_two_limits_of_one_act_with_one_last_day_count_as_late_once(void **state) {
    (void)state;
    give("plan-made", "2025-05-01");
    give("review-meeting", "2026-03-02");
    give("amendment-notice-sent", "2026-03-30");
    judge_at("2026-11-24");
    const struct ehc_judged *from_notice = find("amended-plan", 1), *from_meeting = find("amended-plan-from-meeting", 1);
    assert_day(from_notice->deadline->due, "2026-05-25");
    assert_true(from_notice->late_now);
    assert_ptr_equal(from_notice->also, from_meeting);
    assert_true(from_meeting->late);
    assert_true(from_meeting->said_already);
    assert_false(from_meeting->late_now);
    /* With the notice a day earlier, its 8 weeks end first. */
    give("amendment-notice-sent", "2026-03-29");
    judge_at("2026-11-24");
    assert_null(find("amended-plan", 1)->also);
    assert_false(find("amended-plan-from-meeting", 1)->said_already);
}

/* 15 February 2027 is too late for the move; 8 weeks from 29 December end on 23 February, from 20 December on 14 February.
 */
static void test_reg_18_1_b_a_plan_that_would_miss_the_phase_transfer_says_so(void **state) {
    (void)state;
    give("plan-made", "2025-12-01");
    give("review-meeting", "2026-12-01");
    give("amendment-notice-sent", "2026-12-29");
    give("transfer-year", "2027");
    judge_at("2027-01-24");
    assert_ptr_equal(find("amended-plan", 1)->misses, find("phase-transfer", 1));
    assert_null(find("phase-transfer", 1)->misses);
    give("amendment-notice-sent", "2026-12-20");
    judge_at("2027-01-24");
    assert_null(find("amended-plan", 1)->misses);
}

static void assert_ignored(size_t index, const char *words) {
    char text[EHC_WORDS];
    assert_true(index < judgement->ignored_count);
    assert_string_equal(ehc_ignored_words(england, &judgement->ignored[index], text), words);
}

static void test_a_fact_that_changes_nothing_is_named_with_what_to_do(void **state) {
    (void)state;
    give("request-received", "2024-01-08, 2024-01-08, 2024-02-05");
    give("final-plan-sent", "2023-05-22");
    give("review-meeting", "2062-03-03");
    judge_at("2024-03-01");
    assert_int_equal(judgement->ignored_count, 4);
    assert_ignored(0, "request-received is given twice with the day 8 January 2024: it counts once");
    assert_ignored(1, "request-received 5 February 2024 starts nothing new: the steps from 8 January 2024 are still open");
    assert_ignored(
        2, "final-plan-sent 22 May 2023 is earlier than request-received 8 January 2024, so it is not used: check the dates, "
           "or add the earlier request-received");
    assert_ignored(3, "review-meeting 3 March 2062 is more than a year ahead: is the year right?");
}

/* 366 days after 1 March 2024 is 2 March 2025. */
static void test_a_year_ahead_is_not_far(void **state) {
    (void)state;
    give("plan-made", "2023-03-01");
    give("review-meeting", "2025-03-02");
    judge_at("2024-03-01");
    assert_int_equal(judgement->ignored_count, 0);
    give("review-meeting", "2025-03-03");
    judge_at("2024-03-01");
    assert_int_equal(judgement->ignored_count, 1);
}

static const char *end_words(const char *limit) {
    static char text[EHC_WORDS];
    return ehc_end_words(england, find(limit, 1)->deadline, text);
}

static void test_a_late_step_names_the_event_that_ended_it(void **state) {
    (void)state;
    give("request-received", "2024-01-08");
    give("assessment-decision", "2024-03-30");
    give("order-make-plan", "2025-11-03");
    judge_at("2026-01-05");
    assert_string_equal(end_words("assessment-decision"), "done Saturday 30 March 2024");
    assert_string_equal(end_words("final-plan"),
                        "not done when the Tribunal ordered the council to make a plan on Monday 3 November 2025");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_group_is_called_by_its_route_and_what_began_it, begin, end),
        cmocka_unit_test_setup_teardown(test_each_right_to_appeal_is_under_its_own_decision_with_its_own_last_day, begin,
                                        end),
        cmocka_unit_test_setup_teardown(test_a_complaint_is_about_the_earliest_delay_for_which_there_is_time, begin, end),
        cmocka_unit_test_setup_teardown(test_a_plan_that_ends_too_early_is_late_now_until_the_time_to_appeal_is_over, begin,
                                        end),
        cmocka_unit_test_setup_teardown(test_a_case_in_which_nothing_happened_twice_has_no_history, begin, end),
        cmocka_unit_test_setup_teardown(test_a_round_is_quiet_once_it_is_over_and_nothing_in_it_is_late, begin, end),
        cmocka_unit_test_setup_teardown(test_two_limits_of_one_act_with_one_last_day_count_as_late_once, begin, end),
        cmocka_unit_test_setup_teardown(test_reg_18_1_b_a_plan_that_would_miss_the_phase_transfer_says_so, begin, end),
        cmocka_unit_test_setup_teardown(test_a_fact_that_changes_nothing_is_named_with_what_to_do, begin, end),
        cmocka_unit_test_setup_teardown(test_a_year_ahead_is_not_far, begin, end),
        cmocka_unit_test_setup_teardown(test_a_late_step_names_the_event_that_ended_it, begin, end),
    };
    return cmocka_run_group_tests_name("history words", tests, NULL, NULL);
}
