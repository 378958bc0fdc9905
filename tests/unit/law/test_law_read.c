/* A law read from a folder of files: ehc_law_read() of <ehc/law.h>. */
#include "law_copy.h"

/* ---- the same law, field by field ---- */

static void assert_same_text(const char *a, const char *b) {
    if (a == NULL || b == NULL)
        assert_ptr_equal(a, b);
    else
        assert_string_equal(a, b);
}

static void assert_same_indexes(struct ehc_indexes a, struct ehc_indexes b) {
    assert_int_equal(a.count, b.count);
    for (size_t i = 0; i < a.count; i++)
        assert_int_equal(a.index[i], b.index[i]);
}

static void assert_same_sources(struct ehc_sources a, struct ehc_sources b) {
    assert_int_equal(a.count, b.count);
    for (size_t i = 0; i < a.count; i++) {
        assert_int_equal(a.list[i].event, b.list[i].event);
        assert_int_equal(a.list[i].after, b.list[i].after);
    }
}

static void assert_same_events(const struct ehc_law *a, const struct ehc_law *b) {
    assert_int_equal(a->event_count, b->event_count);
    for (size_t i = 0; i < a->event_count; i++) {
        const struct ehc_event *x = &a->events[i], *y = &b->events[i];
        assert_string_equal(x->id, y->id);
        assert_string_equal(x->title, y->title);
        assert_string_equal(x->when, y->when);
        assert_string_equal(x->done, y->done);
        assert_same_text(x->round, y->round);
        assert_same_text(x->several_in, y->several_in);
        assert_int_equal(x->is_year, y->is_year);
        assert_same_indexes(x->not_before, y->not_before);
        assert_same_sources(x->taken_from, y->taken_from);
        assert_int_equal(x->taken, y->taken);
        assert_int_equal(x->taken_until, y->taken_until);
        assert_int_equal(x->is_term, y->is_term);
        assert_int_equal(x->if_closed, y->if_closed);
        assert_int_equal(x->opened_after, y->opened_after);
        assert_int_equal(x->ends, y->ends);
        assert_int_equal(x->within, y->within);
        assert_same_indexes(x->reverses, y->reverses);
        assert_same_indexes(x->again_after, y->again_after);
        assert_int_equal(x->never_projected, y->never_projected);
        assert_same_indexes(x->closed_by, y->closed_by);
        assert_same_indexes(x->undone_by, y->undone_by);
        assert_same_indexes(x->overtakes, y->overtakes);
        assert_same_indexes(x->settles, y->settles);
        assert_same_indexes(x->not_after, y->not_after);
        assert_int_equal(x->projected_from, y->projected_from);
        assert_same_indexes(x->limits, y->limits);
    }
}

