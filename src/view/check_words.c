/* What a check found, in words; for the screen and the printed page alike. */
#include "util/ascii.h"
#include "words.h"
#include <stdio.h>
#include <string.h>

void write_nothing_started(const struct ehc_law *law, char text[EHC_WORDS]) {
    snprintf(text, EHC_WORDS, "no event that starts a limit, such as %.200s, had happened by this day",
             law->events[law->starts_with].id);
}

const char *words_label(const struct ehc_judged *judged) {
    switch (judged->deadline->status) {
    case EHC_LATE:
        if (judged->deadline->because == EHC_TOO_EARLY)
            return "too early";
        return judged->late ? "late" : "past";
    case EHC_OVERDUE:
        return judged->late ? "overdue" : "past";
    case EHC_DISPUTED:
        return "disputed";
    case EHC_UNKNOWN:
        if (judged->waits)
            return "past";
        return judged->deadline->because == EHC_NOT_SAID ? "not known" : "not sure";
    case EHC_WAITING:
        return "past";
    case EHC_MET:
        return "in time";
    case EHC_DUE:
        return judged->deadline->limit->for_family ? "open" : "due";
    case EHC_NOT_NEEDED:
        break;
    }
    return "no need";
}

/* "; planned for Monday 1 December 2026" */
static void append_planned(const struct ehc_judged *judged, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    if (judged->done || judged->deadline->act == EHC_NO_DAY)
        return;
    words_append(text, "; planned for ");
    words_append(text, ehc_day_format(judged->deadline->act, date));
}

static void write_past(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    if (deadline->because == EHC_TOO_EARLY) {
        words_too_early(judgement->law, deadline, text);
        return;
    }
    if (deadline->superseded != EHC_NO_DAY) {
        ehc_end_words(judgement->law, deadline, text);
        words_append_days(text, ": ", deadline->days, judged->late ? " late by then" : " after the day in guidance");
        return;
    }
    if (deadline->limit->for_family || deadline->own != NULL)
        words_append_days(text, "", deadline->days, " after the last day");
    else if (judged->late)
        words_append_days(text, "", deadline->days, " late");
    else
        words_append_days(text, "", deadline->days, " after the day in guidance");
    words_append(text, deadline->days == 7 ? " (1 week)" : "");
    append_planned(judged, text);
}

static void write_left(const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    if (deadline->limit->is_minimum)
        words_append(text, "at least until then: ");
    if (deadline->days == 0)
        words_append(text, "today is the last day");
    else
        words_append_days(text, "", deadline->days, " left");
    append_planned(judged, text);
    if (deadline->limit->only_if == NULL)
        return;
    words_append(text, "; owed only if ");
    words_append(text, deadline->limit->only_if);
}

void words_outcome(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    char date[EHC_DAY_TEXT];
    text[0] = '\0';
    switch (deadline->status) {
    case EHC_OVERDUE:
    case EHC_LATE:
        write_past(judgement, judged, text);
        return;
    case EHC_MET:
        if (deadline->act == deadline->due)
            words_append(text, "on the last day");
        else
            words_append_days(text, "", deadline->due - deadline->act, " early");
        return;
    case EHC_DUE:
        write_left(judged, text);
        return;
    case EHC_DISPUTED:
        snprintf(text, EHC_WORDS, "in time only if the last day was %s", ehc_day_format(deadline->latest, date));
        return;
    case EHC_WAITING:
        return;
    case EHC_UNKNOWN:
    case EHC_NOT_NEEDED:
        if (deadline->because == EHC_ONLY_IF)
            snprintf(text, EHC_WORDS, "owed only if %s", deadline->limit->only_if);
        else
            ehc_because_words(judgement->law, deadline, text);
        return;
    }
}

/* The outcome says by itself whether the step was done. */
static bool says_all(const struct ehc_judged *judged) {
    switch (judged->deadline->because) {
    case EHC_NO_ACT:
    case EHC_NOT_SAID:
    case EHC_NO_OTHER_DAY:
    case EHC_PENDING:
        return true;
    default:
        break;
    }
    bool was_ended = judged->deadline->status == EHC_LATE && judged->deadline->superseded != EHC_NO_DAY;
    return was_ended || (judged->deadline->limit->is_minimum && !judged->done);
}

void words_verdict(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT], outcome[EHC_WORDS];
    words_outcome(judgement, judged, outcome);
    if (says_all(judged))
        snprintf(text, EHC_WORDS, "%.1100s", outcome);
    else
        snprintf(text, EHC_WORDS, "%s%s, %.1100s", judged->done ? "done " : "not done",
                 judged->done ? ehc_day_format(judged->deadline->act, date) : "", outcome);
}

