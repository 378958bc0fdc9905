/* The tables of tests/vectors: how people write dates, and the days each limit gives, both worked out without this code. */
#include "support.h"

/* Fewer rows than this: the table is not whole, or not read as one. */
enum { DATE_ROWS_LEAST = 152, DAY_ROWS_LEAST = 1011 };

struct tally {
    size_t wrong;
    bool has_line[EHC_LIMITS_MAX];
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
    assert_true(read_table("tests/vectors/dates.tsv", check_date, &tally) >= DATE_ROWS_LEAST);
    assert_int_equal(tally.wrong, 0);
}

static struct ehc_deadline firm_deadline(struct tally *tally, unsigned line, int limit, const char *trigger) {
    static struct ehc_case facts;
    struct ehc_deadline deadline;
    ehc_day day = day_of(trigger);
    ehc_case_init(&facts);
    facts.event[england->limits[limit].trigger] = day;
    ehc_deadline_of(england, &facts, NULL, day, limit, &deadline);
    /* The day is counted, though the status cannot be said: of what is asked for, or hangs on another day too. */
    bool firm = deadline.because == EHC_NO_REASON || deadline.because == EHC_NO_ACT || deadline.because == EHC_NOT_SAID ||
                deadline.because == EHC_NO_OTHER_DAY;
    if (!firm || deadline.projected || deadline.trigger != day)
        say_wrong(tally, line, england->limits[limit].id, "not firm, or projected", "a firm day");
    return deadline;
}

static void check_same(struct tally *tally, unsigned line, char *const cell[CELLS_MOST], const char *name, ehc_day found,
                       const char *wanted) {
    char what[160];
    snprintf(what, sizeof what, "%s: %s", cell[0], name);
    if (strcmp(iso_of(found), wanted) != 0)
        say_wrong(tally, line, what, iso_of(found), wanted);
}

static void check_days(void *context, unsigned line, char *const cell[CELLS_MOST]) {
    struct tally *tally = context;
    int limit = ehc_find_limit(england, cell[0]);
    if (limit == EHC_NONE) {
        say_wrong(tally, line, cell[0], "no limit", "one");
        return;
    }
    struct ehc_deadline deadline = firm_deadline(tally, line, limit, cell[1]);
    check_same(tally, line, cell, "due", deadline.due, cell[2]);
    check_same(tally, line, cell, "earliest", deadline.earliest, cell[3]);
    check_same(tally, line, cell, "latest", deadline.latest, cell[4]);
}

static void test_days_that_limits_give(void **state) {
    (void)state;
    struct tally tally = {0};
    assert_true(read_table("tests/vectors/days.tsv", check_days, &tally) >= DAY_ROWS_LEAST);
    assert_int_equal(tally.wrong, 0);
}

/* limit, amount, unit, count, roll, from, until, reading, trigger, due, provision: the rule is for tests/naive. */
static void check_limit(void *context, unsigned line, char *const cell[CELLS_MOST]) {
    struct tally *tally = context;
    int limit = ehc_find_limit(england, cell[0]);
    if (limit == EHC_NONE || tally->has_line[limit]) {
        say_wrong(tally, line, cell[0], limit == EHC_NONE ? "no limit" : "a second line", "one");
        return;
    }
    tally->has_line[limit] = true;
    /* School days need closures: test_status.c. */
    if (strcmp(cell[2], "school days") != 0)
        check_same(tally, line, cell, "due", firm_deadline(tally, line, limit, cell[8]).due, cell[9]);
}

static void test_every_limit_has_a_line_with_its_rule_and_a_day(void **state) {
    (void)state;
    struct tally tally = {0};
    read_table("tests/vectors/limits.tsv", check_limit, &tally);
    for (size_t i = 0; i < england->limit_count; i++)
        if (!tally.has_line[i]) {
            print_error("limit '%s' has no line in tests/vectors/limits.tsv: add it, as its first lines say\n",
                        england->limits[i].id);
            tally.wrong++;
        }
    assert_int_equal(tally.wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates_as_people_write_them),
        cmocka_unit_test(test_days_that_limits_give),
        cmocka_unit_test(test_every_limit_has_a_line_with_its_rule_and_a_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
