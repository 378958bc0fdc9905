/* Files of a law that are refused: each fault gives its file and line. */
#include "law_copy.h"

/* ---- faults ---- */

static void test_an_unknown_key_gives_its_line_and_the_nearest_name(void **state) {
    (void)state;
    unsigned line = change("assessment.ini", "[limit final-plan]", "trigger = ", "triger = ");
    refuse();
    assert_told("assessment.ini", line, "'triger' is not known", "did you mean 'trigger'?");
    assert_told("assessment.ini", line_of("assessment.ini", "[limit final-plan]"), "'trigger' is missing", "");
    assert_int_equal(faults.count, 2);
}

static void test_a_missing_key_is_named_at_its_section(void **state) {
    (void)state;
    change("review.ini", "[limit amended-plan]", "provision = \"SEND Regs 2014 reg 22(3)\"\n", "");
    change("events.ini", "[plan-made]", "title = \"Plan first made\"\n", "");
    change("exceptions.ini", "[claim backlog]", "why = ", "; why = ");
    refuse();
    assert_told("review.ini", line_of("review.ini", "[limit amended-plan]"), "'provision' is missing", "");
    assert_told("events.ini", line_of("events.ini", "[plan-made]"), "'title' is missing", "");
    assert_told("exceptions.ini", line_of("exceptions.ini", "[claim backlog]"), "'why' is missing", "");
    assert_int_equal(faults.count, 3);
}

static void test_an_unknown_event_limit_or_list_gets_the_nearest_name(void **state) {
    (void)state;
    unsigned event = change("assessment.ini", "[limit final-plan]", "act = final-plan-sent", "act = final-plan-send");
    unsigned branch = change("assessment.ini", "[limit draft-plan-practical]", "no-plan-notice, ", "no-plan-notise, ");
    unsigned list = change("reassessment.ini", "[limit reassessment-plan]", "exceptions = 27(3)", "exceptions = 27(4)");
    unsigned ended = change("assessment.ini", "[limit draft-plan-practical]", "order-assess, ", "order-asess, ");
    unsigned later = change("disagreement.ini", "[limit appeal]", "later-of = appeal-from-certificate",
                            "later-of = appeal-from-certificat");
    unsigned reading = change("review.ini", "[limit review-notice]", "readings = lenient-week", "readings = lenient-weak");
    unsigned relaxation =
        change("moving.ini", "[limit plan-transfer]", "relaxed-by = coronavirus-practicable", "relaxed-by = corona");
    unsigned before = change("events.ini", "[review-report]", "not-before = review-meeting", "not-before = review-meting");
    refuse();
    assert_told("assessment.ini", event, "'final-plan-send' is not an event", "did you mean 'final-plan-sent'?");
    assert_told("assessment.ini", branch, "'no-plan-notise' is not an event", "did you mean 'no-plan-notice'?");
    assert_told("assessment.ini", ended, "'order-asess' is not an event", "did you mean 'order-assess'?");
    assert_told("reassessment.ini", list, "'27(4)' is not a list of exceptions", "");
    assert_told("disagreement.ini", later, "'appeal-from-certificat' is not a limit",
                "did you mean 'appeal-from-certificate'?");
    assert_told("review.ini", reading, "'lenient-weak' is not a reading", "");
    assert_told("moving.ini", relaxation, "'corona' is not a relaxation", "");
    assert_told("events.ini", before, "'review-meting' is not an event", "did you mean 'review-meeting'?");
    assert_int_equal(faults.count, 8); /* all in one go */
}

static void test_a_limit_given_twice_is_reported(void **state) {
    (void)state;
    append("review.ini", "[limit final-plan]\ntitle = \"Again\"\n");
    refuse();
    assert_told("review.ini", line_of("review.ini", "[limit final-plan]"), "'final-plan'", "");
}

/* The room for a limit's branches is enough for one section only. Under AddressSanitizer a write beyond it ends this test.
 */
static void test_the_branches_of_a_limit_given_twice_stay_in_their_room(void **state) {
    (void)state;
    append("review.ini", "[limit unopposed-assess-final-plan]\nnot-needed-if = no-plan-notice\n");
    refuse();
    assert_told("unopposed-appeal.ini", line_of("unopposed-appeal.ini", "[limit unopposed-assess-final-plan]"),
                "is in another file too", "");
}

