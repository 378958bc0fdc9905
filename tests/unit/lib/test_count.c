/* Where a period ends: <ehc/count.h>. */
#include "support.h"
#include <ehc/count.h>

static struct ehc_period_end end_of(struct ehc_period period, const char *trigger) {
    return ehc_count_period(england, NULL, period, day_of(trigger));
}

static struct ehc_period period_of(int amount, enum ehc_unit unit, enum ehc_count count) {
    return (struct ehc_period){.amount = amount, .unit = unit, .count = count};
}

struct row {
    int amount;
    enum ehc_unit unit;
    enum ehc_count count;
    const char *trigger, *day;
};

static void check_rows(const struct row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct ehc_period_end end = end_of(period_of(rows[i].amount, rows[i].unit, rows[i].count), rows[i].trigger);
        if (strcmp(iso_of(end.day), rows[i].day) != 0)
            fail_msg("row %zu: from %s to %s; the test expects %s", i, rows[i].trigger, iso_of(end.day), rows[i].day);
        assert_int_equal(end.counted, end.day);
        assert_int_equal(end.also, EHC_NO_DAY);
        assert_true(end.firm);
    }
}

static void test_within_n_of_a_day_leaves_that_day_out_dodds_v_walker(void **state) {
    (void)state;
    static const struct row rows[] = {
        {6, EHC_WEEKS, EHC_AFTER, "2026-01-05", "2026-02-16"},  /* 42 days */
        {16, EHC_WEEKS, EHC_AFTER, "2026-01-05", "2026-04-27"}, /* 112 days */
        {20, EHC_WEEKS, EHC_AFTER, "2026-01-05", "2026-05-25"}, /* 140 days; a bank holiday, it stays */
        {15, EHC_DAYS, EHC_AFTER, "2026-01-05", "2026-01-20"},
        {1, EHC_DAYS, EHC_AFTER, "2026-02-28", "2026-03-01"},
        {2, EHC_MONTHS, EHC_AFTER, "2026-10-01", "2026-12-01"},
        {4, EHC_MONTHS, EHC_AFTER, "2025-09-30", "2026-01-30"},
        {2, EHC_MONTHS, EHC_AFTER, "2025-12-31", "2026-02-28"},
        {3, EHC_WORKING_DAYS, EHC_AFTER, "2026-04-02", "2026-04-09"}, /* 7, 8, 9 April */
        {1, EHC_WORKING_DAYS, EHC_AFTER, "2026-06-05", "2026-06-08"}, /* Friday to Monday */
    };
    check_rows(rows, sizeof rows / sizeof rows[0]);
}

static void test_beginning_with_a_day_counts_that_day(void **state) {
    (void)state;
    static const struct row rows[] = {
        {15, EHC_DAYS, EHC_BEGINNING, "2026-04-13", "2026-04-27"}, /* the 13th is day 1 */
        {1, EHC_DAYS, EHC_BEGINNING, "2026-04-13", "2026-04-13"},
        {5, EHC_WEEKS, EHC_BEGINNING, "2026-01-05", "2026-02-08"}, /* 35 days, the first counted */
        {12, EHC_MONTHS, EHC_BEGINNING, "2026-11-21", "2027-11-20"},
        {12, EHC_MONTHS, EHC_BEGINNING, "2024-02-29", "2025-02-28"},
        {15, EHC_WORKING_DAYS, EHC_BEGINNING, "2026-01-05", "2026-01-23"}, /* three whole weeks */
        {15, EHC_WORKING_DAYS, EHC_BEGINNING, "2026-01-03", "2026-01-23"}, /* a Saturday: Monday is the first */
        {15, EHC_WORKING_DAYS, EHC_BEGINNING, "2026-03-23", "2026-04-14"}, /* Good Friday and Easter Monday left out */
        {1, EHC_WORKING_DAYS, EHC_BEGINNING, "2026-01-05", "2026-01-05"},
        {1, EHC_WORKING_DAYS, EHC_BEGINNING, "2026-04-03", "2026-04-07"},
    };
    check_rows(rows, sizeof rows / sizeof rows[0]);
}

