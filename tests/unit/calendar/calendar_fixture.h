/* calendar_fixture.h - a case, its calendar file, and the events in that file. */
#ifndef EHC_TESTS_CALENDAR_FIXTURE_H
#define EHC_TESTS_CALENDAR_FIXTURE_H

#include "calendar/calendar.h"
#include "calendar/line.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libical/ical.h>

enum { STAMP = 1767225600 }; /* 1 January 2026 */

/* A request of Monday 5 January 2026, judged on 20 January. */
struct fixture {
    struct ehc_case facts;
    ehc_day as_at;
    bool chosen[EHC_LIMITS_MAX];
    struct ics_options options;
    struct ics_counts counts;
    struct ehc_error error;
};

static inline struct fixture *make_fixture(const char *request) {
    struct fixture *fixture = calloc(1, sizeof *fixture);
    struct ehc_error error;
    assert_non_null(fixture);
    ehc_case_init(&fixture->facts);
    assert_true(ehc_case_set_event(&ehc_law_england, &fixture->facts, "request-received", request, &error));
    fixture->as_at = ehc_day_from_ymd(2026, 1, 20);
    for (size_t i = 0; i < ehc_law_england.limit_count; i++)
        fixture->chosen[i] = ehc_law_england.limits[i].instead_of == EHC_NONE;
    fixture->options = (struct ics_options){.stamp = STAMP, .chosen = fixture->chosen};
    return fixture;
}

/* The calendar as text; NULL if it was refused. */
static inline char *write_calendar(struct fixture *fixture, const char *old_text, size_t old_length) {
    struct ics_earlier *old = NULL;
    char *text = NULL;
    size_t length;
    if (old_text != NULL) {
        old = ics_read_earlier("old.ics", old_text, old_length, &fixture->error);
        if (old == NULL)
            return NULL;
    }
    struct ehc_judgement *judgement = ehc_judge(&ehc_law_england, &fixture->facts, fixture->as_at, NULL);
    assert_non_null(judgement);
    struct ics_calendar *calendar = ics_make(judgement, &fixture->options, old, &fixture->counts, &fixture->error);
    if (calendar != NULL) {
        FILE *out = open_memstream(&text, &length);
        assert_non_null(out);
        ics_write(calendar, out);
        assert_int_equal(fclose(out), 0);
    }
    ics_free(calendar);
    ehc_judgement_free(judgement);
    ics_free_earlier(old);
    return text;
}

static inline char *update(struct fixture *fixture, const char *old) {
    return write_calendar(fixture, old, strlen(old));
}

static inline void ignore(void *context, const struct ehc_error *error) {
    (void)context;
    print_message("line %u: %s\n", error->line, error->message);
}

static inline size_t faults_of(const char *text) {
    size_t events;
    return ics_check("x.ics", text, strlen(text), &events, ignore, NULL);
}

/* The event of a limit, as libical reads it. */
static inline icalcomponent *find_event(icalcomponent *calendar, const char *limit) {
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
    for (; event != NULL; event = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT)) {
        icalproperty *uid = icalcomponent_get_first_property(event, ICAL_UID_PROPERTY);
        if (uid == NULL)
            continue;
        char *text = icalproperty_get_value_as_string_r(uid);
        bool found = strstr(text, limit) != NULL;
        free(text);
        if (found)
            return event;
    }
    return NULL;
}

static inline void assert_property(const char *calendar_text, const char *limit, icalproperty_kind kind,
                                   const char *expected) {
    icalcomponent *calendar = icalparser_parse_string(calendar_text);
    icalcomponent *event = find_event(calendar, limit);
    assert_non_null(event);
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    char *text = property != NULL ? icalproperty_get_value_as_string_r(property) : NULL;
    if (expected == NULL)
        assert_null(text);
    else
        assert_string_equal(text, expected);
    free(text);
    icalcomponent_free(calendar);
}

static inline void assert_summary(const char *calendar_text, const char *limit, const char *expected) {
    icalcomponent *calendar = icalparser_parse_string(calendar_text);
    icalcomponent *event = find_event(calendar, limit);
    assert_non_null(event);
    assert_string_equal(icalproperty_get_summary(icalcomponent_get_first_property(event, ICAL_SUMMARY_PROPERTY)), expected);
    icalcomponent_free(calendar);
}

/* `text` with each `from` replaced. */
static inline char *replace(const char *text, const char *from, const char *to) {
    char *result = NULL;
    size_t length;
    FILE *out = open_memstream(&result, &length);
    const char *found;
    for (; (found = strstr(text, from)) != NULL; text = found + strlen(from))
        fprintf(out, "%.*s%s", (int)(found - text), text, to);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
    return result;
}

#endif
