/* A drawing of the steps on a scale of weeks: a row for each. */
#include "html.h"
#include "report.h"
#include "scale.h"
#include "util/fill.h"
#include "words.h"

enum { WEEK = 7, AHEAD = 26 * WEEK };

struct weeks {
    struct scale scale;
    const struct ehc_judgement *judgement;
    int group; /* draws this group only; EHC_NONE: all groups */
};

bool report_shows(const struct ehc_judged *judged) {
    return judged->deadline->status != EHC_NOT_NEEDED && judged->deadline->due != EHC_NO_DAY && judged->started &&
           !judged->said_already && judged->deadline->because != EHC_NOT_SAID;
}

/* A step that comes a year after its group would make the scale too small for the others. */
static bool draws(const struct weeks *weeks, const struct ehc_judged *judged) {
    if (weeks->group == EHC_NONE)
        return report_shows(judged);
    return report_shows(judged) && judged->group == (size_t)weeks->group &&
           (judged->late || judged->disputed || !words_comes_after(weeks->judgement->law, judged));
}

/* ---- the scale ---- */

static ehc_day start_of(const struct ehc_deadline *deadline) {
    return deadline->trigger != EHC_NO_DAY && deadline->trigger < deadline->due ? deadline->trigger : deadline->due;
}

/* The day on which a step was done, or was ended; else the day of the report. */
static ehc_day end_of(const struct weeks *weeks, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    if (judged->done)
        return deadline->act;
    return deadline->superseded != EHC_NO_DAY ? deadline->superseded : weeks->judgement->as_at;
}

/* The scale ends AHEAD after today: a last day far ahead would make the past too small to see. */
static void find_scale(struct weeks *weeks) {
    struct scale *scale = &weeks->scale;
    ehc_day as_at = weeks->judgement->as_at;
    for (size_t i = 0; i < weeks->judgement->count; i++) {
        const struct ehc_judged *judged = &weeks->judgement->deadlines[i];
        ehc_day due = judged->deadline->due, end = end_of(weeks, judged);
        if (!draws(weeks, judged))
            continue;
        scale_reach(scale, start_of(judged->deadline));
        if (due <= as_at + AHEAD || judged->done)
            scale_reach(scale, due);
        scale_reach(scale, judged->done || end < due + AHEAD ? end : due + AHEAD);
    }
    if (!scale_is_empty(scale))
        scale_reach_at_least(scale, 4 * WEEK);
}

/* ---- steps ---- */

static void put_step(const struct weeks *weeks, const struct ehc_judged *judged) {
    const struct scale *scale = &weeks->scale;
    const struct ehc_deadline *deadline = judged->deadline;
    char text[EHC_WORDS], title[EHC_WORDS], outcome[EHC_WORDS];
    ehc_day end = end_of(weeks, judged);
    words_short_title(deadline, title);
    words_outcome(weeks->judgement, judged, outcome);
    ehc_sentence(text, sizeof text, "{step}: {outcome}", "step", title, "outcome", outcome, NULL);
    scale_begin_row(scale, text);
    scale_bar(scale, "time", start_of(deadline), deadline->due);
    bool ran_on =
        judged->done || deadline->status == EHC_OVERDUE || deadline->status == EHC_LATE || deadline->status == EHC_DISPUTED;
    if (end > deadline->due && ran_on)
        scale_bar(scale, judged->late ? "late" : "past", deadline->due, end);
    if (deadline->due <= scale->last)
        scale_mark(scale, "limit", deadline->due, "M0 -3V15");
    if (deadline->due > scale->last || (ran_on && end > scale->last))
        scale_mark(scale, "more", scale->last, "M1 1L8 6L1 11");
    if (judged->done)
        scale_mark(scale, "done", deadline->act, "M0 -1L7 6L0 13L-7 6Z");
    scale_end_row(scale);
}

/* ---- closures and absences ---- */

struct band {
    struct ehc_span span;
    const char *what;
};

/* The band at an index. False if there is none: past the end, or a closure that belongs to the band of one before it. */
static bool get_band(const struct ehc_judgement *judgement, size_t index, struct band *band) {
    const struct ehc_case *facts = judgement->facts;
    size_t first_of_run = index;
    if (index < facts->closure_count) {
        *band = (struct band){ehc_closure_run(facts, index, &first_of_run), "Closed"};
        return first_of_run == index;
    }
    index -= facts->closure_count;
    if (index < facts->absence_count) {
        *band = (struct band){facts->absence[index].span, "Away"};
        return true;
    }
    index -= facts->absence_count;
    *band = (struct band){facts->exceptional[index].span,
                          facts->exceptional[index].is_unclaimed ? "Circumstances" : "Circumstances claimed"};
    return true;
}

static size_t band_count(const struct ehc_case *facts) {
    return facts->closure_count + facts->absence_count + facts->exceptional_count;
}

