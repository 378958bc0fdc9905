/* Last days that others give: what each day is, and which wrong way of counting gives it. The days are worked out by hand: 5
 * January 2026 and 140 days are Monday 25 May 2026, a bank holiday. */
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

static void close_school(const char *first, const char *last) {
    struct ehc_error error;
    assert_true(
        ehc_case_add_closure(&facts, (struct ehc_closure){.span = span_of(first, last), .is_unclaimed = true}, &error));
}

/* Half-term, Easter and half-term. */
static void close_for_the_holidays(void) {
    close_school("2026-02-14", "2026-02-22");
    close_school("2026-03-27", "2026-04-13");
    close_school("2026-05-23", "2026-05-31");
}

static void add(struct ehc_they_say they_say) {
    struct ehc_error error;
    assert_true(ehc_case_add_they_say(england, &facts, they_say, &error));
}

static const struct ehc_said *only_said(void) {
    const struct ehc_said *said = NULL;
    for (size_t i = 0; i < judgement->count; i++) {
        if (judgement->deadlines[i].said_count == 0)
            continue;
        assert_null(said);
        assert_int_equal(judgement->deadlines[i].said_count, 1);
        said = judgement->deadlines[i].said;
    }
    assert_non_null(said);
    return said;
}

/* What ehc says of a day that others give for a limit. */
static const struct ehc_said *say(const char *limit, const char *day) {
    ehc_judgement_free(judgement);
    facts.they_say_count = 0;
    add((struct ehc_they_say){.limit = ehc_find_limit(england, limit), .day = day_of(day), .from = EHC_NO_DAY});
    judgement = ehc_judge(england, &facts, day_of("2026-06-01"), NULL);
    assert_non_null(judgement);
    return only_said();
}

static void assert_way(const struct ehc_said *said, const char *way, const char *from) {
    assert_int_equal(said->is, EHC_SAID_MISCOUNT);
    assert_true(said->is_wrong);
    assert_string_equal(said->ways[0].way->id, way);
    assert_string_equal(iso_of(said->ways[0].from), from);
}

static void test_reg_13_2_counts_from_the_request_not_from_the_decision(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-01-05");
    put_event(&facts, "assessment-decision", "2026-02-16");
    assert_way(say("final-plan", "2026-07-06"), "from-decision", "2026-02-16"); /* + 140 */
}

static void test_14_weeks_after_a_late_decision_are_not_the_law(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-01-05");
    put_event(&facts, "assessment-decision", "2026-03-02");
    assert_way(say("final-plan", "2026-06-08"), "final-plan-14-weeks-from-decision", "2026-03-02");  /* + 98 */
    assert_way(say("no-plan-notice", "2026-05-11"), "no-plan-10-weeks-from-decision", "2026-03-02"); /* + 70 */
}

/* 100 working days: the 4 bank holidays up to 25 May add 26 to 29 May. */
static void test_weeks_are_not_working_weeks(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-01-05");
    assert_way(say("final-plan", "2026-05-29"), "weeks-as-working-days", "2026-01-05");
}

static void test_the_last_day_does_not_move_off_a_bank_holiday(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-01-05");
    assert_way(say("final-plan", "2026-05-26"), "to-next-working-day", "2026-01-05");
}

/* The school is closed for 9, 18 and, before the new end, 9 days: 36 more. */
static void test_school_holidays_are_counted(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-01-05");
    assert_true(say("final-plan", "2026-06-30")->lacks_closures);
    assert_int_equal(say("final-plan", "2026-06-30")->is, EHC_SAID_UNEXPLAINED);
    close_for_the_holidays();
    assert_way(say("final-plan", "2026-06-30"), "school-holidays-left-out", "2026-01-05");
    assert_false(say("final-plan", "2026-07-14")->lacks_closures);
}

/* The weeks of 16 February, 30 March, 6 April and 25 May have no school day: 4 more. */
static void test_weeks_out_of_term_are_counted(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-01-05");
    close_for_the_holidays();
    assert_way(say("final-plan", "2026-06-22"), "weeks-of-term", "2026-01-05");
}