static void assert_same_limit(const struct ehc_limit *x, const struct ehc_limit *y) {
    assert_string_equal(x->id, y->id);
    assert_string_equal(x->title, y->title);
    assert_string_equal(x->short_title, y->short_title);
    assert_string_equal(x->who, y->who);
    assert_string_equal(x->provision, y->provision);
    assert_string_equal(x->url, y->url);
    assert_same_text(x->note, y->note);
    assert_string_equal(x->if_late, y->if_late);
    assert_same_text(x->exceptions_in, y->exceptions_in);
    assert_same_text(x->only_if, y->only_if);
    assert_int_equal(x->route, y->route);
    assert_int_equal(x->trigger, y->trigger);
    assert_int_equal(x->act, y->act);
    assert_int_equal(x->amount, y->amount);
    assert_int_equal(x->month, y->month);
    assert_int_equal(x->unit, y->unit);
    assert_int_equal(x->count, y->count);
    assert_int_equal(x->roll, y->roll);
    assert_int_equal(x->basis, y->basis);
    assert_int_equal(x->from, y->from);
    assert_int_equal(x->until, y->until);
    assert_int_equal(x->exceptions, y->exceptions);
    assert_int_equal(x->relaxed_by, y->relaxed_by);
    assert_int_equal(x->instead_of, y->instead_of);
    assert_int_equal(x->projects, y->projects);
    assert_int_equal(x->roles, y->roles);
    assert_int_equal(x->for_family, y->for_family);
    assert_int_equal(x->after_trigger, y->after_trigger);
    assert_same_indexes(x->implied_by, y->implied_by);
    assert_int_equal(x->advice_from, y->advice_from);
    assert_same_indexes(x->readings, y->readings);
    assert_same_indexes(x->later_of, y->later_of);
    assert_int_equal(x->later_of_earlier, y->later_of_earlier);
    assert_same_indexes(x->needs, y->needs);
    assert_same_indexes(x->triggers, y->triggers);
    assert_same_sources(x->acts, y->acts);
    assert_same_indexes(x->known_by, y->known_by);
    assert_same_indexes(x->not_needed_if, y->not_needed_if);
    assert_same_indexes(x->superseded_by, y->superseded_by);
    assert_same_indexes(x->pending_until, y->pending_until);
    assert_same_indexes(x->under, y->under);
    assert_int_equal(x->together, y->together);
    assert_int_equal(x->is_asked_for, y->is_asked_for);
    assert_int_equal(x->needs_setting, y->needs_setting);
    assert_int_equal(x->of_decision, y->of_decision);
    assert_int_equal(x->or_on, y->or_on);
    assert_int_equal(x->or_on_needed, y->or_on_needed);
    assert_same_text(x->or_on_later, y->or_on_later);
    assert_same_text(x->or_on_earlier, y->or_on_earlier);
    assert_int_equal(x->or_limit, y->or_limit);
    assert_int_equal(x->with, y->with);
    assert_int_equal(x->with_amount, y->with_amount);
    assert_int_equal(x->is_minimum, y->is_minimum);
    assert_int_equal(x->pending, y->pending);
}

static void assert_same_readings(const struct ehc_law *a, const struct ehc_law *b) {
    assert_int_equal(a->reading_count, b->reading_count);
    for (size_t i = 0; i < a->reading_count; i++) {
        const struct ehc_reading *x = &a->readings[i], *y = &b->readings[i];
        assert_string_equal(x->id, y->id);
        assert_string_equal(x->title, y->title);
        assert_string_equal(x->why, y->why);
        assert_string_equal(x->source, y->source);
        assert_same_text(x->url, y->url);
        assert_int_equal(x->shift, y->shift);
        assert_int_equal(x->lenient, y->lenient);
        assert_int_equal(x->trigger, y->trigger);
        assert_int_equal(x->amount, y->amount);
        assert_int_equal(x->unit, y->unit);
        assert_int_equal(x->count, y->count);
        assert_int_equal(x->only_if_earlier, y->only_if_earlier);
    }
}

static void assert_same_exceptions(const struct ehc_law *a, const struct ehc_law *b) {
    assert_int_equal(a->list_count, b->list_count);
    for (size_t i = 0; i < a->list_count; i++) {
        assert_string_equal(a->lists[i].id, b->lists[i].id);
        for (size_t kind = 0; kind < EHC_EXCEPTION_KINDS; kind++)
            assert_same_text(a->lists[i].letter[kind], b->lists[i].letter[kind]);
        assert_int_equal(a->lists[i].absence_days, b->lists[i].absence_days);
        assert_int_equal(a->lists[i].closure_days, b->lists[i].closure_days);
    }
    for (size_t i = 0; i < EHC_EXCEPTION_KINDS; i++) {
        assert_string_equal(a->kinds[i].id, b->kinds[i].id);
        assert_string_equal(a->kinds[i].title, b->kinds[i].title);
        assert_string_equal(a->kinds[i].needs, b->kinds[i].needs);
        assert_string_equal(a->kinds[i].judge, b->kinds[i].judge);
    }
    for (size_t i = 0; i < EHC_ADVICE_FROM_KINDS; i++) {
        assert_string_equal(a->adviser[i].who, b->adviser[i].who);
        assert_string_equal(a->adviser[i].words, b->adviser[i].words);
    }
    assert_int_equal(a->claim_count, b->claim_count);
    for (size_t i = 0; i < a->claim_count; i++) {
        assert_string_equal(a->claims[i].id, b->claims[i].id);
        assert_string_equal(a->claims[i].title, b->claims[i].title);
        assert_string_equal(a->claims[i].words, b->claims[i].words);
        assert_string_equal(a->claims[i].why, b->claims[i].why);
        assert_int_equal(a->claims[i].of_staff, b->claims[i].of_staff);
    }
    assert_int_equal(a->personal_count, b->personal_count);
    for (size_t i = 0; i < a->personal_count; i++) {
        assert_string_equal(a->personal[i].id, b->personal[i].id);
        assert_string_equal(a->personal[i].words, b->personal[i].words);
        assert_int_equal(a->personal[i].of_staff_too, b->personal[i].of_staff_too);
        assert_int_equal(a->personal[i].of_things_too, b->personal[i].of_things_too);
        assert_int_equal(a->personal[i].is_family, b->personal[i].is_family);
    }
    assert_int_equal(a->relaxation_count, b->relaxation_count);
    for (size_t i = 0; i < a->relaxation_count; i++) {
        assert_string_equal(a->relaxations[i].id, b->relaxations[i].id);
        assert_int_equal(a->relaxations[i].from, b->relaxations[i].from);
        assert_int_equal(a->relaxations[i].until, b->relaxations[i].until);
        assert_string_equal(a->relaxations[i].provision, b->relaxations[i].provision);
        assert_string_equal(a->relaxations[i].url, b->relaxations[i].url);
        assert_string_equal(a->relaxations[i].why, b->relaxations[i].why);
    }
}

