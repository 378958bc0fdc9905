/* The figures of a caseload as one page for a screen, a phone or paper. It has no script, fetches nothing, and escapes all
 * text. */
#include "table.h"
#include "util/ascii.h"
#include "util/fill.h"
#include "view/html.h"
#include "view/words.h"
#include <stdlib.h>
#include <string.h>

/* Blue and brick red differ in lightness too, and by hatching without any colour. */
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
    "table{border-collapse:collapse;margin:.5rem 0}caption{text-align:left;font-weight:bold;padding:.3rem "
    "0}\n"
    "th,td{border-bottom:1px solid var(--line);padding:.35rem .9rem .35rem 0;text-align:right;vertical-align:top}\n"
    "th:first-child,td:first-child{text-align:left}td:first-child{overflow-wrap:anywhere}thead th{vertical-align:bottom}\n"
    "tbody th{font-weight:normal}tfoot th,tfoot td{font-weight:bold;border-bottom:2px solid "
    "var(--ink)}td.bar{padding-right:0}\n"
    "figure{margin:1rem 0}svg{display:block;max-width:100%;height:auto}figcaption{font-weight:bold}\n"
    "svg text{font:13px system-ui,Arial,sans-serif;fill:var(--ink)}summary{cursor:pointer;padding:.3rem 0}\n"
    "footer{margin-top:2rem;border-top:2px solid var(--ink);padding-top:.5rem}\n"
    "td.words{text-align:left;overflow-wrap:anywhere}\n"
    "@media screen and (max-width:40rem){table{width:100%;font-size:.78rem}th,td{padding:.3rem .3rem .3rem 0}"
    "thead th{font-size:.68rem;line-height:1.25}.bar{display:none}"
    "td:first-child,tbody th,tfoot th{overflow-wrap:break-word}}\n"
    ".named th{text-align:left}\n"
    "@page{size:A4;margin:12mm 15mm}\n"
    "@media print{body{font-size:9.5pt;max-width:none;padding:0}h2,h2+p{break-after:avoid}"
    "tr,figure,.keys,.scroll{break-inside:avoid}thead{display:table-header-group}tfoot{display:table-row-group}"
    "body{line-height:1.3}h1{margin-top:0}h2{margin-top:1rem}h3{margin-top:.8rem}.keys li{flex-basis:7rem}"
    ".keys strong{font-size:1.5rem}figure{margin:.6rem 0}figure svg{width:auto;max-height:58mm}footer{margin-top:1rem}"
    "th,td{padding:.15rem .9rem .15rem 0}td.bar svg{width:70px}details:not([open]){display:none}.scroll{overflow:visible}"
    "*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";

/* ---- plans ---- */

static void put_key(FILE *out, const char *number, const char *words, const char *more) {
    fprintf(out, "<li><strong>%s</strong> %s%s</li>\n", number, words, more);
}

/* "; England 45.9%": a published figure beside one of the caseload; "" if there is none. */
static const char *beside(const struct view_of_audit *view, bool has, const char *figure, char text[EHC_WORDS]) {
    text[0] = '\0';
    if (has)
        snprintf(text, EHC_WORDS, "; %.200s %s", view->law->caseload.publisher.of, figure);
    return text;
}

static void put_keys(const struct view_of_audit *view, FILE *out) {
    const struct ehc_figures *total = view->result->total;
    const struct ehc_main_measure *about = &view->law->caseload.main;
    const struct ehc_published *published = published_of(view);
    int rate = published_rate(view), rate_without = published_rate_without(view);
    int mean = published != NULL ? published->mean_tenths : -1;
    char number[NUMBER_ROOM], other[NUMBER_ROOM], more[EHC_WORDS], period[EHC_WORDS], words[2 * EHC_WORDS];
    main_period(view->law, period);
    fputs("<ul class=\"keys\">\n", out);
    snprintf(words, sizeof words, "in %s, without exceptions", period);
    put_key(out, rate_words(total->without.in_time, total->without.done, number), words,
            beside(view, rate_without >= 0, percent_words(rate_without, other), more));
    snprintf(words, sizeof words, "in %s, all %.200s", period, about->many);
    put_key(out, rate_words(total->all.in_time, total->all.done, number), words,
            beside(view, rate >= 0, percent_words(rate, other), more));
    put_key(out, tenths_words(ehc_tenths_of_week(total->total_days, total->dated), number), "weeks on average",
            beside(view, mean >= 0, tenths_words(mean, other), more));
    snprintf(words, sizeof words, "%.200s %.200s, %s of them in %.400s", about->many, about->done,
             count_words(total->all.in_time, other), period);
    put_key(out, count_words(total->all.done, number), words, "");
    fputs("</ul>\n", out);
}

static void put_late_row(FILE *out, const char *words, uint64_t count, uint64_t whole) {
    html_begin_row(out, words);
    html_put_count(out, count);
    html_put_rate(out, count, whole);
    html_end_row(out);
}

