/* The deadlines as an iCalendar file (RFC 5545), through libical. What phones and programs make of each property was tried;
 * the manual says what they do. */
#include "ical_load.h"
#include "view.h"
#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { DESCRIPTION_ROOM = 4096, FOLD_AT = 75 };

static void add(icalcomponent *component, icalproperty *property) {
    if (property != NULL)
        icalcomponent_add_property(component, property);
}

static void add_x(icalcomponent *component, const char *name, const char *value) {
    icalproperty *property = icalproperty_new_x(value);
    if (property != NULL)
        icalproperty_set_x_name(property, name);
    add(component, property);
}

static struct icaltimetype as_date(ehc_day day) {
    struct ehc_ymd ymd = ehc_ymd_from_day(day);
    struct icaltimetype date = {.year = ymd.year, .month = ymd.month, .day = ymd.day, .is_date = 1};
    return date;
}

static struct icaltimetype as_utc(int64_t seconds) {
    const int64_t day_length = 86400;
    int64_t day = seconds / day_length - (seconds % day_length < 0);
    struct icaltimetype moment = as_date((ehc_day)day);
    int rest = (int)(seconds - day * day_length);
    moment.hour = rest / 3600;
    moment.minute = rest / 60 % 60;
    moment.second = rest % 60;
    moment.is_date = 0;
    moment.zone = icaltimezone_get_utc_timezone();
    return moment;
}

/* ---- identity ---- */

