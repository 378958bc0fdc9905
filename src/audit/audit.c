/* From bytes to rows. libcsv finds the fields; this file counts lines and refuses files that are not CSV. */
#include "audit_state.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLICE = 1 << 16, BLOCK = 4096 };

/* ---- rows ---- */

static void empty_days(struct audit_row *row) {
    row->closed_from = row->closed_to = row->away_from = row->away_to = row->exceptional_from = row->exceptional_to =
        EHC_NO_DAY;
    for (size_t i = 0; i < EHC_OUTCOMES_MAX; i++)
        row->outcome_day[i] = EHC_NO_DAY;
}

static void empty_row(struct ehc_audit *audit) {
    struct audit_row *row = &audit->row;
    for (size_t i = 0; i < audit->day_count; i++)
        *audit->days[i] = EHC_NO_DAY;
    row->filled = row->later_fields = row->claims = row->ignored = false;
    row->faults = 0;
    audit->facts.setting = EHC_SETTING_NOT_GIVEN;
    audit->authority = NULL;
    if (audit->options.row != NULL)
        row->reference[0] = row->authority[0] = '\0';
    if (!audit->has_more)
        return;
    memset(row->outcome, 0, sizeof row->outcome); /* CODE_NOT_GIVEN */
    row->reason[0] = '\0';
    audit->facts.closure_count = audit->facts.absence_count = audit->facts.exceptional_count = 0;
}

SELDOM static void report_columns(struct ehc_audit *audit) {
    struct ehc_error error;
    ehc_fail(&error, "the row has %zu fields, but there are %zu headings", audit->column_at, audit->column_count);
    ehc_hint(&error, audit->row.later_fields ? "put quotation marks around a field that has a comma in it"
                                             : "check if the line is cut short");
    ehc_audit_fault(audit, EHC_FAULT_COLUMNS, NULL, &error);
}

static void end_row(struct ehc_audit *audit) {
    if (audit->options.look) {
        audit->result.rows++;
        return;
    }
    if (!audit->row.filled && !audit->row.later_fields && audit->row.faults == 0) {
        audit->result.empty_rows++;
        return;
    }
    if (audit->row.ignored)
        return;
    audit->result.rows++;
    if (audit->column_at < audit->column_count || audit->row.later_fields)
        report_columns(audit);
    ehc_audit_judge_row(audit);
}

/* ---- what libcsv calls ---- */

/* A field in the row of headings, or after the last heading. */
SELDOM static void take_other_field(struct ehc_audit *audit, const char *text, size_t length) {
    if (audit->stopped)
        return;
    if (!audit->has_headings)
        ehc_audit_take_heading(audit, text, length);
    else if (audit->options.look)
        ehc_audit_keep_value(audit, audit->column_at - 1, text, length);
    else if (length > 0)
        audit->row.later_fields = true;
    audit->line += audit_line_breaks(text, length);
}

static void take_field(void *text, size_t length, void *context) {
    struct ehc_audit *audit = context;
    size_t index = audit->column_at++;
    if (index >= audit->columns_read) {
        take_other_field(audit, text, length);
        return;
    }
    if (length == 0)
        return;
    struct audit_column *column = &audit->columns[index];
    audit->row.filled = true;
    if (column->kind == COLUMN_DAY)
        ehc_audit_take_day(audit, column, text, length);
    else
        ehc_audit_take_value(audit, column, text, length);
}

static void take_line_end(int terminator, void *context) {
    struct ehc_audit *audit = context;
    size_t fields = audit->column_at;
    bool second_half = fields == 0 && terminator == '\n' && audit->last_terminator == '\r';
    audit->last_terminator = terminator;
    if (fields > 0 && !audit->stopped) {
        if (audit->has_headings)
            end_row(audit);
        else
            audit->has_headings = ehc_audit_end_headings(audit);
        audit->columns_read = audit->stopped || !audit->has_headings || audit->options.look ? 0 : audit->column_count;
        empty_row(audit);
    }
    audit->column_at = 0;
    audit->line += !second_half;
    audit->row.line = audit->line;
}

/* libcsv has no limit for a field. It treats NULL from here as out of memory. */
static void *grow(void *block, size_t size) {
    return size > FIELD_MOST ? NULL : realloc(block, size);
}

/* ---- the first lines ---- */

static bool parse(struct ehc_audit *audit, const char *bytes, size_t length) {
    while (length > 0 && !audit->stopped) {
        size_t slice = length < SLICE ? length : SLICE;
        if (csv_parse(&audit->parser, bytes, slice, take_field, take_line_end, audit) != slice)
            return ehc_audit_stop(audit, audit->line, "look for a quotation mark before it that is not closed",
                                  "a field is longer than %d bytes", FIELD_MOST);
        bytes += slice;
        length -= slice;
    }
    return !audit->stopped;
}

static bool parse_head(struct ehc_audit *audit) {
    const char *text = audit->head;
    size_t length = audit->head_length;
    audit->begun = true;
    if (!ehc_audit_check_kind(audit))
        return false;
    if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
        text += 3;
        length -= 3;
    }
    /* A first line that tells Excel the delimiter. */
    if (length >= 6 && memcmp(text, "sep=", 4) == 0 && (text[5] == '\r' || text[5] == '\n')) {
        csv_set_delim(&audit->parser, (unsigned char)text[4]);
        text += 5;
        length -= 5;
    } else {
        csv_set_delim(&audit->parser, ehc_audit_find_delimiter(text, length));
    }
    return parse(audit, text, length);
}

