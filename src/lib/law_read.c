/* Reads the files of a law. All files are opened and all ids known before any field is read, so that one file may name
 * what another holds. */
#include "law_values.h"
#include "util/fail.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FILE_MOST = 1 << 20 };

static const char *const shared_files[SHARED_FILES] = {"law",         "events",        "readings", "exceptions",
                                                       "relaxations", "bank-holidays", "caseload", "published-figures"};
enum { LAW, EVENTS, READINGS, EXCEPTIONS, RELAXATIONS, BANK_HOLIDAYS, CASELOAD, PUBLISHED, FIRST_OPTIONAL = CASELOAD };

static const char *const kind_ids[EHC_EXCEPTION_KINDS] = {"school-closure", "early-years-closure",
                                                          "exceptional-circumstances", "absence", "missed-appointment"};

#define AT(type, member) offsetof(struct type, member)
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const struct field event_fields[] = {
    {"title", ehc_read_text, AT(ehc_event, title), true},
    {"when", ehc_read_text, AT(ehc_event, when), true},
    {"done", ehc_read_text, AT(ehc_event, done), false},
    {"kind", ehc_read_kind, AT(ehc_event, is_year), false},
    {"not-before", ehc_read_events, AT(ehc_event, not_before), false},
    {"taken-from", ehc_read_events, AT(ehc_event, taken_from), false},
    {"projected-from", ehc_read_event, AT(ehc_event, projected_from), false},
};

static const struct field reading_fields[] = {
    {"title", ehc_read_text, AT(ehc_reading, title), true},
    {"why", ehc_read_text, AT(ehc_reading, why), true},
    {"source", ehc_read_text, AT(ehc_reading, source), true},
    {"url", ehc_read_text, AT(ehc_reading, url), false},
    {"shift", ehc_read_number, AT(ehc_reading, shift), false},
    {"lenient", ehc_read_yes, AT(ehc_reading, lenient), false},
    {"trigger", ehc_read_event, AT(ehc_reading, trigger), false},
    {"amount", ehc_read_number, AT(ehc_reading, amount), false},
    {"unit", ehc_read_unit, AT(ehc_reading, unit), false},
    {"count", ehc_read_count, AT(ehc_reading, count), false},
    {"only-if-earlier", ehc_read_yes, AT(ehc_reading, only_if_earlier), false},
};

static const struct field relaxation_fields[] = {
    {"from", ehc_read_day, AT(ehc_relaxation, from), true},
    {"until", ehc_read_day, AT(ehc_relaxation, until), true},
    {"provision", ehc_read_text, AT(ehc_relaxation, provision), true},
    {"url", ehc_read_text, AT(ehc_relaxation, url), true},
    {"why", ehc_read_text, AT(ehc_relaxation, why), true},
};

static const struct field list_fields[] = {
    {"school-closure", ehc_read_text, AT(ehc_exception_list, letter[EHC_SCHOOL_CLOSURE]), false},
    {"early-years-closure", ehc_read_text, AT(ehc_exception_list, letter[EHC_EARLY_YEARS_CLOSURE]), false},
    {"exceptional-circumstances", ehc_read_text, AT(ehc_exception_list, letter[EHC_EXCEPTIONAL_CIRCUMSTANCES]), false},
    {"absence", ehc_read_text, AT(ehc_exception_list, letter[EHC_ABSENCE]), false},
    {"missed-appointment", ehc_read_text, AT(ehc_exception_list, letter[EHC_MISSED_APPOINTMENT]), false},
    {"absence-days", ehc_read_number, AT(ehc_exception_list, absence_days), false},
    {"closure-days", ehc_read_number, AT(ehc_exception_list, closure_days), false},
};

static const struct field kind_fields[] = {
    {"title", ehc_read_text, AT(ehc_exception_type, title), true},
    {"needs", ehc_read_text, AT(ehc_exception_type, needs), true},
    {"judge", ehc_read_text, AT(ehc_exception_type, judge), true},
};

