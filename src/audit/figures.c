/* The figures: groups by name or period, and the spread of days in each. */
#include "audit_state.h"
#include "util/ascii.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE = 512, PAGES = (EHC_DAY_MAX - EHC_DAY_MIN) / PAGE + 1 };

/* Counts of plans by the days they took. A page is allocated only when a plan falls into it. */
struct ehc_day_counts {
    uint32_t *page[PAGES];
};

int ehc_rate(uint64_t part, uint64_t whole) {
    return whole > 0 ? (int)((2000 * part + whole) / (2 * whole)) : -1;
}

int ehc_tenths_of_week(uint64_t days, uint64_t count) {
    return count > 0 ? (int)((20 * days + 7 * count) / (14 * count)) : -1;
}

const char *ehc_fault_words(enum ehc_fault fault) {
    static const char *const words[] = {"a date that cannot be read",
                                        "dates in an impossible order",
                                        "a period with a missing or reversed date",
                                        "a flag that is neither 0 nor 1",
                                        "a code that is not known",
                                        "too many or too few fields",
                                        "a NUL byte"};
    return words[fault];
}

const struct ehc_published *ehc_published_of(const struct ehc_law *law, int year) {
    for (size_t i = 0; i < law->caseload.published_count; i++)
        if (law->caseload.published[i].year == year)
            return &law->caseload.published[i];
    return NULL;
}

/* ---- groups ---- */

/* FNV-1a. */
static uint64_t hash_of(const char *text, size_t length) {
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
    return hash;
}

/* Folds a name to its letters and digits in lower case, by which authorities are compared. False if nothing is left, or if
 * the name has several lines. */
static bool fold_name(const char *text, size_t length, char folded[NAME_ROOM], size_t *folded_length) {
    size_t at = 0;
    for (size_t i = 0; i < length && at < NAME_ROOM; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c < ' ')
            return false;
        if (c >= 0x80 || (c >= '0' && c <= '9') || ascii_is_letter((char)c))
            folded[at++] = ascii_lower((char)c);
    }
    *folded_length = at;
    return at > 0 && at < NAME_ROOM;
}

/* The slot of a name in the table of names: it holds its group, or NULL. */
static struct audit_group **find_name(struct ehc_audit *audit, const char *text, size_t length, uint64_t *hash) {
    char folded[NAME_ROOM];
    size_t folded_length;
    if (!fold_name(text, length, folded, &folded_length))
        return NULL;
    *hash = hash_of(folded, folded_length);
    size_t at = *hash % TABLE;
    while (audit->names[at] != NULL && audit->names[at]->name_hash != *hash)
        at = (at + 1) % TABLE;
    return &audit->names[at];
}

/* The name that the map of the caller (--map) gives an authority, or NULL. */
static const char *name_in_map(const struct ehc_audit *audit, const char *text, size_t length) {
    char folded[NAME_ROOM], other[NAME_ROOM];
    size_t folded_length, other_length;
    if (audit->options.authority_count == 0 || !fold_name(text, length, folded, &folded_length))
        return NULL;
    for (size_t i = 0; i < 2 * audit->options.authority_count; i++) {
        const struct ehc_audit_name *name = &audit->options.authorities[i / 2];
        const char *known = i % 2 == 0 ? name->from : name->to;
        if (fold_name(known, strlen(known), other, &other_length) && folded_length == other_length &&
            memcmp(folded, other, folded_length) == 0)
            return name->to;
    }
    return NULL;
}

static struct audit_group *add_group(struct ehc_audit *audit, const char *text, size_t length, uint64_t hash) {
    bool last = audit->group_count == GROUPS_MOST;
    char name[NAME_ROOM];
    struct audit_group *group = calloc(1, sizeof *group);
    if (group == NULL) {
        ehc_audit_out_of_memory(audit);
        return NULL;
    }
    audit->groups[audit->group_count++] = group;
    group->figures.days = calloc(1, sizeof *group->figures.days);
    while (length > 0 && text[0] == ' ') {
        text++;
        length--;
    }
    ehc_audit_copy_text(audit, name, sizeof name, last ? "(all others)" : text, last ? strlen("(all others)") : length);
    group->text = malloc(length + 1);
    group->figures.name = group->name = name[0] != '\0' ? strdup(name) : NULL;
    if (group->figures.days == NULL || group->text == NULL || (name[0] != '\0' && group->figures.name == NULL)) {
        ehc_audit_out_of_memory(audit);
        return NULL;
    }
    memcpy(group->text, text, length);
    group->length = length;
    group->hash = hash;
    group->has_lines = last || audit_line_breaks(text, length) > 0;
    audit->result.cut = last;
    return group;
}

