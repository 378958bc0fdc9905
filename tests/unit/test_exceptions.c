/* Exceptions, each at its borders. The case is a request of Friday 1 May 2026
 * unless a test says otherwise: decision by 12 June, notice of no plan by 21 August, final plan by 18 September. */
#include "support.h"
#include <ehc/explain.h>

static struct ehc_case facts;

static int begin(void **state) {
    (void)state;
    ehc_case_init(&facts);
    put_event(&facts, "request-received", "2026-05-01");
    return 0;
}

static void forget(const char *event) {
    facts.event[ehc_find_event(england, event)] = EHC_NO_DAY;
}

static void asked_school(const char *date) {
    put_event(&facts, "school-advice-requested", date);
}

static void closed_at(const char *first, const char *last, enum ehc_setting setting) {
    struct ehc_error error;
    assert_true(
        ehc_case_add_closure(&facts, (struct ehc_closure){.span = span_of(first, last), .setting = setting}, &error));
}

static void closed(const char *first, const char *last) {
    closed_at(first, last, EHC_SCHOOL);
}

static void away(const char *first, const char *last) {
    struct ehc_error error;
    assert_true(ehc_case_add_absence(&facts, (struct ehc_absence){.span = span_of(first, last)}, &error));
}

static void exceptional(const char *first, const char *last, const char *reason) {
    struct ehc_error error;
    struct ehc_exceptional fact = {.span = span_of(first, last), .reason = reason};
    assert_true(ehc_case_add_exceptional(&facts, fact, &error));
}

static void missed(const char *date, const char *body) {
    struct ehc_error error;
    assert_true(ehc_case_add_missed(&facts, (struct ehc_missed){.day = day_of(date), .body = body}, &error));
}

static const char *const fit_names[] = {"fits",      "not on list",   "no facts",       "reason not listed", "too short",
                                        "not asked", "asked outside", "outside period", "other body"};

/* The first exception of a kind that a deadline is told of. */
static struct ehc_exception find(const struct ehc_deadline *deadline, enum ehc_exception_kind kind) {
    struct ehc_exception told[EXCEPTIONS_MOST];
    size_t count = exceptions_of(&facts, deadline, told), i = 0;
    while (i < count && told[i].kind != kind)
        i++;
    if (i == count)
        fail_msg("%s is told of no %s", deadline->limit->id, england->kinds[kind].id);
    return told[i];
}

static struct ehc_exception exception_of(const char *limit, enum ehc_exception_kind kind) {
    struct ehc_deadline deadline = deadline_of(&facts, limit, "2026-06-01");
    return find(&deadline, kind);
}

static void assert_fit_at(struct ehc_exception exception, enum ehc_fit fit, int days, const char *file, int line) {
    if (exception.fit == fit && (days < 0 || exception.days == days))
        return;
    print_error("%s:%d: %s with %d days, not %s with %d\n", file, line, fit_names[exception.fit], exception.days,
                fit_names[fit], days);
    fail();
}
#define assert_fit(exception, fit, days) assert_fit_at(exception, fit, days, __FILE__, __LINE__)

static const char *planned(const char *limit) {
    struct ehc_deadline deadline = deadline_of(&facts, limit, "2026-06-01");
    return iso_of(deadline.with_exception);
}

/* ---- closures: reg 10(4)(a) and (b) ---- */

static void test_a_closure_of_28_days_fits_and_one_of_27_does_not_reg_10_4_a(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-17"); /* 11 days of July and 17 of August */
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 28);
    assert_int_equal(exception.needed, 28);
    assert_string_equal(planned("final-plan"), "2026-10-16"); /* 18 September and 28 days */
    facts.closure[0].span.last = day_of("2026-08-16");
    exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_TOO_SHORT, 27);
    assert_int_equal(exception.needed, 28);
    assert_string_equal(planned("final-plan"), "none");
}

