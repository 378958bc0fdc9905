/* Rules for every limit and every day, and for any bytes that someone writes as a date. */
#include "support.h"

static bool is_slow(const struct ehc_limit *limit) {
    return limit->unit == EHC_WORKING_DAYS || limit->unit == EHC_SCHOOL_DAYS || limit->roll != EHC_NONE;
}

/* School days are counted only if there is a closure: this one is long over. */
static void begin_with_a_closure(struct ehc_case *facts) {
    struct ehc_error error;
    ehc_case_init(facts);
    assert_true(ehc_case_add_closure(facts, (struct ehc_closure){.span = span_of("2000-08-01", "2000-08-02")}, &error));
}

static struct ehc_deadline from_day(size_t limit, ehc_day trigger) {
    static struct ehc_case facts;
    struct ehc_deadline deadline;
    static bool ready;
    if (!ready)
        begin_with_a_closure(&facts);
    ready = true;
    int event = england->limits[limit].trigger;
    facts.event[event] = trigger;
    ehc_deadline_of(england, &facts, NULL, trigger, (int)limit, &deadline);
    facts.event[event] = EHC_NO_DAY;
    return deadline;
}

/* Calls `check` for each limit and the triggers of 2015 to 2028: every day, or every third day for limits in working days.
 */
typedef void check_day(const struct ehc_deadline *deadline, const struct ehc_deadline *before);

static void for_every_day(check_day *check) {
    size_t checked = 0;
    for (size_t i = 0; i < england->limit_count; i++) {
        int step = is_slow(&england->limits[i]) ? 3 : 1;
        struct ehc_deadline before = {.due = EHC_NO_DAY};
        for (ehc_day day = day_of("2015-01-01"); day <= day_of("2028-12-31"); day += step) {
            struct ehc_deadline deadline = from_day(i, day);
            if (deadline.due == EHC_NO_DAY) {
                assert_true(day < england->limits[i].from); /* the only possible reason here: not in force */
                continue;
            }
            check(&deadline, &before);
            before = deadline;
            checked++;
        }
    }
    assert_true(checked > 200000);
}

static void check_order(const struct ehc_deadline *deadline, const struct ehc_deadline *before) {
    const char *id = deadline->limit->id;
    if (deadline->earliest > deadline->due || deadline->due > deadline->latest || deadline->earliest == EHC_NO_DAY)
        fail_msg("%s from %s: %s, %s, %s", id, iso_of(deadline->trigger), iso_of(deadline->earliest), iso_of(deadline->due),
                 iso_of(deadline->latest));
    if (before->due == EHC_NO_DAY)
        return;
    if (deadline->due < before->due || deadline->earliest < before->earliest || deadline->counted < before->counted)
        fail_msg("%s from %s is due %s, from the later %s on %s", id, iso_of(before->trigger), iso_of(before->due),
                 iso_of(deadline->trigger), iso_of(deadline->due));
}

static void test_a_later_trigger_never_gives_an_earlier_day_and_due_lies_between_earliest_and_latest(void **state) {
    (void)state;
    for_every_day(check_order);
}

static void check_weekday(const struct ehc_deadline *deadline, const struct ehc_deadline *before) {
    const struct ehc_limit *limit = deadline->limit;
    (void)before;
    if (limit->unit == EHC_WEEKS) {
        int shift =
            limit->count == EHC_AFTER ? 0 : 6; /* with or without the first day, or a clear day back: the weekday before */
        assert_int_equal(ehc_weekday(deadline->due), ((int)ehc_weekday(deadline->trigger) + shift) % 7);
    }
    bool back = limit->count == EHC_AT_LEAST_BEFORE; /* working days in between, and any day before them */
    if (has_roll(limit, "tribunal-appeal") || has_roll(limit, "upper-tribunal") ||
        (limit->unit == EHC_WORKING_DAYS && !back)) {
        assert_true(ehc_weekday(deadline->due) < EHC_SATURDAY);
        assert_null(ehc_holiday_name(&england->holidays, deadline->due));
    }
    if (has_roll(limit, "tribunal-other"))
        assert_null(
            ehc_break_of(england->rolls[limit->roll].breaks, england->rolls[limit->roll].break_count, deadline->due));
    if (!has_roll(limit, "tribunal-appeal") && !has_roll(limit, "upper-tribunal"))
        assert_int_equal(deadline->counted, deadline->due); /* no limit of a council rolls */
}

