/* The drawing: a row for each step, on a scale of weeks. Places along are percentages and sizes are pixels, so that text
 * keeps its size on a phone and on paper alike. */
#include "html.h"
#include "words.h"
#include "wrap.h"
#include <string.h>

enum { WEEK = 7, AXIS = 30, ROW = 31, BAR_TOP = 16, BAR = 12, LABEL_COLUMNS = 46, LABELS_MOST = 10, AHEAD = 26 * WEEK };

struct scale {
    FILE *out;
    const struct ehc_judgement *judgement;
    ehc_day first, last;
    int top; /* of the row being drawn */
};

bool html_shows(const struct ehc_judged *judged) {
    return judged->deadline->status != EHC_NOT_NEEDED && judged->deadline->due != EHC_NO_DAY && judged->started &&
           !judged->said_already;
}

/* ---- the scale ---- */

static void reach(struct scale *scale, ehc_day day) {
    scale->first = day < scale->first ? day : scale->first;
    scale->last = day > scale->last ? day : scale->last;
}

static ehc_day start_of(const struct ehc_deadline *deadline) {
    return deadline->trigger != EHC_NO_DAY && deadline->trigger < deadline->due ? deadline->trigger : deadline->due;
}

/* Far ahead, only that there is a last day matters: the past should not shrink for it. False where there is nothing. */
static bool find_scale(struct scale *scale) {
    const struct ehc_judgement *judgement = scale->judgement;
    bool any = false;
    scale->first = INT32_MAX;
    scale->last = INT32_MIN;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        bool done = judgement->deadlines[i].done;
        if (!html_shows(&judgement->deadlines[i]))
            continue;
        any = true;
        reach(scale, start_of(deadline));
        if (deadline->due <= judgement->as_at + AHEAD || done)
            reach(scale, deadline->due);
        if (done)
            reach(scale, deadline->act);
        else
            reach(scale, judgement->as_at < deadline->due + AHEAD ? judgement->as_at : deadline->due + AHEAD);
    }
    if (any && scale->last < scale->first + 4 * WEEK)
        scale->last = scale->first + 4 * WEEK;
    return any;
}

static double place(const struct scale *scale, ehc_day day) {
    double along = 100.0 * (day - scale->first) / (scale->last - scale->first);
    return along < 0 ? 0 : along > 100 ? 100 : along;
}

/* ---- shapes ---- */

static void put_bar(const struct scale *scale, const char *class, ehc_day from, ehc_day to, int top, int height) {
    double start = place(scale, from), end = place(scale, to);
    fprintf(scale->out, "<rect class=\"%s\" x=\"%.2f%%\" y=\"%d\" width=\"%.2f%%\" height=\"%d\"/>", class, start, top,
            end - start, height);
}

static void put_mark(const struct scale *scale, const char *class, ehc_day day, int top, const char *path) {
    fprintf(scale->out, "<svg x=\"%.2f%%\" y=\"%d\" class=\"%s\"><path d=\"%s\"/></svg>", place(scale, day), top, class,
            path);
}

/* A label on one line. Where it does not fit, brackets at its end go first (the table has them), then the end itself. */
static void put_label(const struct scale *scale, char *text) {
    char cut[EHC_WORDS], *brackets = strrchr(text, '(');
    size_t columns;
    if (wrap_columns(text) > LABEL_COLUMNS && brackets != NULL && brackets > text && text[strlen(text) - 1] == ')')
        brackets[-1] = '\0';
    size_t bytes = wrap_that_fits(text, LABEL_COLUMNS, &columns);
    snprintf(cut, sizeof cut, "%.*s%s", (int)bytes, text, text[bytes] != '\0' ? "..." : "");
    fprintf(scale->out, "<text x=\"0\" y=\"%d\">", scale->top + 12);
    html_text(scale->out, cut);
    fputs("</text>", scale->out);
}

