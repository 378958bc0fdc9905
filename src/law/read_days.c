/* Reads which days count: bank holidays, breaks, and the rolls that move a last day. */
#include "law_values.h"
#include "util/ascii.h"

#define AT(type, member) offsetof(struct type, member)
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

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

void ehc_read_holiday_file(struct reader *reader) {
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
        ehc_reader_fail(reader, "it says why the day moved", "'not-working-day' is missing in [%s]", reader->entry->section);
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
