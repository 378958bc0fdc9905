/* The members of structs by name, for programs that cannot use C's structs: <ehc/member.h>. */
#include "support.h"
#include <ehc/explain.h>
#include <ehc/member.h>

/* Asked on 3 November 2025: 20 weeks end on 23 March 2026. Sent on 25 May 2026, 63 days late. Easter is 18 days closed. */
static struct ehc_judgement *judge_late_plan(struct ehc_case *facts) {
    struct ehc_error error;
    ehc_case_init(facts);
    facts->reference = "A-102";
    put_event(facts, "request-received", "2025-11-03");
    put_event(facts, "final-plan-sent", "2026-05-25");
    struct ehc_closure easter = {.span = span_of("2026-03-27", "2026-04-13")};
    assert_true(ehc_case_add_closure(facts, easter, &error));
    struct ehc_judgement *judgement = ehc_judge(ehc_england(), facts, day_of("2026-06-08"), NULL);
    assert_non_null(judgement);
    return judgement;
}

static const struct ehc_judged *find_judged(const struct ehc_judgement *judgement, const char *limit) {
    const struct ehc_judged *judged = NULL;
    for (size_t i = 0; (judged = ehc_judgement_deadline(judgement, i)) != NULL; i++)
        if (strcmp(ehc_judged_text(judged, "limit"), limit) == 0)
            return judged;
    fail_msg("the judgement has no deadline of %s", limit);
    return NULL;
}

static void test_a_judged_step_gives_by_name_what_its_json_gives(void **state) {
    (void)state;
    struct ehc_case facts;
    struct ehc_judgement *judgement = judge_late_plan(&facts);
    const struct ehc_judged *plan = find_judged(judgement, "final-plan");
    assert_string_equal(ehc_judged_text(plan, "title"), "Send the final EHC plan");
    assert_string_equal(ehc_judged_text(plan, "short"), "final plan");
    assert_string_equal(ehc_judged_text(plan, "who"), "council");
    assert_string_equal(ehc_judged_text(plan, "basis"), "statute");
    assert_string_equal(ehc_judged_text(plan, "provision"), "SEND Regs 2014 reg 13(2)");
    assert_string_equal(ehc_judged_text(plan, "status"), "late");
    assert_ptr_equal(ehc_judged_text(plan, "url"), plan->deadline->limit->url);
    assert_ptr_equal(ehc_judged_text(plan, "if_late"), plan->if_late);
    assert_day(ehc_judged_day(plan, "trigger"), "2025-11-03");
    assert_day(ehc_judged_day(plan, "due"), "2026-03-23");
    assert_day(ehc_judged_day(plan, "earliest"), "2026-03-22");
    assert_day(ehc_judged_day(plan, "latest"), "2026-03-23");
    assert_day(ehc_judged_day(plan, "last"), "2026-03-23");
    assert_day(ehc_judged_day(plan, "act"), "2026-05-25");
    assert_int_equal(ehc_judged_day(plan, "with_exception"), EHC_NO_DAY);
    assert_int_equal(ehc_judged_number(plan, "days"), 63);
    assert_int_equal(ehc_judged_number(plan, "projected"), 0);
    assert_int_equal(ehc_judged_number(plan, "started"), 1);
    assert_int_equal(ehc_judged_number(plan, "done"), 1);
    assert_int_equal(ehc_judged_number(plan, "open"), 0);
    assert_int_equal(ehc_judged_number(plan, "past"), 1);
    assert_int_equal(ehc_judged_number(plan, "late"), 1);
    assert_int_equal(ehc_judged_number(plan, "disputed"), 0);
    ehc_judgement_free(judgement);
}

static void test_an_exception_is_found_and_has_words(void **state) {
    (void)state;
    struct ehc_case facts;
    char words[EHC_WORDS];
    struct ehc_judgement *judgement = judge_late_plan(&facts);
    const struct ehc_judged *plan = find_judged(judgement, "final-plan");
    const struct ehc_exception *easter = ehc_judged_exception(plan, 0);
    assert_non_null(easter);
    assert_int_equal(ehc_exception_fits(easter), 0);
    assert_string_equal(
        ehc_exception_words(ehc_judged_deadline(plan), easter, words),
        "it does not fall inside the period of this limit, which ends on 23 March 2026. It is also too short: closed 18 "
        "days in a row, and the law asks for 28");
    assert_int_equal(ehc_exception_fits(ehc_judged_exception(plan, 1)), -1); /* nothing of its kind is given */
    assert_null(ehc_judged_exception(plan, (size_t)ehc_judged_number(plan, "exceptions")));
    ehc_judgement_free(judgement);
}

