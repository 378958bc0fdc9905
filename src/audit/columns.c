/* The columns of a file: which days its rows can set, which figures need them, and the notices about them. */
#include "audit_state.h"
#include "util/plural.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ACTS_NAMED = 3, TITLE_ROWS_MOST = 20, COUNT_ROOM = 64 };

/* Adds the pairs of columns of dates whose order the law limits. */
static void add_pairs(struct ehc_audit *audit, const bool has_event[EHC_EVENTS_MAX]) {
    const struct ehc_law *law = audit->options.law;
    for (size_t i = 0; i < law->event_count; i++)
        for (size_t j = 0; has_event[i] && j < law->events[i].not_before.count; j++)
            if (has_event[law->events[i].not_before.index[j]] && audit->pair_count < PAIRS_MOST) {
                audit->pairs[audit->pair_count].event = (int)i;
                audit->pairs[audit->pair_count++].not_before = law->events[i].not_before.index[j];
            }
}

/* Adds the dates that a row can set and that must be emptied for the next row. */
static void add_days(struct ehc_audit *audit, const bool has_event[EHC_EVENTS_MAX]) {
    for (size_t i = 0; i < audit->column_count; i++) {
        const struct audit_column *column = &audit->columns[i];
        bool is_event = column->kind == COLUMN_DAY && ehc_find_event(audit->options.law, column->id) != EHC_NONE;
        if (column->kind == COLUMN_DAY && !is_event)
            audit->days[audit->day_count++] = column->day;
        audit->has_more = audit->has_more || (column->kind == COLUMN_DAY && !is_event) || column->kind == COLUMN_REASON;
    }
    for (size_t i = 0; i < audit->options.law->event_count; i++)
        if (has_event[i])
            audit->days[audit->day_count++] = &audit->facts.event[i];
}

static void mark(int event, bool has_event[EHC_EVENTS_MAX]) {
    if (event != EHC_NONE)
        has_event[event] = true;
}

static void find_events(const struct ehc_audit *audit, bool has_event[EHC_EVENTS_MAX]) {
    const struct ehc_law *law = audit->options.law;
    for (size_t i = 0; i < audit->column_count; i++) {
        const struct audit_column *column = &audit->columns[i];
        if (column->kind == COLUMN_DAY)
            mark(ehc_find_event(law, column->id), has_event);
    }
    /* The columns of an outcome give the events that its codes name. */
    for (size_t i = 0; i < law->caseload.outcome_count; i++) {
        const struct ehc_outcome *outcome = &law->caseload.outcomes[i];
        if (!ehc_audit_has_column(audit, audit->outcome_date_id[i]) ||
            (outcome->without == EHC_NONE && !ehc_audit_has_column(audit, outcome->id)))
            continue;
        mark(outcome->yes, has_event);
        mark(outcome->no, has_event);
        mark(outcome->without, has_event);
    }
}

static void give_notice(const struct ehc_audit *audit, struct ehc_error *error) {
    error->file = audit->options.file;
    if (audit->options.notice != NULL)
        audit->options.notice(audit->options.context, error);
}

static void report_unknown(const struct ehc_audit *audit) {
    struct ehc_error error;
    if (audit->unknown_count == 0 || audit->unknown_length == 0 || audit->options.notice == NULL)
        return;
    if (audit->unknown_count > UNKNOWN_SHOWN)
        ehc_fail(&error, "these columns are not known, so they are ignored: %s and %zu more", audit->unknown,
                 audit->unknown_count - UNKNOWN_SHOWN);
    else
        ehc_fail(&error,
                 audit->unknown_count == 1 ? "this column is not known, so it is ignored: %s"
                                           : "these columns are not known, so they are ignored: %s",
                 audit->unknown);
    ehc_hint(&error, "%s", audit->unknown_hint);
    error.line = (unsigned)audit->line;
    give_notice(audit, &error);
}

/* The ids of the trigger and of the act of a measure. */
static const char *trigger_id(const struct ehc_law *law, size_t measure) {
    return law->events[law->limits[law->caseload.measures[measure].limit].trigger].id;
}

