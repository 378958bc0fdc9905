/* The facts of a case, and case files: <ehc/case.h>. */
#include "support.h"
#include <ehc/case.h>

static struct ehc_case facts;
static struct faults faults;
static bool unreadable;
static char path[PATH_MOST];

/* Reads a file with these bytes; its faults are in `faults`. */
static bool read_bytes(const char *text, size_t length) {
    faults = (struct faults){0};
    unreadable = false;
    ehc_case_release(&facts);
    ehc_case_init(&facts);
    temporary_file(path, text, length);
    bool read = ehc_case_read(england, path, &facts, &unreadable, collect_fault, &faults);
    unlink(path);
    assert_int_equal(read, faults.count == 0);
    for (size_t i = 0; i < faults.count && i < FAULTS_MOST; i++) {
        assert_string_equal(faults.file[i], path);
        assert_true(faults.list[i].message[0] != '\0');
    }
    return read;
}

static bool read_case(const char *text) {
    return read_bytes(text, strlen(text));
}

static int release(void **state) {
    (void)state;
    ehc_case_release(&facts);
    return 0;
}

static ehc_day event(const char *id) {
    return facts.event[ehc_find_event(england, id)];
}

static void test_a_new_case_is_empty(void **state) {
    (void)state;
    ehc_case_init(&facts);
    for (size_t i = 0; i < EHC_EVENTS_MAX; i++)
        assert_int_equal(facts.event[i], EHC_NO_DAY);
    assert_null(facts.reference);
    assert_null(facts.authority);
    assert_null(facts.file);
    assert_int_equal(
        facts.closure_count + facts.absence_count + facts.exceptional_count + facts.missed_count + facts.advice_count, 0);
    assert_int_equal(facts.setting, EHC_SETTING_NOT_GIVEN);
    assert_true(ehc_case_check(england, &facts, collect_fault, &faults));
}

static void test_every_kind_of_section_is_read(void **state) {
    (void)state;
    assert_true(read_case("; a case with everything\n"
                          "[case]\n"
                          "reference = A-101\n"
                          "authority = \"Exampleshire; North\"\n"
                          "setting = early-years\n"
                          "\n"
                          "[events]\n"
                          "request-received = 2026-05-01\n"
                          "assessment-decision = Friday 12 June 2026\n"
                          "transfer-year = 2027\n"
                          "\n"
                          "[closure Summer]\n"
                          "from = 21/7/2026\n"
                          "to = 31 August 2026\n"
                          "setting = school\n"
                          "[absence]\n"
                          "from = 2026-06-01\n"
                          "to = 2026-06-30\n"
                          "[exceptional Hospital]\n"
                          "from = 2026-07-01\n"
                          "to = 2026-07-03\n"
                          "reason = 'surgery # 2'\n"
                          "[missed-appointment eyes]\n"
                          "date = 2026-07-06\n"
                          "body = health\n"
                          "[advice CAMHS]\n"
                          "from = health\n"
                          "requested = 2026-06-15\n"
                          "request-received = 2026-06-17\n"
                          "received = 2026-07-20\n"));
    assert_string_equal(facts.reference, "A-101");
    assert_string_equal(facts.authority, "Exampleshire; North");
    assert_int_equal(facts.setting, EHC_EARLY_YEARS);
    assert_day(event("request-received"), "2026-05-01");
    assert_day(event("assessment-decision"), "2026-06-12");
    assert_day(event("transfer-year"), "2027-01-01");
    assert_int_equal(facts.event_line[ehc_find_event(england, "request-received")], 8);
    assert_int_equal(facts.event_line[ehc_find_event(england, "transfer-year")], 10);
    assert_int_equal(facts.event_line[ehc_find_event(england, "final-plan-sent")], 0);
    assert_int_equal(facts.closure_count, 1);
    assert_string_equal(facts.closure[0].name, "Summer");
    assert_day(facts.closure[0].span.first, "2026-07-21");
    assert_day(facts.closure[0].span.last, "2026-08-31");
    assert_int_equal(facts.closure[0].setting, EHC_SCHOOL);
    assert_int_equal(facts.absence_count, 1);
    assert_null(facts.absence[0].name);
    assert_day(facts.absence[0].span.last, "2026-06-30");
    assert_int_equal(facts.exceptional_count, 1);
    assert_string_equal(facts.exceptional[0].reason, "surgery # 2");
    assert_int_equal(facts.missed_count, 1);
    assert_day(facts.missed[0].day, "2026-07-06");
    assert_string_equal(facts.missed[0].body, "health");
    assert_int_equal(facts.advice_count, 1);
    assert_int_equal(facts.advice[0].from, EHC_FROM_HEALTH);
    assert_day(facts.advice[0].requested, "2026-06-15");
    assert_day(facts.advice[0].request_received, "2026-06-17");
    assert_day(facts.advice[0].received, "2026-07-20");
    assert_string_equal(facts.file, path);
}

