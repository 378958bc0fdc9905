/* catalogue.h - the whole law as a table that an expert checks and signs: every field of each limit in words, with two empty
 * columns for who checked it and when. */
#ifndef EHC_CATALOGUE_CATALOGUE_H
#define EHC_CATALOGUE_CATALOGUE_H

#include <ehc/law.h>
#include <stdio.h>

/* Write the limits of a route, or all for EHC_NONE: a page to read or print, and CSV. */
void view_limits_html(const struct ehc_law *law, int route, FILE *out);
void view_limits_csv(const struct ehc_law *law, int route, FILE *out);

/* ---- fields.c: the fields of a limit ---- */

enum { CATALOGUE_ROOM = 8192 };

/* The cell of the page that a field is in. */
enum catalogue_cell { CATALOGUE_STEP, CATALOGUE_LAW, CATALOGUE_TIME, CATALOGUE_CHANGES, CATALOGUE_CELLS };

struct catalogue_field {
    enum catalogue_cell cell;
    const char *key;   /* the heading in CSV: "last_read" */
    const char *label; /* on the page, before the text; NULL: none */
    /* Adds to `text`, which begins empty; it stays empty if the limit has nothing here. NULL: the text at `text_at`. */
    void (*write)(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]);
    size_t text_at; /* of a const char * in struct ehc_limit */
};

extern const struct catalogue_field catalogue_fields[];
extern const size_t catalogue_field_count;

/* Writes a field of a limit; "" if the limit has nothing there. */
void catalogue_write_field(const struct ehc_law *law, const struct ehc_limit *limit, const struct catalogue_field *field,
                           char text[CATALOGUE_ROOM]);

/* "Support (support)": a route as the first column names it. */
void catalogue_write_route(const struct ehc_law *law, int route, char text[CATALOGUE_ROOM]);

/* ---- no_number.c ---- */

/* The field of a duty without a number that has this key; "" if there is none. */
void catalogue_write_no_number(const struct ehc_law *law, const struct ehc_no_number *row, const char *key,
                               char text[CATALOGUE_ROOM]);

#endif
