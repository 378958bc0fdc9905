/* The tables of tests/vectors: how people write dates, and the days each limit gives, both worked out without this code. */
#include "support.h"

enum { DATE_ROWS = 152, LIMIT_ROWS = 1007, LIMITS_WITH_ROWS = 80 };

struct tally {
    size_t wrong;
    size_t rows[EHC_LIMITS_MAX];
};

static void say_wrong(struct tally *tally, unsigned line, const char *what, const char *found, const char *wanted) {
    print_error("line %u: %s gives '%s', not '%s'\n", line, what, found, wanted);
    tally->wrong++;
}

static void check_date(void *context, unsigned line, char *const cell[CELLS_MOST]) {
    struct tally *tally = context;
    struct ehc_error error = {0};
    ehc_day day = EHC_NO_DAY;
    bool read = ehc_day_read(cell[0], &day, &error);
    if (strcmp(cell[1], "error") != 0) {
        if (!read)
            say_wrong(tally, line, cell[0], error.message, cell[1]);
        else if (strcmp(iso_of(day), cell[1]) != 0)
            say_wrong(tally, line, cell[0], iso_of(day), cell[1]);
        return;
    }
    if (read)
        say_wrong(tally, line, cell[0], iso_of(day), "an error");
    else if (error.message[0] == '\0' || error.hint[0] == '\0')
        say_wrong(tally, line, cell[0], "no words", "a message and a hint");
    else if (strstr(error.message, cell[2]) == NULL && strstr(error.hint, cell[2]) == NULL)
        say_wrong(tally, line, cell[0], error.message, cell[2]);
    if (day != EHC_NO_DAY)
        say_wrong(tally, line, cell[0], "a day in spite of its error", "none");
}

static void test_dates_as_people_write_them(void **state) {
    (void)state;
    struct tally tally = {0};
    assert_int_equal(read_table("tests/vectors/dates.tsv", check_date, &tally), DATE_ROWS);
    assert_int_equal(tally.wrong, 0);
}

static void check_limit(void *context, unsigned line, char *const cell[CELLS_MOST]) {
    struct tally *tally = context;
    static struct ehc_case facts;
    struct ehc_deadline deadline;
    int limit = ehc_find_limit(england, cell[0]);
    char what[160];
    if (limit == EHC_NONE) {
        say_wrong(tally, line, cell[0], "no limit", "one");
        return;
    }
    tally->rows[limit]++;
    ehc_case_init(&facts);
    ehc_day trigger = day_of(cell[1]);
    facts.event[england->limits[limit].trigger] = trigger;
    ehc_deadline_of(england, &facts, NULL, trigger, limit, &deadline);
    snprintf(what, sizeof what, "%s from %s: due", cell[0], cell[1]);
    if (strcmp(iso_of(deadline.due), cell[2]) != 0)
        say_wrong(tally, line, what, iso_of(deadline.due), cell[2]);
    snprintf(what, sizeof what, "%s from %s: earliest", cell[0], cell[1]);
    if (strcmp(iso_of(deadline.earliest), cell[3]) != 0)
        say_wrong(tally, line, what, iso_of(deadline.earliest), cell[3]);
    snprintf(what, sizeof what, "%s from %s: latest", cell[0], cell[1]);
    if (strcmp(iso_of(deadline.latest), cell[4]) != 0)
        say_wrong(tally, line, what, iso_of(deadline.latest), cell[4]);
    bool firm = deadline.because == EHC_NO_REASON || deadline.because == EHC_NO_ACT;
    if (!firm || deadline.projected || deadline.trigger != trigger)
        say_wrong(tally, line, what, "not firm, or projected", "a firm day");
}

static void test_days_that_each_limit_gives(void **state) {
    (void)state;
    struct tally tally = {0};
    size_t with_rows = 0;
    assert_int_equal(read_table("tests/vectors/limits.tsv", check_limit, &tally), LIMIT_ROWS);
    assert_int_equal(tally.wrong, 0);
    for (size_t i = 0; i < england->limit_count; i++)
        with_rows += tally.rows[i] > 0;
    assert_int_equal(with_rows, LIMITS_WITH_ROWS);
}

static void test_only_the_limits_that_need_more_facts_have_no_row(void **state) {
    (void)state;
    /* special-school-stay needs closures (test_timeline.c); ombudsman is checked here: LGA 1974 s26B, 12 months beginning
     * with the day of first notice. */
    assert_int_equal(england->limit_count, LIMITS_WITH_ROWS + 2);
    static const struct {
        const char *trigger, *due;
    } rows[] = {{"2026-11-21", "2027-11-20"},
                {"2024-02-29", "2025-02-28"},
                {"2023-03-01", "2024-02-29"},
                {"2026-01-01", "2026-12-31"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        static struct ehc_case facts;
        ehc_case_init(&facts);
        put_event(&facts, "problem-known", rows[i].trigger);
        struct ehc_deadline deadline = deadline_of(&facts, "ombudsman", rows[i].trigger);
        assert_day(deadline.due, rows[i].due);
        assert_day(deadline.earliest, rows[i].due);
        assert_day(deadline.latest, rows[i].due);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates_as_people_write_them),
        cmocka_unit_test(test_days_that_each_limit_gives),
        cmocka_unit_test(test_only_the_limits_that_need_more_facts_have_no_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
