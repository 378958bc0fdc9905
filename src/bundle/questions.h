/* questions.h - the questions of `ehc ask`, as data: DIRECTORY/questions.ini of a bundle. ehc-limits(5) describes it. */
#ifndef EHC_BUNDLE_QUESTIONS_H
#define EHC_BUNDLE_QUESTIONS_H

#include <ehc/law.h>

/* What an answer gives. */
enum question_fact {
    FACT_EVENT,
    FACT_AUTHORITY,
    FACT_REFERENCE,
    FACT_CLOSED,
    FACT_AWAY,
    FACT_CLOSED_CLAIMED, /* whether the council gives that closure as a reason for a delay; a question with that of it */
    FACT_AWAY_CLAIMED,
    FACT_SETTING,
    FACT_CHOICE, /* nothing of its own: what is asked next hangs on it, or which event another answer gives */
    FACT_ADVICE, /* who was asked for advice; the three that follow belong to it */
    FACT_ADVICE_ASKED,
    FACT_ADVICE_REACHED,
    FACT_ADVICE_CAME,
    FACT_CONSULTATION, /* the school that was consulted; the two that follow belong to it */
    FACT_CONSULTED,
    FACT_CONSULTATION_ANSWERED,
    FACT_THEY_SAY, /* a last day that the council or another gives for a limit */
    FACT_KINDS
};

enum { CHOICES_MOST = 8 };

/* One of the answers that a question offers. */
struct question_choice {
    const char *value; /* "plan-kept: It is kept as it is": what it gives, and its words; NULL where there is none */
    const char *tell;  /* what is said when it was taken; NULL */
};

struct question {
    const char *id;
    enum question_fact fact;
    unsigned topics;     /* bits 1 << index of the topic */
    const char *event;   /* NULL where the fact is none */
    const char *limit;   /* of which others give a last day; NULL where that is not the fact */
    const char *after;   /* events, or QUESTION:CHOICE, one of which has to be given; separated by commas; "" for none */
    const char *unless;  /* any of these makes it needless ... */
    const char *despite; /* ... but not where one of these is given */
    const char *with;    /* the question above to whose answer this one belongs: it is asked for each of them; NULL */
    const char *again;   /* the words by which it is asked again after each answer and those with it; NULL: asked once */
    bool once;           /* with `with`: for the first answer only */
    const char *kind_of; /* a choice that is an event takes the place of the event of this question; NULL */
    const char *from;    /* of a day of advice that stands alone: who was asked; NULL */
    const char *ask;
    const char *example;
    const char *why;
    struct question_choice choice[CHOICES_MOST];
};

struct topic {
    const char *id, *title;
};

enum { QUESTIONS_MOST = 128, TOPICS_MOST = 24 };

/* The questions of a bundle, and the topics that a person chooses from before; none of either where it has none. */
struct questions {
    const struct topic *topics;
    size_t topic_count;
    const struct question *list;
    size_t count;
};

/* The name of a fact in questions.ini: "advice-received". */
const char *question_fact_name(enum question_fact fact);

/* Whether an answer adds to what the question gave that it goes with: a day of advice, whether a closure is claimed. */
bool question_is_part(const struct question *question);

/* How many choices a question offers; 0 where any answer can be typed. */
size_t question_choices(const struct question *question);

/* What a choice gives: its value up to the colon. Gives `value`. */
enum { CHOICE_ROOM = 64 };
const char *choice_value(const struct question_choice *choice, char value[CHOICE_ROOM]);

/* Its words: what stands behind the colon. */
const char *choice_words(const struct question_choice *choice);

/* A file of questions that was read. The text of its questions lives as long as it does. */
struct questions_file;

/* Reads it and checks the events that it names against the law. Each fault is reported with its line. NULL where there was
 * one; else to be freed with questions_free(). `questions` then borrows from it. */
struct questions_file *questions_read(const char *file, const struct ehc_law *law, struct questions *questions,
                                      ehc_report *report, void *context);
void questions_free(struct questions_file *file);

#endif
