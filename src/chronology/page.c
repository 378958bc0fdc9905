/* A chronology as a page to print. */
#include "chronology.h"
#include "util/fill.h"
#include "view/html.h"
#include "view/words.h"
#include <ehc/version.h>

static const char style[] =
    "main{max-width:72rem}"
    ".facts{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.5rem 0}"
    ".facts dt{font-weight:600}.facts dd{margin:0}"
    "table{table-layout:fixed}.c1{width:15%}.c2{width:23%}.c3{width:10%}.c4{width:28%}.c5{width:24%}"
    ".name{display:none}.kind{font-weight:600;color:#24435c}.late{color:#8a1c1c;font-weight:600}"
    ".limit td,.limit th{background:#f2f5f8}.day{font-weight:600}.year th{padding-top:.8rem;border-bottom:2px solid #24435c}"
    ".year{break-after:avoid}.quiet{color:#505a5f;font-size:.875rem}"
    "@media screen and (max-width:44rem){"
    "thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
    "table,tbody,tr,td,th.day{display:block}tr{border-bottom:2px solid #24435c;padding:.4rem}"
    "td,th.day{border:0;padding:.1rem 0}td.empty{display:none}.limit{background:#f2f5f8}.name{display:inline;font-weight:600}}"
    "@media print{.limit td,.limit th{background:none;border-left:0}.kind{color:inherit}}";

static void put_fact(FILE *out, const char *label, const char *value) {
    if (value == NULL)
        return;
    fputs("<dt>", out);
    html_text(out, label);
    fputs("</dt><dd><bdi>", out);
    html_text(out, value);
    fputs("</bdi></dd>\n", out);
}

static void put_head(const struct ehc_judgement *judgement, FILE *out) {
    char date[EHC_DAY_TEXT], law[EHC_WORDS];
    fputs("<h1>", out);
    html_text(out, judgement->law->process);
    fputs(": chronology</h1>\n<dl class=\"facts\">\n", out);
    put_fact(out, "Case", judgement->facts->reference);
    put_fact(out, judgement->law->authority_title, judgement->facts->authority);
    put_fact(out, "As at", ehc_day_format(judgement->as_at, date));
    put_fact(out, "Law", words_law_as_at(judgement->law, law));
    fputs("</dl>\n", out);
}

static void put_day(const struct chronology *chronology, const struct chronology_row *row, FILE *out) {
    const struct ehc_law *law = chronology->judgement->law;
    char date[EHC_DAY_TEXT];
    if (row->day == EHC_NO_DAY) {
        fputs("no day known", out);
    } else if (row->event != EHC_NONE && law->events[row->event].is_year) {
        const struct ehc_happened happened = {row->event, row->day};
        html_text(out, words_event_date(law, &happened, date));
    } else {
        html_text(out, ehc_day_format(row->day, date));
    }
    if (row->until != row->day)
        fprintf(out, "<br>to %s", ehc_day_format(row->until, date));
}

/* Class "empty": a narrow screen shows cells below each other, and leaves out the empty ones. */
static void begin_cell(FILE *out, const char *name, const char *text) {
    fprintf(out, "<td role=\"cell\"%s><span class=\"name\">%s: </span>", text[0] == '\0' ? " class=\"empty\"" : "", name);
}

static void put_row(const struct chronology *chronology, const struct chronology_row *row, FILE *out) {
    char text[EHC_WORDS];
    bool is_quiet = row->kind == CHRONOLOGY_LIMIT && row->judged->deadline->status == EHC_NOT_NEEDED;
    fprintf(out, "<tr role=\"row\"%s><th scope=\"row\" role=\"rowheader\" class=\"day\">",
            is_quiet                        ? " class=\"limit quiet\""
            : row->kind == CHRONOLOGY_LIMIT ? " class=\"limit\""
                                            : "");
    put_day(chronology, row, out);
    fprintf(out, "</th><td role=\"cell\"><span class=\"kind\">%s:</span> <bdi>", chronology_kind_words(chronology, row));
    chronology_what(chronology, row, text);
    html_text(out, text);
    fputs("</bdi></td>", out);
    chronology_who(chronology, row, text);
    begin_cell(out, "Who", text);
    html_text(out, text);
    fputs("</td>", out);
    chronology_law(chronology, row, text);
    begin_cell(out, "Law", text);
    if (chronology_url(row) != NULL)
        html_link(out, chronology_url(row), text);
    else
        html_text(out, text);
    fputs("</td>", out);
    chronology_result(chronology, row, text);
    begin_cell(out, "Result", text);
    fprintf(out, "<span%s><bdi>", chronology_is_late(row) ? " class=\"late\"" : "");
    html_text(out, text);
    fputs("</bdi></span></td></tr>\n", out);
}

static int year_of(const struct chronology_row *row) {
    return row->day != EHC_NO_DAY ? ehc_ymd_from_day(row->day).year : 0;
}

static void put_rows(const struct chronology *chronology, FILE *out) {
    int year = -1;
    for (size_t i = 0; i < chronology->count; i++) {
        const struct chronology_row *row = &chronology->rows[i];
        if (year_of(row) != year) {
            year = year_of(row);
            fputs("<tr class=\"year\" role=\"row\"><th colspan=\"5\" aria-colspan=\"5\" role=\"rowheader\">", out);
            if (year != 0)
                fprintf(out, "%d", year);
            else
                fputs("Without a day", out);
            fputs("</th></tr>\n", out);
        }
        put_row(chronology, row, out);
    }
}

/* Facts that are ignored, and facts that are missing. */
static void put_rest(const struct ehc_judgement *judgement, FILE *out) {
    char text[EHC_WORDS];
    const char *label;
    bool any = false;
    for (size_t i = 0; i < judgement->ignored_count + judgement->missing_count; i++) {
        bool is_ignored = i < judgement->ignored_count;
        label = "Please check";
        if (is_ignored)
            ehc_ignored_words(judgement->law, &judgement->ignored[i], text);
        else if (!words_missing_once(judgement, i - judgement->ignored_count, &label, text))
            continue;
        fputs(any ? "" : "<h2>To be checked</h2>\n<ul>\n", out);
        any = true;
        fprintf(out, "<li><strong>%s:</strong> ", label);
        html_text(out, text);
        fputs("</li>\n", out);
    }
    fputs(any ? "</ul>\n" : "", out);
}

bool view_chronology_html(const struct ehc_judgement *judgement, FILE *out) {
    static const char *const columns[] = {"Day", "What", "Who", "Law", "Result"};
    const char *const styles[] = {style, NULL};
    struct chronology chronology;
    char title[EHC_WORDS], text[EHC_WORDS];
    if (!chronology_make(judgement, &chronology))
        return false;
    ehc_sentence(title, sizeof title,
                 judgement->facts->reference != NULL ? "{label} chronology: {reference}" : "{label} chronology", "label",
                 judgement->law->label, "reference", judgement->facts->reference, NULL);
    html_begin(out, title, styles);
    put_head(judgement, out);
    fputs("<table role=\"table\" aria-label=\"What happened and what was due, by day\">\n<thead role=\"rowgroup\">"
          "<tr role=\"row\">",
          out);
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        fprintf(out, "<th scope=\"col\" role=\"columnheader\" class=\"c%zu\">%s</th>", i + 1, columns[i]);
    fputs("</tr></thead>\n<tbody role=\"rowgroup\">\n", out);
    put_rows(&chronology, out);
    fputs("</tbody>\n</table>\n", out);
    put_rest(judgement, out);
    html_element(out, "p class=\"small\"", words_disclaimer(judgement->law, text));
    html_end(out);
    chronology_free(&chronology);
    return true;
}