static void test_a_limit_given_twice_in_one_file_names_both_lines(void **state) {
    (void)state;
    unsigned first = line_of("review.ini", "[limit next-review]");
    unsigned line =
        change("review.ini", "[limit review-report]", "[limit review-report]", "[limit next-review]\n[limit review-report]");
    char words[64];
    snprintf(words, sizeof words, "first on line %u", first);
    refuse();
    assert_told("review.ini", line, words, "");
}

static void test_a_bad_amount_is_reported(void **state) {
    (void)state;
    unsigned word = change("assessment.ini", "[limit final-plan]", "amount = 20", "amount = twenty");
    unsigned day = change("phase-transfer.ini", "[limit phase-transfer]", "amount = 15 February", "amount = 30 February");
    unsigned part = change("review.ini", "[limit review-decision]", "amount = 4", "amount = 4.5");
    unsigned large = change("review.ini", "[limit review-report]", "amount = 2", "amount = 99999999999999999999");
    refuse();
    assert_told("assessment.ini", word, "'amount' is not a number", "");
    assert_told("phase-transfer.ini", day, "'amount' is not a day of a year", "15 February");
    assert_told("review.ini", part, "'amount' is not a number", "");
    assert_told("review.ini", large, "'amount' is not a number", "");
    assert_int_equal(faults.count, 4);
}

static void test_amount_unit_and_count_must_go_together(void **state) {
    (void)state;
    change("assessment.ini", "[limit final-plan]", "amount = 20", "amount = 0");
    change("review.ini", "[limit review-decision]", "unit = weeks", "unit = fixed-date");
    change("phase-transfer.ini", "[limit phase-transfer]", "count = before", "count = after");
    change("review.ini", "[limit review-report]", "amount = 2", "amount = -2");
    refuse();
    size_t told = 0;
    for (size_t i = 0; i < faults.count; i++)
        told += strstr(faults.list[i].message, "do not go together") != NULL && faults.list[i].line > 0;
    assert_int_equal(told, 4);
    assert_int_equal(faults.count, 4);
}

static void test_an_unknown_unit_count_roll_or_basis_gets_the_list_of_known_ones(void **state) {
    (void)state;
    unsigned unit = change("assessment.ini", "[limit final-plan]", "unit = weeks", "unit = fortnights");
    unsigned count = change("assessment.ini", "[limit final-plan]", "count = after", "count = within");
    unsigned roll = change("assessment.ini", "[limit final-plan]", "roll = none", "roll = yes");
    unsigned basis = change("assessment.ini", "[limit final-plan]", "basis = statute", "basis = law");
    unsigned from = change("assessment.ini", "[limit advice-from-anyone]", "advice-from = school", "advice-from = teacher");
    unsigned projects = change("assessment.ini", "[limit no-plan-notice]", "projects = no", "projects = maybe");
    unsigned asked = change("review.ini", "[limit review-notice]", "asked-for = yes", "asked-for = perhaps");
    unsigned kind = change("events.ini", "[transfer-year]", "kind = year", "kind = month");
    unsigned taken = change("events.ini", "[decision-notice-sent]", "taken = each", "taken = all");
    refuse();
    assert_told("assessment.ini", unit, "'fortnights'", "weeks, months, working-days");
    assert_told("assessment.ini", count, "'within'", "after, beginning, at-least-before, before");
    assert_told("assessment.ini", roll, "'yes'", "none, tribunal-appeal, tribunal-other");
    assert_told("assessment.ini", basis, "'law'", "statute, case-law");
    assert_told("assessment.ini", from, "'teacher'", "psychologist");
    assert_told("assessment.ini", projects, "'maybe' is not a known value of 'projects'", "no, yes, once-started");
    assert_told("review.ini", asked, "'asked-for' is neither yes nor no", "yes or no");
    assert_told("events.ini", kind, "this kind of event is not known", "year or term");
    assert_told("events.ini", taken, "'all' is not a known value of 'taken'", "latest, each, first");
    assert_int_equal(faults.count, 9);
}

static void test_a_limit_in_force_until_a_day_before_it_begins_is_reported(void **state) {
    (void)state;
    change("assessment.ini", "[limit final-plan]", "from = 2014-09-01", "from = 2014-09-01\nuntil = 2014-08-31");
    unsigned day = change("review.ini", "[limit review-decision]", "from = 2014-09-01", "from = 2014-09-31");
    refuse();
    assert_told("review.ini", day, "30 days", "");
    assert_int_equal(faults.count, 2);
    assert_non_null(strstr(faults.list[0].message, "[limit final-plan]"));
}

