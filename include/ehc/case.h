/* case.h - the facts of one child's case: what happened and when.
 *
 * A case is filled by the caller or read from a case file (ehc-case(5)); it has fixed room and is a plain value, about
 * 20 KB, except that text in it is borrowed: from the caller, or from the file until ehc_case_release(). Threads can share a
 * case that none of them changes.
 */
#ifndef EHC_CASE_H
#define EHC_CASE_H

#include <ehc/law.h>
#include <stdio.h>

EHC_EXTERN_BEGIN

enum {
    EHC_CLOSURES_MAX = 128,
    EHC_ABSENCES_MAX = 32,
    EHC_EXCEPTIONAL_MAX = 32,
    EHC_MISSED_MAX = 32,
    EHC_ADVICE_MAX = 64,
    EHC_CONSULTATIONS_MAX = 64,
    EHC_OWN_MAX = 32,
    EHC_THEY_SAY_MAX = 32,
    EHC_HISTORY_MAX = 512, /* days of those events that happened more than once */
    EHC_TWICE_MAX = 16,    /* days given twice that are named */
};

struct ehc_closure {
    struct ehc_span span;     /* first and last closed day */
    enum ehc_setting setting; /* not given: that of the case */
    const char *name;         /* NULL where it has none; so below */
    bool is_unclaimed;        /* nobody has given it as a reason for a delay; so below */
};

struct ehc_absence { /* of the child, parent or young person from the council's area */
    struct ehc_span span;
    const char *name;
    bool is_unclaimed;
};

struct ehc_exceptional { /* exceptional personal circumstances, or whatever is claimed as such */
    struct ehc_span span;
    const char *name;
    const char *reason;            /* NULL where none is given */
    const struct ehc_claim *claim; /* the excuse that its reason is, which no exception covers; NULL */
    bool is_unclaimed;
};

struct ehc_missed { /* an appointment with a body that advises, not kept */
    ehc_day day;
    const char *name;
    const char *body; /* NULL where not given */
    bool is_unclaimed;
};

struct ehc_advice { /* a request for advice; EHC_NO_DAY where a day is not known */
    enum ehc_advice_from from;
    ehc_day requested;        /* the council asked */
    ehc_day request_received; /* it reached the body */
    ehc_day received;         /* the advice came */
    const char *name;
};

struct ehc_consultation { /* a school or college consulted; EHC_NO_DAY where a day is not known */
    ehc_day sent, answered;
    const char *name;
};

/* A date of one's own, which no law sets: a Tribunal's direction, a promise. */
struct ehc_own {
    const char *name;       /* what is due: "hearing bundle" */
    ehc_day due;            /* set beforehand, so it is never planned */
    ehc_day done;           /* EHC_NO_DAY: not done */
    const char *who;        /* who has to act: the id of a role, or words; NULL: the family */
    const char *why;        /* where the date comes from: "directions of 3 June 2026"; NULL */
    struct ehc_limit limit; /* ehc_case_add_own() fills it: what stands in a deadline for a limit of the law. Its id is
                               "own", its basis EHC_OWN; it has neither provision nor events */
};

/* A last day that others give for a limit: "the plan is due by 1 September". */
struct ehc_they_say {
    int limit;
    ehc_day day;
    int round;                     /* of which round: its number; 0: not said by number */
    ehc_day from;                  /* or the day that it runs from; EHC_NO_DAY with 0: the latest round */
    const char *name;              /* NULL where it has none */
    const char *reason;            /* what they say for it: "an agreed extension"; NULL */
    const struct ehc_claim *claim; /* the excuse that the reason is, which no exception covers; NULL */
};

/* A day of an event, and the line of the case file it stands in; 0: not from a file. */
struct ehc_dated {
    int event;
    ehc_day day;
    unsigned line;
};

struct ehc_case {
    const char *reference; /* NULL where not given; so below */
    const char *authority;
    enum ehc_setting setting;      /* not given: a school */
    ehc_day event[EHC_EVENTS_MAX]; /* by the index in the law, its first day; EHC_NO_DAY: not given */
    /* Events with more than one day: all their days, those of an event together and in order. ehc_case_days() finds them. */
    ehc_day history_day[EHC_HISTORY_MAX];
    int history_event[EHC_HISTORY_MAX];
    unsigned history_line[EHC_HISTORY_MAX];
    struct ehc_dated twice[EHC_TWICE_MAX]; /* days that were given twice: one day is one fact */
    struct ehc_closure closure[EHC_CLOSURES_MAX];
    struct ehc_absence absence[EHC_ABSENCES_MAX];
    struct ehc_exceptional exceptional[EHC_EXCEPTIONAL_MAX];
    struct ehc_missed missed[EHC_MISSED_MAX];
    struct ehc_advice advice[EHC_ADVICE_MAX];
    struct ehc_consultation consultation[EHC_CONSULTATIONS_MAX];
    struct ehc_own own[EHC_OWN_MAX];
    struct ehc_they_say they_say[EHC_THEY_SAY_MAX];
    size_t history_count, twice_count;
    size_t closure_count, absence_count, exceptional_count, missed_count, advice_count, consultation_count, own_count,
        they_say_count;
    const char *file;                    /* the case file; NULL where there is none */
    unsigned event_line[EHC_EVENTS_MAX]; /* the line in it; 0: not from the file */
    void *owned;                         /* what ehc_case_release() frees */
};

/* An empty case. */
void ehc_case_init(struct ehc_case *facts);

