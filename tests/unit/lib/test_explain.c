/* Deadlines in words: <ehc/explain.h>. The tests look at dates, numbers and provisions, not at each word. */
#include "support.h"
#include <ehc/explain.h>

static struct ehc_case facts;
static char all[16 * EHC_WORDS]; /* the lines of an explanation, each ended by a newline */
static size_t lines;

static int begin(void **state) {
    (void)state;
    ehc_case_init(&facts);
    return 0;
}

static void take_line(void *context, const char *line) {
    (void)context;
    assert_true(strlen(line) > 0 && strlen(line) < EHC_WORDS);
    for (const char *at = line; *at != '\0'; at++)
        assert_true((unsigned char)*at >= 0x20);
    strcat(strcat(all, line), "\n");
    lines++;
}

static void explain_deadline(const struct ehc_deadline *deadline) {
    all[0] = '\0';
    lines = 0;
    ehc_steps(england, deadline, take_line, NULL);
    assert_true(lines > 0);
}

static void explain(const char *limit, const char *as_at) {
    struct ehc_deadline deadline = deadline_of(&facts, limit, as_at);
    explain_deadline(&deadline);
}

static void assert_says_at(const char *words, bool says, const char *file, int line) {
    if ((strstr(all, words) != NULL) == says)
        return;
    print_error("%s:%d: '%s' should %s:\n%s", file, line, words, says ? "be said, but is not" : "not be said, but is", all);
    fail();
}
#define assert_says(words) assert_says_at(words, true, __FILE__, __LINE__)
#define assert_says_not(words) assert_says_at(words, false, __FILE__, __LINE__)

static const struct ehc_limit *limit_by(const char *id) {
    return &england->limits[limit_of(id)];
}

static void test_amounts_are_said_in_singular_and_plural(void **state) {
    (void)state;
    char text[EHC_WORDS];
    assert_string_equal(ehc_amount_words(limit_by("assessment-decision"), text), "6 weeks");
    assert_string_equal(ehc_amount_words(limit_by("appeal-from-certificate"), text), "1 month");
    assert_string_equal(ehc_amount_words(limit_by("appeal"), text), "2 months");
    assert_string_equal(ehc_amount_words(limit_by("social-care-decision"), text), "1 working day");
    assert_string_equal(ehc_amount_words(limit_by("mediation-tell-health"), text), "3 working days");
    assert_string_equal(ehc_amount_words(limit_by("special-school-stay"), text), "10 school days");
    assert_string_equal(ehc_amount_words(limit_by("draft-response"), text), "15 days");
    assert_string_equal(ehc_amount_words(limit_by("phase-transfer"), text), "15 February");
    assert_string_equal(ehc_amount_words(limit_by("phase-transfer-post-16"), text), "31 March");
    assert_string_equal(ehc_days_words(1, text), "1 day");
    assert_string_equal(ehc_days_words(0, text), "0 days");
    assert_string_equal(ehc_days_words(63, text), "63 days");
    assert_ptr_equal(ehc_days_words(63, text), text);
}

static void test_a_limit_is_a_sentence_with_the_words_that_decide_the_count(void **state) {
    (void)state;
    char text[EHC_WORDS];
    assert_string_equal(ehc_limit_words(england, limit_by("assessment-decision"), text),
                        "within 6 weeks of the day the council receives the request");
    assert_string_equal(ehc_limit_words(england, limit_by("draft-response"), text),
                        "15 days, beginning with the day the draft plan is served on you");
    assert_string_equal(ehc_limit_words(england, limit_by("review-notice"), text),
                        "at least 2 weeks before the day the review meeting is held");
    assert_non_null(strstr(ehc_limit_words(england, limit_by("phase-transfer"), text), "before 15 February"));
}

static void test_every_limit_has_its_sentence(void **state) {
    (void)state;
    for (size_t i = 0; i < england->limit_count; i++) {
        char text[EHC_WORDS], amount[EHC_WORDS];
        ehc_limit_words(england, &england->limits[i], text);
        ehc_amount_words(&england->limits[i], amount);
        assert_true(strlen(text) > 20 && strlen(text) < 200);
        assert_non_null(strstr(text, amount));
        assert_non_null(strstr(text, england->events[england->limits[i].trigger].when));
    }
}

