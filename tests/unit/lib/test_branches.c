/* Which limits apply: the later of two, the branch taken, and steps to come: <ehc/timeline.h>. */
#include "timeline.h"

/* ---- the later of two ---- */

static void test_the_later_of_two_months_from_the_letter_and_one_from_the_certificate_governs(void **state) {
    (void)state;
    /* IPSEA: letter 1 October, certificate 29 November 2026. */
    happened("decision-notice-sent", "2026-10-01");
    struct ehc_deadline letter = deadline_of(&facts, "appeal", "2026-11-30");
    assert_day(letter.due, "2026-12-01");
    assert_status(letter, "due", 1);
    happened("mediation-certificate", "2026-11-29");
    struct ehc_deadline certificate = deadline_of(&facts, "appeal-from-certificate", "2026-11-30");
    assert_day(certificate.counted, "2026-12-29");
    assert_day(certificate.due, "2027-01-04"); /* the first working day after 1 January */
    assert_status(certificate, "due", 35);
    letter = deadline_of(&facts, "appeal", "2026-11-30");
    assert_day(letter.due, "2026-12-01");
    assert_status(letter, "not-needed", -1);
    assert_int_equal(letter.because, EHC_LATER_GOVERNS);
    assert_int_equal(letter.because_index, limit_of("appeal-from-certificate"));
}

static void test_an_early_certificate_leaves_the_two_months_from_the_letter(void **state) {
    (void)state;
    happened("decision-notice-sent", "2026-03-02");  /* 2 May is a Saturday, 4 May a bank holiday: Tuesday 5 May */
    happened("mediation-certificate", "2026-03-10"); /* Friday 10 April */
    struct ehc_deadline letter = deadline_of(&facts, "appeal", "2026-03-20");
    assert_day(letter.due, "2026-05-05");
    assert_status(letter, "due", 46);
    struct ehc_deadline certificate = deadline_of(&facts, "appeal-from-certificate", "2026-03-20");
    assert_day(certificate.due, "2026-04-10");
    assert_status(certificate, "not-needed", -1);
    assert_int_equal(certificate.because_index, limit_of("appeal"));
}

static void test_where_both_appeal_limits_end_on_one_day_exactly_one_governs(void **state) {
    (void)state;
    happened("decision-notice-sent", "2026-10-26");  /* 26 December */
    happened("mediation-certificate", "2026-11-27"); /* 27 December: both roll to 4 January 2027 */
    struct ehc_deadline letter = deadline_of(&facts, "appeal", "2026-12-01");
    struct ehc_deadline certificate = deadline_of(&facts, "appeal-from-certificate", "2026-12-01");
    assert_day(letter.due, "2027-01-04");
    assert_day(certificate.due, "2027-01-04");
    assert_true((letter.status == EHC_DUE) != (certificate.status == EHC_DUE));
}

static void test_after_a_move_the_later_of_3_and_12_months_governs_reg_15_5(void **state) {
    (void)state;
    happened("plan-made", "2026-01-05");        /* 12 months beginning: 4 January 2027 */
    happened("plan-transferred", "2026-12-01"); /* 3 months beginning: 28 February 2027 */
    struct ehc_deadline first = deadline_of(&facts, "first-review", "2026-12-15");
    struct ehc_deadline moved = deadline_of(&facts, "transfer-review", "2026-12-15");
    assert_day(first.due, "2027-01-04");
    assert_day(moved.due, "2027-02-28");
    assert_status(first, "not-needed", -1);
    assert_int_equal(first.because, EHC_LATER_GOVERNS);
    assert_status(moved, "due", 75);
    happened("plan-transferred", "2026-03-02"); /* 1 June 2026: the 12 months are later */
    first = deadline_of(&facts, "first-review", "2026-06-15");
    moved = deadline_of(&facts, "transfer-review", "2026-06-15");
    assert_day(moved.due, "2026-06-01");
    assert_status(moved, "not-needed", -1);
    assert_status(first, "due", 203);
}

