#include "ini.h"
#include "ascii.h"
#include "error.h"
#include "file.h"
#include <iniparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* iniparser 4.1 refuses a line over 1,024 bytes without saying which, and looks keys up one after the other. */
enum { LINE_MOST = 1000, LINES_MOST = 5000 };

struct check {
    struct ini *ini;
    size_t capacity;
    unsigned line;
    char *section; /* the present one; NULL before the first */
    size_t header; /* its entry */
    bool lost;     /* the present section's header has a fault: what follows it belongs to no section */
    bool skip;     /* the present line is not for iniparser */
    ehc_report *report;
    void *context;
};

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

static char *trim(char *text) {
    while (is_blank(*text))
        text++;
    size_t length = strlen(text);
    while (length > 0 && is_blank(text[length - 1]))
        text[--length] = '\0';
    return text;
}

static void fault(struct check *check, struct ehc_error *error) {
    error->file = check->ini->file;
    error->line = check->line;
    check->ini->faults++;
    check->skip = true;
    check->report(check->context, error);
}

static void say(struct check *check, const char *message, const char *hint) {
    struct ehc_error error;
    ehc_fail(&error, "%s", message);
    ehc_hint(&error, "%s", hint);
    fault(check, &error);
}

/* A section cannot be begun twice, so that a key is looked for in the present one alone. */
static bool add_entry(struct check *check, char *key) {
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
        fault(check, &error);
        return true;
    }
    if (ini->count == check->capacity) {
        size_t capacity = check->capacity == 0 ? 64 : 2 * check->capacity;
        struct ini_entry *entries = realloc(ini->entries, capacity * sizeof *entries);
        if (entries == NULL)
            return false;
        ini->entries = entries;
        check->capacity = capacity;
    }
    if (key == NULL)
        check->header = ini->count;
    ini->entries[ini->count++] = (struct ini_entry){.section = check->section, .key = key, .line = check->line};
    return true;
}

static bool check_value(struct check *check, const char *value) {
    if (*value == '"' || *value == '\'') {
        const char *end = strchr(value + 1, *value);
        if (end == NULL) {
            say(check, "the closing quotation mark is missing", "end the value with the mark it begins with");
            return false;
        }
        for (end++; is_blank(*end);)
            end++;
        if (*end != '\0' && *end != ';' && *end != '#')
            say(check, "there is text after the closing quotation mark", "put all of the value inside the marks");
        return !check->skip;
    }
    const char *comment = strpbrk(value, ";#");
    if (comment != NULL && comment > value && !is_blank(comment[-1]))
        say(check, "';' and '#' begin a comment", "put the value in quotation marks");
    return !check->skip;
}

static bool check_header(struct check *check, char *line) {
    check->lost = true;
    char *end = strchr(line, ']');
    if (end == NULL || end[1] != '\0') {
        say(check, end == NULL ? "the section's name has no closing ']'" : "there is text after the section's ']'",
            "write it as [events]");
        return true;
    }
    *end = '\0';
    char *name = trim(line + 1);
    if (*name == '\0' || strchr(name, ':') != NULL) {
        say(check, *name == '\0' ? "the section has no name" : "a section's name cannot have a ':'", "write it as [events]");
        return true;
    }
    check->section = name;
    bool enough_memory = add_entry(check, NULL);
    check->lost = check->skip;
    return enough_memory;
}

/* False where memory ran out. */
static bool check_line(struct check *check, char *line, size_t length) {
    if (strlen(line) != length) {
        say(check, "there is a NUL byte", "save the file as plain UTF-8 text");
        return true;
    }
    if (length > LINE_MOST) {
        say(check, "the line is longer than 1,000 bytes", "shorten it");
        return true;
    }
    line = trim(line);
    for (const char *at = line; *at != '\0';) {
        size_t bytes = ehc_utf8_length(at);
        if (bytes == 0 || (ehc_is_control(at) && *at != '\t')) {
            say(check, bytes == 0 ? "the text is not UTF-8" : "there is a control character",
                "save the file as plain UTF-8 text");
            return true;
        }
        at += bytes;
    }
    if (*line == '\0' || *line == ';' || *line == '#')
        return true;
    if (line[strlen(line) - 1] == '\\') {
        say(check, "a line cannot go on after '\\'", "write the value on one line");
        return true;
    }
    if (*line == '[')
        return check_header(check, line);
    check->skip = check->lost;
    if (check->lost)
        return true;
    char *equals = strchr(line, '=');
    if (equals == NULL) {
        say(check, "there is no '=' in this line", "write it as request-received = 2026-01-05");
        return true;
    }
    *equals = '\0';
    char *key = trim(line);
    if (*key == '\0' || strchr(key, ':') != NULL) {
        say(check, *key == '\0' ? "there is no name before '='" : "a name cannot have a ':'",
            "write it as request-received = 2026-01-05");
        return true;
    }
    if (check->section == NULL) {
        say(check, "this line comes before any section", "put a section such as [case] or [events] above it");
        return true;
    }
    return !check_value(check, trim(equals + 1)) || add_entry(check, key);
}

