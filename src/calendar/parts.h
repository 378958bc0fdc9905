/* parts.h - shared by the files that make a calendar. */
#ifndef EHC_CALENDAR_PARTS_H
#define EHC_CALENDAR_PARTS_H

#include "calendar.h"
#include <libical/ical.h>
#include <stdint.h>

enum { ICS_UID_ROOM = 160 };

/* The input of a calendar: case, options, and the key of the case in UIDs. */
struct ics_job {
    const struct ehc_judgement *judgement;
    const struct ics_options *options;
    uint64_t key;
    const int *numbers; /* for each deadline of the judgement, the number in its UID */
};

enum ics_kind { ICS_DEADLINE, ICS_ESTIMATE, ICS_REMINDER };
enum ics_state { ICS_OPEN, ICS_DONE, ICS_GONE };

/* An event to be written. */
struct ics_entry {
    const struct ehc_limit *limit;     /* NULL: only its UID is known */
    const struct ehc_judged *judged;   /* NULL: the case no longer has this deadline */
    const struct ehc_deadline *answer; /* if it is done: the deadline that its act answered */
    enum ics_kind kind;
    enum ics_state state;
    struct ics_reminder reminder; /* of a reminder */
    struct icaltimetype start;
    char uid[ICS_UID_ROOM];
};

/* ---- plan.c: which events a calendar has, and when ---- */

enum { ICS_HOUR = 60, ICS_DAY = 24 * ICS_HOUR }; /* in minutes */

struct icaltimetype ics_date(ehc_day day);

/* A local time without a zone: `minutes` from the midnight at which `day` begins. */
struct icaltimetype ics_at_time(ehc_day day, int minutes);

/* The reminders of a deadline: those asked for, else the usual ones. Gives how many. */
size_t ics_reminders_of(const struct ics_options *options, const struct ehc_judged *judged,
                        struct ics_reminder reminders[ICS_REMINDERS_MAX]);

bool ics_is_past(const struct ics_job *job, struct icaltimetype start);

/* Minutes from the midnight at which the last day begins; negative before it. */
int ics_reminder_minutes(const struct ehc_judged *judged, const struct ics_reminder *reminder);

struct ics_plan {
    struct ics_entry entry;
    bool wanted;   /* added if the earlier calendar does not have it */
    bool there;    /* in the earlier calendar */
    bool used;     /* written to the new calendar; a second copy is left out */
    long sequence; /* the highest in the earlier calendar */
};

struct ics_plans {
    struct ics_plan *plans; /* in the order of the deadlines */
    size_t count, capacity;
    struct ics_plan **by_uid; /* NULL before ics_sort_plans() */
};

/* Plans every possible event. False: not enough memory. */
bool ics_make_plans(const struct ics_job *job, struct ics_plans *plans);
bool ics_sort_plans(struct ics_plans *plans);
struct ics_plan *ics_find_plan(const struct ics_plans *plans, const char *uid);
void ics_free_plans(struct ics_plans *plans);

/* Fills in the entry of an event without a plan: a reminder of an earlier run, or of a deadline that the law does not have.
 */
void ics_recognize(const struct ics_job *job, const char *uid, struct ics_entry *entry);

/* ---- uid.c: the UIDs of events ---- */

/* Distinguishes this case from other cases in the same calendar: made from the reference, or without one from the first
 * event given and its first day. */
uint64_t ics_case_key(const struct ehc_judgement *judgement);

/* Whether the case had this key before further days of that event were given. */
bool ics_had_key(const struct ehc_judgement *judgement, uint64_t key);
bool ics_key_has_reference(uint64_t key);

/* A UID has the key of the case, the limit, and from the second round on its number. It has no date, so that a deadline
 * keeps its UID when its date moves. */
void ics_write_uid(const struct ics_job *job, struct ics_entry *entry);

/* Whether ehc made a UID; sets its key. */
bool ics_read_uid(const char *uid, uint64_t *key);

/* The number in a UID of this deadline or another round of it; 0 for other UIDs. */
int ics_number_of_uid(const struct ics_job *job, const struct ehc_deadline *deadline, const char *uid);

/* The limit of a UID, and the kind of event; NULL if the law does not have it. */
const struct ehc_limit *ics_limit_of_uid(const struct ehc_law *law, const char *uid, enum ics_kind *kind);

/* Whether a UID belongs to a reminder of this deadline; sets which. */
bool ics_read_reminder_uid(const struct ics_job *job, const struct ehc_judged *judged, const char *uid,
                           struct ics_reminder *reminder);

