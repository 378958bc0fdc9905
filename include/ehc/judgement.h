/* judgement.h - a case judged at a day: everything that a screen, a page, a calendar or a letter says of it, worked out
 * once.
 *
 * ehc_judge() takes law, case and day and gives a finished judgement: each deadline with its status and its exceptions, what
 * is late, what is missing, what comes next, and what the family can do. Whoever shows it goes through the lists and works
 * nothing out, so that two views of one case cannot differ. ehc_judge() allocates one block; nothing else here does.
 */
#ifndef EHC_JUDGEMENT_H
#define EHC_JUDGEMENT_H

#include <ehc/timeline.h>

EHC_EXTERN_BEGIN

/* Whether the facts fit an exception. What is missing never makes "no". */
enum ehc_answer { EHC_ANSWER_NO, EHC_ANSWER_YES, EHC_ANSWER_CANNOT_SAY };

/* Why: the decisive reason. */
enum ehc_fit {
    EHC_FITS, /* yes */
    /* No: */
    EHC_NOT_ON_LIST,       /* the limit's provision has no such exception */
    EHC_REASON_NOT_LISTED, /* the reason given is on no list; `claim` answers it */
    EHC_OTHER_BODY,        /* the appointment was with another body than the one that advises */
    EHC_OUTSIDE_PERIOD,    /* nothing of it falls inside the period of the limit */
    EHC_TOO_SHORT,         /* `days` in a row, or inside the period; `needed` are asked for */
    EHC_ASKED_OUTSIDE,     /* asked on `asked`, outside `window` */
    EHC_ASKED_TOO_LATE,    /* asked on `asked`, inside `window`, after the closed days that fall inside the period */
    /* Cannot say: */
    EHC_NO_FACTS,        /* it is on the list; nothing of the kind is given */
    EHC_ASKED_NOT_GIVEN, /* the day on which the setting was asked for advice is not given; it had to be in `window` */
    EHC_BODY_NOT_GIVEN,  /* with which body the appointment was is not given, or it may be another name of this one */
    EHC_NOT_BY_DATES,    /* it meets the period on `days` days; whether it is such an exception is no question of dates */
};

/* One exception of a limit, or one claimed, and whether the facts fit. */
struct ehc_exception {
    enum ehc_exception_kind kind;
    const struct ehc_exception_type *type; /* what the law says of the kind */
    enum ehc_answer answer;
    enum ehc_fit fit;     /* why */
    bool given;           /* the case has a fact of the kind; `span` and `name` are of it */
    bool is_unclaimed;    /* nobody has given it as a reason */
    bool is_answered;     /* worth an answer: given, and the step was not done in time; where the provision has no such
                             exception, only once the step is past */
    struct ehc_span span; /* closed, away, ... in all, touching closures joined; both days in it */
    const char *name;     /* NULL where it has none */
    const char *body;     /* with whom the missed appointment was; NULL */
    const struct ehc_claim *claim;
    ehc_day asked;          /* the request for advice that was tested; EHC_NO_DAY */
    struct ehc_span window; /* days in which the request had to be made */
    int days, needed;
    struct ehc_span lost; /* where it fits, or may fit: the days lost; first after last where the law gives none */
};

/* What a last day that others give is. */
enum ehc_said_is {
    EHC_SAID_RIGHT,       /* the last day of the law */
    EHC_SAID_READING,     /* that of another reading of the law */
    EHC_SAID_ESTIMATE,    /* the estimate with an exception that fits, or may fit */
    EHC_SAID_MISCOUNT,    /* what a wrong way of counting gives */
    EHC_SAID_UNEXPLAINED, /* no way of counting that is known gives it */
    EHC_SAID_CANNOT_TELL, /* the last day of the law is not known */
};

enum { EHC_MISCOUNTS_MAX = 4 }; /* ways of counting that are named for one date */

/* A wrong way of counting that gives the date. */
struct ehc_miscounted {
    const struct ehc_miscount *way;
    ehc_day from; /* what it counts from */
    int event;    /* the event of that day; EHC_NONE: not known */
};

