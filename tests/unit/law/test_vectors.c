/* The tables of tests/vectors: how people write dates, and the days that each limit gives. Both were worked out without this
 * code. */
#include "support.h"

/* A table with fewer rows was not read to its end. */
enum { DATE_ROWS_LEAST = 152, DAY_ROWS_LEAST = 1011 };

static const char dates_table[] = "tests/vectors/dates.tsv";
static const char days_table[] = "tests/vectors/days.tsv";
static const char limits_table[] = "tests/vectors/limits.tsv";

struct tally {
    const char *file;
    size_t wrong;
    bool has_line[EHC_LIMITS_MAX];
};

/* Counts a difference and prints it, with the table and the line. */
__attribute__((format(printf, 3, 4))) static void say_wrong(struct tally *tally, unsigned line, const char *format, ...) {
    char text[1024];
    va_list values;
    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    print_error("%s:%u: %s\n", tally->file, line, text);
    tally->wrong++;
}

static void check_date(void *context, unsigned line, char *const cell[CELLS_MOST]) {
    struct tally *tally = context;
    struct ehc_error error = {0};
    ehc_day day = EHC_NO_DAY;
    bool read = ehc_day_read(cell[0], &day, &error);
    if (strcmp(cell[1], "error") != 0) {
        if (!read)
            say_wrong(tally, line, "'%s': the table says %s, ehc says '%s'", cell[0], cell[1], error.message);
        else if (strcmp(iso_of(day), cell[1]) != 0)
            say_wrong(tally, line, "'%s': the table says %s, ehc reads %s", cell[0], cell[1], iso_of(day));
        return;
    }
    if (read)
        say_wrong(tally, line, "'%s': the table says error, ehc reads %s", cell[0], iso_of(day));
    else if (error.message[0] == '\0' || error.hint[0] == '\0')
        say_wrong(tally, line, "'%s': the error of ehc lacks a message or a hint", cell[0]);
    else if (strstr(error.message, cell[2]) == NULL && strstr(error.hint, cell[2]) == NULL)
        say_wrong(tally, line, "'%s': the table says an error with '%s', ehc says '%s'", cell[0], cell[2], error.message);
    if (day != EHC_NO_DAY)
        say_wrong(tally, line, "'%s': ehc refuses the text, but sets a day", cell[0]);
}

static void test_dates_as_people_write_them(void **state) {
    (void)state;
    struct tally tally = {.file = dates_table};
    assert_true(read_table(dates_table, check_date, &tally) >= DATE_ROWS_LEAST);
    assert_int_equal(tally.wrong, 0);
}

static struct ehc_deadline firm_deadline(struct tally *tally, unsigned line, int limit, const char *trigger) {
    static struct ehc_case facts;
    struct ehc_deadline deadline;
    ehc_day day = day_of(trigger);
    ehc_case_init(&facts);
    facts.event[england->limits[limit].trigger] = day;
    ehc_deadline_of(england, &facts, NULL, day, limit, &deadline);
    /* These reasons leave the status open, but not the day: the act is asked for, or the last day depends on another day
     * too. */
    bool firm = deadline.because == EHC_NO_REASON || deadline.because == EHC_NO_ACT || deadline.because == EHC_NOT_SAID ||
                deadline.because == EHC_NO_OTHER_DAY;
    if (!firm || deadline.projected || deadline.trigger != day)
        say_wrong(tally, line, "%s: ehc gives no firm day for the trigger %s", england->limits[limit].id, trigger);
    return deadline;
}

static void check_same(struct tally *tally, unsigned line, const char *limit, const char *column, const char *wanted,
                       ehc_day found) {
    if (strcmp(iso_of(found), wanted) != 0)
        say_wrong(tally, line, "%s: %s says %s, ehc counts %s", limit, column, wanted, iso_of(found));
}

static void check_days(void *context, unsigned line, char *const cell[CELLS_MOST]) {
    struct tally *tally = context;
    int limit = ehc_find_limit(england, cell[0]);
    if (limit == EHC_NONE) {
        say_wrong(tally, line, "there is no limit '%s' in data/england", cell[0]);
        return;
    }
    struct ehc_deadline deadline = firm_deadline(tally, line, limit, cell[1]);
    check_same(tally, line, cell[0], "due", cell[2], deadline.due);
    check_same(tally, line, cell[0], "earliest", cell[3], deadline.earliest);
    check_same(tally, line, cell[0], "latest", cell[4], deadline.latest);
}

static void test_days_that_limits_give(void **state) {
    (void)state;
    struct tally tally = {.file = days_table};
    assert_true(read_table(days_table, check_days, &tally) >= DAY_ROWS_LEAST);
    assert_int_equal(tally.wrong, 0);
}

/* Columns: limit, amount, unit, count, roll, from, until, reading, trigger, due, provision. tests/naive reads the rule. */
static void check_limit(void *context, unsigned line, char *const cell[CELLS_MOST]) {
    struct tally *tally = context;
    int limit = ehc_find_limit(england, cell[0]);
    if (limit == EHC_NONE || tally->has_line[limit]) {
        say_wrong(tally, line,
                  limit == EHC_NONE ? "there is no limit '%s' in data/england" : "'%s' has two lines: remove one", cell[0]);
        return;
    }
    tally->has_line[limit] = true;
    /* School days need closures: test_status.c tests them. */
    if (strcmp(cell[2], "school days") != 0)
        check_same(tally, line, cell[0], "due", cell[9], firm_deadline(tally, line, limit, cell[8]).due);
}

static void test_every_limit_has_a_line_with_its_rule_and_a_day(void **state) {
    (void)state;
    struct tally tally = {.file = limits_table};
    read_table(limits_table, check_limit, &tally);
    for (size_t i = 0; i < england->limit_count; i++)
        if (!tally.has_line[i]) {
            print_error("limit '%s' has no line in %s: add one, as the comments at the top of that file say\n",
                        england->limits[i].id, limits_table);
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
