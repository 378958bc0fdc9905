/* The figures of a caseload as one page: for a screen, a phone or paper; no script, nothing fetched, all text escaped. */
#include "audit_html.h"
#include "html.h"
#include <stdlib.h>
#include <string.h>

/* Dark text on white, blue and brick red that differ in lightness and, by hatching, without colour. */
static const char style[] =
    ":root{--ink:#0b0c0c;--soft:#505a5f;--line:#b1b4b6;--good:#1d5fa8;--late:#b3371e}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;max-width:60rem;padding:1rem;font:1.05rem/1.5 "
    "system-ui,Arial,sans-serif;color:var(--ink);background:#fff}\n"
    "h1{font-size:1.7rem;line-height:1.2;margin:.5rem 0;overflow-wrap:anywhere}h2{font-size:1.3rem;margin:2rem 0 .5rem}\n"
    "h3{font-size:1.05rem;margin:1.5rem 0 .25rem}p{margin:.4rem 0;max-width:44rem}\n"
    ".note{color:var(--soft)}.partial{border:.25rem solid var(--late);padding:.5rem 1rem;font-weight:bold}\n"
    ".keys{display:flex;flex-wrap:wrap;gap:1rem;margin:1rem 0;padding:0;list-style:none}\n"
    ".keys li{flex:1 1 11rem;border-left:.3rem solid var(--good);padding:.1rem 0 .1rem .8rem}\n"
    ".keys strong{display:block;font-size:1.9rem;line-height:1.2}\n"
    ".scroll{overflow-x:auto}.scroll:focus{outline:3px solid #0b0c0c}\n"
    "table{border-collapse:collapse;margin:.5rem 0;min-width:22rem}caption{text-align:left;font-weight:bold;padding:.3rem "
    "0}\n"
    "th,td{border-bottom:1px solid var(--line);padding:.35rem .9rem .35rem 0;text-align:right;vertical-align:top}\n"
    "th:first-child,td:first-child{text-align:left}td:first-child{overflow-wrap:anywhere}thead th{vertical-align:bottom}\n"
    "tbody th{font-weight:normal}tfoot th,tfoot td{font-weight:bold;border-bottom:2px solid "
    "var(--ink)}td.bar{padding-right:0}\n"
    "figure{margin:1rem 0}svg{display:block;max-width:100%;height:auto}figcaption{font-weight:bold}\n"
    "svg text{font:13px system-ui,Arial,sans-serif;fill:var(--ink)}summary{cursor:pointer;padding:.3rem 0}\n"
    "footer{margin-top:2rem;border-top:2px solid var(--ink);padding-top:.5rem}\n"
    "@media print{body{font-size:10pt;max-width:none;padding:0}h2{break-after:avoid}tr,figure,.keys{break-inside:avoid}"
    "details>*{display:block}.scroll{overflow:visible}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";

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
        snprintf(more, sizeof more, "; England %s",
                 rate_words((uint64_t)national->within_20, (uint64_t)national->plans, england));
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
    html_begin_table(out, "How far over 20 weeks", headings, 3);
    html_begin_row(out, "in 20 weeks");
    html_put_count(out, total->within_20);
    html_put_rate(out, total->within_20, total->plans);
    html_end_row(out);
    for (int band = 0; band < EHC_BANDS; band++) {
        html_begin_row(out, band_words((enum ehc_band)band));
        html_put_count(out, total->over[band]);
        html_put_rate(out, total->over[band], total->plans);
        html_end_row(out);
    }
    html_begin_row(out, "no day to count from");
    html_put_count(out, total->undated);
    html_put_rate(out, total->undated, total->plans);
    html_end_row(out);
    html_end_table(out);
}

static void put_weeks_sentence(const struct view_of_audit *view, FILE *out) {
    const struct ehc_figures *total = view->result->total;
    char median[NUMBER_ROOM], p90[NUMBER_ROOM], longest[NUMBER_ROOM];
    if (total->dated > 0)
        fprintf(out, "<p>Half the plans came within %s weeks of the request, 9 in 10 within %s; the longest took %s.</p>\n",
                tenths_words(median_tenths(total), median), weeks_words(total->p90_days, p90),
                weeks_words(total->longest_days, longest));
}

/* ---- steps, groups, claims, faults ---- */

