/* law.h - the law as data: time limits, events, who acts, exceptions, bank holidays.
 *
 * The files of data/england/ are turned into constant tables when the project is built (`ehc_law_england`);
 * ehc_law_read() reads another set at run time through the same code. ehc-limits(5) describes the files. A struct here
 * is plain data: text is UTF-8, never NULL unless said, and lives as long as the law it belongs to. An event, a limit
 * and so on is named by its index in the law's table. Nothing changes a law once it is read: threads can share one.
 */
#ifndef EHC_LAW_H
#define EHC_LAW_H

#include <ehc/measures.h>
#include <ehc/reasons.h>
#include <ehc/working_days.h>

EHC_EXTERN_BEGIN

#define EHC_NONE (-1) /* no event, limit or other index */

enum {
    EHC_EVENTS_MAX = 256, /* events a law can have */
    EHC_LIMITS_MAX = 256, /* limits a law can have */
    EHC_ROUTES_MAX = 32,  /* routes a law can have */
    EHC_READINGS_MAX = 4, /* other readings a limit can have */
    EHC_ROLES_MAX = 32,   /* roles a law can have */
    EHC_TRIGGERS_MAX = 4, /* triggers a limit can have */
    EHC_DERIVED_MAX = 8,  /* events a law can have that are taken from others */
};

enum ehc_unit { EHC_DAYS, EHC_WEEKS, EHC_MONTHS, EHC_WORKING_DAYS, EHC_SCHOOL_DAYS, EHC_FIXED_DATE };

/* How a period is counted (Dodds v Walker [1981] UKHL for the first). */
enum ehc_count {
    EHC_AFTER,           /* "within N of X": the day of X is not counted */
    EHC_BEGINNING,       /* "beginning with the day of X": it is counted */
    EHC_AT_LEAST_BEFORE, /* "at least N before X": N whole units between */
    EHC_BEFORE,          /* "before 15 February" */
};

/* Working days of another kind than the law's own: of information requests, say, which leave out more bank holidays. */
struct ehc_day_kind {
    const char *id;    /* "united-kingdom" */
    const char *title; /* what is left out: "bank holidays of any part of the United Kingdom" */
    const char *source, *url;
    ehc_day checked;              /* the day on which its days were last read at their source */
    struct ehc_holidays holidays; /* with the bank holidays of the law */
};

/* How the last day of a limit moves. */
enum ehc_roll_kind {
    EHC_TO_NEXT_WORKING_DAY, /* to the next working day; from a day in a break to the first working day after the break */
    EHC_BREAKS_NOT_COUNTED,  /* the days of the breaks are not counted, as if they were not working days */
};

/* A rule by which the last day of a limit moves. Words may hold {date} and {break}; NULL where there are none. */
struct ehc_roll {
    const char *id; /* "tribunal-appeal" */
    enum ehc_roll_kind kind;
    const struct ehc_break *const *breaks;
    size_t break_count;
    const char *hour;            /* when the last day ends: "5pm"; NULL: at its end */
    const char *ends;            /* the same with its rule: "to 5pm (rule 12(1))"; NULL */
    const char *not_working_day; /* why it moved to the next working day; never NULL */
    const char *in_break;        /* why it moved past a break; never NULL where there are breaks */
    const char *also;     /* the other reading, where the next working day is in a break; completes "DATE, with ..." */
    const char *left_out; /* the breaks that are not counted, with their rule */
};

enum ehc_basis {
    EHC_STATUTE,
    EHC_CASE_LAW,
    EHC_CODE,
    EHC_GUIDANCE,
    EHC_OMBUDSMAN,
    EHC_PRACTICE,
    EHC_OWN, /* a date of one's own (case.h): no law has it */
};

/* Who is asked for advice. */
enum ehc_advice_from {
    EHC_FROM_SCHOOL,
    EHC_FROM_EARLY_YEARS,
    EHC_FROM_PSYCHOLOGIST,
    EHC_FROM_HEALTH,
    EHC_FROM_SOCIAL_CARE,
    EHC_FROM_OTHER,
    EHC_ADVICE_FROM_KINDS, /* how many there are */
};

/* A list of indexes. */
struct ehc_indexes {
    const int *index;
    size_t count;
};

