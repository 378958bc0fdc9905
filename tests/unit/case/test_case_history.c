/* Events that happened more than once: how their days are read, kept and written. <ehc/case.h>, ehc-case(5). */
#include "case_file.h"

/* The days of an event as text, "2024-03-04 2025-03-03"; a few texts stay valid at a time. */
static const char *days_in(const struct ehc_case *of, const char *id) {
    static char room[4][1000];
    static size_t at;
    char *text = room[at++ % 4];
    size_t count, length = 0;
    const ehc_day *days = ehc_case_days(of, ehc_find_event(england, id), &count);
    text[0] = '\0';
    for (size_t i = 0; i < count && length + EHC_DAY_TEXT < sizeof room[0]; i++)
        length += (size_t)snprintf(text + length, sizeof room[0] - length, "%s%s", i > 0 ? " " : "", iso_of(days[i]));
    return text;
}

static bool set(const char *id, const char *dates) {
    struct ehc_error error;
    return ehc_case_set_event(england, &facts, id, dates, &error);
}

/* ---- reading ---- */

static void test_several_days_are_kept_in_order_of_time_however_they_are_written(void **state) {
    (void)state;
    assert_true(read_case("[events]\nreview-meeting = 2025-03-03, 2023-03-06 ,2024-03-04\nrequest-received = 2022-01-10\n"
                          "plan-kept = 2025-03-24,2023-03-27\n"));
    assert_string_equal(days_in(&facts, "review-meeting"), "2023-03-06 2024-03-04 2025-03-03");
    assert_string_equal(days_in(&facts, "plan-kept"), "2023-03-27 2025-03-24");
    assert_string_equal(days_in(&facts, "request-received"), "2022-01-10");
    assert_string_equal(days_in(&facts, "final-plan-sent"), "");
    assert_day(event("review-meeting"), "2023-03-06"); /* the first */
    assert_int_equal(facts.history_count, 5);          /* one day alone is no history */
    assert_int_equal(facts.event_line[ehc_find_event(england, "review-meeting")], 2);
    for (size_t i = 0; i < facts.history_count; i++)
        assert_int_equal(facts.history_line[i], i < 3 ? 2 : 4); /* events in the order of the law */
}

static void test_a_comma_may_stand_in_a_date(void **state) {
    (void)state;
    ehc_case_init(&facts);
    assert_true(set("review-meeting", "Monday, 5 January 2026, 6 March 2026"));
    assert_string_equal(days_in(&facts, "review-meeting"), "2026-01-05 2026-03-06");
    assert_true(set("review-meeting", "5 January, 2026, Friday, 6 March, 2026,2027-01-05"));
    assert_string_equal(days_in(&facts, "review-meeting"), "2026-01-05 2026-03-06 2027-01-05");
    assert_true(set("review-meeting", "5/1/2026, 6.3.2026, 2025-01-06"));
    assert_string_equal(days_in(&facts, "review-meeting"), "2025-01-06 2026-01-05 2026-03-06");
}

static void test_a_bad_date_among_several_is_reported_with_its_line(void **state) {
    (void)state;
    assert_false(read_case("[events]\nreview-meeting = 2025-03-03, 2025-02-30, 2024-03-04\nplan-kept = 2025-03-24,\n"
                           "review-report = 2025-03-10,, 2026-03-10\norder-assess = 2025-03-10; 2026-03-10\n"));
    assert_fault(faults, 2, "30 February 2025 does not exist", "");
    assert_fault(faults, 3, "'' is not a date", "2026-01-05"); /* a comma and nothing after it */
    assert_fault(faults, 4, "'' is not a date", "2026-01-05");
    assert_fault_count(faults, 4);
}

static void test_the_days_before_a_bad_one_are_kept(void **state) {
    (void)state;
    ehc_case_init(&facts);
    assert_true(set("review-meeting", "2022-03-07"));
    assert_false(set("review-meeting", "2023-03-06, 2024-03-04, soon, 2025-03-03"));
    assert_string_equal(days_in(&facts, "review-meeting"), "2023-03-06 2024-03-04");
}

