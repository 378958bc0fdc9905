/* Case files that are read: <ehc/case.h>, ehc-case(5). */
#include "case_file.h"

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

static void write_case(char *written, size_t room) {
    struct ehc_error error;
    FILE *out = fmemopen(written, room, "w");
    assert_non_null(out);
    assert_true(ehc_case_write(england, &facts, out, &error));
    fclose(out);
}

static void test_what_others_say_is_read_and_written_back(void **state) {
    (void)state;
    const char text[] = "[they-say letter]\nlimit = final-plan\ndate = 2026-09-01\nround = 2\nwhy = an agreed extension\n"
                        "\n[they-say]\nlimit = review-decision\ndate = 2026-04-01\nround = 2026-03-02\n";
    char written[sizeof text + 1] = "";
    assert_true(read_case(text));
    assert_int_equal(facts.they_say_count, 2);
    assert_string_equal(facts.they_say[0].claim->id, "agreed-extension");
    assert_int_equal(facts.they_say[1].round, 0);
    write_case(written, sizeof written);
    assert_string_equal(written, text);
}

/* Two sections with the same name are a fault: a term calendar has several half terms. */
static void test_a_name_that_a_section_of_its_kind_has_already_is_left_out(void **state) {
    (void)state;
    static const char *const names[] = {"Half term", "half TERM", "Half term ", "Without a name, 2", NULL, "Easter"};
    char written[1000] = "", again[1000] = "";
    struct ehc_error error;
    ehc_day day = ehc_day_from_ymd(2026, 5, 25);
    ehc_case_init(&facts);
    for (size_t i = 0; i < 6; i++)
        assert_true(ehc_case_add_closure(
            &facts, (struct ehc_closure){.name = names[i], .span = {day + (ehc_day)i, day + (ehc_day)i}}, &error));
    assert_true(ehc_case_add_absence(&facts, (struct ehc_absence){.name = "Easter", .span = {day, day}}, &error));
    write_case(written, sizeof written);
    ehc_case_release(&facts);
    assert_true(read_case(written));
    assert_int_equal(facts.closure_count, 6);
    assert_string_equal(facts.closure[0].name, "Half term");
    assert_null(facts.closure[1].name);
    assert_string_equal(facts.closure[4].name, "without a name, 4");
    assert_string_equal(facts.closure[5].name, "Easter");
    assert_string_equal(facts.absence[0].name, "Easter");
    write_case(again, sizeof again);
    assert_string_equal(again, written);
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

static void test_a_comment_may_be_on_its_own_line_or_after_a_header_a_date_or_a_quotation_mark(void **state) {
    (void)state;
    assert_true(
        read_case("# a case\n[case] ; whose\nreference = A-1\nauthority = \"B # C\" # theirs\nsetting = school # now\n"
                  "[events]\t# all of them\nrequest-received = 2026-01-05 ; by email\n;[events]\n"
                  "; a backslash ends no comment \\\nassessment-decision = 2026-02-10\n"));
    assert_string_equal(facts.reference, "A-1");
    assert_string_equal(facts.authority, "B # C");
    assert_int_equal(facts.setting, EHC_SCHOOL);
    assert_day(event("request-received"), "2026-01-05");
    assert_day(event("assessment-decision"), "2026-02-10");
}

/* EHC #12 and EHC #13 are two children. */
static void test_a_text_that_would_partly_be_a_comment_is_refused(void **state) {
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

static void test_who_was_asked_is_known_by_the_usual_words(void **state) {
    (void)state;
    static const struct {
        const char *from;
        enum ehc_advice_from meant;
    } rows[] = {
        {"EP", EHC_FROM_PSYCHOLOGIST},
        {"educational psychologist", EHC_FROM_PSYCHOLOGIST},
        {"the Educational Psychologist", EHC_FROM_PSYCHOLOGIST},
        {"ed psych", EHC_FROM_PSYCHOLOGIST},
        {"head", EHC_FROM_SCHOOL},
        {"Head-teacher", EHC_FROM_SCHOOL},
        {"SENCO", EHC_FROM_SCHOOL},
        {"College", EHC_FROM_SCHOOL},
        {"nursery", EHC_FROM_EARLY_YEARS},
        {"pre-school", EHC_FROM_EARLY_YEARS},
        {"nursery SENCO", EHC_FROM_EARLY_YEARS},
        {"early years setting", EHC_FROM_EARLY_YEARS},
        {"CAMHS", EHC_FROM_HEALTH},
        {"OT", EHC_FROM_HEALTH},
        {"occupational therapist", EHC_FROM_HEALTH},
        {"physio", EHC_FROM_HEALTH},
        {"Physiotherapists", EHC_FROM_HEALTH},
        {"speech and language", EHC_FROM_HEALTH},
        {"Speech & Language Therapy", EHC_FROM_HEALTH},
        {"SaLT", EHC_FROM_HEALTH},
        {"NHS", EHC_FROM_HEALTH},
        {"paediatrician", EHC_FROM_HEALTH},
        {"school nurse", EHC_FROM_HEALTH},
        {"clinical psychologist", EHC_FROM_HEALTH},
        {"social worker", EHC_FROM_SOCIAL_CARE},
        {"Children's Services", EHC_FROM_SOCIAL_CARE},
        {"Social-Care", EHC_FROM_SOCIAL_CARE},
        {"teacher of the deaf", EHC_FROM_OTHER},
        {"independent psychologist", EHC_FROM_OTHER},
        {"Other", EHC_FROM_OTHER},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[200];
        snprintf(text, sizeof text, "[advice A]\nfrom = %s\nrequested = 2026-06-15\n", rows[i].from);
        assert_true(read_case(text));
        if (facts.advice[0].from != rows[i].meant)
            fail_msg("'%s' is %s", rows[i].from, ehc_advice_from_name(facts.advice[0].from));
    }
}

/* No word stands for two advisers: ehc would silently take the first in the law's order. */
static void test_each_word_stands_for_one_adviser(void **state) {
    (void)state;
    for (int from = 0; from < EHC_ADVICE_FROM_KINDS; from++) {
        for (const char *words = england->adviser[from].words; *words != '\0';) {
            char word[128];
            words += strspn(words, ", ");
            size_t length = strcspn(words, ",");
            snprintf(word, sizeof word, "%.*s", (int)length, words);
            words += length;
            if (ehc_find_adviser(england, word) != from)
                fail_msg("the word '%s' of %s stands for another adviser too", word,
                         ehc_advice_from_name((enum ehc_advice_from)from));
        }
    }
}

static void test_claimed_no_is_read_and_written_back(void **state) {
    (void)state;
    static const char text[] = "[closure summer]\nfrom = 2026-07-21\nto = 2026-08-31\nclaimed = no\n\n"
                               "[closure Easter]\nfrom = 2026-03-27\nto = 2026-04-13\n\n"
                               "[absence]\nfrom = 2026-06-01\nto = 2026-06-30\nclaimed = no\n\n"
                               "[exceptional]\nfrom = 2026-07-01\nto = 2026-07-03\nreason = surgery\nclaimed = no\n\n"
                               "[missed-appointment]\ndate = 2026-07-06\nbody = health\nclaimed = no\n";
    assert_true(read_case(text));
    assert_true(facts.closure[0].is_unclaimed && !facts.closure[1].is_unclaimed);
    assert_true(facts.absence[0].is_unclaimed && facts.exceptional[0].is_unclaimed && facts.missed[0].is_unclaimed);
    char written[sizeof text + 1] = "";
    struct ehc_error error;
    FILE *out = fmemopen(written, sizeof written, "w");
    assert_non_null(out);
    assert_true(ehc_case_write(england, &facts, out, &error));
    assert_int_equal(fclose(out), 0);
    assert_string_equal(written, text);
    assert_true(read_case("[absence]\nfrom = 2026-06-01\nto = 2026-06-30\nclaimed = Yes\n"));
    assert_false(facts.absence[0].is_unclaimed);
}

static void test_an_empty_value_of_text_is_not_given(void **state) {
    (void)state;
    assert_true(read_case("[case]\nreference =\nauthority = \"\"\n"));
    assert_null(facts.reference);
    assert_null(facts.authority);
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
        cmocka_unit_test_teardown(test_every_kind_of_section_is_read, release),
        cmocka_unit_test_teardown(test_who_was_asked_is_known_by_the_usual_words, release),
        cmocka_unit_test(test_each_word_stands_for_one_adviser),
        cmocka_unit_test_teardown(test_claimed_no_is_read_and_written_back, release),
        cmocka_unit_test_teardown(test_what_others_say_is_read_and_written_back, release),
        cmocka_unit_test_teardown(test_a_name_that_a_section_of_its_kind_has_already_is_left_out, release),
        cmocka_unit_test_teardown(test_names_keep_their_case_their_spaces_and_their_utf8, release),
        cmocka_unit_test_teardown(test_a_comment_may_be_on_its_own_line_or_after_a_header_a_date_or_a_quotation_mark,
                                  release),
        cmocka_unit_test_teardown(test_a_text_that_would_partly_be_a_comment_is_refused, release),
        cmocka_unit_test_teardown(test_a_backslash_in_quotation_marks_is_refused_as_iniparsers_differ, release),
        cmocka_unit_test_teardown(test_no_final_newline_crlf_and_a_byte_order_mark_are_accepted, release),
        cmocka_unit_test_teardown(test_an_empty_file_is_an_empty_case, release),
        cmocka_unit_test_teardown(test_an_empty_value_of_text_is_not_given, release),
        cmocka_unit_test_teardown(test_any_bytes_in_a_case_file_end_in_a_case_or_a_message, release),
        cmocka_unit_test_teardown(test_a_file_cut_anywhere_ends_in_a_case_or_a_message, release),
        cmocka_unit_test_teardown(test_releasing_twice_or_an_empty_case_is_harmless, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