static void test_weeks_are_given_in_days_with_the_day_left_out_the_last_day_and_the_other_reading(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-01-05");
    explain("final-plan", "2026-01-05");
    assert_says("Monday 5 January 2026 is not counted");
    assert_says("20 weeks are 140 days");
    assert_says("Monday 25 May 2026");
    assert_says("bank holiday");       /* the spring bank holiday: people would ask */
    assert_says("Sunday 24 May 2026"); /* day 1 counting */
    assert_says("SEN2");
}

static void test_beginning_says_that_the_first_day_is_counted(void **state) {
    (void)state;
    put_event(&facts, "draft-plan-served", "2026-04-13");
    explain("draft-response", "2026-04-13");
    assert_says("Monday 13 April 2026 is counted, as the first day");
    assert_says("Monday 27 April 2026");
    assert_says_not("is not counted");
}

static void test_a_month_without_the_day_is_explained_to_end_on_its_last_day(void **state) {
    (void)state;
    put_event(&facts, "plan-made", "2024-02-29");
    explain("first-review", "2024-03-01");
    assert_says("28 February 2025");
    assert_says("no day 29");
    put_event(&facts, "plan-made", "2024-03-01");
    explain("first-review", "2024-03-01");
    assert_says("the day before the same day of the month, 1 March 2025");
    assert_says("Friday 28 February 2025");
    put_event(&facts, "decision-notice-sent", "2025-12-31");
    explain("mediation-contact", "2026-01-05");
    assert_says("28 February 2026");
    assert_says("no day 31");
}

static void test_an_appeal_says_why_it_rolls_and_by_which_rule(void **state) {
    (void)state;
    put_event(&facts, "decision-notice-sent", "2026-06-15");
    explain("appeal", "2026-06-15");
    assert_says("Saturday 15 August 2026 is in August");
    assert_says("rule 12(3)(a)");
    assert_says("Tuesday 1 September 2026");
    assert_says("5pm"); /* rule 12(1) */
    put_event(&facts, "decision-notice-sent", "2026-10-26");
    explain("appeal", "2026-10-26");
    assert_says("25 December to 1 January");
    assert_says("Monday 4 January 2027");
    put_event(&facts, "decision-notice-sent", "2026-02-03");
    explain("appeal", "2026-02-03");
    assert_says("Friday 3 April 2026 is not a working day");
    assert_says("rule 12(2)");
    assert_says("Tuesday 7 April 2026");
}

static void test_a_roll_that_can_be_read_two_ways_shows_both_days(void **state) {
    (void)state;
    put_event(&facts, "decision-notice-sent", "2027-05-31");
    explain("appeal", "2027-05-31");
    assert_says("Monday 2 August 2027");
    assert_says("Wednesday 1 September 2027");
}

static void test_only_steps_before_the_tribunal_end_at_5pm_r12_1(void **state) {
    (void)state;
    for (size_t i = 0; i < england->limit_count; i++)
        if (england->limits[i].roll != EHC_NONE)
            assert_string_equal(ehc_last_hour(england, &england->limits[i]), "5pm");
        else
            assert_null(ehc_last_hour(england, &england->limits[i]));
    put_event(&facts, "request-received", "2026-01-05");
    explain("final-plan", "2026-01-05");
    assert_says_not("5pm");
}

static void test_working_days_name_the_bank_holidays_that_were_left_out(void **state) {
    (void)state;
    put_event(&facts, "disclosure-requested", "2026-04-01"); /* 2, 7-10, 13-17, 20-24 April */
    explain("plan-disclosure", "2026-04-01");
    assert_says("3 April 2026, 6 April 2026");
    assert_says("Friday 24 April 2026");
    put_event(&facts, "disclosure-requested", "2026-06-01");
    explain("plan-disclosure", "2026-06-01");
    assert_says_not("left out: ");
    assert_says("Monday 22 June 2026");
}

static void test_a_tribunal_response_says_that_the_break_is_left_out_r12_3_b(void **state) {
    (void)state;
    put_event(&facts, "appeal-served", "2026-07-01");
    explain("tribunal-response", "2026-07-01");
    assert_says("August");
    assert_says("rule 12(3)(b)");
    assert_says("Thursday 10 September 2026");
}

static void test_a_fixed_date_says_that_the_day_itself_is_too_late_and_that_many_say_by(void **state) {
    (void)state;
    put_event(&facts, "transfer-year", "2027-01-01");
    explain("phase-transfer", "2026-11-21");
    assert_says("15 February");
    assert_says("Sunday 14 February 2027");
    assert_says("Monday 15 February 2027");
}

