/* The law that is compiled in: <ehc/law.h>. */
#include "support.h"
#include <ehc/law.h>

static const struct ehc_limit *limit_by(const char *id) {
    return &england->limits[limit_of(id)];
}

static void test_the_law_of_england_has_its_routes_limits_and_events(void **state) {
    (void)state;
    static const char *const routes[] = {"assessment",     "review",         "phase-transfer",   "reassessment",
                                         "disagreement",   "tribunal-order", "unopposed-appeal", "after-tribunal",
                                         "discrimination", "moving",         "support",          "social-care",
                                         "exclusion",      "evidence",       "detained",         "complaint"};
    assert_string_equal(england->jurisdiction, "England");
    assert_day(england->as_at, "2026-11-21");
    assert_int_equal(england->route_count, sizeof routes / sizeof routes[0]);
    for (size_t i = 0; i < england->route_count; i++) {
        assert_string_equal(england->routes[i].id, routes[i]);
        assert_int_equal(ehc_find_route(england, routes[i]), i);
    }
    assert_true(england->event_count > 80 && england->event_count <= EHC_EVENTS_MAX);
}

static bool is_id(const char *id) {
    size_t length = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return length > 0 && id[length] == '\0' && id[0] != '-';
}

static void test_ids_are_unique_and_found(void **state) {
    (void)state;
    for (size_t i = 0; i < england->limit_count; i++) {
        assert_true(is_id(england->limits[i].id));
        assert_int_equal(ehc_find_limit(england, england->limits[i].id), i);
    }
    for (size_t i = 0; i < england->event_count; i++) {
        assert_true(is_id(england->events[i].id));
        assert_int_equal(ehc_find_event(england, england->events[i].id), i);
    }
    assert_int_equal(ehc_find_limit(england, "no-such-limit"), EHC_NONE);
    assert_int_equal(ehc_find_event(england, "FINAL-PLAN-SENT-NOT"), EHC_NONE);
    assert_int_equal(ehc_find_route(england, ""), EHC_NONE);
}

static void test_every_limit_says_who_under_which_law_and_where_to_read_it(void **state) {
    (void)state;
    for (size_t i = 0; i < england->limit_count; i++) {
        const struct ehc_limit *limit = &england->limits[i];
        if (strlen(limit->title) == 0 || strlen(limit->title) > 60 || strlen(limit->short_title) == 0 ||
            strlen(limit->who) == 0 || strlen(limit->provision) == 0 || strlen(limit->if_late) == 0 ||
            strncmp(limit->url, "http", 4) != 0)
            fail_msg("limit '%s' lacks a title, role, provision, url or if-late, or its title has over 60 letters",
                     limit->id);
        assert_int_equal(limit->for_family, strcmp(limit->who, "family") == 0);
        assert_in_range(limit->trigger, 0, england->event_count - 1);
        assert_in_range(limit->act, 0, england->event_count - 1);
        assert_int_not_equal(limit->trigger, limit->act);
        assert_true(limit->amount > 0);
        assert_true((limit->unit == EHC_FIXED_DATE) == (limit->month > 0));
        assert_true((limit->exceptions == EHC_NONE) == (limit->exceptions_in == NULL));
        assert_true(limit->from != EHC_NO_DAY && limit->from <= england->as_at);
    }
}

static bool is_taken_from(const struct ehc_event *event, int other) {
    for (size_t i = 0; i < event->taken_from.count; i++)
        if (event->taken_from.list[i].event == other)
            return true;
    return false;
}

/* An event lists the limits that it answers. An event taken from another one (the last review, from its decision) lists that
 * one's limits too. */
static void test_every_act_leads_back_to_its_limits(void **state) {
    (void)state;
    size_t listed = 0;
    for (size_t event = 0; event < england->event_count; event++) {
        const struct ehc_event *about = &england->events[event];
        for (size_t i = 0; i < about->limits.count; i++) {
            int act = england->limits[about->limits.index[i]].act;
            assert_true(act == (int)event || is_taken_from(about, act));
            listed += act == (int)event;
        }
    }
    assert_int_equal(listed, england->limit_count);
}

struct fact {
    const char *limit;
    int amount;
    enum ehc_unit unit;
    enum ehc_count count;
    const char *roll; /* NULL: none */
    enum ehc_basis basis;
};

