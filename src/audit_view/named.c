/* The rows that the page of a caseload lists by name, as those to look at first. */
#include "audit_view.h"
#include "table.h"
#include "util/fill.h"
#include "view/html.h"
#include <stdio.h>
#include <string.h>

static bool is_of_year(const struct ehc_deadline *deadline, int year) {
    ehc_day day = deadline->act != EHC_NO_DAY && deadline->status == EHC_LATE ? deadline->act : deadline->due;
    return year == 0 || (day != EHC_NO_DAY && ehc_ymd_from_day(day).year == year);
}

/* The step of a row that is late by most days; NULL. */
static const struct ehc_deadline *latest_of(const struct ehc_audited *row, int year) {
    const struct ehc_deadline *latest = NULL;
    for (size_t i = 0; i < EHC_MEASURES_MAX; i++) {
        const struct ehc_deadline *deadline = row->deadline[i];
        bool late = deadline != NULL && (deadline->status == EHC_LATE || deadline->status == EHC_OVERDUE);
        if (late && is_of_year(deadline, year) && (latest == NULL || deadline->days > latest->days))
            latest = deadline;
    }
    return latest;
}

static void fill(struct named_row *named, const struct ehc_audited *row, const char *file) {
    named->line = row->line;
    snprintf(named->file, sizeof named->file, "%s", file != NULL ? file : "");
    snprintf(named->reference, sizeof named->reference, "%s", row->reference);
    snprintf(named->authority, sizeof named->authority, "%s", row->authority);
}

static void take_late(struct named_rows *named, const struct ehc_audited *row, const struct ehc_deadline *deadline,
                      const char *file) {
    size_t at = named->late_count;
    named->all_late++;
    while (at > 0 && named->late[at - 1].days < deadline->days)
        at--;
    if (at == NAMED_ROWS)
        return;
    size_t kept = named->late_count < NAMED_ROWS ? named->late_count++ : NAMED_ROWS - 1;
    memmove(&named->late[at + 1], &named->late[at], (kept - at) * sizeof named->late[0]);
    fill(&named->late[at], row, file);
    named->late[at].days = deadline->days;
    ehc_sentence(named->late[at].reason, NAMED_REASON, deadline->status == EHC_OVERDUE ? "{step}, not done" : "{step}",
                 "step", deadline->limit->short_title, NULL);
}

void named_rows_take(struct named_rows *named, const struct ehc_audited *row, const char *file, int year) {
    if (row->fault != NULL) {
        if (named->faulty_count == NAMED_ROWS)
            return;
        struct named_row *faulty = &named->faulty[named->faulty_count++];
        fill(faulty, row, file);
        snprintf(faulty->reason, sizeof faulty->reason, "%s", row->fault);
        return;
    }
    const struct ehc_deadline *latest = latest_of(row, year);
    if (latest != NULL)
        take_late(named, row, latest, file);
}

/* ---- on the page ---- */

static void begin_row(const struct named_row *row, FILE *out) {
    char text[2 * NAMED_TEXT];
    if (row->reference[0] != '\0')
        snprintf(text, sizeof text, "%s", row->reference);
    else if (row->file[0] != '\0')
        snprintf(text, sizeof text, "line %llu of %s", (unsigned long long)row->line, row->file);
    else
        snprintf(text, sizeof text, "line %llu", (unsigned long long)row->line);
    html_begin_row(out, text);
}

void html_put_latest(const struct view_of_audit *view, FILE *out) {
    static const char *const headings[] = {"Reference", "Step", "Days late", "Authority"};
    const struct named_rows *named = view->named;
    char text[160];
    if (named == NULL || named->late_count == 0)
        return;
    fputs("<h2>The latest cases</h2>\n<div class=\"named\">\n", out);
    snprintf(text, sizeof text, "Late by most days on the day of the audit: %llu of the %llu cases that are or were late",
             (unsigned long long)named->late_count, (unsigned long long)named->all_late);
    html_begin_table(out, text, headings, view->result->has_authorities ? 4 : 3);
    for (size_t i = 0; i < named->late_count; i++) {
        begin_row(&named->late[i], out);
        html_put_text(out, named->late[i].reason);
        html_put_count(out, (uint64_t)named->late[i].days);
        if (view->result->has_authorities)
            html_put_text(out, named->late[i].authority);
        html_end_row(out);
    }
    html_end_table(out);
    fputs("</div>\n", out);
}

void html_put_faulty(const struct view_of_audit *view, FILE *out) {
    static const char *const headings[] = {"Reference", "Line", "What is wrong"};
    const struct named_rows *named = view->named;
    char number[32];
    if (named == NULL || named->faulty_count == 0)
        return;
    fputs("<div class=\"named\">\n", out);
    html_begin_table(out, view->result->bad_rows > NAMED_ROWS ? "The first of these rows" : "These rows", headings, 3);
    for (size_t i = 0; i < named->faulty_count; i++) {
        begin_row(&named->faulty[i], out);
        snprintf(number, sizeof number, "%llu", (unsigned long long)named->faulty[i].line);
        html_put_cell(out, number);
        html_put_text(out, named->faulty[i].reason);
        html_end_row(out);
    }
    html_end_table(out);
    fputs("</div>\n", out);
}