static void test_after_a_move_the_12_months_run_from_the_last_review_if_there_was_one(void **state) {
    (void)state;
    happened("plan-made", "2024-01-05");
    happened("last-reviewed", "2026-01-05");
    happened("plan-transferred", "2026-03-02");
    struct ehc_deadline first = deadline_of(&facts, "first-review", "2026-06-15");
    assert_status(first, "unknown", -1); /* the later review shows that it was done, by 4 January 2025 or not */
    assert_int_equal(first.because, EHC_NO_ACT);
    assert_int_equal(first.because_index, ehc_find_event(england, "last-reviewed"));
    struct ehc_deadline moved = deadline_of(&facts, "transfer-review", "2026-06-15");
    assert_int_equal(moved.because, EHC_LATER_GOVERNS);
    assert_int_equal(moved.because_index, limit_of("next-review"));
    struct ehc_deadline next = deadline_of(&facts, "next-review", "2026-06-15");
    assert_day(next.due, "2027-01-04");
    assert_status(next, "due", 203);
}

/* ---- branches that were not taken ---- */

static void assert_branch(const char *limit, const char *as_at, const char *event) {
    struct ehc_deadline deadline = deadline_of(&facts, limit, as_at);
    if (deadline.status != EHC_NOT_NEEDED || deadline.because != EHC_OTHER_BRANCH ||
        deadline.because_index != ehc_find_event(england, event) || deadline.days != -1)
        fail_msg("%s is %s; the test expects that %s is the reason", limit, ehc_status_name(deadline.status), event);
}

static void test_a_refusal_ends_the_assessment(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-refusal", "2026-02-10");
    assert_branch("assessment-decision", "2026-03-01", "assessment-refusal");
    assert_branch("no-plan-notice", "2026-03-01", "assessment-refusal");
    assert_branch("final-plan", "2026-03-01", "assessment-refusal");
    assert_branch("draft-plan-practical", "2026-03-01", "assessment-refusal");
    struct ehc_deadline refusal = deadline_of(&facts, "refusal-notice", "2026-03-01");
    assert_status(refusal, "met", 0);
    struct ehc_deadline appeal = deadline_of(&facts, "appeal", "2026-03-01");
    assert_day(appeal.due, "2026-04-10"); /* a Friday; the refusal is the decision letter */
    assert_int_equal(appeal.trigger_event, ehc_find_event(england, "assessment-refusal"));
    assert_status(appeal, "due", 40);
}

static void test_a_late_refusal_is_late_under_reg_4_1(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-refusal", "2026-03-02"); /* 16 February and 14 days */
    struct ehc_deadline refusal = deadline_of(&facts, "refusal-notice", "2026-03-10");
    assert_status(refusal, "late", 14);
}

static void test_a_decision_to_assess_makes_the_refusal_not_needed(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-decision", "2026-02-10");
    assert_branch("refusal-notice", "2026-03-01", "assessment-decision");
    struct ehc_deadline decision = deadline_of(&facts, "assessment-decision", "2026-03-01");
    assert_status(decision, "met", 0);
}

static void test_a_branch_taken_later_than_the_day_of_asking_is_not_taken_yet(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-refusal", "2026-02-10");
    struct ehc_deadline plan = deadline_of(&facts, "final-plan", "2026-02-09");
    assert_status(plan, "due", 105);
    assert_branch("final-plan", "2026-02-10", "assessment-refusal");
}

static void test_a_refusal_taken_back_starts_the_limits_of_the_concession(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-refusal", "2026-02-10");
    happened("assessment-conceded", "2026-04-13");
    struct ehc_deadline plan = deadline_of(&facts, "final-plan-after-concession", "2026-05-01");
    assert_day(plan.due, "2026-07-20");      /* 98 days from 13 April: the Ombudsman's way */
    assert_day(plan.earliest, "2026-05-25"); /* R (W) v Hertfordshire: 20 weeks from the request */
    assert_day(plan.latest, "2026-07-20");
    assert_day(plan.reading[0], "2026-05-25");
    struct ehc_deadline notice = deadline_of(&facts, "no-plan-notice-after-concession", "2026-05-01");
    assert_day(notice.due, "2026-06-22"); /* 70 days */
    assert_day(notice.earliest, "2026-04-27");
    assert_branch("final-plan", "2026-05-01", "assessment-refusal"); /* the refusal was the other answer to the 20 weeks */
    assert_day(deadline_of(&facts, "final-plan", "2026-05-01").due, "2026-05-25");
}

