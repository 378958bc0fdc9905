/* A caseload: each figure is compared with a count made by hand, and each row with the judgement of one case. */
#include <ehc/audit.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

static struct ehc_error error;
static size_t fault_count, row_count;

static void take_fault(void *context, enum ehc_fault kind, const struct ehc_error *found) {
    (void)context;
    print_message("line %u: fault %d: %s\n", found->line, (int)kind, found->message);
    fault_count++;
}

static struct ehc_audit_options options_of(int year, enum ehc_audit_by by) {
    return (struct ehc_audit_options){.law = &ehc_law_england,
                                      .file = "caseload.csv",
                                      .as_at = ehc_day_from_ymd(2026, 11, 21),
                                      .year = year,
                                      .by = by,
                                      .fault = take_fault};
}

/* Reads text in pieces of `piece` bytes. The text must be good. */
static struct ehc_audit *read_in_pieces(const char *text, size_t piece, struct ehc_audit_options options) {
    struct ehc_audit *audit = ehc_audit_begin(&options);
    size_t length = strlen(text);
    fault_count = 0;
    assert_non_null(audit);
    for (size_t at = 0; at < length; at += piece)
        if (!ehc_audit_feed(audit, text + at, length - at < piece ? length - at : piece, &error))
            fail_msg("%s", error.message);
    if (!ehc_audit_end(audit, false, &error))
        fail_msg("%s", error.message);
    return audit;
}

static struct ehc_audit *read_text(const char *text) {
    struct ehc_audit *audit = read_in_pieces(text, 1 << 16, options_of(0, EHC_BY_AUTHORITY));
    assert_int_equal(fault_count, 0);
    return audit;
}

static const struct ehc_figures *total_of(const struct ehc_audit *audit) {
    return ehc_audit_result(audit)->total;
}

#define HEAD "ref,authority,request-received,final-plan-sent,exception\n"

/* SEND Regs 2014 reg 13(2): 5 January 2026 and 20 weeks is 25 May 2026, the 140th day. DfE's Day 1 ends on 24 May. */
static void test_day_140_is_in_time_and_day_141_is_not(void **state) {
    (void)state;
    struct ehc_audit *audit = read_text(HEAD "a,X,2026-01-05,2026-05-24,0\n"
                                             "b,X,2026-01-05,2026-05-25,0\n"
                                             "c,X,2026-01-05,2026-05-26,0\n");
    const struct ehc_figures *total = total_of(audit);
    assert_int_equal(total->all.done, 3);
    assert_int_equal(total->all.in_time, 2);
    assert_int_equal(total->on_last_day, 1);
    assert_int_equal(total->over[0], 1);
    assert_int_equal(total->longest_days, 141);
    assert_int_equal(ehc_figures_between(total, 139, 139), 1);
    assert_int_equal(ehc_figures_between(total, 0, 140), 2);
    ehc_audit_free(audit);
}

/* reg 5(1): 6 weeks, to 16 February; reg 4(1) the same for a refusal; reg 10(1): 16 weeks, to 27 April 2026. */
static void test_each_side_of_6_and_16_weeks(void **state) {
    (void)state;
    struct ehc_audit *audit = read_text("request-received,assessment-decision,assessment-refusal,no-plan-notice\n"
                                        "2026-01-05,2026-02-16,,2026-04-27\n"
                                        "2026-01-05,2026-02-17,,2026-04-28\n"
                                        "2026-01-05,,2026-02-16,\n"
                                        "2026-01-05,,2026-02-17,\n"
                                        "2026-01-05,,,\n"
                                        "2026-11-02,,,\n");
    const struct ehc_kept *kept = total_of(audit)->kept;
    assert_int_equal(kept[measure("assessment-decision")].done, 4);
    assert_int_equal(kept[measure("assessment-decision")].in_time, 2);
    assert_int_equal(kept[measure("assessment-decision")].overdue, 1); /* nothing was decided on the request of 5 January */
    assert_int_equal(kept[measure("assessment-decision")].open, 1);    /* 2 November and 6 weeks is 14 December 2026 */
    assert_int_equal(kept[measure("no-plan-notice")].done, 2);
    assert_int_equal(kept[measure("no-plan-notice")].in_time, 1);
    assert_false(ehc_audit_result(audit)->has_main);
    ehc_audit_free(audit);
}

/* Reviews: 4 weeks from the meeting of 5 January 2026 is 2 February, and 12 weeks is 30 March (R (L, M and P) v Devon CC); 8
 * weeks from proposed changes of 2 February is 30 March, of 3 February is 31 March (reg 22(3)). Reassessment: 15 days from 5
 * January is 20 January (reg 25(1)); 14 weeks from 21 January is 29 April (reg 27(2)). */
