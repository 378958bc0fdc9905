/* The deadlines of a case: <ehc/timeline.h>. */
#include "support.h"
#include <ehc/timeline.h>

static struct ehc_case facts;
static struct ehc_deadline room[EHC_DEADLINES_MAX];

static int begin(void **state) {
    (void)state;
    ehc_case_init(&facts);
    return 0;
}

static void happened(const char *event, const char *date) {
    put_event(&facts, event, date);
}

static size_t timeline_at(const char *as_at) {
    return ehc_timeline(england, &facts, day_of(as_at), room, EHC_DEADLINES_MAX);
}

/* The only deadline of a limit in `room`; NULL where there is none. */
static const struct ehc_deadline *find(size_t count, const char *limit) {
    const struct ehc_deadline *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(room[i].limit->id, limit) != 0)
            continue;
        assert_null(found);
        found = &room[i];
    }
    return found;
}

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

/* ---- what was done before the trigger ---- */

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

/* ---- the later of two ---- */

static void test_of_two_months_from_the_letter_and_one_from_the_certificate_the_later_governs(void **state) {
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

static void test_after_a_move_the_12_months_run_from_the_last_review_where_there_was_one(void **state) {
    (void)state;
    happened("plan-made", "2024-01-05");
    happened("last-reviewed", "2026-01-05");
    happened("plan-transferred", "2026-03-02");
    struct ehc_deadline first = deadline_of(&facts, "first-review", "2026-06-15");
    assert_status(first, "not-needed", -1);
    assert_int_equal(first.because, EHC_OTHER_BRANCH);
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
        fail_msg("%s is %s, and not because of %s", limit, ehc_status_name(deadline.status), event);
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

static void test_a_refusal_taken_back_opens_the_concession_and_the_first_limits_again(void **state) {
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
    plan = deadline_of(&facts, "final-plan", "2026-05-01");
    assert_day(plan.due, "2026-05-25"); /* the original 20 weeks stand (W v Hertfordshire) */
    assert_status(plan, "due", 24);
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

/* reg 10(1) asks for the notice only of a council that decides against a plan; one that served a draft decided for it. */
static void test_a_draft_plan_makes_the_notice_of_no_plan_not_needed(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-decision", "2026-02-10");
    happened("draft-plan-served", "2026-04-13");
    assert_branch("no-plan-notice", "2026-05-04", "draft-plan-served");
    happened("no-plan-notice", "2026-05-02"); /* but a notice that came after all is judged */
    struct ehc_deadline notice = deadline_of(&facts, "no-plan-notice", "2026-05-04");
    assert_status(notice, "late", 5); /* 27 April and 5 days */
}

static void test_a_step_owed_only_in_another_case_is_waiting_after_its_day_not_overdue(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("assessment-decision", "2026-02-10");
    struct ehc_deadline notice = deadline_of(&facts, "no-plan-notice", "2026-04-27"); /* its last day */
    assert_status(notice, "due", 0);
    notice = deadline_of(&facts, "no-plan-notice", "2026-04-28"); /* it may yet issue a plan: reg 10(1) is not broken */
    assert_status(notice, "waiting", -1);
    assert_int_equal(notice.because, EHC_ONLY_IF);
    assert_day(notice.due, "2026-04-27");
    struct ehc_deadline plan = deadline_of(&facts, "final-plan", "2026-05-26"); /* the plan itself is owed, or the notice */
    assert_status(plan, "overdue", 1);
    happened("no-plan-notice", "2026-05-04"); /* sent after all, and a week late */
    notice = deadline_of(&facts, "no-plan-notice", "2026-05-26");
    assert_status(notice, "late", 7);
}

static void test_a_refusal_that_did_not_come_leaves_the_decision_overdue(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    struct ehc_deadline deadline = deadline_of(&facts, "assessment-decision", "2026-02-17");
    assert_status(deadline, "overdue", 1);
    deadline = deadline_of(&facts, "refusal-notice", "2026-02-17");
    assert_status(deadline, "waiting", -1);
}

static void test_a_tribunal_order_puts_its_own_limits_in_place_of_those_from_the_request(void **state) {
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

static void test_an_order_alone_ends_the_limits_from_the_request(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    happened("order-assess", "2026-09-07");
    assert_branch("assessment-decision", "2026-09-10", "order-assess");
    assert_branch("final-plan", "2026-09-10", "order-assess");
    assert_branch("no-plan-notice", "2026-09-10", "order-assess");
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
    assert_branch("unopposed-name-school", "2026-03-02", "unopposed-amend");
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
    /* and never the 16 and 20 weeks */
    assert_false(find(count, "final-plan")->projected);
    assert_day(find(count, "final-plan")->due, "2026-05-25");
}

static void test_what_happened_takes_the_place_of_the_projection(void **state) {
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

static void test_of_several_days_that_could_stand_in_the_earliest_does(void **state) {
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
    happened("reassessment-decision", "2026-03-31"); /* late: the 14 weeks run from it, the other reading from 15 days */
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

static void test_a_limit_that_does_not_project_stands_in_for_nothing(void **state) {
    (void)state;
    /* A notice of no plan is no step that must come: the stay in a special school is not projected from it. */
    happened("request-received", "2026-01-05");
    assert_int_equal(deadline_of(&facts, "special-school-stay", "2026-01-05").due, EHC_NO_DAY);
    /* nor the next review from the last one */
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
    fail_msg("no %s for request %zu", limit, advice);
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
    assert_status(*find_advice(count, "advice-from-body", 0), "not-needed", -1);
}

static void test_a_late_advice_moves_no_limit_of_the_council(void **state) {
    (void)state;
    happened("request-received", "2026-01-05");
    ask(EHC_FROM_HEALTH, NULL, "2026-02-12", "2026-02-16", "2026-06-01");
    assert_day(deadline_of(&facts, "final-plan", "2026-06-02").due, "2026-05-25");
    assert_int_equal(deadline_of(&facts, "final-plan", "2026-06-02").with_exception, EHC_NO_DAY);
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
    assert_day(deadline.due, "2026-07-27"); /* 14-17, 20-24 and 27 July, if the school were open */
    assert_status(deadline, "unknown", -1);
    assert_int_equal(deadline.because, EHC_NO_CLOSURES);
    ehc_case_add_closure(&facts, (struct ehc_closure){.span = span_of("2026-07-21", "2026-08-31")}, &error);
    deadline = deadline_of(&facts, "special-school-stay", "2026-07-14");
    assert_day(deadline.due, "2026-09-07"); /* 14-17 and 20 July, 1-4 and 7 September */
    assert_status(deadline, "due", 55);
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

static void test_si_2020_471_is_named_only_where_the_period_meets_1_may_to_25_september_2020(void **state) {
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

static void test_a_request_of_25_september_2020_has_its_whole_period_after_si_2020_471(void **state) {
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

/* ---- the timeline as a whole ---- */

static void test_a_timeline_is_in_order_of_due_dates_with_those_without_one_last(void **state) {
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
            fail_msg("%s is shown", hidden[i]);
}

static void test_a_review_of_a_child_under_five_is_shown_only_where_an_early_years_setting_was_asked(void **state) {
    (void)state;
    happened("last-reviewed", "2026-01-05");
    assert_null(find(timeline_at("2026-02-01"), "under-five-review"));
    happened("early-years-advice-requested", "2025-06-02");
    assert_day(find(timeline_at("2026-02-01"), "under-five-review")->due, "2026-07-05");
}

static void test_the_decision_that_ended_the_last_review_does_not_end_the_next_s44_1_b(void **state) {
    (void)state;
    happened("last-reviewed", "2026-03-30");
    happened("review-decision", "2026-03-30");
    const struct ehc_deadline *next = find(timeline_at("2026-06-01"), "next-review");
    assert_day(next->due, "2027-03-29"); /* 12 months that begin with 30 March 2026 */
    assert_int_equal(next->status, EHC_DUE);
    assert_int_equal(next->act, EHC_NO_DAY);
}

static void test_a_request_that_is_still_to_come_waits_with_its_date(void **state) {
    (void)state;
    happened("request-received", "2027-02-01");
    const struct ehc_deadline *plan = find(timeline_at("2027-01-31"), "final-plan");
    assert_int_equal(plan->status, EHC_WAITING);
    assert_int_equal(plan->days, -1);
    assert_false(plan->projected);
    assert_day(plan->due, "2027-06-21"); /* 140 days from Monday 1 February */
    assert_int_equal(find(timeline_at("2027-02-01"), "final-plan")->status, EHC_DUE);
}

static void test_no_proposed_changes_after_a_review_are_overdue_until_it_is_recorded_that_there_are_none(void **state) {
    (void)state;
    happened("review-meeting", "2026-03-02");
    happened("review-decision", "2026-03-30");
    const struct ehc_deadline *notice = find(timeline_at("2026-05-01"), "amendment-notice");
    assert_int_equal(notice->status, EHC_OVERDUE); /* 4 weeks: 30 March; 32 days to 1 May */
    assert_int_equal(notice->days, 32);
    happened("no-amendment-notice", "2026-03-30");
    assert_int_equal(find(timeline_at("2026-05-01"), "amendment-notice")->status, EHC_NOT_NEEDED);
}

static void test_an_early_years_closure_is_no_closure_of_the_special_school_reg_48(void **state) {
    (void)state;
    struct ehc_error error;
    happened("no-plan-notice", "2026-07-13");
    ehc_case_add_closure(
        &facts, (struct ehc_closure){.span = span_of("2026-07-21", "2026-08-31"), .setting = EHC_EARLY_YEARS}, &error);
    const struct ehc_deadline *stay = find(timeline_at("2026-07-14"), "special-school-stay");
    assert_int_equal(stay->status, EHC_UNKNOWN);
    assert_int_equal(stay->because, EHC_NO_CLOSURES);
    assert_day(stay->due, "2026-07-27"); /* ten weekdays on, none of them left out */
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

static void test_the_room_of_the_header_is_enough_for_every_fact_there_can_be(void **state) {
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

#define TEST(name) cmocka_unit_test_setup(name, begin)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_a_request_of_5_january_2026_gives_16_february_27_april_and_25_may),
        TEST(test_an_appeal_of_15_june_2026_ends_on_1_september),
        TEST(test_an_appeal_of_26_october_2026_ends_on_4_january_2027),
        TEST(test_a_phase_transfer_in_2027_is_in_time_on_14_february_disputed_on_15_and_late_on_16),
        TEST(test_a_phase_transfer_still_open_is_disputed_on_15_february_and_overdue_on_16),
        TEST(test_a_plan_amended_before_the_transfer_year_begins_meets_reg_18),
        TEST(test_closures_that_touch_make_a_summer_of_42_days_and_a_planning_date),
        TEST(test_a_step_done_by_its_last_day_is_met_and_a_day_after_is_late),
        TEST(test_a_step_not_done_is_due_to_the_end_of_its_last_day_and_overdue_after),
        TEST(test_a_final_plan_on_the_last_day_is_met_though_day_1_counting_ends_sooner),
        TEST(test_an_act_planned_after_the_day_of_asking_is_not_done),
        TEST(test_a_review_notice_is_disputed_between_15_and_14_days_before_reg_20_3),
        TEST(test_a_trigger_that_has_not_happened_and_cannot_be_projected_leaves_waiting_without_a_date),
        TEST(test_statuses_have_the_names_of_the_contract),
        TEST(test_an_act_before_its_trigger_does_not_count),
        TEST(test_a_plan_of_years_ago_does_not_answer_a_new_request),
        TEST(test_of_two_months_from_the_letter_and_one_from_the_certificate_the_later_governs),
        TEST(test_an_early_certificate_leaves_the_two_months_from_the_letter),
        TEST(test_where_both_appeal_limits_end_on_one_day_exactly_one_governs),
        TEST(test_after_a_move_the_later_of_3_and_12_months_governs_reg_15_5),
        TEST(test_after_a_move_the_12_months_run_from_the_last_review_where_there_was_one),
        TEST(test_a_refusal_ends_the_assessment),
        TEST(test_a_late_refusal_is_late_under_reg_4_1),
        TEST(test_a_decision_to_assess_makes_the_refusal_not_needed),
        TEST(test_a_branch_taken_later_than_the_day_of_asking_is_not_taken_yet),
        TEST(test_a_refusal_taken_back_opens_the_concession_and_the_first_limits_again),
        TEST(test_a_notice_of_no_plan_ends_the_way_to_a_plan),
        TEST(test_a_final_plan_makes_the_notice_of_no_plan_not_needed),
        TEST(test_a_draft_plan_makes_the_notice_of_no_plan_not_needed),
        TEST(test_a_step_owed_only_in_another_case_is_waiting_after_its_day_not_overdue),
        TEST(test_a_refusal_that_did_not_come_leaves_the_decision_overdue),
        TEST(test_a_tribunal_order_puts_its_own_limits_in_place_of_those_from_the_request),
        TEST(test_an_order_alone_ends_the_limits_from_the_request),
        TEST(test_an_unopposed_appeal_has_its_limits_reg_45),
        TEST(test_after_a_review_either_an_amended_plan_or_a_notice_is_sent_reg_22),
        TEST(test_steps_to_come_are_projected_from_the_due_dates_before_them),
        TEST(test_what_happened_takes_the_place_of_the_projection),
        TEST(test_a_step_that_is_late_moves_neither_the_16_nor_the_20_weeks),
        TEST(test_a_chain_of_projections_runs_from_the_review_meeting_to_the_amended_plan),
        TEST(test_a_certificate_to_come_is_projected_into_the_month_for_appeal),
        TEST(test_of_several_days_that_could_stand_in_the_earliest_does),
        TEST(test_reassessment_is_projected_from_the_request_to_reassess),
        TEST(test_a_limit_that_does_not_project_stands_in_for_nothing),
        TEST(test_a_branch_not_taken_projects_nothing),
        TEST(test_each_request_for_advice_has_its_own_deadline_reg_8_and_code_9_41),
        TEST(test_a_body_whose_day_of_receipt_is_not_known_is_counted_from_the_request),
        TEST(test_in_a_reassessment_health_advice_falls_under_reg_26_2),
        TEST(test_a_late_advice_moves_no_limit_of_the_council),
        TEST(test_an_appeal_whose_time_ends_on_saturday_31_july_2027_is_due_on_monday_2_august),
        TEST(test_a_count_past_the_known_bank_holidays_is_unknown_but_shown),
        TEST(test_a_working_day_limit_before_2012_is_unknown),
        TEST(test_a_count_that_leaves_2199_is_unknown_and_has_no_date),
        TEST(test_the_stay_in_a_special_school_needs_the_schools_closures_reg_48),
        TEST(test_a_limit_is_not_counted_from_a_day_before_its_law_was_in_force),
        TEST(test_si_2020_471_is_named_only_where_the_period_meets_1_may_to_25_september_2020),
        TEST(test_a_request_of_25_september_2020_has_its_whole_period_after_si_2020_471),
        TEST(test_si_2020_471_moves_no_date),
        TEST(test_a_deadline_without_a_date_has_no_relaxation),
        TEST(test_a_timeline_is_in_order_of_due_dates_with_those_without_one_last),
        TEST(test_an_empty_case_has_no_timeline),
        TEST(test_a_request_shows_its_own_route_and_no_other),
        TEST(test_a_review_of_a_child_under_five_is_shown_only_where_an_early_years_setting_was_asked),
        TEST(test_the_decision_that_ended_the_last_review_does_not_end_the_next_s44_1_b),
        TEST(test_a_request_that_is_still_to_come_waits_with_its_date),
        TEST(test_no_proposed_changes_after_a_review_are_overdue_until_it_is_recorded_that_there_are_none),
        TEST(test_an_early_years_closure_is_no_closure_of_the_special_school_reg_48),
        TEST(test_room_that_is_too_small_is_left_alone),
        TEST(test_room_that_is_just_enough_is_filled),
        TEST(test_the_room_of_the_header_is_enough_for_every_fact_there_can_be),
        TEST(test_a_timeline_agrees_with_each_deadline_asked_for_alone),
        TEST(test_a_step_back_from_a_meeting_to_come_is_due_before_it_happens),
        TEST(test_a_move_has_no_date_in_the_years_for_which_reg_18_1_had_none),
        TEST(test_a_social_care_referral_before_the_edition_of_2023_has_the_same_45_working_days),
        TEST(test_a_date_told_on_the_sunday_before_5_whole_working_days_is_in_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
