/* law.h - the law as data: time limits, events, who acts, exceptions, bank holidays.
 *
 * The files of data/england/ are turned into constant tables when the project is built (`ehc_law_england`);
 * ehc_law_read() reads another set at run time with the same code. ehc-limits(5) describes the files. The structs are
 * plain data: text is UTF-8, is never NULL unless the comment says so, and lives as long as its law. An `int` that stands
 * for an event, a limit and so on is the index in the law's table. A law never changes once it is read, so threads can
 * share one.
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
    EHC_DERIVED_MAX = 8,  /* events a law can have whose day is taken from other events */
};

enum ehc_unit { EHC_DAYS, EHC_WEEKS, EHC_MONTHS, EHC_WORKING_DAYS, EHC_SCHOOL_DAYS, EHC_FIXED_DATE };

/* How a period is counted (Dodds v Walker [1981] UKHL for the first). */
enum ehc_count {
    EHC_AFTER,           /* "within N of X": the day of X is not counted */
    EHC_BEGINNING,       /* "beginning with the day of X": it is counted */
    EHC_AT_LEAST_BEFORE, /* "at least N before X": N whole units between */
    EHC_BEFORE,          /* "before 15 February" */
};

/* Working days that differ from the law's own: those of information requests leave out more bank holidays. */
struct ehc_day_kind {
    const char *id;    /* "united-kingdom" */
    const char *title; /* the days left out: "bank holidays of any part of the United Kingdom" */
    const char *source, *url;
    ehc_day checked;              /* the day on which somebody last compared its days with their source */
    struct ehc_holidays holidays; /* with the bank holidays of the law */
};

/* How the last day of a limit moves. */
enum ehc_roll_kind {
    EHC_TO_NEXT_WORKING_DAY, /* to the next working day; from a day in a break, to the first working day after the break */
    EHC_BREAKS_NOT_COUNTED,  /* the days of the breaks are not counted, as if they were not working days */
};

/* A rule by which the last day of a limit moves. Words may hold {date} and {break}; NULL if there are none. */
struct ehc_roll {
    const char *id; /* "tribunal-appeal" */
    enum ehc_roll_kind kind;
    const struct ehc_break *const *breaks;
    size_t break_count;
    const char *hour;            /* when the last day ends: "5pm"; NULL: at its end */
    const char *ends;            /* the same with its rule: "to 5pm (rule 12(1))"; NULL */
    const char *not_working_day; /* why it moved to the next working day; never NULL */
    const char *in_break;        /* why it moved past a break; never NULL if there are breaks */
    const char *also;            /* the other reading, if the next working day is in a break; completes "DATE, with ..." */
    const char *left_out;        /* the breaks that are not counted, with their rule */
};

enum ehc_basis {
    EHC_STATUTE,
    EHC_CASE_LAW,
    EHC_CODE,
    EHC_GUIDANCE,
    EHC_OMBUDSMAN,
    EHC_PRACTICE,
    EHC_OWN, /* an own date (case.h): no law has it */
};

/* The bodies that a council asks for advice. */
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

/* An event that counts as another: as the act of a limit, or as an event whose day is taken from it. */
struct ehc_source {
    int event;
    int after; /* it counts only after this event, with no event of the list in between; EHC_NONE: always */
};

struct ehc_sources {
    const struct ehc_source *list;
    size_t count;
};

/* Whether a list holds an index; whether an event is one of the sources. */
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

/* How the day of an event that the case does not give is taken from other events. */
enum ehc_taken {
    EHC_TAKEN_LATEST, /* its day is the latest of their days */
    EHC_TAKEN_EACH,  /* each of their days is a day of it; a day that the case gives replaces the latest of them on or before
                        it */
    EHC_TAKEN_FIRST, /* the same, but only the first day, and the first after each `taken_until` */
};

/* The setting that the child attends. */
enum ehc_setting { EHC_SETTING_NOT_GIVEN, EHC_SCHOOL, EHC_EARLY_YEARS, EHC_POST_16 };

