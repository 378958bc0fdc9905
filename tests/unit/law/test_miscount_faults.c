/* Faults in miscounts.ini: ehc refuses each and gives its line. */
#include "law_copy.h"

static void test_a_way_of_counting_must_count_differently_from_the_law(void **state) {
    (void)state;
    change("miscounts.ini", "[from-decision]", "from = ", "; from = ");
    refuse();
    assert_told("miscounts.ini", line_of("miscounts.ini", "[from-decision]"), "[from-decision] counts as the law does",
                "add what it counts differently: from, later-most, amount, each, count, roll, to-working-day, left-out");
    assert_int_equal(faults.count, 1);
}

static void test_a_number_has_its_unit(void **state) {
    (void)state;
    change("miscounts.ini", "[eight-weeks-to-answer]", "unit = ", "; unit = ");
    refuse();
    assert_told("miscounts.ini", line_of("miscounts.ini", "[eight-weeks-to-answer]"),
                "needs 'unit' if it has 'amount' or 'each'", "");
}

static void test_left_out_has_a_known_value(void **state) {
    (void)state;
    unsigned line = change("miscounts.ini", "[weeks-of-term]", "left-out = closed-weeks", "left-out = terms");
    refuse();
    assert_told("miscounts.ini", line, "this value of 'left-out' is not known", "use closed-days, closed-weeks or breaks");
}

static void test_a_limit_that_it_names_exists(void **state) {
    (void)state;
    unsigned line = change("miscounts.ini", "[certificate-30-days]", "limits = appeal-from-certificate",
                           "limits = appeal-from-certifcate");
    refuse();
    assert_told("miscounts.ini", line, "'appeal-from-certifcate' is not", "did you mean 'appeal-from-certificate'?");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_a_way_of_counting_must_count_differently_from_the_law),
        TEST(test_a_number_has_its_unit),
        TEST(test_left_out_has_a_known_value),
        TEST(test_a_limit_that_it_names_exists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
