/* Reads caseload.ini and published-figures.ini of a law. Both are optional. */
#include "law_values.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AT(type, member) offsetof(struct type, member)
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { DIGITS_MOST = 9, KEY_ROOM = 64, PUBLISHED_KEYS = 2 * EHC_MEASURES_MAX + 16 };

/* ---- values ---- */

/* Copies the next item of a list. NULL, after a report, if there is none. */
static const char *take_item(struct reader *reader, const char **list) {
    char item[KEY_ROOM];
    if (!ehc_next_item(list, item, sizeof item)) {
        ehc_reader_fail(reader, "separate the names by commas", "'%s' has too few names", reader->entry->key);
        return NULL;
    }
    char *text = ehc_law_take(reader->owner, strlen(item) + 1, 1);
    return text != NULL ? strcpy(text, item) : NULL;
}

static bool has_more(struct reader *reader, const char *list) {
    char item[KEY_ROOM];
    if (!ehc_next_item(&list, item, sizeof item))
        return false;
    ehc_reader_fail(reader, "shorten the list", "'%s' has too many items", reader->entry->key);
    return true;
}

static bool read_keys(struct reader *reader, const char *value, void *target) {
    struct ehc_figure_keys *keys = target;
    keys->done = take_item(reader, &value);
    keys->in_time = keys->done != NULL ? take_item(reader, &value) : NULL;
    keys->share = keys->in_time != NULL ? take_item(reader, &value) : NULL;
    return keys->share != NULL && !has_more(reader, value);
}

static bool read_late_keys(struct reader *reader, const char *value, void *target) {
    struct ehc_main_measure *about = target;
    about->key_late_in = take_item(reader, &value);
    about->key_late_after = about->key_late_in != NULL ? take_item(reader, &value) : NULL;
    return about->key_late_after != NULL && !has_more(reader, value);
}

static bool read_bands(struct reader *reader, const char *value, void *target) {
    struct ehc_main_measure *about = target;
    char item[KEY_ROOM];
    int before = 0;
    for (about->band_count = 0; about->band_count < EHC_BANDS_MAX - 1 && ehc_next_item(&value, item, sizeof item);) {
        int *weeks = &about->band_weeks[about->band_count++];
        if (!ehc_read_number(reader, item, weeks))
            return false;
        if (*weeks <= before)
            return ehc_reader_fail(reader, "write numbers of weeks, the smallest first", "'%s' is not in order",
                                   reader->entry->key);
        before = *weeks;
    }
    return !has_more(reader, value);
}

static int find_measure(const struct ehc_caseload *caseload, const char *id) {
    for (size_t i = 0; i < caseload->measure_count; i++)
        if (strcmp(caseload->measures[i].id, id) == 0)
            return (int)i;
    return EHC_NONE;
}

static bool read_measure(struct reader *reader, const char *value, void *target) {
    const struct owned_law *owned = reader->owner;
    int measure = find_measure(&owned->law.caseload, value);
    if (measure == EHC_NONE)
        return ehc_reader_fail(reader, "name one of the sections [measure ID]", "'%s' is not a measure", value);
    *(int *)target = measure;
    return true;
}

static bool read_published(struct reader *reader, const char *value, void *target) {
    size_t digits = strspn(value, "0123456789");
    if (digits == 0 || digits > DIGITS_MOST || value[digits] != '\0')
        return ehc_reader_fail(reader, "write a whole number", "'%s' is not a number", reader->entry->key);
    *(int *)target = (int)strtol(value, NULL, 10);
    return true;
}

/* "25.7" as 257. */
static bool read_tenths(struct reader *reader, const char *value, void *target) {
    char *end;
    long whole = strtol(value, &end, 10);
    if (whole < 0 || whole > 1000 || end == value || end[0] != '.' || end[1] < '0' || end[1] > '9' || end[2] != '\0')
        return ehc_reader_fail(reader, "write it with one decimal", "'%s' is not a number of weeks", reader->entry->key);
    *(int *)target = (int)whole * 10 + end[1] - '0';
    return true;
}

/* ---- caseload.ini ---- */

static const struct field measure_fields[] = {
    {"other", ehc_read_limit_id, AT(ehc_measure, other), false},
    {"open", ehc_read_yes, AT(ehc_measure, open), false},
    {"label", ehc_read_text, AT(ehc_measure, label), false},
    {"keys", read_keys, AT(ehc_measure, keys), false},
};