static void test_a_day_given_twice_is_one_day_and_is_named(void **state) {
    (void)state;
    assert_true(
        read_case("[events]\nrequest-received = 2024-01-08, 8 January 2024\nreview-meeting = 2024-03-04, 2025-03-03, "
                  "4/3/2024\n"));
    assert_string_equal(days_in(&facts, "request-received"), "2024-01-08");
    assert_string_equal(days_in(&facts, "review-meeting"), "2024-03-04 2025-03-03");
    assert_int_equal(facts.twice_count, 2);
    assert_int_equal(facts.twice[0].event, ehc_find_event(england, "request-received"));
    assert_day(facts.twice[0].day, "2024-01-08");
    assert_int_equal(facts.twice[0].line, 2);
    assert_day(facts.twice[1].day, "2024-03-04");
    assert_int_equal(facts.twice[1].line, 3);
}

static void test_a_year_is_one_however_it_is_written(void **state) {
    (void)state;
    ehc_case_init(&facts);
    assert_true(set("transfer-year", "2031, 2027, 1 September 2027, 2031-12-31"));
    assert_string_equal(days_in(&facts, "transfer-year"), "2027-01-01 2031-01-01");
    assert_int_equal(facts.twice_count, 2);
}

/* With two days, nobody could know which answer belongs to which request. */
static void test_plain_events_of_advice_and_consultations_hold_one_day(void **state) {
    (void)state;
    assert_false(read_case("[events]\nadvice-requested = 2024-02-15, 2024-02-19\nschool-consulted = 2024-04-15, 2024-04-22\n"
                           "school-advice-requested = 2024-02-15,2024-02-15\nadvice-received = 2024-04-02\n"));
    assert_fault(faults, 2, "'advice-requested' takes one day, and 19 February 2024 is a second",
                 "add a section for each: [advice NAME]");
    assert_fault(faults, 3, "'school-consulted' takes one day, and 22 April 2024 is a second",
                 "add a section for each: [consultation NAME]");
    assert_fault_count(faults, 2);
}

static void test_consultations_are_sections(void **state) {
    (void)state;
    assert_true(read_case("[consultation Oak School]\nsent = 2024-04-15\nanswered = 30 April 2024\n[consultation]\n"
                          "sent = 2024-04-22\n"));
    assert_int_equal(facts.consultation_count, 2);
    assert_string_equal(facts.consultation[0].name, "Oak School");
    assert_day(facts.consultation[0].sent, "2024-04-15");
    assert_day(facts.consultation[0].answered, "2024-04-30");
    assert_null(facts.consultation[1].name);
    assert_day(facts.consultation[1].answered, "none");
    assert_false(read_case("[consultation Oak]\nsent = 2024-04-15\nanswered = 2024-04-14\n[consultation Elm]\nasked = x\n"));
    assert_int_equal(faults.count, 2);
    assert_non_null(strstr(faults.list[0].message, "'answered' (14 April 2024) cannot be before 'sent' (15 April 2024)"));
    assert_fault(faults, 5, "'asked' is not known", "sent, answered");
}

/* ---- in memory ---- */

static void test_an_event_is_set_added_to_cleared_and_set_again(void **state) {
    (void)state;
    struct ehc_error error;
    ehc_case_init(&facts);
    assert_true(set("review-meeting", "2024-03-04, 2025-03-03"));
    assert_true(set("plan-kept", "2024-03-25, 2025-03-24"));
    assert_true(ehc_case_add_event(england, &facts, "review-meeting", "2023-03-06, 2026-03-02", &error));
    assert_string_equal(days_in(&facts, "review-meeting"), "2023-03-06 2024-03-04 2025-03-03 2026-03-02");
    assert_day(event("review-meeting"), "2023-03-06");
    ehc_case_clear_event(&facts, ehc_find_event(england, "review-meeting"));
    assert_string_equal(days_in(&facts, "review-meeting"), "");
    assert_day(event("review-meeting"), "none");
    assert_string_equal(days_in(&facts, "plan-kept"), "2024-03-25 2025-03-24"); /* the others stay */
    assert_true(set("review-meeting", "2025-03-03"));
    assert_string_equal(days_in(&facts, "review-meeting"), "2025-03-03");
    assert_int_equal(facts.history_count, 2);
    assert_true(set("plan-kept", "2025-03-24")); /* they replace its days */
    assert_string_equal(days_in(&facts, "plan-kept"), "2025-03-24");
    assert_int_equal(facts.history_count, 0);
    ehc_case_clear_event(&facts, ehc_find_event(england, "final-plan-sent")); /* which it never had */
    assert_string_equal(days_in(&facts, "review-meeting"), "2025-03-03");
}

