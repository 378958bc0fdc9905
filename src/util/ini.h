/* ini.h - reads an ini file with iniparser, and keeps what iniparser loses: lines, order, spelling and repetitions.
 *
 * iniparser gives the values and decides what is a comment. But it refuses a whole file for one wrong line, names no line,
 * and accepts many mistakes in silence. So ehc_ini_open() first goes over the text itself: it notes the line of each
 * section and key, and reports every line that iniparser would refuse or misread. It hides these lines from iniparser, so
 * that one run reports the faults of all lines. */
#ifndef EHC_UTIL_INI_H
#define EHC_UTIL_INI_H

#include "ascii.h"
#include <ehc/error.h>
#include <stdbool.h>
#include <stddef.h>

struct ini_entry {
    const char *section; /* as written */
    const char *key;     /* as written; NULL for the header of a section */
    const char *value;   /* as iniparser reads it, without quotation marks; NULL for a header */
    unsigned line;
    bool has_comment; /* iniparser ended the value before a ';' or '#' */
};

struct ini {
    const char *file;          /* for errors */
    struct ini_entry *entries; /* in the order of the file */
    size_t count;
    size_t faults;           /* in the text; the lines that have them are not in `entries` */
    void *dictionary, *text; /* owned */
};

/* Reads `file` ("-": standard input), of at most `most` bytes. Reports and counts each fault in the text, and still reads
 * the lines without one, so that their own faults can be reported too. `form` is the hint for a line of a wrong form;
 * NULL: the hints of a case file. False, after a report, if nothing could be read: `ini` is then empty, and `unreadable`
 * says if the file could not be opened or read. */
bool ehc_ini_open(struct ini *ini, const char *file, size_t most, const char *form, bool *unreadable, ehc_report *report,
                  void *context);
void ehc_ini_close(struct ini *ini);

/* The message where a comment cuts a value short. */
extern const char ehc_ini_comment_fault[];

#endif
