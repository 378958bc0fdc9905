/* A case on one printed page: what happened, against what should have, and what to do next. */
#include "html.h"
#include "util/ascii.h"
#include "words.h"
#include <string.h>

static const char style[] =
    ".facts{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.5rem 0}"
    ".facts dt{font-weight:600}.facts dd{margin:0}"
    ".verdict{border:2px solid #24435c;border-left-width:.6rem;padding:.5rem .75rem;margin:.8rem 0;font-size:1.0625rem}"
    ".verdict.bad{border-color:#8a1c1c}"
    ".result{font-weight:700}.result.late{color:#8a1c1c}"
    ".name{display:none}"
    "figure{margin:.5rem 0}"
    ".drawing{display:block;overflow:visible;margin:0 8px;width:calc(100% - 16px)}"
    ".drawing svg,.key svg svg{overflow:visible}"
    ".drawing text{font-size:13px;fill:#1a1a1a;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}"
    ".drawing .number{font-size:12px;text-anchor:middle;fill:#454545}"
    ".week{stroke:#d5d5d5;stroke-width:1}"
    ".time{fill:#dbe7f3;stroke:#24435c;stroke-width:1}"
    ".late{fill:url(#late-lines);stroke:#8a1c1c;stroke-width:1.5}"
    ".past{fill:#fff;stroke:#6b6b6b;stroke-width:1.5;stroke-dasharray:3 2}"
    "#late-lines path{stroke:#8a1c1c;stroke-width:1.6}#closed-dots circle{fill:#5b5b5b}"
    ".closed{fill:url(#closed-dots);stroke:#5b5b5b;stroke-width:1}.behind{fill:#000;fill-opacity:.06}"
    ".limit path{stroke:#1a1a1a;stroke-width:3;fill:none}.more path{stroke:#24435c;stroke-width:2.5;fill:none}"
    ".done path{fill:#1a1a1a;stroke:#fff;stroke-width:1}"
    ".today,.today path{stroke:#0b4a8f;stroke-width:2;stroke-dasharray:5 3}"
    ".key{list-style:none;padding:0;margin:.4rem 0 0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.875rem}"
    ".key li{margin:0;white-space:nowrap}.key svg{vertical-align:-.15em}"
    ".given{columns:18rem;column-gap:2rem;font-size:.9375rem}.given li{break-inside:avoid;margin:0 0 .2rem}"
    "tbody th{min-width:8rem}tbody th bdi{overflow-wrap:anywhere}"
    ".sign{display:none}"
    "@media screen and (max-width:44rem){"
    "thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
    "table,tbody,tr,td,tbody th{display:block}tr{border-bottom:2px solid #24435c;padding:.4rem 0}"
    "td,tbody th{border:0;padding:.1rem 0}tbody th{font-size:1.0625rem}.name{display:inline;font-weight:600}"
    ".drawing text{font-size:12px}.drawing .number{font-size:11px}}"
    "@media print{.sign{display:flex;gap:2rem;margin-top:1.8rem}.sign span{flex:1;border-top:1px solid #1a1a1a;"
    "padding-top:.2rem}.verdict{margin:.4rem 0;padding:.3rem .6rem}.facts{margin:.2rem 0;grid-template-columns:max-content "
    "1fr max-content 1fr}"
    ".given li{display:inline}.given li:not(:last-child)::after{content:\";\"}.given{columns:auto;padding:0}"
    ".drawing{zoom:.85}.drawing text{font-size:12px}.drawing .number{font-size:11px}.pair{display:grid;"
    "grid-template-columns:1fr 1fr;gap:0 1.5rem}.key{font-size:.9rem;gap:.2rem .8rem}.weekday{display:none}}";

struct sheet {
    FILE *out;
    const struct ehc_judgement *judgement;
};

/* ---- the head ---- */

static void put_fact(const struct sheet *sheet, const char *label, const char *value) {
    fprintf(sheet->out, "<dt>%s</dt><dd><bdi>", label);
    html_text(sheet->out, value);
    fputs("</bdi></dd>\n", sheet->out);
}

