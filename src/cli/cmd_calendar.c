/* ehc calendar: writes the deadlines as a calendar file, updates an earlier file, and checks any calendar file. */
#include "calendar/remind.h"
#include "commands.h"
#include "request/output.h"
#include "request/say.h"
#include "util/fail.h"
#include "util/plural.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { PATH_ROOM = 4096, WORDS_ROOM = 64 };

const char calendar_too_large_hint[] = "use a calendar file that is smaller than 32 MB";

/* ---- files that are read ---- */

static enum exit_status check_calendar(const char *file) {
    enum exit_status status = EXIT_DONE;
    size_t length, events;
    char words[WORDS_ROOM];
    char *text = output_read_file(file, ICS_FILE_MOST, calendar_too_large_hint, &length, &status);
    if (text == NULL)
        return status;
    size_t faults =
        ics_check(strcmp(file, "-") == 0 ? "standard input" : file, text, length, &events, say_and_note, &status);
    free(text);
    if (status == EXIT_FILE)
        return status;
    if (faults > 0) {
        fprintf(stderr, "%s that a phone or a program may not accept.\n",
                plural_words((long long)faults, "fault", "faults", words, sizeof words));
        return EXIT_INPUT;
    }
    printf("No fault found in %s.\n", plural_words((long long)events, "event", "events", words, sizeof words));
    return EXIT_DONE;
}

/* ---- options ---- */

/* The time for DTSTAMP: SOURCE_DATE_EPOCH, so that the same input gives the same bytes; else now. */
bool calendar_read_stamp(int64_t *stamp) {
    const int64_t day_length = 86400;
    const char *text = getenv("SOURCE_DATE_EPOCH");
    char *end;
    *stamp = (int64_t)time(NULL);
    if (text == NULL || *text == '\0')
        return true;
    long long seconds = strtoll(text, &end, 10);
    *stamp = seconds;
    if (*end == '\0' && *stamp / day_length > EHC_DAY_MIN && *stamp / day_length < EHC_DAY_MAX)
        return true;
    say_fault("give seconds since 1970, or unset it", "SOURCE_DATE_EPOCH is not a time");
    return false;
}

static enum exit_status read_reminder_options(const struct request *request, struct ics_options *options,
                                              struct ics_reminder *reminders) {
    const char *text = option_value(request, OPTION_REMIND);
    struct ehc_error error;
    options->reminder_events = option_is_given(request, OPTION_REMINDER_EVENTS);
    options->no_alarms = option_is_given(request, OPTION_NO_ALARMS) && !options->reminder_events;
    options->own_reminders = text != NULL;
    options->reminders = reminders;
    if (text != NULL && options->no_alarms) {
        say_fault("leave out one of them", "--remind and --no-alarms contradict each other");
        return EXIT_USAGE;
    }
    if (text == NULL || ics_read_reminders(text, reminders, &options->reminder_count, &error))
        return EXIT_DONE;
    say_error(NULL, &error);
    return EXIT_USAGE;
}

enum exit_status calendar_read_options(const struct request *request, struct ics_options *options,
                                       struct ics_reminder *reminders) {
    options->future = option_is_given(request, OPTION_FUTURE);
    options->planning = option_is_given(request, OPTION_PLANNING);
    options->named_by_limit = option_is_given(request, OPTION_LIMIT);
    options->show_reference = option_is_given(request, OPTION_SHOW_REFERENCE);
    options->todo = option_is_given(request, OPTION_TODO);
    options->name = option_value(request, OPTION_NAME);
    if (!calendar_read_stamp(&options->stamp))
        return EXIT_INPUT;
    if (options->name != NULL && *options->name == '\0') {
        say_fault("leave --name out, or give a name", "the name of the calendar is empty");
        return EXIT_USAGE;
    }
    return read_reminder_options(request, options, reminders);
}

/* ---- which deadlines ---- */

static bool is_of_asked(const struct request *request, const struct ehc_limit *limit) {
    if (option_is_given(request, OPTION_STATUTORY) && limit->basis != EHC_STATUTE)
        return false;
    if (limit->instead_of != EHC_NONE && !option_is_given(request, OPTION_LIMIT))
        return false; /* it has the same day as the limit of the other branch */
    return request_wants_role(request, limit);
}

