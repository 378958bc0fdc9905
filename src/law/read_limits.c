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
    {"trigger", ehc_read_triggers, 0, true},
    {"together", ehc_read_yes, AT(ehc_limit, together), false},
    {"act", ehc_read_acts, 0, true},
    {"amount", ehc_read_amount, 0, true},
    {"unit", ehc_read_unit, AT(ehc_limit, unit), true},
    {"count", ehc_read_count, AT(ehc_limit, count), true},
    {"roll", ehc_read_roll, AT(ehc_limit, roll), false},
    {"working-days", ehc_read_day_kind, AT(ehc_limit, day_kind), false},
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
    {"not-needed-if", ehc_read_events, AT(ehc_limit, not_needed_if), false},
    {"superseded-by", ehc_read_events, AT(ehc_limit, superseded_by), false},
    {"outlasts-next", ehc_read_yes, AT(ehc_limit, outlasts_next), false},
    {"of-decision", ehc_read_yes, AT(ehc_limit, of_decision), false},
    {"instead-of", ehc_read_limit_id, AT(ehc_limit, instead_of), false},
    {"later-of", ehc_read_limit_ids, AT(ehc_limit, later_of), false},
    {"later-of-earlier", ehc_read_yes, AT(ehc_limit, later_of_earlier), false},
    {"after-trigger", ehc_read_yes, AT(ehc_limit, after_trigger), false},
    {"only-if", ehc_read_text, AT(ehc_limit, only_if), false},
    {"known-by", ehc_read_events, AT(ehc_limit, known_by), false},
    {"who-known-by", ehc_read_events, AT(ehc_limit, who_known_by), false},
    {"asked-for", ehc_read_yes, AT(ehc_limit, is_asked_for), false},
    {"implied-by", ehc_read_events, AT(ehc_limit, implied_by), false},
    {"needs", ehc_read_events, AT(ehc_limit, needs), false},
    {"needs-setting", ehc_read_setting, AT(ehc_limit, needs_setting), false},
    {"projects", ehc_read_projects, AT(ehc_limit, projects), false},
    {"or-on", ehc_read_event, AT(ehc_limit, or_on), false},
    {"or-limit", ehc_read_limit_id, AT(ehc_limit, or_limit), false},
    {"or-on-later", ehc_read_text, AT(ehc_limit, or_on_later), false},
    {"or-on-earlier", ehc_read_text, AT(ehc_limit, or_on_earlier), false},
    {"or-on-needed", ehc_read_yes, AT(ehc_limit, or_on_needed), false},
    {"with", ehc_read_event, AT(ehc_limit, with), false},
    {"with-amount", ehc_read_number, AT(ehc_limit, with_amount), false},
    {"minimum", ehc_read_yes, AT(ehc_limit, is_minimum), false},
    {"pending", ehc_read_event, AT(ehc_limit, pending), false},
    {"pending-until", ehc_read_events, AT(ehc_limit, pending_until), false},
    {"works-back", ehc_read_works_back, AT(ehc_limit, works_back), false},
    {"kept-free-before", ehc_read_events, AT(ehc_limit, kept_free_before), false},
    {"under", ehc_read_events, AT(ehc_limit, under), false},
    {"advice-from", ehc_read_advice_from, AT(ehc_limit, advice_from), false},
    {"after-late", ehc_read_text, AT(ehc_limit, after_late), false},
    {"after-late-of", ehc_read_role, AT(ehc_limit, after_late_of), false},
    {"note", ehc_read_text, AT(ehc_limit, note), false},
    {"if-late", ehc_read_text, AT(ehc_limit, if_late), false},
};

static bool fits_together(const struct ehc_limit *limit) {
    bool fixed = limit->unit == EHC_FIXED_DATE;
    if (fixed != (limit->count == EHC_BEFORE) || fixed != (limit->month > 0) || limit->amount < 1 || limit->with_amount < 0)
        return false;
    return limit->unit != EHC_SCHOOL_DAYS || limit->count == EHC_AFTER;
}

/* Takes `who` and `for_family` from the roles of a limit. */
static void take_role(const struct ehc_law *law, struct ehc_limit *limit) {
    for (size_t i = 0; i < law->role_count; i++) {
        if (!(limit->roles & 1U << i))
            continue;
        limit->who = limit->who != NULL ? limit->who : law->roles[i].who;
        limit->for_family = limit->for_family || law->roles[i].is_family;
    }
}

