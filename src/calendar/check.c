/* Finds what phones and programs misread in a calendar file. This file looks at its lines and components; check_rules.c at
 * their values. */
#include "calendar.h"
#include "check_rules.h"
#include "util/ascii.h"
#include "util/fail.h"
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 8, KINDS_MOST = 100, ZONES_MOST = 64 };

struct uid {
    char *text;
    unsigned line;
};

struct zone {
    char name[ICS_NAME_ROOM];
    unsigned line; /* where it is used; 0: defined */
};

/* Faults of one kind are reported once: what is missing is often missing in every event. */
struct kind {
    const char *format;
    struct ehc_error first; /* the one with the lowest line */
    size_t count;
};

struct checking {
    const char *file;
    ehc_report *report;
    void *context;
    struct kind *kinds; /* room for KINDS_MOST; further kinds are not reported */
    size_t kind_count, events;
    struct ics_judge judge;
    struct ics_open open[DEEPEST];
    size_t depth;
    size_t calendars, events_of_calendar;
    struct uid *uids;
    size_t uid_count, uid_capacity;
    struct zone zones[ZONES_MOST];
    size_t zone_count;
    char uid[ICS_NAME_ROOM * 4]; /* of the event that is open */
};

/* Whether two messages are the same up to their first colon or number, where a value begins. */
static bool same_words(const char *a, const char *b) {
    size_t length = strcspn(a, ":0123456789");
    return length == strcspn(b, ":0123456789") && memcmp(a, b, length) == 0;
}

