#include "figure_words.h"
#include "util/ascii.h"
#include "util/fill.h"
#include <stdlib.h>
#include <string.h>

const char *count_words(uint64_t count, char text[NUMBER_ROOM]) {
    char digits[NUMBER_ROOM];
    size_t length = (size_t)snprintf(digits, sizeof digits, "%llu", (unsigned long long)count), at = 0;
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            text[at++] = ',';
        text[at++] = digits[i];
    }
    text[at] = '\0';
    return text;
}

const char *tenths_words(int tenths, char text[NUMBER_ROOM]) {
    if (tenths < 0)
        snprintf(text, NUMBER_ROOM, "-");
    else
        snprintf(text, NUMBER_ROOM, "%d.%d", tenths / 10, tenths % 10);
    return text;
}

const char *percent_words(int tenths, char text[NUMBER_ROOM]) {
    if (tenths < 0)
        return tenths_words(tenths, text);
    snprintf(text, NUMBER_ROOM, "%d.%d%%", tenths / 10, tenths % 10);
    return text;
}

const char *rate_words(uint64_t part, uint64_t whole, char text[NUMBER_ROOM]) {
    return percent_words(ehc_rate(part, whole), text);
}

const char *weeks_words(int32_t days, char text[NUMBER_ROOM]) {
    return tenths_words(days < 0 ? -1 : ehc_tenths_of_week((uint64_t)days, 1), text);
}

int median_tenths(const struct ehc_figures *figures) {
    return figures->median_twice < 0 ? -1 : ehc_tenths_of_week((uint64_t)figures->median_twice, 2);
}

/* Fills in words of the law; each value may be NULL. */
static const char *fill(const char *words, const char *step, const char *period, const char *count, char text[EHC_WORDS]) {
    const struct fill_place places[] = {{"step", step}, {"period", period}, {"count", count}};
    return ehc_fill(words, places, sizeof places / sizeof places[0], text, EHC_WORDS);
}

const char *measure_title(const struct ehc_law *law, size_t measure, char text[EHC_WORDS]) {
    const struct ehc_measure *about = &law->caseload.measures[measure];
    const struct ehc_limit *limit = &law->limits[about->limit];
    char step[EHC_WORDS], period[EHC_WORDS];
    ascii_capital(limit->short_title, step, sizeof step);
    return fill(about->label, step, ehc_amount_words(limit, period), NULL, text);
}

const char *main_period(const struct ehc_law *law, char text[EHC_WORDS]) {
    return ehc_amount_words(&law->limits[law->caseload.measures[law->caseload.main.measure].limit], text);
}

const char *main_heading(const struct view_of_audit *view, char text[EHC_WORDS]) {
    const struct ehc_main_measure *about = &view->law->caseload.main;
    char many[EHC_WORDS];
    ascii_capital(about->many, many, sizeof many);
    if (view->result->year != 0)
        snprintf(text, EHC_WORDS, "%.200s %.200s in %d", many, about->done, view->result->year);
    else
        snprintf(text, EHC_WORDS, "%.200s %.200s, all years", many, about->done);
    return text;
}

const char *published_label(const struct view_of_audit *view, char text[EHC_WORDS]) {
    const struct ehc_publisher *publisher = &view->law->caseload.publisher;
    snprintf(text, EHC_WORDS, "%.200s in %d (%.200s)", publisher->of, view->result->year, publisher->by);
    return text;
}

const char *caseload_name(const struct view_of_audit *view) {
    const char *slash = strrchr(view->file, '/');
    return slash != NULL && slash[1] != '\0' ? slash + 1 : view->file;
}

const char *by_words(enum ehc_audit_by by) {
    static const char *const words[] = {"authority", "year", "month", "setting"};
    return words[by];
}

const char *group_name(const struct ehc_figures *figures) {
    return figures->name != NULL ? figures->name : "(not given)";
}

/* The first week of a band. */
static int band_start(const struct ehc_main_measure *about, size_t band) {
    return band > 0 ? about->band_weeks[band - 1] + 1 : 1;
}

