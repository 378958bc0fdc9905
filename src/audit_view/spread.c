/* Plans by the weeks they took: a drawing, and the same as a table for readers who do not see it. */
#include "table.h"
#include "util/ascii.h"
#include "view/html.h"

enum { LAST_WEEK = 52, BARS = LAST_WEEK + 1 }; /* a bar for each week, and one for all later weeks */

enum { WIDTH = 480, HEIGHT = 240, LEFT = 20, TOP = 30, BOTTOM = 200, STEP = 8 };

/* The plans of a week: the 20th ends with day 140. The last bar has all later weeks. */
static uint64_t plans_of_week(const struct ehc_figures *figures, int week) {
    int32_t last = week > LAST_WEEK ? INT32_MAX - 1 : 7 * week;
    return ehc_figures_between(figures, week == 1 ? 0 : 7 * (week - 1) + 1, last);
}

static void put_bars(const uint64_t plans[BARS], uint64_t most, int limit, FILE *out) {
    for (int week = 1; week <= BARS; week++) {
        double height = (double)plans[week - 1] * (BOTTOM - TOP) / (double)most;
        if (plans[week - 1] == 0)
            continue;
        fprintf(out, "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\"%s/>\n",
                LEFT + STEP * (week - 1) + (week == BARS ? STEP / 2 : 0), BOTTOM - height, STEP - 1, height,
                week <= limit ? "#1d5fa8" : "url(#late)", week <= limit ? "" : " stroke=\"#b3371e\" stroke-width=\"1\"");
    }
}

static void put_axis_text(FILE *out, int x, int y, const char *text) {
    fprintf(out, "<text x=\"%d\" y=\"%d\">", x, y);
    html_text(out, text);
    fputs("</text>\n", out);
}

static void put_axes(const struct ehc_main_measure *about, uint64_t most, int limit, FILE *out) {
    char number[NUMBER_ROOM], text[EHC_WORDS];
    fprintf(out, "<path d=\"M%d %dH%d\" stroke=\"#0b0c0c\"/>\n", LEFT, BOTTOM, LEFT + STEP * BARS + STEP / 2);
    fprintf(out, "<path d=\"M%d %dH%d\" stroke=\"#b1b4b6\"/>\n", LEFT, TOP, LEFT + STEP * BARS + STEP / 2);
    snprintf(text, sizeof text, "%s %.200s", count_words(most, number), about->many);
    put_axis_text(out, LEFT, TOP - 8, text);
    fprintf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">0</text>\n", LEFT - 4, BOTTOM + 5);
    for (int week = 10; week <= 40; week += 10)
        fprintf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d</text>\n", LEFT + STEP * week - STEP / 2,
                BOTTOM + 16, week);
    fprintf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">over %d</text>\n", WIDTH, BOTTOM + 16, LAST_WEEK);
    snprintf(text, sizeof text, "weeks from %.200s to %.200s", about->start, about->one);
    put_axis_text(out, LEFT, HEIGHT - 6, text);
    int x = LEFT + STEP * limit;
    fprintf(out, "<path d=\"M%d %dV%d\" stroke=\"#0b0c0c\" stroke-width=\"2\" stroke-dasharray=\"5 3\"/>\n", x, TOP - 8,
            BOTTOM);
    fprintf(out, "<text x=\"%d\" y=\"%d\">%d weeks</text>\n", x + 5, TOP - 8, limit);
}

static void put_spread_table(const char *many, const uint64_t plans[BARS], int limit, FILE *out) {
    const char *const headings[] = {"Week", many, "In time?"};
    char week_words[32], text[EHC_WORDS];
    fputs("<details><summary>The same as a table</summary>\n", out);
    snprintf(text, sizeof text, "%.400s by the week in which they came", many);
    html_begin_table(out, text, headings, 3);
    for (int week = 1; week <= BARS; week++) {
        if (plans[week - 1] == 0)
            continue;
        if (week > LAST_WEEK)
            snprintf(week_words, sizeof week_words, "over %d", LAST_WEEK);
        else
            snprintf(week_words, sizeof week_words, "%d", week);
        html_begin_row(out, week_words);
        html_put_count(out, plans[week - 1]);
        html_put_cell(out, week <= limit ? "in time" : "late");
        html_end_row(out);
    }
    html_end_table(out);
    fputs("</details>\n", out);
}

void html_put_spread(const struct view_of_audit *view, FILE *out) {
    const struct ehc_figures *total = view->result->total;
    const struct ehc_main_measure *about = &view->law->caseload.main;
    const struct ehc_limit *plan = &view->law->limits[view->law->caseload.measures[about->measure].limit];
    uint64_t plans[BARS], most = 0;
    int limit = plan->unit == EHC_WEEKS && plan->amount <= LAST_WEEK ? plan->amount : LAST_WEEK;
    char in_time[NUMBER_ROOM], late[NUMBER_ROOM], many[EHC_WORDS], text[EHC_WORDS];
    if (total->dated == 0)
        return;
    for (int week = 1; week <= BARS; week++) {
        plans[week - 1] = plans_of_week(total, week);
        most = plans[week - 1] > most ? plans[week - 1] : most;
    }
    ascii_capital(about->many, many, sizeof many);
    fputs("<figure>\n<figcaption id=\"spread\">", out);
    html_text(out, many);
    fputs(" by the number of weeks they took</figcaption>\n", out);
    snprintf(text, sizeof text, "Solid bars are in time: %s %.200s. Hatched bars are late: %s.",
             count_words(total->all.in_time, in_time), about->many, count_words(total->dated - total->all.in_time, late));
    html_element(out, "p", text);
    fputc('\n', out);
    fprintf(out, "<svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-labelledby=\"spread\">\n", WIDTH, HEIGHT,
            WIDTH * 3 / 2);
    fputs(
        "<defs><pattern id=\"late\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate(45)\">"
        "<rect width=\"4\" height=\"4\" fill=\"#fff\"/><rect width=\"2\" height=\"4\" fill=\"#b3371e\"/></pattern></defs>\n",
        out);
    put_bars(plans, most, limit, out);
    put_axes(about, most, limit, out);
    fputs("</svg>\n", out);
    put_spread_table(many, plans, limit, out);
    fputs("</figure>\n", out);
}