static const struct field main_fields[] = {
    {"measure", read_measure, AT(ehc_main_measure, measure), true},
    {"keys-without-exceptions", read_keys, AT(ehc_main_measure, keys_without), true},
    {"title", ehc_read_text, AT(ehc_main_measure, title), true},
    {"one", ehc_read_text, AT(ehc_main_measure, one), true},
    {"many", ehc_read_text, AT(ehc_main_measure, many), true},
    {"done", ehc_read_text, AT(ehc_main_measure, done), true},
    {"start", ehc_read_text, AT(ehc_main_measure, start), true},
    {"bands", read_bands, 0, true},
    {"beyond", ehc_read_text, AT(ehc_main_measure, beyond), true},
    {"long-days", ehc_read_number, AT(ehc_main_measure, long_days), true},
    {"keys-of-late", read_late_keys, 0, true},
    {"how", ehc_read_text, AT(ehc_main_measure, how), false},
    {"last-day", ehc_read_text, AT(ehc_main_measure, last_day), false},
    {"on-last-day-one", ehc_read_text, AT(ehc_main_measure, on_last_day_one), false},
    {"on-last-day-many", ehc_read_text, AT(ehc_main_measure, on_last_day_many), false},
};

static const struct field column_fields[] = {{"names", ehc_read_text, AT(ehc_column, names), true}};

static const struct field outcome_fields[] = {
    {"yes", ehc_read_event, AT(ehc_outcome, yes), false},
    {"no", ehc_read_event, AT(ehc_outcome, no), false},
    {"without", ehc_read_event, AT(ehc_outcome, without), false},
};

static const struct field code_fields[] = {
    {"yes", ehc_read_text, AT(ehc_outcome_codes, yes), true},
    {"no", ehc_read_text, AT(ehc_outcome_codes, no), true},
    {"none", ehc_read_text, AT(ehc_outcome_codes, none), true},
    {"hint", ehc_read_text, AT(ehc_outcome_codes, hint), true},
};

static const struct field publisher_fields[] = {
    {"of", ehc_read_text, AT(ehc_publisher, of), true},
    {"by", ehc_read_text, AT(ehc_publisher, by), true},
    {"licence", ehc_read_text, AT(ehc_publisher, licence), true},
};

static void read_one_measure(struct reader *reader, size_t header, struct ehc_measure *measure) {
    measure->other = EHC_NONE;
    measure->label = "{step}, in {period}";
    if (ehc_read_limit_id(reader, measure->id, &measure->limit))
        ehc_read_fields(reader, header, measure_fields, COUNT(measure_fields), measure);
}

static void read_section(struct reader *reader, size_t header, size_t at[3]) {
    struct owned_law *owned = reader->owner;
    struct law_tables *tables = &owned->tables;
    struct ehc_caseload *caseload = &owned->law.caseload;
    const char *section = reader->entry->section;
    if (ehc_section_id(section, "measure") != NULL) {
        read_one_measure(reader, header, &tables->measures[at[0]++]);
    } else if (ehc_section_id(section, "column") != NULL) {
        ehc_read_fields(reader, header, column_fields, COUNT(column_fields), &tables->columns[at[1]++]);
    } else if (ehc_section_id(section, "outcome") != NULL) {
        struct ehc_outcome *outcome = &tables->outcomes[at[2]++];
        outcome->yes = outcome->no = outcome->without = EHC_NONE;
        ehc_read_fields(reader, header, outcome_fields, COUNT(outcome_fields), outcome);
    } else if (strcmp(section, "main") == 0) {
        ehc_read_fields(reader, header, main_fields, COUNT(main_fields), &caseload->main);
    } else if (strcmp(section, "codes") == 0) {
        ehc_read_fields(reader, header, code_fields, COUNT(code_fields), &caseload->codes);
    } else if (strcmp(section, "publisher") == 0) {
        ehc_read_fields(reader, header, publisher_fields, COUNT(publisher_fields), &caseload->publisher);
    } else {
        ehc_reader_fail(reader, "use [measure ID], [main], [column NAME], [outcome NAME], [codes] or [publisher]",
                        "[%s] is not known here", section);
    }
}

