#include "scale.h"
#include "html.h"
#include <stdint.h>

enum { WEEK = 7, LABELS_MOST = 10 };

const char scale_style[] =
    "figure{margin:.5rem 0}"
    ".drawing{margin:0 .75rem}"
    ".drawing svg,.key svg{overflow:visible}.drawing svg svg{overflow:visible}"
    ".axis,.bars{display:block;width:100%}"
    ".row{padding-bottom:.3rem;font-size:.8125rem;line-height:1.3;break-inside:avoid}"
    ".number{font-size:12px;text-anchor:middle;fill:#454545}"
    ".tick{stroke:#b5b5b5;stroke-width:1}"
    ".time{fill:#dbe7f3;stroke:#24435c;stroke-width:1}"
    ".late{fill:url(#late-lines);stroke:#8a1c1c;stroke-width:1.5}"
    ".past{fill:#fff;stroke:#6b6b6b;stroke-width:1.5;stroke-dasharray:3 2}"
    "#late-lines path{stroke:#8a1c1c;stroke-width:1.6}#closed-dots circle{fill:#5b5b5b}"
    ".closed{fill:url(#closed-dots);stroke:#5b5b5b;stroke-width:1}.behind{fill:#000;fill-opacity:.08}"
    ".limit path{stroke:#1a1a1a;stroke-width:3;fill:none}.more path{stroke:#24435c;stroke-width:2.5;fill:none}"
    ".done path,.begun path{fill:#1a1a1a;stroke:#fff;stroke-width:1}"
    ".today,.today path{stroke:#0b4a8f;stroke-width:2;stroke-dasharray:5 3}"
    ".key{list-style:none;padding:0;margin:.4rem 0 0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.875rem}"
    ".key li{margin:0;white-space:nowrap}.key svg{vertical-align:-.15em}"
    "@media print{figure{margin:.2rem 0}.drawing{zoom:.85}.number{font-size:11px}.row{padding-bottom:0;font-size:1.12rem;line-height:1.12}.bars{height:17px}"
    ".key{font-size:.9rem;gap:.2rem .8rem;margin:.2rem 0 0}}";

/* ---- the scale ---- */

struct scale scale_new(FILE *out, int number) {
    return (struct scale){.out = out, .first = INT32_MAX, .last = INT32_MIN, .number = number};
}

bool scale_is_empty(const struct scale *scale) {
    return scale->first > scale->last;
}

void scale_reach(struct scale *scale, ehc_day day) {
    scale->first = day < scale->first ? day : scale->first;
    scale->last = day > scale->last ? day : scale->last;
}

void scale_reach_at_least(struct scale *scale, int days) {
    if (scale->last < scale->first + days)
        scale->last = scale->first + days;
}

bool scale_meets(const struct scale *scale, struct ehc_span span) {
    return span.first <= scale->last && span.last >= scale->first;
}

static double place(const struct scale *scale, ehc_day day) {
    double along = 100.0 * (day - scale->first) / (scale->last - scale->first);
    return along < 0 ? 0 : along > 100 ? 100 : along;
}

/* ---- the ticks behind each row ---- */

static void put_tick(const struct scale *scale, ehc_day day, int number, bool is_axis) {
    double along = place(scale, day);
    if (is_axis)
        fprintf(scale->out, "<text class=\"number\" x=\"%.2f%%\" y=\"12\">%d</text>", along, number);
    else
        fprintf(scale->out, "<line class=\"tick\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"1\" y2=\"%d\"/>", along, along,
                SCALE_BAR_TOP + SCALE_BAR + 2);
}

/* A tick each few weeks, with the number of weeks since the first day. */
static void put_weeks(const struct scale *scale, bool is_axis) {
    int weeks = (scale->last - scale->first) / WEEK, step = 2;
    while (weeks / step > LABELS_MOST)
        step += step < 4 ? 2 : 4;
    for (int week = 0; week <= weeks; week += step)
        put_tick(scale, scale->first + week * WEEK, week, is_axis);
}

/* A tick where each year begins. */
static void put_years(const struct scale *scale, bool is_axis) {
    int first = ehc_ymd_from_day(scale->first - 1).year + 1, last = ehc_ymd_from_day(scale->last).year, step = 1;
    while ((last - first) / step > LABELS_MOST)
        step++;
    for (int year = first; year <= last; year += step)
        put_tick(scale, ehc_day_from_ymd(year, 1, 1), year, is_axis);
}

static void put_ticks(const struct scale *scale, bool in_years, bool is_axis) {
    if (in_years)
        put_years(scale, is_axis);
    else
        put_weeks(scale, is_axis);
}

/* ---- the drawing ---- */

