/* exceptions.h - a case with facts that could be exceptions. It is a request of Friday 1 May 2026 unless a test says
 * otherwise: decision by 12 June, notice of no plan by 21 August, final plan by 18 September. */
#ifndef EHC_TESTS_EXCEPTIONS_H
#define EHC_TESTS_EXCEPTIONS_H

#include "support.h"
#include <ehc/explain.h>

static struct ehc_case facts;

static inline int begin(void **state) {
    (void)state;
    ehc_case_init(&facts);
    put_event(&facts, "request-received", "2026-05-01");
    return 0;
}

static inline void forget(const char *event) {
    facts.event[ehc_find_event(england, event)] = EHC_NO_DAY;
}

static inline void asked_school(const char *date) {
    put_event(&facts, "school-advice-requested", date);
}

static inline void closed_at(const char *first, const char *last, enum ehc_setting setting) {
    struct ehc_error error;
    assert_true(
        ehc_case_add_closure(&facts, (struct ehc_closure){.span = span_of(first, last), .setting = setting}, &error));
}

static inline void closed(const char *first, const char *last) {
    closed_at(first, last, EHC_SCHOOL);
}

static inline void away(const char *first, const char *last) {
    struct ehc_error error;
    assert_true(ehc_case_add_absence(&facts, (struct ehc_absence){.span = span_of(first, last)}, &error));
}

static inline void exceptional(const char *first, const char *last, const char *reason) {
    struct ehc_error error;
    struct ehc_exceptional fact = {.span = span_of(first, last), .reason = reason};
    assert_true(ehc_case_add_exceptional(england, &facts, fact, &error));
}

static inline void missed(const char *date, const char *body) {
    struct ehc_error error;
    assert_true(ehc_case_add_missed(&facts, (struct ehc_missed){.day = day_of(date), .body = body}, &error));
}

static const char *const fit_names[] = {
    [EHC_FITS] = "fits",
    [EHC_NOT_ON_LIST] = "not on list",
    [EHC_REASON_NOT_LISTED] = "reason not listed",
    [EHC_OTHER_BODY] = "other body",
    [EHC_OUTSIDE_PERIOD] = "outside period",
    [EHC_TOO_SHORT] = "too short",
    [EHC_ASKED_OUTSIDE] = "asked outside",
    [EHC_ASKED_TOO_LATE] = "asked too late",
    [EHC_NO_FACTS] = "no facts",
    [EHC_ASKED_NOT_GIVEN] = "asked not given",
    [EHC_BODY_NOT_GIVEN] = "body not given",
    [EHC_NOT_BY_DATES] = "not by dates",
};

/* The result of each of these reasons, typed from the design: a missing fact never makes "no". */
static const enum ehc_answer answers[] = {
    [EHC_FITS] = EHC_ANSWER_YES,
    [EHC_NO_FACTS] = EHC_ANSWER_CANNOT_SAY,
    [EHC_ASKED_NOT_GIVEN] = EHC_ANSWER_CANNOT_SAY,
    [EHC_BODY_NOT_GIVEN] = EHC_ANSWER_CANNOT_SAY,
    [EHC_NOT_BY_DATES] = EHC_ANSWER_CANNOT_SAY, /* all others: no */
};

/* The first exception of a kind in the list of a deadline. */
static inline struct ehc_exception find(const struct ehc_deadline *deadline, enum ehc_exception_kind kind) {
    struct ehc_exception told[EXCEPTIONS_MOST];
    size_t count = exceptions_of(&facts, deadline, told), i = 0;
    while (i < count && told[i].kind != kind)
        i++;
    if (i == count)
        fail_msg("the exceptions listed for %s lack %s", deadline->limit->id, england->kinds[kind].id);
    return told[i];
}

static inline struct ehc_exception exception_of(const char *limit, enum ehc_exception_kind kind) {
    struct ehc_deadline deadline = deadline_of(&facts, limit, "2026-06-01");
    return find(&deadline, kind);
}

static inline void assert_fit_at(struct ehc_exception exception, enum ehc_fit fit, int days, const char *file, int line) {
    if (exception.fit == fit && exception.answer == answers[fit] && (days < 0 || exception.days == days))
        return;
    print_error("%s:%d: %s with %d days; the test expects %s with %d\n", file, line, fit_names[exception.fit],
                exception.days, fit_names[fit], days);
    fail();
}
#define assert_fit(exception, fit, days) assert_fit_at(exception, fit, days, __FILE__, __LINE__)

static inline const char *planned(const char *limit) {
    struct ehc_deadline deadline = deadline_of(&facts, limit, "2026-06-01");
    return iso_of(deadline.with_exception);
}

static inline const char *planned_if(const char *limit) {
    struct ehc_deadline deadline = deadline_of(&facts, limit, "2026-06-01");
    return iso_of(deadline.with_exception_if);
}

#define TEST(name) cmocka_unit_test_setup(name, begin)

#endif