/* A last day that others give, beside that of the law. */
struct ehc_said {
    const struct ehc_they_say *fact;
    enum ehc_said_is is;
    bool is_wrong;                                 /* a miscount, or not explained */
    int reading;                                   /* of the law; EHC_NONE: how a roll can be read */
    struct ehc_miscounted ways[EHC_MISCOUNTS_MAX]; /* in the order of the law */
    size_t way_count;
    ehc_day right_from;  /* the day of the trigger from which the law gives their date; EHC_NO_DAY */
    bool lacks_closures; /* ways that leave school holidays out were not tried: no closure is given */
};

/* What one event began in a route: a request and what follows it, a review meeting and what follows it. Dates of one's own
 * are a group, in no route. */
struct ehc_group {
    int route;      /* EHC_NONE: dates of one's own */
    int event;      /* what began it: "request-received"; EHC_NONE: nothing that has a name */
    int source;     /* what that was taken from: the decision that a right of appeal is about; else `event`; without a name,
                       what its first deadline runs from */
    ehc_day day;    /* and when: without a name, the first day that something in it runs from; EHC_NO_DAY */
    bool is_latest; /* of its route */
    bool is_over;   /* a later one of its route has begun */
    bool is_quiet;  /* nothing in it is late, disputed or open, and it is over or all that has begun is done */
    size_t count;   /* deadlines in it */
};

/* One deadline, judged. A duty is a step that law (ehc_is_duty()) asks of somebody other than the family. */
struct ehc_judged {
    const struct ehc_deadline *deadline;
    size_t group;     /* where it stands: the index of the judgement's group */
    ehc_day last;     /* the last day that people are told: for the family's own steps the earliest, which is safe on every
                         reading, else `due`; EHC_NO_DAY where there is no date */
    const char *hour; /* at which that day ends: "5pm"; NULL: midnight */
    bool started; /* its trigger has happened; a limit that ends on a fixed date, or before its trigger, runs as soon as the
                     year or the day is given */
    bool done;    /* its act is given, and happened by the day of the judgement */
    bool open;    /* not done yet: due, overdue, or between two readings */
    bool waits;   /* its trigger has not happened; or it is past, and owed only in a case that is not known to be this one */
    bool past;    /* a step of another, done after the last day on every reading, or not done and that day is past */
    bool late;    /* the same, of a duty */
    bool disputed;     /* a duty that is late on one reading of the law and in time on another */
    bool said_already; /* the other branch of the step has the same last day and is as open (to assess, or to refuse), or an
                          earlier limit asks for the same act by the same day: one of the two says enough */
    bool late_now;     /* late, not done, and not said already */
    const struct ehc_exception *exceptions; /* first each fact of the case that could be one, then each kind on the limit's
                                               list of which the case has none; none without a date */
    size_t exception_count;
    const struct ehc_said *said; /* the last days that others give for it */
    size_t said_count;
    const struct ehc_relaxation *relaxation; /* the temporary law that its period meets, which moves no date; NULL */
    const struct ehc_judged *also;   /* another limit that asks for the same act by the same day; it is said already; NULL */
    const struct ehc_judged *misses; /* a fixed date by which the same act has to be done before this one's last day; NULL */
    const struct ehc_judged *answered_by; /* the other branch of the step, where that was done; NULL */
    const struct ehc_judged *holds_up;    /* what advice that is still waited for holds up: the last open duty of the same
                                             route; NULL where it has come, was not asked for, or nothing waits for it */
    ehc_day asked;                        /* the day on which that advice was asked for; EHC_NO_DAY where it is no advice */
    const char *if_late;                  /* what the family can do about it: overdue, not said already, and no earlier
                                             step has the same words; NULL */
};

/* An event of the case and the day on which it happened. */
struct ehc_happened {
    int event;
    ehc_day day;
};

/* Why a fact changes nothing. */
enum ehc_ignored_because {
    EHC_GIVEN_TWICE,     /* it is given twice with one day */
    EHC_OPENS_NOTHING,   /* what began on `other` is still open */
    EHC_ANSWERS_NOTHING, /* it is outside everything that it could answer */
    EHC_FAR_AHEAD,       /* it is counted, and more than a year after the day of the judgement */
    EHC_SAID_OF_NOTHING, /* a last day that others give, for a step or a round that the case does not have */
};

