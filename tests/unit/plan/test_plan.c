/* Chains that are worked back: plan/plan.h. Every day was worked out by hand on a calendar. */
#include "plan/plan.h"
#include "support.h"

struct row {
    const char *limit, *end; /* the last day of the limit */
    const char *event;       /* of the chain */
    const char *whole, *last;
};

static struct plan plan_of(const char *limit, const char *end, const struct ehc_case *facts) {
    struct plan plan;
    struct ehc_case empty;
    int index = ehc_find_limit(england, limit);
    assert_int_not_equal(index, EHC_NONE);
    assert_true(plan_can_end(&england->limits[index]));
    ehc_case_init(&empty);
    assert_true(plan_work_out(england, &england->limits[index], day_of(end), true, facts != NULL ? facts : &empty, &plan));
    assert_true(plan.firm);
    return plan;
}

static const struct plan_step *step_of(const struct plan *plan, enum plan_chain_kind kind, const char *event) {
    const struct plan_chain *chain = &plan->chain[kind];
    for (size_t i = 0; i < chain->count; i++)
        if (strcmp(england->events[chain->steps[i].event].id, event) == 0)
            return &chain->steps[i];
    fail_msg("%s is not a step of the plan of %s", event, plan->limit->id);
    return NULL;
}

static void check_day(const struct row *row, const char *which, ehc_day day, const char *expected) {
    if (strcmp(iso_of(day), expected) != 0)
        fail_msg("%s by %s: %s, %s: %s; the test expects %s", row->limit, row->end, row->event, which, iso_of(day),
                 expected);
}

static void check_rows(const struct row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct plan plan = plan_of(rows[i].limit, rows[i].end, NULL);
        check_day(&rows[i], "whole time", step_of(&plan, PLAN_WHOLE_TIME, rows[i].event)->day, rows[i].whole);
        check_day(&rows[i], "last day", step_of(&plan, PLAN_LAST_DAY, rows[i].event)->day, rows[i].last);
    }
}

#define CHECK(rows) check_rows(rows, sizeof rows / sizeof rows[0])

/* Tees Law, for a move in September 2025: meeting by 22 November 2024, changes by 20 December 2024, final by 14 February. */
static void test_the_published_example_of_a_move_to_secondary_school_in_2025(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"phase-transfer", "2025-02-14", "amended-plan-sent", "2025-02-14", "2025-02-14"},
        {"phase-transfer", "2025-02-14", "amendment-notice-sent", "2024-12-20", "2025-01-30"},
        {"phase-transfer", "2025-02-14", "review-meeting", "2024-11-22", "2025-01-30"},
        {"phase-transfer", "2025-02-14", "review-notice", "2024-11-07", "2025-01-15"},
        {"phase-transfer", "2025-02-14", "review-papers", "2024-11-07", "2025-01-15"},
    };
    CHECK(rows);
}

/* 8 weeks are 56 days, 4 weeks 28. Two clear weeks before a day end 15 days before it. 15 days that begin with the day of
 * service end 14 days after it. */
