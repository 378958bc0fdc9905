/* Reads the events and the other readings of limits. Checks that something uses each event, and that no estimate depends
 * on itself. */
#include "law_values.h"

#define AT(type, member) offsetof(struct type, member)
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const struct field event_fields[] = {
    {"title", ehc_read_text, AT(ehc_event, title), true},
    {"when", ehc_read_text, AT(ehc_event, when), true},
    {"done", ehc_read_text, AT(ehc_event, done), false},
    {"kind", ehc_read_kind, 0, false},
    {"round", ehc_read_text, AT(ehc_event, round), false},
    {"not-this", ehc_read_text, AT(ehc_event, not_this), false},
    {"not-this-why", ehc_read_text, AT(ehc_event, not_this_why), false},
    {"several-in", ehc_read_text, AT(ehc_event, several_in), false},
    {"if-closed", ehc_read_yes, AT(ehc_event, if_closed), false},
    {"closed-by", ehc_read_events, AT(ehc_event, closed_by), false},
    {"opened-after", ehc_read_event, AT(ehc_event, opened_after), false},
    {"undone-by", ehc_read_events, AT(ehc_event, undone_by), false},
    {"overtakes", ehc_read_events, AT(ehc_event, overtakes), false},
    {"settles", ehc_read_events, AT(ehc_event, settles), false},
    {"ends", ehc_read_event, AT(ehc_event, ends), false},
    {"within", ehc_read_event, AT(ehc_event, within), false},
    {"not-before", ehc_read_events, AT(ehc_event, not_before), false},
    {"reverses", ehc_read_events, AT(ehc_event, reverses), false},
    {"again-after", ehc_read_events, AT(ehc_event, again_after), false},
    {"not-after", ehc_read_events, AT(ehc_event, not_after), false},
    {"taken-from", ehc_read_sources, AT(ehc_event, taken_from), false},
    {"taken", ehc_read_taken, AT(ehc_event, taken), false},
    {"taken-until", ehc_read_event, AT(ehc_event, taken_until), false},
    {"projected-from", ehc_read_event, AT(ehc_event, projected_from), false},
    {"never-projected", ehc_read_yes, AT(ehc_event, never_projected), false},
};

static const struct field reading_fields[] = {
    {"title", ehc_read_text, AT(ehc_reading, title), true},
    {"why", ehc_read_text, AT(ehc_reading, why), true},
    {"source", ehc_read_text, AT(ehc_reading, source), true},
    {"url", ehc_read_text, AT(ehc_reading, url), false},
    {"shift", ehc_read_number, AT(ehc_reading, shift), false},
    {"lenient", ehc_read_yes, AT(ehc_reading, lenient), false},
    {"trigger", ehc_read_event, AT(ehc_reading, trigger), false},
    {"amount", ehc_read_number, AT(ehc_reading, amount), false},
    {"unit", ehc_read_unit, AT(ehc_reading, unit), false},
    {"count", ehc_read_count, AT(ehc_reading, count), false},
    {"only-if-earlier", ehc_read_yes, AT(ehc_reading, only_if_earlier), false},
    {"only-before", ehc_read_yes, AT(ehc_reading, only_before), false},
};

/* Whether the event is the act of the limit, or is taken from it. */
static bool is_act_of(const struct ehc_law *law, int event, const struct ehc_limit *limit) {
    return limit->act == event || ehc_has_source(&law->events[event].taken_from, limit->act);
}

static void find_acts(struct owned_law *owned, struct ehc_event *events) {
    const struct ehc_law *law = &owned->law;
    for (size_t event = 0; event < law->event_count; event++) {
        int *index = ehc_law_take(owned, law->limit_count, sizeof *index);
        size_t count = 0;
        for (size_t i = 0; index != NULL && i < law->limit_count; i++)
            if (is_act_of(law, (int)event, &law->limits[i]))
                index[count++] = (int)i;
        events[event].limits = (struct ehc_indexes){.index = index, .count = count};
    }
}

/* Whether the estimate of `event` depends on itself. `visited`: 1 while in progress, 2 when done. */
static bool goes_in_a_circle(const struct ehc_law *law, int event, unsigned char *visited) {
    if (event == EHC_NONE || visited[event] == 2)
        return false;
    if (visited[event] == 1)
        return true;
    visited[event] = 1;
    const struct ehc_event *about = &law->events[event];
    if (goes_in_a_circle(law, about->projected_from, visited))
        return true;
    for (size_t i = 0; i < about->limits.count && !about->never_projected; i++) {
        const struct ehc_limit *limit = &law->limits[about->limits.index[i]];
        if (limit->projects == EHC_PROJECTS && goes_in_a_circle(law, limit->trigger, visited))
            return true;
    }
    visited[event] = 2;
    return false;
}

/* Checks keys that need other keys. */
static void check_event(struct reader *reader, const struct ehc_event *event) {
    if (event->if_closed && event->closed_by.count == 0)
        ehc_reader_fail(reader, "add 'closed-by', or leave out 'if-closed'", "[%s] has 'if-closed' but no 'closed-by'",
                        event->id);
    if (event->taken != EHC_TAKEN_LATEST && event->taken_from.count == 0)
        ehc_reader_fail(reader, NULL, "[%s] has 'taken' but no 'taken-from'", event->id);
    if (event->taken_until != EHC_NONE && event->taken == EHC_TAKEN_LATEST)
        ehc_reader_fail(reader, NULL, "[%s] has 'taken-until', so it needs 'taken = first' or 'taken = each'", event->id);
    if ((event->not_this != NULL) != (event->not_this_why != NULL))
        ehc_reader_fail(reader, NULL, "[%s] needs both 'not-this' and 'not-this-why', or neither", event->id);
}

