/* ehc diary: shows what is open or late in many cases, or writes it as one calendar. */
#include "calendar/several.h"
#include "commands.h"
#include "request/say.h"
#include "show.h"
#include "util/fail.h"
#include "util/plural.h"
#include <stdlib.h>
#include <string.h>

enum { DAYS_USUAL = 28, DAYS_MOST = 36500, DECIMAL = 10, WORDS_ROOM = 64 };

static enum exit_status read_days(const struct request *request, int *days) {
    const char *text = option_value(request, OPTION_DAYS);
    char quoted[EHC_QUOTE_ROOM], *end;
    *days = DAYS_USUAL;
    if (text == NULL)
        return EXIT_DONE;
    size_t digits = strspn(text, "0123456789");
    long number = strtol(text, &end, DECIMAL);
    *days = (int)number;
    if (digits > 0 && digits < 6 && *end == '\0' && number <= DAYS_MOST)
        return EXIT_DONE;
    say_fault("write a number from 0 to 36500: --days 28", "--days: %s is not a number of days", ehc_quote(text, quoted));
    return EXIT_USAGE;
}

/* ---- a calendar ---- */

static bool is_calendar(const struct request *request) {
    const char *file = option_value(request, OPTION_OUTPUT);
    size_t length = file != NULL ? strlen(file) : 0;
    return (length > 4 && strcmp(file + length - 4, ".ics") == 0) || option_is_given(request, OPTION_UPDATE);
}

/* Refuses options that do not fit a calendar, or that only fit a calendar. */
static enum exit_status check_options(const struct request *request, bool calendar) {
    static const enum option_id of_calendar[] = {OPTION_REMIND, OPTION_NO_ALARMS, OPTION_REMINDER_EVENTS,
                                                 OPTION_SHOW_REFERENCE, OPTION_NAME},
                                of_others[] = {OPTION_DAYS, OPTION_JSON, OPTION_CSV, OPTION_HTML};
    const enum option_id *wrong = calendar ? of_others : of_calendar;
    size_t count = calendar ? sizeof of_others / sizeof of_others[0] : sizeof of_calendar / sizeof of_calendar[0];
    for (size_t i = 0; i < count; i++) {
        if (!option_is_given(request, wrong[i]))
            continue;
        say_fault(calendar ? "leave it out: a calendar holds every open date" : "write a calendar with -o FILE.ics",
                  calendar ? "--%s cannot be used with a calendar" : "--%s works only with a calendar",
                  option_specs[wrong[i]].name);
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

static enum exit_status add_case(struct request *request, struct ics_options *options, struct ics_several *several) {
    bool chosen[EHC_LIMITS_MAX], chosen_own[EHC_OWN_MAX];
    struct ehc_error error = {0};
    struct ehc_judgement *judgement = request_judge(request, NULL);
    if (judgement == NULL)
        return EXIT_FILE;
    calendar_choose(request, chosen, chosen_own);
    options->chosen = chosen;
    options->chosen_own = chosen_own;
    bool added = ics_several_add(several, judgement, options, &error);
    ehc_judgement_free(judgement);
    if (added)
        return EXIT_DONE;
    say_error(NULL, &error);
    return error.file != NULL ? EXIT_INPUT : EXIT_FILE;
}

static void say_written(const struct request *request, const struct ics_several *several) {
    struct ics_counts counts = ics_several_counts(several);
    char dates[WORDS_ROOM];
    if (!output_is_file(request))
        return;
    plural_words((long long)counts.events, "date", "dates", dates, sizeof dates);
    if (option_is_given(request, OPTION_UPDATE))
        calendar_say_changes(&counts);
    else if (option_is_given(request, OPTION_SHOW_REFERENCE))
        fprintf(stderr, "%s written.\n", dates);
    else
        fprintf(stderr, "%s written. Their titles do not name the case: use --show-reference to add its reference.\n",
                dates);
}

static enum exit_status write_all(struct request *request, struct ics_options *options, struct ics_several *several) {
    char usual[EHC_WORDS];
    enum exit_status refused = EXIT_DONE;
    for (size_t i = 0; i < request->file_count; i++) {
        enum exit_status status = request_load_case(request, request->files[i]);
        if (status == EXIT_DONE)
            status = add_case(request, options, several);
        if (status != EXIT_DONE)
            refused = refused == EXIT_INPUT ? EXIT_INPUT : status;
    }
    snprintf(usual, sizeof usual, "%.100s dates", request->law->label);
    struct ics_calendar *calendar = ics_several_finish(several, options->name != NULL ? options->name : usual);
    if (calendar == NULL) {
        say_no_memory();
        return EXIT_FILE;
    }
    enum exit_status status = calendar_write_whole(request, calendar);
    ics_free(calendar);
    if (status == EXIT_DONE)
        say_written(request, several);
    return status == EXIT_DONE ? refused : status;
}

static enum exit_status write_over(struct request *request, struct ics_options *options, const struct ics_earlier *old) {
    struct ehc_error error;
    struct ics_several *several = ics_several_new(old, &error);
    if (several == NULL) {
        say_error(NULL, &error);
        return error.file != NULL ? EXIT_INPUT : EXIT_FILE;
    }
    enum exit_status status = write_all(request, options, several);
    ics_several_free(several);
    return status;
}

static enum exit_status write_calendar(struct request *request) {
    struct ics_reminder reminders[ICS_REMINDERS_MAX];
    struct ics_options options = {0};
    const char *file = option_value(request, OPTION_UPDATE);
    enum exit_status status = calendar_read_options(request, &options, reminders);
    struct ehc_error error;
    size_t length;
    if (status != EXIT_DONE || file == NULL)
        return status != EXIT_DONE ? status : write_over(request, &options, NULL);
    char *text = output_read_file(file, ICS_FILE_MOST, calendar_too_large_hint, &length, &status);
    if (text == NULL)
        return status;
    struct ics_earlier *old = ics_read_earlier(file, text, length, &error);
    if (old == NULL) {
        say_error(NULL, &error);
        status = EXIT_INPUT;
    } else {
        status = write_over(request, &options, old);
    }
    ics_free_earlier(old);
    free(text);
    return status;
}

/* ---- the command ---- */

enum exit_status run_diary(struct request *request) {
    struct showing showing = {.request = request, .goes_on = true};
    bool calendar = is_calendar(request);
    int days;
    enum exit_status status = read_days(request, &days);
    if (status == EXIT_DONE)
        status = check_options(request, calendar);
    if (status != EXIT_DONE || calendar)
        return status != EXIT_DONE ? status : write_calendar(request);
    showing.diary = diary_new(request->law, request->as_at, days);
    if (showing.diary == NULL) {
        say_no_memory();
        return EXIT_FILE;
    }
    status = show_case(&showing);
    diary_free(showing.diary);
    return status;
}