/* Checks keys that mean nothing without another key. */
static void check_companions(struct reader *reader, const struct ehc_limit *limit) {
    const struct owned_law *owned = reader->owner;
    const struct {
        bool is_given;
        const char *key;
        bool has_other;
        const char *other;
    } pairs[] = {
        {limit->together, "together", limit->triggers.count == 2, "two triggers"},
        {limit->pending != EHC_NONE, "pending", limit->is_minimum, "'minimum'"},
        {limit->known_by.count > 0, "known-by", limit->only_if != NULL, "'only-if'"},
        {limit->or_on_needed, "or-on-needed", limit->or_on != EHC_NONE, "'or-on'"},
        {limit->later_of_earlier, "later-of-earlier", limit->later_of.count > 0, "'later-of'"},
        {limit->or_on_later != NULL, "or-on-later", limit->or_on != EHC_NONE, "'or-on'"},
        {limit->or_on_earlier != NULL, "or-on-earlier", limit->or_on != EHC_NONE, "'or-on'"},
        {limit->day_kind != EHC_NONE, "working-days", limit->unit == EHC_WORKING_DAYS || limit->unit == EHC_SCHOOL_DAYS,
         "working-days or school-days as its unit"},
        {limit->of_decision, "of-decision", owned->law.decision != EHC_NONE, "'decision' in law.ini"},
        {limit->or_limit != EHC_NONE, "or-limit", owned->law.decision != EHC_NONE, "'decision' in law.ini"},
        {limit->who_known_by.count > 0, "who-known-by",
         limit->triggers.count == 0 || owned->law.events[limit->trigger].several_in != NULL, "a trigger with 'several-in'"},
    };
    for (size_t i = 0; i < COUNT(pairs); i++)
        if (pairs[i].is_given && !pairs[i].has_other)
            ehc_reader_fail(reader, "see ehc-limits(5)", "[%s] needs %s, because it has '%s'", reader->entry->section,
                            pairs[i].other, pairs[i].key);
}

static void read_limit(struct reader *reader, size_t header, struct ehc_limit *limit, const char *if_late) {
    const struct owned_law *owned = reader->owner;
    limit->until = EHC_NO_DAY;
    limit->exceptions = limit->relaxed_by = limit->instead_of = limit->roll = limit->after_late_of = EHC_NONE;
    limit->day_kind = EHC_NONE;
    limit->or_on = limit->or_limit = limit->with = limit->pending = EHC_NONE;
    limit->projects = EHC_PROJECTS;
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
        ehc_reader_fail(reader, NULL, "'until' of [%s] is before its 'from'", reader->entry->section);
    if ((limit->after_late == NULL) != (limit->after_late_of == EHC_NONE))
        ehc_reader_fail(reader, NULL, "[%s] needs both 'after-late' and 'after-late-of', or neither",
                        reader->entry->section);
    if ((limit->with == EHC_NONE) != (limit->with_amount == 0))
        ehc_reader_fail(reader, NULL, "[%s] needs both 'with' and 'with-amount', or neither", reader->entry->section);
    if ((limit->pending == EHC_NONE) != (limit->pending_until.count == 0))
        ehc_reader_fail(reader, NULL, "[%s] needs both 'pending' and 'pending-until', or neither", reader->entry->section);
    check_companions(reader, limit);
    if (limit->instead_of != EHC_NONE && &owned->law.limits[limit->instead_of] == limit)
        ehc_reader_fail(reader, NULL, "[%s] names itself in 'instead-of'", reader->entry->section);
}

static const struct field no_number_fields[] = {
    {"title", ehc_read_text, AT(ehc_no_number, title), true},
    {"role", ehc_read_roles, AT(ehc_no_number, roles), true},
    {"who", ehc_read_text, AT(ehc_no_number, who), false},
    {"basis", ehc_read_basis, AT(ehc_no_number, basis), true},
    {"provision", ehc_read_text, AT(ehc_no_number, provision), true},
    {"url", ehc_read_text, AT(ehc_no_number, url), true},
    {"checked", ehc_read_day, AT(ehc_no_number, checked), true},
    {"asks", ehc_read_text, AT(ehc_no_number, asks), true},
    {"guidance", ehc_read_text, AT(ehc_no_number, guidance), false},
    {"what-to-do", ehc_read_text, AT(ehc_no_number, what_to_do), true},
};

static void read_no_number(struct reader *reader, size_t header, const char *id, int route) {
    struct owned_law *owned = reader->owner;
    int index = ehc_find_no_number(&owned->law, id);
    if (index == EHC_NONE)
        return;
    struct ehc_no_number *row = &owned->tables.no_numbers[index];
    row->route = route;
    ehc_read_fields(reader, header, no_number_fields, COUNT(no_number_fields), row);
    for (size_t i = 0; i < owned->law.role_count; i++)
        if (row->who == NULL && row->roles & 1U << i)
            row->who = owned->law.roles[i].who;
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
        const char *no_number = ehc_section_id(section, "no-number");
        if (ascii_same(section, "route")) {
            found = true;
            ehc_read_fields(reader, i, about_route_fields, COUNT(about_route_fields), &about);
            owned->tables.routes[route].title = about.title;
        } else if (id != NULL) {
            struct ehc_limit *limit = &owned->tables.limits[ehc_find_limit(&owned->law, id)];
            limit->route = route;
            read_limit(reader, i, limit, about.if_late);
        } else if (no_number != NULL) {
            read_no_number(reader, i, no_number, route);
        } else {
            ehc_reader_fail(reader, "write [route], [limit NAME] or [no-number NAME]", "[%s] is not known here", section);
        }
    }
    reader->entry = NULL;
    if (!found)
        ehc_reader_fail(reader, NULL, "the section [route] is missing");
}
