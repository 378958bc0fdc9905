/* A drawing of a history on a scale of years: a row for each group with a step that is late, disputed or open, and one row
 * for all groups of a route that are in order. */
#include "html.h"
#include "report.h"
#include "scale.h"
#include "util/fill.h"
#include "words.h"

enum { MONTH = 31, AHEAD = 26 * 7 };

struct years {
    struct scale scale;
    const struct ehc_judgement *judgement;
};

static const struct ehc_group *group_at(const struct years *years, size_t group) {
    return &years->judgement->groups[group];
}

/* ---- the span of a group ---- */

/* The day on which the next group of the same route began; INT32_MAX if there is none. */
static ehc_day next_of(const struct years *years, size_t group) {
    for (size_t i = group + 1; i < years->judgement->group_count; i++)
        if (group_at(years, i)->route == group_at(years, group)->route && group_at(years, i)->day != EHC_NO_DAY)
            return group_at(years, i)->day;
    return INT32_MAX;
}

/* A group lasts until its last step that is done before the next group begins, or is open. */
static struct ehc_span span_of(const struct years *years, size_t group) {
    const struct ehc_judgement *judgement = years->judgement;
    ehc_day next = next_of(years, group), as_at = judgement->as_at;
    struct ehc_span span = {group_at(years, group)->day, group_at(years, group)->day};
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        ehc_day end = judged->done ? judged->deadline->act : judged->deadline->due;
        if (judged->group != group || !report_shows(judged) || (!judged->done && !judged->open) || end >= next)
            continue;
        end = end > as_at + AHEAD ? as_at + AHEAD : end;
        span.last = end > span.last ? end : span.last;
    }
    return span;
}

static bool draws(const struct years *years, size_t group) {
    return group_at(years, group)->day != EHC_NO_DAY && report_shows_group(years->judgement, group);
}

static void find_scale(struct years *years) {
    for (size_t i = 0; i < years->judgement->group_count; i++) {
        struct ehc_span span = span_of(years, i);
        if (!draws(years, i))
            continue;
        scale_reach(&years->scale, span.first);
        scale_reach(&years->scale, span.last);
    }
    if (scale_is_empty(&years->scale))
        return;
    scale_reach(&years->scale, years->judgement->as_at);
    scale_reach_at_least(&years->scale, MONTH);
}

/* ---- rows ---- */

static void put_bars(const struct years *years, size_t group) {
    const struct ehc_judgement *judgement = years->judgement;
    struct ehc_span span = span_of(years, group);
    scale_bar(&years->scale, "time", span.first, span.last);
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        const struct ehc_deadline *deadline = judged->deadline;
        if (judged->group != group || !judged->late || !report_shows(judged))
            continue;
        ehc_day end = judged->done                         ? deadline->act
                      : deadline->superseded != EHC_NO_DAY ? deadline->superseded
                                                           : judgement->as_at;
        scale_bar(&years->scale, "late", deadline->due, end);
    }
    scale_mark(&years->scale, "begun", span.first, "M0 0L8 6L0 12Z");
}

/* "Final plan 35 days late (5 weeks)"; "Next review due 25 November 2026"; "Appeal to Tribunal, last day 20 April 2026". */
static void add_step(const struct ehc_judged *judged, char text[EHC_WORDS]) {
    char step[EHC_WORDS], late[EHC_WORDS], date[EHC_DAY_TEXT];
    words_short_title(judged->deadline, step);
    words_append(text, text[0] != '\0' ? "; " : "");
    if (judged->late)
        ehc_sentence_add(text, EHC_WORDS, "{step} {late}", "step", step, "late", words_lateness(judged->deadline, late),
                         NULL);
    else if (judged->disputed)
        ehc_sentence_add(text, EHC_WORDS, "{step} disputed", "step", step, NULL);
    else
        ehc_sentence_add(text, EHC_WORDS,
                         judged->deadline->limit->for_family ? "{step}, last day {date}" : "{step} due {date}", "step", step,
                         "date", ehc_day_format_short(judged->last, date), NULL);
}