static void put_patterns(FILE *out) {
    fputs("<defs><pattern id=\"late-lines\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
          "<path d=\"M-1 7L7 -1M-1 1L1 -1M5 7L7 5\"/></pattern>"
          "<pattern id=\"closed-dots\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
          "<circle cx=\"2.5\" cy=\"2.5\" r=\"1.2\"/></pattern></defs>",
          out);
}

void scale_begin(const struct scale *scale, const char *title) {
    fprintf(scale->out,
            "<div class=\"drawing\" role=\"img\" aria-label=\"%s\" aria-describedby=\"drawing-%d-words\">\n"
            "<p hidden id=\"drawing-%d-words\">",
            title, scale->number, scale->number);
}

void scale_begin_rows(const struct scale *scale, bool in_years, ehc_day today,
                      void (*behind)(const struct scale *scale, const void *context), const void *context) {
    fputs("</p>\n<svg class=\"axis\" height=\"18\">", scale->out);
    if (scale->number == 1)
        put_patterns(scale->out);
    put_ticks(scale, in_years, true);
    fprintf(scale->out, "<defs><g id=\"drawing-%d-behind\">", scale->number);
    if (behind != NULL)
        behind(scale, context);
    put_ticks(scale, in_years, false);
    if (today >= scale->first && today <= scale->last)
        fprintf(scale->out, "<line class=\"today\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"1\" y2=\"%d\"/>", place(scale, today),
                place(scale, today), SCALE_BAR_TOP + SCALE_BAR + 2);
    fputs("</g></defs></svg>\n", scale->out);
}

void scale_end(const struct scale *scale) {
    fputs("</div>\n", scale->out);
}

void scale_begin_row(const struct scale *scale, const char *label) {
    fputs("<div class=\"row\"><bdi>", scale->out);
    html_text(scale->out, label);
    fprintf(scale->out, "</bdi><svg class=\"bars\" height=\"%d\"><use href=\"#drawing-%d-behind\"/>", SCALE_ROW,
            scale->number);
}

void scale_end_row(const struct scale *scale) {
    fputs("</svg></div>\n", scale->out);
}

void scale_bar(const struct scale *scale, const char *class, ehc_day from, ehc_day to) {
    double start = place(scale, from), end = place(scale, to);
    fprintf(scale->out, "<rect class=\"%s\" x=\"%.2f%%\" y=\"%d\" width=\"%.2f%%\" height=\"%d\"/>", class, start,
            SCALE_BAR_TOP, end - start, SCALE_BAR);
}

void scale_mark(const struct scale *scale, const char *class, ehc_day day, const char *path) {
    fprintf(scale->out, "<svg x=\"%.2f%%\" y=\"%d\" class=\"%s\"><path d=\"%s\"/></svg>", place(scale, day), SCALE_BAR_TOP,
            class, path);
}

/* ---- the key ---- */

void scale_key(FILE *out, bool in_years) {
    static const struct {
        const char *shape, *words;
        bool in_years, in_weeks;
    } keys[] = {
        {"<svg x=\"9\" y=\"2\" class=\"begun\"><path d=\"M0 0L8 6L0 12Z\"/></svg>", "began", true, false},
        {"<rect class=\"time\" x=\"1\" y=\"3\" width=\"22\" height=\"10\"/>", "time it took", true, false},
        {"<rect class=\"time\" x=\"1\" y=\"3\" width=\"22\" height=\"10\"/>", "time allowed", false, true},
        {"<svg x=\"12\" y=\"2\" class=\"limit\"><path d=\"M0 -1V14\"/></svg>", "last day", false, true},
        {"<svg x=\"12\" y=\"2\" class=\"done\"><path d=\"M0 -1L7 6L0 13L-7 6Z\"/></svg>", "done", false, true},
        {"<rect class=\"late\" x=\"1\" y=\"3\" width=\"22\" height=\"10\"/>", "late", true, true},
        {"<rect class=\"past\" x=\"1\" y=\"3\" width=\"22\" height=\"10\"/>", "past, but not late in law", false, true},
        {"<rect class=\"closed\" x=\"1\" y=\"3\" width=\"22\" height=\"10\"/>", "closed, away or claimed", false, true},
        {"<svg x=\"12\" y=\"0\" class=\"today\"><path d=\"M0 0V16\"/></svg>", "day of this report", true, true},
    };
    fputs("<ul class=\"key\">", out);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (in_years ? keys[i].in_years : keys[i].in_weeks)
            fprintf(out, "<li><svg width=\"24\" height=\"16\" aria-hidden=\"true\">%s</svg> %s</li>", keys[i].shape,
                    keys[i].words);
    fputs("</ul>", out);
}
