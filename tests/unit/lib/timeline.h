/* timeline.h - a case that a test fills, and its deadlines. */
#ifndef EHC_TESTS_TIMELINE_H
#define EHC_TESTS_TIMELINE_H

#include "support.h"
#include <ehc/timeline.h>

static struct ehc_case facts;
static struct ehc_deadline room[EHC_DEADLINES_MAX];

static inline int begin(void **state) {
    (void)state;
    ehc_case_init(&facts);
    return 0;
}

static inline void happened(const char *event, const char *dates) {
    put_event(&facts, event, dates);
}

static inline size_t timeline_at(const char *as_at) {
    return ehc_timeline(england, &facts, day_of(as_at), room, EHC_DEADLINES_MAX);
}

/* The only deadline of a limit in `room`; NULL if there is none. */
static inline const struct ehc_deadline *find(size_t count, const char *limit) {
    const struct ehc_deadline *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(room[i].limit->id, limit) != 0)
            continue;
        assert_null(found);
        found = &room[i];
    }
    return found;
}

/* One round of a limit in `room`; NULL if there is none. */
static inline const struct ehc_deadline *find_round(size_t count, const char *limit, int round) {
    const struct ehc_deadline *found = NULL;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(room[i].limit->id, limit) != 0 || room[i].round != round)
            continue;
        assert_null(found);
        found = &room[i];
    }
    return found;
}

#define TEST(name) cmocka_unit_test_setup(name, begin)

#endif