static void test_at_least_says_how_much_lies_between(void **state) {
    (void)state;
    put_event(&facts, "review-meeting", "2026-06-30");
    explain("review-notice", "2026-06-01");
    assert_says("counted back from Tuesday 30 June 2026");
    assert_says("Monday 15 June 2026");
    assert_says("Tuesday 16 June 2026");
}

static void test_a_projection_says_what_stands_in(void **state) {
    (void)state;
    put_event(&facts, "review-meeting", "2026-03-02");
    explain("amended-plan", "2026-03-02");
    assert_says("Monday 30 March 2026");
    assert_says("not yet known");
    assert_says(limit_by("amendment-notice")->short_title);
    put_event(&facts, "request-received", "2026-01-05");
    put_event(&facts, "assessment-decision", "2026-02-10");
    explain("advice-from-anyone", "2026-02-10");
    assert_says("not yet known");
    assert_says("Tuesday 10 February 2026");
}

static void test_a_trigger_taken_from_another_event_is_named(void **state) {
    (void)state;
    put_event(&facts, "assessment-refusal", "2026-02-10");
    explain("appeal", "2026-02-10");
    assert_says(england->events[ehc_find_event(england, "assessment-refusal")].done);
}

static void test_a_trigger_that_has_not_happened_is_named_as_the_start_of_the_count(void **state) {
    (void)state;
    explain("final-plan", "2026-01-05");
    assert_says("starts when the council receives the request");
    assert_int_equal(lines, 1);
}

/* 15 days beginning with Monday 8 April 2024 end on 22 April. */
static void test_the_later_of_two_last_days_governs_and_a_shorter_time_is_not_lawful(void **state) {
    (void)state;
    put_event(&facts, "draft-plan-served", "2024-04-08");
    put_event(&facts, "draft-response-until", "2024-04-23");
    explain("draft-response", "2024-04-15");
    assert_says("15 days end on 22 April 2024, but the council's letter gives you until 23 April 2024: the longer time holds");
    assert_says("the last day is Tuesday 23 April 2024");
    put_event(&facts, "draft-response-until", "2024-04-22");
    explain("draft-response", "2024-04-15");
    assert_says_not("the council's letter");
    put_event(&facts, "draft-response-until", "2024-04-21");
    explain("draft-response", "2024-04-15");
    assert_says("only until 21 April 2024. That is not lawful: the law gives you until 22 April 2024");
    assert_says("the last day is Monday 22 April 2024");
}

static void test_why_a_deadline_is_not_needed_or_not_known(void **state) {
    (void)state;
    char text[EHC_WORDS];
    put_event(&facts, "request-received", "2026-01-05");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-01-06");
    assert_string_equal(ehc_because_words(england, &deadline, text), "");
    put_event(&facts, "no-plan-notice", "2026-04-20");
    deadline = deadline_of(&facts, "final-plan", "2026-05-01");
    assert_string_equal(ehc_because_words(england, &deadline, text), "the council sent its notice that there would be no plan");
    explain_deadline(&deadline);
    assert_says("not needed");
    put_event(&facts, "decision-notice-sent", "2026-10-01");
    put_event(&facts, "mediation-certificate", "2026-11-29");
    deadline = deadline_of(&facts, "appeal", "2026-11-30");
    assert_non_null(strstr(ehc_because_words(england, &deadline, text), "appeal-from-certificate"));
    put_event(&facts, "decision-notice-sent", "2028-11-20");
    deadline = deadline_of(&facts, "appeal", "2028-12-01");
    ehc_because_words(england, &deadline, text);
    assert_non_null(strstr(text, "1 January 2012"));
    assert_non_null(strstr(text, "31 December 2028"));
    ehc_case_init(&facts);
    put_event(&facts, "request-received", "2014-08-31");
    deadline = deadline_of(&facts, "final-plan", "2014-09-10");
    ehc_because_words(england, &deadline, text);
    assert_non_null(strstr(text, "1 September 2014"));
    assert_non_null(strstr(text, "31 August 2014"));
    put_event(&facts, "request-received", "2199-12-01");
    deadline = deadline_of(&facts, "final-plan", "2199-12-02");
    assert_non_null(strstr(ehc_because_words(england, &deadline, text), "1900 to 2199"));
    put_event(&facts, "no-plan-notice", "2026-07-13");
    deadline = deadline_of(&facts, "special-school-stay", "2026-07-14");
    assert_non_null(strstr(ehc_because_words(england, &deadline, text), "closed"));
}

