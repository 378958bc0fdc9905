/* Helpers for all files of the audit: stop, report a row, copy text. */
#include "audit_state.h"
#include "util/windows_1252.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

bool ehc_audit_stop(struct ehc_audit *audit, uint64_t line, const char *hint, const char *format, ...) {
    va_list arguments;
    if (audit->stopped)
        return false;
    audit->stopped = audit->failed = true;
    va_start(arguments, format);
    ehc_vfail(&audit->error, format, arguments);
    va_end(arguments);
    audit->error.file = audit->options.file;
    audit->error.line = (unsigned)line;
    if (hint != NULL)
        ehc_hint(&audit->error, "%s", hint);
    return false;
}

void ehc_audit_out_of_memory(struct ehc_audit *audit) {
    if (audit->stopped)
        return;
    audit->stopped = audit->failed = true;
    ehc_no_memory(&audit->error);
    audit->error.file = audit->options.file;
}

void ehc_audit_copy_text(struct ehc_audit *audit, char *target, size_t room, const char *text, size_t length) {
    size_t at = 0;
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
        length--;
    for (size_t i = 0; i < length;) {
        char character[5] = {0}, other[5];
        const char *next = character;
        size_t bytes, left = length - i;
        memcpy(character, text + i, left < 4 ? left : 4);
        const char *shown = ehc_shown(&next, &bytes);
        if (character[0] != '\0' && ehc_utf8_length(character) == 0) {
            shown = ehc_from_windows_1252((unsigned char)character[0], other);
            bytes = strlen(shown);
            if (audit->not_utf8_line == 0)
                audit->not_utf8_line = audit->line;
        }
        if (at + bytes + 1 > room)
            break;
        memcpy(target + at, shown, bytes);
        at += bytes;
        i += (size_t)(next - character);
    }
    target[at] = '\0';
}

unsigned ehc_audit_count_breaks(const char *text, size_t length) {
    unsigned lines = 0;
    for (size_t i = 0; i < length; i++)
        lines += text[i] == '\n' || (text[i] == '\r' && !(i + 1 < length && text[i + 1] == '\n'));
    return lines;
}

void ehc_audit_fault(struct ehc_audit *audit, enum ehc_fault kind, const struct audit_column *column,
                     struct ehc_error *error) {
    struct audit_row *row = &audit->row;
    char message[sizeof error->message], quoted[EHC_QUOTE_ROOM];
    if (row->ignored)
        return;
    if (column != NULL) {
        snprintf(message, sizeof message, "column %s: %.200s", ehc_quote(column->heading, quoted), error->message);
        ehc_make_fit(message);
        memcpy(error->message, message, sizeof message);
    }
    error->file = audit->options.file;
    error->line = (unsigned)row->line;
    audit->result.faults[kind]++;
    if (row->faults++ == 0)
        snprintf(row->fault, sizeof row->fault, "%s", error->message);
    if (audit->options.strict && !audit->stopped) {
        audit->stopped = audit->failed = true;
        audit->error = *error;
    } else if (!audit->stopped && audit->options.fault != NULL) {
        audit->options.fault(audit->options.context, kind, error);
    }
}

void ehc_audit_warn(struct ehc_audit *audit, const struct audit_column *column, const char *message) {
    if (audit->warnings == NULL)
        audit->warnings = calloc(audit->column_count, sizeof *audit->warnings);
    if (audit->warnings == NULL) {
        ehc_audit_out_of_memory(audit);
        return;
    }
    struct audit_warning *warning = &audit->warnings[column - audit->columns];
    if (warning->count++ > 0)
        return;
    warning->line = audit->row.line;
    snprintf(warning->message, sizeof warning->message, "%.*s", (int)sizeof warning->message - 1, message);
    ehc_make_fit(warning->message);
}