static const struct field claim_fields[] = {
    {"title", ehc_read_text, AT(ehc_claim, title), true},
    {"words", ehc_read_text, AT(ehc_claim, words), true},
    {"why", ehc_read_text, AT(ehc_claim, why), true},
};

static const struct field limit_fields[] = {
    {"title", ehc_read_text, AT(ehc_limit, title), true},
    {"short", ehc_read_text, AT(ehc_limit, short_title), true},
    {"who", ehc_read_text, AT(ehc_limit, who), true},
    {"trigger", ehc_read_event, AT(ehc_limit, trigger), true},
    {"act", ehc_read_event, AT(ehc_limit, act), true},
    {"amount", ehc_read_amount, 0, true},
    {"unit", ehc_read_unit, AT(ehc_limit, unit), true},
    {"count", ehc_read_count, AT(ehc_limit, count), true},
    {"roll", ehc_read_roll, AT(ehc_limit, roll), false},
    {"basis", ehc_read_basis, AT(ehc_limit, basis), true},
    {"provision", ehc_read_text, AT(ehc_limit, provision), true},
    {"url", ehc_read_text, AT(ehc_limit, url), true},
    {"from", ehc_read_day, AT(ehc_limit, from), true},
    {"until", ehc_read_day, AT(ehc_limit, until), false},
    {"exceptions", ehc_read_list, AT(ehc_limit, exceptions), false},
    {"exceptions-in", ehc_read_text, AT(ehc_limit, exceptions_in), false},
    {"readings", ehc_read_readings, AT(ehc_limit, readings), false},
    {"relaxed-by", ehc_read_relaxation, AT(ehc_limit, relaxed_by), false},
    {"not-needed-if", ehc_read_branches, 0, false},
    {"instead-of", ehc_read_limit_id, AT(ehc_limit, instead_of), false},
    {"later-of", ehc_read_limit_ids, AT(ehc_limit, later_of), false},
    {"after-trigger", ehc_read_yes, AT(ehc_limit, after_trigger), false},
    {"only-if", ehc_read_text, AT(ehc_limit, only_if), false},
    {"implied-by", ehc_read_events, AT(ehc_limit, implied_by), false},
    {"needs", ehc_read_events, AT(ehc_limit, needs), false},
    {"projects", ehc_read_yes, AT(ehc_limit, projects), false},
    {"advice-from", ehc_read_advice_from, AT(ehc_limit, advice_from), false},
    {"after-late", ehc_read_text, AT(ehc_limit, after_late), false},
    {"note", ehc_read_text, AT(ehc_limit, note), false},
    {"if-late", ehc_read_text, AT(ehc_limit, if_late), false},
};

static bool fits_together(const struct ehc_limit *limit) {
    bool fixed = limit->unit == EHC_FIXED_DATE;
    if (fixed != (limit->count == EHC_BEFORE) || fixed != (limit->month > 0) || limit->amount < 1)
        return false;
    return limit->unit != EHC_SCHOOL_DAYS || limit->count == EHC_AFTER;
}

static void read_limit(struct reader *reader, size_t header, struct ehc_limit *limit, const char *if_late) {
    const struct owned_law *owned = reader->owner;
    limit->until = EHC_NO_DAY;
    limit->exceptions = limit->relaxed_by = limit->instead_of = EHC_NONE;
    limit->projects = true;
    limit->if_late = if_late;
    size_t faults = reader->faults;
    ehc_read_fields(reader, header, limit_fields, COUNT(limit_fields), limit);
    if (reader->faults > faults)
        return;
    limit->for_family = strcmp(limit->who, "family") == 0;
    if (!fits_together(limit))
        ehc_reader_fail(reader, "see ehc-limits(5)", "amount, unit and count of [%s] do not go together",
                        reader->entry->section);
    if ((limit->exceptions == EHC_NONE) != (limit->exceptions_in == NULL))
        ehc_reader_fail(reader, NULL, "[%s] needs both 'exceptions' and 'exceptions-in', or neither",
                        reader->entry->section);
    if (limit->until != EHC_NO_DAY && limit->until < limit->from)
        ehc_reader_fail(reader, NULL, "[%s] is in force until a day before its 'from'", reader->entry->section);
    if (limit->instead_of != EHC_NONE && &owned->law.limits[limit->instead_of] == limit)
        ehc_reader_fail(reader, NULL, "[%s] cannot be instead of itself", reader->entry->section);
}

