/* Interprets the words of a command, and reports wrong ones. */
#include "commands.h"
#include "plan/plan.h"
#include "request/say.h"
#include "util/fail.h"

static const char two_case_files[] = "there is more than one case file";

enum exit_status say_word_too_many(const char *word, const char *hint) {
    char quoted[EHC_QUOTE_ROOM];
    say_fault(hint, "%s is one word too many", ehc_quote(word, quoted));
    return EXIT_USAGE;
}

/* Takes a case file in the place of a date, as --case FILE would. A date may follow it. */
static enum exit_status take_case_for_date(struct request *request) {
    const char *word = request->date_word < request->word_count ? request->words[request->date_word] : NULL;
    struct ehc_error error;
    ehc_day day;
    if (word == NULL || !request_is_case_file(word) || ehc_day_read(word, &day, &error))
        return EXIT_DONE;
    if (option_is_given(request, OPTION_CASE)) {
        say_fault("use 'ehc check' for several case files", two_case_files);
        return EXIT_USAGE;
    }
    request->files = request->words + request->date_word++;
    request->file_count = 1;
    return EXIT_DONE;
}

enum exit_status take_start(struct request *request) {
    request->event = &request->law->events[request->law->starts_with];
    request->needs_event = true;
    return take_case_for_date(request);
}

enum exit_status take_limit(struct request *request) {
    if (request->word_count == 0) {
        char hint[160];
        snprintf(hint, sizeof hint, "write it as in 'ehc explain %.60s 2026-01-05'; 'ehc limits' lists the limits",
                 bundle_a_limit(request->bundle));
        say_fault(hint, "the limit is missing");
        return EXIT_USAGE;
    }
    int no_number = ehc_find_no_number(request->law, request->words[0]);
    if (no_number != EHC_NONE) {
        request->no_number = &request->law->no_numbers[no_number];
        return EXIT_DONE; /* ignore a date: no date follows from this duty */
    }
    request->limit = request_limit(request, request->words[0]);
    if (request->limit == NULL)
        return EXIT_INPUT;
    request->event = &request->law->events[request->limit->trigger];
    request->date_word = 1;
    return take_case_for_date(request);
}

enum exit_status take_end(struct request *request) {
    if (request->word_count == 0)
        return EXIT_DONE; /* `run` then lists the limits */
    request->limit = request_limit(request, request->words[0]);
    if (request->limit == NULL)
        return EXIT_INPUT;
    if (plan_can_end(request->limit)) {
        request->event = plan_counts_to_trigger(request->limit) ? &request->law->events[request->limit->trigger] : NULL;
        request->date_word = 1;
        return EXIT_DONE;
    }
    say_fault("use 'ehc plan' alone to list the limits that a plan can work back from", "no plan can work back from '%s'",
              request->limit->id);
    return EXIT_INPUT;
}

static enum exit_status say_case_fault(const struct request *request, const char *message) {
    char hint[100];
    snprintf(hint, sizeof hint, "write it as in 'ehc %s anna.ini'; ehc-case(5) describes the file", request->command->name);
    say_fault(hint, "%s", message);
    return EXIT_USAGE;
}

enum exit_status take_cases(struct request *request) {
    request->files = request->words;
    request->file_count = request->word_count;
    return request->word_count > 0 ? EXIT_DONE : say_case_fault(request, "the case file is missing");
}

enum exit_status take_case(struct request *request) {
    return request->word_count > 1 ? say_case_fault(request, two_case_files) : take_cases(request);
}

enum exit_status take_caseload(struct request *request) {
    if (request->word_count > 0)
        return EXIT_DONE;
    say_fault("write it as in 'ehc audit caseload.csv'; - is standard input", "the caseload is missing");
    return EXIT_USAGE;
}

enum exit_status take_route(struct request *request) {
    if (request->word_count == 0)
        return EXIT_DONE;
    request->route = request_route(request, request->words[0]);
    return request->route != NULL ? EXIT_DONE : EXIT_INPUT;
}

enum exit_status take_nothing(struct request *request) {
    char hint[64];
    if (request->word_count == 0)
        return EXIT_DONE;
    snprintf(hint, sizeof hint, "'ehc %s' asks for what it needs", request->command->name);
    return say_word_too_many(request->words[0], hint);
}
