/* screen.h - the timeline of a case as a screen: what is late, what is next and whose it is, then the rest in order. The
 * terminal's screen and the page's come from the same groups. */
#ifndef EHC_SCREEN_SCREEN_H
#define EHC_SCREEN_SCREEN_H

#include "view/view.h"

/* ---- groups.c ---- */

/* Where a step stands on a screen, in the order in which they are shown. */
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

/* Its heading, "Late now"; and its name in JSON, "late". */
const char *screen_heading(enum screen_group group);
const char *screen_group_name(enum screen_group group);

/* The first due day that is still to come, of a step that is surely owed; EHC_NO_DAY where there is none. */
ehc_day screen_next(const struct ehc_judgement *judgement);

/* Where a step stands; `next` as screen_next() gives it. */
enum screen_group screen_group(const struct ehc_judgement *judgement, const struct ehc_judged *judged, ehc_day next);

/* The act of the first step of another that is still open: what the user is likely to have to enter next; EHC_NONE. */
int screen_next_event(const struct ehc_judgement *judgement);

/* What to know of closures, where one can excuse a delay of a step that has a date; NULL. */
const char *screen_closure_advice(const struct ehc_judgement *judgement);

/* ---- step_words.c ---- */

/* What somebody must do, and when, or how it went: by the group that the step stands in. */
void screen_sentence(const struct ehc_judgement *judgement, const struct ehc_judged *judged, enum screen_group group,
                     char text[EHC_WORDS]);
void screen_when(const struct ehc_judgement *judgement, const struct ehc_judged *judged, enum screen_group group,
                 char text[EHC_WORDS]);

/* What else is to be known of a step. */
enum screen_note {
    NOTE_FACT,     /* which of two days governs; a fixed date that it would miss */
    NOTE_CLAIM,    /* an exception that is claimed, or may apply */
    NOTE_ANSWER,   /* the answer to the claim before */
    NOTE_ESTIMATE, /* the date with the exception, which is no law */
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
    /* What a day is to the count: 's' it starts with the next, 'S' it starts with this, '=' counted, '-' not counted, 'r'
     * the last day moves over it, 'L' the last day, '.' none of these. */
    char days[SCREEN_DAYS_MOST + 1];
    /* 'b' a bank holiday, 'c' the setting was closed, 'B' both; else '.' */
    char marks[SCREEN_DAYS_MOST + 1];
};

/* The days of a count, from its start to its last day. */
struct screen_count {
    struct ehc_span span;
    struct screen_month months[SCREEN_MONTHS_MOST];
    size_t month_count; /* 0 where there is no date, or where there would be too many months */
};
void screen_count_days(const struct ehc_judgement *judgement, const struct ehc_deadline *deadline,
                       struct screen_count *count);

/* ---- text.c ---- */

/* `calendar_command` is what puts the same dates on a phone, as the user would type it. `all` shows what waits and what is
 * not needed too. NULL: neither the command nor what else to add to it is shown. */
void screen_text(const struct ehc_judgement *judgement, const char *calendar_command, bool all, const struct page *page);

/* ---- json.c ---- */

/* The same as JSON, ehc(1): groups of steps in words, the days of each count, the case as a case file. False where memory
 * ran out. */
bool screen_json(const struct ehc_judgement *judgement, FILE *out);

#endif
