/* support.h - shared by the unit tests: days as text, cases, deadlines by id, files, faults.
 *
 * Tests run in the project's top folder. Write out each expected date; work it out by hand from the law.
 */
#ifndef EHC_TESTS_SUPPORT_H
#define EHC_TESTS_SUPPORT_H

/* cmocka.h needs these four headers before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <ehc/judgement.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct ehc_law *const england = &ehc_law_england;

/* ---- days ---- */

static inline ehc_day day_of(const char *iso) {
    int year, month, day;
    if (sscanf(iso, "%d-%d-%d", &year, &month, &day) != 3)
        fail_msg("'%s' is not a date", iso);
    ehc_day found = ehc_day_from_ymd(year, month, day);
    if (found == EHC_NO_DAY)
        fail_msg("%s does not exist", iso);
    return found;
}

static inline struct ehc_span span_of(const char *first, const char *last) {
    return (struct ehc_span){day_of(first), day_of(last)};
}

/* A day as text, to compare: "2026-02-16", or "none". The last 8 texts stay valid. */
static inline const char *iso_of(ehc_day day) {
    static char room[8][EHC_DAY_TEXT];
    static size_t at;
    char *text = room[at++ % 8];
    struct ehc_ymd ymd;
    if (day < EHC_DAY_MIN || day > EHC_DAY_MAX)
        return strcpy(text, "none");
    ymd = ehc_ymd_from_day(day);
    snprintf(text, EHC_DAY_TEXT, "%04d-%02d-%02d", ymd.year, ymd.month, ymd.day);
    return text;
}

/* A macro, so that a failure names the line of the test. */
#define assert_day(day, iso) assert_string_equal(iso_of(day), iso)

/* ---- cases and deadlines ---- */

/* Sets the event to this date, or to several dates separated by commas. Dates that it had before are replaced. */
static inline void put_event(struct ehc_case *facts, const char *event, const char *dates) {
    struct ehc_error error;
    if (!ehc_case_set_event(england, facts, event, dates, &error))
        fail_msg("%s = %s: %s", event, dates, error.message);
}

static inline int limit_of(const char *id) {
    int index = ehc_find_limit(england, id);
    if (index == EHC_NONE)
        fail_msg("there is no limit '%s'", id);
    return index;
}

static inline struct ehc_deadline deadline_of(const struct ehc_case *facts, const char *limit, const char *as_at) {
    struct ehc_deadline deadline;
    ehc_deadline_of(england, facts, NULL, day_of(as_at), limit_of(limit), &deadline);
    return deadline;
}

static inline void assert_status_at(const struct ehc_deadline *deadline, const char *status, int days, const char *file,
                                    int line) {
    if (strcmp(ehc_status_name(deadline->status), status) == 0 && deadline->days == days)
        return;
    print_error("%s:%d: %s is %s with %d days; the test expects %s with %d\n", file, line, deadline->limit->id,
                ehc_status_name(deadline->status), deadline->days, status, days);
    fail();
}
#define assert_status(deadline, status, days) assert_status_at(&(deadline), status, days, __FILE__, __LINE__)

enum { EXCEPTIONS_MOST = 32 };

/* Puts into `room` the exceptions that the judgement lists for a deadline. Gives their number. */
static inline size_t exceptions_of(const struct ehc_case *facts, const struct ehc_deadline *deadline,
                                   struct ehc_exception room[EXCEPTIONS_MOST]) {
    struct ehc_judgement *judgement =
        ehc_judge_limit(england, facts, deadline->advice, deadline->due, (int)(deadline->limit - england->limits));
    assert_non_null(judgement);
    size_t count = judgement->deadlines[0].exception_count;
    assert_true(count <= EXCEPTIONS_MOST);
    for (size_t i = 0; i < count; i++)
        room[i] = judgement->deadlines[0].exceptions[i];
    ehc_judgement_free(judgement);
    return count;
}

/* ---- faults ---- */

enum { FAULTS_MOST = 64 };

struct faults {
    size_t count;
    struct ehc_error list[FAULTS_MOST];
    char file[FAULTS_MOST][600];
};

static inline void collect_fault(void *context, const struct ehc_error *error) {
    struct faults *faults = context;
    if (faults->count < FAULTS_MOST) {
        faults->list[faults->count] = *error;
        faults->list[faults->count].file = NULL;
        snprintf(faults->file[faults->count], sizeof faults->file[0], "%s", error->file != NULL ? error->file : "");
    }
    faults->count++;
}

static inline void print_faults(const struct faults *faults) {
    for (size_t i = 0; i < faults->count && i < FAULTS_MOST; i++)
        print_error("  %s:%u: %s (%s)\n", faults->file[i], faults->list[i].line, faults->list[i].message,
                    faults->list[i].hint);
}

