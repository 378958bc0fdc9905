/* What is said of a step of a plan. */
#include "plan_view.h"
#include "util/ascii.h"
#include <string.h>

const char *const plan_chain_titles[PLAN_CHAINS] = {
    [PLAN_WHOLE_TIME] = "To leave every step its whole time",
    [PLAN_LAST_DAY] = "The last days that leave the family its time",
};

static const char *event_title(const struct plan *plan, int event, char text[EHC_WORDS]) {
    snprintf(text, EHC_WORDS, "%.400s", plan->law->events[event].title);
    return text;
}

/* "Notice of proposed changes sent (council)" */
void plan_step_words(const struct plan *plan, const struct plan_step *step, char text[EHC_WORDS]) {
    char title[EHC_WORDS];
    if (step->until != EHC_NO_DAY)
        snprintf(title, sizeof title, "%.400s", step->limit->title);
    else
        event_title(plan, step->event, title);
    if (step->limit != NULL)
        snprintf(text, EHC_WORDS, "%.400s (%.100s)", title, step->limit->who);
    else
        snprintf(text, EHC_WORDS, "%.400s", title);
}

/* "the council", "you" */
static void whose_words(const struct ehc_limit *limit, char text[EHC_WORDS]) {
    snprintf(text, EHC_WORDS, limit->for_family ? "the family" : "the %.100s", limit->who);
}

static void free_words(const struct plan_step *step, char text[EHC_WORDS]) {
    char amount[EHC_WORDS];
    snprintf(text, EHC_WORDS, "at least %.60s, which nobody may shorten: %.200s", ehc_amount_words(step->by, amount),
             step->by->provision);
}

static void leaves_words(const struct plan_step *step, char text[EHC_WORDS]) {
    char amount[EHC_WORDS], whose[EHC_WORDS];
    whose_words(step->by, whose);
    snprintf(text, EHC_WORDS, "leaves %.120s %.60s for the %.150s: %.200s", whose, ehc_amount_words(step->by, amount),
             step->by->short_title, step->by->provision);
}

void plan_why_words(const struct plan *plan, const struct plan_step *step, char text[EHC_WORDS]) {
    char other[EHC_WORDS], words[EHC_WORDS];
    switch (step->reason) {
    case PLAN_END:
        if (plan->end_is_law)
            snprintf(text, EHC_WORDS, "a legal limit: %.300s", plan->limit->provision);
        else
            snprintf(text, EHC_WORDS, "the day that you asked about");
        return;
    case PLAN_FREE:
        if (step->until != EHC_NO_DAY)
            free_words(step, text);
        else
            leaves_words(step, text);
        return;
    case PLAN_LEAVES:
        leaves_words(step, text);
        return;
    case PLAN_NOTICE:
        snprintf(text, EHC_WORDS, "%.400s: %.300s", ehc_limit_words(plan->law, step->by, words), step->by->provision);
        return;
    case PLAN_LAW:
        snprintf(text, EHC_WORDS, "a legal limit, %.400s: %.300s", ehc_limit_words(plan->law, step->by, words),
                 step->by->provision);
        return;
    case PLAN_SAME_DAY:
        event_title(plan, step->other, other);
        ascii_lower_first(other);
        snprintf(text, EHC_WORDS, "the law asks for no time between this and: %.400s", other);
        return;
    }
}

void plan_given_words(const struct plan_step *step, enum plan_chain_kind kind, char text[EHC_WORDS]) {
    char last[EHC_DAY_TEXT], days[EHC_WORDS];
    text[0] = '\0';
    if (!step->is_given)
        return;
    ehc_day_format(step->last, last);
    if (step->day <= step->last)
        snprintf(text, EHC_WORDS, "as given; the last day is %s", last);
    else
        snprintf(text, EHC_WORDS, "as given, %.40s after the last day, %s: %s", ehc_days_words(step->day - step->last, days),
                 last,
                 kind == PLAN_WHOLE_TIME ? "what comes after it has less than its whole time"
                                         : "what comes after it cannot be kept");
}

ehc_day plan_crowded_day(const struct plan_chain *chain, size_t *steps) {
    for (size_t i = 0; i < chain->count; i++) {
        *steps = 0;
        for (size_t j = 0; j < chain->count; j++)
            *steps += chain->steps[j].day == chain->steps[i].day && chain->steps[j].until == EHC_NO_DAY &&
                      chain->steps[j].reason != PLAN_NOTICE;
        if (*steps > 1)
            return chain->steps[i].day;
    }
    return EHC_NO_DAY;
}