static void test_the_files_read_are_the_law_compiled_in_field_by_field(void **state) {
    (void)state;
    faults = (struct faults){0};
    struct ehc_law *law = ehc_law_read("data/england", collect_fault, &faults);
    assert_int_equal(faults.count, 0);
    assert_non_null(law);
    assert_string_equal(law->jurisdiction, england->jurisdiction);
    assert_string_equal(law->label, "EHC");
    assert_string_equal(england->label, "EHC");
    assert_string_equal(law->process, "EHC plan process");
    assert_string_equal(england->process, "EHC plan process");
    assert_int_equal(law->as_at, england->as_at);
    assert_int_equal(law->route_count, england->route_count);
    for (size_t i = 0; i < law->route_count; i++) {
        assert_string_equal(law->routes[i].id, england->routes[i].id);
        assert_string_equal(law->routes[i].title, england->routes[i].title);
    }
    assert_same_events(law, england);
    assert_int_equal(law->limit_count, england->limit_count);
    for (size_t i = 0; i < law->limit_count; i++)
        assert_same_limit(&law->limits[i], &england->limits[i]);
    assert_same_readings(law, england);
    assert_same_exceptions(law, england);
    assert_int_equal(law->holidays.count, england->holidays.count);
    assert_int_equal(law->holidays.from, england->holidays.from);
    assert_int_equal(law->holidays.until, england->holidays.until);
    for (size_t i = 0; i < law->holidays.count; i++) {
        assert_int_equal(law->holidays.list[i].day, england->holidays.list[i].day);
        assert_string_equal(law->holidays.list[i].name, england->holidays.list[i].name);
    }
    assert_int_equal(law->advice_requested, england->advice_requested);
    assert_int_equal(law->advice_request_received, england->advice_request_received);
    assert_int_equal(law->advice_received, england->advice_received);
    assert_int_equal(law->decision, england->decision);
    assert_int_equal(law->consulted, england->consulted);
    assert_int_equal(law->consultation_answered, england->consultation_answered);
    for (size_t i = 0; i < EHC_EXCEPTION_KINDS; i++)
        assert_int_equal(law->kinds[i].asked_event, england->kinds[i].asked_event);
    assert_int_equal(law->starts_with, england->starts_with);
    ehc_law_free(law);
    ehc_law_free(NULL);
}

/* ---- a changed law is used as changed ---- */

static struct ehc_deadline in_law(const struct ehc_law *law, const char *limit, const char *event, const char *date) {
    static struct ehc_case facts;
    struct ehc_deadline deadline;
    ehc_case_init(&facts);
    facts.event[ehc_find_event(law, event)] = day_of(date);
    ehc_deadline_of(law, &facts, NULL, day_of(date), ehc_find_limit(law, limit), &deadline);
    return deadline;
}

