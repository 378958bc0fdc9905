/* questions.h - the questions of `ehc ask`, as data: DIRECTORY/questions.ini of a bundle. */
#ifndef EHC_BUNDLE_QUESTIONS_H
#define EHC_BUNDLE_QUESTIONS_H

#include <ehc/law.h>

/* What an answer gives. */
enum question_fact {
    FACT_EVENT,
    FACT_AUTHORITY,
    FACT_REFERENCE,
    FACT_CLOSED,
    FACT_CLOSED_CLAIMED, /* whether the council gives that closure as a reason for a delay; asked where one is given */
    FACT_AWAY,
    FACT_AWAY_CLAIMED,
    FACT_KINDS,
};

struct question {
    const char *id;
    enum question_fact fact;
    unsigned topics;   /* bits 1 << index of the topic */
    const char *event; /* NULL where the fact is none */
    const char *after; /* ids of events, separated by commas; "" where there are none */
    const char *unless;
    const char *ask;
    const char *example;
    const char *why;
};

struct topic {
    const char *id, *title;
};

enum { QUESTIONS_MOST = 64, TOPICS_MOST = 16 };

/* The questions of a bundle, and the topics that a person chooses from before; none of either where it has none. */
struct questions {
    const struct topic *topics;
    size_t topic_count;
    const struct question *list;
    size_t count;
};

/* A file of questions that was read. The text of its questions lives as long as it does. */
struct questions_file;

/* Reads it and checks the events that it names against the law. Each fault is reported with its line. NULL where there was
 * one; else to be freed with questions_free(). `questions` then borrows from it. */
struct questions_file *questions_read(const char *file, const struct ehc_law *law, struct questions *questions,
                                      ehc_report *report, void *context);
void questions_free(struct questions_file *file);

#endif