void ehc_read_event_file(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    size_t at = 0;
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i)) {
        struct ehc_event *event = &owned->tables.events[at++];
        event->projected_from = event->opened_after = event->ends = event->within = event->taken_until = EHC_NONE;
        ehc_read_fields(reader, i, event_fields, COUNT(event_fields), event);
        if (event->done == NULL)
            event->done = event->when;
        check_event(reader, event);
    }
}

void ehc_read_reading_file(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    size_t at = 0;
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i)) {
        struct ehc_reading *reading = &owned->tables.readings[at++];
        reading->trigger = EHC_NONE;
        ehc_read_fields(reader, i, reading_fields, COUNT(reading_fields), reading);
        bool other_trigger = reading->trigger != EHC_NONE && reading->amount > 0;
        if ((reading->shift != 0) + reading->lenient + other_trigger != 1)
            ehc_reader_fail(reader, NULL, "[%s] needs one of 'shift', 'lenient' or 'trigger' with 'amount'", reading->id);
    }
}

/* ---- checks of the whole ---- */

static void mark(bool known[EHC_EVENTS_MAX], int event) {
    if (event != EHC_NONE)
        known[event] = true;
}

static void mark_list(bool known[EHC_EVENTS_MAX], const struct ehc_indexes *list) {
    for (size_t i = 0; i < list->count; i++)
        known[list->index[i]] = true;
}

static void mark_sources(bool known[EHC_EVENTS_MAX], const struct ehc_sources *sources) {
    for (size_t i = 0; i < sources->count; i++) {
        mark(known, sources->list[i].event);
        mark(known, sources->list[i].after);
    }
}

static void mark_limit(bool known[EHC_EVENTS_MAX], const struct ehc_limit *limit) {
    mark_list(known, &limit->triggers);
    mark_sources(known, &limit->acts);
    mark_list(known, &limit->implied_by);
    mark_list(known, &limit->needs);
    mark_list(known, &limit->not_needed_if);
    mark_list(known, &limit->superseded_by);
    mark_list(known, &limit->known_by);
    mark_list(known, &limit->who_known_by);
    mark_list(known, &limit->pending_until);
    mark_list(known, &limit->under);
    mark(known, limit->or_on);
    mark(known, limit->with);
    mark(known, limit->pending);
}

/* Reports events that no limit, reading, exception or other event names: to give their day would change nothing. */
static void find_unknown_events(struct reader *reader) {
    const struct owned_law *owned = reader->owner;
    const struct ehc_law *law = &owned->law;
    bool known[EHC_EVENTS_MAX] = {false};
    for (size_t i = 0; i < law->limit_count; i++)
        mark_limit(known, &law->limits[i]);
    for (size_t i = 0; i < law->reading_count; i++)
        mark(known, law->readings[i].trigger);
    for (size_t i = 0; i < EHC_EXCEPTION_KINDS; i++)
        mark(known, law->kinds[i].asked_event);
    for (size_t i = 0; i < law->event_count; i++) {
        const struct ehc_event *event = &law->events[i];
        mark_list(known, &event->not_before);
        mark_list(known, &event->not_after);
        mark_sources(known, &event->taken_from);
        mark_list(known, &event->closed_by);
        mark_list(known, &event->undone_by);
        mark(known, event->opened_after);
        mark(known, event->taken_until);
        mark(known, event->projected_from);
    }
    for (size_t i = 0, at = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i), at++) {
        reader->entry = &reader->ini->entries[i];
        if (!known[at])
            ehc_reader_fail(reader, "name the event in a limit, or leave it out",
                            "nothing uses '%s': no limit, reading, exception or other event names it", law->events[at].id);
    }
}

/* Reports only the first event with 'taken-from' that is one too many. */
static void count_derived(struct reader *reader) {
    const struct owned_law *owned = reader->owner;
    size_t count = 0;
    for (size_t i = 0, at = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i), at++) {
        count += owned->law.events[at].taken_from.count > 0;
        reader->entry = &reader->ini->entries[i];
        if (count > EHC_DERIVED_MAX) {
            ehc_reader_fail(reader, NULL, "a law can have %d events with 'taken-from' at most", EHC_DERIVED_MAX);
            return;
        }
    }
}

void ehc_check_events(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    unsigned char visited[EHC_EVENTS_MAX] = {0};
    find_acts(owned, owned->tables.events);
    if (owned->out_of_memory)
        return;
    find_unknown_events(reader);
    count_derived(reader);
    reader->entry = NULL;
    for (size_t event = 0; event < owned->law.event_count; event++) {
        if (goes_in_a_circle(&owned->law, (int)event, visited)) {
            ehc_reader_fail(reader, "set 'projects = no' on one of the limits",
                            "the estimate of '%s' would depend on itself", owned->law.events[event].id);
            return;
        }
    }
}
