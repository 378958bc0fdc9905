/* The catalogue as a page: a section for each route, a row for each limit, and two columns to fill in by hand. All routes
 * are on one page, so that one file can be sent, searched and signed. Each route begins on a new sheet of paper; 'ehc limits
 * ROUTE' writes one alone. */
#include "catalogue.h"
#include "view/html.h"
#include <ehc/version.h>
#include <string.h>

static const char style[] =
    "main{max-width:88rem}"
    "table{table-layout:fixed;font-size:.8125rem;line-height:1.35}"
    ".w1{width:23%}.w2{width:19%}.w3{width:23%}.w4{width:19%}.w5{width:9%}.w6{width:7%}"
    "td p{margin:0 0 .25rem}b{font-weight:600}.step{font-weight:700}"
    "tbody tr{break-inside:avoid}td{border-right:1px solid #c4c4c4}td:last-child{border-right:0}"
    ".routes{columns:20rem;font-size:.9375rem}.name{display:none}"
    "@media screen and (max-width:52rem){"
    "thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
    "table,tbody,tr,td{display:block;font-size:.9375rem}td{border:0;padding:.15rem 0}"
    "tr{border-bottom:2px solid #24435c;padding:.5rem 0}.step{font-size:1.0625rem}"
    ".sign{border-bottom:1px dotted #454545;min-height:2.2rem;margin-top:.3rem}"
    ".name{display:inline;font-weight:600;color:#454545}}"
    "@page{size:A4 landscape}"
    "@media print{section+section{break-before:page}thead{display:table-header-group}table{font-size:7pt}td,th{padding-left:.35rem}"
    ".routes{columns:3}}";

static size_t entries_of(const struct ehc_law *law, size_t route) {
    size_t count = 0;
    for (size_t i = 0; i < law->limit_count; i++)
        count += law->limits[i].route == (int)route;
    for (size_t i = 0; i < law->no_number_count; i++)
        count += law->no_numbers[i].route == (int)route;
    return count;
}

/* A row: a limit, or a duty without a number; the other pointer is NULL. */
struct entry {
    const struct ehc_law *law;
    const struct ehc_limit *limit;
    const struct ehc_no_number *no_number;
};

static void put_field(const struct entry *entry, const struct catalogue_field *field, FILE *out) {
    char text[CATALOGUE_ROOM];
    if (entry->limit != NULL)
        catalogue_write_field(entry->law, entry->limit, field, text);
    else
        catalogue_write_no_number(entry->law, entry->no_number, field->key, text);
    if (text[0] == '\0')
        return;
    fputs(strcmp(field->key, "step") == 0 ? "<p class=\"step\">" : "<p>", out);
    if (field->label != NULL)
        fprintf(out, "<b>%s:</b> ", field->label);
    if (strcmp(field->key, "link") == 0)
        html_link(out, text, text);
    else
        html_text(out, text);
    fputs("</p>", out);
}

static void put_entry(const struct entry *entry, FILE *out) {
    fputs("<tr role=\"row\">", out);
    for (int cell = 0; cell < CATALOGUE_CELLS; cell++) {
        fputs("<td role=\"cell\"", out);
        if (cell == CATALOGUE_STEP) {
            fputs(" id=\"", out);
            html_text(out, entry->limit != NULL ? entry->limit->id : entry->no_number->id);
            fputc('"', out);
        }
        fputc('>', out);
        for (size_t i = 0; i < catalogue_field_count; i++)
            if ((int)catalogue_fields[i].cell == cell)
                put_field(entry, &catalogue_fields[i], out);
        fputs("</td>", out);
    }
    fputs("<td role=\"cell\" class=\"sign\"><span class=\"name\">Checked by: </span></td>"
          "<td role=\"cell\" class=\"sign\"><span class=\"name\">On: </span></td></tr>\n",
          out);
}

static void put_route(const struct ehc_law *law, size_t route, FILE *out) {
    static const char *const columns[] = {"Step", "Law", "Time", "What changes it", "Checked by", "On"};
    fputs("<section>\n<h2 id=\"route-", out);
    html_text(out, law->routes[route].id);
    fputs("\">", out);
    html_text(out, law->routes[route].title);
    fputs("</h2>\n<table role=\"table\" aria-labelledby=\"route-", out);
    html_text(out, law->routes[route].id);
    fputs("\">\n<thead role=\"rowgroup\"><tr role=\"row\">", out);
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        fprintf(out, "<th scope=\"col\" role=\"columnheader\" class=\"w%zu\">%s</th>", i + 1, columns[i]);
    fputs("</tr></thead>\n<tbody role=\"rowgroup\">\n", out);
    for (size_t i = 0; i < law->limit_count; i++)
        if (law->limits[i].route == (int)route)
            put_entry(&(struct entry){law, &law->limits[i], NULL}, out);
    for (size_t i = 0; i < law->no_number_count; i++)
        if (law->no_numbers[i].route == (int)route)
            put_entry(&(struct entry){law, NULL, &law->no_numbers[i]}, out);
    fputs("</tbody>\n</table>\n</section>\n", out);
}

static void put_routes(const struct ehc_law *law, FILE *out) {
    fputs("<ul class=\"routes\">\n", out);
    for (size_t i = 0; i < law->route_count; i++) {
        if (entries_of(law, i) == 0)
            continue;
        fputs("<li><a href=\"#route-", out);
        html_text(out, law->routes[i].id);
        fputs("\">", out);
        html_text(out, law->routes[i].title);
        fprintf(out, "</a>: %zu</li>\n", entries_of(law, i));
    }
    fputs("</ul>\n", out);
}

void view_limits_html(const struct ehc_law *law, int route, FILE *out) {
    const char *const styles[] = {style, NULL};
    char title[200], date[EHC_DAY_TEXT], text[400];
    snprintf(title, sizeof title, "%.60s: the time limits, to be checked", law->process);
    html_begin(out, title, styles);
    html_element(out, "h1", title);
    snprintf(text, sizeof text,
             "%.100s, law as at %s (ehc %s). Each row is one time limit as the program has it, or a duty without a limit. "
             "Compare it with the provision. If it is right, sign it.",
             law->jurisdiction, ehc_day_format_short(law->as_at, date), EHC_VERSION);
    fputc('\n', out);
    html_element(out, "p", text);
    fputs("\n", out);
    if (route == EHC_NONE)
        put_routes(law, out);
    for (size_t i = 0; i < law->route_count; i++)
        if ((route == EHC_NONE || route == (int)i) && entries_of(law, i) > 0)
            put_route(law, i, out);
    html_end(out);
}
