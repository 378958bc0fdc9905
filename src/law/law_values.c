#include "law_values.h"
#include "util/fail.h"
#include <ehc/case.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct block {
    struct block *next;
    max_align_t room[];
};

void *ehc_law_take(struct owned_law *owned, size_t count, size_t size) {
    struct block *block = calloc(1, sizeof *block + (count > 0 ? count : 1) * size);
    if (block == NULL) {
        owned->out_of_memory = true;
        return NULL;
    }
    block->next = owned->blocks;
    owned->blocks = block;
    return block->room;
}

void ehc_law_free_blocks(struct owned_law *owned) {
    while (owned->blocks != NULL) {
        struct block *next = owned->blocks->next;
        free(owned->blocks);
        owned->blocks = next;
    }
}

bool ehc_read_text(struct reader *reader, const char *value, void *target) {
    if (!ehc_reader_is_whole(reader))
        return false;
    if (*value == '\0')
        return ehc_reader_fail(reader, NULL, "'%s' is empty", reader->entry->key);
    *(const char **)target = value;
    return true;
}

bool ehc_read_number(struct reader *reader, const char *value, void *target) {
    char *end;
    long number = strtol(value, &end, 10);
    if (end == value || *end != '\0' || number < -1000 || number > 1000)
        return ehc_reader_fail(reader, "write a whole number from -1000 to 1000", "'%s' is not a number",
                               reader->entry->key);
    *(int *)target = (int)number;
    return true;
}

bool ehc_read_day(struct reader *reader, const char *value, void *target) {
    struct ehc_error error;
    return ehc_day_read(value, target, &error) || ehc_reader_pass_on(reader, &error);
}

bool ehc_read_yes(struct reader *reader, const char *value, void *target) {
    if (strcmp(value, "yes") != 0 && strcmp(value, "no") != 0)
        return ehc_reader_fail(reader, "write yes or no", "'%s' is neither yes nor no", reader->entry->key);
    *(bool *)target = strcmp(value, "yes") == 0;
    return true;
}

/* Reads one of the names that `name` gives for the numbers from 0 to `last`. */
static bool read_name(struct reader *reader, const char *value, int last, const char *(*name)(int), int *target) {
    char quoted[EHC_QUOTE_ROOM], hint[EHC_HINT_ROOM] = "";
    for (int i = 0; i <= last; i++) {
        if (strcmp(name(i), value) == 0) {
            *target = i;
            return true;
        }
        ehc_add_choice(hint, name(i));
    }
    return ehc_reader_fail(reader, hint, "%s is not a known value of '%s'", ehc_quote(value, quoted), reader->entry->key);
}

static const char *unit_name(int unit) {
    return ehc_unit_name((enum ehc_unit)unit);
}
static const char *count_name(int count) {
    return ehc_count_name((enum ehc_count)count);
}
static const char *roll_kind_name(int kind) {
    return ehc_roll_kind_name((enum ehc_roll_kind)kind);
}
static const char *basis_name(int basis) {
    return ehc_basis_name((enum ehc_basis)basis);
}
static const char *advice_from_name(int from) {
    return ehc_advice_from_name((enum ehc_advice_from)from);
}

bool ehc_read_unit(struct reader *reader, const char *value, void *target) {
    int index;
    if (!read_name(reader, value, EHC_FIXED_DATE, unit_name, &index))
        return false;
    *(enum ehc_unit *)target = (enum ehc_unit)index;
    return true;
}

bool ehc_read_count(struct reader *reader, const char *value, void *target) {
    int index;
    if (!read_name(reader, value, EHC_BEFORE, count_name, &index))
        return false;
    *(enum ehc_count *)target = (enum ehc_count)index;
    return true;
}

bool ehc_read_roll_kind(struct reader *reader, const char *value, void *target) {
    int index;
    if (!read_name(reader, value, EHC_BREAKS_NOT_COUNTED, roll_kind_name, &index))
        return false;
    *(enum ehc_roll_kind *)target = (enum ehc_roll_kind)index;
    return true;
}

