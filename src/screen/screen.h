/* screen.h - the timeline of a case as a screen: late steps, the next step and who must do it, then the rest in order. The
 * terminal and the page show the same groups. */
#ifndef EHC_SCREEN_SCREEN_H
#define EHC_SCREEN_SCREEN_H

#include "view/view.h"

/* ---- groups.c ---- */

/* The groups of a screen, in the order in which they are shown. */
enum screen_group {
    SCREEN_LATE,
    SCREEN_LATE_GUIDANCE,
    SCREEN_MISSED,
    SCREEN_OWN_PAST,
    SCREEN_DISPUTED,
    SCREEN_NEXT,
    SCREEN_THEN,
    SCREEN_YOURS,
    SCREEN_LATE_THEN,
    SCREEN_DONE,
    SCREEN_CANNOT_SAY,
    SCREEN_WAITING,
    SCREEN_NOT_NEEDED,
    SCREEN_NOT_SHOWN
};

/* The heading of a group, "Late now"; and its name in JSON, "late". */
const char *screen_heading(enum screen_group group);
const char *screen_group_name(enum screen_group group);

/* The first due day to come, of a step that does not depend on an `only_if`; EHC_NO_DAY if there is none. */
ehc_day screen_next(const struct ehc_judgement *judgement);

/* The group of a step. `next` is the day that screen_next() gives. */
enum screen_group screen_group(const struct ehc_judgement *judgement, const struct ehc_judged *judged, ehc_day next);

/* The event that the user is likely to enter next: it ends the first open step that others run from. EHC_NONE if there is
 * none. */
int screen_next_event(const struct ehc_judgement *judgement);

/* What to know about closures, if one can excuse a delay of a step with a date; else NULL. */
const char *screen_closure_advice(const struct ehc_judgement *judgement);

/* ---- step_words.c ---- */

/* What somebody must do, and when or how it went. The words depend on the group of the step. */
void screen_sentence(const struct ehc_judgement *judgement, const struct ehc_judged *judged, enum screen_group group,
                     char text[EHC_WORDS]);
void screen_when(const struct ehc_judgement *judgement, const struct ehc_judged *judged, enum screen_group group,
                 char text[EHC_WORDS]);

/* The kinds of notes under a step. */
enum screen_note {
    NOTE_FACT,     /* which of two days governs; a fixed date that the step would miss */
    NOTE_CLAIM,    /* an exception that is claimed, or may apply */
    NOTE_ANSWER,   /* the answer to the claim before */
    NOTE_ESTIMATE, /* the date with the exception: not law */
};
typedef void screen_note_function(void *context, enum screen_note note, const char *text);
void screen_notes(const struct ehc_judgement *judgement, const struct ehc_judged *judged, enum screen_group group,
                  screen_note_function *tell, void *context);

/* ---- days.c ---- */

enum { SCREEN_MONTHS_MOST = 15, SCREEN_DAYS_MOST = 31 };

/* A month of a count, with a letter for each of its days. */
struct screen_month {
    int year, month;
    enum ehc_weekday begins; /* the weekday of its first day */
    /* 's' the count starts on the next day, 'S' the count starts on this day, '=' counted, '-' not counted, 'r' the last day
     * moves over this day, 'L' the last day, '.' none of these. */
    char days[SCREEN_DAYS_MOST + 1];
    /* 'b' a bank holiday, 'c' the setting was closed, 'B' both; else '.' */
    char marks[SCREEN_DAYS_MOST + 1];
};

/* The days of a count, from its start to its last day. */
struct screen_count {
    struct ehc_span span;
    struct screen_month months[SCREEN_MONTHS_MOST];
    size_t month_count; /* 0 if there is no date, or if the months are too many */
};
void screen_count_days(const struct ehc_judgement *judgement, const struct ehc_deadline *deadline,
                       struct screen_count *count);

/* ---- text.c ---- */

/* `calendar_command` puts the same dates on a phone, as the user would type it; NULL: no command is shown. `all` also shows
 * the steps that have not begun or are not needed. */
void screen_text(const struct ehc_judgement *judgement, const char *calendar_command, bool all, const struct page *page);

/* ---- json.c ---- */

/* The same as JSON, ehc(1): groups of steps in words, the days of each count, the case as a case file. False if memory ran
 * out. */
bool screen_json(const struct ehc_judgement *judgement, FILE *out);

#endif