static void test_advice_can_be_asked_from_7_days_before_the_first_closed_day(void **state) {
    (void)state;
    closed("2026-07-21", "2026-08-31");
    asked_school("2026-07-13"); /* 8 days before */
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_ASKED_OUTSIDE, 42);
    assert_day(exception.asked, "2026-07-13");
    assert_day(exception.window.first, "2026-07-14");
    assert_day(exception.window.last, "2026-08-25");
    assert_string_equal(planned("final-plan"), "none");
    asked_school("2026-07-14"); /* 7 days before */
    exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 42);
    assert_day(exception.lost.first, "2026-07-21"); /* from the first closed day */
    assert_day(exception.lost.last, "2026-08-31");
    assert_string_equal(planned("final-plan"), "2026-10-30");
}

static void test_advice_can_be_asked_to_7_days_before_the_reopening_day(void **state) {
    (void)state;
    closed("2026-07-21", "2026-08-31"); /* reopens on 1 September */
    asked_school("2026-08-25");         /* 7 days before that */
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 42);
    assert_day(exception.lost.first, "2026-08-25");           /* from the request, as it is the later */
    assert_string_equal(planned("final-plan"), "2026-09-25"); /* 7 days: 25 to 31 August */
    asked_school("2026-08-26");                               /* 6 days before */
    exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_ASKED_OUTSIDE, 42);
    assert_string_equal(planned("final-plan"), "none");
}

static void test_a_long_closure_without_a_request_for_advice_does_not_fit(void **state) {
    (void)state;
    closed("2026-07-21", "2026-08-31");
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_NOT_ASKED, 42);
    assert_int_equal(exception.asked, EHC_NO_DAY);
    assert_string_equal(planned("final-plan"), "none");
}

static void test_easter_2026_is_18_days_and_does_not_fit(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2025-12-01"); /* final plan by 20 April 2026 */
    asked_school("2026-03-25");
    closed("2026-03-27", "2026-04-13");
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_TOO_SHORT, 18);
    assert_string_equal(planned("final-plan"), "none");
}

static void test_a_request_in_an_advice_section_is_the_same_fact(void **state) {
    (void)state;
    struct ehc_error error;
    closed("2026-07-21", "2026-08-31");
    struct ehc_advice advice = {
        .from = EHC_FROM_HEALTH, .requested = day_of("2026-07-20"), .request_received = EHC_NO_DAY, .received = EHC_NO_DAY};
    ehc_case_add_advice(&facts, advice, &error);
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_NOT_ASKED, 42); /* asked of health, not of the head */
    advice.from = EHC_FROM_SCHOOL;
    ehc_case_add_advice(&facts, advice, &error);
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 42);
    assert_day(exception.asked, "2026-07-20");
}

static void test_of_several_requests_the_first_in_the_window_counts(void **state) {
    (void)state;
    struct ehc_error error;
    closed("2026-07-21", "2026-08-31");
    asked_school("2026-06-15"); /* too early */
    static const char *const dates[] = {"2026-08-03", "2026-07-27"};
    for (size_t i = 0; i < 2; i++)
        ehc_case_add_advice(&facts,
                            (struct ehc_advice){.from = EHC_FROM_SCHOOL,
                                                .requested = day_of(dates[i]),
                                                .request_received = EHC_NO_DAY,
                                                .received = EHC_NO_DAY},
                            &error);
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 42);
    assert_day(exception.asked, "2026-07-27");
    assert_day(exception.lost.first, "2026-07-27");
}

static void test_closures_that_touch_are_told_of_once_and_counted_as_one(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-07-31");
    closed("2026-08-01", "2026-08-31");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    struct ehc_exception told[EXCEPTIONS_MOST];
    size_t count = exceptions_of(&facts, &deadline, told), closures = 0;
    for (size_t i = 0; i < count; i++)
        closures += told[i].kind == EHC_SCHOOL_CLOSURE;
    assert_int_equal(closures, 1);
    struct ehc_exception exception = find(&deadline, EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 42);
    assert_day(exception.span.first, "2026-07-21");
    assert_day(exception.span.last, "2026-08-31");
}

static void test_a_day_open_between_parts_a_closure(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-01"); /* 12 days */
    closed("2026-08-03", "2026-08-29"); /* 27 days */
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    struct ehc_exception told[EXCEPTIONS_MOST];
    assert_true(exceptions_of(&facts, &deadline, told) >= 2);
    assert_fit(told[0], EHC_TOO_SHORT, 12);
    assert_fit(told[1], EHC_TOO_SHORT, 27);
}