/* 100 working days end on 29 May; 5, 10 and 4 of them are closed, so 19 more from 1 June on. */
static void test_weeks_are_not_school_weeks(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-01-05");
    close_for_the_holidays();
    assert_way(say("final-plan", "2026-06-25"), "school-days-for-weeks", "2026-01-05");
}

static void test_months_are_not_30_days_each(void **state) {
    (void)state;
    put_event(&facts, "final-plan-sent", "2026-03-02");
    put_event(&facts, "grounds-arose", "2026-03-02");
    assert_way(say("appeal", "2026-05-01"), "months-as-30-days", "2026-03-02");          /* + 60 */
    assert_way(say("judicial-review", "2026-05-31"), "months-as-30-days", "2026-03-02"); /* + 90 */
}

static void test_nobody_has_8_weeks_to_answer_a_final_plan(void **state) {
    (void)state;
    put_event(&facts, "final-plan-sent", "2026-03-02");
    const struct ehc_said *said = say("appeal", "2026-04-27"); /* + 56 */
    assert_way(said, "eight-weeks-to-answer", "2026-03-02");
    assert_int_equal(said->way_count, 2);
    assert_string_equal(said->ways[1].way->id, "months-as-4-weeks");
}

static void test_the_certificate_gives_a_month_not_30_days(void **state) {
    (void)state;
    put_event(&facts, "final-plan-sent", "2026-02-02");
    put_event(&facts, "mediation-certificate", "2026-03-02");
    assert_way(say("appeal-from-certificate", "2026-04-01"), "certificate-30-days", "2026-03-02");
}

/* 2 March and 2 months are 2 May; 6 March and 2 months are 6 May. */
static void test_the_time_to_appeal_runs_from_sending_not_from_receipt(void **state) {
    (void)state;
    put_event(&facts, "final-plan-sent", "2026-03-02");
    assert_way(say("mediation-contact", "2026-05-06"), "from-receipt", "2026-03-06");
}

static void test_the_8_weeks_run_from_sending_the_changes_not_from_their_arrival(void **state) {
    (void)state;
    put_event(&facts, "review-meeting", "2026-02-02");
    put_event(&facts, "amendment-notice-sent", "2026-03-02");
    put_event(&facts, "amendment-notice-served", "2026-03-05");
    assert_way(say("amended-plan", "2026-04-30"), "from-changes-received", "2026-03-05"); /* + 56 */
}

static void test_reg_45_has_2_weeks_since_2015(void **state) {
    (void)state;
    put_event(&facts, "unopposed-assess", "2026-03-02");
    assert_way(say("unopposed-assess-notify", "2026-03-30"), "reg-45-as-made", "2026-03-02");
}

static void test_the_day_of_the_meeting_is_not_counted(void **state) {
    (void)state;
    put_event(&facts, "review-meeting", "2026-03-02");
    assert_way(say("review-decision", "2026-03-29"), "first-day-counted", "2026-03-02");
}

/* The first of the 15 days is Monday 13 April: the last is 27 April; the 15th working day is 1 May. */
static void test_15_days_begin_with_the_day_and_are_days_of_the_calendar(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-01-05");
    put_event(&facts, "draft-plan-served", "2026-04-13");
    assert_way(say("draft-response", "2026-04-28"), "first-day-not-counted", "2026-04-13");
    assert_way(say("draft-response", "2026-05-01"), "days-as-working-days", "2026-04-13");
}

/* 15 June and 2 months: Saturday 15 August. The rule for appeals would move it to 1 September. */
static void test_the_tribunals_august_is_not_the_mediation_advisers(void **state) {
    (void)state;
    put_event(&facts, "final-plan-sent", "2026-06-15");
    put_event(&facts, "request-received", "2026-01-05");
    assert_way(say("mediation-contact", "2026-09-01"), "mediation-with-tribunal-roll", "2026-06-15");
}

static void test_for_a_date_that_no_way_gives_ehc_says_from_which_day_it_would_be_right(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-01-05");
    const struct ehc_said *said = say("final-plan", "2026-07-13");
    assert_int_equal(said->is, EHC_SAID_UNEXPLAINED);
    assert_true(said->is_wrong);
    assert_string_equal(iso_of(said->right_from), "2026-02-23"); /* - 140 */
}

