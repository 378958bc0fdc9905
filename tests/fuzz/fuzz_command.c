/* The command line: every command, with arguments and standard input from the fuzzer. The manual names the exit status,
 * errors are plain text, JSON is JSON, nothing printed acts on a terminal, no file is replaced unless asked, no descriptor
 * stays open, and a second run does the same.
 *
 * The input is the arguments, each ended by a NUL, then a byte 3 and the standard input. Runs in the project's top folder.
 */
#include "command.h"

struct input {
    int count;
    char *arguments[ARGUMENTS_MOST + 2];
    const char *stdin_text;
    size_t stdin_length;
};

int LLVMFuzzerInitialize(int *count, char ***arguments) {
    prepare(count, arguments);
    return 0;
}

/* Splits `text` into arguments. False if one could lead out of the folder. */
static bool take_input(struct input *input, char *text, size_t size) {
    char *split = memchr(text, 3, size), *end = split != NULL ? split : text + size;
    static char name[] = "ehc";
    input->stdin_text = split != NULL ? split + 1 : "";
    input->stdin_length = split != NULL ? (size_t)(text + size - split - 1) : 0;
    input->count = 1;
    input->arguments[0] = name;
    *end = '\0';
    for (char *at = text; at < end; at += strlen(at) + 1) {
        if (input->count > ARGUMENTS_MOST || !is_inside(at))
            return false;
        input->arguments[input->count++] = at;
    }
    input->arguments[input->count] = NULL;
    return stays_inside(input->stdin_text, input->stdin_length); /* `ehc ask` reads names of files there */
}

static bool has(const struct input *input, const char *word) {
    for (int i = 1; i < input->count; i++)
        if (strcmp(input->arguments[i], word) == 0)
            return true;
    return false;
}

static bool has_beginning(const struct input *input, const char *word) {
    for (int i = 1; i < input->count; i++)
        if (strncmp(input->arguments[i], word, strlen(word)) == 0)
            return true;
    return false;
}

/* Whether the output is JSON, as far as a look at the words shows it; the program reads the options properly. */
static bool is_json(const struct input *input) {
    static const char *const before[] = {"-o", "--output", "--cases", "--errors", "--"};
    for (int i = 1; i < input->count; i++) {
        bool is_value = false;
        if (strcmp(input->arguments[i], "--json") != 0 && strcmp(input->arguments[i], "-j") != 0)
            continue;
        for (size_t j = 0; j < sizeof before / sizeof before[0]; j++)
            is_value = is_value || strcmp(input->arguments[i - 1], before[j]) == 0 || has(input, "--");
        return !is_value && !has_beginning(input, "-h") && !has_beginning(input, "--help") &&
               !has_beginning(input, "--version") && strcmp(input->arguments[1], "help") != 0;
    }
    return false;
}

/* Whether an option, short or long, may ask to replace a file. */
static bool may_replace(const struct input *input) {
    for (int i = 1; i < input->count; i++)
        if (input->arguments[i][0] == '-' && strpbrk(input->arguments[i], "fu") != NULL)
            return true;
    return has(input, "ask");
}

/* Whether a calendar may be updated: other people's events in it stay as they were. */
static bool may_update(const struct input *input) {
    for (int i = 1; i < input->count; i++)
        if (input->arguments[i][0] == '-' && input->arguments[i][1] != '-' && strchr(input->arguments[i], 'u') != NULL)
            return true;
    return has_beginning(input, "--update");
}

static void check(const struct input *input, const struct ran *ran) {
    must(ran->status >= 0 && ran->status <= 5);
    must(ran->status < 2 || ran->err_length > 0 || has(input, "ask"));
    must(!ran->replaced || may_replace(input));
    check_text(ran->err, ran->err_length);
    must(ran->status != 2 || ran->out_length == 0 || has(input, "ask"));
    if (!may_update(input))
        check_text(ran->out, ran->out_length);
    if (is_json(input) && ran->out_length > 0)
        check_json(ran->out, ran->out_length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct input input;
    char *text = as_text(data, size);
    if (take_input(&input, text, size)) {
        struct ran first = run_command(input.count, input.arguments, input.stdin_text, input.stdin_length);
        check(&input, &first);
        struct ran second = run_command(input.count, input.arguments, input.stdin_text, input.stdin_length);
        must(first.status == second.status && first.files == second.files);
        must_be_text(first.out, second.out);
        must_be_text(first.err, second.err);
        end_run(&first);
        end_run(&second);
    }
    free(text);
    return 0;
}
