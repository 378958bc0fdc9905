/* Words for several steps together, mostly of a case in which things happened more than once. */
#include "util/ascii.h"
#include "util/fill.h"
#include "words.h"
#include <stdio.h>
#include <string.h>

bool words_comes_after(const struct ehc_law *law, const struct ehc_judged *judged) {
    int event = judged->deadline->limit->trigger;
    const struct ehc_event *trigger = event != EHC_NONE ? &law->events[event] : NULL;
    return trigger != NULL && trigger->round == NULL && trigger->taken_from.count > 0 && trigger->taken != EHC_TAKEN_LATEST;
}

/* "; 2 not known" */
static void add_count(char text[EHC_WORDS], size_t count, const char *what) {
    char number[32];
    snprintf(number, sizeof number, "%zu", count);
    if (count > 0)
        ehc_sentence_add(text, EHC_WORDS, text[0] != '\0' ? "; {number} {what}" : "{number} {what}", "number", number,
                         "what", what, NULL);
}

void words_quiet(const struct ehc_judgement *judgement, size_t group, const char **label, char text[EHC_WORDS]) {
    size_t met = 0, past = 0, unknown = 0, not_needed = 0;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        enum ehc_status status = judged->deadline->status;
        if (judged->group != group || !judged->started)
            continue;
        met += status == EHC_MET;
        past += status == EHC_LATE || status == EHC_DISPUTED; /* the family's own step: no duty was late */
        unknown += status == EHC_UNKNOWN && !judged->waits;
        not_needed += status == EHC_NOT_NEEDED;
    }
    text[0] = '\0';
    *label = met > 0 ? "in time" : "no need";
    if (met > 1 && past == 0 && unknown == 0)
        snprintf(text, EHC_WORDS, "all %zu steps", met);
    else if (met > 0)
        words_count(met, "step", "steps", text);
    add_count(text, past, "of yours after the last day");
    add_count(text, unknown, "not known");
    add_count(text, not_needed, "not needed");
}

static bool is_not_said(const struct ehc_judged *judged, size_t group) {
    return judged->group == group && judged->deadline->because == EHC_NOT_SAID;
}

size_t words_not_said(const struct ehc_judgement *judgement, size_t group, char text[EHC_WORDS], char events[EHC_WORDS]) {
    size_t total = 0, count = 0;
    text[0] = events[0] = '\0';
    for (size_t i = 0; i < judgement->count; i++)
        total += is_not_said(&judgement->deadlines[i], group);
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_limit *limit = judgement->deadlines[i].deadline->limit;
        if (!is_not_said(&judgement->deadlines[i], group))
            continue;
        words_append(text, count == 0 ? "" : count + 1 == total ? " and " : ", ");
        words_append(text, limit->short_title);
        words_append(events, count++ == 0 ? "" : ", ");
        words_append(events, judgement->law->events[limit->act].id);
    }
    return total;
}

/* A legal limit or a day in guidance that is past, of a step that is not done; or a step that is still too early. */
static bool is_overdue(const struct ehc_judged *judged) {
    return (judged->deadline->status == EHC_OVERDUE || judged->late_now) && !judged->said_already &&
           judged->deadline->own == NULL;
}

void words_late_step(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    size_t same = 0;
    words_step(judgement, judged, text);
    for (size_t i = 0; i < judgement->count; i++) {
        char other[EHC_WORDS];
        bool is_late = judgement->deadlines[i].late && !judgement->deadlines[i].said_already;
        if (!is_late && !is_overdue(&judgement->deadlines[i]))
            continue;
        words_step(judgement, &judgement->deadlines[i], other);
        same += strcmp(text, other) == 0;
    }
    if (same > 1)
        ehc_sentence_add(text, EHC_WORDS, " under {law}", "law", judged->deadline->limit->provision, NULL);
}

bool words_next_to_do(const struct ehc_judgement *judgement, size_t *at, size_t *deadline) {
    for (; *at < 2 * judgement->count; ++*at) {
        *deadline = *at % judgement->count;
        if (judgement->deadlines[*deadline].if_late != NULL &&
            judgement->deadlines[*deadline].late_now == (*at < judgement->count))
            return ++*at, true;
    }
    return false;
}

bool words_what_to_do_for(const struct ehc_judgement *judgement, size_t deadline, bool with_own, char steps[EHC_WORDS]) {
    const struct ehc_judged *judged = &judgement->deadlines[deadline];
    if (judged->if_late == NULL || (judged->deadline->limit->for_family && !with_own))
        return false;
    steps[0] = '\0';
    for (size_t i = deadline; i < judgement->count; i++) {
        const struct ehc_judged *other = &judgement->deadlines[i];
        char step[EHC_WORDS];
        if (!is_overdue(other) || strcmp(other->deadline->limit->if_late, judged->if_late) != 0)
            continue;
        words_late_step(judgement, other, step);
        if (steps[0] != '\0')
            ascii_lower_first(step);
        words_append(steps, steps[0] != '\0' ? "; " : "");
        words_append(steps, step);
    }
    return true;
}

bool words_what_to_do(const struct ehc_judgement *judgement, size_t deadline, bool with_own, char text[EHC_WORDS]) {
    char steps[EHC_WORDS];
    if (!words_what_to_do_for(judgement, deadline, with_own, steps))
        return false;
    ehc_sentence(text, EHC_WORDS, "{steps}: {advice}", "steps", steps, "advice", judgement->deadlines[deadline].if_late,
                 NULL);
    return true;
}

const char *words_lateness(const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char days[EHC_WORDS], weeks[WORDS_WEEKS];
    bool too_early = deadline->because == EHC_TOO_EARLY;
    if (too_early && deadline->days == 0)
        return ehc_sentence(text, EHC_WORDS, "too early", NULL);
    return ehc_sentence(text, EHC_WORDS, too_early ? "{days} too early{weeks}" : "{days} late{weeks}", "days",
                        ehc_days_words(deadline->days, days), "weeks", words_weeks(deadline->days, weeks), NULL);
}

void words_provision(const struct ehc_judged *judged, char text[EHC_WORDS]) {
    words_law(judged->deadline, text);
    if (judged->also != NULL)
        ehc_sentence_add(text, EHC_WORDS, "; {provision}", "provision", judged->also->deadline->limit->provision, NULL);
}

bool words_misses(const struct ehc_judged *judged, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    if (judged->misses == NULL)
        return false;
    const struct ehc_deadline *missed = judged->misses->deadline;
    snprintf(text, EHC_WORDS, "This would miss %s, the last day for the %.200s (%.400s).", ehc_day_format(missed->due, date),
             missed->limit->short_title, missed->limit->provision);
    return true;
}
