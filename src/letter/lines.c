#include "lines.h"
#include "view/html.h"
#include "view/wrap.h"
#include <string.h>

enum { COLUMNS = 72, INDENT_MOST = 40, WORD_MOST = 2048 };

/* Only what word processors take over: no colours, no frames. */
static const char style[] = "body{font:11pt/1.4 'Liberation Serif','Times New Roman',serif;color:#000}"
                            "main{max-width:42rem}p{margin:0 0 11pt}ul{margin:0 0 11pt}"
                            "@page{size:A4;margin:25mm 22mm}@media print{html{font-size:11pt}"
                            "p,ul{margin:0 0 11pt}}";

static bool is_item(const char *text) {
    return strncmp(text, "- ", 2) == 0;
}

/* ---- text ---- */

/* Lines after the first keep the indent; those of an item of a list are 2 columns further in. */
static void put_text_line(const struct letter_lines *lines, const char *text, size_t indent) {
    const struct page page = {.out = lines->out, .width = COLUMNS};
    indent = indent > INDENT_MOST ? INDENT_MOST : indent;
    wrap_text(&page, indent, indent + (is_item(text) ? 2 : 0), PLAIN, text);
}

/* ---- HTML ---- */

static void close_block(struct letter_lines *lines) {
    static const char *const ends[] = {"", "</p>\n", "</ul>\n"};
    fputs(ends[lines->block], lines->out);
    lines->block = LETTER_NO_BLOCK;
}

/* Writes text with its web addresses as links. */
static void put_linked(FILE *out, const char *text) {
    static const char https[] = "https://";
    char word[WORD_MOST];
    const char *link;
    while ((link = strstr(text, https)) != NULL && (size_t)(link - text) < sizeof word) {
        snprintf(word, sizeof word, "%.*s", (int)(link - text), text);
        html_text(out, word);
        size_t length = strcspn(link, " ,;)<>\"'");
        while (length > sizeof https - 1 && strchr(".:", link[length - 1]) != NULL)
            length--;
        if (length >= sizeof word)
            break;
        snprintf(word, sizeof word, "%.*s", (int)length, link);
        html_link(out, word, word);
        text = link + length;
    }
    html_text(out, text);
}

static void put_html_line(struct letter_lines *lines, const char *text, size_t indent) {
    enum letter_block block = is_item(text) ? LETTER_LIST : LETTER_PARAGRAPH;
    if (lines->block != block)
        close_block(lines);
    if (block == LETTER_LIST)
        fputs(lines->block == block ? "<li>" : "<ul>\n<li>", lines->out);
    else if (lines->block == block)
        fputs("<br>\n", lines->out);
    else if (indent > 0)
        fprintf(lines->out, "<p style=\"margin-left:%zuem\">", (indent > INDENT_MOST ? INDENT_MOST : indent) / 2 + 1);
    else
        fputs("<p>", lines->out);
    put_linked(lines->out, block == LETTER_LIST ? text + 2 : text);
    if (block == LETTER_LIST)
        fputs("</li>\n", lines->out);
    lines->block = block;
}

/* ---- both ---- */

void letter_lines_begin(struct letter_lines *lines, const char *title) {
    const char *const styles[] = {style, NULL};
    if (lines->html)
        html_begin(lines->out, title, styles);
}

void letter_lines_end(struct letter_lines *lines) {
    if (!lines->html)
        return;
    close_block(lines);
    html_end(lines->out);
}

static void put_blank(struct letter_lines *lines) {
    if (lines->html)
        close_block(lines);
    else
        fputc('\n', lines->out);
    lines->blank = false;
}

void letter_lines_put(struct letter_lines *lines, char *text) {
    if (text[strspn(text, " \n")] == '\0') {
        lines->blank = lines->begun;
        return;
    }
    if (lines->blank)
        put_blank(lines);
    lines->begun = true;
    while (*text != '\0') {
        size_t length = strcspn(text, "\n"), indent = strspn(text, " ");
        char *next = text + length + (text[length] == '\n');
        text[length] = '\0';
        indent = indent < length ? indent : length;
        if (text[indent] != '\0' && lines->html)
            put_html_line(lines, text + indent, indent);
        else if (text[indent] != '\0')
            put_text_line(lines, text + indent, indent);
        text = next;
    }
}
