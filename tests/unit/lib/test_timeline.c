/* The timeline of a case as a whole, with requests for advice: <ehc/timeline.h>. */
#include "timeline.h"

/* ---- the examples of the first issue ---- */

static void test_a_request_of_5_january_2026_gives_16_february_27_april_and_25_may(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    struct ehc_deadline deadline = deadline_of(&facts, "assessment-decision", "2026-01-05");
    assert_day(deadline.due, "2026-02-16"); /* reg 5(1): Monday, 42 days */
    assert_day(deadline.earliest, "2026-02-15");
    assert_day(deadline.latest, "2026-02-16");
    assert_status(deadline, "due", 42);
    deadline = deadline_of(&facts, "no-plan-notice", "2026-01-05");
    assert_day(deadline.due, "2026-04-27"); /* reg 10(1): 112 days */
    deadline = deadline_of(&facts, "final-plan", "2026-01-05");
    assert_day(deadline.due, "2026-05-25"); /* reg 13(2): 140 days; the spring bank holiday, and it stays */
    assert_day(deadline.earliest, "2026-05-24");
    assert_day(deadline.trigger, "2026-01-05");
    assert_false(deadline.projected);
}

static void test_an_appeal_of_15_june_2026_ends_on_1_september(void **state) {
    (void)state;
    happened("decision-notice-sent", "2026-06-15"); /* 15 August, in the break; Monday 31 August is a bank holiday */
    struct ehc_deadline deadline = deadline_of(&facts, "appeal", "2026-06-15");
    assert_day(deadline.counted, "2026-08-15");
    assert_day(deadline.due, "2026-09-01");
    assert_day(deadline.earliest, "2026-09-01");
    assert_day(deadline.latest, "2026-09-01");
    assert_int_equal(deadline.roll_also, EHC_NO_DAY);
}

static void test_an_appeal_of_26_october_2026_ends_on_4_january_2027(void **state) {
    (void)state;
    happened("decision-notice-sent", "2026-10-26"); /* 26 December; Friday 1 January is in the break, then a weekend */
    struct ehc_deadline deadline = deadline_of(&facts, "appeal", "2026-10-26");
    assert_day(deadline.due, "2027-01-04");
    assert_status(deadline, "due", 70); /* 5 of October, 30, 31, 4 */
}

static void test_a_phase_transfer_in_2027_is_in_time_on_14_february_disputed_on_15_and_late_on_16(void **state) {
    (void)state;
    happened("transfer-year", "2027-01-01");
    struct ehc_deadline deadline = deadline_of(&facts, "phase-transfer", "2026-11-21");
    assert_day(deadline.due, "2027-02-14"); /* reg 18(1)(b): before 15 February; a Sunday, and it stays */
    assert_day(deadline.earliest, "2027-02-14");
    assert_day(deadline.latest, "2027-02-15");
    assert_status(deadline, "due", 85);
    happened("amended-plan-sent", "2027-02-14");
    deadline = deadline_of(&facts, "phase-transfer", "2027-03-01");
    assert_status(deadline, "met", 0);
    happened("amended-plan-sent", "2027-02-15");
    deadline = deadline_of(&facts, "phase-transfer", "2027-03-01");
    assert_status(deadline, "disputed", 0);
    happened("amended-plan-sent", "2027-02-16");
    deadline = deadline_of(&facts, "phase-transfer", "2027-03-01");
    assert_status(deadline, "late", 1);
}

static void test_a_phase_transfer_still_open_is_disputed_on_15_february_and_overdue_on_16(void **state) {
    (void)state;
    happened("transfer-year", "2027-09-01"); /* any day of the year */
    struct ehc_deadline deadline = deadline_of(&facts, "phase-transfer", "2027-02-14");
    assert_status(deadline, "due", 0);
    deadline = deadline_of(&facts, "phase-transfer", "2027-02-15");
    assert_status(deadline, "disputed", 0);
    deadline = deadline_of(&facts, "phase-transfer", "2027-02-16");
    assert_status(deadline, "overdue", 1);
}