static void test_a_date_that_is_right_or_another_reading_is_not_wrong(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-01-05");
    assert_int_equal(say("final-plan", "2026-05-25")->is, EHC_SAID_RIGHT);
    const struct ehc_said *said = say("final-plan", "2026-05-24");
    assert_int_equal(said->is, EHC_SAID_READING);
    assert_string_equal(england->readings[said->reading].id, "day-1");
    assert_false(said->is_wrong);
}

/* Two meetings, 4 weeks each. The answer is about the latest, or about the one that is named. */
static void test_a_date_is_about_the_latest_round_or_the_one_that_is_named(void **state) {
    (void)state;
    struct ehc_they_say they_say = {.limit = ehc_find_limit(england, "review-decision"), .from = EHC_NO_DAY};
    put_event(&facts, "review-meeting", "2025-03-03, 2026-03-02");
    they_say.day = day_of("2026-03-30");
    add(they_say);
    they_say.day = day_of("2025-03-31");
    they_say.round = 1;
    add(they_say);
    they_say.day = day_of("2026-03-31");
    they_say.round = 0;
    they_say.from = day_of("2026-03-02");
    add(they_say);
    they_say.round = 3;
    they_say.from = EHC_NO_DAY;
    add(they_say);
    judgement = ehc_judge(england, &facts, day_of("2026-06-01"), NULL);
    size_t seen = 0;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        for (size_t j = 0; j < judged->said_count; j++, seen++) {
            bool is_first = judged->deadline->round == 1;
            assert_int_equal(is_first, judged->said[j].fact->round == 1);
            assert_int_equal(judged->said[j].is,
                             judged->said[j].fact->from == EHC_NO_DAY ? EHC_SAID_RIGHT : EHC_SAID_UNEXPLAINED);
        }
    }
    assert_int_equal(seen, 3);
    assert_int_equal(judgement->ignored_count, 1);
    assert_int_equal(judgement->ignored[0].because, EHC_SAID_OF_NOTHING);
}

static void test_a_reason_that_no_exception_covers_is_answered(void **state) {
    (void)state;
    char text[EHC_WORDS];
    put_event(&facts, "request-received", "2026-01-05");
    add((struct ehc_they_say){.limit = ehc_find_limit(england, "final-plan"),
                              .day = day_of("2026-07-13"),
                              .from = EHC_NO_DAY,
                              .reason = "an agreed extension"});
    judgement = ehc_judge(england, &facts, day_of("2026-06-01"), NULL);
    assert_true(ehc_said_reason_words(only_said(), text));
    assert_string_equal(text, "An agreed extension: the Regulations do not let a council and a family agree another date.");
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        CASE(test_reg_13_2_counts_from_the_request_not_from_the_decision),
        CASE(test_14_weeks_after_a_late_decision_are_not_the_law),
        CASE(test_weeks_are_not_working_weeks),
        CASE(test_the_last_day_does_not_move_off_a_bank_holiday),
        CASE(test_school_holidays_are_counted),
        CASE(test_weeks_out_of_term_are_counted),
        CASE(test_weeks_are_not_school_weeks),
        CASE(test_months_are_not_30_days_each),
        CASE(test_nobody_has_8_weeks_to_answer_a_final_plan),
        CASE(test_the_certificate_gives_a_month_not_30_days),
        CASE(test_the_time_to_appeal_runs_from_sending_not_from_receipt),
        CASE(test_the_8_weeks_run_from_sending_the_changes_not_from_their_arrival),
        CASE(test_reg_45_has_2_weeks_since_2015),
        CASE(test_the_day_of_the_meeting_is_not_counted),
        CASE(test_15_days_begin_with_the_day_and_are_days_of_the_calendar),
        CASE(test_the_tribunals_august_is_not_the_mediation_advisers),
        CASE(test_for_a_date_that_no_way_gives_ehc_says_from_which_day_it_would_be_right),
        CASE(test_a_date_that_is_right_or_another_reading_is_not_wrong),
        CASE(test_a_date_is_about_the_latest_round_or_the_one_that_is_named),
        CASE(test_a_reason_that_no_exception_covers_is_answered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
