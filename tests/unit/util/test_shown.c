/* Which characters of a text are shown, and how many columns it takes: shown.h. */
#include "util/fail.h"
#include "support.h"
#include "view/wrap.h"

static const char *as_shown(const char *text) {
    static char out[200];
    size_t at = 0, bytes;
    while (*text != '\0') {
        const char *shown = ehc_shown(&text, &bytes);
        memcpy(out + at, shown, bytes);
        at += bytes;
    }
    out[at] = '\0';
    return out;
}

static void test_a_character_that_acts_or_is_invisible_is_a_question_mark_and_its_neighbours_are_not(void **state) {
    static const struct {
        uint32_t first, last; /* hidden; the characters before and after are shown */
    } hidden[] = {{0x7f, 0x9f},     {0x61c, 0x61c},     {0x180e, 0x180e},  {0x200b, 0x200b}, {0x200e, 0x200f},
                  {0x2028, 0x202e}, {0x2060, 0x206f},   {0xfdd0, 0xfdef},  {0xfeff, 0xfeff}, {0xfff9, 0xfffb},
                  {0xfffe, 0xffff}, {0x1fffe, 0x1ffff}, {0xe0001, 0xe0001}};
    (void)state;
    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++) {
        for (uint32_t number = hidden[i].first - 1; number <= hidden[i].last + 1; number++) {
            char text[5] = {0};
            if (number < 0x80)
                text[0] = (char)number;
            else if (number < 0x800)
                text[0] = (char)(0xc0 | number >> 6), text[1] = (char)(0x80 | (number & 0x3f));
            else if (number < 0x10000)
                text[0] = (char)(0xe0 | number >> 12), text[1] = (char)(0x80 | (number >> 6 & 0x3f)),
                text[2] = (char)(0x80 | (number & 0x3f));
            else
                text[0] = (char)(0xf0 | number >> 18), text[1] = (char)(0x80 | (number >> 12 & 0x3f)),
                text[2] = (char)(0x80 | (number >> 6 & 0x3f)), text[3] = (char)(0x80 | (number & 0x3f));
            bool inside = number >= hidden[i].first && number <= hidden[i].last;
            assert_string_equal(as_shown(text), inside ? "?" : text);
            assert_int_equal(ehc_is_plain(text), !inside);
            assert_int_equal(ehc_character(text), number);
        }
    }
    for (char control = 1; control < ' '; control++)
        assert_string_equal(as_shown((char[]){control, '\0'}), "?");
}

static void test_each_byte_that_is_not_utf8_is_a_question_mark(void **state) {
    static const char *const texts[][2] = {{"\xc0\xaf", "??"},
                                           {"\xe0\x80\xaf", "???"},
                                           {"\xed\xa0\x80", "???"},
                                           {"\xf4\x90\x80\x80", "????"},
                                           {"a\xe2\x82", "a??"},
                                           {"\xf0\x9f\x98z", "???z"},
                                           {"\x80\xbf", "??"},
                                           {"\xf8\x88\x80\x80\x80", "?????"},
                                           {"Caf\xe9", "Caf?"},
                                           {"\xfe\xff", "??"},
                                           {"\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80"}};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        assert_string_equal(as_shown(texts[i][0]), texts[i][1]);
        assert_int_equal(ehc_is_utf8(texts[i][0], strlen(texts[i][0])), strchr(texts[i][1], '?') == NULL);
    }
}

static void test_the_message_names_the_character_that_is_not_shown(void **state) {
    struct ehc_error error;
    (void)state;
    assert_true(ehc_check_plain("a\tb", "\t", &error));
    assert_false(ehc_check_plain("a\tb", "", &error));
    assert_non_null(strstr(error.message, "U+0009"));
    assert_false(ehc_check_plain("Anna\xe2\x80\x8b", "", &error));
    assert_non_null(strstr(error.message, "U+200B"));
    assert_false(ehc_check_plain("Caf\xe9", "", &error));
    assert_non_null(strstr(error.message, "not UTF-8"));
}

static void test_a_mark_takes_no_column_and_a_chinese_character_or_an_emoji_two(void **state) {
    size_t columns;
    (void)state;
    assert_int_equal(wrap_columns("M\xc3\xb4n"), 3);
    assert_int_equal(wrap_columns("o\xcc\x82"), 1);
    assert_int_equal(wrap_columns("\xe5\x80\x8b\xe6\xa1\x88"), 4);
    assert_int_equal(wrap_columns("\xf0\x9f\x98\x80"), 2);
    assert_int_equal(wrap_columns("a\x1b\xff"), 3);
    assert_int_equal(wrap_that_fits("\xe5\x80\x8b\xe6\xa1\x88", 3, &columns), 3);
    assert_int_equal(columns, 2);
    assert_int_equal(wrap_that_fits("ao\xcc\x82z", 2, &columns), 4);
    assert_int_equal(columns, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_character_that_acts_or_is_invisible_is_a_question_mark_and_its_neighbours_are_not),
        cmocka_unit_test(test_each_byte_that_is_not_utf8_is_a_question_mark),
        cmocka_unit_test(test_the_message_names_the_character_that_is_not_shown),
        cmocka_unit_test(test_a_mark_takes_no_column_and_a_chinese_character_or_an_emoji_two),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
