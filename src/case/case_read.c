/* Reads a case file. ehc-case(5) describes it. */
#include "advisers.h"
#include "case_events.h"
#include "hints.h"
#include "util/fail.h"
#include "util/fields.h"
#include <ehc/case.h>
#include <ehc/nearest.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CASE_FILE_MOST = 256 * 1024 };

struct case_reader {
    const struct ehc_law *law;
    struct ehc_case *facts;
};

/* The values of a section before they are added to the case; a member that the section does not give stays empty. */
struct section_facts {
    ehc_day from, to, date, requested, request_received, received, sent, answered, due, done;
    enum ehc_setting setting;
    enum ehc_advice_from asked;
    const char *reason, *body, *reference, *authority, *who, *why;
    bool is_unclaimed;
    struct ehc_they_say round; /* only its `round` and `from` */
    int limit;
};

static bool read_text(struct reader *reader, const char *value, void *target) {
    if (!ehc_reader_is_whole(reader))
        return false;
    *(const char **)target = *value != '\0' ? value : NULL;
    return true;
}

static bool read_day(struct reader *reader, const char *value, void *target) {
    struct ehc_error error;
    return ehc_day_read(value, target, &error) || ehc_reader_pass_on(reader, &error);
}

static bool read_setting(struct reader *reader, const char *value, void *target) {
    struct ehc_error error;
    return ehc_setting_read(value, target, &error) || ehc_reader_pass_on(reader, &error);
}

/* Whether the council gives it as a reason for a delay. */
static bool read_claimed(struct reader *reader, const char *value, void *target) {
    char quoted[EHC_QUOTE_ROOM];
    *(bool *)target = ascii_same(value, "no");
    return *(bool *)target || ascii_same(value, "yes") ||
           ehc_reader_fail(reader, "write yes if the council gives it as a reason for a delay, else no",
                           "%s is neither yes nor no", ehc_quote(value, quoted));
}

static bool read_asked(struct reader *reader, const char *value, void *target) {
    const struct case_reader *owner = reader->owner;
    char quoted[EHC_QUOTE_ROOM], word[EHC_ADVISER_WORD], hint[EHC_HINT_ROOM];
    int from = ehc_find_adviser(owner->law, value);
    if (from == EHC_NONE)
        return ehc_reader_fail(reader,
                               ehc_did_you_mean(ehc_nearest_adviser(owner->law, value, word), ehc_hint_advisers, hint),
                               "%s is not a known adviser", ehc_quote(value, quoted));
    *(enum ehc_advice_from *)target = (enum ehc_advice_from)from;
    return true;
}

static bool read_limit(struct reader *reader, const char *value, void *target) {
    const struct case_reader *owner = reader->owner;
    struct ehc_error error;
    *(int *)target = ehc_find_limit(owner->law, value);
    if (*(int *)target != EHC_NONE)
        return true;
    ehc_fail_unknown(&error, value, "a limit", ehc_nearest_limit(owner->law, value), "'ehc limits' lists the limits");
    return ehc_reader_pass_on(reader, &error);
}

static bool read_round(struct reader *reader, const char *value, void *target) {
    struct ehc_error error;
    return ehc_round_read(value, target, &error) || ehc_reader_pass_on(reader, &error);
}

#define AT(member) offsetof(struct section_facts, member)
#define FIELDS(array) array, sizeof(array) / sizeof(array)[0]

static const struct field case_fields[] = {{"reference", read_text, AT(reference), false},
                                           {"authority", read_text, AT(authority), false},
                                           {"setting", read_setting, AT(setting), false}};
static const struct field closure_fields[] = {{"from", read_day, AT(from), true},
                                              {"to", read_day, AT(to), true},
                                              {"setting", read_setting, AT(setting), false},
                                              {"claimed", read_claimed, AT(is_unclaimed), false}};
static const struct field absence_fields[] = {
    {"from", read_day, AT(from), true}, {"to", read_day, AT(to), true}, {"claimed", read_claimed, AT(is_unclaimed), false}};
static const struct field exceptional_fields[] = {{"from", read_day, AT(from), true},
                                                  {"to", read_day, AT(to), true},
                                                  {"reason", read_text, AT(reason), false},
                                                  {"claimed", read_claimed, AT(is_unclaimed), false}};
static const struct field missed_fields[] = {{"date", read_day, AT(date), true},
                                             {"body", read_text, AT(body), false},
                                             {"claimed", read_claimed, AT(is_unclaimed), false}};
static const struct field advice_fields[] = {{"from", read_asked, AT(asked), true},
                                             {"requested", read_day, AT(requested), false},
                                             {"request-received", read_day, AT(request_received), false},
                                             {"received", read_day, AT(received), false}};

static const struct field consultation_fields[] = {{"sent", read_day, AT(sent), false},
                                                   {"answered", read_day, AT(answered), false}};

static const struct field own_fields[] = {{"due", read_day, AT(due), true},
                                          {"who", read_text, AT(who), false},
                                          {"done", read_day, AT(done), false},
                                          {"why", read_text, AT(why), false}};

