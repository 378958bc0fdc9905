/* catalogue.h - the whole law as a table, to be checked by somebody who knows it, and signed: each limit with every field in
 * words, and room for who checked it and when. */
#ifndef EHC_CATALOGUE_CATALOGUE_H
#define EHC_CATALOGUE_CATALOGUE_H

#include <ehc/law.h>
#include <stdio.h>

/* The limits of a route; EHC_NONE: all. A page for a browser or a printer, and CSV. */
void view_limits_html(const struct ehc_law *law, int route, FILE *out);
void view_limits_csv(const struct ehc_law *law, int route, FILE *out);

/* ---- fields.c: what is said of a limit ---- */

enum { CATALOGUE_ROOM = 8192 };

/* In which cell of the page a field stands. */
enum catalogue_cell { CATALOGUE_STEP, CATALOGUE_LAW, CATALOGUE_TIME, CATALOGUE_TURNS, CATALOGUE_CELLS };

struct catalogue_field {
    enum catalogue_cell cell;
    const char *key;   /* the heading in CSV: "last_read" */
    const char *label; /* on the page, before the text; NULL: none */
    /* Writes its text; leaves it empty where the limit has nothing to say. */
    void (*write)(const struct ehc_law *law, const struct ehc_limit *limit, char text[CATALOGUE_ROOM]);
};

extern const struct catalogue_field catalogue_fields[];
extern const size_t catalogue_field_count;

/* ---- no_number.c ---- */

/* The same field of a duty without a number; empty where it has none. */
void catalogue_write_no_number(const struct ehc_law *law, const struct ehc_no_number *row, const char *key,
                               char text[CATALOGUE_ROOM]);

#endif