/* FNV-1a, 64 bits (Fowler, Noll and Vo). */
static uint64_t hash(uint64_t seed, const char *text) {
    for (; *text != '\0'; text++)
        seed = (seed ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    return seed;
}

static const uint64_t hash_start = UINT64_C(0xcbf29ce484222325);

/* What tells this case from another in the same calendar: the reference, or without one the first event given. */
static uint64_t case_key(const struct view_of_case *view) {
    char date[EHC_DAY_TEXT];
    if (view->facts->reference != NULL)
        return hash(hash_start, view->facts->reference);
    for (size_t i = 0; i < view->law->event_count; i++)
        if (view->facts->event[i] != EHC_NO_DAY)
            return hash(hash(hash_start, view->law->events[i].id), ehc_day_format_iso(view->facts->event[i], date));
    return hash_start;
}

/* The case and the limit, never a place in a list or a date: the same deadline keeps its UID when its date moves. */
static void write_uid(const struct view_of_case *view, const struct ehc_deadline *deadline, char uid[128]) {
    char advice[20] = "";
    if (deadline->advice != NULL && deadline->advice->name != NULL)
        snprintf(advice, sizeof advice, "-%08" PRIx32, (uint32_t)hash(hash_start, deadline->advice->name));
    snprintf(uid, 128, "%016" PRIx64 "-%.64s%s@ehc", case_key(view), deadline->limit->id, advice);
}

/* ---- text ---- */

struct description {
    char text[DESCRIPTION_ROOM];
    size_t length;
};

static void add_line(void *context, const char *line) {
    struct description *description = context;
    size_t left = sizeof description->text - description->length;
    int length = snprintf(description->text + description->length, left, "%s%s", description->length > 0 ? "\n" : "", line);
    if (length > 0)
        description->length += (size_t)length < left ? (size_t)length : left - 1;
}

/* For their own steps people are told the day that is safe on every reading. */
static ehc_day day_of(const struct ehc_deadline *deadline) {
    return deadline->limit->for_family ? deadline->earliest : deadline->due;
}

static void write_summary(const struct ehc_deadline *deadline, char summary[EHC_WORDS]) {
    const struct ehc_limit *limit = deadline->limit;
    if (limit->for_family)
        snprintf(summary, EHC_WORDS, "EHC: last day for you: %s", limit->short_title);
    else
        snprintf(summary, EHC_WORDS, "EHC: %s due (%s)", limit->short_title, limit->who);
}

static void describe(const struct view_of_case *view, const struct ehc_deadline *deadline, struct description *description) {
    const struct ehc_limit *limit = deadline->limit;
    char text[2 * EHC_WORDS], date[EHC_DAY_TEXT], title[EHC_WORDS];
    snprintf(title, sizeof title, "%s", limit->title);
    title[0] = (char)tolower((unsigned char)title[0]);
    snprintf(text, sizeof text, limit->for_family ? "You can %s%s%s" : "The %s %s %s", limit->for_family ? "" : limit->who,
             limit->for_family           ? ""
             : ehc_is_duty(limit->basis) ? "must"
                                         : "should",
             title);
    add_line(description, text);
    snprintf(text, sizeof text, "Last day: %s%s", ehc_day_format(day_of(deadline), date),
             ehc_ends_at_five(limit) ? ", by 5pm" : "");
    add_line(description, text);
    add_line(description, "");
    add_line(description, "How it is counted:");
    ehc_steps(view->law, deadline, add_line, description);
    if (deadline->with_exception != EHC_NO_DAY) {
        snprintf(text, sizeof text, "With the exception claimed, an estimate and not law: %s",
                 ehc_day_format(deadline->with_exception, date));
        add_line(description, text);
    }
    add_line(description, "");
    snprintf(text, sizeof text, "Law: %s, %s", limit->provision, limit->url);
    add_line(description, text);
    if (limit->note != NULL)
        add_line(description, limit->note);
    snprintf(text, sizeof text, "If it is late: %s", limit->if_late);
    add_line(description, text);
    snprintf(text, sizeof text, "This is a calculation, not legal advice. Law as at %s.",
             ehc_day_format_short(view->law->as_at, date));
    add_line(description, text);
}

/* ---- components ---- */

/* `hours` from the midnight at which the event's day begins. */
static void add_alarm(icalcomponent *event, const char *summary, int hours) {
    icalcomponent *alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
    unsigned away = (unsigned)(hours < 0 ? -hours : hours);
    struct icaltriggertype trigger = {.duration = {.is_neg = hours < 0, .days = away / 24, .hours = away % 24}};
    if (alarm == NULL)
        return;
    add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    add(alarm, icalproperty_new_description(summary));
    add(alarm, icalproperty_new_trigger(trigger));
    icalcomponent_add_component(event, alarm);
}

/* All at nine in the morning: a week and a day before one's own step; for another's, the day on which it is late on every
 * reading. */
static void add_alarms(icalcomponent *event, const struct ehc_deadline *deadline, const char *summary) {
    const int nine = 9, day = 24;
    char text[EHC_WORDS + 32];
    if (deadline->limit->for_family) {
        add_alarm(event, summary, nine - 7 * day);
        add_alarm(event, summary, nine - day);
        return;
    }
    snprintf(text, sizeof text, "Was it done? %s", summary);
    add_alarm(event, text, nine + day * (deadline->latest - deadline->due + 1));
}

static icalcomponent *make_event(const struct view_of_case *view, const struct ehc_deadline *deadline, int64_t stamp) {
    icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    struct description description = {.length = 0};
    char uid[128], summary[EHC_WORDS];
    ehc_day day = day_of(deadline);
    if (event == NULL)
        return NULL;
    write_uid(view, deadline, uid);
    write_summary(deadline, summary);
    describe(view, deadline, &description);
    add(event, icalproperty_new_uid(uid));
    add(event, icalproperty_new_dtstamp(as_utc(stamp)));
    add(event, icalproperty_new_lastmodified(as_utc(stamp)));
    add(event, icalproperty_new_sequence(0));
    add(event, icalproperty_new_dtstart(as_date(day)));
    add(event, icalproperty_new_dtend(as_date(ehc_add_days(day, 1))));
    add(event, icalproperty_new_summary(summary));
    add(event, icalproperty_new_description(description.text));
    add(event, icalproperty_new_url(deadline->limit->url));
    add(event, icalproperty_new_categories("EHC"));
    add(event, icalproperty_new_categories(view->law->routes[deadline->limit->route].title));
    add(event, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
    add(event, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    add(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    add_x(event, "X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
    add_alarms(event, deadline, summary);
    return event;
}

/* Joins the lines that libical folded. */
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

/* Folds lines at 75 octets, never inside a character or an escape, which libical does not promise. */
static void put_folded(char *text, FILE *out) {
    const char *unwritten = text;
    size_t column = 0;
    unfold(text);
    while (*text != '\0') {
        size_t length = *text == '\\' && text[1] != '\0' ? 2 : 1;
        while (((unsigned char)text[length] & 0xc0) == 0x80)
            length++;
        if (*text == '\r' || *text == '\n') {
            column = 0;
        } else if (column + length > FOLD_AT) {
            fwrite(unwritten, 1, (size_t)(text - unwritten), out);
            fputs("\r\n ", out);
            unwritten = text;
            column = 1 + length;
        } else {
            column += length;
        }
        text += length;
    }
    fwrite(unwritten, 1, (size_t)(text - unwritten), out);
}

const char *view_calendar(const struct view_of_case *view, int64_t stamp, FILE *out) {
    if (!ical_load())
        return "the library libical cannot be loaded; is it installed?";
    /* Only UTC is used: without a folder of time zones libical does not read the list of all there are. */
    icaltimezone_set_builtin_tzdata(1);
    set_zone_directory("/dev/null");
    icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    if (calendar == NULL)
        return "libical made no calendar";
    add(calendar, icalproperty_new_version("2.0"));
    add(calendar, icalproperty_new_prodid("-//ehc//ehc " EHC_VERSION "//EN"));
    add(calendar, icalproperty_new_calscale("GREGORIAN"));
    if (view->count > 1) {
        /* Outlook takes a file with several events as a calendar only where it has a name. */
        icalproperty *name = icalproperty_new_name("EHC dates");
        add(calendar, name);
        add_x(calendar, "X-WR-CALNAME", "EHC dates");
    }
    for (size_t i = 0; i < view->count; i++) {
        icalcomponent *event = make_event(view, &view->deadlines[i], stamp);
        if (event != NULL)
            icalcomponent_add_component(calendar, event);
    }
    char *text = icalcomponent_as_ical_string_r(calendar);
    icalcomponent_free(calendar);
    if (text == NULL)
        return "libical wrote no calendar";
    put_folded(text, out);
    icalmemory_free_buffer(text);
    return NULL;
}
