/* judgement.h - a case judged at a day: everything that a screen, a page, a calendar or a letter says about it.
 *
 * ehc_judge() takes law, case and day and returns a finished judgement: each deadline with its status and exceptions, the
 * late steps, the missing facts, the next step, and what the family can do. A view only goes through the lists and works
 * nothing out, so that two views of one case cannot differ. ehc_judge() allocates one block; nothing else here allocates.
 */
#ifndef EHC_JUDGEMENT_H
#define EHC_JUDGEMENT_H

#include <ehc/timeline.h>

EHC_EXTERN_BEGIN

/* Whether the facts fit an exception. A missing fact never makes the answer "no". */
enum ehc_answer { EHC_ANSWER_NO, EHC_ANSWER_YES, EHC_ANSWER_CANNOT_SAY };

/* The decisive reason for the answer. */
enum ehc_fit {
    EHC_FITS, /* yes */
    /* No: */
    EHC_NOT_ON_LIST,       /* the limit's provision has no such exception */
    EHC_REASON_NOT_LISTED, /* the reason given is on no list; `claim` says why */
    EHC_OTHER_BODY,        /* the appointment was with another body than the one that was asked */
    EHC_OUTSIDE_PERIOD,    /* no day of it falls inside the period of the limit */
    EHC_TOO_SHORT,         /* `days` in a row, or inside the period; the law asks for `needed` */
    EHC_ASKED_OUTSIDE,     /* asked on `asked`, outside `window` */
    EHC_ASKED_TOO_LATE,    /* asked on `asked`, inside `window`, after the closed days that fall inside the period */
    /* Cannot say: */
    EHC_NO_FACTS,        /* it is on the list; the case gives nothing of this kind */
    EHC_ASKED_NOT_GIVEN, /* the day on which the setting was asked for advice is not given; the law asks for a day in
                            `window` */
    EHC_BODY_NOT_GIVEN,  /* the body of the appointment is not given, or may be this body under another name */
    EHC_NOT_BY_DATES,    /* it overlaps the period by `days` days; dates cannot show whether it is such an exception */
};

/* One exception of a limit, or one that is claimed, and whether the facts fit. */
struct ehc_exception {
    enum ehc_exception_kind kind;
    const struct ehc_exception_type *type; /* what the law says about the kind */
    enum ehc_answer answer;
    enum ehc_fit fit;     /* why */
    bool given;           /* the case has such a fact, with `span` and `name` */
    bool is_unclaimed;    /* nobody has given it as a reason */
    bool is_answered;     /* views answer it: it is given, and the step was not done in time; if the provision has no such
                             exception, only once the step is past */
    struct ehc_span span; /* first and last day closed, away, ...; closures that touch are joined */
    const char *name;     /* NULL if it has none */
    const char *body;     /* the body of the missed appointment; NULL */
    const struct ehc_claim *claim;
    ehc_day asked;          /* the request for advice that was tested; EHC_NO_DAY */
    struct ehc_span window; /* days in which the request had to be made */
    int days, needed;
    struct ehc_span lost; /* if it fits or may fit, the days lost; `first` is after `last` if the law gives none */
};

/* What a last day that others give turns out to be. */
enum ehc_said_is {
    EHC_SAID_RIGHT,       /* the last day of the law */
    EHC_SAID_READING,     /* the last day on another reading of the law */
    EHC_SAID_ESTIMATE,    /* the estimate with an exception that fits, or may fit */
    EHC_SAID_MISCOUNT,    /* a wrong way of counting gives it */
    EHC_SAID_UNEXPLAINED, /* no known way of counting gives it */
    EHC_SAID_CANNOT_TELL, /* the last day of the law is not known */
};

enum { EHC_MISCOUNTS_MAX = 4 }; /* wrong ways of counting that are kept for one date */

/* A wrong way of counting that gives the date. */
struct ehc_miscounted {
    const struct ehc_miscount *way;
    ehc_day from; /* the day that it counts from */
    int event;    /* the event of that day; EHC_NONE: not known */
};