/* Whether something is claimed of which it cannot be said whether it fits. */
static bool has_open_claim(const struct ehc_judged *judged) {
    for (size_t i = 0; i < judged->exception_count; i++) {
        const struct ehc_exception *exception = &judged->exceptions[i];
        if (exception->is_answered && !exception->is_unclaimed && exception->answer == EHC_ANSWER_CANNOT_SAY)
            return true;
    }
    return false;
}

void words_late_steps(const struct ehc_judgement *judgement, char text[EHC_WORDS]) {
    size_t count = 0;
    text[0] = '\0';
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        const struct ehc_deadline *deadline = judged->deadline;
        char title[EHC_WORDS];
        if (!judged->late || judged->said_already)
            continue;
        words_step(judgement, judged, title);
        words_append(text, count++ > 0 ? "; " : "");
        words_append(text, title);
        words_append_lateness(text, deadline);
        words_append(text, judged->open ? ", not done" : "");
        words_append(text, deadline->with_exception != EHC_NO_DAY ? ", but an exception may fit"
                           : has_open_claim(judged)               ? ", but whether an exception fits cannot be said"
                                                                  : "");
    }
}

void words_disputed_steps(const struct ehc_judgement *judgement, char text[EHC_WORDS]) {
    text[0] = '\0';
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        const struct ehc_deadline *deadline = judged->deadline;
        char title[EHC_WORDS];
        if (!judged->disputed || judged->said_already)
            continue;
        words_step(judgement, judged, title);
        words_append(text, text[0] != '\0' ? "; " : "");
        words_append(text, title);
        words_append(text, ": the last day was ");
        words_append_last_day(text, deadline);
    }
}

void words_next(const struct ehc_judgement *judgement, char text[EHC_WORDS]) {
    const struct ehc_judged *next = judgement->next;
    char when[EHC_WORDS], round[EHC_WORDS];
    snprintf(text, EHC_WORDS, "nothing that somebody else has to do by a known date.");
    if (next == NULL)
        return;
    words_sentence(next->deadline->limit, text);
    ascii_lower_first(text);
    if (next->deadline->advice != NULL) {
        words_append(text, " (");
        words_append(text, words_advice_name(next->deadline->advice));
        words_append(text, ")");
    }
    words_round(judgement, next, round);
    if (round[0] != '\0') {
        words_append(text, " (");
        words_append(text, round);
        words_append(text, ")");
    }
    words_when(judgement, next, when);
    words_append(text, ", ");
    words_append(text, when);
    words_append(text, ".");
}

const char *words_late_over(const struct ehc_judgement *judgement) {
    bool was_ended = false, too_early = false;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        too_early = too_early || (judged->late && judged->deadline->because == EHC_TOO_EARLY);
        was_ended = was_ended || (judged->late && !judged->done);
    }
    if (too_early)
        return "what was late or too early is over";
    return was_ended ? "what was late has been done, or another step ended it" : "what was late has been done";
}

void words_late_now(const struct ehc_judgement *judgement, char text[EHC_WORDS]) {
    size_t open = 0, late = 0;
    text[0] = '\0';
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        char title[EHC_WORDS];
        late += judgement->deadlines[i].late && !judgement->deadlines[i].said_already;
        if (!judgement->deadlines[i].late_now)
            continue;
        words_step(judgement, &judgement->deadlines[i], title);
        ascii_lower_first(title);
        words_append(text, open++ > 0 ? "; " : "");
        words_append(text, title);
        words_append(text, deadline->advice == NULL ? ", from the " : "");
        words_append(text, deadline->advice == NULL ? deadline->limit->who : "");
        words_append_days(text, ", ", deadline->days, "");
    }
    if (open == 0)
        words_append(text, "nothing");
    if (open == 0 && late > 0) {
        words_append(text, "; ");
        words_append(text, words_late_over(judgement));
    }
    words_append(text, ".");
}

bool words_own_past(const struct ehc_judgement *judgement, char text[EHC_WORDS]) {
    size_t count = 0;
    text[0] = '\0';
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        if (deadline->own == NULL || deadline->status != EHC_OVERDUE)
            continue;
        words_append(text, count++ > 0 ? "; " : "");
        words_append(text, deadline->own->name);
        words_append(text, ", ");
        words_append(text, deadline->limit->who);
        words_append_days(text, ", ", deadline->days, "");
    }
    words_append(text, ".");
    return count > 0;
}