/* "Closed 27 March 2026 to 13 April 2026" */
static void write_band(const struct band *band, char text[EHC_WORDS]) {
    char first[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
    snprintf(text, EHC_WORDS, "%s %s to %s", band->what, ehc_day_format_short(band->span.first, first),
             ehc_day_format_short(band->span.last, last));
}

static void put_band_rows(const struct weeks *weeks) {
    struct band band;
    for (size_t i = 0; i < band_count(weeks->judgement->facts); i++) {
        char text[EHC_WORDS];
        if (!get_band(weeks->judgement, i, &band) || !scale_meets(&weeks->scale, band.span))
            continue;
        write_band(&band, text);
        scale_begin_row(&weeks->scale, text);
        scale_bar(&weeks->scale, "closed", band.span.first, band.span.last + 1);
        scale_end_row(&weeks->scale);
    }
}

static void put_bands_behind(const struct scale *scale, const void *judgement) {
    struct band band;
    for (size_t i = 0; i < band_count(((const struct ehc_judgement *)judgement)->facts); i++)
        if (get_band(judgement, i, &band) && scale_meets(scale, band.span))
            scale_bar(scale, "behind", band.span.first, band.span.last + 1);
}

/* ---- in words ---- */

static void put_description(const struct weeks *weeks) {
    const struct ehc_judgement *judgement = weeks->judgement;
    FILE *out = weeks->scale.out;
    char text[EHC_WORDS], title[EHC_WORDS], verdict[EHC_WORDS], from[EHC_DAY_TEXT], due[EHC_DAY_TEXT];
    struct band band;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        const struct ehc_deadline *deadline = judged->deadline;
        if (!draws(weeks, judged))
            continue;
        words_short_title(deadline, title);
        words_verdict(judgement, judged, verdict);
        ehc_sentence(text, sizeof text,
                     deadline->trigger != EHC_NO_DAY ? "{step}: from {from}, last day {due}, {verdict}. "
                                                     : "{step}: last day {due}, {verdict}. ",
                     "step", title, "from",
                     deadline->trigger != EHC_NO_DAY ? ehc_day_format_short(deadline->trigger, from) : "", "due",
                     ehc_day_format_short(deadline->due, due), "verdict", verdict, NULL);
        html_text(out, text);
    }
    for (size_t i = 0; i < band_count(judgement->facts); i++) {
        if (!get_band(judgement, i, &band) || !scale_meets(&weeks->scale, band.span))
            continue;
        write_band(&band, text);
        fprintf(out, "%s. ", text);
    }
}

/* ---- drawings ---- */

/* False if there is nothing to draw. */
static bool put_drawing(FILE *out, const struct ehc_judgement *judgement, int group, int number) {
    struct weeks weeks = {scale_new(out, number), judgement, group};
    char date[EHC_DAY_TEXT], heading[EHC_WORDS];
    find_scale(&weeks);
    if (scale_is_empty(&weeks.scale))
        return false;
    fputs("<figure>\n", out);
    if (group != EHC_NONE)
        html_element(out, "h3", ehc_group_words(judgement->law, &judgement->groups[group], heading));
    fprintf(out, "<p class=\"small\">Weeks since %s.%s</p>\n", ehc_day_format(weeks.scale.first, date),
            group == EHC_NONE ? " The table of steps says the same in words." : "");
    scale_begin(&weeks.scale, "The steps on a scale of weeks");
    put_description(&weeks);
    scale_begin_rows(&weeks.scale, false, judgement->as_at, put_bands_behind, judgement);
    for (size_t i = 0; i < judgement->count; i++)
        if (draws(&weeks, &judgement->deadlines[i]))
            put_step(&weeks, &judgement->deadlines[i]);
    put_band_rows(&weeks);
    scale_end(&weeks.scale);
    fputs("</figure>\n", out);
    return true;
}

/* Whether a group has a step that is late, disputed or due. */
static bool is_worth_drawing(const struct ehc_judgement *judgement, size_t group) {
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        if (judged->group == group && report_shows(judged) &&
            (judged->late || judged->disputed || (judged->open && judged->deadline->status == EHC_DUE)))
            return true;
    }
    return false;
}

void report_weeks(FILE *out, const struct ehc_judgement *judgement) {
    int number = judgement->has_history ? 2 : 1; /* the drawing of the years is the first */
    bool any = false;
    fputs("<h2>The weeks</h2>\n", out);
    if (!judgement->has_history)
        any = put_drawing(out, judgement, EHC_NONE, number);
    for (size_t i = 0; judgement->has_history && i < judgement->group_count; i++)
        if (is_worth_drawing(judgement, i))
            any = put_drawing(out, judgement, (int)i, number++) || any;
    if (any)
        scale_key(out, false);
    else
        html_element(out, "p", judgement->has_history ? "No step is late or open." : "No step has begun.");
}