static void test_the_numbers_people_ask_about_are_those_of_the_law(void **state) {
    (void)state;
    static const struct fact facts[] = {
        {"assessment-decision", 6, EHC_WEEKS, EHC_AFTER, NULL, EHC_STATUTE},           /* reg 5(1) */
        {"refusal-notice", 6, EHC_WEEKS, EHC_AFTER, NULL, EHC_STATUTE},                /* reg 4(1) */
        {"no-plan-notice", 16, EHC_WEEKS, EHC_AFTER, NULL, EHC_STATUTE},               /* reg 10(1) */
        {"draft-response", 15, EHC_DAYS, EHC_BEGINNING, NULL, EHC_STATUTE},            /* reg 13(1)(a) */
        {"final-plan", 20, EHC_WEEKS, EHC_AFTER, NULL, EHC_STATUTE},                   /* reg 13(2) */
        {"advice-from-body", 6, EHC_WEEKS, EHC_AFTER, NULL, EHC_STATUTE},              /* reg 8(1) */
        {"advice-from-anyone", 6, EHC_WEEKS, EHC_AFTER, NULL, EHC_CODE},               /* Code 9.41 */
        {"school-consultation", 15, EHC_DAYS, EHC_AFTER, NULL, EHC_CODE},              /* Code 9.83 */
        {"first-review", 12, EHC_MONTHS, EHC_BEGINNING, NULL, EHC_STATUTE},            /* s44(1)(a) */
        {"review-decision", 4, EHC_WEEKS, EHC_AFTER, NULL, EHC_STATUTE},               /* reg 20(10) */
        {"review-notice", 2, EHC_WEEKS, EHC_AT_LEAST_BEFORE, NULL, EHC_STATUTE},       /* reg 20(3) */
        {"amendment-notice", 4, EHC_WEEKS, EHC_AFTER, NULL, EHC_CASE_LAW},             /* Devon */
        {"amended-plan", 8, EHC_WEEKS, EHC_AFTER, NULL, EHC_STATUTE},                  /* reg 22(3) */
        {"amended-plan-from-meeting", 12, EHC_WEEKS, EHC_AFTER, NULL, EHC_CASE_LAW},   /* Devon */
        {"phase-transfer", 15, EHC_FIXED_DATE, EHC_BEFORE, NULL, EHC_STATUTE},         /* reg 18(1)(b) */
        {"phase-transfer-post-16", 31, EHC_FIXED_DATE, EHC_BEFORE, NULL, EHC_STATUTE}, /* reg 18(1)(a) */
        {"reassessment-decision", 15, EHC_DAYS, EHC_AFTER, NULL, EHC_STATUTE},         /* reg 25(1) */
        {"reassessment-plan", 14, EHC_WEEKS, EHC_AFTER, NULL, EHC_STATUTE},            /* reg 27(2) */
        {"appeal", 2, EHC_MONTHS, EHC_AFTER, "tribunal-appeal", EHC_STATUTE},          /* r20(1)(c)(i) */
        {"appeal-from-certificate", 1, EHC_MONTHS, EHC_AFTER, "tribunal-appeal", EHC_STATUTE},
        {"plan-continues", 2, EHC_MONTHS, EHC_AFTER, "tribunal-appeal", EHC_STATUTE}, /* s45(4), s51(2)(f) */
        {"mediation-contact", 2, EHC_MONTHS, EHC_AFTER, NULL, EHC_STATUTE},           /* reg 33: r12 is not for it */
        {"tribunal-response", 30, EHC_WORKING_DAYS, EHC_AFTER, "tribunal-other", EHC_STATUTE},
        {"order-assess-notify", 2, EHC_WEEKS, EHC_AFTER, NULL, EHC_STATUTE},        /* reg 44(2)(b): 2, not 4 */
        {"order-make-plan-final", 11, EHC_WEEKS, EHC_AFTER, NULL, EHC_STATUTE},     /* reg 44(2)(c)(ii) */
        {"health-recommendation", 5, EHC_WEEKS, EHC_BEGINNING, NULL, EHC_STATUTE},  /* SI 2017/1306 reg 6(3) */
        {"plan-transfer", 15, EHC_WORKING_DAYS, EHC_BEGINNING, NULL, EHC_STATUTE},  /* reg 15(2) */
        {"special-school-stay", 10, EHC_SCHOOL_DAYS, EHC_AFTER, NULL, EHC_STATUTE}, /* reg 48(1)(a) */
        {"social-care-assessment", 45, EHC_WORKING_DAYS, EHC_AFTER, NULL, EHC_GUIDANCE},
        {"ombudsman", 12, EHC_MONTHS, EHC_BEGINNING, NULL, EHC_STATUTE}, /* LGA 1974 s26B(2) */
    };
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
        const struct ehc_limit *limit = limit_by(facts[i].limit);
        if (limit->amount != facts[i].amount || limit->unit != facts[i].unit || limit->count != facts[i].count ||
            !(facts[i].roll != NULL ? has_roll(limit, facts[i].roll) : limit->roll == EHC_NONE) ||
            limit->basis != facts[i].basis)
            fail_msg("%s: %d %s %s %d %s", limit->id, limit->amount, ehc_unit_name(limit->unit),
                     ehc_count_name(limit->count), limit->roll, ehc_basis_name(limit->basis));
    }
    assert_int_equal(limit_by("phase-transfer")->month, 2);
    assert_int_equal(limit_by("phase-transfer-post-16")->month, 3);
}

