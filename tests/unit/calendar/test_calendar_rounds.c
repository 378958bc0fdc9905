/* Calendars of a case in which things happened more than once: which event is which, and its title. */
#include "calendar_fixture.h"

static struct fixture *make_empty(ehc_day as_at) {
    struct fixture *fixture = make_fixture("2026-01-05");
    ehc_case_init(&fixture->facts);
    fixture->as_at = as_at;
    return fixture;
}

static void set(struct fixture *fixture, const char *event, const char *days) {
    struct ehc_error error;
    assert_true(ehc_case_set_event(&ehc_law_england, &fixture->facts, event, days, &error));
}

/* The file without the days from which deadlines run. Old files lack them, from before there were rounds; some programs drop
 * them. */
static char *without_triggers(const char *text) {
    char *result = malloc(strlen(text) + 1), *to = result;
    while (*text != '\0') {
        size_t length = strcspn(text, "\n") + 1;
        if (strncmp(text, "X-COUNTED-FROM", strlen("X-COUNTED-FROM")) != 0) {
            memcpy(to, text, length);
            to += length;
        }
        text += length;
    }
    *to = '\0';
    return result;
}

/* By hand: four weeks after Monday 4 March 2024 are Monday 1 April 2024; after Monday 6 March 2023, Monday 3 April 2023. */
static void test_from_the_second_on_a_uid_has_the_number_of_its_round(void **state) {
    (void)state;
    struct fixture *fixture = make_empty(ehc_day_from_ymd(2024, 3, 18));
    set(fixture, "review-meeting", "2023-03-06, 2024-03-04");
    set(fixture, "plan-kept", "2023-03-27");
    fixture->options.named_by_limit = true;
    char *text = write_calendar(fixture, NULL, 0);
    assert_property(text, "-review-decision@", ICAL_DTSTART_PROPERTY, "20230403");
    assert_property(text, "-review-decision-2@", ICAL_DTSTART_PROPERTY, "20240401");
    assert_summary(text, "-review-decision@", "EHC: done: review decision (council), meeting of 6 March 2023");
    assert_summary(text, "-review-decision-2@", "EHC: review decision due (council), meeting of 4 March 2024");
    assert_non_null(strstr(text, "X-COUNTED-FROM:20230306\r\n"));
    assert_non_null(strstr(text, "X-COUNTED-FROM:20240304\r\n"));
    assert_int_equal(faults_of(text), 0);
    free(text);
    free(fixture);
}

static void test_a_case_in_which_nothing_happened_twice_has_titles_without_a_day(void **state) {
    (void)state;
    struct fixture *fixture = make_empty(ehc_day_from_ymd(2024, 3, 18));
    set(fixture, "review-meeting", "2024-03-04");
    char *text = write_calendar(fixture, NULL, 0);
    assert_summary(text, "-review-decision@", "EHC: review decision due (council)");
    free(text);
    free(fixture);
}

/* The next review follows the last one and is not part of it. */
static void test_what_comes_after_a_round_says_so(void **state) {
    (void)state;
    struct fixture *fixture = make_empty(ehc_day_from_ymd(2024, 4, 8));
    set(fixture, "review-meeting", "2023-03-06, 2024-03-04");
    set(fixture, "plan-kept", "2023-03-27, 2024-03-25");
    char *text = write_calendar(fixture, NULL, 0);
    assert_summary(text, "-next-review-2@", "EHC: next review due (council), after the meeting of 4 March 2024");
    free(text);
    free(fixture);
}

