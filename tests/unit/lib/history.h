/* history.h - rounds of a timeline, for tests of cases in which things happened more than once. The days are from
 * tests/histories, worked out by hand; its README.md names rules 1 to 20. */
#ifndef EHC_TESTS_HISTORY_H
#define EHC_TESTS_HISTORY_H

#include "timeline.h"

static size_t count;

static inline void as_at(const char *day) {
    count = timeline_at(day);
    assert_true(count <= ehc_timeline_most(england, &facts));
}

/* A round of a limit: its due day, status and days. */
static inline void assert_round_at(const char *limit, int round, const char *due, const char *status, int days,
                                   const char *file, int line) {
    const struct ehc_deadline *found = find_round(count, limit, round);
    if (found == NULL) {
        print_error("%s:%d: %s has no round %d\n", file, line, limit, round);
        fail();
        return;
    }
    if (strcmp(iso_of(found->due), due) == 0 && strcmp(ehc_status_name(found->status), status) == 0 && found->days == days)
        return;
    print_error("%s:%d: %s %d is due %s, %s with %d days; the test expects %s, %s with %d\n", file, line, limit, round,
                iso_of(found->due), ehc_status_name(found->status), found->days, due, status, days);
    fail();
}
#define assert_round(limit, round, due, status, days) assert_round_at(limit, round, due, status, days, __FILE__, __LINE__)

static inline void assert_no_round(const char *limit, int round) {
    const struct ehc_deadline *found = find_round(count, limit, round);
    if (found != NULL && (found->status != EHC_WAITING || found->due != EHC_NO_DAY))
        fail_msg("%s should have no round %d, but has one, due %s", limit, round, iso_of(found->due));
}

static inline void assert_superseded(const char *limit, int round, const char *event, const char *day) {
    const struct ehc_deadline *found = find_round(count, limit, round);
    assert_non_null(found);
    assert_day(found->superseded, day);
    assert_string_equal(england->events[found->superseded_by].id, event);
    assert_int_equal(found->act, EHC_NO_DAY);
}

#endif
