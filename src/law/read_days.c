/* Reads the days that count: bank holidays, breaks, and the rolls that move a last day. */
#include "law_values.h"
#include "util/ascii.h"

#define AT(type, member) offsetof(struct type, member)
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

struct about_holidays {
    const char *title;
    ehc_day from, until, checked;
    const char *source, *url;
};

static const struct field about_holidays_fields[] = {
    {"from", ehc_read_day, AT(about_holidays, from), true},        {"until", ehc_read_day, AT(about_holidays, until), true},
    {"source", ehc_read_text, AT(about_holidays, source), true},   {"url", ehc_read_text, AT(about_holidays, url), true},
    {"checked", ehc_read_day, AT(about_holidays, checked), false},
};

static const struct field about_kind_fields[] = {
    {"title", ehc_read_text, AT(about_holidays, title), true}, {"from", ehc_read_day, AT(about_holidays, from), true},
    {"until", ehc_read_day, AT(about_holidays, until), true},  {"source", ehc_read_text, AT(about_holidays, source), true},
    {"url", ehc_read_text, AT(about_holidays, url), true},     {"checked", ehc_read_day, AT(about_holidays, checked), true},
};

static void read_about(struct reader *reader, size_t header, const struct field *fields, size_t count,
                       struct about_holidays *about) {
    *about = (struct about_holidays){.from = EHC_NO_DAY, .until = EHC_NO_DAY, .checked = EHC_NO_DAY};
    ehc_read_fields(reader, header, fields, count, about);
    if (about->from > about->until)
        ehc_reader_fail(reader, "check both dates", "'until' is before 'from'");
}

/* Adds the days of the section of a year to a list in order of day. */
static void read_year(struct reader *reader, size_t header, const struct about_holidays *about, struct ehc_holiday *list,
                      size_t *count) {
    for (size_t j = header + 1; j < ehc_section_end(reader->ini, header); j++) {
        struct ehc_error error;
        reader->entry = &reader->ini->entries[j];
        struct ehc_holiday *next = &list[*count];
        next->name = reader->entry->value;
        if (!ehc_day_read(reader->entry->key, &next->day, &error))
            ehc_reader_pass_on(reader, &error);
        else if (*count > 0 && next->day <= list[*count - 1].day)
            ehc_reader_fail(reader, NULL, "the bank holidays are not in order of day");
        else if (next->day < about->from || next->day > about->until)
            ehc_reader_fail(reader, NULL, "this bank holiday is outside 'from' and 'until'");
        else
            (*count)++;
    }
}

void ehc_read_holiday_file(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    const struct ini *ini = reader->ini;
    struct about_holidays about = {.from = EHC_NO_DAY, .until = EHC_NO_DAY};
    bool found = false;
    struct ehc_holiday *list = ehc_law_take(owned, ini->count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; list != NULL && i < ini->count; i = ehc_section_end(ini, i)) {
        if (ascii_same(ini->entries[i].section, "bank-holidays")) {
            read_about(reader, i, about_holidays_fields, COUNT(about_holidays_fields), &about);
            found = true;
        } else {
            read_year(reader, i, &about, list, &count);
        }
    }
    reader->entry = NULL;
    if (!found)
        ehc_reader_fail(reader, NULL, "the section [bank-holidays] is missing");
    owned->law.holidays = (struct ehc_holidays){.from = about.from, .until = about.until, .list = list, .count = count};
}

/* ---- working days of other kinds ---- */

/* Merges the bank holidays of the law and the further days of a kind into one list, in order of day. */
static struct ehc_holidays with_bank_holidays(struct reader *reader, const struct about_holidays *about,
                                              const struct ehc_holiday *own, size_t own_count) {
    struct owned_law *owned = reader->owner;
    const struct ehc_holidays *law = &owned->law.holidays;
    struct ehc_holiday *list = ehc_law_take(owned, law->count + own_count + 1, sizeof *list);
    struct ehc_holidays all = {
        .from = about->from > law->from ? about->from : law->from,
        .until = about->until < law->until ? about->until : law->until,
        .list = list,
    };
    for (size_t i = 0, j = 0; list != NULL && (i < law->count || j < own_count);) {
        if (i < law->count && j < own_count && law->list[i].day == own[j].day)
            ehc_reader_fail(reader, "leave it out here", "%s is in bank-holidays.ini already", own[j].name);
        bool own_first = i == law->count || (j < own_count && own[j].day < law->list[i].day);
        list[all.count++] = own_first ? own[j++] : law->list[i++];
    }
    return all;
}