bool ehc_read_one_adviser(struct reader *reader, const char *value, void *target) {
    return read_name(reader, value, EHC_ADVICE_FROM_KINDS - 1, advice_from_name, target);
}

bool ehc_read_basis(struct reader *reader, const char *value, void *target) {
    int index;
    if (!read_name(reader, value, EHC_PRACTICE, basis_name, &index))
        return false;
    *(enum ehc_basis *)target = (enum ehc_basis)index;
    return true;
}

typedef int find_id(const struct owned_law *owned, const char *id);

static int find_event(const struct owned_law *owned, const char *id) {
    return ehc_find_event(&owned->law, id);
}
static int find_limit(const struct owned_law *owned, const char *id) {
    return ehc_find_limit(&owned->law, id);
}
static int find_reading(const struct owned_law *owned, const char *id) {
    for (size_t i = 0; i < owned->law.reading_count; i++)
        if (strcmp(owned->law.readings[i].id, id) == 0)
            return (int)i;
    return EHC_NONE;
}
static int find_relaxation(const struct owned_law *owned, const char *id) {
    for (size_t i = 0; i < owned->law.relaxation_count; i++)
        if (strcmp(owned->law.relaxations[i].id, id) == 0)
            return (int)i;
    return EHC_NONE;
}
static int find_list(const struct owned_law *owned, const char *id) {
    for (size_t i = 0; i < owned->law.list_count; i++)
        if (strcmp(owned->law.lists[i].id, id) == 0)
            return (int)i;
    return EHC_NONE;
}

static int find_role(const struct owned_law *owned, const char *id) {
    return ehc_find_role(&owned->law, id);
}
static int find_roll(const struct owned_law *owned, const char *id) {
    for (size_t i = 0; i < owned->law.roll_count; i++)
        if (strcmp(owned->law.rolls[i].id, id) == 0)
            return (int)i;
    return EHC_NONE;
}
static int find_break(const struct owned_law *owned, const char *id) {
    for (size_t i = 0; i < owned->law.break_count; i++)
        if (strcmp(owned->law.breaks[i].id, id) == 0)
            return (int)i;
    return EHC_NONE;
}

static const char *nearest_name(const struct owned_law *owned, find_id *find, const char *id) {
    if (find == find_event)
        return ehc_nearest_event(&owned->law, id);
    return find == find_limit ? ehc_nearest_limit(&owned->law, id) : NULL;
}

static bool read_id(struct reader *reader, const char *id, find_id *find, const char *what, int *index) {
    const struct owned_law *owned = reader->owner;
    char quoted[EHC_QUOTE_ROOM], hint[EHC_HINT_ROOM];
    *index = find(owned, id);
    if (*index != EHC_NONE)
        return true;
    const char *otherwise = find == find_event ? "add it to events.ini, or name an event of 'ehc limits --events'" : NULL;
    return ehc_reader_fail(reader, ehc_did_you_mean(nearest_name(owned, find, id), otherwise, hint), "%s is not %s",
                           ehc_quote(id, quoted), what);
}

size_t ehc_count_items(const char *list) {
    size_t count = 0;
    char item[128];
    while (ehc_next_item(&list, item, sizeof item))
        count++;
    return count;
}

static bool read_ids(struct reader *reader, const char *value, find_id *find, const char *what, struct ehc_indexes *target) {
    int *index = ehc_law_take(reader->owner, ehc_count_items(value), sizeof *index);
    size_t count = 0;
    char id[128];
    while (index != NULL && ehc_next_item(&value, id, sizeof id))
        count += read_id(reader, id, find, what, &index[count]);
    *target = (struct ehc_indexes){.index = index, .count = count};
    return true;
}