struct about_route {
    const char *title, *if_late;
};

static const struct field about_route_fields[] = {
    {"title", ehc_read_text, AT(about_route, title), true},
    {"if-late", ehc_read_text, AT(about_route, if_late), true},
};

static void read_route(struct reader *reader, int route, struct ehc_limit *limits) {
    struct owned_law *owned = reader->owner;
    const struct ini *ini = reader->ini;
    struct about_route about = {NULL, ""};
    bool found = false;
    for (size_t i = 0; i < ini->count; i = ehc_section_end(ini, i)) {
        reader->entry = &ini->entries[i];
        const char *section = reader->entry->section, *id = ehc_section_id(section, "limit");
        if (ascii_same(section, "route")) {
            found = true;
            ehc_read_fields(reader, i, about_route_fields, COUNT(about_route_fields), &about);
            owned->routes[route].title = about.title;
        } else if (id != NULL) {
            struct ehc_limit *limit = &limits[ehc_find_limit(&owned->law, id)];
            limit->route = route;
            read_limit(reader, i, limit, about.if_late);
        } else {
            ehc_reader_fail(reader, "write [route] or [limit NAME]", "[%s] is not known here", section);
        }
    }
    reader->entry = NULL;
    if (!found)
        ehc_reader_fail(reader, NULL, "the section [route] is missing");
}

/* Without its number of days an absence or a closure of any length would fit. */
static void check_list(struct reader *reader, const struct ehc_exception_list *list) {
    bool closure = list->letter[EHC_SCHOOL_CLOSURE] != NULL || list->letter[EHC_EARLY_YEARS_CLOSURE] != NULL;
    if (closure && list->closure_days < 1)
        ehc_reader_fail(reader, NULL, "'closure-days' is missing in [%s]", reader->entry->section);
    if (list->letter[EHC_ABSENCE] != NULL && list->absence_days < 1)
        ehc_reader_fail(reader, NULL, "'absence-days' is missing in [%s]", reader->entry->section);
}

static void read_exceptions(struct reader *reader, struct ehc_exception_list *lists, struct ehc_claim *claims) {
    struct owned_law *owned = reader->owner;
    const struct ini *ini = reader->ini;
    size_t list = 0, claim = 0;
    for (size_t i = 0; i < ini->count; i = ehc_section_end(ini, i)) {
        reader->entry = &ini->entries[i];
        const char *section = reader->entry->section, *id;
        if (ehc_section_id(section, "list") != NULL) {
            ehc_read_fields(reader, i, list_fields, COUNT(list_fields), &lists[list]);
            check_list(reader, &lists[list++]);
        } else if (ehc_section_id(section, "claim") != NULL) {
            ehc_read_fields(reader, i, claim_fields, COUNT(claim_fields), &claims[claim++]);
        } else if ((id = ehc_section_id(section, "kind")) != NULL) {
            size_t kind = 0;
            while (kind < EHC_EXCEPTION_KINDS && strcmp(kind_ids[kind], id) != 0)
                kind++;
            if (kind < EHC_EXCEPTION_KINDS)
                ehc_read_fields(reader, i, kind_fields, COUNT(kind_fields), &owned->law.kinds[kind]);
            else
                ehc_reader_fail(reader, NULL, "[%s] is not a kind of exception that the program knows", section);
        } else {
            ehc_reader_fail(reader, "write [kind NAME], [list NAME] or [claim NAME]", "[%s] is not known here", section);
        }
    }
    for (size_t kind = 0; kind < EHC_EXCEPTION_KINDS; kind++) {
        reader->entry = NULL;
        if (owned->law.kinds[kind].title == NULL)
            ehc_reader_fail(reader, NULL, "the section [kind %s] is missing", kind_ids[kind]);
    }
}

