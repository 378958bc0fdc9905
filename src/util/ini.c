#ifndef INIPARSER_READS_STREAMS
#define _GNU_SOURCE /* memfd_create; NOLINT(bugprone-reserved-identifier): the C library's own switch */
#include <sys/mman.h>
#endif
#include "ascii.h"
#include "fail.h"
#include "ini.h"
#include "read_file.h"
#include <errno.h>
#include <iniparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* iniparser refuses a line over 1,024 bytes but does not say which. Version 4.1 looks keys up one by one, so many lines
 * are slow. */
enum { LINE_MOST = 1000, LINES_MOST = 5000 };

struct check {
    struct ini *ini;
    const char *form; /* the hint for a line of another form; NULL: the hints of a case file */
    size_t capacity;
    char *start;         /* the current line */
    char *for_iniparser; /* the same line in the text for iniparser */
    unsigned line;
    char *section; /* the current one; NULL before the first */
    size_t header; /* its entry */
    bool lost;     /* the header of the current section has a fault: the lines below belong to no section */
    bool no_memory;
    ehc_report *report;
    void *context;
};

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

static bool is_mark(char c) {
    return c == ';' || c == '#';
}

static char *trim(char *text) {
    while (is_blank(*text))
        text++;
    size_t length = strlen(text);
    while (length > 0 && is_blank(text[length - 1]))
        text[--length] = '\0';
    return text;
}

/* ---- faults: these functions give false ---- */

static bool fault(struct check *check, struct ehc_error *error) {
    error->file = check->ini->file;
    error->line = check->line;
    check->ini->faults++;
    check->report(check->context, error);
    return false;
}

static bool refuse(struct check *check, const char *message, const char *hint) {
    struct ehc_error error;
    ehc_fail(&error, "%s", message);
    ehc_hint(&error, "%s", hint);
    return fault(check, &error);
}

/* Refuses a line that is neither a section, an entry nor a comment. */
static bool refuse_form(struct check *check, const char *message, const char *in_a_case) {
    return refuse(check, message, check->form != NULL ? check->form : in_a_case);
}

/* Reports a fault of the machine, not of the text. */
static bool refuse_unreadable(struct check *check, bool *unreadable, int reason) {
    struct ehc_error error;
    ehc_no_memory(&error);
    if (reason != ENOMEM) {
        if (reason != 0)
            ehc_fail(&error, "the file cannot be read: %s", strerror(reason));
        else
            ehc_fail(&error, "the file cannot be read");
        ehc_hint(&error, "check the file's name");
    }
    error.of_machine = *unreadable = true;
    check->line = 0;
    return fault(check, &error);
}

/* ---- our pass over the text: these functions give false if the line must be hidden from iniparser ---- */

static bool check_plain(struct check *check, const char *text, const char *but) {
    struct ehc_error error;
    return ehc_check_plain(text, but, &error) || fault(check, &error);
}

/* A section cannot begin twice, so it is enough to look for a key in the current one. */
static bool add_entry(struct check *check, char *key, bool has_comment) {
    struct ini *ini = check->ini;
    for (size_t i = key == NULL ? 0 : check->header + 1; i < ini->count; i++) {
        const struct ini_entry *entry = &ini->entries[i];
        bool same =
            key != NULL ? ascii_same(entry->key, key) : entry->key == NULL && ascii_same(entry->section, check->section);
        if (!same)
            continue;
        char quoted[EHC_QUOTE_ROOM];
        struct ehc_error error;
        ehc_fail(&error, "%s is given twice: first on line %u", ehc_quote(key != NULL ? key : check->section, quoted),
                 entry->line);
        ehc_hint(&error, "keep one of the two");
        return fault(check, &error);
    }
    if (ini->count == check->capacity) {
        size_t capacity = check->capacity == 0 ? 64 : 2 * check->capacity;
        struct ini_entry *entries = realloc(ini->entries, capacity * sizeof *entries);
        check->no_memory = entries == NULL;
        if (entries == NULL)
            return false;
        ini->entries = entries;
        check->capacity = capacity;
    }
    if (key == NULL)
        check->header = ini->count;
    ini->entries[ini->count++] =
        (struct ini_entry){.section = check->section, .key = key, .line = check->line, .has_comment = has_comment};
    return true;
}

