/* The keys of a law for things that happen twice: read, refused, and used when they are changed. */
#include "law_copy.h"

/* ---- faults ---- */

static void test_a_fifth_trigger_is_refused(void **state) {
    (void)state;
    change("complaint.ini", "[limit complaint]", "trigger = grounds-arose",
           "trigger = grounds-arose, problem-known, complaint-made, panel-requested");
    struct ehc_law *law = read_copy();
    assert_int_equal(law->limits[ehc_find_limit(law, "complaint")].triggers.count, 4);
    ehc_law_free(law);
    unsigned line = change("complaint.ini", "[limit complaint]", "panel-requested", "panel-requested, panel-meeting");
    refuse();
    assert_told("complaint.ini", line, "a limit can have 4 triggers at most", "");
}

static void test_an_unknown_trigger_or_act_gets_the_nearest_name(void **state) {
    (void)state;
    unsigned trigger = change("assessment.ini", "[limit final-plan]", "trigger = request-received, became-responsible",
                              "trigger = request-received, became-responsable");
    unsigned act = change("review.ini", "[limit review-decision]", "act = review-decision, plan-kept",
                          "act = review-decision, plan-keept");
    unsigned after = change("review.ini", "[limit first-review]", "amendment-notice-sent after review-meeting",
                            "amendment-notice-sent after review-meting");
    unsigned from = change("events.ini", "[last-reviewed]", "amendment-notice-sent after review-meeting",
                           "amendment-notice-sent after review-meetings");
    refuse();
    assert_told("assessment.ini", trigger, "'became-responsable' is not an event", "'became-responsible'");
    assert_told("review.ini", act, "'plan-keept' is not an event", "'plan-kept'");
    assert_told("review.ini", after, "'review-meting' is not an event", "'review-meeting'");
    assert_told("events.ini", from, "'review-meetings' is not an event", "'review-meeting'");
    assert_int_equal(faults.count, 4);
}

/* 'unless' was once a word of these lists. An alternative counts only inside its round. */
static void test_unless_is_not_a_word_of_a_list(void **state) {
    (void)state;
    unsigned line = change("assessment.ini", "[limit final-plan]", "no-plan-notice, assessment-refusal",
                           "no-plan-notice, assessment-refusal unless assessment-conceded");
    refuse();
    assert_told("assessment.ini", line, "'assessment-refusal unless assessment-conceded' is not an event", "");
    assert_int_equal(faults.count, 1);
}

static void test_keys_that_need_another_are_reported_at_their_limit(void **state) {
    (void)state;
    change("unopposed-appeal.ini", "[limit unopposed-name-school]", "with-amount = 5\n", "");
    change("review.ini", "[limit plan-continues]", "minimum = yes\n", "");
    change("review.ini", "[limit amendment-notice]", "only-if = ", "; only-if = ");
    change("moving.ini", "[limit plan-transfer]", "or-on = moved\n", "");
    change("moving.ini", "[limit plan-transfer]", "trigger = move-known, moved", "trigger = move-known");
    change("moving.ini", "[limit transfer-review]", "later-of = first-review, next-review\n", "");
    refuse();
    assert_told("unopposed-appeal.ini", line_of("unopposed-appeal.ini", "[limit unopposed-name-school]"),
                "[limit unopposed-name-school] needs both 'with' and 'with-amount', or neither", "");
    assert_told("review.ini", line_of("review.ini", "[limit plan-continues]"),
                "[limit plan-continues] needs 'minimum', because it has 'pending'", "ehc-limits(5)");
    assert_told("review.ini", line_of("review.ini", "[limit amendment-notice]"),
                "[limit amendment-notice] needs 'only-if', because it has 'known-by'", "");
    assert_told("moving.ini", line_of("moving.ini", "[limit plan-transfer]"),
                "[limit plan-transfer] needs 'or-on', because it has 'or-on-needed'", "");
    assert_told("moving.ini", line_of("moving.ini", "[limit plan-transfer]"),
                "[limit plan-transfer] needs 'or-on', because it has 'or-on-later'", "");
    assert_told("moving.ini", line_of("moving.ini", "[limit plan-transfer]"),
                "[limit plan-transfer] needs 'or-on', because it has 'or-on-earlier'", "");
    assert_told("moving.ini", line_of("moving.ini", "[limit plan-transfer]"),
                "[limit plan-transfer] needs two triggers, because it has 'together'", "");
    assert_told("moving.ini", line_of("moving.ini", "[limit transfer-review]"),
                "[limit transfer-review] needs 'later-of', because it has 'later-of-earlier'", "");
    assert_int_equal(faults.count, 8);
}

