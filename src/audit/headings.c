/* The headings: what each column means. A sheet can have rows above them, such as a title or a date: the first row that
 * names a column of days and one more column is taken for the headings. */
#include "audit_state.h"
#include <ehc/nearest.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEADING_ROOM = 160, LETTERS_TO_A_SLIP = 5 };

/* The columns that are neither events nor outcomes of the law. */
static const struct known_column {
    const char *id;
    enum audit_column_kind kind;
    size_t day; /* offset of its date in the row */
} known_columns[] = {
    {"ref", COLUMN_REFERENCE, 0},
    {"authority", COLUMN_AUTHORITY, 0},
    {"setting", COLUMN_SETTING, 0},
    {"exception", COLUMN_EXCEPTION, 0},
    {"exceptional-reason", COLUMN_REASON, 0},
    {"closed-from", COLUMN_DAY, offsetof(struct audit_row, closed_from)},
    {"closed-to", COLUMN_DAY, offsetof(struct audit_row, closed_to)},
    {"away-from", COLUMN_DAY, offsetof(struct audit_row, away_from)},
    {"away-to", COLUMN_DAY, offsetof(struct audit_row, away_to)},
    {"exceptional-from", COLUMN_DAY, offsetof(struct audit_row, exceptional_from)},
    {"exceptional-to", COLUMN_DAY, offsetof(struct audit_row, exceptional_to)},
};
enum { KNOWN = sizeof known_columns / sizeof known_columns[0] };

/* Folds a heading to its letters and digits in lower case, by which headings are compared. Gives `plain`. */
static const char *make_plain(const char *text, size_t length, char plain[HEADING_ROOM]) {
    size_t at = 0;
    for (size_t i = 0; i < length && at + 1 < HEADING_ROOM; i++) {
        char c = text[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c + 'a' - 'A');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain[at++] = c;
    }
    plain[at] = '\0';
    return plain;
}

static bool is_same(const char *plain, const char *name, size_t length) {
    char other[HEADING_ROOM];
    return strcmp(plain, make_plain(name, length, other)) == 0;
}

/* The column for a heading that councils use, from the data of the law. */
static const char *find_other_name(const struct ehc_law *law, const char *plain) {
    const struct ehc_caseload *caseload = &law->caseload;
    for (size_t i = 0; i < caseload->column_count; i++) {
        for (const char *names = caseload->columns[i].names; *names != '\0';) {
            size_t length = strcspn(names, ",");
            if (is_same(plain, names, length))
                return caseload->columns[i].id;
            names += length + (names[length] == ',');
        }
    }
    return NULL;
}

static const struct known_column *find_known(const char *plain) {
    for (size_t i = 0; i < KNOWN; i++)
        if (is_same(plain, known_columns[i].id, strlen(known_columns[i].id)))
            return &known_columns[i];
    return NULL;
}

static int find_event(const struct ehc_law *law, const char *plain) {
    for (size_t i = 0; i < law->event_count; i++)
        if (is_same(plain, law->events[i].id, strlen(law->events[i].id)))
            return (int)i;
    return EHC_NONE;
}

/* Finds the column of the code or the day of an outcome. False if the name is neither. */
static bool find_outcome(struct ehc_audit *audit, const char *plain, struct audit_column *column) {
    const struct ehc_caseload *caseload = &audit->options.law->caseload;
    for (size_t i = 0; i < caseload->outcome_count; i++) {
        const char *id = caseload->outcomes[i].id, *date_id = audit->outcome_date_id[i];
        if (is_same(plain, id, strlen(id))) {
            *column = (struct audit_column){.kind = COLUMN_OUTCOME, .id = id, .outcome = i};
            return true;
        }
        if (is_same(plain, date_id, strlen(date_id))) {
            *column = (struct audit_column){.kind = COLUMN_DAY, .id = date_id, .day = &audit->row.outcome_day[i]};
            return true;
        }
    }
    return false;
}

