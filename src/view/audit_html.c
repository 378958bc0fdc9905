/* The figures of a caseload as one page: for a screen, a phone or paper; no script, nothing fetched, all text escaped. */
#include "../lib/error.h"
#include "audit_view.h"
#include <stdlib.h>
#include <string.h>

enum { LAST_WEEK = 52, BARS = LAST_WEEK + 1 }; /* a bar for each week, and one for all later ones */

/* Dark text on white, blue and brick red that differ in lightness and, by hatching, without colour. */
static const char style[] =
    ":root{--ink:#0b0c0c;--soft:#505a5f;--line:#b1b4b6;--good:#1d5fa8;--late:#b3371e}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;max-width:60rem;padding:1rem;font:1.05rem/1.5 system-ui,Arial,sans-serif;color:var(--ink);background:#fff}\n"
    "h1{font-size:1.7rem;line-height:1.2;margin:.5rem 0;overflow-wrap:anywhere}h2{font-size:1.3rem;margin:2rem 0 .5rem}\n"
    "h3{font-size:1.05rem;margin:1.5rem 0 .25rem}p{margin:.4rem 0;max-width:44rem}\n"
    ".note{color:var(--soft)}.partial{border:.25rem solid var(--late);padding:.5rem 1rem;font-weight:bold}\n"
    ".keys{display:flex;flex-wrap:wrap;gap:1rem;margin:1rem 0;padding:0;list-style:none}\n"
    ".keys li{flex:1 1 11rem;border-left:.3rem solid var(--good);padding:.1rem 0 .1rem .8rem}\n"
    ".keys strong{display:block;font-size:1.9rem;line-height:1.2}\n"
    ".scroll{overflow-x:auto}.scroll:focus{outline:3px solid #0b0c0c}\n"
    "table{border-collapse:collapse;margin:.5rem 0;min-width:22rem}caption{text-align:left;font-weight:bold;padding:.3rem 0}\n"
    "th,td{border-bottom:1px solid var(--line);padding:.35rem .9rem .35rem 0;text-align:right;vertical-align:top}\n"
    "th:first-child,td:first-child{text-align:left}td:first-child{overflow-wrap:anywhere}thead th{vertical-align:bottom}\n"
    "tbody th{font-weight:normal}tfoot th,tfoot td{font-weight:bold;border-bottom:2px solid var(--ink)}td.bar{padding-right:0}\n"
    "figure{margin:1rem 0}svg{display:block;max-width:100%;height:auto}figcaption{font-weight:bold}\n"
    "svg text{font:13px system-ui,Arial,sans-serif;fill:var(--ink)}summary{cursor:pointer;padding:.3rem 0}\n"
    "footer{margin-top:2rem;border-top:2px solid var(--ink);padding-top:.5rem}\n"
    "@media print{body{font-size:10pt;max-width:none;padding:0}h2{break-after:avoid}tr,figure,.keys{break-inside:avoid}"
    "details>*{display:block}.scroll{overflow:visible}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";

static void put_text(FILE *out, const char *text) {
    while (*text != '\0') {
        size_t bytes = ehc_utf8_length(text);
        if (bytes == 0 || ehc_is_control(text))
            putc('?', out);
        else if (strchr("<>&\"'", *text) != NULL)
            fprintf(out, "&#%d;", *text);
        else
            fwrite(text, 1, bytes, out);
        text += bytes > 0 ? bytes : 1;
    }
}

/* ---- tables ---- */

