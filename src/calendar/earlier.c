/* Cuts an earlier calendar into pieces. libical drops what it does not understand, so it reads only events that ehc made;
 * everything else is kept as it was written. */
#include "line.h"
#include "parts.h"
#include "util/ascii.h"
#include "util/fail.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 8, NAME_ROOM = 64 };

struct cutting {
    struct ics_earlier *old;
    size_t capacity;
    char open[DEEPEST][NAME_ROOM]; /* names of the components that have begun and not ended */
    size_t depth;
    unsigned opened; /* line on which the outermost one began */
    bool cr_ends;    /* the lines of the file end with CR alone */
    bool is_override, no_memory;
    struct ehc_error *error;
};

static bool refuse(struct cutting *cutting, unsigned line, const char *what) {
    ehc_fail(cutting->error, "%s", what);
    ehc_hint(cutting->error, "run 'ehc calendar --check' to list what is wrong with the file; nothing was changed");
    cutting->error->line = line;
    return false;
}

static struct ics_piece *add_piece(struct cutting *cutting, enum ics_piece_kind kind, const struct ics_line *line) {
    struct ics_earlier *old = cutting->old;
    if (old->count == cutting->capacity) {
        size_t capacity = cutting->capacity == 0 ? 64 : 2 * cutting->capacity;
        struct ics_piece *pieces = realloc(old->pieces, capacity * sizeof *pieces);
        if (pieces == NULL) {
            cutting->no_memory = true;
            return NULL;
        }
        old->pieces = pieces;
        cutting->capacity = capacity;
    }
    old->pieces[old->count] = (struct ics_piece){.kind = kind,
                                                 .raw = line->raw,
                                                 .length = line->raw_length,
                                                 .cr_ends = cutting->cr_ends,
                                                 .trigger = EHC_NO_DAY,
                                                 .start = EHC_NO_DAY};
    return &old->pieces[old->count++];
}

static struct ics_piece *present(struct cutting *cutting) {
    return &cutting->old->pieces[cutting->old->count - 1];
}

static void trim_end(char *text) {
    size_t length = strlen(text);
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t' || text[length - 1] == '\r'))
        text[--length] = '\0';
}

static enum ics_piece_kind component_kind(const char *name) {
    if (ascii_same(name, "VEVENT"))
        return ICS_PIECE_EVENT;
    return ascii_same(name, "VTODO") ? ICS_PIECE_TASK : ICS_PIECE_OTHER;
}

static const char not_a_calendar[] = "the file is not a calendar: it does not begin with BEGIN:VCALENDAR";

static bool begin(struct cutting *cutting, const struct ics_line *line, const char *name) {
    if (cutting->depth == DEEPEST || strlen(name) >= NAME_ROOM)
        return refuse(cutting, line->number, "a component is nested too deep, or its name is too long");
    if (cutting->depth == 0 && !ascii_same(name, "VCALENDAR"))
        return refuse(cutting, line->number, not_a_calendar);
    if (cutting->depth == 0)
        cutting->opened = line->number;
    if (cutting->depth <= 1) {
        cutting->is_override = false;
        if (add_piece(cutting, cutting->depth == 0 ? ICS_PIECE_BEGIN : component_kind(name), line) == NULL)
            return false;
    }
    memcpy(cutting->open[cutting->depth++], name, strlen(name) + 1);
    return true;
}

/* At the end of a component: keeps its UID if ehc made it, else frees it. */
static void end_piece(struct cutting *cutting) {
    struct ics_piece *piece = present(cutting);
    bool is_event = piece->kind == ICS_PIECE_EVENT || piece->kind == ICS_PIECE_TASK;
    if (piece->uid != NULL && is_event && !cutting->is_override && ics_read_uid(piece->uid, &piece->key)) {
        cutting->old->ours++;
        return;
    }
    free(piece->uid);
    piece->uid = NULL;
}

static bool end(struct cutting *cutting, const struct ics_line *line, const char *name) {
    if (cutting->depth == 0 || !ascii_same(name, cutting->open[cutting->depth - 1]))
        return refuse(cutting, line->number, "the calendar is not whole: this END has no BEGIN");
    if (cutting->depth == 2)
        end_piece(cutting);
    cutting->depth--;
    return cutting->depth > 0 || add_piece(cutting, ICS_PIECE_END, line) != NULL;
}

/* The day at the start of "20260525" or "20260525T090000"; EHC_NO_DAY if there is none. */
static ehc_day day_of(const char *value) {
    int number[8];
    for (size_t i = 0; i < 8; i++) {
        if (value[i] < '0' || value[i] > '9')
            return EHC_NO_DAY;
        number[i] = value[i] - '0';
    }
    return ehc_day_from_ymd(1000 * number[0] + 100 * number[1] + 10 * number[2] + number[3], 10 * number[4] + number[5],
                            10 * number[6] + number[7]);
}

