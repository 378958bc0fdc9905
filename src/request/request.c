#include "request.h"
#include "say.h"
#include "util/fail.h"
#include <ehc/nearest.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { SPAN_ROOM = 200, WORDS_ROOM = 256, DATES_ROOM = 16384 };

static enum exit_status refuse(const char *option, struct ehc_error *error) {
    char message[sizeof error->message];
    snprintf(message, sizeof message, "--%s: %.280s", option, error->message);
    ehc_make_fit(message);
    memcpy(error->message, message, sizeof message);
    say_error(NULL, error);
    return EXIT_INPUT;
}

enum exit_status request_load_bundle(struct request *request) {
    const char *folder = option_value(request, OPTION_LAW);
    enum exit_status status = EXIT_INPUT;
    request->bundle = &bundle_built_in;
    if (folder != NULL) {
        request->owned_bundle = bundle_read(folder, say_and_note, &status);
        request->bundle = request->owned_bundle;
        if (request->bundle == NULL)
            return status;
    }
    request->law = request->bundle->law;
    return EXIT_DONE;
}

static enum exit_status load_format(struct request *request) {
    static const enum option_id formats[] = {OPTION_JSON, OPTION_CSV, OPTION_HTML, OPTION_SCREEN};
    size_t given = 0;
    request->format = OPTION_NONE;
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (!option_is_given(request, formats[i]))
            continue;
        request->format = formats[i];
        given++;
    }
    if (given <= 1)
        return EXIT_DONE;
    bool has_screen = (request->command->options >> OPTION_SCREEN & 1) != 0;
    say_fault("use one of them at a time", has_screen ? "--json and --screen cannot be used together"
                                                      : "--json, --csv and --html cannot be used together");
    return EXIT_USAGE;
}

static enum exit_status load_limits(struct request *request) {
    bool all = !option_is_given(request, OPTION_LIMIT);
    for (size_t i = 0; i < EHC_LIMITS_MAX; i++)
        request->limits[i] = all;
    for (size_t i = 0; i < request->given_count; i++) {
        if (request->given[i].option != OPTION_LIMIT)
            continue;
        const struct ehc_limit *limit = request_limit(request, request->given[i].value);
        if (limit == NULL)
            return EXIT_INPUT;
        request->limits[limit - request->law->limits] = true;
    }
    return EXIT_DONE;
}

enum exit_status request_load_options(struct request *request) {
    const char *as_at = option_value(request, OPTION_AS_AT);
    struct ehc_error error;
    char date[SPAN_ROOM];
    request->as_at = ehc_day_in_london((int64_t)time(NULL));
    if (as_at != NULL && !ehc_day_read(request_dates(request, as_at, date, sizeof date), &request->as_at, &error))
        return refuse("as-at", &error);
    enum exit_status status = load_limits(request);
    return status == EXIT_DONE ? load_format(request) : status;
}

/* Splits "A..B=NAME": copies the text before "=" to `first`. `name` is NULL if there is none. */
static bool cut_name(const char *value, char first[SPAN_ROOM], const char **name, struct ehc_error *error) {
    size_t length = strcspn(value, "=");
    *name = value[length] == '=' && value[length + 1] != '\0' ? value + length + 1 : NULL;
    if (*name != NULL && !ehc_check_plain(*name, "", error))
        return false;
    snprintf(first, SPAN_ROOM, "%.*s", (int)(length < SPAN_ROOM ? length : SPAN_ROOM - 1), value);
    return true;
}

/* Adds a day of an event. The first one replaces the days of the case file. */
static bool put_event(struct request *request, const char *id, const char *date, struct ehc_error *error) {
    int event = ehc_find_event(request->law, id);
    if (event != EHC_NONE && !request->is_put[event])
        ehc_case_clear_event(&request->facts, event);
    if (!ehc_case_add_event(request->law, &request->facts, id, date, error))
        return false;
    request->is_put[event] = true;
    return true;
}

static bool add_event(struct request *request, const char *value, struct ehc_error *error) {
    char id[SPAN_ROOM], dates[DATES_ROOM];
    const char *date;
    if (!cut_name(value, id, &date, error))
        return false;
    if (date == NULL) {
        char quoted[EHC_QUOTE_ROOM], day_text[EHC_DAY_TEXT];
        ehc_day day;
        if (ehc_day_read(id, &day, error)) {
            ehc_fail(error, "%s does not say what happened on that day", ehc_quote(value, quoted));
            return ehc_hint(error, "name the event, as in %s=%s", bundle_an_event(request->bundle),
                            ehc_day_format_iso(day, day_text));
        }
        ehc_fail(error, "%s has no date", ehc_quote(value, quoted));
        return ehc_hint(error, "write it as %s=2026-02-10", bundle_an_event(request->bundle));
    }
    return put_event(request, id, request_dates(request, date, dates, sizeof dates), error);
}