/* Fails the test unless a fault at this line has these words in its message and in its hint. */
static inline void assert_fault_at(const struct faults *faults, unsigned line, const char *message, const char *hint,
                                   const char *in_file, int in_line) {
    for (size_t i = 0; i < faults->count && i < FAULTS_MOST; i++)
        if (faults->list[i].line == line && strstr(faults->list[i].message, message) != NULL &&
            strstr(faults->list[i].hint, hint) != NULL)
            return;
    print_error("%s:%d: no fault at line %u with '%s' and the hint '%s'; ehc reported:\n", in_file, in_line, line, message,
                hint);
    print_faults(faults);
    fail();
}
#define assert_fault(faults, line, message, hint) assert_fault_at(&(faults), line, message, hint, __FILE__, __LINE__)

static inline void assert_fault_count_at(const struct faults *faults, size_t count, const char *in_file, int in_line) {
    if (faults->count == count)
        return;
    print_error("%s:%d: %zu faults reported; the test expects %zu:\n", in_file, in_line, faults->count, count);
    print_faults(faults);
    fail();
}
#define assert_fault_count(faults, number) assert_fault_count_at(&(faults), number, __FILE__, __LINE__)

/* ---- files ---- */

enum { PATH_MOST = 1024 };

static inline const char *temporary_folder(void) {
    const char *folder = getenv("TMPDIR");
    return folder != NULL && *folder != '\0' ? folder : "/tmp";
}

static inline void write_bytes(const char *path, const void *bytes, size_t length) {
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, length, out), length);
    assert_int_equal(fclose(out), 0);
}

/* Writes a new temporary file and puts its name in `path`. */
static inline void temporary_file(char path[PATH_MOST], const void *bytes, size_t length) {
    snprintf(path, PATH_MOST, "%s/ehc-test-XXXXXX", temporary_folder());
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    close(descriptor);
    write_bytes(path, bytes, length);
}

/* The whole text of a file; the caller frees it. */
static inline char *read_file(const char *path) {
    FILE *in = fopen(path, "rb");
    if (in == NULL)
        fail_msg("%s cannot be read", path);
    fseek(in, 0, SEEK_END);
    size_t length = (size_t)ftell(in);
    rewind(in);
    char *text = malloc(length + 1);
    assert_non_null(text);
    assert_int_equal(fread(text, 1, length, in), length);
    text[length] = '\0';
    fclose(in);
    return text;
}

/* Calls `row` for each line of a table that is not a comment, split at its tabs. Missing cells are empty. Gives the number
 * of rows. */
enum { CELLS_MOST = 11 };
typedef void use_row(void *context, unsigned line, char *const cell[CELLS_MOST]);

static inline size_t read_table(const char *path, use_row *row, void *context) {
    char *text = read_file(path), *next = text, empty[] = "";
    size_t count = 0;
    for (unsigned line = 1; *next != '\0'; line++) {
        char *cell[CELLS_MOST], *at = next;
        size_t length = strcspn(at, "\n");
        next = at[length] == '\n' ? at + length + 1 : at + length;
        at[length] = '\0';
        if (*at == '#')
            continue;
        for (size_t i = 0; i < CELLS_MOST; i++) {
            size_t width = strcspn(at, "\t");
            cell[i] = width > 0 ? at : empty;
            at += width;
            if (*at == '\t')
                *at++ = '\0';
        }
        row(context, line, cell);
        count++;
    }
    free(text);
    return count;
}

/* Copies the .ini files of a folder to a new temporary folder and puts its name in `copy`. */
static inline void copy_folder(const char *folder, char copy[PATH_MOST]) {
    snprintf(copy, PATH_MOST, "%s/ehc-test-XXXXXX", temporary_folder());
    assert_non_null(mkdtemp(copy));
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        char from[PATH_MOST + 300], to[PATH_MOST + 300];
        if (strstr(entry->d_name, ".ini") == NULL)
            continue;
        snprintf(from, sizeof from, "%s/%s", folder, entry->d_name);
        snprintf(to, sizeof to, "%s/%s", copy, entry->d_name);
        char *text = read_file(from);
        write_bytes(to, text, strlen(text));
        free(text);
    }
    closedir(entries);
}

static inline void remove_folder(const char *folder) {
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        char path[PATH_MOST + 300];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] != '.')
            unlink(path);
    }
    closedir(entries);
    assert_int_equal(rmdir(folder), 0);
}

/* The index of a measure of England's law, by the id of its limit. */
static inline size_t measure(const char *id) {
    for (size_t i = 0; i < ehc_law_england.caseload.measure_count; i++)
        if (strcmp(ehc_law_england.caseload.measures[i].id, id) == 0)
            return i;
    fail_msg("'%s' is not a measure", id);
    return 0;
}

/* The rule of England's law with this id, which moves last days. */
static inline const struct ehc_roll *roll_by(const char *id) {
    for (size_t i = 0; i < ehc_law_england.roll_count; i++)
        if (strcmp(ehc_law_england.rolls[i].id, id) == 0)
            return &ehc_law_england.rolls[i];
    fail_msg("'%s' is not a roll", id);
    return NULL;
}

/* Whether the rule with this id moves the last day of a limit. */
static inline bool has_roll(const struct ehc_limit *limit, const char *id) {
    return limit->roll != EHC_NONE && strcmp(ehc_law_england.rolls[limit->roll].id, id) == 0;
}

#endif