static void test_names_keep_their_case_their_spaces_and_their_utf8(void **state) {
    (void)state;
    assert_true(read_case("[case]\n"
                          "Reference = Zoë O'Brien-Łukasz 陈 (A=B)\n"
                          "AUTHORITY = \"  Sir Gâr & Co, 'North' = 1; 2 # 3  \"\n"
                          "[Closure Été à l'École]\n"
                          "from = 2026-07-21\n"
                          "to = 2026-08-31\n"
                          "[advice Dr MCKAY-Smith]\n"
                          "FROM = psychologist\n"
                          "[exceptional فاطمة]\n"
                          "from = 2026-07-01\n"
                          "to = 2026-07-01\n"
                          "reason = Großmutter GESTORBEN \xf0\x9f\x95\x8a\n"));
    assert_string_equal(facts.reference, "Zoë O'Brien-Łukasz 陈 (A=B)");
    assert_string_equal(facts.authority, "  Sir Gâr & Co, 'North' = 1; 2 # 3  ");
    assert_string_equal(facts.closure[0].name, "Été à l'École");
    assert_string_equal(facts.advice[0].name, "Dr MCKAY-Smith");
    assert_string_equal(facts.exceptional[0].name, "فاطمة");
    assert_string_equal(facts.exceptional[0].reason, "Großmutter GESTORBEN \xf0\x9f\x95\x8a");
}

static void test_a_comment_stands_on_its_own_or_after_a_header_a_date_or_a_quotation_mark(void **state) {
    (void)state;
    assert_true(read_case("# a case\n[case] ; whose\nreference = A-1\nauthority = \"B # C\" # theirs\nsetting = school # now\n"
                          "[events]\t# all of them\nrequest-received = 2026-01-05 ; by email\n;[events]\n"
                          "; a backslash ends no comment \\\nassessment-decision = 2026-02-10\n"));
    assert_string_equal(facts.reference, "A-1");
    assert_string_equal(facts.authority, "B # C");
    assert_int_equal(facts.setting, EHC_SCHOOL);
    assert_day(event("request-received"), "2026-01-05");
    assert_day(event("assessment-decision"), "2026-02-10");
}

/* EHC #12 and EHC #13 are two children. */
static void test_a_text_of_which_a_part_would_be_a_comment_is_refused(void **state) {
    (void)state;
    assert_false(read_case("[case]\nreference = EHC #12\nauthority = Anytown ; the county\n[missed-appointment]\n"
                           "date = 2026-03-02\nbody = # health\n[exceptional]\nfrom = 2026-01-01\nto = 2026-01-02\n"
                           "reason = ill ; 2 weeks\n"));
    assert_fault(faults, 2, "begin a comment", "quotation marks");
    assert_fault(faults, 3, "begin a comment", "a line of its own");
    assert_fault(faults, 6, "begin a comment", "quotation marks");
    assert_fault(faults, 10, "begin a comment", "quotation marks");
    assert_fault_count(faults, 4);
    assert_true(read_case("[case]\nreference = \"EHC #12\"\n"));
    assert_string_equal(facts.reference, "EHC #12");
}

static void test_a_backslash_in_quotation_marks_is_refused_as_iniparsers_differ(void **state) {
    (void)state;
    assert_false(read_case("[case]\nreference = \"A\\B\"\n"));
    assert_fault(faults, 2, "backslash in quotation marks", "leave out");
    assert_fault_count(faults, 1);
    assert_true(read_case("[case]\nreference = A\\B\n"));
    assert_string_equal(facts.reference, "A\\B");
}

static void test_no_final_newline_crlf_and_a_byte_order_mark_are_accepted(void **state) {
    (void)state;
    assert_true(read_case("[events]\nrequest-received = 2026-01-05"));
    assert_day(event("request-received"), "2026-01-05");
    ehc_case_release(&facts);
    assert_true(read_case("[case]\r\nreference = A 1\r\n\r\n[events]\r\nrequest-received = 2026-01-05\r\n"));
    assert_string_equal(facts.reference, "A 1");
    assert_day(event("request-received"), "2026-01-05");
    ehc_case_release(&facts);
    assert_true(read_case("\xef\xbb\xbf[case]\nreference = A 1\n[events]\nrequest-received = 2026-01-05\n"));
    assert_string_equal(facts.reference, "A 1");
    assert_int_equal(facts.event_line[ehc_find_event(england, "request-received")], 4);
    ehc_case_release(&facts);
    assert_true(read_case("\xef\xbb\xbf[case]\r\nreference = A 1"));
    assert_string_equal(facts.reference, "A 1");
}

static void test_an_empty_file_is_an_empty_case(void **state) {
    (void)state;
    static const char *const empty[] = {"", "\n\n", "\xef\xbb\xbf", "; nothing yet\n", "[events]\n", "[case]\n[events]"};
    for (size_t i = 0; i < sizeof empty / sizeof empty[0]; i++) {
        assert_true(read_case(empty[i]));
        assert_null(facts.reference);
        assert_int_equal(event("request-received"), EHC_NO_DAY);
        ehc_case_release(&facts);
    }
}

static void test_an_empty_value_of_text_is_not_given(void **state) {
    (void)state;
    assert_true(read_case("[case]\nreference =\nauthority = \"\"\n"));
    assert_null(facts.reference);
    assert_null(facts.authority);
}

static void test_an_unknown_section_key_or_event_gives_its_line_and_the_nearest_name(void **state) {
    (void)state;
    assert_false(read_case(
        "[case]\nreferense = A\n[event]\nrequest-received = 2026-01-05\n[events]\nrequest-recieved = 2026-01-05\n"
        "[closre Summer]\nfrom = 2026-07-21\n[closure Winter]\nform = 2026-12-21\nfrom = 2026-12-20\nto = 2026-12-30\n"));
    assert_fault(faults, 2, "'referense'", "did you mean 'reference'?");
    assert_fault(faults, 3, "'event'", "did you mean [events]?");
    assert_fault(faults, 6, "'request-recieved' is not an event", "did you mean 'request-received'?");
    assert_fault(faults, 7, "'closre Summer'", "did you mean [closure]?");
    assert_fault(faults, 10, "'form'", "did you mean 'from'?");
    assert_fault_count(faults, 5);
}

