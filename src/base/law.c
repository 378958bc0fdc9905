#include "util/ascii.h"
#include "util/fail.h"
#include "util/phrase.h"
#include <ehc/law.h>
#include <ehc/nearest.h>
#include <string.h>

int ehc_find_event(const struct ehc_law *law, const char *id) {
    for (size_t i = 0; i < law->event_count; i++)
        if (strcmp(law->events[i].id, id) == 0)
            return (int)i;
    return EHC_NONE;
}

int ehc_find_limit(const struct ehc_law *law, const char *id) {
    for (size_t i = 0; i < law->limit_count; i++)
        if (strcmp(law->limits[i].id, id) == 0)
            return (int)i;
    return EHC_NONE;
}

int ehc_find_no_number(const struct ehc_law *law, const char *id) {
    for (size_t i = 0; i < law->no_number_count; i++)
        if (strcmp(law->no_numbers[i].id, id) == 0)
            return (int)i;
    return EHC_NONE;
}

int ehc_find_route(const struct ehc_law *law, const char *id) {
    for (size_t i = 0; i < law->route_count; i++)
        if (strcmp(law->routes[i].id, id) == 0)
            return (int)i;
    return EHC_NONE;
}

int ehc_find_role(const struct ehc_law *law, const char *id) {
    for (size_t i = 0; i < law->role_count; i++)
        if (strcmp(law->roles[i].id, id) == 0)
            return (int)i;
    return EHC_NONE;
}

/* Whether a text has one of the words or phrases of a list. */
static bool has_phrase_of(const char *text, const char *list) {
    struct ehc_phrase_text words;
    size_t length = 0, first;
    ehc_phrase_read(&words, text);
    for (const char *phrase = list; ehc_phrase_next(&phrase, &length);)
        if (ehc_phrase_find(&words, 0, phrase, length, &first) > 0)
            return true;
    return false;
}

int ehc_event_meant(const struct ehc_law *law, const char *word, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    struct ehc_nearest slip = {.word = word};
    for (size_t i = 0; i < law->event_count; i++)
        ehc_nearest_offer(&slip, law->events[i].id);
    if (slip.name != NULL && slip.distance <= 1)
        return EHC_NONE; /* a mistyped event */
    for (size_t i = 0; i < law->event_count; i++) {
        const struct ehc_event *event = &law->events[i];
        if (event->not_this == NULL || !has_phrase_of(word, event->not_this))
            continue;
        ehc_fail(error, "%s: %s", ehc_quote(word, quoted), event->not_this_why);
        ehc_hint(error, "give that day: %s", event->id);
        return (int)i;
    }
    return EHC_NONE;
}

const char *ehc_nearest_event(const struct ehc_law *law, const char *id) {
    struct ehc_nearest nearest = {.word = id};
    for (size_t i = 0; i < law->event_count; i++)
        ehc_nearest_offer(&nearest, law->events[i].id);
    return nearest.name;
}

const char *ehc_nearest_limit(const struct ehc_law *law, const char *id) {
    struct ehc_nearest nearest = {.word = id};
    for (size_t i = 0; i < law->limit_count; i++)
        ehc_nearest_offer(&nearest, law->limits[i].id);
    return nearest.name;
}

const char *ehc_nearest_route(const struct ehc_law *law, const char *id) {
    struct ehc_nearest nearest = {.word = id};
    for (size_t i = 0; i < law->route_count; i++)
        ehc_nearest_offer(&nearest, law->routes[i].id);
    return nearest.name;
}

const char *ehc_unit_name(enum ehc_unit unit) {
    static const char *const names[] = {"days", "weeks", "months", "working-days", "school-days", "fixed-date"};
    return names[unit];
}

const char *ehc_count_name(enum ehc_count count) {
    static const char *const names[] = {"after", "beginning", "at-least-before", "before"};
    return names[count];
}

const char *ehc_roll_kind_name(enum ehc_roll_kind kind) {
    static const char *const names[] = {"next-working-day", "breaks-not-counted"};
    return names[kind];
}

const char *ehc_basis_name(enum ehc_basis basis) {
    static const char *const names[] = {"statute", "case-law", "code", "guidance", "ombudsman", "practice", "own"};
    return names[basis];
}

const char *ehc_advice_from_name(enum ehc_advice_from from) {
    static const char *const names[] = {"school", "early-years", "psychologist", "health", "social-care", "other"};
    return names[from];
}

int ehc_find_adviser(const struct ehc_law *law, const char *text) {
    for (int from = 0; from < EHC_ADVICE_FROM_KINDS; from++)
        if (ascii_same(ehc_advice_from_name((enum ehc_advice_from)from), text))
            return from;
    for (int from = 0; from < EHC_ADVICE_FROM_KINDS; from++) {
        const struct ehc_adviser *adviser = &law->adviser[from];
        if (ehc_phrase_is_one_of(text, adviser->who) ||
            (adviser->words != NULL && ehc_phrase_is_one_of(text, adviser->words)))
            return from;
    }
    return EHC_NONE;
}

bool ehc_is_duty(enum ehc_basis basis) {
    return basis == EHC_STATUTE || basis == EHC_CASE_LAW;
}

const char *ehc_last_hour(const struct ehc_law *law, const struct ehc_limit *limit) {
    return limit->roll != EHC_NONE ? law->rolls[limit->roll].hour : NULL;
}

static const char *const setting_names[] = {"school", "early-years", "post-16"};

const char *ehc_setting_name(enum ehc_setting setting) {
    return setting == EHC_SETTING_NOT_GIVEN ? NULL : setting_names[setting - EHC_SCHOOL];
}

bool ehc_setting_read(const char *text, enum ehc_setting *setting, struct ehc_error *error) {
    for (size_t i = 0; i < sizeof setting_names / sizeof setting_names[0]; i++) {
        if (strcmp(setting_names[i], text) == 0) {
            *setting = (enum ehc_setting)(EHC_SCHOOL + i);
            return true;
        }
    }
    char quoted[EHC_QUOTE_ROOM];
    ehc_fail(error, "%s is not a setting", ehc_quote(text, quoted));
    return ehc_hint(error, "use school, early-years or post-16");
}
