/* The figures of a caseload as text: first the plans, then the other steps, then each authority. */
#include "figure_words.h"
#include "util/fill.h"
#include "view/words.h"
#include "view/wrap.h"
#include <stdlib.h>
#include <string.h>

enum { LABEL = 38, COLUMN = 8, LINE_ROOM = 200 };

static void put_heading(const struct page *page, const char *text) {
    putc('\n', page->out);
    wrap_text(page, 0, 2, HEADING, text);
}

/* Adds a number at the right edge of its column. */
static void add_cell(char line[LINE_ROOM], const char *text, size_t width) {
    size_t at = strlen(line), columns = wrap_columns(text);
    snprintf(line + at, LINE_ROOM - at, "%*s%.100s", (int)(columns < width ? width - columns : 1), "", text);
}

static void put_row(const struct page *page, const char *label, const char *line) {
    char text[EHC_WORDS];
    snprintf(text, sizeof text, "  %.300s", label);
    if (wrap_columns(text) > LABEL) {
        wrap_text(page, 0, 4, PLAIN, text);
        text[0] = '\0';
    }
    wrap_labelled(page, LABEL, text, line);
}

static void put_main_rows(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_main_measure *about = &view->law->caseload.main;
    const struct ehc_figures *total = view->result->total;
    int rate = published_rate(view), rate_without = published_rate_without(view);
    char line[LINE_ROOM] = "", number[NUMBER_ROOM], label[EHC_WORDS], period[EHC_WORDS];
    snprintf(label, sizeof label, "all %s", about->many);
    add_cell(line, label, 18);
    add_cell(line, "without exceptions", 22);
    put_row(page, "", line);
    line[0] = '\0';
    add_cell(line, count_words(total->all.done, number), 10);
    add_cell(line, count_words(total->without.done, number), 8 + 14);
    put_row(page, about->done, line);
    line[0] = '\0';
    add_cell(line, count_words(total->all.in_time, number), 10);
    add_cell(line, rate_words(total->all.in_time, total->all.done, number), 8);
    add_cell(line, count_words(total->without.in_time, number), 14);
    add_cell(line, rate_words(total->without.in_time, total->without.done, number), 8);
    snprintf(label, sizeof label, "in %s", main_period(view->law, period));
    put_row(page, label, line);
    if (rate < 0 || rate_without < 0)
        return;
    line[0] = '\0';
    add_cell(line, percent_words(rate, number), 18);
    add_cell(line, percent_words(rate_without, number), 22);
    put_row(page, published_label(view, label), line);
}

static void put_weeks(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_figures *total = view->result->total;
    const struct ehc_caseload *caseload = &view->law->caseload;
    const struct ehc_published *published = published_of(view);
    char text[EHC_WORDS], label[EHC_WORDS], mean[NUMBER_ROOM], median[NUMBER_ROOM], p90[NUMBER_ROOM], longest[NUMBER_ROOM];
    if (total->dated == 0)
        return;
    snprintf(text, sizeof text, "mean %s, half within %s, 9 in 10 within %s, longest %s",
             tenths_words(ehc_tenths_of_week(total->total_days, total->dated), mean),
             tenths_words(median_tenths(total), median), weeks_words(total->p90_days, p90),
             weeks_words(total->longest_days, longest));
    snprintf(label, sizeof label, "weeks from %.100s to %.100s", caseload->main.start, caseload->main.one);
    put_row(page, label, text);
    if (published == NULL || published->mean_tenths == EHC_NOT_PUBLISHED)
        return;
    snprintf(text, sizeof text, "mean %s", tenths_words(published->mean_tenths, mean));
    snprintf(label, sizeof label, "the same for %.100s (%.100s)", caseload->publisher.of, caseload->publisher.by);
    put_row(page, label, text);
}

static void put_bands(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_main_measure *about = &view->law->caseload.main;
    const struct ehc_figures *total = view->result->total;
    char number[NUMBER_ROOM], words[EHC_WORDS];
    for (size_t band = 0; band <= about->band_count; band++) {
        char line[LINE_ROOM] = "";
        add_cell(line, count_words(total->over[band], number), 10);
        add_cell(line, rate_words(total->over[band], total->all.done, number), 8);
        put_row(page, band_words(about, band, words), line);
    }
    if (total->undated > 0) {
        char line[LINE_ROOM] = "";
        add_cell(line, count_words(total->undated, number), 10);
        add_cell(line, rate_words(total->undated, total->all.done, number), 8);
        put_row(page, "no day to count from", line);
    }
}

static void put_main(const struct view_of_audit *view, const struct page *page) {
    char heading[EHC_WORDS];
    put_heading(page, main_heading(view, heading));
    put_main_rows(view, page);
    put_bands(view, page);
    put_weeks(view, page);
}

static void put_claims(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_figures *total = view->result->total;
    char text[EHC_WORDS], claims[NUMBER_ROOM], supported[NUMBER_ROOM], unsupported[NUMBER_ROOM], unclear[NUMBER_ROOM];
    if (total->claims == 0)
        return;
    put_heading(page, "Exceptions claimed");
    ehc_sentence(
        text, sizeof text,
        "Claims: {claims}. The facts in the rows support {supported}, do not support {unsupported}, and do not decide "
        "{unclear}. {note}",
        "claims", count_words(total->claims, claims), "supported", count_words(total->supported, supported), "unsupported",
        count_words(total->unsupported, unsupported), "unclear", count_words(total->unclear, unclear), "note",
        exception_words, NULL);
    wrap_text(page, 2, 2, PLAIN, text);
}

