/* Calendar files: text that could break the format, folded lines, and lines that are read. */
#include "calendar/parts.h"
#include "calendar_fixture.h"

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

static void test_text_that_could_break_the_format_is_kept(void **state) {
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

static void test_a_reference_of_4000_octets_is_kept(void **state) {
    (void)state;
    char reference[4001];
    for (size_t i = 0; i < 4000; i += 4)
        memcpy(reference + i, i % 3 == 0 ? "\xf0\x9f\x98\x80" : i % 3 == 1 ? "a,b\\" : "\xc3\xa9\xc3\xa9", 4);
    reference[4000] = '\0';
    goes_through(reference, reference);
}

static void test_a_fold_never_splits_an_emoji(void **state) {
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
    /* The update does not ask for it, so it is removed, from the alarms too. */
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

static void test_a_part_of_a_file_has_no_mark_and_no_line_ends_of_its_own(void **state) {
    (void)state;
    static const char part[] = "\xef\xbb\xbfX-A:1\rX-B:2";
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    assert_true(ics_put_lines(part, strlen(part), false, true, out));
    assert_true(ics_put_lines(part, strlen(part), true, false, out));
    fclose(out);
    assert_string_equal(text, "\xef\xbb\xbfX-A:1\rX-B:2\r\n"
                              "\xef\xbb\xbfX-A:1\r\nX-B:2\r\n");
    free(text);
}

static void test_a_uid_that_is_written_otherwise_than_it_is_read_is_not_ours(void **state) {
    (void)state;
    static const char *others[] = {"45263eeaa61f69dc-final\\-plan@ehc", "45263eeaa61f69dc-final,plan@ehc",
                                   "45263eeaa61f69dc-final-plan\b@ehc", "45263eeaa61f69dc-final\xe2\x80\x8b-plan@ehc"};
    uint64_t key = 0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(ics_read_uid(others[i], &key));
    assert_true(ics_read_uid("45263eeaa61f69dc-final-plan@ehc", &key));
    assert_true(key == UINT64_C(0x45263eeaa61f69dc));
}

static void refused(const char *text, size_t length, const char *because) {
    struct fixture *fixture = make_fixture("2026-01-05");
    assert_null(write_calendar(fixture, text, length));
    assert_non_null(strstr(fixture->error.message, because));
    free(fixture);
}

static void test_a_file_that_is_not_our_calendar_is_refused(void **state) {
    (void)state;
    struct fixture *fixture = make_fixture("2026-01-05");
    char *good = write_calendar(fixture, NULL, 0);
    const char other[] = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    refused("", 0, "empty");
    refused("\n\n", 2, "empty");
    refused("hello\n", 6, "not a calendar");
    refused("BEGIN:VEVENT\nEND:VEVENT\n", 24, "not a calendar");
    refused(other, sizeof other - 1, "the file has no event that ehc made");
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_that_could_break_the_format_is_kept),
        cmocka_unit_test(test_a_reference_of_4000_octets_is_kept),
        cmocka_unit_test(test_a_fold_never_splits_an_emoji),
        cmocka_unit_test(test_no_name_or_reference_leaves_unless_asked_for),
        cmocka_unit_test(test_lines_are_read_whatever_their_ends),
        cmocka_unit_test(test_a_part_of_a_file_has_no_mark_and_no_line_ends_of_its_own),
        cmocka_unit_test(test_a_uid_that_is_written_otherwise_than_it_is_read_is_not_ours),
        cmocka_unit_test(test_a_file_that_is_not_our_calendar_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