/* The known name nearest to an unknown heading, or NULL. */
static const char *find_nearest(const struct ehc_audit *audit, const char *heading) {
    const struct ehc_law *law = audit->options.law;
    struct ehc_nearest nearest = {.word = heading};
    for (size_t i = 0; i < KNOWN; i++)
        ehc_nearest_offer(&nearest, known_columns[i].id);
    for (size_t i = 0; i < law->caseload.outcome_count; i++) {
        ehc_nearest_offer(&nearest, law->caseload.outcomes[i].id);
        ehc_nearest_offer(&nearest, audit->outcome_date_id[i]);
    }
    for (size_t i = 0; i < law->event_count; i++)
        ehc_nearest_offer(&nearest, law->events[i].id);
    /* Sheets have many other headings: only a slip of a letter or two counts as near. */
    return nearest.distance * LETTERS_TO_A_SLIP <= strlen(heading) ? nearest.name : NULL;
}

static void note_unknown(struct ehc_audit *audit, const char *text, size_t length) {
    char heading[HEADING_ROOM], quoted[EHC_QUOTE_ROOM];
    ehc_audit_copy_text(audit, heading, sizeof heading, text, length);
    if (heading[0] == '\0')
        return; /* a blank column */
    audit->unknown_count++;
    if (audit->unknown_count > UNKNOWN_SHOWN)
        return;
    int wrote = snprintf(audit->unknown + audit->unknown_length, sizeof audit->unknown - audit->unknown_length, "%s%s",
                         audit->unknown_length > 0 ? ", " : "", ehc_quote(heading, quoted));
    if (wrote > 0 && audit->unknown_length + (size_t)wrote < sizeof audit->unknown)
        audit->unknown_length += (size_t)wrote;
    else
        audit->unknown[audit->unknown_length] = '\0';
    for (char *c = heading; *c != '\0'; c++)
        *c = *c == '_' || *c == ' ' ? '-' : *c;
    const char *nearest = find_nearest(audit, heading);
    if (nearest != NULL && audit->unknown_hint[0] == '\0')
        snprintf(audit->unknown_hint, sizeof audit->unknown_hint, "is %s meant for '%s'?", quoted, nearest);
}

bool ehc_audit_has_column(const struct ehc_audit *audit, const char *id) {
    for (size_t i = 0; i < audit->column_count; i++)
        if (audit->columns[i].id != NULL && strcmp(audit->columns[i].id, id) == 0)
            return true;
    return false;
}

/* The column that the map of the caller (--map) gives a heading, or NULL. */
static const char *find_in_map(const struct ehc_audit *audit, const char *plain) {
    for (size_t i = 0; i < audit->options.column_count; i++)
        if (plain[0] != '\0' && is_same(plain, audit->options.columns[i].from, strlen(audit->options.columns[i].from)))
            return audit->options.columns[i].to;
    return NULL;
}

static struct audit_column identify(struct ehc_audit *audit, const char *text, size_t length, const char **in_map) {
    const struct ehc_law *law = audit->options.law;
    char plain[HEADING_ROOM], other_plain[HEADING_ROOM];
    struct audit_column column = {.kind = COLUMN_UNKNOWN};
    make_plain(text, length, plain);
    const char *mapped = find_in_map(audit, plain);
    *in_map = mapped;
    if (mapped != NULL)
        make_plain(mapped, strlen(mapped), plain);
    const char *other = plain[0] != '\0' ? find_other_name(law, plain) : NULL;
    const char *name = other != NULL ? make_plain(other, strlen(other), other_plain) : plain;
    const struct known_column *known = find_known(name);
    if (known == NULL && find_outcome(audit, name, &column))
        return column;
    int event = known == NULL ? find_event(law, name) : EHC_NONE;
    if (known != NULL) {
        column.kind = known->kind;
        column.id = known->id;
        column.day = known->kind == COLUMN_DAY ? (ehc_day *)(void *)((char *)&audit->row + known->day) : NULL;
    } else if (event != EHC_NONE) {
        column.kind = COLUMN_DAY;
        column.id = law->events[event].id;
        column.day = &audit->facts.event[event];
        column.is_year = law->events[event].is_year;
    }
    return column;
}

