/* Last days that others give, in words. */
#include "util/fill.h"
#include "util/shown.h"
#include <ehc/explain.h>
#include <stdlib.h>

const char *ehc_said_name(enum ehc_said_is is) {
    static const char *const names[] = {
        [EHC_SAID_RIGHT] = "right",       [EHC_SAID_READING] = "another-reading", [EHC_SAID_ESTIMATE] = "estimate",
        [EHC_SAID_MISCOUNT] = "miscount", [EHC_SAID_UNEXPLAINED] = "unexplained", [EHC_SAID_CANNOT_TELL] = "cannot-tell",
    };
    return names[is];
}

/* The amount that a way counts: "100 working days". */
static void amount_of(const struct ehc_limit *limit, const struct ehc_miscount *way, char text[EHC_WORDS]) {
    struct ehc_limit counted = *limit;
    if (way->amount > 0 || way->each > 0)
        counted.amount = way->amount > 0 ? way->amount : way->each * limit->amount;
    if (way->unit != EHC_NONE)
        counted.unit = (enum ehc_unit)way->unit;
    ehc_amount_words(&counted, text);
}

/* Adds the sum and the answer of the first way, and the names of the others. */
static void add_ways(const struct ehc_law *law, const struct ehc_deadline *deadline, const struct ehc_said *said,
                     char text[EHC_WORDS]) {
    const struct ehc_limit *limit = deadline->limit;
    const struct ehc_miscounted *first = &said->ways[0];
    char date[EHC_DAY_TEXT], from[EHC_DAY_TEXT], start[EHC_DAY_TEXT], days[EHC_WORDS], amount[EHC_WORDS], own[EHC_WORDS];
    char sum[EHC_WORDS], answer[EHC_WORDS];
    amount_of(limit, first->way, amount);
    const struct fill_place places[] = {
        {"date", ehc_day_format(said->fact->day, date)},
        {"from", ehc_day_format_short(first->from, from)},
        {"event", first->event != EHC_NONE ? law->events[first->event].done : NULL},
        {"days", ehc_days_words(first->from - deadline->trigger, days)},
        {"amount", amount},
        {"law-amount", ehc_amount_words(limit, own)},
        {"trigger", law->events[deadline->trigger_event].done},
        {"start", ehc_day_format_short(deadline->trigger, start)},
        {"provision", limit->provision},
    };
    enum { PLACES = sizeof places / sizeof places[0] };
    ehc_sentence(text, EHC_WORDS, "{sum}; {answer}.", "sum", ehc_fill(first->way->sum, places, PLACES, sum, sizeof sum),
                 "answer", ehc_fill(first->way->answer, places, PLACES, answer, sizeof answer), NULL);
    if (said->way_count < 2)
        return;
    char others[EHC_WORDS] = "";
    for (size_t i = 1; i < said->way_count; i++)
        ehc_sentence_add(others, sizeof others, i == 1 ? "{way}" : "; {way}", "way", said->ways[i].way->title, NULL);
    ehc_sentence_add(text, EHC_WORDS,
                     said->way_count == 2 ? " Another wrong way of counting gives the same day: {others}."
                                          : " Other wrong ways of counting give the same day: {others}.",
                     "others", others, NULL);
}

static void add_unexplained(const struct ehc_law *law, const struct ehc_deadline *deadline, const struct ehc_said *said,
                            char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    ehc_sentence(text, EHC_WORDS, "No known mistake gives {date}.", "date", ehc_day_format(said->fact->day, date), NULL);
    if (said->right_from != EHC_NO_DAY)
        ehc_sentence_add(text, EHC_WORDS, " It would be right if {event} on {date}.", "event",
                         law->events[deadline->trigger_event].done, "date", ehc_day_format(said->right_from, date), NULL);
    if (said->lacks_closures)
        ehc_sentence_add(
            text, EHC_WORDS,
            " Counting without school holidays was not tried: the case gives no days on which a school was closed.", NULL);
}

/* The right last day, and then why theirs is another. */
static void write_right_day(const struct ehc_deadline *deadline, const struct ehc_said *said, const char *why,
                            char text[EHC_WORDS]) {
    char last[EHC_DAY_TEXT], days[EHC_WORDS];
    int later = said->fact->day - deadline->due;
    ehc_sentence(text, EHC_WORDS,
                 later > 0 ? "The last day is {last}, {days} earlier. {why}" : "The last day is {last}, {days} later. {why}",
                 "last", ehc_day_format(deadline->due, last), "days", ehc_days_words(abs(later), days), "why", why, NULL);
}

static void add_reading(const struct ehc_law *law, const struct ehc_deadline *deadline, const struct ehc_said *said,
                        const char *date, char text[EHC_WORDS]) {
    if (said->reading == EHC_NONE)
        ehc_sentence(text, EHC_WORDS, "{date} is right on another reading, {reading}.", "date", date, "reading",
                     law->rolls[deadline->limit->roll].also, NULL);
    else
        ehc_sentence(text, EHC_WORDS, "{date} is right on another reading: {reading} ({source}).", "date", date, "reading",
                     law->readings[said->reading].title, "source", law->readings[said->reading].source, NULL);
}

const char *ehc_said_words(const struct ehc_law *law, const struct ehc_deadline *deadline, const struct ehc_said *said,
                           char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT], why[EHC_WORDS];
    text[0] = '\0';
    ehc_day_format(said->fact->day, date);
    switch (said->is) {
    case EHC_SAID_RIGHT:
        ehc_sentence(text, EHC_WORDS, "{date} is the last day ({provision}).", "date", date, "provision",
                     deadline->limit->provision, NULL);
        break;
    case EHC_SAID_READING:
        add_reading(law, deadline, said, date, why);
        break;
    case EHC_SAID_ESTIMATE:
        ehc_sentence(why, EHC_WORDS, "{date} is an estimate with the days that an exception may add, and is not law.",
                     "date", date, NULL);
        break;
    case EHC_SAID_MISCOUNT:
        add_ways(law, deadline, said, why);
        break;
    case EHC_SAID_UNEXPLAINED:
        add_unexplained(law, deadline, said, why);
        break;
    case EHC_SAID_CANNOT_TELL:
        ehc_sentence(text, EHC_WORDS, "{date} cannot be checked: the day from which the law counts is not known.", "date",
                     date, NULL);
        break;
    }
    if (said->is != EHC_SAID_RIGHT && said->is != EHC_SAID_CANNOT_TELL)
        write_right_day(deadline, said, why, text);
    ehc_make_fit(text);
    return text;
}

bool ehc_said_reason_words(const struct ehc_said *said, char text[EHC_WORDS]) {
    const struct ehc_claim *claim = said->fact->claim;
    if (said->fact->reason == NULL)
        return false;
    if (claim != NULL)
        ehc_sentence(text, EHC_WORDS, "{title}: {why}.", "title", claim->title, "why", claim->why, NULL);
    else
        ehc_sentence(text, EHC_WORDS, "To check the reason, give it as an exception, with its days.", NULL);
    ehc_make_fit(text);
    return true;
}