static const char *act_id(const struct ehc_law *law, size_t measure) {
    return law->events[law->limits[law->caseload.measures[measure].limit].act].id;
}

/* Fills `error` with the column that is missing. */
static void find_missing(const struct ehc_audit *audit, struct ehc_error *error) {
    const struct ehc_law *law = audit->options.law;
    size_t main = law->caseload.main.measure != EHC_NONE ? (size_t)law->caseload.main.measure : 0, named = 1;
    const char *trigger = trigger_id(law, main), *act = act_id(law, main);
    char acts[EHC_QUOTE_ROOM];
    bool any = false;
    for (size_t i = 0; i < audit->column_count; i++)
        any = any || audit->columns[i].kind != COLUMN_UNKNOWN;
    if (!any) {
        ehc_fail(error, "ehc knows no heading of the first line");
    } else if (!ehc_audit_has_column(audit, trigger)) {
        ehc_fail(error, "the column '%s' is missing", trigger);
    } else {
        size_t at = (size_t)snprintf(acts, sizeof acts, "%.40s", act);
        for (size_t i = 0; i < law->caseload.measure_count && named < ACTS_NAMED && at < sizeof acts; i++)
            if (i != main && ++named > 0)
                at += (size_t)snprintf(acts + at, sizeof acts - at, ", %.40s", act_id(law, i));
        ehc_fail(error, "a column with the day of a step is missing: %s or another", acts);
    }
    if (audit->unknown_hint[0] != '\0')
        ehc_hint(error, "%s", audit->unknown_hint);
    else
        ehc_hint(error, "give two columns the headings %.40s and %.40s, or name them with --map: ehc-caseload(5)", trigger,
                 act);
    error->line = (unsigned)audit->line;
}

/* ---- the row of the headings ---- */

/* Whether the row names at least one column of days and one more known column. */
static bool is_row_of_headings(const struct ehc_audit *audit, size_t *known) {
    size_t days = 0;
    *known = 0;
    for (size_t i = 0; i < audit->column_count; i++) {
        days += audit->columns[i].kind == COLUMN_DAY;
        *known += audit->columns[i].kind != COLUMN_UNKNOWN;
    }
    return days > 0 && *known > 1;
}

static void refuse_headings(struct ehc_audit *audit, const struct ehc_error *error) {
    ehc_audit_stop(audit, error->line, error->hint, "%s", error->message);
}

void ehc_audit_refuse_titles(struct ehc_audit *audit) {
    refuse_headings(audit, &audit->no_headings);
}

/* Ignores a row above the headings. Keeps the error of the row with the most known columns, in case there are no headings
 * at all. */
static void ignore_title(struct ehc_audit *audit, size_t known) {
    if (audit->title_rows++ == 0 || (known > audit->title_known && audit->column_count > 1)) {
        find_missing(audit, &audit->no_headings);
        audit->title_known = known;
    }
    ehc_audit_drop_columns(audit);
    if (audit->title_rows == TITLE_ROWS_MOST)
        ehc_audit_refuse_titles(audit);
}

static void report_titles(const struct ehc_audit *audit) {
    struct ehc_error error;
    if (audit->title_rows == 0)
        return;
    ehc_fail(&error, "the headings are in line %llu: the lines above them are ignored", (unsigned long long)audit->line);
    give_notice(audit, &error);
}

/* Whether a figure needs the days of a column. */
static bool is_needed(const struct ehc_audit *audit, const struct audit_column *column) {
    int event = ehc_find_event(audit->options.law, column->id);
    if (event == EHC_NONE)
        return true;
    for (size_t i = 0; i < audit->judged_count; i++)
        if (ehc_audit_uses_event(audit->options.law, audit->judged[i].limit, event) ||
            ehc_audit_uses_event(audit->options.law, audit->judged[i].other_limit, event))
            return true;
    return event == audit->main_act;
}