static void test_what_is_like_no_name_is_told_which_there_are(void **state) {
    (void)state;
    assert_false(read_case("[xyzzy]\na = b\n[absence]\nfrom = 2026-01-05\nto = 2026-01-06\nwhiskers = "
                           "yes\n[events]\nzzzzzzzzz = 2026-01-05\n"));
    assert_fault(faults, 1, "'xyzzy'", "case, events, closure, absence, exceptional, missed-appointment, advice");
    assert_fault(faults, 6, "'whiskers'", "from, to");
    assert_fault(faults, 8, "'zzzzzzzzz' is not an event", "lists the events");
    assert_fault_count(faults, 3);
}

static void test_a_key_or_a_section_given_twice_names_both_lines(void **state) {
    (void)state;
    assert_false(read_case(
        "[events]\nrequest-received = 2026-01-05\nassessment-decision = 2026-02-10\nRequest-Received = 2026-01-06\n"
        "[closure Summer]\nfrom = 2026-07-21\nto = 2026-08-31\n[CLOSURE summer]\n"));
    assert_fault(faults, 4, "first on line 2", "keep one");
    assert_fault(faults, 8, "first on line 5", "keep one");
    assert_fault_count(faults, 2);
}

static void test_the_same_key_in_two_sections_is_not_twice(void **state) {
    (void)state;
    assert_true(
        read_case("[closure A]\nfrom = 2026-07-21\nto = 2026-07-22\n[closure B]\nfrom = 2026-07-21\nto = 2026-07-22\n"));
    assert_int_equal(facts.closure_count, 2);
}

static void test_a_bad_date_gives_its_line_and_how_to_write_it(void **state) {
    (void)state;
    assert_false(read_case("[events]\nrequest-received = 5/1/26\nassessment-decision = 30 February 2026\n"
                           "final-plan-sent = Tuesday 5 January 2026\ndraft-plan-served = soon\nno-plan-notice =\n"
                           "[absence]\nfrom = 1.6.2026\nto = 31.6.2026\n"));
    assert_fault(faults, 2, "write the year in full", "four digits");
    assert_fault(faults, 3, "30 February 2026 does not exist: February 2026 has 28 days", "");
    assert_fault(faults, 4, "5 January 2026 is a Monday, not a Tuesday", "");
    assert_fault(faults, 5, "'soon' is not a date", "2026-01-05");
    assert_fault(faults, 6, "is not a date", "2026-01-05");
    assert_fault(faults, 9, "31 June 2026 does not exist", "");
    assert_fault_count(faults, 6);
}

static void test_a_reversed_span_is_reported_for_each_kind(void **state) {
    (void)state;
    assert_false(
        read_case("[closure A]\nfrom = 2026-08-31\nto = 2026-07-21\n[absence B]\nfrom = 2026-08-31\nto = 2026-07-21\n"
                  "[exceptional C]\nfrom = 2026-08-31\nto = 2026-07-21\n"));
    assert_int_equal(faults.count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_non_null(strstr(faults.list[i].message, "21 July 2026"));
        assert_non_null(strstr(faults.list[i].message, "31 August 2026"));
        assert_in_range(faults.list[i].line, 3 * i + 1, 3 * i + 3);
    }
}

static void test_an_order_that_cannot_be_is_reported(void **state) {
    (void)state;
    assert_false(
        read_case("[events]\nrequest-received = 2026-01-05\ndraft-plan-served = 2026-05-01\nfinal-plan-sent = 2026-04-30\n"
                  "assessment-decision = 2026-01-04\n"));
    assert_fault(faults, 4, "final-plan-sent (30 April 2026) is before draft-plan-served (1 May 2026)", "check both dates");
    assert_fault(faults, 5, "assessment-decision (4 January 2026) is before request-received (5 January 2026)", "");
    assert_fault_count(faults, 2);
}

static void test_the_same_day_is_an_order_that_can_be(void **state) {
    (void)state;
    assert_true(read_case(
        "[events]\nrequest-received = 2026-01-05\nassessment-decision = 2026-01-05\ndraft-plan-served = 2026-05-01\n"
        "final-plan-sent = 2026-05-01\n"));
}

static void test_what_can_happen_in_any_order_is_accepted(void **state) {
    (void)state;
    /* An appeal against no plan: the final plan follows the notice; a plan made before the request for another reason. */
    assert_true(
        read_case("[events]\nrequest-received = 2026-01-05\nassessment-decision = 2026-02-10\nno-plan-notice = 2026-04-20\n"
                  "order-make-plan = 2026-09-01\ndraft-plan-served = 2026-10-01\nfinal-plan-sent = 2026-11-01\n"));
}

static void test_advice_in_an_order_that_cannot_be_is_reported(void **state) {
    (void)state;
    assert_false(read_case(
        "[advice A]\nfrom = health\nrequested = 2026-03-10\nrequest-received = 2026-03-09\nreceived = 2026-03-08\n"));
    assert_true(faults.count >= 2);
    assert_non_null(strstr(faults.list[0].message, "request-received (9 March 2026) is before requested (10 March 2026)"));
}