static void put_head(const struct sheet *sheet) {
    const struct ehc_judgement *judgement = sheet->judgement;
    char date[EHC_DAY_TEXT], law[EHC_WORDS];
    fputs("<h1>", sheet->out);
    html_text(sheet->out, judgement->law->process);
    fputs(": which dates were kept</h1>\n<dl class=\"facts\">\n", sheet->out);
    if (judgement->facts->reference != NULL)
        put_fact(sheet, "Case", judgement->facts->reference);
    if (judgement->facts->authority != NULL)
        put_fact(sheet, judgement->law->authority_title, judgement->facts->authority);
    put_fact(sheet, "As at", ehc_day_format(judgement->as_at, date));
    snprintf(law, sizeof law, "%.100s, as at %s (ehc %s)", judgement->law->jurisdiction,
             ehc_day_format_short(judgement->law->as_at, date), EHC_VERSION);
    put_fact(sheet, "Law", law);
    fputs("</dl>\n", sheet->out);
}

/* The whole in two sentences. */
static void put_verdict(const struct sheet *sheet) {
    static const char *const words[] = {
        [EHC_IN_TIME] = "Nothing is late.",
        [EHC_IN_DISPUTE] = "Disputed:",
        [EHC_SOMETHING_LATE] = "Late:",
        [EHC_CANNOT_SAY] = "A fact is missing.",
    };
    enum ehc_result result = sheet->judgement->result;
    char text[EHC_WORDS];
    fprintf(sheet->out, "<p class=\"verdict%s\"><strong>%s</strong> ", result == EHC_SOMETHING_LATE ? " bad" : "",
            words[result]);
    if (result == EHC_SOMETHING_LATE) {
        words_late_steps(sheet->judgement, text);
        html_text(sheet->out, text);
        if (is_anything_late_now(sheet->judgement))
            fputs(".", sheet->out);
        else
            fprintf(sheet->out, ". W%s.", words_late_over(sheet->judgement) + 1);
    }
    if (result == EHC_IN_DISPUTE) {
        words_disputed_steps(sheet->judgement, text);
        html_text(sheet->out, text);
        fputs(".", sheet->out);
    }
    fputs("</p>\n", sheet->out);
}

/* ---- the steps ---- */

static void begin_cell(const struct sheet *sheet, const char *name) {
    fprintf(sheet->out, "<td role=\"cell\"><span class=\"name\">%s: </span>", name);
}

/* On paper the table leaves out the weekday, so that a row is a line. */
static void put_day(const struct sheet *sheet, const char *name, ehc_day day, const char *instead) {
    char date[EHC_DAY_TEXT];
    begin_cell(sheet, name);
    if (day == EHC_NO_DAY)
        fprintf(sheet->out, "%s</td>", instead);
    else
        fprintf(sheet->out, "<span class=\"weekday\">%s </span>%s</td>", ehc_weekday_name(ehc_weekday(day)),
                ehc_day_format_short(day, date));
}

static void put_step(const struct sheet *sheet, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    FILE *out = sheet->out;
    char text[EHC_WORDS];
    words_short_title(deadline, text);
    fputs("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><bdi>", out);
    html_text(out, text);
    fputs("</bdi></th>", out);
    begin_cell(sheet, "Who");
    html_text(out, words_who_acts(deadline));
    fputs("</td>", out);
    begin_cell(sheet, "Law");
    if (deadline->own == NULL)
        html_link(out, deadline->limit->url, deadline->limit->provision);
    else
        html_text(out, words_law(deadline, text));
    fputs("</td>", out);
    put_day(sheet, "Due", deadline->due, "");
    put_day(sheet, "Done", judged->done ? deadline->act : EHC_NO_DAY,
            deadline->because == EHC_NO_ACT ? "not given" : "not done");
    begin_cell(sheet, "Result");
    words_outcome(sheet->judgement, judged, text);
    fprintf(out, "<span class=\"result%s\">%s</span>", judged->late ? " late" : "", words_label(judged));
    fputs(": ", out);
    html_text(out, text);
    if (words_or_on(deadline, text)) {
        fputs(". ", out);
        html_text(out, text);
    }
    fputs("</td></tr>\n", out);
}