static void put_steps(const struct view_of_audit *view, FILE *out) {
    static const char *const headings[] = {"Step", "Done", "In time", "Share", "Late", "Overdue now"};
    char title[EHC_WORDS];
    fputs("<h2>Each step</h2>\n", out);
    html_begin_table(out, "Steps done, and steps still open past their last day", headings, 6);
    for (int i = 0; i < EHC_MEASURES; i++) {
        const struct ehc_kept *kept = &view->result->total->kept[i];
        if (!view->result->has[i])
            continue;
        html_begin_row(out, measure_title(view->law, (enum ehc_measure)i, title));
        html_put_count(out, kept->done);
        html_put_count(out, kept->in_time);
        html_put_rate(out, kept->in_time, kept->done);
        html_put_count(out, late_count(kept));
        html_put_count(out, kept->overdue);
        html_end_row(out);
    }
    html_end_table(out);
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
        fprintf(out,
                "<path d=\"M%d.%d 0V12\" stroke=\"#fff\" stroke-width=\"4\"/><path d=\"M%d.%d 0V12\" stroke=\"#0b0c0c\" "
                "stroke-width=\"2\"/>",
                england / 10, england % 10, england / 10, england % 10);
    fputs("</svg></td>", out);
}

static void put_group(const struct ehc_figures *figures, const char *name, int england, FILE *out) {
    char number[NUMBER_ROOM];
    html_begin_row(out, name);
    html_put_count(out, figures->plans);
    html_put_rate(out, figures->within_20, figures->plans);
    html_put_rate(out, figures->within_20_exc, figures->plans_exc);
    put_share_bar(figures, england, out);
    html_put_cell(out, tenths_words(median_tenths(figures), number));
    html_put_cell(out, weeks_words(figures->longest_days, number));
    html_end_row(out);
}

static void put_groups(const struct view_of_audit *view, FILE *out) {
    static const char *const kinds[] = {"Authority", "Year", "Month", "Setting"};
    const char *const headings[] = {
        kinds[view->result->by], "Plans",         "In 20 weeks, all", "In 20 weeks, without exceptions", "As a bar",
        "Half within, weeks",    "Longest, weeks"};
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
    html_begin_table(out, "Plans in 20 weeks", headings, 7);
    for (size_t i = 0; i < count; i++)
        put_group(groups[i], group_name(groups[i]), england, out);
    html_begin_totals(out);
    put_group(result->total, "All", england, out);
    html_end_totals(out);
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
    fputs("<h2>Exceptions claimed</h2>\n<p>An exception that fits sets no new date. Whether it really made the limit "
          "impractical is "
          "for people to judge.</p>\n",
          out);
    html_begin_table(out, "What the facts in the rows say of the exceptions claimed", headings, 3);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        html_begin_row(out, rows[i].words);
        html_put_count(out, rows[i].count);
        html_put_rate(out, rows[i].count, total->claims);
        html_end_row(out);
    }
    html_end_table(out);
}

static void put_faults(const struct view_of_audit *view, FILE *out) {
    static const char *const headings[] = {"Fault", "Times"};
    if (view->result->bad_rows == 0)
        return;
    fputs("<h2>Rows not used</h2>\n", out);
    html_begin_table(out, "What was wrong", headings, 2);
    for (int i = 0; i < EHC_FAULTS; i++) {
        if (view->result->faults[i] == 0)
            continue;
        html_begin_row(out, ehc_fault_words((enum ehc_fault)i));
        html_put_count(out, view->result->faults[i]);
        html_end_row(out);
    }
    html_end_table(out);
}

/* ---- the page ---- */

static void put_note(void *context, const char *line) {
    fputs("<li>", context);
    html_text(context, line);
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
    html_text(out, caseload_name(view));
    fprintf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<header>\n<h1>EHC caseload: ", style);
    html_text(out, caseload_name(view));
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
    html_put_spread(view, out);
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
        html_text(out, national->source);
        fputs(", Open Government Licence v3.0.</p>\n", out);
    }
    fprintf(out,
            "<p class=\"note\">This is a calculation, not legal advice. Law as at %s. ehc "
            "%s.</p>\n</footer>\n</body>\n</html>\n",
            ehc_day_format_short(view->law->as_at, date), EHC_VERSION);
}
