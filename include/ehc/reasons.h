/* reasons.h - what a law says of the reasons for a delay: which can excuse it, and what is known of the others.
 *
 * The file exceptions.ini of a law holds it, ehc-limits(5). Plain data, as in law.h: text is UTF-8, never NULL unless said,
 * and lives as long as the law.
 */
#ifndef EHC_REASONS_H
#define EHC_REASONS_H

#include <ehc/extern.h>
#include <stdbool.h>

EHC_EXTERN_BEGIN

enum ehc_exception_kind {
    EHC_SCHOOL_CLOSURE,
    EHC_EARLY_YEARS_CLOSURE,
    EHC_EXCEPTIONAL_CIRCUMSTANCES,
    EHC_ABSENCE,
    EHC_MISSED_APPOINTMENT,
    EHC_EXCEPTION_KINDS, /* how many there are */
};

struct ehc_exception_list {
    const char *id;
    const char *letter[EHC_EXCEPTION_KINDS]; /* the paragraph, "(a)"; NULL where the kind is not on the list */
    int absence_days;                        /* days one absence must last */
    int closure_days;                        /* days in a row a setting must be closed */
    int asking_days; /* the asking for advice counts from this many days before the first closed day to as many before the
                        setting reopens, both included */
};

struct ehc_exception_type {
    const char *id; /* "school-closure" */
    const char *title;
    const char *needs;    /* the facts the law asks for */
    const char *judge;    /* what is left for people to judge */
    const char *question; /* what dates do not show, where they cannot show that it fits; NULL */
    /* Of a closure: who has to have been asked for advice. */
    int asked_event;   /* the event of the asking; EHC_NONE */
    int asked_from;    /* enum ehc_advice_from: a request for advice of this kind is the same; EHC_NONE */
    const char *asked; /* "the school's head"; NULL */
};

/* A reason that is claimed and is on no list. */
struct ehc_claim {
    const char *id;
    const char *title;
    const char *words; /* words and phrases, separated by commas; one with a capital is known only as written: "IT" */
    const char *why;
    bool of_staff; /* it speaks of those who work for the council or for others who are asked */
};

/* Words by which a reason is known as personal, or as one that speaks of the family. */
struct ehc_personal {
    const char *id;
    const char *words;  /* as of a claim */
    bool of_staff_too;  /* may befall staff as well: "ill" */
    bool of_things_too; /* may be said of things as well: "moved" */
    bool is_family;     /* no event, but one of the family: "mother" */
};

EHC_EXTERN_END

#endif