static void test_weeks_end_on_the_same_weekday_and_only_appeals_roll(void **state) {
    (void)state;
    for_every_day(check_weekday);
}

static void check_length(const struct ehc_deadline *deadline, const struct ehc_deadline *before) {
    const struct ehc_limit *limit = deadline->limit;
    int days = deadline->counted - deadline->trigger, amount = limit->amount;
    (void)before;
    if (limit->count == EHC_BEGINNING)
        days++;
    else if (limit->count == EHC_AT_LEAST_BEFORE)
        days = -days - 1; /* whole days between */
    if (limit->unit == EHC_DAYS)
        assert_int_equal(days, amount);
    if (limit->unit == EHC_WEEKS)
        assert_int_equal(days, 7 * amount);
    if (limit->unit == EHC_MONTHS) {
        assert_in_range(days, 28 * amount, 31 * amount);
        assert_in_range(days, 30 * amount - 3, 31 * amount); /* February takes 2 or 3 off, once in 12 months */
    }
    if (limit->unit == EHC_WORKING_DAYS)
        assert_true(days > amount - 1);
}

static void test_a_period_has_the_length_the_law_says(void **state) {
    (void)state;
    for_every_day(check_length);
}

static void check_again(const struct ehc_deadline *deadline, const struct ehc_deadline *before) {
    struct ehc_deadline again = from_day((size_t)(deadline->limit - england->limits), deadline->trigger);
    (void)before;
    if (again.due != deadline->due || again.earliest != deadline->earliest || again.latest != deadline->latest ||
        again.status != deadline->status || again.days != deadline->days || again.because != deadline->because)
        fail_msg("%s from %s differs the second time", deadline->limit->id, iso_of(deadline->trigger));
}

static void test_the_same_facts_give_the_same_deadline(void **state) {
    (void)state;
    for_every_day(check_again);
}

/* Whether the case gives only the day of a request for advice, which does not show who was asked. */
static bool who_is_not_said(const struct ehc_deadline *deadline) {
    const struct ehc_indexes *known_by = &deadline->limit->who_known_by;
    for (size_t i = 0; i < known_by->count; i++)
        if (known_by->index[i] == deadline->limit->trigger)
            return false;
    return known_by->count > 0;
}