static void test_closures_of_different_settings_are_not_joined(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed_at("2026-07-21", "2026-08-10", EHC_SCHOOL);
    closed_at("2026-08-11", "2026-08-31", EHC_EARLY_YEARS);
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_TOO_SHORT, 21);
    assert_fit(exception_of("final-plan", EHC_EARLY_YEARS_CLOSURE), EHC_TOO_SHORT, 21);
}

static void test_an_early_years_setting_is_asked_for_itself_reg_10_4_b(void **state) {
    (void)state;
    closed_at("2026-07-21", "2026-08-31", EHC_EARLY_YEARS);
    asked_school("2026-07-20"); /* the head of a school is not its SENCO */
    assert_fit(exception_of("final-plan", EHC_EARLY_YEARS_CLOSURE), EHC_NOT_ASKED, 42);
    put_event(&facts, "early-years-advice-requested", "2026-07-14");
    assert_fit(exception_of("final-plan", EHC_EARLY_YEARS_CLOSURE), EHC_FITS, 42);
    put_event(&facts, "early-years-advice-requested", "2026-07-13");
    assert_fit(exception_of("final-plan", EHC_EARLY_YEARS_CLOSURE), EHC_ASKED_OUTSIDE, 42);
}

static void test_a_school_is_not_covered_by_a_request_to_an_early_years_setting(void **state) {
    (void)state;
    closed("2026-07-21", "2026-08-31");
    put_event(&facts, "early-years-advice-requested", "2026-07-20");
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_NOT_ASKED, 42);
}

static void test_a_post_16_college_is_as_a_school_reg_10_4_a(void **state) {
    (void)state;
    closed_at("2026-07-21", "2026-08-31", EHC_POST_16);
    asked_school("2026-07-20");
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_FITS, 42);
}

static void test_a_closure_outside_the_period_of_a_limit_does_not_fit_it(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-31");
    assert_fit(exception_of("assessment-decision", EHC_SCHOOL_CLOSURE), EHC_OUTSIDE_PERIOD, -1); /* over by 12 June */
    assert_fit(exception_of("no-plan-notice", EHC_SCHOOL_CLOSURE), EHC_FITS, 42);                /* 21 August */
    put_event(&facts, "request-received", "2026-03-03");                                         /* due on 21 July itself */
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_FITS, 42);
    put_event(&facts, "request-received", "2026-03-02"); /* due the day before it closes */
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_OUTSIDE_PERIOD, -1);
    put_event(&facts, "request-received", "2026-08-31"); /* a request on the last closed day */
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_OUTSIDE_PERIOD, -1);
}

static void test_days_lost_to_a_closure_run_to_the_day_before_reopening(void **state) {
    (void)state;
    put_event(&facts, "request-received", "2026-03-23"); /* final plan by 10 August */
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-31");
    assert_string_equal(planned("final-plan"), "2026-09-21"); /* 42 days */
}

/* ---- absence: reg 10(4)(d), 8(2)(b), 44(3)(b) ---- */

static void test_an_absence_of_28_days_inside_the_period_fits_and_27_do_not(void **state) {
    (void)state;
    away("2026-05-02", "2026-05-29"); /* from the first day of the period */
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_FITS, 28);
    assert_string_equal(planned("final-plan"), "2026-10-16");
    facts.absence[0].span.last = day_of("2026-05-28");
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_TOO_SHORT, 27);
    assert_string_equal(planned("final-plan"), "none");
}

static void test_only_the_days_of_an_absence_inside_the_period_count(void **state) {
    (void)state;
    away("2026-04-10", "2026-05-28"); /* 49 days in all, 27 from 2 May */
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_TOO_SHORT, 27);
    facts.absence[0].span = span_of("2026-04-10", "2026-05-29");
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_FITS, 28);
    facts.absence[0].span = span_of("2026-08-22", "2026-10-31"); /* 10 days of August and 18 of September */
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_FITS, 28);
    assert_string_equal(planned("final-plan"), "2026-10-16");
    facts.absence[0].span = span_of("2026-08-23", "2026-10-31");
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_TOO_SHORT, 27);
    facts.absence[0].span = span_of("2026-05-01", "2026-05-28"); /* the day of the request is not in the period */
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_TOO_SHORT, 27);
}