/* Reads each [working-days ID] and the sections below it, one for each year: "ID 2026". */
void ehc_read_day_kind_file(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    const struct ini *ini = reader->ini;
    struct ehc_holiday *list = ehc_law_take(owned, ini->count + 1, sizeof *list);
    size_t kind = 0;
    for (size_t i = 0; list != NULL && i < ini->count;) {
        struct about_holidays about;
        size_t count = 0;
        reader->entry = &ini->entries[i];
        if (ehc_section_id(ini->entries[i].section, "working-days") == NULL) {
            ehc_reader_fail(reader, "write [working-days NAME] first", "[%s] is not known here", ini->entries[i].section);
            i = ehc_section_end(ini, i);
            continue;
        }
        read_about(reader, i, about_kind_fields, COUNT(about_kind_fields), &about);
        for (i = ehc_section_end(ini, i); i < ini->count && ehc_section_id(ini->entries[i].section, "working-days") == NULL;
             i = ehc_section_end(ini, i))
            read_year(reader, i, &about, list, &count);
        struct ehc_day_kind *to = &owned->tables.day_kinds[kind++];
        to->title = about.title;
        to->source = about.source;
        to->url = about.url;
        to->checked = about.checked;
        if (reader->faults == 0)
            to->holidays = with_bank_holidays(reader, &about, list, count);
    }
    reader->entry = NULL;
}

/* ---- breaks and rolls ---- */

static bool read_first(struct reader *reader, const char *value, void *target) {
    struct ehc_break *about = target;
    return ehc_read_day_of_year(reader, value, &about->first_month, &about->first_day);
}

static bool read_last(struct reader *reader, const char *value, void *target) {
    struct ehc_break *about = target;
    return ehc_read_day_of_year(reader, value, &about->last_month, &about->last_day);
}

static const struct field break_fields[] = {
    {"title", ehc_read_text, AT(ehc_break, title), true},
    {"from", read_first, 0, true},
    {"to", read_last, 0, true},
};

static const struct field roll_fields[] = {
    {"kind", ehc_read_roll_kind, AT(ehc_roll, kind), true},
    {"breaks", ehc_read_breaks, 0, false},
    {"hour", ehc_read_text, AT(ehc_roll, hour), false},
    {"ends", ehc_read_text, AT(ehc_roll, ends), false},
    {"not-working-day", ehc_read_text, AT(ehc_roll, not_working_day), false},
    {"in-break", ehc_read_text, AT(ehc_roll, in_break), false},
    {"also", ehc_read_text, AT(ehc_roll, also), false},
    {"left-out", ehc_read_text, AT(ehc_roll, left_out), false},
};

static void check_roll(struct reader *reader, const struct ehc_roll *roll) {
    if ((roll->hour == NULL) != (roll->ends == NULL))
        ehc_reader_fail(reader, NULL, "[%s] needs both 'hour' and 'ends', or neither", reader->entry->section);
    if (roll->kind == EHC_TO_NEXT_WORKING_DAY && roll->not_working_day == NULL)
        ehc_reader_fail(reader, "add it: it says why the day moved", "'not-working-day' is missing in [%s]",
                        reader->entry->section);
    if (roll->kind == EHC_TO_NEXT_WORKING_DAY && roll->break_count > 0 && (roll->in_break == NULL || roll->also == NULL))
        ehc_reader_fail(reader, NULL, "'in-break' or 'also' is missing in [%s], which has breaks", reader->entry->section);
    if (roll->kind == EHC_BREAKS_NOT_COUNTED && (roll->break_count == 0 || roll->left_out == NULL))
        ehc_reader_fail(reader, NULL, "'breaks' or 'left-out' is missing in [%s]", reader->entry->section);
}

void ehc_read_roll_file(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    size_t roll = 0, gap = 0;
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i)) {
        reader->entry = &reader->ini->entries[i];
        const char *section = reader->entry->section;
        if (ehc_section_id(section, "break") != NULL) {
            ehc_read_fields(reader, i, break_fields, COUNT(break_fields), &owned->tables.breaks[gap++]);
        } else if (ehc_section_id(section, "roll") != NULL) {
            size_t faults = reader->faults;
            ehc_read_fields(reader, i, roll_fields, COUNT(roll_fields), &owned->tables.rolls[roll]);
            if (reader->faults == faults)
                check_roll(reader, &owned->tables.rolls[roll]);
            roll++;
        } else {
            ehc_reader_fail(reader, "write [break NAME] or [roll NAME]", "[%s] is not known here", section);
        }
    }
}
