#include "request.h"
#include "say.h"
#include "util/fail.h"
#include <ehc/nearest.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_LONG = 256 }; /* the value of getopt_long() for the first long option; smaller values are letters */

const struct option_spec option_specs[OPTION_COUNT] = {
    [OPTION_EVENT] = {"event", 'e', "NAME=DATE", "an event and its date; 'ehc limits --events' lists the names", WORD_EVENT},
    [OPTION_OWN] = {"own", '\0', "TITLE=DATE", "a last day of your own, which is not law; can be given more than once",
                    WORD_FREE},
    [OPTION_THEY_SAY] = {"they-say", '\0', "LIMIT=DATE[=WHY]",
                         "check a last day that others give, and say how it was counted", WORD_THEY_SAY},
    [OPTION_CASE] = {"case", 'c', "FILE", "read the facts from a case file, ehc-case(5); - is standard input", WORD_CASE},
    [OPTION_CLOSED] = {"closed", '\0', "A..B[=NAME]", "the setting was closed from A to B, both days included", WORD_FREE},
    [OPTION_TERM_DATES] = {"term-dates", '\0', "FILE.ics", "take closures from a published calendar of term dates",
                           WORD_CALENDAR},
    [OPTION_SETTING] = {"setting", '\0', "KIND", "school, early-years or post-16 (default: school)", WORD_SETTING},
    [OPTION_AWAY] = {"away", '\0', "A..B[=NAME]", "the child or family was away from the area", WORD_FREE},
    [OPTION_EXCEPTIONAL] = {"exceptional", '\0', "A..B[=REASON]", "exceptional personal circumstances are claimed",
                            WORD_FREE},
    [OPTION_MISSED] = {"missed", '\0', "DATE[=BODY]", "an appointment with a body that advises was missed", WORD_FREE},
    [OPTION_AS_AT] = {"as-at", '\0', "DATE", "judge as at this day (default: today in London)", WORD_FREE},
    [OPTION_TEMPLATE] = {"template", '\0', "FILE", "write the letter from your own template; - is standard input",
                         WORD_FILE},
    [OPTION_ANYWAY] = {"anyway", '\0', NULL, "write the letter even if an exception may fit, and say so in it", WORD_FREE},
    [OPTION_ROUND] = {"round", '\0', "N|DATE", "the round that the letter is about: its number, or the day it runs from",
                      WORD_FREE},
    [OPTION_LIMIT] = {"limit", 'l', "LIMIT", "only this limit; can be given more than once", WORD_LIMIT},
    [OPTION_ALL] = {"all", 'a', NULL, "also show steps that have not begun or are not needed", WORD_FREE},
    [OPTION_CHRONOLOGY] = {"chronology", '\0', NULL, "every fact and every last day, in order of day, with its law",
                           WORD_FREE},
    [OPTION_UPDATE] = {"update", 'u', "OLD.ics",
                       "update an earlier calendar: events move to their new days, and those no longer needed are cancelled",
                       WORD_CALENDAR},
    [OPTION_MINE] = {"mine", '\0', NULL, "only steps of the family", WORD_FREE},
    [OPTION_COUNCIL] = {"council", '\0', NULL, "only steps of the <council>", WORD_FREE},
    [OPTION_STATUTORY] = {"statutory", '\0', NULL, "only limits in Acts and Regulations", WORD_FREE},
    [OPTION_FUTURE] = {"future", '\0', NULL, "only days from today (or from --as-at)", WORD_FREE},
    [OPTION_PLANNING] = {"planning", '\0', NULL, "add estimates, as separate events that say so", WORD_FREE},
    [OPTION_REMIND] =
        {"remind", '\0', "14d,7d,1d@09:00",
         "when to remind: days or weeks before, and the time. Default: 7d,1d@09:00 for steps of the family. A step of others "
         "has a reminder on the day after, to ask if it was done",
         WORD_FREE},
    [OPTION_NO_ALARMS] = {"no-alarms", '\0', NULL, "write no reminders", WORD_FREE},
    [OPTION_REMINDER_EVENTS] = {"reminder-events", '\0', NULL,
                                "write reminders as short events instead of alarms: Google and some phones drop alarms",
                                WORD_FREE},
    [OPTION_SHOW_REFERENCE] = {"show-reference", '\0', NULL, "put the reference of the case in each title", WORD_FREE},
    [OPTION_TODO] = {"todo", '\0', NULL, "write tasks instead of events", WORD_FREE},
    [OPTION_NAME] = {"name", '\0', "NAME", "the name of a calendar of several events (default: <label> dates)", WORD_FREE},
    [OPTION_SPLIT] = {"split", '\0', "DIR",
                      "write a file for each event, for phones that take only the first event of a file", WORD_FOLDER},
    [OPTION_CHECK] = {"check", '\0', "FILE.ics", "only check a calendar file for faults that a phone may not accept",
                      WORD_CALENDAR},
    [OPTION_DAYS] = {"days", '\0', "N", "how many days ahead to look (default: 28)", WORD_FREE},
    [OPTION_EVENTS] = {"events", '\0', NULL, "list the events instead", WORD_FREE},
    [OPTION_VERBOSE] = {"verbose", 'v', NULL, "show more: each case in full, and what the law says about each step",
                        WORD_FREE},
    [OPTION_YEAR] = {"year", 'y', "YEAR", "count only steps done in this calendar year (default: all years)", WORD_FREE},
    [OPTION_BY] = {"by", '\0', "WHAT", "give the figures by authority, year, month or setting (default: authority)",
                   WORD_FIGURES},
    [OPTION_CSV] = {"csv", '\0', NULL, "print CSV", WORD_FREE},
    [OPTION_HTML] = {"html", '\0', NULL, "print one page for a browser or printer", WORD_FREE},
    [OPTION_CASES] = {"cases", '\0', "FILE", "write the verdict on every row to this CSV file; - is standard output",
                      WORD_FILE},
    [OPTION_ERRORS] = {"errors", '\0', "FILE", "write all faults of the rows to this file", WORD_FILE},
    [OPTION_MAP] = {"map", '\0', "FILE", "read from this file one name for each authority, and the column for each heading",
                    WORD_FILE},
    [OPTION_COLUMNS] = {"columns", '\0', NULL, "only show what each column is taken for, with three of its values",
                        WORD_FREE},
    [OPTION_STRICT] = {"strict", '\0', NULL, "stop at the first row that cannot be used", WORD_FREE},
    [OPTION_FAIL_LATE] = {"fail-late", '\0', NULL, "exit with status 1 if anything is late", WORD_FREE},
    [OPTION_JSON] = {"json", 'j', NULL, "print JSON", WORD_FREE},
    [OPTION_SCREEN] = {"screen", '\0', NULL,
                       "print the screen as JSON: its groups and sentences, and the days of each count", WORD_FREE},
    [OPTION_QUESTIONS] = {"questions", '\0', NULL, "list the questions instead of asking them", WORD_FREE},
    [OPTION_OUTPUT] = {"output", 'o', "FILE", "write to a file; - is standard output", WORD_FILE},
    [OPTION_FORCE] = {"force", 'f', NULL, "replace the file if it exists", WORD_FREE},
    [OPTION_NO_COLOR] = {"no-color", '\0', NULL, "use no colour", WORD_FREE},
    [OPTION_LAW] = {"law", '\0', "DIR", "read the law from the files in this folder, ehc-limits(5)", WORD_FOLDER},
    [OPTION_HELP] = {"help", 'h', NULL, "show this help", WORD_FREE},
    [OPTION_VERSION] = {"version", '\0', NULL, "show the version, and the day of the law", WORD_FREE},
};