static void check_that_a_forgotten_review_moves_nothing(bool with_triggers) {
    struct fixture *before = make_empty(ehc_day_from_ymd(2024, 3, 11)), *after = make_empty(before->as_at);
    set(before, "review-meeting", "2024-03-04");
    set(after, "review-meeting", "2023-03-06, 2024-03-04");
    set(after, "plan-kept", "2023-03-27");
    char *old = write_calendar(before, NULL, 0), *bare = without_triggers(old);
    char *text = update(after, with_triggers ? old : bare);
    assert_int_equal(after->counts.moved + after->counts.cancelled + after->counts.done, 0);
    assert_property(text, "-review-decision@", ICAL_DTSTART_PROPERTY, "20240401");
    assert_property(text, "-review-decision@", ICAL_STATUS_PROPERTY, "CONFIRMED");
    assert_property(text, "-review-report@", ICAL_DTSTART_PROPERTY, "20240318");
    assert_non_null(strstr(text, "X-COUNTED-FROM:20240304\r\n"));
    /* If its dates are asked for, the forgotten review takes the free number. */
    after->options.named_by_limit = true;
    char *all = update(after, text);
    assert_property(all, "-review-decision@", ICAL_DTSTART_PROPERTY, "20240401");
    assert_property(all, "-review-decision-2@", ICAL_DTSTART_PROPERTY, "20230403");
    /* It keeps that number when a third review is found: Monday 7 March 2022. */
    set(after, "review-meeting", "2022-03-07, 2023-03-06, 2024-03-04");
    set(after, "plan-kept", "2022-03-28, 2023-03-27");
    char *third = update(after, all);
    assert_property(third, "-review-decision@", ICAL_DTSTART_PROPERTY, "20240401");
    assert_property(third, "-review-decision-2@", ICAL_DTSTART_PROPERTY, "20230403");
    assert_property(third, "-review-decision-3@", ICAL_DTSTART_PROPERTY, "20220404");
    char *again = update(after, third);
    assert_string_equal(again, third);
    free(again);
    free(third);
    free(all);
    free(text);
    free(bare);
    free(old);
    free(after);
    free(before);
}

static void test_a_forgotten_earlier_review_moves_nothing(void **state) {
    (void)state;
    check_that_a_forgotten_review_moves_nothing(true);
}

static void test_a_forgotten_earlier_review_moves_nothing_in_a_file_without_the_days(void **state) {
    (void)state;
    check_that_a_forgotten_review_moves_nothing(false);
}

/* A reminder has the number of its event. */
static void test_reminders_keep_the_number_of_their_event(void **state) {
    (void)state;
    struct fixture *before = make_empty(ehc_day_from_ymd(2024, 3, 11)), *after = make_empty(before->as_at);
    set(before, "review-meeting", "2024-03-04");
    set(after, "review-meeting", "2023-03-06, 2024-03-04");
    set(after, "plan-kept", "2023-03-27");
    before->options.reminder_events = after->options.reminder_events = true;
    char *old = write_calendar(before, NULL, 0), *text = update(after, old);
    assert_property(old, "-review-decision-reminder-late-0900@", ICAL_DTSTART_PROPERTY, "20240402T090000");
    assert_property(text, "-review-decision-reminder-late-0900@", ICAL_DTSTART_PROPERTY, "20240402T090000");
    assert_null(strstr(text, "CANCELLED"));
    assert_null(strstr(text, "-review-decision-2-reminder"));
    free(text);
    free(old);
    free(after);
    free(before);
}

/* Without a reference, the first event and its first day identify a case. A later day changes nothing. An earlier day is
 * found even among the dates of two children. */
static void test_a_further_day_leaves_the_case_the_same(void **state) {
    (void)state;
    struct fixture *before = make_empty(ehc_day_from_ymd(2024, 3, 11)), *later = make_empty(before->as_at),
                   *earlier = make_empty(before->as_at), *other = make_fixture("2024-01-08");
    set(before, "review-meeting", "2024-03-04");
    set(later, "review-meeting", "2024-03-04, 2025-03-03");
    set(earlier, "review-meeting", "2023-03-06, 2024-03-04");
    other->as_at = before->as_at;
    char *old = write_calendar(before, NULL, 0), *text = write_calendar(later, NULL, 0), *uid = strstr(old, "UID:");
    assert_non_null(uid);
    assert_memory_equal(strstr(text, "UID:"), uid, strlen("UID:0123456789abcdef-"));
    free(text);
    char *of_other = write_calendar(other, NULL, 0), *both = malloc(strlen(old) + strlen(of_other) + 1);
    sprintf(both, "%s%s", of_other, old);
    text = update(earlier, both);
    assert_non_null(text);
    assert_int_equal(earlier->counts.others, other->counts.events);
    assert_int_equal(earlier->counts.moved, 0);
    assert_int_equal(earlier->counts.reworded, before->counts.events);
    free(text);
    free(both);
    free(of_other);
    free(old);
    free(other);
    free(earlier);
    free(later);
    free(before);
}