static void test_an_absence_outside_the_period_does_not_fit(void **state) {
    (void)state;
    away("2026-09-19", "2026-12-31");
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_OUTSIDE_PERIOD, 0);
    facts.absence[0].span = span_of("2026-03-01", "2026-05-01");
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_OUTSIDE_PERIOD, 0);
}

static void test_two_absences_of_14_days_are_not_28_in_a_row(void **state) {
    (void)state;
    away("2026-06-01", "2026-06-14");
    away("2026-06-16", "2026-06-29");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    struct ehc_exception told[EXCEPTIONS_MOST];
    assert_true(exceptions_of(&facts, &deadline, told) >= 2);
    assert_fit(told[0], EHC_TOO_SHORT, 14);
    assert_fit(told[1], EHC_TOO_SHORT, 14);
    assert_int_equal(deadline.with_exception, EHC_NO_DAY);
}

static void test_the_same_absence_is_measured_against_each_limits_own_period(void **state) {
    (void)state;
    away("2026-06-01", "2026-06-30");
    assert_fit(exception_of("assessment-decision", EHC_ABSENCE), EHC_TOO_SHORT, 12); /* to 12 June */
    assert_fit(exception_of("final-plan", EHC_ABSENCE), EHC_FITS, 30);
}

static void test_after_an_order_14_days_away_are_enough_reg_44_3_b(void **state) {
    (void)state;
    put_event(&facts, "order-assess", "2026-09-07"); /* notify by 21 September; plan by 14 December */
    away("2026-09-08", "2026-09-21");
    struct ehc_exception exception = exception_of("order-assess-notify", EHC_ABSENCE);
    assert_fit(exception, EHC_FITS, 14);
    assert_int_equal(exception.needed, 14);
    assert_string_equal(planned("order-assess-notify"), "2026-10-05");
    facts.absence[0].span.first = day_of("2026-09-09");
    assert_fit(exception_of("order-assess-notify", EHC_ABSENCE), EHC_TOO_SHORT, 13);
    put_event(&facts, "unopposed-make-plan", "2026-09-07"); /* reg 45(7)(b) */
    facts.absence[0].span = span_of("2026-10-01", "2026-10-14");
    assert_fit(exception_of("unopposed-make-plan-final", EHC_ABSENCE), EHC_FITS, 14);
    facts.absence[0].span.last = day_of("2026-10-13");
    assert_fit(exception_of("unopposed-make-plan-final", EHC_ABSENCE), EHC_TOO_SHORT, 13);
}

/* ---- exceptional personal circumstances: reg 10(4)(c) ---- */

static void test_exceptional_circumstances_fit_with_the_days_they_overlap(void **state) {
    (void)state;
    exceptional("2026-06-10", "2026-06-20", "surgery");
    struct ehc_exception exception = exception_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES);
    assert_fit(exception, EHC_FITS, 11);
    assert_string_equal(planned("final-plan"), "2026-09-29"); /* 18 September and 11 days */
    exception = exception_of("assessment-decision", EHC_EXCEPTIONAL_CIRCUMSTANCES);
    assert_fit(exception, EHC_FITS, 3); /* 10, 11, 12 June */
    assert_string_equal(planned("assessment-decision"), "2026-06-15");
}

static void test_exceptional_circumstances_meet_the_period_on_its_first_and_last_day_only(void **state) {
    (void)state;
    exceptional("2026-04-01", "2026-05-01", NULL); /* to the day of the request */
    assert_fit(exception_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES), EHC_OUTSIDE_PERIOD, 0);
    facts.exceptional[0].span.last = day_of("2026-05-02");
    assert_fit(exception_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES), EHC_FITS, 1);
    facts.exceptional[0].span = span_of("2026-09-18", "2026-10-31");
    assert_fit(exception_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES), EHC_FITS, 1);
    facts.exceptional[0].span = span_of("2026-09-19", "2026-10-31");
    assert_fit(exception_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES), EHC_OUTSIDE_PERIOD, 0);
}

