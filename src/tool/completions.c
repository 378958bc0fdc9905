/* completions bash|zsh|fish - prints functions of that shell that complete a command line of ehc:
 *
 *     _ehc_commands           each command, and its summary after a tab
 *     _ehc_options COMMAND    its options, and their help; nothing if there is no such command
 *     _ehc_kind OPTION        the kind of its value; nothing if it takes none
 *     _ehc_kind COMMAND N     the kind of its Nth word
 *     _ehc_choices KIND       the possible words of that kind; nothing for free text and files
 *
 * They come from the same tables by which the program reads its arguments. src/tool/completions.bash and so on use them. */
#include "audit_view/audit_view.h"
#include "cli/commands.h"
#include "letter/letter.h"
#include <stdlib.h>
#include <string.h>

static const char *const kind_names[WORD_KINDS] = {"free",     "file",   "folder",    "case",   "caseload",
                                                   "calendar", "limit",  "explained", "route",  "they-say",
                                                   "event",    "letter", "setting",   "figures"};

/* The differences between shells. */
static struct {
    bool fish;
    const char *quote; /* a quotation mark in quotation marks */
} shell;

struct choice {
    const char *word; /* NULL after the last */
    const char *title;
};

static struct choice no_number_of(const struct ehc_law *law, size_t index) {
    return index < law->no_number_count ? (struct choice){law->no_numbers[index].id, law->no_numbers[index].title}
                                        : (struct choice){NULL, NULL};
}

static struct choice choice_of(enum word_kind kind, size_t index) {
    const struct ehc_law *law = bundle_built_in.law;
    const struct letters *letters = &bundle_built_in.letters;
    struct choice none = {NULL, NULL};
    switch (kind) {
    case WORD_LIMIT:
    case WORD_THEY_SAY:
        return index < law->limit_count ? (struct choice){law->limits[index].id, law->limits[index].title} : none;
    case WORD_EXPLAINED:
        return index >= law->limit_count ? no_number_of(law, index - law->limit_count)
                                         : (struct choice){law->limits[index].id, law->limits[index].title};
    case WORD_ROUTE:
        return index < law->route_count ? (struct choice){law->routes[index].id, law->routes[index].title} : none;
    case WORD_EVENT:
        return index < law->event_count ? (struct choice){law->events[index].id, law->events[index].title} : none;
    case WORD_LETTER:
        return index < letters->count ? (struct choice){letters->list[index].id, letters->list[index].title} : none;
    case WORD_SETTING:
        return index <= EHC_POST_16 - EHC_SCHOOL
                   ? (struct choice){ehc_setting_name((enum ehc_setting)(EHC_SCHOOL + index)), ""}
                   : none;
    case WORD_FIGURES:
        return index <= EHC_BY_SETTING ? (struct choice){by_words((enum ehc_audit_by)index), ""} : none;
    default:
        return none;
    }
}

static void print_quoted(const char *text) {
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            fputs(shell.quote, stdout);
        else if (*text == '\\' && shell.fish)
            fputs("\\\\", stdout);
        else
            putchar(*text);
    }
}

/* ---- a function, with one case for each argument ---- */

static void begin_function(const char *name) {
    printf(shell.fish ? "\nfunction %s\n" : "\n%s() {\n", name);
}

static void end_function(void) {
    printf(shell.fish ? "end\n" : "}\n");
}

static void begin_cases(const char *name) {
    begin_function(name);
    printf(shell.fish ? "    switch \"$argv\"\n" : "    case \"$*\" in\n");
}

static void begin_case(const char *pattern) {
    printf(shell.fish ? "        case %s\n" : "    %s)\n", pattern);
}

static void end_case(void) {
    printf(shell.fish ? "" : "        ;;\n");
}

static void end_cases(void) {
    printf(shell.fish ? "    end\n" : "    esac\n");
    end_function();
}

static void begin_lines(void) {
    printf("        printf '%%s\\n'");
}

static void print_line(const char *before, const char *word, const char *after, const char *title) {
    printf(" \\\n            '%s%s%s", before, word, after);
    if (title[0] != '\0')
        putchar('\t');
    print_quoted(title);
    putchar('\'');
}

static void end_lines(void) {
    putchar('\n');
}

/* ---- the functions ---- */

static void print_all_commands(void) {
    begin_function("_ehc_commands");
    begin_lines();
    for (size_t i = 0; i < command_count; i++)
        print_line("", commands[i].name, "", commands[i].summary);
    end_lines();
    end_function();
}

static void print_options(void) {
    begin_cases("_ehc_options");
    for (size_t i = 0; i < command_count; i++) {
        begin_case(commands[i].name);
        begin_lines();
        for (size_t option = 0; option < OPTION_COUNT; option++)
            if ((commands[i].options >> option & 1) != 0)
                print_line("--", option_specs[option].name, "", option_specs[option].help);
        end_lines();
        end_case();
    }
    end_cases();
}

static void print_kind(const char *pattern, enum word_kind kind) {
    begin_case(pattern);
    printf("        echo %s\n", kind_names[kind]);
    end_case();
}

static void print_kinds(void) {
    char pattern[80];
    begin_cases("_ehc_kind");
    for (size_t option = 0; option < OPTION_COUNT; option++) {
        const struct option_spec *spec = &option_specs[option];
        if (spec->argument == NULL)
            continue;
        if (spec->letter == '\0')
            snprintf(pattern, sizeof pattern, "--%s", spec->name);
        else
            snprintf(pattern, sizeof pattern, "--%s%s-%c", spec->name, shell.fish ? " " : " | ", spec->letter);
        print_kind(pattern, spec->value);
    }
    for (size_t i = 0; i < command_count; i++) {
        snprintf(pattern, sizeof pattern, "'%s 1'", commands[i].name);
        print_kind(pattern, commands[i].words[0]);
        snprintf(pattern, sizeof pattern, shell.fish ? "'%s *'" : "'%s '*", commands[i].name);
        print_kind(pattern, commands[i].words[1]);
    }
    end_cases();
}

static void print_choices(void) {
    begin_cases("_ehc_choices");
    for (enum word_kind kind = WORD_FREE; kind < WORD_KINDS; kind++) {
        if (choice_of(kind, 0).word == NULL)
            continue;
        begin_case(kind_names[kind]);
        begin_lines();
        for (size_t i = 0; choice_of(kind, i).word != NULL; i++)
            print_line("", choice_of(kind, i).word, kind == WORD_EVENT || kind == WORD_THEY_SAY ? "=" : "",
                       choice_of(kind, i).title);
        end_lines();
        end_case();
    }
    end_cases();
}

/* Every option of options.h needs its row in options.c. */
static bool check_options(void) {
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (option_specs[i].name == NULL) {
            fprintf(stderr, "options.c has no row for option %zu of options.h\n", i);
            return false;
        }
    return true;
}

int main(int count, char **arguments) {
    const char *name = count == 2 ? arguments[1] : "";
    shell.fish = strcmp(name, "fish") == 0;
    shell.quote = shell.fish ? "\\'" : "'\\''";
    if (!shell.fish && strcmp(name, "bash") != 0 && strcmp(name, "zsh") != 0) {
        fprintf(stderr, "usage: completions bash|zsh|fish\n");
        return EXIT_FAILURE;
    }
    if (!check_options())
        return EXIT_FAILURE;
    if (strcmp(name, "zsh") == 0)
        printf("#compdef ehc\n");
    printf("# Completion of ehc's commands in %s, made from the program's own tables.\n", name);
    print_all_commands();
    print_options();
    print_kinds();
    print_choices();
    putchar('\n');
    return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
