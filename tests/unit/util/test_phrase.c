/* Words and phrases found in text that people wrote: util/phrase.h. */
#include "support.h"
#include "util/phrase.h"

/* "2..4": the phrase is words 2 and 3, counted from 0 and without articles. "" if the text lacks the phrase. */
static const char *place_of(const char *text, const char *phrase) {
    static char place[32];
    struct ehc_phrase_text words;
    size_t first, end;
    ehc_phrase_read(&words, text);
    end = ehc_phrase_find(&words, 0, phrase, strlen(phrase), &first);
    place[0] = '\0';
    if (end > 0)
        snprintf(place, sizeof place, "%zu..%zu", first, end);
    return place;
}

static void test_a_phrase_is_whole_words_in_a_row_in_any_case(void **state) {
    (void)state;
    assert_string_equal(place_of("late report", "report"), "1..2");
    assert_string_equal(place_of("A LATE REPORT", "late report"), "0..2");
    assert_string_equal(place_of("late, and no report", "late report"), "");
    assert_string_equal(place_of("reporting", "report"), "");
    assert_string_equal(place_of("airport", "port"), "");
    assert_string_equal(place_of("late late report", "late report"), "1..3");
    assert_string_equal(place_of("late", "late report"), "");
    assert_string_equal(place_of("", "report"), "");
}

static void test_a_simple_plural_is_the_same_word(void **state) {
    (void)state;
    assert_string_equal(place_of("reports", "report"), "0..1");
    assert_string_equal(place_of("processes", "process"), "0..1");
    assert_string_equal(place_of("vacancies", "vacancy"), "0..1");
    assert_string_equal(place_of("sick notes", "sick note"), "0..2");
    assert_string_equal(place_of("report", "reports"), "");
    assert_string_equal(place_of("reportss", "report"), "");
    assert_string_equal(place_of("vacanc", "vacancy"), "");
}

static void test_articles_and_characters_between_words_do_not_matter(void **state) {
    (void)state;
    assert_string_equal(place_of("half-term", "half term"), "0..2");
    assert_string_equal(place_of("half\xc2\xa0term", "half term"), "0..2");          /* a no-break space */
    assert_string_equal(place_of("half\xe2\x80\x93term", "half-term"), "0..2");      /* an en dash */
    assert_string_equal(place_of("\xe2\x80\x9cpanel\xe2\x80\x9d", "panel"), "0..1"); /* in quotation marks */
    assert_string_equal(place_of("waiting for the report", "waiting for report"), "0..3");
    assert_string_equal(place_of("An EP.", "ep"), "0..1");
}

static void test_apostrophes_in_words_do_not_matter(void **state) {
    (void)state;
    assert_string_equal(place_of("children's services", "childrens services"), "0..2");
    assert_string_equal(place_of("the mother\xe2\x80\x99s illness", "mother"), "0..1");
    assert_string_equal(place_of("'panel'", "panel"), "0..1");
    assert_string_equal(place_of("parents' views", "parent view"), "0..2");
    assert_string_equal(place_of("'''", "panel"), "");
}

static void test_a_word_with_a_capital_is_found_as_it_is_written(void **state) {
    (void)state;
    assert_string_equal(place_of("the IT failed", "IT"), "0..1");
    assert_string_equal(place_of("it failed, It failed", "IT"), "");
    assert_string_equal(place_of("bit by bit", "IT"), "");
}

static void test_bytes_that_are_not_text_are_ignored(void **state) {
    (void)state;
    assert_string_equal(place_of("\xe2\x80", "panel"), "");
    assert_string_equal(place_of("\xc2", "panel"), "");
    assert_string_equal(place_of("\xff panel \xe2", "panel"), "1..2");
    assert_string_equal(place_of("caf\xc3\xa9 panel", "panel"), "1..2");
}

static void test_only_the_words_that_have_room_are_looked_at(void **state) {
    (void)state;
    static char text[2 * PHRASE_WORDS_MOST + 8];
    for (size_t i = 0; i < PHRASE_WORDS_MOST; i++)
        memcpy(text + 2 * i, "x ", 3);
    memcpy(text + 2 * PHRASE_WORDS_MOST, "panel", 6);
    assert_string_equal(place_of(text, "panel"), "");
    assert_string_equal(place_of(text + 2, "panel"), "255..256");
}

static void test_a_list_is_split_at_its_commas(void **state) {
    (void)state;
    const char *list = ", late report,  panel,IT";
    static const char *const phrases[] = {"late report", "panel", "IT"};
    size_t length = 0, at = 0;
    while (ehc_phrase_next(&list, &length)) {
        assert_true(at < 3 && strlen(phrases[at]) == length && strncmp(list, phrases[at], length) == 0);
        at++;
    }
    assert_int_equal(at, 3);
}

static void test_a_text_is_one_of_a_list_only_if_it_is_nothing_more(void **state) {
    (void)state;
    assert_true(ehc_phrase_is_one_of("The Educational Psychologists", "ep, educational psychologist"));
    assert_true(ehc_phrase_is_one_of("speech-and-language", "ep, speech and language"));
    assert_false(ehc_phrase_is_one_of("our educational psychologist", "ep, educational psychologist"));
    assert_false(ehc_phrase_is_one_of("educational psychologist, Leeds", "ep, educational psychologist"));
    assert_false(ehc_phrase_is_one_of("", "ep"));
    assert_false(ehc_phrase_is_one_of("the", "ep"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_phrase_is_whole_words_in_a_row_in_any_case),
        cmocka_unit_test(test_a_simple_plural_is_the_same_word),
        cmocka_unit_test(test_articles_and_characters_between_words_do_not_matter),
        cmocka_unit_test(test_apostrophes_in_words_do_not_matter),
        cmocka_unit_test(test_a_word_with_a_capital_is_found_as_it_is_written),
        cmocka_unit_test(test_bytes_that_are_not_text_are_ignored),
        cmocka_unit_test(test_only_the_words_that_have_room_are_looked_at),
        cmocka_unit_test(test_a_list_is_split_at_its_commas),
        cmocka_unit_test(test_a_text_is_one_of_a_list_only_if_it_is_nothing_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