struct about_holidays {
    ehc_day from, until;
    const char *source, *url;
};

static const struct field about_holidays_fields[] = {
    {"from", ehc_read_day, AT(about_holidays, from), true},
    {"until", ehc_read_day, AT(about_holidays, until), true},
    {"source", ehc_read_text, AT(about_holidays, source), true},
    {"url", ehc_read_text, AT(about_holidays, url), true},
};

static void read_bank_holidays(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    const struct ini *ini = reader->ini;
    struct about_holidays about = {EHC_NO_DAY, EHC_NO_DAY, NULL, NULL};
    bool found = false;
    struct ehc_holiday *list = ehc_law_take(owned, ini->count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; list != NULL && i < ini->count; i = ehc_section_end(ini, i)) {
        if (ascii_same(ini->entries[i].section, "bank-holidays")) {
            ehc_read_fields(reader, i, about_holidays_fields, COUNT(about_holidays_fields), &about);
            found = true;
            if (about.from > about.until)
                ehc_reader_fail(reader, "check both dates", "'until' is before 'from'");
            continue;
        }
        for (size_t j = i + 1; j < ehc_section_end(ini, i); j++) {
            struct ehc_error error;
            reader->entry = &ini->entries[j];
            list[count].name = reader->entry->value;
            if (!ehc_day_read(reader->entry->key, &list[count].day, &error))
                ehc_reader_pass_on(reader, &error);
            else if (count > 0 && list[count].day <= list[count - 1].day)
                ehc_reader_fail(reader, NULL, "the bank holidays are not in order of day");
            else if (list[count].day < about.from || list[count].day > about.until)
                ehc_reader_fail(reader, NULL, "this bank holiday is outside 'from' and 'until'");
            else
                count++;
        }
    }
    reader->entry = NULL;
    if (!found)
        ehc_reader_fail(reader, NULL, "the section [bank-holidays] is missing");
    owned->law.holidays = (struct ehc_holidays){.from = about.from, .until = about.until, .list = list, .count = count};
}

static size_t count_sections(const struct ini *ini, const char *kind) {
    size_t count = 0;
    for (size_t i = 0; i < ini->count; i = ehc_section_end(ini, i))
        count += kind == NULL || ehc_section_id(ini->entries[i].section, kind) != NULL;
    return count;
}

/* A table with a row for each section of a kind (NULL: each section), with the ids alone, which stand first in each row. */
static void *take_ids(struct owned_law *owned, const struct ini *ini, const char *kind, size_t size, size_t *count) {
    char *rows = ehc_law_take(owned, count_sections(ini, kind), size);
    *count = 0;
    for (size_t i = 0; rows != NULL && i < ini->count; i = ehc_section_end(ini, i)) {
        const char *section = ini->entries[i].section, *id = kind == NULL ? section : ehc_section_id(section, kind);
        if (id != NULL)
            *(const char **)(void *)(rows + size * (*count)++) = id;
    }
    return rows;
}

static bool open_file(struct owned_law *owned, struct reader *reader, const char *directory, const char *name) {
    size_t index = owned->file_count;
    bool unreadable;
    int length = snprintf(owned->path[index], PATH_ROOM, "%s/%s.ini", directory, name);
    if (length < 0 || length >= PATH_ROOM) {
        struct ehc_error error;
        ehc_fail(&error, "the name of the folder is too long");
        error.file = directory;
        reader->faults++;
        reader->report(reader->context, &error);
        return false;
    }
    owned->file_count++;
    if (index >= FIRST_OPTIONAL && index < SHARED_FILES && access(owned->path[index], F_OK) != 0 && errno == ENOENT)
        return true; /* it holds nothing */
    bool opened =
        ehc_ini_open(&owned->file[index], owned->path[index], FILE_MOST, &unreadable, reader->report, reader->context);
    reader->faults += opened ? owned->file[index].faults : 1;
    return opened;
}