/* ---- claims that are on no list ---- */

static void assert_claim(const char *reason, const char *claim) {
    facts.exceptional_count = 0;
    exceptional("2026-06-10", "2026-06-20", reason);
    struct ehc_exception exception = exception_of("final-plan", EHC_EXCEPTIONAL_CIRCUMSTANCES);
    if (claim == NULL) {
        if (exception.fit != EHC_FITS || exception.claim != NULL)
            fail_msg("'%s' is %s", reason, fit_names[exception.fit]);
        return;
    }
    if (exception.fit != EHC_REASON_NOT_LISTED || exception.claim == NULL || strcmp(exception.claim->id, claim) != 0)
        fail_msg("'%s' is %s, by %s", reason, fit_names[exception.fit],
                 exception.claim != NULL ? exception.claim->id : "none");
    assert_string_equal(planned("final-plan"), "none");
}

static void test_what_councils_claim_that_is_on_no_list_is_answered(void **state) {
    (void)state;
    assert_claim("agreed extension", "agreed-extension");
    assert_claim("Extension of time", "agreed-extension");
    assert_claim("Staff shortage", "staff-shortage");
    assert_claim("a shortage of educational psychologists", "staff-shortage");
    assert_claim("BACKLOG", "backlog");
    assert_claim("Easter holidays", "short-holiday");
    assert_claim("half-term", "short-holiday");
    assert_claim("a late report from the psychologist", "late-advice");
    assert_claim("panel date", "panel-date");
}

static void test_a_reason_of_the_family_is_left_for_people_to_judge(void **state) {
    (void)state;
    assert_claim(NULL, NULL);
    assert_claim("", NULL);
    assert_claim("the mother's surgery", NULL);
    assert_claim("bereavement", NULL);
    assert_claim("panelling", NULL); /* 'panel' only as a word */
    assert_claim("unstaffing", NULL);
    assert_claim("\xff\xfe panelx", NULL);
}

/* A word such as Easter beside a personal reason does not make that reason a school holiday: reg 10(4)(c). */
static void test_a_personal_reason_that_names_a_time_of_year_is_still_personal(void **state) {
    (void)state;
    assert_claim("father died in the Easter holidays", NULL);
    assert_claim("child in hospital over the summer holidays", NULL);
}

/* ---- missed appointments: reg 8(2)(c) ---- */

static struct ehc_deadline advice_deadline(enum ehc_advice_from from, const char *name, const char *limit) {
    struct ehc_error error;
    struct ehc_deadline deadline;
    facts.advice_count = 0;
    ehc_case_add_advice(&facts,
                        (struct ehc_advice){.from = from,
                                            .name = name,
                                            .requested = day_of("2026-06-12"),
                                            .request_received = day_of("2026-06-15"),
                                            .received = EHC_NO_DAY},
                        &error);
    ehc_deadline_of(england, &facts, &facts.advice[0], day_of("2026-06-20"), limit_of(limit), &deadline);
    return deadline;
}

static void test_an_appointment_missed_in_the_bodys_6_weeks_excuses_the_body(void **state) {
    (void)state;
    struct ehc_deadline deadline = advice_deadline(EHC_FROM_HEALTH, NULL, "advice-from-body");
    assert_day(deadline.due, "2026-07-27"); /* 42 days from 15 June */
    missed("2026-07-27", NULL);             /* the last day */
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
    facts.missed[0].day = day_of("2026-07-28"); /* the day after */
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_OUTSIDE_PERIOD, -1);
    facts.missed[0].day = day_of("2026-06-16"); /* the first day */
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
    facts.missed[0].day = day_of("2026-06-15"); /* the day of receipt */
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_OUTSIDE_PERIOD, -1);
}

static void test_a_missed_appointment_has_no_number_of_days(void **state) {
    (void)state;
    missed("2026-07-01", NULL);
    struct ehc_deadline deadline = advice_deadline(EHC_FROM_HEALTH, NULL, "advice-from-body");
    assert_int_equal(deadline.with_exception, EHC_NO_DAY);
    assert_int_equal(deadline.days_lost, 0);
}

