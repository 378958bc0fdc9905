/* line.h - the content lines of a calendar file (RFC 5545 section 3.1): found in a text, and written folded. */
#ifndef EHC_CALENDAR_LINE_H
#define EHC_CALENDAR_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { ICS_FOLD_AT = 75 }; /* octets of a line, its end not counted */

/* A text that is read line by line. It may end its lines with CR LF, LF or CR. */
struct ics_reader {
    const char *text;
    size_t length, at;
    unsigned line; /* lines passed so far */
    bool cr_ends;  /* the text has no LF: CR ends a line */
    bool has_mark; /* a byte-order mark stands before the text, and is passed over */
    char *unfolded;
};

/* A content line, joined where it was folded. Valid until the next is read. */
struct ics_line {
    const char *text; /* ends with a NUL */
    size_t length;
    const char *raw; /* as it stands in the text, with its line ends */
    size_t raw_length;
    unsigned number; /* of its first line; 1 is the first */
};

/* A line as it stands in the text. */
struct ics_physical {
    const char *text;
    size_t length;     /* without its end */
    size_t end_length; /* 0 at the end of the text */
};

/* `text` is borrowed. False: not enough memory. */
bool ics_reader_open(struct ics_reader *reader, const char *text, size_t length);
void ics_reader_rewind(struct ics_reader *reader);
void ics_reader_close(struct ics_reader *reader);

/* The next content line; false at the end. */
bool ics_next(struct ics_reader *reader, struct ics_line *line);

/* The next line as it stands; false at the end. */
bool ics_next_physical(struct ics_reader *reader, struct ics_physical *line);

/* Whether the line is of this property (or BEGIN, END), whatever the case of its letters. */
bool ics_is(const struct ics_line *line, const char *name);

/* What follows the colon; NULL where there is none. */
const char *ics_value(const struct ics_line *line);

/* Writes one line, folded at 75 octets, never inside a character or an escape, and CR LF. */
void ics_put_line(const char *text, size_t length, FILE *out);

/* Writes lines with CR LF, folded. `refold` joins first what is folded; else only what is too long is folded, and the rest
 * stays as it is. False: not enough memory. */
bool ics_put_lines(const char *text, size_t length, bool refold, FILE *out);

#endif
