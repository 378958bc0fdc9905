/* An exported calendar passes our own check and holds the days of its deadlines. An earlier calendar that is updated twice
 * is the same, byte for byte, as after one update. Other people's events stay as they were.
 *
 * The first bytes choose the case and the options. The rest is the earlier calendar; without a rest there is none. */
#include "calendar/line.h"
#include "calendar/parts.h"
#include "fuzz.h"

enum { HEAD = 5 };

static bool chosen[EHC_LIMITS_MAX];

static void set_event(struct ehc_case *facts, const char *id, ehc_day day) {
    int event = ehc_find_event(&ehc_law_england, id);
    must(event != EHC_NONE);
    facts->event[event] = day;
}

static void make_case(struct ehc_case *facts, const uint8_t *head) {
    ehc_day day = 19500 + (head[2] | (head[3] & 7) << 8);
    ehc_case_init(facts);
    set_event(facts, "request-received", day);
    if (head[4] & 1)
        set_event(facts, "assessment-decision", day + 30 + (head[3] >> 3));
    if (head[4] & 2)
        set_event(facts, "final-plan-sent", day + 150 + (head[3] >> 3));
    if (head[4] & 4)
        facts->closure[facts->closure_count++] = (struct ehc_closure){.span = {day + 20, day + 60}, .name = "a, b; c"};
    if (head[4] & 8)
        facts->advice[facts->advice_count++] = (struct ehc_advice){.from = EHC_FROM_HEALTH,
                                                                   .requested = day + 10,
                                                                   .request_received = EHC_NO_DAY,
                                                                   .received = EHC_NO_DAY,
                                                                   .name = "x"};
    if (head[4] & 16)
        facts->reference = "A, 1";
    if (head[4] & 32)
        facts->authority = "Anytown";
}

static struct ics_options make_options(const uint8_t *head) {
    static const struct ics_reminder reminders[] = {{.days = 7, .minutes = 540}, {.days = 1, .minutes = 1100}};
    bool reminder_events = (head[0] & 4) != 0;
    return (struct ics_options){.stamp = INT64_C(1767225600),
                                .chosen = chosen,
                                .todo = (head[0] & 1) != 0,
                                .planning = (head[0] & 2) != 0,
                                .reminder_events = reminder_events,
                                .no_alarms = !reminder_events && (head[0] & 8) != 0,
                                .show_reference = (head[0] & 32) != 0,
                                .future = (head[0] & 64) != 0,
                                .own_reminders = (head[1] & 1) != 0,
                                .reminders = reminders,
                                .reminder_count = 2,
                                .name = head[1] & 2 ? "Ours, \xc3\xa9" : NULL,
                                .named_by_limit = (head[1] & 8) != 0};
}

static void tell_fault(void *context, const struct ehc_error *error) {
    (void)context;
    dprintf(messages, "line %u: %s\n", error->line, error->message);
}

static size_t faults_of(const char *text, size_t length, ehc_report *report) {
    size_t events;
    return ics_check("fuzz.ics", text, length, &events, report, NULL);
}

static struct ics_earlier *read_old(const char *text, size_t length) {
    struct ehc_error error;
    struct ics_earlier *old = ics_read_earlier("fuzz.ics", text, length, &error);
    if (old == NULL)
        take_fault(NULL, &error);
    return old;
}

/* The calendar as text, which the caller frees; NULL if it is refused. */
static char *make(const struct ehc_judgement *judgement, const struct ics_options *options, const struct ics_earlier *old,
                  struct ics_counts *counts, size_t *length) {
    struct ehc_error error;
    struct ics_calendar *calendar = ics_make(judgement, options, old, counts, &error);
    char *text = NULL;
    if (calendar == NULL) {
        take_fault(NULL, &error);
        return NULL;
    }
    FILE *out = open_memstream(&text, length);
    must(out != NULL);
    ics_write(calendar, out);
    must(fclose(out) == 0);
    must(ics_file_count(calendar) == counts->events);
    for (size_t i = 0; i < ics_file_count(calendar); i++) {
        char name[ICS_FILE_NAME_ROOM];
        must(strchr(ics_file_name(calendar, i, name), '/') == NULL && name[0] != '\0' && name[0] != '.');
    }
    ics_free(calendar);
    return text;
}

static bool is_others(const struct ics_piece *piece, uint64_t key) {
    bool is_component = piece->kind == ICS_PIECE_EVENT || piece->kind == ICS_PIECE_TASK || piece->kind == ICS_PIECE_OTHER;
    return is_component && (piece->uid == NULL || piece->key != key);
}