static void test_a_notice_of_no_plan_ends_the_way_to_a_plan(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-decision", "2026-02-10");
    happened("no-plan-notice", "2026-04-20");
    assert_branch("final-plan", "2026-05-01", "no-plan-notice");
    assert_branch("draft-plan-practical", "2026-05-01", "no-plan-notice");
    struct ehc_deadline notice = deadline_of(&facts, "no-plan-notice", "2026-05-01");
    assert_status(notice, "met", 0);
}

static void test_a_final_plan_makes_the_notice_of_no_plan_not_needed(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("final-plan-sent", "2026-05-20");
    assert_branch("no-plan-notice", "2026-06-01", "final-plan-sent");
}

/* reg 10(1) asks for the notice only if the council decides against a plan. A draft does not show that it never will. */
static void test_a_draft_plan_leaves_the_notice_of_no_plan_possible_and_not_late(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-decision", "2026-02-10");
    happened("draft-plan-served", "2026-04-13");
    struct ehc_deadline notice = deadline_of(&facts, "no-plan-notice", "2026-05-04"); /* past 27 April */
    assert_status(notice, "unknown", -1);
    assert_int_equal(notice.because, EHC_ONLY_IF);
    happened("no-plan-notice", "2026-05-02"); /* a notice that came late is judged */
    notice = deadline_of(&facts, "no-plan-notice", "2026-05-04");
    assert_status(notice, "late", 5); /* 27 April and 5 days */
}

static void test_a_step_owed_only_in_another_case_is_not_known_and_not_overdue_after_its_day(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-decision", "2026-02-10");
    struct ehc_deadline notice = deadline_of(&facts, "no-plan-notice", "2026-04-27"); /* its last day */
    assert_status(notice, "due", 0);
    notice = deadline_of(&facts, "no-plan-notice", "2026-04-28"); /* it may yet issue a plan: reg 10(1) is not broken */
    assert_status(notice, "unknown", -1);
    assert_int_equal(notice.because, EHC_ONLY_IF);
    assert_day(notice.due, "2026-04-27");
    struct ehc_deadline plan = deadline_of(&facts, "final-plan", "2026-05-26"); /* either the plan or the notice is owed */
    assert_status(plan, "overdue", 1);
    happened("no-plan-notice", "2026-05-04"); /* sent a week late */
    notice = deadline_of(&facts, "no-plan-notice", "2026-05-26");
    assert_status(notice, "late", 7);
}

static void test_a_refusal_that_did_not_come_leaves_the_decision_overdue(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    struct ehc_deadline deadline = deadline_of(&facts, "assessment-decision", "2026-02-17");
    assert_status(deadline, "overdue", 1);
    deadline = deadline_of(&facts, "refusal-notice", "2026-02-17");
    assert_status(deadline, "unknown", -1);
}

static void test_a_tribunal_order_replaces_the_limits_from_the_request_by_its_own(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-refusal", "2026-02-10");
    happened("order-assess", "2026-09-07");
    assert_branch("final-plan", "2026-09-10", "assessment-refusal");
    struct ehc_deadline deadline = deadline_of(&facts, "order-assess-notify", "2026-09-10");
    assert_day(deadline.due, "2026-09-21"); /* reg 44(2)(b): 2 weeks */
    deadline = deadline_of(&facts, "order-assess-no-plan", "2026-09-10");
    assert_day(deadline.due, "2026-11-16"); /* 10 weeks */
    deadline = deadline_of(&facts, "order-assess-final-plan", "2026-09-10");
    assert_day(deadline.due, "2026-12-14"); /* 14 weeks */
    happened("no-plan-notice", "2026-11-10");
    assert_branch("order-assess-final-plan", "2026-11-12", "no-plan-notice");
    happened("order-make-plan", "2027-03-01");
    deadline = deadline_of(&facts, "order-make-plan-final", "2027-03-02");
    assert_day(deadline.due, "2027-05-17"); /* reg 44(2)(c)(ii): 11 weeks */
    deadline = deadline_of(&facts, "order-make-plan-draft", "2027-03-02");
    assert_day(deadline.due, "2027-04-05"); /* 5 weeks */
}

