/* The right name for a mistyped one: <ehc/nearest.h>. */
#include "support.h"
#include <ehc/nearest.h>

static const char *nearest_of(const char *word, const char *const *names, size_t count) {
    struct ehc_nearest nearest = {.word = word};
    for (size_t i = 0; i < count; i++)
        ehc_nearest_offer(&nearest, names[i]);
    return nearest.name;
}

static const char *nearest_to(const char *word, const char *name) {
    return nearest_of(word, &name, 1);
}

static void test_a_letter_changed_left_out_put_in_or_exchanged_is_near(void **state) {
    (void)state;
    assert_string_equal(nearest_to("closore", "closure"), "closure");
    assert_string_equal(nearest_to("closre", "closure"), "closure");
    assert_string_equal(nearest_to("cloosure", "closure"), "closure");
    assert_string_equal(nearest_to("clousre", "closure"), "closure");
    assert_string_equal(nearest_to("closure", "closure"), "closure");
}

static void test_case_does_not_matter(void **state) {
    (void)state;
    assert_string_equal(nearest_to("CLOSURE", "closure"), "closure");
    assert_string_equal(nearest_to("Closur", "closure"), "closure");
}

static void test_the_nearest_of_several_is_taken_and_the_first_of_equals(void **state) {
    (void)state;
    static const char *const names[] = {"draft-plan-served", "final-plan-sent", "amended-plan-sent", "final-plan-seen"};
    assert_string_equal(nearest_of("final-plan-send", names, 4), "final-plan-sent");
    assert_string_equal(nearest_of("amended-plan-snet", names, 4), "amended-plan-sent");
    assert_string_equal(nearest_of("draft-plan-serve", names, 4), "draft-plan-served");
}

static void test_a_word_like_no_name_has_no_nearest_name(void **state) {
    (void)state;
    static const char *const names[] = {"request-received", "final-plan-sent", "closure"};
    assert_null(nearest_of("xyzzy", names, 3));
    assert_null(nearest_of("birthday", names, 3));
    assert_null(nearest_of("", names, 3));
    assert_null(nearest_of("q", names, 3));
}

static void test_more_than_a_third_and_one_is_not_near(void **state) {
    (void)state;
    /* Of nine letters, 4 may differ (a third, and one more), but not 5. The changes are at the front, so that no beginning
     * matches. */
    assert_string_equal(nearest_to("zzzzefghi", "abcdefghi"), "abcdefghi");
    assert_null(nearest_to("zzzzzfghi", "abcdefghi"));
}

static void test_words_too_long_to_be_names_are_ignored(void **state) {
    (void)state;
    char word[5000];
    memset(word, 'a', sizeof word);
    word[sizeof word - 1] = '\0';
    assert_null(nearest_to(word, "closure"));
    assert_null(nearest_to("closure", word));
    word[63] = '\0';
    assert_string_equal(nearest_to(word, word), word);
}

static void test_any_bytes_are_taken(void **state) {
    (void)state;
    static const char *const hostile[] = {"\xff\xff\xff\xff\xff", "\x1b[31m", "%s%n%s", "cl\xc3\xb3sure"};
    for (size_t i = 0; i < 3; i++)
        assert_null(nearest_to(hostile[i], "request-received"));
    assert_string_equal(nearest_to(hostile[3], "closure"), "closure");
}

static void test_events_and_limits_have_a_nearest_name(void **state) {
    (void)state;
    assert_string_equal(ehc_nearest_event(england, "request-recieved"), "request-received");
    assert_string_equal(ehc_nearest_event(england, "final-plan"), "final-plan-sent");
    assert_string_equal(ehc_nearest_limit(england, "fianl-plan"), "final-plan");
    assert_string_equal(ehc_nearest_limit(england, "apeal"), "appeal");
    assert_string_equal(ehc_nearest_route(england, "asessment"), "assessment");
    assert_null(ehc_nearest_event(england, "zzzzzzzz"));
    assert_null(ehc_nearest_limit(england, "zzzzzzzz"));
    assert_null(ehc_nearest_limit(england, "special-provision")); /* a duty without a number */
    assert_null(ehc_nearest_route(england, "zzzzzzzz"));
}

static void test_each_name_with_one_letter_left_out_leads_back_to_itself(void **state) {
    (void)state;
    for (size_t i = 0; i < england->limit_count; i++) {
        const char *id = england->limits[i].id;
        size_t length = strlen(id);
        if (length < 8)
            continue;
        for (size_t drop = 2; drop < length; drop++) { /* two names differ only in their first two letters */
            char word[80];
            memcpy(word, id, drop);
            memcpy(word + drop, id + drop + 1, length - drop);
            const char *found = ehc_nearest_limit(england, word);
            /* The two stages of a complaint differ only in their number. Without it, both are equally near. */
            bool without_number = drop == 16 && strncmp(id, "complaint-stage-", 16) == 0;
            if (found == NULL || (strcmp(found, id) != 0 && !without_number))
                fail_msg("'%s' leads to '%s'; the test expects '%s'", word, found != NULL ? found : "nothing", id);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_letter_changed_left_out_put_in_or_exchanged_is_near),
        cmocka_unit_test(test_case_does_not_matter),
        cmocka_unit_test(test_the_nearest_of_several_is_taken_and_the_first_of_equals),
        cmocka_unit_test(test_a_word_like_no_name_has_no_nearest_name),
        cmocka_unit_test(test_more_than_a_third_and_one_is_not_near),
        cmocka_unit_test(test_words_too_long_to_be_names_are_ignored),
        cmocka_unit_test(test_any_bytes_are_taken),
        cmocka_unit_test(test_events_and_limits_have_a_nearest_name),
        cmocka_unit_test(test_each_name_with_one_letter_left_out_leads_back_to_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
