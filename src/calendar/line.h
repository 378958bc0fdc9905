/* line.h - reads the content lines of a calendar file (RFC 5545 section 3.1), and writes them folded. */
#ifndef EHC_CALENDAR_LINE_H
#define EHC_CALENDAR_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { ICS_FOLD_AT = 75 }; /* octets of a line without its end */

/* Reads a text line by line. Lines may end with CR LF, LF or CR. */
struct ics_reader {
    const char *text;
    size_t length, at;
    unsigned line; /* lines read so far */
    bool cr_ends;  /* the text has no LF: CR ends a line */
    bool has_mark; /* the text began with a byte-order mark, which was skipped */
    char *unfolded;
};

/* A content line with its folds removed. Valid until the next line is read. */
struct ics_line {
    const char *text; /* ends with a NUL */
    size_t length;
    const char *raw; /* its place in the text, with folds and line ends */
    size_t raw_length;
    unsigned number; /* of its first physical line, from 1 */
};

/* A physical line of the text. */
struct ics_physical {
    const char *text;
    size_t length;     /* without its end */
    size_t end_length; /* 0 at the end of the text */
};

/* `text` is a whole file, and is borrowed. False: not enough memory. */
bool ics_reader_open(struct ics_reader *reader, const char *text, size_t length);

/* Reads a part of a file: it has no byte-order mark of its own, and its lines end as those of the file do. */
bool ics_reader_open_part(struct ics_reader *reader, const char *part, size_t length, bool cr_ends);
void ics_reader_rewind(struct ics_reader *reader);
void ics_reader_close(struct ics_reader *reader);

/* The next content line; false at the end. */
bool ics_next(struct ics_reader *reader, struct ics_line *line);

/* The next physical line; false at the end. */
bool ics_next_physical(struct ics_reader *reader, struct ics_physical *line);

/* Whether a line has this property name (or BEGIN, END), whatever the case of its letters. */
bool ics_is(const struct ics_line *line, const char *name);

/* The value after the colon; NULL if there is no colon. */
const char *ics_value(const struct ics_line *line);

/* Writes the lines of a part of a file with CR LF, folded. With `refold` all lines are unfolded first; without it only lines
 * that are too long are folded. False: not enough memory. */
bool ics_put_lines(const char *part, size_t length, bool cr_ends, bool refold, FILE *out);

#endif
