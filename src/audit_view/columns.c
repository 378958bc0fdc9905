/* Shows what each column of a caseload is taken for, before anything is counted. */
#include "audit_view.h"
#include "util/fill.h"
#include "util/shown.h"
#include "view/wrap.h"
#include <jansson.h>
#include <stdio.h>

enum { INDENT = 4, HEADING_ROOM = 201, TEXT_ROOM = 512 };

static void put_taken_for(const struct ehc_law *law, const struct ehc_audit_column *column, const struct page *page) {
    static const char *const sentences[2][2] = {
        {"{heading}: {column}; no figure needs it", "{heading}: {column}, {event}; no figure needs it"},
        {"{heading}: {column}", "{heading}: {column}, {event}"}};
    char heading[HEADING_ROOM], text[TEXT_ROOM];
    int event = column->id != NULL ? ehc_find_event(law, column->id) : EHC_NONE;
    snprintf(heading, sizeof heading, "%s", column->heading[0] != '\0' ? column->heading : "(no heading)");
    ehc_make_fit(heading);
    ehc_sentence(text, sizeof text, column->id == NULL ? "{heading}: ignored" : sentences[column->needed][event != EHC_NONE],
                 "heading", heading, "column", column->id, "event", event != EHC_NONE ? law->events[event].title : NULL,
                 NULL);
    wrap_text(page, 0, INDENT, PLAIN, text);
}

static void put_values(const struct ehc_audit_column *column, const struct page *page) {
    char text[TEXT_ROOM] = "empty";
    size_t at = 0;
    for (size_t i = 0; i < column->value_count && at < sizeof text; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%s", i > 0 ? " | " : "", column->value[i]);
    wrap_text(page, INDENT, INDENT, PLAIN, text);
}

void view_audit_columns(const struct ehc_law *law, const struct view_of_columns *files, size_t count,
                        const struct page *page) {
    char text[TEXT_ROOM];
    for (size_t i = 0; i < count; i++) {
        const struct view_of_columns *view = &files[i];
        if (i > 0)
            fputc('\n', page->out);
        snprintf(text, sizeof text, "Columns of %.300s, headings in line %llu", view->file, (unsigned long long)view->line);
        wrap_text(page, 0, INDENT, HEADING, text);
        for (size_t j = 0; j < view->count; j++) {
            if (view->columns[j].heading[0] == '\0' && view->columns[j].value_count == 0)
                continue; /* a blank column */
            put_taken_for(law, &view->columns[j], page);
            put_values(&view->columns[j], page);
        }
    }
}

static json_t *make_column(const struct ehc_audit_column *column) {
    json_t *values = json_array();
    bool whole = values != NULL;
    for (size_t i = 0; whole && i < column->value_count; i++)
        whole = json_array_append_new(values, json_string(column->value[i])) == 0;
    if (!whole) {
        json_decref(values);
        return NULL;
    }
    return json_pack("{s:s, s:s?, s:b, s:o}", "heading", column->heading, "column", column->id, "needed", column->needed,
                     "values", values);
}

static json_t *make_file(const struct view_of_columns *view) {
    json_t *list = json_array();
    bool whole = list != NULL;
    for (size_t i = 0; whole && i < view->count; i++)
        whole = json_array_append_new(list, make_column(&view->columns[i])) == 0;
    if (whole)
        return json_pack("{s:s, s:I, s:o}", "file", view->file, "line", (json_int_t)view->line, "columns", list);
    json_decref(list);
    return NULL;
}

bool view_audit_columns_json(const struct view_of_columns *files, size_t count, FILE *out) {
    json_t *root = json_array();
    bool whole = root != NULL;
    for (size_t i = 0; whole && i < count; i++)
        whole = json_array_append_new(root, make_file(&files[i])) == 0;
    whole = whole && json_dumpf(root, out, JSON_INDENT(2)) == 0 && putc('\n', out) != EOF;
    json_decref(root);
    return whole;
}