static int compare_text(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Ten years of reviews: every event of every round has a UID of its own. */
static void test_no_two_events_of_a_history_have_one_uid(void **state) {
    (void)state;
    struct fixture *fixture = make_empty(ehc_day_from_ymd(2024, 6, 3));
    set(fixture, "request-received", "2012-01-09, 2013-01-07");
    set(fixture, "assessment-refusal", "2012-02-06");
    set(fixture, "final-plan-sent", "2013-05-20");
    set(fixture, "review-meeting",
        "2014-05-05, 2015-05-04, 2016-05-02, 2017-05-01, 2018-05-07, 2019-05-06, 2020-05-04, 2021-05-03, 2022-05-02, "
        "2023-05-01, 2024-04-29");
    set(fixture, "plan-kept", "2014-05-26, 2015-05-25, 2016-05-23, 2017-05-22, 2018-05-28, 2019-05-27");
    set(fixture, "amendment-notice-sent", "2020-05-18, 2022-05-16");
    set(fixture, "amended-plan-sent", "2020-07-06, 2022-07-04");
    fixture->options.named_by_limit = fixture->options.planning = fixture->options.reminder_events = true;
    char *text = write_calendar(fixture, NULL, 0), *uids[1000];
    icalcomponent *calendar = icalparser_parse_string(text);
    size_t count = 0;
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event != NULL;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        assert_true(count < 1000);
        uids[count++] = strdup(icalcomponent_get_uid(event));
    }
    icalcomponent_free(calendar);
    assert_true(count > 50);
    qsort(uids, count, sizeof *uids, compare_text);
    for (size_t i = 1; i < count; i++)
        assert_string_not_equal(uids[i - 1], uids[i]);
    assert_int_equal(faults_of(text), 0);
    for (size_t i = 0; i < count; i++)
        free(uids[i]);
    free(text);
    free(fixture);
}

/* The law and the Ombudsman's practice give two days for one step: the titles say which is which. */
static void test_two_last_days_for_one_step_have_different_titles(void **state) {
    (void)state;
    struct fixture *fixture = make_fixture("2026-01-05");
    fixture->as_at = ehc_day_from_ymd(2026, 3, 16);
    set(fixture, "assessment-refusal", "2026-02-09");
    set(fixture, "assessment-conceded", "2026-03-09");
    fixture->options.named_by_limit = true;
    char *text = write_calendar(fixture, NULL, 0);
    assert_summary(text, "-final-plan-after-concession@", "EHC: final plan (Ombudsman's practice) due (council)");
    free(text);
    free(fixture);
    /* Eight weeks after the proposed changes of 20 March 2026, and twelve after the meeting. */
    fixture = make_empty(ehc_day_from_ymd(2026, 3, 23));
    set(fixture, "review-meeting", "2026-03-02");
    set(fixture, "amendment-notice-sent", "2026-03-20");
    text = write_calendar(fixture, NULL, 0);
    assert_property(text, "-amended-plan@", ICAL_DTSTART_PROPERTY, "20260515");
    assert_property(text, "-amended-plan-from-meeting@", ICAL_DTSTART_PROPERTY, "20260525");
    assert_summary(text, "-amended-plan@", "EHC: final amended plan due (council), SEND Regs 2014 reg 22(3)");
    assert_summary(text, "-amended-plan-from-meeting@",
                   "EHC: final amended plan due (council), R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)");
    free(text);
    free(fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_from_the_second_on_a_uid_has_the_number_of_its_round),
        cmocka_unit_test(test_a_case_in_which_nothing_happened_twice_has_titles_without_a_day),
        cmocka_unit_test(test_what_comes_after_a_round_says_so),
        cmocka_unit_test(test_a_forgotten_earlier_review_moves_nothing),
        cmocka_unit_test(test_a_forgotten_earlier_review_moves_nothing_in_a_file_without_the_days),
        cmocka_unit_test(test_reminders_keep_the_number_of_their_event),
        cmocka_unit_test(test_a_further_day_leaves_the_case_the_same),
        cmocka_unit_test(test_no_two_events_of_a_history_have_one_uid),
        cmocka_unit_test(test_two_last_days_for_one_step_have_different_titles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