/* An event that counts for another: for an act, or for an event that is taken from it. */
struct ehc_source {
    int event;
    int after; /* it counts only where this came before it, and nothing of the list since; EHC_NONE: always */
};

struct ehc_sources {
    const struct ehc_source *list;
    size_t count;
};

/* Whether a list has an index, and whether an event is one of the sources. */
static inline bool ehc_has_index(const struct ehc_indexes *list, int index) {
    for (size_t i = 0; i < list->count; i++)
        if (list->index[i] == index)
            return true;
    return false;
}

static inline bool ehc_has_source(const struct ehc_sources *sources, int event) {
    for (size_t i = 0; i < sources->count; i++)
        if (sources->list[i].event == event)
            return true;
    return false;
}

/* How an event that is not given is taken from others. */
enum ehc_taken {
    EHC_TAKEN_LATEST, /* the latest of their days is its day */
    EHC_TAKEN_EACH,   /* each of their days is one; a day given takes the place of the latest on or before it */
    EHC_TAKEN_FIRST,  /* the same, but only the first, and the first after each `taken_until` */
};

/* The setting that the child attends. */
enum ehc_setting { EHC_SETTING_NOT_GIVEN, EHC_SCHOOL, EHC_EARLY_YEARS, EHC_POST_16 };

struct ehc_event {
    const char *id;
    const char *title;        /* a label: "Request received by the council" */
    const char *when;         /* a clause: "the council receives the request" */
    const char *done;         /* the same, past: "the council received the request" */
    const char *round;        /* what its day is called where there are several: "meeting of"; NULL: it names no round */
    const char *not_this;     /* words that people take for it, separated by commas: "panel"; NULL */
    const char *not_this_why; /* what it is, and what they are not: a clause; NULL where there are none */
    const char *several_in;   /* the section that holds several of it: "[advice NAME]"; NULL: several days can be given */
    bool is_year;             /* given as a year, or any day in it */
    bool is_term;             /* a day that was set, not one on which something happens: it is never planned */
    bool if_closed;           /* a further day opens a round only when what the one before opened is closed */
    struct ehc_indexes closed_by;   /* what closes it */
    int opened_after;               /* it also opens one where this came since the one before; EHC_NONE */
    struct ehc_indexes undone_by;   /* what takes it back: from then on it has closed nothing */
    struct ehc_indexes overtakes;   /* decisions in whose place it comes: the right to appeal against them has ended */
    struct ehc_indexes settles;     /* it ends the dispute about the latest of these decisions */
    int ends;                       /* it ends the dispute that this began, and is about what that was about; EHC_NONE */
    int within;                     /* it belongs to the dispute that this began, and does not end it; EHC_NONE */
    struct ehc_indexes not_before;  /* events it cannot come before */
    struct ehc_indexes reverses;    /* after one of these it does not answer a step: it ends the duty, from its day on */
    struct ehc_indexes again_after; /* what it can come after once more, though a round before is over */
    struct ehc_indexes not_after;   /* events it cannot come after, but where something has begun again since */
    struct ehc_sources taken_from;  /* what it is taken from where it is not given */
    enum ehc_taken taken;
    int taken_until;           /* with EHC_TAKEN_FIRST; EHC_NONE */
    int projected_from;        /* event whose day stands in for it as an assumption; EHC_NONE */
    bool never_projected;      /* nothing stands in for it */
    struct ehc_indexes limits; /* the limits of which it is the act, or is taken from the act */
};

/* Another fair reading of a limit: either a shift or another trigger. */
struct ehc_reading {
    const char *id;
    const char *title; /* completes "DATE, with ..." */
    const char *why;
    const char *source;
    const char *url; /* NULL where there is none */
    int shift;       /* days from the limit's own day */
    bool lenient;    /* at-least-before counted as "Y - N" */
    int trigger;     /* event it runs from instead; EHC_NONE */
    int amount;
    enum ehc_unit unit;
    enum ehc_count count;
    bool only_if_earlier;
    bool only_before; /* only from a day of its trigger on or before that of the round */
};

struct ehc_relaxation {
    const char *id;
    ehc_day from, until;
    const char *provision;
    const char *url;
    const char *why;
};