static void test_duties_without_a_number_say_what_the_law_asks_instead(void **state) {
    (void)state;
    int index = ehc_find_no_number(england, "direct-payments-reduced"); /* SI 2014/1652 reg 12(1): "reasonable notice" */
    assert_true(index != EHC_NONE && strstr(england->no_numbers[index].asks, "reasonable notice") != NULL);
    assert_string_equal(england->no_numbers[index].provision, "SI 2014/1652 reg 12");
    assert_int_equal(ehc_find_limit(england, "direct-payments-reduced"), EHC_NONE);
    for (size_t i = 0; i < england->no_number_count; i++) {
        const struct ehc_no_number *row = &england->no_numbers[i];
        if (strlen(row->title) > 60 || strncmp(row->url, "http", 4) != 0 || row->checked < day_of("2026-11-24"))
            fail_msg("no-number '%s': its title is over 60 letters, its url is not http, or it was checked too early",
                     row->id);
    }
}

/* The day until which a plan must go on also rolls: it is the last day of the appeal (CFA s45(4)). */
static void test_only_steps_of_a_tribunal_roll(void **state) {
    (void)state;
    for (size_t i = 0; i < england->limit_count; i++) {
        const struct ehc_limit *limit = &england->limits[i];
        bool rolls = strcmp(limit->id, "appeal") == 0 || strcmp(limit->id, "appeal-from-certificate") == 0 ||
                     strcmp(limit->id, "tribunal-response") == 0 || strcmp(limit->id, "plan-continues") == 0 ||
                     strncmp(limit->id, "upper-tribunal", strlen("upper-tribunal")) == 0; /* SI 2008/2698 r12(2) */
        assert_int_equal(limit->roll != EHC_NONE, rolls);
    }
}

static bool has_reading(const struct ehc_limit *limit, const char *id) {
    for (size_t i = 0; i < limit->readings.count; i++)
        if (strcmp(england->readings[limit->readings.index[i]].id, id) == 0)
            return true;
    return false;
}

static void test_statutory_limits_from_the_request_alone_have_the_day_1_reading(void **state) {
    (void)state;
    int request = ehc_find_event(england, "request-received");
    size_t found = 0;
    for (size_t i = 0; i < england->limit_count; i++) {
        const struct ehc_limit *limit = &england->limits[i];
        bool has = has_reading(limit, "day-1"), should = limit->trigger == request && limit->basis == EHC_STATUTE;
        if (should && !has)
            fail_msg("limit '%s' is statute and runs from request-received: give it readings = day-1", limit->id);
        if (has && !should)
            fail_msg("limit '%s' is not statute that runs from request-received: remove day-1 from its readings", limit->id);
        found += has;
    }
    assert_true(found > 0);
}