/* Checks that the parts of the file fit together. */
static void check_whole(struct reader *reader) {
    const struct owned_law *owned = reader->owner;
    const struct ehc_caseload *caseload = &owned->law.caseload;
    reader->entry = NULL;
    if (caseload->measure_count > EHC_MEASURES_MAX || caseload->outcome_count > EHC_OUTCOMES_MAX)
        ehc_reader_fail(reader, NULL, "there are more than %d measures, or %d outcomes", EHC_MEASURES_MAX, EHC_OUTCOMES_MAX);
    if (caseload->outcome_count > 0 && caseload->codes.yes == NULL)
        ehc_reader_fail(reader, "add [codes]: it says how outcomes are written", "the file has an [outcome] but no [codes]");
    if (caseload->measure_count > 0 && caseload->main.measure == EHC_NONE)
        ehc_reader_fail(reader, "add [main]: it says which measure the figures are about", "[main] is missing");
    else if (caseload->measure_count > 0 && caseload->measures[caseload->main.measure].keys.done == NULL)
        ehc_reader_fail(reader, NULL, "the measure of [main] has no 'keys'");
    if (caseload->published_count > 0 && (caseload->publisher.of == NULL || caseload->measure_count == 0))
        ehc_reader_fail(reader, NULL, "there are published figures, but [publisher] or the measures are missing");
}

void ehc_read_caseload_file(struct reader *reader) {
    size_t at[3] = {0};
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i)) {
        reader->entry = &reader->ini->entries[i];
        read_section(reader, i, at);
    }
    check_whole(reader);
}

/* ---- published-figures.ini ---- */

struct published_keys {
    struct field fields[PUBLISHED_KEYS];
    char names[PUBLISHED_KEYS][KEY_ROOM];
    size_t count;
};

/* Adds the key of a figure: its name in JSON, with hyphens. */
static void add_key(struct published_keys *keys, const char *name, size_t offset) {
    if (name == NULL || keys->count == PUBLISHED_KEYS)
        return;
    char *own = keys->names[keys->count];
    snprintf(own, KEY_ROOM, "%s", name);
    for (char *c = own; *c != '\0'; c++)
        *c = *c == '_' ? '-' : *c;
    keys->fields[keys->count++] = (struct field){own, read_published, offset, false};
}

static void make_keys(const struct ehc_caseload *caseload, struct published_keys *keys) {
    static const struct field others[] = {
        {"source", ehc_read_text, AT(ehc_published, source), true},
        {"url", ehc_read_text, AT(ehc_published, url), true},
        {"note", ehc_read_text, AT(ehc_published, note), false},
        {"mean-weeks", read_tenths, AT(ehc_published, mean_tenths), false},
        {"mean-weeks-exc", read_tenths, AT(ehc_published, mean_tenths_without), false},
    };
    memcpy(keys->fields, others, sizeof others);
    keys->count = COUNT(others);
    for (size_t i = 0; i < caseload->measure_count; i++) {
        add_key(keys, caseload->measures[i].keys.done, AT(ehc_published, done) + i * sizeof(int));
        add_key(keys, caseload->measures[i].keys.in_time, AT(ehc_published, in_time) + i * sizeof(int));
    }
    add_key(keys, caseload->main.keys_without.done, AT(ehc_published, done_without));
    add_key(keys, caseload->main.keys_without.in_time, AT(ehc_published, in_time_without));
    add_key(keys, caseload->main.key_late_in, AT(ehc_published, late_in));
    add_key(keys, caseload->main.key_late_after, AT(ehc_published, late_after));
}

static void begin_year(struct ehc_published *row) {
    row->year = (int)strtol(row->id, NULL, 10);
    for (size_t i = 0; i < EHC_MEASURES_MAX; i++)
        row->done[i] = row->in_time[i] = EHC_NOT_PUBLISHED;
    row->done_without = row->in_time_without = EHC_NOT_PUBLISHED;
    row->late_in = row->late_after = EHC_NOT_PUBLISHED;
    row->mean_tenths = row->mean_tenths_without = EHC_NOT_PUBLISHED;
}

void ehc_read_published_file(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    struct ehc_published *published = owned->tables.published;
    struct published_keys keys;
    size_t at = 0;
    make_keys(&owned->law.caseload, &keys);
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i), at++) {
        struct ehc_published *row = &published[at];
        begin_year(row);
        reader->entry = &reader->ini->entries[i];
        if (strlen(row->id) != 4 || row->year < 1900 || row->year > 2199)
            ehc_reader_fail(reader, "write a year, as [2024]", "[%s] is not a year", row->id);
        else if (at > 0 && row->year <= published[at - 1].year)
            ehc_reader_fail(reader, NULL, "the years are not in order");
        ehc_read_fields(reader, i, keys.fields, keys.count, row);
    }
}
