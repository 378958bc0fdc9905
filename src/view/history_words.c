/* A case in which things happened more than once, in words: what is said once for several steps. */
#include "util/ascii.h"
#include "words.h"
#include <string.h>

bool words_comes_after(const struct ehc_law *law, const struct ehc_judged *judged) {
    int event = judged->deadline->limit->trigger;
    const struct ehc_event *trigger = event != EHC_NONE ? &law->events[event] : NULL;
    return trigger != NULL && trigger->round == NULL && trigger->taken_from.count > 0 && trigger->taken != EHC_TAKEN_LATEST;
}

/* "; 2 not known" */
static void append_count(char text[EHC_WORDS], size_t count, const char *what) {
    char words[64];
    if (count == 0)
        return;
    snprintf(words, sizeof words, "%s%zu %s", text[0] != '\0' ? "; " : "", count, what);
    words_append(text, words);
}

void words_quiet(const struct ehc_judgement *judgement, size_t group, const char **label, char text[EHC_WORDS]) {
    size_t met = 0, past = 0, unknown = 0, not_needed = 0;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        enum ehc_status status = judged->deadline->status;
        if (judged->group != group || !judged->started)
            continue;
        met += status == EHC_MET;
        past += status == EHC_LATE || status == EHC_DISPUTED; /* of the family's own: no duty was late */
        unknown += status == EHC_UNKNOWN && !judged->waits;
        not_needed += status == EHC_NOT_NEEDED;
    }
    text[0] = '\0';
    *label = met > 0 ? "in time" : "no need";
    if (met > 1 && past == 0 && unknown == 0)
        snprintf(text, EHC_WORDS, "all %zu steps", met);
    else if (met > 0)
        snprintf(text, EHC_WORDS, "%zu step%s", met, met == 1 ? "" : "s");
    append_count(text, past, "of yours after the last day");
    append_count(text, unknown, "not known");
    append_count(text, not_needed, "not needed");
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

/* Whether an overdue step has these words. */
static bool has_words(const struct ehc_judged *judged, const char *words) {
    return judged->deadline->status == EHC_OVERDUE && !judged->said_already && judged->deadline->own == NULL &&
           strcmp(judged->deadline->limit->if_late, words) == 0;
}

static bool has_paragraph(const struct ehc_judged *judged, bool with_own) {
    return judged->if_late != NULL && (with_own || !judged->deadline->limit->for_family);
}

bool words_what_to_do(const struct ehc_judgement *judgement, size_t deadline, bool with_own, char text[EHC_WORDS]) {
    const char *words = judgement->deadlines[deadline].if_late;
    size_t paragraphs = 0;
    text[0] = '\0';
    if (!has_paragraph(&judgement->deadlines[deadline], with_own))
        return false;
    for (size_t i = 0; i < judgement->count; i++)
        paragraphs += has_paragraph(&judgement->deadlines[i], with_own);
    for (size_t i = deadline; paragraphs > 1 && i < judgement->count; i++) {
        char step[EHC_WORDS];
        if (!has_words(&judgement->deadlines[i], words))
            continue;
        words_step(judgement, &judgement->deadlines[i], step);
        if (text[0] != '\0')
            ascii_lower_first(step);
        words_append(text, text[0] != '\0' ? "; " : "");
        words_append(text, step);
    }
    words_append(text, text[0] != '\0' ? ": " : "");
    words_append(text, words);
    return true;
}

void words_append_lateness(char text[EHC_WORDS], const struct ehc_deadline *deadline) {
    bool too_early = deadline->because == EHC_TOO_EARLY;
    if (too_early && deadline->days == 0)
        words_append(text, " too early");
    else
        words_append_days(text, " ", deadline->days, too_early ? " too early" : " late");
}

void words_provision(const struct ehc_judged *judged, char text[EHC_WORDS]) {
    words_law(judged->deadline, text);
    if (judged->also == NULL)
        return;
    words_append(text, "; ");
    words_append(text, judged->also->deadline->limit->provision);
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