/* iniparser accepts these in silence: quotation marks that do not close, and text after them. */
static bool check_quoted(struct check *check, char *value) {
    char *end = strchr(value + 1, *value);
    if (end == NULL)
        return refuse(check, "the closing quotation mark is missing",
                      "end the value with the quotation mark that begins it");
    *end++ = '\0';
    if (strchr(value, '\\') != NULL)
        return refuse(check, "there is a backslash in quotation marks", "leave out the backslash or the quotation marks");
    while (is_blank(*end))
        end++;
    if (*end != '\0' && !is_mark(*end))
        return refuse(check, "there is text after the closing quotation mark",
                      "put the whole value inside the quotation marks");
    return check_plain(check, value + 1, "");
}

const char ehc_ini_comment_fault[] = "the value has ';' or '#', which begin a comment";

/* iniparser ends an unquoted value at the first ';' or '#'. Notes if it did. */
static bool check_unquoted(struct check *check, char *value, bool *has_comment) {
    char *comment = strpbrk(value, ";#");
    *has_comment = comment != NULL;
    if (comment != NULL && comment > value && !is_blank(comment[-1]))
        return refuse(check, ehc_ini_comment_fault, "put the value in quotation marks");
    if (comment != NULL)
        *comment = '\0';
    return check_plain(check, trim(value), "");
}

static bool check_key_and_value(struct check *check, char *line) {
    static const char example[] = "write it as NAME = VALUE, and a date as 2026-01-05";
    bool has_comment = false;
    char *equals = strchr(line, '=');
    if (equals == NULL)
        return refuse_form(check, "there is no '=' in this line", example);
    *equals = '\0';
    char *key = trim(line), *value = trim(equals + 1);
    if (*key == '\0' || strchr(key, ':') != NULL)
        return refuse_form(check, *key == '\0' ? "there is no name before '='" : "a name cannot have a ':'", example);
    if (check->section == NULL)
        return refuse_form(check, "this line comes before any section", "put a section such as [case] or [events] above it");
    bool quoted = *value == '"' || *value == '\'';
    return (quoted ? check_quoted(check, value) : check_unquoted(check, value, &has_comment)) &&
           add_entry(check, key, has_comment);
}

static bool check_header(struct check *check, char *line) {
    char *end = strchr(line, ']');
    if (end == NULL)
        return refuse_form(check, "the section's name has no closing ']'", "write it as [events]");
    char *rest = end + 1;
    while (is_blank(*rest))
        rest++;
    if (*rest != '\0' && (!is_mark(*rest) || rest == end + 1))
        return refuse_form(check, "there is text after the section's ']'", "write it as [events]");
    *end = '\0';
    char *name = trim(line + 1);
    if (*name == '\0' || strchr(name, ':') != NULL)
        return refuse_form(check, *name == '\0' ? "the section has no name" : "a section's name cannot have a ':'",
                           "write it as [events]");
    if (!check_plain(check, name, ""))
        return false;
    /* iniparser allows no comment here. */
    memset(check->for_iniparser + (rest - check->start), ' ', strlen(rest));
    check->section = name;
    return add_entry(check, NULL, false);
}

static bool check_line(struct check *check, size_t length) {
    if (strlen(check->start) != length)
        return refuse(check, "there is a NUL byte", ehc_hint_utf8);
    if (length > LINE_MOST)
        return refuse(check, "the line is longer than 1,000 bytes", "shorten it");
    char *line = trim(check->start);
    if (!check_plain(check, line, "\t")) /* a tab may stand around a value or a section's name, but not inside */
        return false;
    if (*line == '\0' || is_mark(*line)) /* after a '\' iniparser would continue with the next line even here */
        return false;
    if (line[strlen(line) - 1] == '\\')
        return refuse(check, "a line cannot go on after '\\'", "write the value on one line");
    if (*line == '[')
        return !(check->lost = !check_header(check, line));
    return !check->lost && check_key_and_value(check, line);
}

/* Goes through `text` line by line. In `for_iniparser`, a copy of it, replaces lines that iniparser must not see by
 * spaces. False if memory ran out. */
static bool check_text(struct check *check, char *text, char *for_iniparser, size_t length) {
    for (char *line = text, *end = text + length; line < end && !check->no_memory;) {
        char *newline = memchr(line, '\n', (size_t)(end - line));
        char *next = newline != NULL ? newline : end;
        *next = '\0';
        check->start = line;
        check->for_iniparser = for_iniparser + (line - text);
        if (++check->line > LINES_MOST) {
            refuse(check, "the file has more than 5,000 lines", "split it");
            memset(check->for_iniparser, ' ', (size_t)(end - line));
            return true;
        }
        if (!check_line(check, (size_t)(next - line)))
            memset(check->for_iniparser, ' ', (size_t)(next - line));
        line = next + 1;
    }
    return !check->no_memory;
}

