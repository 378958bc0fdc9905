/* The whole calendar: which events are in it, in which order, and what stands around them. */
#include "ics.h"
#include "../lib/error.h"
#include "ics_line.h"
#include "ics_parts.h"
#include <stdlib.h>
#include <string.h>

static const char end_of_calendar[] = "END:VCALENDAR\r\n";

struct item {
    char *text;             /* folded */
    char uid[ICS_UID_ROOM]; /* of ours; "" */
};

struct ics_book {
    char *head, *head_of_one; /* what stands before the first event; of a file with one event */
    struct item *items;
    size_t count, capacity;
};

struct plan {
    struct ics_entry entry;
    bool wanted; /* goes in though it was not there before */
    bool used;
    long sequence; /* the highest it had */
};

struct making {
    struct ics_job job;
    const struct ics_old *old;
    struct ics_book *book;
    struct ics_counts *counts;
    struct plan *plans; /* in the order of the deadlines until sort_plans() */
    size_t count, capacity;
    bool todo;
};

/* ---- which events there are ---- */

static enum ics_state state_of(const struct ehc_deadline *deadline, ehc_day as_at) {
    bool done = deadline->act != EHC_NO_DAY && deadline->act <= as_at;
    switch (deadline->status) {
    case EHC_MET:
    case EHC_LATE:
        return ICS_DONE;
    case EHC_DISPUTED:
        return done ? ICS_DONE : ICS_OPEN;
    case EHC_DUE:
    case EHC_OVERDUE:
        return ICS_OPEN;
    case EHC_WAITING:
        /* Past, and perhaps not owed: what is in a calendar stays in it. */
        return deadline->because == EHC_ONLY_IF && !deadline->projected ? ICS_OPEN : ICS_GONE;
    default:
        return ICS_GONE;
    }
}

/* The day of a date that is not firm: moved by an exception that fits, or counted from a day that stands in; else
 * EHC_NO_DAY. */
static ehc_day estimate_of(const struct ehc_deadline *deadline, enum ics_state state) {
    if (state == ICS_DONE || deadline->status == EHC_NOT_NEEDED)
        return EHC_NO_DAY;
    if (deadline->with_exception != EHC_NO_DAY)
        return deadline->with_exception;
    return state == ICS_GONE ? ics_day_of(deadline) : EHC_NO_DAY;
}

static bool is_past(const struct making *making, struct icaltimetype start) {
    return ehc_day_from_ymd(start.year, start.month, start.day) < making->job.view->as_at;
}

static bool add_plan(struct making *making, const struct plan *plan) {
    if (making->count == making->capacity) {
        size_t capacity = making->capacity == 0 ? 256 : 2 * making->capacity;
        struct plan *plans = realloc(making->plans, capacity * sizeof *plans);
        if (plans == NULL)
            return false;
        making->plans = plans;
        making->capacity = capacity;
    }
    making->plans[making->count] = *plan;
    ics_write_uid(&making->job, &making->plans[making->count++].entry);
    return true;
}

static bool plan_reminders(struct making *making, const struct plan *of) {
    struct ics_reminder reminders[ICS_REMINDERS_MAX];
    size_t count = ics_reminders_of(making->job.options, of->entry.deadline, reminders);
    for (size_t i = 0; i < count; i++) {
        struct plan plan = *of;
        plan.entry.kind = ICS_REMINDER;
        plan.entry.reminder = reminders[i];
        plan.entry.start = ics_reminder_start(of->entry.deadline, &reminders[i]);
        plan.wanted = of->wanted && !is_past(making, plan.entry.start);
        if (!add_plan(making, &plan))
            return false;
    }
    return true;
}

static bool plan_estimate(struct making *making, const struct ehc_deadline *deadline, enum ics_state state, bool chosen) {
    const struct ics_options *options = making->job.options;
    ehc_day day = estimate_of(deadline, state);
    struct plan plan = {.entry = {.deadline = deadline, .kind = ICS_ESTIMATE, .state = ICS_GONE}};
    if (day != EHC_NO_DAY) {
        plan.entry.state = ICS_OPEN;
        plan.entry.start = ics_date(day);
        plan.wanted = chosen && (options->planning || (options->named_by_limit && state == ICS_GONE)) &&
                      !(options->future && is_past(making, plan.entry.start));
    }
    return add_plan(making, &plan);
}

