/* Updates an event of an earlier calendar, and keeps what a phone or a person added to it. */
#include "line.h"
#include "parts.h"
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* The event as it was, with the line ends and folds that the format asks for. */
static char *unchanged(const struct ics_piece *piece) {
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    bool whole = out != NULL && ics_put_lines(piece->raw, piece->length, piece->cr_ends, true, out);
    if (out != NULL && fclose(out) == 0 && whole)
        return text;
    free(text);
    return NULL;
}

static icalcomponent *parse(const struct ics_piece *piece) {
    char *text = unchanged(piece);
    icalcomponent *component = text != NULL ? icalparser_parse_string(text) : NULL;
    free(text);
    return component;
}

static icalproperty *first(icalcomponent *component, icalproperty_kind kind) {
    return icalcomponent_get_first_property(component, kind);
}

static icalproperty_kind start_kind(const struct ics_piece *piece) {
    return piece->kind == ICS_PIECE_TASK ? ICAL_DUE_PROPERTY : ICAL_DTSTART_PROPERTY;
}

/* Whether a property is the same in both, or in neither. White space is ignored, as programs change it. */
static bool says_the_same(icalcomponent *a, icalcomponent *b, icalproperty_kind kind) {
    icalproperty *in_a = first(a, kind), *in_b = first(b, kind);
    if (in_a == NULL || in_b == NULL)
        return in_a == in_b;
    const char *text_a = kind == ICAL_SUMMARY_PROPERTY ? icalproperty_get_summary(in_a) : icalproperty_get_description(in_a);
    const char *text_b = kind == ICAL_SUMMARY_PROPERTY ? icalproperty_get_summary(in_b) : icalproperty_get_description(in_b);
    if (text_a == NULL || text_b == NULL)
        return text_a == text_b;
    for (;; text_a++, text_b++) {
        while (isspace((unsigned char)*text_a))
            text_a++;
        while (isspace((unsigned char)*text_b))
            text_b++;
        if (*text_a != *text_b || *text_a == '\0')
            return *text_a == *text_b;
    }
}

static bool same_start(icalcomponent *a, icalcomponent *b, icalproperty_kind kind) {
    icalproperty *in_a = first(a, kind), *in_b = first(b, kind);
    if (in_a == NULL || in_b == NULL)
        return in_a == in_b;
    char *text_a = icalproperty_get_value_as_string_r(in_a), *text_b = icalproperty_get_value_as_string_r(in_b);
    bool same = text_a != NULL && text_b != NULL && strcmp(text_a, text_b) == 0;
    icalmemory_free_buffer(text_a);
    icalmemory_free_buffer(text_b);
    return same;
}

static enum icalproperty_status status_of(icalcomponent *component) {
    icalproperty *status = first(component, ICAL_STATUS_PROPERTY);
    return status != NULL ? icalproperty_get_status(status) : ICAL_STATUS_NONE;
}

/* A program may leave out the usual status. */
static bool same_status(icalcomponent *made, icalcomponent *old) {
    enum icalproperty_status now = status_of(made), before = status_of(old);
    bool usual = now == ICAL_STATUS_CONFIRMED || now == ICAL_STATUS_NEEDSACTION;
    return now == before || (before == ICAL_STATUS_NONE && usual);
}

static const char *trigger_of(icalcomponent *component) {
    icalproperty *property = first(component, ICAL_X_PROPERTY);
    while (property != NULL && strcmp(icalproperty_get_x_name(property), ics_trigger_property) != 0)
        property = icalcomponent_get_next_property(component, ICAL_X_PROPERTY);
    return property != NULL ? icalproperty_get_x(property) : NULL;
}

/* Whether the old event has what every event must have, and the day from which the deadline now runs. */
static bool is_sound(icalcomponent *made, icalcomponent *old) {
    icalproperty *class = first(old, ICAL_CLASS_PROPERTY);
    const char *now = trigger_of(made), *before = trigger_of(old);
    return class != NULL && icalproperty_get_class(class) == ICAL_CLASS_PRIVATE &&
           first(old, ICAL_DTSTAMP_PROPERTY) != NULL && (now == NULL || (before != NULL && strcmp(now, before) == 0));
}

/* ---- what a person did ---- */

/* A task that a person ticked off stays ticked, whatever the case says. */
static bool was_ticked(icalcomponent *old, const char *old_summary) {
    enum icalproperty_status status = status_of(old);
    return (status == ICAL_STATUS_COMPLETED && !ics_says_done(old_summary)) || status == ICAL_STATUS_INPROCESS;
}

static void drop(icalcomponent *component, icalproperty_kind kind) {
    icalproperty *property;
    while ((property = first(component, kind)) != NULL) {
        icalcomponent_remove_property(component, property);
        icalproperty_free(property);
    }
}

static bool is_route_title(const struct ehc_law *law, const char *text) {
    for (size_t i = 0; i < law->route_count; i++)
        if (strcmp(law->routes[i].title, text) == 0)
            return true;
    return strcmp(text, law->label) == 0;
}

