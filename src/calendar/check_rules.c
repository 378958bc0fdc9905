#include "check_rules.h"
#include "util/ascii.h"
#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#define FAULT(judge, ...) (judge)->fault((judge)->context, __VA_ARGS__)

static const char *const names[ICS_PROPERTY_COUNT] = {
    [ICS_UID] = "UID",
    [ICS_DTSTAMP] = "DTSTAMP",
    [ICS_DTSTART] = "DTSTART",
    [ICS_DTEND] = "DTEND",
    [ICS_DUE] = "DUE",
    [ICS_DURATION] = "DURATION",
    [ICS_SUMMARY] = "SUMMARY",
    [ICS_DESCRIPTION] = "DESCRIPTION",
    [ICS_STATUS] = "STATUS",
    [ICS_SEQUENCE] = "SEQUENCE",
    [ICS_CLASS] = "CLASS",
    [ICS_TRANSP] = "TRANSP",
    [ICS_ORGANIZER] = "ORGANIZER",
    [ICS_RECURRENCE_ID] = "RECURRENCE-ID",
    [ICS_ACTION] = "ACTION",
    [ICS_TRIGGER] = "TRIGGER",
    [ICS_VERSION] = "VERSION",
    [ICS_PRODID] = "PRODID",
    [ICS_METHOD] = "METHOD",
    [ICS_CALSCALE] = "CALSCALE",
    [ICS_TZID] = "TZID",
};

bool ics_parameter(const struct ics_line *line, const char *name, char value[ICS_NAME_ROOM]) {
    const char *end = ics_value(line), *at = line->text + strcspn(line->text, ";:");
    while (end != NULL && *at == ';') {
        const char *start = ++at;
        size_t length = strcspn(start, "=;:");
        bool quoted = false;
        for (at = start + length; at < end - 1 && (quoted || *at != ';'); at++)
            if (*at == '"')
                quoted = !quoted;
        if (start[length] != '=' || !ascii_same_part(start, length, name))
            continue;
        const char *from = start + length + 1;
        size_t size = (size_t)(at - from);
        if (size >= 2 && *from == '"') {
            from++;
            size -= 2;
        }
        snprintf(value, ICS_NAME_ROOM, "%.*s", (int)(size < ICS_NAME_ROOM ? size : ICS_NAME_ROOM - 1), from);
        return true;
    }
    return false;
}

static bool value_type_is(const struct ics_line *line, const char *type) {
    char value[ICS_NAME_ROOM];
    return ics_parameter(line, "VALUE", value) && ascii_same(value, type);
}

/* ---- values ---- */

static int digits(const char *text, size_t count) {
    int number = 0;
    for (size_t i = 0; i < count; i++)
        number = 10 * number + text[i] - '0';
    return number;
}

/* Reads 20260216, 20260216T090000 and 20260216T090000Z. libical is not used: it accepts a thirteenth month. */
static bool read_moment(const char *text, struct ics_moment *moment) {
    size_t days = strspn(text, "0123456789");
    *moment = (struct ics_moment){.is_date = text[days] != 'T'};
    if (days != 8)
        return false;
    moment->day = ehc_day_from_ymd(digits(text, 4), digits(text + 4, 2), digits(text + 6, 2));
    if (moment->day == EHC_NO_DAY)
        return false;
    moment->known = true;
    if (moment->is_date)
        return text[8] == '\0';
    text += 9;
    if (strspn(text, "0123456789") != 6)
        return false;
    int hour = digits(text, 2), minute = digits(text + 2, 2), second = digits(text + 4, 2);
    moment->second = 3600 * hour + 60 * minute + second;
    moment->ending = text[6];
    return hour < 24 && minute < 60 && second <= 60 && (text[6] == '\0' || (text[6] == 'Z' && text[7] == '\0'));
}

static void judge_moment(const struct ics_judge *judge, const struct ics_line *line, const char *name, const char *value,
                         struct ics_moment *moment) {
    char zone[ICS_NAME_ROOM];
    bool says_date = value_type_is(line, "DATE");
    if (!read_moment(value, moment)) {
        moment->known = false;
        FAULT(judge, line->number, "write a day as 20260216, and a time as 20260216T090000",
              "%s is not an existing date from 1900 to 2199: %.40s", name, value);
        return;
    }
    if (moment->is_date && !says_date)
        FAULT(judge, line->number, "write DTSTART;VALUE=DATE:20260216", "%s is a day but does not say VALUE=DATE", name);
    if (!moment->is_date && says_date)
        FAULT(judge, line->number, NULL, "%s says VALUE=DATE but has a time of day", name);
    if (moment->ending == '\0' && ics_parameter(line, "TZID", zone))
        moment->ending = 'T';
}

