/* ehc timeline and ehc calendar: the same deadlines, as a screen and as a file for a phone. */
#include "cli.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { WORDS_ROOM = 256, COMMAND_ROOM = 4096 };

/* The date on the command line is the day on which the council received the request. */
static enum exit_status take_request_date(struct request *request) {
    char text[WORDS_ROOM];
    struct ehc_error error;
    const char *date = joined_words(request, 0, text, sizeof text);
    if (date != NULL && !ehc_case_set_event(request->law, &request->facts, "request-received", date, &error)) {
        print_error(NULL, &error);
        return EXIT_INPUT;
    }
    return EXIT_DONE;
}

static bool has_event(const struct request *request) {
    for (size_t i = 0; i < request->law->event_count; i++)
        if (request->facts.event[i] != EHC_NO_DAY)
            return true;
    return request->facts.advice_count > 0;
}

static enum exit_status load(struct request *request) {
    enum exit_status status = load_law(request);
    if (status == EXIT_DONE)
        status = load_facts(request);
    if (status == EXIT_DONE)
        status = take_request_date(request);
    if (status == EXIT_DONE && !ehc_case_check(request->law, &request->facts, print_error, NULL))
        status = EXIT_INPUT;
    if (status == EXIT_DONE && !has_event(request)) {
        complain("write it as in 'ehc 2026-01-05', or give --event or --case",
                 "the day on which the council received the request is missing");
        status = EXIT_USAGE;
    }
    return status;
}

/* Keeps the deadlines that --limit names; EXIT_USAGE for an unknown one. */
static enum exit_status choose_limits(const struct request *request, struct ehc_deadline *deadlines, size_t *count) {
    bool chosen[EHC_LIMITS_MAX] = {false};
    if (!is_given(request, OPTION_LIMIT))
        return EXIT_DONE;
    for (size_t i = 0; i < request->given_count; i++) {
        if (request->given[i].option != OPTION_LIMIT)
            continue;
        int limit = find_limit(request, request->given[i].value);
        if (limit == EHC_NONE)
            return EXIT_INPUT;
        chosen[limit] = true;
    }
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++)
        if (chosen[deadlines[i].limit - request->law->limits])
            deadlines[kept++] = deadlines[i];
    *count = kept;
    return EXIT_DONE;
}

/* 4 where a date that matters could not be given as firm, with a word on standard error. */
static enum exit_status tell_unknown(const struct request *request, const struct ehc_deadline *deadlines, size_t count) {
    enum exit_status status = EXIT_DONE;
    for (size_t i = 0; i < count; i++) {
        char because[EHC_WORDS];
        if (deadlines[i].status != EHC_UNKNOWN)
            continue;
        complain(NULL, "%s: %.260s", deadlines[i].limit->id, ehc_because_words(request->law, &deadlines[i], because));
        status = EXIT_CANNOT_SAY;
    }
    return status;
}

static void add_quoted(char *command, size_t room, const char *word) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=,-";
    size_t at = strlen(command);
    const char *mark = word[strspn(word, plain)] == '\0' ? "" : strchr(word, '\'') == NULL ? "'" : "\"";
    if (at < room)
        snprintf(command + at, room - at, " %s%s%s", mark, word, mark);
}

/* What puts the same dates on a phone, as it would be typed. */
static void write_calendar_command(const struct request *request, char *command, size_t room) {
    snprintf(command, room, "ehc calendar");
    for (size_t i = 0; i < request->word_count; i++)
        add_quoted(command, room, request->words[i]);
    for (size_t i = 0; i < request->given_count; i++) {
        const struct given *given = &request->given[i];
        const struct option_spec *spec = &option_specs[given->option];
        char option[64];
        if (spec->argument == NULL || given->option == OPTION_OUTPUT || given->option == OPTION_AS_AT)
            continue;
        snprintf(option, sizeof option, "--%s", spec->name);
        add_quoted(command, room, option);
        add_quoted(command, room, strcmp(given->value, "-") == 0 ? "FILE" : given->value);
    }
    add_quoted(command, room, "-o");
    add_quoted(command, room, "deadlines.ics");
}

