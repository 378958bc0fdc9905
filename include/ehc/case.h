/* case.h - the facts of one child's case: what happened and when.
 *
 * The caller fills a case, or reads it from a case file (ehc-case(5)). It is a plain value of fixed size, about 36 KB. Its
 * text is borrowed: from the caller, or from the file until ehc_case_release(). Threads can share a case that none of them
 * changes.
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
    EHC_HISTORY_MAX = 512, /* days of events that happened more than once */
    EHC_TWICE_MAX = 16,    /* days given twice that are kept, to be reported */
};

struct ehc_closure {
    struct ehc_span span;     /* first and last closed day */
    enum ehc_setting setting; /* not given: the setting of the case */
    const char *name;         /* NULL if it has none; the same for each `name` */
    bool is_unclaimed;        /* nobody has given it as a reason for a delay; the same for each `is_unclaimed` */
};

struct ehc_absence { /* of the child, parent or young person from the council's area */
    struct ehc_span span;
    const char *name;
    bool is_unclaimed;
};

struct ehc_exceptional { /* exceptional personal circumstances, or anything that is claimed as such */
    struct ehc_span span;
    const char *name;
    const char *reason;            /* NULL if none is given */
    const struct ehc_claim *claim; /* the known excuse that the reason is: no exception covers it; NULL */
    bool is_unclaimed;
};

struct ehc_missed { /* a missed appointment with a body that was asked for advice */
    ehc_day day;
    const char *name;
    const char *body; /* NULL if not given */
    bool is_unclaimed;
};

struct ehc_advice { /* a request for advice; EHC_NO_DAY if a day is not known */
    enum ehc_advice_from from;
    ehc_day requested;        /* the council asked */
    ehc_day request_received; /* it reached the body */
    ehc_day received;         /* the advice came */
    const char *name;
};

struct ehc_consultation { /* the consultation of a school or college; EHC_NO_DAY if a day is not known */
    ehc_day sent, answered;
    const char *name;
};

/* A last day that the user sets and no law: a Tribunal's direction, a promise. Called an own date. */
struct ehc_own {
    const char *name;       /* what is due: "hearing bundle" */
    ehc_day due;            /* the last day; as it is given, it is never planned */
    ehc_day done;           /* EHC_NO_DAY: not done */
    const char *who;        /* who must act: the id of a role, or words; NULL: the family */
    const char *why;        /* where the date comes from: "directions of 3 June 2026"; NULL */
    struct ehc_limit limit; /* filled by ehc_case_add_own(), so that the deadline has a limit. Its id is "own", its basis
                               EHC_OWN; it has no provision and no events */
};

/* A last day that others give for a limit: "the plan is due by 1 September". */
struct ehc_they_say {
    int limit;
    ehc_day day;
    int round;                     /* the number of the round that is meant; 0: not given as a number */
    ehc_day from;                  /* or the day that the round runs from; EHC_NO_DAY and `round` 0: the latest round */
    const char *name;              /* NULL if it has none */
    const char *reason;            /* the reason that they give: "an agreed extension"; NULL */
    const struct ehc_claim *claim; /* the known excuse that the reason is: no exception covers it; NULL */
};

/* A day of an event, and its line in the case file; 0: not from a file. */
struct ehc_dated {
    int event;
    ehc_day day;
    unsigned line;
};

struct ehc_case {
    const char *reference; /* NULL if not given; the same for `authority` */
    const char *authority;
    enum ehc_setting setting;      /* not given: treated as a school */
    ehc_day event[EHC_EVENTS_MAX]; /* the first day of each event, by its index in the law; EHC_NO_DAY: not given */
    /* All days of each event that has more than one, sorted by event and then by day. ehc_case_days() finds them. */
    ehc_day history_day[EHC_HISTORY_MAX];
    int history_event[EHC_HISTORY_MAX];
    unsigned history_line[EHC_HISTORY_MAX];
    struct ehc_dated twice[EHC_TWICE_MAX]; /* days that were given twice: they count once */
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
    const char *file;                    /* the case file; NULL if there is none */
    unsigned event_line[EHC_EVENTS_MAX]; /* its line in that file; 0: not from the file */
    void *owned;                         /* what ehc_case_release() frees */
};

/* Makes an empty case. */
void ehc_case_init(struct ehc_case *facts);

/* Reads a case file ("-": standard input) into an empty case, and checks it as ehc_case_check() does. Reports every fault
 * with file, line and the nearest right name. `file` is borrowed. False if there was a fault: `unreadable` then says whether
 * the file could not be read at all, and the case must be made empty again, as its texts are freed. */
bool ehc_case_read(const struct ehc_law *law, const char *file, struct ehc_case *facts, bool *unreadable, ehc_report *report,
                   void *context);

/* Frees what ehc_case_read() took. The texts of the case must not be used after it. */
void ehc_case_release(struct ehc_case *facts);

/* Writes a case file that reads back as the same case, but for names of sections: a name that a heading cannot hold, or that
 * an earlier section of the kind has, is left out. False, with `error`, if a case file cannot hold another of its texts, the
 * name of an own date, or all days of an event (75 at most); then discard the output. The caller checks the stream for write
 * errors. */