static bool read_routes(struct reader *reader, const char *value, void *target) {
    struct owned_law *owned = reader->owner;
    struct ehc_route *routes = ehc_law_take(owned, ehc_count_items(value), sizeof *routes);
    char id[128];
    (void)target;
    if (ehc_count_items(value) > EHC_ROUTES_MAX)
        return ehc_reader_fail(reader, NULL, "there are more than %d routes", EHC_ROUTES_MAX);
    for (size_t i = 0; routes != NULL && ehc_next_item(&value, id, sizeof id); i++) {
        char *copy = ehc_law_take(owned, 1, sizeof id);
        if (copy != NULL)
            memcpy(copy, id, sizeof id);
        routes[i].id = copy;
        owned->law.route_count = i + 1;
    }
    owned->law.routes = owned->routes = routes;
    return true;
}

static const struct field law_fields[] = {
    {"jurisdiction", ehc_read_text, AT(ehc_law, jurisdiction), true},
    {"label", ehc_read_text, AT(ehc_law, label), false},
    {"as-at", ehc_read_day, AT(ehc_law, as_at), true},
    {"routes", read_routes, 0, true},
};

static void read_law_file(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    reader->ini = &owned->file[LAW];
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i)) {
        reader->entry = &reader->ini->entries[i];
        if (ascii_same(reader->entry->section, "law"))
            ehc_read_fields(reader, i, law_fields, COUNT(law_fields), &owned->law);
        else
            ehc_reader_fail(reader, "write [law]", "[%s] is not known here", reader->entry->section);
    }
    reader->entry = NULL;
    if (owned->law.label == NULL)
        owned->law.label = owned->law.jurisdiction;
    if (owned->law.route_count == 0 && reader->faults == 0)
        ehc_reader_fail(reader, NULL, "no routes are named");
}

/* The limits of all routes' files in one table, with their ids alone. */
static struct ehc_limit *take_limits(struct owned_law *owned, struct reader *reader) {
    size_t count = 0, at = 0;
    for (size_t i = SHARED_FILES; i < owned->file_count; i++)
        count += count_sections(&owned->file[i], "limit");
    struct ehc_limit *limits = ehc_law_take(owned, count, sizeof *limits);
    owned->law.limits = limits;
    for (size_t i = SHARED_FILES; limits != NULL && i < owned->file_count; i++) {
        const struct ini *ini = reader->ini = &owned->file[i];
        for (size_t j = 0; j < ini->count; j = ehc_section_end(ini, j)) {
            const char *id = ehc_section_id(ini->entries[j].section, "limit");
            reader->entry = &ini->entries[j];
            owned->law.limit_count = at;
            if (id != NULL && ehc_find_limit(&owned->law, id) != EHC_NONE)
                ehc_reader_fail(reader, NULL, "the limit '%s' stands in another file too", id);
            if (id != NULL)
                limits[at++].id = id;
        }
    }
    owned->law.limit_count = at;
    reader->entry = NULL;
    if (at > EHC_LIMITS_MAX || owned->law.event_count > EHC_EVENTS_MAX)
        ehc_reader_fail(reader, NULL, "there are more than %d limits or %d events", EHC_LIMITS_MAX, EHC_EVENTS_MAX);
    return limits;
}

