/* law_values.h - readers for the values in files of a law. Each fills its target or reports a fault (fields.h). */
#ifndef EHC_LAW_LAW_VALUES_H
#define EHC_LAW_LAW_VALUES_H

#include "util/fields.h"
#include <ehc/law.h>

enum { PARTS_MOST = 16, PATH_ROOM = 512 };

struct block;

/* The tables of a law while they are filled. All ids are in them before any section is read. */
struct law_tables {
    struct ehc_route *routes;
    struct ehc_event *events;
    struct ehc_limit *limits;
    struct ehc_no_number *no_numbers;
    struct ehc_reading *readings;
    struct ehc_relaxation *relaxations;
    struct ehc_exception_list *lists;
    struct ehc_claim *claims;
    struct ehc_personal *personal;
    struct ehc_miscount *miscounts;
    struct ehc_role *roles;
    struct ehc_break *breaks;
    struct ehc_roll *rolls;
    struct ehc_day_kind *day_kinds;
    struct ehc_measure *measures;
    struct ehc_column *columns;
    struct ehc_outcome *outcomes;
    struct ehc_published *published;
};

/* A law that is being read: the `owner` of `struct reader`. It borrows text from the files, which stay open as long as the
 * law; all else is in `blocks`. */
struct owned_law {
    struct ehc_law law; /* first: ehc_law_free() is given this */
    struct law_tables tables;
    struct block *blocks;
    bool out_of_memory;
    char path[PARTS_MOST + EHC_ROUTES_MAX][PATH_ROOM];
    struct ini file[PARTS_MOST + EHC_ROUTES_MAX];
    size_t file_count;
};

/* ---- the files, one function each: the reader's `ini` is the file ---- */

void ehc_read_law_file(struct reader *reader);
void ehc_read_event_file(struct reader *reader);
void ehc_read_reading_file(struct reader *reader);
void ehc_read_role_file(struct reader *reader);
void ehc_read_exception_file(struct reader *reader);
void ehc_read_relaxation_file(struct reader *reader);
void ehc_read_miscount_file(struct reader *reader);
void ehc_read_holiday_file(struct reader *reader);
void ehc_read_roll_file(struct reader *reader);
void ehc_read_day_kind_file(struct reader *reader);
void ehc_read_caseload_file(struct reader *reader);
void ehc_read_published_file(struct reader *reader);
void ehc_read_route_file(struct reader *reader, int route);

/* Call after everything is read. Finds the limits of each event, and reports events that nothing names and estimates that
 * depend on themselves. */
void ehc_check_events(struct reader *reader);

/* ---- values ---- */

/* Allocates zeroed memory that lives as long as the law. NULL if memory ran out; `out_of_memory` is then set. */
void *ehc_law_take(struct owned_law *owned, size_t count, size_t size);
void ehc_law_free_blocks(struct owned_law *owned);

size_t ehc_count_items(const char *list);

bool ehc_read_text(struct reader *reader, const char *value, void *target);
bool ehc_read_number(struct reader *reader, const char *value, void *target);
bool ehc_read_day(struct reader *reader, const char *value, void *target);
bool ehc_read_yes(struct reader *reader, const char *value, void *target);
bool ehc_read_unit(struct reader *reader, const char *value, void *target);
bool ehc_read_units(struct reader *reader, const char *value, void *target); /* bits */
bool ehc_read_count(struct reader *reader, const char *value, void *target);
bool ehc_read_roll(struct reader *reader, const char *value, void *target);     /* its index; "none": EHC_NONE */
bool ehc_read_day_kind(struct reader *reader, const char *value, void *target); /* its index */
bool ehc_read_role(struct reader *reader, const char *value, void *target);     /* its index */
bool ehc_read_roles(struct reader *reader, const char *value, void *target);    /* bits */
bool ehc_read_breaks(struct reader *reader, const char *value, void *target);
bool ehc_read_roll_kind(struct reader *reader, const char *value, void *target);
bool ehc_read_one_adviser(struct reader *reader, const char *value, void *target); /* enum ehc_advice_from as an int */
bool ehc_read_basis(struct reader *reader, const char *value, void *target);
bool ehc_read_event(struct reader *reader, const char *value, void *target);
bool ehc_read_events(struct reader *reader, const char *value, void *target);
bool ehc_read_limit_id(struct reader *reader, const char *value, void *target);
bool ehc_read_limit_ids(struct reader *reader, const char *value, void *target);
bool ehc_read_relaxation(struct reader *reader, const char *value, void *target);
bool ehc_read_list(struct reader *reader, const char *value, void *target);
bool ehc_read_readings(struct reader *reader, const char *value, void *target);
bool ehc_read_taken(struct reader *reader, const char *value, void *target);
bool ehc_read_projects(struct reader *reader, const char *value, void *target);
bool ehc_read_works_back(struct reader *reader, const char *value, void *target);
bool ehc_read_setting(struct reader *reader, const char *value, void *target);
bool ehc_read_sources(struct reader *reader, const char *value, void *target); /* "a, b after c" */
bool ehc_read_advice_from(struct reader *reader, const char *value, void *target);

/* "1 August". */
bool ehc_read_day_of_year(struct reader *reader, const char *value, int *month, int *day);

/* These fill several members: the target is the whole `struct ehc_limit` or `struct ehc_event`. */
bool ehc_read_amount(struct reader *reader, const char *value, void *target);   /* "20"; "15 February" */
bool ehc_read_triggers(struct reader *reader, const char *value, void *target); /* "a, b" */
bool ehc_read_acts(struct reader *reader, const char *value, void *target);     /* "a, b after c" */
bool ehc_read_kind(struct reader *reader, const char *value, void *target);     /* "year", "term" */

#endif