bool ehc_read_event(struct reader *reader, const char *value, void *target) {
    return read_id(reader, value, find_event, "an event", target);
}
bool ehc_read_events(struct reader *reader, const char *value, void *target) {
    return read_ids(reader, value, find_event, "an event", target);
}
bool ehc_read_limit_id(struct reader *reader, const char *value, void *target) {
    return read_id(reader, value, find_limit, "a limit", target);
}
bool ehc_read_limit_ids(struct reader *reader, const char *value, void *target) {
    return read_ids(reader, value, find_limit, "a limit", target);
}
bool ehc_read_relaxation(struct reader *reader, const char *value, void *target) {
    return read_id(reader, value, find_relaxation, "a relaxation", target);
}
bool ehc_read_list(struct reader *reader, const char *value, void *target) {
    return read_id(reader, value, find_list, "a list of exceptions", target);
}
bool ehc_read_readings(struct reader *reader, const char *value, void *target) {
    if (ehc_count_items(value) > EHC_READINGS_MAX)
        return ehc_reader_fail(reader, NULL, "a limit can have %d other readings at most", EHC_READINGS_MAX);
    return read_ids(reader, value, find_reading, "a reading", target);
}

bool ehc_read_kind(struct reader *reader, const char *value, void *target) {
    struct ehc_event *event = target;
    event->is_year = strcmp(value, "year") == 0;
    event->is_term = event->is_year || strcmp(value, "term") == 0;
    return event->is_term || ehc_reader_fail(reader, "use year or term, or leave it out", "this kind of event is not known");
}

static const char *taken_name(int taken) {
    static const char *const names[] = {"latest", "each", "first"};
    return names[taken];
}
static const char *projects_name(int projects) {
    static const char *const names[] = {"no", "yes", "once-started"};
    return names[projects];
}

bool ehc_read_taken(struct reader *reader, const char *value, void *target) {
    int index;
    if (!read_name(reader, value, EHC_TAKEN_FIRST, taken_name, &index))
        return false;
    *(enum ehc_taken *)target = (enum ehc_taken)index;
    return true;
}

bool ehc_read_projects(struct reader *reader, const char *value, void *target) {
    int index;
    if (!read_name(reader, value, EHC_PROJECTS_ONCE_STARTED, projects_name, &index))
        return false;
    *(enum ehc_projects *)target = (enum ehc_projects)index;
    return true;
}

static const char *works_back_name(int works_back) {
    static const char *const names[] = {"no", "yes", "whole-time", "end"};
    return names[works_back];
}

bool ehc_read_works_back(struct reader *reader, const char *value, void *target) {
    int index;
    if (!read_name(reader, value, EHC_WORKS_BACK_END, works_back_name, &index))
        return false;
    *(enum ehc_works_back *)target = (enum ehc_works_back)index;
    return true;
}

bool ehc_read_setting(struct reader *reader, const char *value, void *target) {
    struct ehc_error error;
    return ehc_setting_read(value, target, &error) || ehc_reader_pass_on(reader, &error);
}

/* "a, b after c" */
bool ehc_read_sources(struct reader *reader, const char *value, void *target) {
    static const char word[] = " after ";
    struct ehc_source *list = ehc_law_take(reader->owner, ehc_count_items(value), sizeof *list);
    struct ehc_sources *sources = target;
    size_t count = 0;
    char item[128];
    while (list != NULL && ehc_next_item(&value, item, sizeof item)) {
        char *after = strstr(item, word);
        struct ehc_source source = {EHC_NONE, EHC_NONE};
        if (after != NULL)
            *after = '\0';
        if (read_id(reader, item, find_event, "an event", &source.event) &&
            (after == NULL || read_id(reader, after + strlen(word), find_event, "an event", &source.after)))
            list[count++] = source;
    }
    *sources = (struct ehc_sources){list, count};
    return true;
}

bool ehc_read_triggers(struct reader *reader, const char *value, void *target) {
    struct ehc_limit *limit = target;
    if (ehc_count_items(value) > EHC_TRIGGERS_MAX)
        return ehc_reader_fail(reader, NULL, "a limit can have %d triggers at most", EHC_TRIGGERS_MAX);
    if (!ehc_read_events(reader, value, &limit->triggers) || limit->triggers.count == 0)
        return false;
    limit->trigger = limit->triggers.index[0];
    return true;
}

bool ehc_read_acts(struct reader *reader, const char *value, void *target) {
    struct ehc_limit *limit = target;
    if (!ehc_read_sources(reader, value, &limit->acts) || limit->acts.count == 0)
        return false;
    limit->act = limit->acts.list[0].event;
    return true;
}

