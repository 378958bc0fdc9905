/* The table of steps. In a history they stand in groups, by what began them; a group that is over and in order is a line. */
#include "html.h"
#include "report.h"
#include "util/ascii.h"
#include "words.h"

const char report_steps_style[] =
    ".result{font-weight:700}.result.late{color:#8a1c1c}.name{display:none}"
    "tbody th{min-width:8rem}tbody th bdi{overflow-wrap:anywhere}"
    ".group th{padding-top:.8rem;border-bottom:2px solid #24435c}.quiet th{font-weight:400;padding-top:.35rem}"
    ".group{break-after:avoid}.date{white-space:nowrap}"
    "@media screen and (max-width:44rem){"
    "thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
    "table,tbody,tr,td,tbody th{display:block}tr{border-bottom:2px solid #24435c;padding:.4rem 0}"
    "td,tbody th{border:0;padding:.1rem 0}tbody th{font-size:1.0625rem}.name{display:inline;font-weight:600}"
    ".group{border:0}.group th{font-size:1.125rem;padding-top:.6rem}.quiet th{font-size:1rem}}"
    "@media print{.weekday{display:none}.group th{padding-top:.5rem}.quiet th{padding-top:.15rem}}";

struct table {
    FILE *out;
    const struct ehc_judgement *judgement;
};

bool report_shows_group(const struct ehc_judgement *judgement, size_t group) {
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        if (judged->group == group && (report_shows(judged) || judged->deadline->because == EHC_NOT_SAID))
            return true;
    }
    return false;
}

/* ---- cells ---- */

static void begin_cell(const struct table *table, const char *name) {
    fprintf(table->out, "<td role=\"cell\"><span class=\"name\">%s: </span>", name);
}

/* The weekday is left out on paper, so that a row is one line. */
static void put_day(const struct table *table, ehc_day day) {
    char date[EHC_DAY_TEXT];
    fprintf(table->out, "<span class=\"weekday\">%s </span><span class=\"date\">%s</span>",
            ehc_weekday_name(ehc_weekday(day)), ehc_day_format_short(day, date));
}

static void put_due(const struct table *table, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    begin_cell(table, "Due");
    fputs(deadline->limit->is_minimum ? "not before the end of " : "", table->out);
    put_day(table, deadline->due);
    if (judged->past && deadline->latest != deadline->due) {
        fputs(",<br>or on another reading<br>", table->out);
        put_day(table, deadline->latest);
    }
    fputs("</td>", table->out);
}

static void put_done(const struct table *table, const struct ehc_judged *judged) {
    begin_cell(table, "Done");
    if (judged->done)
        put_day(table, judged->deadline->act);
    else
        fputs(judged->deadline->because == EHC_NO_ACT ? "not given" : "not done", table->out);
    fputs("</td>", table->out);
}

static void put_result(const struct table *table, const struct ehc_judged *judged) {
    char text[EHC_WORDS];
    words_outcome(table->judgement, judged, text);
    begin_cell(table, "Result");
    fprintf(table->out, "<span class=\"result%s\">%s</span>: ", judged->late ? " late" : "", words_label(judged));
    html_text(table->out, text);
    if (words_misses(judged, text)) {
        fputs(". ", table->out);
        html_text(table->out, text);
    }
    if (words_or_on(judged->deadline, text)) {
        fputs(". ", table->out);
        html_text(table->out, text);
    }
    fputs("</td>", table->out);
}

/* ---- rows ---- */

static void put_step(const struct table *table, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    char text[EHC_WORDS];
    words_short_title(deadline, text);
    fputs("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><bdi>", table->out);
    html_text(table->out, text);
    fputs("</bdi></th>", table->out);
    begin_cell(table, "Who");
    html_text(table->out, words_who_acts(deadline));
    fputs("</td>", table->out);
    begin_cell(table, "Law");
    if (deadline->own != NULL) {
        html_text(table->out, words_law(deadline, text));
    } else {
        words_provision(judged, text);
        html_link(table->out, deadline->limit->url, text);
    }
    fputs("</td>", table->out);
    put_due(table, judged);
    put_done(table, judged);
    put_result(table, judged);
    fputs("</tr>\n", table->out);
}

