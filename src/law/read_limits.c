/* Reads the files of the routes: each route and its limits. */
#include "law_values.h"
#include "util/ascii.h"

#define AT(type, member) offsetof(struct type, member)
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const struct field limit_fields[] = {
    {"title", ehc_read_text, AT(ehc_limit, title), true},
    {"short", ehc_read_text, AT(ehc_limit, short_title), true},
    {"role", ehc_read_roles, AT(ehc_limit, roles), true},
    {"who", ehc_read_text, AT(ehc_limit, who), false},
    {"trigger", ehc_read_event, AT(ehc_limit, trigger), true},
    {"act", ehc_read_event, AT(ehc_limit, act), true},
    {"amount", ehc_read_amount, 0, true},
    {"unit", ehc_read_unit, AT(ehc_limit, unit), true},
    {"count", ehc_read_count, AT(ehc_limit, count), true},
    {"roll", ehc_read_roll, AT(ehc_limit, roll), false},
    {"basis", ehc_read_basis, AT(ehc_limit, basis), true},
    {"provision", ehc_read_text, AT(ehc_limit, provision), true},
    {"url", ehc_read_text, AT(ehc_limit, url), true},
    {"checked", ehc_read_day, AT(ehc_limit, checked), true},
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
    {"after-late-of", ehc_read_role, AT(ehc_limit, after_late_of), false},
    {"note", ehc_read_text, AT(ehc_limit, note), false},
    {"if-late", ehc_read_text, AT(ehc_limit, if_late), false},
};

static bool fits_together(const struct ehc_limit *limit) {
    bool fixed = limit->unit == EHC_FIXED_DATE;
    if (fixed != (limit->count == EHC_BEFORE) || fixed != (limit->month > 0) || limit->amount < 1)
        return false;
    return limit->unit != EHC_SCHOOL_DAYS || limit->count == EHC_AFTER;
}

/* The words of the first of its roles, where it has none of its own. */
static void take_role(const struct ehc_law *law, struct ehc_limit *limit) {
    for (size_t i = 0; i < law->role_count; i++) {
        if (!(limit->roles & 1U << i))
            continue;
        limit->who = limit->who != NULL ? limit->who : law->roles[i].who;
        limit->for_family = limit->for_family || law->roles[i].is_family;
    }
}

static void read_limit(struct reader *reader, size_t header, struct ehc_limit *limit, const char *if_late) {
    const struct owned_law *owned = reader->owner;
    limit->until = EHC_NO_DAY;
    limit->exceptions = limit->relaxed_by = limit->instead_of = limit->roll = limit->after_late_of = EHC_NONE;
    limit->projects = true;
    limit->if_late = if_late;
    size_t faults = reader->faults;
    ehc_read_fields(reader, header, limit_fields, COUNT(limit_fields), limit);
    if (reader->faults > faults)
        return;
    take_role(&owned->law, limit);
    if (!fits_together(limit))
        ehc_reader_fail(reader, "see ehc-limits(5)", "amount, unit and count of [%s] do not go together",
                        reader->entry->section);
    if ((limit->exceptions == EHC_NONE) != (limit->exceptions_in == NULL))
        ehc_reader_fail(reader, NULL, "[%s] needs both 'exceptions' and 'exceptions-in', or neither",
                        reader->entry->section);
    if (limit->until != EHC_NO_DAY && limit->until < limit->from)
        ehc_reader_fail(reader, NULL, "[%s] is in force until a day before its 'from'", reader->entry->section);
    if ((limit->after_late == NULL) != (limit->after_late_of == EHC_NONE))
        ehc_reader_fail(reader, NULL, "[%s] needs both 'after-late' and 'after-late-of', or neither",
                        reader->entry->section);
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

void ehc_read_route_file(struct reader *reader, int route) {
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
            owned->tables.routes[route].title = about.title;
        } else if (id != NULL) {
            struct ehc_limit *limit = &owned->tables.limits[ehc_find_limit(&owned->law, id)];
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
