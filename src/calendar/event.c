/* Makes one event or task with libical. */
#include "line.h"
#include "parts.h"
#include <stdlib.h>
#include <string.h>

const char ics_trigger_property[] = "X-COUNTED-FROM";

enum { REMINDER_LENGTH = ICS_HOUR / 2 };

void ics_add(icalcomponent *component, icalproperty *property) {
    if (property != NULL)
        icalcomponent_add_property(component, property);
}

void ics_add_x(icalcomponent *component, const char *name, const char *value) {
    icalproperty *property = icalproperty_new_x(value);
    if (property != NULL)
        icalproperty_set_x_name(property, name);
    ics_add(component, property);
}

/* ---- times ---- */

static struct icaltimetype as_utc(int64_t seconds) {
    const int64_t day_length = 86400;
    int64_t day = seconds / day_length - (seconds % day_length < 0);
    int rest = (int)(seconds - day * day_length);
    struct icaltimetype moment = ics_at_time((ehc_day)day, rest / 60);
    moment.second = rest % 60;
    moment.zone = icaltimezone_get_utc_timezone();
    return moment;
}

static struct icaltimetype end_of(struct icaltimetype start) {
    ehc_day day = ehc_day_from_ymd(start.year, start.month, start.day);
    if (start.is_date)
        return ics_date(ehc_add_days(day, 1));
    return ics_at_time(day, start.hour * ICS_HOUR + start.minute + REMINDER_LENGTH);
}

/* An update finds the round of an event by this property. */
static void add_trigger(icalcomponent *event, const struct ics_entry *entry) {
    char text[EHC_DAY_TEXT];
    if (entry->judged == NULL || entry->judged->deadline->trigger == EHC_NO_DAY)
        return;
    struct ehc_ymd day = ehc_ymd_from_day(entry->judged->deadline->trigger);
    snprintf(text, sizeof text, "%04d%02d%02d", day.year, day.month, day.day);
    ics_add_x(event, ics_trigger_property, text);
}

/* ---- alarms ---- */

/* `minutes` from the midnight at which the day of the event begins; a task has its day as its end. */
static void add_alarm(icalcomponent *event, const char *text, int minutes, bool todo) {
    icalcomponent *alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
    unsigned away = (unsigned)(minutes < 0 ? -minutes : minutes);
    struct icaltriggertype trigger = {
        .duration = {
            .is_neg = minutes < 0, .days = away / ICS_DAY, .hours = away % ICS_DAY / ICS_HOUR, .minutes = away % ICS_HOUR}};
    if (alarm == NULL)
        return;
    icalproperty *property = icalproperty_new_trigger(trigger);
    if (property != NULL && todo)
        icalproperty_add_parameter(property, icalparameter_new_related(ICAL_RELATED_END));
    ics_add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    ics_add(alarm, icalproperty_new_description(text));
    ics_add(alarm, property);
    icalcomponent_add_component(event, alarm);
}

static void add_alarms(const struct ics_job *job, icalcomponent *event, const struct ehc_judged *judged, const char *summary,
                       bool todo) {
    struct ics_reminder reminders[ICS_REMINDERS_MAX];
    size_t count = ics_reminders_of(job->options, judged, reminders);
    for (size_t i = 0; i < count; i++) {
        char *text = NULL;
        size_t length;
        FILE *out = open_memstream(&text, &length);
        if (out == NULL)
            return;
        fprintf(out, "%s%s", reminders[i].after_latest ? "Was it done? " : "", summary);
        if (fclose(out) == 0)
            add_alarm(event, text, ics_reminder_minutes(judged, &reminders[i]), todo);
        free(text);
    }
}

/* ---- the event ---- */

static void add_times(icalcomponent *event, const struct ics_entry *entry, bool todo) {
    if (todo) {
        ics_add(event, icalproperty_new_due(entry->start));
        return;
    }
    ics_add(event, icalproperty_new_dtstart(entry->start));
    ics_add(event, icalproperty_new_dtend(end_of(entry->start)));
}

static void add_status(icalcomponent *event, const struct ics_entry *entry, bool todo) {
    const int noon = 12 * ICS_HOUR;
    if (entry->state == ICS_GONE) {
        ics_add(event, icalproperty_new_status(ICAL_STATUS_CANCELLED));
    } else if (!todo) {
        ics_add(event, icalproperty_new_status(entry->kind == ICS_ESTIMATE ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED));
    } else if (entry->state == ICS_DONE) {
        struct icaltimetype done = ics_at_time(entry->answer->act, noon);
        done.zone = icaltimezone_get_utc_timezone();
        ics_add(event, icalproperty_new_status(ICAL_STATUS_COMPLETED));
        ics_add(event, icalproperty_new_completed(done));
        ics_add(event, icalproperty_new_percentcomplete(100));
    } else {
        ics_add(event, icalproperty_new_status(ICAL_STATUS_NEEDSACTION));
    }
}

static void add_words(const struct ics_job *job, icalcomponent *event, const struct ics_entry *entry, const char *summary) {
    char *description = ics_description(job, entry);
    const struct ehc_limit *limit = entry->limit;
    ics_add(event, icalproperty_new_summary(summary));
    if (description != NULL)
        ics_add(event, icalproperty_new_description(description));
    free(description);
    if (limit != NULL && limit->url != NULL)
        ics_add(event, icalproperty_new_url(limit->url));
    ics_add(event, icalproperty_new_categories(job->judgement->law->label));
    if (limit != NULL && limit->route != EHC_NONE)
        ics_add(event, icalproperty_new_categories(job->judgement->law->routes[limit->route].title));
}

icalcomponent *ics_make_component(const struct ics_job *job, const struct ics_entry *entry, bool todo) {
    icalcomponent *event = icalcomponent_new(todo ? ICAL_VTODO_COMPONENT : ICAL_VEVENT_COMPONENT);
    char *summary = ics_summary(job, entry);
    if (event == NULL || summary == NULL) {
        free(summary);
        return NULL;
    }
    ics_add(event, icalproperty_new_uid(entry->uid));
    ics_add(event, icalproperty_new_dtstamp(as_utc(job->options->stamp)));
    ics_add(event, icalproperty_new_lastmodified(as_utc(job->options->stamp)));
    ics_add(event, icalproperty_new_sequence(0));
    add_times(event, entry, todo);
    add_words(job, event, entry, summary);
    add_status(event, entry, todo);
    ics_add(event, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    if (!todo) {
        ics_add(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
        ics_add_x(event, "X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
    }
    add_trigger(event, entry);
    if (entry->kind == ICS_DEADLINE && entry->state == ICS_OPEN && !job->options->reminder_events)
        add_alarms(job, event, entry->judged, summary, todo);
    free(summary);
    return event;
}

/* ---- as text ---- */

/* Joins the lines that libical folded, which it may do between CR and LF. */
static void unfold(char *text) {
    char *to = text;
    while (*text != '\0') {
        if (strncmp(text, "\r\n ", 3) == 0)
            text += 3;
        else
            *to++ = *text++;
    }
    *to = '\0';
}

char *ics_component_text(icalcomponent *component) {
    char *written = icalcomponent_as_ical_string_r(component), *text = NULL;
    size_t length;
    FILE *out = written != NULL ? open_memstream(&text, &length) : NULL;
    if (written != NULL)
        unfold(written);
    bool whole = out != NULL && ics_put_lines(written, strlen(written), false, false, out);
    if (written != NULL)
        icalmemory_free_buffer(written);
    if (out != NULL && fclose(out) == 0 && whole)
        return text;
    free(text);
    return NULL;
}
