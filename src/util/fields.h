/* fields.h - reads a section of an ini file into a struct, by a table of its keys.
 *
 * A fault (an unknown key, a missing key, a wrong value) is reported and counted, and reading continues. */
#ifndef EHC_UTIL_FIELDS_H
#define EHC_UTIL_FIELDS_H

#include "ini.h"

struct reader {
    ehc_report *report;
    void *context;
    size_t faults;
    const struct ini *ini;         /* the file being read */
    const struct ini_entry *entry; /* the line being read */
    void *owner;                   /* what the readers of values also need */
};

struct field {
    const char *key;
    bool (*read)(struct reader *reader, const char *value, void *target); /* false: `target` was not filled */
    size_t offset;
    bool required;
};

/* Reports a fault at the line being read. `hint` may be NULL. Gives false. */
bool ehc_reader_fail(struct reader *reader, const char *hint, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Reports the error of another function at the line being read. Gives false. */
bool ehc_reader_pass_on(struct reader *reader, struct ehc_error *error);

/* Check this for each value that is free text. False, and reports a fault, if iniparser took part of the value for a
 * comment. (A date, a number or a name of a list cannot lose anything in this way.) */
bool ehc_reader_is_whole(struct reader *reader);

/* The index after the last entry of the section whose header is at `header`. */
size_t ehc_section_end(const struct ini *ini, size_t header);

/* Reads the section at `header` into the struct `target`. */
void ehc_read_fields(struct reader *reader, size_t header, const struct field *fields, size_t count, void *target);

/* "limit final-plan" with kind "limit" gives "final-plan". NULL if the section is of another kind or has no id. */
const char *ehc_section_id(const char *section, const char *kind);

/* Copies the next item of a list separated by commas, without the spaces around it. False at the end. */
bool ehc_next_item(const char **list, char *item, size_t room);

#endif