static void test_advice_without_a_section_needs_one_to_say_who_was_asked(void **state) {
    (void)state;
    change("events.ini", "[advice-request-received]", "several-in = ", "; several-in = ");
    refuse();
    assert_told("assessment.ini", line_of("assessment.ini", "[limit advice-from-body]"),
                "[limit advice-from-body] needs a trigger with 'several-in', because it has 'who-known-by'", "");
}

static void test_a_dispute_needs_what_begins_it_and_what_ends_it(void **state) {
    (void)state;
    change("review.ini", "[limit plan-continues]", "pending = appeal-received\n", "");
    refuse();
    assert_told("review.ini", line_of("review.ini", "[limit plan-continues]"),
                "[limit plan-continues] needs both 'pending' and 'pending-until', or neither", "");
    assert_int_equal(faults.count, 1);
}

static void test_a_with_amount_below_one_is_reported(void **state) {
    (void)state;
    change("unopposed-appeal.ini", "[limit unopposed-name-school]", "with-amount = 5", "with-amount = -5");
    refuse();
    assert_told("unopposed-appeal.ini", line_of("unopposed-appeal.ini", "[limit unopposed-name-school]"),
                "amount, unit and count of [limit unopposed-name-school] do not go together", "ehc-limits(5)");
    assert_int_equal(faults.count, 1);
}

static void test_rounds_of_decisions_need_the_event_of_a_decision(void **state) {
    (void)state;
    change("law.ini", "[law]", "decision = decision-notice-sent\n", "");
    refuse();
    assert_told("disagreement.ini", line_of("disagreement.ini", "[limit appeal]"),
                "[limit appeal] needs 'decision' in law.ini, because it has 'of-decision'", "");
    assert_told("review.ini", line_of("review.ini", "[limit plan-continues]"),
                "[limit plan-continues] needs 'decision' in law.ini, because it has 'or-limit'", "");
    assert_int_equal(faults.count, 4); /* mediation-contact, appeal, appeal-from-certificate, plan-continues */
}

static void test_consultations_need_both_of_their_events(void **state) {
    (void)state;
    change("law.ini", "[law]", "consultation-answered = school-response\n", "");
    refuse();
    assert_string_equal(faults.file[0], path_of("law.ini"));
    assert_string_equal(faults.list[0].message, "consultations need both consulted and consultation-answered");
    assert_int_equal(faults.count, 1);
}

static void test_keys_of_an_event_that_need_another_are_reported(void **state) {
    (void)state;
    change("events.ini", "[request-received]", "closed-by = final-plan-sent, no-plan-notice, assessment-refusal\n", "");
    change("events.ini", "[plan-made]", "taken = first\n", "");
    change("events.ini", "[decision-notice-sent]", "taken-from = ", "; taken-from = ");
    refuse();
    assert_told("events.ini", line_of("events.ini", "[request-received]"),
                "[request-received] has 'if-closed' but no 'closed-by'", "add 'closed-by'");
    assert_told("events.ini", line_of("events.ini", "[plan-made]"),
                "[plan-made] has 'taken-until', so it needs 'taken = first' or 'taken = each'", "");
    assert_told("events.ini", line_of("events.ini", "[decision-notice-sent]"),
                "[decision-notice-sent] has 'taken' but no 'taken-from'", "");
    assert_int_equal(faults.count, 3);
}

/* England has five: advice-requested, advice-request-received, plan-made, last-reviewed, decision-notice-sent. */
static void test_a_ninth_event_that_is_taken_from_others_is_refused(void **state) {
    (void)state;
    char text[160];
    for (int i = 6; i <= 8; i++) {
        snprintf(text, sizeof text,
                 "[taken-%d]\ntitle = \"%d\"\nwhen = \"%d\"\nnot-before = taken-%d\ntaken-from = claim-filed\n", i, i, i,
                 i == 8 ? 6 : i + 1);
        append("events.ini", text);
    }
    struct ehc_law *law = read_copy();
    ehc_law_free(law);
    append("events.ini", "[taken-9]\ntitle = \"9\"\nwhen = \"9\"\nnot-before = taken-9\ntaken-from = claim-filed\n");
    append("events.ini", "[taken-10]\ntitle = \"10\"\nwhen = \"10\"\nnot-before = taken-10\ntaken-from = claim-filed\n");
    refuse();
    assert_told("events.ini", line_of("events.ini", "[taken-9]"), "a law can have 8 events with 'taken-from' at most", "");
    assert_int_equal(faults.count, 1);
}

