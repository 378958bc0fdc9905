#include "say.h"
#include "util/ascii.h"
#include "util/fail.h"
#include "view/words.h"
#include <stdarg.h>

static void put_safely(FILE *out, const char *text) {
    while (*text != '\0') {
        size_t bytes;
        const char *shown = ehc_shown(&text, &bytes);
        fwrite(shown, 1, bytes, out);
    }
}

void say_error_to(FILE *out, const struct ehc_error *error) {
    if (error->file != NULL) {
        put_safely(out, error->file);
        if (error->line > 0)
            fprintf(out, ":%u", error->line);
        fputs(": ", out);
    }
    put_safely(out, error->message);
    fputc('\n', out);
    if (error->hint[0] != '\0') {
        fputs("     ", out);
        put_safely(out, error->hint);
        fputc('\n', out);
    }
}

void say_error(void *context, const struct ehc_error *error) {
    (void)context;
    fputs("ehc: ", stderr);
    say_error_to(stderr, error);
}

enum exit_status say_status(const struct ehc_error *error) {
    return error->of_machine ? EXIT_FILE : EXIT_INPUT;
}

void say_and_note(void *context, const struct ehc_error *error) {
    enum exit_status *status = context;
    say_error(NULL, error);
    if (*status != EXIT_FILE)
        *status = say_status(error);
}

void say_fault(const char *hint, const char *format, ...) {
    struct ehc_error error = {0};
    va_list arguments;
    va_start(arguments, format);
    ehc_vfail(&error, format, arguments);
    va_end(arguments);
    if (hint != NULL)
        ehc_hint(&error, "%s", hint);
    say_error(NULL, &error);
}

void say_unknown(const char *name, const char *what, const char *nearest, const char *hint) {
    struct ehc_error error;
    ehc_fail_unknown(&error, name, what, nearest, hint);
    say_error(NULL, &error);
}

bool say_mistaken(const struct ehc_law *law, const char *word) {
    struct ehc_error error;
    int event = ehc_event_meant(law, word, &error);
    if (event != EHC_NONE)
        say_error(NULL, &error);
    return event != EHC_NONE;
}

void say_no_memory(void) {
    struct ehc_error error;
    ehc_no_memory(&error);
    say_error(NULL, &error);
}

/* ---- missing facts of a judgement ---- */

/* Prints a message about the case: "FILE: cannot say: TEXT". */
static void say_of_case(const struct ehc_judgement *judgement, const char *label, const char *text) {
    struct ehc_error error = {.file = judgement->facts->file};
    snprintf(error.message, sizeof error.message, "%s: %.290s", label, text);
    ascii_lower_first(error.message);
    say_error(NULL, &error);
}

/* Names each fact that the judgement ignores. */
static void say_ignored(const struct ehc_judgement *judgement, bool quiet) {
    char text[EHC_WORDS];
    for (size_t i = 0; !quiet && i < judgement->ignored_count; i++)
        say_of_case(judgement, "please check", ehc_ignored_words(judgement->law, &judgement->ignored[i], text));
}

bool say_missing(const struct ehc_judgement *judgement, bool quiet) {
    char text[EHC_WORDS];
    const char *label;
    say_ignored(judgement, quiet);
    for (size_t i = 0; !quiet && i < judgement->missing_count; i++)
        if (words_missing_once(judgement, i, &label, text))
            say_of_case(judgement, label, text);
    bool nothing_started = words_nothing_started(judgement, text);
    if (nothing_started && !quiet)
        say_of_case(judgement, "cannot say", text);
    return nothing_started || judgement->lacks_facts;
}

enum exit_status say_not_firm(const struct ehc_judgement *judgement, const bool *limits, bool quiet) {
    enum exit_status status = EXIT_DONE;
    say_ignored(judgement, quiet);
    for (size_t i = 0; i < judgement->missing_count; i++) {
        const struct ehc_judged *judged = judgement->missing[i].judged;
        char because[EHC_WORDS], round[EHC_WORDS];
        /* If only the day of an act is missing, the date is still firm. */
        if (judged == NULL || judged->deadline->because == EHC_NO_ACT || judged->deadline->because == EHC_NOT_SAID ||
            (limits != NULL && !limits[judged->deadline->limit - judgement->law->limits]))
            continue;
        status = EXIT_CANNOT_SAY;
        if (quiet)
            continue;
        ehc_because_words(judgement->law, judged->deadline, because);
        words_round(judgement, judged, round);
        if (round[0] != '\0')
            say_fault(NULL, "%s (%.100s): %.260s", judged->deadline->limit->id, round, because);
        else
            say_fault(NULL, "%s: %.260s", judged->deadline->limit->id, because);
    }
    return status;
}