static void test_there_is_room_for_512_days_and_one_more_is_refused(void **state) {
    (void)state;
    struct ehc_error error = {0};
    int meeting = ehc_find_event(england, "review-meeting"), kept = ehc_find_event(england, "plan-kept");
    ehc_case_init(&facts);
    for (int i = 0; i < EHC_HISTORY_MAX - 2; i++)
        assert_true(ehc_case_add_day(england, &facts, (struct ehc_dated){meeting, day_of("2000-01-03") + 7 * i, 0}, &error));
    assert_true(
        ehc_case_add_day(england, &facts, (struct ehc_dated){kept, day_of("2000-02-01"), 0}, &error)); /* one alone */
    assert_true(ehc_case_add_day(england, &facts, (struct ehc_dated){kept, day_of("2001-02-01"), 0}, &error)); /* now two */
    assert_int_equal(facts.history_count, EHC_HISTORY_MAX);
    assert_false(ehc_case_add_day(england, &facts, (struct ehc_dated){kept, day_of("2002-02-01"), 0}, &error));
    assert_non_null(strstr(error.message, "more than 512 days of events that happened more than once"));
    assert_non_null(strstr(error.hint, "leave out years"));
    assert_true(ehc_case_add_day(england, &facts, (struct ehc_dated){kept, day_of("2001-02-01"), 0}, &error)); /* not new */
    assert_true(set("final-plan-sent", "1999-12-01")); /* an event with one day needs no such room */
    assert_false(set("order-assess", "2003-01-06, 2004-01-05"));
    assert_string_equal(days_in(&facts, "order-assess"), "2003-01-06");
    assert_string_equal(days_in(&facts, "plan-kept"), "2000-02-01 2001-02-01");
    ehc_case_clear_event(&facts, meeting);
    assert_true(set("order-assess", "2003-01-06, 2004-01-05"));
}

static void test_too_many_days_in_a_file_are_reported_with_their_line(void **state) {
    (void)state;
    static const char *const events[] = {"review-meeting", "plan-kept",   "order-assess", "moved",
                                         "move-known",     "plan-ceased", "claim-filed",  "problem-known"};
    char text[16000] = "[events]\n";
    size_t at = strlen(text);
    for (int i = 0; i < 8; i++) { /* 8 lines of 65 days are 520 */
        at += (size_t)snprintf(text + at, sizeof text - at, "%s = ", events[i]);
        for (int j = 0; j < 65; j++)
            at += (size_t)snprintf(text + at, sizeof text - at, "%s%s", j > 0 ? ", " : "",
                                   iso_of(day_of("2004-01-05") + 70 * j + i));
        at += (size_t)snprintf(text + at, sizeof text - at, "\n");
    }
    assert_false(read_case(text));
    assert_fault(faults, 9, "more than 512 days of events that happened more than once", "leave out years");
    assert_fault_count(faults, 1);
}

/* ---- writing ---- */

static char *written(void) {
    char *text = NULL;
    size_t length;
    struct ehc_error error;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    assert_true(ehc_case_write(england, &facts, out, &error));
    assert_int_equal(fclose(out), 0);
    return text;
}

