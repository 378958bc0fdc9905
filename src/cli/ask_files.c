#include "ask.h"
#include "request/output.h"
#include "request/say.h"
#include "util/fail.h"
#include <string.h>
#include <unistd.h>

enum { NAMES_MOST = 100 };

const char *free_file_name(const char *usual, char name[FREE_NAME_ROOM]) {
    int stem = (int)strcspn(usual, ".");
    snprintf(name, FREE_NAME_ROOM, "%s", usual);
    for (unsigned number = 2; number < NAMES_MOST && access(name, F_OK) == 0; number++)
        snprintf(name, FREE_NAME_ROOM, "%.*s-%u%s", stem, usual, number, usual + stem);
    return name;
}

/* The same request, but with -o FILE and, with `force`, --force. */
static struct request request_for(const struct request *request, struct given given[2], const char *file, bool force) {
    struct request writing = *request;
    given[0] = (struct given){OPTION_OUTPUT, file};
    given[1] = (struct given){OPTION_FORCE, NULL};
    writing.given = given;
    writing.given_count = force ? 2 : 1;
    return writing;
}

enum exit_status save_case(const struct request *request, const char *file, bool force) {
    struct given given[2];
    struct request writing = request_for(request, given, file, force);
    struct output output;
    struct ehc_error error;
    if (!output_begin(&output, &writing))
        return EXIT_FILE;
    if (!ehc_case_write(request->law, &request->facts, output.stream, &error)) {
        output_drop(&output);
        say_error(NULL, &error);
        return EXIT_INPUT;
    }
    return output_finish(&output);
}

enum exit_status save_calendar(struct request *request, const char *file, bool force) {
    struct given given[2];
    struct request writing = request_for(request, given, file, force);
    return calendar_write(&writing);
}

const char *ask_command_for(const char *file, char command[EHC_WORDS]) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-";
    char quoted[EHC_QUOTE_ROOM];
    if (file[strspn(file, plain)] == '\0')
        snprintf(command, EHC_WORDS, "ehc timeline --case %.900s", file);
    else
        snprintf(command, EHC_WORDS, "ehc timeline --case %s", ehc_quote(file, quoted));
    return command;
}

static void say_where(const char *file) {
    char quoted[EHC_QUOTE_ROOM], command[EHC_WORDS];
    printf("\nYour answers are kept in the file %s.\nSee the dates again with:  %s\n", ehc_quote(file, quoted),
           ask_command_for(file, command));
    fflush(stdout);
}

enum exit_status rescue_case(const struct request *request) {
    const char *wanted = option_value(request, OPTION_OUTPUT);
    char name[FREE_NAME_ROOM];
    if (wanted != NULL) {
        enum exit_status status = save_case(request, wanted, option_is_given(request, OPTION_FORCE));
        if (status == EXIT_DONE)
            say_where(wanted);
        if (status == EXIT_DONE)
            return status;
    }
    free_file_name("ehc-case.ini", name);
    enum exit_status status = save_case(request, name, false);
    if (status == EXIT_DONE) {
        say_where(name);
        return status;
    }
    /* If no file can be written, at least show the answers. */
    printf("\nYour answers could not be kept in a file. Here they are:\n\n");
    fflush(stdout);
    return save_case(request, "-", false) == EXIT_DONE ? status : EXIT_FILE;
}