static void put_late_table(const struct view_of_audit *view, FILE *out) {
    const struct ehc_main_measure *about = &view->law->caseload.main;
    const struct ehc_figures *total = view->result->total;
    char words[2 * EHC_WORDS], period[EHC_WORDS], many[EHC_WORDS];
    const char *const headings[] = {"When", ascii_capital(about->many, many, sizeof many), "Share"};
    main_period(view->law, period);
    snprintf(words, sizeof words, "How far over %s", period);
    html_begin_table(out, words, headings, 3);
    snprintf(words, sizeof words, "in %s", period);
    put_late_row(out, words, total->all.in_time, total->all.done);
    for (size_t band = 0; band <= about->band_count; band++)
        put_late_row(out, band_words(about, band, words), total->over[band], total->all.done);
    put_late_row(out, "no day to count from", total->undated, total->all.done);
    html_end_table(out);
}

static void put_weeks_sentence(const struct view_of_audit *view, FILE *out) {
    const struct ehc_figures *total = view->result->total;
    const struct ehc_main_measure *about = &view->law->caseload.main;
    char median[NUMBER_ROOM], p90[NUMBER_ROOM], longest[NUMBER_ROOM], text[EHC_WORDS];
    if (total->dated == 0)
        return;
    snprintf(text, sizeof text,
             "Half the %.200s came within %s weeks of the %.200s, 9 in 10 within %s; the longest took %s.", about->many,
             tenths_words(median_tenths(total), median), about->start, weeks_words(total->p90_days, p90),
             weeks_words(total->longest_days, longest));
    html_element(out, "p", text);
    fputc('\n', out);
}

/* ---- steps, groups, claims, faults ---- */

static void put_steps(const struct view_of_audit *view, FILE *out) {
    static const char *const headings[] = {"Step", "Done", "In time", "Share", "Late", "Overdue now"};
    char title[EHC_WORDS];
    fputs("<h2>Each step</h2>\n", out);
    html_begin_table(out, "Steps done, and steps still open past their last day", headings, 6);
    for (size_t i = 0; i < view->law->caseload.measure_count; i++) {
        const struct ehc_kept *kept = &view->result->total->kept[i];
        if (!view->result->has[i])
            continue;
        html_begin_row(out, measure_title(view->law, i, title));
        html_put_count(out, kept->done);
        html_put_count(out, kept->in_time);
        html_put_rate(out, kept->in_time, kept->done);
        html_put_count(out, late_count(kept));
        html_put_count(out, kept->overdue);
        html_end_row(out);
    }
    html_end_table(out);
}

/* A bar with a mark at the published share. Screen readers skip it: its number is in the cell before. */
static void put_share_bar(const struct ehc_figures *figures, int mark, FILE *out) {
    int rate = ehc_rate(figures->without.in_time, figures->without.done);
    fputs("<td class=\"bar\"><svg viewBox=\"0 0 100 12\" width=\"150\" aria-hidden=\"true\"><path d=\"M0 .5H100V11.5H0Z\" "
          "fill=\"#fff\" stroke=\"#505a5f\"/>",
          out);
    if (rate > 0)
        fprintf(out, "<rect width=\"%d.%d\" height=\"12\" fill=\"#1d5fa8\"/>", rate / 10, rate % 10);
    if (mark >= 0)
        fprintf(out,
                "<path d=\"M%d.%d 0V12\" stroke=\"#fff\" stroke-width=\"4\"/><path d=\"M%d.%d 0V12\" stroke=\"#0b0c0c\" "
                "stroke-width=\"2\"/>",
                mark / 10, mark % 10, mark / 10, mark % 10);
    fputs("</svg></td>", out);
}

static void put_group(const struct ehc_figures *figures, const char *name, int mark, FILE *out) {
    char number[NUMBER_ROOM];
    html_begin_row(out, name);
    html_put_count(out, figures->all.done);
    html_put_rate(out, figures->all.in_time, figures->all.done);
    html_put_rate(out, figures->without.in_time, figures->without.done);
    put_share_bar(figures, mark, out);
    html_put_cell(out, tenths_words(median_tenths(figures), number));
    html_put_cell(out, weeks_words(figures->longest_days, number));
    html_end_row(out);
}

static void order_words(const struct ehc_audit_result *result, const char *many, const char *period,
                        char text[2 * EHC_WORDS]) {
    static const char *const sentences[] = {
        [ORDER_BY_NAME] = "In order of name: a share of fewer than {least} {many} is too small to rank.",
        [ORDER_BY_SHARE] = "The best first, by {many} in {period} without exceptions.",
        [ORDER_THEN_BY_NAME] =
            ("The best first, by {many} in {period} without exceptions. Authorities with fewer than {least} "
             "{many} come after them, in order of name: their share says little.")};
    char least[NUMBER_ROOM];
    ehc_sentence(text, 2 * EHC_WORDS, sentences[order_of(result)], "many", many, "period", period, "least",
                 count_words(RANKED_LEAST, least), NULL);
}