static void mark_needed(struct ehc_audit *audit) {
    for (size_t i = 0; i < audit->column_count; i++)
        if (audit->columns[i].kind == COLUMN_DAY)
            audit->columns[i].unneeded = !is_needed(audit, &audit->columns[i]);
}

static struct audit_column *unneeded_column(struct ehc_audit *audit, int event) {
    for (size_t i = 0; i < audit->column_count; i++)
        if (audit->columns[i].unneeded && audit->columns[i].day == &audit->facts.event[event])
            return &audit->columns[i];
    return NULL;
}

static void mark_pairs(struct ehc_audit *audit) {
    for (size_t i = 0; i < audit->pair_count; i++) {
        audit->pairs[i].unneeded = unneeded_column(audit, audit->pairs[i].event);
        if (audit->pairs[i].unneeded == NULL)
            audit->pairs[i].unneeded = unneeded_column(audit, audit->pairs[i].not_before);
    }
}

/* ---- a look at the columns ---- */

static void begin_to_look(struct ehc_audit *audit) {
    audit->looked = calloc(audit->column_count, sizeof *audit->looked);
    if (audit->looked == NULL) {
        ehc_audit_out_of_memory(audit);
        return;
    }
    for (size_t i = 0; i < audit->column_count; i++) {
        const struct audit_column *column = &audit->columns[i];
        audit->looked[i].heading = column->heading;
        audit->looked[i].id = column->id;
        audit->looked[i].needed = column->id != NULL && !column->unneeded;
    }
}

void ehc_audit_keep_value(struct ehc_audit *audit, size_t column, const char *text, size_t length) {
    char value[EHC_AUDIT_VALUE];
    if (audit->looked == NULL || column >= audit->column_count)
        return;
    struct ehc_audit_column *looked = &audit->looked[column];
    if (looked->value_count == EHC_AUDIT_VALUES)
        return;
    ehc_audit_copy_text(audit, value, sizeof value, text, length);
    for (size_t i = 0; i < looked->value_count; i++)
        if (strcmp(looked->value[i], value) == 0)
            return;
    if (value[0] != '\0')
        memcpy(looked->value[looked->value_count++], value, sizeof value);
}

const struct ehc_audit_column *ehc_audit_columns(const struct ehc_audit *audit, size_t *count, uint64_t *line) {
    *count = audit->looked != NULL ? audit->column_count : 0;
    *line = audit->heading_line;
    return audit->looked;
}

bool ehc_audit_end_headings(struct ehc_audit *audit) {
    bool has_event[EHC_EVENTS_MAX] = {false};
    struct ehc_error error;
    size_t known;
    if (audit->stopped)
        return true;
    if (audit->options.law->caseload.measure_count == 0) {
        ehc_audit_stop(audit, 0, "add measures to caseload.ini of this law: ehc-limits(5)",
                       "this law has no measures for a caseload");
        return true;
    }
    if (!is_row_of_headings(audit, &known)) {
        ignore_title(audit, known);
        return audit->stopped;
    }
    if (audit->twice.message[0] != '\0') {
        audit->twice.line = (unsigned)audit->line;
        refuse_headings(audit, &audit->twice);
        return true;
    }
    find_events(audit, has_event);
    add_days(audit, has_event);
    add_pairs(audit, has_event);
    if (!ehc_audit_shorten_law(audit, has_event)) {
        ehc_audit_out_of_memory(audit);
        return true;
    }
    ehc_audit_prepare_limits(audit, has_event);
    mark_needed(audit);
    mark_pairs(audit);
    audit->first_column = audit->columns;
    while (audit->first_column->heading[0] == '\0') /* at least two columns have a heading */
        audit->first_column++;
    audit->result.has_authorities |= ehc_audit_has_column(audit, "authority");
    audit->heading_line = audit->line;
    if (audit->options.look)
        begin_to_look(audit);
    if (audit->judged_count == 0 && audit->options.look) {
        find_missing(audit, &error);
        give_notice(audit, &error);
    } else if (audit->judged_count == 0) {
        find_missing(audit, &error);
        refuse_headings(audit, &error);
        return true;
    }
    if (!audit->options.look) {
        report_titles(audit);
        report_unknown(audit);
    }
    return true;
}