static void find_acts(struct owned_law *owned, struct ehc_event *events) {
    const struct ehc_law *law = &owned->law;
    for (size_t event = 0; event < law->event_count; event++) {
        int *index = ehc_law_take(owned, law->limit_count, sizeof *index);
        size_t count = 0;
        for (size_t i = 0; index != NULL && i < law->limit_count; i++)
            if (law->limits[i].act == (int)event)
                index[count++] = (int)i;
        events[event].limits = (struct ehc_indexes){.index = index, .count = count};
    }
}

/* Whether working out a stand-in for `event` comes back to itself. `visited`: 1 on the way, 2 done. */
static bool goes_in_a_circle(const struct ehc_law *law, int event, unsigned char *visited) {
    if (event == EHC_NONE || visited[event] == 2)
        return false;
    if (visited[event] == 1)
        return true;
    visited[event] = 1;
    const struct ehc_event *about = &law->events[event];
    if (goes_in_a_circle(law, about->projected_from, visited))
        return true;
    for (size_t i = 0; i < about->limits.count; i++) {
        const struct ehc_limit *limit = &law->limits[about->limits.index[i]];
        if (limit->projects && goes_in_a_circle(law, limit->trigger, visited))
            return true;
    }
    visited[event] = 2;
    return false;
}

static void read_known_events(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    struct ehc_law *law = &owned->law;
    const struct {
        const char *id;
        int *index;
    } known[] = {{"advice-requested", &law->advice_requested},
                 {"advice-request-received", &law->advice_request_received},
                 {"advice-received", &law->advice_received},
                 {"school-advice-requested", &law->school_advice_requested},
                 {"early-years-advice-requested", &law->early_years_advice_requested}};
    reader->ini = &owned->file[EVENTS];
    reader->entry = NULL;
    for (size_t i = 0; i < COUNT(known); i++) {
        *known[i].index = ehc_find_event(law, known[i].id);
        if (*known[i].index == EHC_NONE)
            ehc_reader_fail(reader, NULL, "the event '%s' is missing", known[i].id);
    }
}