static void test_reviews_amendments_and_reassessments(void **state) {
    (void)state;
    struct ehc_audit *audit = read_text("review-meeting,review-decision,amendment-notice-sent,amended-plan-sent,"
                                        "reassessment-requested,reassessment-decision,reassessment-plan-sent\n"
                                        "2026-01-05,2026-02-02,2026-02-02,2026-03-30,2026-01-05,2026-01-20,2026-04-28\n"
                                        "2026-01-05,2026-02-03,2026-02-03,2026-03-31,2026-01-05,2026-01-21,2026-04-30\n"
                                        "2026-01-05,,,,2026-01-05,,\n");
    const struct ehc_kept *kept = total_of(audit)->kept;
    assert_int_equal(kept[measure("review-decision")].done, 2);
    assert_int_equal(kept[measure("review-decision")].in_time, 1);
    assert_int_equal(kept[measure("review-decision")].overdue, 1);
    assert_int_equal(kept[measure("amendment-notice")].in_time, 1);
    assert_int_equal(kept[measure("amended-plan")].done, 2);
    assert_int_equal(kept[measure("amended-plan")].in_time, 2);
    assert_int_equal(kept[measure("amended-plan-from-meeting")].in_time, 1);
    assert_int_equal(kept[measure("reassessment-decision")].in_time, 1);
    assert_int_equal(kept[measure("reassessment-decision")].overdue, 1);
    assert_int_equal(kept[measure("reassessment-plan")].done, 2);
    assert_int_equal(kept[measure("reassessment-plan")].in_time, 1);
    ehc_audit_free(audit);
}

/* Six plans took 100, 140, 141, 168, 169 and 505 days. Sum: 1,223. Average: 203.83 days or 29.1 weeks. Median, half-way
 * between 141 and 168: 154.5 days or 22.1 weeks. 90th percentile: the 6th of 6. Late by 1, 28, 29 and 365 days. */
static void test_figures_of_a_small_caseload_by_hand(void **state) {
    (void)state;
    struct ehc_audit *audit = read_text(HEAD "a,North,2024-01-01,2024-04-10,0\n" /* 100 */
                                             "b,North,2024-01-01,2024-05-20,1\n" /* 140 */
                                             "c,North,2024-01-01,2024-05-21,0\n" /* 141 */
                                             "d,South,2024-01-01,2024-06-17,0\n" /* 168 */
                                             "e,South,2024-01-01,2024-06-18,1\n" /* 169 */
                                             "f,,2024-01-01,2025-05-20,0\n"      /* 505 */
                                             "g,South,,2024-06-18,0\n");
    const struct ehc_audit_result *result = ehc_audit_result(audit);
    const struct ehc_figures *total = result->total;
    assert_int_equal(total->all.done, 7);
    assert_int_equal(total->undated, 1);
    assert_int_equal(total->all.in_time, 2);
    assert_int_equal(total->without.done, 5);
    assert_int_equal(total->without.in_time, 1);
    assert_int_equal(ehc_rate(total->all.in_time, total->all.done), 286);
    assert_int_equal(ehc_tenths_of_week(total->total_days, total->dated), 291);
    assert_int_equal(total->median_twice, 141 + 168);
    assert_int_equal(ehc_tenths_of_week((uint64_t)total->median_twice, 2), 221);
    assert_int_equal(total->p90_days, 505);
    assert_int_equal(total->longest_days, 505);
    assert_int_equal(total->over[0], 2);
    assert_int_equal(total->over[1], 1);
    assert_int_equal(total->over[4], 1);
    assert_int_equal(total->late_in, 3);
    assert_int_equal(total->late_after, 1);
    assert_int_equal(result->group_count, 3);
    assert_string_equal(result->groups[0]->name, "North");
    assert_int_equal(result->groups[0]->all.done, 3);
    assert_int_equal(result->groups[0]->all.in_time, 2);
    assert_string_equal(result->groups[1]->name, "South");
    assert_int_equal(result->groups[1]->undated, 1);
    assert_null(result->groups[2]->name);
    ehc_audit_free(audit);
}