const char *band_words(const struct ehc_main_measure *about, size_t band, char text[EHC_WORDS]) {
    if (band == about->band_count)
        snprintf(text, EHC_WORDS, "%s", about->beyond);
    else
        snprintf(text, EHC_WORDS, "%d to %d weeks over", band_start(about, band), about->band_weeks[band]);
    return text;
}

const char *band_key(const struct ehc_main_measure *about, size_t band, char text[NUMBER_ROOM]) {
    if (band == about->band_count)
        snprintf(text, NUMBER_ROOM, "over_more");
    else
        snprintf(text, NUMBER_ROOM, "over_%d_to_%d", band_start(about, band), about->band_weeks[band]);
    return text;
}

uint64_t late_count(const struct ehc_kept *kept) {
    return kept->done - kept->in_time - kept->disputed;
}

/* Whether a group has anything in it. */
static bool has_anything(const struct ehc_figures *figures) {
    for (int measure = 0; measure < EHC_MEASURES_MAX; measure++)
        if (figures->kept[measure].done + figures->kept[measure].overdue + figures->kept[measure].open > 0)
            return true;
    return figures->all.done > 0;
}

/* A share of fewer is too small to rank. */
static bool is_ranked(const struct ehc_figures *figures) {
    return figures->without.done >= RANKED_LEAST;
}

static int compare_names(const void *a, const void *b) {
    const struct ehc_figures *const *first = a, *const *second = b;
    return strcmp(group_name(*first), group_name(*second));
}

/* Compares shares as exact fractions. Groups that are not ranked come last, in order of name. */
static int compare_rates(const void *a, const void *b) {
    const struct ehc_figures *const *first = a, *const *second = b;
    const struct ehc_figures *one = *first, *other = *second;
    if (is_ranked(one) != is_ranked(other))
        return is_ranked(one) ? -1 : 1;
    if (!is_ranked(one))
        return compare_names(a, b);
    uint64_t left = one->without.in_time * other->without.done, right = other->without.in_time * one->without.done;
    if (left != right)
        return left > right ? -1 : 1;
    if (one->without.done != other->without.done)
        return one->without.done > other->without.done ? -1 : 1;
    return strcmp(group_name(one), group_name(other));
}

enum group_order order_of(const struct ehc_audit_result *result) {
    size_t ranked = 0, all = 0;
    for (size_t i = 0; i < result->group_count; i++) {
        all += has_anything(result->groups[i]);
        ranked += is_ranked(result->groups[i]);
    }
    return ranked < 2 ? ORDER_BY_NAME : ranked < all ? ORDER_THEN_BY_NAME : ORDER_BY_SHARE;
}

const struct ehc_figures **ranked_groups(const struct ehc_audit_result *result, size_t *count) {
    const struct ehc_figures **groups = calloc(result->group_count + 1, sizeof(struct ehc_figures *));
    *count = 0;
    for (size_t i = 0; groups != NULL && i < result->group_count; i++)
        if (has_anything(result->groups[i]))
            groups[(*count)++] = result->groups[i];
    if (groups != NULL && result->by == EHC_BY_AUTHORITY)
        qsort(groups, *count, sizeof(struct ehc_figures *),
              order_of(result) == ORDER_BY_NAME ? compare_names : compare_rates);
    return groups;
}

const struct ehc_published *published_of(const struct view_of_audit *view) {
    return view->result->year != 0 ? ehc_published_of(view->law, view->result->year) : NULL;
}

static int rate_of(int in_time, int done) {
    return in_time >= 0 && done > 0 ? ehc_rate((uint64_t)in_time, (uint64_t)done) : -1;
}

int published_rate(const struct view_of_audit *view) {
    const struct ehc_published *published = published_of(view);
    int main = view->law->caseload.main.measure;
    return published != NULL ? rate_of(published->in_time[main], published->done[main]) : -1;
}

int published_rate_without(const struct view_of_audit *view) {
    const struct ehc_published *published = published_of(view);
    return published != NULL ? rate_of(published->in_time_without, published->done_without) : -1;
}

