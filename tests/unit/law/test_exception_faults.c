/* Faults in exceptions.ini: ehc refuses each and gives its line. */
#include "law_copy.h"

static void test_circumstances_that_dates_do_not_show_need_their_question(void **state) {
    (void)state;
    change("exceptions.ini", "[kind exceptional-circumstances]", "question = ", "; question = ");
    refuse();
    assert_int_equal(faults.count, 1);
    assert_non_null(strstr(faults.list[0].message, "'question' is missing in [kind exceptional-circumstances]"));
}

static void test_a_personal_section_has_at_most_one_kind_and_needs_words(void **state) {
    (void)state;
    change("exceptions.ini", "[personal illness]", "of-staff-too = yes", "of-staff-too = yes\nof-things-too = yes");
    change("exceptions.ini", "[personal family]", "words = ", "wordz = ");
    refuse();
    assert_int_equal(faults.count, 3);
    assert_non_null(strstr(faults.list[0].message, "one of of-staff-too, of-things-too and is-family"));
    assert_non_null(strstr(faults.list[1].message, "'wordz' is not known"));
    assert_told("exceptions.ini", line_of("exceptions.ini", "[personal family]"), "'words' is missing", "");
}

static void test_of_staff_of_a_claim_is_yes_or_no(void **state) {
    (void)state;
    unsigned line = change("exceptions.ini", "[claim staff-shortage]", "of-staff = yes", "of-staff = maybe");
    refuse();
    assert_told("exceptions.ini", line, "'of-staff' is neither yes nor no", "write yes or no");
    assert_int_equal(faults.count, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_circumstances_that_dates_do_not_show_need_their_question),
        TEST(test_a_personal_section_has_at_most_one_kind_and_needs_words),
        TEST(test_of_staff_of_a_claim_is_yes_or_no),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