static void test_at_least_before_leaves_whole_units_between(void **state) {
    (void)state;
    static const struct row rows[] = {
        {2, EHC_WEEKS, EHC_AT_LEAST_BEFORE, "2026-06-30", "2026-06-15"},        /* 14 whole days: 16 to 29 June */
        {5, EHC_MONTHS, EHC_AT_LEAST_BEFORE, "2026-09-01", "2026-03-31"},       /* the day before 1 April */
        {5, EHC_MONTHS, EHC_AT_LEAST_BEFORE, "2026-07-31", "2026-02-27"},       /* no 31 February: 28, less a day */
        {5, EHC_WORKING_DAYS, EHC_AT_LEAST_BEFORE, "2026-06-19", "2026-06-11"}, /* 12, 15, 16, 17, 18 June between */
        {5, EHC_WORKING_DAYS, EHC_AT_LEAST_BEFORE, "2026-04-10", "2026-03-31"}, /* 1, 2, 7, 8, 9 April between */
        /* reg 37(2) asks for whole working days between, not that the day before them is one. */
        {5, EHC_WORKING_DAYS, EHC_AT_LEAST_BEFORE, "2026-06-15", "2026-06-07"}, /* a Sunday: 8 to 12 June between */
        {5, EHC_WORKING_DAYS, EHC_AT_LEAST_BEFORE, "2026-04-14", "2026-04-06"}, /* Easter Monday: 7-10, 13 April between */
    };
    check_rows(rows, sizeof rows / sizeof rows[0]);
}

static void test_the_lenient_reading_of_at_least_is_one_day_later(void **state) {
    (void)state;
    struct ehc_period period = period_of(2, EHC_WEEKS, EHC_AT_LEAST_BEFORE);
    period.lenient = true;
    assert_day(end_of(period, "2026-06-30").day, "2026-06-16"); /* the same weekday two weeks before */
    period = period_of(5, EHC_MONTHS, EHC_AT_LEAST_BEFORE);
    period.lenient = true;
    assert_day(end_of(period, "2026-09-01").day, "2026-04-01");
    period = period_of(5, EHC_WORKING_DAYS, EHC_AT_LEAST_BEFORE);
    period.lenient = true;
    assert_day(end_of(period, "2026-06-19").day, "2026-06-12");
}

static void test_before_a_date_ends_the_day_before_it(void **state) {
    (void)state;
    struct ehc_period february = {.amount = 15, .month = 2, .unit = EHC_FIXED_DATE, .count = EHC_BEFORE};
    struct ehc_period march = {.amount = 31, .month = 3, .unit = EHC_FIXED_DATE, .count = EHC_BEFORE};
    struct ehc_period first_of_march = {.amount = 1, .month = 3, .unit = EHC_FIXED_DATE, .count = EHC_BEFORE};
    assert_day(end_of(february, "2027-01-01").day, "2027-02-14");
    assert_day(end_of(february, "2027-12-31").day, "2027-02-14"); /* any day of the year */
    assert_day(end_of(march, "2027-09-01").day, "2027-03-30");
    assert_day(end_of(first_of_march, "2028-09-01").day, "2028-02-29");
    assert_day(end_of(first_of_march, "2027-09-01").day, "2027-02-28");
}

static void test_from_no_day_no_period_has_an_end(void **state) {
    (void)state;
    for (enum ehc_unit unit = EHC_DAYS; unit <= EHC_FIXED_DATE; unit++) {
        struct ehc_period period = {.amount = 14, .month = 2, .unit = unit, .count = EHC_BEGINNING};
        assert_int_equal(ehc_count_period(england, NULL, period, EHC_NO_DAY).day, EHC_NO_DAY);
    }
}

static struct ehc_period appeal_months(int months) {
    return (struct ehc_period){.amount = months, .unit = EHC_MONTHS, .count = EHC_AFTER, .roll = roll_by("tribunal-appeal")};
}

static void test_an_appeal_that_ends_on_a_weekend_or_bank_holiday_rolls_r12_2(void **state) {
    (void)state;
    struct ehc_period_end end = end_of(appeal_months(2), "2026-02-03"); /* 3 April is Good Friday */
    assert_day(end.counted, "2026-04-03");
    assert_day(end.day, "2026-04-07");
    assert_int_equal(end.also, EHC_NO_DAY);
    end = end_of(appeal_months(2), "2026-01-05"); /* Thursday 5 March: no roll */
    assert_day(end.counted, "2026-03-05");
    assert_day(end.day, "2026-03-05");
}

