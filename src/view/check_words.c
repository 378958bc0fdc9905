/* What a check found, in words, for the screen and the printed page. */
#include "util/ascii.h"
#include "util/fill.h"
#include "words.h"
#include <stdio.h>
#include <string.h>

bool words_nothing_started(const struct ehc_judgement *judgement, char text[EHC_WORDS]) {
    const struct ehc_law *law = judgement->law;
    if (judgement->lacks_facts || judgement->result != EHC_CANNOT_SAY)
        return false;
    ehc_sentence(text, EHC_WORDS, "no step has started yet. Add its date to [events], such as {event} = 2026-01-05.",
                 "event", law->events[law->starts_with].id, NULL);
    return true;
}

/* A step that is past and not late: the family's own, or one that only guidance asks for. */
static const char *past_label(const struct ehc_deadline *deadline) {
    return deadline->limit->for_family || deadline->own != NULL ? "past" : "guidance";
}

const char *words_label(const struct ehc_judged *judged) {
    switch (judged->deadline->status) {
    case EHC_LATE:
        if (judged->deadline->because == EHC_TOO_EARLY)
            return "too early";
        return judged->late ? "late" : past_label(judged->deadline);
    case EHC_OVERDUE:
        return judged->late ? "overdue" : past_label(judged->deadline);
    case EHC_DISPUTED:
        return "disputed";
    case EHC_UNKNOWN:
        return judged->waits ? "if owed" : "not known";
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

static void add_planned(const struct ehc_judged *judged, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    if (!judged->done && judged->deadline->act != EHC_NO_DAY)
        ehc_sentence_add(text, EHC_WORDS, "; planned for {date}", "date", ehc_day_format(judged->deadline->act, date), NULL);
}

/* "{days} late{weeks}" or the like, with the days of a step filled in. */
static void write_days(int number, const char *sentence, char text[EHC_WORDS]) {
    char days[EHC_WORDS], weeks[WORDS_WEEKS];
    ehc_sentence(text, EHC_WORDS, sentence, "days", ehc_days_words(number, days), "weeks", words_weeks(number, weeks), NULL);
}

static const char past_guidance[] = "{days} after the day in guidance{weeks}";

static void write_past(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    char end[EHC_WORDS], days[EHC_WORDS];
    if (deadline->because == EHC_TOO_EARLY) {
        words_too_early(judgement->law, deadline, text);
    } else if (deadline->superseded != EHC_NO_DAY) {
        write_days(deadline->days, judged->late ? "{days} late by then{weeks}" : past_guidance, days);
        ehc_sentence(text, EHC_WORDS, "{end}: {days}", "end", ehc_end_words(judgement->law, deadline, end), "days", days,
                     NULL);
    } else {
        write_days(deadline->days,
                   deadline->limit->for_family || deadline->own != NULL ? "{days} after the last day{weeks}"
                   : judged->late                                       ? "{days} late{weeks}"
                                                                        : past_guidance,
                   text);
        add_planned(judged, text);
    }
}

static void write_left(const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    if (deadline->limit->is_minimum)
        write_days(deadline->days,
                   deadline->days == 0 ? "today is the last day of that time" : "{days} left of that time{weeks}", text);
    else
        write_days(deadline->days, deadline->days == 0 ? "today is the last day" : "{days} left{weeks}", text);
    add_planned(judged, text);
    if (judged->only_if != NULL)
        ehc_sentence_add(text, EHC_WORDS, "; owed only if {event}", "event", judged->only_if, NULL);
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
        write_days(deadline->due - deadline->act, deadline->act == deadline->due ? "on the last day" : "{days} early{weeks}",
                   text);
        return;
    case EHC_DUE:
        write_left(judged, text);
        return;
    case EHC_DISPUTED:
        ehc_sentence(text, EHC_WORDS,
                     judged->open ? "still in time on the reading that gives {date}, late on another"
                                  : "in time on the reading that gives {date}, late on another",
                     "date", ehc_day_format(deadline->latest, date), NULL);
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

/* The outcome already says whether the step was done. */
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
        snprintf(text, EHC_WORDS, "%s", outcome);
    else if (judged->done)
        ehc_sentence(text, EHC_WORDS, "done {date}, {outcome}", "date", ehc_day_format(judged->deadline->act, date),
                     "outcome", outcome, NULL);
    else
        ehc_sentence(text, EHC_WORDS, "not done, {outcome}", "outcome", outcome, NULL);
}

/* Whether an exception is claimed that ehc cannot judge. */
static bool has_open_claim(const struct ehc_judged *judged) {
    for (size_t i = 0; i < judged->exception_count; i++) {
        const struct ehc_exception *exception = &judged->exceptions[i];
        if (exception->is_answered && !exception->is_unclaimed && exception->answer == EHC_ANSWER_CANNOT_SAY)
            return true;
    }
    return false;
}

/* What may excuse a late step, to stand behind it; "" if nothing is claimed that may. */
static const char *words_excuse(const struct ehc_judged *judged) {
    if (judged->deadline->with_exception != EHC_NO_DAY)
        return ", but an exception may excuse it";
    return has_open_claim(judged) ? ", but ehc cannot say if an exception fits" : "";
}

void words_late_steps(const struct ehc_judgement *judgement, char text[EHC_WORDS]) {
    text[0] = '\0';
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        char step[EHC_WORDS], late[EHC_WORDS];
        if (!judged->late || judged->said_already)
            continue;
        words_late_step(judgement, judged, step);
        words_append(text, text[0] != '\0' ? "; " : "");
        ehc_sentence_add(text, EHC_WORDS, judged->open ? "{step} {late}, not done" : "{step} {late}", "step", step, "late",
                         words_lateness(judged->deadline, late), NULL);
        words_append(text, words_excuse(judged));
    }
}

void words_disputed_steps(const struct ehc_judgement *judgement, char text[EHC_WORDS]) {
    text[0] = '\0';
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        char step[EHC_WORDS], last[EHC_WORDS];
        if (!judged->disputed || judged->said_already)
            continue;
        words_step(judgement, judged, step);
        words_append(text, text[0] != '\0' ? "; " : "");
        ehc_sentence_add(text, EHC_WORDS, "{step}: the last day was {last}", "step", step, "last",
                         words_last_day(judged->deadline, last), NULL);
    }
}