static const struct field they_say_fields[] = {{"limit", read_limit, AT(limit), true},
                                               {"date", read_day, AT(date), true},
                                               {"round", read_round, AT(round), false},
                                               {"why", read_text, AT(why), false}};

/* Reports two days of a section in an impossible order; false if they are. */
static bool check_order(struct reader *reader, ehc_day first, const char *first_key, ehc_day last, const char *last_key) {
    char a[EHC_DAY_TEXT], b[EHC_DAY_TEXT];
    if (first == EHC_NO_DAY || last == EHC_NO_DAY || first <= last)
        return true;
    return ehc_reader_fail(reader, "check both dates", "'%s' (%s) cannot be before '%s' (%s)", last_key,
                           ehc_day_format_short(last, b), first_key, ehc_day_format_short(first, a));
}

static bool add_case(struct reader *reader, const struct section_facts *read, const char *name, struct ehc_error *error) {
    struct ehc_case *facts = ((struct case_reader *)reader->owner)->facts;
    (void)name;
    (void)error;
    facts->reference = read->reference;
    facts->authority = read->authority;
    facts->setting = read->setting;
    return true;
}

static bool add_closure(struct reader *reader, const struct section_facts *read, const char *name, struct ehc_error *error) {
    struct ehc_case *facts = ((struct case_reader *)reader->owner)->facts;
    const struct ehc_closure closure = {
        .span = {read->from, read->to}, .setting = read->setting, .name = name, .is_unclaimed = read->is_unclaimed};
    return !check_order(reader, read->from, "from", read->to, "to") || ehc_case_add_closure(facts, closure, error);
}

static bool add_absence(struct reader *reader, const struct section_facts *read, const char *name, struct ehc_error *error) {
    struct ehc_case *facts = ((struct case_reader *)reader->owner)->facts;
    return !check_order(reader, read->from, "from", read->to, "to") ||
           ehc_case_add_absence(facts, (struct ehc_absence){{read->from, read->to}, name, read->is_unclaimed}, error);
}

static bool add_exceptional(struct reader *reader, const struct section_facts *read, const char *name,
                            struct ehc_error *error) {
    const struct case_reader *target = reader->owner;
    const struct ehc_exceptional exceptional = {
        .span = {read->from, read->to}, .name = name, .reason = read->reason, .is_unclaimed = read->is_unclaimed};
    return !check_order(reader, read->from, "from", read->to, "to") ||
           ehc_case_add_exceptional(target->law, target->facts, exceptional, error);
}

static bool add_missed(struct reader *reader, const struct section_facts *read, const char *name, struct ehc_error *error) {
    struct ehc_case *facts = ((struct case_reader *)reader->owner)->facts;
    return ehc_case_add_missed(facts, (struct ehc_missed){read->date, name, read->body, read->is_unclaimed}, error);
}

static bool add_advice(struct reader *reader, const struct section_facts *read, const char *name, struct ehc_error *error) {
    struct ehc_case *facts = ((struct case_reader *)reader->owner)->facts;
    size_t faults = reader->faults;
    check_order(reader, read->requested, "requested", read->request_received, "request-received");
    check_order(reader, read->requested, "requested", read->received, "received");
    check_order(reader, read->request_received, "request-received", read->received, "received");
    return reader->faults > faults || ehc_case_add_advice(facts,
                                                          (struct ehc_advice){.from = read->asked,
                                                                              .requested = read->requested,
                                                                              .request_received = read->request_received,
                                                                              .received = read->received,
                                                                              .name = name},
                                                          error);
}

static bool add_consultation(struct reader *reader, const struct section_facts *read, const char *name,
                             struct ehc_error *error) {
    struct ehc_case *facts = ((struct case_reader *)reader->owner)->facts;
    return !check_order(reader, read->sent, "sent", read->answered, "answered") ||
           ehc_case_add_consultation(facts, (struct ehc_consultation){read->sent, read->answered, name}, error);
}

static bool add_own(struct reader *reader, const struct section_facts *read, const char *name, struct ehc_error *error) {
    const struct case_reader *target = reader->owner;
    const struct ehc_own own = {.name = name, .due = read->due, .done = read->done, .who = read->who, .why = read->why};
    return read->due == EHC_NO_DAY || ehc_case_add_own(target->law, target->facts, own, error);
}

static bool add_they_say(struct reader *reader, const struct section_facts *read, const char *name,
                         struct ehc_error *error) {
    const struct case_reader *target = reader->owner;
    const struct ehc_they_say they_say = {.limit = read->limit,
                                          .day = read->date,
                                          .round = read->round.round,
                                          .from = read->round.from,
                                          .name = name,
                                          .reason = read->why};
    return read->limit == EHC_NONE || read->date == EHC_NO_DAY ||
           ehc_case_add_they_say(target->law, target->facts, they_say, error);
}

