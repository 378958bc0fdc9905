/* Dated decisions that the Ombudsman, IPSEA and the press published (tests/decisions/published-decisions.tsv). Each gives a
 * limit, its trigger and the deadline that the source states. `agrees` compares that deadline with the law: the same (a), a
 * day earlier (b) or a day later (c). */
#include "support.h"

enum { DECISIONS = 16, AGREE = 12, A_DAY_LESS = 1, A_DAY_MORE = 3 };

struct tally {
    size_t agree, a_day_less, a_day_more;
};

static struct ehc_deadline decided(char *const cell[CELLS_MOST]) {
    static struct ehc_case facts;
    struct ehc_deadline deadline;
    int limit = limit_of(cell[1]);
    ehc_case_init(&facts);
    facts.event[england->limits[limit].trigger] = day_of(cell[2]);
    ehc_deadline_of(england, &facts, NULL, day_of(cell[2]), limit, &deadline);
    return deadline;
}

static void check_agreed(void *context, unsigned line, char *const cell[CELLS_MOST]) {
    struct tally *tally = context;
    if (strcmp(cell[0], "id") == 0 || strcmp(cell[4], "a") != 0)
        return;
    struct ehc_deadline deadline = decided(cell);
    if (deadline.due != day_of(cell[3]))
        fail_msg("line %u: %s: %s is due on %s; the decision says %s (%s)", line, cell[0], cell[1], iso_of(deadline.due),
                 cell[3], cell[5]);
    tally->agree++;
}

static void test_published_deadlines_that_leave_out_the_day_of_receipt_are_reproduced(void **state) {
    (void)state;
    struct tally tally = {0};
    assert_int_equal(read_table("tests/decisions/published-decisions.tsv", check_agreed, &tally), 1 + DECISIONS);
    assert_int_equal(tally.agree, AGREE);
}

static void check_day_less(void *context, unsigned line, char *const cell[CELLS_MOST]) {
    struct tally *tally = context;
    if (strcmp(cell[0], "id") == 0 || strcmp(cell[4], "b") != 0)
        return;
    assert_string_equal(cell[0], "LGO-23-013-824-16w");
    struct ehc_deadline deadline = decided(cell);
    if (deadline.earliest != day_of(cell[3]) || deadline.due != day_of(cell[3]) + 1)
        fail_msg("line %u: earliest %s, due %s; the decision says %s", line, iso_of(deadline.earliest), iso_of(deadline.due),
                 cell[3]);
    tally->a_day_less++;
}

/* The Ombudsman's decision 23-013-824 on Essex counts 16 weeks from 18 May 2023 to 6 September 2023, with the
 * day of receipt as day 1, as DfE's statistics do. reg 10(1) says "within 16 weeks of ... receiving", which leaves that day
 * out (Dodds v Walker [1981] UKHL): Thursday 7 September 2023. The day of the decision is kept as the earliest reading. */
static void test_lgo_23_013_824_counts_the_day_of_receipt_as_day_1_and_is_the_earliest_reading(void **state) {
    (void)state;
    struct tally tally = {0};
    static struct ehc_case facts;
    read_table("tests/decisions/published-decisions.tsv", check_day_less, &tally);
    assert_int_equal(tally.a_day_less, A_DAY_LESS);
    ehc_case_init(&facts);
    put_event(&facts, "request-received", "2023-05-18");
    struct ehc_deadline deadline = deadline_of(&facts, "no-plan-notice", "2023-05-18");
    assert_day(deadline.due, "2023-09-07");
    assert_day(deadline.earliest, "2023-09-06");
    assert_day(deadline.latest, "2023-09-07");
}

static void check_day_more(void *context, unsigned line, char *const cell[CELLS_MOST]) {
    struct tally *tally = context;
    if (strcmp(cell[0], "id") == 0 || strcmp(cell[4], "c") != 0)
        return;
    struct ehc_deadline deadline = decided(cell);
    if (deadline.latest != day_of(cell[3]) || deadline.due != day_of(cell[3]) - 1)
        fail_msg("line %u: due %s, latest %s; the source says %s", line, iso_of(deadline.due), iso_of(deadline.latest),
                 cell[3]);
    tally->a_day_more++;
}

/* Article 12A of the UK GDPR: "one month beginning with" the time of receipt ends on 2 October for a request of 3 September;
 * the Information Commissioner's example has 3 October. Reg 18(1) says "before" 15 February and 31 March: a council and
 * solicitors say "by". */
static void test_a_subject_access_request_and_transfers_by_a_date_are_the_latest_reading(void **state) {
    (void)state;
    struct tally tally = {0};
    read_table("tests/decisions/published-decisions.tsv", check_day_more, &tally);
    assert_int_equal(tally.a_day_more, A_DAY_MORE);
}

static void test_a_notice_on_the_day_between_the_readings_is_in_time_by_reg_10_1(void **state) {
    (void)state;
    static struct ehc_case facts;
    ehc_case_init(&facts);
    put_event(&facts, "request-received", "2023-05-18");
    put_event(&facts, "no-plan-notice", "2023-09-07");
    struct ehc_deadline deadline = deadline_of(&facts, "no-plan-notice", "2023-10-01");
    assert_status(deadline, "met", 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published_deadlines_that_leave_out_the_day_of_receipt_are_reproduced),
        cmocka_unit_test(test_lgo_23_013_824_counts_the_day_of_receipt_as_day_1_and_is_the_earliest_reading),
        cmocka_unit_test(test_a_subject_access_request_and_transfers_by_a_date_are_the_latest_reading),
        cmocka_unit_test(test_a_notice_on_the_day_between_the_readings_is_in_time_by_reg_10_1),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