enum exit_status run_timeline(struct request *request) {
    static struct ehc_deadline deadlines[EHC_DEADLINES_MAX];
    struct view_of_case view = {.facts = &request->facts, .deadlines = deadlines};
    struct output output;
    enum exit_status status = load(request);
    if (status != EXIT_DONE)
        return status;
    view.law = request->law;
    view.as_at = request->as_at;
    view.count = ehc_timeline(request->law, &request->facts, request->as_at, deadlines, EHC_DEADLINES_MAX);
    status = choose_limits(request, deadlines, &view.count);
    if (status != EXIT_DONE || !begin_output(&output))
        return status != EXIT_DONE ? status : EXIT_FILE;
    if (is_given(request, OPTION_JSON)) {
        if (!view_timeline_json(&view, output.stream)) {
            drop_output(&output);
            complain(NULL, "there is not enough memory");
            return EXIT_FILE;
        }
    } else {
        char command[COMMAND_ROOM];
        const struct page page = make_page(request, output.stream);
        write_calendar_command(request, command, sizeof command);
        view_timeline_text(&view, command, is_given(request, OPTION_ALL) || is_given(request, OPTION_LIMIT), &page);
    }
    status = finish_output(&output, request);
    return status != EXIT_DONE ? status : tell_unknown(request, deadlines, view.count);
}

/* Still open, or asked for by --limit and with a date of its own. */
static bool goes_into_calendar(const struct request *request, const struct ehc_deadline *deadline) {
    if (deadline->due == EHC_NO_DAY)
        return false;
    if (is_given(request, OPTION_LIMIT))
        return true;
    bool open = deadline->status == EHC_DUE || deadline->status == EHC_OVERDUE ||
                (deadline->status == EHC_DISPUTED && (deadline->act == EHC_NO_DAY || deadline->act > request->as_at));
    return open && !(deadline->limit->instead_of != EHC_NONE);
}

/* The moment of DTSTAMP: SOURCE_DATE_EPOCH, so that the same input can give the same bytes, else now. */
static bool read_stamp(int64_t *stamp) {
    const char *text = getenv("SOURCE_DATE_EPOCH");
    char *end;
    *stamp = (int64_t)time(NULL);
    if (text == NULL || *text == '\0')
        return true;
    long long seconds = strtoll(text, &end, 10);
    const int64_t day_length = 86400;
    *stamp = seconds;
    if (*end == '\0' && *stamp / day_length > EHC_DAY_MIN && *stamp / day_length < EHC_DAY_MAX)
        return true;
    complain("give seconds since 1970, or unset it", "SOURCE_DATE_EPOCH is not a time");
    return false;
}

static void say_what_was_written(const struct request *request, size_t count) {
    const char *file = value_of(request, OPTION_OUTPUT);
    if (file == NULL || strcmp(file, "-") == 0)
        return;
    fprintf(stderr, "%zu date%s written. Send the file to your phone and open it there.\n", count, count == 1 ? "" : "s");
}

enum exit_status run_calendar(struct request *request) {
    static struct ehc_deadline deadlines[EHC_DEADLINES_MAX];
    struct view_of_case view = {.facts = &request->facts, .deadlines = deadlines};
    struct output output;
    int64_t stamp;
    enum exit_status status = load(request);
    if (status != EXIT_DONE)
        return status;
    view.law = request->law;
    view.as_at = request->as_at;
    size_t count = ehc_timeline(request->law, &request->facts, request->as_at, deadlines, EHC_DEADLINES_MAX);
    status = choose_limits(request, deadlines, &count);
    if (status != EXIT_DONE)
        return status;
    if (!read_stamp(&stamp))
        return EXIT_INPUT;
    status = tell_unknown(request, deadlines, count);
    for (size_t i = 0; i < count; i++)
        if (goes_into_calendar(request, &deadlines[i]))
            deadlines[view.count++] = deadlines[i];
    if (view.count == 0) {
        complain("'ehc timeline' shows what has been done and what waits",
                 "no date is open, so there is nothing to put in a calendar");
        return EXIT_CANNOT_SAY;
    }
    if (!begin_output(&output))
        return EXIT_FILE;
    const char *fault = view_calendar(&view, stamp, output.stream);
    if (fault != NULL) {
        drop_output(&output);
        complain(NULL, "%s", fault);
        return EXIT_FILE;
    }
    enum exit_status written = finish_output(&output, request);
    if (written == EXIT_DONE)
        say_what_was_written(request, view.count);
    return written != EXIT_DONE ? written : status;
}
