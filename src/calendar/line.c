#include "line.h"
#include "util/ascii.h"
#include <stdlib.h>
#include <string.h>

bool ics_reader_open_part(struct ics_reader *reader, const char *part, size_t length, bool cr_ends) {
    *reader = (struct ics_reader){.text = part, .length = length, .cr_ends = cr_ends, .unfolded = malloc(length + 1)};
    return reader->unfolded != NULL;
}

bool ics_reader_open(struct ics_reader *reader, const char *text, size_t length) {
    static const char mark[] = "\xef\xbb\xbf";
    bool has_mark = length >= 3 && memcmp(text, mark, 3) == 0;
    size_t skip = has_mark ? 3 : 0;
    bool open = ics_reader_open_part(reader, text + skip, length - skip, memchr(text, '\n', length) == NULL);
    reader->has_mark = has_mark;
    return open;
}

void ics_reader_rewind(struct ics_reader *reader) {
    reader->at = 0;
    reader->line = 0;
}

void ics_reader_close(struct ics_reader *reader) {
    free(reader->unfolded);
    *reader = (struct ics_reader){0};
}

bool ics_next_physical(struct ics_reader *reader, struct ics_physical *line) {
    if (reader->at == reader->length)
        return false;
    const char *start = reader->text + reader->at;
    size_t left = reader->length - reader->at;
    const char *end = memchr(start, reader->cr_ends ? '\r' : '\n', left);
    size_t length = end != NULL ? (size_t)(end - start) : left;
    size_t end_length = end != NULL;
    if (end != NULL && !reader->cr_ends && length > 0 && start[length - 1] == '\r') {
        length--;
        end_length = 2;
    }
    *line = (struct ics_physical){start, length, end_length};
    reader->at += length + end_length;
    reader->line++;
    return true;
}

static bool goes_on(const struct ics_reader *reader) {
    return reader->at < reader->length && (reader->text[reader->at] == ' ' || reader->text[reader->at] == '\t');
}

bool ics_next(struct ics_reader *reader, struct ics_line *line) {
    struct ics_physical part;
    *line = (struct ics_line){.text = reader->unfolded, .raw = reader->text + reader->at, .number = reader->line + 1};
    if (!ics_next_physical(reader, &part))
        return false;
    memcpy(reader->unfolded, part.text, part.length);
    line->length = part.length;
    while (goes_on(reader)) {
        ics_next_physical(reader, &part);
        memcpy(reader->unfolded + line->length, part.text + 1, part.length - 1);
        line->length += part.length - 1;
    }
    reader->unfolded[line->length] = '\0';
    line->raw_length = (size_t)(reader->text + reader->at - line->raw);
    return true;
}

bool ics_is(const struct ics_line *line, const char *name) {
    return ascii_same_part(line->text, strcspn(line->text, ";:"), name);
}

const char *ics_value(const struct ics_line *line) {
    bool quoted = false;
    for (const char *at = line->text; *at != '\0'; at++) {
        if (*at == '"')
            quoted = !quoted;
        else if (*at == ':' && !quoted)
            return at + 1;
    }
    return NULL;
}

/* Octets that must stay on one line: a character, or an escape with its character. */
static size_t unit_length(const char *text, size_t left) {
    size_t first = *text == '\\' && left > 1;
    size_t length = 1;
    for (size_t i = 1; i < 4 && first + i < left && ((unsigned char)text[first + i] & 0xc0) == 0x80; i++)
        length++;
    return first + length;
}

/* Writes one line, folded at 75 octets, never inside a character or an escape, and CR LF. */
static void put_line(const char *text, size_t length, FILE *out) {
    size_t column = 0, written = 0;
    for (size_t at = 0; at < length;) {
        size_t unit = unit_length(text + at, length - at);
        if (column + unit > ICS_FOLD_AT) {
            fwrite(text + written, 1, at - written, out);
            fputs("\r\n ", out);
            written = at;
            column = 1;
        }
        column += unit;
        at += unit;
    }
    fwrite(text + written, 1, length - written, out);
    fputs("\r\n", out);
}

bool ics_put_lines(const char *text, size_t length, bool cr_ends, bool refold, FILE *out) {
    struct ics_reader reader;
    struct ics_physical physical;
    struct ics_line line;
    if (!ics_reader_open_part(&reader, text, length, cr_ends))
        return false;
    while (refold ? ics_next(&reader, &line) : ics_next_physical(&reader, &physical)) {
        if (refold)
            put_line(line.text, line.length, out);
        else
            put_line(physical.text, physical.length, out);
    }
    ics_reader_close(&reader);
    return true;
}