static void test_a_value_with_a_semicolon_attached_is_not_cut_in_silence(void **state) {
    (void)state;
    assert_false(read_case("[case]\nreference = A;B\nauthority = C#D\n[exceptional]\nfrom = 2026-01-01\nto = "
                           "2026-01-02\nreason = ill;2 weeks\n"));
    assert_fault(faults, 2, "begin a comment", "quotation marks");
    assert_fault(faults, 3, "begin a comment", "quotation marks");
    assert_fault(faults, 7, "begin a comment", "quotation marks");
    assert_fault_count(faults, 3);
}

static void test_quotation_marks_that_do_not_close_are_reported(void **state) {
    (void)state;
    assert_false(read_case("[case]\nreference = \"A\nauthority = 'B\" C\n"));
    assert_fault(faults, 2, "closing quotation mark is missing", "");
    assert_fault(faults, 3, "closing quotation mark is missing", "");
    assert_false(read_case("[case]\nreference = \"A\" B\n"));
    assert_fault(faults, 2, "text after the closing quotation mark", "");
}

static void test_a_line_without_equals_a_header_without_bracket_and_a_line_before_any_section(void **state) {
    (void)state;
    assert_false(
        read_case("reference = A\n[case]\nauthority\n= B\n[]\n[a:b]\n[advice] x\n[absence\n[events];y\n[events]\na:b = 2026-01-05\n"));
    assert_fault(faults, 1, "before any section", "[case] or [events]");
    assert_fault(faults, 3, "no '='", "request-received = 2026-01-05");
    assert_fault(faults, 4, "no name before '='", "");
    assert_fault(faults, 5, "no name", "");
    assert_fault(faults, 6, "':'", "");
    assert_fault(faults, 7, "after the section's ']'", "");
    assert_fault(faults, 8, "no closing ']'", "[events]");
    assert_fault(faults, 9, "after the section's ']'", "");
    assert_fault(faults, 11, "':'", "");
    assert_fault_count(faults, 9);
}

static void test_a_line_too_long_is_reported_and_one_of_the_most_is_read(void **state) {
    (void)state;
    char text[4096] = "[case]\nreference = ";
    size_t start = strlen(text), prefix = strlen("reference = ");
    memset(text + start, 'x', 1000 - prefix);
    text[start + 1000 - prefix] = '\0';
    assert_true(read_case(text)); /* 1,000 bytes */
    assert_int_equal(strlen(facts.reference), 1000 - prefix);
    ehc_case_release(&facts);
    text[start + 1000 - prefix] = 'x';
    text[start + 1001 - prefix] = '\n';
    assert_false(read_case(text));
    assert_fault(faults, 2, "longer than 1,000 bytes", "shorten");
    memset(text + start, 'x', 3000);
    assert_false(read_case(text));
    assert_fault(faults, 2, "longer than 1,000 bytes", "shorten");
}

static void test_a_nul_byte_a_control_character_and_bad_utf8_are_refused(void **state) {
    (void)state;
    static const char nul[] = "[case]\nreference = A\0B\nauthority = C\n";
    assert_false(read_bytes(nul, sizeof nul - 1));
    assert_fault(faults, 2, "NUL", "UTF-8");
    assert_fault_count(faults, 1);
    assert_false(read_case("[case]\nreference = A\x1b[31m\nauthority = B\x7f\n[events]\n\x01\n"));
    assert_fault(faults, 2, "control character", "");
    assert_fault(faults, 3, "control character", "");
    assert_fault(faults, 5, "control character", "");
    assert_false(read_case("[case]\nreference = Zo\xeb\nauthority = \xc3\n; \xff\n[closure \xed\xa0\x80]\n"));
    assert_fault(faults, 2, "not UTF-8", "UTF-8"); /* Latin-1 */
    assert_fault(faults, 3, "not UTF-8", "");      /* cut short */
    assert_fault(faults, 4, "not UTF-8", "");      /* in a comment too */
    assert_fault(faults, 5, "not UTF-8", "");      /* a surrogate */
    assert_false(read_case("[case]\nreference = A\xe2\x80\xae"
                           "B\nauthority = C\xc2\x85\n"));
    assert_fault(faults, 2, "control character", "");   /* right-to-left override */
    assert_fault(faults, 3, "control character", "");   /* U+0085 */
    assert_false(read_case("[case]\rreference = A\n")); /* a carriage return inside a line */
    assert_fault(faults, 1, "", "");
}

static void test_utf16_is_refused_by_name(void **state) {
    (void)state;
    static const char little[] = "\xff\xfe[\0c\0a\0s\0e\0]\0\n\0", big[] = "\xfe\xff\0[\0c\0a\0s\0e\0]\0\n";
    assert_false(read_bytes(little, sizeof little - 1));
    assert_fault(faults, 0, "UTF-16", "UTF-8"); /* the whole file: no line */
    assert_fault_count(faults, 1);
    assert_false(read_bytes(big, sizeof big - 1));
    assert_fault(faults, 0, "UTF-16", "UTF-8");
    assert_fault_count(faults, 1);
}