static bool add_span(struct request *request, enum option_id option, const char *value, struct ehc_error *error) {
    char text[SPAN_ROOM], dates[SPAN_ROOM];
    const char *name;
    struct ehc_span span;
    if (!cut_name(value, text, &name, error) ||
        !ehc_span_read(request_dates(request, text, dates, sizeof dates), &span, error))
        return false;
    if (option == OPTION_CLOSED)
        return ehc_case_add_closure(&request->facts, (struct ehc_closure){.span = span, .name = name}, error);
    if (option == OPTION_AWAY)
        return ehc_case_add_absence(&request->facts, (struct ehc_absence){.span = span, .name = name}, error);
    return ehc_case_add_exceptional(request->law, &request->facts, (struct ehc_exceptional){.span = span, .reason = name},
                                    error);
}

static bool add_missed(struct request *request, const char *value, struct ehc_error *error) {
    char text[SPAN_ROOM], date[SPAN_ROOM];
    const char *body;
    ehc_day day;
    return cut_name(value, text, &body, error) &&
           ehc_day_read(request_dates(request, text, date, sizeof date), &day, error) &&
           ehc_case_add_missed(&request->facts, (struct ehc_missed){.day = day, .body = body}, error);
}

static bool add_own(struct request *request, const char *value, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM], full[REQUEST_OWN_NAME], *name = full;
    const char *date = strrchr(value, '=');
    char dates[SPAN_ROOM];
    size_t length = date != NULL ? (size_t)(date - value) : 0;
    ehc_day due;
    if (length == 0 || date[1] == '\0' || length >= REQUEST_OWN_NAME) {
        ehc_fail(error,
                 date == NULL || date[1] == '\0' ? "%s has no date"
                 : length == 0                   ? "%s has no name"
                                                 : "the name in %s has more than 99 letters",
                 ehc_quote(value, quoted));
        return ehc_hint(error, "write what is due, and its last day: --own \"hearing bundle=2026-09-01\"");
    }
    if (request->own_count < EHC_OWN_MAX)
        name = request->own_names[request->own_count++];
    snprintf(name, REQUEST_OWN_NAME, "%.*s", (int)length, value);
    return ehc_check_plain(name, "", error) &&
           ehc_day_read(request_dates(request, date + 1, dates, sizeof dates), &due, error) &&
           ehc_case_set_own(request->law, &request->facts, name, due, error);
}

static bool starts_with_digit(const char *text) {
    return *text >= '0' && *text <= '9';
}

/* "DATE[=WHY]" of the limit that is explained, or "LIMIT=DATE[=WHY]". */
static bool add_they_say(struct request *request, const char *value, struct ehc_error *error) {
    char first[SPAN_ROOM], second[SPAN_ROOM], dates[SPAN_ROOM], quoted[EHC_QUOTE_ROOM];
    const char *rest, *why, *date = first;
    struct ehc_they_say said = {.from = EHC_NO_DAY};
    if (!cut_name(value, first, &rest, error))
        return false;
    said.limit = ehc_find_limit(request->law, first);
    why = rest;
    if (said.limit != EHC_NONE && rest != NULL) {
        if (!cut_name(rest, second, &why, error))
            return false;
        date = second;
    } else if (said.limit == EHC_NONE && request->limit != NULL && (rest == NULL || starts_with_digit(first))) {
        said.limit = (int)(request->limit - request->law->limits);
    } else if (rest == NULL) {
        ehc_fail(error, said.limit != EHC_NONE ? "%s has no date" : "%s has no limit", ehc_quote(value, quoted));
        return ehc_hint(error, "write it as %s=2026-09-01", bundle_a_limit(request->bundle));
    } else {
        return ehc_fail_unknown(error, first, "a limit", ehc_nearest_limit(request->law, first),
                                "'ehc limits' lists the limits");
    }
    said.reason = why;
    return ehc_day_read(request_dates(request, date, dates, sizeof dates), &said.day, error) &&
           ehc_case_add_they_say(request->law, &request->facts, said, error);
}

static bool add_fact(struct request *request, const struct given *given, struct ehc_error *error) {
    switch (given->option) {
    case OPTION_EVENT:
        return add_event(request, given->value, error);
    case OPTION_OWN:
        return add_own(request, given->value, error);
    case OPTION_THEY_SAY:
        return add_they_say(request, given->value, error);
    case OPTION_CLOSED:
    case OPTION_AWAY:
    case OPTION_EXCEPTIONAL:
        return add_span(request, given->option, given->value, error);
    case OPTION_MISSED:
        return add_missed(request, given->value, error);
    case OPTION_SETTING:
        return ehc_setting_read(given->value, &request->facts.setting, error);
    default:
        return true;
    }
}

/* Loads the facts of a case file and of the options. */
static enum exit_status load_facts(struct request *request, const char *file) {
    enum exit_status status = EXIT_DONE;
    bool unreadable;
    ehc_case_release(&request->facts);
    ehc_case_init(&request->facts);
    memset(request->is_put, 0, sizeof request->is_put);
    request->own_count = 0;
    if (file != NULL && !ehc_case_read(request->law, file, &request->facts, &unreadable, say_error, NULL))
        return unreadable ? EXIT_FILE : EXIT_INPUT;
    for (size_t i = 0; i < request->given_count; i++) {
        struct ehc_error error;
        if (!add_fact(request, &request->given[i], &error))
            status = refuse(option_specs[request->given[i].option].name, &error);
    }
    return status == EXIT_DONE ? request_load_term_dates(request) : status;
}