/* Who is asked for advice, by enum ehc_advice_from. */
struct ehc_adviser {
    const char *who;   /* as a letter names it: "educational psychologist" */
    const char *words; /* other words that people write for it, separated by commas: "ep, ed psych"; NULL */
};

/* Who acts. */
struct ehc_role {
    const char *id;
    const char *who; /* the words by which a step names it, where the limit has none of its own: "council" */
    bool is_family;  /* its steps are the family's own */
};

/* Whether the due date of a limit may stand in for its act when later limits are worked out. */
enum ehc_projects { EHC_PROJECTS_NEVER, EHC_PROJECTS, EHC_PROJECTS_ONCE_STARTED };

/* How a limit is used where people work back from a day by which something has to be done. */
enum ehc_works_back {
    EHC_WORKS_BACK_NEVER,
    EHC_WORKS_BACK,       /* a chain can end with it and go through it; its time is a maximum, and can be shorter */
    EHC_WORKS_BACK_WHOLE, /* the same, and nobody should plan with less than its whole time */
    EHC_WORKS_BACK_END,   /* a chain can end with it, and never goes through it */
};

/* The days that a wrong way of counting leaves out. */
enum ehc_left_out {
    EHC_LEAVES_NONE_OUT,
    EHC_LEAVES_CLOSURES_OUT,     /* each day on which the school is closed */
    EHC_LEAVES_CLOSED_WEEKS_OUT, /* each week, Monday to Sunday, without a school day */
    EHC_LEAVES_BREAKS_OUT,       /* each day of the breaks of its roll */
};

/* A wrong way of counting that people meet. It is tried on a date that others give for the last day of a limit. Where a
 * member says nothing, it counts as the law does. */
struct ehc_miscount {
    const char *id;
    const char *title;         /* a label: "months taken as 30 days each" */
    const char *sum;           /* what their date is, a clause with {date}, {amount}, {from}, {days} ... */
    const char *answer;        /* what the law says, a clause with {law-amount}, {trigger}, {start}, {provision} */
    struct ehc_indexes limits; /* it is tried on these; empty: on each that the next three fit */
    unsigned of_units;         /* bits 1 << enum ehc_unit; 0: any */
    int of_count;              /* enum ehc_count; EHC_NONE: any */
    bool of_fixed;             /* only where the last day never moves */
    struct ehc_indexes from;   /* it counts from the day of one of these events */
    int later_most;            /* it counts from a day that nobody has given, from 1 to so many days after; 0 */
    int amount;                /* it counts so many; 0 */
    int each;                  /* it counts so many for each one of the law; 0 */
    int unit;                  /* enum ehc_unit, of `amount` and `each`; EHC_NONE */
    int count;                 /* enum ehc_count; EHC_NONE */
    int roll;                  /* its last day moves so; EHC_NONE */
    bool to_working_day;       /* its last day moves to the next working day */
    enum ehc_left_out left_out;
};