struct ehc_ignored {
    int event; /* of `said` EHC_NONE */
    ehc_day day;
    enum ehc_ignored_because because;
    ehc_day other;                   /* when what is open began, or the first thing that it could answer; EHC_NO_DAY */
    int begins;                      /* the event that begins what it could answer; EHC_NONE */
    const struct ehc_they_say *said; /* what others say; NULL */
};

/* A fact without which something cannot be judged. */
struct ehc_missing {
    const struct ehc_judged *judged; /* it cannot be judged: see its `because`; NULL: the rest holds */
    const struct ehc_limit *limit;   /* its act is given ... */
    const struct ehc_advice *advice; /* ... of this request for advice, or NULL; */
    int event;                       /* the day it runs from is not: this event is missing; EHC_NONE */
};

/* A step open to the family. */
struct ehc_option {
    const struct ehc_limit *limit;
    const struct ehc_judged *judged; /* its deadline; NULL where it runs from a delay */
    const char *words;               /* what to do: the limit's title, or its words for after a delay */
    ehc_day last;                    /* safe on every reading */
    ehc_day from_delay;              /* where it runs from a delay: the first late day; else EHC_NO_DAY */
    const char *hour;                /* at which the last day ends: "5pm"; NULL: midnight */
};

/* A case as a whole: what the law asks for. A date of one's own never makes it late. */
enum ehc_result {
    EHC_IN_TIME,        /* what had to be done by now was done in time */
    EHC_IN_DISPUTE,     /* nothing is late on every reading, and some step is disputed */
    EHC_SOMETHING_LATE, /* some step is late */
    EHC_CANNOT_SAY,     /* nothing is late as far as is known, and a fact is missing, or nothing has begun */
    EHC_RESULTS,        /* how many there are */
};

/* A judgement. Law and case are borrowed and stay as they are while it is used; all else belongs to it. */
struct ehc_judgement {
    const struct ehc_law *law;
    const struct ehc_case *facts;
    ehc_day as_at;
    enum ehc_result result;
    const struct ehc_judged *deadlines; /* in the order of ehc_timeline() */
    size_t count;
    const struct ehc_judged *next;    /* the first step to come, by its last day, of somebody other than the family; NULL */
    const struct ehc_option *options; /* what the family can still do, by its last day: its own steps that are due, and,
                                         where another was late, those that run from the delay, beginning with the first
                                         late day as the earliest on which anybody could have known of it */
    size_t option_count;
    const struct ehc_group *groups; /* by day */
    size_t group_count;
    bool has_history;                  /* a route has more than one group: things happened more than once */
    const struct ehc_ignored *ignored; /* facts that people should know to have changed nothing */
    size_t ignored_count;
    const struct ehc_happened *events; /* what is given, by day */
    size_t event_count;
    const struct ehc_missing *missing; /* what cannot be said comes first, then what is only asked for (EHC_NOT_SAID); the
                                          days of the family's own steps are not asked for */
    size_t missing_count;
    bool lacks_facts;    /* something cannot be said */
    const int *readings; /* the other readings of the law that give a date to come or past another day than `due`, each once,
                            as indexes of the law */
    size_t reading_count;
    int route; /* that of all deadlines whose trigger is given; EHC_NONE where there is none, or more than one */
};

/* Judges a case at a day. `limits` (NULL: all) says for each limit of the law whether it is looked at; dates of one's own
 * are looked at only where it is NULL. To be freed with
 * ehc_judgement_free(); NULL where memory ran out. */
struct ehc_judgement *ehc_judge(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at, const bool *limits);

/* The same for one limit, whether or not it is part of the timeline; `advice` as in ehc_deadline_of(). */
struct ehc_judgement *ehc_judge_limit(const struct ehc_law *law, const struct ehc_case *facts,
                                      const struct ehc_advice *advice, ehc_day as_at, int limit);

void ehc_judgement_free(struct ehc_judgement *judgement); /* NULL is nothing */

EHC_EXTERN_END

#endif
