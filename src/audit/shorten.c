/* Shortens the law of a caseload: drops the events that have no column.
 *
 * A limit lists the events that end, close or answer its step, up to a dozen; a caseload has columns for three or four.
 * The engine looks up each listed event for every row, so the lists are shortened once, when the headings are known. No
 * result changes, because an event without a column has no day in any row. Without this a million rows take 2.4 times as
 * long as libcsv. */
#include "audit_state.h"
#include <stdlib.h>

struct shortening {
    const bool *has_event;
    int *index;
    struct ehc_source *source;
};

static void shorten_indexes(struct shortening *shortening, struct ehc_indexes *list) {
    int *kept = shortening->index;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (shortening->has_event[list->index[i]])
            kept[count++] = list->index[i];
    shortening->index += count;
    *list = (struct ehc_indexes){kept, count};
}

static void shorten_sources(struct shortening *shortening, struct ehc_sources *list) {
    struct ehc_source *kept = shortening->source;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        int after = list->list[i].after;
        if (shortening->has_event[list->list[i].event] && (after == EHC_NONE || shortening->has_event[after]))
            kept[count++] = list->list[i];
    }
    shortening->source += count;
    *list = (struct ehc_sources){kept, count};
}

static void shorten_event(struct shortening *shortening, struct ehc_event *event) {
    shorten_indexes(shortening, &event->closed_by);
    shorten_indexes(shortening, &event->undone_by);
    shorten_sources(shortening, &event->taken_from);
}

static void shorten_limit(struct shortening *shortening, struct ehc_limit *limit) {
    shorten_indexes(shortening, &limit->triggers);
    shorten_indexes(shortening, &limit->implied_by);
    shorten_indexes(shortening, &limit->not_needed_if);
    shorten_indexes(shortening, &limit->superseded_by);
    shorten_indexes(shortening, &limit->known_by);
    shorten_sources(shortening, &limit->acts);
}

/* Counts the entries of all lists, as an upper bound for the copies. */
static void count_all(const struct ehc_law *law, size_t *indexes, size_t *sources) {
    *indexes = *sources = 0;
    for (size_t i = 0; i < law->event_count; i++) {
        *indexes += law->events[i].closed_by.count + law->events[i].undone_by.count;
        *sources += law->events[i].taken_from.count;
    }
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        *indexes += limit->triggers.count + limit->implied_by.count + limit->not_needed_if.count +
                    limit->superseded_by.count + limit->known_by.count;
        *sources += limit->acts.count;
    }
}

bool ehc_audit_shorten_law(struct ehc_audit *audit, const bool has_event[EHC_EVENTS_MAX]) {
    const struct ehc_law *law = audit->options.law;
    struct audit_law *own = &audit->own;
    size_t indexes, sources;
    count_all(law, &indexes, &sources);
    own->events = malloc(law->event_count * sizeof *own->events);
    own->limits = malloc(law->limit_count * sizeof *own->limits);
    own->indexes = malloc((indexes + 1) * sizeof *own->indexes);
    own->sources = malloc((sources + 1) * sizeof *own->sources);
    if (own->events == NULL || own->limits == NULL || own->indexes == NULL || own->sources == NULL)
        return false;
    struct shortening shortening = {has_event, own->indexes, own->sources};
    memcpy(own->events, law->events, law->event_count * sizeof *own->events);
    memcpy(own->limits, law->limits, law->limit_count * sizeof *own->limits);
    for (size_t i = 0; i < law->event_count; i++)
        shorten_event(&shortening, &own->events[i]);
    for (size_t i = 0; i < law->limit_count; i++)
        shorten_limit(&shortening, &own->limits[i]);
    own->law = *law;
    own->law.events = own->events;
    own->law.limits = own->limits;
    audit->options.law = &own->law;
    return true;
}

void ehc_audit_free_law(struct ehc_audit *audit) {
    free(audit->own.events);
    free(audit->own.limits);
    free(audit->own.indexes);
    free(audit->own.sources);
}
