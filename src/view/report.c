/* A case on one printed page: each step beside its limit in law, and what to do next. */
#include "report.h"
#include "html.h"
#include "scale.h"
#include "util/ascii.h"
#include "words.h"
#include <string.h>

static const char style[] =
    ".facts{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.5rem 0}"
    ".facts dt{font-weight:600}.facts dd{margin:0}"
    ".verdict{border:2px solid #24435c;border-left-width:.6rem;padding:.5rem .75rem;margin:.8rem 0;font-size:1.0625rem}"
    ".verdict.bad{border-color:#8a1c1c}"
    ".given{columns:18rem;column-gap:2rem;font-size:.9375rem}.given li{break-inside:avoid;margin:0 0 .2rem}"
    ".sign{display:none}"
    "@media print{.sign{display:flex;gap:2rem;margin-top:1.1rem}.sign span{flex:1;border-top:1px solid #1a1a1a;"
    "padding-top:.2rem}.verdict{margin:.4rem 0;padding:.3rem .6rem}.facts{margin:.2rem 0;grid-template-columns:max-content "
    "1fr max-content 1fr}"
    ".given li{display:inline}.given li:not(:last-child)::after{content:\";\"}.given{columns:auto;padding:0}"
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem}}";

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
    put_fact(sheet, "Law", words_law_as_at(judgement->law, law));
    fputs("</dl>\n", sheet->out);
}

/* The result in one or two sentences. */
static void put_verdict(const struct sheet *sheet) {
    static const char *const words[] = {
        [EHC_IN_TIME] = "Nothing is late.",
        [EHC_IN_DISPUTE] = "Disputed:",
        [EHC_SOMETHING_LATE] = "Late:",
        [EHC_CANNOT_SAY] = "A fact is missing.",
    };
    enum ehc_result result = sheet->judgement->result;
    char text[EHC_WORDS] = "";
    fprintf(sheet->out, "<p class=\"verdict%s\"><strong>%s</strong> ", result == EHC_SOMETHING_LATE ? " bad" : "",
            words[result]);
    if (result == EHC_SOMETHING_LATE)
        words_late_steps(sheet->judgement, text);
    else if (result == EHC_IN_DISPUTE)
        words_disputed_steps(sheet->judgement, text);
    html_text(sheet->out, text);
    fputs(text[0] != '\0' ? "." : "", sheet->out);
    if (result == EHC_SOMETHING_LATE && !words_is_late_now(sheet->judgement))
        fprintf(sheet->out, " %s.", words_late_over(sheet->judgement));
    fputs("</p>\n", sheet->out);
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
        ascii_upper_first(text);
        size_t verdict = strcspn(text, ":");
        fprintf(out, "%.*s", (int)verdict, text);
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
    return has && report_shows(judged);
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
        html_element(sheet->out, "p", "No exception concerns a step shown here as open or late.");
}

/* ---- last days that others give ---- */

static void put_said(const struct sheet *sheet) {
    const struct ehc_judgement *judgement = sheet->judgement;
    char text[EHC_WORDS];
    bool headed = false;
    for (size_t i = 0; i < judgement->count; i++)
        for (size_t j = 0; j < judgement->deadlines[i].said_count; j++) {
            if (!headed)
                fprintf(sheet->out, "<h2>%s</h2>\n<ul>\n", words_said_heading);
            headed = true;
            fputs("<li><bdi>", sheet->out);
            words_they_say_of(judgement, &judgement->deadlines[i], j, text);
            html_text(sheet->out, text);
            fputs("</bdi><br>", sheet->out);
            words_said(judgement, &judgement->deadlines[i], j, text);
            html_text(sheet->out, text);
            fputs("</li>\n", sheet->out);
        }
    fputs(headed ? "</ul>\n" : "", sheet->out);
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
        words_option_note(sheet->judgement, option, text);
        html_text(sheet->out, text);
        fputs("</li>\n", sheet->out);
    }
}