/* Chooses the limits and the own dates for the calendar. */
void calendar_choose(const struct request *request, bool chosen[EHC_LIMITS_MAX], bool chosen_own[EHC_OWN_MAX]) {
    for (size_t i = 0; i < request->facts.own_count; i++)
        chosen_own[i] = !option_is_given(request, OPTION_LIMIT) && is_of_asked(request, &request->facts.own[i].limit);
    for (size_t i = 0; i < request->law->limit_count; i++)
        chosen[i] = request->limits[i] && is_of_asked(request, &request->law->limits[i]);
}

/* ---- files that are written ---- */

static bool is_same_file(const char *a, const char *b) {
    struct stat status_a, status_b;
    return stat(a, &status_a) == 0 && stat(b, &status_b) == 0 && status_a.st_dev == status_b.st_dev &&
           status_a.st_ino == status_b.st_ino;
}

enum exit_status calendar_write_whole(const struct request *request, const struct ics_calendar *calendar) {
    const char *file = option_value(request, OPTION_OUTPUT), *old = option_value(request, OPTION_UPDATE);
    struct output output;
    bool over_old = output_is_file(request) && old != NULL && is_same_file(file, old);
    if (!(over_old ? output_begin_file(&output, file, true) : output_begin(&output, request)))
        return EXIT_FILE;
    ics_write(calendar, output.stream);
    return output_finish(&output);
}

static bool write_path(const char *folder, const struct ics_calendar *calendar, size_t file, char path[PATH_ROOM]) {
    char name[ICS_FILE_NAME_ROOM];
    int size = snprintf(path, PATH_ROOM, "%s/%s", folder, ics_file_name(calendar, file, name));
    return size > 0 && size < PATH_ROOM;
}

/* Checks all files first, so that none is written if one already exists. */
static enum exit_status look_for_files(const struct request *request, const char *folder,
                                       const struct ics_calendar *calendar) {
    char path[PATH_ROOM], quoted[EHC_QUOTE_ROOM];
    struct ehc_error error;
    struct stat status;
    for (size_t i = 0; i < ics_file_count(calendar); i++) {
        if (!write_path(folder, calendar, i, path)) {
            ehc_fail_folder_name(&error);
            say_error(NULL, &error);
            return EXIT_FILE;
        }
        if (stat(path, &status) == 0 && !option_is_given(request, OPTION_FORCE)) {
            say_fault("choose another folder, or replace the files with --force", "%s exists already",
                      ehc_quote(path, quoted));
            return EXIT_FILE;
        }
    }
    return EXIT_DONE;
}

static enum exit_status write_split(const struct request *request, const char *folder, const struct ics_calendar *calendar) {
    char path[PATH_ROOM], quoted[EHC_QUOTE_ROOM];
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        say_fault("choose another place or name", "the folder %s cannot be created: %s", ehc_quote(folder, quoted),
                  strerror(errno));
        return EXIT_FILE;
    }
    enum exit_status status = look_for_files(request, folder, calendar);
    for (size_t i = 0; status == EXIT_DONE && i < ics_file_count(calendar); i++) {
        struct output output;
        write_path(folder, calendar, i, path);
        if (!output_begin_file(&output, path, option_is_given(request, OPTION_FORCE)))
            return EXIT_FILE;
        ics_write_file(calendar, i, output.stream);
        status = output_finish(&output);
    }
    return status;
}

/* ---- the command ---- */

static void say_count(const char **separator, size_t count, const char *what) {
    if (count == 0)
        return;
    fprintf(stderr, "%s%zu %s", *separator, count, what);
    *separator = ", ";
}

void calendar_say_changes(const struct ics_counts *counts) {
    const char *separator = ": ";
    char words[WORDS_ROOM];
    fputs(plural_words((long long)counts->events, "date", "dates", words, sizeof words), stderr);
    say_count(&separator, counts->moved, "moved");
    say_count(&separator, counts->reworded, "with changed text");
    say_count(&separator, counts->reminded, "with changed reminders");
    say_count(&separator, counts->added, "new");
    say_count(&separator, counts->done, "done");
    say_count(&separator, counts->cancelled, "cancelled");
    fputs(*separator == ':' ? ": nothing has changed." : ".", stderr);
    if (counts->others > 0)
        fprintf(stderr, " %s stayed unchanged.",
                plural_words((long long)counts->others, "other event", "other events", words, sizeof words));
    fprintf(stderr, *separator == ':' ? "\n" : "\nImport the file again where you imported the old one.\n");
}

