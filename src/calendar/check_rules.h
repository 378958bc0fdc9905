/* check_rules.h - the rules for the components of a calendar: RFC 5545, and what phones were seen to need. */
#ifndef EHC_CALENDAR_CHECK_RULES_H
#define EHC_CALENDAR_CHECK_RULES_H

#include "line.h"
#include <ehc/date.h>

enum ics_component { ICS_CALENDAR, ICS_EVENT, ICS_TASK, ICS_ALARM, ICS_ZONE, ICS_OTHER };

enum { ICS_NAME_ROOM = 64 };

/* The properties that are checked. A component has each of them at most once. */
enum ics_property {
    ICS_UID,
    ICS_DTSTAMP,
    ICS_DTSTART,
    ICS_DTEND,
    ICS_DUE,
    ICS_DURATION,
    ICS_SUMMARY,
    ICS_DESCRIPTION,
    ICS_STATUS,
    ICS_SEQUENCE,
    ICS_CLASS,
    ICS_TRANSP,
    ICS_ORGANIZER,
    ICS_RECURRENCE_ID,
    ICS_ACTION,
    ICS_TRIGGER,
    ICS_VERSION,
    ICS_PRODID,
    ICS_METHOD,
    ICS_CALSCALE,
    ICS_TZID,
    ICS_PROPERTY_COUNT,
};

struct ics_moment {
    bool known;
    bool is_date;
    char ending; /* 'Z': UTC, 'T': a time zone, '\0': local time */
    ehc_day day;
    int second; /* of the day */
};

/* A component that has begun and not ended. */
struct ics_open {
    enum ics_component kind;
    char name[ICS_NAME_ROOM];
    unsigned line;
    unsigned seen[ICS_PROPERTY_COUNT]; /* the line of each property; 0: not seen */
    struct ics_moment start, end;
    bool is_display;
};

/* `fault` reports what is wrong with a line; its `hint` may be NULL. */
struct ics_judge {
    void (*fault)(void *context, unsigned line, const char *hint, const char *format, ...)
        __attribute__((format(printf, 4, 5)));
    void *context;
    char method[ICS_NAME_ROOM]; /* of the calendar; "" */
};

/* Checks one property, and keeps in `component` what ics_judge_component() needs of it. */
void ics_judge_property(const struct ics_judge *judge, struct ics_open *component, const struct ics_line *line,
                        const char *value);

/* Checks a component at its end. */
void ics_judge_component(const struct ics_judge *judge, const struct ics_open *component);

/* Copies the parameter of a line that has this name; false if there is none. */
bool ics_parameter(const struct ics_line *line, const char *name, char value[ICS_NAME_ROOM]);

#endif