static void test_a_plan_amended_before_the_transfer_year_begins_meets_reg_18(void **state) {
    (void)state;
    happened("transfer-year", "2027-01-01");
    happened("amended-plan-sent", "2026-12-10"); /* most are amended in the autumn before */
    struct ehc_deadline deadline = deadline_of(&facts, "phase-transfer", "2027-03-01");
    assert_status(deadline, "met", 0);
}

static void test_closures_that_touch_make_a_summer_of_42_days_and_a_planning_date(void **state) {
    (void)state;
    struct ehc_error error;
    happened("request-received", "2026-05-01");
    happened("school-advice-requested", "2026-07-20");
    ehc_case_add_closure(&facts, (struct ehc_closure){.span = span_of("2026-07-21", "2026-07-31")}, &error);
    ehc_case_add_closure(&facts, (struct ehc_closure){.span = span_of("2026-08-01", "2026-08-31")}, &error);
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-09-01");
    assert_day(deadline.due, "2026-09-18");            /* 140 days: the law sets no other */
    assert_int_equal(deadline.days_lost, 42);          /* 11 of July and 31 of August */
    assert_day(deadline.with_exception, "2026-10-30"); /* 42 days later */
    assert_status(deadline, "due", 17);
}

/* ---- requests for advice ---- */

static void ask(enum ehc_advice_from from, const char *name, const char *requested, const char *reached,
                const char *received) {
    struct ehc_error error;
    struct ehc_advice advice = {.from = from,
                                .name = name,
                                .requested = requested != NULL ? day_of(requested) : EHC_NO_DAY,
                                .request_received = reached != NULL ? day_of(reached) : EHC_NO_DAY,
                                .received = received != NULL ? day_of(received) : EHC_NO_DAY};
    assert_true(ehc_case_add_advice(&facts, advice, &error));
}

static const struct ehc_deadline *find_advice(size_t count, const char *limit, size_t advice) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(room[i].limit->id, limit) == 0 && room[i].advice == &facts.advice[advice])
            return &room[i];
    fail_msg("there is no %s for request %zu", limit, advice);
    return NULL;
}

static void test_each_request_for_advice_has_its_own_deadline_reg_8_and_code_9_41(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-decision", "2026-02-10");
    ask(EHC_FROM_HEALTH, "CAMHS", "2026-02-12", "2026-02-16", "2026-03-30"); /* 42 days from receipt: in time */
    ask(EHC_FROM_HEALTH, "therapy", "2026-02-12", "2026-02-16", "2026-04-01");
    ask(EHC_FROM_PSYCHOLOGIST, NULL, "2026-02-12", NULL, NULL);
    ask(EHC_FROM_SCHOOL, NULL, "2026-02-13", "2026-02-17", "2026-03-02");
    size_t count = timeline_at("2026-04-02");
    const struct ehc_deadline *advice = find_advice(count, "advice-from-body", 0);
    assert_day(advice->trigger, "2026-02-16");
    assert_day(advice->due, "2026-03-30");
    assert_day(advice->earliest, "2026-03-26"); /* Code 9.41 counts from the day it was asked for */
    assert_status(*advice, "met", 0);
    advice = find_advice(count, "advice-from-body", 1);
    assert_status(*advice, "late", 2);
    advice = find_advice(count, "advice-from-anyone", 2);
    assert_day(advice->due, "2026-03-26");
    assert_status(*advice, "overdue", 7);
    advice = find_advice(count, "advice-from-anyone", 3); /* the Code counts from the request, not from its receipt */
    assert_day(advice->due, "2026-03-27");
    assert_status(*advice, "met", 0);
    size_t limits = 0;
    for (size_t i = 0; i < count; i++)
        limits += strncmp(room[i].limit->id, "advice-from", 11) == 0;
    assert_int_equal(limits, 4); /* no deadline without a request beside them */
}

