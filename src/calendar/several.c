/* A calendar of several cases. Each case is made as a calendar of its own, from its own pieces of the earlier file. Then all
 * events are moved into one calendar. */
#include "several.h"
#include "parts.h"
#include "util/fail.h"
#include <stdlib.h>
#include <string.h>

struct ics_several {
    const struct ics_earlier *old;
    bool *taken;                /* for each piece of the earlier file: whether it belongs to a case that was added */
    struct ics_calendar *dates; /* of all cases */
    struct ics_counts counts;
    uint64_t *keys; /* of the cases */
    size_t key_count, key_capacity;
};

static bool no_memory(struct ehc_error *error) {
    return ehc_fail(error, "there is not enough memory");
}

static bool is_one_calendar(const struct ics_earlier *old) {
    size_t begun = 0;
    for (size_t i = 0; i < old->count; i++)
        begun += old->pieces[i].kind == ICS_PIECE_BEGIN;
    return begun == 1;
}

struct ics_several *ics_several_new(const struct ics_earlier *old, struct ehc_error *error) {
    if (old != NULL && !is_one_calendar(old)) {
        ehc_fail(error, "the file has more than one VCALENDAR");
        ehc_hint(error, "give the file that an earlier run wrote");
        error->file = old->file;
        return NULL;
    }
    struct ics_several *several = calloc(1, sizeof *several);
    if (several != NULL) {
        several->old = old;
        several->dates = ics_new();
        several->taken = calloc(old != NULL ? old->count : 1, sizeof *several->taken);
        if (several->dates != NULL && several->taken != NULL)
            return several;
    }
    no_memory(error);
    ics_several_free(several);
    return NULL;
}

void ics_several_free(struct ics_several *several) {
    if (several == NULL)
        return;
    ics_free(several->dates);
    free(several->taken);
    free(several->keys);
    free(several);
}

/* ---- a case ---- */

static bool take_key(struct ics_several *several, const struct ehc_judgement *judgement, struct ehc_error *error) {
    uint64_t key = ics_case_key(judgement);
    for (size_t i = 0; i < several->key_count; i++) {
        if (several->keys[i] != key)
            continue;
        ehc_fail(error,
                 "a calendar cannot tell this case from an earlier one: both have the same reference, or no reference and "
                 "the same first day");
        ehc_hint(error, "add 'reference = ...' to [case] in the case file, a different one for each child");
        error->file = judgement->facts->file;
        return false;
    }
    if (several->key_count == several->key_capacity) {
        size_t capacity = several->key_capacity == 0 ? 64 : 2 * several->key_capacity;
        uint64_t *keys = realloc(several->keys, capacity * sizeof *keys);
        if (keys == NULL)
            return no_memory(error);
        several->keys = keys;
        several->key_capacity = capacity;
    }
    several->keys[several->key_count++] = key;
    return true;
}

/* Whether a piece of the earlier file belongs to the case, by its key now or before a further day of its first event was
 * given. */
static bool is_of_case(const struct ics_piece *piece, const struct ehc_judgement *judgement) {
    return piece->uid != NULL && (piece->key == ics_case_key(judgement) || ics_had_key(judgement, piece->key));
}

/* Collects the pieces of the case as an earlier calendar of its own. The earlier file still owns them. False if there are
 * none, or no memory; only without memory is `own->pieces` NULL. */
static bool cut_out(struct ics_several *several, const struct ehc_judgement *judgement, struct ics_earlier *own) {
    const struct ics_earlier *old = several->old;
    *own = (struct ics_earlier){.file = old->file, .pieces = calloc(old->count + 1, sizeof *own->pieces)};
    if (own->pieces == NULL)
        return false;
    for (size_t i = 0; i < old->count; i++) {
        const struct ics_piece *piece = &old->pieces[i];
        bool is_event = piece->kind == ICS_PIECE_EVENT || piece->kind == ICS_PIECE_TASK;
        bool is_own = is_event && !several->taken[i] && is_of_case(piece, judgement);
        if (is_event && !is_own)
            continue;
        if (piece->kind == ICS_PIECE_OTHER)
            continue;
        several->taken[i] = several->taken[i] || is_own;
        own->ours += is_own;
        own->pieces[own->count++] = *piece;
    }
    return own->ours > 0;
}

static void add_counts(struct ics_counts *sum, const struct ics_counts *more) {
    sum->events += more->events;
    sum->added += more->added;
    sum->past += more->past;
    sum->moved += more->moved;
    sum->reworded += more->reworded;
    sum->reminded += more->reminded;
    sum->done += more->done;
    sum->cancelled += more->cancelled;
}

/* Moves the events of a case into the one calendar. */
static bool move_events(struct ics_several *several, struct ics_calendar *from) {
    for (size_t i = 0; i < from->count; i++) {
        struct ics_item *item = &from->items[i];
        if (item->uid[0] == '\0')
            continue;
        char *text = item->text;
        item->text = NULL;
        if (!ics_add_text(several->dates, text, item->uid)) {
            free(text);
            return false;
        }
    }
    return true;
}

bool ics_several_add(struct ics_several *several, const struct ehc_judgement *judgement, const struct ics_options *options,
                     struct ehc_error *error) {
    struct ics_earlier own = {0};
    struct ics_counts counts;
    if (!take_key(several, judgement, error))
        return false;
    bool has_own = several->old != NULL && cut_out(several, judgement, &own);
    if (several->old != NULL && own.pieces == NULL)
        return no_memory(error);
    struct ics_calendar *calendar = ics_make(judgement, options, has_own ? &own : NULL, &counts, error);
    free(own.pieces);
    if (calendar == NULL)
        return false;
    bool whole = move_events(several, calendar);
    ics_free(calendar);
    add_counts(&several->counts, &counts);
    return whole || no_memory(error);
}

/* ---- the whole ---- */

struct ics_counts ics_several_counts(const struct ics_several *several) {
    struct ics_counts counts = several->counts;
    for (size_t i = 0; several->old != NULL && i < several->old->count; i++) {
        enum ics_piece_kind kind = several->old->pieces[i].kind;
        counts.others += !several->taken[i] && (kind == ICS_PIECE_EVENT || kind == ICS_PIECE_TASK);
    }
    return counts;
}

static bool add_new_head(struct ics_calendar *calendar, const char *name) {
    const struct ics_properties properties = {.version = true, .prodid = true, .calscale = true, .name = name};
    return ics_add_begin(calendar) && ics_add_properties(calendar, &properties);
}

/* Adds the earlier file without its end and without the events of the cases that were added. */
static bool add_old(const struct ics_several *several, struct ics_calendar *calendar) {
    for (size_t i = 0; i < several->old->count; i++) {
        const struct ics_piece *piece = &several->old->pieces[i];
        if (!several->taken[i] && piece->kind != ICS_PIECE_END && !ics_add_piece(calendar, piece))
            return false;
    }
    return true;
}

struct ics_calendar *ics_several_finish(struct ics_several *several, const char *name) {
    struct ics_calendar *calendar = ics_new();
    bool whole = calendar != NULL && (several->old != NULL ? add_old(several, calendar) : add_new_head(calendar, name));
    if (whole) {
        struct ics_calendar *to = several->dates;
        several->dates = calendar; /* move_events() adds to it */
        whole = move_events(several, to) && ics_add_end(calendar);
        several->dates = to;
    }
    if (whole)
        return calendar;
    ics_free(calendar);
    return NULL;
}
