/* Days, months, and how dates are written and read: <ehc/date.h>. */
#include "support.h"
#include <ehc/date.h>

static const int month_lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/* The Gregorian rule, written a second time for the test. */
static bool leap(int year) {
    if (year % 400 == 0)
        return true;
    if (year % 100 == 0)
        return false;
    return year % 4 == 0;
}

static void test_every_day_from_1900_to_2199_goes_to_year_month_day_and_back(void **state) {
    (void)state;
    ehc_day day = EHC_DAY_MIN;
    int weekday = EHC_MONDAY; /* 1 January 1900 was a Monday */
    for (int year = 1900; year <= 2199; year++) {
        for (int month = 1; month <= 12; month++) {
            int length = month == 2 && leap(year) ? 29 : month_lengths[month - 1];
            assert_int_equal(ehc_days_in_month(year, month), length);
            for (int of_month = 1; of_month <= length; of_month++, day++, weekday = (weekday + 1) % 7) {
                assert_int_equal(ehc_day_from_ymd(year, month, of_month), day);
                struct ehc_ymd ymd = ehc_ymd_from_day(day);
                assert_int_equal(ymd.year, year);
                assert_int_equal(ymd.month, month);
                assert_int_equal(ymd.day, of_month);
                assert_int_equal(ehc_weekday(day), weekday);
            }
        }
    }
    assert_int_equal(day, EHC_DAY_MAX + 1);
}

static void test_known_days_have_their_numbers(void **state) {
    (void)state;
    assert_int_equal(ehc_day_from_ymd(1970, 1, 1), 0);
    assert_int_equal(ehc_weekday(0), EHC_THURSDAY);
    assert_int_equal(ehc_day_from_ymd(1969, 12, 31), -1);
    assert_int_equal(ehc_day_from_ymd(2000, 3, 1), 11017);  /* 30 years of 365 days, 7 leap days before 2000, 31 + 29 */
    assert_int_equal(ehc_day_from_ymd(2026, 1, 5), 20458);  /* 56 years of 365 days, 14 leap days, 4 */
    assert_int_equal(ehc_day_from_ymd(1900, 1, 1), -25567); /* 70 years of 365 days and 17 leap days before 1970 */
    assert_int_equal(EHC_DAY_MIN, -25567);
    assert_int_equal(ehc_day_from_ymd(2199, 12, 31), EHC_DAY_MAX);
    assert_int_equal(ehc_weekday(EHC_DAY_MAX), EHC_TUESDAY);
}

