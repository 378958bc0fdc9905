/* The whole calendar: which events are in it, in which order, and what stands around them. */
#include "calendar.h"
#include "line.h"
#include "parts.h"
#include "util/fail.h"
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

struct making {
    struct ics_job job;
    const struct ics_old *old;
    struct ics_book *book;
    struct ics_counts *counts;
    struct ics_plans plans;
    bool todo;
};

/* ---- the earlier calendar ---- */

static bool is_of_case(const struct making *making, const struct ics_piece *piece) {
    return piece->uid != NULL && piece->key == making->job.key;
}

/* An event may stand in a file twice; and the file of someone who keeps tasks gets tasks. */
static void look_through(struct making *making) {
    bool any_event = false, any_task = false;
    for (size_t i = 0; i < making->old->count; i++) {
        const struct ics_piece *piece = &making->old->pieces[i];
        if (!is_of_case(making, piece))
            continue;
        struct ics_plan *plan = ics_find_plan(&making->plans, piece->uid);
        if (plan != NULL && piece->sequence > plan->sequence)
            plan->sequence = piece->sequence;
        if (plan == NULL || plan->entry.kind != ICS_REMINDER) {
            any_event = any_event || !piece->todo;
            any_task = any_task || piece->todo;
        }
    }
    making->todo = making->todo || (any_task && !any_event);
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
    /* A line may have been folded inside a character, which many programs cannot read. */
    bool torn = !ehc_is_utf8(piece->raw, piece->length);
    bool whole = out != NULL && ics_put_lines(piece->raw, piece->length, torn, out);
    making->counts->others += piece->is_event;
    if (out == NULL || fclose(out) != 0 || !whole) {
        free(text);
        return false;
    }
    return add_item(making->book, text, "");
}

static bool take_piece(struct making *making, const struct ics_piece *piece) {
    if (piece->is_line)
        return true;
    if (!is_of_case(making, piece))
        return keep_as_it_is(making, piece);
    struct ics_plan *plan = ics_find_plan(&making->plans, piece->uid);
    struct ics_entry unplanned = {0}, *entry = plan != NULL ? &plan->entry : &unplanned;
    if (plan != NULL && plan->used)
        return true;
    if (plan != NULL)
        plan->used = true;
    else
        ics_recognize(&making->job, piece->uid, &unplanned);
    long sequence = plan != NULL ? plan->sequence : piece->sequence;
    making->counts->events++;
    return add_item(making->book, ics_merge(&making->job, entry, piece, sequence, making->counts), piece->uid);
}

static bool take_old(struct making *making) {
    bool whole = ics_sort_plans(&making->plans);
    if (whole)
        look_through(making);
    for (size_t i = 0; whole && i < making->old->count; i++)
        whole = take_piece(making, &making->old->pieces[i]);
    return whole;
}

/* An estimate is of no use where the deadline itself is there, on the same day. The plan before it is of the deadline. */
static bool is_needless(const struct ics_plan *plan) {
    if (plan->entry.kind != ICS_ESTIMATE || plan->entry.state != ICS_OPEN)
        return false;
    const struct ics_entry *entry = &plan[-1].entry;
    const struct icaltimetype *a = &entry->start, *b = &plan->entry.start;
    return entry->state == ICS_OPEN && (plan[-1].used || plan[-1].wanted) && a->year == b->year && a->month == b->month &&
           a->day == b->day;
}

static bool add_new(struct making *making) {
    for (size_t i = 0; i < making->plans.count; i++) {
        const struct ics_plan *plan = &making->plans.plans[i];
        const struct ics_entry *entry = &plan->entry;
        if (plan->used || !plan->wanted || is_needless(plan))
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

static bool stays(const struct ics_options *options, const struct ics_piece *piece) {
    static const char *const ours[] = {"VERSION", "PRODID", "CALSCALE", "METHOD"};
    if (!piece->is_line || (options->name != NULL && is_name(piece)))
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
    /* Outlook takes a file with several events as a calendar only where it has a name, and one with a name as several. */
    if (several && (options->name != NULL || !has_name(making)))
        add_name(calendar, options->name != NULL ? options->name : "EHC dates");
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
    if (!ics_make_plans(&making->job, &making->plans))
        return false;
    if ((making->old != NULL && !take_old(making)) || !add_new(making))
        return false;
    making->book->head = make_head(making, making->book->count > 1);
    making->book->head_of_one = make_head(making, false);
    return making->book->head != NULL && making->book->head_of_one != NULL;
}

struct ics_book *ics_make(const struct ehc_judged *view, const struct ics_options *options, const struct ics_old *old,
                          struct ics_counts *counts, struct ehc_error *error) {
    struct making making = {.job = {.view = view, .options = options, .key = ics_case_key(view)},
                            .old = old,
                            .counts = counts,
                            .todo = options->todo};
    *counts = (struct ics_counts){0};
    /* Only UTC is used: without a folder of time zones libical does not read the list of all there are. */
    icaltimezone_set_builtin_tzdata(1);
    set_zone_directory("/dev/null");
    if (old != NULL && !ics_choose_key(old, making.job.key, &making.job.key, error))
        return NULL;
    making.book = calloc(1, sizeof *making.book);
    bool whole = making.book != NULL && make(&making);
    ics_free_plans(&making.plans);
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
    char part[ICS_UID_ROOM];
    ics_name_of_uid(item_of_file(book, file)->uid, part, sizeof part);
    snprintf(name, ICS_FILE_NAME_ROOM, "%s.ics", part);
    return name;
}

void ics_write_file(const struct ics_book *book, size_t file, FILE *out) {
    fprintf(out, "%s%s%s", book->head_of_one, item_of_file(book, file)->text, end_of_calendar);
}