/* Checks `text` line by line, and blanks in `for_iniparser`, a copy of it, the lines that have a fault. False where memory
 * ran out. */
static bool check_text(struct check *check, char *text, char *for_iniparser, size_t length) {
    for (char *line = text, *end = text + length; line < end;) {
        char *newline = memchr(line, '\n', (size_t)(end - line));
        char *next = newline != NULL ? newline : end;
        *next = '\0';
        check->line++;
        check->skip = false;
        if (check->line > LINES_MOST) {
            say(check, "the file has more than 5,000 lines", "split it");
            return true;
        }
        if (!check_line(check, line, (size_t)(next - line)))
            return false;
        if (check->skip)
            memset(for_iniparser + (line - text), ' ', (size_t)(next - line));
        line = next + 1;
    }
    return true;
}

static int keep_quiet(const char *format, ...) {
    (void)format;
    return 0;
}

/* iniparser reads only files, by name: text from elsewhere goes through a temporary one. */
static dictionary *load_text(const char *text, size_t length) {
    const char *folder = getenv("TMPDIR");
    char path[512];
    int size = snprintf(path, sizeof path, "%s/ehc-XXXXXX", folder != NULL && *folder != '\0' ? folder : "/tmp");
    if (size < 0 || (size_t)size >= sizeof path)
        return NULL;
    int descriptor = mkstemp(path);
    if (descriptor < 0)
        return NULL;
    FILE *out = fdopen(descriptor, "wb");
    bool written = out != NULL && fwrite(text, 1, length, out) == length;
    if (out != NULL)
        written = fclose(out) == 0 && written;
    else
        close(descriptor);
    dictionary *loaded = written ? iniparser_load(path) : NULL;
    unlink(path);
    return loaded;
}

/* `text` without the byte-order mark and the lines that have a fault; `as_is`: it is the file. */
static bool load_values(struct ini *ini, const char *file, const char *text, size_t length, bool as_is) {
    iniparser_set_error_callback(keep_quiet);
    ini->dictionary = as_is ? iniparser_load(file) : load_text(text, length);
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

bool ini_open(struct ini *ini, const char *file, size_t most, bool *unreadable, ehc_report *report, void *context) {
    *ini = (struct ini){.file = file};
    struct check check = {.ini = ini, .report = report, .context = context};
    size_t length = 0;
    bool too_large;
    char *text = file_read(file, most, &length, &too_large);
    *unreadable = text == NULL && !too_large;
    if (text == NULL) {
        say(&check, too_large ? "the file is too large" : "the file cannot be read", "check the file's name");
        return false;
    }
    size_t mark = length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    char *copy = malloc(length + 1);
    bool read = false;
    ini->text = copy;
    if (copy != NULL)
        memcpy(copy, text, length + 1);
    if (length >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0)) {
        say(&check, "the file is UTF-16", "save it as plain UTF-8 text");
    } else if (copy == NULL || !check_text(&check, copy + mark, text + mark, length - mark)) {
        say(&check, "there is not enough memory", "close other programs");
    } else {
        bool as_is = strcmp(file, "-") != 0 && mark == 0 && ini->faults == 0;
        read = load_values(ini, file, text + mark, length - mark, as_is);
        check.line = 0;
        if (!read && ini->faults == 0)
            say(&check, "the file cannot be read as an ini file", "check how it is written");
    }
    free(text);
    if (!read)
        ini_close(ini);
    return read;
}

void ini_close(struct ini *ini) {
    if (ini->dictionary != NULL)
        iniparser_freedict(ini->dictionary);
    free(ini->entries);
    free(ini->text);
    *ini = (struct ini){0};
}