static bool plan_deadline(struct making *making, size_t i) {
    const struct ehc_deadline *deadline = &making->job.view->deadlines[i];
    const struct ics_options *options = making->job.options;
    struct plan plan = {.entry = {.deadline = deadline, .state = state_of(deadline, making->job.view->as_at)}};
    if (plan.entry.state != ICS_GONE) {
        plan.entry.start = ics_date(ics_day_of(deadline));
        bool open = plan.entry.state == ICS_OPEN && deadline->status != EHC_WAITING;
        plan.wanted = options->chosen[i] && (open || options->named_by_limit) &&
                      !(options->future && is_past(making, plan.entry.start));
    }
    return add_plan(making, &plan) && plan_estimate(making, deadline, plan.entry.state, options->chosen[i]) &&
           (!options->reminder_events || plan.entry.state != ICS_OPEN || plan_reminders(making, &plan));
}

/* ---- the earlier calendar ---- */

static int compare_plans(const void *a, const void *b) {
    const struct plan *const *plan_a = a, *const *plan_b = b;
    return strcmp((*plan_a)->entry.uid, (*plan_b)->entry.uid);
}

static int compare_uid(const void *uid, const void *element) {
    const struct plan *const *plan = element;
    return strcmp(uid, (*plan)->entry.uid);
}

static struct plan **sort_plans(const struct making *making) {
    struct plan **sorted = calloc(making->count + 1, sizeof(struct plan *));
    if (sorted == NULL)
        return NULL;
    for (size_t i = 0; i < making->count; i++)
        sorted[i] = &making->plans[i];
    qsort(sorted, making->count, sizeof *sorted, compare_plans);
    return sorted;
}

static struct plan *find_plan(const struct making *making, struct plan **sorted, const char *uid) {
    struct plan **found = bsearch(uid, sorted, making->count, sizeof *sorted, compare_uid);
    return found != NULL ? *found : NULL;
}

static bool is_of_case(const struct making *making, const struct ics_piece *piece) {
    return piece->uid != NULL && piece->key == making->job.key;
}

/* An event may stand in a file twice; and the file of someone who keeps tasks gets tasks. */
static void look_through(struct making *making, struct plan **sorted) {
    bool any_event = false, any_task = false;
    for (size_t i = 0; i < making->old->count; i++) {
        const struct ics_piece *piece = &making->old->pieces[i];
        if (!is_of_case(making, piece))
            continue;
        struct plan *plan = find_plan(making, sorted, piece->uid);
        if (plan != NULL && piece->sequence > plan->sequence)
            plan->sequence = piece->sequence;
        if (plan == NULL || plan->entry.kind != ICS_REMINDER) {
            any_event = any_event || !piece->todo;
            any_task = any_task || piece->todo;
        }
    }
    making->todo = making->todo || (any_task && !any_event);
}

static bool is_listed(const struct ics_options *options, const struct ics_reminder *reminder) {
    for (size_t i = 0; i < options->reminder_count; i++)
        if (!reminder->after_latest && options->reminders[i].days == reminder->days &&
            options->reminders[i].minutes == reminder->minutes)
            return true;
    return false;
}

/* What an event is of which no plan is made: a reminder of an earlier run, or something that this law does not know. */
static void recognize(const struct making *making, const char *uid, struct ics_entry *entry) {
    const struct ics_options *options = making->job.options;
    *entry = (struct ics_entry){.kind = ICS_DEADLINE, .state = ICS_GONE};
    snprintf(entry->uid, sizeof entry->uid, "%s", uid);
    for (size_t i = 0; i < making->job.view->count; i++) {
        const struct ehc_deadline *deadline = &making->job.view->deadlines[i];
        if (!ics_read_reminder_uid(&making->job, deadline, uid, &entry->reminder))
            continue;
        entry->deadline = deadline;
        entry->kind = ICS_REMINDER;
        if (state_of(deadline, making->job.view->as_at) != ICS_OPEN || options->no_alarms || options->reminder_events ||
            (options->own_reminders && !is_listed(options, &entry->reminder)))
            return;
        entry->state = ICS_OPEN;
        entry->start = ics_reminder_start(deadline, &entry->reminder);
        return;
    }
}

/* ---- the book ---- */

