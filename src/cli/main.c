#include "commands.h"
#include "help.h"
#include "request/output.h"
#include "request/say.h"
#include "util/ascii.h"
#include "util/fail.h"
#include <ehc/nearest.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static void print_version(const struct request *request, FILE *out) {
    char date[EHC_DAY_TEXT];
    const struct ehc_law *law = request->bundle->law;
    fprintf(out, "ehc %s\nLaw of %s as at %s, %zu limits\n", EHC_VERSION, law->jurisdiction,
            ehc_day_format_short(law->as_at, date), law->limit_count);
}

static const struct command *find_command(const char *name) {
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

/* Whether the first argument is a date or a case file, so that the command is `timeline`. It is taken for a date if it has
 * a digit or names a weekday or a month. */
static bool looks_like_a_date(const char *argument) {
    struct ehc_nearest nearest = {.word = argument};
    if (strpbrk(argument, "0123456789") != NULL || request_is_day_word(argument))
        return true;
    for (int month = 1; month <= 12; month++)
        if (ascii_same(argument, ehc_month_name(month)))
            return true;
    for (size_t i = EHC_MONDAY; i <= EHC_SUNDAY; i++)
        ehc_nearest_offer(&nearest, ehc_weekday_name((enum ehc_weekday)i));
    return nearest.name != NULL;
}

static enum exit_status unknown_command(const struct ehc_law *law, const char *name) {
    struct ehc_nearest nearest = {.word = name};
    for (size_t i = 0; i < command_count; i++)
        ehc_nearest_offer(&nearest, commands[i].name);
    if (say_mistaken(law, name))
        return EXIT_USAGE;
    say_unknown(name, "a command", nearest.name, "'ehc --help' lists the commands");
    return EXIT_USAGE;
}

/* Handles --help, --version and so on instead of running a command. */
static enum exit_status print_instead(const struct request *request, void (*print)(const struct request *, FILE *)) {
    struct output output;
    struct request to_stdout = *request;
    to_stdout.given_count = 0;
    if (!output_begin(&output, &to_stdout))
        return EXIT_FILE;
    print(request, output.stream);
    return output_finish(&output);
}

static void print_command_help(const struct request *request, FILE *out) {
    const struct page page = output_page(request, out);
    help_render(request->bundle, request->command, &page);
}

static void print_all_help(const struct request *request, FILE *out) {
    const struct page page = output_page(request, out);
    help_render_all(request->bundle, &page);
}

static enum exit_status run(struct request *request, int count, char **arguments) {
    enum exit_status status = options_read(request, count, arguments);
    if (status == EXIT_DONE)
        status = request_load_bundle(request);
    if (status != EXIT_DONE)
        return status;
    if (option_is_given(request, OPTION_HELP))
        return print_instead(request, print_command_help);
    if (option_is_given(request, OPTION_VERSION))
        return print_instead(request, print_version);
    if (option_value(request, OPTION_OUTPUT) != NULL && *option_value(request, OPTION_OUTPUT) == '\0') {
        say_fault("write it as -o deadlines.ics", "--output has no file name");
        return EXIT_USAGE;
    }
    status = request_load_options(request);
    if (status == EXIT_DONE && request->command->take_words != NULL)
        status = request->command->take_words(request);
    return status == EXIT_DONE ? request->command->run(request) : status;
}

static enum exit_status run_arguments(struct request *request, int count, char **arguments) {
    const char *first = count > 1 ? arguments[1] : NULL;
    if (first == NULL || strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0 || strcmp(first, "help") == 0) {
        const char *name = first != NULL && count > 2 && arguments[2][0] != '-' ? arguments[2] : NULL;
        request->command = name != NULL ? find_command(name) : NULL;
        if (name != NULL && request->command == NULL)
            return unknown_command(request->law, name);
        enum exit_status printed = print_instead(request, request->command != NULL ? print_command_help : print_all_help);
        bool at_terminal = first == NULL && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
        request->command = find_command("ask");
        return at_terminal && printed == EXIT_DONE && ask_is_wanted() ? run(request, 1, arguments) : printed;
    }
    if (strcmp(first, "--version") == 0 && count == 2)
        return print_instead(request, print_version);
    request->command = find_command(first);
    if (request->command != NULL)
        return run(request, count - 1, arguments + 1);
    if (first[0] != '-' && !looks_like_a_date(first) && !request_is_case_file(first))
        return unknown_command(request->law, first);
    request->command = find_command("timeline");
    return run(request, count, arguments);
}

/* If standard input, output or error is closed, a file opened later would take its number, and text for the screen would
 * go into that file. So open /dev/null in its place, in a mode that refuses. */
static bool fill_closed_streams(void) {
    static const int refusing[] = {O_WRONLY, O_RDONLY, O_RDWR};
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++)
        if (fcntl(descriptor, F_GETFD) < 0 && open("/dev/null", refusing[descriptor]) != descriptor)
            return false;
    return true;
}

/* The output of `ehc ask` is not buffered as a whole: check at the end if all of it was printed. */
static enum exit_status finish_screen(enum exit_status status) {
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    say_fault(NULL, "standard output cannot be written: %s", strerror(errno));
    return EXIT_FILE;
}

/* Buffer the whole output to a pipe or a file, so that it comes after the messages on standard error with every C library:
 * musl would write the first line at once. */
static void gather_output(void) {
    static char room[1 << 16];
    if (!isatty(STDOUT_FILENO))
        setvbuf(stdout, room, _IOFBF, sizeof room);
}

int main(int count, char **arguments) {
    struct request request = {.bundle = &bundle_built_in, .law = bundle_built_in.law};
    if (!fill_closed_streams()) {
        say_fault(NULL, "standard input, output or error is closed, and /dev/null cannot be opened");
        return EXIT_FILE;
    }
    gather_output();
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is reported as a failed write */
    ehc_case_init(&request.facts);
    enum exit_status status = finish_screen(run_arguments(&request, count, arguments));
    request_release(&request);
    return (int)status;
}