static void test_a_missed_appointment_never_excuses_the_council(void **state) {
    (void)state;
    missed("2026-06-01", NULL);
    static const char *const limits[] = {"assessment-decision", "no-plan-notice", "final-plan", "refusal-notice"};
    for (size_t i = 0; i < 4; i++) {
        assert_fit(exception_of(limits[i], EHC_MISSED_APPOINTMENT), EHC_NOT_ON_LIST, -1);
        assert_string_equal(planned(limits[i]), "none");
    }
}

static void test_an_appointment_with_another_body_excuses_nobody_else(void **state) {
    (void)state;
    missed("2026-07-01", "psychologist");
    struct ehc_deadline deadline = advice_deadline(EHC_FROM_HEALTH, "CAMHS", "advice-from-body");
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_OTHER_BODY, -1);
    facts.missed[0].body = "health";
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
    facts.missed[0].body = "CAMHS";
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
    facts.missed[0].body = "audiology";
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_OTHER_BODY, -1);
}

static void test_the_name_of_a_body_is_the_same_in_capitals(void **state) {
    (void)state;
    missed("2026-07-01", "camhs");
    struct ehc_deadline deadline = advice_deadline(EHC_FROM_HEALTH, "CAMHS", "advice-from-body");
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
    facts.missed[0].body = "Health";
    assert_fit(find(&deadline, EHC_MISSED_APPOINTMENT), EHC_FITS, -1);
}

/* A council's own psychologist is no body of section 31, and its appointments are not those of health: reg 8(2)(c). */
static void test_a_psychologists_appointment_does_not_excuse_health_where_no_advice_section_is_given(void **state) {
    (void)state;
    put_event(&facts, "advice-request-received", "2026-06-15");
    missed("2026-07-01", "psychologist");
    assert_fit(exception_of("advice-from-body", EHC_MISSED_APPOINTMENT), EHC_OTHER_BODY, -1);
}

static void test_a_body_has_no_exception_for_a_closure_reg_8_2(void **state) {
    (void)state;
    closed("2026-06-20", "2026-07-31");
    asked_school("2026-06-20");
    struct ehc_deadline deadline = advice_deadline(EHC_FROM_HEALTH, NULL, "advice-from-body");
    assert_fit(find(&deadline, EHC_SCHOOL_CLOSURE), EHC_NOT_ON_LIST, -1);
    assert_int_equal(deadline.with_exception, EHC_NO_DAY);
    away("2026-06-16", "2026-07-13");
    deadline = advice_deadline(EHC_FROM_HEALTH, NULL, "advice-from-body");
    assert_fit(find(&deadline, EHC_ABSENCE), EHC_FITS, 28);
    assert_day(deadline.with_exception, "2026-08-24"); /* 27 July and 28 days */
}

/* ---- several at once ---- */

static void test_a_day_lost_to_several_exceptions_is_counted_once(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-31");                 /* 42 days */
    exceptional("2026-08-25", "2026-09-05", "surgery"); /* 12 days, 7 of them closed */
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_int_equal(deadline.days_lost, 47);
    assert_day(deadline.with_exception, "2026-11-04");
    away("2026-08-01", "2026-08-28"); /* 28 days, all of them closed */
    deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_int_equal(deadline.days_lost, 47);
    exceptional("2026-05-10", "2026-05-12", NULL); /* 3 days apart from the rest */
    exceptional("2026-05-10", "2026-05-11", NULL); /* the same again */
    deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_int_equal(deadline.days_lost, 50);
    assert_day(deadline.with_exception, "2026-11-07");
}

static void test_an_exception_that_does_not_fit_adds_no_days(void **state) {
    (void)state;
    away("2026-06-01", "2026-06-20");
    closed("2026-07-21", "2026-08-31"); /* not asked */
    exceptional("2026-06-10", "2026-06-20", "staff shortage");
    exceptional("2026-07-01", "2026-07-02", "surgery");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    assert_int_equal(deadline.days_lost, 2);
    assert_day(deadline.with_exception, "2026-09-20");
}

