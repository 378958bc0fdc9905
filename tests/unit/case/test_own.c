/* Your own dates: <ehc/case.h>, ehc-case(5). */
#include "lib/timeline.h"

static void add(const char *name, const char *due, const char *done, const char *who) {
    const struct ehc_own own = {
        .name = name, .due = day_of(due), .done = done != NULL ? day_of(done) : EHC_NO_DAY, .who = who};
    struct ehc_error error;
    assert_true(ehc_case_add_own(england, &facts, own, &error));
}

/* The only own date with that name. */
static const struct ehc_deadline *own(size_t count, const char *name) {
    const struct ehc_deadline *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (room[i].own == NULL || strcmp(room[i].own->name, name) != 0)
            continue;
        assert_null(found);
        found = &room[i];
    }
    assert_non_null(found);
    return found;
}

/* 1 July 2024 to 29 July are 28 days, 15 July to 22 July 7, 29 July to 2 September 35. */
static void test_it_is_judged_by_its_day_alone(void **state) {
    (void)state;
    add("hearing bundle", "2024-09-02", NULL, NULL);
    add("working document", "2024-07-15", "2024-07-22", "council");
    add("witness list", "2024-07-01", NULL, "family");
    add("attendance form", "2024-06-28", "2024-06-28", NULL);
    size_t count = timeline_at("2024-07-29");
    assert_int_equal(count, 4);
    assert_status(*own(count, "hearing bundle"), "due", 35);
    assert_status(*own(count, "working document"), "late", 7);
    assert_status(*own(count, "witness list"), "overdue", 28);
    assert_status(*own(count, "attendance form"), "met", 0);
    assert_true(count <= ehc_timeline_most(england, &facts));
}

static void test_on_its_last_day_it_is_in_time(void **state) {
    (void)state;
    add("bundle", "2024-09-02", NULL, NULL);
    assert_status(*own(timeline_at("2024-09-02"), "bundle"), "due", 0);
    assert_status(*own(timeline_at("2024-09-03"), "bundle"), "overdue", 1);
}

static void test_what_is_done_later_is_planned(void **state) {
    (void)state;
    add("bundle", "2024-07-01", "2024-08-05", NULL);
    assert_status(*own(timeline_at("2024-08-04"), "bundle"), "overdue", 34);
    assert_status(*own(timeline_at("2024-08-05"), "bundle"), "late", 35);
}

static void test_it_is_not_law(void **state) {
    (void)state;
    add("bundle", "2024-09-02", NULL, NULL);
    const struct ehc_limit *limit = own(timeline_at("2024-07-29"), "bundle")->limit;
    assert_string_equal(limit->id, "own");
    assert_string_equal(ehc_basis_name(limit->basis), "own");
    assert_false(ehc_is_duty(limit->basis));
    assert_null(limit->provision);
    assert_null(limit->url);
    assert_int_equal(limit->route, EHC_NONE);
    assert_int_equal(limit->trigger, EHC_NONE);
    assert_int_equal(limit->act, EHC_NONE);
}

/* Who acts is the id of a role, or other words. If neither is given, it is the family. */
static void test_who_acts_is_a_role_or_words(void **state) {
    (void)state;
    add("a", "2024-09-02", NULL, NULL);
    add("b", "2024-09-02", NULL, "council");
    add("c", "2024-09-02", NULL, "Dr Smith");
    size_t count = timeline_at("2024-07-29");
    assert_true(own(count, "a")->limit->for_family);
    assert_false(own(count, "b")->limit->for_family);
    assert_int_equal(own(count, "b")->limit->roles, 1 << ehc_find_role(england, "council"));
    assert_string_equal(own(count, "c")->limit->who, "Dr Smith");
    assert_int_equal(own(count, "c")->limit->roles, 0);
}

/* 6 weeks after Monday 8 January 2024 are Monday 19 February: on one day the law's date comes first, then your own dates as
 * they were given. */
static void test_dates_of_one_day_have_an_order(void **state) {
    (void)state;
    add("z", "2024-02-19", NULL, NULL);
    add("a", "2024-02-19", NULL, NULL);
    happened("request-received", "2024-01-08");
    size_t count = timeline_at("2024-01-29"), at = 0;
    while (at < count && room[at].due != day_of("2024-02-19"))
        at++;
    assert_null(room[at].own);
    while (at < count && room[at].own == NULL)
        at++;
    assert_true(at + 1 < count);
    assert_string_equal(room[at].own->name, "z");
    assert_string_equal(room[at + 1].own->name, "a");
}

