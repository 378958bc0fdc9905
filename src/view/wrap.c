#include "wrap.h"
#include "util/shown.h"
#include <locale.h>
#include <string.h>
#include <wchar.h>
#ifdef __APPLE__
#include <xlocale.h> /* newlocale() */
#endif

/* Columns of a character that is not ASCII, by the table of the C library: 0 for a combining mark, 2 for Chinese and emoji;
 * 1 if the library has no table. */
static size_t columns_of_wide(uint32_t number) {
    static locale_t utf8;
    static bool tried;
    if (!tried)
        utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL);
    tried = true;
    if (utf8 == NULL)
        return 1;
    locale_t before = uselocale(utf8);
    int columns = wcwidth((wchar_t)number);
    uselocale(before);
    return columns >= 0 ? (size_t)columns : 1;
}

/* The columns of the next character. Moves `text` past it. */
static size_t next_columns(const char **text) {
    size_t bytes;
    if (**text >= ' ' && **text <= '~') {
        ++*text;
        return 1;
    }
    const char *shown = ehc_shown(text, &bytes);
    return bytes == 1 ? 1 : columns_of_wide(ehc_character(shown));
}

static size_t columns_of(const char *text, size_t length) {
    size_t columns = 0;
    for (const char *end = text + length; text < end;)
        columns += next_columns(&text);
    return columns;
}

size_t wrap_columns(const char *text) {
    return columns_of(text, strlen(text));
}

size_t wrap_that_fits(const char *text, size_t room, size_t *columns) {
    const char *end = text;
    *columns = 0;
    while (*end != '\0') {
        const char *next = end;
        size_t more = next_columns(&next);
        if (*columns + more > room)
            break;
        *columns += more;
        end = next;
    }
    return (size_t)(end - text);
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
        const char *character = text;
        size_t bytes;
        if (ehc_shown(&text, &bytes) == character)
            continue;
        fwrite(unwritten, 1, (size_t)(character - unwritten), out);
        putc('?', out);
        unwritten = text;
    }
    fwrite(unwritten, 1, (size_t)(text - unwritten), out);
}

/* How many bytes of `text` fit in `room` columns, in whole words. A first word that is longer than a line is cut. `columns`
 * is set to the columns that they take. */
static size_t fitting(const char *text, size_t room, size_t *columns) {
    size_t fits = 0, used = 0;
    *columns = 0;
    for (size_t at = 0;;) {
        size_t end = at + strcspn(text + at, " ");
        size_t after = used + columns_of(text + at, end - at);
        if (after > room && fits == 0)
            return wrap_that_fits(text, room, columns);
        if (after > room)
            return fits;
        if (end > at) { /* leave out spaces at the end of a line */
            fits = end;
            *columns = after;
        }
        if (text[end] == '\0')
            return fits;
        at = end + 1;
        used = after + 1;
    }
}

/* Writes the first line from `column` on and the other lines from `rest` on. Gives the column after the last character. */
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

void wrap_text(const struct page *page, size_t first, size_t rest, enum style style, const char *text) {
    put_spaces(page->out, first);
    put_lines(page, first, rest, style, text);
    putc('\n', page->out);
}

void wrap_with_right(const struct page *page, size_t first, size_t rest, enum style style, const char *text,
                     const char *right) {
    put_spaces(page->out, first);
    size_t column = put_lines(page, first, rest, style, text), columns = wrap_columns(right);
    if (column + 2 + columns <= page->width) {
        put_spaces(page->out, page->width - column - columns);
        fprintf(page->out, "%s\n", right);
        return;
    }
    putc('\n', page->out);
    wrap_text(page, rest + columns <= page->width ? page->width - columns : rest, rest, PLAIN, right);
}

void wrap_labelled(const struct page *page, size_t at, const char *label, const char *text) {
    enum { LEAST = 16, INDENT = 6 };
    size_t columns = wrap_columns(label);
    if (page->width < at + LEAST) { /* a narrow screen */
        wrap_text(page, 0, INDENT, PLAIN, label);
        wrap_text(page, INDENT, INDENT, PLAIN, text);
        return;
    }
    put_safely(page->out, label, strlen(label));
    put_spaces(page->out, columns < at ? at - columns : 1);
    put_lines(page, columns < at ? at : columns + 1, at, PLAIN, text);
    putc('\n', page->out);
}