/* A last day that others give, compared with the law. */
struct ehc_said {
    const struct ehc_they_say *fact;
    enum ehc_said_is is;
    bool is_wrong;                                 /* a miscount, or not explained */
    int reading;                                   /* index in the law; EHC_NONE: the other reading of a roll */
    struct ehc_miscounted ways[EHC_MISCOUNTS_MAX]; /* in the order of the law */
    size_t way_count;
    ehc_day right_from;  /* the day of the trigger from which their date would be right; EHC_NO_DAY */
    bool lacks_closures; /* counting without school holidays was not tried: the case gives no closure */
};

/* What one event began in a route: a request and what follows it, a review meeting and what follows it. The own dates are a
 * group without a route. */
struct ehc_group {
    int route;  /* EHC_NONE: the own dates */
    int event;  /* the event that began it: "request-received"; EHC_NONE: nothing with a name */
    int source; /* the event that its day was taken from: the decision that a right of appeal is about; else `event`; without
                   a name, the event that its first deadline runs from */
    ehc_day day;    /* the day on which it began; without a name, the first day that something in it runs from; EHC_NO_DAY */
    bool is_latest; /* the latest of its route */
    bool is_over;   /* a later one of its route has begun */
    bool is_quiet;  /* nothing in it is late, disputed or open, and it is over or everything that has begun is done */
    size_t count;   /* deadlines in it */
};

/* One deadline, judged. A duty is a step of somebody other than the family whose basis is law (ehc_is_duty()). */
struct ehc_judged {
    const struct ehc_deadline *deadline;
    size_t group;     /* index of its group in the judgement */
    ehc_day last;     /* the last day to show: for the family's own steps the earliest, which is safe on every reading, else
                         `due`; EHC_NO_DAY if there is no date */
    const char *hour; /* when that day ends: "5pm"; NULL: at midnight */
    bool started;     /* its trigger has happened; a limit with a fixed date, or that ends before its trigger, has started as
                         soon as the year or the day is given */
    bool done;        /* its act is given and is not after the day of the judgement */
    bool open;        /* not done yet: due, overdue, or disputed */
    bool waits; /* its trigger has not happened; or it is past, and owed only if something is so that the case does not show
                 */
    bool past; /* not a step of the family, and done after the last day on every reading, or not done and that day is past */
    bool late; /* the same, for a duty */
    bool disputed;       /* a duty that is late on one reading of the law and in time on another */
    bool said_already;   /* one of two deadlines that say the same, and not to be shown: the other branch (to assess, or to
                            refuse) has the same last day and is as open, or an earlier limit asks for the same act by the same
                            day */
    bool late_now;       /* late and not done, or done too early and still so; and not `said_already` */
    const char *only_if; /* what it is owed only if, as long as the case does not show it: "the council decides ..."; NULL */
    const struct ehc_exception *exceptions; /* first each fact of the case that could be one, then each kind on the limit's
                                               list for which the case has no fact; none without a date */
    size_t exception_count;
    const struct ehc_said *said; /* the last days that others give for it */
    size_t said_count;
    const struct ehc_relaxation *relaxation; /* the temporary law that its period overlaps; it moves no date; NULL */
    const struct ehc_judged
        *also; /* another limit that asks for the same act by the same day, and is `said_already`; NULL */
    const struct ehc_judged
        *misses; /* a limit with a fixed date for the same act that is before the last day of this one; NULL */
    const struct ehc_judged *answered_by; /* the other branch of the step, if that was done; NULL */
    const struct ehc_judged *holds_up; /* for advice that has not come: the last open duty of the same route, which waits for
                                          it; NULL if it has come, was not asked for, or nothing waits for it */
    ehc_day asked;                     /* the day on which the advice was asked for; EHC_NO_DAY if it is not about advice */
    const char *if_late; /* what the family can do about it; NULL unless overdue or done too early and still so, or if it is
                            `said_already` or an earlier step has the same words */
};

/* An event of the case and the day on which it happened. */
struct ehc_happened {
    int event;
    ehc_day day;
};

/* Why a fact is listed as ignored. */
enum ehc_ignored_because {
    EHC_GIVEN_TWICE,     /* it is given twice with the same day */
    EHC_OPENS_NOTHING,   /* what began on `other` is still open */
    EHC_ANSWERS_NOTHING, /* it is before everything that it could answer */
    EHC_FAR_AHEAD,       /* it counts, but is more than a year after the day of the judgement */
    EHC_SAID_OF_NOTHING, /* a last day that others give, for a step or a round that the case does not have */
};

