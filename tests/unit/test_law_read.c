/* A law read from a folder of files: ehc_law_read() of <ehc/law.h>. */
#include "support.h"
#include <ehc/audit.h>
#include <ehc/law.h>

static char folder[PATH_MOST];
static struct faults faults;

/* ---- a copy of data/england that can be changed ---- */

static int copy(void **state) {
    (void)state;
    copy_folder("data/england", folder);
    faults = (struct faults){0};
    return 0;
}

static int discard(void **state) {
    (void)state;
    remove_folder(folder);
    return 0;
}

static const char *path_of(const char *file) {
    static char path[PATH_MOST + 100];
    snprintf(path, sizeof path, "%s/%s", folder, file);
    return path;
}

/* Puts `with` in place of the first `what` after `after` in a file; gives the line on which it stands. */
static unsigned change(const char *file, const char *after, const char *what, const char *with) {
    char *text = read_file(path_of(file));
    char *at = strstr(text, after);
    at = at != NULL ? strstr(at, what) : NULL;
    if (at == NULL)
        fail_msg("'%s' is not in %s", what, file);
    unsigned line = 1;
    for (const char *before = text; before < at; before++)
        line += *before == '\n';
    FILE *out = fopen(path_of(file), "wb");
    assert_non_null(out);
    fwrite(text, 1, (size_t)(at - text), out);
    fputs(with, out);
    fputs(at + strlen(what), out);
    assert_int_equal(fclose(out), 0);
    free(text);
    return line;
}

static void append(const char *file, const char *text) {
    FILE *out = fopen(path_of(file), "ab");
    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
}

static unsigned line_of(const char *file, const char *words) {
    return change(file, "", words, words);
}

/* Reads the copy, which has faults. */
static void refuse(void) {
    faults = (struct faults){0};
    struct ehc_law *law = ehc_law_read(folder, collect_fault, &faults);
    ehc_law_free(law);
    if (law != NULL)
        fail_msg("the law was read in spite of its faults");
    assert_true(faults.count > 0);
}

static void assert_told_at(const char *file, unsigned line, const char *message, const char *hint, const char *in_file,
                           int in_line) {
    for (size_t i = 0; i < faults.count && i < FAULTS_MOST; i++)
        if (strcmp(faults.file[i], path_of(file)) == 0 && faults.list[i].line == line &&
            strstr(faults.list[i].message, message) != NULL && strstr(faults.list[i].hint, hint) != NULL)
            return;
    print_error("%s:%d: no '%s' (%s) at %s:%u; reported were:\n", in_file, in_line, message, hint, file, line);
    print_faults(&faults);
    fail();
}
#define assert_told(file, line, message, hint) assert_told_at(file, line, message, hint, __FILE__, __LINE__)

static struct ehc_law *read_copy(void) {
    faults = (struct faults){0};
    struct ehc_law *law = ehc_law_read(folder, collect_fault, &faults);
    if (law == NULL)
        print_faults(&faults);
    assert_non_null(law);
    assert_int_equal(faults.count, 0);
    return law;
}

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