static void begin_table(FILE *out, const char *caption, const char *const *headings, size_t count) {
    fputs("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"", out);
    put_text(out, caption);
    fputs("\">\n<table><caption>", out);
    put_text(out, caption);
    fputs("</caption>\n<thead><tr>", out);
    for (size_t i = 0; i < count; i++) {
        fputs("<th scope=\"col\">", out);
        put_text(out, headings[i]);
        fputs("</th>", out);
    }
    fputs("</tr></thead>\n<tbody>\n", out);
}

static void begin_row(FILE *out, const char *heading) {
    fputs("<tr><th scope=\"row\">", out);
    put_text(out, heading);
    fputs("</th>", out);
}

static void put_cell(FILE *out, const char *text) {
    fprintf(out, "<td>%s</td>", text); /* numbers of our own */
}

static void put_count(FILE *out, uint64_t count) {
    char number[NUMBER_ROOM];
    put_cell(out, count_words(count, number));
}

static void put_rate(FILE *out, uint64_t part, uint64_t whole) {
    char number[NUMBER_ROOM];
    put_cell(out, rate_words(part, whole, number));
}

static void end_row(FILE *out) {
    fputs("</tr>\n", out);
}

static void end_table(FILE *out) {
    fputs("</tbody></table></div>\n", out);
}

/* Totals below the rows. */
static void begin_totals(FILE *out) {
    fputs("</tbody><tfoot>\n", out);
}

static void end_totals(FILE *out) {
    fputs("</tfoot></table></div>\n", out);
}

/* ---- plans ---- */

static void put_key(FILE *out, const char *number, const char *words, const char *more) {
    fprintf(out, "<li><strong>%s</strong> %s%s</li>\n", number, words, more);
}

static void put_keys(const struct view_of_audit *view, FILE *out) {
    const struct ehc_figures *total = view->result->total;
    const struct ehc_national *national = national_of(view);
    char number[NUMBER_ROOM], england[NUMBER_ROOM], more[80] = "", mean[80] = "", of[120];
    if (national != NULL && national->plans_exc > 0)
        snprintf(more, sizeof more, "; England %s",
                 rate_words((uint64_t)national->within_20_exc, (uint64_t)national->plans_exc, england));
    fputs("<ul class=\"keys\">\n", out);
    put_key(out, rate_words(total->within_20_exc, total->plans_exc, number), "in 20 weeks, without exceptions", more);
    more[0] = '\0';
    if (national != NULL && national->plans > 0)
        snprintf(more, sizeof more, "; England %s", rate_words((uint64_t)national->within_20, (uint64_t)national->plans, england));
    put_key(out, rate_words(total->within_20, total->plans, number), "in 20 weeks, all plans", more);
    if (national != NULL && national->mean_tenths != EHC_NOT_PUBLISHED)
        snprintf(mean, sizeof mean, "; England %s", tenths_words(national->mean_tenths, england));
    put_key(out, tenths_words(ehc_tenths_of_week(total->total_days, total->dated), number), "weeks on average", mean);
    snprintf(of, sizeof of, "plans issued, %s of them in 20 weeks", count_words(total->within_20, england));
    put_key(out, count_words(total->plans, number), of, "");
    fputs("</ul>\n", out);
}

static void put_late_table(const struct view_of_audit *view, FILE *out) {
    static const char *const headings[] = {"When", "Plans", "Share"};
    const struct ehc_figures *total = view->result->total;
    begin_table(out, "How far over 20 weeks", headings, 3);
    begin_row(out, "in 20 weeks");
    put_count(out, total->within_20);
    put_rate(out, total->within_20, total->plans);
    end_row(out);
    for (int band = 0; band < EHC_BANDS; band++) {
        begin_row(out, band_words((enum ehc_band)band));
        put_count(out, total->over[band]);
        put_rate(out, total->over[band], total->plans);
        end_row(out);
    }
    begin_row(out, "no day to count from");
    put_count(out, total->undated);
    put_rate(out, total->undated, total->plans);
    end_row(out);
    end_table(out);
}

static void put_weeks_sentence(const struct view_of_audit *view, FILE *out) {
    const struct ehc_figures *total = view->result->total;
    char median[NUMBER_ROOM], p90[NUMBER_ROOM], longest[NUMBER_ROOM];
    if (total->dated > 0)
        fprintf(out, "<p>Half the plans came within %s weeks of the request, 9 in 10 within %s; the longest took %s.</p>\n",
                tenths_words(median_tenths(total), median), weeks_words(total->p90_days, p90),
                weeks_words(total->longest_days, longest));
}

/* ---- the spread of weeks ---- */

enum { WIDTH = 480, HEIGHT = 240, LEFT = 20, TOP = 30, BOTTOM = 200, STEP = 8 };

/* Plans of a week: the 20th ends with day 140. The last bar has all later ones. */
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

static void put_axes(uint64_t most, int limit, FILE *out) {
    char number[NUMBER_ROOM];
    fprintf(out, "<path d=\"M%d %dH%d\" stroke=\"#0b0c0c\"/>\n", LEFT, BOTTOM, LEFT + STEP * BARS + STEP / 2);
    fprintf(out, "<path d=\"M%d %dH%d\" stroke=\"#b1b4b6\"/>\n", LEFT, TOP, LEFT + STEP * BARS + STEP / 2);
    fprintf(out, "<text x=\"%d\" y=\"%d\">%s plans</text>\n", LEFT, TOP - 8, count_words(most, number));
    fprintf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">0</text>\n", LEFT - 4, BOTTOM + 5);
    for (int week = 10; week <= 40; week += 10)
        fprintf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d</text>\n", LEFT + STEP * week - STEP / 2, BOTTOM + 16, week);
    fprintf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">over %d</text>\n", WIDTH, BOTTOM + 16, LAST_WEEK);
    fprintf(out, "<text x=\"%d\" y=\"%d\">weeks from request to plan</text>\n", LEFT, HEIGHT - 6);
    int x = LEFT + STEP * limit;
    fprintf(out, "<path d=\"M%d %dV%d\" stroke=\"#0b0c0c\" stroke-width=\"2\" stroke-dasharray=\"5 3\"/>\n", x, TOP - 8, BOTTOM);
    fprintf(out, "<text x=\"%d\" y=\"%d\">%d weeks</text>\n", x + 5, TOP - 8, limit);
}

