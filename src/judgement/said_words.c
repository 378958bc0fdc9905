/* Last days that others give, in words. */
#include "util/fill.h"
#include "util/shown.h"
#include <ehc/explain.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void append(char text[EHC_WORDS], const char *format, ...) __attribute__((format(printf, 2, 3)));

static void append(char text[EHC_WORDS], const char *format, ...) {
    size_t at = strlen(text);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text + at, EHC_WORDS - at, format, arguments);
    va_end(arguments);
    ehc_make_fit(text);
}

const char *ehc_said_name(enum ehc_said_is is) {
    static const char *const names[] = {
        [EHC_SAID_RIGHT] = "right",       [EHC_SAID_READING] = "another-reading", [EHC_SAID_ESTIMATE] = "estimate",
        [EHC_SAID_MISCOUNT] = "miscount", [EHC_SAID_UNEXPLAINED] = "unexplained", [EHC_SAID_CANNOT_TELL] = "cannot-tell",
    };
    return names[is];
}

/* What the way counts: "100 working days". */
static void amount_of(const struct ehc_limit *limit, const struct ehc_miscount *way, char text[EHC_WORDS]) {
    struct ehc_limit counted = *limit;
    if (way->amount > 0 || way->each > 0)
        counted.amount = way->amount > 0 ? way->amount : way->each * limit->amount;
    if (way->unit != EHC_NONE)
        counted.unit = (enum ehc_unit)way->unit;
    ehc_amount_words(&counted, text);
}

/* The sum and the answer of the first way, and the names of the others. */
static void append_ways(const struct ehc_law *law, const struct ehc_deadline *deadline, const struct ehc_said *said,
                        char text[EHC_WORDS]) {
    const struct ehc_limit *limit = deadline->limit;
    const struct ehc_miscounted *first = &said->ways[0];
    char date[EHC_DAY_TEXT], from[EHC_DAY_TEXT], start[EHC_DAY_TEXT], days[EHC_WORDS], amount[EHC_WORDS], own[EHC_WORDS];
    char filled[EHC_WORDS];
    amount_of(limit, first->way, amount);
    const struct fill_place places[] = {
        {"{date}", ehc_day_format(said->fact->day, date)},
        {"{from}", ehc_day_format_short(first->from, from)},
        {"{event}", first->event != EHC_NONE ? law->events[first->event].done : NULL},
        {"{days}", ehc_days_words(first->from - deadline->trigger, days)},
        {"{amount}", amount},
        {"{law-amount}", ehc_amount_words(limit, own)},
        {"{trigger}", law->events[deadline->trigger_event].done},
        {"{start}", ehc_day_format_short(deadline->trigger, start)},
        {"{provision}", limit->provision},
    };
    enum { PLACES = sizeof places / sizeof places[0] };
    append(text, "%s; ", ehc_fill(first->way->sum, places, PLACES, filled, sizeof filled));
    append(text, "%s.", ehc_fill(first->way->answer, places, PLACES, filled, sizeof filled));
    for (size_t i = 1; i < said->way_count; i++)
        append(text, "%s%s", i == 1 ? " The same day is got with: " : "; ", said->ways[i].way->title);
    append(text, "%s", said->way_count > 1 ? "." : "");
}

static void append_unexplained(const struct ehc_law *law, const struct ehc_deadline *deadline, const struct ehc_said *said,
                               char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT], from[EHC_DAY_TEXT];
    append(text, "No wrong way of counting that is known here gives %s.", ehc_day_format(said->fact->day, date));
    if (said->right_from != EHC_NO_DAY)
        append(text, " It would be right if %s on %s.", law->events[deadline->trigger_event].done,
               ehc_day_format(said->right_from, from));
    if (said->lacks_closures)
        append(text, " Whether school holidays were left out was not tried: no closed days of a school are given.");
}

static void append_distance(const struct ehc_deadline *deadline, const struct ehc_said *said, char text[EHC_WORDS]) {
    char last[EHC_DAY_TEXT], days[EHC_WORDS];
    int later = said->fact->day - deadline->due;
    append(text, " The last day is %s, %s %s.", ehc_day_format(deadline->due, last),
           ehc_days_words(later > 0 ? later : -later, days), later > 0 ? "earlier" : "later");
}

const char *ehc_said_words(const struct ehc_law *law, const struct ehc_deadline *deadline, const struct ehc_said *said,
                           char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    text[0] = '\0';
    ehc_day_format(said->fact->day, date);
    switch (said->is) {
    case EHC_SAID_RIGHT:
        append(text, "%s is the last day (%s).", date, deadline->limit->provision);
        return text;
    case EHC_SAID_READING:
        if (said->reading != EHC_NONE)
            append(text, "%s is another reading: %s (%s).", date, law->readings[said->reading].title,
                   law->readings[said->reading].source);
        else
            append(text, "%s is another reading, %s.", date, law->rolls[deadline->limit->roll].also);
        break;
    case EHC_SAID_ESTIMATE:
        append(text, "%s is the day with what an exception may add: an estimate, which is not law.", date);
        break;
    case EHC_SAID_MISCOUNT:
        append_ways(law, deadline, said, text);
        break;
    case EHC_SAID_UNEXPLAINED:
        append_unexplained(law, deadline, said, text);
        break;
    case EHC_SAID_CANNOT_TELL:
        append(text, "%s cannot be told right or wrong: the day from which the law counts is not known.", date);
        return text;
    }
    append_distance(deadline, said, text);
    return text;
}

bool ehc_said_reason_words(const struct ehc_said *said, char text[EHC_WORDS]) {
    const struct ehc_claim *claim = said->fact->claim;
    if (said->fact->reason == NULL)
        return false;
    text[0] = '\0';
    if (claim != NULL)
        append(text, "%s: %s.", claim->title, claim->why);
    else
        append(text, "The reason is judged where it is given as an exception, with its days.");
    return true;
}
