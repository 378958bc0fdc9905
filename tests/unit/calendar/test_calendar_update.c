/* Updates of calendar files: earlier files in every form that programs leave them in. */
#include "calendar_fixture.h"

/* ---- an earlier file ---- */

static void test_a_later_request_moves_the_same_events(void **state) {
    (void)state;
    struct fixture *first = make_fixture("2026-01-05"), *second = make_fixture("2026-01-12");
    char *old = write_calendar(first, NULL, 0), *text = update(second, old);
    assert_property(old, "-final-plan@", ICAL_DTSTART_PROPERTY, "20260525");
    assert_property(text, "-final-plan@", ICAL_DTSTART_PROPERTY, "20260601");
    assert_property(text, "-final-plan@", ICAL_DTEND_PROPERTY, "20260602");
    assert_property(text, "-final-plan@", ICAL_SEQUENCE_PROPERTY, "1");
    assert_property(text, "-assessment-decision@", ICAL_DTSTART_PROPERTY, "20260223");
    assert_int_equal(second->counts.moved, 4);
    assert_int_equal(second->counts.added, 0);
    assert_int_equal(second->counts.events, first->counts.events);
    char *again = update(second, text);
    assert_string_equal(again, text);
    free(again);
    free(text);
    free(old);
    free(first);
    free(second);
}

static void test_a_file_that_a_program_saved_again_is_understood(void **state) {
    (void)state;
    struct fixture *first = make_fixture("2026-01-05"), *second = make_fixture("2026-01-12");
    char *old = write_calendar(first, NULL, 0);
    /* LF, lower case, one-day events without DTEND, no STATUS, and properties of its own. */
    char *a = replace(old, "\r\n", "\n"),
         *b = replace(a, "BEGIN:VEVENT", "begin:vevent\nX-MOZ-GENERATION:3\nLOCATION:home\\, mine");
    char *c = replace(b, "STATUS:CONFIRMED\n", ""), *same = update(first, c);
    assert_int_equal(first->counts.moved + first->counts.reworded + first->counts.added, 0);
    assert_property(same, "-final-plan@", ICAL_SEQUENCE_PROPERTY, "0");
    assert_property(same, "-final-plan@", ICAL_LOCATION_PROPERTY, "home\\, mine");
    assert_int_equal(faults_of(same), 0);
    char *text = update(second, c);
    assert_property(text, "-final-plan@", ICAL_DTSTART_PROPERTY, "20260601");
    assert_property(text, "-final-plan@", ICAL_SEQUENCE_PROPERTY, "1");
    assert_property(text, "-final-plan@", ICAL_STATUS_PROPERTY, "CONFIRMED");
    assert_property(text, "-final-plan@", ICAL_LOCATION_PROPERTY, "home\\, mine");
    assert_property(text, "-final-plan@", ICAL_X_PROPERTY, "FREE");
    assert_non_null(strstr(text, "X-MOZ-GENERATION:3\r\n"));
    assert_int_equal(faults_of(text), 0);
    free(text);
    free(same);
    free(c);
    free(b);
    free(a);
    free(old);
    free(first);
    free(second);
}

static void test_other_peoples_events_stay_octet_for_octet(void **state) {
    (void)state;
    struct fixture *first = make_fixture("2026-01-05"), *second = make_fixture("2026-01-12");
    const char *other =
        "BEGIN:VEVENT\r\nUID:dentist\r\nDTSTART;TZID=Europe/London:20260301T093000\r\nSUMMARY:tooth\\, so\r\n"
        " re\r\nNOT A PROPERTY\r\nX-ODD;A=\"x:y\":1,2;3\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n";
    char *old = write_calendar(first, NULL, 0), *end = malloc(strlen(other) + 32);
    sprintf(end, "%sEND:VCALENDAR\r\n", other);
    char *mixed = replace(old, "END:VCALENDAR\r\n", end),
         *named = replace(mixed, "CALSCALE:GREGORIAN\r\n", "X-WR-TIMEZONE:Europe/London\r\n");
    char *text = update(second, named);
    assert_non_null(strstr(text, other));
    assert_non_null(strstr(text, "X-WR-TIMEZONE:Europe/London\r\n"));
    assert_int_equal(second->counts.others, 1);
    assert_int_equal(second->counts.moved, 4);
    free(text);
    free(named);
    free(mixed);
    free(end);
    free(old);
    free(first);
    free(second);
}

