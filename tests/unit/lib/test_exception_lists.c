/* Several exceptions at once, and the list that each provision has. */
#include "exceptions.h"

/* ---- several at once ---- */

static void test_a_day_lost_to_several_exceptions_is_counted_once(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-31");                 /* 42 days */
    exceptional("2026-08-25", "2026-09-05", "surgery"); /* 12 days, 7 of them closed */
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_int_equal(deadline.days_lost, 42);
    assert_day(deadline.with_exception, "2026-10-30");
    assert_int_equal(deadline.days_lost_if, 47);
    assert_day(deadline.with_exception_if, "2026-11-04");
    away("2026-08-01", "2026-08-28"); /* 28 days, all of them closed */
    deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_int_equal(deadline.days_lost, 42);
    assert_int_equal(deadline.days_lost_if, 47);
    away("2026-05-10", "2026-06-06");              /* 28 days, separate from the rest */
    exceptional("2026-05-10", "2026-05-12", NULL); /* 3 of the same days */
    exceptional("2026-06-06", "2026-06-07", NULL); /* one of them, and one more */
    deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_int_equal(deadline.days_lost, 70);
    assert_day(deadline.with_exception, "2026-11-27");
    assert_int_equal(deadline.days_lost_if, 76);
    assert_day(deadline.with_exception_if, "2026-12-03");
}

static void test_a_reason_that_may_fit_but_adds_no_day_gives_no_second_date(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-31");
    exceptional("2026-08-01", "2026-08-10", "surgery");
    assert_string_equal(planned("final-plan"), "2026-10-30");
    assert_string_equal(planned_if("final-plan"), "none");
}

static void test_an_exception_that_does_not_fit_adds_no_days(void **state) {
    (void)state;
    away("2026-06-01", "2026-06-20");
    closed("2026-07-21", "2026-08-31");
    asked_school("2026-06-15"); /* too early */
    exceptional("2026-06-10", "2026-06-20", "staff shortage");
    exceptional("2026-07-01", "2026-07-02", "surgery");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_int_equal(deadline.days_lost, 0);
    assert_int_equal(deadline.with_exception, EHC_NO_DAY);
    assert_int_equal(deadline.days_lost_if, 2);
    assert_day(deadline.with_exception_if, "2026-09-20");
}

static void test_the_statutory_date_and_the_status_stay_the_same_whatever_fits(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-31");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-10-01");
    assert_day(deadline.due, "2026-09-18");
    assert_day(deadline.latest, "2026-09-18");
    assert_status(deadline, "overdue", 13);
    assert_day(deadline.with_exception, "2026-10-30");
}

static void test_kinds_with_facts_come_first_then_kinds_without(void **state) {
    (void)state;
    away("2026-06-01", "2026-06-30");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    struct ehc_exception told[EXCEPTIONS_MOST];
    assert_int_equal(exceptions_of(&facts, &deadline, told), 4);
    assert_true(told[0].given && told[0].kind == EHC_ABSENCE);
    static const enum ehc_exception_kind rest[] = {EHC_SCHOOL_CLOSURE, EHC_EARLY_YEARS_CLOSURE,
                                                   EHC_EXCEPTIONAL_CIRCUMSTANCES};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(told[1 + i].kind, rest[i]);
        assert_int_equal(told[1 + i].fit, EHC_NO_FACTS);
        assert_int_equal(told[1 + i].answer, EHC_ANSWER_CANNOT_SAY);
        assert_false(told[1 + i].given);
    }
}

static void test_a_deadline_without_a_date_has_no_exceptions(void **state) {
    (void)state;
    forget("request-received");
    away("2026-06-01", "2026-06-30");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    struct ehc_exception told[EXCEPTIONS_MOST];
    assert_int_equal(exceptions_of(&facts, &deadline, told), 0);
}

/* A reason fits or not by the facts, whoever gives it. A reason that does not fit is listed only if it is claimed.
 */