static void test_the_statutory_date_and_the_status_stay_whatever_fits(void **state) {
    (void)state;
    asked_school("2026-07-20");
    closed("2026-07-21", "2026-08-31");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-10-01");
    assert_day(deadline.due, "2026-09-18");
    assert_day(deadline.latest, "2026-09-18");
    assert_status(deadline, "overdue", 13);
    assert_day(deadline.with_exception, "2026-10-30");
}

static void test_facts_come_first_then_the_kinds_without_any(void **state) {
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
        assert_false(told[1 + i].given);
    }
}

static void test_a_deadline_without_a_date_is_told_of_none(void **state) {
    (void)state;
    forget("request-received");
    away("2026-06-01", "2026-06-30");
    struct ehc_deadline deadline = deadline_of(&facts, "final-plan", "2026-06-01");
    struct ehc_exception told[EXCEPTIONS_MOST];
    assert_int_equal(exceptions_of(&facts, &deadline, told), 0);
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
            assert_non_null(strstr(text, deadline.limit->provision)); /* which provision has none */
            assert_non_null(strstr(text, "no such exception"));
            assert_string_equal(ehc_exception_provision(england, deadline.limit, told[j].kind, text),
                                deadline.limit->provision);
        }
        assert_int_equal(count, 4);
        assert_int_equal(deadline.with_exception, EHC_NO_DAY);
    }
}

static void test_regs_44_2_d_to_h_and_45_4_and_5_have_none_either(void **state) {
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
        {"final-plan", EHC_MISSED_APPOINTMENT, "SEND Regs 2014 reg 13(2)"}, /* on no list: the limit's own */
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
    assert_int_equal(deadline.days_lost, 73); /* 42, 30 and 1 */
}

/* ---- closures that are known from the school's calendar and that nobody has claimed ---- */

static void known(const char *first, const char *last) {
    struct ehc_error error;
    struct ehc_closure closure = {.span = span_of(first, last), .setting = EHC_SCHOOL, .is_unclaimed = true};
    assert_true(ehc_case_add_closure(&facts, closure, &error));
}

static size_t closures_told_of(const char *limit) {
    struct ehc_deadline deadline;
    struct ehc_exception told[EXCEPTIONS_MOST];
    size_t closures = 0;
    ehc_deadline_of(england, &facts, NULL, day_of("2026-06-01"), ehc_find_limit(england, limit), &deadline);
    size_t count = exceptions_of(&facts, &deadline, told);
    for (size_t i = 0; i < count; i++)
        closures += told[i].kind == EHC_SCHOOL_CLOSURE && told[i].given;
    return closures;
}

static void test_a_known_closure_fits_as_a_claimed_one_does_reg_10_4_a(void **state) {
    (void)state;
    asked_school("2026-07-20");
    known("2026-07-21", "2026-07-31"); /* split at the end of July */
    known("2026-08-01", "2026-08-31");
    struct ehc_exception exception = exception_of("final-plan", EHC_SCHOOL_CLOSURE);
    assert_fit(exception, EHC_FITS, 42);
    assert_true(exception.is_unclaimed);
    assert_string_equal(planned("final-plan"), "2026-10-30"); /* 18 September and 42 days */
    facts.closure[1].is_unclaimed = false;
    assert_false(exception_of("final-plan", EHC_SCHOOL_CLOSURE).is_unclaimed);
}

static void test_half_terms_and_other_years_are_not_spoken_of_unless_they_are_claimed(void **state) {
    (void)state;
    known("2026-05-25", "2026-05-29");
    known("2027-07-21", "2027-08-31");
    assert_int_equal(closures_told_of("final-plan"), 0);
    facts.closure[0].is_unclaimed = false;
    assert_int_equal(closures_told_of("final-plan"), 1);
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_TOO_SHORT, 5);
}

static void test_a_known_summer_within_the_period_is_spoken_of_though_it_does_not_fit(void **state) {
    (void)state;
    known("2026-07-21", "2026-08-31");
    asked_school("2026-06-15");
    assert_fit(exception_of("final-plan", EHC_SCHOOL_CLOSURE), EHC_ASKED_OUTSIDE, 42);
    assert_int_equal(closures_told_of("assessment-decision"), 0); /* due on 12 June, before the summer */
}

