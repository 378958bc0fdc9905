/* Reads the files of a law. It opens all files and collects all ids before it reads any field, so that each file can name
 * ids of the others. */
#include "law_values.h"
#include "util/fail.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FILE_MOST = 1 << 20 };

/* The files of a law, required or optional. The files of the routes follow them. */
static const struct law_part {
    const char *name;
    void (*read)(struct reader *reader);
    bool is_optional;
} parts[] = {
    {"law", ehc_read_law_file, false},
    {"events", ehc_read_event_file, false},
    {"roles", ehc_read_role_file, false},
    {"exceptions", ehc_read_exception_file, false},
    {"bank-holidays", ehc_read_holiday_file, false},
    {"readings", ehc_read_reading_file, true},
    {"relaxations", ehc_read_relaxation_file, true},
    {"rolls", ehc_read_roll_file, true},
    {"working-days", ehc_read_day_kind_file, true},
    {"miscounts", ehc_read_miscount_file, true},
    {"caseload", ehc_read_caseload_file, true},
    {"published-figures", ehc_read_published_file, true},
};
enum {
    LAW,
    EVENTS,
    ROLES,
    EXCEPTIONS,
    BANK_HOLIDAYS,
    READINGS,
    RELAXATIONS,
    ROLLS,
    WORKING_DAYS,
    MISCOUNTS,
    CASELOAD,
    PUBLISHED,
    PARTS
};

#define AT(type, member) offsetof(struct type, member)
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static size_t count_sections(const struct ini *ini, const char *kind) {
    size_t count = 0;
    for (size_t i = 0; i < ini->count; i = ehc_section_end(ini, i))
        count += kind == NULL || ehc_section_id(ini->entries[i].section, kind) != NULL;
    return count;
}

/* Allocates a table with a row for each section of a kind (NULL: every section), and fills in the ids. The id is the first
 * member of each row. */
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

static bool open_file(struct owned_law *owned, struct reader *reader, const char *directory, const char *name,
                      bool is_optional) {
    size_t index = owned->file_count;
    bool unreadable;
    int length = snprintf(owned->path[index], PATH_ROOM, "%s/%s.ini", directory, name);
    if (length < 0 || length >= PATH_ROOM) {
        struct ehc_error error;
        ehc_fail_folder_name(&error);
        error.file = directory;
        reader->faults++;
        reader->report(reader->context, &error);
        return false;
    }
    owned->file_count++;
    if (is_optional && access(owned->path[index], F_OK) != 0 && errno == ENOENT)
        return true; /* an optional file is then empty */
    bool opened = ehc_ini_open(&owned->file[index], owned->path[index], FILE_MOST,
                               "see ehc-limits(5): a section's name is in '[' and ']'; below it, each line is KEY = VALUE",
                               &unreadable, reader->report, reader->context);
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
    owned->law.routes = owned->tables.routes = routes;
    return true;
}

static bool skip(struct reader *reader, const char *value, void *target) {
    (void)reader, (void)value, (void)target;
    return true;
}

static const struct field law_fields[] = {
    {"jurisdiction", ehc_read_text, AT(ehc_law, jurisdiction), true},
    {"label", ehc_read_text, AT(ehc_law, label), false},
    {"process", ehc_read_text, AT(ehc_law, process), false},
    {"as-at", ehc_read_day, AT(ehc_law, as_at), true},
    {"routes", skip, 0, true}, /* read before the rest: read_routes_named() */
    {"starts-with", ehc_read_event, AT(ehc_law, starts_with), true},
    {"starts-missing", ehc_read_text, AT(ehc_law, starts_missing), true},
    {"authority-title", ehc_read_text, AT(ehc_law, authority_title), true},
    {"closure-advice", ehc_read_text, AT(ehc_law, closure_advice), false},
    {"advice-requested", ehc_read_event, AT(ehc_law, advice_requested), false},
    {"advice-request-received", ehc_read_event, AT(ehc_law, advice_request_received), false},
    {"advice-received", ehc_read_event, AT(ehc_law, advice_received), false},
    {"decision", ehc_read_event, AT(ehc_law, decision), false},
    {"consulted", ehc_read_event, AT(ehc_law, consulted), false},
    {"consultation-answered", ehc_read_event, AT(ehc_law, consultation_answered), false},
};

