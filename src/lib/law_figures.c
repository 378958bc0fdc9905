/* Reads the headings of a caseload and the figures that a country publishes. */
#include "law_values.h"
#include <stdlib.h>
#include <string.h>

#define AT(member) offsetof(struct ehc_national, member)
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { DIGITS_MOST = 9 };

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

static const struct field national_fields[] = {
    {"source", ehc_read_text, AT(source), true},
    {"url", ehc_read_text, AT(url), true},
    {"note", ehc_read_text, AT(note), false},
    {"plans", read_published, AT(plans), false},
    {"within-20", read_published, AT(within_20), false},
    {"plans-exc", read_published, AT(plans_exc), false},
    {"within-20-exc", read_published, AT(within_20_exc), false},
    {"over-20-to-year", read_published, AT(over_20_to_year), false},
    {"over-year", read_published, AT(over_year), false},
    {"requests-decided", read_published, AT(requests_decided), false},
    {"decided-in-6", read_published, AT(decided_in_6), false},
    {"no-plan", read_published, AT(no_plan), false},
    {"no-plan-in-16", read_published, AT(no_plan_in_16), false},
    {"reviews", read_published, AT(reviews), false},
    {"reviews-in-4", read_published, AT(reviews_in_4), false},
    {"mean-weeks", read_tenths, AT(mean_tenths), false},
    {"mean-weeks-exc", read_tenths, AT(mean_tenths_exc), false},
};

void ehc_read_national(struct reader *reader, struct ehc_national *national) {
    size_t at = 0;
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i), at++) {
        struct ehc_national *row = &national[at];
        *row = (struct ehc_national){.id = row->id,
                                     .year = (int)strtol(row->id, NULL, 10),
                                     .plans = EHC_NOT_PUBLISHED,
                                     .within_20 = EHC_NOT_PUBLISHED,
                                     .plans_exc = EHC_NOT_PUBLISHED,
                                     .within_20_exc = EHC_NOT_PUBLISHED,
                                     .over_20_to_year = EHC_NOT_PUBLISHED,
                                     .over_year = EHC_NOT_PUBLISHED,
                                     .requests_decided = EHC_NOT_PUBLISHED,
                                     .decided_in_6 = EHC_NOT_PUBLISHED,
                                     .no_plan = EHC_NOT_PUBLISHED,
                                     .no_plan_in_16 = EHC_NOT_PUBLISHED,
                                     .reviews = EHC_NOT_PUBLISHED,
                                     .reviews_in_4 = EHC_NOT_PUBLISHED,
                                     .mean_tenths = EHC_NOT_PUBLISHED,
                                     .mean_tenths_exc = EHC_NOT_PUBLISHED};
        reader->entry = &reader->ini->entries[i];
        if (strlen(row->id) != 4 || row->year < 1900 || row->year > 2199)
            ehc_reader_fail(reader, "write a year, as [2024]", "[%s] is not a year", row->id);
        else if (at > 0 && row->year <= national[at - 1].year)
            ehc_reader_fail(reader, NULL, "the years are not in order");
        ehc_read_fields(reader, i, national_fields, COUNT(national_fields), row);
    }
}

void ehc_read_columns(struct reader *reader, struct ehc_column *columns) {
    static const struct field fields[] = {{"names", ehc_read_text, offsetof(struct ehc_column, names), true}};
    size_t at = 0;
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i)) {
        reader->entry = &reader->ini->entries[i];
        if (ehc_section_id(reader->entry->section, "column") != NULL)
            ehc_read_fields(reader, i, fields, COUNT(fields), &columns[at++]);
        else
            ehc_reader_fail(reader, "write [column NAME]", "[%s] is not known here", reader->entry->section);
    }
}
