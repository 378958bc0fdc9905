/* commands.h - the table of commands, and the functions that they run. */
#ifndef EHC_CLI_COMMANDS_H
#define EHC_CLI_COMMANDS_H

#include "request/request.h"

extern const struct command commands[];
extern const size_t command_count;

/* ---- take_words.c: interprets the words of a command ---- */

command_step take_end;      /* LIMIT [DATE]: the end of a plan */
command_step take_start;    /* [DATE]: the day of the event that the law starts with */
command_step take_limit;    /* LIMIT [DATE]: the day that it runs from */
command_step take_case;     /* CASE */
command_step take_cases;    /* CASE... */
command_step take_caseload; /* CASELOAD */
command_step take_route;    /* [ROUTE] */
command_step take_nothing;  /* no words */

/* Says that a word is one too many. Gives EXIT_USAGE. */
enum exit_status say_word_too_many(const char *word, const char *hint);

/* ---- show.c ---- */

command_step run_case;  /* one case, by the view of the command */
command_step run_check; /* each case; the exit status is the verdict */
command_step run_once;  /* no case */

/* ---- cmd_*.c ---- */

command_step run_calendar;
command_step run_letter;
command_step run_audit;
command_step run_ask;
command_step run_date;
command_step run_plan;
command_step run_diary;

/* Offers `ehc ask` to a person at a terminal who typed only "ehc". True if the person accepts. */
bool ask_is_wanted(void);

/* Writes the dates of the loaded case as a calendar, with the options of the request. */
command_step calendar_write;

struct ics_options;
struct ics_reminder;
struct ics_counts;

/* Reads the options of a calendar. `reminders` has room for ICS_REMINDERS_MAX. */
enum exit_status calendar_read_options(const struct request *request, struct ics_options *options,
                                       struct ics_reminder *reminders);

/* Chooses the limits of the law and the own dates of the loaded case that go into a calendar. */
void calendar_choose(const struct request *request, bool chosen[EHC_LIMITS_MAX], bool chosen_own[EHC_OWN_MAX]);

/* The hint where a calendar file is too large to read. */
extern const char calendar_too_large_hint[];

/* Prints how --update changed the events. */
void calendar_say_changes(const struct ics_counts *counts);

/* Writes a calendar to -o FILE. Replaces it if it is also the file of --update. */
struct ics_calendar;
enum exit_status calendar_write_whole(const struct request *request, const struct ics_calendar *calendar);

/* The time at which events were written (DTSTAMP), in seconds since 1970. False after a message. */
bool calendar_read_stamp(int64_t *stamp);

#endif