const char *rows_words(const struct view_of_audit *view, char text[EHC_WORDS]) {
    const struct ehc_audit_result *result = view->result;
    char rows[EHC_WORDS], bad[EHC_WORDS], date[EHC_DAY_TEXT];
    return ehc_sentence(text, EHC_WORDS, result->bad_rows > 0 ? "{rows}, as at {date}. {bad}" : "{rows}, as at {date}.",
                        "rows", counted(result->rows, "{count} row", "{count} rows", rows), "date",
                        ehc_day_format(result->as_at, date), "bad",
                        counted(result->bad_rows, "{count} row could not be used and is in no figure.",
                                "{count} rows could not be used and are in no figure.", bad),
                        NULL);
}

const char partial_words[] = "Partial: ehc stopped before the end of the file. These are not its figures.";

const char exception_words[] =
    "An exception that fits sets no new date. Whether it really made the limit impractical is for people to judge.";

/* ---- notes ---- */

/* A note in the words of the law; nothing if it has none. */
static void add_own_note(const struct view_of_audit *view, ehc_line *line, void *context, const char *words,
                         uint64_t count) {
    char text[EHC_WORDS], period[EHC_WORDS], number[NUMBER_ROOM];
    if (words != NULL)
        line(context, fill(words, NULL, main_period(view->law, period), count_words(count, number), text));
}

const char *counted(uint64_t count, const char *one, const char *many, char text[EHC_WORDS]) {
    char number[NUMBER_ROOM];
    return ehc_sentence(text, EHC_WORDS, count == 1 ? one : many, "count", count_words(count, number), NULL);
}

static void add_note(ehc_line *line, void *context, uint64_t count, const char *one, const char *many) {
    char text[EHC_WORDS];
    if (count > 0)
        line(context, counted(count, one, many, text));
}

static void add_main_notes(const struct view_of_audit *view, ehc_line *line, void *context) {
    const struct ehc_main_measure *about = &view->law->caseload.main;
    const struct ehc_figures *total = view->result->total;
    char text[EHC_WORDS], number[NUMBER_ROOM];
    add_own_note(view, line, context, about->how, 0);
    add_own_note(view, line, context, about->last_day, 0);
    if (total->on_last_day > 0)
        add_own_note(view, line, context, total->on_last_day == 1 ? about->on_last_day_one : about->on_last_day_many,
                     total->on_last_day);
    if (total->undated == 0)
        return;
    line(context,
         ehc_sentence(text, sizeof text,
                      total->undated == 1
                          ? "{count} {one} has no day of {start} to count from. It counts as {done} but not as in time."
                          : "{count} {many} have no day of {start} to count from. They count as {done} but not as in time.",
                      "count", count_words(total->undated, number), "one", about->one, "many", about->many, "start",
                      about->start, "done", about->done, NULL));
}

/* Whether the result has a measure with keys beside the main one. */
static bool has_other_measures(const struct view_of_audit *view) {
    const struct ehc_caseload *caseload = &view->law->caseload;
    for (size_t i = 0; i < caseload->measure_count; i++)
        if (view->result->has[i] && (int)i != caseload->main.measure && caseload->measures[i].keys.done != NULL)
            return true;
    return false;
}

void audit_notes(const struct view_of_audit *view, ehc_line *line, void *context) {
    const struct ehc_audit_result *result = view->result;
    char text[EHC_WORDS];
    if (result->has_main)
        add_main_notes(view, line, context);
    if (has_other_measures(view))
        line(context, result->year != 0 ? "Every other step belongs to the year in which it was done. If it is not done, it "
                                          "belongs to the year of its last day."
                                        : "Every other step belongs to the year in which it was done.");
    add_note(line, context, result->later, "{count} date is after the day of this audit: its step counts as not done yet.",
             "{count} dates are after the day of this audit: their steps count as not done yet.");
    add_note(line, context, result->empty_rows, "{count} empty row was ignored.", "{count} empty rows were ignored.");
    if (result->cut)
        line(context, "The file has more names than ehc keeps apart. The rest are counted together as '(all others)'.");
    const struct ehc_published *published = published_of(view);
    if (published != NULL && published->note != NULL) {
        snprintf(text, sizeof text, "%.100s, %d: %.800s", view->law->caseload.publisher.of, published->year,
                 published->note);
        line(context, text);
    }
}