static inline bool is_text(const struct audit_group *group, const char *text, size_t length) {
    return group->length == length && memcmp(group->text, text, length) == 0;
}

/* Whether the text repeats the heading of the column of authorities, as in files that were joined. */
static bool is_heading_again(const struct ehc_audit *audit, const char *text, size_t length) {
    char copy[NAME_ROOM];
    if (length >= sizeof copy)
        return false;
    memcpy(copy, text, length);
    copy[length] = '\0';
    for (size_t i = 0; i < audit->column_count; i++)
        if (audit->columns[i].kind == COLUMN_AUTHORITY && ehc_audit_is_heading(&audit->columns[i], copy))
            return true;
    return false;
}

static bool is_total(struct ehc_audit *audit, const char *text, size_t length) {
    bool is_first = audit->first_column != NULL && audit->first_column->kind == COLUMN_AUTHORITY;
    return is_first && ehc_audit_look_for_total(audit, text, length);
}

/* Cold path: the group of a text that is not in the table yet. It is a group whose name differs only in capitals, spaces
 * and punctuation, a group that the map names, or a new group in slot `at`. */
SELDOM static struct audit_group *other_spelling(struct ehc_audit *audit, const char *text, size_t length, uint64_t hash,
                                                 size_t at) {
    uint64_t name_hash = 0;
    const char *mapped = name_in_map(audit, text, length);
    struct audit_group **place =
        mapped != NULL ? find_name(audit, mapped, strlen(mapped), &name_hash) : find_name(audit, text, length, &name_hash);
    if (place != NULL && *place != NULL)
        return *place;
    audit->row.ignored = audit->row.ignored || is_heading_again(audit, text, length) || is_total(audit, text, length);
    if (audit->row.ignored)
        return NULL;
    if (audit->group_count > GROUPS_MOST)
        return audit->groups[GROUPS_MOST];
    struct audit_group *group = mapped != NULL ? add_group(audit, mapped, strlen(mapped), hash_of(mapped, strlen(mapped)))
                                               : add_group(audit, text, length, hash);
    if (group == NULL || audit->group_count > GROUPS_MOST)
        return group;
    if (mapped == NULL)
        audit->table[at] = audit->latest = group;
    if (place != NULL) {
        group->name_hash = name_hash;
        *place = group;
    }
    return group;
}

struct audit_group *ehc_audit_group(struct ehc_audit *audit, const char *text, size_t length) {
    if (audit->latest != NULL && is_text(audit->latest, text, length))
        return audit->latest;
    while (length > 0 && text[0] == ' ') {
        text++;
        length--;
    }
    while (length > 0 && text[length - 1] == ' ')
        length--;
    uint64_t hash = hash_of(text, length);
    size_t at = hash % TABLE;
    for (; audit->table[at] != NULL; at = (at + 1) % TABLE)
        if (audit->table[at]->hash == hash && is_text(audit->table[at], text, length))
            return audit->latest = audit->table[at];
    return other_spelling(audit, text, length, hash, at);
}

static struct audit_group *period_group(struct ehc_audit *audit, ehc_day act) {
    struct ehc_ymd ymd = ehc_ymd_from_day(act);
    bool by_month = audit->options.by == EHC_BY_MONTH;
    int index = 12 * (ymd.year - YEAR_FIRST) + (by_month ? ymd.month - 1 : 0);
    char name[32];
    if (audit->periods[index] == NULL) {
        int length = by_month ? snprintf(name, sizeof name, "%04d-%02d", ymd.year, ymd.month)
                              : snprintf(name, sizeof name, "%04d", ymd.year);
        audit->periods[index] = ehc_audit_group(audit, name, (size_t)length);
    }
    return audit->periods[index];
}

static struct audit_group *row_group(struct ehc_audit *audit, ehc_day act) {
    const char *setting = ehc_setting_name(audit->facts.setting);
    switch (audit->options.by) {
    case EHC_BY_YEAR:
    case EHC_BY_MONTH:
        return period_group(audit, act);
    case EHC_BY_SETTING:
        return setting != NULL ? ehc_audit_group(audit, setting, strlen(setting)) : ehc_audit_group(audit, "", 0);
    case EHC_BY_AUTHORITY:
        break;
    }
    return audit->authority;
}

struct ehc_figures *ehc_audit_figures_for(struct ehc_audit *audit, ehc_day act) {
    struct audit_group *group = row_group(audit, act);
    return group != NULL ? &group->figures : NULL;
}

/* ---- the spread of days ---- */

bool ehc_audit_count_days(struct ehc_figures *figures, int32_t days) {
    uint32_t **page = &figures->days->page[days / PAGE];
    if (*page == NULL)
        *page = calloc(PAGE, sizeof **page);
    if (*page == NULL)
        return false;
    (*page)[days % PAGE]++;
    return true;
}