static void test_a_changed_amount_gives_other_days(void **state) {
    (void)state;
    change("assessment.ini", "[limit final-plan]", "amount = 20", "amount = 21");
    struct ehc_law *law = read_copy();
    assert_day(in_law(law, "final-plan", "request-received", "2026-01-05").due, "2026-06-01");
    assert_day(in_law(england, "final-plan", "request-received", "2026-01-05").due, "2026-05-25");
    ehc_law_free(law);
}

static void test_a_limit_is_counted_only_from_its_first_to_its_last_day_in_force(void **state) {
    (void)state;
    change("assessment.ini", "[limit final-plan]", "from = 2014-09-01", "from = 2020-01-01\nuntil = 2025-12-31");
    struct ehc_law *law = read_copy();
    struct ehc_deadline deadline = in_law(law, "final-plan", "request-received", "2019-12-31");
    assert_int_equal(deadline.because, EHC_NOT_IN_FORCE);
    assert_int_equal(deadline.due, EHC_NO_DAY);
    assert_status(deadline, "unknown", -1);
    assert_day(in_law(law, "final-plan", "request-received", "2020-01-01").due, "2020-05-20");
    assert_day(in_law(law, "final-plan", "request-received", "2025-12-31").due, "2026-05-20");
    deadline = in_law(law, "final-plan", "request-received", "2026-01-01");
    assert_int_equal(deadline.because, EHC_NOT_IN_FORCE);
    assert_status(deadline, "unknown", -1);
    ehc_law_free(law);
}

static void test_a_new_bank_holiday_is_left_out_of_working_days(void **state) {
    (void)state;
    change("bank-holidays.ini", "[2026]", "2026-04-06 =", "2026-04-05 = \"An extra day\"\n2026-04-06 =");
    change("bank-holidays.ini", "[2026]", "2026-04-06 = \"Easter Monday\"",
           "2026-04-06 = \"Easter Monday\"\n2026-04-07 = \"Another\"");
    struct ehc_law *law = read_copy();
    assert_int_equal(law->holidays.count, 142);
    assert_string_equal(ehc_holiday_name(&law->holidays, day_of("2026-04-07")), "Another");
    assert_day(in_law(law, "mediation-certificate-declined", "mediation-declined", "2026-04-02").due,
               "2026-04-10"); /* 8, 9, 10 */
    assert_day(in_law(england, "mediation-certificate-declined", "mediation-declined", "2026-04-02").due, "2026-04-09");
    ehc_law_free(law);
}

static void test_a_new_limit_needs_no_change_to_the_program(void **state) {
    (void)state;
    append(
        "assessment.ini",
        "[limit meeting]\ntitle = \"Hold the meeting\"\nshort = \"meeting\"\nrole = council\ntrigger = draft-plan-served\n"
        "act = school-response\namount = 10\nunit = working-days\ncount = after\nbasis = practice\n"
        "provision = \"A made-up rule\"\nurl = https://example.org/\nchecked = 2026-01-01\nfrom = 2026-01-01\n");
    struct ehc_law *law = read_copy();
    assert_int_equal(law->limit_count, england->limit_count + 1);
    assert_day(in_law(law, "meeting", "draft-plan-served", "2026-03-30").due,
               "2026-04-15"); /* 31 March, 1, 2, 7-10, 13-15 April */
    ehc_law_free(law);
}

