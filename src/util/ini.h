/* ini.h - an ini file read by iniparser, with what iniparser does not keep: lines, order, spelling and repetitions.
 *
 * iniparser gives the values and decides what is a comment. It refuses a whole file for one line, names no line, and takes
 * much in silence. So ehc_ini_open() goes over the text first, notes on which line each section and key stands, and reports
 * every line that iniparser would refuse, or would read otherwise than it was meant; those it hides from iniparser, so that
 * the faults of all lines are reported at once.
 */
#ifndef EHC_UTIL_INI_H
#define EHC_UTIL_INI_H

#include "ascii.h"
#include <ehc/error.h>
#include <stdbool.h>
#include <stddef.h>

struct ini_entry {
    const char *section; /* as written */
    const char *key;     /* as written; NULL for the section's own header */
    const char *value;   /* as iniparser reads it, without quotes; NULL for a header */
    unsigned line;
    bool has_comment; /* iniparser ended the value before a ';' or '#' */
};

struct ini {
    const char *file;          /* as in errors */
    struct ini_entry *entries; /* in the order of the file */
    size_t count;
    size_t faults;           /* in the text; their lines are left out of the entries */
    void *dictionary, *text; /* owned */
};

/* Reads `file`; "-" is standard input. `most` bounds its size in bytes. Each fault in the text is reported and counted, and
 * the lines without one are read all the same, so that their own faults can be reported too. False, reported, where nothing
 * could be read: `ini` then holds nothing, and `unreadable` says whether the file could not be opened or read. `form` is the
 * hint where a line has another form than it must have; NULL: the hints of a case file. */
bool ehc_ini_open(struct ini *ini, const char *file, size_t most, const char *form, bool *unreadable, ehc_report *report,
                  void *context);
void ehc_ini_close(struct ini *ini);

#endif