uint64_t ehc_figures_between(const struct ehc_figures *figures, int32_t first, int32_t last) {
    uint64_t count = 0;
    for (int32_t days = first < 0 ? 0 : first; days <= last && days < PAGE * PAGES; days++) {
        const uint32_t *page = figures->days->page[days / PAGE];
        if (page == NULL)
            days |= PAGE - 1;
        else
            count += page[days % PAGE];
    }
    return count;
}

/* The days of the plan at `rank` (from 1) in order of days. */
static int32_t day_at(const struct ehc_figures *figures, uint64_t rank) {
    uint64_t seen = 0;
    for (int32_t i = 0; i < PAGES; i++)
        for (int32_t j = 0; figures->days->page[i] != NULL && j < PAGE; j++)
            if ((seen += figures->days->page[i][j]) >= rank)
                return i * PAGE + j;
    return -1;
}

static void measure_spread(struct ehc_figures *figures) {
    uint64_t count = figures->dated;
    figures->longest_days = figures->median_twice = figures->p90_days = -1;
    if (count == 0)
        return;
    figures->longest_days = day_at(figures, count);
    figures->median_twice = day_at(figures, (count + 1) / 2) + day_at(figures, count / 2 + 1);
    figures->p90_days = day_at(figures, (9 * count + 9) / 10);
}

/* ---- the end ---- */

static void add_share(struct ehc_share *total, struct ehc_share part) {
    total->done += part.done;
    total->in_time += part.in_time;
}

static bool add_to_total(struct ehc_figures *total, const struct ehc_figures *part) {
    for (int i = 0; i < EHC_MEASURES_MAX; i++) {
        total->kept[i].done += part->kept[i].done;
        total->kept[i].in_time += part->kept[i].in_time;
        total->kept[i].disputed += part->kept[i].disputed;
        total->kept[i].overdue += part->kept[i].overdue;
        total->kept[i].open += part->kept[i].open;
    }
    for (int i = 0; i < EHC_BANDS_MAX; i++)
        total->over[i] += part->over[i];
    add_share(&total->all, part->all);
    add_share(&total->without, part->without);
    total->undated += part->undated;
    total->on_last_day += part->on_last_day;
    total->late_in += part->late_in;
    total->late_after += part->late_after;
    total->dated += part->dated;
    total->dated_without += part->dated_without;
    total->total_days += part->total_days;
    total->total_days_without += part->total_days_without;
    total->claims += part->claims;
    total->supported += part->supported;
    total->unsupported += part->unsupported;
    total->unclear += part->unclear;
    for (int32_t i = 0; i < PAGES; i++) {
        if (part->days->page[i] == NULL)
            continue;
        if (total->days->page[i] == NULL)
            total->days->page[i] = calloc(PAGE, sizeof **total->days->page);
        if (total->days->page[i] == NULL)
            return false;
        for (int32_t j = 0; j < PAGE; j++)
            total->days->page[i][j] += part->days->page[i][j];
    }
    return true;
}

/* Groups without a name come last. The group of all further names is not sorted: it stays after them. */
static int compare(const void *a, const void *b) {
    const struct ehc_figures *const *first = a, *const *second = b;
    const char *one = (*first)->name, *other = (*second)->name;
    if (one == NULL || other == NULL)
        return (one == NULL) - (other == NULL);
    return strcmp(one, other);
}

bool ehc_audit_finish_figures(struct ehc_audit *audit) {
    size_t count = audit->group_count, sorted = count - audit->result.cut;
    audit->order = calloc(count + 1, sizeof(struct ehc_figures *));
    audit->total.days = calloc(1, sizeof *audit->total.days);
    if (audit->order == NULL || audit->total.days == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        measure_spread(&audit->groups[i]->figures);
        audit->order[i] = &audit->groups[i]->figures;
        if (!add_to_total(&audit->total, audit->order[i]))
            return false;
    }
    measure_spread(&audit->total);
    qsort(audit->order, sorted, sizeof(struct ehc_figures *), compare);
    audit->result.total = &audit->total;
    audit->result.groups = audit->order;
    audit->result.group_count = count;
    return true;
}

static void free_days(struct ehc_day_counts *days) {
    for (size_t i = 0; days != NULL && i < PAGES; i++)
        free(days->page[i]);
    free(days);
}

void ehc_audit_free_figures(struct ehc_audit *audit) {
    for (size_t i = 0; i < audit->group_count; i++) {
        free_days(audit->groups[i]->figures.days);
        free(audit->groups[i]->name);
        free(audit->groups[i]->text);
        free(audit->groups[i]);
    }
    free_days(audit->total.days);
    free(audit->order);
}
