/* questions.h - the questions of `ehc ask`, made from data/england/questions.ini. */
#ifndef EHC_CLI_QUESTIONS_H
#define EHC_CLI_QUESTIONS_H

#include <stddef.h>

enum question_fact { FACT_EVENT, FACT_AUTHORITY, FACT_REFERENCE, FACT_CLOSED, FACT_AWAY, FACT_KINDS };

struct question {
    const char *id;
    enum question_fact fact;
    unsigned topics;   /* bits 1 << index of the topic */
    const char *event; /* NULL where the fact is none */
    const char *after; /* ids of events, parted by commas; "" where there are none */
    const char *unless;
    const char *ask;
    const char *example;
    const char *why;
};

struct topic {
    const char *id, *title;
};

enum { QUESTIONS_MOST = 64, TOPICS_MOST = 16 };

extern const struct question questions_england[];
extern const size_t questions_england_count;
extern const struct topic topics_england[];
extern const size_t topics_england_count;

#endif
