#include "plan_view.h"
#include "util/ascii.h"
#include "view/words.h"
#include "view/wrap.h"
#include <string.h>

void view_plan_ends(const struct ehc_law *law, const struct page *page) {
    enum { TEXT_AT = 28 };
    wrap_text(page, 0, 0, PLAIN, "Limits from which a plan can work back: ehc plan LIMIT DATE");
    fputc('\n', page->out);
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        char label[EHC_WORDS], text[EHC_WORDS], words[EHC_WORDS];
        if (!plan_can_end(limit))
            continue;
        snprintf(label, sizeof label, "  %.100s", limit->id);
        if (plan_counts_to_trigger(limit))
            snprintf(text, sizeof text, "%.300s, %.300s. DATE is that %s.", limit->title, ehc_limit_words(law, limit, words),
                     law->events[limit->trigger].is_year ? "year" : "day");
        else
            snprintf(text, sizeof text, "%.300s. DATE is the day by which it has to be done.", limit->title);
        wrap_labelled(page, TEXT_AT, label, text);
    }
}

static void put_step(const struct plan *plan, enum plan_chain_kind kind, const struct plan_step *step, ehc_day as_at,
                     const struct page *page) {
    char text[EHC_WORDS], words[EHC_WORDS], date[EHC_DAY_TEXT], until[EHC_DAY_TEXT];
    bool is_past = (step->until != EHC_NO_DAY ? step->until : step->day) < as_at;
    plan_step_words(plan, step, words);
    ascii_lower_first(words);
    ehc_day_format(step->day, date);
    if (step->until != EHC_NO_DAY)
        snprintf(text, sizeof text, "%s to %s: %.500s", date, ehc_day_format(step->until, until), words);
    else
        snprintf(text, sizeof text, "%s: %.500s", date, words);
    wrap_text(page, 2, 4, PLAIN, text);
    plan_why_words(plan, step, text);
    wrap_text(page, 6, 6, PLAIN, text);
    plan_given_words(step, kind, text);
    if (*text != '\0')
        wrap_text(page, 6, 6, step->day > step->last ? WARNING : PLAIN, text);
    else if (is_past)
        wrap_text(page, 6, 6, WARNING, "this day is past");
}

static void put_crowded(const struct plan_chain *chain, const struct page *page) {
    char text[EHC_WORDS], date[EHC_DAY_TEXT];
    size_t steps;
    ehc_day day = plan_crowded_day(chain, &steps);
    if (day == EHC_NO_DAY)
        return;
    snprintf(text, sizeof text, "%zu steps fall on %s. The law allows this, but do not rely on it.", steps,
             ehc_day_format(day, date));
    wrap_text(page, 2, 2, PLAIN, text);
}

static bool have_same_days(const struct plan_chain *one, const struct plan_chain *other) {
    if (one->count != other->count || one->has_late || other->has_late)
        return false;
    for (size_t i = 0; i < one->count; i++) {
        const struct plan_step *step = &one->steps[i], *same = &other->steps[i];
        if (step->event != same->event || step->day != same->day || step->until != same->until || step->last != same->last ||
            step->reason != same->reason)
            return false;
    }
    return true;
}

void view_plan_text(const struct plan *plan, ehc_day as_at, const struct page *page) {
    char text[EHC_WORDS], date[EHC_DAY_TEXT];
    snprintf(text, sizeof text, "Plan: %.400s", plan->limit->title);
    ascii_lower_first(text + strlen("Plan: "));
    wrap_text(page, 0, 2, HEADING, text);
    snprintf(text, sizeof text, "Worked back from %s, %s", ehc_day_format(plan->end, date),
             plan->end_is_law ? "the last day that the law gives" : plan_asked_day);
    if (plan->end_is_law)
        wrap_with_right(page, 0, 2, PLAIN, text, plan->limit->provision);
    else
        wrap_text(page, 0, 2, PLAIN, text);
    bool same = have_same_days(&plan->chain[PLAN_WHOLE_TIME], &plan->chain[PLAN_LAST_DAY]);
    for (size_t i = 0; i < (same ? 1 : PLAN_CHAINS); i++) {
        const struct plan_chain *chain = &plan->chain[i];
        fputc('\n', page->out);
        wrap_text(page, 0, 0, HEADING, plan_chain_titles[i]);
        for (size_t j = 0; j < chain->count; j++)
            put_step(plan, (enum plan_chain_kind)i, &chain->steps[j], as_at, page);
        put_crowded(chain, page);
    }
    if (same)
        wrap_text(page, 2, 2, PLAIN, "The last days that leave the family its time are the same.");
    fputc('\n', page->out);
    wrap_text(
        page, 0, 0, PLAIN,
        "A day is a legal limit only if the plan says so. The other days are worked back. The plan takes a document as "
        "served on the day it is sent: send it earlier if it goes by post.");
    if (!plan->firm)
        wrap_text(page, 0, 0, WARNING, "The bank holidays of a year in this count are not known, so the days are not firm.");
    wrap_text(page, 0, 0, PLAIN, words_disclaimer(plan->law, text));
}
