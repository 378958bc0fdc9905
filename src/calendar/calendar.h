/* calendar.h - writes the deadlines of a case as an iCalendar file (RFC 5545), updates an earlier file, and checks any such
 * file.
 *
 * Each property was tried on phones and in calendar programs; ehc-calendar(7) says what they do with it.
 */
#ifndef EHC_CALENDAR_CALENDAR_H
#define EHC_CALENDAR_CALENDAR_H

#include "view/view.h"

enum { ICS_REMINDERS_MAX = 16, ICS_FILE_NAME_ROOM = 168 };
enum { ICS_FILE_MOST = 32 * 1024 * 1024 }; /* bytes of a calendar file that is read */

/* The time of a reminder. */
struct ics_reminder {
    bool after_latest; /* on the day after the latest day on which the step is in time */
    int days;          /* else: days before the last day; 0: on the last day */
    int minutes;       /* after midnight */
};

/* The options of a calendar. All pointers are borrowed. Start with { 0 }. */
struct ics_options {
    int64_t stamp;          /* DTSTAMP, in seconds since 1970 */
    const bool *chosen;     /* for each limit of the law: whether it goes into the calendar */
    const bool *chosen_own; /* the same for each own date of the case */
    const char *name;       /* of the calendar; NULL: the label of the law and "dates" */
    const struct ics_reminder *reminders;
    size_t reminder_count;
    bool own_reminders;   /* use `reminders` instead of the usual ones */
    bool no_alarms;       /* no reminders at all */
    bool reminder_events; /* reminders are events, not alarms */
    bool future;          /* leave out dates that are past */
    bool planning;        /* estimates too, as events of their own */
    bool named_by_limit;  /* the user chose limits by name: a limit without a firm date is added as an estimate */
    bool show_reference;
    bool todo; /* tasks instead of events */
};

/* Counts of what happened to the events. */
struct ics_counts {
    size_t events;    /* all events that ehc made */
    size_t added;     /* not in the earlier file */
    size_t past;      /* added on days that are past */
    size_t moved;     /* to another day */
    size_t reworded;  /* new words on the same day */
    size_t reminded;  /* only the reminders changed */
    size_t done;      /* newly marked as done */
    size_t cancelled; /* newly cancelled */
    size_t others;    /* of other people, left as they were */
};

/* ---- an earlier calendar ---- */

struct ics_earlier;

/* Reads an earlier calendar. `text` is borrowed. Gives NULL, and `error` with `file`, if it is not a calendar or has no
 * event that ehc made. */
struct ics_earlier *ics_read_earlier(const char *file, const char *text, size_t length, struct ehc_error *error);
void ics_free_earlier(struct ics_earlier *old);

/* ---- a calendar ---- */

struct ics_calendar;

/* Makes a calendar. With `old` (may be NULL) it updates that calendar: every event in it is updated, chosen or not. Gives
 * NULL, and `error`, on a fault. */
struct ics_calendar *ics_make(const struct ehc_judgement *judgement, const struct ics_options *options,
                              const struct ics_earlier *old, struct ics_counts *counts, struct ehc_error *error);
void ics_free(struct ics_calendar *calendar);
void ics_write(const struct ics_calendar *calendar, FILE *out);

/* The same split into files of one event each. */
size_t ics_file_count(const struct ics_calendar *calendar);
const char *ics_file_name(const struct ics_calendar *calendar, size_t file, char name[ICS_FILE_NAME_ROOM]);
void ics_write_file(const struct ics_calendar *calendar, size_t file, FILE *out);

/* ---- a check ---- */

/* Reports each kind of fault that a phone or a program may misread: the first one with its line, and how many more there
 * are. Gives the number of kinds. Sets `events` to the number of events and tasks. */
size_t ics_check(const char *file, const char *text, size_t length, size_t *events, ehc_report *report, void *context);

#endif