static const struct ics_piece *next_of_others(const struct ics_earlier *old, size_t *at, uint64_t key) {
    while (*at < old->count)
        if (is_others(&old->pieces[(*at)++], key))
            return &old->pieces[*at - 1];
    return NULL;
}

/* Compares line by line; how lines are folded does not matter. */
static void must_be_same_piece(const struct ics_piece *a, const struct ics_piece *b) {
    struct ics_reader reader_a, reader_b;
    struct ics_line line_a, line_b;
    must(ics_reader_open_part(&reader_a, a->raw, a->length, a->cr_ends));
    must(ics_reader_open_part(&reader_b, b->raw, b->length, b->cr_ends));
    while (ics_next(&reader_a, &line_a))
        must(ics_next(&reader_b, &line_b) && strcmp(line_a.text, line_b.text) == 0);
    must(!ics_next(&reader_b, &line_b));
    ics_reader_close(&reader_a);
    ics_reader_close(&reader_b);
}

static void check_others(const struct ics_earlier *before, const struct ics_earlier *after,
                         const struct ehc_judgement *judgement) {
    struct ehc_error error;
    uint64_t key;
    size_t at = 0, at_after = 0;
    must(ics_choose_key(before, judgement, &key, &error));
    for (const struct ics_piece *piece; (piece = next_of_others(before, &at, key)) != NULL;) {
        const struct ics_piece *kept = next_of_others(after, &at_after, key);
        must(kept != NULL);
        must_be_same_piece(piece, kept);
    }
    must(next_of_others(after, &at_after, key) == NULL);
}

/* Each day of a new calendar is the day of a deadline. */
static void check_days(const char *text, const struct ehc_judgement *judgement, const struct ics_options *options) {
    static const char start[] = "DTSTART;VALUE=DATE:";
    bool estimates = options->planning || options->named_by_limit;
    for (const char *at = text; (at = strstr(at, start)) != NULL && !estimates && !options->todo;) {
        at += sizeof start - 1;
        long date = strtol(at, NULL, 10);
        ehc_day day = ehc_day_from_ymd((int)(date / 10000), (int)(date / 100 % 100), (int)(date % 100));
        size_t i = 0;
        must(day != EHC_NO_DAY);
        while (i < judgement->count && judgement->deadlines[i].last != day)
            i++;
        must(i < judgement->count);
    }
}

static void check_again(const struct ehc_judgement *judgement, const struct ics_options *options,
                        const struct ics_earlier *old, const char *text, size_t length) {
    struct ics_counts counts;
    size_t again_length;
    char *again = make(judgement, options, old, &counts, &again_length);
    must(again != NULL);
    must_be_text(text, again);
    must(counts.moved + counts.reworded + counts.reminded + counts.added + counts.done + counts.cancelled == 0);
    must(again_length == length);
    free(again);
}

static void check(const struct ehc_judgement *judgement, const struct ics_options *options, const struct ics_earlier *old,
                  bool was_good) {
    struct ics_counts counts;
    size_t length;
    char *text = make(judgement, options, old, &counts, &length);
    if (text == NULL)
        return;
    struct ics_earlier *written = counts.events > 0 ? read_old(text, length) : NULL;
    if (written != NULL) {
        must(!was_good || faults_of(text, length, tell_fault) == 0);
        must(written->ours >= counts.events);
        if (old != NULL)
            check_others(old, written, judgement);
        else
            check_days(text, judgement, options);
        check_again(judgement, options, written, text, length);
    }
    must(counts.events == 0 || written != NULL);
    ics_free_earlier(written);
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct ehc_case facts;
    if (size < HEAD)
        return 0;
    make_case(&facts, data);
    struct ics_options options = make_options(data);
    ehc_day as_at = FUZZ_AS_AT + (data[4] & 64 ? 200 : 0);
    struct ehc_judgement *judgement = ehc_judge(&ehc_law_england, &facts, as_at, NULL);
    must(judgement != NULL);
    for (size_t i = 0; i < EHC_LIMITS_MAX; i++)
        chosen[i] = !(data[4] & 128) || i % 3 == 0;
    if (size == HEAD) {
        check(judgement, &options, NULL, true);
        ehc_judgement_free(judgement);
        forget_calendars();
        return 0;
    }
    char *text = as_text(data + HEAD, size - HEAD);
    struct ics_earlier *old = read_old(text, size - HEAD);
    /* The METHOD of an earlier file stays, and may require properties that our events lack. */
    if (old != NULL)
        check(judgement, &options, old, strcasestr(text, "METHOD") == NULL && faults_of(text, size - HEAD, take_fault) == 0);
    ics_free_earlier(old);
    ehc_judgement_free(judgement);
    free(text);
    forget_calendars();
    return 0;
}