static void test_a_body_whose_day_of_receipt_is_not_known_is_counted_from_the_request(void **state) {
    (void)state;
    ask(EHC_FROM_HEALTH, NULL, "2026-02-12", NULL, NULL);
    struct ehc_deadline deadline;
    ehc_deadline_of(england, &facts, &facts.advice[0], day_of("2026-03-01"), limit_of("advice-from-body"), &deadline);
    assert_day(deadline.trigger, "2026-02-12");
    assert_day(deadline.due, "2026-03-26");
    assert_day(deadline.earliest, "2026-03-26");
    assert_day(deadline.latest, "2026-03-26");
    assert_status(deadline, "due", 25);
    assert_ptr_equal(deadline.advice, &facts.advice[0]);
}

static void test_in_a_reassessment_health_advice_falls_under_reg_26_2(void **state) {
    (void)state;
    happened("reassessment-requested", "2026-03-02");
    happened("reassessment-decision", "2026-03-10");
    ask(EHC_FROM_HEALTH, NULL, "2026-03-11", "2026-03-12", NULL);
    size_t count = timeline_at("2026-03-20");
    assert_status(*find_advice(count, "reassessment-advice", 0), "due", 34); /* 23 April */
    assert_null(find(count, "advice-from-body"));
}

static void test_a_late_advice_moves_no_limit_of_the_council(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    ask(EHC_FROM_HEALTH, NULL, "2026-02-12", "2026-02-16", "2026-06-01");
    assert_day(deadline_of(&facts, "final-plan", "2026-06-02").due, "2026-05-25");
    assert_int_equal(deadline_of(&facts, "final-plan", "2026-06-02").with_exception, EHC_NO_DAY);
}

/* ---- the timeline as a whole ---- */

static void test_a_timeline_is_in_order_of_due_dates_and_steps_without_one_come_last(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("review-meeting", "2026-03-02");
    happened("decision-notice-sent", "2026-10-26");
    size_t count = timeline_at("2026-03-10");
    assert_true(count > 15);
    bool ended = false;
    for (size_t i = 0; i < count; i++) {
        if (room[i].due == EHC_NO_DAY)
            ended = true;
        else
            assert_true(!ended && (i == 0 || room[i - 1].due <= room[i].due));
    }
}

static void test_an_empty_case_has_no_timeline(void **state) {
    (void)state;
    assert_int_equal(timeline_at("2026-01-05"), 0);
}

static void test_a_request_shows_its_own_route_and_no_other(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    size_t count = timeline_at("2026-01-05");
    static const char *const shown[] = {"assessment-decision", "refusal-notice", "no-plan-notice", "final-plan",
                                        "draft-response"};
    static const char *const hidden[] = {"complaint",           "transfer-notice",    "order-assess-notify",
                                         "detained-final-plan", "reassessment-plan",  "review-decision",
                                         "reassessment-advice", "special-school-stay"};
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++)
        assert_non_null(find(count, shown[i]));
    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++)
        if (find(count, hidden[i]) != NULL)
            fail_msg("%s should be hidden, but is shown", hidden[i]);
}

static void test_a_review_of_a_child_under_five_is_shown_only_in_an_early_years_setting(void **state) {
    (void)state;
    happened("last-reviewed", "2026-01-05");
    assert_null(find(timeline_at("2026-02-01"), "under-five-review"));
    facts.setting = EHC_SCHOOL;
    assert_null(find(timeline_at("2026-02-01"), "under-five-review"));
    facts.setting = EHC_EARLY_YEARS;
    assert_day(find_round(timeline_at("2026-02-01"), "under-five-review", 1)->due, "2026-07-05");
    facts.setting = EHC_SETTING_NOT_GIVEN;
    happened("early-years-advice-requested", "2025-06-02");
    assert_day(find_round(timeline_at("2026-02-01"), "under-five-review", 1)->due, "2026-07-05");
}

static void test_the_decision_that_ended_the_last_review_does_not_end_the_next_s44_1_b(void **state) {
    (void)state;
    happened("last-reviewed", "2026-03-30");
    happened("review-decision", "2026-03-30");
    size_t count = timeline_at("2026-06-01");
    const struct ehc_deadline *next = find_round(count, "next-review", 1);
    assert_day(next->due, "2027-03-29"); /* 12 months that begin with 30 March 2026 */
    assert_int_equal(next->status, EHC_DUE);
    assert_int_equal(next->act, EHC_NO_DAY);
    next = find_round(count, "next-review", 2); /* the year after, if that review is done on its last day */
    assert_day(next->due, "2028-03-28");
    assert_true(next->projected);
    assert_null(find_round(count, "next-review", 3));
}

