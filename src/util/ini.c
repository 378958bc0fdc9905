#define _GNU_SOURCE /* memfd_create; NOLINT(bugprone-reserved-identifier): the C library's own switch */
#include "ini.h"
#include "ascii.h"
#include "fail.h"
#include "file.h"
#include <errno.h>
#include <iniparser.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* iniparser 4.1 refuses a line over 1,024 bytes without saying which, and looks keys up one after the other. */
enum { LINE_MOST = 1000, LINES_MOST = 5000, INIPARSER_ROOM = 16 * 1024 };

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

/* Tabs may stand around a name or a value, not in it. */
static bool check_plain(struct check *check, const char *text) {
    struct ehc_error error;
    if (!ehc_check_plain(text, "", &error))
        fault(check, &error);
    return !check->skip;
}

/* Cuts what follows the value. */
static bool check_value(struct check *check, char *value) {
    if (*value == '"' || *value == '\'') {
        char *end = strchr(value + 1, *value);
        if (end == NULL) {
            say(check, "the closing quotation mark is missing", "end the value with the mark it begins with");
            return false;
        }
        *end = '\0';
        for (end++; is_blank(*end);)
            end++;
        if (*end != '\0' && *end != ';' && *end != '#')
            say(check, "there is text after the closing quotation mark", "put all of the value inside the marks");
        return !check->skip && check_plain(check, value + 1);
    }
    char *comment = strpbrk(value, ";#");
    if (comment != NULL && comment > value && !is_blank(comment[-1]))
        say(check, "';' and '#' begin a comment", "put the value in quotation marks");
    if (comment != NULL)
        *comment = '\0';
    return !check->skip && check_plain(check, trim(value));
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
    if (!check_plain(check, name))
        return true;
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
    struct ehc_error error;
    if (!ehc_check_plain(line, "\t", &error)) {
        fault(check, &error);
        return true;
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

/* The library prints nothing. That iniparser does not either is said to the whole process, and so once: from then on threads
 * only read the one variable that iniparser keeps. */
static void silence_iniparser(void) {
    iniparser_set_error_callback(keep_quiet);
}

/* In memory, so that a child's data is in no folder even if the program is killed; -1 where there is no such file. */
static int open_in_memory(char *path, size_t room) {
#ifdef MFD_CLOEXEC
    int descriptor = memfd_create("ehc", MFD_CLOEXEC);
    snprintf(path, room, "/proc/self/fd/%d", descriptor);
    if (descriptor < 0 || access(path, R_OK) == 0)
        return descriptor;
    close(descriptor);
#else
    (void)path;
    (void)room;
#endif
    return -1;
}

/* Loses its name before anything is in it, where it can be read without one. */
static int open_temporary(char *path, size_t room, bool *has_name) {
    const char *folder = getenv("TMPDIR");
    char nameless[32];
    int size = snprintf(path, room, "%s/ehc-XXXXXX", folder != NULL && *folder != '\0' ? folder : "/tmp");
    errno = ENAMETOOLONG;
    int descriptor = size < 0 || (size_t)size >= room ? -1 : mkstemp(path);
    snprintf(nameless, sizeof nameless, "/dev/fd/%d", descriptor);
    *has_name = descriptor >= 0 && access(nameless, R_OK) != 0;
    if (descriptor >= 0 && !*has_name) {
        unlink(path);
        snprintf(path, room, "%s", nameless);
    }
    return descriptor;
}

/* iniparser 4.1 does not look whether its first allocations, of 3 KB in all, gave anything: that there is room for them, and
 * for its file, is seen to right before. */
static bool has_room_for_iniparser(void) {
    void *volatile room = malloc(INIPARSER_ROOM);
    bool has_room = room != NULL;
    free(room);
    return has_room;
}

/* iniparser reads only files, by name. NULL, errno, where there is no memory or no file; errno is 0 where it refuses the
 * text. */
static dictionary *load_text(const char *text, size_t length) {
    char path[512];
    int descriptor = open_in_memory(path, sizeof path);
    bool has_name = false;
    if (descriptor < 0)
        descriptor = open_temporary(path, sizeof path, &has_name);
    if (descriptor < 0)
        return NULL;
    dictionary *loaded = NULL;
    if (ehc_file_write(descriptor, text, length) && lseek(descriptor, 0, SEEK_SET) == 0 && has_room_for_iniparser()) {
        errno = 0;
        loaded = iniparser_load(path);
    }
    int reason = errno;
    close(descriptor);
    if (has_name)
        unlink(path);
    errno = reason;
    return loaded;
}

/* `text` without the byte-order mark and the lines that have a fault. */
static bool load_values(struct ini *ini, const char *text, size_t length) {
    static pthread_once_t silenced = PTHREAD_ONCE_INIT;
    pthread_once(&silenced, silence_iniparser);
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

/* A fault of the machine, not of the text. */
static void say_unreadable(struct check *check, bool *unreadable, int reason) {
    struct ehc_error error;
    ehc_no_memory(&error);
    if (reason != ENOMEM) {
        ehc_fail(&error, "the file cannot be read%s%s", reason != 0 ? ": " : "", reason != 0 ? strerror(reason) : "");
        ehc_hint(&error, "check the file's name");
    }
    error.of_machine = *unreadable = true;
    check->line = 0;
    fault(check, &error);
}

bool ehc_ini_open(struct ini *ini, const char *file, size_t most, bool *unreadable, ehc_report *report, void *context) {
    *ini = (struct ini){.file = file};
    struct check check = {.ini = ini, .report = report, .context = context};
    size_t length = 0;
    bool too_large;
    errno = 0;
    char *text = ehc_file_read(file, most, &length, &too_large);
    *unreadable = false;
    if (text == NULL && too_large)
        say(&check, "the file is too large", "check the file's name");
    else if (text == NULL)
        say_unreadable(&check, unreadable, errno);
    if (text == NULL)
        return false;
    size_t mark = length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    char *copy = malloc(length + 1);
    bool read = false;
    ini->text = copy;
    if (copy != NULL)
        memcpy(copy, text, length + 1);
    if (length >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0)) {
        say(&check, "the file is UTF-16", "save it as plain UTF-8 text");
    } else if (copy == NULL || !check_text(&check, copy + mark, text + mark, length - mark)) {
        say_unreadable(&check, unreadable, ENOMEM);
    } else {
        errno = 0;
        read = load_values(ini, text + mark, length - mark);
        int reason = errno;
        check.line = 0;
        if (!read && reason != 0)
            say_unreadable(&check, unreadable, reason);
        else if (!read && ini->faults == 0)
            say(&check, "the file cannot be read as an ini file", "check how it is written");
    }
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
