/* diary.h - the steps that are open or late in many cases, by day. Add the cases one after the other: a diary copies what it
 * shows, so that each judgement can be freed. */
#ifndef EHC_DIARY_DIARY_H
#define EHC_DIARY_DIARY_H

#include "view/view.h"

struct diary_case {
    const char *name;             /* its reference, else its file, else "" */
    const char *reference, *file; /* NULL if it has none */
};

struct diary_entry {
    size_t of_case;   /* the index of its case */
    const char *name; /* the name of its case */
    ehc_day day;      /* the last day to show, as in ehc_judged */
    ehc_day due;
    enum ehc_status status;
    int days;       /* days late or left, as in a deadline */
    bool is_past;   /* overdue: the last day is past on every reading */
    bool is_late;   /* a duty is late */
    bool is_family; /* the family's own step */
    bool is_said;   /* another entry of the case sets the same date for the same act */
    bool names_who; /* `step` names who acts */
    int round;
    const char *step, *who, *law, *limit;
    const char *url; /* NULL if there is none */
};

struct diary {
    const struct ehc_law *law;
    ehc_day as_at, until; /* steps due after `until` are not shown */
    struct diary_entry *entries;
    size_t count, capacity;
    struct diary_case *cases;
    size_t case_count, case_capacity;
    char **texts; /* the text that entries and cases point to */
    size_t text_count, text_capacity;
};

struct diary *diary_new(const struct ehc_law *law, ehc_day as_at, int days); /* NULL: not enough memory */
void diary_free(struct diary *diary);

/* Whether a diary is to hold the steps of a limit. */
typedef bool diary_wants(const void *context, const struct ehc_limit *limit);

/* What became of a case; a refused case sets `error`. */
enum diary_added { DIARY_ADDED, DIARY_REFUSED /* another case has its reference or its file */, DIARY_NO_MEMORY };

enum diary_added diary_add(struct diary *diary, const struct ehc_judgement *judgement, diary_wants *wants,
                           const void *context, struct ehc_error *error);

/* Sorts by day, then by case. Call it once, after all cases are added. */
void diary_sort(struct diary *diary);

/* ---- views of a diary that is sorted ---- */

void view_diary_text(const struct diary *diary, const struct page *page);
bool view_diary_json(const struct diary *diary, FILE *out); /* false: not enough memory */
void view_diary_csv(const struct diary *diary, FILE *out);
void view_diary_html(const struct diary *diary, FILE *out);

/* ---- words.c ---- */

/* An entry is shown if it repeats no other, and is overdue or has its last day by `until`. */
bool diary_shows(const struct diary *diary, const struct diary_entry *entry);

/* The parts of a diary. */
enum diary_part { DIARY_PAST, DIARY_WEEK, DIARY_LATER, DIARY_PARTS };
enum diary_part diary_part_of(const struct diary *diary, const struct diary_entry *entry);

/* How many entries a part has, and its heading: "This week, to Sunday 29 November 2026". */
size_t diary_part_words(const struct diary *diary, enum diary_part part, char text[EHC_WORDS]);

/* "63 days late", "past for 3 days", "disputed: late on one reading of the law", "today", "in 5 days" */
void diary_state_words(const struct diary *diary, const struct diary_entry *entry, char text[EHC_WORDS]);

/* Who has to act in the shown entries: "council 4 (2 late), family 3"; "nobody". */
void diary_turn_words(const struct diary *diary, char text[EHC_WORDS]);

/* Iterates over those who have to act: start with an index of 0; false at the end. */
struct diary_turn {
    const char *who;
    size_t open, late;
};
bool diary_next_turn(const struct diary *diary, size_t *index, struct diary_turn *turn);

/* The cases without a shown entry: "B-7, late.ini". Gives how many there are. */
size_t diary_idle_words(const struct diary *diary, char text[EHC_WORDS]);

/* "Diary of 3 cases" */
void diary_title_words(const struct diary *diary, char text[EHC_WORDS]);

#endif