/* Takes `text` over. */
static bool add_item(struct ics_book *book, char *text, const char *uid) {
    if (text == NULL)
        return false;
    if (book->count == book->capacity) {
        size_t capacity = book->capacity == 0 ? 64 : 2 * book->capacity;
        struct item *items = realloc(book->items, capacity * sizeof *items);
        if (items == NULL) {
            free(text);
            return false;
        }
        book->items = items;
        book->capacity = capacity;
    }
    struct item *item = &book->items[book->count++];
    item->text = text;
    snprintf(item->uid, sizeof item->uid, "%s", uid);
    return true;
}

static bool keep_as_it_is(struct making *making, const struct ics_piece *piece) {
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    bool whole = out != NULL && ics_put_lines(piece->raw, piece->length, false, out);
    making->counts->others += piece->is_event;
    if (out == NULL || fclose(out) != 0 || !whole) {
        free(text);
        return false;
    }
    return add_item(making->book, text, "");
}

static bool take_piece(struct making *making, struct plan **sorted, const struct ics_piece *piece) {
    if (piece->is_line)
        return true;
    if (!is_of_case(making, piece))
        return keep_as_it_is(making, piece);
    struct plan *plan = find_plan(making, sorted, piece->uid);
    struct ics_entry unplanned, *entry = plan != NULL ? &plan->entry : &unplanned;
    if (plan != NULL && plan->used)
        return true;
    if (plan != NULL)
        plan->used = true;
    else
        recognize(making, piece->uid, &unplanned);
    bool done = entry->deadline != NULL && state_of(entry->deadline, making->job.view->as_at) == ICS_DONE;
    if (done && making->job.options->leave_out_met) {
        making->counts->left_out++;
        return true;
    }
    long sequence = plan != NULL ? plan->sequence : piece->sequence;
    making->counts->events++;
    return add_item(making->book, ics_merge(&making->job, entry, piece, sequence, making->counts), piece->uid);
}

static bool take_old(struct making *making) {
    struct plan **sorted = sort_plans(making);
    bool whole = sorted != NULL;
    if (whole)
        look_through(making, sorted);
    for (size_t i = 0; whole && i < making->old->count; i++)
        whole = take_piece(making, sorted, &making->old->pieces[i]);
    free(sorted);
    return whole;
}

static bool add_new(struct making *making) {
    for (size_t i = 0; i < making->count; i++) {
        const struct ics_entry *entry = &making->plans[i].entry;
        bool left_out = entry->state == ICS_DONE && making->job.options->leave_out_met;
        if (making->plans[i].used || !making->plans[i].wanted || left_out)
            continue;
        icalcomponent *component = ics_make_component(&making->job, entry, making->todo && entry->kind != ICS_REMINDER);
        char *text = component != NULL ? ics_component_text(component) : NULL;
        if (component != NULL)
            icalcomponent_free(component);
        if (!add_item(making->book, text, entry->uid))
            return false;
        making->counts->events++;
        making->counts->added++;
    }
    return true;
}

/* ---- what stands around the events ---- */

static bool line_is(const struct ics_piece *piece, const char *name) {
    size_t length = 0;
    while (length < piece->length && strchr(":;\r\n", piece->raw[length]) == NULL)
        length++;
    return ics_same_name(piece->raw, length, name);
}

static bool is_name(const struct ics_piece *piece) {
    return line_is(piece, "NAME") || line_is(piece, "X-WR-CALNAME");
}

static bool is_colour(const struct ics_piece *piece) {
    return line_is(piece, "COLOR") || line_is(piece, "X-APPLE-CALENDAR-COLOR");
}

static bool stays(const struct ics_options *options, const struct ics_piece *piece) {
    static const char *const ours[] = {"VERSION", "PRODID", "CALSCALE", "METHOD"};
    if (!piece->is_line || (options->name != NULL && is_name(piece)) || (options->colour != NULL && is_colour(piece)))
        return false;
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (line_is(piece, ours[i]))
            return false;
    return true;
}

static bool has_name(const struct making *making) {
    for (size_t i = 0; making->old != NULL && i < making->old->count; i++)
        if (making->old->pieces[i].is_line && is_name(&making->old->pieces[i]))
            return true;
    return false;
}

static void add_name(icalcomponent *calendar, const char *name) {
    char *plain = ics_plain(name);
    if (plain == NULL)
        return;
    ics_add(calendar, icalproperty_new_name(plain));
    ics_add_x(calendar, "X-WR-CALNAME", plain);
    free(plain);
}