static void fault(void *context, unsigned line, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static void fault(void *context, unsigned line, const char *hint, const char *format, ...) {
    struct checking *checking = context;
    struct ehc_error error;
    size_t i = 0;
    va_list arguments;
    va_start(arguments, format);
    ehc_vfail(&error, format, arguments);
    va_end(arguments);
    error.file = checking->file;
    error.line = line;
    if (hint != NULL)
        snprintf(error.hint, sizeof error.hint, "%s", hint);
    while (i < checking->kind_count &&
           (strcmp(checking->kinds[i].format, format) != 0 || !same_words(checking->kinds[i].first.message, error.message)))
        i++;
    if (i == KINDS_MOST)
        return;
    struct kind *kind = &checking->kinds[i];
    if (i == checking->kind_count) {
        *kind = (struct kind){.format = format, .first = error};
        checking->kind_count++;
    }
    if (line < kind->first.line)
        kind->first = error;
    kind->count++;
}

static void tell_kind(struct checking *checking, struct kind *kind) {
    size_t length = strlen(kind->first.message);
    if (kind->count > 1)
        snprintf(kind->first.message + length, sizeof kind->first.message - length, " (%zu more like it)", kind->count - 1);
    checking->report(checking->context, &kind->first);
    kind->count = 0;
}

/* The next kind to report, in the order of the lines; NULL after the last. */
static struct kind *next_kind(struct checking *checking) {
    struct kind *next = NULL;
    for (size_t i = 0; i < checking->kind_count; i++) {
        struct kind *kind = &checking->kinds[i];
        if (kind->count > 0 && (next == NULL || kind->first.line < next->first.line))
            next = kind;
    }
    return next;
}

static void tell_faults(struct checking *checking) {
    for (struct kind *kind; (kind = next_kind(checking)) != NULL;)
        tell_kind(checking, kind);
}

/* ---- physical lines ---- */

static void check_end(struct checking *checking, const struct ics_physical *line, unsigned number, bool cr_ends) {
    const char *hint = "end each line with CR and LF";
    if (line->end_length == 0)
        fault(checking, number, NULL, "the last line has no line end");
    if (memchr(line->text, '\r', line->length) != NULL || (cr_ends && line->end_length == 1))
        fault(checking, number, hint, "the line has a CR without LF");
    else if (line->end_length == 1)
        fault(checking, number, hint, "the line ends with LF alone");
}

static void check_physical(struct checking *checking, const struct ics_physical *line, unsigned number) {
    if (line->length > ICS_FOLD_AT)
        fault(checking, number, "put at most 75 octets on a line, and the rest on the next line after a space",
              "the line has %zu octets", line->length);
    if (line->length == 0)
        fault(checking, number, NULL, "the line is empty");
    for (size_t i = 0; i < line->length; i++) {
        unsigned char byte = (unsigned char)line->text[i];
        if ((byte < ' ' && byte != '\t' && byte != '\r') || byte == 0x7f) {
            fault(checking, number, NULL, "the line has a control character (%02X)", byte);
            return;
        }
    }
}

static void check_physical_lines(struct checking *checking, struct ics_reader *reader) {
    struct ics_physical line;
    while (ics_next_physical(reader, &line)) {
        check_end(checking, &line, reader->line, reader->cr_ends);
        check_physical(checking, &line, reader->line);
    }
    ics_reader_rewind(reader);
}

/* ---- folds ---- */

/* Whether a line ends with an odd number of backslashes. */
static bool ends_in_escape(const struct ics_physical *part) {
    size_t count = 0;
    while (count < part->length && part->text[part->length - 1 - count] == '\\')
        count++;
    return count % 2 == 1;
}

static void check_folds(struct checking *checking, const struct ics_line *line, bool cr_ends) {
    struct ics_reader raw = {.text = line->raw, .length = line->raw_length, .line = line->number - 1, .cr_ends = cr_ends};
    struct ics_physical part = {0}, before;
    bool is_text = ics_is(line, "SUMMARY") || ics_is(line, "DESCRIPTION") || ics_is(line, "LOCATION");
    ics_next_physical(&raw, &before);
    while (ics_next_physical(&raw, &part)) {
        if (part.length > 1 && ((unsigned char)part.text[1] & 0xc0) == 0x80)
            fault(checking, raw.line, "fold between characters, not between their octets",
                  "the line is folded inside a character");
        if (is_text && ends_in_escape(&before))
            fault(checking, raw.line, "fold before the backslash", "the line is folded inside an escape");
        before = part;
    }
}

/* ---- components ---- */

static enum ics_component component_kind(const char *name) {
    static const struct {
        const char *name;
        enum ics_component kind;
    } kinds[] = {{"VCALENDAR", ICS_CALENDAR},
                 {"VEVENT", ICS_EVENT},
                 {"VTODO", ICS_TASK},
                 {"VALARM", ICS_ALARM},
                 {"VTIMEZONE", ICS_ZONE}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (ascii_same(name, kinds[i].name))
            return kinds[i].kind;
    return ICS_OTHER;
}

static bool begin(struct checking *checking, const struct ics_line *line, const char *name) {
    enum ics_component kind = component_kind(name);
    if (checking->depth == DEEPEST) {
        fault(checking, line->number, NULL, "components are nested too deep; the rest was not read");
        return false;
    }
    if (checking->depth == 0 && kind != ICS_CALENDAR)
        fault(checking, line->number, NULL, "a %.40s is outside the calendar", name);
    if (checking->depth > 0 && kind == ICS_CALENDAR)
        fault(checking, line->number, NULL, "a calendar begins inside another component");
    if (kind == ICS_ALARM && (checking->depth == 0 || (checking->open[checking->depth - 1].kind != ICS_EVENT &&
                                                       checking->open[checking->depth - 1].kind != ICS_TASK)))
        fault(checking, line->number, NULL, "an alarm is outside an event");
    struct ics_open *component = &checking->open[checking->depth++];
    *component = (struct ics_open){.kind = kind, .line = line->number};
    snprintf(component->name, sizeof component->name, "%s", name);
    if (kind == ICS_CALENDAR) {
        if (checking->depth == 1 && checking->calendars++ > 0)
            fault(checking, line->number, "save each calendar in a file of its own",
                  "the file has another calendar: some programs take only the first, or none");
        checking->events_of_calendar = 0;
        checking->judge.method[0] = '\0';
    }
    checking->uid[0] = kind == ICS_ALARM ? checking->uid[0] : '\0';
    return true;
}

static void keep_uid(struct checking *checking, const struct ics_open *component) {
    if (checking->uid[0] == '\0' || component->seen[ICS_RECURRENCE_ID] != 0)
        return;
    if (checking->uid_count == checking->uid_capacity) {
        size_t capacity = checking->uid_capacity == 0 ? 64 : 2 * checking->uid_capacity;
        struct uid *uids = realloc(checking->uids, capacity * sizeof *uids);
        if (uids == NULL)
            return;
        checking->uids = uids;
        checking->uid_capacity = capacity;
    }
    struct uid *uid = &checking->uids[checking->uid_count];
    *uid = (struct uid){strdup(checking->uid), component->seen[ICS_UID]};
    checking->uid_count += uid->text != NULL;
}

static void close_component(struct checking *checking) {
    const struct ics_open *component = &checking->open[--checking->depth];
    ics_judge_component(&checking->judge, component);
    if (component->kind == ICS_EVENT || component->kind == ICS_TASK) {
        checking->events++;
        checking->events_of_calendar++;
        keep_uid(checking, component);
    }
    if (component->kind != ICS_CALENDAR)
        return;
    if (checking->events_of_calendar == 0)
        fault(checking, component->line, NULL, "this calendar has no event in it");
    if (checking->events_of_calendar > 1 && ascii_same(checking->judge.method, "REQUEST"))
        fault(checking, component->seen[ICS_METHOD], "leave METHOD out",
              "this calendar has METHOD:REQUEST and several events: programs take only the first, or none");
}

static void end(struct checking *checking, const struct ics_line *line, const char *name) {
    size_t depth = checking->depth;
    while (depth > 0 && !ascii_same(name, checking->open[depth - 1].name))
        depth--;
    if (depth == 0) {
        fault(checking, line->number, NULL, "this END:%.40s has no BEGIN", name);
        return;
    }
    for (; checking->depth > depth; close_component(checking))
        fault(checking, checking->open[checking->depth - 1].line, NULL, "this %s has no END",
              checking->open[checking->depth - 1].name);
    close_component(checking);
}

/* ---- time zones ---- */

static void keep_zone(struct checking *checking, const char *name, unsigned line) {
    for (size_t i = 0; i < checking->zone_count; i++) {
        struct zone *zone = &checking->zones[i];
        if (strcmp(zone->name, name) != 0)
            continue;
        if (line == 0)
            zone->line = 0;
        return;
    }
    if (checking->zone_count == ZONES_MOST)
        return;
    struct zone *zone = &checking->zones[checking->zone_count++];
    zone->line = line;
    snprintf(zone->name, sizeof zone->name, "%s", name);
}

static void check_zones(struct checking *checking) {
    for (size_t i = 0; i < checking->zone_count; i++)
        if (checking->zones[i].line > 0)
            fault(checking, checking->zones[i].line, NULL, "the file has no VTIMEZONE for %.40s", checking->zones[i].name);
}

/* ---- content lines ---- */

static bool is_name(const struct ics_line *line) {
    size_t length = strcspn(line->text, ";:");
    return length > 0 && strspn(line->text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == length;
}

static void take_property(struct checking *checking, const struct ics_line *line, const char *value) {
    struct ics_open *component = &checking->open[checking->depth - 1];
    char zone[ICS_NAME_ROOM];
    ics_judge_property(&checking->judge, component, line, value);
    if (component->kind == ICS_CALENDAR && ics_is(line, "METHOD"))
        snprintf(checking->judge.method, sizeof checking->judge.method, "%s", value);
    /* A UID that is too long for the room is not compared. */
    if ((component->kind == ICS_EVENT || component->kind == ICS_TASK) && ics_is(line, "UID") &&
        strlen(value) < sizeof checking->uid)
        snprintf(checking->uid, sizeof checking->uid, "%s", value);
    if (component->kind == ICS_ZONE && ics_is(line, "TZID")) {
        snprintf(zone, sizeof zone, "%s", value);
        keep_zone(checking, zone, 0);
    } else if (ics_parameter(line, "TZID", zone)) {
        keep_zone(checking, zone, line->number);
    }
}

static bool take_line(struct checking *checking, const struct ics_line *line) {
    const char *value = ics_value(line);
    if (line->text[strspn(line->text, " \t")] == '\0')
        return true; /* reported as an empty line */
    if (value == NULL || !is_name(line)) {
        fault(checking, line->number, "write a property as NAME:value", "this line is not a property");
        return true;
    }
    if (!ehc_is_utf8(line->text, line->length))
        fault(checking, line->number, "save the file as UTF-8", "the line is not UTF-8");
    if (ics_is(line, "BEGIN"))
        return begin(checking, line, value);
    if (ics_is(line, "END"))
        end(checking, line, value);
    else if (checking->depth == 0)
        fault(checking, line->number, NULL, "this line is outside the calendar");
    else
        take_property(checking, line, value);
    return true;
}

static int compare_uids(const void *a, const void *b) {
    const struct uid *uid_a = a, *uid_b = b;
    int order = strcmp(uid_a->text, uid_b->text);
    return order != 0 ? order : (uid_a->line > uid_b->line) - (uid_a->line < uid_b->line);
}

static void check_uids(struct checking *checking) {
    if (checking->uid_count > 0)
        qsort(checking->uids, checking->uid_count, sizeof *checking->uids, compare_uids);
    for (size_t i = 1; i < checking->uid_count; i++)
        if (strcmp(checking->uids[i].text, checking->uids[i - 1].text) == 0)
            fault(checking, checking->uids[i].line, "give each event a UID of its own",
                  "this event has the UID of the event on line %u: programs keep only one of them",
                  checking->uids[i - 1].line);
    for (size_t i = 0; i < checking->uid_count; i++)
        free(checking->uids[i].text);
    free(checking->uids);
}

/* Whether the file has a calendar at all; if not, that is its only fault. */
static bool has_calendar(struct ics_reader *reader) {
    struct ics_line line;
    bool found = false;
    while (!found && ics_next(reader, &line)) {
        const char *value = ics_is(&line, "BEGIN") ? ics_value(&line) : NULL;
        found = value != NULL && component_kind(value) == ICS_CALENDAR;
    }
    ics_reader_rewind(reader);
    return found;
}

static void check_text(struct checking *checking, struct ics_reader *reader) {
    struct ics_line line;
    if (!has_calendar(reader)) {
        fault(checking, 1, NULL, "the file is not a calendar: it has no BEGIN:VCALENDAR");
        return;
    }
    check_physical_lines(checking, reader);
    while (ics_next(reader, &line)) {
        check_folds(checking, &line, reader->cr_ends);
        if (!take_line(checking, &line))
            break;
    }
    for (; checking->depth > 0; close_component(checking))
        fault(checking, checking->open[checking->depth - 1].line, "get the file again: it may have been cut off",
              "this %s has no END", checking->open[checking->depth - 1].name);
    check_zones(checking);
    check_uids(checking);
}

size_t ics_check(const char *file, const char *text, size_t length, size_t *events, ehc_report *report, void *context) {
    struct kind kinds[KINDS_MOST];
    struct checking checking = {.file = file, .report = report, .context = context, .kinds = kinds};
    struct ics_reader reader;
    checking.judge = (struct ics_judge){.fault = fault, .context = &checking};
    if (!ics_reader_open(&reader, text, length)) {
        fault(&checking, 0, NULL, "there is not enough memory");
        kinds[checking.kind_count - 1].first.of_machine = true;
    } else {
        if (reader.has_mark)
            fault(&checking, 1, "save the file as UTF-8 without a byte-order mark",
                  "the file begins with a byte-order mark");
        check_text(&checking, &reader);
        ics_reader_close(&reader);
    }
    tell_faults(&checking);
    *events = checking.events;
    return checking.kind_count;
}