/* Plans late by 28, 29, 84, 85, 182, 183, 364 and 365 days: the ends of the bands. */
static void test_bands_of_weeks_over(void **state) {
    (void)state;
    struct ehc_audit *audit = read_text(HEAD ",X,2024-01-01,2024-06-17,0\n,X,2024-01-01,2024-06-18,0\n"
                                             ",X,2024-01-01,2024-08-12,0\n,X,2024-01-01,2024-08-13,0\n"
                                             ",X,2024-01-01,2024-11-18,0\n,X,2024-01-01,2024-11-19,0\n"
                                             ",X,2024-01-01,2025-05-19,0\n,X,2024-01-01,2025-05-20,0\n");
    const uint64_t *over = total_of(audit)->over;
    assert_int_equal(over[0], 1);
    assert_int_equal(over[1], 2);
    assert_int_equal(over[2], 2);
    assert_int_equal(over[3], 2);
    assert_int_equal(over[4], 1);
    ehc_audit_free(audit);
}

/* A caseload with the counts that DfE published gives the shares that DfE published. */
static void check_national(int year, int share, int share_exc) {
    const struct ehc_published *row = ehc_published_of(&ehc_law_england, year);
    struct ehc_audit_options options = options_of(year, EHC_BY_AUTHORITY);
    struct ehc_audit *audit = ehc_audit_begin(&options);
    assert_non_null(row);
    int excepted = row->done[measure("final-plan")] - row->done_without, excepted_in_time = row->in_time[measure("final-plan")] - row->in_time_without;
    assert_true(ehc_audit_feed(audit, HEAD, strlen(HEAD), &error));
    for (int i = 0; i < row->done[measure("final-plan")]; i++) {
        bool exception = i < excepted;
        bool in_time = exception ? i < excepted_in_time : i - excepted < row->in_time_without;
        char line[80];
        int length = snprintf(line, sizeof line, "%d,LA %d,%d-01-01,%d-%s,%d\n", i, i % 153, year, year,
                              in_time ? "05-01" : "12-31", exception);
        assert_true(ehc_audit_feed(audit, line, (size_t)length, &error));
    }
    assert_true(ehc_audit_end(audit, false, &error));
    const struct ehc_figures *total = total_of(audit);
    assert_int_equal(total->all.done, row->done[measure("final-plan")]);
    assert_int_equal(total->all.in_time, row->in_time[measure("final-plan")]);
    assert_int_equal(total->without.done, row->done_without);
    assert_int_equal(total->without.in_time, row->in_time_without);
    assert_int_equal(ehc_rate(total->all.in_time, total->all.done), share);
    assert_int_equal(ehc_rate(total->without.in_time, total->without.done), share_exc);
    ehc_audit_free(audit);
}

static void test_national_counts_give_the_published_shares(void **state) {
    (void)state;
    check_national(2023, 491, 503);
    check_national(2024, 459, 464);
}

static void test_published_shares_of_each_year(void **state) {
    static const struct {
        int year, share, share_exc;
    } published[] = {{2019, 587, 604}, {2020, 556, 580}, {2021, 579, 599}, {2022, 477, 492},
                     {2023, 491, 503}, {2024, 459, 464}, {2025, 455, 461}};
    (void)state;
    for (size_t i = 0; i < sizeof published / sizeof published[0]; i++) {
        const struct ehc_published *row = ehc_published_of(&ehc_law_england, published[i].year);
        assert_non_null(row);
        assert_int_equal(ehc_rate((uint64_t)row->in_time[measure("final-plan")], (uint64_t)row->done[measure("final-plan")]), published[i].share);
        assert_int_equal(ehc_rate((uint64_t)row->in_time_without, (uint64_t)row->done_without), published[i].share_exc);
    }
    const struct ehc_published *row = ehc_published_of(&ehc_law_england, 2024);
    assert_int_equal(ehc_rate((uint64_t)row->in_time[measure("assessment-decision")], (uint64_t)row->done[measure("assessment-decision")]), 848);
    assert_int_equal(ehc_rate((uint64_t)row->in_time[measure("no-plan-notice")], (uint64_t)row->done[measure("no-plan-notice")]), 341);
    row = ehc_published_of(&ehc_law_england, 2025);
    assert_int_equal(ehc_rate((uint64_t)row->in_time[measure("review-decision")], (uint64_t)row->done[measure("review-decision")]), 476);
    assert_int_equal(row->mean_tenths, 257);
    assert_null(ehc_published_of(&ehc_law_england, 2018));
}

static void test_rates_round_half_up(void **state) {
    (void)state;
    assert_int_equal(ehc_rate(1, 2000), 1); /* 0.05 % */
    assert_int_equal(ehc_rate(99, 200000), 0);
    assert_int_equal(ehc_rate(0, 5), 0);
    assert_int_equal(ehc_rate(5, 5), 1000);
    assert_int_equal(ehc_rate(0, 0), -1);
    assert_int_equal(ehc_tenths_of_week(421, 1), 601); /* 60.14 weeks */
    assert_int_equal(ehc_tenths_of_week(7, 20), 1);    /* 0.05 weeks */
    assert_int_equal(ehc_tenths_of_week(0, 0), -1);
}

