/* Reads who acts, and who is asked for advice. */
#include "law_values.h"
#include <string.h>

#define AT(type, member) offsetof(struct type, member)
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const struct field role_fields[] = {
    {"who", ehc_read_text, AT(ehc_role, who), true},
    {"is-family", ehc_read_yes, AT(ehc_role, is_family), false},
};

static const struct field adviser_fields[] = {{"who", ehc_read_text, AT(ehc_adviser, who), true},
                                              {"words", ehc_read_text, AT(ehc_adviser, words), false}};

static void read_adviser(struct reader *reader, size_t header, const char *id) {
    struct owned_law *owned = reader->owner;
    int from;
    if (ehc_read_one_adviser(reader, id, &from))
        ehc_read_fields(reader, header, adviser_fields, COUNT(adviser_fields), &owned->law.adviser[from]);
}

void ehc_read_role_file(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    size_t at = 0;
    if (owned->law.role_count > EHC_ROLES_MAX)
        ehc_reader_fail(reader, NULL, "there are more than %d roles", EHC_ROLES_MAX);
    for (int i = 0; i < EHC_ADVICE_FROM_KINDS; i++)
        owned->law.adviser[i] = (struct ehc_adviser){.who = ehc_advice_from_name((enum ehc_advice_from)i)};
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i)) {
        reader->entry = &reader->ini->entries[i];
        const char *section = reader->entry->section, *adviser = ehc_section_id(section, "adviser");
        if (ehc_section_id(section, "role") != NULL)
            ehc_read_fields(reader, i, role_fields, COUNT(role_fields), &owned->tables.roles[at++]);
        else if (adviser != NULL)
            read_adviser(reader, i, adviser);
        else
            ehc_reader_fail(reader, "write [role NAME] or [adviser NAME]", "[%s] is not known here", section);
    }
}