/* libical accepts "P" and "PT", which are not durations. */
static bool is_duration(const char *text) {
    size_t length = strlen(text);
    return strpbrk(text, "0123456789") != NULL && length > 0 && text[length - 1] != 'T' &&
           !icaldurationtype_is_bad_duration(icaldurationtype_from_string(text));
}

static void judge_duration(const struct ics_judge *judge, const struct ics_line *line, const char *name, const char *value) {
    if (!is_duration(value))
        FAULT(judge, line->number, "write an hour before as -PT1H, and a week before as -P7D",
              "%s is not a length of time: %.40s", name, value);
}

static void judge_trigger(const struct ics_judge *judge, const struct ics_line *line, const char *value) {
    struct ics_moment moment;
    if (!value_type_is(line, "DATE-TIME"))
        judge_duration(judge, line, "TRIGGER", value);
    else if (!read_moment(value, &moment) || moment.ending != 'Z')
        FAULT(judge, line->number, "write 20260216T090000Z", "TRIGGER is not a moment in UTC: %.40s", value);
}

static void judge_number(const struct ics_judge *judge, const struct ics_line *line, const char *value) {
    size_t length = strspn(value, "0123456789");
    if (length == 0 || length > 9 || value[length] != '\0')
        FAULT(judge, line->number, NULL, "SEQUENCE is not a whole number: %.40s", value);
}

static void judge_status(const struct ics_judge *judge, const struct ics_line *line, const char *value,
                         enum ics_component kind) {
    static const char *const of_event[] = {"TENTATIVE", "CONFIRMED", "CANCELLED", NULL};
    static const char *const of_task[] = {"NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED", NULL};
    if (kind != ICS_EVENT && kind != ICS_TASK)
        return;
    for (const char *const *known = kind == ICS_EVENT ? of_event : of_task; *known != NULL; known++)
        if (ascii_same(value, *known))
            return;
    FAULT(judge, line->number, NULL, "%s cannot have this STATUS: %.40s", kind == ICS_EVENT ? "an event" : "a task", value);
}

/* Some programs cut a text at a comma or semicolon that has no backslash. */
static void judge_text(const struct ics_judge *judge, const struct ics_line *line, const char *value) {
    for (; *value != '\0'; value++) {
        if (*value == ',' || *value == ';') {
            FAULT(judge, line->number, "write \\, and \\; in text", "a comma or semicolon in the text has no backslash");
            return;
        }
        if (*value != '\\')
            continue;
        if (value[1] == '\0' || strchr("\\;,nN", value[1]) == NULL) {
            FAULT(judge, line->number, "write \\\\ \\; \\, or \\n", "no known escape begins with this backslash");
            return;
        }
        value++;
    }
}

/* ---- properties ---- */

static int find_property(const struct ics_line *line) {
    for (int i = 0; i < ICS_PROPERTY_COUNT; i++)
        if (ics_is(line, names[i]))
            return i;
    return -1;
}

static void judge_value(const struct ics_judge *judge, struct ics_open *component, enum ics_property property,
                        const struct ics_line *line, const char *value) {
    struct ics_moment stamp;
    switch (property) {
    case ICS_DTSTART:
        judge_moment(judge, line, "DTSTART", value, &component->start);
        break;
    case ICS_DTEND:
    case ICS_DUE:
        judge_moment(judge, line, names[property], value, &component->end);
        break;
    case ICS_DTSTAMP:
        if (!read_moment(value, &stamp) || stamp.ending != 'Z')
            FAULT(judge, line->number, "write 20260216T090000Z", "DTSTAMP is not a moment in UTC: %.40s", value);
        break;
    case ICS_DURATION:
        judge_duration(judge, line, "DURATION", value);
        break;
    case ICS_TRIGGER:
        judge_trigger(judge, line, value);
        break;
    case ICS_SEQUENCE:
        judge_number(judge, line, value);
        break;
    case ICS_STATUS:
        judge_status(judge, line, value, component->kind);
        break;
    case ICS_SUMMARY:
    case ICS_DESCRIPTION:
        judge_text(judge, line, value);
        break;
    case ICS_ACTION:
        component->is_display = ascii_same(value, "DISPLAY");
        break;
    case ICS_UID:
        if (*value == '\0')
            FAULT(judge, line->number, NULL, "UID is empty");
        break;
    case ICS_VERSION:
        if (strcmp(value, "2.0") != 0)
            FAULT(judge, line->number, "write VERSION:2.0", "the version is not 2.0: %.40s", value);
        break;
    default:
        break;
    }
}