static void test_a_required_key_that_is_missing_is_named_at_its_section(void **state) {
    (void)state;
    assert_false(read_case("[closure A]\nfrom = 2026-07-21\n[absence]\nto = 2026-07-21\n[exceptional B]\nreason = x\n"
                           "[missed-appointment]\nbody = health\n[advice C]\nrequested = 2026-01-05\n"));
    assert_fault(faults, 1, "'to' is missing in [closure A]", "");
    assert_fault(faults, 3, "'from' is missing in [absence]", "");
    assert_fault(faults, 5, "'from' is missing in [exceptional B]", "");
    assert_fault(faults, 5, "'to' is missing in [exceptional B]", "");
    assert_fault(faults, 7, "'date' is missing in [missed-appointment]", "");
    assert_fault(faults, 9, "'from' is missing in [advice C]", "");
    assert_fault_count(faults, 6);
}

static void test_a_setting_or_an_adviser_that_is_none_is_told_which_there_are(void **state) {
    (void)state;
    assert_false(read_case("[case]\nsetting = nursery\n[advice A]\nfrom = doctor\n[closure B]\nfrom = 2026-07-21\nto = "
                           "2026-08-01\nsetting = School!\n"));
    assert_fault(faults, 2, "'nursery'", "school, early-years or post-16");
    assert_fault(faults, 4, "'doctor'", "psychologist, health, social-care or other");
    assert_fault(faults, 8, "'School!'", "school, early-years or post-16");
    assert_fault_count(faults, 3);
}

static void test_all_faults_of_a_file_are_reported_in_one_go(void **state) {
    (void)state;
    assert_false(read_case("[case]\nsetting = nursery\ncolour = red\n[events]\nrequest-received = 2026-01-05\n"
                           "assessment-decision = 2026-01-04\nfinal-plan-sent = 30/2/2026\nfinal-plan = 2026-05-01\n"
                           "[closure]\nfrom = 2026-08-31\nto = 2026-07-21\n[absense]\nfrom = 2026-01-01\n"));
    assert_fault(faults, 2, "'nursery'", "");
    assert_fault(faults, 3, "'colour'", "");
    assert_fault(faults, 6, "the order cannot be", "");
    assert_fault(faults, 7, "does not exist", "");
    assert_fault(faults, 8, "'final-plan'", "final-plan-sent");
    assert_fault(faults, 12, "'absense'", "absence");
    assert_fault_count(faults, 7);
}

static void test_faults_of_writing_are_all_reported_in_one_go(void **state) {
    (void)state;
    assert_false(read_case("[case]\nreference A\nreference = \"B\n[events\n[events]\nrequest-received = 2026-01-05\n"
                           "request-received = 2026-01-06\nauthority = a;b\n"));
    assert_fault(faults, 2, "no '='", "");
    assert_fault(faults, 3, "quotation mark", "");
    assert_fault(faults, 4, "]", "");
    assert_fault(faults, 7, "given twice", "");
    assert_fault(faults, 8, "comment", "");
    assert_fault_count(faults, 5);
}

/* Both kinds of fault, of writing and of content, in one file. */
static void test_a_fault_of_writing_does_not_hide_the_faults_of_content(void **state) {
    (void)state;
    assert_false(read_case("[case]\nreference A\nsetting = nursery\n[events]\nrequest-received = 2026-01-05\n"
                           "final-plan-sent = 2026-01-04\ndraft-plan-served = 30/2/2026\n[closre]\n"));
    assert_fault(faults, 2, "no '='", "");
    assert_fault(faults, 3, "'nursery'", "");
    assert_fault(faults, 6, "the order cannot be", "");
    assert_fault(faults, 7, "does not exist", "");
    assert_fault(faults, 8, "'closre'", "closure");
    assert_fault_count(faults, 5);
}

static void test_a_file_that_is_too_large_is_refused(void **state) {
    (void)state;
    size_t length = 300 * 1024;
    char *text = malloc(length);
    assert_non_null(text);
    memset(text, '\n', length);
    assert_false(read_bytes(text, length));
    assert_fault(faults, 0, "larger than 256 KiB", "");
    assert_false(unreadable);
    free(text);
}

static void test_a_file_of_too_many_lines_is_refused_and_of_the_most_is_read(void **state) {
    (void)state;
    char text[6000];
    memset(text, '\n', sizeof text);
    assert_true(read_bytes(text, 5000));
    assert_false(read_bytes(text, 5001));
    assert_true(faults.count == 1 && strstr(faults.list[0].message, "5,000 lines") != NULL);
}

static void test_a_file_that_is_not_there_or_is_a_folder_is_unreadable(void **state) {
    (void)state;
    static const char *const names[] = {"/no/such/folder/case.ini", "tests", ""};
    for (size_t i = 0; i < 3; i++) {
        faults = (struct faults){0};
        unreadable = false;
        ehc_case_init(&facts);
        assert_false(ehc_case_read(england, names[i], &facts, &unreadable, collect_fault, &faults));
        assert_true(unreadable);
        assert_int_equal(faults.count, 1);
        assert_string_equal(faults.file[0], names[i]);
        ehc_case_release(&facts);
    }
}

static void test_a_fault_of_content_is_not_unreadable(void **state) {
    (void)state;
    assert_false(read_case("[events]\nrequest-received = never\n"));
    assert_false(unreadable);
}