struct ehc_ignored {
    int event; /* EHC_NONE for `said` */
    ehc_day day;
    enum ehc_ignored_because because;
    ehc_day other; /* the day on which the open round began, or the first that it could answer; EHC_NO_DAY */
    int begins;    /* the event that began it, for EHC_ANSWERS_NOTHING; EHC_NONE */
    const struct ehc_they_say *said; /* the last day that others give; NULL */
};

/* A missing fact, without which something cannot be judged. */
struct ehc_missing {
    const struct ehc_judged
        *judged;                   /* a deadline that cannot be judged: see its `because`; NULL: the other members are set */
    const struct ehc_limit *limit; /* a limit whose act is given ... */
    const struct ehc_advice *advice; /* ... for this request for advice, or NULL, ... */
    int event;                       /* ... but not the day that it runs from: this event is missing; EHC_NONE */
};

/* A step open to the family. */
struct ehc_option {
    const struct ehc_limit *limit;
    const struct ehc_judged *judged; /* its deadline; NULL if it runs from a delay */
    const struct ehc_judged *late;   /* if it runs from a delay, the step that was late or too early; else NULL */
    const char *words;               /* what to do: the limit's title, or its words for after a delay */
    ehc_day last;                    /* the last day that is safe on every reading */
    ehc_day from_delay;              /* its first late day, or the day on which it was done too early; else EHC_NO_DAY */
    const char *hour;                /* when the last day ends: "5pm"; NULL: at midnight */
};

/* Whether the case as a whole is in time, as the law asks. An own date never makes it late. */
enum ehc_result {
    EHC_IN_TIME,        /* everything that was due by now was done in time */
    EHC_IN_DISPUTE,     /* no step is late on every reading, and some step is disputed */
    EHC_SOMETHING_LATE, /* some step is late */
    EHC_CANNOT_SAY,     /* no step is known to be late, and a fact is missing or nothing has begun */
    EHC_RESULTS,        /* how many there are */
};

/* A judgement. It borrows law and case, which must not change while it is used; it owns everything else. */
struct ehc_judgement {
    const struct ehc_law *law;
    const struct ehc_case *facts;
    ehc_day as_at;
    enum ehc_result result;
    const struct ehc_judged *deadlines; /* in the order of ehc_timeline() */
    size_t count;
    const struct ehc_judged *next;    /* the first step to come, by its last day, of somebody other than the family; NULL */
    const struct ehc_option *options; /* what the family can still do, by last day: its own steps that are due, and, if a
                                         step of another was late, those that run from the delay. They start on the first
                                         late day, the earliest on which anybody could know of the delay */
    size_t option_count;
    const struct ehc_group *groups; /* by day */
    size_t group_count;
    bool has_history;                  /* a route has more than one group: things happened more than once */
    const struct ehc_ignored *ignored; /* facts that change nothing, or look wrong */
    size_t ignored_count;
    const struct ehc_happened *events; /* the events that the case gives, by day */
    size_t event_count;
    const struct ehc_missing *missing; /* first the facts without which something cannot be said, then those that are only
                                          asked for (EHC_NOT_SAID); days of the family's own steps are never asked for */
    size_t missing_count;
    bool lacks_facts; /* something cannot be said */
    /* Indexes in the law of the other readings that give some deadline another day than `due`, each once. */
    const int *readings;
    size_t reading_count;
    int route; /* the only route with a deadline whose trigger is given; EHC_NONE if there is none, or more than one */
};

/* Judges a case at a day. `limits` has an entry for each limit of the law, in its order: whether to look at it; NULL: look
 * at all limits, and at the own dates too. The caller frees the judgement with ehc_judgement_free(). NULL if memory ran out.
 */
struct ehc_judgement *ehc_judge(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at, const bool *limits);

/* Does the same for one limit, whether or not the timeline has it; `advice` as in ehc_deadline_of(). */
struct ehc_judgement *ehc_judge_limit(const struct ehc_law *law, const struct ehc_case *facts,
                                      const struct ehc_advice *advice, ehc_day as_at, int limit);

void ehc_judgement_free(struct ehc_judgement *judgement); /* NULL: does nothing */

EHC_EXTERN_END

#endif