static void test_exceptions_need_their_provision_and_it_needs_them(void **state) {
    (void)state;
    change("assessment.ini", "[limit final-plan]", "exceptions-in = ", "; exceptions-in = ");
    change("assessment.ini", "[limit assessment-decision]", "exceptions = 10(4)\n", "");
    refuse();
    assert_int_equal(faults.count, 2);
    assert_non_null(strstr(faults.list[0].message, "'exceptions-in'"));
}

static void test_a_circle_of_projections_is_reported_in_its_file(void **state) {
    (void)state;
    /* the decision would wait for advice, and advice is projected from the decision */
    change("assessment.ini", "[limit assessment-decision]", "trigger = request-received", "trigger = advice-requested");
    refuse();
    assert_int_equal(faults.count, 1);
    assert_non_null(strstr(faults.list[0].message, "would depend on itself"));
    if (strcmp(faults.file[0], path_of("assessment.ini")) != 0 && strcmp(faults.file[0], path_of("events.ini")) != 0)
        fail_msg("the fault is reported in the wrong file: %s", faults.file[0]);
}

static void test_a_missing_file_or_folder_is_reported(void **state) {
    (void)state;
    unlink(path_of("review.ini"));
    refuse();
    assert_told("review.ini", 0, "cannot be read", "");
    unlink(path_of("events.ini"));
    unlink(path_of("bank-holidays.ini"));
    refuse();
    assert_told("events.ini", 0, "cannot be read", "");
    assert_told("bank-holidays.ini", 0, "cannot be read", "");
    faults = (struct faults){0};
    assert_null(ehc_law_read("/no/such/folder", collect_fault, &faults));
    assert_true(faults.count > 0);
    faults = (struct faults){0};
    assert_null(ehc_law_read("", collect_fault, &faults));
    assert_true(faults.count > 0);
    static char longest[4000];
    memset(longest, 'a', sizeof longest - 1);
    faults = (struct faults){0};
    assert_null(ehc_law_read(longest, collect_fault, &faults));
    assert_true(faults.count > 0);
}

static void test_bank_holidays_out_of_order_outside_the_span_or_impossible_are_reported(void **state) {
    (void)state;
    unsigned order = change("bank-holidays.ini", "[2026]", "2026-04-03", "2026-04-07");
    unsigned outside = change("bank-holidays.ini", "[2028]", "2028-12-26", "2029-01-01");
    unsigned impossible = change("bank-holidays.ini", "[2027]", "2027-05-31", "2027-05-32");
    refuse();
    assert_told("bank-holidays.ini", order + 1, "not in order", "");
    assert_told("bank-holidays.ini", outside, "outside 'from' and 'until'", "");
    assert_told("bank-holidays.ini", impossible, "does not exist", "");
    assert_int_equal(faults.count, 3);
}

static void test_bank_holidays_without_their_span_are_reported(void **state) {
    (void)state;
    write_bytes(path_of("bank-holidays.ini"), "; nothing\n", 10);
    refuse();
    assert_string_equal(faults.file[0], path_of("bank-holidays.ini"));
}

static void test_a_span_of_bank_holidays_that_ends_before_it_begins_is_reported(void **state) {
    (void)state;
    static const char text[] =
        "[bank-holidays]\nfrom = 2028-12-31\nuntil = 2012-01-01\nsource = \"x\"\nurl = https://example.org/\n";
    write_bytes(path_of("bank-holidays.ini"), text, sizeof text - 1);
    refuse();
    assert_string_equal(faults.file[0], path_of("bank-holidays.ini"));
}

static void test_a_list_with_a_closure_needs_its_number_of_days(void **state) {
    (void)state;
    /* else a closure of any length would fit */
    change("exceptions.ini", "[list 10(4)]", "closure-days = 28\n", "");
    change("exceptions.ini", "[list 8(2)]", "absence-days = 28\n", "");
    refuse();
    assert_string_equal(faults.file[0], path_of("exceptions.ini"));
    assert_int_equal(faults.count, 2);
}

static void test_a_reading_is_either_a_shift_or_lenient_or_another_trigger(void **state) {
    (void)state;
    change("readings.ini", "[day-1]", "shift = -1", "shift = -1\nlenient = yes");
    change("readings.ini", "[lenient-week]", "lenient = yes\n", "");
    refuse();
    size_t told = 0;
    for (size_t i = 0; i < faults.count; i++)
        told +=
            strcmp(faults.file[i], path_of("readings.ini")) == 0 && strstr(faults.list[i].message, "needs one of") != NULL;
    assert_int_equal(told, 2);
    assert_int_equal(faults.count, 2);
}