static bool take_property(struct cutting *cutting, const struct ics_line *line, const char *value) {
    struct ics_piece *piece = present(cutting);
    if (ics_is(line, "UID") && piece->uid == NULL) {
        piece->uid = strdup(value);
        cutting->no_memory = piece->uid == NULL;
        if (piece->uid != NULL)
            trim_end(piece->uid);
    } else if (ics_is(line, "SEQUENCE")) {
        long sequence = strtol(value, NULL, 10);
        piece->sequence = sequence < 0 ? 0 : sequence > INT_MAX ? INT_MAX : sequence;
    } else if (ics_is(line, "DTSTART") || ics_is(line, "DUE")) {
        piece->start = day_of(value);
    } else if (ics_is(line, ics_trigger_property)) {
        piece->trigger = day_of(value);
    } else if (ics_is(line, "RECURRENCE-ID")) {
        cutting->is_override = true;
    }
    return !cutting->no_memory;
}

static bool take_line(struct cutting *cutting, const struct ics_line *line) {
    const char *found = ics_value(line), *value = found != NULL ? found : "";
    char name[NAME_ROOM + 1];
    snprintf(name, sizeof name, "%s", value);
    trim_end(name);
    if (cutting->depth >= 2) {
        struct ics_piece *piece = present(cutting);
        piece->length = (size_t)(line->raw + line->raw_length - piece->raw);
    }
    if (ics_is(line, "BEGIN"))
        return begin(cutting, line, name);
    if (ics_is(line, "END"))
        return end(cutting, line, name);
    if (cutting->depth == 2)
        return take_property(cutting, line, value);
    if (cutting->depth > 2 || line->text[strspn(line->text, " \t")] == '\0')
        return true;
    if (cutting->depth == 0)
        return refuse(cutting, line->number, not_a_calendar);
    return add_piece(cutting, ICS_PIECE_LINE, line) != NULL;
}

static bool cut(struct cutting *cutting, struct ics_reader *reader) {
    struct ics_line line;
    cutting->cr_ends = reader->cr_ends;
    while (ics_next(reader, &line)) {
        if (!ehc_is_utf8(line.text, line.length))
            return refuse(cutting, line.number, "the line is not UTF-8");
        if (!take_line(cutting, &line))
            return cutting->no_memory ? refuse(cutting, 0, "there is not enough memory") : false;
    }
    if (cutting->depth > 0)
        return refuse(cutting, cutting->opened, "the calendar is not whole: the file ends in the middle");
    if (cutting->old->count == 0)
        return refuse(cutting, 0, "the file is not a calendar: it is empty");
    if (cutting->old->ours > 0)
        return true;
    ehc_fail(cutting->error, "the file has no event that ehc made");
    return ehc_hint(cutting->error,
                    "give the file that 'ehc calendar -o' wrote, or an export of the calendar that you opened it in");
}

struct ics_earlier *ics_read_earlier(const char *file, const char *text, size_t length, struct ehc_error *error) {
    struct ics_earlier *old = calloc(1, sizeof *old);
    struct cutting cutting = {.old = old, .error = error};
    struct ics_reader reader;
    bool whole = false;
    if (old == NULL || !ics_reader_open(&reader, text, length)) {
        refuse(&cutting, 0, "there is not enough memory");
    } else {
        old->file = file;
        if (memchr(text, '\0', length) != NULL)
            refuse(&cutting, 0, "the file is not a calendar: it has NUL characters");
        else
            whole = cut(&cutting, &reader);
        ics_reader_close(&reader);
    }
    if (whole)
        return old;
    error->file = file;
    ics_free_earlier(old);
    return NULL;
}

void ics_free_earlier(struct ics_earlier *old) {
    if (old == NULL)
        return;
    for (size_t i = 0; i < old->count; i++)
        free(old->pieces[i].uid);
    free(old->pieces);
    free(old);
}

bool ics_choose_key(const struct ics_earlier *old, const struct ehc_judgement *judgement, uint64_t *key,
                    struct ehc_error *error) {
    const uint64_t own = ics_case_key(judgement);
    bool several = false, found = false, had = false;
    uint64_t before = 0;
    for (size_t i = 0; i < old->count; i++) {
        const struct ics_piece *piece = &old->pieces[i];
        if (piece->uid == NULL)
            continue;
        if (piece->key == own) {
            *key = own;
            return true;
        }
        if (ics_had_key(judgement, piece->key)) {
            before = piece->key;
            had = true;
        }
        several = several || (found && piece->key != *key);
        *key = piece->key;
        found = true;
    }
    if (had) {
        *key = before;
        return true;
    }
    if (several) {
        ehc_fail(error, "the file has the dates of several cases, and none of them has this reference or request date");
        ehc_hint(error, "give the case its old reference, or keep one file for each case");
    } else if (ics_key_has_reference(own) && ics_key_has_reference(*key)) {
        ehc_fail(error, "the file has the dates of a case with another reference");
        ehc_hint(error, "give the old reference for the same child; write another file for another child");
    } else {
        return true;
    }
    error->file = old->file;
    return false;
}