bool words_held_up(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    char date[EHC_DAY_TEXT];
    if (judged->holds_up == NULL)
        return false;
    snprintf(text, EHC_WORDS, "%.800s, asked %s", words_advice_name(deadline->advice),
             ehc_day_format_short(judged->asked, date));
    words_append_days(text, ", ", judgement->as_at - judged->asked, "");
    words_append(text, "; due ");
    words_append(text, ehc_day_format_short(deadline->due, date));
    if (deadline->status == EHC_OVERDUE)
        words_append_days(text, ", ", deadline->days, " ago");
    words_append(text, "; it holds up the ");
    words_append(text, judged->holds_up->deadline->limit->short_title);
    words_append(text, ", which does not wait for it in law.");
    return true;
}

bool is_anything_late_now(const struct ehc_judgement *judgement) {
    for (size_t i = 0; i < judgement->count; i++)
        if (judgement->deadlines[i].late_now)
            return true;
    return false;
}

void words_missing(const struct ehc_judgement *judgement, const struct ehc_missing *missing, char text[EHC_WORDS]) {
    const struct ehc_law *law = judgement->law;
    char because[EHC_WORDS], title[EHC_WORDS];
    if (missing->judged != NULL) {
        words_step(judgement, missing->judged, title);
        ascii_lower_first(title);
        snprintf(text, EHC_WORDS, "%.300s: %.800s.", title, ehc_because_words(law, missing->judged->deadline, because));
        return;
    }
    snprintf(text, EHC_WORDS, "whether the %.200s%s%.300s%s was in time: %.200s is missing (%.300s).",
             missing->limit->short_title, missing->advice != NULL ? " (" : "",
             missing->advice != NULL ? words_advice_name(missing->advice) : "", missing->advice != NULL ? ")" : "",
             missing->advice != NULL ? "requested" : law->events[missing->event].id, law->events[missing->event].title);
}

static bool is_not_said(const struct ehc_judged *judged) {
    return judged != NULL && judged->deadline->because == EHC_NOT_SAID;
}

/* Whether the steps of a round that nobody has spoken of were named with an earlier one. */
static bool is_named_before(const struct ehc_judgement *judgement, size_t missing) {
    size_t group = judgement->missing[missing].judged->group;
    for (size_t i = 0; i < missing; i++)
        if (is_not_said(judgement->missing[i].judged) && judgement->missing[i].judged->group == group)
            return true;
    return false;
}

bool words_missing_once(const struct ehc_judgement *judgement, size_t missing, const char **label, char text[EHC_WORDS]) {
    const struct ehc_judged *judged = judgement->missing[missing].judged;
    char events[EHC_WORDS], steps[EHC_WORDS], round[EHC_WORDS];
    *label = "Cannot say";
    if (!is_not_said(judged)) {
        words_missing(judgement, &judgement->missing[missing], text);
        return true;
    }
    if (is_named_before(judgement, missing))
        return false;
    *label = "Not known";
    words_not_said(judgement, judged->group, steps, events);
    words_round(judgement, judged, round);
    snprintf(text, EHC_WORDS, "whether %.500s%s%.200s%s came in time: %.300s.", steps, round[0] != '\0' ? " (" : "", round,
             round[0] != '\0' ? ")" : "", events);
    return true;
}

void words_option(const struct ehc_judgement *judgement, const struct ehc_option *option, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT], round[EHC_WORDS] = "";
    if (option->judged != NULL)
        words_round(judgement, option->judged, round);
    snprintf(text, EHC_WORDS, "%.600s%s%.200s%s, by %.20s%s%s", option->words, round[0] != '\0' ? " (" : "", round,
             round[0] != '\0' ? ")" : "", option->hour != NULL ? option->hour : "", option->hour != NULL ? " on " : "",
             ehc_day_format(option->last, date));
}

void words_option_note(const struct ehc_option *option, char text[EHC_WORDS]) {
    const char *note = option->limit->note, *end = note != NULL ? strstr(note, ". ") : NULL;
    char date[EHC_DAY_TEXT];
    snprintf(text, EHC_WORDS, "%.*s", end != NULL ? (int)(end - note) + 1 : EHC_WORDS - 1, note != NULL ? note : "");
    if (option->from_delay == EHC_NO_DAY)
        return;
    words_append(text, text[0] != '\0' ? " " : "");
    words_append(text, "Taken here as ");
    words_append(text, ehc_day_format_short(option->from_delay, date));
    words_append(text, ", the first late day.");
}
