/* parts.h - what the files that make a calendar share. */
#ifndef EHC_CALENDAR_PARTS_H
#define EHC_CALENDAR_PARTS_H

#include "calendar.h"
#include <libical/ical.h>
#include <stdint.h>

enum { ICS_UID_ROOM = 160 };

/* What is made: for whom, how, and under which key. */
struct ics_job {
    const struct ehc_judgement *judgement;
    const struct ics_options *options;
    uint64_t key;
    const int *numbers; /* in the UID of each deadline of the judgement */
};

enum ics_kind { ICS_DEADLINE, ICS_ESTIMATE, ICS_REMINDER };
enum ics_state { ICS_OPEN, ICS_DONE, ICS_GONE };

/* One event to be. */
struct ics_entry {
    const struct ehc_limit *limit;     /* NULL: nothing is known of it but its UID */
    const struct ehc_judged *judged;   /* NULL: the case has no such deadline any more */
    const struct ehc_deadline *answer; /* where it is done: the deadline whose act it was */
    enum ics_kind kind;
    enum ics_state state;
    struct ics_reminder reminder; /* of a reminder */
    struct icaltimetype start;
    char uid[ICS_UID_ROOM];
};

/* ---- plan.c: which events there are to be, and when ---- */

enum { ICS_HOUR = 60, ICS_DAY = 24 * ICS_HOUR }; /* in minutes */

struct icaltimetype ics_date(ehc_day day);

/* A moment on the clock on the wall, wherever that is: `minutes` from the midnight at which `day` begins. */
struct icaltimetype ics_at_time(ehc_day day, int minutes);

/* The reminders a deadline has when nothing else is asked for, or those asked for. Gives how many. */
size_t ics_reminders_of(const struct ics_options *options, const struct ehc_judged *judged,
                        struct ics_reminder reminders[ICS_REMINDERS_MAX]);
struct icaltimetype ics_reminder_start(const struct ehc_judged *judged, const struct ics_reminder *reminder);

bool ics_is_past(const struct ics_job *job, struct icaltimetype start);

/* From the midnight at which the last day begins; negative before it. */
int ics_reminder_minutes(const struct ehc_judged *judged, const struct ics_reminder *reminder);

struct ics_plan {
    struct ics_entry entry;
    bool wanted;   /* goes in though it was not there before */
    bool there;    /* in the earlier calendar */
    bool used;     /* put into the new one; what stands there again is left out */
    long sequence; /* the highest it had */
};

struct ics_plans {
    struct ics_plan *plans; /* in the order of the deadlines */
    size_t count, capacity;
    struct ics_plan **by_uid; /* NULL before ics_sort_plans() */
};

/* `answer` (may be NULL) is set to the deadline by whose act the step was done: its own, or the other branch of it. */
enum ics_state ics_state_of(const struct ehc_judged *judged, const struct ehc_deadline **answer);

/* Plans every event there could be. False: not enough memory. */
bool ics_make_plans(const struct ics_job *job, struct ics_plans *plans);
bool ics_sort_plans(struct ics_plans *plans);
struct ics_plan *ics_find_plan(const struct ics_plans *plans, const char *uid);
void ics_free_plans(struct ics_plans *plans);

/* What an event is of which no plan is made: a reminder of an earlier run, or something that this law does not know. */
void ics_recognize(const struct ics_job *job, const char *uid, struct ics_entry *entry);

/* ---- uid.c: which event is which ---- */

/* What tells this case from another in the same calendar: the reference, or without one the first event given, with its
 * first day. */
uint64_t ics_case_key(const struct ehc_judgement *judgement);

/* Whether the case had this key before a further day of that event was given. */
bool ics_had_key(const struct ehc_judgement *judgement, uint64_t key);
bool ics_key_has_reference(uint64_t key);

/* The case, the limit and from the second on the number of its round, never a date: the same deadline keeps its UID when its
 * date moves. */
void ics_write_uid(const struct ics_job *job, struct ics_entry *entry);

/* Whether a UID is one of ours; its key. */
bool ics_read_uid(const char *uid, uint64_t *key);

/* The number in a UID that is of this deadline or another round of it; 0 where it is of neither. */
int ics_number_of_uid(const struct ics_job *job, const struct ehc_deadline *deadline, const char *uid);

/* The limit that a UID is of, and what of it; the limit is NULL where the law does not know it. */
const struct ehc_limit *ics_limit_of_uid(const struct ehc_law *law, const char *uid, enum ics_kind *kind);