bool ehc_audit_uses_event(const struct ehc_law *law, int limit, int event) {
    if (limit == EHC_NONE)
        return false;
    const struct ehc_limit *of = &law->limits[limit];
    for (size_t i = 0; i < of->triggers.count; i++)
        if (of->triggers.index[i] == event)
            return true;
    for (size_t i = 0; i < of->acts.count; i++)
        if (of->acts.list[i].event == event)
            return true;
    return of->trigger == event;
}

/* Whether a measure of the law needs the days of a column. */
static bool is_measured(const struct ehc_law *law, const char *id) {
    int event = ehc_find_event(law, id);
    for (size_t i = 0; i < law->caseload.measure_count; i++)
        if (ehc_audit_uses_event(law, law->caseload.measures[i].limit, event) ||
            ehc_audit_uses_event(law, law->caseload.measures[i].other, event))
            return true;
    return event == EHC_NONE;
}

void ehc_audit_take_heading(struct ehc_audit *audit, const char *text, size_t length) {
    if (audit->column_count == COLUMNS_MOST) {
        ehc_audit_stop(audit, audit->line, "check that the file is a caseload: ehc-caseload(5)",
                       "there are more than %d columns", COLUMNS_MOST);
        return;
    }
    if (memchr(text, '\0', length) != NULL) {
        ehc_audit_stop(audit, audit->line, "save it as CSV UTF-8",
                       "the headings have NUL bytes: the file is not CSV, or is UTF-16");
        return;
    }
    if (audit->column_count == audit->column_room) {
        size_t room = audit->column_room > 0 ? 2 * audit->column_room : 32;
        struct audit_column *columns = realloc(audit->columns, room * sizeof *columns);
        if (columns == NULL) {
            ehc_audit_out_of_memory(audit);
            return;
        }
        audit->columns = columns;
        audit->column_room = room;
    }
    const char *mapped;
    struct audit_column column = identify(audit, text, length, &mapped);
    char heading[HEADING_ROOM], quoted[EHC_QUOTE_ROOM];
    ehc_audit_copy_text(audit, heading, sizeof heading, text, length);
    bool twice = column.id != NULL && ehc_audit_has_column(audit, column.id);
    if (mapped != NULL && column.kind == COLUMN_UNKNOWN && strcmp(mapped, "-") != 0) {
        char column_name[EHC_QUOTE_ROOM];
        ehc_audit_stop(audit, audit->line, "use an event of 'ehc limits --events', or - to ignore the column",
                       "the map says that %s is %s, but there is no such column", ehc_quote(heading, quoted),
                       ehc_quote(mapped, column_name));
        return;
    }
    bool needed = column.id != NULL && column.kind != COLUMN_REFERENCE && is_measured(audit->options.law, column.id);
    if (twice && needed && audit->twice.message[0] == '\0') {
        ehc_fail(&audit->twice, "two columns are taken for '%s': the second is %s", column.id, ehc_quote(heading, quoted));
        ehc_hint(&audit->twice, "rename or remove one of them");
    }
    if (twice) /* files often have several numbers for a child: use the first */
        column = (struct audit_column){.kind = COLUMN_UNKNOWN};
    else if (column.kind == COLUMN_UNKNOWN && mapped == NULL)
        note_unknown(audit, text, length);
    column.heading = strdup(heading);
    if (column.heading == NULL) {
        ehc_audit_out_of_memory(audit);
        return;
    }
    audit->columns[audit->column_count++] = column;
}

bool ehc_audit_is_heading(const struct audit_column *column, const char *text) {
    char plain[HEADING_ROOM];
    make_plain(text, strlen(text), plain);
    return plain[0] != '\0' && column->heading != NULL && is_same(plain, column->heading, strlen(column->heading));
}

void ehc_audit_drop_columns(struct ehc_audit *audit) {
    for (size_t i = 0; i < audit->column_count; i++)
        free(audit->columns[i].heading);
    free(audit->looked);
    free(audit->warnings);
    audit->looked = NULL;
    audit->warnings = NULL;
    audit->column_count = audit->unknown_count = audit->unknown_length = 0;
    audit->unknown[0] = audit->unknown_hint[0] = '\0';
    audit->twice = (struct ehc_error){0};
}