void ics_judge_property(const struct ics_judge *judge, struct ics_open *component, const struct ics_line *line,
                        const char *value) {
    int property = find_property(line);
    /* A time zone and other components have rules of their own. */
    if (property < 0 || component->kind == ICS_OTHER || component->kind == ICS_ZONE)
        return;
    if (component->seen[property] != 0)
        FAULT(judge, line->number, NULL, "this %s has %s twice; the first is on line %u", component->name, names[property],
              component->seen[property]);
    component->seen[property] = line->number;
    judge_value(judge, component, (enum ics_property)property, line, value);
}

/* ---- components ---- */

static void judge_order(const struct ics_judge *judge, const struct ics_open *component) {
    const struct ics_moment *start = &component->start, *end = &component->end;
    const char *name = component->kind == ICS_TASK ? "DUE" : "DTEND";
    unsigned line = component->seen[component->kind == ICS_TASK ? ICS_DUE : ICS_DTEND];
    if (line == 0 || !start->known || !end->known)
        return;
    if (start->is_date != end->is_date)
        FAULT(judge, line, "write both as days, or both with a time",
              "one of DTSTART and %s is a day, and the other has a time", name);
    else if (start->ending == end->ending &&
             (end->day < start->day || (end->day == start->day && end->second <= start->second)))
        FAULT(judge, line, start->is_date ? "write the day after the last day as DTEND" : NULL, "%s is not after DTSTART",
              name);
}

static void judge_event(const struct ics_judge *judge, const struct ics_open *component) {
    const char *what = component->kind == ICS_TASK ? "task" : "event";
    const unsigned *seen = component->seen;
    if (seen[ICS_UID] == 0)
        FAULT(judge, component->line, "add a UID: without one, each import adds it again", "this %s has no UID", what);
    if (seen[ICS_DTSTAMP] == 0)
        FAULT(judge, component->line, "add a DTSTAMP: without one, Google imports nothing", "this %s has no DTSTAMP", what);
    if (seen[ICS_DTSTART] == 0 && component->kind == ICS_EVENT)
        FAULT(judge, component->line, NULL, "this event has no DTSTART");
    if (seen[ICS_SUMMARY] == 0)
        FAULT(judge, component->line, NULL, "this %s has no SUMMARY: programs show it without a title", what);
    if (seen[ICS_DURATION] != 0 && (seen[ICS_DTEND] != 0 || seen[ICS_DUE] != 0))
        FAULT(judge, seen[ICS_DURATION], "leave one of them out", "this %s has both an end and a DURATION", what);
    /* iTIP asks for an ORGANIZER with PUBLISH too, but no calendar program was seen to need it. */
    bool is_message = judge->method[0] != '\0' && !ascii_same(judge->method, "PUBLISH");
    if (is_message && seen[ICS_ORGANIZER] == 0)
        FAULT(judge, component->line, "leave METHOD out, or add an ORGANIZER",
              "this %s has no ORGANIZER, which METHOD:%s asks for", what, judge->method);
    judge_order(judge, component);
}

static void judge_alarm(const struct ics_judge *judge, const struct ics_open *component) {
    const unsigned *seen = component->seen;
    if (seen[ICS_ACTION] == 0)
        FAULT(judge, component->line, "write ACTION:DISPLAY", "this alarm has no ACTION");
    if (seen[ICS_TRIGGER] == 0)
        FAULT(judge, component->line, "write TRIGGER:-P1D", "this alarm has no TRIGGER, so it has no time");
    if (component->is_display && seen[ICS_DESCRIPTION] == 0)
        FAULT(judge, component->line, "write the words of the alarm as DESCRIPTION", "this alarm has no DESCRIPTION");
    if (seen[ICS_UID] != 0)
        FAULT(judge, seen[ICS_UID], "leave it out", "this alarm has a UID, which makes some programs drop it");
}

void ics_judge_component(const struct ics_judge *judge, const struct ics_open *component) {
    if (component->kind == ICS_EVENT || component->kind == ICS_TASK)
        judge_event(judge, component);
    else if (component->kind == ICS_ALARM)
        judge_alarm(judge, component);
    if (component->kind != ICS_CALENDAR)
        return;
    if (component->seen[ICS_VERSION] == 0)
        FAULT(judge, component->line, "write VERSION:2.0", "this calendar has no VERSION");
    if (component->seen[ICS_PRODID] == 0)
        FAULT(judge, component->line, NULL, "this calendar has no PRODID");
}
