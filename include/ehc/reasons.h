/* reasons.h - reasons for a delay: the exceptions of a law, and known excuses that no exception covers.
 *
 * They come from the file exceptions.ini of a law (ehc-limits(5)). Plain data, as in law.h: text is UTF-8, is never NULL
 * unless the comment says so, and lives as long as the law.
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
    const char *letter[EHC_EXCEPTION_KINDS]; /* the paragraph, "(a)"; NULL if the kind is not on the list */
    int absence_days;                        /* the least number of days of one absence */
    int closure_days;                        /* the least number of days in a row that a setting must be closed */
    int asking_days; /* a request for advice counts from this many days before the first closed day to this many days before
                        the setting reopens, both days included */
};

struct ehc_exception_type {
    const char *id; /* "school-closure" */
    const char *title;
    const char *needs;    /* the facts the law asks for */
    const char *judge;    /* the question that people must judge */
    const char *question; /* the question that dates cannot answer, for a kind that dates alone cannot show; NULL */
    /* For a closure: whose advice must have been asked. */
    int asked_event;   /* the event of the request; EHC_NONE */
    int asked_from;    /* enum ehc_advice_from: a request for advice of this kind counts too; EHC_NONE */
    const char *asked; /* "the school's head"; NULL */
};

/* A reason that people claim and that is on no list: an excuse. */
struct ehc_claim {
    const char *id;
    const char *title;
    const char *words; /* words and phrases, separated by commas; one with a capital matches only as written: "IT" */
    const char *why;
    bool of_staff; /* it is about the staff of the council, or of the bodies that it asks */
};

/* Words that make a reason personal, or show that it is about the family. */
struct ehc_personal {
    const char *id;
    const char *words;  /* as in a claim */
    bool of_staff_too;  /* can happen to staff too: "ill" */
    bool of_things_too; /* can be said of things too: "moved" */
    bool is_family;     /* a member of the family, not an event: "mother" */
};

EHC_EXTERN_END

#endif
