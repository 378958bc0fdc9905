/* Properties of CSV files from spreadsheets: other delimiters, other encodings, rows of totals, and files that are not
 * CSV. */
#include "audit_state.h"
#include "util/ascii.h"
#include <string.h>

enum { LINES_LOOKED_AT = 20 };

/* ---- files that are not CSV ---- */

static const char as_csv[] = "save it as CSV UTF-8";
static const char open_as_csv[] = "open it and save it as CSV UTF-8";

bool ehc_audit_check_kind(struct ehc_audit *audit) {
    static const struct {
        const char *bytes;
        size_t at, length;
        const char *what, *hint;
    } kinds[] = {
        {"\xff\xfe", 0, 2, "UTF-16 text", as_csv},
        {"\xfe\xff", 0, 2, "UTF-16 text", as_csv},
        {"mimetypeapplication/vnd.oasis", 30, 29, "a spreadsheet of LibreOffice", open_as_csv},
        {"PK\x03\x04", 0, 4, "a spreadsheet (.xlsx), or another packed file",
         "save it as CSV UTF-8, or 'xlsx2csv -f %Y-%m-%d FILE | ehc audit -'"},
        {"\xd0\xcf\x11\xe0", 0, 4, "a spreadsheet (.xls)", open_as_csv},
        {"\x1f\x8b", 0, 2, "compressed", "unpack it first, as in 'gzip -dc FILE | ehc audit -'"},
        {"%PDF", 0, 4, "a PDF document", "ask for the figures as CSV"},
        {"<?xml", 0, 5, "XML", "save the return's modules as CSV, one row for each child"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (audit->head_length >= kinds[i].at + kinds[i].length &&
            memcmp(audit->head + kinds[i].at, kinds[i].bytes, kinds[i].length) == 0)
            return ehc_audit_stop(audit, 0, kinds[i].hint, "the file is %s, not CSV", kinds[i].what);
    if (audit->head_length >= 2 && (audit->head[0] == '\0') != (audit->head[1] == '\0'))
        return ehc_audit_stop(audit, 0, as_csv, "the file is UTF-16 text, not CSV");
    return true;
}

/* ---- delimiters ---- */

static const char delimiters[] = {',', ';', '\t', '|'};
enum { DELIMITERS = sizeof delimiters };

static size_t index_of(char c) {
    size_t i = 0;
    while (i < DELIMITERS && delimiters[i] != c)
        i++;
    return i;
}

unsigned char ehc_audit_find_delimiter(const char *text, size_t length) {
    size_t lines[DELIMITERS] = {0}, all[DELIMITERS] = {0}, in_line[DELIMITERS] = {0}, seen = 0, best = 0;
    bool quoted = false;
    for (size_t at = 0; at < length && seen < LINES_LOOKED_AT; at++) {
        quoted = quoted != (text[at] == '"');
        size_t found = quoted ? DELIMITERS : index_of(text[at]);
        if (found < DELIMITERS) {
            in_line[found]++;
            all[found]++;
        }
        bool ends = !quoted && (text[at] == '\n' || text[at] == '\r');
        for (size_t i = 0; i < DELIMITERS && (ends || at + 1 == length); i++) {
            lines[i] += in_line[i] > 0;
            in_line[i] = 0;
        }
        seen += ends;
    }
    for (size_t i = 1; i < DELIMITERS; i++)
        if (lines[i] > lines[best] || (lines[i] == lines[best] && all[i] > all[best]))
            best = i;
    return (unsigned char)delimiters[best];
}

/* ---- rows of totals ---- */

static bool says_total(const char *text, size_t length) {
    static const char *const words[] = {"total",    "totals",    "grandtotal", "overalltotal", "subtotal",
                                        "totalrow", "alltotals", "sum",        "average",      "mean"};
    char plain[16];
    size_t at = 0;
    for (size_t i = 0; i < length; i++) {
        if (!ascii_is_letter(text[i]) && strchr(" :-*.\t", text[i]) == NULL)
            return false;
        if (ascii_is_letter(text[i]) && at + 1 < sizeof plain)
            plain[at++] = ascii_lower(text[i]);
    }
    plain[at] = '\0';
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(plain, words[i]) == 0)
            return true;
    return false;
}

bool ehc_audit_look_for_total(struct ehc_audit *audit, const char *text, size_t length) {
    if (!says_total(text, length))
        return false;
    audit->row.ignored = true;
    if (audit->total_row_line == 0)
        audit->total_row_line = audit->row.line;
    return true;
}
