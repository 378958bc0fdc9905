/* options.h - the table of options, and the options that were given. */
#ifndef EHC_REQUEST_OPTIONS_H
#define EHC_REQUEST_OPTIONS_H

#include <stdbool.h>

enum option_id {
    OPTION_EVENT,
    OPTION_OWN,
    OPTION_THEY_SAY,
    OPTION_CASE,
    OPTION_CLOSED,
    OPTION_TERM_DATES,
    OPTION_SETTING,
    OPTION_AWAY,
    OPTION_EXCEPTIONAL,
    OPTION_MISSED,
    OPTION_AS_AT,
    OPTION_TEMPLATE,
    OPTION_ANYWAY,
    OPTION_ROUND,
    OPTION_LIMIT,
    OPTION_ALL,
    OPTION_CHRONOLOGY,
    OPTION_UPDATE,
    OPTION_MINE,
    OPTION_COUNCIL,
    OPTION_STATUTORY,
    OPTION_FUTURE,
    OPTION_PLANNING,
    OPTION_REMIND,
    OPTION_NO_ALARMS,
    OPTION_REMINDER_EVENTS,
    OPTION_SHOW_REFERENCE,
    OPTION_TODO,
    OPTION_NAME,
    OPTION_SPLIT,
    OPTION_CHECK,
    OPTION_DAYS,
    OPTION_EVENTS,
    OPTION_VERBOSE,
    OPTION_YEAR,
    OPTION_BY,
    OPTION_CSV,
    OPTION_HTML,
    OPTION_CASES,
    OPTION_ERRORS,
    OPTION_MAP,
    OPTION_COLUMNS,
    OPTION_STRICT,
    OPTION_FAIL_LATE,
    OPTION_JSON,
    OPTION_SCREEN,
    OPTION_QUESTIONS,
    OPTION_OUTPUT,
    OPTION_FORCE,
    OPTION_NO_COLOR,
    OPTION_LAW,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT,
    OPTION_NONE = OPTION_COUNT,
};

/* The kind of a word or of the value of an option, so that shells can complete it. */
enum word_kind {
    WORD_FREE, /* free text, such as a date or a name: nothing to complete */
    WORD_FILE,
    WORD_FOLDER,
    WORD_CASE,     /* a file .ini */
    WORD_CASELOAD, /* a file .csv */
    WORD_CALENDAR, /* a file .ics */
    WORD_LIMIT,
    WORD_EXPLAINED, /* a limit, or a duty without a number */
    WORD_ROUTE,
    WORD_THEY_SAY, /* a limit, followed by "=DATE" */
    WORD_EVENT,    /* an event, followed by "=DATE" */
    WORD_LETTER,
    WORD_SETTING,
    WORD_FIGURES, /* what the figures are given by */
    WORD_KINDS,   /* the number of kinds */
};

struct option_spec {
    const char *name;     /* without the hyphens */
    char letter;          /* '\0' if it has no short form */
    const char *argument; /* NULL if it takes none */
    const char *help;     /* may have places for words of the bundle: help.c */
    enum word_kind value; /* what the argument is */
};

extern const struct option_spec option_specs[OPTION_COUNT];

struct given {
    enum option_id option;
    const char *value; /* NULL if it takes none */
};

struct request;

/* Splits the arguments after the name of the command into options and words. */
enum exit_status options_read(struct request *request, int count, char **arguments);
bool option_is_given(const struct request *request, enum option_id option);
const char *option_value(const struct request *request, enum option_id option); /* the last value, or NULL */

#endif
