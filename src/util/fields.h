/* fields.h - a section of an ini file read into a struct by a table of its keys.
 *
 * Faults (an unknown key, a missing one, a value that its reader refuses) are reported and counted; reading goes on.
 */
#ifndef EHC_UTIL_FIELDS_H
#define EHC_UTIL_FIELDS_H

#include "ini.h"

struct reader {
    ehc_report *report;
    void *context;
    size_t faults;
    const struct ini *ini;         /* the file being read */
    const struct ini_entry *entry; /* the line being read */
    void *owner;                   /* what the readers of values need beside */
};

struct field {
    const char *key;
    bool (*read)(struct reader *reader, const char *value, void *target); /* false: `target` was not filled */
    size_t offset;
    bool required;
};

/* Reports a fault at the line being read; gives false. `hint` may be NULL. */
bool ehc_reader_fail(struct reader *reader, const char *hint, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Reports a fault that another function found, at the line being read; gives false. */
bool ehc_reader_pass_on(struct reader *reader, struct ehc_error *error);

/* For a value that is text: false, and a fault, where iniparser took a part of it for a comment. Of a date, a number or a
 * name from a list nothing can be lost in this way. */
bool ehc_reader_is_whole(struct reader *reader);

/* The entry after the last of the section whose header is at `header`. */
size_t ehc_section_end(const struct ini *ini, size_t header);

/* Reads the section at `header` into `target`. */
void ehc_read_fields(struct reader *reader, size_t header, const struct field *fields, size_t count, void *target);

/* "limit final-plan" with kind "limit" gives "final-plan"; NULL where the section is of another kind or has no id. */
const char *ehc_section_id(const char *section, const char *kind);

/* Copies the next item of a list separated by commas, without spaces around; false at the end. */
bool ehc_next_item(const char **list, char *item, size_t room);

#endif