const char *request_words(const struct request *request, size_t first, char *text, size_t room) {
    size_t at = 0;
    if (first >= request->word_count)
        return NULL;
    for (size_t i = first; i < request->word_count && at < room; i++)
        at += (size_t)snprintf(text + at, room - at, "%s%s", i > first ? " " : "", request->words[i]);
    return text;
}

const char *request_case(const struct request *request) {
    return request->file_count > 0 ? request->files[0] : option_value(request, OPTION_CASE);
}

bool request_is_case_file(const char *word) {
    size_t length = strlen(word);
    struct stat about;
    return strcmp(word, "-") == 0 || (length > 4 && strcmp(word + length - 4, ".ini") == 0) ||
           (stat(word, &about) == 0 && !S_ISDIR(about.st_mode));
}

/* Takes the date among the words as the day of the event of the command. */
static enum exit_status take_date(struct request *request) {
    char text[WORDS_ROOM], dates[WORDS_ROOM];
    struct ehc_error error;
    const char *date = request->event != NULL ? request_words(request, request->date_word, text, sizeof text) : NULL;
    if (date == NULL || put_event(request, request->event->id, request_dates(request, date, dates, sizeof dates), &error))
        return EXIT_DONE;
    say_error(NULL, &error);
    return EXIT_INPUT;
}

static bool has_event(const struct request *request) {
    for (size_t i = 0; i < request->law->event_count; i++)
        if (request->facts.event[i] != EHC_NO_DAY)
            return true;
    return request->facts.advice_count + request->facts.consultation_count + request->facts.own_count > 0;
}

enum exit_status request_load_case(struct request *request, const char *file) {
    enum exit_status status = load_facts(request, file);
    if (status == EXIT_DONE)
        status = take_date(request);
    if (status == EXIT_DONE && !ehc_case_check(request->law, &request->facts, say_error, NULL))
        status = EXIT_INPUT;
    if (status != EXIT_DONE || !request->needs_event || has_event(request))
        return status;
    say_fault("write it as in 'ehc 2026-01-05', or give --event or --case", "%s", request->law->starts_missing);
    return EXIT_USAGE;
}

struct ehc_judgement *request_judge(const struct request *request, const bool *limits) {
    struct ehc_judgement *judgement = request->limit != NULL
                                          ? ehc_judge_limit(request->law, &request->facts, NULL, request->as_at,
                                                            (int)(request->limit - request->law->limits))
                                          : ehc_judge(request->law, &request->facts, request->as_at, limits);
    if (judgement == NULL)
        say_no_memory();
    return judgement;
}

const struct ehc_limit *request_limit(const struct request *request, const char *id) {
    int limit = ehc_find_limit(request->law, id);
    if (limit != EHC_NONE)
        return &request->law->limits[limit];
    if (ehc_find_no_number(request->law, id) != EHC_NONE) {
        char quoted[EHC_QUOTE_ROOM];
        say_fault("use 'ehc explain' to see what the law asks instead",
                  "the law gives no number of days for %s, so no date can be worked out", ehc_quote(id, quoted));
        return NULL;
    }
    if (say_mistaken(request->law, id))
        return NULL;
    struct ehc_nearest nearest = {.word = id};
    for (size_t i = 0; i < request->law->limit_count; i++)
        ehc_nearest_offer(&nearest, request->law->limits[i].id);
    for (size_t i = 0; i < request->law->no_number_count; i++)
        ehc_nearest_offer(&nearest, request->law->no_numbers[i].id);
    say_unknown(id, "a limit", nearest.name, "'ehc limits' lists the limits");
    return NULL;
}

bool request_wants_role(const struct request *request, const struct ehc_limit *limit) {
    bool mine = option_is_given(request, OPTION_MINE), council = option_is_given(request, OPTION_COUNCIL);
    int role = ehc_find_role(request->law, option_specs[OPTION_COUNCIL].name);
    return (!mine && !council) || (mine && limit->for_family) ||
           (council && role != EHC_NONE && (limit->roles & 1U << role) != 0);
}

const struct ehc_route *request_route(const struct request *request, const char *id) {
    int route = ehc_find_route(request->law, id);
    if (route != EHC_NONE)
        return &request->law->routes[route];
    char hint[EHC_HINT_ROOM] = "";
    for (size_t i = 0; i < request->law->route_count; i++)
        ehc_add_choice(hint, request->law->routes[i].id);
    say_unknown(id, "a route", ehc_nearest_route(request->law, id), hint);
    return NULL;
}

void request_release(struct request *request) {
    ehc_case_release(&request->facts);
    bundle_free(request->owned_bundle);
    free(request->given);
    free(request->words);
}
