#include "cli.h"
#include <string.h>

enum { COMMAND_ROOM = 4096 };

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

static enum exit_status write_judgement(const struct request *request, const struct ehc_judgement *judgement,
                                        const char *calendar_command) {
    struct output output;
    if (!output_begin(&output, request))
        return EXIT_FILE;
    if (option_is_given(request, OPTION_JSON)) {
        if (!view_timeline_json(judgement, output.stream)) {
            output_drop(&output);
            say_no_memory();
            return EXIT_FILE;
        }
    } else {
        const struct page page = output_page(request, output.stream);
        view_timeline_text(judgement, calendar_command,
                           option_is_given(request, OPTION_ALL) || option_is_given(request, OPTION_LIMIT), &page);
    }
    enum exit_status status = output_finish(&output);
    return status != EXIT_DONE ? status : say_not_firm(judgement, NULL);
}

enum exit_status write_timeline(struct request *request, const char *calendar_command) {
    bool chosen[EHC_LIMITS_MAX];
    enum exit_status status = choose_limits(request, chosen);
    if (status != EXIT_DONE)
        return status;
    struct ehc_judgement *judgement = judge_request(request, chosen);
    status = judgement != NULL ? write_judgement(request, judgement, calendar_command) : EXIT_FILE;
    ehc_judgement_free(judgement);
    return status;
}

enum exit_status run_timeline(struct request *request) {
    char command[COMMAND_ROOM];
    enum exit_status status = load_request(request);
    if (status != EXIT_DONE)
        return status;
    write_calendar_command(request, command, sizeof command);
    return write_timeline(request, command);
}