/* No exception in regs 4(1), 15, 16, 18, 20-22, 25, 27(4), 33-39, 42, 47. Regs 44 and 45 have their own lists. */
static void test_each_limit_has_the_list_of_exceptions_of_its_provision(void **state) {
    (void)state;
    static const struct {
        const char *limit, *list;
    } with[] = {
        {"assessment-decision", "10(4)"},
        {"no-plan-notice", "10(4)"},
        {"final-plan", "10(4)"},
        {"advice-from-body", "8(2)"},
        {"reassessment-advice", "8(2)"},
        {"reassessment-plan", "27(3)"},
        {"order-assess-notify", "44(3)"},
        {"order-assess-no-plan", "44(3)"},
        {"order-assess-final-plan", "44(3)"},
        {"order-make-plan-draft", "44(3)"},
        {"order-make-plan-final", "44(3)"},
        {"unopposed-assess-notify", "45(7)"},
        {"unopposed-make-plan-draft", "45(7)"},
        {"unopposed-make-plan-final", "45(7)"},
        {"detained-assessment-decision", "detained"},
        {"detained-no-plan-notice", "detained"},
        {"detained-final-plan", "detained"},
    };
    size_t count = 0;
    for (size_t i = 0; i < sizeof with / sizeof with[0]; i++) {
        const struct ehc_limit *limit = limit_by(with[i].limit);
        if (limit->exceptions == EHC_NONE || strcmp(england->lists[limit->exceptions].id, with[i].list) != 0)
            fail_msg("limit '%s' does not have the list of exceptions %s", with[i].limit, with[i].list);
    }
    for (size_t i = 0; i < england->limit_count; i++)
        count += england->limits[i].exceptions != EHC_NONE;
    assert_int_equal(count, sizeof with / sizeof with[0]);
}

static const struct ehc_exception_list *list_by(const char *id) {
    for (size_t i = 0; i < england->list_count; i++)
        if (strcmp(england->lists[i].id, id) == 0)
            return &england->lists[i];
    fail_msg("there is no list of exceptions %s", id);
    return NULL;
}

static void test_the_lists_of_exceptions_are_those_of_the_regulations(void **state) {
    (void)state;
    static const struct {
        const char *id;
        const char *letter[EHC_EXCEPTION_KINDS]; /* school, early years, exceptional, absence, appointment */
        int absence, closure;
    } rows[] = {
        {"10(4)", {"(a)", "(b)", "(c)", "(d)", NULL}, 28, 28},
        {"27(3)", {"(a)", "(b)", "(c)", "(d)", NULL}, 28, 28},
        {"8(2)", {NULL, NULL, "(a)", "(b)", "(c)"}, 28, 0},
        {"44(3)", {"(c), reg 10(4)(a)", "(c), reg 10(4)(b)", "(a)", "(b)", NULL}, 14, 28},
        {"45(7)", {"(c), reg 10(4)(a)", "(c), reg 10(4)(b)", "(a)", "(b)", NULL}, 14, 28},
        {"detained", {"(a)", NULL, "(b)", "(c)", NULL}, 28, 28}, /* SI 2015/62 reg 5(4): no early years limb */
    };
    assert_int_equal(england->list_count, sizeof rows / sizeof rows[0]);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct ehc_exception_list *list = list_by(rows[i].id);
        for (size_t kind = 0; kind < EHC_EXCEPTION_KINDS; kind++) {
            if (rows[i].letter[kind] == NULL)
                assert_null(list->letter[kind]);
            else
                assert_string_equal(list->letter[kind], rows[i].letter[kind]);
        }
        assert_int_equal(list->absence_days, rows[i].absence);
        assert_int_equal(list->closure_days, rows[i].closure);
    }
}

static void test_exception_kinds_have_the_names_of_the_contract(void **state) {
    (void)state;
    static const char *const ids[] = {"school-closure", "early-years-closure", "exceptional-circumstances", "absence",
                                      "missed-appointment"};
    for (size_t i = 0; i < EHC_EXCEPTION_KINDS; i++) {
        assert_string_equal(england->kinds[i].id, ids[i]);
        assert_true(strlen(england->kinds[i].title) > 0 && strlen(england->kinds[i].needs) > 0 &&
                    strlen(england->kinds[i].judge) > 0);
    }
}

static void test_limits_are_in_force_from_the_day_their_law_was(void **state) {
    (void)state;
    assert_day(limit_by("final-plan")->from, "2014-09-01");              /* SI 2014/1530 */
    assert_day(limit_by("detained-final-plan")->from, "2015-04-01");     /* SI 2015/62 */
    assert_day(limit_by("unopposed-assess-notify")->from, "2015-03-23"); /* SI 2015/359 */
    assert_day(limit_by("health-recommendation")->from, "2018-04-03");   /* SI 2017/1306 */
    assert_day(limit_by("social-care-assessment")->from, "2013-04-15");  /* Working Together 2013, and each edition since */
    assert_day(limit_by("phase-transfer")->from, "2015-01-01");          /* 15 February 2014 came before SI 2014/1530 */
    assert_day(limit_by("phase-transfer-post-16")->from, "2016-01-01");  /* 2015: reg 18(3), before 31 May */
    assert_int_equal(limit_by("final-plan")->until, EHC_NO_DAY);
}