static void put_groups(const struct view_of_audit *view, FILE *out) {
    static const char *const kinds[] = {"Authority", "Year", "Month", "Setting"};
    const struct ehc_audit_result *result = view->result;
    const struct ehc_main_measure *about = &view->law->caseload.main;
    char many[EHC_WORDS], period[EHC_WORDS], all[2 * EHC_WORDS], without[2 * EHC_WORDS], text[2 * EHC_WORDS];
    int mark = published_rate_without(view);
    size_t count;
    const struct ehc_figures **groups = ranked_groups(result, &count);
    if (groups == NULL)
        return;
    ascii_capital(about->many, many, sizeof many);
    main_period(view->law, period);
    snprintf(all, sizeof all, "In %s, all", period);
    snprintf(without, sizeof without, "In %s, without exceptions", period);
    const char *const headings[] = {kinds[result->by], many, all, without, TABLE_BAR, "Half within, weeks",
                                    "Longest, weeks"};
    fprintf(out, "<h2>By %s</h2>\n", by_words(result->by));
    if (result->by == EHC_BY_AUTHORITY) {
        order_words(result, about->many, period, text);
        html_element(out, "p", text);
        fputc('\n', out);
    }
    if (mark >= 0) {
        snprintf(text, sizeof text, "The mark on each bar is %.200s in %d: %d.%d%%.", view->law->caseload.publisher.of,
                 result->year, mark / 10, mark % 10);
        html_element(out, "p", text);
        fputc('\n', out);
    }
    snprintf(text, sizeof text, "%.400s in %.400s", many, period);
    html_begin_table(out, text, headings, 7);
    for (size_t i = 0; i < count; i++)
        put_group(groups[i], group_name(groups[i]), mark, out);
    html_begin_totals(out);
    put_group(result->total, "All", mark, out);
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
                {"do not decide it", total->unclear}};
    if (total->claims == 0)
        return;
    fprintf(out, "<h2>Exceptions claimed</h2>\n<p>%s</p>\n", exception_words);
    html_begin_table(out, "What the facts in the rows say about the exceptions claimed", headings, 3);
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
    html_put_faulty(view, out);
}

/* ---- the page ---- */

static void put_note(void *context, const char *line) {
    fputs("<li>", context);
    html_text(context, line);
    fputs("</li>\n", context);
}

static void put_head(const struct view_of_audit *view, FILE *out) {
    char text[EHC_WORDS], title[EHC_WORDS];
    snprintf(title, sizeof title, "%.200s: %.900s", view->law->caseload.main.title, caseload_name(view));
    fputs("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';style-src 'unsafe-inline'\">\n"
          "<meta name=\"generator\" content=\"ehc " EHC_VERSION "\">\n<title>",
          out);
    html_text(out, title);
    fprintf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<header>\n<h1>", style);
    html_text(out, title);
    fprintf(out, "</h1>\n<p>%s</p>\n", rows_words(view, text));
    if (view->partial)
        fprintf(out, "<p class=\"partial\">%s</p>\n", partial_words);
    fputs("</header>\n<main>\n", out);
}

static void put_main(const struct view_of_audit *view, FILE *out) {
    char heading[EHC_WORDS];
    html_element(out, "h2", main_heading(view, heading));
    fputc('\n', out);
    put_keys(view, out);
    put_weeks_sentence(view, out);
    html_put_spread(view, out);
    put_late_table(view, out);
}

void view_audit_html(const struct view_of_audit *view, FILE *out) {
    const struct ehc_audit_result *result = view->result;
    const struct ehc_published *published = published_of(view);
    const struct ehc_publisher *publisher = &view->law->caseload.publisher;
    char text[EHC_WORDS];
    put_head(view, out);
    if (result->has_main)
        put_main(view, out);
    if (result->has_main && (result->by != EHC_BY_AUTHORITY || result->has_authorities))
        put_groups(view, out);
    html_put_latest(view, out);
    put_steps(view, out);
    put_claims(view, out);
    put_faults(view, out);
    fputs("<h2>How it is counted</h2>\n<ul>\n", out);
    audit_notes(view, put_note, out);
    fputs("</ul>\n</main>\n<footer>\n", out);
    if (published != NULL) {
        snprintf(text, sizeof text, "%.200s: %.400s, %.200s.", publisher->of, published->source, publisher->licence);
        html_element(out, "p class=\"note\"", text);
        fputc('\n', out);
    }
    fprintf(out, "<p class=\"note\">%s ehc %s.</p>\n</footer>\n</body>\n</html>\n", words_disclaimer(view->law, text),
            EHC_VERSION);
}
