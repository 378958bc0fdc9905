/* chronology.h - a case day by day, as a hearing asks for it: what happened, what was asked for, what is claimed, each last
 * day with its law, and what others say. */
#ifndef EHC_CHRONOLOGY_CHRONOLOGY_H
#define EHC_CHRONOLOGY_CHRONOLOGY_H

#include "view/view.h"

/* Each gives false if there is not enough memory. */
bool view_chronology_html(const struct ehc_judgement *judgement, FILE *out);
bool view_chronology_csv(const struct ehc_judgement *judgement, FILE *out);
bool view_chronology_json(const struct ehc_judgement *judgement, FILE *out);

/* ---- rows.c: the rows, in order of day ---- */

/* In the order in which rows of one day are listed. */
enum chronology_kind {
    CHRONOLOGY_FACT,  /* something happened, or is planned */
    CHRONOLOGY_CLAIM, /* a closure, an absence, ...: what may excuse a delay */
    CHRONOLOGY_SAID,  /* a last day that others give */
    CHRONOLOGY_LIMIT, /* the last day of a step */
};

struct chronology_row {
    ehc_day day, until; /* `until` differs only for a claim of several days; EHC_NO_DAY: no day is known */
    enum chronology_kind kind;
    int event;                         /* of a fact; EHC_NONE: an own date was met */
    const char *name;                  /* of the section of a fact or a claim; NULL */
    const char *reason;                /* of a claim; NULL */
    enum ehc_exception_kind exception; /* of a claim */
    bool is_unclaimed;                 /* of a claim */
    const struct ehc_judged *judged;   /* of a limit, a date that others give, or an own date; else NULL */
    size_t said;                       /* index in `judged->said`, of a date that others give */
    const struct ehc_ignored *ignored; /* why a fact changes nothing; NULL */
};

struct chronology {
    const struct ehc_judgement *judgement;
    struct chronology_row *rows; /* freed by chronology_free() */
    size_t count;
};

/* Makes the rows. False: not enough memory. */
bool chronology_make(const struct ehc_judgement *judgement, struct chronology *chronology);
void chronology_free(struct chronology *chronology);

/* ---- words.c: the columns of a row; `text` is "" if there is nothing to say ---- */

const char *chronology_kind_words(const struct chronology *chronology, const struct chronology_row *row);
void chronology_what(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]);
void chronology_who(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]);
void chronology_law(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]);
void chronology_result(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]);

/* The link to the law of a last day; NULL. */
const char *chronology_url(const struct chronology_row *row);

/* Whether the row is a last day that is late. */
bool chronology_is_late(const struct chronology_row *row);

#endif
