/* Calendar files: text that could break the format, folds, and earlier files in every shape that a program leaves them in.
 */
#include "calendar/calendar.h"
#include "calendar/line.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libical/ical.h>

enum { STAMP = 1767225600 }; /* 1 January 2026 */

/* A request of Monday 5 January 2026, judged on 20 January. */
struct fixture {
    struct ehc_case facts;
    ehc_day as_at;
    bool chosen[EHC_LIMITS_MAX];
    struct ics_options options;
    struct ics_counts counts;
    struct ehc_error error;
};

static struct fixture *make_fixture(const char *request) {
    struct fixture *fixture = calloc(1, sizeof *fixture);
    struct ehc_error error;
    assert_non_null(fixture);
    ehc_case_init(&fixture->facts);
    assert_true(ehc_case_set_event(&ehc_law_england, &fixture->facts, "request-received", request, &error));
    fixture->as_at = ehc_day_from_ymd(2026, 1, 20);
    for (size_t i = 0; i < ehc_law_england.limit_count; i++)
        fixture->chosen[i] = ehc_law_england.limits[i].instead_of == EHC_NONE;
    fixture->options = (struct ics_options){.stamp = STAMP, .chosen = fixture->chosen};
    return fixture;
}

/* The calendar as text; NULL where it was refused. */
static char *write_calendar(struct fixture *fixture, const char *old_text, size_t old_length) {
    struct ics_earlier *old = NULL;
    char *text = NULL;
    size_t length;
    if (old_text != NULL) {
        old = ics_read_earlier("old.ics", old_text, old_length, &fixture->error);
        if (old == NULL)
            return NULL;
    }
    struct ehc_judgement *judgement = ehc_judge(&ehc_law_england, &fixture->facts, fixture->as_at, NULL);
    assert_non_null(judgement);
    struct ics_calendar *calendar = ics_make(judgement, &fixture->options, old, &fixture->counts, &fixture->error);
    if (calendar != NULL) {
        FILE *out = open_memstream(&text, &length);
        assert_non_null(out);
        ics_write(calendar, out);
        assert_int_equal(fclose(out), 0);
    }
    ics_free(calendar);
    ehc_judgement_free(judgement);
    ics_free_earlier(old);
    return text;
}

static char *update(struct fixture *fixture, const char *old) {
    return write_calendar(fixture, old, strlen(old));
}

static void ignore(void *context, const struct ehc_error *error) {
    (void)context;
    print_message("line %u: %s\n", error->line, error->message);
}

static size_t faults_of(const char *text) {
    size_t events;
    return ics_check("x.ics", text, strlen(text), &events, ignore, NULL);
}

/* The event of a limit, as libical reads it. */
static icalcomponent *find_event(icalcomponent *calendar, const char *limit) {
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
    for (; event != NULL; event = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT)) {
        icalproperty *uid = icalcomponent_get_first_property(event, ICAL_UID_PROPERTY);
        if (uid == NULL)
            continue;
        char *text = icalproperty_get_value_as_string_r(uid);
        bool found = strstr(text, limit) != NULL;
        free(text);
        if (found)
            return event;
    }
    return NULL;
}

static void assert_property(const char *calendar_text, const char *limit, icalproperty_kind kind, const char *expected) {
    icalcomponent *calendar = icalparser_parse_string(calendar_text);
    icalcomponent *event = find_event(calendar, limit);
    assert_non_null(event);
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    char *text = property != NULL ? icalproperty_get_value_as_string_r(property) : NULL;
    if (expected == NULL)
        assert_null(text);
    else
        assert_string_equal(text, expected);
    free(text);
    icalcomponent_free(calendar);
}

static void assert_summary(const char *calendar_text, const char *limit, const char *expected) {
    icalcomponent *calendar = icalparser_parse_string(calendar_text);
    icalcomponent *event = find_event(calendar, limit);
    assert_non_null(event);
    assert_string_equal(icalproperty_get_summary(icalcomponent_get_first_property(event, ICAL_SUMMARY_PROPERTY)), expected);
    icalcomponent_free(calendar);
}

/* `text` with each `from` replaced. */
static char *replace(const char *text, const char *from, const char *to) {
    char *result = NULL;
    size_t length;
    FILE *out = open_memstream(&result, &length);
    const char *found;
    for (; (found = strstr(text, from)) != NULL; text = found + strlen(from))
        fprintf(out, "%.*s%s", (int)(found - text), text, to);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
    return result;
}

/* ---- text ---- */

static void goes_through(const char *reference, const char *expected) {
    struct fixture *fixture = make_fixture("2026-01-05");
    char *summary = malloc(strlen(expected) + 64);
    assert_non_null(summary);
    fixture->facts.reference = reference;
    fixture->options.show_reference = true;
    fixture->options.name = reference;
    char *text = write_calendar(fixture, NULL, 0);
    sprintf(summary, "EHC %s: final plan due (council)", expected);
    assert_summary(text, "-final-plan@", summary);
    assert_int_equal(faults_of(text), 0);
    /* An update that changes nothing writes the same bytes. */
    char *again = update(fixture, text);
    assert_string_equal(again, text);
    free(again);
    free(text);
    free(summary);
    free(fixture);
}

