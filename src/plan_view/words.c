/* A step of a plan in words. */
#include "plan_view.h"
#include "util/ascii.h"
#include "util/fill.h"
#include <string.h>

const char *const plan_chain_titles[PLAN_CHAINS] = {
    [PLAN_WHOLE_TIME] = "To leave every step its whole time",
    [PLAN_LAST_DAY] = "The last days that leave the family its time",
};

const char plan_asked_day[] = "the day that you asked about";

static const char *event_title(const struct plan *plan, int event) {
    return plan->law->events[event].title;
}

void plan_step_words(const struct plan *plan, const struct plan_step *step, char text[EHC_WORDS]) {
    ehc_sentence(text, EHC_WORDS, step->limit != NULL ? "{title} ({who})" : "{title}", "title",
                 step->until != EHC_NO_DAY ? step->limit->title : event_title(plan, step->event), "who",
                 step->limit != NULL ? step->limit->who : NULL, NULL);
}

static void free_words(const struct plan_step *step, char text[EHC_WORDS]) {
    char amount[EHC_WORDS];
    ehc_sentence(text, EHC_WORDS, "at least {amount}, which nobody may shorten: {law}", "amount",
                 ehc_amount_words(step->by, amount), "law", step->by->provision, NULL);
}

static void leaves_words(const struct plan_step *step, char text[EHC_WORDS]) {
    char amount[EHC_WORDS];
    ehc_sentence(text, EHC_WORDS, "leaves the {who} {amount} for the {step}: {law}", "who",
                 step->by->for_family ? "family" : step->by->who, "amount", ehc_amount_words(step->by, amount), "step",
                 step->by->short_title, "law", step->by->provision, NULL);
}

void plan_why_words(const struct plan *plan, const struct plan_step *step, char text[EHC_WORDS]) {
    char words[EHC_WORDS];
    switch (step->reason) {
    case PLAN_END:
        if (plan->end_is_law)
            snprintf(text, EHC_WORDS, "a legal limit: %.300s", plan->limit->provision);
        else
            snprintf(text, EHC_WORDS, "%s", plan_asked_day);
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
        ehc_sentence(text, EHC_WORDS, "{limit}: {law}", "limit", ehc_limit_words(plan->law, step->by, words), "law",
                     step->by->provision, NULL);
        return;
    case PLAN_LAW:
        ehc_sentence(text, EHC_WORDS, "a legal limit, {limit}: {law}", "limit", ehc_limit_words(plan->law, step->by, words),
                     "law", step->by->provision, NULL);
        return;
    case PLAN_SAME_DAY:
        snprintf(words, sizeof words, "%s", event_title(plan, step->other));
        ascii_lower_first(words);
        ehc_sentence(text, EHC_WORDS, "the law asks for no time between this step and the next: {step}", "step", words,
                     NULL);
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
        ehc_sentence(text, EHC_WORDS,
                     kind == PLAN_WHOLE_TIME
                         ? "as given, {days} after the last day, {last}. The steps after it have less than their whole time."
                         : "as given, {days} after the last day, {last}. The steps after it cannot keep their days.",
                     "days", ehc_days_words(step->day - step->last, days), "last", last, NULL);
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