struct ehc_event {
    const char *id;
    const char *title;    /* a label: "Request received by the council" */
    const char *when;     /* a clause: "the council receives the request" */
    const char *done;     /* the same, past: "the council received the request" */
    const char *round;    /* what its day is called if there are several: "meeting of"; NULL: it names no round */
    const char *not_this; /* words that people use for it by mistake, separated by commas: "panel"; NULL */
    const char
        *not_this_why; /* a clause: what the event is, and that those words are something else; NULL if there are none */
    const char
        *several_in; /* the section to use for several of them: "[advice NAME]"; NULL: the event can have several days */
    bool is_year;    /* given as a year, or any day in it */
    bool is_term;    /* somebody set this day; nothing happens on it, so it is never planned */
    bool if_closed;  /* another day opens a round only once the round before it is closed */
    struct ehc_indexes closed_by;   /* the events that close its round */
    int opened_after;               /* another day also opens a round if this event came since the day before; EHC_NONE */
    struct ehc_indexes undone_by;   /* the events that take it back: after them it counts as having closed nothing */
    struct ehc_indexes overtakes;   /* the decisions that it replaces: nobody can appeal against them any more */
    struct ehc_indexes settles;     /* it ends the dispute about the latest of these decisions */
    int ends;                       /* it ends the dispute that this event began, and is about the same decision; EHC_NONE */
    int within;                     /* it belongs to the dispute that this event began, and does not end it; EHC_NONE */
    struct ehc_indexes not_before;  /* events it cannot come before */
    struct ehc_indexes reverses;    /* after one of these events it answers no step, but ends the duty from its day on */
    struct ehc_indexes again_after; /* the events that it can follow once more, although an earlier round is over */
    struct ehc_indexes not_after;   /* events it cannot come after, unless something has begun again since */
    struct ehc_sources taken_from;  /* the events that its day is taken from if the case does not give it */
    enum ehc_taken taken;
    int taken_until;           /* with EHC_TAKEN_FIRST; EHC_NONE */
    int projected_from;        /* the event whose day is assumed for it while it is not known; EHC_NONE */
    bool never_projected;      /* no other day is assumed for it */
    struct ehc_indexes limits; /* the limits that have it as their act, or as a source of their act */
};

/* Another fair reading of a limit: it shifts the day, or counts from another trigger. */
struct ehc_reading {
    const char *id;
    const char *title; /* completes "DATE, with ..." */
    const char *why;
    const char *source;
    const char *url; /* NULL if there is none */
    int shift;       /* days from the limit's own day */
    bool lenient;    /* at-least-before counted as "Y - N" */
    int trigger;     /* the event that it runs from instead; EHC_NONE */
    int amount;
    enum ehc_unit unit;
    enum ehc_count count;
    bool only_if_earlier;
    bool only_before; /* only from a day of its trigger that is not after the day of the round */
};

struct ehc_relaxation {
    const char *id;
    ehc_day from, until;
    const char *provision;
    const char *url;
    const char *why;
};

/* A body that a council asks for advice, by enum ehc_advice_from. */
struct ehc_adviser {
    const char *who;   /* its name in a letter: "educational psychologist" */
    const char *words; /* other words that people write for it, separated by commas: "ep, ed psych"; NULL */
};

/* Who acts. */
struct ehc_role {
    const char *id;
    const char *who; /* its name in a step, if the limit gives no words of its own: "council" */
    bool is_family;  /* its steps are the family's own */
};

/* Whether later limits may count from the due date of a limit while its act is not known. */
enum ehc_projects { EHC_PROJECTS_NEVER, EHC_PROJECTS, EHC_PROJECTS_ONCE_STARTED };

/* How a limit is used in a plan that works back from the day by which something has to be done. */
enum ehc_works_back {
    EHC_WORKS_BACK_NEVER,
    EHC_WORKS_BACK,       /* a chain can end with it or go through it; its time is a maximum and can be shorter */
    EHC_WORKS_BACK_WHOLE, /* the same, but nobody should plan with less than its whole time */
    EHC_WORKS_BACK_END,   /* a chain can end with it, and never goes through it */
};

/* The days that a wrong way of counting leaves out. */
enum ehc_left_out {
    EHC_LEAVES_NONE_OUT,
    EHC_LEAVES_CLOSURES_OUT,     /* each day on which the school is closed */
    EHC_LEAVES_CLOSED_WEEKS_OUT, /* each week, Monday to Sunday, without a school day */
    EHC_LEAVES_BREAKS_OUT,       /* each day of the breaks of its roll */
};

/* A common wrong way of counting. It is tried on a date that others give for the last day of a limit. A member that is not
 * set counts as the law does. */
struct ehc_miscount {
    const char *id;
    const char *title;  /* a label: "months taken as 30 days each" */
    const char *sum;    /* a clause that says how their date is counted, with {date}, {amount}, {from}, {days} ... */
    const char *answer; /* a clause that says how the law counts, with {law-amount}, {trigger}, {start}, {provision} */
    struct ehc_indexes limits; /* the limits that it is tried on; empty: each limit that fits the next three members */
    unsigned of_units;         /* bits 1 << enum ehc_unit; 0: any */
    int of_count;              /* enum ehc_count; EHC_NONE: any */
    bool of_fixed;             /* only for limits whose last day never moves */
    struct ehc_indexes from;   /* it counts from the day of one of these events */
    int later_most;      /* it counts from a day that the case does not give, at most so many days after the trigger; 0 */
    int amount;          /* it counts this amount; 0 */
    int each;            /* it counts this amount for each unit of the law's amount; 0 */
    int unit;            /* enum ehc_unit, of `amount` and `each`; EHC_NONE */
    int count;           /* enum ehc_count; EHC_NONE */
    int roll;            /* how its last day moves; EHC_NONE */
    bool to_working_day; /* its last day moves to the next working day */
    enum ehc_left_out left_out;
};