static void put_weeks(const struct scale *scale, int bottom) {
    int weeks = (scale->last - scale->first) / WEEK, step = 2;
    while (weeks / step > LABELS_MOST)
        step += step < 4 ? 2 : 4;
    for (int week = 0; week <= weeks; week += step) {
        double along = place(scale, scale->first + week * WEEK);
        fprintf(scale->out,
                "<line class=\"week\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"%d\" y2=\"%d\"/>"
                "<text class=\"number\" x=\"%.2f%%\" y=\"%d\">%d</text>",
                along, along, AXIS - 8, bottom, along, AXIS - 12, week);
    }
}

static void put_step(struct scale *scale, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    char text[EHC_WORDS], outcome[EHC_WORDS];
    int bar = scale->top + BAR_TOP;
    ehc_day end = judged->done ? deadline->act : scale->judgement->as_at;
    words_short_title(deadline, text);
    words_outcome(scale->judgement, judged, outcome);
    words_append(text, ": ");
    words_append(text, deadline->status == EHC_DISPUTED ? "disputed" : outcome);
    put_label(scale, text);
    put_bar(scale, "time", start_of(deadline), deadline->due, bar, BAR);
    bool ran_on = judged->done || deadline->status == EHC_OVERDUE || deadline->status == EHC_DISPUTED;
    if (end > deadline->due && ran_on)
        put_bar(scale, judged->late ? "late" : "past", deadline->due, end, bar, BAR);
    if (deadline->due <= scale->last)
        put_mark(scale, "limit", deadline->due, bar, "M0 -3V15");
    if (deadline->due > scale->last || (ran_on && end > scale->last))
        put_mark(scale, "more", scale->last, bar, "M1 1L8 6L1 11");
    if (judged->done)
        put_mark(scale, "done", deadline->act, bar, "M0 -1L7 6L0 13L-7 6Z");
    scale->top += ROW;
}

/* ---- closures and absences ---- */

struct band {
    struct ehc_span span;
    const char *what;
};

/* The `index`th band of the case; closures that touch are one. False where there is none: past the end, or in another. */
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

static bool meets(const struct scale *scale, struct ehc_span span) {
    return span.first <= scale->last && span.last >= scale->first;
}

static void put_band_rows(struct scale *scale) {
    struct band band;
    for (size_t i = 0; i < band_count(scale->judgement->facts); i++) {
        char text[EHC_WORDS], first[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
        if (!get_band(scale->judgement, i, &band) || !meets(scale, band.span))
            continue;
        snprintf(text, sizeof text, "%s %s to %s", band.what, ehc_day_format_short(band.span.first, first),
                 ehc_day_format_short(band.span.last, last));
        put_label(scale, text);
        put_bar(scale, "closed", band.span.first, band.span.last + 1, scale->top + BAR_TOP, BAR);
        scale->top += ROW;
    }
}

static void put_bands_behind(const struct scale *scale, int bottom) {
    struct band band;
    for (size_t i = 0; i < band_count(scale->judgement->facts); i++)
        if (get_band(scale->judgement, i, &band) && meets(scale, band.span))
            put_bar(scale, "behind", band.span.first, band.span.last + 1, AXIS - 8, bottom - AXIS + 8);
}

static size_t count_rows(const struct scale *scale) {
    size_t rows = 0;
    struct band band;
    for (size_t i = 0; i < scale->judgement->count; i++)
        rows += html_shows(&scale->judgement->deadlines[i]);
    for (size_t i = 0; i < band_count(scale->judgement->facts); i++)
        rows += get_band(scale->judgement, i, &band) && meets(scale, band.span);
    return rows;
}

/* ---- in words ---- */

static void put_description(const struct scale *scale) {
    const struct ehc_judgement *judgement = scale->judgement;
    char text[EHC_WORDS], verdict[EHC_WORDS], from[EHC_DAY_TEXT], due[EHC_DAY_TEXT];
    struct band band;
    fputs("<title id=\"drawing-title\">The steps on a scale of weeks</title><desc id=\"drawing-words\">", scale->out);
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        const struct ehc_deadline *deadline = judged->deadline;
        if (!html_shows(judged))
            continue;
        words_short_title(deadline, text);
        html_text(scale->out, text);
        words_verdict(judgement, judged, verdict);
        if (deadline->trigger != EHC_NO_DAY)
            fprintf(scale->out, ": from %s, last day %s, ", ehc_day_format_short(deadline->trigger, from),
                    ehc_day_format_short(deadline->due, due));
        else
            fprintf(scale->out, ": last day %s, ", ehc_day_format_short(deadline->due, due));
        html_text(scale->out, verdict);
        fputs(". ", scale->out);
    }
    for (size_t i = 0; i < band_count(judgement->facts); i++)
        if (get_band(judgement, i, &band))
            fprintf(scale->out, "%s: %s to %s. ", band.what, ehc_day_format_short(band.span.first, from),
                    ehc_day_format_short(band.span.last, due));
    fputs("</desc>", scale->out);
}

