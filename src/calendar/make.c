/* Makes a calendar, or updates an earlier one: chooses the events and their order. */
#include "line.h"
#include "parts.h"
#include "util/ascii.h"
#include "util/fail.h"
#include <stdlib.h>
#include <string.h>

struct making {
    struct ics_job job;
    struct ics_calendar *calendar;
    struct ics_counts *counts;
    struct ics_plans plans;
    bool todo;
};

/* ---- new events ---- */

/* An estimate is left out if its deadline is in the calendar on the same day. The plan before it is the deadline's. */
static bool is_needless(const struct ics_plan *plan) {
    if (plan->entry.kind != ICS_ESTIMATE || plan->entry.state != ICS_OPEN)
        return false;
    const struct ics_entry *entry = &plan[-1].entry;
    const struct icaltimetype *a = &entry->start, *b = &plan->entry.start;
    return entry->state == ICS_OPEN && (plan[-1].there || plan[-1].wanted) && a->year == b->year && a->month == b->month &&
           a->day == b->day;
}

static bool is_new(const struct ics_plan *plan) {
    return plan->wanted && !plan->there && !is_needless(plan);
}

static size_t count_new(const struct ics_plans *plans) {
    size_t count = 0;
    for (size_t i = 0; i < plans->count; i++)
        count += is_new(&plans->plans[i]);
    return count;
}

static bool add_new(struct making *making) {
    for (size_t i = 0; i < making->plans.count; i++) {
        const struct ics_plan *plan = &making->plans.plans[i];
        const struct ics_entry *entry = &plan->entry;
        if (!is_new(plan))
            continue;
        icalcomponent *component = ics_make_component(&making->job, entry, making->todo && entry->kind != ICS_REMINDER);
        char *text = component != NULL ? ics_component_text(component) : NULL;
        if (component != NULL)
            icalcomponent_free(component);
        if (!ics_add_text(making->calendar, text, entry->uid))
            return false;
        making->counts->events++;
        making->counts->added++;
        making->counts->past += ics_is_past(&making->job, entry->start);
    }
    return true;
}

static bool make_new(struct making *making) {
    const char *name = making->job.options->name;
    struct ics_properties properties = {.version = true, .prodid = true, .calscale = true};
    char usual[EHC_WORDS];
    snprintf(usual, sizeof usual, "%s dates", making->job.judgement->law->label);
    /* Outlook opens several events as a calendar only if the file has a name, and any file with a name as several events. */
    if (count_new(&making->plans) > 1)
        properties.name = name != NULL ? name : usual;
    return ics_add_begin(making->calendar) && ics_add_properties(making->calendar, &properties) && add_new(making) &&
           ics_add_end(making->calendar);
}

/* ---- an earlier calendar ---- */

/* Goes through the earlier file piece by piece, and writes the new one. */
struct taking {
    struct making *making;
    const struct ics_piece *pieces;
    size_t count;
    size_t home;          /* the piece that begins the VCALENDAR to which new events are added */
    size_t open;          /* the piece that begins the present VCALENDAR */
    size_t open_item;     /* the item of that piece */
    size_t kept, dropped; /* components of it */
    bool is_named;        /* the new name is written */
};

static bool is_of_case(const struct making *making, const struct ics_piece *piece) {
    return piece->uid != NULL && piece->key == making->job.key;
}

/* Looks at the whole file before it is changed: which events it has (maybe twice); whether it has tasks and no events, as
 * new dates are then tasks too; and the first VCALENDAR with dates of this case, which gets the new ones. */
static void look_through(struct taking *taking) {
    struct making *making = taking->making;
    bool any_event = false, any_task = false, found = false;
    for (size_t i = 0; i < taking->count; i++) {
        const struct ics_piece *piece = &taking->pieces[i];
        if (piece->kind == ICS_PIECE_BEGIN && !found)
            taking->home = i;
        if (!is_of_case(making, piece))
            continue;
        found = true;
        struct ics_plan *plan = ics_find_plan(&making->plans, piece->uid);
        if (plan != NULL) {
            plan->there = true;
            plan->sequence = piece->sequence > plan->sequence ? piece->sequence : plan->sequence;
        }
        if (plan == NULL || plan->entry.kind != ICS_REMINDER) {
            any_event = any_event || piece->kind == ICS_PIECE_EVENT;
            any_task = any_task || piece->kind == ICS_PIECE_TASK;
        }
    }
    making->todo = making->todo || (any_task && !any_event);
}

/* ---- its properties ---- */

static bool is_property(const struct ics_piece *piece, const char *name) {
    size_t length = 0;
    while (length < piece->length && strchr(":;\r\n", piece->raw[length]) == NULL)
        length++;
    return piece->kind == ICS_PIECE_LINE && ascii_same_part(piece->raw, length, name);
}

static bool is_name(const struct ics_piece *piece) {
    return is_property(piece, "NAME") || is_property(piece, "X-WR-CALNAME");
}

/* Whether the present VCALENDAR has the property. */
static bool has_property(const struct taking *taking, const char *name) {
    for (size_t i = taking->open + 1; taking->pieces[i].kind != ICS_PIECE_END; i++)
        if (is_property(&taking->pieces[i], name))
            return true;
    return false;
}

/* The name that was asked for, if the present VCALENDAR gets it; else NULL. */
static const char *new_name(const struct taking *taking) {
    return taking->open == taking->home ? taking->making->job.options->name : NULL;
}