/* 12 months from the plan of 25 May 2026, that day the first, end on 24 May 2027; two months to contact the adviser on 25
 * July 2026. */
static void test_what_is_next_and_what_the_family_can_do(void **state) {
    (void)state;
    struct ehc_case facts;
    struct ehc_judgement *judgement = judge_late_plan(&facts);
    assert_int_equal(ehc_judgement_number(judgement, "result"), EHC_SOMETHING_LATE);
    assert_int_equal(ehc_judgement_number(judgement, "deadlines"), judgement->count);
    assert_null(ehc_judgement_deadline(judgement, judgement->count));
    assert_string_equal(ehc_judged_text(ehc_judgement_next(judgement), "limit"), "first-review");
    assert_day(ehc_judged_day(ehc_judgement_next(judgement), "due"), "2027-05-24");
    const struct ehc_option *first = ehc_judgement_option(judgement, 0);
    assert_string_equal(ehc_option_text(first, "limit"), "mediation-contact");
    assert_string_equal(ehc_option_text(first, "words"), "Contact the mediation adviser");
    assert_string_equal(ehc_option_text(first, "title"), "Contact the mediation adviser");
    assert_string_equal(ehc_option_text(first, "short"), "contact mediation adviser");
    assert_day(ehc_option_day(first, "last"), "2026-07-25");
    assert_int_equal(ehc_option_day(first, "from_delay"), EHC_NO_DAY);
    assert_null(ehc_judgement_option(judgement, (size_t)ehc_judgement_number(judgement, "options")));
    ehc_judgement_free(judgement);
}

static void test_an_unknown_name_gives_nothing(void **state) {
    (void)state;
    struct ehc_case facts;
    struct ehc_error error = {0};
    struct ehc_judgement *judgement = judge_late_plan(&facts);
    const struct ehc_judged *plan = find_judged(judgement, "final-plan");
    assert_null(ehc_judged_text(plan, "dues"));
    assert_int_equal(ehc_judged_day(plan, ""), EHC_NO_DAY);
    assert_int_equal(ehc_judged_number(plan, "due"), -1);
    assert_int_equal(ehc_judgement_number(judgement, "rows"), -1);
    assert_null(ehc_option_text(ehc_judgement_option(judgement, 0), "last"));
    assert_int_equal(ehc_option_day(ehc_judgement_option(judgement, 0), "words"), EHC_NO_DAY);
    assert_null(ehc_case_text(&facts, "file"));
    assert_null(ehc_error_text(&error, "line"));
    assert_int_equal(ehc_size_of("judgement"), 0);
    ehc_judgement_free(judgement);
}

static void test_a_case_and_an_error_take_the_room_that_ehc_says(void **state) {
    (void)state;
    assert_int_equal(ehc_size_of("case"), sizeof(struct ehc_case));
    assert_int_equal(ehc_size_of("error"), sizeof(struct ehc_error));
    struct ehc_case *facts = malloc(ehc_size_of("case"));
    struct ehc_error *error = malloc(ehc_size_of("error"));
    assert_non_null(facts);
    assert_non_null(error);
    ehc_case_init(facts);
    assert_null(ehc_case_text(facts, "reference"));
    assert_null(ehc_case_text(facts, "setting"));
    facts->authority = "Exampleshire";
    facts->setting = EHC_POST_16;
    assert_string_equal(ehc_case_text(facts, "authority"), "Exampleshire");
    assert_string_equal(ehc_case_text(facts, "setting"), "post-16");
    assert_false(ehc_case_set_event(ehc_england(), facts, "request-received", "31 June 2026", error));
    assert_string_equal(ehc_error_text(error, "message"), "31 June 2026 does not exist: June 2026 has 30 days");
    assert_string_equal(ehc_error_text(error, "hint"), "check the day");
    assert_null(ehc_error_text(error, "file"));
    assert_int_equal(ehc_error_line(error), 0);
    free(facts);
    free(error);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_judged_step_gives_by_name_what_its_json_gives),
        cmocka_unit_test(test_an_exception_is_found_and_has_words),
        cmocka_unit_test(test_what_is_next_and_what_the_family_can_do),
        cmocka_unit_test(test_an_unknown_name_gives_nothing),
        cmocka_unit_test(test_a_case_and_an_error_take_the_room_that_ehc_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