static void test_more_facts_than_there_is_room_for_are_reported(void **state) {
    (void)state;
    char *text = malloc(200000);
    assert_non_null(text);
    size_t at = 0;
    for (int i = 0; i <= EHC_ABSENCES_MAX; i++)
        at += (size_t)sprintf(text + at, "[absence %d]\nfrom = 2026-01-05\nto = 2026-01-06\n", i);
    assert_false(read_case(text));
    assert_int_equal(faults.count, 1);
    assert_non_null(strstr(faults.list[0].message, "more than 32 absences"));
    assert_in_range(faults.list[0].line, 3 * EHC_ABSENCES_MAX + 1, 3 * EHC_ABSENCES_MAX + 3);
    free(text);
}

static void test_each_kind_of_fact_has_its_room_and_refuses_one_more(void **state) {
    (void)state;
    struct ehc_error error = {0};
    struct ehc_span one_day = span_of("2026-01-05", "2026-01-05");
    ehc_case_init(&facts);
    for (size_t i = 0; i < EHC_CLOSURES_MAX; i++)
        assert_true(ehc_case_add_closure(&facts, (struct ehc_closure){.span = one_day}, &error));
    assert_false(ehc_case_add_closure(&facts, (struct ehc_closure){.span = one_day}, &error));
    for (size_t i = 0; i < EHC_ABSENCES_MAX; i++)
        assert_true(ehc_case_add_absence(&facts, (struct ehc_absence){.span = one_day}, &error));
    assert_false(ehc_case_add_absence(&facts, (struct ehc_absence){.span = one_day}, &error));
    for (size_t i = 0; i < EHC_EXCEPTIONAL_MAX; i++)
        assert_true(ehc_case_add_exceptional(&facts, (struct ehc_exceptional){.span = one_day}, &error));
    assert_false(ehc_case_add_exceptional(&facts, (struct ehc_exceptional){.span = one_day}, &error));
    for (size_t i = 0; i < EHC_MISSED_MAX; i++)
        assert_true(ehc_case_add_missed(&facts, (struct ehc_missed){.day = one_day.first}, &error));
    assert_false(ehc_case_add_missed(&facts, (struct ehc_missed){.day = one_day.first}, &error));
    for (size_t i = 0; i < EHC_ADVICE_MAX; i++)
        assert_true(ehc_case_add_advice(&facts, (struct ehc_advice){.from = EHC_FROM_HEALTH}, &error));
    assert_false(ehc_case_add_advice(&facts, (struct ehc_advice){.from = EHC_FROM_HEALTH}, &error));
    assert_true(error.message[0] != '\0' && error.hint[0] != '\0');
    assert_int_equal(facts.closure_count, EHC_CLOSURES_MAX);
    assert_int_equal(facts.advice_count, EHC_ADVICE_MAX);
}

static void test_an_event_is_set_from_text(void **state) {
    (void)state;
    struct ehc_error error = {0};
    ehc_case_init(&facts);
    assert_true(ehc_case_set_event(england, &facts, "request-received", "5 January 2026", &error));
    assert_day(event("request-received"), "2026-01-05");
    assert_false(ehc_case_set_event(england, &facts, "request-received", "5 January", &error));
    assert_day(event("request-received"), "2026-01-05"); /* left alone */
    assert_false(ehc_case_set_event(england, &facts, "requestreceived", "2026-01-05", &error));
    assert_non_null(strstr(error.hint, "request-received"));
    assert_int_equal(error.line, 0);
    assert_null(error.file);
}