struct ehc_limit {
    const char *id;
    const char *title;       /* completes "The council must ...", with a capital */
    const char *short_title; /* "final plan" */
    const char *who;         /* "council"; words, never compared: `roles` says who it is */
    const char *provision;
    const char *url;
    ehc_day checked;           /* the day on which it was last read at its source */
    const char *note;          /* NULL where there is none */
    const char *if_late;       /* what the family can do when it is late */
    const char *after_late;    /* the family's step where another's was late, from the first late day: words; NULL */
    const char *exceptions_in; /* the provision to which a list's letter is added; NULL */
    int route;
    int trigger, act;            /* events: the first of `triggers`, and of `acts` */
    struct ehc_indexes triggers; /* each day of one of them opens a round (but see `if_closed` of the event) */
    bool together;               /* a day of each of them is one round, which runs from the first of `triggers` */
    struct ehc_sources acts;     /* the first day of any of them answers a round */
    int amount;                  /* for EHC_FIXED_DATE the day of the month */
    int month;                   /* for EHC_FIXED_DATE, else 0 */
    enum ehc_unit unit;
    enum ehc_count count;
    int roll;     /* how its last day moves; EHC_NONE: it never does */
    int day_kind; /* the working days it is counted in; EHC_NONE: the law's own */
    enum ehc_basis basis;
    ehc_day from, until; /* in force; EHC_NO_DAY as `until`: still */
    int exceptions;      /* list; EHC_NONE */
    int relaxed_by;      /* relaxation; EHC_NONE */
    int instead_of;      /* limit of which this is the other branch; EHC_NONE */
    enum ehc_projects projects;
    const char *only_if;             /* owed only where this is so, which its trigger does not tell: a clause; NULL */
    struct ehc_indexes known_by;     /* with `only_if`: events that show it to be so */
    struct ehc_indexes who_known_by; /* of advice that no section names: events that show who was asked; empty: anyone */
    bool is_asked_for;               /* not late where nobody has said that it was done: the day is asked for */
    bool after_trigger;              /* what was done on the day of the trigger is not the act: it ended the round before */
    unsigned roles;                  /* who acts: bits 1 << index of a role */
    bool for_family;                 /* the step is the family's own */
    int after_late_of;               /* with `after_late`: the role whose late step starts it; EHC_NONE */
    unsigned advice_from;            /* bits 1 << enum ehc_advice_from: applies to each such request for advice; 0 */
    struct ehc_indexes readings;
    struct ehc_indexes later_of;      /* limits with which it goes together: the later one governs */
    bool later_of_earlier;            /* of those, only with what had begun by its own trigger */
    struct ehc_indexes implied_by;    /* events that come after its act: it was done, though its day may not be given */
    struct ehc_indexes needs;         /* events, one of which must be given; empty: none */
    enum ehc_setting needs_setting;   /* the same for the setting of the case: either will do; not given: none */
    struct ehc_indexes not_needed_if; /* the duty was met another way */
    struct ehc_indexes superseded_by; /* events that end the duty: what was late on their day stays late */
    bool outlasts_next;               /* its time goes on when the next round opens: another matter */
    bool of_decision; /* a round is about the decision of its trigger: it lasts until that is overtaken or settled */
    int or_on;        /* its last day is not before the day of this event; EHC_NONE */
    const char *or_on_later, *or_on_earlier; /* what is said where that day is later than the day counted, or earlier: words
                                                with {date} and, for the day counted, {last}; NULL */
    bool or_on_needed;                       /* without that day nothing can be said */
    int or_limit;                     /* nor before that of this limit, where it is about the same decision; EHC_NONE */
    int with, with_amount;            /* where this event has the day of the trigger, the amount is this; EHC_NONE, 0 */
    bool is_minimum;                  /* nothing is owed: what is done on or before the last day is done too early */
    int pending;                      /* with `is_minimum`: no day can be said from this event ... */
    struct ehc_indexes pending_until; /* ... until one of these */
    enum ehc_works_back works_back;
    struct ehc_indexes kept_free_before; /* the time it gives is a minimum, to be over before these events */
    struct ehc_indexes under; /* of a request for advice: it applies to those asked for in what one of these began */
};

/* A duty for which the law names no number of days: what it asks instead. No date follows from it, and it is never late. */
struct ehc_no_number {
    const char *id;
    const char *title; /* as that of a limit */
    const char *who;   /* words; where the files have none, those of the first role */
    const char *provision;
    const char *url;
    ehc_day checked;        /* the day on which it was last read at its source */
    const char *asks;       /* what the law asks instead of a number: "reasonable notice, with reasons" */
    const char *guidance;   /* what guidance or courts say of the time; NULL */
    const char *what_to_do; /* what the family can do */
    unsigned roles;         /* who acts: bits 1 << index of a role */
    int route;
    enum ehc_basis basis;
};

struct ehc_route {
    const char *id;
    const char *title;
};