static void put_spread_table(const uint64_t plans[BARS], int limit, FILE *out) {
    static const char *const headings[] = {"Week", "Plans", "In time?"};
    char week_words[32];
    fputs("<details><summary>The same as a table</summary>\n", out);
    begin_table(out, "Plans by the week in which they came", headings, 3);
    for (int week = 1; week <= BARS; week++) {
        if (plans[week - 1] == 0)
            continue;
        if (week > LAST_WEEK)
            snprintf(week_words, sizeof week_words, "over %d", LAST_WEEK);
        else
            snprintf(week_words, sizeof week_words, "%d", week);
        begin_row(out, week_words);
        put_count(out, plans[week - 1]);
        put_cell(out, week <= limit ? "in time" : "late");
        end_row(out);
    }
    end_table(out);
    fputs("</details>\n", out);
}

static void put_spread(const struct view_of_audit *view, FILE *out) {
    const struct ehc_figures *total = view->result->total;
    const struct ehc_limit *plan = ehc_measure_limit(view->law, EHC_MEASURE_PLAN);
    uint64_t plans[BARS], most = 0;
    int limit = plan->unit == EHC_WEEKS && plan->amount <= LAST_WEEK ? plan->amount : LAST_WEEK;
    char in_time[NUMBER_ROOM], late[NUMBER_ROOM];
    if (total->dated == 0)
        return;
    for (int week = 1; week <= BARS; week++) {
        plans[week - 1] = plans_of_week(total, week);
        most = plans[week - 1] > most ? plans[week - 1] : most;
    }
    fputs("<figure>\n<figcaption id=\"spread\">Plans by the number of weeks they took</figcaption>\n", out);
    fprintf(out, "<p>Solid bars are in time: %s plans. Hatched bars are late: %s.</p>\n", count_words(total->within_20, in_time),
            count_words(total->dated - total->within_20, late));
    fprintf(out, "<svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-labelledby=\"spread\">\n", WIDTH, HEIGHT, WIDTH * 3 / 2);
    fputs("<defs><pattern id=\"late\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
          "<rect width=\"4\" height=\"4\" fill=\"#fff\"/><rect width=\"2\" height=\"4\" fill=\"#b3371e\"/></pattern></defs>\n",
          out);
    put_bars(plans, most, limit, out);
    put_axes(most, limit, out);
    fputs("</svg>\n", out);
    put_spread_table(plans, limit, out);
    fputs("</figure>\n", out);
}

