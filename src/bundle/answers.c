#include "answers.h"
#include "util/ascii.h"
#include "util/fail.h"
#include <stdlib.h>
#include <string.h>

/* "A to B" as people write it, or A..B. */
static bool read_span(const char *text, struct ehc_span *span, struct ehc_error *error) {
    char dotted[ANSWER_ROOM + 8];
    const char *to = strstr(text, " to ");
    if (to == NULL)
        return ehc_span_read(text, span, error) ||
               (strstr(text, "..") == NULL && ehc_hint(error, "write both days, as in 21 July 2026 to 31 August 2026"));
    snprintf(dotted, sizeof dotted, "%.*s..%s", (int)(to - text), text, to + strlen(" to "));
    return ehc_span_read(dotted, span, error);
}

static bool read_yes(const char *text, bool *yes, struct ehc_error *error) {
    *yes = ascii_same(text, "yes") || ascii_same(text, "y");
    if (*yes || ascii_same(text, "no") || ascii_same(text, "n"))
        return true;
    ehc_fail(error, "that is neither yes nor no");
    return ehc_hint(error, "write yes or no; Enter alone where you do not know");
}

/* What is asked about here is nobody's reason for a delay until that is said. */
static bool add_closure(struct ehc_case *facts, struct ehc_span span, struct ehc_error *error) {
    return ehc_case_add_closure(facts, (struct ehc_closure){.span = span, .is_unclaimed = true}, error);
}

static bool add_absence(struct ehc_case *facts, struct ehc_span span, struct ehc_error *error) {
    return ehc_case_add_absence(facts, (struct ehc_absence){.span = span, .is_unclaimed = true}, error);
}

static void claim(struct ehc_case *facts, enum question_fact fact, bool yes) {
    for (size_t i = 0; fact == FACT_CLOSED_CLAIMED && i < facts->closure_count; i++)
        facts->closure[i].is_unclaimed = !yes;
    for (size_t i = 0; fact == FACT_AWAY_CLAIMED && i < facts->absence_count; i++)
        facts->absence[i].is_unclaimed = !yes;
}

/* Adds what one answer says to a case. */
static bool apply(const struct answers *answers, const struct question *question, const char *text, struct ehc_case *facts,
                  struct ehc_error *error) {
    struct ehc_span span;
    bool yes;
    switch (question->fact) {
    case FACT_EVENT:
        return ehc_case_set_event(answers->law, facts, question->event, text, error);
    case FACT_AUTHORITY:
        facts->authority = text;
        return ehc_case_takes_text(text, error);
    case FACT_REFERENCE:
        facts->reference = text;
        return ehc_case_takes_text(text, error);
    case FACT_CLOSED:
        return read_span(text, &span, error) && add_closure(facts, span, error);
    case FACT_AWAY:
        return read_span(text, &span, error) && add_absence(facts, span, error);
    case FACT_CLOSED_CLAIMED:
    case FACT_AWAY_CLAIMED:
        if (!read_yes(text, &yes, error))
            return false;
        claim(facts, question->fact, yes);
        return true;
    case FACT_KINDS:
        break;
    }
    return false;
}

/* Whether one of the events of a list is in the case. */
static bool has_event(const struct answers *answers, const struct ehc_case *facts, const char *list) {
    while (*list != '\0') {
        char id[128];
        list += strspn(list, ", ");
        size_t length = strcspn(list, ", ");
        snprintf(id, sizeof id, "%.*s", (int)length, list);
        list += length;
        int event = length > 0 ? ehc_find_event(answers->law, id) : EHC_NONE;
        if (event != EHC_NONE && facts->event[event] != EHC_NO_DAY)
            return true;
    }
    return false;
}

static bool belongs(const struct answers *answers, const struct question *question, const struct ehc_case *facts) {
    if ((question->topics & answers->topics) == 0)
        return false;
    if (question->fact == FACT_EVENT && ehc_find_event(answers->law, question->event) == EHC_NONE)
        return false; /* another law, which has no such event */
    if ((question->fact == FACT_CLOSED_CLAIMED && facts->closure_count == 0) ||
        (question->fact == FACT_AWAY_CLAIMED && facts->absence_count == 0))
        return false;
    return (question->after[0] == '\0' || has_event(answers, facts, question->after)) &&
           !has_event(answers, facts, question->unless);
}

void answers_to_case(const struct answers *answers, size_t until, struct ehc_case *facts) {
    struct ehc_error error;
    ehc_case_init(facts);
    for (size_t i = 0; i < until; i++)
        if (answers->text[i][0] != '\0' && belongs(answers, &answers->questions->list[i], facts))
            apply(answers, &answers->questions->list[i], answers->text[i], facts, &error);
}

bool answers_ask(const struct answers *answers, size_t question) {
    struct ehc_case facts;
    answers_to_case(answers, question, &facts);
    return belongs(answers, &answers->questions->list[question], &facts);
}

static void keep_first(void *context, const struct ehc_error *error) {
    struct ehc_error *kept = context;
    if (kept->message[0] == '\0')
        *kept = *error;
}

bool answers_take(struct answers *answers, size_t question, const char *text, struct ehc_error *error) {
    struct ehc_case facts;
    char before[ANSWER_ROOM];
    *error = (struct ehc_error){0};
    answers_to_case(answers, question, &facts);
    if (text[0] != '\0' && !apply(answers, &answers->questions->list[question], text, &facts, error))
        return false;
    *error = (struct ehc_error){0};
    memcpy(before, answers->text[question], sizeof before);
    snprintf(answers->text[question], ANSWER_ROOM, "%s", text);
    answers_to_case(answers, answers->questions->count, &facts);
    if (ehc_case_check(answers->law, &facts, keep_first, error))
        return true;
    memcpy(answers->text[question], before, sizeof before);
    return false;
}

const char *answers_words(const struct answers *answers, size_t question, char words[EHC_WORDS]) {
    struct ehc_case facts;
    const struct question *asked = &answers->questions->list[question];
    char first[EHC_DAY_TEXT], last[EHC_DAY_TEXT], days[EHC_WORDS];
    struct ehc_error error;
    struct ehc_span span;
    ehc_case_init(&facts);
    snprintf(words, EHC_WORDS, "%s", answers->text[question]);
    if (!apply(answers, asked, answers->text[question], &facts, &error))
        return words;
    if (asked->fact == FACT_EVENT) {
        int event = ehc_find_event(answers->law, asked->event);
        if (answers->law->events[event].is_year)
            snprintf(words, EHC_WORDS, "%d", ehc_ymd_from_day(facts.event[event]).year);
        else
            ehc_day_format(facts.event[event], words);
    } else if (asked->fact == FACT_CLOSED || asked->fact == FACT_AWAY) {
        span = asked->fact == FACT_CLOSED ? facts.closure[0].span : facts.absence[0].span;
        snprintf(words, EHC_WORDS, "%s to %s, %.40s", ehc_day_format(span.first, first), ehc_day_format(span.last, last),
                 ehc_days_words(span.last - span.first + 1, days));
    } else if (asked->fact == FACT_CLOSED_CLAIMED || asked->fact == FACT_AWAY_CLAIMED) {
        snprintf(words, EHC_WORDS, "%s", ascii_lower(answers->text[question][0]) == 'y' ? "yes" : "no");
    }
    return words;
}

bool answers_any(const struct answers *answers) {
    for (size_t i = 0; i < answers->questions->count; i++)
        if (answers->text[i][0] != '\0')
            return true;
    return false;
}