/* A step that was late on the day of the order stays late, by the days up to that day. A step owed only in another case was
 * not late. */
static void test_an_order_alone_ends_the_limits_from_the_request_and_excuses_none(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("order-assess", "2026-09-07");
    struct ehc_deadline decision = deadline_of(&facts, "assessment-decision", "2026-09-10");
    assert_status(decision, "late", 203); /* from 16 February */
    assert_day(decision.superseded, "2026-09-07");
    assert_int_equal(decision.superseded_by, ehc_find_event(england, "order-assess"));
    struct ehc_deadline plan = deadline_of(&facts, "final-plan", "2026-09-10");
    assert_status(plan, "late", 105); /* from 25 May */
    struct ehc_deadline notice = deadline_of(&facts, "no-plan-notice", "2026-09-10");
    assert_status(notice, "not-needed", -1);
    assert_int_equal(notice.because, EHC_SUPERSEDED);
    assert_int_equal(notice.superseded_by, ehc_find_event(england, "order-assess"));
}

static void test_an_unopposed_appeal_has_its_limits_reg_45(void **state) {
    (void)state;
    happened("unopposed-assess", "2026-03-02");
    struct ehc_deadline deadline = deadline_of(&facts, "unopposed-assess-notify", "2026-03-02");
    assert_day(deadline.due, "2026-03-16");
    deadline = deadline_of(&facts, "unopposed-assess-final-plan", "2026-03-02");
    assert_day(deadline.due, "2026-06-08");
    happened("unopposed-name-school", "2026-03-02");
    deadline = deadline_of(&facts, "unopposed-name-school", "2026-03-02");
    assert_day(deadline.due, "2026-03-16");
    happened("unopposed-amend", "2026-03-02"); /* reg 45(5)(b): 5 weeks for all of it */
    deadline = deadline_of(&facts, "unopposed-name-school", "2026-03-02");
    assert_day(deadline.due, "2026-04-06");
    assert_status(deadline, "due", 35);
    deadline = deadline_of(&facts, "unopposed-amend", "2026-03-02");
    assert_day(deadline.due, "2026-04-06");
}

static void test_after_a_review_either_an_amended_plan_or_a_notice_is_sent_reg_22(void **state) {
    (void)state;
    happened("review-meeting", "2026-03-02");
    happened("amendment-notice-sent", "2026-03-30");
    struct ehc_deadline plan = deadline_of(&facts, "amended-plan", "2026-04-01");
    assert_day(plan.due, "2026-05-25"); /* 8 weeks */
    plan = deadline_of(&facts, "amended-plan-from-meeting", "2026-04-01");
    assert_day(plan.due, "2026-05-25"); /* Devon: 12 weeks from the meeting, the same day */
    happened("no-amendment-notice", "2026-05-01");
    assert_branch("amended-plan", "2026-05-02", "no-amendment-notice");
    assert_branch("amended-plan-from-meeting", "2026-05-02", "no-amendment-notice");
    facts.event[ehc_find_event(england, "no-amendment-notice")] = EHC_NO_DAY;
    happened("amended-plan-sent", "2026-05-01");
    assert_branch("no-amendment-notice", "2026-05-02", "amended-plan-sent");
}

/* ---- projection ---- */