/* ---- the interface ---- */

static void fill_months(struct ehc_audit *audit) {
    for (int i = 0; i < MONTHS; i++)
        audit->month_start[i] = ehc_day_from_ymd(YEAR_FIRST + i / 12, i % 12 + 1, 1);
    audit->month_start[MONTHS] = EHC_DAY_MAX + 1;
}

static bool start_parser(struct ehc_audit *audit) {
    if (csv_init(&audit->parser, CSV_REPALL_NL) != 0)
        return false;
    csv_set_realloc_func(&audit->parser, grow);
    csv_set_blk_size(&audit->parser, BLOCK);
    return true;
}

struct ehc_audit *ehc_audit_begin(const struct ehc_audit_options *options) {
    struct ehc_audit *audit = calloc(1, sizeof *audit);
    if (audit == NULL)
        return NULL;
    audit->options = *options;
    audit->law = options->law;
    audit->line = 1;
    audit->head = malloc(HEAD_ROOM);
    audit->table = calloc(TABLE, sizeof(struct audit_group *));
    audit->names = calloc(TABLE, sizeof(struct audit_group *));
    audit->periods = calloc(MONTHS, sizeof(struct audit_group *));
    audit->has_parser = start_parser(audit);
    if (audit->head == NULL || audit->table == NULL || audit->names == NULL || audit->periods == NULL ||
        !audit->has_parser) {
        ehc_audit_free(audit);
        return NULL;
    }
    ehc_case_init(&audit->facts);
    empty_days(&audit->row);
    fill_months(audit);
    for (size_t i = 0; i < options->law->caseload.outcome_count; i++)
        snprintf(audit->outcome_date_id[i], NAME_ROOM, "%.100s-date", options->law->caseload.outcomes[i].id);
    int year = options->year;
    audit->first = year != 0 ? ehc_day_from_ymd(year, 1, 1) : EHC_DAY_MIN;
    audit->last = year != 0 ? ehc_day_from_ymd(year, 12, 31) : EHC_DAY_MAX;
    audit->result.year = year;
    audit->result.by = options->by;
    audit->result.as_at = options->as_at;
    return audit;
}

static bool give_error(const struct ehc_audit *audit, struct ehc_error *error) {
    if (audit->failed)
        *error = audit->error;
    return !audit->failed;
}

bool ehc_audit_feed(struct ehc_audit *audit, const void *bytes, size_t length, struct ehc_error *error) {
    const char *text = bytes;
    while (!audit->begun && length > 0) {
        size_t room = HEAD_ROOM - audit->head_length, part = length < room ? length : room;
        memcpy(audit->head + audit->head_length, text, part);
        audit->head_length += part;
        text += part;
        length -= part;
        if (audit->head_length == HEAD_ROOM)
            parse_head(audit);
    }
    if (!audit->stopped)
        parse(audit, text, length);
    return give_error(audit, error);
}

static void end_file(struct ehc_audit *audit, bool partial) {
    if (!audit->begun && audit->head_length > 0)
        parse_head(audit);
    /* libcsv reports an open quotation mark only in strict mode, which would refuse many files of people: use it for the
     * end only. */
    csv_set_opts(&audit->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    if (!audit->stopped && !partial && csv_fini(&audit->parser, take_field, take_line_end, audit) != 0)
        ehc_audit_stop(audit, audit->line, "check if the file is cut short, or if a quotation mark is not closed",
                       "the file ends inside quotation marks");
    if (!audit->stopped && !audit->has_headings && !partial && audit->title_rows > 0)
        ehc_audit_refuse_titles(audit);
    if (!audit->stopped && !audit->has_headings && !partial)
        ehc_audit_stop(audit, 0, "name the columns in the first line: ehc-caseload(5)", "the file is empty");
    if (!audit->stopped && audit->has_headings)
        ehc_audit_report_forms(audit);
}

bool ehc_audit_next_file(struct ehc_audit *audit, const char *file, struct ehc_error *error) {
    end_file(audit, false);
    if (audit->stopped)
        return give_error(audit, error);
    csv_free(&audit->parser);
    audit->has_parser = start_parser(audit);
    if (!audit->has_parser)
        ehc_audit_out_of_memory(audit);
    ehc_audit_forget_columns(audit);
    ehc_case_init(&audit->facts);
    empty_days(&audit->row);
    audit->begun = audit->has_headings = false;
    audit->head_length = audit->column_at = audit->columns_read = 0;
    audit->last_terminator = 0;
    audit->line = 1;
    audit->options.file = file;
    return give_error(audit, error);
}

bool ehc_audit_end(struct ehc_audit *audit, bool partial, struct ehc_error *error) {
    end_file(audit, partial);
    if (!audit->stopped && !ehc_audit_finish_figures(audit))
        ehc_audit_out_of_memory(audit);
    return give_error(audit, error);
}

uint64_t ehc_audit_rows(const struct ehc_audit *audit) {
    return audit->result.rows;
}

const struct ehc_audit_result *ehc_audit_result(const struct ehc_audit *audit) {
    return &audit->result;
}

void ehc_audit_free(struct ehc_audit *audit) {
    if (audit == NULL)
        return;
    if (audit->has_parser)
        csv_free(&audit->parser);
    ehc_audit_free_figures(audit);
    ehc_audit_forget_columns(audit);
    free(audit->columns);
    free(audit->names);
    free(audit->periods);
    free(audit->table);
    free(audit->head);
    free(audit);
}