static void test_days_that_do_not_exist_or_are_out_of_range_are_refused(void **state) {
    (void)state;
    static const struct ehc_ymd wrong[] = {
        {1899, 12, 31}, {2200, 1, 1},  {2026, 0, 5},  {2026, 13, 5},     {2026, 1, 0},         {2026, 1, 32},
        {2026, 2, 29},  {2026, 2, 30}, {2024, 2, 30}, {2100, 2, 29},     {1900, 2, 29},        {2026, 4, 31},
        {2026, -1, 5},  {2026, 1, -5}, {-2026, 1, 5}, {INT32_MAX, 1, 1}, {2026, INT32_MAX, 1}, {2026, 1, INT32_MAX},
        {0, 0, 0},      {2026, 6, 31}, {2026, 9, 31}, {INT32_MIN, 1, 1}, {2026, INT32_MIN, 1}, {2026, 1, INT32_MIN},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_int_equal(ehc_day_from_ymd(wrong[i].year, wrong[i].month, wrong[i].day), EHC_NO_DAY);
    assert_day(ehc_day_from_ymd(2000, 2, 29), "2000-02-29");
    assert_day(ehc_day_from_ymd(2024, 2, 29), "2024-02-29");
}

static void test_adding_days_stays_in_range_or_gives_no_day(void **state) {
    (void)state;
    assert_day(ehc_add_days(day_of("2026-01-05"), 42), "2026-02-16");
    assert_day(ehc_add_days(day_of("2024-02-28"), 1), "2024-02-29");
    assert_day(ehc_add_days(day_of("2026-03-01"), -1), "2026-02-28");
    assert_day(ehc_add_days(EHC_DAY_MAX, 0), "2199-12-31");
    assert_int_equal(ehc_add_days(EHC_DAY_MAX, 1), EHC_NO_DAY);
    assert_int_equal(ehc_add_days(EHC_DAY_MIN, -1), EHC_NO_DAY);
    assert_int_equal(ehc_add_days(EHC_DAY_MAX, INT32_MAX), EHC_NO_DAY);
    assert_int_equal(ehc_add_days(EHC_DAY_MIN, INT32_MIN), EHC_NO_DAY);
    assert_int_equal(ehc_add_days(EHC_NO_DAY, 1), EHC_NO_DAY);
    assert_int_equal(ehc_add_days(EHC_NO_DAY, -1), EHC_NO_DAY);
}

static void test_months_go_to_the_corresponding_date_or_the_months_last_day(void **state) {
    (void)state;
    static const struct {
        const char *from;
        int months;
        const char *to;
    } rows[] = {
        {"2025-09-30", 4, "2026-01-30"}, /* Dodds v Walker: 30 September and 4 months is 30 January */
        {"2025-12-31", 2, "2026-02-28"}, /* Dodds v Walker: no 31 February */
        {"2023-12-31", 2, "2024-02-29"}, /* the same in a leap year */
        {"2023-12-30", 2, "2024-02-29"},  {"2023-12-29", 2, "2024-02-29"},  {"2023-12-28", 2, "2024-02-28"},
        {"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"}, {"2024-02-29", 1, "2024-03-29"},
        {"2025-02-28", 12, "2026-02-28"}, {"2023-02-28", 12, "2024-02-28"}, /* the same day, not the month's last */
        {"2026-01-31", 1, "2026-02-28"},  {"2026-01-31", 3, "2026-04-30"},  {"2026-01-31", 2, "2026-03-31"},
        {"2026-03-31", -1, "2026-02-28"}, {"2026-05-31", -3, "2026-02-28"}, {"2024-03-31", -1, "2024-02-29"},
        {"2026-01-15", -1, "2025-12-15"}, {"2026-12-15", 1, "2027-01-15"},  {"2026-12-01", 12, "2027-12-01"},
        {"2026-10-01", 2, "2026-12-01"},  {"2026-11-29", 1, "2026-12-29"}, /* IPSEA's own example */
        {"2026-06-15", 0, "2026-06-15"},  {"2099-12-31", 2, "2100-02-28"}, /* 2100 is no leap year */
        {"2199-11-30", 1, "2199-12-30"},  {"1900-02-28", -1, "1900-01-28"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_day(ehc_add_months(day_of(rows[i].from), rows[i].months), rows[i].to);
    assert_int_equal(ehc_add_months(day_of("2199-12-01"), 1), EHC_NO_DAY);
    assert_int_equal(ehc_add_months(day_of("1900-01-31"), -1), EHC_NO_DAY);
    assert_int_equal(ehc_add_months(day_of("2026-01-31"), INT32_MAX), EHC_NO_DAY);
    assert_int_equal(ehc_add_months(day_of("2026-01-31"), INT32_MIN), EHC_NO_DAY);
    assert_int_equal(ehc_add_months(EHC_NO_DAY, 1), EHC_NO_DAY);
}

static void test_months_beginning_with_a_day_end_the_day_before_its_corresponding_date(void **state) {
    (void)state;
    static const struct {
        const char *from;
        int months;
        const char *last;
    } rows[] = {
        {"2026-11-21", 12, "2027-11-20"}, {"2024-02-29", 12, "2025-02-28"}, /* no 29 February 2025: the month's last day,
                                                                               which is in the period */
        {"2024-02-29", 48, "2028-02-28"}, /* there is a 29 February 2028: the day before it */
        {"2024-03-01", 12, "2025-02-28"}, {"2023-03-01", 12, "2024-02-29"}, {"2023-02-28", 12, "2024-02-27"},
        {"2026-01-01", 1, "2026-01-31"},  {"2025-12-01", 3, "2026-02-28"},  {"2025-11-30", 3, "2026-02-28"},
        {"2025-11-29", 3, "2026-02-28"},  {"2025-11-28", 3, "2026-02-27"},  {"2025-01-31", 1, "2025-02-28"},
        {"2026-03-31", 1, "2026-04-30"},  {"2026-05-31", 3, "2026-08-30"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_day(ehc_last_of_months_beginning(day_of(rows[i].from), rows[i].months), rows[i].last);
    assert_int_equal(ehc_last_of_months_beginning(day_of("2199-12-02"), 1), EHC_NO_DAY);
    assert_int_equal(ehc_last_of_months_beginning(day_of("2026-01-31"), INT32_MAX), EHC_NO_DAY);
    assert_int_equal(ehc_last_of_months_beginning(EHC_NO_DAY, 1), EHC_NO_DAY);
}

static void test_a_period_of_months_can_end_on_the_last_day_of_the_range(void **state) {
    (void)state;
    /* A month beginning with 1 December 2199 ends on 31 December 2199, a day in range. */
    assert_day(ehc_last_of_months_beginning(day_of("2199-12-01"), 1), "2199-12-31");
    assert_day(ehc_last_of_months_beginning(day_of("2199-01-01"), 12), "2199-12-31");
}

static void test_the_day_in_london_changes_at_midnight_by_its_own_clock(void **state) {
    (void)state;
    static const struct {
        int64_t seconds; /* from GNU date */
        const char *day;
    } rows[] = {
        {0, "1970-01-01"},          {-1, "1969-12-31"},         {-86400, "1969-12-31"},      {-86401, "1969-12-30"},
        {1767657599, "2026-01-05"},                             /* 5 January 2026 23:59:59, winter */
        {1767657600, "2026-01-06"}, {1774740600, "2026-03-28"}, /* Saturday 23:30 UTC: still winter */
        {1774745999, "2026-03-29"},                             /* 00:59:59 UTC, a second before summer time */
        {1774746000, "2026-03-29"},                             /* 01:00 UTC is 02:00 in London */
        {1774825199, "2026-03-29"},                             /* 22:59:59 UTC is 23:59:59 in London */
        {1774825200, "2026-03-30"},                             /* 23:00 UTC is midnight in London */
        {1784156400, "2026-07-16"},                             /* 15 July 2026 23:00 UTC */
        {1784156399, "2026-07-15"}, {1792882799, "2026-10-24"}, /* the last summer evening: 22:59:59 UTC */
        {1792882800, "2026-10-25"},                             /* 23:00 UTC is midnight in London */
        {1792889999, "2026-10-25"},                             /* 25 October 00:59:59 UTC, the last second of summer time */
        {1792890000, "2026-10-25"},                             /* 01:00 UTC: winter, 01:00 in London again */
        {1792969200, "2026-10-25"},                             /* 23:00 UTC is 23:00 in London again */
        {1792972799, "2026-10-25"}, {1792972800, "2026-10-26"}, {1521934200, "2018-03-24"}, /* 2018: the last Sunday of March
                                                                                               is the 25th, the earliest it
                                                                                               can be */
        {1522018800, "2018-03-26"}, {1711843199, "2024-03-30"}, /* 2024: it is the 31st, the latest */
        {1711926000, "2024-04-01"}, {1729983600, "2024-10-27"}, /* Saturday 26 October 23:00 UTC, summer until the 27th */
        {1730073599, "2024-10-27"}, {-142045201, "1965-07-01"}, /* before 1970 the rule of today is used, as the header says
                                                                 */
        {-142045200, "1965-07-02"}, {-314323201, "1960-01-15"}, {-2208988800, "1900-01-01"}, /* the first second of the
                                                                                                range, and the last */
        {7258118399, "2199-12-31"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_day(ehc_day_in_london(rows[i].seconds), rows[i].day);
    assert_int_equal(ehc_day_in_london(7258118400), EHC_NO_DAY);
    assert_int_equal(ehc_day_in_london(-2208988801), EHC_NO_DAY);
    assert_int_equal(ehc_day_in_london(INT64_MAX), EHC_NO_DAY);
    assert_int_equal(ehc_day_in_london(INT64_MIN), EHC_NO_DAY);
}

static void test_dates_are_written_in_full_short_and_as_iso(void **state) {
    (void)state;
    char text[EHC_DAY_TEXT];
    ehc_day day = day_of("2026-02-16");
    assert_string_equal(ehc_day_format(day, text), "Monday 16 February 2026");
    assert_ptr_equal(ehc_day_format(day, text), text);
    assert_string_equal(ehc_day_format_short(day, text), "16 February 2026");
    assert_string_equal(ehc_day_format_iso(day, text), "2026-02-16");
    assert_string_equal(ehc_day_format(day_of("2026-09-02"), text), "Wednesday 2 September 2026");
    assert_string_equal(ehc_day_format(EHC_DAY_MIN, text), "Monday 1 January 1900");
    assert_string_equal(ehc_day_format(EHC_DAY_MAX, text), "Tuesday 31 December 2199");
    assert_string_equal(ehc_day_format_iso(EHC_DAY_MIN, text), "1900-01-01");
    assert_string_equal(ehc_day_format(EHC_NO_DAY, text), "no date");
    assert_string_equal(ehc_day_format_short(EHC_NO_DAY, text), "no date");
    assert_int_equal(strlen(ehc_day_format_iso(EHC_NO_DAY, text)), 0);
}

static void test_the_longest_date_fits_its_room(void **state) {
    (void)state;
    char text[EHC_DAY_TEXT];
    for (ehc_day day = day_of("2026-01-01"); day <= day_of("2027-12-31"); day++) {
        struct ehc_ymd ymd = ehc_ymd_from_day(day);
        char expected[64];
        snprintf(expected, sizeof expected, "%s %d %s %d", ehc_weekday_name(ehc_weekday(day)), ymd.day,
                 ehc_month_name(ymd.month), ymd.year);
        assert_string_equal(ehc_day_format(day, text), expected);
    }
}

static void test_weekdays_and_months_have_their_english_names(void **state) {
    (void)state;
    static const char *const weekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    for (int i = 0; i < 7; i++)
        assert_string_equal(ehc_weekday_name((enum ehc_weekday)i), weekdays[i]);
    for (int i = 0; i < 12; i++)
        assert_string_equal(ehc_month_name(i + 1), months[i]);
}

static void test_a_mistake_leaves_the_day_alone_and_says_how_to_write_it(void **state) {
    (void)state;
    struct ehc_error error;
    ehc_day day = 4321;
    assert_false(ehc_day_read("30 February 2026", &day, &error));
    assert_int_equal(day, 4321);
    assert_string_equal(error.message, "30 February 2026 does not exist: February 2026 has 28 days");
    assert_true(error.hint[0] != '\0');
    assert_false(ehc_day_read("Tuesday 5 January 2026", &day, &error));
    assert_int_equal(day, 4321);
    assert_string_equal(error.message, "5 January 2026 is a Monday, not a Tuesday");
    assert_false(ehc_day_read("5/1/26", &day, &error));
    assert_int_equal(day, 4321);
    assert_non_null(strstr(error.message, "the year is not in full"));
    assert_non_null(strstr(error.hint, "5/1/2026"));
}

static void test_for_a_month_alone_ehc_says_whom_to_ask_and_which_of_its_days_is_safe(void **state) {
    (void)state;
    static const struct {
        const char *text, *first, *last;
    } rows[] = {
        {"March 2026", "your own from 1 March 2026", "the council's steps from 31 March 2026"},
        {"Feb 2024", "your own from 1 February 2024", "the council's steps from 29 February 2024"},
        {"february 2026", "your own from 1 February 2026", "the council's steps from 28 February 2026"},
        {"September, 2026", "your own from 1 September 2026", "the council's steps from 30 September 2026"},
        {"Sep-2026", "your own from 1 September 2026", "the council's steps from 30 September 2026"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct ehc_error error;
        ehc_day day = 4321;
        assert_false(ehc_day_read(rows[i].text, &day, &error));
        assert_int_equal(day, 4321);
        assert_non_null(strstr(error.message, "the day is missing"));
        assert_non_null(strstr(error.hint, "ask the council for the day"));
        assert_non_null(strstr(error.hint, rows[i].first));
        assert_non_null(strstr(error.hint, rows[i].last));
    }
}

static void test_for_what_is_nearly_a_date_ehc_says_how_to_mend_it(void **state) {
    (void)state;
    static const struct {
        const char *text, *hint;
    } rows[] = {
        {"45663", "6 January 2025"}, /* 1 January 1970 is 25569 */
        {"45663.75", "format the column as a date"},
        {"06012025", "20260105"},
        {"2O26-01-05", "O for 0"},
        {"5/l/2026", "l or I for 1"},
        {"2026-01-05T09:00", "leave the time out"},
        {"REFUSED 20/07/2026", "as in 2026-07-20"},
        {"w/c 20/07/2026", "leave it empty if you do not know it"},
        {"2026-13-05", "month in the middle: 5 January 2026 is 2026-01-05"},
        {"5/13/2026", "the day first, then the month"},
        {"5/1/2026 & 6/1/2026", "write only the date that counts"},
        {"5 J\xd0\xb0nuary 2026", "type the date again"}, /* a Cyrillic a */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct ehc_error error;
        ehc_day day = 4321;
        assert_false(ehc_day_read(rows[i].text, &day, &error));
        assert_int_equal(day, 4321);
        if (strstr(error.hint, rows[i].hint) == NULL)
            fail_msg("'%s': the hint '%s' lacks '%s'", rows[i].text, error.hint, rows[i].hint);
    }
}

static void test_a_mistyped_month_is_answered_with_the_date_that_is_meant(void **state) {
    (void)state;
    static const struct {
        const char *text, *hint;
    } rows[] = {
        {"3 Febuary 2026", "did you mean 3 February 2026?"},
        {"3rd Febuary, 2026", "did you mean 3rd February 2026?"},
        {"12 Agust 2026", "did you mean 12 August 2026?"},
        {"Tuesday 3 Febuary 2026", "did you mean 3 February 2026?"},
        {"3 Brumaire 2026", "write it as 2026-01-05, 5/1/2026 or 5 January 2026"}, /* no month is near */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct ehc_error error;
        ehc_day day = 4321;
        assert_false(ehc_day_read(rows[i].text, &day, &error));
        assert_int_equal(day, 4321);
        assert_string_equal(error.hint, rows[i].hint);
    }
}

/* A case file is read on many days, so it cannot say 'today'. */
static void test_today_is_not_a_date_if_the_day_is_not_known(void **state) {
    (void)state;
    static const char *const texts[] = {"today", "Yesterday", "TOMORROW"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct ehc_error error;
        ehc_day day = 4321;
        assert_false(ehc_day_read(texts[i], &day, &error));
        assert_int_equal(day, 4321);
        assert_non_null(strstr(error.message, "another day each time it is read"));
    }
}

static void test_text_repeated_in_a_message_has_no_control_characters(void **state) {
    (void)state;
    static const char *const hostile[] = {"\x1b[31m2026",
                                          "5\n1\n2026",
                                          "5/1/26\r\x07",
                                          "\xff\xfe\x80",
                                          "\xe2\x80\xae"
                                          "2026-01-05",
                                          "5 \x7f January 2026",
                                          "\xc2\x9b"
                                          "31m",
                                          "a\x01"
                                          "b"};
    struct ehc_error error;
    ehc_day day;
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
        assert_false(ehc_day_read(hostile[i], &day, &error));
        assert_true(error.message[0] != '\0');
        for (const unsigned char *at = (const unsigned char *)error.message; *at != '\0'; at++)
            assert_true(*at >= 0x20 && *at != 0x7f && *at != 0xff && *at != 0xfe);
        assert_null(strstr(error.message, "\xe2\x80\xae"));
        assert_null(strstr(error.message, "\xc2\x9b"));
    }
}

static void test_a_span_has_both_its_days(void **state) {
    (void)state;
    struct ehc_error error;
    struct ehc_span span = {1, 2};
    assert_true(ehc_span_read("2026-07-21..2026-08-31", &span, &error));
    assert_day(span.first, "2026-07-21");
    assert_day(span.last, "2026-08-31");
    assert_true(ehc_span_read("21 July 2026 .. Monday 31 August 2026", &span, &error));
    assert_day(span.first, "2026-07-21");
    assert_day(span.last, "2026-08-31");
    assert_true(ehc_span_read("27.3.2026..13.4.2026", &span, &error));
    assert_day(span.first, "2026-03-27");
    assert_day(span.last, "2026-04-13");
    assert_true(ehc_span_read("22 July 2026 to Wednesday 2 September 2026", &span, &error));
    assert_day(span.first, "2026-07-22");
    assert_day(span.last, "2026-09-02");
    static const char *const same[] = {"22 July 2026 until 2 September 2026",
                                       "22 July 2026 UNTIL 2 September 2026",
                                       "22/7/2026 till 2/9/2026",
                                       "22-Jul-2026 - 02-Sep-2026",
                                       "22 July 2026 \xe2\x80\x93 2 September 2026",
                                       "2026-07-22\xe2\x80\x93"
                                       "2026-09-02",
                                       "2026-07-22 \xe2\x80\x94 2026-09-02",
                                       "2026-07-22\xe2\x80\xa6"
                                       "2026-09-02",
                                       "\xe2\x80\x9c"
                                       "22 July 2026 to 2 September 2026\xe2\x80\x9d",
                                       "2026\xe2\x80\x93"
                                       "07\xe2\x80\x93"
                                       "22..2026-09-02"};
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        if (!ehc_is_span(same[i]) || !ehc_span_read(same[i], &span, &error))
            fail_msg("'%s' should be read as a span, but is not", same[i]);
        assert_day(span.first, "2026-07-22");
        assert_day(span.last, "2026-09-02");
    }
    assert_false(ehc_is_span("2026\xe2\x80\x93"
                             "07\xe2\x80\x93"
                             "22")); /* one day, written with dashes */
    assert_false(ehc_is_span("22 - 7 - 2026"));
    assert_true(ehc_span_read("5/1/2026..5/1/2026", &span, &error)); /* one day is a span */
    assert_int_equal(span.first, span.last);
}

static void test_an_impossible_span_is_refused_and_changes_nothing(void **state) {
    (void)state;
    static const char *const wrong[] = {"2026-08-31..2026-07-21",
                                        "2026-07-21",
                                        "2026-07-21..",
                                        "..2026-07-21",
                                        "..",
                                        "",
                                        "2026-07-21...2026-08-31",
                                        "2026-07-21..2026-08-32",
                                        "x..y",
                                        "2026-07-21 to",
                                        "to 2026-07-21",
                                        "21 July to 31 August 2026",
                                        "2026-07-21 to 2026-08-31 to 2026-09-01",
                                        "2026-07-21..2026-08-31..2026-09-01",
                                        "21/7/26..31/8/26"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct ehc_error error = {0};
        struct ehc_span span = {11, 22};
        if (ehc_span_read(wrong[i], &span, &error))
            fail_msg("'%s' should not be read as a span, but is", wrong[i]);
        assert_true(span.first == 11 && span.last == 22);
        assert_true(error.message[0] != '\0');
        assert_true(error.hint[0] != '\0');
    }
    struct ehc_error error;
    struct ehc_span span;
    assert_false(ehc_span_read("2026-08-31..2026-07-21", &span, &error));
    assert_non_null(strstr(error.message, "21 July 2026 is before 31 August 2026"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_day_from_1900_to_2199_goes_to_year_month_day_and_back),
        cmocka_unit_test(test_known_days_have_their_numbers),
        cmocka_unit_test(test_days_that_do_not_exist_or_are_out_of_range_are_refused),
        cmocka_unit_test(test_adding_days_stays_in_range_or_gives_no_day),
        cmocka_unit_test(test_months_go_to_the_corresponding_date_or_the_months_last_day),
        cmocka_unit_test(test_months_beginning_with_a_day_end_the_day_before_its_corresponding_date),
        cmocka_unit_test(test_a_period_of_months_can_end_on_the_last_day_of_the_range),
        cmocka_unit_test(test_the_day_in_london_changes_at_midnight_by_its_own_clock),
        cmocka_unit_test(test_dates_are_written_in_full_short_and_as_iso),
        cmocka_unit_test(test_the_longest_date_fits_its_room),
        cmocka_unit_test(test_weekdays_and_months_have_their_english_names),
        cmocka_unit_test(test_a_mistake_leaves_the_day_alone_and_says_how_to_write_it),
        cmocka_unit_test(test_for_a_month_alone_ehc_says_whom_to_ask_and_which_of_its_days_is_safe),
        cmocka_unit_test(test_for_what_is_nearly_a_date_ehc_says_how_to_mend_it),
        cmocka_unit_test(test_a_mistyped_month_is_answered_with_the_date_that_is_meant),
        cmocka_unit_test(test_today_is_not_a_date_if_the_day_is_not_known),
        cmocka_unit_test(test_text_repeated_in_a_message_has_no_control_characters),
        cmocka_unit_test(test_a_span_has_both_its_days),
        cmocka_unit_test(test_an_impossible_span_is_refused_and_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
