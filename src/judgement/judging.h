/* judging.h - shared by the files that make a judgement. */
#ifndef EHC_JUDGEMENT_JUDGING_H
#define EHC_JUDGEMENT_JUDGING_H

#include "lib/engine.h"

/* A judgement while it is made, with its lists, which do not change afterwards. One block of memory holds everything, so
 * that one free() is enough. Each list has room for the most that it can need; unused room is never touched. */
struct judging {
    struct ehc_judgement judgement; /* first, so that it has the address of the block */
    struct ehc_deadline *room;
    struct ehc_judged *deadlines;
    struct ehc_scene scene; /* the case, while it is judged */
    struct ehc_group *groups;
    struct ehc_ignored *ignored;
    struct ehc_happened *events;
    struct ehc_missing *missing;
    struct ehc_option *options;
    int *readings;
    struct ehc_exception *exceptions;
    struct ehc_said *said;
    bool is_whole; /* all limits are judged */
};

/* The day on which advice was asked for: the day of the request, else the day on which it reached the body; EHC_NO_DAY. */
static inline ehc_day ehc_asked_on(const struct ehc_advice *advice) {
    return advice->requested != EHC_NO_DAY ? advice->requested : advice->request_received;
}

/* Each fills a list and its count. The deadlines come first, because the others use them. */
void ehc_judge_deadlines(struct judging *judging); /* judged.c */
void ehc_find_groups(struct judging *judging);     /* groups.c */
void ehc_judge_said(struct judging *judging);      /* said.c */
void ehc_find_ignored(struct judging *judging);    /* ignored.c */
void ehc_find_missing(struct judging *judging);    /* missing.c */
void ehc_find_options(struct judging *judging);    /* options.c */

/* The judged deadline that a last day of others is about; NULL if there is none. */
struct ehc_judged *ehc_find_said_of(const struct judging *judging, const struct ehc_they_say *they_say);

#endif