static void test_text_that_could_break_the_format_goes_through(void **state) {
    (void)state;
    goes_through("a,b;c:d\\e\"f", "a,b;c:d\\e\"f");
    goes_through("two\nlines", "two\nlines");
    goes_through("two\r\nlines\rthree", "two\nlines\nthree");
    goes_through("X\\nEND:VEVENT\nEND:VCALENDAR", "X\\nEND:VEVENT\nEND:VCALENDAR");
    goes_through("\\", "\\");
    goes_through("\\\\\\,\\;", "\\\\\\,\\;");
    goes_through("caf\xc3\xa9 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
                 "caf\xc3\xa9 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7");
    goes_through("bad \xff\xfe utf-8 \xed\xa0\x80", "bad ?? utf-8 ???");
    goes_through("bell \a and escape \x1b[2J", "bell ? and escape ?[2J");
}

static void test_a_reference_of_4000_octets_goes_through(void **state) {
    (void)state;
    char reference[4001];
    for (size_t i = 0; i < 4000; i += 4)
        memcpy(reference + i, i % 3 == 0 ? "\xf0\x9f\x98\x80" : i % 3 == 1 ? "a,b\\" : "\xc3\xa9\xc3\xa9", 4);
    reference[4000] = '\0';
    goes_through(reference, reference);
}

static void test_an_emoji_is_never_parted_by_a_fold(void **state) {
    (void)state;
    for (size_t before = 0; before < 80; before++) {
        char reference[128];
        memset(reference, 'x', before);
        strcpy(reference + before, "\xf0\x9f\x98\x80\\,\n\xf0\x9f\x98\x80");
        goes_through(reference, reference);
    }
}

static void test_no_name_or_reference_leaves_unless_asked_for(void **state) {
    (void)state;
    struct fixture *fixture = make_fixture("2026-01-05");
    fixture->facts.reference = "Anna-4711";
    fixture->facts.authority = "Exampleshire";
    char *text = write_calendar(fixture, NULL, 0);
    assert_null(strstr(text, "Anna"));
    assert_null(strstr(text, "Exampleshire"));
    free(text);
    fixture->options.show_reference = true;
    char *shown = write_calendar(fixture, NULL, 0);
    assert_summary(shown, "-final-plan@", "EHC Anna-4711: final plan due (council)");
    /* Not asked for in the update: it goes again, from the alarms too. */
    fixture->options.show_reference = false;
    text = update(fixture, shown);
    assert_null(strstr(text, "Anna"));
    assert_null(strstr(text, "4711"));
    free(shown);
    free(text);
    free(fixture);
}

/* ---- reading ---- */

static void test_lines_are_read_whatever_their_ends(void **state) {
    (void)state;
    const char *texts[] = {"A:1\r\nB:2\r\n 3\r\nC:4", "A:1\nB:2\n 3\nC:4\n", "A:1\rB:2\r\t3\rC:4\r"};
    for (size_t i = 0; i < 3; i++) {
        struct ics_reader reader;
        struct ics_line line;
        assert_true(ics_reader_open(&reader, texts[i], strlen(texts[i])));
        assert_true(ics_next(&reader, &line));
        assert_string_equal(line.text, "A:1");
        assert_true(ics_next(&reader, &line));
        assert_string_equal(line.text, "B:23");
        assert_int_equal(line.number, 2);
        assert_true(ics_next(&reader, &line));
        assert_string_equal(ics_value(&line), "4");
        assert_int_equal(line.number, 4);
        assert_false(ics_next(&reader, &line));
        ics_reader_close(&reader);
    }
}

static void refused(const char *text, size_t length, const char *because) {
    struct fixture *fixture = make_fixture("2026-01-05");
    assert_null(write_calendar(fixture, text, length));
    assert_non_null(strstr(fixture->error.message, because));
    free(fixture);
}

static void test_what_is_no_calendar_of_ours_is_refused(void **state) {
    (void)state;
    struct fixture *fixture = make_fixture("2026-01-05");
    char *good = write_calendar(fixture, NULL, 0);
    const char other[] = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    refused("", 0, "empty");
    refused("\n\n", 2, "empty");
    refused("hello\n", 6, "not a calendar");
    refused("BEGIN:VEVENT\nEND:VEVENT\n", 24, "not a calendar");
    refused(other, sizeof other - 1, "no event in it was made by ehc");
    refused(good, strlen(good) - 15, "ends in the middle");
    for (size_t cut = 1; cut < strlen(good) - 2; cut += 17) {
        struct ehc_error error;
        assert_null(ics_read_earlier("x", good, cut, &error));
    }
    const size_t length = strlen(good);
    good[length / 2] = '\0';
    refused(good, length, "NUL");
    free(good);
    free(fixture);
}

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
    /* Both in a calendar: each is put right alone. */
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
    assert_non_null(strstr(unknown->error.message, "more than one case"));
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
    static const char text[] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\n"
                               "DTSTART;VALUE=DATE:2025\r0901 \033[31m\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    size_t events, faults = 0;
    ics_check("x.ics", text, sizeof text - 1, &events, look_for_controls, &faults);
    assert_true(faults > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_that_could_break_the_format_goes_through),
        cmocka_unit_test(test_no_control_character_of_a_calendar_stands_in_a_message),
        cmocka_unit_test(test_a_reference_of_4000_octets_goes_through),
        cmocka_unit_test(test_an_emoji_is_never_parted_by_a_fold),
        cmocka_unit_test(test_no_name_or_reference_leaves_unless_asked_for),
        cmocka_unit_test(test_lines_are_read_whatever_their_ends),
        cmocka_unit_test(test_what_is_no_calendar_of_ours_is_refused),
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