static void test_the_relaxations_of_si_2020_471_ran_from_1_may_to_25_september_2020(void **state) {
    (void)state;
    assert_int_equal(england->relaxation_count, 2);
    for (size_t i = 0; i < england->relaxation_count; i++) {
        assert_day(england->relaxations[i].from, "2020-05-01");
        assert_day(england->relaxations[i].until, "2020-09-25");
        assert_string_equal(england->relaxations[i].provision, "SI 2020/471");
    }
}

static void test_enumerators_have_the_names_of_the_data_files(void **state) {
    (void)state;
    static const char *const units[] = {"days", "weeks", "months", "working-days", "school-days", "fixed-date"};
    static const char *const counts[] = {"after", "beginning", "at-least-before", "before"};
    static const char *const rolls[] = {"next-working-day", "breaks-not-counted"};
    static const char *const bases[] = {"statute", "case-law", "code", "guidance", "ombudsman", "practice"};
    static const char *const from[] = {"school", "early-years", "psychologist", "health", "social-care", "other"};
    for (int i = 0; i < 6; i++) {
        assert_string_equal(ehc_unit_name((enum ehc_unit)i), units[i]);
        assert_string_equal(ehc_basis_name((enum ehc_basis)i), bases[i]);
        assert_string_equal(ehc_advice_from_name((enum ehc_advice_from)i), from[i]);
    }
    for (int i = 0; i < 4; i++)
        assert_string_equal(ehc_count_name((enum ehc_count)i), counts[i]);
    for (int i = 0; i < 2; i++)
        assert_string_equal(ehc_roll_kind_name((enum ehc_roll_kind)i), rolls[i]);
}

static void test_statute_and_case_law_are_duties_and_the_rest_is_not(void **state) {
    (void)state;
    assert_true(ehc_is_duty(EHC_STATUTE));
    assert_true(ehc_is_duty(EHC_CASE_LAW));
    assert_false(ehc_is_duty(EHC_CODE));
    assert_false(ehc_is_duty(EHC_GUIDANCE));
    assert_false(ehc_is_duty(EHC_OMBUDSMAN));
    assert_false(ehc_is_duty(EHC_PRACTICE));
}

static void test_no_text_of_the_law_has_a_line_break_or_a_control_character(void **state) {
    (void)state;
    for (size_t i = 0; i < england->limit_count; i++) {
        const struct ehc_limit *limit = &england->limits[i];
        const char *const texts[] = {limit->title,     limit->short_title, limit->who,
                                     limit->provision, limit->url,         limit->note != NULL ? limit->note : "",
                                     limit->if_late};
        for (size_t j = 0; j < sizeof texts / sizeof texts[0]; j++)
            for (const char *at = texts[j]; *at != '\0'; at++)
                assert_true((unsigned char)*at >= 0x20 && *at != 0x7f);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_law_of_england_has_its_routes_limits_and_events),
        cmocka_unit_test(test_ids_are_unique_and_found),
        cmocka_unit_test(test_every_limit_says_who_under_which_law_and_where_to_read_it),
        cmocka_unit_test(test_every_act_leads_back_to_its_limits),
        cmocka_unit_test(test_the_numbers_people_ask_about_are_those_of_the_law),
        cmocka_unit_test(test_duties_without_a_number_say_what_the_law_asks_instead),
        cmocka_unit_test(test_only_steps_of_a_tribunal_roll),
        cmocka_unit_test(test_statutory_limits_from_the_request_alone_have_the_day_1_reading),
        cmocka_unit_test(test_each_limit_has_the_list_of_exceptions_of_its_provision),
        cmocka_unit_test(test_the_lists_of_exceptions_are_those_of_the_regulations),
        cmocka_unit_test(test_exception_kinds_have_the_names_of_the_contract),
        cmocka_unit_test(test_limits_are_in_force_from_the_day_their_law_was),
        cmocka_unit_test(test_the_relaxations_of_si_2020_471_ran_from_1_may_to_25_september_2020),
        cmocka_unit_test(test_enumerators_have_the_names_of_the_data_files),
        cmocka_unit_test(test_statute_and_case_law_are_duties_and_the_rest_is_not),
        cmocka_unit_test(test_no_text_of_the_law_has_a_line_break_or_a_control_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
