#include "wrap.h"
#include "../lib/error.h"
#include <string.h>

static size_t columns_of(const char *text, size_t length) {
    size_t columns = 0;
    for (size_t i = 0; i < length; i++)
        columns += ((unsigned char)text[i] & 0xc0) != 0x80;
    return columns;
}

size_t text_columns(const char *text) {
    return columns_of(text, strlen(text));
}

static void put_spaces(FILE *out, size_t count) {
    fprintf(out, "%*s", (int)count, "");
}

static void put_safely(FILE *out, const char *text, size_t length) {
    const char *end = text + length, *unwritten = text;
    while (text < end) {
        if (*text >= ' ' && *text <= '~') {
            text++;
            continue;
        }
        size_t bytes = ehc_utf8_length(text);
        bool safe = bytes > 0 && !ehc_is_control(text);
        if (!safe) {
            fwrite(unwritten, 1, (size_t)(text - unwritten), out);
            putc('?', out);
        }
        text += bytes > 0 ? bytes : 1;
        unwritten = safe ? unwritten : text;
    }
    fwrite(unwritten, 1, (size_t)(text - unwritten), out);
}

/* The bytes at `text` that fit in `columns`, up to the end of a word; at least one word, cut where it is longer than a
 * line. */
static size_t fitting(const char *text, size_t columns) {
    size_t fits = 0, used = 0;
    for (size_t at = 0;; at++) {
        if (text[at] == '\0' || text[at] == ' ')
            fits = at;
        if (text[at] == '\0')
            return fits;
        used += ((unsigned char)text[at] & 0xc0) != 0x80;
        if (used > columns)
            return fits > 0 ? fits : at;
    }
}

/* Writes text from `column` on, the other lines from `rest` on. Gives the column after the last character. */
static size_t put_lines(const struct page *page, size_t column, size_t rest, enum style style, const char *text) {
    bool coloured = page->colour && style != PLAIN;
    if (coloured)
        fputs(style == HEADING ? "\033[1m" : "\033[1;31m", page->out);
    for (;;) {
        size_t length = fitting(text, page->width > column + 8 ? page->width - column : 8);
        put_safely(page->out, text, length);
        column += columns_of(text, length);
        text += length + strspn(text + length, " ");
        if (*text == '\0')
            break;
        putc('\n', page->out);
        put_spaces(page->out, rest);
        column = rest;
    }
    if (coloured)
        fputs("\033[0m", page->out);
    return column;
}

void put_wrapped(const struct page *page, size_t first, size_t rest, enum style style, const char *text) {
    put_spaces(page->out, first);
    put_lines(page, first, rest, style, text);
    putc('\n', page->out);
}

void put_with_right(const struct page *page, size_t first, size_t rest, enum style style, const char *text,
                    const char *right) {
    put_spaces(page->out, first);
    size_t column = put_lines(page, first, rest, style, text), columns = text_columns(right);
    if (column + 2 + columns <= page->width) {
        put_spaces(page->out, page->width - column - columns);
        fprintf(page->out, "%s\n", right);
        return;
    }
    putc('\n', page->out);
    put_wrapped(page, rest + columns <= page->width ? page->width - columns : rest, rest, PLAIN, right);
}

void put_labelled(const struct page *page, size_t at, const char *label, const char *text) {
    size_t columns = text_columns(label);
    fputs(label, page->out);
    put_spaces(page->out, columns < at ? at - columns : 1);
    put_lines(page, columns < at ? at : columns + 1, at, PLAIN, text);
    putc('\n', page->out);
}
