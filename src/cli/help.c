/* --help, printed from the tables of commands and options. */
#include "cli.h"
#include "view/wrap.h"
#include <string.h>

static void print_paragraphs(const struct page *page, const char *text) {
    while (*text != '\0') {
        char line[EHC_WORDS];
        size_t length = strcspn(text, "\n");
        snprintf(line, sizeof line, "%.*s", (int)length, text);
        /* An example begins with spaces and stays as it is. */
        if (*line == ' ' || *line == '\0')
            fprintf(page->out, "%s\n", line);
        else
            put_wrapped(page, 0, 0, PLAIN, line);
        text += length + (text[length] == '\n');
    }
}

void help_render(const struct command *command, FILE *out) {
    const struct page page = {.out = out, .width = 80};
    fprintf(out, "usage: ehc %s %s\n\n", command->name, command->usage);
    print_paragraphs(&page, command->details);
    fprintf(out, "\nOptions\n");
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const struct option_spec *spec = &option_specs[i];
        char label[64], letter[8] = "    ";
        if ((command->options >> i & 1) == 0)
            continue;
        if (spec->letter != '\0')
            snprintf(letter, sizeof letter, "-%c, ", spec->letter);
        snprintf(label, sizeof label, "  %s--%s%s%s", letter, spec->name, spec->argument != NULL ? " " : "",
                 spec->argument != NULL ? spec->argument : "");
        put_labelled(&page, 34, label, spec->help);
    }
}

void help_render_all(FILE *out) {
    const struct page page = {.out = out, .width = 80};
    fprintf(out, "usage: ehc DATE            the dates that follow from a request received on DATE\n"
                 "       ehc COMMAND ...\n\n");
    for (size_t i = 0; i < command_count; i++) {
        char label[64];
        snprintf(label, sizeof label, "  %s", commands[i].name);
        put_labelled(&page, 13, label, commands[i].summary);
    }
    fprintf(out, "\n"
                 "Try\n"
                 "  ehc 2026-01-05                              every date of an assessment\n"
                 "  ehc calendar 2026-01-05 -o deadlines.ics    the same on your phone\n"
                 "  ehc explain final-plan 2026-01-05           how one of them is counted\n"
                 "  ehc ask                                     questions, one at a time\n"
                 "\n"
                 "'ehc COMMAND --help' says more of each. Nothing is sent anywhere: ehc never\n"
                 "uses the network. This is a calculation, not legal advice.\n");
}