static void test_a_year_counts_what_was_done_in_it(void **state) {
    (void)state;
    struct ehc_audit *audit = read_in_pieces("request-received,assessment-decision,final-plan-sent\n"
                                             "2024-10-01,2024-11-01,2025-01-02\n"
                                             "2024-10-01,2025-01-01,2026-01-05\n"
                                             "2025-01-01,,\n",
                                             1 << 16, options_of(2025, EHC_BY_AUTHORITY));
    const struct ehc_figures *total = total_of(audit);
    assert_int_equal(total->all.done, 1); /* the second plan came in 2026 */
    assert_int_equal(total->kept[measure("assessment-decision")].done, 1);
    assert_int_equal(total->kept[measure("assessment-decision")].in_time, 0);
    assert_int_equal(total->kept[measure("final-plan")].overdue, 1); /* fell due on 21 May 2025 */
    ehc_audit_free(audit);
}

static void check_groups(enum ehc_audit_by by, size_t count, const char *const *names) {
    struct ehc_audit *audit = read_in_pieces("setting,request-received,final-plan-sent\n"
                                             "post-16,2024-01-01,2024-05-01\n"
                                             "School,2025-01-01,2025-05-02\n"
                                             "early years,2025-01-01,2025-06-02\n",
                                             3, options_of(0, by));
    const struct ehc_audit_result *result = ehc_audit_result(audit);
    assert_int_equal(fault_count, 0);
    assert_int_equal(result->group_count, count);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(result->groups[i]->name, names[i]);
    ehc_audit_free(audit);
}

static void test_figures_by_year_month_and_setting(void **state) {
    (void)state;
    check_groups(EHC_BY_YEAR, 2, (const char *const[]){"2024", "2025"});
    check_groups(EHC_BY_MONTH, 3, (const char *const[]){"2024-05", "2025-05", "2025-06"});
    check_groups(EHC_BY_SETTING, 3, (const char *const[]){"early-years", "post-16", "school"});
}

static void check_same(const struct ehc_audit_result *one, const struct ehc_audit_result *other) {
    assert_int_equal(one->group_count, other->group_count);
    for (size_t i = 0; i < one->group_count; i++) {
        assert_string_equal(one->groups[i]->name, other->groups[i]->name);
        assert_int_equal(one->groups[i]->all.done, other->groups[i]->all.done);
        assert_int_equal(one->groups[i]->without.in_time, other->groups[i]->without.in_time);
        assert_int_equal(one->groups[i]->median_twice, other->groups[i]->median_twice);
    }
    assert_memory_equal(one->total->kept, other->total->kept, sizeof one->total->kept);
    assert_int_equal(one->total->total_days, other->total->total_days);
}

enum { ROWS = 100, LINE = 64, ROOM = ROWS * LINE };

/* Rows in another order, and pieces of one byte, give the same figures. The authorities add up to the total. */
static void test_order_and_pieces_make_no_difference(void **state) {
    static char line[ROWS][LINE], forward[ROOM], backward[ROOM];
    (void)state;
    strcpy(forward, HEAD);
    strcpy(backward, HEAD);
    for (int i = 0; i < ROWS; i++)
        snprintf(line[i], LINE, "%d,LA %d,2025-01-%02d,2025-%02d-%02d,%d\n", i, i % 7, i % 28 + 1, 2 + i % 10, i % 27 + 1,
                 i % 5 == 0);
    for (int i = 0; i < ROWS; i++) {
        strcat(forward, line[i]);
        strcat(backward, line[ROWS - 1 - i]);
    }
    struct ehc_audit *one = read_text(forward);
    struct ehc_audit *other = read_in_pieces(backward, 1, options_of(0, EHC_BY_AUTHORITY));
    const struct ehc_audit_result *result = ehc_audit_result(one);
    check_same(result, ehc_audit_result(other));
    uint64_t plans = 0, within = 0;
    for (size_t i = 0; i < result->group_count; i++) {
        plans += result->groups[i]->all.done;
        within += result->groups[i]->all.in_time;
    }
    assert_int_equal(plans, result->total->all.done);
    assert_int_equal(within, result->total->all.in_time);
    assert_int_equal(plans, ROWS);
    assert_int_equal(result->group_count, 7);
    ehc_audit_free(one);
    ehc_audit_free(other);
}

