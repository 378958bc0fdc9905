/* A duty without a number, in the fields of the limits. */
#include "catalogue.h"
#include "util/fill.h"
#include <string.h>

/* The fields that are a text of the law. */
static const struct {
    const char *key;
    size_t at; /* of a const char * in struct ehc_no_number */
} texts[] = {
    {"step", offsetof(struct ehc_no_number, title)},
    {"id", offsetof(struct ehc_no_number, id)},
    {"who", offsetof(struct ehc_no_number, who)},
    {"provision", offsetof(struct ehc_no_number, provision)},
    {"link", offsetof(struct ehc_no_number, url)},
    {"note", offsetof(struct ehc_no_number, guidance)},
    {"if_late", offsetof(struct ehc_no_number, what_to_do)},
};

static const char *text_of(const struct ehc_no_number *row, const char *key) {
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (strcmp(texts[i].key, key) == 0)
            return *(const char *const *)((const char *)row + texts[i].at);
    return NULL;
}

void catalogue_write_no_number(const struct ehc_law *law, const struct ehc_no_number *row, const char *key,
                               char text[CATALOGUE_ROOM]) {
    char date[EHC_DAY_TEXT];
    const char *words = text_of(row, key);
    if (strcmp(key, "route") == 0)
        catalogue_write_route(law, row->route, text);
    else if (strcmp(key, "limit") == 0)
        ehc_sentence(text, CATALOGUE_ROOM, "no number in the law: {asks}", "asks", row->asks, NULL);
    else if (strcmp(key, "basis") == 0)
        snprintf(text, CATALOGUE_ROOM, "%s", ehc_basis_name(row->basis));
    else if (strcmp(key, "last_read") == 0)
        snprintf(text, CATALOGUE_ROOM, "%s", ehc_day_format_short(row->checked, date));
    else
        snprintf(text, CATALOGUE_ROOM, "%s", words != NULL ? words : "");
}
