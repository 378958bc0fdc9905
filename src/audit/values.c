/* From fields to facts. Dates in the usual forms of spreadsheets take a fast path; others go to ehc_day_read(), which says
 * what is wrong. */
#include "audit_state.h"
#include "util/ascii.h"
#include "util/fields.h"
#include <stdio.h>
#include <string.h>

/* ---- dates ---- */

static inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static inline ehc_day make_day(const struct ehc_audit *audit, int year, int month, int day) {
    if (year < YEAR_FIRST || year > YEAR_LAST || month < 1 || month > 12 || day < 1)
        return EHC_NO_DAY;
    int index = 12 * (year - YEAR_FIRST) + month - 1;
    ehc_day found = audit->month_start[index] + day - 1;
    return found < audit->month_start[index + 1] ? found : EHC_NO_DAY;
}

/* Adds a digit to a number. Sets `bad` if the character is not a digit. */
static inline void add_digit(int *number, char c, bool *bad) {
    unsigned digit = (unsigned char)c - (unsigned)'0';
    *bad |= digit > 9;
    *number = 10 * *number + (int)digit;
}

/* 2026-01-05, ten characters. */
static inline ehc_day read_iso(const struct ehc_audit *audit, const char *text) {
    int year = 0, month = 0, day = 0;
    bool bad = text[4] != '-' || text[7] != '-';
    for (size_t i = 0; i < 4; i++)
        add_digit(&year, text[i], &bad);
    for (size_t i = 0; i < 2; i++) {
        add_digit(&month, text[5 + i], &bad);
        add_digit(&day, text[8 + i], &bad);
    }
    return bad ? EHC_NO_DAY : make_day(audit, year, month, day);
}

/* 5/1/2026, 05/01/2026 */
static ehc_day read_slashes(const struct ehc_audit *audit, const char *text, size_t length) {
    int number[3] = {0};
    size_t part = 0, digits = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '/' && part < 2 && digits > 0 && digits <= 2) {
            part++;
            digits = 0;
        } else if (is_digit(text[i]) && digits < 4) {
            number[part] = 10 * number[part] + text[i] - '0';
            digits++;
        } else {
            return EHC_NO_DAY;
        }
    }
    return part == 2 && digits == 4 ? make_day(audit, number[2], number[1], number[0]) : EHC_NO_DAY;
}

static bool is_word(const char *text, size_t length, const char *word) {
    size_t at = 0;
    while (at < length && word[at] != '\0' && ascii_lower(text[at]) == word[at])
        at++;
    return at == length && word[at] == '\0';
}