void ehc_audit_forget_columns(struct ehc_audit *audit) {
    ehc_audit_drop_columns(audit);
    ehc_audit_free_law(audit);
    free(audit->cache);
    audit->own = (struct audit_law){0};
    audit->audited = (struct ehc_audited){0};
    audit->cache = NULL;
    audit->options.law = audit->law;
    audit->first_column = NULL;
    audit->day_count = audit->pair_count = audit->judged_count = audit->title_rows = audit->title_known = 0;
    audit->not_utf8_line = audit->total_row_line = 0;
    audit->has_more = false;
}

/* ---- notices at the end of a file ---- */

static void report_warning(const struct ehc_audit *audit, size_t column) {
    struct ehc_error error;
    char quoted[EHC_QUOTE_ROOM], cells[COUNT_ROOM];
    if (audit->warnings == NULL || audit->warnings[column].count == 0)
        return;
    const struct audit_warning *warning = &audit->warnings[column];
    ehc_fail(&error, "column %s: %s ignored, the first in line %llu: %s", ehc_quote(audit->columns[column].heading, quoted),
             plural_words((long long)warning->count, "cell is", "cells are", cells, sizeof cells),
             (unsigned long long)warning->line, warning->message);
    ehc_hint(&error, "no figure needs this column: the rows are counted");
    give_notice(audit, &error);
}

static void report_encoding(const struct ehc_audit *audit) {
    struct ehc_error error;
    if (audit->not_utf8_line == 0)
        return;
    ehc_fail(&error, "the text is not UTF-8, so ehc reads it as Windows-1252: the first such letter is in line %llu",
             (unsigned long long)audit->not_utf8_line);
    ehc_hint(&error, "check the names, or save the sheet as CSV UTF-8");
    give_notice(audit, &error);
}

static void report_total_row(const struct ehc_audit *audit) {
    struct ehc_error error;
    if (audit->total_row_line == 0)
        return;
    ehc_fail(&error, "line %llu is a row of totals, and is not counted", (unsigned long long)audit->total_row_line);
    give_notice(audit, &error);
}

void ehc_audit_report_forms(struct ehc_audit *audit) {
    static const char *const examples[FORMS] = {"2026-01-05", "5/1/2026", "5 January 2026"};
    for (size_t i = 0; i < audit->column_count; i++) {
        const struct audit_column *column = &audit->columns[i];
        struct ehc_error error;
        report_warning(audit, i);
        char text[200] = "", quoted[EHC_QUOTE_ROOM], month_first[COUNT_ROOM], others[COUNT_ROOM];
        size_t at = 0, forms = 0;
        for (size_t form = 0; form < FORMS; form++) {
            if (column->forms[form] == 0)
                continue;
            at += (size_t)snprintf(text + at, sizeof text - at, "%s%llu as %s", forms > 0 ? ", " : "",
                                   (unsigned long long)column->forms[form], examples[form]);
            forms++;
        }
        if (column->month_first > 0 && column->forms[FORM_NUMBERS] > 0) {
            ehc_fail(&error,
                     "column %s: %s the month before the day (line %llu), so %s, read with the day first, may be wrong",
                     ehc_quote(column->heading, quoted),
                     plural_words((long long)column->month_first, "date has", "dates have", month_first, sizeof month_first),
                     (unsigned long long)column->month_first_line,
                     plural_words((long long)column->forms[FORM_NUMBERS], "other date in numbers", "other dates in numbers",
                                  others, sizeof others));
            ehc_hint(&error, "write all dates of the column as 2026-01-05, and audit again");
            give_notice(audit, &error);
        } else if (forms > 1) {
            ehc_fail(&error, "column %s: dates are written in %zu ways: %s", ehc_quote(column->heading, quoted), forms,
                     text);
            ehc_hint(&error, "check the dates in each form: day and month may have changed places");
            give_notice(audit, &error);
        }
    }
    report_encoding(audit);
    report_total_row(audit);
}