static void check_status(const struct ehc_deadline *deadline, const struct ehc_deadline *before) {
    (void)before;
    if (ehc_ymd_from_day(deadline->trigger).day != 17) /* one day of each month is enough here */
        return;
    static struct ehc_case facts;
    size_t limit = (size_t)(deadline->limit - england->limits);
    begin_with_a_closure(&facts);
    facts.event[deadline->limit->trigger] = deadline->trigger;
    bool runs_forward = deadline->limit->count == EHC_AFTER || deadline->limit->count == EHC_BEGINNING;
    ehc_day first = deadline->due - 3; /* but not before the trigger, when it waits */
    first = runs_forward && deadline->trigger > first ? deadline->trigger : first;
    for (ehc_day as_at = first; as_at <= deadline->latest + 3; as_at++) {
        struct ehc_deadline seen;
        ehc_deadline_of(england, &facts, NULL, as_at, (int)limit, &seen);
        assert_int_equal(seen.due, deadline->due); /* the day of asking moves no date */
        if (deadline->because == EHC_NO_HOLIDAYS || deadline->because == EHC_NO_OTHER_DAY) { /* not known */
            assert_int_equal(seen.status, EHC_UNKNOWN);
            assert_int_equal(seen.days, -1);
        } else if (as_at > seen.due && deadline->limit->is_minimum) { /* the act may be done now; it is not owed */
            assert_int_equal(seen.status, EHC_NOT_NEEDED);
            assert_int_equal(seen.because, EHC_TIME_OVER);
            assert_int_equal(seen.days, -1);
        } else if (as_at > seen.due && deadline->limit->is_asked_for) { /* the case does not say that it was not done */
            assert_int_equal(seen.status, EHC_UNKNOWN);
            assert_int_equal(seen.because, EHC_NOT_SAID);
            assert_int_equal(seen.days, -1);
        } else if (as_at > seen.due && who_is_not_said(deadline)) { /* the case does not say who was asked */
            assert_int_equal(seen.status, EHC_UNKNOWN);
            assert_int_equal(seen.because, EHC_WHO_NOT_SAID);
            assert_int_equal(seen.days, -1);
        } else if (as_at > seen.due && deadline->limit->only_if != NULL) { /* owed only in a case that is not known */
            assert_int_equal(seen.status, EHC_UNKNOWN);
            assert_int_equal(seen.because, EHC_ONLY_IF);
            assert_int_equal(seen.days, -1);
        } else if (as_at > seen.latest && deadline->limit->later_of_earlier) { /* the later day is not known (reg 15(5)) */
            assert_int_equal(seen.status, EHC_UNKNOWN);
            assert_int_equal(seen.because, EHC_NO_OTHER_DAY);
            assert_int_equal(seen.days, -1);
        } else if (as_at <= seen.due) {
            assert_int_equal(seen.status, EHC_DUE);
            assert_int_equal(seen.days, seen.due - as_at);
        } else if (as_at <= seen.latest) {
            assert_int_equal(seen.status, EHC_DISPUTED);
            assert_int_equal(seen.days, 0);
        } else {
            assert_int_equal(seen.status, EHC_OVERDUE);
            assert_int_equal(seen.days, as_at - seen.latest);
        }
    }
}

static void test_an_open_step_is_due_then_disputed_then_overdue(void **state) {
    (void)state;
    for_every_day(check_status);
}

/* ---- any bytes ---- */

static uint32_t seed = 20260105;

static uint32_t random_below(uint32_t most) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % most;
}

/* The result is a day in range that is read back unchanged in each form, or a message without control characters. */
static bool read_or_refuse(const char *text) {
    struct ehc_error error;
    char again[EHC_DAY_TEXT];
    ehc_day day = 77777, second;
    memset(&error, 0x7f, sizeof error);
    if (!ehc_day_read(text, &day, &error)) {
        assert_int_equal(day, 77777);
        assert_non_null(memchr(error.message, '\0', sizeof error.message));
        assert_non_null(memchr(error.hint, '\0', sizeof error.hint));
        assert_true(error.message[0] != '\0' && error.hint[0] != '\0');
        for (const char *at = error.message; *at != '\0'; at++)
            assert_true((unsigned char)*at >= 0x20 && *at != 0x7f);
        return false;
    }
    assert_in_range(day + 100000, EHC_DAY_MIN + 100000, EHC_DAY_MAX + 100000);
    assert_true(ehc_day_read(ehc_day_format(day, again), &second, &error) && second == day);
    assert_true(ehc_day_read(ehc_day_format_short(day, again), &second, &error) && second == day);
    assert_true(ehc_day_read(ehc_day_format_iso(day, again), &second, &error) && second == day);
    return true;
}

static void test_random_bytes_are_refused_with_a_message(void **state) {
    (void)state;
    char text[120];
    for (int round = 0; round < 50000; round++) {
        size_t length = random_below(sizeof text);
        for (size_t i = 0; i < length; i++)
            text[i] = (char)(1 + random_below(255));
        text[length] = '\0';
        read_or_refuse(text);
    }
}