#define TEST(name) cmocka_unit_test_setup(name, begin)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_a_closure_of_28_days_fits_and_one_of_27_does_not_reg_10_4_a),
        TEST(test_advice_can_be_asked_from_7_days_before_the_first_closed_day),
        TEST(test_advice_can_be_asked_to_7_days_before_the_reopening_day),
        TEST(test_a_long_closure_without_a_request_for_advice_does_not_fit),
        TEST(test_easter_2026_is_18_days_and_does_not_fit),
        TEST(test_a_request_in_an_advice_section_is_the_same_fact),
        TEST(test_of_several_requests_the_first_in_the_window_counts),
        TEST(test_closures_that_touch_are_told_of_once_and_counted_as_one),
        TEST(test_a_day_open_between_parts_a_closure),
        TEST(test_closures_of_different_settings_are_not_joined),
        TEST(test_an_early_years_setting_is_asked_for_itself_reg_10_4_b),
        TEST(test_a_school_is_not_covered_by_a_request_to_an_early_years_setting),
        TEST(test_a_post_16_college_is_as_a_school_reg_10_4_a),
        TEST(test_a_closure_outside_the_period_of_a_limit_does_not_fit_it),
        TEST(test_days_lost_to_a_closure_run_to_the_day_before_reopening),
        TEST(test_an_absence_of_28_days_inside_the_period_fits_and_27_do_not),
        TEST(test_only_the_days_of_an_absence_inside_the_period_count),
        TEST(test_an_absence_outside_the_period_does_not_fit),
        TEST(test_two_absences_of_14_days_are_not_28_in_a_row),
        TEST(test_the_same_absence_is_measured_against_each_limits_own_period),
        TEST(test_after_an_order_14_days_away_are_enough_reg_44_3_b),
        TEST(test_exceptional_circumstances_fit_with_the_days_they_overlap),
        TEST(test_exceptional_circumstances_meet_the_period_on_its_first_and_last_day_only),
        TEST(test_what_councils_claim_that_is_on_no_list_is_answered),
        TEST(test_a_reason_of_the_family_is_left_for_people_to_judge),
        TEST(test_a_personal_reason_that_names_a_time_of_year_is_still_personal),
        TEST(test_an_appointment_missed_in_the_bodys_6_weeks_excuses_the_body),
        TEST(test_a_missed_appointment_has_no_number_of_days),
        TEST(test_a_missed_appointment_never_excuses_the_council),
        TEST(test_an_appointment_with_another_body_excuses_nobody_else),
        TEST(test_the_name_of_a_body_is_the_same_in_capitals),
        TEST(test_a_psychologists_appointment_does_not_excuse_health_where_no_advice_section_is_given),
        TEST(test_a_body_has_no_exception_for_a_closure_reg_8_2),
        TEST(test_a_day_lost_to_several_exceptions_is_counted_once),
        TEST(test_an_exception_that_does_not_fit_adds_no_days),
        TEST(test_the_statutory_date_and_the_status_stay_whatever_fits),
        TEST(test_facts_come_first_then_the_kinds_without_any),
        TEST(test_a_deadline_without_a_date_is_told_of_none),
        TEST(test_regs_20_10_25_1_and_4_1_have_no_exception_at_all),
        TEST(test_regs_44_2_d_to_h_and_45_4_and_5_have_none_either),
        TEST(test_a_reassessment_has_the_exceptions_of_reg_27_3),
        TEST(test_a_closure_after_an_order_comes_in_by_reg_44_3_c),
        TEST(test_provisions_are_those_of_each_limits_regulation),
        TEST(test_in_custody_there_is_no_exception_for_an_early_years_setting_si_2015_62),
        TEST(test_a_case_full_of_exceptions_is_worked_out_whole),
        TEST(test_a_known_closure_fits_as_a_claimed_one_does_reg_10_4_a),
        TEST(test_half_terms_and_other_years_are_not_spoken_of_unless_they_are_claimed),
        TEST(test_a_known_summer_within_the_period_is_spoken_of_though_it_does_not_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