void words_next(const struct ehc_judgement *judgement, char text[EHC_WORDS]) {
    const struct ehc_judged *next = judgement->next;
    char step[EHC_WORDS], when[EHC_WORDS], round[EHC_WORDS];
    snprintf(text, EHC_WORDS, "%s",
             judgement->option_count > 0 ? "nobody but the family has a step with a date still to come."
                                         : "no step has a date still to come.");
    if (next == NULL)
        return;
    words_sentence(next->deadline->limit, step);
    ascii_lower_first(step);
    words_add_in_brackets(step, next->deadline->advice != NULL ? words_advice_name(next->deadline->advice) : NULL);
    words_round(judgement, next, round);
    words_add_in_brackets(step, round);
    words_when(judgement, next, when);
    ehc_sentence(text, EHC_WORDS, "{step}, {when}.", "step", step, "when", when, NULL);
}

const char *words_late_over(const struct ehc_judgement *judgement) {
    bool was_ended = false, too_early = false;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        too_early = too_early || (judged->late && judged->deadline->because == EHC_TOO_EARLY);
        was_ended = was_ended || (judged->late && !judged->done);
    }
    if (too_early)
        return "Every step that was late or too early is over";
    return was_ended ? "Every late step has been done, or another step has ended it" : "Every late step has been done";
}

void words_late_now(const struct ehc_judgement *judgement, char text[EHC_WORDS]) {
    char steps[EHC_WORDS];
    size_t late = 0;
    text[0] = '\0';
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        char step[EHC_WORDS], days[EHC_WORDS];
        late += judged->late && !judged->said_already;
        if (!judged->late_now)
            continue;
        words_late_step(judgement, judged, step);
        ascii_lower_first(step);
        if (judged->open)
            write_days(judged->deadline->days, "{days}{weeks}", days);
        else
            words_lateness(judged->deadline, days);
        words_append(text, text[0] != '\0' ? "; " : "");
        ehc_sentence_add(text, EHC_WORDS,
                         judged->deadline->advice == NULL ? "{step}, from the {who}, {days}" : "{step}, {days}", "step",
                         step, "who", judged->deadline->limit->who, "days", days, NULL);
        words_append(text, words_excuse(judged));
    }
    if (text[0] == '\0' && late > 0) {
        words_late_steps(judgement, steps);
        ascii_lower_first(steps);
        ehc_sentence(text, EHC_WORDS, "nothing. {over}: {steps}.", "over", words_late_over(judgement), "steps", steps, NULL);
    } else {
        words_append(text, text[0] == '\0' ? "nothing." : ".");
    }
}

bool words_own_past(const struct ehc_judgement *judgement, char text[EHC_WORDS]) {
    text[0] = '\0';
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        char days[EHC_WORDS];
        if (deadline->own == NULL || deadline->status != EHC_OVERDUE)
            continue;
        write_days(deadline->days, "{days}{weeks}", days);
        words_append(text, text[0] != '\0' ? "; " : "");
        ehc_sentence_add(text, EHC_WORDS, "{name}, {who}, {days}", "name", deadline->own->name, "who", deadline->limit->who,
                         "days", days, NULL);
    }
    bool any = text[0] != '\0';
    words_append(text, ".");
    return any;
}

