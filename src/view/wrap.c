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
    static const char spaces[] = "                                        ";
    const size_t most = sizeof spaces - 1;
    for (; count > most; count -= most)
        fwrite(spaces, 1, most, out);
    fwrite(spaces, 1, count, out);
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

/* The bytes at `text` that fit in `room` columns, up to the end of a word; at least one word, cut where it is longer than a
 * line. `columns` is set to how many they take. */
static size_t fitting(const char *text, size_t room, size_t *columns) {
    size_t fits = 0, used = 0;
    *columns = 0;
    for (size_t at = 0;;) {
        size_t end = at + strcspn(text + at, " ");
        size_t after = used + columns_of(text + at, end - at);
        if (after > room && fits == 0) {
            for (end = 0, after = 0; after < room; after++)
                for (end++; ((unsigned char)text[end] & 0xc0) == 0x80;)
                    end++;
            *columns = after;
            return end;
        }
        if (after > room)
            return fits;
        fits = end;
        *columns = after;
        if (text[end] == '\0')
            return fits;
        at = end + 1;
        used = after + 1;
    }
}

/* Writes text from `column` on, the other lines from `rest` on. Gives the column after the last character. */
static size_t put_lines(const struct page *page, size_t column, size_t rest, enum style style, const char *text) {
    bool coloured = page->colour && style != PLAIN;
    if (coloured)
        fputs(style == HEADING ? "\033[1m" : "\033[1;31m", page->out);
    for (;;) {
        size_t columns, length = fitting(text, page->width > column + 8 ? page->width - column : 8, &columns);
        put_safely(page->out, text, length);
        column += columns;
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