static bool belongs(const struct command *command, size_t option) {
    return (command->options >> option & 1) != 0;
}

/* Finds a long option by its exact name; "=value" may follow. (getopt_long() also accepts the beginning of a name, but a
 * mistyped name should be reported.) */
static int find_long(const struct command *command, const char *name) {
    size_t length = strcspn(name, "=");
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (belongs(command, i) && strlen(option_specs[i].name) == length &&
            strncmp(option_specs[i].name, name, length) == 0)
            return (int)i;
    return EHC_NONE;
}

static enum exit_status unknown_option(const struct command *command, const char *argument) {
    char name[64], quoted[EHC_QUOTE_ROOM], help[EHC_HINT_ROOM], hint[EHC_HINT_ROOM];
    struct ehc_nearest nearest = {.word = name};
    bool elsewhere = false;
    snprintf(name, sizeof name, "%.*s", (int)strcspn(argument, "="), argument);
    if (name[0] == '-' && name[1] == '-') {
        nearest.word = name + 2;
        for (size_t i = 0; i < OPTION_COUNT; i++) {
            if (belongs(command, i))
                ehc_nearest_offer(&nearest, option_specs[i].name);
            else
                elsewhere = elsewhere || strcmp(option_specs[i].name, name + 2) == 0;
        }
    }
    snprintf(help, sizeof help, "'ehc %s --help' lists the options", command->name);
    say_fault(ehc_did_you_mean_marked("'--", elsewhere ? NULL : nearest.name, "'", help, hint),
              "%s is not an option of 'ehc %s'", ehc_quote(name, quoted), command->name);
    return EXIT_USAGE;
}