/* The steps of a group that are late, disputed or open; if there are none, the label of the group. */
static void write_result(const struct ehc_judgement *judgement, size_t group, char text[EHC_WORDS]) {
    const char *label;
    char words[EHC_WORDS];
    text[0] = '\0';
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        if (judged->group == group && report_shows(judged) && (judged->late || judged->disputed || judged->open))
            add_step(judged, text);
    }
    if (text[0] != '\0')
        return;
    words_quiet(judgement, group, &label, words);
    ehc_sentence(text, EHC_WORDS, words[0] != '\0' ? "{label}, {words}" : "{label}", "label", label, "words", words, NULL);
}

static void put_group(const struct years *years, size_t group) {
    char text[EHC_WORDS], round[EHC_WORDS], result[EHC_WORDS];
    write_result(years->judgement, group, result);
    ehc_sentence(text, sizeof text, "{round}: {result}", "round",
                 ehc_group_words(years->judgement->law, group_at(years, group), round), "result", result, NULL);
    scale_begin_row(&years->scale, text);
    put_bars(years, group);
    scale_end_row(&years->scale);
}

static bool is_in_order(const struct years *years, size_t group) {
    return group_at(years, group)->is_quiet && draws(years, group);
}

/* The groups of a route that are over and in order, from the first on: "Review of the plan, in order: meeting of ...". */
static void put_all_in_order(const struct years *years, size_t first) {
    const struct ehc_judgement *judgement = years->judgement;
    int route = group_at(years, first)->route;
    char text[EHC_WORDS], words[EHC_WORDS];
    snprintf(text, sizeof text, "%s, in order: ", judgement->law->routes[route].title);
    for (size_t i = first; i < judgement->group_count; i++) {
        if (group_at(years, i)->route != route || !is_in_order(years, i))
            continue;
        words_append(text, i > first ? "; " : "");
        words_append(text, ehc_round_words(judgement->law, group_at(years, i), words));
    }
    scale_begin_row(&years->scale, text);
    for (size_t i = first; i < judgement->group_count; i++)
        if (group_at(years, i)->route == route && is_in_order(years, i))
            put_bars(years, i);
    scale_end_row(&years->scale);
}

static bool is_first_in_order(const struct years *years, size_t group) {
    for (size_t i = 0; i < group; i++)
        if (group_at(years, i)->route == group_at(years, group)->route && is_in_order(years, i))
            return false;
    return true;
}

/* ---- the drawing ---- */

static void put_description(const struct years *years) {
    char words[EHC_WORDS];
    for (size_t i = 0; i < years->judgement->group_count; i++) {
        if (!draws(years, i))
            continue;
        html_text(years->scale.out, ehc_group_words(years->judgement->law, group_at(years, i), words));
        fputs(": ", years->scale.out);
        write_result(years->judgement, i, words);
        html_text(years->scale.out, words);
        fputs(". ", years->scale.out);
    }
}

void report_years(FILE *out, const struct ehc_judgement *judgement) {
    struct years years = {scale_new(out, 1), judgement};
    find_scale(&years);
    if (scale_is_empty(&years.scale))
        return;
    fputs("<h2>The years</h2>\n<figure>\n", out);
    scale_begin(&years.scale, "What happened, on a scale of years");
    put_description(&years);
    scale_begin_rows(&years.scale, true, judgement->as_at, NULL, NULL);
    for (size_t i = 0; i < judgement->group_count; i++) {
        if (is_in_order(&years, i) && is_first_in_order(&years, i))
            put_all_in_order(&years, i);
        else if (draws(&years, i) && !is_in_order(&years, i))
            put_group(&years, i);
    }
    scale_end(&years.scale);
    fputs("</figure>\n", out);
    scale_key(out, true);
}
