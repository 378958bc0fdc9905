#include "table.h"
#include "view/html.h"
#include <string.h>

void html_begin_table(FILE *out, const char *caption, const char *const *headings, size_t count) {
    fputs("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"", out);
    html_text(out, caption);
    fputs("\">\n<table><caption>", out);
    html_text(out, caption);
    fputs("</caption>\n<thead><tr>", out);
    for (size_t i = 0; i < count; i++) {
        fputs(strcmp(headings[i], TABLE_BAR) == 0 ? "<th scope=\"col\" class=\"bar\">" : "<th scope=\"col\">", out);
        html_text(out, headings[i]);
        fputs("</th>", out);
    }
    fputs("</tr></thead>\n<tbody>\n", out);
}

void html_begin_row(FILE *out, const char *heading) {
    fputs("<tr><th scope=\"row\">", out);
    html_text(out, heading);
    fputs("</th>", out);
}

void html_put_cell(FILE *out, const char *text) {
    fprintf(out, "<td>%s</td>", text);
}

void html_put_text(FILE *out, const char *text) {
    fputs("<td class=\"words\">", out);
    html_text(out, text);
    fputs("</td>", out);
}

void html_put_count(FILE *out, uint64_t count) {
    char number[NUMBER_ROOM];
    html_put_cell(out, count_words(count, number));
}

void html_put_rate(FILE *out, uint64_t part, uint64_t whole) {
    char number[NUMBER_ROOM];
    html_put_cell(out, rate_words(part, whole, number));
}

void html_end_row(FILE *out) {
    fputs("</tr>\n", out);
}

void html_end_table(FILE *out) {
    fputs("</tbody></table></div>\n", out);
}

void html_begin_totals(FILE *out) {
    fputs("</tbody><tfoot>\n", out);
}

void html_end_totals(FILE *out) {
    fputs("</tfoot></table></div>\n", out);
}
