/* The figures of a caseload as a screen: the plans first, then the other steps, then each authority. */
#include "audit_view.h"
#include "wrap.h"
#include <stdlib.h>
#include <string.h>

enum { LABEL = 38, COLUMN = 8, LINE_ROOM = 200 };

static void put_heading(const struct page *page, const char *text) {
    putc('\n', page->out);
    put_wrapped(page, 0, 2, HEADING, text);
}

/* Adds a number at the right edge of its column. */
static void add_cell(char line[LINE_ROOM], const char *text, size_t width) {
    size_t at = strlen(line), columns = text_columns(text);
    snprintf(line + at, LINE_ROOM - at, "%*s%s", (int)(columns < width ? width - columns : 1), "", text);
}

static void put_row(const struct page *page, const char *label, const char *line) {
    char text[EHC_WORDS];
    snprintf(text, sizeof text, "  %.300s", label);
    if (text_columns(text) > LABEL) {
        put_wrapped(page, 0, 4, PLAIN, text);
        text[0] = '\0';
    }
    put_labelled(page, LABEL, text, line);
}

static void put_plan_rows(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_figures *total = view->result->total;
    const struct ehc_national *national = national_of(view);
    char line[LINE_ROOM] = "", number[NUMBER_ROOM], label[EHC_WORDS];
    add_cell(line, "all plans", 18);
    add_cell(line, "without exceptions", 22);
    put_row(page, "", line);
    line[0] = '\0';
    add_cell(line, count_words(total->plans, number), 10);
    add_cell(line, count_words(total->plans_exc, number), 8 + 14);
    put_row(page, "issued", line);
    line[0] = '\0';
    add_cell(line, count_words(total->within_20, number), 10);
    add_cell(line, rate_words(total->within_20, total->plans, number), 8);
    add_cell(line, count_words(total->within_20_exc, number), 14);
    add_cell(line, rate_words(total->within_20_exc, total->plans_exc, number), 8);
    put_row(page, "in 20 weeks", line);
    if (national == NULL || national->plans <= 0 || national->plans_exc <= 0)
        return;
    line[0] = '\0';
    add_cell(line, rate_words((uint64_t)national->within_20, (uint64_t)national->plans, number), 18);
    add_cell(line, rate_words((uint64_t)national->within_20_exc, (uint64_t)national->plans_exc, number), 22);
    snprintf(label, sizeof label, "England in %d (DfE)", national->year);
    put_row(page, label, line);
}

static void put_weeks(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_figures *total = view->result->total;
    const struct ehc_national *national = national_of(view);
    char text[EHC_WORDS], mean[NUMBER_ROOM], median[NUMBER_ROOM], p90[NUMBER_ROOM], longest[NUMBER_ROOM], other[NUMBER_ROOM];
    if (total->dated == 0)
        return;
    snprintf(text, sizeof text, "mean %s, half within %s, 9 in 10 within %s, longest %s",
             tenths_words(ehc_tenths_of_week(total->total_days, total->dated), mean),
             tenths_words(median_tenths(total), median), weeks_words(total->p90_days, p90),
             weeks_words(total->longest_days, longest));
    put_row(page, "weeks from request to plan", text);
    if (national != NULL && national->mean_tenths != EHC_NOT_PUBLISHED) {
        snprintf(text, sizeof text, "mean %s", tenths_words(national->mean_tenths, other));
        put_row(page, "the same for England (DfE)", text);
    }
}

static void put_bands(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_figures *total = view->result->total;
    char number[NUMBER_ROOM];
    for (int band = 0; band < EHC_BANDS; band++) {
        char line[LINE_ROOM] = "";
        add_cell(line, count_words(total->over[band], number), 10);
        add_cell(line, rate_words(total->over[band], total->plans, number), 8);
        put_row(page, band_words((enum ehc_band)band), line);
    }
    if (total->undated > 0) {
        char line[LINE_ROOM] = "";
        add_cell(line, count_words(total->undated, number), 10);
        add_cell(line, rate_words(total->undated, total->plans, number), 8);
        put_row(page, "no day to count from", line);
    }
}