bool ehc_case_write(const struct ehc_law *law, const struct ehc_case *facts, FILE *out, struct ehc_error *error);

/* Whether a case file can hold a text; false, with `error`, if not. */
bool ehc_case_takes_text(const char *text, struct ehc_error *error);

/* Sets an event from text: its id in the law and its date, or several dates separated by commas if it happened more than
 * once. If the law asks for a year, a year is enough, and is kept as its first day. The dates replace those that the event
 * had. False, with `error`, on an unknown event, a bad date, or no room; the event then has the dates before the bad one. */
bool ehc_case_set_event(const struct ehc_law *law, struct ehc_case *facts, const char *id, const char *dates,
                        struct ehc_error *error);

/* Does the same, but keeps the dates that the event had. */
bool ehc_case_add_event(const struct ehc_law *law, struct ehc_case *facts, const char *id, const char *dates,
                        struct ehc_error *error);

/* Adds a day to an event. A day that the event has already goes into `twice`. False, with `error`, if there is no room, or
 * the event takes only one day. */
bool ehc_case_add_day(const struct ehc_law *law, struct ehc_case *facts, struct ehc_dated dated, struct ehc_error *error);

/* Removes all days of an event. */
void ehc_case_clear_event(struct ehc_case *facts, int event);

/* The days given for an event, in order, and their `count`. They belong to the case. */
const ehc_day *ehc_case_days(const struct ehc_case *facts, int event, size_t *count);

/* Each adds a fact, whose texts are borrowed. A span is not checked: its last day must not be before its first. False, with
 * `error`, if the case has no room for another. */
bool ehc_case_add_closure(struct ehc_case *facts, struct ehc_closure closure, struct ehc_error *error);
bool ehc_case_add_absence(struct ehc_case *facts, struct ehc_absence absence, struct ehc_error *error);
bool ehc_case_add_exceptional(const struct ehc_law *law, struct ehc_case *facts, struct ehc_exceptional exceptional,
                              struct ehc_error *error); /* also finds its claim */
bool ehc_case_add_missed(struct ehc_case *facts, struct ehc_missed missed, struct ehc_error *error);
bool ehc_case_add_advice(struct ehc_case *facts, struct ehc_advice advice, struct ehc_error *error);
bool ehc_case_add_consultation(struct ehc_case *facts, struct ehc_consultation consultation, struct ehc_error *error);

/* Adds an own date. False, with `error`, if the case has no room, the date has no name, or another own date has the same
 * name. */
bool ehc_case_add_own(const struct ehc_law *law, struct ehc_case *facts, struct ehc_own own, struct ehc_error *error);

/* Adds a last day that others give, and finds its claim. False, with `error`, if the case has no room. */
bool ehc_case_add_they_say(const struct ehc_law *law, struct ehc_case *facts, struct ehc_they_say they_say,
                           struct ehc_error *error);

/* Reads which round of a limit is meant: its number, 1 to 9999, or the day that it runs from. A number from 1900 on is a
 * year. Changes only `round` and `from`. False, with `error`, on other text. */
bool ehc_round_read(const char *text, struct ehc_they_say *they_say, struct ehc_error *error);

/* The own date with that name; NULL if there is none. */
const struct ehc_own *ehc_case_own(const struct ehc_case *facts, const char *name);

/* Sets the last day of the own date with that name, or adds it. Its other members stay as they are. */
bool ehc_case_set_own(const struct ehc_law *law, struct ehc_case *facts, const char *name, ehc_day due,
                      struct ehc_error *error);

/* Reports each order of days that is impossible (a final plan before its draft); false if there is one. A day before
 * everything that could have begun it (a plan before the first request) is no fault: it is ignored, and a judgement lists it
 * as `ignored`. */
bool ehc_case_check(const struct ehc_law *law, const struct ehc_case *facts, ehc_report *report, void *context);

/* Does the same for a row of a caseload. A row has only one round, so such a day is a fault. */
bool ehc_case_check_row(const struct ehc_law *law, const struct ehc_case *facts, ehc_report *report, void *context);

/* The latest day of an event: if the case gives none, the latest day of the events that the law takes it from; EHC_NO_DAY if
 * there is none. `from` (may be NULL) is set to the event whose day it is. */
ehc_day ehc_case_event(const struct ehc_law *law, const struct ehc_case *facts, int event, int *from);

/* The days in a row around a closure on which the setting was closed: closures of one setting that touch or overlap are
 * joined. `first_of_run` (may be NULL) is set to the lowest index of these closures. */
struct ehc_span ehc_closure_run(const struct ehc_case *facts, size_t closure, size_t *first_of_run);

/* The setting of a closure; if it has none, of the case; if that has none, a school. */
enum ehc_setting ehc_closure_setting(const struct ehc_case *facts, size_t closure);

/* Whether the case has a closure of a school or college: those of early years settings do not count. */
bool ehc_has_school_closure(const struct ehc_case *facts);

EHC_EXTERN_END

#endif