void ehc_read_law_file(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    struct ehc_law *law = &owned->law;
    law->advice_requested = law->advice_request_received = law->advice_received = law->starts_with = EHC_NONE;
    law->consulted = law->consultation_answered = law->decision = EHC_NONE;
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i)) {
        reader->entry = &reader->ini->entries[i];
        if (ascii_same(reader->entry->section, "law"))
            ehc_read_fields(reader, i, law_fields, COUNT(law_fields), law);
        else
            ehc_reader_fail(reader, "write [law]", "[%s] is not known here", reader->entry->section);
    }
    reader->entry = NULL;
    if (law->label == NULL)
        law->label = law->jurisdiction;
    if (law->process == NULL)
        law->process = law->label;
    bool some =
        law->advice_requested != EHC_NONE || law->advice_request_received != EHC_NONE || law->advice_received != EHC_NONE;
    bool all =
        law->advice_requested != EHC_NONE && law->advice_request_received != EHC_NONE && law->advice_received != EHC_NONE;
    if (some && !all)
        ehc_reader_fail(reader, NULL, "advice needs all of advice-requested, advice-request-received and advice-received");
    if ((law->consulted == EHC_NONE) != (law->consultation_answered == EHC_NONE))
        ehc_reader_fail(reader, NULL, "consultations need both consulted and consultation-answered");
}

/* Reads the names of the routes, which are also the names of files, before all else. */
static void read_routes_named(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    reader->ini = &owned->file[LAW];
    for (size_t i = 0; i < reader->ini->count; i++) {
        reader->entry = &reader->ini->entries[i];
        if (reader->entry->key != NULL && ascii_same(reader->entry->key, "routes"))
            read_routes(reader, reader->entry->value, NULL);
    }
    reader->entry = NULL;
    if (owned->law.route_count == 0 && reader->faults == 0)
        ehc_read_law_file(reader); /* reports what is missing */
    if (owned->law.route_count == 0 && reader->faults == 0)
        ehc_reader_fail(reader, NULL, "no routes are named");
}

