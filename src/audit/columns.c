/* The headings: which column is what. */
#include "audit_state.h"
#include <ehc/nearest.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEADING_ROOM = 160, UNKNOWN_SHOWN = 6, ACTS_NAMED = 3, LETTERS_TO_A_SLIP = 5 };

/* What a column is apart from the events and outcomes of the law. */
static const struct known_column {
    const char *id;
    enum audit_column_kind kind;
    size_t day; /* where a date goes in the row */
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

/* The letters and digits of a heading, in lower case: how headings are compared. Gives `plain`. */
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

/* The column of another heading, by the law's data. */
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

/* The column of an outcome's code or day; false where the name is neither. */
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

/* The name nearest to a heading that is not known; NULL. */
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
    /* Sheets have many headings of their own: only a slip of a letter or two is taken for one of ours. */
    return nearest.distance * LETTERS_TO_A_SLIP <= strlen(heading) ? nearest.name : NULL;
}

static void note_unknown(struct ehc_audit *audit, const char *text, size_t length) {
    char heading[HEADING_ROOM], quoted[EHC_QUOTE_ROOM];
    audit->unknown_count++;
    if (audit->unknown_count > UNKNOWN_SHOWN || length == 0)
        return;
    ehc_audit_copy_text(heading, sizeof heading, text, length);
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

static bool is_taken(const struct ehc_audit *audit, const char *id) {
    for (size_t i = 0; i < audit->column_count; i++)
        if (audit->columns[i].id != NULL && strcmp(audit->columns[i].id, id) == 0)
            return true;
    return false;
}

static struct audit_column identify(struct ehc_audit *audit, const char *text, size_t length) {
    const struct ehc_law *law = audit->options.law;
    char plain[HEADING_ROOM], other_plain[HEADING_ROOM];
    struct audit_column column = {.kind = COLUMN_UNKNOWN};
    make_plain(text, length, plain);
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
    }
    return column;
}