/* Whether the file has several events: as in a new file, a single event gets no name. */
static bool has_several(const struct taking *taking) {
    size_t events = count_new(&taking->making->plans);
    for (size_t i = 0; i < taking->count; i++)
        events += taking->pieces[i].kind == ICS_PIECE_EVENT || taking->pieces[i].kind == ICS_PIECE_TASK;
    return events > 1;
}

static bool write_name(struct taking *taking) {
    struct ics_properties properties = {.name = new_name(taking)};
    taking->is_named = true;
    return ics_add_properties(taking->making->calendar, &properties);
}

/* Keeps the properties of the calendar, and adds those that every calendar needs. */
static bool take_begin(struct taking *taking, const struct ics_piece *piece) {
    struct ics_calendar *calendar = taking->making->calendar;
    struct ics_properties missing = {0};
    taking->open = (size_t)(piece - taking->pieces);
    taking->open_item = calendar->count;
    taking->kept = taking->dropped = 0;
    missing.version = !has_property(taking, "VERSION");
    missing.prodid = !has_property(taking, "PRODID");
    if (!ics_add_piece(calendar, piece))
        return false;
    if ((missing.version || missing.prodid) && !ics_add_properties(calendar, &missing))
        return false;
    bool has_name = has_property(taking, "NAME") || has_property(taking, "X-WR-CALNAME");
    return new_name(taking) == NULL || has_name || !has_several(taking) || write_name(taking);
}

/* A new name replaces the old one in its place. */
static bool take_line(struct taking *taking, const struct ics_piece *piece) {
    if (new_name(taking) == NULL || !is_name(piece))
        return ics_add_piece(taking->making->calendar, piece);
    return taking->is_named || write_name(taking);
}

/* ---- its events ---- */

static bool take_event(struct taking *taking, const struct ics_piece *piece) {
    struct making *making = taking->making;
    struct ics_plan *plan = ics_find_plan(&making->plans, piece->uid);
    struct ics_entry unplanned = {0}, *entry = plan != NULL ? &plan->entry : &unplanned;
    if (plan != NULL && plan->used) {
        taking->dropped++;
        return true;
    }
    if (plan != NULL)
        plan->used = true;
    else
        ics_recognize(&making->job, piece->uid, &unplanned);
    long sequence = plan != NULL ? plan->sequence : piece->sequence;
    taking->kept++;
    making->counts->events++;
    return ics_add_text(making->calendar, ics_merge(&making->job, entry, piece, sequence, making->counts), piece->uid);
}

static bool take_others(struct taking *taking, const struct ics_piece *piece) {
    taking->kept++;
    taking->making->counts->others += piece->kind != ICS_PIECE_OTHER;
    return ics_add_piece(taking->making->calendar, piece);
}

static bool take_calendar_end(struct taking *taking, const struct ics_piece *piece) {
    if (taking->open == taking->home && !add_new(taking->making))
        return false;
    /* All its events are copies of earlier ones: it is left out, as an empty VCALENDAR is not valid. */
    if (taking->kept == 0 && taking->dropped > 0) {
        ics_drop_items(taking->making->calendar, taking->open_item);
        return true;
    }
    return ics_add_piece(taking->making->calendar, piece);
}

static bool take_piece(struct taking *taking, const struct ics_piece *piece) {
    switch (piece->kind) {
    case ICS_PIECE_BEGIN:
        return take_begin(taking, piece);
    case ICS_PIECE_LINE:
        return take_line(taking, piece);
    case ICS_PIECE_END:
        return take_calendar_end(taking, piece);
    default:
        return is_of_case(taking->making, piece) ? take_event(taking, piece) : take_others(taking, piece);
    }
}

static bool take_old(struct making *making, const struct ics_earlier *old) {
    struct taking taking = {.making = making, .pieces = old->pieces, .count = old->count};
    if (!ics_sort_plans(&making->plans))
        return false;
    look_through(&taking);
    for (size_t i = 0; i < old->count; i++)
        if (!take_piece(&taking, &old->pieces[i]))
            return false;
    return true;
}

/* ---- public function ---- */

struct ics_calendar *ics_make(const struct ehc_judgement *judgement, const struct ics_options *options,
                              const struct ics_earlier *old, struct ics_counts *counts, struct ehc_error *error) {
    struct making making = {.job = {.judgement = judgement, .options = options, .key = ics_case_key(judgement)},
                            .counts = counts,
                            .todo = options->todo};
    *counts = (struct ics_counts){0};
    /* Only UTC is used. Without a folder of time zones, libical does not read its list of them. */
    icaltimezone_set_builtin_tzdata(1);
    set_zone_directory("/dev/null");
    if (old != NULL && !ics_choose_key(old, judgement, &making.job.key, error))
        return NULL;
    int *numbers = ics_number_deadlines(&making.job, old);
    making.job.numbers = numbers;
    making.calendar = ics_new();
    bool whole = making.calendar != NULL && numbers != NULL && ics_make_plans(&making.job, &making.plans) &&
                 (old != NULL ? take_old(&making, old) : make_new(&making));
    ics_free_plans(&making.plans);
    free(numbers);
    if (whole)
        return making.calendar;
    ics_free(making.calendar);
    ehc_fail(error, "there is not enough memory");
    return NULL;
}
