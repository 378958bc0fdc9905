/* A duty without a number in the same fields. */
#include "catalogue.h"
#include "view/words.h"
#include <string.h>

static void write_step(const struct ehc_no_number *row, char text[CATALOGUE_ROOM]) {
    snprintf(text, CATALOGUE_ROOM, "%s", row->title);
}

static void write_id(const struct ehc_no_number *row, char text[CATALOGUE_ROOM]) {
    snprintf(text, CATALOGUE_ROOM, "%s", row->id);
}

static void write_who(const struct ehc_no_number *row, char text[CATALOGUE_ROOM]) {
    snprintf(text, CATALOGUE_ROOM, "%s", row->who);
}

static void write_provision(const struct ehc_no_number *row, char text[CATALOGUE_ROOM]) {
    snprintf(text, CATALOGUE_ROOM, "%s", row->provision);
}

static void write_link(const struct ehc_no_number *row, char text[CATALOGUE_ROOM]) {
    snprintf(text, CATALOGUE_ROOM, "%s", row->url);
}

static void write_basis(const struct ehc_no_number *row, char text[CATALOGUE_ROOM]) {
    snprintf(text, CATALOGUE_ROOM, "%s", ehc_basis_name(row->basis));
}

static void write_read(const struct ehc_no_number *row, char text[CATALOGUE_ROOM]) {
    char date[EHC_DAY_TEXT];
    snprintf(text, CATALOGUE_ROOM, "%s", ehc_day_format_short(row->checked, date));
}

static void write_limit(const struct ehc_no_number *row, char text[CATALOGUE_ROOM]) {
    snprintf(text, CATALOGUE_ROOM, "no number in the law: %s", row->asks);
}

static void write_note(const struct ehc_no_number *row, char text[CATALOGUE_ROOM]) {
    snprintf(text, CATALOGUE_ROOM, "%s", row->guidance != NULL ? row->guidance : "");
}

static void write_what_to_do(const struct ehc_no_number *row, char text[CATALOGUE_ROOM]) {
    snprintf(text, CATALOGUE_ROOM, "%s", row->what_to_do);
}

static const struct {
    const char *key;
    void (*write)(const struct ehc_no_number *row, char text[CATALOGUE_ROOM]);
} fields[] = {
    {"step", write_step},           {"id", write_id},       {"who", write_who},
    {"provision", write_provision}, {"link", write_link},   {"basis", write_basis},
    {"last_read", write_read},      {"limit", write_limit}, {"note", write_note},
    {"if_late", write_what_to_do},
};

void catalogue_write_no_number(const struct ehc_law *law, const struct ehc_no_number *row, const char *key,
                               char text[CATALOGUE_ROOM]) {
    text[0] = '\0';
    if (strcmp(key, "route") == 0)
        snprintf(text, CATALOGUE_ROOM, "%s (%s)", law->routes[row->route].title, law->routes[row->route].id);
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        if (strcmp(fields[i].key, key) == 0)
            fields[i].write(row, text);
}