void ehc_audit_take_heading(struct ehc_audit *audit, const char *text, size_t length) {
    if (audit->column_count == COLUMNS_MOST) {
        ehc_audit_stop(audit, audit->line, "is it a caseload? ehc-caseload(5)", "there are more than %d columns",
                       COLUMNS_MOST);
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
    struct audit_column column = identify(audit, text, length);
    bool twice = column.id != NULL && is_taken(audit, column.id);
    if (twice && column.kind != COLUMN_REFERENCE) {
        char heading[HEADING_ROOM], quoted[EHC_QUOTE_ROOM];
        ehc_audit_copy_text(heading, sizeof heading, text, length);
        ehc_audit_stop(audit, audit->line, "rename or remove one of them", "two columns are '%s'; the second is %s",
                       column.id, ehc_quote(heading, quoted));
        return;
    }
    if (twice) /* files have several numbers for a child; the first will do */
        column = (struct audit_column){.kind = COLUMN_UNKNOWN};
    else if (column.kind == COLUMN_UNKNOWN)
        note_unknown(audit, text, length);
    if (column.kind != COLUMN_UNKNOWN) {
        char heading[HEADING_ROOM];
        ehc_audit_copy_text(heading, sizeof heading, text, length);
        column.heading = strdup(heading);
        if (column.heading == NULL) {
            ehc_audit_out_of_memory(audit);
            return;
        }
    }
    audit->columns[audit->column_count++] = column;
}

/* Two date columns whose order the law's data bound. */
static void add_pairs(struct ehc_audit *audit, const bool has_event[EHC_EVENTS_MAX]) {
    const struct ehc_law *law = audit->options.law;
    for (size_t i = 0; i < law->event_count; i++)
        for (size_t j = 0; has_event[i] && j < law->events[i].not_before.count; j++)
            if (has_event[law->events[i].not_before.index[j]] && audit->pair_count < PAIRS_MOST) {
                audit->pairs[audit->pair_count].event = (int)i;
                audit->pairs[audit->pair_count++].not_before = law->events[i].not_before.index[j];
            }
}

/* What a row can set, and has to be emptied for the next. */
static void add_days(struct ehc_audit *audit, const bool has_event[EHC_EVENTS_MAX]) {
    for (size_t i = 0; i < KNOWN; i++) {
        if (known_columns[i].kind != COLUMN_DAY)
            continue;
        ehc_day *day = (ehc_day *)(void *)((char *)&audit->row + known_columns[i].day);
        *day = EHC_NO_DAY;
        if (is_taken(audit, known_columns[i].id))
            audit->days[audit->day_count++] = day;
    }
    for (size_t i = 0; i < audit->options.law->caseload.outcome_count; i++) {
        audit->row.outcome_day[i] = EHC_NO_DAY;
        if (is_taken(audit, audit->outcome_date_id[i]))
            audit->days[audit->day_count++] = &audit->row.outcome_day[i];
    }
    audit->has_more = audit->day_count > 0 || is_taken(audit, "exceptional-reason");
    for (size_t i = 0; i < audit->options.law->event_count; i++)
        if (has_event[i])
            audit->days[audit->day_count++] = &audit->facts.event[i];
}

static void mark(int event, bool has_event[EHC_EVENTS_MAX]) {
    if (event != EHC_NONE)
        has_event[event] = true;
}

static void find_events(const struct ehc_audit *audit, bool has_event[EHC_EVENTS_MAX]) {
    const struct ehc_law *law = audit->options.law;
    for (size_t i = 0; i < audit->column_count; i++) {
        const struct audit_column *column = &audit->columns[i];
        if (column->kind == COLUMN_DAY)
            mark(ehc_find_event(law, column->id), has_event);
    }
    /* The columns of an outcome stand for the events that its codes name. */
    for (size_t i = 0; i < law->caseload.outcome_count; i++) {
        const struct ehc_outcome *outcome = &law->caseload.outcomes[i];
        if (!is_taken(audit, audit->outcome_date_id[i]) || (outcome->without == EHC_NONE && !is_taken(audit, outcome->id)))
            continue;
        mark(outcome->yes, has_event);
        mark(outcome->no, has_event);
        mark(outcome->without, has_event);
    }
}

static void report_unknown(const struct ehc_audit *audit) {
    struct ehc_error error;
    if (audit->unknown_count == 0 || audit->unknown_length == 0 || audit->options.notice == NULL)
        return;
    if (audit->unknown_count > UNKNOWN_SHOWN)
        ehc_fail(&error, "columns not known, and passed over: %s and %zu more", audit->unknown,
                 audit->unknown_count - UNKNOWN_SHOWN);
    else
        ehc_fail(&error, "%s not known, and passed over: %s", audit->unknown_count == 1 ? "a column" : "columns",
                 audit->unknown);
    ehc_hint(&error, "%s", audit->unknown_hint);
    error.file = audit->options.file;
    error.line = 1;
    audit->options.notice(audit->options.context, &error);
}

/* The events of a measure by their ids. */
static const char *trigger_id(const struct ehc_law *law, size_t measure) {
    return law->events[law->limits[law->caseload.measures[measure].limit].trigger].id;
}

static const char *act_id(const struct ehc_law *law, size_t measure) {
    return law->events[law->limits[law->caseload.measures[measure].limit].act].id;
}

static void report_missing(struct ehc_audit *audit) {
    const struct ehc_law *law = audit->options.law;
    if (law->caseload.measure_count == 0) {
        ehc_audit_stop(audit, 0, "caseload.ini holds them, ehc-limits(5)", "this law has no measures for a caseload");
        return;
    }
    size_t main = law->caseload.main.measure != EHC_NONE ? (size_t)law->caseload.main.measure : 0, named = 1;
    const char *trigger = trigger_id(law, main), *act = act_id(law, main);
    char hint[sizeof audit->error.hint], acts[EHC_QUOTE_ROOM];
    if (audit->unknown_hint[0] != '\0')
        snprintf(hint, sizeof hint, "%s", audit->unknown_hint);
    else
        snprintf(hint, sizeof hint, "name the columns in the first line, as %.40s and %.40s: ehc-caseload(5)", trigger, act);
    bool any = false;
    for (size_t i = 0; i < audit->column_count; i++)
        any = any || audit->columns[i].kind != COLUMN_UNKNOWN;
    if (!any) {
        ehc_audit_stop(audit, 1, hint, "no heading in the first line is known");
        return;
    }
    if (!is_taken(audit, trigger)) {
        ehc_audit_stop(audit, 1, hint, "the column '%s' is missing", trigger);
        return;
    }
    size_t at = (size_t)snprintf(acts, sizeof acts, "%.40s", act);
    for (size_t i = 0; i < law->caseload.measure_count && named < ACTS_NAMED && at < sizeof acts; i++)
        if (i != main && ++named > 0)
            at += (size_t)snprintf(acts + at, sizeof acts - at, ", %.40s", act_id(law, i));
    ehc_audit_stop(audit, 1, hint, "a column of what was done is missing: %s or another", acts);
}

void ehc_audit_end_headings(struct ehc_audit *audit) {
    bool has_event[EHC_EVENTS_MAX] = {false};
    find_events(audit, has_event);
    add_days(audit, has_event);
    add_pairs(audit, has_event);
    if (!ehc_audit_shorten_law(audit, has_event)) {
        ehc_audit_out_of_memory(audit);
        return;
    }
    ehc_audit_prepare_limits(audit, has_event);
    audit->result.has_exceptions = is_taken(audit, "exception");
    audit->result.has_authorities = is_taken(audit, "authority");
    if (audit->judged_count == 0)
        report_missing(audit);
    else
        report_unknown(audit);
}

static void give_notice(const struct ehc_audit *audit, struct ehc_error *error) {
    error->file = audit->options.file;
    if (audit->options.notice != NULL)
        audit->options.notice(audit->options.context, error);
}

void ehc_audit_report_forms(struct ehc_audit *audit) {
    static const char *const examples[FORMS] = {"2026-01-05", "5/1/2026", "5 January 2026"};
    for (size_t i = 0; i < audit->column_count; i++) {
        const struct audit_column *column = &audit->columns[i];
        struct ehc_error error;
        char text[200] = "", quoted[EHC_QUOTE_ROOM];
        size_t at = 0, forms = 0;
        for (size_t form = 0; form < FORMS; form++) {
            if (column->forms[form] == 0)
                continue;
            at += (size_t)snprintf(text + at, sizeof text - at, "%s%llu as %s", forms > 0 ? ", " : "",
                                   (unsigned long long)column->forms[form], examples[form]);
            forms++;
        }
        if (column->month_first > 0 && column->forms[FORM_NUMBERS] > 0) {
            ehc_fail(&error,
                     "column %s: %llu dates can only be read month first (line %llu), so the %llu others in figures, "
                     "read day first, may be wrong",
                     ehc_quote(column->heading, quoted), (unsigned long long)column->month_first,
                     (unsigned long long)column->month_first_line, (unsigned long long)column->forms[FORM_NUMBERS]);
            ehc_hint(&error, "write all its dates as 2026-01-05, and audit again");
            give_notice(audit, &error);
        } else if (forms > 1) {
            ehc_fail(&error, "column %s: dates are written in %zu ways: %s", ehc_quote(column->heading, quoted), forms,
                     text);
            ehc_hint(&error, "check that day and month were not changed over where the forms differ");
            give_notice(audit, &error);
        }
    }
}