static void test_an_event_that_an_exception_asks_for_must_be_there(void **state) {
    (void)state;
    unsigned line = change("exceptions.ini", "[kind early-years-closure]", "asked-event = early-years-advice-requested",
                           "asked-event = early-years-advice-requestd");
    refuse();
    assert_told("exceptions.ini", line, "'early-years-advice-requestd' is not an event", "'early-years-advice-requested'");
    assert_int_equal(faults.count, 1);
}

static void test_an_event_that_nothing_names_is_reported(void **state) {
    (void)state;
    append("events.ini", "[tea-served]\ntitle = \"Tea served\"\nwhen = \"tea is served\"\n");
    unsigned line = line_of("events.ini", "[tea-served]");
    refuse();
    assert_told("events.ini", line, "nothing uses 'tea-served': no limit, reading, exception or other event names it",
                "leave it out");
    assert_int_equal(faults.count, 1);
}

static void test_a_duty_without_a_number_needs_its_keys_and_a_unique_id(void **state) {
    (void)state;
    append("support.ini", "[no-number final-plan]\ntitle = \"x\"\nrole = council\nbasis = statute\nprovision = \"x\"\n"
                          "url = https://example.org/\nchecked = 2026-11-24\n");
    unsigned line = line_of("support.ini", "[no-number final-plan]");
    refuse();
    assert_told("support.ini", line, "'final-plan' is the id of another limit", "");
    assert_told("support.ini", line, "'asks' is missing in [no-number final-plan]", "");
    assert_told("support.ini", line, "'what-to-do' is missing in [no-number final-plan]", "");
    assert_int_equal(faults.count, 3);
}

static void test_further_days_of_working_days_are_read_with_their_source_and_in_order(void **state) {
    (void)state;
    change("working-days.ini", "[working-days united-kingdom]", "checked = 2026-11-24", "");
    append("working-days.ini", "2028-12-25 = \"Christmas Day\"\n2028-11-01 = \"too early\"\n");
    unsigned line = line_of("working-days.ini", "[working-days united-kingdom]");
    refuse();
    assert_told("working-days.ini", line, "'checked' is missing in [working-days united-kingdom]", "");
    assert_told("working-days.ini", line_of("working-days.ini", "2028-11-01"), "the bank holidays are not in order of day",
                "");
}

static void test_a_limit_needs_its_source_its_count_and_the_day_it_was_read(void **state) {
    (void)state;
    unsigned line = line_of("assessment.ini", "[limit final-plan]");
    change("assessment.ini", "[limit final-plan]", "checked = 2026-11-21", "");
    change("assessment.ini", "[limit final-plan]", "count = after", "");
    change("assessment.ini", "[limit final-plan]", "provision = ", ";");
    change("assessment.ini", "[limit final-plan]", "url = ", ";");
    refuse();
    assert_told("assessment.ini", line, "'checked' is missing in [limit final-plan]", "");
    assert_told("assessment.ini", line, "'count' is missing", "");
    assert_told("assessment.ini", line, "'provision' is missing", "");
    assert_told("assessment.ini", line, "'url' is missing", "");
    assert_int_equal(faults.count, 4);
}

static void test_an_unknown_role_gets_the_nearest_name(void **state) {
    (void)state;
    unsigned role = change("assessment.ini", "[limit final-plan]", "role = council", "role = counsel");
    unsigned late = change("complaint.ini", "[limit ombudsman]", "after-late-of = council", "");
    unsigned ombudsman = line_of("complaint.ini", "[limit ombudsman]");
    assert_true(late > 0);
    refuse();
    assert_told("assessment.ini", role, "'counsel' is not a role", "");
    assert_told("complaint.ini", ombudsman, "[limit ombudsman] needs both 'after-late' and 'after-late-of'", "");
    assert_int_equal(faults.count, 2);
}