static void test_every_end_that_can_be_asked_for(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"phase-transfer", "2027-02-14", "amendment-notice-sent", "2026-12-20", "2027-01-30"},
        {"phase-transfer", "2027-02-14", "review-meeting", "2026-11-22", "2027-01-30"},
        {"phase-transfer", "2027-02-14", "review-notice", "2026-11-07", "2027-01-15"},
        {"phase-transfer-post-16", "2027-03-30", "amendment-notice-sent", "2027-02-02", "2027-03-15"},
        {"phase-transfer-post-16", "2027-03-30", "review-meeting", "2027-01-05", "2027-03-15"},
        {"phase-transfer-post-16", "2027-03-30", "review-notice", "2026-12-21", "2027-02-28"},
        {"post-16-move", "2027-03-31", "amendment-notice-sent", "2027-02-03", "2027-03-16"},
        {"post-16-move", "2027-03-31", "review-meeting", "2027-01-06", "2027-03-16"},
        {"post-16-move", "2027-03-31", "review-papers", "2026-12-22", "2027-03-01"},
        {"amended-plan", "2027-03-01", "amendment-notice-sent", "2027-01-04", "2027-02-14"},
        {"amended-plan", "2027-03-01", "review-meeting", "2026-12-07", "2027-02-14"},
        {"amended-plan", "2027-03-01", "review-notice", "2026-11-22", "2027-01-30"},
        {"amended-plan", "2028-03-01", "amendment-notice-sent", "2028-01-05", "2028-02-15"}, /* 29 February */
        {"amendment-notice", "2026-12-18", "review-meeting", "2026-11-20", "2026-12-18"},
        {"amendment-notice", "2026-12-18", "review-notice", "2026-11-05", "2026-12-03"},
        {"review-decision", "2026-12-18", "review-meeting", "2026-11-20", "2026-12-18"},
        {"review-decision", "2026-12-18", "review-papers", "2026-11-05", "2026-12-03"},
        {"first-review", "2027-03-01", "review-meeting", "2027-02-01", "2027-03-01"},
        {"first-review", "2027-03-01", "review-notice", "2027-01-17", "2027-02-14"},
        {"next-review", "2027-03-01", "review-meeting", "2027-02-01", "2027-03-01"},
        {"next-review", "2027-03-01", "review-papers", "2027-01-17", "2027-02-14"},
        {"transfer-review", "2027-03-01", "review-meeting", "2027-02-01", "2027-03-01"},
        {"review-after-reassessment", "2027-03-01", "review-meeting", "2027-02-01", "2027-03-01"},
        {"final-plan", "2026-09-01", "draft-plan-served", "2026-08-17", "2026-08-17"},
        {"final-plan", "2026-09-01", "request-received", "2026-04-14", "2026-04-14"}, /* 20 weeks are kept whole */
        {"reassessment-decision", "2027-03-25", "reassessment-requested", "2027-03-10", "2027-03-10"},
        {"reassessment-plan", "2027-07-01", "reassessment-decision", "2027-03-25", "2027-03-25"},
        {"reassessment-plan", "2027-07-01", "reassessment-requested", "2027-03-10", "2027-03-10"},
        {"reassessment-plan", "2027-07-01", "draft-plan-served", "2027-06-16", "2027-06-16"},
    };
    CHECK(rows);
    for (size_t i = 0; i < england->limit_count; i++) {
        bool found = !plan_can_end(&england->limits[i]);
        for (size_t j = 0; !found && j < sizeof rows / sizeof rows[0]; j++)
            found = strcmp(rows[j].limit, england->limits[i].id) == 0;
        if (!found)
            fail_msg("add to `rows` a chain that ends with %s, worked out by hand", england->limits[i].id);
    }
}

static void test_the_15_days_of_the_family_are_whole_in_both_chains(void **state) {
    (void)state;
    struct plan plan = plan_of("phase-transfer", "2027-02-14", NULL);
    const struct plan_step *whole = step_of(&plan, PLAN_WHOLE_TIME, "amendment-response");
    const struct plan_step *last = step_of(&plan, PLAN_LAST_DAY, "amendment-response");
    assert_string_equal(iso_of(whole->day), "2026-12-20");
    assert_string_equal(iso_of(whole->until), "2027-01-03");
    assert_string_equal(iso_of(last->day), "2027-01-30");
    assert_string_equal(iso_of(last->until), "2027-02-13");
}

static void test_only_the_end_is_a_legal_limit_if_no_day_is_given(void **state) {
    (void)state;
    struct plan plan = plan_of("phase-transfer", "2027-02-14", NULL);
    for (size_t kind = 0; kind < PLAN_CHAINS; kind++)
        for (size_t i = 0; i < plan.chain[kind].count; i++) {
            const struct plan_step *step = &plan.chain[kind].steps[i];
            bool is_end = strcmp(england->events[step->event].id, "amended-plan-sent") == 0;
            assert_int_equal(step->is_law, is_end);
        }
}

/* A meeting on 1 November 2026: the changes are due in law 28 days later, the plan 56 days after that. */
static void test_an_earlier_meeting_brings_the_limits_of_the_law_forward(void **state) {
    (void)state;
    struct ehc_case facts;
    struct ehc_error error;
    ehc_case_init(&facts);
    assert_true(ehc_case_set_event(england, &facts, "review-meeting", "2026-11-01", &error));
    struct plan plan = plan_of("phase-transfer", "2027-02-14", &facts);
    for (size_t kind = 0; kind < PLAN_CHAINS; kind++) {
        const struct plan_step *changes = step_of(&plan, (enum plan_chain_kind)kind, "amendment-notice-sent");
        const struct plan_step *end = step_of(&plan, (enum plan_chain_kind)kind, "amended-plan-sent");
        assert_string_equal(iso_of(changes->day), "2026-11-29");
        assert_true(changes->is_law);
        assert_string_equal(iso_of(end->day), "2027-01-24");
        assert_true(end->is_law);
        assert_string_equal(iso_of(step_of(&plan, (enum plan_chain_kind)kind, "review-notice")->day), "2026-10-17");
        assert_false(plan.chain[kind].has_late);
    }
}

