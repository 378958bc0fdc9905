/* Working days, bank holidays and the Tribunal's break: <ehc/working_days.h>. */
#include "support.h"
#include <ehc/working_days.h>

static const struct ehc_working_days working_days = {.holidays = &ehc_law_england.holidays};

static struct ehc_working_days tribunal_days(void) {
    const struct ehc_roll *roll = roll_by("tribunal-other");
    return (struct ehc_working_days){
        .holidays = &england->holidays, .breaks = roll->breaks, .break_count = roll->break_count};
}

static const struct ehc_break *tribunal_break(const char *date) {
    const struct ehc_roll *roll = roll_by("tribunal-appeal");
    return ehc_break_of(roll->breaks, roll->break_count, day_of(date));
}

static void check_holiday(void *context, unsigned line, char *const cell[CELLS_MOST]) {
    size_t *at = context;
    const struct ehc_holiday *holiday = &england->holidays.list[*at];
    if (*at >= england->holidays.count || holiday->day != day_of(cell[0]))
        fail_msg("line %u: %s is not bank holiday number %zu of the law", line, cell[0], *at);
    assert_non_null(strstr(holiday->name, cell[1]));
    assert_ptr_equal(ehc_holiday_name(&england->holidays, day_of(cell[0])), holiday->name);
    assert_false(ehc_is_working_day(&working_days, holiday->day));
    (*at)++;
}

static void test_the_140_bank_holidays_of_2012_to_2028_are_those_of_the_published_lists(void **state) {
    (void)state;
    size_t at = 0;
    assert_int_equal(read_table("tests/vectors/bank-holidays.tsv", check_holiday, &at), 140);
    assert_int_equal(england->holidays.count, 140);
    assert_day(england->holidays.from, "2012-01-01");
    assert_day(england->holidays.until, "2028-12-31");
}

/* Easter Sunday by the rule of the Gregorian calendar (Meeus, Jones and Butcher). */
static ehc_day easter_sunday(int year) {
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return ehc_day_from_ymd(year, n / 31, n % 31 + 1);
}

static ehc_day monday_from(int year, int month, int day) {
    ehc_day found = ehc_day_from_ymd(year, month, day);
    while (ehc_weekday(found) != EHC_MONDAY)
        found++;
    return found;
}

/* Eight days a year by rule. The exceptions were proclaimed. */
static void test_bank_holidays_follow_the_rules_except_the_proclaimed_ones(void **state) {
    (void)state;
    static const char *const extra[] = {"2012-06-05", "2022-06-03", "2022-09-19", "2023-05-08"};
    size_t expected = sizeof extra / sizeof extra[0];
    for (size_t i = 0; i < sizeof extra / sizeof extra[0]; i++)
        assert_non_null(ehc_holiday_name(&england->holidays, day_of(extra[i])));
    for (int year = 2012; year <= 2028; year++) {
        ehc_day new_year = ehc_day_from_ymd(year, 1, 1), christmas = ehc_day_from_ymd(year, 12, 25);
        while (ehc_weekday(new_year) >= EHC_SATURDAY)
            new_year++;
        ehc_day days[8] = {new_year,
                           easter_sunday(year) - 2,
                           easter_sunday(year) + 1,
                           year == 2020 ? day_of("2020-05-08") : monday_from(year, 5, 1),
                           year == 2012   ? day_of("2012-06-04")
                           : year == 2022 ? day_of("2022-06-02")
                                          : monday_from(year, 5, 25),
                           monday_from(year, 8, 25),
                           christmas,
                           christmas + 1};
        if (ehc_weekday(christmas) == EHC_SATURDAY) { /* Monday 27 and Tuesday 28 */
            days[6] = christmas + 2;
            days[7] = christmas + 3;
        } else if (ehc_weekday(christmas) == EHC_SUNDAY) { /* Boxing Day on Monday 26, Christmas Day on Tuesday 27 */
            days[6] = christmas + 2;
        } else if (ehc_weekday(christmas) == EHC_FRIDAY) { /* Monday 28 for Boxing Day */
            days[7] = christmas + 3;
        }
        for (size_t i = 0; i < 8; i++)
            if (ehc_holiday_name(&england->holidays, days[i]) == NULL)
                fail_msg("%s should be a bank holiday", iso_of(days[i]));
        expected += 8;
    }
    assert_int_equal(england->holidays.count, expected);
}