static void say_what_was_written(const struct request *request, const struct ics_counts *counts) {
    const char *folder = option_value(request, OPTION_SPLIT);
    char dates[WORDS_ROOM];
    if (folder == NULL && !output_is_file(request))
        return;
    plural_words((long long)counts->events, "date", "dates", dates, sizeof dates);
    if (option_is_given(request, OPTION_UPDATE))
        calendar_say_changes(counts);
    else if (counts->past == counts->events)
        fprintf(stderr, "%s written. No date is still to come, so there are no reminders. 'ehc check' says what is late.\n",
                dates);
    else if (folder != NULL)
        fprintf(stderr, "%s written, each in its own file. Send each file to your phone and open it there.\n", dates);
    else
        fprintf(stderr, "%s written. Send the file to your phone and open it there.\n", dates);
}

static enum exit_status write_dates(const struct request *request, const struct ehc_judgement *judgement,
                                    const struct ics_options *options, const struct ics_earlier *old) {
    const char *folder = option_value(request, OPTION_SPLIT);
    struct ics_counts counts;
    struct ehc_error error;
    struct ics_calendar *calendar = ics_make(judgement, options, old, &counts, &error);
    if (calendar == NULL) {
        say_error(NULL, &error);
        return error.file != NULL ? EXIT_INPUT : EXIT_FILE;
    }
    enum exit_status status = EXIT_DONE;
    if (counts.events == 0 && old == NULL) {
        say_fault("use --planning to add estimates; 'ehc timeline' shows what is still to come",
                  "no date is open, so there is nothing to put in a calendar");
        status = EXIT_CANNOT_SAY;
    }
    if (status == EXIT_DONE && folder != NULL)
        status = write_split(request, folder, calendar);
    if (status == EXIT_DONE && (folder == NULL || option_is_given(request, OPTION_OUTPUT)))
        status = calendar_write_whole(request, calendar);
    ics_free(calendar);
    if (status == EXIT_DONE)
        say_what_was_written(request, &counts);
    return status;
}

static enum exit_status write_over_old(const struct request *request, const struct ehc_judgement *judgement,
                                       const struct ics_options *options) {
    const char *file = option_value(request, OPTION_UPDATE);
    enum exit_status status = EXIT_DONE;
    struct ehc_error error;
    size_t length;
    char *text = file != NULL ? output_read_file(file, ICS_FILE_MOST, calendar_too_large_hint, &length, &status) : NULL;
    if (file == NULL)
        return write_dates(request, judgement, options, NULL);
    if (text == NULL)
        return status;
    struct ics_earlier *old = ics_read_earlier(file, text, length, &error);
    if (old == NULL) {
        say_error(NULL, &error);
        status = EXIT_INPUT;
    } else {
        status = write_dates(request, judgement, options, old);
    }
    ics_free_earlier(old);
    free(text);
    return status;
}

enum exit_status calendar_write(struct request *request) {
    bool chosen[EHC_LIMITS_MAX], chosen_own[EHC_OWN_MAX];
    struct ics_reminder reminders[ICS_REMINDERS_MAX];
    struct ics_options options = {.chosen = chosen, .chosen_own = chosen_own};
    enum exit_status status = calendar_read_options(request, &options, reminders);
    if (status != EXIT_DONE)
        return status;
    calendar_choose(request, chosen, chosen_own);
    struct ehc_judgement *judgement = request_judge(request, NULL);
    if (judgement == NULL)
        return EXIT_FILE;
    enum exit_status unknown = say_not_firm(judgement, chosen, false);
    status = write_over_old(request, judgement, &options);
    ehc_judgement_free(judgement);
    return status != EXIT_DONE ? status : unknown;
}

enum exit_status run_calendar(struct request *request) {
    if (option_is_given(request, OPTION_CHECK))
        return check_calendar(option_value(request, OPTION_CHECK));
    enum exit_status status = request_load_case(request, request_case(request));
    return status == EXIT_DONE ? calendar_write(request) : status;
}
