/* law_values.h - what a value in a law file can be. Each reader fills its target or reports the fault (fields.h). */
#ifndef EHC_LIB_LAW_VALUES_H
#define EHC_LIB_LAW_VALUES_H

#include "util/fields.h"
#include <ehc/law.h>

enum { SHARED_FILES = 8, PATH_ROOM = 512 };

struct block;

/* A law being read, the owner in `struct reader`. Text is borrowed from the files, which stay open as long as the law; the
 * rest is in blocks. */
struct owned_law {
    struct ehc_law law; /* first: ehc_law_free() is given this */
    struct ehc_route *routes;
    struct block *blocks;
    bool out_of_memory;
    char path[SHARED_FILES + EHC_ROUTES_MAX][PATH_ROOM];
    struct ini file[SHARED_FILES + EHC_ROUTES_MAX];
    size_t file_count;
};

/* Zeroed room that lives as long as the law; NULL, noted, where memory ran out. */
void *ehc_law_take(struct owned_law *owned, size_t count, size_t size);
void ehc_law_free_blocks(struct owned_law *owned);

size_t ehc_count_items(const char *list);

bool ehc_read_text(struct reader *reader, const char *value, void *target);
bool ehc_read_number(struct reader *reader, const char *value, void *target);
bool ehc_read_day(struct reader *reader, const char *value, void *target);
bool ehc_read_yes(struct reader *reader, const char *value, void *target);
bool ehc_read_unit(struct reader *reader, const char *value, void *target);
bool ehc_read_count(struct reader *reader, const char *value, void *target);
bool ehc_read_roll(struct reader *reader, const char *value, void *target);
bool ehc_read_basis(struct reader *reader, const char *value, void *target);
bool ehc_read_event(struct reader *reader, const char *value, void *target);
bool ehc_read_events(struct reader *reader, const char *value, void *target);
bool ehc_read_limit_id(struct reader *reader, const char *value, void *target);
bool ehc_read_limit_ids(struct reader *reader, const char *value, void *target);
bool ehc_read_relaxation(struct reader *reader, const char *value, void *target);
bool ehc_read_list(struct reader *reader, const char *value, void *target);
bool ehc_read_readings(struct reader *reader, const char *value, void *target);
bool ehc_read_kind(struct reader *reader, const char *value, void *target);
bool ehc_read_advice_from(struct reader *reader, const char *value, void *target);

/* What a law says of caseloads, into tables with room for each section of the file being read; the ids stand in them. */
struct ehc_caseload_tables {
    struct ehc_measure *measures;
    struct ehc_column *columns;
    struct ehc_outcome *outcomes;
};
void ehc_read_caseload(struct reader *reader, const struct ehc_caseload_tables *tables);
void ehc_read_published(struct reader *reader, struct ehc_published *published);

/* These two fill more than one member: their target is the whole `struct ehc_limit`. */
bool ehc_read_amount(struct reader *reader, const char *value, void *target);   /* "20"; "15 February" */
bool ehc_read_branches(struct reader *reader, const char *value, void *target); /* "a unless b, c" */

#endif