static void test_an_appeal_that_ends_in_august_is_in_time_on_the_first_working_day_after_r12_3_a(void **state) {
    (void)state;
    struct ehc_period_end end = end_of(appeal_months(2), "2026-06-15"); /* 15 August, a Saturday */
    assert_day(end.counted, "2026-08-15");
    assert_day(end.day, "2026-09-01");
    assert_int_equal(end.also, EHC_NO_DAY);
    assert_day(end_of(appeal_months(2), "2026-06-01").day, "2026-09-01"); /* 1 August, the first day */
    assert_day(end_of(appeal_months(2), "2026-06-30").day, "2026-09-01"); /* 30 August */
    assert_day(end_of(appeal_months(2), "2026-07-01").day, "2026-09-01"); /* 1 September itself */
    assert_day(end_of(appeal_months(2), "2026-05-29").day, "2026-07-29"); /* Wednesday 29 July: no roll */
}

static void test_an_appeal_that_ends_from_25_december_to_1_january_rolls_past_it_r12_3_a(void **state) {
    (void)state;
    assert_day(end_of(appeal_months(2), "2026-10-26").day, "2027-01-04"); /* 26 December; Friday 1 January, weekend */
    assert_day(end_of(appeal_months(2), "2026-10-25").day, "2027-01-04");
    assert_day(end_of(appeal_months(2), "2026-10-24").day, "2026-12-24"); /* a Thursday, before the break */
    assert_day(end_of(appeal_months(2), "2026-11-01").day, "2027-01-04"); /* 1 January itself */
    assert_day(end_of(appeal_months(2), "2026-11-02").day, "2027-01-04"); /* Saturday 2 January: r12(2) */
    assert_day(end_of(appeal_months(2), "2026-11-05").day, "2027-01-05");
    assert_day(end_of(appeal_months(1), "2026-11-29").day, "2027-01-04"); /* IPSEA's certificate of 29 November */
}

static void test_a_weekend_just_before_the_break_can_be_read_two_ways(void **state) {
    (void)state;
    /* Saturday 31 July 2027 is not in August; the next working day, Monday 2 August, is. */
    struct ehc_period_end end = end_of(appeal_months(2), "2027-05-31");
    assert_day(end.counted, "2027-07-31");
    assert_day(end.day, "2027-08-02");
    assert_day(end.also, "2027-09-01");
    /* Saturday 24 December 2022; 26 and 27 are bank holidays: Wednesday 28, or Tuesday 3 January 2023. */
    end = end_of(appeal_months(2), "2022-10-24");
    assert_day(end.counted, "2022-12-24");
    assert_day(end.day, "2022-12-28");
    assert_day(end.also, "2023-01-03");
}

static void test_other_tribunal_steps_leave_out_the_break_r12_3_b(void **state) {
    (void)state;
    struct ehc_period period = {.amount = 30, .unit = EHC_WORKING_DAYS, .count = EHC_AFTER, .roll = roll_by("tribunal-other")};
    assert_day(end_of(period, "2026-06-19").day, "2026-07-31"); /* six whole weeks */
    assert_day(end_of(period, "2026-06-22").day, "2026-09-01"); /* the 30th falls after August */
    assert_day(end_of(period, "2026-08-03").day, "2026-10-12");
    assert_day(end_of(period, "2026-12-24").day, "2027-02-12");
}

static void test_school_days_leave_out_the_closures_given(void **state) {
    (void)state;
    static struct ehc_case facts;
    struct ehc_error error;
    struct ehc_period period = period_of(10, EHC_SCHOOL_DAYS, EHC_AFTER);
    ehc_case_init(&facts);
    /* 14 to 17 and 20 to 24 July, 27 July */
    assert_day(ehc_count_period(england, NULL, period, day_of("2026-07-13")).day, "2026-07-27");
    assert_day(ehc_count_period(england, &facts, period, day_of("2026-07-13")).day, "2026-07-27");
    assert_true(ehc_case_add_closure(&facts, (struct ehc_closure){.span = span_of("2026-07-21", "2026-08-31")}, &error));
    /* 14 to 17 and 20 July, 1 to 4 and 7 September */
    assert_day(ehc_count_period(england, &facts, period, day_of("2026-07-13")).day, "2026-09-07");
}

static void test_a_count_that_looks_past_2028_is_not_firm(void **state) {
    (void)state;
    struct ehc_period_end end = end_of(period_of(15, EHC_WORKING_DAYS, EHC_AFTER), "2028-12-20");
    assert_int_not_equal(end.day, EHC_NO_DAY);
    assert_false(end.firm);
    end = end_of(appeal_months(2), "2028-11-20");
    assert_day(end.day, "2029-01-22"); /* Saturday 20 January 2029, to Monday */
    assert_false(end.firm);
    assert_true(end_of(appeal_months(2), "2028-10-20").firm);                    /* Wednesday 20 December 2028 */
    assert_true(end_of(period_of(20, EHC_WEEKS, EHC_AFTER), "2028-12-20").firm); /* weeks look at no bank holiday */
    assert_true(end_of(period_of(12, EHC_MONTHS, EHC_AFTER), "2028-12-20").firm);
}