struct ehc_limit {
    const char *id;
    const char *title;       /* completes "The council must ...", with a capital */
    const char *short_title; /* "final plan" */
    const char *who;         /* "council"; only to be shown: code looks at `roles` */
    const char *provision;
    const char *url;
    ehc_day checked;           /* the day on which somebody last compared it with its source */
    const char *note;          /* NULL if there is none */
    const char *if_late;       /* what the family can do when it is late */
    const char *after_late;    /* words for a step of the family that runs from the first late day of another's step; NULL */
    const char *exceptions_in; /* the provision to which a list's letter is added; NULL */
    int route;
    int trigger, act;            /* events: the first of `triggers`, the first of `acts` */
    struct ehc_indexes triggers; /* each day of one of these events opens a round (but see `if_closed` of the event) */
    bool together;               /* one day of each of them is one round, which runs from the first of `triggers` */
    struct ehc_sources acts;     /* the first day of any of these events answers a round */
    int amount;                  /* for EHC_FIXED_DATE the day of the month */
    int month;                   /* for EHC_FIXED_DATE, else 0 */
    enum ehc_unit unit;
    enum ehc_count count;
    int roll;     /* how its last day moves; EHC_NONE: it never moves */
    int day_kind; /* the kind of working days that it counts; EHC_NONE: the law's own */
    enum ehc_basis basis;
    ehc_day from, until; /* the first and last day in force; `until` is EHC_NO_DAY while it is in force */
    int exceptions;      /* list; EHC_NONE */
    int relaxed_by;      /* relaxation; EHC_NONE */
    int instead_of;      /* the limit whose other branch this is; EHC_NONE */
    enum ehc_projects projects;
    const char *only_if;         /* a clause: the step is owed only if this is so, which the trigger does not show; NULL */
    struct ehc_indexes known_by; /* with `only_if`: events that show that it is so */
    struct ehc_indexes
        who_known_by;     /* for advice without a section of its own: events that show who was asked; empty: anyone */
    bool is_asked_for;    /* not late if the case does not say whether it was done: ehc asks for the day */
    bool after_trigger;   /* an act on the day of the trigger does not count: it belongs to the round before */
    unsigned roles;       /* who acts: bits 1 << index of a role */
    bool for_family;      /* the step is the family's own */
    int after_late_of;    /* with `after_late`: the role whose late step starts it; EHC_NONE */
    unsigned advice_from; /* bits 1 << enum ehc_advice_from: applies to each such request for advice; 0 */
    struct ehc_indexes readings;
    struct ehc_indexes later_of; /* limits that go together with this one: the later last day governs */
    bool later_of_earlier;       /* only those of them that had begun by its own trigger */
    struct ehc_indexes
        implied_by; /* events that come after its act: they show that it was done, although its day may not be given */
    struct ehc_indexes needs;         /* the case must give one of these events; empty: none is needed */
    enum ehc_setting needs_setting;   /* or the case must have this setting; not given: none is needed */
    struct ehc_indexes not_needed_if; /* the duty was met another way */
    struct ehc_indexes superseded_by; /* events that end the duty: a step that was late on their day stays late */
    bool outlasts_next;               /* its time goes on when the next round opens, which is about another matter */
    bool of_decision; /* a round is about the decision of its trigger: it lasts until that decision is replaced or settled */
    int or_on;        /* its last day is not before the day of this event; EHC_NONE */
    const char *or_on_later, *or_on_earlier; /* words for that day being later, or earlier, than the day counted, with {date}
                                                and, for the day counted, {last}; NULL */
    bool or_on_needed;                       /* without that day no date can be worked out */
    int or_limit;          /* nor before the last day of this limit, if that is about the same decision; EHC_NONE */
    int with, with_amount; /* if this event has the same day as the trigger, the amount is `with_amount`; EHC_NONE, 0 */
    bool is_minimum;       /* nothing is owed: an act on or before the last day is too early */
    int pending;           /* with `is_minimum`: no date can be worked out from this event on ... */
    struct ehc_indexes pending_until; /* ... until one of these events */
    enum ehc_works_back works_back;
    struct ehc_indexes kept_free_before; /* its time is a minimum that must be over before these events */
    struct ehc_indexes under; /* for advice: it applies to requests made in a round that one of these events began */
};