/* Words beside a role change what is printed and nothing else: the family's step after a delay stays. */
static void test_a_council_by_another_name_is_still_the_council(void **state) {
    (void)state;
    change("roles.ini", "[role council]", "who = council", "who = \"local authority\"");
    struct ehc_law *law = read_copy();
    const struct ehc_limit *plan = &law->limits[ehc_find_limit(law, "final-plan")];
    struct ehc_case facts;
    struct ehc_error error;
    assert_string_equal(plan->who, "local authority");
    assert_true((plan->roles & 1U << ehc_find_role(law, "council")) != 0);
    ehc_case_init(&facts);
    assert_true(ehc_case_set_event(law, &facts, "request-received", "2026-01-05", &error));
    struct ehc_judgement *judgement = ehc_judge(law, &facts, day_of("2026-06-01"), NULL);
    assert_int_equal(judgement->option_count, 1);
    assert_string_equal(judgement->options[0].limit->id, "ombudsman");
    assert_day(judgement->options[0].last, "2027-02-16"); /* 12 months beginning with 17 February 2026 */
    ehc_judgement_free(judgement);
    ehc_law_free(law);
}

static void test_faults_of_a_caseload_are_reported_with_file_and_line(void **state) {
    (void)state;
    append("caseload.ini", "[measure final-plam]\n[colum x]\n");
    unsigned measure = line_of("caseload.ini", "[measure final-plam]");
    unsigned colum = line_of("caseload.ini", "[colum x]");
    unsigned bands = change("caseload.ini", "[main]", "bands = 4, 12, 26, 52", "bands = 4, 12, 11");
    unsigned keys = change("caseload.ini", "[measure no-plan-notice]", "keys = no_plan, no_plan_in_16, pct_16",
                           "keys = no_plan, no_plan_in_16");
    refuse();
    assert_told("caseload.ini", measure, "'final-plam' is not a limit", "'final-plan'");
    assert_told("caseload.ini", colum, "[colum x] is not known here", "[measure ID], [main], [column NAME]");
    assert_told("caseload.ini", bands, "'bands' is not in order", "the smallest first");
    assert_told("caseload.ini", keys, "'keys' has too few names", "commas");
    assert_int_equal(faults.count, 4);
}

static void test_an_unknown_section_gets_the_list_of_known_ones(void **state) {
    (void)state;
    append("review.ini", "[limits x]\n");
    append("exceptions.ini", "[kind boredom]\ntitle = \"x\"\n[lists y]\n");
    append("law.ini", "[laws]\n");
    refuse();
    if (faults.count == 1) { /* law.ini is read first: the rest needs what it names */
        assert_told("law.ini", line_of("law.ini", "[laws]"), "[laws] is not known here", "[law]");
        change("law.ini", "", "[laws]\n", "");
        refuse();
    }
    assert_told("review.ini", line_of("review.ini", "[limits x]"), "[limits x] is not known here", "[limit NAME]");
    assert_told("exceptions.ini", line_of("exceptions.ini", "[kind boredom]"), "not a kind of exception", "");
    assert_told("exceptions.ini", line_of("exceptions.ini", "[lists y]"), "[lists y] is not known here", "[list NAME]");
}

static void test_a_kind_of_exception_that_is_missing_is_reported(void **state) {
    (void)state;
    change("exceptions.ini", "", "[kind absence]", "[claim absence]");
    refuse();
    bool told = false;
    for (size_t i = 0; i < faults.count; i++)
        told = told || strstr(faults.list[i].message, "[kind absence] is missing") != NULL;
    assert_true(told);
}

static void test_law_ini_needs_its_day_and_its_routes(void **state) {
    (void)state;
    unsigned day = change("law.ini", "", "as-at = 2026-11-21", "as-at = 2026-11-31");
    refuse();
    assert_told("law.ini", day, "November 2026 has 30 days", "");
    write_bytes(path_of("law.ini"), "[law]\n", 6);
    refuse();
    assert_told("law.ini", 1, "'jurisdiction' is missing", "");
    assert_told("law.ini", 1, "'as-at' is missing", "");
    assert_told("law.ini", 1, "'routes' is missing", "");
}

static void test_a_route_without_its_section_is_reported_once(void **state) {
    (void)state;
    change("support.ini", "[route]", "[route]\ntitle = \"Direct payments\"\n", "[route]\n");
    refuse();
    assert_told("support.ini", line_of("support.ini", "[route]"), "'title' is missing", "");
    assert_int_equal(faults.count, 1); /* but not that there is no [route] too */
}

static void test_faults_of_syntax_are_reported_with_file_and_line(void **state) {
    (void)state;
    unsigned equals = change("review.ini", "[limit review-decision]", "unit = weeks", "unit weeks");
    unsigned twice = change("moving.ini", "[limit plan-transfer]", "amount = 15", "amount = 15\namount = 16") + 1;
    unsigned bracket = change("support.ini", "[route]", "[route]", "[route");
    refuse();
    assert_told("review.ini", equals, "no '='", "ehc-limits(5)");
    assert_told("moving.ini", twice, "given twice", "");
    assert_told("support.ini", bracket, "]", "");
}