struct ehc_law {
    const char *jurisdiction;
    const char *label;   /* what its dates are called, short: "EHC"; its jurisdiction where the files have none */
    const char *process; /* what a report is about: "EHC plan process"; its label where the files have none */
    ehc_day as_at;       /* the day at which the data were last checked against the law */
    const struct ehc_route *routes;
    size_t route_count;
    const struct ehc_event *events;
    size_t event_count;
    const struct ehc_limit *limits;
    size_t limit_count;
    const struct ehc_no_number *no_numbers;
    size_t no_number_count;
    const struct ehc_reading *readings;
    size_t reading_count;
    const struct ehc_relaxation *relaxations;
    size_t relaxation_count;
    const struct ehc_exception_list *lists;
    size_t list_count;
    struct ehc_exception_type kinds[EHC_EXCEPTION_KINDS];
    const struct ehc_claim *claims;
    size_t claim_count;
    const struct ehc_personal *personal;
    size_t personal_count;
    const struct ehc_miscount *miscounts; /* the first that fits is named */
    size_t miscount_count;
    const struct ehc_role *roles;
    size_t role_count;
    const struct ehc_break *breaks;
    size_t break_count;
    const struct ehc_roll *rolls;
    size_t roll_count;
    const struct ehc_day_kind *day_kinds;
    size_t day_kind_count;
    struct ehc_adviser adviser[EHC_ADVICE_FROM_KINDS];
    struct ehc_caseload caseload;
    struct ehc_holidays holidays;
    int starts_with;             /* the event that a date alone means */
    const char *starts_missing;  /* what is said where it is not given */
    const char *authority_title; /* what the authority of a case is: "Council" */
    const char *closure_advice;  /* what to know of closures, for cases in which they can excuse a delay; NULL */
    int advice_requested, advice_request_received, advice_received; /* events of each request for advice; EHC_NONE */
    int consulted, consultation_answered;                           /* events of each consultation; EHC_NONE */
    int decision; /* the event of each decision that can be appealed against; EHC_NONE */
};

/* The law of England that was compiled in. */
extern const struct ehc_law ehc_law_england;

/* Reads a directory of law files. Every fault is reported with file and line. Gives a law to be freed with
 * ehc_law_free(), or NULL where there was a fault. */
struct ehc_law *ehc_law_read(const char *directory, ehc_report *report, void *context);
void ehc_law_free(struct ehc_law *law);

/* The bank holidays that the working days of a limit leave out. */
static inline const struct ehc_holidays *ehc_holidays_of(const struct ehc_law *law, const struct ehc_limit *limit) {
    return limit != NULL && limit->day_kind != EHC_NONE ? &law->day_kinds[limit->day_kind].holidays : &law->holidays;
}

/* The index of an event, limit, route, duty without a number or role by its id; EHC_NONE where there is none. */
int ehc_find_event(const struct ehc_law *law, const char *id);
int ehc_find_limit(const struct ehc_law *law, const char *id);
int ehc_find_route(const struct ehc_law *law, const char *id);
int ehc_find_no_number(const struct ehc_law *law, const char *id);
int ehc_find_role(const struct ehc_law *law, const char *id);

/* The enum ehc_advice_from that is meant by its name, or by the words that people write: "EP"; EHC_NONE. */
int ehc_find_adviser(const struct ehc_law *law, const char *text);

/* The event for which people take a word ("panel"), which need not be the whole of it ("our-panel-date"); `error` says what
 * it is and what to give. EHC_NONE where the law knows no such word. */
int ehc_event_meant(const struct ehc_law *law, const char *word, struct ehc_error *error);

/* The id nearest to a mistyped one, or NULL where none is near. */
const char *ehc_nearest_event(const struct ehc_law *law, const char *id);
const char *ehc_nearest_limit(const struct ehc_law *law, const char *id);
const char *ehc_nearest_route(const struct ehc_law *law, const char *id);

/* Names of enumerators as in the data files: "weeks", "after", "statute", "next-working-day", "health". */
const char *ehc_unit_name(enum ehc_unit unit);
const char *ehc_count_name(enum ehc_count count);
const char *ehc_roll_kind_name(enum ehc_roll_kind kind);
const char *ehc_basis_name(enum ehc_basis basis);
const char *ehc_advice_from_name(enum ehc_advice_from from);

/* The hour at which the last day of a limit ends: "5pm"; NULL where it is midnight. */
const char *ehc_last_hour(const struct ehc_law *law, const struct ehc_limit *limit);

/* "must" where the step is a legal duty (statute, case law), "should" where it is guidance or practice. */
bool ehc_is_duty(enum ehc_basis basis);

EHC_EXTERN_END

#endif
