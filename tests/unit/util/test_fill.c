#include "support.h"
#include "util/fill.h"
#include "util/plural.h"
#include <stdlib.h>
#include <string.h>

static void test_places_are_filled_by_name_in_any_order(void **state) {
    (void)state;
    char text[64];
    assert_string_equal(
        ehc_sentence(text, sizeof text, "{step} is {days} late: {step}.", "days", "63 days", "step", "Final plan", NULL),
        "Final plan is 63 days late: Final plan.");
    assert_string_equal(ehc_sentence_add(text, sizeof text, " Ask {who}.", "who", "the council", NULL),
                        "Final plan is 63 days late: Final plan. Ask the council.");
}

static void test_braces_in_a_value_or_without_a_name_stay(void **state) {
    (void)state;
    char text[64];
    assert_string_equal(ehc_sentence(text, sizeof text, "{a} and {b} {c", "a", "{b}", "b", "2", NULL), "{b} and 2 {c");
    assert_string_equal(ehc_sentence(text, sizeof text, "{a} {unknown}", "a", "1", NULL), "1 {unknown}");
}

static void test_what_has_no_room_is_cut(void **state) {
    (void)state;
    char text[8] = "abc";
    assert_string_equal(ehc_sentence(text, sizeof text, "{a}", "a", "123456789", NULL), "1234567");
    assert_string_equal(ehc_sentence_add(text, sizeof text, "{a}", "a", "8", NULL), "1234567");
    assert_string_equal(ehc_sentence(text, sizeof text, "{a}", "a", "12345 \xc3\xa9", NULL), "12345 ");
    assert_string_equal(ehc_sentence(text, sizeof text, "{a}", "a", "12345\xc3\xa9", NULL), "12345\xc3\xa9");
}

static void test_one_thing_and_many_have_their_own_words(void **state) {
    (void)state;
    char text[16];
    assert_string_equal(plural_words(1, "date", "dates", text, sizeof text), "1 date");
    assert_string_equal(plural_words(0, "date", "dates", text, sizeof text), "0 dates");
    assert_string_equal(plural_words(1234567, "date", "dates", text, sizeof text), "1234567 dates");
}

static void test_a_stream_gets_values_of_any_length(void **state) {
    (void)state;
    char value[5000] = {0}, *text = NULL;
    size_t length;
    memset(value, 'x', sizeof value - 1);
    FILE *out = open_memstream(&text, &length);
    ehc_put_sentence(out, "{a}: {b}", "a", "1", "b", value, NULL);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(length, 3 + strlen(value));
    assert_memory_equal(text, "1: xxx", 6);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places_are_filled_by_name_in_any_order),
        cmocka_unit_test(test_braces_in_a_value_or_without_a_name_stay),
        cmocka_unit_test(test_what_has_no_room_is_cut),
        cmocka_unit_test(test_one_thing_and_many_have_their_own_words),
        cmocka_unit_test(test_a_stream_gets_values_of_any_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