/* Whether the text is one of the words for an empty cell. */
static bool is_nothing(const char *text) {
    static const char *const words[] = {"",        "-",   "--",  "n/a", "na",   "null", "none", "not known",
                                        "unknown", "tbc", "nat", "nan", "<na>", "#n/a", "nil"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (is_word(text, strlen(text), words[i]))
            return true;
    return false;
}

/* Databases write a time after the date: "2026-01-05 00:00:00", "2026-01-05T00:00:00Z". */
static void cut_time(char *text) {
    char *colon = strchr(text, ':');
    if (colon == NULL || colon == text || !is_digit(colon[-1]) || !is_digit(colon[1]))
        return;
    while (colon > text && is_digit(colon[-1]))
        colon--;
    if (colon - 1 > text && (colon[-1] == ' ' || colon[-1] == 'T' || colon[-1] == 't'))
        colon[-1] = '\0';
}

static bool is_month_first(const char *text) {
    int first, second, year;
    char end;
    return sscanf(text, "%2d/%2d/%4d%c", &first, &second, &year, &end) == 3 && first >= 1 && first <= 12 && second > 12 &&
           second <= 31;
}

/* "06-Jan-25" or "6/1/25": the format of the column in the spreadsheet leaves out the century. */
static bool has_short_year(const char *text) {
    size_t length = strlen(text);
    return length > 4 && is_digit(text[length - 1]) && is_digit(text[length - 2]) &&
           strchr("-/. ", text[length - 3]) != NULL;
}

static void explain_date(struct audit_column *column, const struct audit_row *row, const char *text,
                         struct ehc_error *error) {
    if (is_month_first(text)) {
        if (column->month_first++ == 0)
            column->month_first_line = row->line;
    } else if (has_short_year(text)) {
        ehc_hint(error, "give the column the format yyyy-mm-dd in the spreadsheet, and save it again");
    }
}

static enum audit_form form_of(const char *text) {
    size_t digits = strspn(text, "0123456789");
    if (digits == 4 || digits == 8) /* the year is first, so there is only one way to read it */
        return FORM_ISO;
    if (strpbrk(text, "/.-") == NULL)
        return FORM_WORDS;
    while (*text != '\0' && !ascii_is_letter(*text))
        text++;
    return *text == '\0' ? FORM_NUMBERS : FORM_WORDS;
}

static bool is_year(const char *text) {
    return strlen(text) == 4 && strspn(text, "0123456789") == 4;
}

/* Cold path: a date in any other form. */
SELDOM static void take_other_day(struct ehc_audit *audit, struct audit_column *column, const char *text, size_t length) {
    char copy[DATE_ROOM];
    struct ehc_error error;
    audit->line += audit_line_breaks(text, length);
    if (memchr(text, '\0', length) != NULL) {
        ehc_fail(&error, "there is a NUL byte in the field");
        ehc_hint(&error, "the file was damaged: export it again");
        ehc_audit_fault(audit, EHC_FAULT_BYTES, column, &error);
        return;
    }
    size_t start = 0;
    while (start < length && strchr(" \t'", text[start]) != NULL)
        start++;
    ehc_audit_copy_text(audit, copy, sizeof copy, text + start, length - start);
    if (is_nothing(copy) || (column->is_year && is_year(copy)))
        return;
    cut_time(copy);
    if (ehc_day_read(copy, column->day, &error)) {
        column->forms[form_of(copy)]++;
        return;
    }
    if (column == audit->first_column)
        ehc_audit_look_for_total(audit, copy, strlen(copy));
    if (audit->row.ignored || ehc_audit_is_heading(column, copy)) {
        audit->row.ignored = true;
        return;
    }
    explain_date(column, &audit->row, copy, &error);
    if (column->unneeded)
        ehc_audit_warn(audit, column, error.message);
    else
        ehc_audit_fault(audit, EHC_FAULT_DATE, column, &error);
}

void ehc_audit_take_day(struct ehc_audit *audit, struct audit_column *column, const char *text, size_t length) {
    ehc_day day = EHC_NO_DAY;
    enum audit_form form = FORM_NUMBERS;
    if (length == 10 && text[4] == '-') {
        day = read_iso(audit, text);
        form = FORM_ISO;
    } else if (length >= 8 && length <= 10) {
        day = read_slashes(audit, text, length);
    }
    if (day == EHC_NO_DAY) {
        take_other_day(audit, column, text, length);
        return;
    }
    *column->day = day;
    column->forms[form]++;
}

/* ---- the rest ---- */

static bool is_any(const char *text, size_t length, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (is_word(text, length, words[i]))
            return true;
    return false;
}

static void take_exception(struct ehc_audit *audit, const struct audit_column *column, const char *text, size_t length) {
    static const char *const yes[] = {"1", "y", "yes", "true", "t"}, *const no[] = {"0", "n", "no", "false", "f"};
    if (length == 1 && (*text == '0' || *text == '1')) {
        audit->row.claims = *text == '1';
        return;
    }
    if (is_any(text, length, yes, sizeof yes / sizeof yes[0])) {
        audit->row.claims = true;
    } else if (!is_any(text, length, no, sizeof no / sizeof no[0])) {
        char copy[NAME_ROOM], quoted[EHC_QUOTE_ROOM];
        struct ehc_error error;
        audit->line += audit_line_breaks(text, length);
        ehc_audit_copy_text(audit, copy, sizeof copy, text, length);
        if (is_nothing(copy))
            return;
        if (ehc_audit_is_heading(column, copy)) {
            audit->row.ignored = true;
            return;
        }
        ehc_fail(&error, "%s is neither 0 nor 1", ehc_quote(copy, quoted));
        ehc_hint(&error, "write 1 where an exception is claimed, else 0");
        ehc_audit_fault(audit, EHC_FAULT_FLAG, column, &error);
    }
}

static void take_setting(struct ehc_audit *audit, const struct audit_column *column, const char *text, size_t length) {
    char copy[NAME_ROOM];
    struct ehc_error error;
    audit->line += audit_line_breaks(text, length);
    ehc_audit_copy_text(audit, copy, sizeof copy, text, length);
    for (char *c = copy; *c != '\0'; c++)
        *c = *c == ' ' || *c == '_' ? '-' : ascii_lower(*c);
    if (ehc_audit_is_heading(column, copy))
        audit->row.ignored = true;
    else if (!is_nothing(copy) && !ehc_setting_read(copy, &audit->facts.setting, &error))
        ehc_audit_fault(audit, EHC_FAULT_CODE, column, &error);
}

static bool is_on_list(const char *text, size_t length, const char *list) {
    char item[NAME_ROOM];
    while (ehc_next_item(&list, item, sizeof item))
        if (is_word(text, length, item))
            return true;
    return false;
}

static void take_outcome(struct ehc_audit *audit, const struct audit_column *column, const char *text, size_t length) {
    const struct ehc_outcome_codes *codes = &audit->options.law->caseload.codes;
    enum audit_code *code = &audit->row.outcome[column->outcome];
    char copy[NAME_ROOM], quoted[EHC_QUOTE_ROOM];
    struct ehc_error error;
    *code = is_on_list(text, length, codes->yes)    ? CODE_YES
            : is_on_list(text, length, codes->no)   ? CODE_NO
            : is_on_list(text, length, codes->none) ? CODE_NONE
                                                    : CODE_NOT_GIVEN;
    if (*code != CODE_NOT_GIVEN)
        return;
    audit->line += audit_line_breaks(text, length);
    ehc_audit_copy_text(audit, copy, sizeof copy, text, length);
    if (ehc_audit_is_heading(column, copy)) {
        audit->row.ignored = true;
        return;
    }
    ehc_fail(&error, "%s is not an outcome", ehc_quote(copy, quoted));
    ehc_hint(&error, "%s", codes->hint);
    ehc_audit_fault(audit, EHC_FAULT_CODE, column, &error);
}

/* Each kind of field has its own function, so that a call saves only the registers that this kind needs. */
__attribute__((noinline)) static void take_authority(struct ehc_audit *audit, const char *text, size_t length) {
    if (audit->options.by == EHC_BY_AUTHORITY)
        audit->authority = ehc_audit_group(audit, text, length);
    if (audit->authority == NULL || audit->authority->has_lines)
        audit->line += audit_line_breaks(text, length);
    if (audit->options.row != NULL)
        ehc_audit_copy_text(audit, audit->row.authority, sizeof audit->row.authority, text, length);
}

/* Takes text that no figure needs. */
__attribute__((noinline)) static void take_text(struct ehc_audit *audit, const struct audit_column *column, const char *text,
                                                size_t length) {
    struct audit_row *row = &audit->row;
    if (column->kind == COLUMN_REASON)
        ehc_audit_copy_text(audit, row->reason, sizeof row->reason, text, length);
    if (column->kind == COLUMN_REFERENCE && audit->options.row != NULL)
        ehc_audit_copy_text(audit, row->reference, sizeof row->reference, text, length);
    if (column == audit->first_column && length > 1 && text[1] >= 'A')
        ehc_audit_look_for_total(audit, text, length);
    audit->line += audit_line_breaks(text, length);
}

void ehc_audit_take_value(struct ehc_audit *audit, struct audit_column *column, const char *text, size_t length) {
    switch (column->kind) {
    case COLUMN_EXCEPTION:
        take_exception(audit, column, text, length);
        return;
    case COLUMN_AUTHORITY:
        take_authority(audit, text, length);
        return;
    case COLUMN_SETTING:
        take_setting(audit, column, text, length);
        return;
    case COLUMN_OUTCOME:
        take_outcome(audit, column, text, length);
        return;
    case COLUMN_REFERENCE:
    case COLUMN_REASON:
    case COLUMN_UNKNOWN:
    case COLUMN_DAY:
        take_text(audit, column, text, length);
    }
}