/* ---- steps, groups, claims, faults ---- */

static void put_steps(const struct view_of_audit *view, FILE *out) {
    static const char *const headings[] = {"Step", "Done", "In time", "Share", "Late", "Overdue now"};
    char title[EHC_WORDS];
    fputs("<h2>Each step</h2>\n", out);
    begin_table(out, "Steps done, and steps still open past their last day", headings, 6);
    for (int i = 0; i < EHC_MEASURES; i++) {
        const struct ehc_kept *kept = &view->result->total->kept[i];
        if (!view->result->has[i])
            continue;
        begin_row(out, measure_title(view->law, (enum ehc_measure)i, title));
        put_count(out, kept->done);
        put_count(out, kept->in_time);
        put_rate(out, kept->in_time, kept->done);
        put_count(out, late_count(kept));
        put_count(out, kept->overdue);
        end_row(out);
    }
    end_table(out);
}

/* A bar for the eye alone: its number stands beside it. The mark is England's share. */
static void put_share_bar(const struct ehc_figures *figures, int england, FILE *out) {
    int rate = ehc_rate(figures->within_20_exc, figures->plans_exc);
    fputs("<td class=\"bar\"><svg viewBox=\"0 0 100 12\" width=\"150\" aria-hidden=\"true\"><path d=\"M0 .5H100V11.5H0Z\" "
          "fill=\"#fff\" stroke=\"#505a5f\"/>",
          out);
    if (rate > 0)
        fprintf(out, "<rect width=\"%d.%d\" height=\"12\" fill=\"#1d5fa8\"/>", rate / 10, rate % 10);
    if (england >= 0)
        fprintf(out, "<path d=\"M%d.%d 0V12\" stroke=\"#fff\" stroke-width=\"4\"/><path d=\"M%d.%d 0V12\" stroke=\"#0b0c0c\" "
                     "stroke-width=\"2\"/>",
                england / 10, england % 10, england / 10, england % 10);
    fputs("</svg></td>", out);
}

static void put_group(const struct ehc_figures *figures, const char *name, int england, FILE *out) {
    char number[NUMBER_ROOM];
    begin_row(out, name);
    put_count(out, figures->plans);
    put_rate(out, figures->within_20, figures->plans);
    put_rate(out, figures->within_20_exc, figures->plans_exc);
    put_share_bar(figures, england, out);
    put_cell(out, tenths_words(median_tenths(figures), number));
    put_cell(out, weeks_words(figures->longest_days, number));
    end_row(out);
}

static void put_groups(const struct view_of_audit *view, FILE *out) {
    static const char *const kinds[] = {"Authority", "Year", "Month", "Setting"};
    const char *const headings[] = {kinds[view->result->by], "Plans", "In 20 weeks, all", "In 20 weeks, without exceptions",
                                    "As a bar", "Half within, weeks", "Longest, weeks"};
    const struct ehc_audit_result *result = view->result;
    const struct ehc_national *national = national_of(view);
    int england = national != NULL && national->plans_exc > 0
                      ? ehc_rate((uint64_t)national->within_20_exc, (uint64_t)national->plans_exc)
                      : -1;
    size_t count;
    const struct ehc_figures **groups = ranked_groups(result, &count);
    if (groups == NULL)
        return;
    fprintf(out, "<h2>By %s</h2>\n", by_words(result->by));
    if (result->by == EHC_BY_AUTHORITY)
        fputs("<p>The best first, by plans in 20 weeks without exceptions.</p>\n", out);
    if (england >= 0)
        fprintf(out, "<p>The mark on each bar is England in %d: %d.%d%%.</p>\n", national->year, england / 10, england % 10);
    begin_table(out, "Plans in 20 weeks", headings, 7);
    for (size_t i = 0; i < count; i++)
        put_group(groups[i], group_name(groups[i]), england, out);
    begin_totals(out);
    put_group(result->total, "All", england, out);
    end_totals(out);
    free(groups);
}