static void test_days_taken_off_the_list_again_are_working_days(void **state) {
    (void)state;
    assert_null(ehc_holiday_name(&england->holidays, day_of("2020-05-04"))); /* moved to Friday 8 May */
    assert_null(ehc_holiday_name(&england->holidays, day_of("2022-05-30"))); /* moved to Thursday 2 June */
    assert_true(ehc_is_working_day(&working_days, day_of("2020-05-04")));
    assert_true(ehc_is_working_day(&working_days, day_of("2022-05-30")));
    assert_null(ehc_holiday_name(&england->holidays, EHC_DAY_MIN));
    assert_null(ehc_holiday_name(&england->holidays, EHC_DAY_MAX));
}

static void test_saturdays_and_sundays_are_not_working_days(void **state) {
    (void)state;
    for (ehc_day day = day_of("2026-06-01"); day <= day_of("2026-06-28"); day++) /* four weeks without a bank holiday */
        assert_int_equal(ehc_is_working_day(&working_days, day), ehc_weekday(day) < EHC_SATURDAY);
    assert_false(ehc_is_working_day(&working_days, day_of("2021-12-25"))); /* a Saturday that the list does not name */
    assert_false(ehc_is_working_day(&working_days, day_of("2021-12-26")));
}

struct sum {
    const char *from;
    int number;
    const char *day;
};

static void check_sums(const struct ehc_working_days *calendar, const struct sum *sums, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct ehc_counted counted = ehc_add_working_days(calendar, day_of(sums[i].from), sums[i].number);
        if (strcmp(iso_of(counted.day), sums[i].day) != 0)
            fail_msg("%d working days from %s is %s; the test expects %s", sums[i].number, sums[i].from, iso_of(counted.day),
                     sums[i].day);
        assert_true(counted.firm);
    }
}

static void test_working_days_leave_out_easter(void **state) {
    (void)state;
    static const struct sum sums[] = {
        {"2026-04-02", 1, "2026-04-07"}, /* Thursday; Good Friday, weekend, Easter Monday: Tuesday */
        {"2026-04-01", 2, "2026-04-07"}, {"2026-04-03", 1, "2026-04-07"}, /* from Good Friday itself */
        {"2026-04-04", 1, "2026-04-07"}, {"2026-04-06", 1, "2026-04-07"},
        {"2026-04-06", 5, "2026-04-13"}, /* 7, 8, 9, 10, 13 April */
        {"2026-03-30", 5, "2026-04-08"}, /* 31 March, 1, 2, 7, 8 April */
        {"2024-03-28", 1, "2024-04-02"}, /* Easter 2024 lies over the end of March */
        {"2027-03-25", 3, "2027-04-01"}, /* 30 and 31 March, 1 April */
    };
    check_sums(&working_days, sums, sizeof sums / sizeof sums[0]);
}

static void test_working_days_leave_out_christmas_and_new_year(void **state) {
    (void)state;
    static const struct sum sums[] = {
        {"2026-12-24", 1, "2026-12-29"},                                  /* Friday 25, weekend, Monday 28 for Boxing Day */
        {"2026-12-24", 3, "2026-12-31"}, {"2026-12-24", 4, "2027-01-04"}, /* Friday 1 January, weekend */
        {"2027-12-24", 1, "2027-12-29"},                                  /* Monday 27 and Tuesday 28 are the substitutes */
        {"2027-12-31", 1, "2028-01-04"}, /* 1 January 2028 is a Saturday: Monday 3 instead */
        {"2022-12-23", 1, "2022-12-28"}, /* Monday 26, Tuesday 27 */
        {"2022-12-30", 1, "2023-01-03"}, {"2024-12-24", 1, "2024-12-27"}, /* Wednesday 25, Thursday 26 */
    };
    check_sums(&working_days, sums, sizeof sums / sizeof sums[0]);
}

static void test_working_days_count_back_too(void **state) {
    (void)state;
    static const struct sum sums[] = {
        {"2026-04-07", -1, "2026-04-02"}, {"2026-04-07", -5, "2026-03-27"}, /* 2, 1 April, 31, 30, 27 March */
        {"2026-04-05", -1, "2026-04-02"}, {"2026-01-05", -1, "2026-01-02"}, {"2026-01-05", -2, "2025-12-31"},
        {"2026-01-05", -4, "2025-12-29"}, {"2026-01-05", -5, "2025-12-24"}, /* Thursday 25, Friday 26 */
        {"2026-06-08", -1, "2026-06-05"},
    };
    check_sums(&working_days, sums, sizeof sums / sizeof sums[0]);
}