/* Whether a property of the old event is kept because ehc does not write it. X-ALT-DESC is not kept: it is the old
 * description as HTML. `trigger` is that of the new event; NULL: no longer known, and the old one is kept. */
static bool is_extra(const struct ics_job *job, icalproperty *property, const char *trigger, bool ticked) {
    static const icalproperty_kind ours[] = {ICAL_UID_PROPERTY,         ICAL_DTSTAMP_PROPERTY,  ICAL_LASTMODIFIED_PROPERTY,
                                             ICAL_SEQUENCE_PROPERTY,    ICAL_DTSTART_PROPERTY,  ICAL_DTEND_PROPERTY,
                                             ICAL_DUE_PROPERTY,         ICAL_DURATION_PROPERTY, ICAL_SUMMARY_PROPERTY,
                                             ICAL_URL_PROPERTY,         ICAL_CLASS_PROPERTY,    ICAL_TRANSP_PROPERTY,
                                             ICAL_DESCRIPTION_PROPERTY, ICAL_XLICERROR_PROPERTY};
    icalproperty_kind kind = icalproperty_isa(property);
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (kind == ours[i])
            return false;
    if (kind == ICAL_STATUS_PROPERTY || kind == ICAL_COMPLETED_PROPERTY || kind == ICAL_PERCENTCOMPLETE_PROPERTY)
        return ticked;
    if (kind == ICAL_CATEGORIES_PROPERTY) {
        const char *category = icalproperty_get_categories(property);
        return category == NULL || !is_route_title(job->judgement->law, category);
    }
    const char *x_name = kind == ICAL_X_PROPERTY ? icalproperty_get_x_name(property) : NULL;
    if (x_name != NULL && strcmp(x_name, ics_trigger_property) == 0)
        return trigger == NULL;
    return x_name == NULL || (strcmp(x_name, "X-MICROSOFT-CDO-BUSYSTATUS") != 0 && strcmp(x_name, "X-ALT-DESC") != 0);
}

static void keep_extras(const struct ics_job *job, icalcomponent *made, icalcomponent *old, bool ticked) {
    const char *trigger = trigger_of(made);
    icalproperty *next;
    if (ticked) {
        drop(made, ICAL_STATUS_PROPERTY);
        drop(made, ICAL_COMPLETED_PROPERTY);
        drop(made, ICAL_PERCENTCOMPLETE_PROPERTY);
    }
    if (first(old, ICAL_PRIORITY_PROPERTY) != NULL)
        drop(made, ICAL_PRIORITY_PROPERTY);
    for (icalproperty *property = first(old, ICAL_ANY_PROPERTY); property != NULL; property = next) {
        next = icalcomponent_get_next_property(old, ICAL_ANY_PROPERTY);
        if (!is_extra(job, property, trigger, ticked))
            continue;
        icalcomponent_remove_property(old, property);
        icalcomponent_add_property(made, property);
    }
}

/* ---- alarms ---- */

static icalcomponent *first_alarm(icalcomponent *component) {
    return icalcomponent_get_first_component(component, ICAL_VALARM_COMPONENT);
}

static icalcomponent *next_alarm(icalcomponent *component) {
    return icalcomponent_get_next_component(component, ICAL_VALARM_COMPONENT);
}

static bool has_trigger(icalcomponent *component, const char *trigger) {
    for (icalcomponent *alarm = first_alarm(component); alarm != NULL; alarm = next_alarm(component)) {
        icalproperty *property = first(alarm, ICAL_TRIGGER_PROPERTY);
        char *text = property != NULL ? icalproperty_get_value_as_string_r(property) : NULL;
        bool same = text != NULL && strcmp(text, trigger) == 0;
        icalmemory_free_buffer(text);
        if (same)
            return true;
    }
    return false;
}

static bool has_all_alarms(icalcomponent *component, icalcomponent *of) {
    for (icalcomponent *alarm = first_alarm(of); alarm != NULL; alarm = next_alarm(of)) {
        icalproperty *property = first(alarm, ICAL_TRIGGER_PROPERTY);
        char *text = property != NULL ? icalproperty_get_value_as_string_r(property) : NULL;
        bool there = text != NULL && has_trigger(component, text);
        icalmemory_free_buffer(text);
        if (!there)
            return false;
    }
    return true;
}

static void remove_alarms(icalcomponent *component) {
    icalcomponent *alarm;
    while ((alarm = first_alarm(component)) != NULL) {
        icalcomponent_remove_component(component, alarm);
        icalcomponent_free(alarm);
    }
}

/* Puts the new summary into the words of an alarm, and removes its UID, which makes some programs drop the alarm. */
static void renew_alarm(icalcomponent *alarm, const char *old_summary, const char *summary) {
    icalproperty *property = first(alarm, ICAL_DESCRIPTION_PROPERTY);
    const char *words = property != NULL ? icalproperty_get_description(property) : NULL;
    const char *place = words != NULL && old_summary != NULL && *old_summary != '\0' ? strstr(words, old_summary) : NULL;
    char *text = NULL;
    size_t length;
    drop(alarm, ICAL_UID_PROPERTY);
    FILE *out = place != NULL || words == NULL ? open_memstream(&text, &length) : NULL;
    if (out == NULL)
        return;
    if (place != NULL)
        fprintf(out, "%.*s%s%s", (int)(place - words), words, summary, place + strlen(old_summary));
    else
        fputs(summary, out);
    if (fclose(out) == 0) {
        drop(alarm, ICAL_DESCRIPTION_PROPERTY);
        ics_add(alarm, icalproperty_new_description(text));
    }
    free(text);
}