static void test_a_reason_that_nobody_claims_fits_like_a_claimed_one_and_is_marked(void **state) {
    (void)state;
    away("2026-06-01", "2026-06-30");
    exceptional("2026-07-01", "2026-07-03", "surgery");
    facts.absence[0].is_unclaimed = facts.exceptional[0].is_unclaimed = true;
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_day(deadline.with_exception, "2026-10-18");    /* 18 September and 30 days */
    assert_day(deadline.with_exception_if, "2026-10-21"); /* and 3 */
    struct ehc_exception told[EXCEPTIONS_MOST];
    assert_true(exceptions_of(&facts, &deadline, told) >= 2);
    assert_fit(told[0], EHC_FITS, 30);
    assert_fit(told[1], EHC_NOT_BY_DATES, 3);
    assert_true(told[0].is_unclaimed && told[1].is_unclaimed);
    facts.absence[0].span.last = day_of("2026-06-14"); /* 14 days are too few */
    deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    exceptions_of(&facts, &deadline, told);
    assert_int_equal(told[0].kind, EHC_EXCEPTIONAL_CIRCUMSTANCES);
    facts.absence[0].is_unclaimed = false;
    exceptions_of(&facts, &deadline, told);
    assert_fit(told[0], EHC_TOO_SHORT, 14);
}

/* ---- provisions without exceptions, and the other lists ---- */

static void test_regs_20_10_25_1_and_4_1_have_no_exception_at_all(void **state) {
    (void)state;
    put_event(&facts, "review-meeting", "2026-06-01");
    put_event(&facts, "reassessment-requested", "2026-06-01");
    asked_school("2026-06-05");
    closed("2026-06-01", "2026-08-31");
    away("2026-06-01", "2026-08-31");
    exceptional("2026-06-01", "2026-08-31", "surgery");
    missed("2026-06-08", NULL);
    static const char *const limits[] = {"review-decision", "reassessment-decision", "refusal-notice", "amendment-notice"};
    for (size_t i = 0; i < 4; i++) {
        struct ehc_deadline deadline = deadline_of(&facts, limits[i], "2026-06-01");
        struct ehc_exception told[EXCEPTIONS_MOST];
        char text[EHC_WORDS];
        size_t count = exceptions_of(&facts, &deadline, told);
        for (size_t j = 0; j < count; j++) {
            assert_int_equal(told[j].fit, EHC_NOT_ON_LIST);
            ehc_exception_words(&deadline, &told[j], text);
            assert_non_null(strstr(text, deadline.limit->provision)); /* the provision that has none */
            assert_non_null(strstr(text, "no such exception"));
            assert_string_equal(ehc_exception_provision(england, deadline.limit, told[j].kind, text),
                                deadline.limit->provision);
        }
        assert_int_equal(count, 4);
        assert_int_equal(deadline.with_exception, EHC_NO_DAY);
    }
}

static void test_regs_44_2_d_to_h_and_45_4_and_5_have_no_exception_either(void **state) {
    (void)state;
    static const char *const limits[] = {"order-remit",
                                         "order-amend-provision",
                                         "order-name-school",
                                         "order-continue-amend",
                                         "unopposed-amend",
                                         "unopposed-name-school",
                                         "unopposed-continue-amend",
                                         "unopposed-assess-no-plan",
                                         "unopposed-assess-final-plan"};
    away("2026-06-01", "2026-08-31");
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        facts.event[england->limits[limit_of(limits[i])].trigger] = day_of("2026-06-01");
        assert_fit(exception_of(limits[i], EHC_ABSENCE), EHC_NOT_ON_LIST, -1);
    }
}

static void test_a_reassessment_has_the_exceptions_of_reg_27_3(void **state) {
    (void)state;
    char text[EHC_WORDS];
    put_event(&facts, "reassessment-decision", "2026-06-01"); /* plan by 7 September */
    asked_school("2026-07-14");
    closed("2026-07-21", "2026-08-31");
    assert_fit(exception_of("reassessment-plan", EHC_SCHOOL_CLOSURE), EHC_FITS, 42);
    assert_string_equal(planned("reassessment-plan"), "2026-10-19");
    const struct ehc_limit *limit = &england->limits[limit_of("reassessment-plan")];
    assert_string_equal(ehc_exception_provision(england, limit, EHC_SCHOOL_CLOSURE, text), "reg 27(3)(a)");
    assert_string_equal(ehc_exception_provision(england, limit, EHC_ABSENCE, text), "reg 27(3)(d)");
}