/* 30 November 2026 is 8 days after 22 November: too late for the whole time, but not too late. 31 January is too late. */
static void test_a_later_meeting_takes_time_away_and_moves_no_end(void **state) {
    (void)state;
    static const struct {
        const char *meeting, *notice;
        bool late;
    } rows[] = {
        {"2026-11-30", "2026-11-15", false}, {"2027-01-30", "2027-01-15", false}, {"2027-01-31", "2027-01-16", true}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct ehc_case facts;
        struct ehc_error error;
        ehc_case_init(&facts);
        assert_true(ehc_case_set_event(england, &facts, "review-meeting", rows[i].meeting, &error));
        struct plan plan = plan_of("phase-transfer", "2027-02-14", &facts);
        assert_true(plan.chain[PLAN_WHOLE_TIME].has_late);
        assert_int_equal(plan.chain[PLAN_LAST_DAY].has_late, rows[i].late);
        assert_string_equal(iso_of(step_of(&plan, PLAN_WHOLE_TIME, "amendment-notice-sent")->day), "2026-12-20");
        assert_string_equal(iso_of(step_of(&plan, PLAN_LAST_DAY, "review-notice")->day), rows[i].notice);
        assert_string_equal(iso_of(step_of(&plan, PLAN_LAST_DAY, "review-meeting")->last), "2027-01-30");
        assert_string_equal(iso_of(step_of(&plan, PLAN_LAST_DAY, "amended-plan-sent")->day), "2027-02-14");
    }
}

/* Served on 2 February by post: the 15 days end on 16 February, after the end. */
static void test_service_that_comes_too_late_leaves_the_family_too_little(void **state) {
    (void)state;
    struct ehc_case facts;
    struct ehc_error error;
    ehc_case_init(&facts);
    assert_true(ehc_case_set_event(england, &facts, "amendment-notice-served", "2027-02-02", &error));
    struct plan plan = plan_of("phase-transfer", "2027-02-14", &facts);
    assert_string_equal(iso_of(step_of(&plan, PLAN_LAST_DAY, "amendment-response")->until), "2027-02-16");
    assert_true(plan.chain[PLAN_LAST_DAY].has_late);
}

/* The meeting of the year before belongs to another review. */
static void test_a_case_gives_the_day_of_the_year_that_is_planned(void **state) {
    (void)state;
    struct ehc_case facts;
    struct ehc_error error;
    ehc_case_init(&facts);
    assert_true(ehc_case_set_event(england, &facts, "review-meeting", "2025-11-03", &error));
    struct plan plan = plan_of("phase-transfer", "2027-02-14", &facts);
    assert_false(step_of(&plan, PLAN_WHOLE_TIME, "review-meeting")->is_given);
    assert_true(ehc_case_add_event(england, &facts, "review-meeting", "2026-11-02", &error));
    plan = plan_of("phase-transfer", "2027-02-14", &facts);
    assert_string_equal(iso_of(step_of(&plan, PLAN_WHOLE_TIME, "review-meeting")->day), "2026-11-02");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_published_example_of_a_move_to_secondary_school_in_2025),
        cmocka_unit_test(test_every_end_that_can_be_asked_for),
        cmocka_unit_test(test_the_15_days_of_the_family_are_whole_in_both_chains),
        cmocka_unit_test(test_only_the_end_is_a_legal_limit_if_no_day_is_given),
        cmocka_unit_test(test_an_earlier_meeting_brings_the_limits_of_the_law_forward),
        cmocka_unit_test(test_a_later_meeting_takes_time_away_and_moves_no_end),
        cmocka_unit_test(test_service_that_comes_too_late_leaves_the_family_too_little),
        cmocka_unit_test(test_a_case_gives_the_day_of_the_year_that_is_planned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