static void test_a_request_that_is_still_to_come_waits_with_its_date(void **state) {
    (void)state;
    happened("request-received", "2027-02-01");
    const struct ehc_deadline *plan = find(timeline_at("2027-01-31"), "final-plan");
    assert_int_equal(plan->status, EHC_WAITING);
    assert_int_equal(plan->days, -1);
    assert_true(plan->projected); /* nothing is owed yet */
    assert_true(plan->planned);   /* counted from a day that the case gives, not from a step's last day */
    assert_int_equal(plan->projected_by, EHC_NONE);
    assert_day(plan->due, "2027-06-21"); /* 140 days from Monday 1 February */
    plan = find(timeline_at("2027-02-01"), "final-plan");
    assert_int_equal(plan->status, EHC_DUE);
    assert_false(plan->projected);
    assert_false(plan->planned);
}

/* A decision of unknown kind makes no step late that needs a decision to amend (reg 22(2)(a)). */
static void test_proposed_changes_are_owed_only_if_the_council_decided_to_amend(void **state) {
    (void)state;
    happened("review-meeting", "2026-03-02");
    happened("review-decision", "2026-03-30");
    const struct ehc_deadline *notice = find(timeline_at("2026-05-01"), "amendment-notice");
    assert_int_equal(notice->status, EHC_UNKNOWN); /* 4 weeks: 30 March, and nobody knows whether it is owed */
    assert_int_equal(notice->because, EHC_ONLY_IF);
    assert_day(notice->due, "2026-03-30");
    happened("amendment-notice-sent", "2026-05-01");
    notice = find(timeline_at("2026-05-01"), "amendment-notice");
    assert_int_equal(notice->status, EHC_LATE);
    assert_int_equal(notice->days, 32);
    ehc_case_clear_event(&facts, ehc_find_event(england, "amendment-notice-sent"));
    happened("plan-kept", "2026-03-30");
    assert_int_equal(find(timeline_at("2026-05-01"), "amendment-notice")->status, EHC_NOT_NEEDED);
}

static void test_an_early_years_closure_is_not_a_closure_of_the_special_school_reg_48(void **state) {
    (void)state;
    struct ehc_error error;
    happened("no-plan-notice", "2026-07-13");
    ehc_case_add_closure(
        &facts, (struct ehc_closure){.span = span_of("2026-07-21", "2026-08-31"), .setting = EHC_EARLY_YEARS}, &error);
    const struct ehc_deadline *stay = find(timeline_at("2026-07-14"), "special-school-stay");
    assert_int_equal(stay->status, EHC_UNKNOWN);
    assert_int_equal(stay->because, EHC_NO_CLOSURES);
    assert_day(stay->due, "none");
}

static void test_room_that_is_too_small_is_left_alone(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    size_t count = timeline_at("2026-01-05");
    static struct ehc_deadline before[EHC_DEADLINES_MAX];
    memset(room, 0x5a, sizeof room);
    memcpy(before, room, sizeof room);
    assert_int_equal(ehc_timeline(england, &facts, day_of("2026-01-05"), room, 0), count);
    assert_memory_equal(before, room, sizeof room);
    assert_int_equal(ehc_timeline(england, &facts, day_of("2026-01-05"), room, count - 1), count);
    assert_memory_equal(&before[count - 1], &room[count - 1], sizeof room - (count - 1) * sizeof room[0]); /* never beyond */
}

static void test_room_that_is_just_enough_is_filled(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    size_t count = timeline_at("2026-01-05");
    assert_int_equal(ehc_timeline(england, &facts, day_of("2026-01-05"), room, count), count);
    assert_non_null(find(count, "final-plan"));
}

