/* Own dates. Every deadline points at a limit, so an own date gets a made-up one: a title and who acts, without law. */
#include "hints.h"
#include "util/ascii.h"
#include "util/fail.h"
#include <ehc/case.h>
#include <string.h>

/* The role with that id; if no id is given, the first role of the family. */
static int find_role(const struct ehc_law *law, const char *who) {
    if (who != NULL)
        return ehc_find_role(law, who);
    for (size_t i = 0; i < law->role_count; i++)
        if (law->roles[i].is_family)
            return (int)i;
    return EHC_NONE;
}

static struct ehc_limit make_limit(const struct ehc_law *law, const struct ehc_own *own) {
    int role = find_role(law, own->who);
    return (struct ehc_limit){
        .id = "own",
        .title = own->name,
        .short_title = own->name,
        .who = role != EHC_NONE   ? law->roles[role].who
               : own->who != NULL ? own->who
                                  : "",
        .roles = role != EHC_NONE ? 1U << role : 0,
        .for_family = role != EHC_NONE && law->roles[role].is_family,
        .basis = EHC_OWN,
        .checked = EHC_NO_DAY,
        .from = EHC_NO_DAY,
        .until = EHC_NO_DAY,
        .route = EHC_NONE,
        .trigger = EHC_NONE,
        .act = EHC_NONE,
        .unit = EHC_DAYS,
        .roll = EHC_NONE,
        .day_kind = EHC_NONE,
        .exceptions = EHC_NONE,
        .relaxed_by = EHC_NONE,
        .instead_of = EHC_NONE,
        .projects = EHC_PROJECTS_NEVER,
        .after_late_of = EHC_NONE,
        .or_on = EHC_NONE,
        .or_limit = EHC_NONE,
        .with = EHC_NONE,
        .pending = EHC_NONE,
    };
}

static size_t find_own(const struct ehc_case *facts, const char *name) {
    size_t i = 0;
    while (i < facts->own_count && !ascii_same(facts->own[i].name, name))
        i++;
    return i;
}

const struct ehc_own *ehc_case_own(const struct ehc_case *facts, const char *name) {
    size_t at = find_own(facts, name);
    return at < facts->own_count ? &facts->own[at] : NULL;
}

bool ehc_case_add_own(const struct ehc_law *law, struct ehc_case *facts, struct ehc_own own, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    if (own.name == NULL || *own.name == '\0') {
        ehc_fail(error, "your own date needs a name that says what is due");
        return ehc_hint(error, "write it as in [own hearing bundle], or --own \"hearing bundle=2026-09-01\"");
    }
    if (ehc_case_own(facts, own.name) != NULL) {
        ehc_fail(error, "another of your own dates has the name %s", ehc_quote(own.name, quoted));
        return ehc_hint(error, "give each of them a different name");
    }
    if (facts->own_count == EHC_OWN_MAX) {
        ehc_fail(error, "there are more than %d of your own dates in the case", EHC_OWN_MAX);
        return ehc_hint(error, "%s", ehc_hint_leave_out);
    }
    own.limit = make_limit(law, &own);
    facts->own[facts->own_count++] = own;
    return true;
}

bool ehc_case_set_own(const struct ehc_law *law, struct ehc_case *facts, const char *name, ehc_day due,
                      struct ehc_error *error) {
    size_t at = find_own(facts, name);
    if (at == facts->own_count)
        return ehc_case_add_own(law, facts, (struct ehc_own){.name = name, .due = due, .done = EHC_NO_DAY}, error);
    facts->own[at].due = due;
    return true;
}