static void test_dates_with_random_changes_are_refused_or_read_back_unchanged(void **state) {
    (void)state;
    static const char *const dates[] = {"2026-01-05",    "5/1/2026",  "Monday 5 January 2026",
                                        "31st Dec 2199", "29.2.2024", "Sat, 28 Feb 2026"};
    static const char alphabet[] = "0123456789/.- ,JanuryFebMdthst\t\x80\xc3";
    int accepted = 0, refused = 0;
    for (int round = 0; round < 50000; round++) {
        char text[64];
        snprintf(text, sizeof text, "%s", dates[random_below(6)]);
        for (uint32_t changes = random_below(3); changes > 0; changes--)
            text[random_below((uint32_t)strlen(text))] = alphabet[random_below(sizeof alphabet - 1)];
        if (read_or_refuse(text))
            accepted++;
        else
            refused++;
    }
    assert_true(accepted > 1000 && refused > 1000);
}

static void test_every_day_is_read_back_unchanged_in_each_form(void **state) {
    (void)state;
    for (ehc_day day = EHC_DAY_MIN; day <= EHC_DAY_MAX; day += 5) {
        char text[EHC_DAY_TEXT], slashes[64];
        struct ehc_ymd ymd = ehc_ymd_from_day(day);
        assert_true(read_or_refuse(ehc_day_format(day, text)));
        snprintf(slashes, sizeof slashes, "%d/%d/%d", ymd.day, ymd.month, ymd.year);
        ehc_day read = EHC_NO_DAY;
        struct ehc_error error;
        assert_true(ehc_day_read(slashes, &read, &error));
        assert_int_equal(read, day);
    }
}

static void test_random_bytes_as_a_span_are_refused_with_a_message_or_in_order(void **state) {
    (void)state;
    static const char alphabet[] = "0123456789/.. -JanFeb2026";
    for (int round = 0; round < 30000; round++) {
        char text[64];
        struct ehc_span span = {5, 3};
        struct ehc_error error = {0};
        if (round % 3 == 0) {
            size_t length = random_below(sizeof text);
            for (size_t i = 0; i < length; i++)
                text[i] = round % 2 == 0 ? (char)(1 + random_below(255)) : alphabet[random_below(sizeof alphabet - 1)];
            text[length] = '\0';
        } else {
            snprintf(text, sizeof text, "2026-%02u-%02u..%u/%u/2026", (unsigned)random_below(14), (unsigned)random_below(33),
                     (unsigned)random_below(33), (unsigned)random_below(14));
        }
        if (ehc_span_read(text, &span, &error)) {
            assert_true(span.first <= span.last);
        } else {
            assert_true(span.first == 5 && span.last == 3);
            assert_true(error.message[0] != '\0' && error.hint[0] != '\0');
        }
    }
}

static void test_texts_of_any_length_are_refused_or_read(void **state) {
    (void)state;
    for (size_t length = 0; length < 400; length++) {
        char text[512];
        memset(text, '1', length);
        text[length] = '\0';
        assert_false(read_or_refuse(text));
        memset(text, ' ', length);
        strcpy(text + length, "2026-01-05");
        struct ehc_span span;
        struct ehc_error error;
        read_or_refuse(text);
        strcat(text, "..2026-01-06");
        ehc_span_read(text, &span, &error);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_later_trigger_never_gives_an_earlier_day_and_due_lies_between_earliest_and_latest),
        cmocka_unit_test(test_weeks_end_on_the_same_weekday_and_only_appeals_roll),
        cmocka_unit_test(test_a_period_has_the_length_the_law_says),
        cmocka_unit_test(test_the_same_facts_give_the_same_deadline),
        cmocka_unit_test(test_an_open_step_is_due_then_disputed_then_overdue),
        cmocka_unit_test(test_random_bytes_are_refused_with_a_message),
        cmocka_unit_test(test_dates_with_random_changes_are_refused_or_read_back_unchanged),
        cmocka_unit_test(test_every_day_is_read_back_unchanged_in_each_form),
        cmocka_unit_test(test_random_bytes_as_a_span_are_refused_with_a_message_or_in_order),
        cmocka_unit_test(test_texts_of_any_length_are_refused_or_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