static void test_the_relaxation_of_2020_is_said_with_its_provision(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2020-05-01");
    explain("final-plan", "2020-05-02");
    assert_says("SI 2020/471");
    put_event(&facts, "request-received", "2026-05-01");
    explain("final-plan", "2026-05-02");
    assert_says_not("SI 2020/471");
}

/* ---- exceptions in numbers ---- */

static const char *words_of(const char *limit, enum ehc_exception_kind kind) {
    static char text[EHC_WORDS];
    struct ehc_deadline deadline = deadline_of(&facts, limit, "2026-06-01");
    struct ehc_exception told[EXCEPTIONS_MOST];
    size_t count = exceptions_of(&facts, &deadline, told);
    for (size_t i = 0; i < count; i++)
        if (told[i].kind == kind)
            return ehc_exception_words(&deadline, &told[i], text);
    fail_msg("the exceptions listed for %s lack %s", limit, england->kinds[kind].id);
    return "";
}

static void assert_words_at(const char *text, const char *words, const char *file, int line) {
    if (strstr(text, words) != NULL)
        return;
    print_error("%s:%d: '%s' is not in '%s'\n", file, line, words, text);
    fail();
}
#define assert_words(text, words) assert_words_at(text, words, __FILE__, __LINE__)

static void closed(const char *first, const char *last) {
    struct ehc_error error;
    facts.closure_count = 0;
    ehc_case_add_closure(&facts, (struct ehc_closure){.span = span_of(first, last)}, &error);
}

static void test_a_closure_is_answered_with_its_days_the_request_and_the_window(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-05-01");
    closed("2026-07-21", "2026-08-03");
    assert_string_equal(words_of("final-plan", EHC_SCHOOL_CLOSURE), "closed 14 days in a row; the law asks for 28");
    closed("2026-07-21", "2026-08-31");
    const char *text = words_of("final-plan", EHC_SCHOOL_CLOSURE); /* not asked */
    assert_words(text, "42 days");
    assert_words(text, "14 July 2026");
    assert_words(text, "25 August 2026");
    put_event(&facts, "school-advice-requested", "2026-07-13"); /* asked too early */
    text = words_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_words(text, "13 July 2026");
    assert_words(text, "14 July 2026");
    assert_words(text, "25 August 2026");
    put_event(&facts, "school-advice-requested", "2026-07-20"); /* fits */
    text = words_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_words(text, "closed 42 days in a row");
    assert_words(text, "20 July 2026");
    assert_words(text, "42 days lost");
    assert_words(words_of("assessment-decision", EHC_SCHOOL_CLOSURE), "12 June 2026"); /* outside the period */
}

static void test_an_absence_is_answered_with_its_days_inside_the_period(void **state) {
    (void)state;
    struct ehc_error error;
    put_event(&facts, "request-received", "2026-05-01");
    ehc_case_add_absence(&facts, (struct ehc_absence){.span = span_of("2026-05-02", "2026-05-28")}, &error);
    assert_words(words_of("final-plan", EHC_ABSENCE), "27 days");
    assert_words(words_of("final-plan", EHC_ABSENCE), "28");
    facts.absence[0].span.last = day_of("2026-05-29");
    assert_words(words_of("final-plan", EHC_ABSENCE), "28 days");
    put_event(&facts, "order-assess", "2026-09-07");
    facts.absence[0].span = span_of("2026-09-09", "2026-09-21");
    assert_words(words_of("order-assess-notify", EHC_ABSENCE), "13 days");
    assert_words(words_of("order-assess-notify", EHC_ABSENCE), "14");
}

static void test_an_exception_on_no_list_is_answered_with_the_provision_that_has_none(void **state) {
    (void)state;
    put_event(&facts, "review-meeting", "2026-05-01");
    closed("2026-05-02", "2026-06-30");
    assert_words(words_of("review-decision", EHC_SCHOOL_CLOSURE), "no such exception");
    assert_words(words_of("review-decision", EHC_SCHOOL_CLOSURE), "SEND Regs 2014 regs 20(10), 21(9)");
}

