/* Reads the exceptions: their kinds, their lists, claims that are on no list, and temporary relaxations. */
#include "law_values.h"
#include <string.h>

#define AT(type, member) offsetof(struct type, member)
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *const kind_ids[EHC_EXCEPTION_KINDS] = {"school-closure", "early-years-closure",
                                                          "exceptional-circumstances", "absence", "missed-appointment"};

static const struct field relaxation_fields[] = {
    {"from", ehc_read_day, AT(ehc_relaxation, from), true},
    {"until", ehc_read_day, AT(ehc_relaxation, until), true},
    {"provision", ehc_read_text, AT(ehc_relaxation, provision), true},
    {"url", ehc_read_text, AT(ehc_relaxation, url), true},
    {"why", ehc_read_text, AT(ehc_relaxation, why), true},
};

static const struct field list_fields[] = {
    {"school-closure", ehc_read_text, AT(ehc_exception_list, letter[EHC_SCHOOL_CLOSURE]), false},
    {"early-years-closure", ehc_read_text, AT(ehc_exception_list, letter[EHC_EARLY_YEARS_CLOSURE]), false},
    {"exceptional-circumstances", ehc_read_text, AT(ehc_exception_list, letter[EHC_EXCEPTIONAL_CIRCUMSTANCES]), false},
    {"absence", ehc_read_text, AT(ehc_exception_list, letter[EHC_ABSENCE]), false},
    {"missed-appointment", ehc_read_text, AT(ehc_exception_list, letter[EHC_MISSED_APPOINTMENT]), false},
    {"absence-days", ehc_read_number, AT(ehc_exception_list, absence_days), false},
    {"closure-days", ehc_read_number, AT(ehc_exception_list, closure_days), false},
    {"asking-days", ehc_read_number, AT(ehc_exception_list, asking_days), false},
};

static const struct field kind_fields[] = {
    {"title", ehc_read_text, AT(ehc_exception_type, title), true},
    {"needs", ehc_read_text, AT(ehc_exception_type, needs), true},
    {"judge", ehc_read_text, AT(ehc_exception_type, judge), true},
    {"question", ehc_read_text, AT(ehc_exception_type, question), false},
    {"asked-event", ehc_read_event, AT(ehc_exception_type, asked_event), false},
    {"asked-from", ehc_read_one_adviser, AT(ehc_exception_type, asked_from), false},
    {"asked", ehc_read_text, AT(ehc_exception_type, asked), false},
};

static const struct field claim_fields[] = {
    {"title", ehc_read_text, AT(ehc_claim, title), true},
    {"words", ehc_read_text, AT(ehc_claim, words), true},
    {"why", ehc_read_text, AT(ehc_claim, why), true},
    {"of-staff", ehc_read_yes, AT(ehc_claim, of_staff), false},
};

static const struct field personal_fields[] = {
    {"words", ehc_read_text, AT(ehc_personal, words), true},
    {"of-staff-too", ehc_read_yes, AT(ehc_personal, of_staff_too), false},
    {"of-things-too", ehc_read_yes, AT(ehc_personal, of_things_too), false},
    {"is-family", ehc_read_yes, AT(ehc_personal, is_family), false},
};

void ehc_read_relaxation_file(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    size_t at = 0;
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i))
        ehc_read_fields(reader, i, relaxation_fields, COUNT(relaxation_fields), &owned->tables.relaxations[at++]);
}

/* Checks the numbers of days: without them an absence or a closure of any length would fit. */
static void check_list(struct reader *reader, const struct ehc_exception_list *list) {
    bool closure = list->letter[EHC_SCHOOL_CLOSURE] != NULL || list->letter[EHC_EARLY_YEARS_CLOSURE] != NULL;
    if (closure && list->closure_days < 1)
        ehc_reader_fail(reader, NULL, "'closure-days' is missing in [%s]", reader->entry->section);
    if (closure && list->asking_days < 1)
        ehc_reader_fail(reader, NULL, "'asking-days' is missing in [%s]", reader->entry->section);
    if (list->letter[EHC_ABSENCE] != NULL && list->absence_days < 1)
        ehc_reader_fail(reader, NULL, "'absence-days' is missing in [%s]", reader->entry->section);
}

static void check_personal(struct reader *reader, const struct ehc_personal *personal) {
    if (personal->of_staff_too + personal->of_things_too + personal->is_family > 1)
        ehc_reader_fail(reader, NULL, "[%s] can have only one of of-staff-too, of-things-too and is-family",
                        reader->entry->section);
}

void ehc_read_exception_file(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    const struct ini *ini = reader->ini;
    size_t list = 0, claim = 0, personal = 0;
    for (size_t kind = 0; kind < EHC_EXCEPTION_KINDS; kind++) {
        owned->law.kinds[kind].id = kind_ids[kind];
        owned->law.kinds[kind].asked_event = owned->law.kinds[kind].asked_from = EHC_NONE;
    }
    for (size_t i = 0; i < ini->count; i = ehc_section_end(ini, i)) {
        reader->entry = &ini->entries[i];
        const char *section = reader->entry->section, *id;
        if (ehc_section_id(section, "list") != NULL) {
            ehc_read_fields(reader, i, list_fields, COUNT(list_fields), &owned->tables.lists[list]);
            check_list(reader, &owned->tables.lists[list++]);
        } else if (ehc_section_id(section, "claim") != NULL) {
            ehc_read_fields(reader, i, claim_fields, COUNT(claim_fields), &owned->tables.claims[claim++]);
        } else if (ehc_section_id(section, "personal") != NULL) {
            ehc_read_fields(reader, i, personal_fields, COUNT(personal_fields), &owned->tables.personal[personal]);
            check_personal(reader, &owned->tables.personal[personal++]);
        } else if ((id = ehc_section_id(section, "kind")) != NULL) {
            size_t kind = 0;
            while (kind < EHC_EXCEPTION_KINDS && strcmp(kind_ids[kind], id) != 0)
                kind++;
            if (kind < EHC_EXCEPTION_KINDS)
                ehc_read_fields(reader, i, kind_fields, COUNT(kind_fields), &owned->law.kinds[kind]);
            else
                ehc_reader_fail(reader, NULL, "[%s] is not a kind of exception that the program knows", section);
        } else {
            ehc_reader_fail(reader, "write [kind NAME], [list NAME], [claim NAME] or [personal NAME]",
                            "[%s] is not known here", section);
        }
    }
    for (size_t kind = 0; kind < EHC_EXCEPTION_KINDS; kind++) {
        reader->entry = NULL;
        if (owned->law.kinds[kind].title == NULL)
            ehc_reader_fail(reader, NULL, "the section [kind %s] is missing", kind_ids[kind]);
        else if (kind == EHC_EXCEPTIONAL_CIRCUMSTANCES && owned->law.kinds[kind].question == NULL)
            ehc_reader_fail(reader, NULL, "'question' is missing in [kind %s]", kind_ids[kind]);
    }
}
