/* The table of commands, with the options and words of each. */
#include "commands.h"

#define BIT(option) (UINT64_C(1) << (option))
_Static_assert(OPTION_COUNT <= 64, "a command has 64 bits for its options");

#define OF_ALL                                                                                                              \
    (BIT(OPTION_JSON) | BIT(OPTION_OUTPUT) | BIT(OPTION_FORCE) | BIT(OPTION_NO_COLOR) | BIT(OPTION_LAW) |                   \
     BIT(OPTION_HELP) | BIT(OPTION_VERSION))
#define OF_CASE                                                                                                             \
    (BIT(OPTION_TERM_DATES) | BIT(OPTION_EVENT) | BIT(OPTION_OWN) | BIT(OPTION_THEY_SAY) | BIT(OPTION_CASE) |               \
     BIT(OPTION_CLOSED) | BIT(OPTION_SETTING) | BIT(OPTION_AWAY) | BIT(OPTION_EXCEPTIONAL) | BIT(OPTION_MISSED) |           \
     BIT(OPTION_AS_AT))
#define OF_CALENDAR                                                                                                         \
    (BIT(OPTION_LIMIT) | BIT(OPTION_UPDATE) | BIT(OPTION_MINE) | BIT(OPTION_COUNCIL) | BIT(OPTION_STATUTORY) |              \
     BIT(OPTION_FUTURE) | BIT(OPTION_PLANNING) | BIT(OPTION_REMIND) | BIT(OPTION_NO_ALARMS) | BIT(OPTION_REMINDER_EVENTS) | \
     BIT(OPTION_SHOW_REFERENCE) | BIT(OPTION_TODO) | BIT(OPTION_NAME) | BIT(OPTION_SPLIT) | BIT(OPTION_CHECK))

#define OF_DIARY                                                                                                            \
    (BIT(OPTION_AS_AT) | BIT(OPTION_DAYS) | BIT(OPTION_MINE) | BIT(OPTION_COUNCIL) | BIT(OPTION_CSV) | BIT(OPTION_HTML) |   \
     BIT(OPTION_UPDATE) | BIT(OPTION_REMIND) | BIT(OPTION_NO_ALARMS) | BIT(OPTION_REMINDER_EVENTS) |                        \
     BIT(OPTION_SHOW_REFERENCE) | BIT(OPTION_NAME))