static void put_steps(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_audit_result *result = view->result;
    bool headed = false;
    for (size_t i = 0; i < view->law->caseload.measure_count; i++) {
        const struct ehc_kept *kept = &result->total->kept[i];
        char line[LINE_ROOM] = "", number[NUMBER_ROOM], title[EHC_WORDS];
        if (!result->has[i])
            continue;
        if (!headed) {
            put_heading(page, "Each step");
            add_cell(line, "done", COLUMN);
            add_cell(line, "in time", COLUMN);
            add_cell(line, "share", COLUMN);
            add_cell(line, "late", COLUMN);
            add_cell(line, "overdue", COLUMN);
            put_row(page, "", line);
            line[0] = '\0';
            headed = true;
        }
        add_cell(line, count_words(kept->done, number), COLUMN);
        add_cell(line, count_words(kept->in_time, number), COLUMN);
        add_cell(line, rate_words(kept->in_time, kept->done, number), COLUMN);
        add_cell(line, count_words(late_count(kept), number), COLUMN);
        add_cell(line, count_words(kept->overdue, number), COLUMN);
        put_row(page, measure_title(view->law, i, title), line);
    }
}

static void put_group(const struct page *page, const struct ehc_figures *figures, const char *name) {
    char line[LINE_ROOM] = "", number[NUMBER_ROOM];
    add_cell(line, count_words(figures->all.done, number), COLUMN);
    add_cell(line, rate_words(figures->all.in_time, figures->all.done, number), COLUMN);
    add_cell(line, rate_words(figures->without.in_time, figures->without.done, number), COLUMN);
    add_cell(line, tenths_words(median_tenths(figures), number), COLUMN);
    add_cell(line, weeks_words(figures->longest_days, number), COLUMN);
    put_row(page, name, line);
}

static void put_groups(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_audit_result *result = view->result;
    static const char *const orders[] = {
        [ORDER_BY_SHARE] = "By authority, best first (without exceptions)",
        [ORDER_THEN_BY_NAME] = "By authority, best first (without exceptions), then fewer than 20",
        [ORDER_BY_NAME] = "By authority, in order of name",
    };
    char line[LINE_ROOM] = "", heading[120], in_time[NUMBER_ROOM];
    size_t count;
    if (!result->has_main || (result->by == EHC_BY_AUTHORITY && !result->has_authorities))
        return;
    const struct ehc_figures **groups = ranked_groups(result, &count);
    if (groups == NULL)
        return;
    ehc_sentence(heading, sizeof heading, result->by == EHC_BY_AUTHORITY ? orders[order_of(result)] : "By {group}", "group",
                 by_words(result->by), NULL);
    put_heading(page, heading);
    const struct ehc_caseload *caseload = &view->law->caseload;
    snprintf(in_time, sizeof in_time, "in %d", view->law->limits[caseload->measures[caseload->main.measure].limit].amount);
    add_cell(line, caseload->main.many, COLUMN);
    add_cell(line, in_time, COLUMN);
    add_cell(line, "w/o exc", COLUMN);
    add_cell(line, "median", COLUMN);
    add_cell(line, "longest", COLUMN);
    put_row(page, "", line);
    for (size_t i = 0; i < count; i++)
        put_group(page, groups[i], group_name(groups[i]));
    put_group(page, result->total, "All");
    free(groups);
}

static void put_faults(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_audit_result *result = view->result;
    char number[NUMBER_ROOM];
    if (result->bad_rows == 0)
        return;
    put_heading(page, "Not used");
    for (int i = 0; i < EHC_FAULTS; i++) {
        char line[LINE_ROOM] = "";
        if (result->faults[i] == 0)
            continue;
        add_cell(line, count_words(result->faults[i], number), 10);
        put_row(page, ehc_fault_words((enum ehc_fault)i), line);
    }
}

struct notes {
    const struct page *page;
};

static void put_note(void *context, const char *line) {
    const struct notes *notes = context;
    wrap_text(notes->page, 0, 0, PLAIN, line);
}

static void put_head(const struct view_of_audit *view, const struct page *page) {
    char text[EHC_WORDS];
    snprintf(text, sizeof text, "Caseload: %.300s", caseload_name(view));
    wrap_text(page, 0, 2, HEADING, text);
    if (view->partial)
        wrap_text(page, 0, 2, WARNING, partial_words);
    wrap_text(page, 0, 2, PLAIN, rows_words(view, text));
}

void view_audit_text(const struct view_of_audit *view, const struct page *page) {
    char text[EHC_WORDS];
    put_head(view, page);
    if (view->result->has_main)
        put_main(view, page);
    put_claims(view, page);
    put_steps(view, page);
    put_groups(view, page);
    put_faults(view, page);
    putc('\n', page->out);
    audit_notes(view, put_note, &(struct notes){page});
    wrap_text(page, 0, 0, PLAIN, words_disclaimer(view->law, text));
}