/* Reads a case file ("-": standard input) into an empty case, and checks it as ehc_case_check() does. Every fault is
 * reported with file, line and the nearest right name. False where there was one; `unreadable` then says whether the file
 * could not be read at all. */
bool ehc_case_read(const struct ehc_law *law, const char *file, struct ehc_case *facts, bool *unreadable, ehc_report *report,
                   void *context);
void ehc_case_release(struct ehc_case *facts);

/* Writes a case file that reads back as the same case. False, and `error`, where a text of it cannot stand in one; what is
 * written by then is of no use. Whether the stream took it all is for the caller to see. */
bool ehc_case_write(const struct ehc_law *law, const struct ehc_case *facts, FILE *out, struct ehc_error *error);

/* Whether a text can stand in a case file; false, and `error`, where not. */
bool ehc_case_takes_text(const char *text, struct ehc_error *error);

/* Sets an event from text: an id of the law, and a date, or several separated by commas where it happened more than once (a
 * year is enough where the law asks for a year; it is kept as its first day). They take the place of the days it had. False,
 * and `error`, on an unknown event, a bad date, or no room; the event then has the days before the bad one. */
bool ehc_case_set_event(const struct ehc_law *law, struct ehc_case *facts, const char *id, const char *dates,
                        struct ehc_error *error);

/* Adds days to those that the event has. */
bool ehc_case_add_event(const struct ehc_law *law, struct ehc_case *facts, const char *id, const char *dates,
                        struct ehc_error *error);

/* Adds a day to those of an event; a day that it has already is counted in `twice`. False, and `error`, where there is no
 * room, or the event holds one day only. */
bool ehc_case_add_day(const struct ehc_law *law, struct ehc_case *facts, struct ehc_dated dated, struct ehc_error *error);

/* Takes all days of an event away. */
void ehc_case_clear_event(struct ehc_case *facts, int event);

/* The days given for an event, in order; `count` is set to how many there are. They live in the case. */
const ehc_day *ehc_case_days(const struct ehc_case *facts, int event, size_t *count);

/* These add a fact. False, and `error`, where the case has no room for another. */
bool ehc_case_add_closure(struct ehc_case *facts, struct ehc_closure closure, struct ehc_error *error);
bool ehc_case_add_absence(struct ehc_case *facts, struct ehc_absence absence, struct ehc_error *error);
bool ehc_case_add_exceptional(const struct ehc_law *law, struct ehc_case *facts, struct ehc_exceptional exceptional,
                              struct ehc_error *error); /* finds the claim too */
bool ehc_case_add_missed(struct ehc_case *facts, struct ehc_missed missed, struct ehc_error *error);
bool ehc_case_add_advice(struct ehc_case *facts, struct ehc_advice advice, struct ehc_error *error);
bool ehc_case_add_consultation(struct ehc_case *facts, struct ehc_consultation consultation, struct ehc_error *error);

/* Adds a date of one's own. False, and `error`, where the case has no room, the date has no name, or another has that name.
 */
bool ehc_case_add_own(const struct ehc_law *law, struct ehc_case *facts, struct ehc_own own, struct ehc_error *error);

/* Adds a last day that others give; finds the claim too. False, and `error`, where the case has no room. */
bool ehc_case_add_they_say(const struct ehc_law *law, struct ehc_case *facts, struct ehc_they_say they_say,
                           struct ehc_error *error);

/* Reads which round of a limit is meant: its number, a year, or the day that it runs from. */
bool ehc_round_read(const char *text, struct ehc_they_say *they_say, struct ehc_error *error);

/* The date of one's own with that name; NULL where there is none. */
const struct ehc_own *ehc_case_own(const struct ehc_case *facts, const char *name);

/* Gives the date of that name another day, or adds it. What else the case says of it stays. */
bool ehc_case_set_own(const struct ehc_law *law, struct ehc_case *facts, const char *name, ehc_day due,
                      struct ehc_error *error);

/* Reports each order that cannot be (a final plan before its draft); false where there was one. A day before everything that
 * could have begun it (a plan before the first request) is no fault: nothing is judged by it, and a judgement names it. */
bool ehc_case_check(const struct ehc_law *law, const struct ehc_case *facts, ehc_report *report, void *context);

/* The same for a row of a caseload, which has one round only: there it is a fault. */
bool ehc_case_check_row(const struct ehc_law *law, const struct ehc_case *facts, ehc_report *report, void *context);

/* The latest day of an event: as given, else the latest of the events that the law takes for it; EHC_NO_DAY where there is
 * none. `from` (may be NULL) is set to the event it was taken from. */
ehc_day ehc_case_event(const struct ehc_law *law, const struct ehc_case *facts, int event, int *from);

/* The days in a row around a closure on which the setting was closed: closures of one setting that touch or overlap are
 * one. `first_of_run` (may be NULL) is set to the lowest index of the closures in it. */
struct ehc_span ehc_closure_run(const struct ehc_case *facts, size_t closure, size_t *first_of_run);

/* The setting of a closure or of a case, a school where none is given. */
enum ehc_setting ehc_closure_setting(const struct ehc_case *facts, size_t closure);

/* Whether a closure of a school or college is given, and not only of an early years setting. */
bool ehc_has_school_closure(const struct ehc_case *facts);

/* Reads "school", "early-years" or "post-16". */
bool ehc_setting_read(const char *text, enum ehc_setting *setting, struct ehc_error *error);

/* The same name; NULL where none is given. */
const char *ehc_setting_name(enum ehc_setting setting);

EHC_EXTERN_END

#endif