/* One row for all steps of a group that the case says nothing about. */
static void put_not_said(const struct table *table, size_t group) {
    char steps[EHC_WORDS], events[EHC_WORDS];
    if (words_not_said(table->judgement, group, steps, events) == 0)
        return;
    ascii_upper_first(steps);
    fputs("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">", table->out);
    html_text(table->out, steps);
    fputs("</th><td role=\"cell\" colspan=\"5\" aria-colspan=\"5\"><span class=\"name\">Result: </span><span "
          "class=\"result\">not known</span>: no day is given (",
          table->out);
    html_text(table->out, events);
    fputs(")</td></tr>\n", table->out);
}

static void put_steps_of(const struct table *table, size_t group) {
    const struct ehc_judgement *judgement = table->judgement;
    for (size_t i = 0; i < judgement->count; i++)
        if (judgement->deadlines[i].group == group && report_shows(&judgement->deadlines[i]))
            put_step(table, &judgement->deadlines[i]);
    put_not_said(table, group);
}

static void put_heading(const struct table *table, size_t group) {
    const struct ehc_group *about = &table->judgement->groups[group];
    char text[EHC_WORDS];
    const char *label;
    fprintf(table->out,
            "<tr class=\"group%s\" role=\"row\"><th colspan=\"6\" aria-colspan=\"6\" scope=\"rowgroup\" "
            "role=\"rowheader\">",
            about->is_quiet ? " quiet" : "");
    html_text(table->out, ehc_group_words(table->judgement->law, about, text));
    if (about->is_quiet) {
        words_quiet(table->judgement, group, &label, text);
        fprintf(table->out, ": <strong>%s</strong>%s", label, text[0] != '\0' ? ", " : "");
        html_text(table->out, text);
    }
    fputs("</th></tr>\n", table->out);
}

static void put_history(const struct table *table) {
    for (size_t i = 0; i < table->judgement->group_count; i++) {
        if (!report_shows_group(table->judgement, i))
            continue;
        fputs("<tbody role=\"rowgroup\">\n", table->out);
        put_heading(table, i);
        if (!table->judgement->groups[i].is_quiet)
            put_steps_of(table, i);
        fputs("</tbody>\n", table->out);
    }
}

/* By last day. */
static void put_all(const struct table *table) {
    const struct ehc_judgement *judgement = table->judgement;
    fputs("<tbody role=\"rowgroup\">\n", table->out);
    for (size_t i = 0; i < judgement->count; i++)
        if (report_shows(&judgement->deadlines[i]))
            put_step(table, &judgement->deadlines[i]);
    for (size_t i = 0; i < judgement->group_count; i++)
        put_not_said(table, i);
    fputs("</tbody>\n", table->out);
}

static bool shows_any(const struct ehc_judgement *judgement) {
    for (size_t i = 0; i < judgement->group_count; i++)
        if (report_shows_group(judgement, i))
            return true;
    return false;
}

void report_steps(FILE *out, const struct ehc_judgement *judgement) {
    static const char *const columns[] = {"Step", "Who", "Law", "Due", "Done", "Result"};
    const struct table table = {out, judgement};
    fputs("<h2 id=\"steps\">The steps</h2>\n", out);
    if (!shows_any(judgement)) {
        html_element(out, "p", "No step has begun.");
        return;
    }
    fputs("<table role=\"table\" aria-labelledby=\"steps\">\n<thead role=\"rowgroup\"><tr role=\"row\">", out);
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        fprintf(out, "<th scope=\"col\" role=\"columnheader\">%s</th>", columns[i]);
    fputs("</tr></thead>\n", out);
    if (judgement->has_history)
        put_history(&table);
    else
        put_all(&table);
    fputs("</table>\n", out);
}