bool words_held_up(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    char asked[EHC_DAY_TEXT], waited[EHC_WORDS], due[EHC_DAY_TEXT], ago[EHC_WORDS];
    if (judged->holds_up == NULL)
        return false;
    write_days(judgement->as_at - judged->asked, "{days} ago{weeks}", waited);
    write_days(deadline->days, "{days} ago{weeks}", ago);
    ehc_sentence(text, EHC_WORDS,
                 deadline->status == EHC_OVERDUE
                     ? "{advice}, asked on {asked}, {waited}. The advice was due on {due}, {ago}. The {step} may be waiting "
                       "for it, but in law its date does not move."
                     : "{advice}, asked on {asked}, {waited}. The advice is due on {due}. The {step} may be waiting for it, "
                       "but in law its date does not move.",
                 "advice", words_advice_name(deadline->advice), "asked", ehc_day_format_short(judged->asked, asked),
                 "waited", waited, "due", ehc_day_format_short(deadline->due, due), "ago", ago, "step",
                 judged->holds_up->deadline->limit->short_title, NULL);
    return true;
}

bool words_is_late_now(const struct ehc_judgement *judgement) {
    for (size_t i = 0; i < judgement->count; i++)
        if (judgement->deadlines[i].late_now)
            return true;
    return false;
}

void words_missing(const struct ehc_judgement *judgement, const struct ehc_missing *missing, char text[EHC_WORDS]) {
    const struct ehc_event *event = missing->judged == NULL ? &judgement->law->events[missing->event] : NULL;
    char because[EHC_WORDS], step[EHC_WORDS];
    if (missing->judged != NULL) {
        words_step(judgement, missing->judged, step);
        ascii_lower_first(step);
        ehc_because_words(judgement->law, missing->judged->deadline, because);
        ehc_sentence(text, EHC_WORDS, "{step}: {because}.", "step", step, "because", because, NULL);
        return;
    }
    snprintf(step, sizeof step, "%s", missing->limit->short_title);
    words_add_in_brackets(step, missing->advice != NULL ? words_advice_name(missing->advice) : NULL);
    ehc_sentence(text, EHC_WORDS, "whether the {step} came in time. The case does not give {event} ({title}).", "step", step,
                 "event", missing->advice != NULL ? "requested" : event->id, "title", event->title, NULL);
}

static bool is_not_said(const struct ehc_judged *judged) {
    return judged != NULL && judged->deadline->because == EHC_NOT_SAID;
}

/* The steps of a round that the case says nothing about are named together, with the first of them. */
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
    words_add_in_brackets(steps, round);
    ehc_sentence(text, EHC_WORDS, "whether {steps} came in time. The case does not give {events}.", "steps", steps, "events",
                 events, NULL);
    return true;
}

void words_option(const struct ehc_judgement *judgement, const struct ehc_option *option, char text[EHC_WORDS]) {
    char words[EHC_WORDS], date[EHC_DAY_TEXT], round[EHC_WORDS] = "";
    if (option->judged != NULL)
        words_round(judgement, option->judged, round);
    snprintf(words, sizeof words, "%s", option->words);
    words_add_in_brackets(words, round);
    ehc_sentence(text, EHC_WORDS, option->hour != NULL ? "{words}, by {hour} on {date}" : "{words}, by {date}", "words",
                 words, "hour", option->hour, "date", ehc_day_format(option->last, date), NULL);
}

/* What an option belongs to: the step that was late, or the event that opened it. In a history its round says that. */
static void write_reason(const struct ehc_judgement *judgement, const struct ehc_option *option, char text[EHC_WORDS]) {
    char step[EHC_WORDS], date[EHC_DAY_TEXT];
    text[0] = '\0';
    if (option->late != NULL) {
        words_step(judgement, option->late, step);
        ascii_lower_first(step);
        ehc_sentence(text, EHC_WORDS,
                     option->late->deadline->because == EHC_TOO_EARLY
                         ? "ehc counts from {date}, the day on which the {who} acted too early."
                         : "ehc counts from {date}, the first late day for the {step}.",
                     "date", ehc_day_format_short(option->from_delay, date), "step", step, "who",
                     option->late->deadline->limit->who, NULL);
    } else if (option->judged != NULL && option->judged->deadline->trigger != EHC_NO_DAY) {
        words_round(judgement, option->judged, step);
        if (step[0] == '\0')
            ehc_sentence(text, EHC_WORDS, "The time runs from {date}, when {done}.", "done",
                         judgement->law->events[option->judged->deadline->trigger_event].done, "date",
                         ehc_day_format_short(option->judged->deadline->trigger, date), NULL);
    }
}

void words_option_note(const struct ehc_judgement *judgement, const struct ehc_option *option, char text[EHC_WORDS]) {
    const char *note = option->limit->note != NULL ? option->limit->note : "", *end = strstr(note, ". ");
    char first[EHC_WORDS], reason[EHC_WORDS];
    snprintf(first, sizeof first, "%.*s", end != NULL ? (int)(end - note) + 1 : EHC_WORDS - 1, note);
    write_reason(judgement, option, reason);
    if (first[0] != '\0' && reason[0] != '\0')
        ehc_sentence(text, EHC_WORDS, option->late != NULL ? "{note} {reason}" : "{reason} {note}", "note", first, "reason",
                     reason, NULL);
    else
        snprintf(text, EHC_WORDS, "%s", first[0] != '\0' ? first : reason);
}