static void test_a_transfer_year_is_a_year_or_any_day_in_it(void **state) {
    (void)state;
    struct ehc_error error;
    ehc_case_init(&facts);
    assert_true(ehc_case_set_event(england, &facts, "transfer-year", "2027", &error));
    assert_day(event("transfer-year"), "2027-01-01");
    assert_true(ehc_case_set_event(england, &facts, "transfer-year", "1 September 2027", &error));
    assert_int_equal(ehc_ymd_from_day(event("transfer-year")).year, 2027);
    assert_true(ehc_case_set_event(england, &facts, "post-16-transfer-year", "2199", &error));
    static const char *const wrong[] = {"27", "1899", "2200", "20270", "202", " 2027x", "+202", "-999", "2O27", "0x7f"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        if (ehc_case_set_event(england, &facts, "transfer-year", wrong[i], &error))
            fail_msg("'%s' was read as a year", wrong[i]);
    assert_false(ehc_case_set_event(england, &facts, "request-received", "2027", &error)); /* a year is no day */
}

static void test_an_impossible_order_in_a_case_without_a_file_has_no_line(void **state) {
    (void)state;
    faults = (struct faults){0};
    ehc_case_init(&facts);
    put_event(&facts, "request-received", "2026-01-05");
    put_event(&facts, "final-plan-sent", "2026-01-04");
    assert_false(ehc_case_check(england, &facts, collect_fault, &faults));
    assert_fault(faults, 0, "final-plan-sent (4 January 2026) is before request-received (5 January 2026)", "");
    assert_string_equal(faults.file[0], "");
    assert_fault_count(faults, 1);
}

static void test_the_decision_letter_is_the_latest_decision_given(void **state) {
    (void)state;
    int letter = ehc_find_event(england, "decision-notice-sent"), from = EHC_NONE;
    ehc_case_init(&facts);
    assert_int_equal(ehc_case_event(england, &facts, letter, &from), EHC_NO_DAY);
    put_event(&facts, "assessment-refusal", "2026-02-10");
    assert_day(ehc_case_event(england, &facts, letter, &from), "2026-02-10");
    assert_int_equal(from, ehc_find_event(england, "assessment-refusal"));
    put_event(&facts, "final-plan-sent", "2026-09-01");
    assert_day(ehc_case_event(england, &facts, letter, &from), "2026-09-01");
    assert_int_equal(from, ehc_find_event(england, "final-plan-sent"));
    put_event(&facts, "decision-notice-sent", "2026-05-05"); /* as given, whatever else is */
    assert_day(ehc_case_event(england, &facts, letter, &from), "2026-05-05");
    assert_int_equal(from, letter);
    assert_day(ehc_case_event(england, &facts, letter, NULL), "2026-05-05");
}

static void add_closure(const char *first, const char *last, enum ehc_setting setting) {
    struct ehc_error error;
    assert_true(
        ehc_case_add_closure(&facts, (struct ehc_closure){.span = span_of(first, last), .setting = setting}, &error));
}

static void test_closures_that_touch_or_overlap_are_one(void **state) {
    (void)state;
    size_t first = 99;
    ehc_case_init(&facts);
    add_closure("2026-08-01", "2026-08-31", EHC_SETTING_NOT_GIVEN);
    add_closure("2026-07-21", "2026-07-31", EHC_SCHOOL); /* touches; a school is what is meant where none is given */
    add_closure("2026-08-20", "2026-09-02", EHC_SCHOOL); /* overlaps */
    add_closure("2026-09-04", "2026-09-05", EHC_SCHOOL); /* a day open between */
    struct ehc_span run = ehc_closure_run(&facts, 0, &first);
    assert_day(run.first, "2026-07-21");
    assert_day(run.last, "2026-09-02");
    assert_int_equal(first, 0);
    run = ehc_closure_run(&facts, 2, &first);
    assert_day(run.first, "2026-07-21");
    assert_day(run.last, "2026-09-02");
    assert_int_equal(first, 0);
    run = ehc_closure_run(&facts, 3, &first);
    assert_day(run.first, "2026-09-04");
    assert_int_equal(first, 3);
    ehc_closure_run(&facts, 1, NULL);
}

static void test_closures_of_different_settings_are_not_joined(void **state) {
    (void)state;
    size_t first;
    ehc_case_init(&facts);
    add_closure("2026-07-21", "2026-08-03", EHC_SCHOOL);
    add_closure("2026-08-04", "2026-08-31", EHC_EARLY_YEARS);
    add_closure("2026-08-04", "2026-08-10", EHC_POST_16);
    assert_day(ehc_closure_run(&facts, 0, &first).last, "2026-08-03");
    assert_day(ehc_closure_run(&facts, 1, &first).first, "2026-08-04");
    assert_day(ehc_closure_run(&facts, 2, &first).last, "2026-08-10");
    assert_int_equal(first, 2);
}

static void test_a_closure_without_a_setting_has_that_of_the_case(void **state) {
    (void)state;
    ehc_case_init(&facts);
    add_closure("2026-07-21", "2026-08-03", EHC_SETTING_NOT_GIVEN);
    add_closure("2026-08-04", "2026-08-31", EHC_POST_16);
    assert_int_equal(ehc_closure_setting(&facts, 0), EHC_SCHOOL);
    facts.setting = EHC_EARLY_YEARS;
    assert_int_equal(ehc_closure_setting(&facts, 0), EHC_EARLY_YEARS);
    assert_int_equal(ehc_closure_setting(&facts, 1), EHC_POST_16);
}

static void test_a_setting_is_read_by_its_name(void **state) {
    (void)state;
    enum ehc_setting setting = EHC_SETTING_NOT_GIVEN;
    struct ehc_error error;
    assert_true(ehc_setting_read("school", &setting, &error) && setting == EHC_SCHOOL);
    assert_true(ehc_setting_read("early-years", &setting, &error) && setting == EHC_EARLY_YEARS);
    assert_true(ehc_setting_read("post-16", &setting, &error) && setting == EHC_POST_16);
    assert_false(ehc_setting_read("", &setting, &error));
    assert_false(ehc_setting_read("schools", &setting, &error));
    assert_int_equal(setting, EHC_POST_16);
}

static void test_any_bytes_in_a_case_file_end_in_a_case_or_a_message(void **state) {
    (void)state;
    static const char alphabet[] = "[]=;#\"'\\: \t\r\n-0129abcdeinqrstuv\xc3\xa9\xff";
    uint32_t seed = 20260105;
    char text[200];
    for (int round = 0; round < 1500; round++) {
        size_t length = 0;
        for (; length < sizeof text; length++) {
            seed = seed * 1664525 + 1013904223;
            if ((seed >> 24) == 7)
                break;
            text[length] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
        }
        memcpy(text, "[case]\n", length < 7 ? length : 7);
        read_bytes(text, length); /* asserts that it fails with a message, or not at all */
        ehc_case_release(&facts);
    }
}

static void test_a_file_cut_anywhere_ends_in_a_case_or_a_message(void **state) {
    (void)state;
    static const char whole[] =
        "\xef\xbb\xbf[case]\r\nreference = \"Zoë; A\"\r\n[events]\r\nrequest-received = 5 January 2026\r\n"
        "[closure Summer]\r\nfrom = 21/7/2026\r\nto = 31/8/2026\r\n[advice X]\r\nfrom = health\r\n";
    for (size_t length = 0; length < sizeof whole; length++) {
        read_bytes(whole, length);
        ehc_case_release(&facts);
    }
    assert_true(read_bytes(whole, sizeof whole - 1));
    assert_string_equal(facts.reference, "Zoë; A");
}

static void test_releasing_twice_or_an_empty_case_is_harmless(void **state) {
    (void)state;
    assert_true(read_case("[case]\nreference = A\n"));
    ehc_case_release(&facts);
    ehc_case_release(&facts);
    ehc_case_init(&facts);
    ehc_case_release(&facts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_a_new_case_is_empty, release),
        cmocka_unit_test_teardown(test_every_kind_of_section_is_read, release),
        cmocka_unit_test_teardown(test_names_keep_their_case_their_spaces_and_their_utf8, release),
        cmocka_unit_test_teardown(test_a_comment_stands_on_its_own_or_after_a_header_a_date_or_a_quotation_mark, release),
        cmocka_unit_test_teardown(test_a_text_of_which_a_part_would_be_a_comment_is_refused, release),
        cmocka_unit_test_teardown(test_a_backslash_in_quotation_marks_is_refused_as_iniparsers_differ, release),
        cmocka_unit_test_teardown(test_no_final_newline_crlf_and_a_byte_order_mark_are_accepted, release),
        cmocka_unit_test_teardown(test_an_empty_file_is_an_empty_case, release),
        cmocka_unit_test_teardown(test_an_empty_value_of_text_is_not_given, release),
        cmocka_unit_test_teardown(test_an_unknown_section_key_or_event_gives_its_line_and_the_nearest_name, release),
        cmocka_unit_test_teardown(test_what_is_like_no_name_is_told_which_there_are, release),
        cmocka_unit_test_teardown(test_a_key_or_a_section_given_twice_names_both_lines, release),
        cmocka_unit_test_teardown(test_the_same_key_in_two_sections_is_not_twice, release),
        cmocka_unit_test_teardown(test_a_bad_date_gives_its_line_and_how_to_write_it, release),
        cmocka_unit_test_teardown(test_a_reversed_span_is_reported_for_each_kind, release),
        cmocka_unit_test_teardown(test_an_order_that_cannot_be_is_reported, release),
        cmocka_unit_test_teardown(test_the_same_day_is_an_order_that_can_be, release),
        cmocka_unit_test_teardown(test_what_can_happen_in_any_order_is_accepted, release),
        cmocka_unit_test_teardown(test_advice_in_an_order_that_cannot_be_is_reported, release),
        cmocka_unit_test_teardown(test_a_value_with_a_semicolon_attached_is_not_cut_in_silence, release),
        cmocka_unit_test_teardown(test_quotation_marks_that_do_not_close_are_reported, release),
        cmocka_unit_test_teardown(test_a_line_without_equals_a_header_without_bracket_and_a_line_before_any_section,
                                  release),
        cmocka_unit_test_teardown(test_a_line_too_long_is_reported_and_one_of_the_most_is_read, release),
        cmocka_unit_test_teardown(test_a_nul_byte_a_control_character_and_bad_utf8_are_refused, release),
        cmocka_unit_test_teardown(test_utf16_is_refused_by_name, release),
        cmocka_unit_test_teardown(test_a_required_key_that_is_missing_is_named_at_its_section, release),
        cmocka_unit_test_teardown(test_a_setting_or_an_adviser_that_is_none_is_told_which_there_are, release),
        cmocka_unit_test_teardown(test_all_faults_of_a_file_are_reported_in_one_go, release),
        cmocka_unit_test_teardown(test_faults_of_writing_are_all_reported_in_one_go, release),
        cmocka_unit_test_teardown(test_a_fault_of_writing_does_not_hide_the_faults_of_content, release),
        cmocka_unit_test_teardown(test_a_file_that_is_too_large_is_refused, release),
        cmocka_unit_test_teardown(test_a_file_of_too_many_lines_is_refused_and_of_the_most_is_read, release),
        cmocka_unit_test_teardown(test_a_file_that_is_not_there_or_is_a_folder_is_unreadable, release),
        cmocka_unit_test_teardown(test_a_fault_of_content_is_not_unreadable, release),
        cmocka_unit_test_teardown(test_more_facts_than_there_is_room_for_are_reported, release),
        cmocka_unit_test_teardown(test_each_kind_of_fact_has_its_room_and_refuses_one_more, release),
        cmocka_unit_test_teardown(test_an_event_is_set_from_text, release),
        cmocka_unit_test_teardown(test_a_transfer_year_is_a_year_or_any_day_in_it, release),
        cmocka_unit_test_teardown(test_an_impossible_order_in_a_case_without_a_file_has_no_line, release),
        cmocka_unit_test_teardown(test_the_decision_letter_is_the_latest_decision_given, release),
        cmocka_unit_test_teardown(test_closures_that_touch_or_overlap_are_one, release),
        cmocka_unit_test_teardown(test_closures_of_different_settings_are_not_joined, release),
        cmocka_unit_test_teardown(test_a_closure_without_a_setting_has_that_of_the_case, release),
        cmocka_unit_test_teardown(test_a_setting_is_read_by_its_name, release),
        cmocka_unit_test_teardown(test_any_bytes_in_a_case_file_end_in_a_case_or_a_message, release),
        cmocka_unit_test_teardown(test_a_file_cut_anywhere_ends_in_a_case_or_a_message, release),
        cmocka_unit_test_teardown(test_releasing_twice_or_an_empty_case_is_harmless, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