static void test_a_date_that_does_not_exist_is_put_right(void **state) {
    (void)state;
    struct fixture *fixture = make_fixture("2026-01-05");
    char *old = write_calendar(fixture, NULL, 0), *bad = replace(old, "20260525", "20261301");
    char *text = update(fixture, bad);
    assert_property(text, "-final-plan@", ICAL_DTSTART_PROPERTY, "20260525");
    assert_property(text, "-final-plan@", ICAL_SEQUENCE_PROPERTY, "1");
    free(text);
    /* Also where the deadline has fallen away, and its old day would be kept. */
    struct ehc_error error;
    assert_true(ehc_case_set_event(&ehc_law_england, &fixture->facts, "assessment-refusal", "2026-01-19", &error));
    text = update(fixture, bad);
    assert_property(text, "-final-plan@", ICAL_STATUS_PROPERTY, "CANCELLED");
    assert_property(text, "-final-plan@", ICAL_DTSTART_PROPERTY, "20260120");
    assert_summary(text, "-final-plan@", "EHC: no longer due: final plan (council)");
    free(text);
    free(bad);
    free(old);
    free(fixture);
}

static void test_a_sequence_never_falls(void **state) {
    (void)state;
    struct fixture *first = make_fixture("2026-01-05"), *second = make_fixture("2026-01-12");
    const char *written[] = {"SEQUENCE:41", "SEQUENCE:99999999999999999999", "SEQUENCE:-5", "SEQUENCE:x",
                             "SEQUENCE:2147483646"};
    const char *expected[] = {"42", "2147483647", "1", "1", "2147483647"};
    char *old = write_calendar(first, NULL, 0);
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        char *raised = replace(old, "SEQUENCE:0", written[i]), *text = update(second, raised);
        assert_property(text, "-final-plan@", ICAL_SEQUENCE_PROPERTY, expected[i]);
        free(text);
        free(raised);
    }
    free(old);
    free(first);
    free(second);
}

static void test_an_event_that_stands_twice_becomes_one(void **state) {
    (void)state;
    struct fixture *first = make_fixture("2026-01-05"), *second = make_fixture("2026-01-12");
    char *old = write_calendar(first, NULL, 0), *twice = malloc(2 * strlen(old) + 1);
    char *newer = replace(old, "SEQUENCE:0", "SEQUENCE:7");
    sprintf(twice, "%s%s", old, newer); /* two calendars in a file, too */
    char *text = update(second, twice);
    assert_int_equal(second->counts.events, 4);
    assert_property(text, "-final-plan@", ICAL_SEQUENCE_PROPERTY, "8");
    assert_int_equal(faults_of(text), 0);
    free(text);
    free(newer);
    free(twice);
    free(old);
    free(first);
    free(second);
}

static void test_two_children_are_not_mixed_up(void **state) {
    (void)state;
    struct fixture *anna = make_fixture("2026-01-05"), *ben = make_fixture("2026-01-12");
    anna->facts.reference = "Anna";
    ben->facts.reference = "Ben";
    char *of_anna = write_calendar(anna, NULL, 0), *of_ben = write_calendar(ben, NULL, 0);
    assert_null(update(ben, of_anna));
    assert_non_null(strstr(ben->error.message, "another reference"));
    /* Both in a calendar: each is updated alone. */
    char *both = malloc(strlen(of_anna) + strlen(of_ben) + 1);
    sprintf(both, "%s%s", of_anna, of_ben);
    char *text = update(ben, both);
    assert_string_not_equal(text, "");
    assert_int_equal(ben->counts.events, 4);
    assert_int_equal(ben->counts.others, 4);
    assert_int_equal(ben->counts.moved, 0);
    /* Without a reference nobody can tell whose date this is. */
    struct fixture *unknown = make_fixture("2026-01-19");
    assert_null(update(unknown, both));
    assert_non_null(strstr(unknown->error.message, "dates of several cases"));
    free(unknown);
    free(text);
    free(both);
    free(of_anna);
    free(of_ben);
    free(anna);
    free(ben);
}

