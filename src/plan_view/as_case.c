/* A plan for a calendar: its days become your own dates, which no law sets. */
#include "plan_view.h"
#include "util/ascii.h"
#include "util/fail.h"
#include "util/fill.h"
#include <string.h>

/* A step that has the same day in both chains goes into the calendar once. */
static bool is_in_first(const struct plan *plan, const struct plan_step *step) {
    const struct plan_chain *first = &plan->chain[PLAN_WHOLE_TIME];
    for (size_t i = 0; i < first->count; i++)
        if (first->steps[i].event == step->event && first->steps[i].day == step->day && first->steps[i].until == step->until)
            return true;
    return false;
}

/* Time that must be kept free goes in on its last day. */
static void add(const struct plan *plan, enum plan_chain_kind kind, const struct plan_step *step, struct plan_case *out) {
    static const char *const chains[] = {
        [PLAN_WHOLE_TIME] = "to leave the whole time", [PLAN_LAST_DAY] = "last possible day"};
    size_t at = out->facts.own_count;
    char title[EHC_WORDS], why[EHC_WORDS], year[32];
    struct ehc_error error;
    if (at == EHC_OWN_MAX)
        return;
    snprintf(title, sizeof title, "%.150s",
             step->until != EHC_NO_DAY ? step->limit->short_title : plan->law->events[step->event].title);
    ascii_lower_first(title);
    snprintf(out->name[at], PLAN_NAME_ROOM, "%s: %.120s", step->is_law ? "legal limit" : chains[kind], title);
    plan_why_words(plan, step, why);
    snprintf(year, sizeof year, "%d", ehc_ymd_from_day(plan->end).year);
    ehc_sentence(out->why[at], EHC_WORDS,
                 step->is_law ? "working back from the {end} of {year}: {why}"
                              : "working back from the {end} of {year}: {why}; not a legal limit",
                 "end", plan->limit->short_title, "year", year, "why", why, NULL);
    ehc_case_add_own(plan->law, &out->facts,
                     (struct ehc_own){.name = out->name[at],
                                      .due = step->until != EHC_NO_DAY ? step->until : step->day,
                                      .done = EHC_NO_DAY,
                                      .who = step->limit != NULL ? step->limit->who : plan->limit->who,
                                      .why = out->why[at]},
                     &error);
}

void view_plan_case(const struct plan *plan, const char *reference, struct plan_case *out) {
    char date[EHC_DAY_TEXT];
    ehc_case_init(&out->facts);
    snprintf(out->reference, sizeof out->reference, "plan of %.100s for %.60s %s", reference != NULL ? reference : "a case",
             plan->limit->id, ehc_day_format_iso(plan->end, date));
    out->facts.reference = out->reference; /* so that the events of two plans differ */
    for (size_t i = 0; i < PLAN_CHAINS; i++)
        for (size_t j = 0; j < plan->chain[i].count; j++)
            if (i == PLAN_WHOLE_TIME || !is_in_first(plan, &plan->chain[i].steps[j]))
                add(plan, (enum plan_chain_kind)i, &plan->chain[i].steps[j], out);
}