static void test_steps_to_come_are_projected_from_the_due_dates_before_them(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    size_t count = timeline_at("2026-01-05");
    /* advice: as if asked for on the last day to decide, Monday 16 February; 42 days more */
    const struct ehc_deadline *advice = find(count, "advice-from-anyone");
    assert_non_null(advice);
    assert_true(advice->projected);
    assert_day(advice->trigger, "2026-02-16");
    assert_day(advice->due, "2026-03-30");
    assert_status(*advice, "waiting", -1);
    /* the draft by week 14, 13 April; 15 days beginning with it */
    const struct ehc_deadline *response = find(count, "draft-response");
    assert_non_null(response);
    assert_true(response->projected);
    assert_int_equal(response->projected_by, limit_of("draft-plan-practical"));
    assert_day(response->trigger, "2026-04-13");
    assert_day(response->due, "2026-04-27");
    /* never for the 16 and 20 weeks */
    assert_false(find(count, "final-plan")->projected);
    assert_day(find(count, "final-plan")->due, "2026-05-25");
}

static void test_a_day_that_is_given_replaces_the_projection(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-decision", "2026-01-20");
    happened("draft-plan-served", "2026-03-02");
    size_t count = timeline_at("2026-03-03");
    assert_day(find(count, "advice-from-anyone")->trigger, "2026-01-20"); /* an assumption: as if asked that day */
    assert_true(find(count, "advice-from-anyone")->projected);
    const struct ehc_deadline *response = find(count, "draft-response");
    assert_false(response->projected);
    assert_day(response->due, "2026-03-16");
    assert_day(find(count, "final-plan")->due, "2026-05-25"); /* a step early or late moves no other */
}

static void test_a_step_that_is_late_moves_neither_the_16_nor_the_20_weeks(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-decision", "2026-03-30"); /* six weeks late */
    size_t count = timeline_at("2026-03-31");
    assert_status(*find(count, "assessment-decision"), "late", 42);
    assert_day(find(count, "no-plan-notice")->due, "2026-04-27");
    assert_day(find(count, "final-plan")->due, "2026-05-25");
}

static void test_a_chain_of_projections_runs_from_the_review_meeting_to_the_amended_plan(void **state) {
    (void)state;
    happened("review-meeting", "2026-03-02");
    size_t count = timeline_at("2026-03-03");
    const struct ehc_deadline *plan = find(count, "amended-plan");
    assert_true(plan->projected);
    assert_day(plan->trigger, "2026-03-30"); /* the notice by week 4 */
    assert_int_equal(plan->projected_by, limit_of("amendment-notice"));
    assert_day(plan->due, "2026-05-25"); /* and 8 weeks */
    assert_status(*plan, "waiting", -1);
    assert_day(find(count, "amended-plan-from-meeting")->due, "2026-05-25");
}

static void test_a_certificate_to_come_is_projected_into_the_month_for_appeal(void **state) {
    (void)state;
    happened("mediation-declined", "2026-03-02"); /* certificate within 3 working days: Thursday 5 March */
    struct ehc_deadline appeal = deadline_of(&facts, "appeal-from-certificate", "2026-03-02");
    assert_true(appeal.projected);
    assert_day(appeal.trigger, "2026-03-05");
    assert_day(appeal.counted, "2026-04-05");
    assert_day(appeal.due, "2026-04-07"); /* Easter Sunday, Easter Monday */
    assert_status(appeal, "waiting", -1);
}

static void test_of_several_projected_days_the_earliest_counts(void **state) {
    (void)state;
    happened("mediation-declined", "2026-03-02");  /* certificate by Thursday 5 March */
    happened("mediation-concluded", "2026-03-16"); /* certificate by Thursday 19 March */
    struct ehc_deadline appeal = deadline_of(&facts, "appeal-from-certificate", "2026-03-16");
    assert_day(appeal.trigger, "2026-03-05");
    assert_int_equal(appeal.projected_by, limit_of("mediation-certificate-declined"));
}