/* Nine steps. Eleven limits lead from each step to the next: 11^8 ways to the last day. The days must still come at once. */
static void test_a_law_with_many_ways_to_each_event_costs_no_more_than_its_limits(void **state) {
    (void)state;
    char text[440];
    append("events.ini", "[step-0]\ntitle = \"0\"\nwhen = \"0\"\n");
    for (int step = 1; step <= 9; step++) {
        snprintf(text, sizeof text, "[step-%d]\ntitle = \"%d\"\nwhen = \"%d\"\n", step, step, step);
        append("events.ini", text);
        for (int way = 0; way < 11; way++) {
            snprintf(text, sizeof text,
                     "[limit step-%d-%d]\ntitle = \"x\"\nshort = \"x\"\nrole = council\ntrigger = step-%d\nact = step-%d\n"
                     "amount = %d\nunit = days\ncount = after\nbasis = practice\nprovision = \"x\"\n"
                     "url = https://example.org/\nchecked = 2026-01-01\nfrom = 2014-09-01\n",
                     step, way, step - 1, step, 12 - way);
            append("complaint.ini", text);
        }
    }
    struct ehc_law *law = read_copy();
    struct ehc_deadline last = in_law(law, "step-9-0", "step-0", "2026-03-02");
    assert_true(last.projected);
    assert_day(last.trigger, "2026-03-18"); /* the earliest is 2 days in each of 8 steps */
    assert_day(last.due, "2026-03-30");     /* and 12 more */
    ehc_law_free(law);
}

/* ---- rolls and breaks ---- */

static void test_a_tribunal_with_another_break_rolls_past_that_one(void **state) {
    (void)state;
    change("rolls.ini", "[break august]", "from = \"1 August\"", "from = \"20 July\"");
    change("rolls.ini", "[break august]", "to = \"31 August\"", "to = \"3 August\"");
    struct ehc_law *law = read_copy();
    assert_day(in_law(law, "appeal", "decision-notice-sent", "2026-05-22").due, "2026-08-04"); /* 22 July is in the break */
    assert_day(in_law(law, "appeal", "decision-notice-sent", "2026-06-15").due, "2026-08-17"); /* 15 August, a Saturday */
    ehc_law_free(law);
}

static void test_a_roll_without_its_words_or_with_an_unknown_break_is_reported(void **state) {
    (void)state;
    unsigned gap =
        change("rolls.ini", "[roll tribunal-appeal]", "breaks = \"august, christmas\"", "breaks = \"august, easter\"");
    unsigned roll = line_of("rolls.ini", "[roll tribunal-other]");
    unsigned day = change("rolls.ini", "[break christmas]", "from = \"25 December\"", "from = \"32 December\"");
    change("rolls.ini", "[roll tribunal-other]", "left-out = ", ";");
    refuse();
    assert_told("rolls.ini", gap, "'easter' is not a break", "");
    assert_told("rolls.ini", day, "'from' is not a day of a year", "15 February");
    assert_told("rolls.ini", roll, "'breaks' or 'left-out' is missing in [roll tribunal-other]", "");
    assert_int_equal(faults.count, 3);
}

/* ---- caseloads ---- */

static void test_a_law_without_caseloads_rolls_or_readings_is_whole(void **state) {
    (void)state;
    assert_int_equal(remove(path_of("caseload.ini")), 0);
    assert_int_equal(remove(path_of("published-figures.ini")), 0);
    struct ehc_law *law = read_copy();
    assert_int_equal(law->caseload.measure_count, 0);
    assert_null(ehc_published_of(law, 2024));
    ehc_law_free(law);
}

static void test_published_figures_are_found_by_the_keys_of_the_measures(void **state) {
    (void)state;
    unsigned line = change("published-figures.ini", "[2024]", "within-20 = ", "within-35 = ");
    refuse();
    assert_told("published-figures.ini", line, "'within-35' is not known in [2024]", "'within-20'");
    assert_int_equal(faults.count, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_files_read_are_the_law_compiled_in_field_by_field),
        TEST(test_a_changed_amount_gives_other_days),
        TEST(test_a_limit_is_counted_only_from_its_first_to_its_last_day_in_force),
        TEST(test_a_new_bank_holiday_is_left_out_of_working_days),
        TEST(test_a_new_limit_needs_no_change_to_the_program),
        TEST(test_a_law_with_many_ways_to_each_event_costs_no_more_than_its_limits),
        TEST(test_a_tribunal_with_another_break_rolls_past_that_one),
        TEST(test_a_roll_without_its_words_or_with_an_unknown_break_is_reported),
        TEST(test_a_law_without_caseloads_rolls_or_readings_is_whole),
        TEST(test_published_figures_are_found_by_the_keys_of_the_measures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