static char *make_head(const struct making *making, bool several) {
    const struct ics_options *options = making->job.options;
    icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    char *text = NULL, *written;
    size_t length;
    if (calendar == NULL)
        return NULL;
    ics_add(calendar, icalproperty_new_version("2.0"));
    ics_add(calendar, icalproperty_new_prodid("-//ehc//ehc " EHC_VERSION "//EN"));
    ics_add(calendar, icalproperty_new_calscale("GREGORIAN"));
    if (options->publish)
        ics_add(calendar, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    /* Outlook takes a file with several events as a calendar only where it has a name, and one with a name as several. */
    if (several && (options->name != NULL || !has_name(making)))
        add_name(calendar, options->name != NULL ? options->name : "EHC dates");
    if (several && options->colour != NULL)
        ics_add(calendar, icalproperty_new_color(options->colour));
    written = ics_component_text(calendar);
    icalcomponent_free(calendar);
    FILE *out = written != NULL ? open_memstream(&text, &length) : NULL;
    bool whole = out != NULL;
    if (out != NULL) {
        fwrite(written, 1, strlen(written) - strlen(end_of_calendar), out);
        for (size_t i = 0; several && making->old != NULL && i < making->old->count; i++)
            if (stays(options, &making->old->pieces[i]))
                whole = ics_put_lines(making->old->pieces[i].raw, making->old->pieces[i].length, false, out) && whole;
        whole = fclose(out) == 0 && whole;
    }
    free(written);
    if (whole)
        return text;
    free(text);
    return NULL;
}

/* ---- from outside ---- */

static bool make(struct making *making) {
    const struct view_of_case *view = making->job.view;
    for (size_t i = 0; i < view->count; i++)
        if (!plan_deadline(making, i))
            return false;
    if ((making->old != NULL && !take_old(making)) || !add_new(making))
        return false;
    making->book->head = make_head(making, making->book->count > 1);
    making->book->head_of_one = make_head(making, false);
    return making->book->head != NULL && making->book->head_of_one != NULL;
}

struct ics_book *ics_make(const struct view_of_case *view, const struct ics_options *options, const struct ics_old *old,
                          struct ics_counts *counts, struct ehc_error *error) {
    struct making making = {.job = {.view = view, .options = options, .key = ics_case_key(view)},
                            .old = old,
                            .counts = counts,
                            .todo = options->todo};
    *counts = (struct ics_counts){0};
    if (!ical_load()) {
        ehc_fail(error, "the library libical cannot be loaded; is it installed?");
        return NULL;
    }
    /* Only UTC is used: without a folder of time zones libical does not read the list of all there are. */
    icaltimezone_set_builtin_tzdata(1);
    set_zone_directory("/dev/null");
    if (old != NULL && !ics_choose_key(old, making.job.key, &making.job.key, error))
        return NULL;
    making.book = calloc(1, sizeof *making.book);
    bool whole = making.book != NULL && make(&making);
    free(making.plans);
    if (whole)
        return making.book;
    ics_free(making.book);
    ehc_fail(error, "there is not enough memory");
    return NULL;
}

void ics_free(struct ics_book *book) {
    if (book == NULL)
        return;
    for (size_t i = 0; i < book->count; i++)
        free(book->items[i].text);
    free(book->items);
    free(book->head);
    free(book->head_of_one);
    free(book);
}

void ics_write(const struct ics_book *book, FILE *out) {
    fputs(book->head, out);
    for (size_t i = 0; i < book->count; i++)
        fputs(book->items[i].text, out);
    fputs(end_of_calendar, out);
}

static const struct item *item_of_file(const struct ics_book *book, size_t file) {
    for (size_t i = 0; i < book->count; i++)
        if (book->items[i].uid[0] != '\0' && file-- == 0)
            return &book->items[i];
    return NULL;
}

size_t ics_file_count(const struct ics_book *book) {
    size_t count = 0;
    for (size_t i = 0; i < book->count; i++)
        count += book->items[i].uid[0] != '\0';
    return count;
}

const char *ics_file_name(const struct ics_book *book, size_t file, char name[ICS_FILE_NAME_ROOM]) {
    ics_name_of_uid(item_of_file(book, file)->uid, name, ICS_FILE_NAME_ROOM - 4);
    strcat(name, ".ics");
    return name;
}

void ics_write_file(const struct ics_book *book, size_t file, FILE *out) {
    fprintf(out, "%s%s%s", book->head_of_one, item_of_file(book, file)->text, end_of_calendar);
}