static void test_reassessment_is_projected_from_the_request_to_reassess(void **state) {
    (void)state;
    happened("reassessment-requested", "2026-03-02");
    struct ehc_deadline plan = deadline_of(&facts, "reassessment-plan", "2026-03-02");
    assert_true(plan.projected);
    assert_day(plan.trigger, "2026-03-17");          /* reg 25(1): 15 days */
    assert_day(plan.due, "2026-06-23");              /* reg 27(2): 98 days */
    happened("reassessment-decision", "2026-03-31"); /* late: the 14 weeks run from it; other reading: from day 15 */
    plan = deadline_of(&facts, "reassessment-plan", "2026-04-01");
    assert_day(plan.due, "2026-07-07");
    assert_day(plan.earliest, "2026-06-23");
    assert_day(plan.latest, "2026-07-07");
    happened("reassessment-decision", "2026-03-10"); /* early: the other reading would be later, and is not used */
    plan = deadline_of(&facts, "reassessment-plan", "2026-04-01");
    assert_day(plan.due, "2026-06-16");
    assert_day(plan.earliest, "2026-06-16");
    assert_day(plan.latest, "2026-06-16");
}

static void test_a_limit_that_does_not_project_gives_no_projected_day(void **state) {
    (void)state;
    /* A notice of no plan need not come, so the stay in a special school is not projected from it. */
    happened("request-received", "2026-01-05");
    assert_int_equal(deadline_of(&facts, "special-school-stay", "2026-01-05").due, EHC_NO_DAY);
    /* nor a decision after a review from the last one */
    happened("last-reviewed", "2026-01-05");
    assert_int_equal(deadline_of(&facts, "review-decision", "2026-01-05").due, EHC_NO_DAY);
}

static void test_a_branch_not_taken_projects_nothing(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-refusal", "2026-02-10");
    struct ehc_deadline response = deadline_of(&facts, "draft-response", "2026-02-11");
    assert_int_equal(response.due, EHC_NO_DAY);
    assert_status(response, "waiting", -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_the_later_of_two_months_from_the_letter_and_one_from_the_certificate_governs),
        TEST(test_an_early_certificate_leaves_the_two_months_from_the_letter),
        TEST(test_where_both_appeal_limits_end_on_one_day_exactly_one_governs),
        TEST(test_after_a_move_the_later_of_3_and_12_months_governs_reg_15_5),
        TEST(test_after_a_move_the_12_months_run_from_the_last_review_if_there_was_one),
        TEST(test_a_refusal_ends_the_assessment),
        TEST(test_a_late_refusal_is_late_under_reg_4_1),
        TEST(test_a_decision_to_assess_makes_the_refusal_not_needed),
        TEST(test_a_branch_taken_later_than_the_day_of_asking_is_not_taken_yet),
        TEST(test_a_refusal_taken_back_starts_the_limits_of_the_concession),
        TEST(test_a_notice_of_no_plan_ends_the_way_to_a_plan),
        TEST(test_a_final_plan_makes_the_notice_of_no_plan_not_needed),
        TEST(test_a_draft_plan_leaves_the_notice_of_no_plan_possible_and_not_late),
        TEST(test_a_step_owed_only_in_another_case_is_not_known_and_not_overdue_after_its_day),
        TEST(test_a_refusal_that_did_not_come_leaves_the_decision_overdue),
        TEST(test_a_tribunal_order_replaces_the_limits_from_the_request_by_its_own),
        TEST(test_an_order_alone_ends_the_limits_from_the_request_and_excuses_none),
        TEST(test_an_unopposed_appeal_has_its_limits_reg_45),
        TEST(test_after_a_review_either_an_amended_plan_or_a_notice_is_sent_reg_22),
        TEST(test_steps_to_come_are_projected_from_the_due_dates_before_them),
        TEST(test_a_day_that_is_given_replaces_the_projection),
        TEST(test_a_step_that_is_late_moves_neither_the_16_nor_the_20_weeks),
        TEST(test_a_chain_of_projections_runs_from_the_review_meeting_to_the_amended_plan),
        TEST(test_a_certificate_to_come_is_projected_into_the_month_for_appeal),
        TEST(test_of_several_projected_days_the_earliest_counts),
        TEST(test_reassessment_is_projected_from_the_request_to_reassess),
        TEST(test_a_limit_that_does_not_project_gives_no_projected_day),
        TEST(test_a_branch_not_taken_projects_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