const struct command commands[] = {
    {"timeline",
     "[DATE] [OPTION]...",
     "the dates that follow from what happened",
     "Works out every date that follows from DATE, the day on which <start>, and from other events. It says who must act, under which law, what is late and what is next.\n"
     "\n"
     "  ehc timeline 2026-01-05\n"
     "  ehc timeline 5 January 2026 --event <event>=10/2/2026\n"
     "  ehc timeline --case anna.ini --as-at 2026-06-01\n",
     OF_ALL | OF_CASE | BIT(OPTION_LIMIT) | BIT(OPTION_ALL) | BIT(OPTION_SCREEN),
     {WORD_FREE, WORD_FREE},
     take_start,
     run_case},
    {"calendar",
     "[DATE] [OPTION]... [-o FILE.ics]",
     "the same dates as a calendar file for a phone",
     "Writes the dates that are still open as an iCalendar file. Each is an all-day event, with who must act, the "
     "count, the law and reminders. The file holds no name and no reference. With --limit it holds only those limits, "
     "open or not.\n"
     "\n"
     "  ehc calendar 2026-01-05 -o deadlines.ics\n"
     "  ehc calendar --case anna.ini --mine --remind 14d,7d,1d@18:30 -o mine.ics\n"
     "\n"
     "When a date has moved or something has happened, update the earlier file with --update. Import the new file as "
     "you did the old one: the events move, and none is added twice.\n"
     "\n"
     "  ehc calendar 2026-01-12 --update deadlines.ics -o deadlines.ics\n"
     "  ehc calendar --check deadlines.ics\n"
     "\n"
     "ehc-calendar(7) says how to get the file onto an iPhone, an Android phone, Outlook and Thunderbird.\n",
     (OF_ALL & ~BIT(OPTION_JSON)) | OF_CASE | OF_CALENDAR,
     {WORD_FREE, WORD_FREE},
     take_start,
     run_calendar},
    {"explain",
     "LIMIT [DATE] [OPTION]...",
     "one limit: the law, and the count step by step",
     "Shows one limit: who must act, the law, how it is counted from DATE, the day it runs from, other readings "
     "and the exceptions. Without DATE it shows only the law. With --they-say it checks a last day that somebody else "
     "gives: it says if the day is right, or how it was counted.\n"
     "\n"
     "  ehc explain <limit>\n"
     "  ehc explain <limit> 2026-01-05\n"
     "  ehc explain <limit> 5 January 2026\n"
     "  ehc explain <limit> 2026-01-05 --they-say 2026-09-01\n",
     OF_ALL | OF_CASE,
     {WORD_EXPLAINED, WORD_FREE},
     take_limit,
     run_case},
    {"plan",
     "LIMIT [DATE] [OPTION]...",
     "works back: by when each earlier step must be done",
     "Works back from the last day of a limit, and says by when each earlier step must be done. It does so twice. "
     "First it leaves every step its whole time. Then it gives the last days that still leave the family its own "
     "time. DATE is the year or the day before which the limit ends. For other limits it is the day by which the "
     "step must be done. Without DATE, the last day comes from the case. --event gives the day of a step.\n"
     "\n"
     "  ehc plan <end> 2027\n"
     "  ehc plan <end> 2027 --event NAME=2026-11-30\n"
     "  ehc plan <end> 2027 -o plan.ics\n",
     OF_ALL | BIT(OPTION_CASE) | BIT(OPTION_EVENT) | BIT(OPTION_AS_AT),
     {WORD_LIMIT, WORD_FREE},
     take_end,
     run_plan},
    {"check",
     "CASE... [OPTION]...",
     "says if each case kept its limits; exit status 1 if something is late",
     "Judges each case file (- is standard input). It says who had to act, under which law, by when, what was done, "
     "and how late it was. It says in numbers if a claimed exception fits. It shows what is late now, what is next, "
     "and what the family can do. Several cases get a line each and a total; -v shows them all in full.\n"
     "\n"
     "  ehc check anna.ini\n"
     "  ehc check cases/*.ini --as-at 2026-06-01\n"
     "\n"
     "The exit status is 1 if something is or was late, and 4 if a fact is missing and nothing is late. It is 3 or 5 "
     "if a file cannot be used, whatever the other cases say.\n",
     OF_ALL | (OF_CASE & ~BIT(OPTION_CASE)) | BIT(OPTION_VERBOSE),
     {WORD_CASE, WORD_CASE},
     take_cases,
     run_check},
    {"diary",
     "CASE... [OPTION]...",
     "what is open or late in many cases, by day",
     "Shows the steps that are open or late in all cases together, in order of last day, with the reference of each. "
     "It says who must act. -o FILE.ics writes one calendar of all open dates; --update updates an earlier one.\n"
     "\n"
     "  ehc diary cases/*.ini\n"
     "  ehc diary cases/*.ini --council --days 14 --html -o wall.html\n"
     "  ehc diary cases/*.ini --show-reference -o cases.ics\n"
     "  ehc diary cases/*.ini --update cases.ics -o cases.ics\n",
     OF_ALL | OF_DIARY,
     {WORD_CASE, WORD_CASE},
     take_cases,
     run_diary},
    {"report",
     "CASE [OPTION]... [-o FILE.html]",
     "a case on one page, to print and hand over",
     "Writes a case as one page of HTML that needs no other file. It shows each step with the law, the last day and "
     "the result, the exceptions claimed, and what is next. It prints on A4.\n"
     "\n"
     "  ehc report anna.ini -o anna.html\n"
     "\n"
     "With --chronology it is a table of every fact, claim and last day, in order of day, for a hearing. --csv and "
     "--json give the same table. There is no table as text: 'ehc timeline anna.ini --all' shows each step on a "
     "screen.\n"
     "\n"
     "  ehc report anna.ini --chronology -o chronology.html\n",
     (OF_ALL & ~BIT(OPTION_NO_COLOR)) | BIT(OPTION_CHRONOLOGY) | BIT(OPTION_CSV) | (OF_CASE & ~BIT(OPTION_CASE)),
     {WORD_CASE, WORD_FREE},
     take_case,
     run_case},
    {"letter",
     "[KIND CASE] [OPTION]...",
     "a letter about what is late, filled in from a case",
     "Writes a letter from the facts of a case file, as plain text of 72 columns. With --html it is a page that Word "
     "and LibreOffice open. Without KIND it lists the kinds. If the case does not support a letter, ehc refuses to "
     "write it and says why.\n"
     "\n"
     "  ehc letter\n"
     "  ehc letter <letter> anna.ini -o letter.txt\n"
     "  ehc letter <letter> anna.ini --template ours.txt\n"
     "\n"
     "A template is a text file with places in braces that are filled in. Of the case: {reference}, {authority}, "
     "{today}, {law-as-at}, {late-steps}, {exceptions}, {doubt} and {body}. Of the limit that the letter is about: "
     "{step}, {due}, {latest}, {done}, {ended}, {days-late}, {late-by}, {provision}, {url}, {round}, and {trigger}, the "
     "day it runs from. Of another limit: {due:LIMIT} and so on. Of an event: {date:EVENT}. Of a date of your own: "
     "{own:NAME}; {own-dates} lists all of these. A line that begins with {if X} is left out if the case has no X, or "
     "if its status is not X: {if date:EVENT}, {if overdue}, {if late:LIMIT}. With {if not X} it is left out "
     "otherwise.\n",
     (OF_ALL & ~BIT(OPTION_JSON)) | OF_CASE | BIT(OPTION_HTML) | BIT(OPTION_TEMPLATE) | BIT(OPTION_ANYWAY) |
         BIT(OPTION_ROUND),
     {WORD_LETTER, WORD_CASE},
     NULL,
     run_letter},
    {"audit",
     "CASELOAD.csv... [OPTION]...",
     "many cases: what was in time, beside the published figures",
     "Reads a CSV file with a row for each child, judges every row as 'ehc timeline' judges a case, and counts "
     "what was in time. A line of headings names the columns: by the ids of events, which 'ehc limits --events' "
     "lists, or by the names that councils use, ehc-caseload(5). Several files are one caseload; - is standard input. "
     "Nothing leaves this computer.\n"
     "\n"
     "  ehc audit --columns caseload.csv\n"
     "  ehc audit caseload.csv --year 2025\n"
     "  ehc audit caseload.csv --html -o caseload.html\n"
     "  ehc audit caseload.csv --cases verdicts.csv --errors problems.txt\n",
     OF_ALL | BIT(OPTION_AS_AT) | BIT(OPTION_YEAR) | BIT(OPTION_BY) | BIT(OPTION_CSV) | BIT(OPTION_HTML) |
         BIT(OPTION_CASES) | BIT(OPTION_ERRORS) | BIT(OPTION_MAP) | BIT(OPTION_COLUMNS) | BIT(OPTION_STRICT) |
         BIT(OPTION_FAIL_LATE),
     {WORD_CASELOAD, WORD_FREE},
     take_caseload,
     run_audit},
    {"ask",
     "[OPTION]...",
     "asks its questions one at a time, and writes a case file",
     "Asks one plain question at a time, with an example of an answer. Press Enter to skip a question. Type ? to see "
     "why it is asked, back for the question before, or stop to end. Then it shows the dates, and offers to write a "
     "case file and a calendar file. With -o it writes the case file there without asking.\n"
     "\n"
     "  ehc ask\n"
     "  ehc ask -o anna.ini\n"
     "  ehc ask --questions\n",
     OF_ALL | BIT(OPTION_AS_AT) | BIT(OPTION_QUESTIONS),
     {WORD_FREE, WORD_FREE},
     take_nothing,
     run_ask},
    {"limits",
     "[ROUTE] [OPTION]...",
     "the limits known, and the names of the events",
     "Lists the limits, or those of one route, with who must act and the provision.\n"
     "\n"
     "  ehc limits\n"
     "  ehc limits <route>\n"
     "  ehc limits --events\n"
     "\n"
     "With --html or --csv it is a table of every field in words. Two columns are empty, to fill in: who checked the "
     "limit, and on which day.\n"
     "\n"
     "  ehc limits --html -o limits.html\n",
     OF_ALL | BIT(OPTION_EVENTS) | BIT(OPTION_CSV) | BIT(OPTION_HTML),
     {WORD_ROUTE, WORD_FREE},
     take_route,
     run_once},
    {"date",
     "DATE [AMOUNT] | A..B",
     "small date sums, with the counting rules",
     "Adds an amount of time to a date and shows the day by each way of counting. The units are d days, w "
     "weeks, m months, y years and wd working days. +6w counts forward, -2w counts back. A..B counts the days from A to B. A date alone is "
     "shown in full.\n"
     "\n"
     "  ehc date 2026-01-05 +6w\n"
     "  ehc date 30 June 2026 +2m\n"
     "  ehc date 2026-12-18 +3wd\n"
     "  ehc date 2026-07-21..2026-08-31\n",
     OF_ALL,
     {WORD_FREE, WORD_FREE},
     NULL,
     run_date},
};
const size_t command_count = sizeof commands / sizeof commands[0];