static void keep_alarms(icalcomponent *made, icalcomponent *old, const char *old_summary) {
    icalproperty *summary = first(made, ICAL_SUMMARY_PROPERTY);
    icalcomponent *alarm;
    remove_alarms(made);
    while ((alarm = first_alarm(old)) != NULL) {
        icalcomponent_remove_component(old, alarm);
        renew_alarm(alarm, old_summary, icalproperty_get_summary(summary));
        icalcomponent_add_component(made, alarm);
    }
}

/* ---- the whole ---- */

/* An event that is no longer due stays on its old day. */
static void stay_on_old_day(struct ics_entry *entry, const struct ics_job *job, icalcomponent *old, bool todo) {
    icalproperty *property = first(old, todo ? ICAL_DUE_PROPERTY : ICAL_DTSTART_PROPERTY);
    struct icaltimetype start = {0};
    if (property != NULL)
        start = todo ? icalproperty_get_due(property) : icalproperty_get_dtstart(property);
    /* libical accepts a thirteenth month. */
    bool exists = ehc_day_from_ymd(start.year, start.month, start.day) != EHC_NO_DAY && start.hour >= 0 && start.hour < 24 &&
                  start.minute >= 0 && start.minute < 60;
    entry->start = exists ? start : ics_date(job->judgement->as_at);
    entry->start.zone = NULL;
    entry->start.second = 0;
}

static void count_change(const struct ics_entry *entry, icalcomponent *old, const char *old_summary, bool moved,
                         struct ics_counts *counts) {
    bool newly_gone = entry->state == ICS_GONE && status_of(old) != ICAL_STATUS_CANCELLED;
    bool newly_done = entry->state == ICS_DONE && !ics_says_done(old_summary);
    counts->cancelled += newly_gone;
    counts->done += newly_done;
    if (!newly_gone && !newly_done)
        *(moved ? &counts->moved : &counts->reworded) += 1;
}

static char *merge_into(const struct ics_job *job, const struct ics_entry *entry, const struct ics_piece *piece,
                        long sequence, icalcomponent *made, icalcomponent *old, struct ics_counts *counts) {
    const struct ics_options *options = job->options;
    icalproperty *summary = first(old, ICAL_SUMMARY_PROPERTY);
    const char *found = summary != NULL ? icalproperty_get_summary(summary) : NULL;
    char *old_summary = found != NULL ? strdup(found) : NULL;
    bool ticked = piece->kind == ICS_PIECE_TASK && entry->state == ICS_OPEN && was_ticked(old, old_summary);
    bool was_open = status_of(old) != ICAL_STATUS_CANCELLED && !ics_says_done(old_summary);
    bool alarms_asked = options->own_reminders || options->no_alarms || options->reminder_events;
    bool may_remind = entry->kind == ICS_DEADLINE && entry->state == ICS_OPEN;
    bool moved = !same_start(made, old, start_kind(piece));
    bool changed = moved || !says_the_same(made, old, ICAL_SUMMARY_PROPERTY) ||
                   !says_the_same(made, old, ICAL_DESCRIPTION_PROPERTY) || (!ticked && !same_status(made, old));
    bool other_alarms = may_remind && alarms_asked && !(has_all_alarms(made, old) && has_all_alarms(old, made));
    char *text;
    if (!changed && !other_alarms && is_sound(made, old)) {
        text = unchanged(piece);
    } else {
        keep_extras(job, made, old, ticked);
        if (may_remind && !alarms_asked && was_open)
            keep_alarms(made, old, old_summary);
        icalproperty_set_sequence(first(made, ICAL_SEQUENCE_PROPERTY),
                                  sequence < INT_MAX ? (int)sequence + changed : INT_MAX);
        counts->reminded += !changed && other_alarms;
        if (changed)
            count_change(entry, old, old_summary, moved, counts);
        text = ics_component_text(made);
    }
    free(old_summary);
    return text;
}

char *ics_merge(const struct ics_job *job, struct ics_entry *entry, const struct ics_piece *piece, long sequence,
                struct ics_counts *counts) {
    icalcomponent *old = parse(piece);
    if (old != NULL && entry->state == ICS_GONE)
        stay_on_old_day(entry, job, old, piece->kind == ICS_PIECE_TASK);
    icalcomponent *made = ics_make_component(job, entry, piece->kind == ICS_PIECE_TASK);
    char *text = old != NULL && made != NULL ? merge_into(job, entry, piece, sequence, made, old, counts) : NULL;
    if (made != NULL)
        icalcomponent_free(made);
    if (old != NULL)
        icalcomponent_free(old);
    return text;
}