bool ehc_read_advice_from(struct reader *reader, const char *value, void *target) {
    unsigned bits = 0;
    char name[128];
    int from = 0;
    while (ehc_next_item(&value, name, sizeof name))
        if (read_name(reader, name, EHC_ADVICE_FROM_KINDS - 1, advice_from_name, &from))
            bits |= 1U << from;
    *(unsigned *)target = bits;
    return true;
}

bool ehc_read_day_kind(struct reader *reader, const char *value, void *target) {
    const struct owned_law *owned = reader->owner;
    char quoted[EHC_QUOTE_ROOM];
    for (size_t i = 0; i < owned->law.day_kind_count; i++) {
        if (strcmp(owned->law.day_kinds[i].id, value) == 0) {
            *(int *)target = (int)i;
            return true;
        }
    }
    return ehc_reader_fail(reader, "use the ID of a [working-days ID] in working-days.ini",
                           "%s is not a known value of 'working-days'", ehc_quote(value, quoted));
}

bool ehc_read_units(struct reader *reader, const char *value, void *target) {
    unsigned bits = 0;
    char name[128];
    int unit = 0;
    while (ehc_next_item(&value, name, sizeof name))
        if (read_name(reader, name, EHC_FIXED_DATE, unit_name, &unit))
            bits |= 1U << unit;
    *(unsigned *)target = bits;
    return true;
}

bool ehc_read_roll(struct reader *reader, const char *value, void *target) {
    const struct owned_law *owned = reader->owner;
    char quoted[EHC_QUOTE_ROOM], hint[EHC_HINT_ROOM] = "";
    int roll = strcmp(value, "none") != 0 ? find_roll(owned, value) : EHC_NONE;
    *(int *)target = roll;
    if (roll != EHC_NONE || strcmp(value, "none") == 0)
        return true;
    ehc_add_choice(hint, "none");
    for (size_t i = 0; i < owned->law.roll_count; i++)
        ehc_add_choice(hint, owned->law.rolls[i].id);
    return ehc_reader_fail(reader, hint, "%s is not a known value of 'roll'", ehc_quote(value, quoted));
}

bool ehc_read_role(struct reader *reader, const char *value, void *target) {
    return read_id(reader, value, find_role, "a role", target);
}

bool ehc_read_roles(struct reader *reader, const char *value, void *target) {
    struct ehc_indexes roles;
    unsigned bits = 0;
    read_ids(reader, value, find_role, "a role", &roles);
    for (size_t i = 0; i < roles.count; i++)
        bits |= 1U << roles.index[i];
    *(unsigned *)target = bits;
    return true;
}

bool ehc_read_breaks(struct reader *reader, const char *value, void *target) {
    const struct owned_law *owned = reader->owner;
    struct ehc_roll *roll = target;
    struct ehc_indexes list;
    read_ids(reader, value, find_break, "a break", &list);
    const struct ehc_break **breaks = ehc_law_take(reader->owner, list.count, sizeof *breaks);
    for (size_t i = 0; breaks != NULL && i < list.count; i++)
        breaks[i] = &owned->law.breaks[list.index[i]];
    roll->breaks = breaks;
    roll->break_count = breaks != NULL ? list.count : 0;
    return true;
}

bool ehc_read_day_of_year(struct reader *reader, const char *value, int *month, int *day) {
    char dated[64];
    ehc_day read;
    struct ehc_error error;
    snprintf(dated, sizeof dated, "%.40s 2023", value);
    if (!ehc_day_read(dated, &read, &error))
        return ehc_reader_fail(reader, "write it as 15 February", "'%s' is not a day of a year", reader->entry->key);
    *month = ehc_ymd_from_day(read).month;
    *day = ehc_ymd_from_day(read).day;
    return true;
}

bool ehc_read_amount(struct reader *reader, const char *value, void *target) {
    struct ehc_limit *limit = target;
    if (strchr(value, ' ') == NULL)
        return ehc_read_number(reader, value, &limit->amount);
    return ehc_read_day_of_year(reader, value, &limit->month, &limit->amount);
}
