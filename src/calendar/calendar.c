/* A calendar to be written, as a list of pieces of folded text. */
#include "line.h"
#include "parts.h"
#include "util/fail.h"
#include <stdlib.h>
#include <string.h>

static const char begin_line[] = "BEGIN:VCALENDAR\r\n", end_line[] = "END:VCALENDAR\r\n";

static const struct ics_properties properties_of_one = {.version = true, .prodid = true, .calscale = true};

/* ---- pieces ---- */

bool ics_add_text(struct ics_calendar *calendar, char *text, const char *uid) {
    if (text == NULL)
        return false;
    if (calendar->count == calendar->capacity) {
        size_t capacity = calendar->capacity == 0 ? 64 : 2 * calendar->capacity;
        struct ics_item *items = realloc(calendar->items, capacity * sizeof *items);
        if (items == NULL) {
            free(text);
            return false;
        }
        calendar->items = items;
        calendar->capacity = capacity;
    }
    struct ics_item *item = &calendar->items[calendar->count++];
    item->text = text;
    snprintf(item->uid, sizeof item->uid, "%s", uid);
    return true;
}

bool ics_add_begin(struct ics_calendar *calendar) {
    return ics_add_text(calendar, strdup(begin_line), "");
}

bool ics_add_end(struct ics_calendar *calendar) {
    return ics_add_text(calendar, strdup(end_line), "");
}

bool ics_add_piece(struct ics_calendar *calendar, const struct ics_piece *piece) {
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    /* Lines folded inside a character are folded again: many programs cannot read them. */
    bool torn = !ehc_is_utf8(piece->raw, piece->length);
    bool whole = out != NULL && ics_put_lines(piece->raw, piece->length, piece->cr_ends, torn, out);
    if (out != NULL && fclose(out) == 0 && whole)
        return ics_add_text(calendar, text, "");
    free(text);
    return false;
}

void ics_drop_items(struct ics_calendar *calendar, size_t from) {
    while (calendar->count > from)
        free(calendar->items[--calendar->count].text);
}

/* ---- properties ---- */

static void add_name(icalcomponent *calendar, const char *name) {
    char *plain = ics_plain(name);
    if (plain == NULL)
        return;
    ics_add(calendar, icalproperty_new_name(plain));
    ics_add_x(calendar, "X-WR-CALNAME", plain);
    free(plain);
}

/* To be freed. NULL: not enough memory. */
static char *properties_text(const struct ics_properties *properties) {
    icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    if (calendar == NULL)
        return NULL;
    if (properties->version)
        ics_add(calendar, icalproperty_new_version("2.0"));
    if (properties->prodid)
        ics_add(calendar, icalproperty_new_prodid("-//ehc//ehc " EHC_VERSION "//EN"));
    if (properties->calscale)
        ics_add(calendar, icalproperty_new_calscale("GREGORIAN"));
    if (properties->name != NULL)
        add_name(calendar, properties->name);
    char *text = ics_component_text(calendar);
    icalcomponent_free(calendar);
    if (text == NULL)
        return NULL;
    size_t length = strlen(text) - strlen(begin_line) - strlen(end_line);
    memmove(text, text + strlen(begin_line), length);
    text[length] = '\0';
    return text;
}

bool ics_add_properties(struct ics_calendar *calendar, const struct ics_properties *properties) {
    return ics_add_text(calendar, properties_text(properties), "");
}

/* ---- public functions ---- */

void ics_free(struct ics_calendar *calendar) {
    if (calendar == NULL)
        return;
    ics_drop_items(calendar, 0);
    free(calendar->items);
    free(calendar->properties_of_one);
    free(calendar);
}

struct ics_calendar *ics_new(void) {
    struct ics_calendar *calendar = calloc(1, sizeof *calendar);
    if (calendar == NULL)
        return NULL;
    calendar->properties_of_one = properties_text(&properties_of_one);
    if (calendar->properties_of_one != NULL)
        return calendar;
    ics_free(calendar);
    return NULL;
}

void ics_write(const struct ics_calendar *calendar, FILE *out) {
    for (size_t i = 0; i < calendar->count; i++)
        fputs(calendar->items[i].text, out);
}

static const struct ics_item *item_of_file(const struct ics_calendar *calendar, size_t file) {
    for (size_t i = 0; i < calendar->count; i++)
        if (calendar->items[i].uid[0] != '\0' && file-- == 0)
            return &calendar->items[i];
    return NULL;
}

size_t ics_file_count(const struct ics_calendar *calendar) {
    size_t count = 0;
    for (size_t i = 0; i < calendar->count; i++)
        count += calendar->items[i].uid[0] != '\0';
    return count;
}

const char *ics_file_name(const struct ics_calendar *calendar, size_t file, char name[ICS_FILE_NAME_ROOM]) {
    char part[ICS_UID_ROOM];
    ics_name_of_uid(item_of_file(calendar, file)->uid, part, sizeof part);
    snprintf(name, ICS_FILE_NAME_ROOM, "%s.ics", part);
    return name;
}

void ics_write_file(const struct ics_calendar *calendar, size_t file, FILE *out) {
    fprintf(out, "%s%s%s%s", begin_line, calendar->properties_of_one, item_of_file(calendar, file)->text, end_line);
}