static void test_a_claim_is_answered_in_the_words_of_the_law_files(void **state) {
    (void)state;
    struct ehc_error error;
    put_event(&facts, "request-received", "2026-05-01");
    ehc_case_add_exceptional(
        england, &facts, (struct ehc_exceptional){.span = span_of("2026-06-01", "2026-06-10"), .reason = "agreed extension"},
        &error);
    assert_words(words_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES),
                 "do not let a council and a family agree another date");
}

static void test_exceptional_circumstances_and_appointments_are_left_to_people_to_judge(void **state) {
    (void)state;
    struct ehc_error error;
    put_event(&facts, "request-received", "2026-05-01");
    ehc_case_add_exceptional(england, &facts, (struct ehc_exceptional){.span = span_of("2026-06-10", "2026-06-10")}, &error);
    assert_words(words_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES), "1 day");
    assert_words(words_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES),
                 "were they personal to the child, parent or young person, and exceptional?");
    put_event(&facts, "advice-request-received", "2026-06-15");
    ehc_case_add_missed(&facts, (struct ehc_missed){.day = day_of("2026-07-01")}, &error);
    assert_words(words_of("advice-from-body", EHC_MISSED_APPOINTMENT), "1 July 2026");
    facts.missed[0].day = day_of("2026-07-28");
    assert_words(words_of("advice-from-body", EHC_MISSED_APPOINTMENT), "27 July 2026");
}

static void test_every_limit_is_explained_from_every_kind_of_day(void **state) {
    (void)state;
    static const char *const days[] = {"2026-01-05", "2024-02-29", "2025-08-31", "2027-05-31", "2022-10-24",
                                       "2028-12-31", "2199-12-30", "1900-01-01", "2020-06-01"};
    for (size_t i = 0; i < england->limit_count; i++) {
        for (size_t j = 0; j < sizeof days / sizeof days[0]; j++) {
            char text[EHC_WORDS], date[EHC_DAY_TEXT];
            struct ehc_deadline deadline;
            ehc_case_init(&facts);
            facts.event[england->limits[i].trigger] = day_of(days[j]);
            ehc_deadline_of(england, &facts, NULL, day_of(days[j]), (int)i, &deadline);
            explain_deadline(&deadline);
            if (deadline.due != EHC_NO_DAY)
                assert_says(ehc_day_format(deadline.due, date));
            ehc_because_words(england, &deadline, text);
            assert_true((deadline.because == EHC_NO_REASON) == (text[0] == '\0'));
        }
    }
}

#define TEST(name) cmocka_unit_test_setup(name, begin)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_amounts_are_said_in_singular_and_plural),
        TEST(test_a_limit_is_a_sentence_with_the_words_that_decide_the_count),
        TEST(test_every_limit_has_its_sentence),
        TEST(test_weeks_are_given_in_days_with_the_day_left_out_the_last_day_and_the_other_reading),
        TEST(test_beginning_says_that_the_first_day_is_counted),
        TEST(test_a_month_without_the_day_is_explained_to_end_on_its_last_day),
        TEST(test_an_appeal_says_why_it_rolls_and_by_which_rule),
        TEST(test_a_roll_that_can_be_read_two_ways_shows_both_days),
        TEST(test_only_steps_before_the_tribunal_end_at_5pm_r12_1),
        TEST(test_working_days_name_the_bank_holidays_that_were_left_out),
        TEST(test_a_tribunal_response_says_that_the_break_is_left_out_r12_3_b),
        TEST(test_a_fixed_date_says_that_the_day_itself_is_too_late_and_that_many_say_by),
        TEST(test_at_least_says_how_much_lies_between),
        TEST(test_a_projection_says_what_stands_in),
        TEST(test_a_trigger_taken_from_another_event_is_named),
        TEST(test_a_trigger_that_has_not_happened_is_named_as_the_start_of_the_count),
        TEST(test_the_later_of_two_last_days_governs_and_a_shorter_time_is_not_lawful),
        TEST(test_why_a_deadline_is_not_needed_or_not_known),
        TEST(test_the_relaxation_of_2020_is_said_with_its_provision),
        TEST(test_a_closure_is_answered_with_its_days_the_request_and_the_window),
        TEST(test_an_absence_is_answered_with_its_days_inside_the_period),
        TEST(test_an_exception_on_no_list_is_answered_with_the_provision_that_has_none),
        TEST(test_a_claim_is_answered_in_the_words_of_the_law_files),
        TEST(test_exceptional_circumstances_and_appointments_are_left_to_people_to_judge),
        TEST(test_every_limit_is_explained_from_every_kind_of_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