static void put_key(FILE *out) {
    static const struct {
        const char *shape, *words;
    } keys[] = {
        {"<rect class=\"time\" x=\"1\" y=\"3\" width=\"22\" height=\"10\"/>", "time allowed"},
        {"<svg x=\"12\" y=\"2\" class=\"limit\"><path d=\"M0 -1V14\"/></svg>", "last day"},
        {"<svg x=\"12\" y=\"2\" class=\"done\"><path d=\"M0 -1L7 6L0 13L-7 6Z\"/></svg>", "done"},
        {"<rect class=\"late\" x=\"1\" y=\"3\" width=\"22\" height=\"10\"/>", "late"},
        {"<rect class=\"past\" x=\"1\" y=\"3\" width=\"22\" height=\"10\"/>", "past, but not late in law"},
        {"<rect class=\"closed\" x=\"1\" y=\"3\" width=\"22\" height=\"10\"/>", "closed, away or claimed"},
        {"<svg x=\"12\" y=\"0\" class=\"today\"><path d=\"M0 0V16\"/></svg>", "day of this report"},
    };
    fputs("<ul class=\"key\">", out);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        fprintf(out, "<li><svg width=\"24\" height=\"16\" aria-hidden=\"true\">%s</svg> %s</li>", keys[i].shape,
                keys[i].words);
    fputs("</ul>", out);
}

void html_drawing(FILE *out, const struct ehc_judgement *judgement) {
    struct scale scale = {.out = out, .judgement = judgement, .top = AXIS};
    char date[EHC_DAY_TEXT];
    if (!find_scale(&scale))
        return;
    int bottom = AXIS + ROW * (int)count_rows(&scale);
    fputs("<h2>The weeks</h2>\n<figure>\n", out);
    fprintf(out, "<p class=\"small\">Weeks since %s. The table of steps says the same in words.</p>\n",
            ehc_day_format(scale.first, date));
    fprintf(out,
            "<svg class=\"drawing\" width=\"100%%\" height=\"%d\" role=\"img\" aria-labelledby=\"drawing-title\" "
            "aria-describedby=\"drawing-words\">",
            bottom + 2);
    put_description(&scale);
    fputs("<defs><pattern id=\"late-lines\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
          "<path d=\"M-1 7L7 -1M-1 1L1 -1M5 7L7 5\"/></pattern>"
          "<pattern id=\"closed-dots\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
          "<circle cx=\"2.5\" cy=\"2.5\" r=\"1.2\"/></pattern></defs>",
          out);
    put_bands_behind(&scale, bottom);
    put_weeks(&scale, bottom);
    if (judgement->as_at >= scale.first && judgement->as_at <= scale.last)
        fprintf(out, "<line class=\"today\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"%d\" y2=\"%d\"/>",
                place(&scale, judgement->as_at), place(&scale, judgement->as_at), AXIS - 8, bottom);
    for (size_t i = 0; i < judgement->count; i++)
        if (html_shows(&judgement->deadlines[i]))
            put_step(&scale, &judgement->deadlines[i]);
    put_band_rows(&scale);
    fputs("</svg>\n<figcaption>", out);
    put_key(out);
    fputs("</figcaption>\n</figure>\n", out);
}
