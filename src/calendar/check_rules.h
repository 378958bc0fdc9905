/* check_rules.h - what a component of a calendar has to be like (RFC 5545, and what phones were seen to want). */
#ifndef EHC_CALENDAR_CHECK_RULES_H
#define EHC_CALENDAR_CHECK_RULES_H

#include "line.h"
#include <ehc/date.h>

enum ics_component { ICS_CALENDAR, ICS_EVENT, ICS_TASK, ICS_ALARM, ICS_ZONE, ICS_OTHER };

enum { ICS_NAME_ROOM = 64 };

/* The properties that are looked at; each at most once in a component. */
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
    char ending; /* 'Z', 'T' for a time zone, '\0' for the clock on the wall */
    ehc_day day;
    int second; /* of the day */
};

/* A component that is being read. */
struct ics_open {
    enum ics_component kind;
    char name[ICS_NAME_ROOM];
    unsigned line;
    unsigned seen[ICS_PROPERTY_COUNT]; /* the line; 0: not seen */
    struct ics_moment start, end;
    bool is_display;
};

/* Says what is wrong with a line; `hint` may be NULL. */
struct ics_judge {
    void (*fault)(void *context, unsigned line, const char *hint, const char *format, ...)
        __attribute__((format(printf, 4, 5)));
    void *context;
    char method[ICS_NAME_ROOM]; /* of the calendar; "" */
};

/* Judges one property, and keeps what the component needs to know of it. */
void ics_judge_property(const struct ics_judge *judge, struct ics_open *component, const struct ics_line *line,
                        const char *value);

/* Judges a component that is whole. */
void ics_judge_component(const struct ics_judge *judge, const struct ics_open *component);

/* A parameter of a line, copied; false where it has none of the name. */
bool ics_parameter(const struct ics_line *line, const char *name, char value[ICS_NAME_ROOM]);

#endif