static void put_next(const struct sheet *sheet) {
    const struct ehc_judgement *judgement = sheet->judgement;
    char text[EHC_WORDS];
    const char *label;
    fputs("<h2>What is next</h2>\n<ul>\n", sheet->out);
    for (size_t at = 0, i; words_next_to_do(judgement, &at, &i);)
        if (words_what_to_do_for(judgement, i, false, text))
            put_item(sheet, text, judgement->deadlines[i].if_late);
    if (words_own_past(judgement, text))
        put_item(sheet, "Your own dates, past", text);
    for (size_t i = 0; i < judgement->count; i++)
        if (words_held_up(judgement, &judgement->deadlines[i], text))
            put_item(sheet, "Waiting for", text);
    for (size_t i = 0; i < judgement->missing_count; i++)
        if (words_missing_once(judgement, i, &label, text))
            put_item(sheet, label, text);
    for (size_t i = 0; i < judgement->ignored_count; i++)
        put_item(sheet, "Please check", ehc_ignored_words(judgement->law, &judgement->ignored[i], text));
    words_next(judgement, text);
    put_item(sheet, "Next", text);
    put_options(sheet);
    fputs("</ul>\n", sheet->out);
}

/* ---- the dates that were given, and what stays open ---- */

static bool is_given_before(const struct ehc_judgement *judgement, size_t event) {
    for (size_t i = 0; i < event; i++)
        if (judgement->events[i].event == judgement->events[event].event)
            return true;
    return false;
}

/* Each event has one line, with all its days. */
static void put_given(const struct sheet *sheet) {
    const struct ehc_judgement *judgement = sheet->judgement;
    char date[EHC_DAY_TEXT];
    if (judgement->event_count == 0)
        return;
    fputs("<h2>The dates that this report uses</h2>\n<ul class=\"given\">\n", sheet->out);
    for (size_t i = 0; i < judgement->event_count; i++) {
        if (is_given_before(judgement, i))
            continue;
        fputs("<li>", sheet->out);
        html_text(sheet->out, judgement->law->events[judgement->events[i].event].title);
        fprintf(sheet->out, ": %s", words_event_date(judgement->law, &judgement->events[i], date));
        for (size_t j = i + 1; j < judgement->event_count; j++)
            if (judgement->events[j].event == judgement->events[i].event)
                fprintf(sheet->out, ", %s", words_event_date(judgement->law, &judgement->events[j], date));
        fputs("</li>\n", sheet->out);
    }
    fputs("</ul>\n", sheet->out);
}

static void put_not_decided(const struct sheet *sheet) {
    bool said[EHC_EXCEPTION_KINDS] = {false};
    fputs("<h2>What this does not decide</h2>\n<ul>\n", sheet->out);
    html_element(sheet->out, "li", "Whether the dates above are right: ehc uses them as they were given.");
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
    fprintf(sheet->out,
            "<li>What follows from a delay. An exception sets no other date. It can excuse a delay only while it makes the "
            "limit impractical to keep. %s</li>",
            words_not_advice);
    fputs("</ul>\n", sheet->out);
}

void view_report_html(const struct ehc_judgement *judgement, FILE *out) {
    const struct sheet sheet = {out, judgement};
    const char *const styles[] = {scale_style, report_steps_style, style, NULL};
    char title[EHC_WORDS], date[EHC_DAY_TEXT];
    snprintf(title, sizeof title, "%.60s dates%s%.900s, as at %s", judgement->law->label,
             judgement->facts->reference != NULL ? ": " : "",
             judgement->facts->reference != NULL ? judgement->facts->reference : "",
             ehc_day_format_short(judgement->as_at, date));
    html_begin(out, title, styles);
    put_head(&sheet);
    put_verdict(&sheet);
    if (judgement->has_history)
        report_years(out, judgement);
    report_weeks(out, judgement);
    report_steps(out, judgement);
    put_exceptions(&sheet);
    put_said(&sheet);
    put_next(&sheet);
    fputs("<div class=\"pair\">\n<section>\n", out);
    put_given(&sheet);
    fputs("</section>\n<section>\n", out);
    put_not_decided(&sheet);
    fputs("</section>\n</div>\n<p class=\"sign\"><span>Checked by</span><span>Date</span></p>\n", out);
    html_end(out);
}