static void test_an_event_is_known_by_each_key_that_gives_it_a_meaning(void **state) {
    (void)state;
    static const char *const in_limit[] = {"superseded-by = tea-served\n", "known-by = tea-served\nonly-if = \"x\"\n",
                                           "or-on = tea-served\n", "with = tea-served\nwith-amount = 9\n",
                                           "under = tea-served\n"};
    static const char *const in_event[] = {"not-after = tea-served\n", "undone-by = tea-served\n",
                                           "closed-by = tea-served\n", "opened-after = tea-served\n"};
    append("events.ini", "[tea-served]\ntitle = \"Tea served\"\nwhen = \"tea is served\"\n");
    refuse();
    for (size_t i = 0; i < sizeof in_limit / sizeof in_limit[0]; i++) {
        change("support.ini", "[limit direct-payment-review]", "superseded-by = \"plan-ceased\"\n", in_limit[i]);
        ehc_law_free(read_copy());
        change("support.ini", "[limit direct-payment-review]", in_limit[i], "superseded-by = \"plan-ceased\"\n");
    }
    for (size_t i = 0; i < sizeof in_event / sizeof in_event[0]; i++) {
        char with[80];
        snprintf(with, sizeof with, "[claim-filed]\n%s", in_event[i]);
        change("events.ini", "[claim-filed]", "[claim-filed]\n", with);
        ehc_law_free(read_copy());
        change("events.ini", "[claim-filed]", with, "[claim-filed]\n");
    }
}

/* ---- a changed law is used as changed ---- */

static void set(const struct ehc_law *law, struct ehc_case *facts, const char *event, const char *dates) {
    struct ehc_error error;
    if (!ehc_case_set_event(law, facts, event, dates, &error))
        fail_msg("%s = %s: %s", event, dates, error.message);
}

static size_t rounds_of(const struct ehc_law *law, const struct ehc_case *facts, const char *limit, const char *as_at,
                        struct ehc_deadline *last) {
    static struct ehc_deadline room[EHC_DEADLINES_MAX];
    size_t count = ehc_timeline(law, facts, day_of(as_at), room, EHC_DEADLINES_MAX), found = 0;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(room[i].limit->id, limit) != 0)
            continue;
        if (room[i].round > (int)found)
            *last = room[i];
        found++;
    }
    return found;
}

static void test_without_if_closed_each_day_opens_a_round(void **state) {
    (void)state;
    static struct ehc_case facts;
    struct ehc_deadline last;
    change("events.ini", "[request-received]", "if-closed = yes\n", "");
    struct ehc_law *law = read_copy();
    ehc_case_init(&facts);
    set(law, &facts, "request-received", "2024-01-08, 2024-03-04");
    assert_int_equal(rounds_of(england, &facts, "final-plan", "2024-04-01", &last), 1);
    assert_day(last.due, "2024-05-27"); /* 8 January and 140 days */
    assert_int_equal(rounds_of(law, &facts, "final-plan", "2024-04-01", &last), 2);
    assert_day(last.due, "2024-07-22"); /* 4 March and 140 days */
    ehc_law_free(law);
}

/* A review stays overdue until the plan ends. A term that is set beforehand has no day to wait for. */
static void test_an_event_that_is_a_term_is_never_planned(void **state) {
    (void)state;
    static struct ehc_case facts;
    struct ehc_deadline last;
    change("events.ini", "[plan-ceased]", "[plan-ceased]\n", "[plan-ceased]\nkind = term\n");
    struct ehc_law *law = read_copy();
    ehc_case_init(&facts);
    set(law, &facts, "plan-kept", "2023-05-08");
    set(law, &facts, "plan-ceased", "2024-09-02");
    ehc_deadline_of(england, &facts, NULL, day_of("2024-06-03"), limit_of("next-review"), &last);
    assert_status(last, "overdue", 27); /* from 7 May 2024 to 3 June */
    ehc_deadline_of(law, &facts, NULL, day_of("2024-06-03"), ehc_find_limit(law, "next-review"), &last);
    assert_status(last, "late", 118); /* to 2 September */
    ehc_law_free(law);
}