static void put_steps(const struct sheet *sheet) {
    static const char *const columns[] = {"Step", "Who", "Law", "Due", "Done", "Result"};
    size_t count = 0;
    fputs("<h2 id=\"steps\">The steps</h2>\n", sheet->out);
    for (size_t i = 0; i < sheet->judgement->count; i++) {
        if (!html_shows(&sheet->judgement->deadlines[i]))
            continue;
        if (count++ == 0) {
            fputs("<table role=\"table\" aria-labelledby=\"steps\">\n<thead role=\"rowgroup\"><tr role=\"row\">",
                  sheet->out);
            for (size_t j = 0; j < sizeof columns / sizeof columns[0]; j++)
                fprintf(sheet->out, "<th scope=\"col\" role=\"columnheader\">%s</th>", columns[j]);
            fputs("</tr></thead>\n<tbody role=\"rowgroup\">\n", sheet->out);
        }
        put_step(sheet, &sheet->judgement->deadlines[i]);
    }
    if (count > 0)
        fputs("</tbody>\n</table>\n", sheet->out);
    else
        html_element(sheet->out, "p", "No step has begun.");
}

/* ---- exceptions ---- */

static void put_claims(const struct sheet *sheet, const struct ehc_judged *judged) {
    FILE *out = sheet->out;
    const struct ehc_law *law = sheet->judgement->law;
    char text[EHC_WORDS];
    fputs("<ul>\n", out);
    for (size_t i = 0; i < judged->exception_count; i++) {
        if (!judged->exceptions[i].is_answered)
            continue;
        fputs("<li><bdi>", out);
        html_text(out, words_claim(law, &judged->exceptions[i], text));
        fputs("</bdi><br><strong>", out);
        words_claim_answer(law, judged->deadline, &judged->exceptions[i], text);
        size_t verdict = strcspn(text, ":");
        fprintf(out, "%c%.*s", ascii_upper(text[0]), (int)verdict - 1, text + 1);
        fputs("</strong>", out);
        html_text(out, text + verdict);
        fprintf(out, "%s</li>\n", words_full_stop(text));
    }
    fputs("</ul>\n", out);
    html_element(out, "p", words_both_dates(judged->deadline, text));
    fputc('\n', out);
}

static bool has_claims(const struct ehc_judged *judged) {
    bool has = false;
    for (size_t i = 0; i < judged->exception_count; i++)
        has = has || judged->exceptions[i].is_answered;
    return has && html_shows(judged);
}

static void put_exceptions(const struct sheet *sheet) {
    bool any = false;
    fputs("<h2>Exceptions</h2>\n", sheet->out);
    for (size_t i = 0; i < sheet->judgement->count; i++) {
        const struct ehc_judged *judged = &sheet->judgement->deadlines[i];
        char text[EHC_WORDS], relaxation[EHC_WORDS];
        bool claims = has_claims(judged), relaxed = words_relaxation(judged, relaxation);
        if (!claims && !relaxed)
            continue;
        any = true;
        words_short_title(judged->deadline, text);
        html_element(sheet->out, "h3", text);
        if (claims)
            put_claims(sheet, judged);
        if (relaxed)
            html_element(sheet->out, "p", relaxation);
    }
    if (!any)
        html_element(sheet->out, "p", "None that concerns a step shown here as open or late.");
}

/* ---- what is next ---- */

static void put_item(const struct sheet *sheet, const char *label, const char *text) {
    fputs("<li><strong>", sheet->out);
    html_text(sheet->out, label);
    fputs(":</strong> ", sheet->out);
    html_text(sheet->out, text);
    fputs("</li>\n", sheet->out);
}

static void put_options(const struct sheet *sheet) {
    char text[EHC_WORDS];
    for (size_t i = 0; i < sheet->judgement->option_count; i++) {
        const struct ehc_option *option = &sheet->judgement->options[i];
        words_option(sheet->judgement, option, text);
        fputs("<li><strong>The family can:</strong> ", sheet->out);
        ascii_lower_first(text);
        html_text(sheet->out, text);
        fputs(" (", sheet->out);
        html_link(sheet->out, option->limit->url, option->limit->provision);
        fputs("). ", sheet->out);
        words_option_note(option, text);
        html_text(sheet->out, text);
        fputs("</li>\n", sheet->out);
    }
}