/* A duty for which the law names no number of days. It gives what the law asks instead. It has no date, and is never late.
 */
struct ehc_no_number {
    const char *id;
    const char *title; /* as the title of a limit */
    const char *who;   /* words; if the files have none, the name of the first role */
    const char *provision;
    const char *url;
    ehc_day checked;        /* the day on which somebody last compared it with its source */
    const char *asks;       /* what the law asks instead of a number: "reasonable notice, with reasons" */
    const char *guidance;   /* what guidance or courts say about the time; NULL */
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
    const char *label;   /* a short name for its dates: "EHC"; if the files have none, the jurisdiction */
    const char *process; /* what a report is about: "EHC plan process"; if the files have none, the label */
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
    const struct ehc_miscount *miscounts; /* the first one that fits is named */
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
    int starts_with;             /* the event of a date that is given without one */
    const char *starts_missing;  /* the message if that event is not given */
    const char *authority_title; /* the label for the authority of a case: "Council" */
    const char *closure_advice;  /* what to know about closures, for cases in which they can excuse a delay; NULL */
    int advice_requested, advice_request_received, advice_received; /* events of each request for advice; EHC_NONE */
    int consulted, consultation_answered;                           /* events of each consultation; EHC_NONE */
    int decision; /* the event that every decision counts as that can be appealed against; EHC_NONE */
};

/* The law of England, compiled in. */
extern const struct ehc_law ehc_law_england;

/* Reads a directory of law files. Reports every fault with file and line. Returns a law, which the caller frees with
 * ehc_law_free(); NULL if there was a fault. */
struct ehc_law *ehc_law_read(const char *directory, ehc_report *report, void *context);
void ehc_law_free(struct ehc_law *law);

/* The bank holidays that the working days of a limit leave out. */
static inline const struct ehc_holidays *ehc_holidays_of(const struct ehc_law *law, const struct ehc_limit *limit) {
    return limit != NULL && limit->day_kind != EHC_NONE ? &law->day_kinds[limit->day_kind].holidays : &law->holidays;
}

/* Whether a limit was in force on a day. */
static inline bool ehc_in_force(const struct ehc_limit *limit, ehc_day day) {
    return day >= limit->from && (limit->until == EHC_NO_DAY || day <= limit->until);
}

/* The index of an event, limit, route, duty without a number or role by its id; EHC_NONE if there is none. */
int ehc_find_event(const struct ehc_law *law, const char *id);
int ehc_find_limit(const struct ehc_law *law, const char *id);
int ehc_find_route(const struct ehc_law *law, const char *id);
int ehc_find_no_number(const struct ehc_law *law, const char *id);
int ehc_find_role(const struct ehc_law *law, const char *id);

/* The enum ehc_advice_from for its name, or for other words that people write: "EP"; EHC_NONE. */
int ehc_find_adviser(const struct ehc_law *law, const char *text);

/* The event that people mean by a word that is not its name ("panel"); the word may be part of the text ("our-panel-date").
 * `error` says what the event is and what to give. EHC_NONE if the law knows no such word. */
int ehc_event_meant(const struct ehc_law *law, const char *word, struct ehc_error *error);

/* The id of an event, limit or route nearest to a mistyped one, or NULL if none is near. */
const char *ehc_nearest_event(const struct ehc_law *law, const char *id);
const char *ehc_nearest_limit(const struct ehc_law *law, const char *id);
const char *ehc_nearest_route(const struct ehc_law *law, const char *id);

/* Names of enumerators as in the data files: "weeks", "after", "statute", "next-working-day", "health". */
const char *ehc_unit_name(enum ehc_unit unit);
const char *ehc_count_name(enum ehc_count count);
const char *ehc_roll_kind_name(enum ehc_roll_kind kind);
const char *ehc_basis_name(enum ehc_basis basis);
const char *ehc_advice_from_name(enum ehc_advice_from from);

/* Reads "school", "early-years" or "post-16". False, with `error`, on other text. */
bool ehc_setting_read(const char *text, enum ehc_setting *setting, struct ehc_error *error);

/* "school", "early-years" or "post-16"; NULL if none is given. */
const char *ehc_setting_name(enum ehc_setting setting);

/* The hour at which the last day of a limit ends: "5pm"; NULL if it is midnight. */
const char *ehc_last_hour(const struct ehc_law *law, const struct ehc_limit *limit);

/* Whether a step with this basis is a legal duty ("must": statute, case law), or guidance or practice ("should"). */
bool ehc_is_duty(enum ehc_basis basis);

EHC_EXTERN_END

#endif