static void test_the_room_of_the_header_is_enough_for_every_possible_fact(void **state) {
    (void)state;
    for (size_t i = 0; i < england->event_count; i++)
        facts.event[i] = day_of("2026-01-05");
    for (int i = 0; i < EHC_ADVICE_MAX; i++)
        ask((enum ehc_advice_from)(i % EHC_ADVICE_FROM_KINDS), "a", "2026-01-05", "2026-01-06", NULL);
    assert_true(timeline_at("2026-01-05") <= EHC_DEADLINES_MAX);
    ehc_case_init(&facts);
    for (size_t i = 0; i < england->event_count; i++)
        facts.event[i] = day_of("2026-01-05");
    for (int i = 0; i < EHC_ADVICE_MAX; i++)
        ask(EHC_FROM_HEALTH, "a", "2026-01-05", "2026-01-06", NULL);
    assert_true(timeline_at("2026-01-05") <= EHC_DEADLINES_MAX);
}

static void test_a_timeline_agrees_with_each_deadline_asked_for_alone(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-refusal", "2026-02-10");
    happened("mediation-certificate", "2026-04-01");
    size_t count = timeline_at("2026-04-20");
    for (size_t i = 0; i < count; i++) {
        struct ehc_deadline alone = deadline_of(&facts, room[i].limit->id, "2026-04-20");
        assert_int_equal(alone.due, room[i].due);
        assert_int_equal(alone.status, room[i].status);
        assert_int_equal(alone.days, room[i].days);
        assert_int_equal(alone.because, room[i].because);
    }
}

static void test_a_step_back_from_a_meeting_to_come_is_due_before_it_happens(void **state) {
    (void)state;
    happened("mediation-held", "2026-06-19"); /* planned; reg 37(2): 12, 15, 16, 17, 18 June between */
    struct ehc_deadline deadline = deadline_of(&facts, "mediation-date-notice", "2026-06-01");
    assert_day(deadline.due, "2026-06-11");
    assert_day(deadline.latest, "2026-06-12");
    assert_status(deadline, "due", 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_a_request_of_5_january_2026_gives_16_february_27_april_and_25_may),
        TEST(test_an_appeal_of_15_june_2026_ends_on_1_september),
        TEST(test_an_appeal_of_26_october_2026_ends_on_4_january_2027),
        TEST(test_a_phase_transfer_in_2027_is_in_time_on_14_february_disputed_on_15_and_late_on_16),
        TEST(test_a_phase_transfer_still_open_is_disputed_on_15_february_and_overdue_on_16),
        TEST(test_a_plan_amended_before_the_transfer_year_begins_meets_reg_18),
        TEST(test_closures_that_touch_make_a_summer_of_42_days_and_a_planning_date),
        TEST(test_each_request_for_advice_has_its_own_deadline_reg_8_and_code_9_41),
        TEST(test_a_body_whose_day_of_receipt_is_not_known_is_counted_from_the_request),
        TEST(test_in_a_reassessment_health_advice_falls_under_reg_26_2),
        TEST(test_a_late_advice_moves_no_limit_of_the_council),
        TEST(test_a_timeline_is_in_order_of_due_dates_and_steps_without_one_come_last),
        TEST(test_an_empty_case_has_no_timeline),
        TEST(test_a_request_shows_its_own_route_and_no_other),
        TEST(test_a_review_of_a_child_under_five_is_shown_only_in_an_early_years_setting),
        TEST(test_the_decision_that_ended_the_last_review_does_not_end_the_next_s44_1_b),
        TEST(test_a_request_that_is_still_to_come_waits_with_its_date),
        TEST(test_proposed_changes_are_owed_only_if_the_council_decided_to_amend),
        TEST(test_an_early_years_closure_is_not_a_closure_of_the_special_school_reg_48),
        TEST(test_room_that_is_too_small_is_left_alone),
        TEST(test_room_that_is_just_enough_is_filled),
        TEST(test_the_room_of_the_header_is_enough_for_every_possible_fact),
        TEST(test_a_timeline_agrees_with_each_deadline_asked_for_alone),
        TEST(test_a_step_back_from_a_meeting_to_come_is_due_before_it_happens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