static void put_claims(const struct view_of_audit *view, FILE *out) {
    static const char *const headings[] = {"The facts", "Claims", "Share"};
    const struct ehc_figures *total = view->result->total;
    const struct {
        const char *words;
        uint64_t count;
    } rows[] = {{"support the claim", total->supported},
                {"do not support it", total->unsupported},
                {"cannot say: something is missing", total->unclear}};
    if (total->claims == 0)
        return;
    fputs("<h2>Exceptions claimed</h2>\n<p>An exception that fits sets no new date. Whether it really made the limit impractical is "
          "for people to judge.</p>\n",
          out);
    begin_table(out, "What the facts in the rows say of the exceptions claimed", headings, 3);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        begin_row(out, rows[i].words);
        put_count(out, rows[i].count);
        put_rate(out, rows[i].count, total->claims);
        end_row(out);
    }
    end_table(out);
}

static void put_faults(const struct view_of_audit *view, FILE *out) {
    static const char *const headings[] = {"Fault", "Times"};
    if (view->result->bad_rows == 0)
        return;
    fputs("<h2>Rows not used</h2>\n", out);
    begin_table(out, "What was wrong", headings, 2);
    for (int i = 0; i < EHC_FAULTS; i++) {
        if (view->result->faults[i] == 0)
            continue;
        begin_row(out, ehc_fault_words((enum ehc_fault)i));
        put_count(out, view->result->faults[i]);
        end_row(out);
    }
    end_table(out);
}

/* ---- the page ---- */

static void put_note(void *context, const char *line) {
    fputs("<li>", context);
    put_text(context, line);
    fputs("</li>\n", context);
}

static void put_head(const struct view_of_audit *view, FILE *out) {
    const struct ehc_audit_result *result = view->result;
    char number[NUMBER_ROOM], date[EHC_DAY_TEXT];
    fputs("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';style-src 'unsafe-inline'\">\n"
          "<meta name=\"generator\" content=\"ehc " EHC_VERSION "\">\n<title>EHC caseload: ",
          out);
    put_text(out, caseload_name(view));
    fprintf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<header>\n<h1>EHC caseload: ", style);
    put_text(out, caseload_name(view));
    fprintf(out, "</h1>\n<p>%s rows", count_words(result->rows, number));
    if (result->bad_rows > 0)
        fprintf(out, ", of which %s could not be used and are in no figure", count_words(result->bad_rows, number));
    fprintf(out, ". As at %s.</p>\n", ehc_day_format(result->as_at, date));
    if (view->partial)
        fputs("<p class=\"partial\">Partial: stopped before the end of the file. These are not its figures.</p>\n", out);
    fputs("</header>\n<main>\n", out);
}

static void put_plans(const struct view_of_audit *view, FILE *out) {
    if (view->result->year != 0)
        fprintf(out, "<h2>Plans issued in %d</h2>\n", view->result->year);
    else
        fputs("<h2>Plans issued, all years</h2>\n", out);
    put_keys(view, out);
    put_weeks_sentence(view, out);
    put_spread(view, out);
    put_late_table(view, out);
}

void view_audit_html(const struct view_of_audit *view, FILE *out) {
    const struct ehc_audit_result *result = view->result;
    const struct ehc_national *national = national_of(view);
    char date[EHC_DAY_TEXT];
    put_head(view, out);
    if (result->has_plans)
        put_plans(view, out);
    if (result->has_plans && (result->by != EHC_BY_AUTHORITY || result->has_authorities))
        put_groups(view, out);
    put_steps(view, out);
    put_claims(view, out);
    put_faults(view, out);
    fputs("<h2>How it is counted</h2>\n<ul>\n", out);
    audit_notes(view, put_note, out);
    fputs("</ul>\n</main>\n<footer>\n", out);
    if (national != NULL) {
        fputs("<p class=\"note\">England: ", out);
        put_text(out, national->source);
        fputs(", Open Government Licence v3.0.</p>\n", out);
    }
    fprintf(out, "<p class=\"note\">This is a calculation, not legal advice. Law as at %s. ehc %s.</p>\n</footer>\n</body>\n</html>\n",
            ehc_day_format_short(view->law->as_at, date), EHC_VERSION);
}