static void test_there_and_back_is_the_same_working_day(void **state) {
    (void)state;
    for (ehc_day day = day_of("2025-06-01"); day <= day_of("2027-06-01"); day++) {
        if (!ehc_is_working_day(&working_days, day))
            continue;
        for (int number = 1; number <= 30; number += 7) {
            ehc_day there = ehc_add_working_days(&working_days, day, number).day;
            assert_int_equal(ehc_add_working_days(&working_days, there, -number).day, day);
        }
    }
}

static void test_the_next_working_day_is_the_day_itself_if_it_is_one(void **state) {
    (void)state;
    static const struct sum sums[] = {{"2026-04-02", 0, "2026-04-02"}, {"2026-04-03", 0, "2026-04-07"},
                                      {"2026-05-25", 0, "2026-05-26"}, /* spring bank holiday */
                                      {"2026-05-23", 0, "2026-05-26"}, {"2026-12-25", 0, "2026-12-29"},
                                      {"2027-01-01", 0, "2027-01-04"}, {"2026-06-06", 0, "2026-06-08"}};
    for (size_t i = 0; i < sizeof sums / sizeof sums[0]; i++) {
        struct ehc_counted next = ehc_next_working_day(&working_days, day_of(sums[i].from));
        assert_day(next.day, sums[i].day);
        assert_true(next.firm);
    }
}

static void test_the_tribunal_break_is_august_and_25_december_to_1_january(void **state) {
    (void)state;
    static const char *const inside[] = {"2026-08-01", "2026-08-15", "2026-08-31", "2026-12-25", "2026-12-31", "2027-01-01"};
    static const char *const outside[] = {"2026-07-31", "2026-09-01", "2026-12-24",
                                          "2027-01-02", "2026-02-01", "2026-10-25"};
    for (size_t i = 0; i < 6; i++) {
        assert_true(tribunal_break(inside[i]) != NULL);
        assert_false(tribunal_break(outside[i]) != NULL);
        assert_false(ehc_is_working_day(&(struct ehc_working_days[]){tribunal_days()}[0], day_of(inside[i])));
    }
    assert_true(ehc_is_working_day(&working_days, day_of("2026-08-14"))); /* a Friday: working days of councils go on */
    assert_true(ehc_is_working_day(&working_days, day_of("2026-12-30")));
    assert_false(ehc_is_working_day(&(struct ehc_working_days[]){tribunal_days()}[0], day_of("2026-12-30")));
}

static void test_rule_12_3_b_leaves_the_break_out_of_a_tribunal_count(void **state) {
    (void)state;
    static const struct sum sums[] = {
        {"2026-07-31", 1, "2026-09-01"}, /* no day of August counts; Monday 31 is also a bank holiday */
        {"2026-07-30", 2, "2026-09-01"},  {"2026-08-12", 1, "2026-09-01"},
        {"2026-12-24", 1, "2027-01-04"}, /* 25 December to Friday 1 January, then a weekend */
        {"2026-12-23", 2, "2027-01-04"}, /* Thursday 24 still counts */
        {"2025-12-24", 1, "2026-01-02"}, /* Friday 2 January counts */
        {"2027-01-04", -1, "2026-12-24"},
    };
    check_sums(&(struct ehc_working_days[]){tribunal_days()}[0], sums, sizeof sums / sizeof sums[0]);
}

static void test_closed_days_of_a_school_are_not_school_days(void **state) {
    (void)state;
    const struct ehc_span closed[] = {span_of("2026-07-21", "2026-08-31"), span_of("2026-10-26", "2026-10-30")};
    const struct ehc_working_days school = {.holidays = &england->holidays, .closed = closed, .closed_count = 2};
    const struct sum sums[] = {{"2026-07-20", 1, "2026-09-01"},
                               {"2026-07-17", 2, "2026-09-01"},
                               {"2026-10-23", 1, "2026-11-02"},
                               {"2026-09-01", -1, "2026-07-20"}};
    check_sums(&school, sums, sizeof sums / sizeof sums[0]);
    assert_false(ehc_is_working_day(&school, day_of("2026-07-21")));
    assert_false(ehc_is_working_day(&school, day_of("2026-10-30")));
    assert_true(ehc_is_working_day(&school, day_of("2026-07-20")));
    assert_true(ehc_is_working_day(&school, day_of("2026-09-01")));
}