static enum exit_status missing_value(const struct command *command, const char *argument) {
    char quoted[EHC_QUOTE_ROOM], hint[160];
    snprintf(hint, sizeof hint, "'ehc %s --help' shows how it is written", command->name);
    say_fault(hint, "%s needs a value", ehc_quote(argument, quoted));
    return EXIT_USAGE;
}

/* The options of a command in the form of getopt_long(). */
static void describe_options(const struct command *command, struct option longs[OPTION_COUNT + 1],
                             char letters[2 * OPTION_COUNT + 3]) {
    size_t count = 0, at = 0;
    letters[at++] = '+'; /* keep the order of the arguments */
    letters[at++] = ':'; /* distinguish a missing value from an unknown option */
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const struct option_spec *spec = &option_specs[i];
        if (!belongs(command, i))
            continue;
        longs[count++] =
            (struct option){spec->name, spec->argument != NULL ? required_argument : no_argument, NULL, FIRST_LONG + (int)i};
        if (spec->letter == '\0')
            continue;
        letters[at++] = spec->letter;
        if (spec->argument != NULL)
            letters[at++] = ':';
    }
    longs[count] = (struct option){0};
    letters[at] = '\0';
}

static int by_letter(int letter) {
    for (int i = 0; i < OPTION_COUNT; i++)
        if (option_specs[i].letter == letter)
            return i;
    return EHC_NONE;
}

/* Whether an argument is a word although it may begin with "-": "-" is standard input; "-6w" is an amount for `ehc date`. */
static bool is_word(const char *argument) {
    return argument[0] != '-' || argument[1] == '\0' || (argument[1] >= '0' && argument[1] <= '9');
}

/* An upper bound for the number of options: one argument can have several, such as "-jf". */
static size_t most_options(int count, char **arguments) {
    size_t most = 0;
    for (int i = 0; i < count; i++)
        most += strlen(arguments[i]) + 1;
    return most;
}

enum exit_status options_read(struct request *request, int count, char **arguments) {
    struct option longs[OPTION_COUNT + 1];
    char letters[2 * OPTION_COUNT + 3];
    describe_options(request->command, longs, letters);
    request->given = calloc(most_options(count, arguments), sizeof *request->given);
    request->words = calloc((size_t)count + 1, sizeof *request->words);
    if (request->given == NULL || request->words == NULL) {
        say_no_memory();
        return EXIT_FILE;
    }
    opterr = 0;
    for (optind = 1; optind < count;) {
        const char *argument = arguments[optind];
        if (is_word(argument)) {
            request->words[request->word_count++] = argument;
            optind++;
            continue;
        }
        if (strncmp(argument, "--", 2) == 0 && argument[2] != '\0' && find_long(request->command, argument + 2) == EHC_NONE)
            return unknown_option(request->command, argument);
        int found = getopt_long(count, arguments, letters, longs, NULL);
        if (found == -1) { /* "--": only words follow */
            while (optind < count)
                request->words[request->word_count++] = arguments[optind++];
            break;
        }
        if (found == '?')
            return unknown_option(request->command, argument);
        if (found == ':')
            return missing_value(request->command, argument);
        int option = found >= FIRST_LONG ? found - FIRST_LONG : by_letter(found);
        request->given[request->given_count++] = (struct given){(enum option_id)option, optarg};
    }
    return EXIT_DONE;
}

bool option_is_given(const struct request *request, enum option_id option) {
    for (size_t i = 0; i < request->given_count; i++)
        if (request->given[i].option == option)
            return true;
    return false;
}

const char *option_value(const struct request *request, enum option_id option) {
    const char *value = NULL;
    for (size_t i = 0; i < request->given_count; i++)
        if (request->given[i].option == option)
            value = request->given[i].value;
    return value;
}