static void test_projects_can_wait_until_its_own_round_has_begun(void **state) {
    (void)state;
    static struct ehc_case facts;
    struct ehc_deadline last;
    ehc_case_init(&facts);
    set(england, &facts, "request-received", "2026-01-05");
    /* The first review is projected from the plan to come. With 'once-started' it projects no next review. */
    assert_int_equal(rounds_of(england, &facts, "first-review", "2026-02-02", &last), 1);
    assert_day(last.due, "2027-05-24");
    assert_int_equal(rounds_of(england, &facts, "next-review", "2026-02-02", &last), 0);
    change("review.ini", "[limit first-review]", "projects = once-started", "projects = yes");
    struct ehc_law *law = read_copy();
    assert_int_equal(rounds_of(law, &facts, "next-review", "2026-02-02", &last), 1);
    assert_day(last.due, "2028-05-23"); /* 12 months that begin with 24 May 2027 */
    ehc_law_free(law);
    change("review.ini", "[limit first-review]", "projects = yes", "projects = no");
    law = read_copy();
    set(england, &facts, "final-plan-sent", "2026-05-18");
    assert_int_equal(rounds_of(england, &facts, "next-review", "2026-06-01", &last), 1);
    assert_int_equal(rounds_of(law, &facts, "next-review", "2026-06-01", &last), 0);
    ehc_law_free(law);
}

static void test_a_limit_asked_for_is_late_by_silence_without_the_key(void **state) {
    (void)state;
    static struct ehc_case facts;
    struct ehc_deadline last;
    change("review.ini", "[limit review-report]", "asked-for = yes\n", "");
    struct ehc_law *law = read_copy();
    ehc_case_init(&facts);
    set(law, &facts, "review-meeting", "2026-01-12");
    assert_int_equal(rounds_of(england, &facts, "review-report", "2026-02-02", &last), 1);
    assert_status(last, "unknown", -1);
    assert_int_equal(last.because, EHC_NOT_SAID);
    assert_int_equal(rounds_of(law, &facts, "review-report", "2026-02-02", &last), 1);
    assert_status(last, "overdue", 7); /* 26 January 2026 was the last day */
    ehc_law_free(law);
}

static void test_an_act_too_early_is_in_time_if_the_limit_is_not_a_minimum(void **state) {
    (void)state;
    static struct ehc_case facts;
    struct ehc_deadline last;
    ehc_case_init(&facts);
    set(england, &facts, "cease-decision", "2026-01-12");
    set(england, &facts, "plan-ceased", "2026-02-02");
    assert_int_equal(rounds_of(england, &facts, "plan-continues", "2026-03-02", &last), 1);
    assert_int_equal(last.because, EHC_TOO_EARLY);
    assert_status(last, "late", 39); /* 12 March 2026 is the last day to appeal: from the 13th on it may end */
    change("review.ini", "[limit plan-continues]", "minimum = yes\n", "");
    change("review.ini", "[limit plan-continues]", "pending = appeal-received\n", "");
    change("review.ini", "[limit plan-continues]", "pending-until = ", "; pending-until = ");
    struct ehc_law *law = read_copy();
    assert_int_equal(rounds_of(law, &facts, "plan-continues", "2026-03-02", &last), 1);
    assert_status(last, "met", 0);
    ehc_law_free(law);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_a_fifth_trigger_is_refused),
        TEST(test_an_unknown_trigger_or_act_gets_the_nearest_name),
        TEST(test_unless_is_not_a_word_of_a_list),
        TEST(test_keys_that_need_another_are_reported_at_their_limit),
        TEST(test_advice_without_a_section_needs_one_to_say_who_was_asked),
        TEST(test_a_dispute_needs_what_begins_it_and_what_ends_it),
        TEST(test_a_with_amount_below_one_is_reported),
        TEST(test_rounds_of_decisions_need_the_event_of_a_decision),
        TEST(test_consultations_need_both_of_their_events),
        TEST(test_keys_of_an_event_that_need_another_are_reported),
        TEST(test_a_ninth_event_that_is_taken_from_others_is_refused),
        TEST(test_an_event_is_known_by_each_key_that_gives_it_a_meaning),
        TEST(test_without_if_closed_each_day_opens_a_round),
        TEST(test_an_event_that_is_a_term_is_never_planned),
        TEST(test_projects_can_wait_until_its_own_round_has_begun),
        TEST(test_a_limit_asked_for_is_late_by_silence_without_the_key),
        TEST(test_an_act_too_early_is_in_time_if_the_limit_is_not_a_minimum),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