/* ---- iniparser ---- */

/* NULL on failure: errno says why, and is 0 if iniparser refuses the text. Nothing is written to a disk. */
static dictionary *load_text(char *text, size_t length) {
#ifdef INIPARSER_READS_STREAMS /* iniparser 4.2 and later */
    FILE *in = fmemopen(text, length, "r");
    if (in == NULL)
        return NULL;
    errno = 0;
    dictionary *loaded = iniparser_load_file(in, "");
#else /* 4.1 only reads files by name: use a file in memory */
    char path[64];
    int descriptor = memfd_create("ehc", MFD_CLOEXEC);
    FILE *in = descriptor >= 0 ? fdopen(descriptor, "w") : NULL;
    if (in == NULL) {
        if (descriptor >= 0)
            close(descriptor);
        return NULL;
    }
    snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    bool written = fwrite(text, 1, length, in) == length && fflush(in) == 0;
    if (written)
        errno = 0;
    dictionary *loaded = written ? iniparser_load(path) : NULL;
#endif
    int reason = errno;
    fclose(in);
    errno = reason;
    return loaded;
}

static bool load_values(struct ini *ini, char *text, size_t length) {
    ini->dictionary = load_text(text, length);
    if (ini->dictionary == NULL)
        return false;
    for (size_t i = 0; i < ini->count; i++) {
        struct ini_entry *entry = &ini->entries[i];
        char name[2 * LINE_MOST];
        if (entry->key == NULL)
            continue;
        snprintf(name, sizeof name, "%s:%s", entry->section, entry->key);
        entry->value = iniparser_getstring(ini->dictionary, name, NULL);
        if (entry->value == NULL)
            return false;
    }
    return true;
}

/* ---- the whole ---- */

/* Whether the text is a table such as a caseload: it has no section, and its first line is cells without any '='. */
static bool is_table(const char *text) {
    const char *first = text + strspn(text, " \t\r\n");
    size_t line = strcspn(first, "\r\n");
    if (is_mark(*first) || strcspn(first, "=") < line || strcspn(first, ",;\t") >= line)
        return false;
    for (const char *next = first; *next != '\0'; next += strspn(next, " \t\r\n")) {
        if (*next == '[')
            return false;
        next += strcspn(next, "\r\n");
    }
    return true;
}

/* `text` has one byte more than `length`: a NUL. */
static bool read_text(struct check *check, char *text, size_t length, bool *unreadable) {
    struct ini *ini = check->ini;
    size_t mark = length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    if (length >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0))
        return refuse(check, "the file is UTF-16", "save it as plain UTF-8 text");
    if (is_table(text + mark))
        return refuse_form(check, "the file is a table: it has no section", "for a caseload (CSV), use 'ehc audit'");
    char *names = malloc(length + 1);
    ini->text = names;
    if (names != NULL)
        memcpy(names, text, length + 1);
    if (names == NULL || !check_text(check, names + mark, text + mark, length - mark))
        return refuse_unreadable(check, unreadable, ENOMEM);
    text[length] = '\n'; /* an empty file also needs something to read */
    errno = 0;
    if (load_values(ini, text + mark, length + 1 - mark))
        return true;
    check->line = 0;
    if (errno != 0)
        return refuse_unreadable(check, unreadable, errno);
    return ini->faults == 0 && refuse(check, "the file cannot be read as an ini file", "check how it is written");
}

bool ehc_ini_open(struct ini *ini, const char *file, size_t most, const char *form, bool *unreadable, ehc_report *report,
                  void *context) {
    struct check check = {.ini = ini, .form = form, .report = report, .context = context};
    char message[64];
    size_t length = 0;
    bool too_large;
    *ini = (struct ini){.file = file};
    *unreadable = false;
    errno = 0;
    char *text = ehc_read_file(file, most, &length, &too_large);
    if (text == NULL && too_large) {
        snprintf(message, sizeof message, "the file is larger than %zu KiB", most / 1024);
        return refuse(&check, message, "check the file's name");
    }
    if (text == NULL)
        return refuse_unreadable(&check, unreadable, errno);
    bool read = read_text(&check, text, length, unreadable);
    free(text);
    if (!read)
        ehc_ini_close(ini);
    return read;
}

void ehc_ini_close(struct ini *ini) {
    if (ini->dictionary != NULL)
        iniparser_freedict(ini->dictionary);
    free(ini->entries);
    free(ini->text);
    *ini = (struct ini){0};
}