static void test_a_task_that_was_ticked_off_stays_so(void **state) {
    (void)state;
    struct fixture *first = make_fixture("2026-01-05"), *second = make_fixture("2026-01-12");
    first->options.todo = true;
    char *old = write_calendar(first, NULL, 0);
    assert_null(strstr(old, "VEVENT"));
    assert_property(old, "-final-plan@", ICAL_DUE_PROPERTY, "20260525");
    assert_int_equal(faults_of(old), 0);
    char *ticked =
        replace(old, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\nCOMPLETED:20260501T100000Z");
    char *text = update(second, ticked); /* no --todo: the file is of tasks */
    assert_null(strstr(text, "VEVENT"));
    assert_property(text, "-final-plan@", ICAL_DUE_PROPERTY, "20260601");
    assert_property(text, "-final-plan@", ICAL_STATUS_PROPERTY, "COMPLETED");
    assert_property(text, "-final-plan@", ICAL_COMPLETED_PROPERTY, "20260501T100000Z");
    assert_property(text, "-final-plan@", ICAL_SEQUENCE_PROPERTY, "1");
    free(text);
    free(ticked);
    free(old);
    free(first);
    free(second);
}

static void test_alarms_are_as_asked_and_else_as_the_phone_left_them(void **state) {
    (void)state;
    struct fixture *first = make_fixture("2026-01-05"), *second = make_fixture("2026-01-12");
    struct ics_reminder fortnight[] = {{.days = 14, .minutes = 1110}};
    first->options.reminders = fortnight;
    first->options.reminder_count = 1;
    first->options.own_reminders = true;
    char *old = write_calendar(first, NULL, 0);
    assert_non_null(strstr(old, "TRIGGER:-P13DT5H30M\r\n")); /* 18:30, fourteen days before */
    char *text = update(second, old);
    assert_non_null(strstr(text, "TRIGGER:-P13DT5H30M\r\n"));
    assert_null(strstr(text, "TRIGGER:P"));
    free(text);
    second->options.no_alarms = true;
    text = update(second, old);
    assert_null(strstr(text, "VALARM"));
    free(text);
    /* Only the alarms change: no date or text did. */
    first->options = (struct ics_options){.stamp = STAMP, .chosen = first->chosen, .no_alarms = true};
    text = update(first, old);
    assert_null(strstr(text, "VALARM"));
    assert_property(text, "-final-plan@", ICAL_SEQUENCE_PROPERTY, "0");
    free(text);
    free(old);
    free(first);
    free(second);
}

static void look_for_controls(void *context, const struct ehc_error *error) {
    size_t *faults = context;
    (*faults)++;
    assert_string_not_equal(error->message, "");
    for (const char *at = error->message; *at != '\0'; at++)
        assert_true((unsigned char)*at >= 0x20 && *at != 0x7f);
}

/* Found by the fuzzer: a return in the middle of a date stood in the message. */
static void test_no_control_character_of_a_calendar_stands_in_a_message(void **state) {
    (void)state;
    static const char text[] =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\n"
        "DTSTART;VALUE=DATE:2025\r0901 \033[31m\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    size_t events, faults = 0;
    ics_check("x.ics", text, sizeof text - 1, &events, look_for_controls, &faults);
    assert_true(faults > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_control_character_of_a_calendar_stands_in_a_message),
        cmocka_unit_test(test_a_later_request_moves_the_same_events),
        cmocka_unit_test(test_a_file_that_a_program_saved_again_is_understood),
        cmocka_unit_test(test_other_peoples_events_stay_octet_for_octet),
        cmocka_unit_test(test_a_date_that_does_not_exist_is_put_right),
        cmocka_unit_test(test_a_sequence_never_falls),
        cmocka_unit_test(test_an_event_that_stands_twice_becomes_one),
        cmocka_unit_test(test_two_children_are_not_mixed_up),
        cmocka_unit_test(test_a_task_that_was_ticked_off_stays_so),
        cmocka_unit_test(test_alarms_are_as_asked_and_else_as_the_phone_left_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