static void test_a_count_that_leaves_the_range_gives_no_day(void **state) {
    (void)state;
    assert_int_equal(end_of(period_of(20, EHC_WEEKS, EHC_AFTER), "2199-12-01").day, EHC_NO_DAY);
    assert_int_equal(end_of(period_of(2, EHC_MONTHS, EHC_AFTER), "2199-12-01").day, EHC_NO_DAY);
    assert_int_equal(end_of(period_of(15, EHC_WORKING_DAYS, EHC_AFTER), "2199-12-30").day, EHC_NO_DAY);
    assert_int_equal(end_of(period_of(2, EHC_WEEKS, EHC_AT_LEAST_BEFORE), "1900-01-10").day, EHC_NO_DAY);
    assert_int_equal(end_of(period_of(5, EHC_MONTHS, EHC_AT_LEAST_BEFORE), "1900-02-10").day, EHC_NO_DAY);
    assert_int_equal(end_of(appeal_months(2), "2199-10-26").day, EHC_NO_DAY); /* rolls past the last day */
    assert_int_equal(end_of(appeal_months(2), "2199-12-26").day, EHC_NO_DAY);
}

static void test_working_days_between_two_days_leave_out_the_first(void **state) {
    (void)state;
    bool firm = false;
    const struct ehc_holidays *holidays = &england->holidays;
    assert_int_equal(ehc_working_days_between(holidays, day_of("2026-04-02"), day_of("2026-04-07"), &firm), 1);
    assert_true(firm);
    assert_int_equal(ehc_working_days_between(holidays, day_of("2026-01-05"), day_of("2026-02-16"), &firm), 30);
    assert_int_equal(ehc_working_days_between(holidays, day_of("2026-12-24"), day_of("2027-01-04"), &firm), 4);
    assert_int_equal(ehc_working_days_between(holidays, day_of("2026-06-05"), day_of("2026-06-07"), &firm), 0);
    assert_int_equal(ehc_working_days_between(holidays, day_of("2026-06-05"), day_of("2026-06-05"), &firm), 0);
    ehc_working_days_between(holidays, day_of("2011-12-31"), day_of("2012-01-10"), &firm);
    assert_true(firm); /* the day before the first known one is not looked at */
    ehc_working_days_between(holidays, day_of("2011-12-30"), day_of("2012-01-10"), &firm);
    assert_false(firm);
    ehc_working_days_between(holidays, day_of("2028-12-01"), day_of("2028-12-31"), &firm);
    assert_true(firm);
    ehc_working_days_between(holidays, day_of("2028-12-01"), day_of("2029-01-01"), &firm);
    assert_false(firm);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_within_n_of_a_day_leaves_that_day_out_dodds_v_walker),
        cmocka_unit_test(test_beginning_with_a_day_counts_that_day),
        cmocka_unit_test(test_at_least_before_leaves_whole_units_between),
        cmocka_unit_test(test_the_lenient_reading_of_at_least_is_one_day_later),
        cmocka_unit_test(test_before_a_date_ends_the_day_before_it),
        cmocka_unit_test(test_from_no_day_no_period_has_an_end),
        cmocka_unit_test(test_an_appeal_that_ends_on_a_weekend_or_bank_holiday_rolls_r12_2),
        cmocka_unit_test(test_an_appeal_that_ends_in_august_is_in_time_on_the_first_working_day_after_r12_3_a),
        cmocka_unit_test(test_an_appeal_that_ends_from_25_december_to_1_january_rolls_past_it_r12_3_a),
        cmocka_unit_test(test_a_weekend_just_before_the_break_can_be_read_two_ways),
        cmocka_unit_test(test_other_tribunal_steps_leave_out_the_break_r12_3_b),
        cmocka_unit_test(test_school_days_leave_out_the_closures_given),
        cmocka_unit_test(test_a_count_that_looks_past_2028_is_not_firm),
        cmocka_unit_test(test_a_count_that_leaves_the_range_gives_no_day),
        cmocka_unit_test(test_working_days_between_two_days_leave_out_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