static void put_next(const struct sheet *sheet) {
    const struct ehc_judgement *judgement = sheet->judgement;
    char text[EHC_WORDS];
    fputs("<h2>What is next</h2>\n<ul>\n", sheet->out);
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        if (judged->if_late == NULL || judged->deadline->limit->for_family)
            continue;
        words_short_title(judged->deadline, text);
        put_item(sheet, text, judged->if_late);
    }
    if (words_own_past(judgement, text))
        put_item(sheet, "Past, of your own", text);
    for (size_t i = 0; i < judgement->count; i++)
        if (words_held_up(judgement, &judgement->deadlines[i], text))
            put_item(sheet, "Waiting for", text);
    for (size_t i = 0; i < judgement->missing_count; i++) {
        words_missing(judgement, &judgement->missing[i], text);
        put_item(sheet, "Cannot say", text);
    }
    words_next(judgement, text);
    put_item(sheet, "Next", text);
    put_options(sheet);
    fputs("</ul>\n", sheet->out);
}

/* ---- what it rests on, and what it leaves open ---- */

static void put_given(const struct sheet *sheet) {
    const struct ehc_judgement *judgement = sheet->judgement;
    char date[EHC_DAY_TEXT];
    if (judgement->event_count == 0)
        return;
    fputs("<h2>The dates this rests on</h2>\n<ul class=\"given\">\n", sheet->out);
    for (size_t i = 0; i < judgement->event_count; i++) {
        fputs("<li>", sheet->out);
        html_text(sheet->out, judgement->law->events[judgement->events[i].event].title);
        fprintf(sheet->out, ": %s</li>\n", words_event_date(judgement->law, &judgement->events[i], date));
    }
    fputs("</ul>\n", sheet->out);
}

static void put_not_decided(const struct sheet *sheet) {
    bool said[EHC_EXCEPTION_KINDS] = {false};
    fputs("<h2>What this does not decide</h2>\n<ul>\n", sheet->out);
    html_element(sheet->out, "li", "Whether the dates above are right: they are as they were given.");
    for (size_t i = 0; i < sheet->judgement->count; i++) {
        const struct ehc_judged *judged = &sheet->judgement->deadlines[i];
        for (size_t j = 0; has_claims(judged) && j < judged->exception_count; j++) {
            enum ehc_exception_kind kind = judged->exceptions[j].kind;
            if (judged->exceptions[j].answer == EHC_ANSWER_NO || !judged->exceptions[j].given || said[kind])
                continue;
            said[kind] = true;
            html_element(sheet->out, "li", sheet->judgement->law->kinds[kind].judge);
        }
    }
    fprintf(
        sheet->out,
        "<li>What follows from a delay. An exception sets no other date: it can only excuse a delay that it made hard to "
        "avoid. %s</li>",
        words_not_advice);
    fputs("</ul>\n", sheet->out);
}

void view_report_html(const struct ehc_judgement *judgement, FILE *out) {
    const struct sheet sheet = {out, judgement};
    char title[EHC_WORDS], date[EHC_DAY_TEXT];
    snprintf(title, sizeof title, "%.60s dates%s%.900s, as at %s", judgement->law->label,
             judgement->facts->reference != NULL ? ": " : "",
             judgement->facts->reference != NULL ? judgement->facts->reference : "",
             ehc_day_format_short(judgement->as_at, date));
    html_begin(out, title, style);
    put_head(&sheet);
    put_verdict(&sheet);
    html_drawing(out, judgement);
    put_steps(&sheet);
    put_exceptions(&sheet);
    put_next(&sheet);
    fputs("<div class=\"pair\">\n<section>\n", out);
    put_given(&sheet);
    fputs("</section>\n<section>\n", out);
    put_not_decided(&sheet);
    fputs("</section>\n</div>\n<p class=\"sign\"><span>Checked by</span><span>Date</span></p>\n", out);
    html_end(out);
}