static const struct {
    const char *kind;
    const struct field *fields;
    size_t field_count;
    bool (*add)(struct reader *reader, const struct section_facts *read, const char *name, struct ehc_error *error);
} section_kinds[] = {
    {"case", FIELDS(case_fields), add_case},
    {"closure", FIELDS(closure_fields), add_closure},
    {"absence", FIELDS(absence_fields), add_absence},
    {"exceptional", FIELDS(exceptional_fields), add_exceptional},
    {"missed-appointment", FIELDS(missed_fields), add_missed},
    {"advice", FIELDS(advice_fields), add_advice},
    {"consultation", FIELDS(consultation_fields), add_consultation},
    {"own", FIELDS(own_fields), add_own},
    {"they-say", FIELDS(they_say_fields), add_they_say},
};
enum { SECTION_KINDS = sizeof section_kinds / sizeof section_kinds[0] };

static void read_events(struct reader *reader, size_t header) {
    const struct case_reader *target = reader->owner;
    for (size_t i = header + 1; i < ehc_section_end(reader->ini, header); i++) {
        struct ehc_error error;
        reader->entry = &reader->ini->entries[i];
        if (!ehc_case_add_event_at(target->law, target->facts, reader->entry->key, reader->entry->value, reader->entry->line,
                                   &error))
            ehc_reader_pass_on(reader, &error);
    }
}

static void read_section(struct reader *reader, size_t header) {
    const char *section = reader->ini->entries[header].section;
    char kind[32] = "", quoted[EHC_QUOTE_ROOM], hint[EHC_HINT_ROOM];
    size_t length = strcspn(section, " ");
    const char *name = section + length;
    while (*name == ' ')
        name++;
    snprintf(kind, sizeof kind, "%.*s", (int)(length < sizeof kind ? length : sizeof kind - 1), section);
    if (ascii_same(kind, "events") && *name == '\0') {
        read_events(reader, header);
        return;
    }
    struct ehc_nearest nearest = {.word = kind};
    ehc_nearest_offer(&nearest, "events");
    for (size_t i = 0; i < SECTION_KINDS; i++) {
        ehc_nearest_offer(&nearest, section_kinds[i].kind);
        if (!ascii_same(kind, section_kinds[i].kind))
            continue;
        struct section_facts read = {.from = EHC_NO_DAY,
                                     .to = EHC_NO_DAY,
                                     .date = EHC_NO_DAY,
                                     .requested = EHC_NO_DAY,
                                     .request_received = EHC_NO_DAY,
                                     .received = EHC_NO_DAY,
                                     .sent = EHC_NO_DAY,
                                     .answered = EHC_NO_DAY,
                                     .setting = EHC_SETTING_NOT_GIVEN,
                                     .due = EHC_NO_DAY,
                                     .done = EHC_NO_DAY,
                                     .asked = EHC_FROM_OTHER,
                                     .round = {.from = EHC_NO_DAY},
                                     .limit = EHC_NONE};
        struct ehc_error error;
        ehc_read_fields(reader, header, section_kinds[i].fields, section_kinds[i].field_count, &read);
        /* After a fault too, so that the order of the days that were read is also checked. */
        if (!section_kinds[i].add(reader, &read, *name != '\0' ? name : NULL, &error))
            ehc_reader_pass_on(reader, &error);
        return;
    }
    reader->entry = &reader->ini->entries[header];
    ehc_reader_fail(
        reader,
        ehc_did_you_mean_marked(
            "[", nearest.name, "]",
            "use case, events, closure, absence, exceptional, missed-appointment, advice, consultation, own or they-say",
            hint),
        "%s is not a section of a case", ehc_quote(section, quoted));
}

bool ehc_case_read(const struct ehc_law *law, const char *file, struct ehc_case *facts, bool *unreadable, ehc_report *report,
                   void *context) {
    struct ini *ini = malloc(sizeof *ini);
    if (ini == NULL) {
        struct ehc_error error;
        ehc_no_memory(&error);
        *unreadable = true;
        report(context, &error);
        return false;
    }
    facts->file = strcmp(file, "-") == 0 ? "standard input" : file;
    if (!ehc_ini_open(ini, file, CASE_FILE_MOST, NULL, unreadable, report, context)) {
        free(ini);
        return false;
    }
    ini->file = facts->file;
    facts->owned = ini;
    struct case_reader target = {.law = law, .facts = facts};
    struct reader reader = {.report = report, .context = context, .faults = ini->faults, .ini = ini, .owner = &target};
    for (size_t i = 0; i < ini->count; i = ehc_section_end(ini, i))
        read_section(&reader, i);
    bool possible = ehc_case_check(law, facts, report, context);
    if (possible && reader.faults == 0)
        return true;
    ehc_case_release(facts);
    return false;
}

void ehc_case_release(struct ehc_case *facts) {
    if (facts->owned == NULL)
        return;
    ehc_ini_close(facts->owned);
    free(facts->owned);
    facts->owned = NULL;
}
