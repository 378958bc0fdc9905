/* Prints --help from the tables of commands and options. */
#include "help.h"
#include "commands.h"
#include "view/wrap.h"
#include <string.h>

/* The words for the role with the name of an option. */
static const char *role_words(const struct ehc_law *law, const char *id) {
    int role = ehc_find_role(law, id);
    return role != EHC_NONE ? law->roles[role].who : id;
}

/* The words of the bundle for <NAME> in a help text, so that the help of another law uses its own words. */
static const char *word_for(const struct bundle *bundle, const char *name, size_t length) {
    const struct ehc_law *law = bundle->law;
    const char *council = option_specs[OPTION_COUNCIL].name;
    const struct {
        const char *name, *word;
    } words[] = {{"start", law->events[law->starts_with].done},
                 {"label", law->label},
                 {council, role_words(law, council)},
                 {"limit", bundle_a_limit(bundle)},
                 {"event", bundle_an_event(bundle)},
                 {"end", bundle_an_end(bundle)},
                 {"route", bundle_a_route(bundle)},
                 {"letter", bundle_a_letter(bundle)}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i].name) == length && strncmp(words[i].name, name, length) == 0)
            return words[i].word;
    return NULL;
}

/* Fills in the words of one line. Gives `line`. */
static char *fill_in(const struct bundle *bundle, const char *text, size_t length, char line[EHC_WORDS]) {
    const char *end = text + length;
    size_t at = 0;
    line[0] = '\0';
    while (text < end && at < EHC_WORDS) {
        size_t plain = strcspn(text, "<");
        plain = plain < (size_t)(end - text) ? plain : (size_t)(end - text);
        at += (size_t)snprintf(line + at, EHC_WORDS - at, "%.*s", (int)plain, text);
        text += plain;
        const char *close = text < end ? memchr(text, '>', (size_t)(end - text)) : NULL;
        const char *word = close != NULL ? word_for(bundle, text + 1, (size_t)(close - text - 1)) : NULL;
        if (word != NULL && at < EHC_WORDS)
            at += (size_t)snprintf(line + at, EHC_WORDS - at, "%s", word);
        text = word != NULL ? close + 1 : end;
    }
    return line;
}

static void print_paragraphs(const struct bundle *bundle, const struct page *page, const char *text) {
    while (*text != '\0') {
        char line[EHC_WORDS];
        size_t length = strcspn(text, "\n");
        fill_in(bundle, text, length, line);
        /* An example begins with spaces and stays as it is. */
        if (*line == ' ' || *line == '\0')
            fprintf(page->out, "%s\n", line);
        else
            wrap_text(page, 0, 0, PLAIN, line);
        text += length + (text[length] == '\n');
    }
}

void help_render(const struct bundle *bundle, const struct command *command, const struct page *page) {
    fprintf(page->out, "usage: ehc %s %s\n\n", command->name, command->usage);
    print_paragraphs(bundle, page, command->details);
    fprintf(page->out, "\nOptions\n");
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const struct option_spec *spec = &option_specs[i];
        char label[64], letter[8] = "    ", text[EHC_WORDS];
        if ((command->options >> i & 1) == 0)
            continue;
        if (spec->letter != '\0')
            snprintf(letter, sizeof letter, "-%c, ", spec->letter);
        snprintf(label, sizeof label, "  %s--%s%s%s", letter, spec->name, spec->argument != NULL ? " " : "",
                 spec->argument != NULL ? spec->argument : "");
        wrap_labelled(page, 34, label, fill_in(bundle, spec->help, strlen(spec->help), text));
    }
}

void help_render_all(const struct bundle *bundle, const struct page *page) {
    enum { TEXT_AT = 46 };
    char label[64];
    wrap_text(page, 0, 7, PLAIN, "usage: ehc DATE            the dates that follow from what happened on DATE");
    fprintf(page->out, "       ehc COMMAND ...\n\n");
    for (size_t i = 0; i < command_count; i++) {
        snprintf(label, sizeof label, "  %s", commands[i].name);
        wrap_labelled(page, 13, label, commands[i].summary);
    }
    fprintf(page->out, "\nTry\n");
    wrap_labelled(page, TEXT_AT, "  ehc 2026-01-05", "every date that follows");
    wrap_labelled(page, TEXT_AT, "  ehc calendar 2026-01-05 -o deadlines.ics", "the same on your phone");
    snprintf(label, sizeof label, "  ehc explain %.30s 2026-01-05", bundle_a_limit(bundle));
    wrap_labelled(page, TEXT_AT, label, "how one of them is counted");
    wrap_labelled(page, TEXT_AT, "  ehc ask", "questions, one at a time");
    fputc('\n', page->out);
    wrap_text(page, 0, 0, PLAIN,
              "'ehc COMMAND --help' says more about each. Nothing is sent anywhere: ehc never uses the network. This is a "
              "calculation, not legal advice.");
}
