/* chronology.h - all that is known of a case by day: what happened, what was asked for, what is claimed, each last day with
 * its law, what others say. What a hearing asks for first. */
#ifndef EHC_CHRONOLOGY_CHRONOLOGY_H
#define EHC_CHRONOLOGY_CHRONOLOGY_H

#include "view/view.h"

/* False: not enough memory. */
bool view_chronology_html(const struct ehc_judgement *judgement, FILE *out);
bool view_chronology_csv(const struct ehc_judgement *judgement, FILE *out);
bool view_chronology_json(const struct ehc_judgement *judgement, FILE *out);

/* ---- rows.c: the rows, in order of day ---- */

/* On one day a fact stands before a last day. */
enum chronology_kind {
    CHRONOLOGY_FACT,  /* something happened, or is planned */
    CHRONOLOGY_CLAIM, /* a closure, an absence, ...: what may excuse a delay */
    CHRONOLOGY_SAID,  /* a last day that others give */
    CHRONOLOGY_LIMIT, /* the last day of a step */
};

struct chronology_row {
    ehc_day day, until; /* the same but for a claim of several days; EHC_NO_DAY: no day is known */
    enum chronology_kind kind;
    int event;                         /* of a fact; EHC_NONE: that a date of one's own was met */
    const char *name;                  /* of a fact or a claim that has one; NULL */
    const char *reason;                /* of a claim; NULL */
    enum ehc_exception_kind exception; /* of a claim */
    bool is_unclaimed;                 /* of a claim */
    const struct ehc_judged *judged;   /* of a limit, of what others say, and of a date of one's own */
    size_t said;                       /* which of those that `judged` has */
    const struct ehc_ignored *ignored; /* why a fact changes nothing; NULL */
};

struct chronology {
    const struct ehc_judgement *judgement;
    struct chronology_row *rows; /* freed by chronology_free() */
    size_t count;
};

/* False: not enough memory. */
bool chronology_make(const struct ehc_judgement *judgement, struct chronology *chronology);
void chronology_free(struct chronology *chronology);

/* ---- words.c: what is said of a row; each is empty where there is nothing to say ---- */

const char *chronology_kind_words(const struct chronology *chronology, const struct chronology_row *row);
void chronology_what(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]);
void chronology_who(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]);
void chronology_law(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]);
void chronology_result(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]);

/* The link to its law, where it has one law; NULL. */
const char *chronology_url(const struct chronology_row *row);

/* Whether it says that something is late. */
bool chronology_is_late(const struct chronology_row *row);

#endif