static void test_it_makes_no_case_late_and_is_not_a_right(void **state) {
    (void)state;
    happened("request-received", "2024-01-08");
    add("witness list", "2024-01-15", NULL, "council");
    add("bundle", "2024-09-02", NULL, NULL);
    struct ehc_judgement *judgement = ehc_judge(england, &facts, day_of("2024-01-29"), NULL);
    assert_non_null(judgement);
    assert_int_equal(judgement->result, EHC_IN_TIME);
    assert_int_equal(judgement->option_count, 0);
    size_t found = 0;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        if (judged->deadline->own == NULL)
            continue;
        found++;
        assert_false(judged->late);
        assert_int_equal(judged->exception_count, 0);
        assert_int_equal(judgement->groups[judged->group].route, EHC_NONE);
        assert_int_equal(judgement->groups[judged->group].count, 2);
    }
    assert_int_equal(found, 2);
    ehc_judgement_free(judgement);
}

static void test_each_has_a_name_of_its_own(void **state) {
    (void)state;
    struct ehc_error error;
    add("Bundle", "2024-09-02", NULL, NULL);
    assert_false(ehc_case_add_own(england, &facts, (struct ehc_own){.name = "bundle", .due = day_of("2024-09-03")}, &error));
    assert_non_null(strstr(error.message, "another of your own dates has the name 'bundle'"));
    assert_false(ehc_case_add_own(england, &facts, (struct ehc_own){.name = NULL, .due = day_of("2024-09-03")}, &error));
    assert_non_null(strstr(error.message, "needs a name"));
    assert_true(ehc_case_set_own(england, &facts, "bundle", day_of("2024-09-09"), &error));
    assert_int_equal(facts.own_count, 1);
    assert_day(facts.own[0].due, "2024-09-09");
}

static void test_there_is_room_for_32(void **state) {
    (void)state;
    static char names[EHC_OWN_MAX + 1][8];
    struct ehc_error error;
    for (int i = 0; i < EHC_OWN_MAX; i++) {
        snprintf(names[i], sizeof names[i], "n%d", i);
        add(names[i], "2024-09-02", NULL, NULL);
    }
    assert_false(ehc_case_set_own(england, &facts, "more", day_of("2024-09-02"), &error));
    assert_non_null(strstr(error.message, "more than 32"));
    assert_int_equal(timeline_at("2024-07-29"), 32);
}

/* What is written is read back unchanged. */
static void test_a_case_file_keeps_it(void **state) {
    (void)state;
    static struct ehc_case again;
    struct ehc_error error;
    char path[PATH_MOST], *text = NULL;
    size_t length;
    bool unreadable;
    struct ehc_own written = {.name = "Hearing bundle",
                              .due = day_of("2024-09-02"),
                              .done = day_of("2024-08-30"),
                              .who = "council",
                              .why = "directions; of 3 June 2024"};
    assert_true(ehc_case_add_own(england, &facts, written, &error));
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    assert_true(ehc_case_write(england, &facts, out, &error));
    fclose(out);
    temporary_file(path, text, length);
    free(text);
    ehc_case_init(&again);
    struct faults faults = {0};
    assert_true(ehc_case_read(england, path, &again, &unreadable, collect_fault, &faults));
    unlink(path);
    assert_int_equal(again.own_count, 1);
    assert_string_equal(again.own[0].name, "Hearing bundle");
    assert_day(again.own[0].due, "2024-09-02");
    assert_day(again.own[0].done, "2024-08-30");
    assert_string_equal(again.own[0].who, "council");
    assert_string_equal(again.own[0].why, "directions; of 3 June 2024");
    ehc_case_release(&again);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_it_is_judged_by_its_day_alone),
        TEST(test_on_its_last_day_it_is_in_time),
        TEST(test_what_is_done_later_is_planned),
        TEST(test_it_is_not_law),
        TEST(test_who_acts_is_a_role_or_words),
        TEST(test_dates_of_one_day_have_an_order),
        TEST(test_it_makes_no_case_late_and_is_not_a_right),
        TEST(test_each_has_a_name_of_its_own),
        TEST(test_there_is_room_for_32),
        TEST(test_a_case_file_keeps_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