/* Makes one table of the limits of all routes, and fills in the ids. */
static struct ehc_limit *take_limits(struct owned_law *owned, struct reader *reader) {
    size_t count = 0, at = 0;
    for (size_t i = PARTS; i < owned->file_count; i++)
        count += count_sections(&owned->file[i], "limit");
    struct ehc_limit *limits = ehc_law_take(owned, count, sizeof *limits);
    owned->law.limits = limits;
    for (size_t i = PARTS; limits != NULL && i < owned->file_count; i++) {
        const struct ini *ini = reader->ini = &owned->file[i];
        for (size_t j = 0; j < ini->count; j = ehc_section_end(ini, j)) {
            const char *id = ehc_section_id(ini->entries[j].section, "limit");
            reader->entry = &ini->entries[j];
            owned->law.limit_count = at;
            if (id != NULL && ehc_find_limit(&owned->law, id) != EHC_NONE)
                ehc_reader_fail(reader, NULL, "the limit '%s' is in another file too", id);
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

/* The same for the duties without a number. Their ids must also differ from those of limits. */
static void take_no_numbers(struct owned_law *owned, struct reader *reader) {
    size_t count = 0, at = 0;
    for (size_t i = PARTS; i < owned->file_count; i++)
        count += count_sections(&owned->file[i], "no-number");
    struct ehc_no_number *rows = ehc_law_take(owned, count, sizeof *rows);
    owned->law.no_numbers = owned->tables.no_numbers = rows;
    for (size_t i = PARTS; rows != NULL && i < owned->file_count; i++) {
        const struct ini *ini = reader->ini = &owned->file[i];
        for (size_t j = 0; j < ini->count; j = ehc_section_end(ini, j)) {
            const char *id = ehc_section_id(ini->entries[j].section, "no-number");
            reader->entry = &ini->entries[j];
            if (id == NULL)
                continue;
            owned->law.no_number_count = at;
            if (ehc_find_no_number(&owned->law, id) != EHC_NONE || ehc_find_limit(&owned->law, id) != EHC_NONE)
                ehc_reader_fail(reader, NULL, "'%s' is the id of another limit", id);
            rows[at++].id = id;
        }
    }
    owned->law.no_number_count = at;
    reader->entry = NULL;
}

/* Makes all tables with their ids, so that each file can name ids of the others. */
static void take_tables(struct owned_law *owned) {
    struct ehc_law *law = &owned->law;
    struct ehc_caseload *caseload = &law->caseload;
    struct law_tables *to = &owned->tables;
    const struct ini *file = owned->file;
    law->events = to->events = take_ids(owned, &file[EVENTS], NULL, sizeof *to->events, &law->event_count);
    law->readings = to->readings = take_ids(owned, &file[READINGS], NULL, sizeof *to->readings, &law->reading_count);
    law->relaxations = to->relaxations =
        take_ids(owned, &file[RELAXATIONS], NULL, sizeof *to->relaxations, &law->relaxation_count);
    law->lists = to->lists = take_ids(owned, &file[EXCEPTIONS], "list", sizeof *to->lists, &law->list_count);
    law->claims = to->claims = take_ids(owned, &file[EXCEPTIONS], "claim", sizeof *to->claims, &law->claim_count);
    law->personal = to->personal =
        take_ids(owned, &file[EXCEPTIONS], "personal", sizeof *to->personal, &law->personal_count);
    law->miscounts = to->miscounts = take_ids(owned, &file[MISCOUNTS], NULL, sizeof *to->miscounts, &law->miscount_count);
    law->roles = to->roles = take_ids(owned, &file[ROLES], "role", sizeof *to->roles, &law->role_count);
    law->breaks = to->breaks = take_ids(owned, &file[ROLLS], "break", sizeof *to->breaks, &law->break_count);
    law->rolls = to->rolls = take_ids(owned, &file[ROLLS], "roll", sizeof *to->rolls, &law->roll_count);
    law->day_kinds = to->day_kinds =
        take_ids(owned, &file[WORKING_DAYS], "working-days", sizeof *to->day_kinds, &law->day_kind_count);
    caseload->measures = to->measures =
        take_ids(owned, &file[CASELOAD], "measure", sizeof *to->measures, &caseload->measure_count);
    caseload->columns = to->columns =
        take_ids(owned, &file[CASELOAD], "column", sizeof *to->columns, &caseload->column_count);
    caseload->outcomes = to->outcomes =
        take_ids(owned, &file[CASELOAD], "outcome", sizeof *to->outcomes, &caseload->outcome_count);
    caseload->published = to->published =
        take_ids(owned, &file[PUBLISHED], NULL, sizeof *to->published, &caseload->published_count);
    caseload->main.measure = EHC_NONE;
}

static void read_files(struct owned_law *owned, struct reader *reader) {
    struct ehc_law *law = &owned->law;
    take_tables(owned);
    owned->tables.limits = take_limits(owned, reader);
    take_no_numbers(owned, reader);
    if (owned->out_of_memory || law->limit_count > EHC_LIMITS_MAX || law->event_count > EHC_EVENTS_MAX)
        return;
    for (size_t i = 0; i < PARTS; i++) {
        reader->ini = &owned->file[i];
        reader->entry = NULL;
        parts[i].read(reader);
    }
    for (size_t i = 0; i < law->route_count; i++) {
        reader->ini = &owned->file[PARTS + i];
        ehc_read_route_file(reader, (int)i);
    }
    reader->ini = &owned->file[EVENTS];
    if (!owned->out_of_memory && reader->faults == 0)
        ehc_check_events(reader);
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
    for (size_t i = 0; i < PARTS; i++)
        opened = open_file(owned, &reader, directory, parts[i].name, parts[i].is_optional) && opened;
    if (opened)
        read_routes_named(&reader);
    for (size_t i = 0; i < owned->law.route_count; i++)
        opened = open_file(owned, &reader, directory, owned->law.routes[i].id, false) && opened;
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