static void read_files(struct owned_law *owned, struct reader *reader) {
    struct ehc_law *law = &owned->law;
    struct ehc_event *events;
    struct ehc_reading *readings;
    struct ehc_relaxation *relaxations;
    struct ehc_exception_list *lists;
    struct ehc_claim *claims;
    struct ehc_caseload *caseload = &law->caseload;
    struct ehc_caseload_tables tables;
    struct ehc_published *published;
    events = take_ids(owned, &owned->file[EVENTS], NULL, sizeof *events, &law->event_count);
    readings = take_ids(owned, &owned->file[READINGS], NULL, sizeof *readings, &law->reading_count);
    relaxations = take_ids(owned, &owned->file[RELAXATIONS], NULL, sizeof *relaxations, &law->relaxation_count);
    lists = take_ids(owned, &owned->file[EXCEPTIONS], "list", sizeof *lists, &law->list_count);
    claims = take_ids(owned, &owned->file[EXCEPTIONS], "claim", sizeof *claims, &law->claim_count);
    tables.measures = take_ids(owned, &owned->file[CASELOAD], "measure", sizeof *tables.measures, &caseload->measure_count);
    tables.columns = take_ids(owned, &owned->file[CASELOAD], "column", sizeof *tables.columns, &caseload->column_count);
    tables.outcomes = take_ids(owned, &owned->file[CASELOAD], "outcome", sizeof *tables.outcomes, &caseload->outcome_count);
    published = take_ids(owned, &owned->file[PUBLISHED], NULL, sizeof *published, &caseload->published_count);
    law->events = events;
    law->readings = readings;
    law->relaxations = relaxations;
    law->lists = lists;
    law->claims = claims;
    caseload->measures = tables.measures;
    caseload->columns = tables.columns;
    caseload->outcomes = tables.outcomes;
    caseload->published = published;
    caseload->main.measure = EHC_NONE;
    struct ehc_limit *limits = take_limits(owned, reader);
    if (owned->out_of_memory || law->limit_count > EHC_LIMITS_MAX || law->event_count > EHC_EVENTS_MAX)
        return;

    for (size_t kind = 0; kind < EHC_EXCEPTION_KINDS; kind++)
        law->kinds[kind].id = kind_ids[kind];
    size_t at = 0;
    reader->ini = &owned->file[EVENTS];
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i), at++) {
        events[at].projected_from = EHC_NONE;
        ehc_read_fields(reader, i, event_fields, COUNT(event_fields), &events[at]);
        if (events[at].done == NULL)
            events[at].done = events[at].when;
    }
    at = 0;
    reader->ini = &owned->file[READINGS];
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i), at++) {
        readings[at].trigger = EHC_NONE;
        ehc_read_fields(reader, i, reading_fields, COUNT(reading_fields), &readings[at]);
        bool other_trigger = readings[at].trigger != EHC_NONE && readings[at].amount > 0;
        if ((readings[at].shift != 0) + readings[at].lenient + other_trigger != 1)
            ehc_reader_fail(reader, NULL, "[%s] needs one of 'shift', 'lenient' or 'trigger' with 'amount'",
                            readings[at].id);
    }
    at = 0;
    reader->ini = &owned->file[RELAXATIONS];
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i), at++)
        ehc_read_fields(reader, i, relaxation_fields, COUNT(relaxation_fields), &relaxations[at]);
    reader->ini = &owned->file[EXCEPTIONS];
    read_exceptions(reader, lists, claims);
    reader->ini = &owned->file[BANK_HOLIDAYS];
    read_bank_holidays(reader);
    reader->ini = &owned->file[CASELOAD];
    ehc_read_caseload(reader, &tables);
    reader->ini = &owned->file[PUBLISHED];
    ehc_read_published(reader, published);
    read_known_events(reader);
    for (size_t i = 0; i < law->route_count; i++) {
        reader->ini = &owned->file[SHARED_FILES + i];
        read_route(reader, (int)i, limits);
    }
    if (owned->out_of_memory || reader->faults > 0)
        return;

    find_acts(owned, events);
    unsigned char visited[EHC_EVENTS_MAX] = {0};
    reader->ini = &owned->file[EVENTS];
    reader->entry = NULL;
    for (size_t event = 0; !owned->out_of_memory && event < law->event_count; event++) {
        if (goes_in_a_circle(law, (int)event, visited)) {
            ehc_reader_fail(reader, "set 'projects = no' on one of the limits", "'%s' would stand in for itself",
                            events[event].id);
            return;
        }
    }
}

struct ehc_law *ehc_law_read(const char *directory, ehc_report *report, void *context) {
    struct owned_law *owned = calloc(1, sizeof *owned);
    struct reader reader = {.report = report, .context = context, .owner = owned};
    if (owned == NULL) {
        struct ehc_error error;
        ehc_no_memory(&error);
        report(context, &error);
        return NULL;
    }
    bool opened = true;
    for (size_t i = 0; i < SHARED_FILES; i++)
        opened = open_file(owned, &reader, directory, shared_files[i]) && opened;
    if (opened)
        read_law_file(&reader);
    for (size_t i = 0; i < owned->law.route_count; i++)
        opened = open_file(owned, &reader, directory, owned->law.routes[i].id) && opened;
    if (opened && !owned->out_of_memory)
        read_files(owned, &reader);
    if (owned->out_of_memory) {
        struct ehc_error error;
        ehc_no_memory(&error);
        report(context, &error);
    }
    if (owned->out_of_memory || reader.faults > 0) {
        ehc_law_free(&owned->law);
        return NULL;
    }
    return &owned->law;
}

void ehc_law_free(struct ehc_law *law) {
    struct owned_law *owned = (struct owned_law *)(void *)law;
    if (owned == NULL)
        return;
    for (size_t i = 0; i < owned->file_count; i++)
        ehc_ini_close(&owned->file[i]);
    ehc_law_free_blocks(owned);
    free(owned);
}