/* Whether a UID is that of a reminder of this deadline, and which. */
bool ics_read_reminder_uid(const struct ics_job *job, const struct ehc_judged *judged, const char *uid,
                           struct ics_reminder *reminder);

/* The words of a UID of a date of one's own; NULL where it is none. */
const char *ics_own_words_of_uid(const char *uid, size_t *length);

/* The part of a UID that names the deadline, fit for a file name. */
void ics_name_of_uid(const char *uid, char *name, size_t room);

/* ---- number.c ---- */

/* A number for each deadline of the judgement, to be freed; `old` may be NULL. NULL: not enough memory. */
int *ics_number_deadlines(const struct ics_job *job, const struct ics_earlier *old);

/* ---- event_words.c: text to be freed; NULL: not enough memory ---- */

char *ics_summary(const struct ics_job *job, const struct ics_entry *entry);
char *ics_description(const struct ics_job *job, const struct ics_entry *entry);

/* Whether a summary says that its deadline was done. */
bool ics_says_done(const char *summary);

/* A copy as it is shown, with line breaks as "\n". */
char *ics_plain(const char *text);

/* ---- event.c ---- */

/* The property of an event that keeps the day from which its deadline ran. */
extern const char ics_trigger_property[];

/* The event or task of an entry. NULL: not enough memory. */
icalcomponent *ics_make_component(const struct ics_job *job, const struct ics_entry *entry, bool todo);
/* A component as folded text, to be freed. NULL: not enough memory. */
char *ics_component_text(icalcomponent *component);

void ics_add(icalcomponent *component, icalproperty *property);
void ics_add_x(icalcomponent *component, const char *name, const char *value);

/* ---- earlier.c ---- */

enum ics_piece_kind {
    ICS_PIECE_BEGIN, /* of a VCALENDAR: the line; a file may hold several */
    ICS_PIECE_LINE,  /* a property of the VCALENDAR itself */
    ICS_PIECE_EVENT, /* a whole component, from BEGIN to END */
    ICS_PIECE_TASK,
    ICS_PIECE_OTHER,
    ICS_PIECE_END, /* of the VCALENDAR: the line */
};

/* A piece of the earlier file. All of them, in order, are the file. */
struct ics_piece {
    enum ics_piece_kind kind;
    const char *raw;
    size_t length;
    char *uid;       /* of ours; NULL */
    uint64_t key;    /* of ours */
    long sequence;   /* of ours; from 0 to INT_MAX */
    ehc_day trigger; /* the day from which the deadline ran, as an event of ours keeps it; EHC_NO_DAY */
    ehc_day start;   /* its day; EHC_NO_DAY */
};

struct ics_earlier {
    const char *file;
    struct ics_piece *pieces;
    size_t count, ours;
};

/* The key under which the case is in the earlier calendar. False, and `error`, where it cannot be told. */
bool ics_choose_key(const struct ics_earlier *old, const struct ehc_judgement *judgement, uint64_t *key,
                    struct ehc_error *error);

/* ---- calendar.c: a calendar as it will be written ---- */

/* A piece of it, as folded text. */
struct ics_item {
    char *text;
    char uid[ICS_UID_ROOM]; /* of an event of ours; "" */
};

struct ics_calendar {
    struct ics_item *items; /* all of them, in order, are the file */
    size_t count, capacity;
    char *properties_of_one; /* of a file with one event */
};

/* The properties of a VCALENDAR that are written. */
struct ics_properties {
    bool version, prodid, calscale;
    const char *name; /* NULL: none */
};

/* Each gives NULL or false where there is not enough memory. */
struct ics_calendar *ics_new(void);
bool ics_add_text(struct ics_calendar *calendar, char *text,
                  const char *uid); /* takes `text` over; false where it is NULL */
bool ics_add_begin(struct ics_calendar *calendar);
bool ics_add_properties(struct ics_calendar *calendar, const struct ics_properties *properties);
bool ics_add_piece(struct ics_calendar *calendar, const struct ics_piece *piece); /* as it is; lines too long are folded */
bool ics_add_end(struct ics_calendar *calendar);

/* Leaves out what was added from item `from` on. */
void ics_drop_items(struct ics_calendar *calendar, size_t from);

/* ---- update_event.c ---- */

/* What a piece becomes: text, folded, to be freed. `sequence` is the highest that it had. NULL: not enough memory. */
char *ics_merge(const struct ics_job *job, struct ics_entry *entry, const struct ics_piece *piece, long sequence,
                struct ics_counts *counts);

#endif