static void assert_same_events(const struct ehc_law *a, const struct ehc_law *b) {
    assert_int_equal(a->event_count, b->event_count);
    for (size_t i = 0; i < a->event_count; i++) {
        const struct ehc_event *x = &a->events[i], *y = &b->events[i];
        assert_string_equal(x->id, y->id);
        assert_string_equal(x->title, y->title);
        assert_string_equal(x->when, y->when);
        assert_string_equal(x->done, y->done);
        assert_int_equal(x->is_year, y->is_year);
        assert_same_indexes(x->not_before, y->not_before);
        assert_same_indexes(x->taken_from, y->taken_from);
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
    assert_int_equal(x->for_family, y->for_family);
    assert_int_equal(x->advice_from, y->advice_from);
    assert_same_indexes(x->readings, y->readings);
    assert_same_indexes(x->later_of, y->later_of);
    assert_same_indexes(x->needs, y->needs);
    assert_int_equal(x->not_needed_count, y->not_needed_count);
    for (size_t i = 0; i < x->not_needed_count; i++) {
        assert_int_equal(x->not_needed_if[i].event, y->not_needed_if[i].event);
        assert_int_equal(x->not_needed_if[i].unless, y->not_needed_if[i].unless);
    }
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
    assert_int_equal(a->claim_count, b->claim_count);
    for (size_t i = 0; i < a->claim_count; i++) {
        assert_string_equal(a->claims[i].id, b->claims[i].id);
        assert_string_equal(a->claims[i].title, b->claims[i].title);
        assert_string_equal(a->claims[i].words, b->claims[i].words);
        assert_string_equal(a->claims[i].why, b->claims[i].why);
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
    for (size_t i = 0; i < EHC_EXCEPTION_KINDS; i++)
        assert_int_equal(law->kinds[i].asked_event, england->kinds[i].asked_event);
    assert_int_equal(law->starts_with, england->starts_with);
    ehc_law_free(law);
    ehc_law_free(NULL);
}

/* ---- a law that was changed is used as it was changed ---- */

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
    append("assessment.ini",
           "[limit meeting]\ntitle = \"Hold the meeting\"\nshort = \"meeting\"\nrole = council\ntrigger = draft-plan-served\n"
           "act = school-response\namount = 10\nunit = working-days\ncount = after\nbasis = practice\n"
           "provision = \"A made-up rule\"\nurl = https://example.org/\nchecked = 2026-01-01\nfrom = 2026-01-01\n");
    struct ehc_law *law = read_copy();
    assert_int_equal(law->limit_count, england->limit_count + 1);
    assert_day(in_law(law, "meeting", "draft-plan-served", "2026-03-30").due,
               "2026-04-15"); /* 31 March, 1, 2, 7-10, 13-15 April */
    ehc_law_free(law);
}

/* Nine steps, each the act of eleven limits that the step before starts: 11^8 ways to the last day, and the days must come at
 * once all the same. */
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

static void test_an_unknown_event_or_limit_or_list_is_told_with_the_nearest(void **state) {
    (void)state;
    unsigned event = change("assessment.ini", "[limit final-plan]", "act = final-plan-sent", "act = final-plan-send");
    unsigned branch = change("assessment.ini", "[limit draft-plan-practical]", "no-plan-notice, ", "no-plan-notise, ");
    unsigned list = change("reassessment.ini", "[limit reassessment-plan]", "exceptions = 27(3)", "exceptions = 27(4)");
    unsigned later = change("disagreement.ini", "[limit appeal]", "later-of = appeal-from-certificate",
                            "later-of = appeal-from-certificat");
    unsigned reading = change("review.ini", "[limit review-notice]", "readings = lenient-week", "readings = lenient-weak");
    unsigned relaxation =
        change("moving.ini", "[limit plan-transfer]", "relaxed-by = coronavirus-practicable", "relaxed-by = corona");
    unsigned before = change("events.ini", "[review-report]", "not-before = review-meeting", "not-before = review-meting");
    refuse();
    assert_told("assessment.ini", event, "'final-plan-send' is not an event", "did you mean 'final-plan-sent'?");
    assert_told("assessment.ini", branch, "'no-plan-notise' is not an event", "did you mean 'no-plan-notice'?");
    assert_told("reassessment.ini", list, "'27(4)' is not a list of exceptions", "");
    assert_told("disagreement.ini", later, "'appeal-from-certificat' is not a limit",
                "did you mean 'appeal-from-certificate'?");
    assert_told("review.ini", reading, "'lenient-weak' is not a reading", "");
    assert_told("moving.ini", relaxation, "'corona' is not a relaxation", "");
    assert_told("events.ini", before, "'review-meting' is not an event", "did you mean 'review-meeting'?");
    assert_int_equal(faults.count, 7); /* all in one go */
}

static void test_a_limit_that_stands_twice_is_told(void **state) {
    (void)state;
    append("review.ini", "[limit final-plan]\ntitle = \"Again\"\n");
    refuse();
    assert_told("review.ini", line_of("review.ini", "[limit final-plan]"), "'final-plan'", "");
}

/* Its branches have room for those of one place. Under AddressSanitizer a write beyond it ends this test. */
static void test_the_branches_of_a_limit_that_stands_twice_stay_in_their_room(void **state) {
    (void)state;
    append("review.ini", "[limit unopposed-assess-final-plan]\nnot-needed-if = no-plan-notice\n");
    refuse();
    assert_told("unopposed-appeal.ini", line_of("unopposed-appeal.ini", "[limit unopposed-assess-final-plan]"),
                "stands in another file too", "");
}

static void test_a_limit_that_stands_twice_in_one_file_names_both_lines(void **state) {
    (void)state;
    unsigned first = line_of("review.ini", "[limit next-review]");
    unsigned line =
        change("review.ini", "[limit review-report]", "[limit review-report]", "[limit next-review]\n[limit review-report]");
    char words[64];
    snprintf(words, sizeof words, "first on line %u", first);
    refuse();
    assert_told("review.ini", line, words, "");
}

static void test_a_bad_amount_is_told(void **state) {
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

static void test_a_unit_count_roll_or_basis_that_is_none_is_told_which_there_are(void **state) {
    (void)state;
    unsigned unit = change("assessment.ini", "[limit final-plan]", "unit = weeks", "unit = fortnights");
    unsigned count = change("assessment.ini", "[limit final-plan]", "count = after", "count = within");
    unsigned roll = change("assessment.ini", "[limit final-plan]", "roll = none", "roll = yes");
    unsigned basis = change("assessment.ini", "[limit final-plan]", "basis = statute", "basis = law");
    unsigned from = change("assessment.ini", "[limit advice-from-anyone]", "advice-from = school", "advice-from = teacher");
    unsigned yes = change("assessment.ini", "[limit no-plan-notice]", "projects = no", "projects = maybe");
    unsigned kind = change("events.ini", "[transfer-year]", "kind = year", "kind = month");
    refuse();
    assert_told("assessment.ini", unit, "'fortnights'", "weeks, months, working-days");
    assert_told("assessment.ini", count, "'within'", "after, beginning, at-least-before, before");
    assert_told("assessment.ini", roll, "'yes'", "none, tribunal-appeal, tribunal-other");
    assert_told("assessment.ini", basis, "'law'", "statute, case-law");
    assert_told("assessment.ini", from, "'teacher'", "psychologist");
    assert_told("assessment.ini", yes, "neither yes nor no", "yes or no");
    assert_told("events.ini", kind, "", "year");
    assert_int_equal(faults.count, 7);
}

static void test_a_limit_in_force_until_a_day_before_it_begins_is_told(void **state) {
    (void)state;
    change("assessment.ini", "[limit final-plan]", "from = 2014-09-01", "from = 2014-09-01\nuntil = 2014-08-31");
    unsigned day = change("review.ini", "[limit review-decision]", "from = 2014-09-01", "from = 2014-09-31");
    refuse();
    assert_told("review.ini", day, "30 days", "");
    assert_int_equal(faults.count, 2);
    assert_non_null(strstr(faults.list[0].message, "[limit final-plan]"));
}

static void test_exceptions_need_their_provision_and_the_other_way_round(void **state) {
    (void)state;
    change("assessment.ini", "[limit final-plan]", "exceptions-in = ", "; exceptions-in = ");
    change("assessment.ini", "[limit assessment-decision]", "exceptions = 10(4)\n", "");
    refuse();
    assert_int_equal(faults.count, 2);
    assert_non_null(strstr(faults.list[0].message, "'exceptions-in'"));
}

static void test_a_circle_of_projections_is_told_in_the_file_it_stands_in(void **state) {
    (void)state;
    /* the decision would wait for advice, and advice is projected from the decision */
    change("assessment.ini", "[limit assessment-decision]", "trigger = request-received", "trigger = advice-requested");
    refuse();
    assert_int_equal(faults.count, 1);
    assert_non_null(strstr(faults.list[0].message, "would stand in for itself"));
    if (strcmp(faults.file[0], path_of("assessment.ini")) != 0 && strcmp(faults.file[0], path_of("events.ini")) != 0)
        fail_msg("it is said to be in %s", faults.file[0]);
}

static void test_a_missing_file_or_folder_is_told(void **state) {
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

static void test_bank_holidays_out_of_order_outside_the_span_or_impossible_are_told(void **state) {
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

static void test_bank_holidays_without_their_span_are_told(void **state) {
    (void)state;
    write_bytes(path_of("bank-holidays.ini"), "; nothing\n", 10);
    refuse();
    assert_string_equal(faults.file[0], path_of("bank-holidays.ini"));
}

static void test_a_span_of_bank_holidays_that_ends_before_it_begins_is_told(void **state) {
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

static void test_an_event_that_nothing_names_is_told(void **state) {
    (void)state;
    append("events.ini", "[tea-served]\ntitle = \"Tea served\"\nwhen = \"tea is served\"\n");
    unsigned line = line_of("events.ini", "[tea-served]");
    refuse();
    assert_told("events.ini", line, "no limit, reading, exception or other event names 'tea-served'", "leave it out");
    assert_int_equal(faults.count, 1);
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

static void test_a_role_that_is_none_is_told_with_the_nearest(void **state) {
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

/* Words beside a role change what is said, and nothing else: the family's step after a delay stays. */
static void test_a_council_by_another_name_is_the_council_still(void **state) {
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

static void test_a_roll_without_its_words_or_with_no_such_break_is_told(void **state) {
    (void)state;
    unsigned gap = change("rolls.ini", "[roll tribunal-appeal]", "breaks = \"august, christmas\"", "breaks = \"august, easter\"");
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

static void test_faults_of_a_caseload_are_told_with_file_and_line(void **state) {
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
    assert_told("caseload.ini", bands, "'bands' is not in order", "the fewest first");
    assert_told("caseload.ini", keys, "'keys' has too few names", "commas");
    assert_int_equal(faults.count, 4);
}

static void test_published_figures_go_by_the_keys_of_the_measures(void **state) {
    (void)state;
    unsigned line = change("published-figures.ini", "[2024]", "within-20 = ", "within-35 = ");
    refuse();
    assert_told("published-figures.ini", line, "'within-35' is not known in [2024]", "'within-20'");
    assert_int_equal(faults.count, 1);
}

static void test_a_section_that_is_not_known_is_told_what_it_can_be(void **state) {
    (void)state;
    append("review.ini", "[limits x]\n");
    append("exceptions.ini", "[kind boredom]\ntitle = \"x\"\n[lists y]\n");
    append("law.ini", "[laws]\n");
    refuse();
    if (faults.count == 1) { /* law.ini comes first: what it names is needed to go on */
        assert_told("law.ini", line_of("law.ini", "[laws]"), "[laws] is not known here", "[law]");
        change("law.ini", "", "[laws]\n", "");
        refuse();
    }
    assert_told("review.ini", line_of("review.ini", "[limits x]"), "[limits x] is not known here", "[limit NAME]");
    assert_told("exceptions.ini", line_of("exceptions.ini", "[kind boredom]"), "not a kind of exception", "");
    assert_told("exceptions.ini", line_of("exceptions.ini", "[lists y]"), "[lists y] is not known here", "[list NAME]");
}

static void test_a_kind_of_exception_that_is_missing_is_told(void **state) {
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

static void test_a_route_without_its_section_is_told_once(void **state) {
    (void)state;
    change("support.ini", "[route]", "[route]\ntitle = \"Direct payments\"\n", "[route]\n");
    refuse();
    assert_told("support.ini", line_of("support.ini", "[route]"), "'title' is missing", "");
    assert_int_equal(faults.count, 1); /* and not, besides, that there is no [route] */
}

static void test_faults_of_writing_are_told_with_file_and_line(void **state) {
    (void)state;
    unsigned equals = change("review.ini", "[limit review-decision]", "unit = weeks", "unit weeks");
    unsigned twice = change("moving.ini", "[limit plan-transfer]", "amount = 15", "amount = 15\namount = 16") + 1;
    unsigned bracket = change("support.ini", "[route]", "[route]", "[route");
    refuse();
    assert_told("review.ini", equals, "no '='", "");
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

#define TEST(name) cmocka_unit_test_setup_teardown(name, copy, discard)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_files_read_are_the_law_compiled_in_field_by_field),
        TEST(test_a_changed_amount_gives_other_days),
        TEST(test_a_limit_is_counted_only_from_its_first_to_its_last_day_in_force),
        TEST(test_a_new_bank_holiday_is_left_out_of_working_days),
        TEST(test_a_new_limit_needs_no_change_to_the_program),
        TEST(test_a_law_with_many_ways_to_each_event_costs_no_more_than_its_limits),
        TEST(test_an_unknown_key_gives_its_line_and_the_nearest_name),
        TEST(test_a_missing_key_is_named_at_its_section),
        TEST(test_an_unknown_event_or_limit_or_list_is_told_with_the_nearest),
        TEST(test_a_limit_that_stands_twice_is_told),
        TEST(test_the_branches_of_a_limit_that_stands_twice_stay_in_their_room),
        TEST(test_a_limit_that_stands_twice_in_one_file_names_both_lines),
        TEST(test_a_bad_amount_is_told),
        TEST(test_amount_unit_and_count_must_go_together),
        TEST(test_a_unit_count_roll_or_basis_that_is_none_is_told_which_there_are),
        TEST(test_a_limit_in_force_until_a_day_before_it_begins_is_told),
        TEST(test_exceptions_need_their_provision_and_the_other_way_round),
        TEST(test_a_circle_of_projections_is_told_in_the_file_it_stands_in),
        TEST(test_a_missing_file_or_folder_is_told),
        TEST(test_bank_holidays_out_of_order_outside_the_span_or_impossible_are_told),
        TEST(test_bank_holidays_without_their_span_are_told),
        TEST(test_a_span_of_bank_holidays_that_ends_before_it_begins_is_told),
        TEST(test_a_list_with_a_closure_needs_its_number_of_days),
        TEST(test_a_reading_is_either_a_shift_or_lenient_or_another_trigger),
        TEST(test_an_event_that_an_exception_asks_for_must_be_there),
        TEST(test_an_event_that_nothing_names_is_told),
        TEST(test_a_limit_needs_its_source_its_count_and_the_day_it_was_read),
        TEST(test_a_role_that_is_none_is_told_with_the_nearest),
        TEST(test_a_council_by_another_name_is_the_council_still),
        TEST(test_a_tribunal_with_another_break_rolls_past_that_one),
        TEST(test_a_roll_without_its_words_or_with_no_such_break_is_told),
        TEST(test_a_law_without_caseloads_rolls_or_readings_is_whole),
        TEST(test_faults_of_a_caseload_are_told_with_file_and_line),
        TEST(test_published_figures_go_by_the_keys_of_the_measures),
        TEST(test_a_section_that_is_not_known_is_told_what_it_can_be),
        TEST(test_a_kind_of_exception_that_is_missing_is_told),
        TEST(test_law_ini_needs_its_day_and_its_routes),
        TEST(test_a_route_without_its_section_is_told_once),
        TEST(test_faults_of_writing_are_told_with_file_and_line),
        TEST(test_any_file_cut_anywhere_is_refused_or_read),
        TEST(test_random_bytes_in_the_files_are_refused_or_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