static void test_a_history_is_written_as_it_is_read_back(void **state) {
    (void)state;
    assert_true(read_case("[events]\nrequest-received = 2022-01-10, 2024-01-08\nreview-meeting = 2025-03-03, 2023-03-06\n"
                          "final-plan-sent = 2022-05-30\ntransfer-year = 2031, 2027\n[consultation Oak]\nsent = 2024-04-15\n"
                          "[consultation Elm]\nsent = 2024-04-22\nanswered = 2024-05-01\n"));
    char *text = written();
    assert_non_null(strstr(text, "request-received = 2022-01-10, 2024-01-08\n"));
    assert_non_null(strstr(text, "review-meeting = 2023-03-06, 2025-03-03\n"));
    assert_non_null(strstr(text, "final-plan-sent = 2022-05-30\n"));
    assert_non_null(strstr(text, "transfer-year = 2027, 2031\n"));
    assert_non_null(strstr(text, "[consultation Oak]\nsent = 2024-04-15\n"));
    struct ehc_case before = facts;
    assert_true(read_case(text));
    assert_int_equal(before.history_count, facts.history_count);
    for (size_t i = 0; i < facts.history_count; i++) {
        assert_int_equal(before.history_day[i], facts.history_day[i]);
        assert_int_equal(before.history_event[i], facts.history_event[i]);
    }
    assert_memory_equal(before.event, facts.event, sizeof facts.event);
    assert_int_equal(facts.consultation_count, 2);
    assert_string_equal(facts.consultation[1].name, "Elm");
    assert_day(facts.consultation[1].answered, "2024-05-01");
    char *again = written();
    assert_string_equal(text, again);
    free(text);
    free(again);
    assert_true(read_case("[events]\ntransfer-year = 2026-09-01\n")); /* found by the fuzzer */
    text = written();
    assert_string_equal(text, "[events]\ntransfer-year = 2026-09-01\n");
    free(text);
}

/* A line of a case file has 1,000 bytes at most: 75 days. */
static void test_more_days_than_a_line_holds_are_not_written(void **state) {
    (void)state;
    struct ehc_error error = {0};
    int meeting = ehc_find_event(england, "review-meeting");
    ehc_case_init(&facts);
    for (int i = 0; i < 75; i++)
        assert_true(ehc_case_add_day(england, &facts, (struct ehc_dated){meeting, day_of("2000-01-03") + 7 * i, 0}, &error));
    char *text = written();
    struct ehc_case before = facts;
    assert_true(read_case(text));
    assert_int_equal(facts.history_count, 75);
    free(text);
    ehc_case_release(&facts);
    facts = before;
    assert_true(ehc_case_add_day(england, &facts, (struct ehc_dated){meeting, day_of("2020-01-06"), 0}, &error));
    FILE *out = tmpfile();
    assert_non_null(out);
    assert_false(ehc_case_write(england, &facts, out, &error));
    assert_non_null(strstr(error.message, "'review-meeting' has 76 days, and a line of a case file holds 75"));
    fclose(out);
}

/* ---- impossible orders ---- */

static void test_each_day_is_compared_with_its_own_request(void **state) {
    (void)state;
    /* The draft of 2024 comes after the plan of 2022, but there was a request in between. */
    assert_true(read_case("[events]\nrequest-received = 2022-01-10, 2024-01-08\ndraft-plan-served = 2022-04-18, 2024-04-15\n"
                          "final-plan-sent = 2022-05-23\n"));
    assert_false(read_case("[events]\nrequest-received = 2022-01-10\ndraft-plan-served = 2022-04-18, 2024-04-15\n"
                           "final-plan-sent = 2022-05-23\n"));
    assert_fault(faults, 3, "'draft-plan-served' (15 April 2024) cannot be after 'final-plan-sent' (23 May 2022)",
                 "if there was a second one, give it too: request-received = 2022-01-10, ...");
    assert_fault_count(faults, 1);
}

#define TEST(name) cmocka_unit_test_teardown(name, release)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_several_days_are_kept_in_order_of_time_however_they_are_written),
        TEST(test_a_comma_may_stand_in_a_date),
        TEST(test_a_bad_date_among_several_is_reported_with_its_line),
        TEST(test_the_days_before_a_bad_one_are_kept),
        TEST(test_a_day_given_twice_is_one_day_and_is_named),
        TEST(test_a_year_is_one_however_it_is_written),
        TEST(test_plain_events_of_advice_and_consultations_hold_one_day),
        TEST(test_consultations_are_sections),
        TEST(test_an_event_is_set_added_to_cleared_and_set_again),
        TEST(test_there_is_room_for_512_days_and_one_more_is_refused),
        TEST(test_too_many_days_in_a_file_are_reported_with_their_line),
        TEST(test_a_history_is_written_as_it_is_read_back),
        TEST(test_more_days_than_a_line_holds_are_not_written),
        TEST(test_each_day_is_compared_with_its_own_request),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