static void test_a_closure_after_an_order_comes_in_by_reg_44_3_c(void **state) {
    (void)state;
    char text[EHC_WORDS];
    put_event(&facts, "order-make-plan", "2026-06-15"); /* final plan by 31 August */
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-31");
    assert_fit(exception_of("order-make-plan-final", EHC_SCHOOL_CLOSURE), EHC_FITS, 42);
    assert_string_equal(planned("order-make-plan-final"), "2026-10-12");
    const struct ehc_limit *limit = &england->limits[limit_of("order-make-plan-final")];
    assert_string_equal(ehc_exception_provision(england, limit, EHC_SCHOOL_CLOSURE, text), "reg 44(3)(c), reg 10(4)(a)");
    assert_string_equal(ehc_exception_provision(england, limit, EHC_ABSENCE, text), "reg 44(3)(b)");
}

static void test_provisions_are_those_of_each_limits_regulation(void **state) {
    (void)state;
    char text[EHC_WORDS];
    static const struct {
        const char *limit;
        enum ehc_exception_kind kind;
        const char *provision;
    } rows[] = {
        {"assessment-decision", EHC_ABSENCE, "reg 5(4)(d)"},
        {"final-plan", EHC_SCHOOL_CLOSURE, "reg 10(4)(a)"},
        {"final-plan", EHC_EARLY_YEARS_CLOSURE, "reg 10(4)(b)"},
        {"final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES, "reg 10(4)(c)"},
        {"advice-from-body", EHC_MISSED_APPOINTMENT, "reg 8(2)(c)"},
        {"advice-from-body", EHC_ABSENCE, "reg 8(2)(b)"},
        {"detained-final-plan", EHC_ABSENCE, "SI 2015/62 reg 10(4)(c)"},
        {"final-plan", EHC_MISSED_APPOINTMENT, "SEND Regs 2014 reg 13(2)"}, /* on no list: the limit's own provision */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_string_equal(ehc_exception_provision(england, &england->limits[limit_of(rows[i].limit)], rows[i].kind, text),
                            rows[i].provision);
}

static void test_in_custody_there_is_no_exception_for_an_early_years_setting_si_2015_62(void **state) {
    (void)state;
    put_event(&facts, "detained-request", "2026-05-01");
    put_event(&facts, "early-years-advice-requested", "2026-07-20");
    closed_at("2026-07-21", "2026-08-31", EHC_EARLY_YEARS);
    assert_fit(exception_of("detained-final-plan", EHC_EARLY_YEARS_CLOSURE), EHC_NOT_ON_LIST, -1);
    facts.closure_count = 0;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-31");
    assert_fit(exception_of("detained-final-plan", EHC_SCHOOL_CLOSURE), EHC_FITS, 42);
}

static void test_a_case_full_of_exceptions_is_worked_out_whole(void **state) {
    (void)state;
    struct ehc_error error;
    asked_school("2026-07-20");
    for (int i = 0; i < EHC_CLOSURES_MAX; i++)
        closed("2026-07-21", "2026-08-31");
    for (int i = 0; i < EHC_ABSENCES_MAX; i++)
        away("2026-06-01", "2026-06-30");
    for (int i = 0; i < EHC_EXCEPTIONAL_MAX; i++)
        exceptional("2026-05-02", "2026-05-02", NULL);
    for (int i = 0; i < EHC_MISSED_MAX; i++)
        assert_true(ehc_case_add_missed(&facts, (struct ehc_missed){.day = day_of("2026-06-01")}, &error));
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_int_equal(deadline.days_lost, 72); /* 42 and 30 */
    assert_int_equal(deadline.days_lost_if, 73);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_a_day_lost_to_several_exceptions_is_counted_once),
        TEST(test_a_reason_that_may_fit_but_adds_no_day_gives_no_second_date),
        TEST(test_an_exception_that_does_not_fit_adds_no_days),
        TEST(test_the_statutory_date_and_the_status_stay_the_same_whatever_fits),
        TEST(test_kinds_with_facts_come_first_then_kinds_without),
        TEST(test_a_deadline_without_a_date_has_no_exceptions),
        TEST(test_a_reason_that_nobody_claims_fits_like_a_claimed_one_and_is_marked),
        TEST(test_regs_20_10_25_1_and_4_1_have_no_exception_at_all),
        TEST(test_regs_44_2_d_to_h_and_45_4_and_5_have_no_exception_either),
        TEST(test_a_reassessment_has_the_exceptions_of_reg_27_3),
        TEST(test_a_closure_after_an_order_comes_in_by_reg_44_3_c),
        TEST(test_provisions_are_those_of_each_limits_regulation),
        TEST(test_in_custody_there_is_no_exception_for_an_early_years_setting_si_2015_62),
        TEST(test_a_case_full_of_exceptions_is_worked_out_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