static void put_plans(const struct view_of_audit *view, const struct page *page) {
    char heading[80];
    if (view->result->year != 0)
        snprintf(heading, sizeof heading, "Plans issued in %d", view->result->year);
    else
        snprintf(heading, sizeof heading, "Plans issued, all years");
    put_heading(page, heading);
    put_plan_rows(view, page);
    put_bands(view, page);
    put_weeks(view, page);
}

static void put_claims(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_figures *total = view->result->total;
    char text[EHC_WORDS], claims[NUMBER_ROOM], supported[NUMBER_ROOM], unsupported[NUMBER_ROOM], unclear[NUMBER_ROOM];
    if (total->claims == 0)
        return;
    put_heading(page, "Exceptions claimed");
    snprintf(
        text, sizeof text,
        "%s. The facts in the rows support %s, do not support %s, and cannot say of %s. An exception that fits sets no new "
        "date; whether it made the limit impractical is for people to judge.",
        count_words(total->claims, claims), count_words(total->supported, supported),
        count_words(total->unsupported, unsupported), count_words(total->unclear, unclear));
    put_wrapped(page, 2, 2, PLAIN, text);
}

static void put_steps(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_audit_result *result = view->result;
    bool headed = false;
    for (int i = 0; i < EHC_MEASURES; i++) {
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
        put_row(page, measure_title(view->law, (enum ehc_measure)i, title), line);
    }
}

static void put_group(const struct page *page, const struct ehc_figures *figures, const char *name) {
    char line[LINE_ROOM] = "", number[NUMBER_ROOM];
    add_cell(line, count_words(figures->plans, number), COLUMN);
    add_cell(line, rate_words(figures->within_20, figures->plans, number), COLUMN);
    add_cell(line, rate_words(figures->within_20_exc, figures->plans_exc, number), COLUMN);
    add_cell(line, tenths_words(median_tenths(figures), number), COLUMN);
    add_cell(line, weeks_words(figures->longest_days, number), COLUMN);
    put_row(page, name, line);
}

static void put_groups(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_audit_result *result = view->result;
    char line[LINE_ROOM] = "", heading[120];
    size_t count;
    if (!result->has_plans || (result->by == EHC_BY_AUTHORITY && !result->has_authorities))
        return;
    const struct ehc_figures **groups = ranked_groups(result, &count);
    if (groups == NULL)
        return;
    snprintf(heading, sizeof heading, "By %s%s", by_words(result->by),
             result->by == EHC_BY_AUTHORITY ? ", best first (without exceptions)" : "");
    put_heading(page, heading);
    add_cell(line, "plans", COLUMN);
    add_cell(line, "in 20", COLUMN);
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
    put_wrapped(notes->page, 0, 0, PLAIN, line);
}

static void put_head(const struct view_of_audit *view, const struct page *page) {
    const struct ehc_audit_result *result = view->result;
    char text[EHC_WORDS], rows[NUMBER_ROOM], bad[NUMBER_ROOM], date[EHC_DAY_TEXT];
    snprintf(text, sizeof text, "Caseload: %.300s", caseload_name(view));
    put_wrapped(page, 0, 2, HEADING, text);
    if (view->partial)
        put_wrapped(page, 0, 2, WARNING, "Partial: stopped before the end of the file. These are not its figures.");
    snprintf(text, sizeof text, "%s row%s%s%s%s, as at %s", count_words(result->rows, rows), result->rows == 1 ? "" : "s",
             result->bad_rows > 0 ? ", of which " : "", result->bad_rows > 0 ? count_words(result->bad_rows, bad) : "",
             result->bad_rows > 0 ? " could not be used and are in no figure" : "", ehc_day_format(result->as_at, date));
    put_wrapped(page, 0, 2, PLAIN, text);
}

void view_audit_text(const struct view_of_audit *view, const struct page *page) {
    char text[EHC_WORDS], date[EHC_DAY_TEXT];
    put_head(view, page);
    if (view->result->has_plans)
        put_plans(view, page);
    put_claims(view, page);
    put_steps(view, page);
    put_groups(view, page);
    put_faults(view, page);
    putc('\n', page->out);
    audit_notes(view, put_note, &(struct notes){page});
    snprintf(text, sizeof text, "This is a calculation, not legal advice. Law as at %s.",
             ehc_day_format_short(view->law->as_at, date));
    put_wrapped(page, 0, 0, PLAIN, text);
}