static void test_dates_after_the_day_of_the_audit_are_not_done(void **state) {
    (void)state;
    struct ehc_audit *audit = read_text("request-received,final-plan-sent\n2026-10-01,2027-01-05\n");
    assert_int_equal(total_of(audit)->all.done, 0);
    assert_int_equal(ehc_audit_result(audit)->later, 1);
    assert_int_equal(total_of(audit)->kept[measure("final-plan")].open, 1);
    ehc_audit_free(audit);
}

/* ---- each row against one case ---- */

static const char *const compared[] = {"assessment-decision", "no-plan-notice", "final-plan"};

static void compare_deadline(const struct ehc_case *facts, const struct ehc_deadline *found) {
    struct ehc_deadline own;
    ehc_deadline_of(&ehc_law_england, facts, NULL, ehc_day_from_ymd(2026, 11, 21), limit_of(found->limit->id), &own);
    assert_int_equal(found->trigger, own.trigger);
    assert_int_equal(found->due, own.due);
    assert_int_equal(found->earliest, own.earliest);
    assert_int_equal(found->latest, own.latest);
    assert_int_equal(found->act, own.act);
    assert_int_equal(found->status, own.status);
    assert_int_equal(found->days, own.days);
    assert_int_equal(found->because, own.because);
    assert_int_equal(found->because_index, own.because_index);
    assert_int_equal(found->with_exception, own.with_exception);
    assert_int_equal(found->days_lost, own.days_lost);
}

static void compare_row(void *context, const struct ehc_audited *row) {
    (void)context;
    row_count += row->fault == NULL;
    for (size_t i = 0; i < sizeof compared / sizeof compared[0]; i++) {
        const struct ehc_deadline *found = row->deadline[measure(compared[i])];
        if (row->fault != NULL)
            assert_null(found);
        else if (found != NULL)
            compare_deadline(row->facts, found);
    }
}

/* A date within 2.5 years from 1 June 2024, or no date. */
static void add_day(char *line, size_t room, uint32_t *random, unsigned within, unsigned share) {
    char date[EHC_DAY_TEXT] = "";
    size_t at = strlen(line);
    *random = *random * 1664525U + 1013904223U;
    if ((*random >> 20) % 100 < share)
        ehc_day_format_iso(ehc_day_from_ymd(2024, 6, 1) + (int)((*random >> 8) % within), date);
    snprintf(line + at, room - at, "%s,", date);
}

static void test_a_row_is_judged_as_one_case_is(void **state) {
    static const char head[] = "request-received,assessment-decision,assessment-refusal,no-plan-notice,final-plan-sent,"
                               "order-assess,school-advice-requested,closed-from,closed-to\n";
    static const unsigned shares[] = {95, 70, 15, 20, 60, 5, 30};
    struct ehc_audit_options options = options_of(0, EHC_BY_AUTHORITY);
    uint32_t random = 7;
    (void)state;
    row_count = 0;
    options.fault = NULL;
    options.row = compare_row;
    struct ehc_audit *audit = ehc_audit_begin(&options);
    assert_true(ehc_audit_feed(audit, head, strlen(head), &error));
    for (int i = 0; i < 20000; i++) {
        char line[200] = "";
        for (size_t j = 0; j < sizeof shares / sizeof shares[0]; j++)
            add_day(line, sizeof line, &random, j == 0 ? 300 : 900, shares[j]);
        strcat(line, i % 3 == 0 ? "2024-07-22,2024-09-01\n" : ",\n");
        assert_true(ehc_audit_feed(audit, line, strlen(line), &error));
    }
    assert_true(ehc_audit_end(audit, false, &error));
    assert_true(row_count > 5000);
    ehc_audit_free(audit);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_day_140_is_in_time_and_day_141_is_not),
        cmocka_unit_test(test_each_side_of_6_and_16_weeks),
        cmocka_unit_test(test_reviews_amendments_and_reassessments),
        cmocka_unit_test(test_figures_of_a_small_caseload_by_hand),
        cmocka_unit_test(test_bands_of_weeks_over),
        cmocka_unit_test(test_national_counts_give_the_published_shares),
        cmocka_unit_test(test_published_shares_of_each_year),
        cmocka_unit_test(test_rates_round_half_up),
        cmocka_unit_test(test_a_year_counts_what_was_done_in_it),
        cmocka_unit_test(test_figures_by_year_month_and_setting),
        cmocka_unit_test(test_order_and_pieces_make_no_difference),
        cmocka_unit_test(test_dates_after_the_day_of_the_audit_are_not_done),
        cmocka_unit_test(test_a_row_is_judged_as_one_case_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
