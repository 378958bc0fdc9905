/* calendar.h - the deadlines as an iCalendar file (RFC 5545), new or in place of an earlier one, and a check of any such
 * file.
 *
 * What phones and programs make of each property was tried; ehc-calendar(7) says what they do.
 */
#ifndef EHC_CALENDAR_CALENDAR_H
#define EHC_CALENDAR_CALENDAR_H

#include "view/view.h"

enum { ICS_REMINDERS_MAX = 16, ICS_FILE_NAME_ROOM = 168 };
enum { ICS_FILE_MOST = 32 * 1024 * 1024 }; /* bytes of a calendar file that is read */

/* When to remind. */
struct ics_reminder {
    bool after_latest; /* on the day after the latest on which the step is in time */
    int days;          /* else: days before the last day; 0 is the day itself */
    int minutes;       /* after midnight */
};

/* What the calendar is to be. All is borrowed. Start with { 0 }. */
struct ics_options {
    int64_t stamp;          /* DTSTAMP, in seconds since 1970 */
    const bool *chosen;     /* for each limit of the law: goes into the calendar */
    const bool *chosen_own; /* the same for each of the case's dates of its own */
    const char *name;       /* of the calendar; NULL: "dates", after the label of the law */
    const struct ics_reminder *reminders;
    size_t reminder_count;
    bool own_reminders;   /* `reminders` stand instead of those that are usual */
    bool no_alarms;       /* no reminders at all */
    bool reminder_events; /* reminders are events, not alarms */
    bool future;          /* only what is not past */
    bool planning;        /* estimates too, as events of their own */
    bool named_by_limit;  /* the user chose limits by name: what has no firm date is put in as an estimate */
    bool show_reference;
    bool todo; /* tasks instead of events */
};

/* What became of the events. */
struct ics_counts {
    size_t events;    /* of ours, in all */
    size_t added;     /* not in the earlier file */
    size_t past;      /* of these, on days that are past */
    size_t moved;     /* to another day */
    size_t reworded;  /* the day stayed */
    size_t reminded;  /* only the reminders are others */
    size_t done;      /* newly marked as done */
    size_t cancelled; /* newly */
    size_t others;    /* other people's, left as they were */
};

/* ---- an earlier calendar ---- */

struct ics_earlier;

/* Reads an earlier calendar. `text` is borrowed. NULL, and `error` (its file is `file`), where it is not a calendar or holds
 * no event of ours. */
struct ics_earlier *ics_read_earlier(const char *file, const char *text, size_t length, struct ehc_error *error);
void ics_free_earlier(struct ics_earlier *old);

/* ---- a calendar ---- */

struct ics_calendar;

/* Makes the calendar; with `old` (may be NULL) in its place: what is in it is kept right, whether it is chosen or not.
 * NULL, and `error`, where that cannot be. */
struct ics_calendar *ics_make(const struct ehc_judgement *judgement, const struct ics_options *options,
                              const struct ics_earlier *old, struct ics_counts *counts, struct ehc_error *error);
void ics_free(struct ics_calendar *calendar);
void ics_write(const struct ics_calendar *calendar, FILE *out);

/* The same parted into files that hold one event of ours each. */
size_t ics_file_count(const struct ics_calendar *calendar);
const char *ics_file_name(const struct ics_calendar *calendar, size_t file, char name[ICS_FILE_NAME_ROOM]);
void ics_write_file(const struct ics_calendar *calendar, size_t file, FILE *out);

/* ---- a check ---- */

/* Reports each kind of thing that a phone would trip over: the first of the kind with its line, and how many more there are.
 * Gives the number of kinds; `events` is set to the number of events and tasks. */
size_t ics_check(const char *file, const char *text, size_t length, size_t *events, ehc_report *report, void *context);

#endif