/* The name of an own date in a UID; NULL for other UIDs. */
const char *ics_own_words_of_uid(const char *uid, size_t *length);

/* The part of a UID that names the deadline, safe as a file name. */
void ics_name_of_uid(const char *uid, char *name, size_t room);

/* ---- number.c ---- */

/* A number for each deadline of the judgement, to be freed; `old` may be NULL. NULL: not enough memory. */
int *ics_number_deadlines(const struct ics_job *job, const struct ics_earlier *old);

/* ---- event_words.c: free each text; NULL: not enough memory ---- */

char *ics_summary(const struct ics_job *job, const struct ics_entry *entry);
char *ics_description(const struct ics_job *job, const struct ics_entry *entry);

/* Whether a summary says that its step is done. */
bool ics_says_done(const char *summary);

/* A copy with hidden characters as "?" and line breaks as "\n". */
char *ics_plain(const char *text);

/* ---- event.c ---- */

/* The property that keeps the day from which a deadline runs. */
extern const char ics_trigger_property[];

/* The event or task of an entry. NULL: not enough memory. */
icalcomponent *ics_make_component(const struct ics_job *job, const struct ics_entry *entry, bool todo);
/* A component as folded text, to be freed. NULL: not enough memory. */
char *ics_component_text(icalcomponent *component);

void ics_add(icalcomponent *component, icalproperty *property);
void ics_add_x(icalcomponent *component, const char *name, const char *value);

/* ---- earlier.c ---- */

enum ics_piece_kind {
    ICS_PIECE_BEGIN, /* the first line of a VCALENDAR; a file may have several */
    ICS_PIECE_LINE,  /* a property of the VCALENDAR itself */
    ICS_PIECE_EVENT, /* a whole component, from BEGIN to END */
    ICS_PIECE_TASK,
    ICS_PIECE_OTHER,
    ICS_PIECE_END, /* the last line of a VCALENDAR */
};

/* A piece of the earlier file. All pieces in order are the whole file. */
struct ics_piece {
    enum ics_piece_kind kind;
    const char *raw;
    size_t length;
    bool cr_ends;    /* its lines end with CR alone */
    char *uid;       /* NULL: not an event that ehc made, and the fields below are not used */
    uint64_t key;    /* of the case */
    long sequence;   /* from 0 to INT_MAX */
    ehc_day trigger; /* the day from which the deadline ran; EHC_NO_DAY */
    ehc_day start;   /* the day of the event; EHC_NO_DAY */
};

struct ics_earlier {
    const char *file;
    struct ics_piece *pieces;
    size_t count, ours;
};

/* The key of the case in the earlier calendar. False, and `error`, if the calendar belongs to another case. */
bool ics_choose_key(const struct ics_earlier *old, const struct ehc_judgement *judgement, uint64_t *key,
                    struct ehc_error *error);

/* ---- calendar.c: a calendar to be written ---- */

/* A piece of a calendar, as folded text. */
struct ics_item {
    char *text;
    char uid[ICS_UID_ROOM]; /* of an event that ehc made; else "" */
};

struct ics_calendar {
    struct ics_item *items; /* all items in order are the whole file */
    size_t count, capacity;
    char *properties_of_one; /* the properties of a file with one event */
};

/* The properties of a VCALENDAR that are written. */
struct ics_properties {
    bool version, prodid, calscale;
    const char *name; /* NULL: none */
};

/* Each gives NULL or false if there is not enough memory. */
struct ics_calendar *ics_new(void);
bool ics_add_text(struct ics_calendar *calendar, char *text,
                  const char *uid); /* owns `text` from now on; false if it is NULL */
bool ics_add_begin(struct ics_calendar *calendar);
bool ics_add_properties(struct ics_calendar *calendar, const struct ics_properties *properties);
bool ics_add_piece(struct ics_calendar *calendar, const struct ics_piece *piece); /* unchanged, but long lines are folded */
bool ics_add_end(struct ics_calendar *calendar);

/* Removes the items from `from` on. */
void ics_drop_items(struct ics_calendar *calendar, size_t from);

/* ---- update_event.c ---- */

/* Updates an event. Gives folded text, to be freed; NULL: not enough memory. `sequence` is the highest that the event had.
 */
char *ics_merge(const struct ics_job *job, struct ics_entry *entry, const struct ics_piece *piece, long sequence,
                struct ics_counts *counts);

#endif
