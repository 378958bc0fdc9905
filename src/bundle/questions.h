/* questions.h - the questions of `ehc ask`, as data: DIRECTORY/questions.ini of a bundle. ehc-limits(5) describes it. */
#ifndef EHC_BUNDLE_QUESTIONS_H
#define EHC_BUNDLE_QUESTIONS_H

#include <ehc/law.h>

/* The fact that an answer gives. */
enum question_fact {
    FACT_EVENT,
    FACT_AUTHORITY,
    FACT_REFERENCE,
    FACT_CLOSED,
    FACT_AWAY,
    FACT_CLOSED_CLAIMED, /* whether the council gives the closure as a reason for a delay; belongs to a question with
                            FACT_CLOSED */
    FACT_AWAY_CLAIMED,
    FACT_SETTING,
    FACT_CHOICE, /* no fact itself: it decides what is asked next, or which event another answer gives */
    FACT_ADVICE, /* who was asked for advice; the next three belong to it */
    FACT_ADVICE_ASKED,
    FACT_ADVICE_REACHED,
    FACT_ADVICE_CAME,
    FACT_CONSULTATION, /* the school that was consulted; the next two belong to it */
    FACT_CONSULTED,
    FACT_CONSULTATION_ANSWERED,
    FACT_THEY_SAY, /* a last day that the council or another gives for a limit */
    FACT_KINDS
};

enum { CHOICES_MOST = 8 };

/* An answer that a question offers. */
struct question_choice {
    const char *value; /* value and words, as in "plan-kept: It is kept as it is"; NULL if there is no such choice */
    const char *tell;  /* what to tell the person who takes it, or NULL */
};

struct question {
    const char *id;
    enum question_fact fact;
    unsigned topics;     /* bits 1 << index of the topic */
    const char *event;   /* NULL if the fact is not an event */
    const char *limit;   /* the limit of a last day that others give; NULL for other facts */
    const char *after;   /* events or QUESTION:CHOICE, separated by commas: one of them must be given; "" for none */
    const char *unless;  /* do not ask if one of these is given ... */
    const char *despite; /* ... unless one of these is given too */
    const char *with;    /* the question above that this one belongs to: it is asked for each answer to that; or NULL */
    const char *again;   /* the words for the next round; NULL: asked only once */
    bool once;           /* with `with`: ask only in the first round */
    const char *kind_of; /* a choice that is an event replaces the event of this question; or NULL */
    const char *from;    /* for a day of advice without `with`: who was asked; or NULL */
    const char *ask;
    const char *example;
    const char *why;
    struct question_choice choice[CHOICES_MOST];
};

struct topic {
    const char *id, *title;
};

enum { QUESTIONS_MOST = 128, TOPICS_MOST = 24 };

/* The questions of a bundle, and the topics that a person chooses from first. Both may be empty. */
struct questions {
    const struct topic *topics;
    size_t topic_count;
    const struct question *list;
    size_t count;
};

/* The name of a fact in questions.ini: "advice-received". */
const char *question_fact_name(enum question_fact fact);

/* Whether an answer adds to the fact of the question of its `with`, such as a day of advice. */
bool question_is_part(const struct question *question);

/* The number of choices of a question; 0 if any answer can be typed. */
size_t question_choices(const struct question *question);

/* The value of a choice: the part before the colon. Gives `value`. */
enum { CHOICE_ROOM = 64 };
const char *choice_value(const struct question_choice *choice, char value[CHOICE_ROOM]);

/* The words of a choice: the part after the colon. */
const char *choice_words(const struct question_choice *choice);

/* A file of questions that was read. It owns the text of its questions. */
struct questions_file;

/* Reads a file of questions, and checks the events that it names against the law. Reports each fault with its line. Free
 * the result with questions_free(); `questions` borrows from it. NULL if there was a fault. */
struct questions_file *questions_read(const char *file, const struct ehc_law *law, struct questions *questions,
                                      ehc_report *report, void *context);
void questions_free(struct questions_file *file);

#endif