static void test_a_count_that_looks_outside_2012_to_2028_is_given_but_not_firm(void **state) {
    (void)state;
    /* Saturday 31 December 2011: looks at Sunday 1, Monday 2 (bank holiday) and Tuesday 3 January 2012, all known. */
    struct ehc_counted counted = ehc_add_working_days(&working_days, day_of("2011-12-31"), 1);
    assert_day(counted.day, "2012-01-03");
    assert_true(counted.firm);
    /* Friday 30 December 2011: looks at the 31st, which is not in the span. */
    counted = ehc_add_working_days(&working_days, day_of("2011-12-30"), 1);
    assert_day(counted.day, "2012-01-03");
    assert_false(counted.firm);
    counted = ehc_add_working_days(&working_days, day_of("2012-01-03"), -1);
    assert_false(counted.firm); /* back over 1 January 2012 to Friday 30 December 2011 */
    assert_day(counted.day, "2011-12-30");
    /* Thursday 28 December 2028 to Friday 29: known. */
    counted = ehc_add_working_days(&working_days, day_of("2028-12-28"), 1);
    assert_day(counted.day, "2028-12-29");
    assert_true(counted.firm);
    /* Friday 29 December 2028: the 30th and 31st are a weekend, and 1 January 2029 is not known. */
    counted = ehc_add_working_days(&working_days, day_of("2028-12-29"), 1);
    assert_day(counted.day, "2029-01-01");
    assert_false(counted.firm);
    assert_true(ehc_next_working_day(&working_days, day_of("2028-12-29")).firm);
    assert_false(ehc_next_working_day(&working_days, day_of("2028-12-31")).firm);
    assert_false(ehc_next_working_day(&working_days, day_of("2029-01-02")).firm);
}

static void test_a_count_that_leaves_the_range_gives_no_day(void **state) {
    (void)state;
    assert_int_equal(ehc_add_working_days(&working_days, EHC_DAY_MAX, 1).day, EHC_NO_DAY);
    assert_int_equal(ehc_add_working_days(&working_days, EHC_DAY_MIN, -1).day, EHC_NO_DAY);
    assert_int_equal(ehc_add_working_days(&working_days, EHC_NO_DAY, 5).day, EHC_NO_DAY);
    assert_int_equal(ehc_next_working_day(&working_days, EHC_NO_DAY).day, EHC_NO_DAY);
}

static void test_the_first_day_of_the_range_can_be_a_working_day(void **state) {
    (void)state;
    /* Monday 1 January 1900: no bank holiday of that year is known, so it counts as a working day, but not as a firm one. */
    assert_day(ehc_next_working_day(&working_days, EHC_DAY_MIN).day, "1900-01-01");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_140_bank_holidays_of_2012_to_2028_are_those_of_the_published_lists),
        cmocka_unit_test(test_bank_holidays_follow_the_rules_except_the_proclaimed_ones),
        cmocka_unit_test(test_days_taken_off_the_list_again_are_working_days),
        cmocka_unit_test(test_saturdays_and_sundays_are_not_working_days),
        cmocka_unit_test(test_working_days_leave_out_easter),
        cmocka_unit_test(test_working_days_leave_out_christmas_and_new_year),
        cmocka_unit_test(test_working_days_count_back_too),
        cmocka_unit_test(test_there_and_back_is_the_same_working_day),
        cmocka_unit_test(test_the_next_working_day_is_the_day_itself_if_it_is_one),
        cmocka_unit_test(test_the_tribunal_break_is_august_and_25_december_to_1_january),
        cmocka_unit_test(test_rule_12_3_b_leaves_the_break_out_of_a_tribunal_count),
        cmocka_unit_test(test_closed_days_of_a_school_are_not_school_days),
        cmocka_unit_test(test_a_count_that_looks_outside_2012_to_2028_is_given_but_not_firm),
        cmocka_unit_test(test_a_count_that_leaves_the_range_gives_no_day),
        cmocka_unit_test(test_the_first_day_of_the_range_can_be_a_working_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