static void test_any_file_cut_anywhere_is_refused_or_read(void **state) {
    (void)state;
    static const char *const files[] = {"law.ini", "readings.ini", "support.ini", "relaxations.ini"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char *text = read_file(path_of(files[i]));
        size_t length = strlen(text);
        for (size_t cut = 0; cut < length; cut += 97) {
            write_bytes(path_of(files[i]), text, cut);
            faults = (struct faults){0};
            struct ehc_law *law = ehc_law_read(folder, collect_fault, &faults);
            assert_int_equal(law == NULL, faults.count > 0);
            ehc_law_free(law);
        }
        write_bytes(path_of(files[i]), text, length);
        free(text);
    }
}

static void test_random_bytes_in_the_files_are_refused_or_read(void **state) {
    (void)state;
    static const char *const files[] = {"assessment.ini", "events.ini",        "readings.ini",
                                        "exceptions.ini", "bank-holidays.ini", "law.ini"};
    uint32_t seed = 20261121;
    for (int round = 0; round < 60; round++) {
        const char *file = files[round % 6];
        char *text = read_file(path_of(file)), *whole = read_file(path_of(file));
        size_t length = strlen(text);
        for (int change_count = 0; change_count < 4; change_count++) {
            seed = seed * 1664525 + 1013904223;
            text[(seed >> 8) % length] = (char)(seed >> 3);
        }
        write_bytes(path_of(file), text, length);
        faults = (struct faults){0};
        struct ehc_law *law = ehc_law_read(folder, collect_fault, &faults);
        assert_int_equal(law == NULL, faults.count > 0);
        ehc_law_free(law);
        write_bytes(path_of(file), whole, length);
        free(text);
        free(whole);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_an_unknown_key_gives_its_line_and_the_nearest_name),
        TEST(test_a_missing_key_is_named_at_its_section),
        TEST(test_an_unknown_event_limit_or_list_gets_the_nearest_name),
        TEST(test_a_limit_given_twice_is_reported),
        TEST(test_the_branches_of_a_limit_given_twice_stay_in_their_room),
        TEST(test_a_limit_given_twice_in_one_file_names_both_lines),
        TEST(test_a_bad_amount_is_reported),
        TEST(test_amount_unit_and_count_must_go_together),
        TEST(test_an_unknown_unit_count_roll_or_basis_gets_the_list_of_known_ones),
        TEST(test_a_limit_in_force_until_a_day_before_it_begins_is_reported),
        TEST(test_exceptions_need_their_provision_and_it_needs_them),
        TEST(test_a_circle_of_projections_is_reported_in_its_file),
        TEST(test_a_missing_file_or_folder_is_reported),
        TEST(test_bank_holidays_out_of_order_outside_the_span_or_impossible_are_reported),
        TEST(test_bank_holidays_without_their_span_are_reported),
        TEST(test_a_span_of_bank_holidays_that_ends_before_it_begins_is_reported),
        TEST(test_a_list_with_a_closure_needs_its_number_of_days),
        TEST(test_a_reading_is_either_a_shift_or_lenient_or_another_trigger),
        TEST(test_an_event_that_an_exception_asks_for_must_be_there),
        TEST(test_an_event_that_nothing_names_is_reported),
        TEST(test_a_duty_without_a_number_needs_its_keys_and_a_unique_id),
        TEST(test_further_days_of_working_days_are_read_with_their_source_and_in_order),
        TEST(test_a_limit_needs_its_source_its_count_and_the_day_it_was_read),
        TEST(test_an_unknown_role_gets_the_nearest_name),
        TEST(test_a_council_by_another_name_is_still_the_council),
        TEST(test_faults_of_a_caseload_are_reported_with_file_and_line),
        TEST(test_an_unknown_section_gets_the_list_of_known_ones),
        TEST(test_a_kind_of_exception_that_is_missing_is_reported),
        TEST(test_law_ini_needs_its_day_and_its_routes),
        TEST(test_a_route_without_its_section_is_reported_once),
        TEST(test_faults_of_syntax_are_reported_with_file_and_line),
        TEST(test_any_file_cut_anywhere_is_refused_or_read),
        TEST(test_random_bytes_in_the_files_are_refused_or_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
