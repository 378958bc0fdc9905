#include "words.h"
#include "util/ascii.h"
#include <stdio.h>
#include <string.h>

/* "The council must decide whether to assess, and tell you"; "You can appeal to the Tribunal". */
void words_sentence(const struct ehc_limit *limit, char text[EHC_WORDS]) {
    char title[EHC_WORDS];
    snprintf(title, sizeof title, "%s", limit->title);
    if (limit->basis == EHC_OWN) {
        ascii_upper_first(title);
        snprintf(text, EHC_WORDS, "%.900s (%.200s)", title, limit->for_family ? "you" : limit->who);
        return;
    }
    ascii_lower_first(title);
    if (limit->for_family)
        snprintf(text, EHC_WORDS, "You can %.900s", title);
    else
        snprintf(text, EHC_WORDS, "The %.200s %s %.900s", limit->who, ehc_is_duty(limit->basis) ? "must" : "should", title);
}

const char *words_law(const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    const struct ehc_own *own = deadline->own;
    if (own == NULL)
        snprintf(text, EHC_WORDS, "%s", deadline->limit->provision);
    else
        snprintf(text, EHC_WORDS, "%s%.900s", own->why != NULL ? "set by: " : "your own date",
                 own->why != NULL ? own->why : "");
    return text;
}

bool words_or_on(const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    bool says = deadline->status != EHC_NOT_NEEDED && ehc_or_on_words(deadline, text);
    if (says) {
        ascii_upper_first(text);
        words_append(text, ".");
    }
    return says;
}

void words_append(char text[EHC_WORDS], const char *more) {
    size_t length = strlen(text);
    snprintf(text + length, EHC_WORDS - length, "%s", more);
}

const char *words_full_stop(const char *text) {
    size_t length = strlen(text);
    return length > 0 && text[length - 1] == '?' ? "" : ".";
}

void words_append_days(char text[EHC_WORDS], const char *before, int days, const char *after) {
    char words[EHC_WORDS];
    words_append(text, before);
    words_append(text, ehc_days_words(days, words));
    words_append(text, after);
    if (days >= 14) {
        char weeks[64];
        snprintf(weeks, sizeof weeks, days % 7 == 0 ? " (%d weeks)" : " (over %d weeks)", days / 7);
        words_append(text, weeks);
    }
}

void words_short_title(const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    snprintf(text, EHC_WORDS, "%s", deadline->limit->short_title);
    ascii_upper_first(text);
    if (deadline->advice != NULL) {
        words_append(text, " (");
        words_append(text, words_advice_name(deadline->advice));
        words_append(text, ")");
    }
}

void words_round(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    const struct ehc_group *group = &judgement->groups[judged->group];
    bool has_begun = deadline->trigger != EHC_NO_DAY && (deadline->planned || !deadline->projected);
    text[0] = '\0';
    if (judgement->has_history && has_begun && group->day != EHC_NO_DAY)
        ehc_round_words(judgement->law, group, text);
}

void words_step(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    char round[EHC_WORDS];
    words_short_title(judged->deadline, text);
    words_round(judgement, judged, round);
    if (round[0] == '\0')
        return;
    words_append(text, " (");
    words_append(text, round);
    words_append(text, ")");
}

const char *words_who_acts(const struct ehc_deadline *deadline) {
    return deadline->advice != NULL ? ehc_advice_from_name(deadline->advice->from) : deadline->limit->who;
}

const char *words_advice_name(const struct ehc_advice *advice) {
    return advice->name != NULL ? advice->name : ehc_advice_from_name(advice->from);
}

void words_too_early(const struct ehc_law *law, const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char because[EHC_WORDS];
    text[0] = '\0';
    if (deadline->days > 0) {
        words_append(text, ehc_days_words(deadline->days, because));
        words_append(text, " ");
    }
    words_append(text, ehc_because_words(law, deadline, because));
}

void words_append_last_day(char text[EHC_WORDS], const struct ehc_deadline *deadline) {
    char date[EHC_DAY_TEXT];
    words_append(text, ehc_day_format(deadline->due, date));
    if (deadline->latest == deadline->due)
        return;
    words_append(text, ", or on another reading ");
    words_append(text, ehc_day_format(deadline->latest, date));
}

/* "by Monday 25 May 2026, week 20, in 27 days (a bank holiday: it counts)" */
void words_when(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    const struct ehc_law *law = judgement->law;
    const struct ehc_limit *limit = deadline->limit;
    bool working = limit->unit == EHC_WORKING_DAYS || limit->unit == EHC_SCHOOL_DAYS;
    char date[EHC_DAY_TEXT], small[64];
    int left = judged->last - judgement->as_at;
    if (limit->is_minimum)
        snprintf(text, EHC_WORDS, "at least until %s", ehc_day_format(judged->last, date));
    else
        snprintf(text, EHC_WORDS, "by %.20s%s%s", judged->hour != NULL ? judged->hour : "",
                 judged->hour != NULL ? " on " : "", ehc_day_format(judged->last, date));
    if (limit->unit == EHC_WEEKS && limit->count == EHC_AFTER && !deadline->projected) {
        snprintf(small, sizeof small, ", week %d", limit->amount);
        words_append(text, small);
    }
    if (deadline->status == EHC_DUE && left >= 0) {
        snprintf(small, sizeof small, left == 0 ? ", today" : left == 1 ? ", tomorrow" : ", in %d days", left);
        words_append(text, small);
    }
    if (deadline->projected) {
        words_append(text, ", if ");
        words_append(text, law->events[limit->trigger].when);
        words_append(text, " on ");
        words_append(text, ehc_day_format_short(deadline->trigger, date));
        words_append(text, deadline->planned ? " as planned" : "");
    }
    if (!working && ehc_holiday_name(&law->holidays, judged->last) != NULL)
        words_append(text, " (a bank holiday: it counts)");
    else if (!working && ehc_weekday(judged->last) >= EHC_SATURDAY)
        words_append(text,
                     ehc_weekday(judged->last) == EHC_SATURDAY ? " (a Saturday: it counts)" : " (a Sunday: it counts)");
}

/* Done after the last day, done too early, or not done when something else ended it. */
static void write_done_late(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    bool of_law = judged->late || deadline->limit->for_family || deadline->own != NULL;
    char date[EHC_DAY_TEXT], because[EHC_WORDS];
    if (deadline->because == EHC_TOO_EARLY) {
        words_too_early(judgement->law, deadline, because);
        snprintf(text, EHC_WORDS, "done %s, %.1100s", ehc_day_format(deadline->act, date), because);
        return;
    }
    if (deadline->superseded != EHC_NO_DAY) {
        ehc_end_words(judgement->law, deadline, text);
        words_append_days(text, ": ", deadline->days, of_law ? " late by then" : " after the day in guidance");
        words_append(text, of_law ? "; the last day was " : ", ");
    } else {
        snprintf(text, EHC_WORDS, "done %s", ehc_day_format(deadline->act, date));
        words_append_days(text, of_law ? ", late by " : ", ", deadline->days, of_law ? "" : " after the day in guidance");
        words_append(text, of_law ? ": the last day was " : ", ");
    }
    words_append_last_day(text, deadline);
}

void words_result(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    char date[EHC_DAY_TEXT];
    switch (deadline->status) {
    case EHC_MET:
        snprintf(text, EHC_WORDS, "done %s, ", ehc_day_format(deadline->act, date));
        words_append(text, deadline->act == deadline->due ? "on the last day" : "in time: the last day was ");
        if (deadline->act != deadline->due)
            words_append(text, ehc_day_format_short(deadline->due, date));
        return;
    case EHC_LATE:
        write_done_late(judgement, judged, text);
        return;
    case EHC_DISPUTED:
        if (judged->open)
            snprintf(text, EHC_WORDS, "not done; the last day was ");
        else
            snprintf(text, EHC_WORDS, "done %s, which is disputed: the last day was ", ehc_day_format(deadline->act, date));
        words_append_last_day(text, deadline);
        return;
    case EHC_OVERDUE:
        snprintf(text, EHC_WORDS, "the last day was ");
        words_append_last_day(text, deadline);
        words_append_days(text, ", ", deadline->days, " ago");
        if (deadline->act != EHC_NO_DAY) {
            words_append(text, "; planned for ");
            words_append(text, ehc_day_format(deadline->act, date));
        }
        return;
    case EHC_UNKNOWN:
    case EHC_NOT_NEEDED:
        ehc_because_words(judgement->law, deadline, text);
        if (deadline->due != EHC_NO_DAY && deadline->status == EHC_UNKNOWN && deadline->because != EHC_ONLY_IF) {
            char words[EHC_WORDS];
            snprintf(words, sizeof words, "%s; %.1000s", ehc_day_format(deadline->due, date), text);
            snprintf(text, EHC_WORDS, "%s", words);
        }
        return;
    case EHC_WAITING:
        snprintf(text, EHC_WORDS, "starts when %s", judgement->law->events[deadline->limit->trigger].when);
        return;
    case EHC_DUE:
        return;
    }
}

const char *words_event_date(const struct ehc_law *law, const struct ehc_happened *happened, char date[EHC_DAY_TEXT]) {
    ehc_day_format(happened->day, date);
    if (law->events[happened->event].is_year)
        snprintf(date, EHC_DAY_TEXT, "%d", ehc_ymd_from_day(happened->day).year);
    return date;
}

/* ---- exceptions ---- */

const char *words_claim(const struct ehc_law *law, const struct ehc_exception *exception, char text[EHC_WORDS]) {
    const char *title = exception->claim != NULL ? exception->claim->title : law->kinds[exception->kind].title;
    char date[EHC_DAY_TEXT];
    snprintf(text, EHC_WORDS, "%s: %c%s", exception->is_unclaimed ? "Could be claimed" : "Claimed", ascii_lower(title[0]),
             title + 1);
    if (exception->name != NULL) {
        words_append(text, " (");
        words_append(text, exception->name);
        words_append(text, ")");
    }
    words_append(text, ", ");
    words_append(text, ehc_day_format_short(exception->span.first, date));
    if (exception->span.first != exception->span.last) {
        words_append(text, " to ");
        words_append(text, ehc_day_format_short(exception->span.last, date));
    }
    return text;
}

const char *words_they_say(const struct ehc_they_say *they_say, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    snprintf(text, EHC_WORDS, "%s", ehc_day_format(they_say->day, date));
    if (they_say->name != NULL) {
        words_append(text, ", ");
        words_append(text, they_say->name);
    }
    if (they_say->reason != NULL) {
        words_append(text, " (");
        words_append(text, they_say->reason);
        words_append(text, ")");
    }
    return text;
}

const char *words_said_verdict(const struct ehc_said *said) {
    static const char *const words[] = {
        [EHC_SAID_RIGHT] = "Right.",    [EHC_SAID_READING] = "Another reading.", [EHC_SAID_ESTIMATE] = "An estimate.",
        [EHC_SAID_MISCOUNT] = "Wrong.", [EHC_SAID_UNEXPLAINED] = "Wrong.",       [EHC_SAID_CANNOT_TELL] = "Cannot say.",
    };
    return words[said->is];
}

const char words_said_heading[] = "Dates that others give";

void words_they_say_of(const struct ehc_judgement *judgement, const struct ehc_judged *judged, size_t said,
                       char text[EHC_WORDS]) {
    char date[EHC_WORDS];
    words_step(judgement, judged, text);
    words_append(text, ": they say ");
    words_append(text, words_they_say(judged->said[said].fact, date));
}

void words_said(const struct ehc_judgement *judgement, const struct ehc_judged *judged, size_t said, char text[EHC_WORDS]) {
    const struct ehc_said *about = &judged->said[said];
    char words[EHC_WORDS];
    snprintf(text, EHC_WORDS, "%s ", words_said_verdict(about));
    words_append(text, ehc_said_words(judgement->law, judged->deadline, about, words));
    if (!ehc_said_reason_words(about, words))
        return;
    words_append(text, " ");
    words_append(text, words);
}

const char *words_fit(const struct ehc_exception *exception) {
    static const char *const words[] = {
        [EHC_ANSWER_NO] = "does not fit", [EHC_ANSWER_YES] = "fits", [EHC_ANSWER_CANNOT_SAY] = "cannot say whether it fits"};
    return words[exception->answer];
}

const char *words_claim_answer(const struct ehc_law *law, const struct ehc_deadline *deadline,
                               const struct ehc_exception *exception, char text[EHC_WORDS]) {
    char why[EHC_WORDS], provision[EHC_WORDS];
    ehc_exception_words(deadline, exception, why);
    ehc_exception_provision(law, deadline->limit, exception->kind, provision);
    if (exception->fit == EHC_NOT_ON_LIST)
        snprintf(text, EHC_WORDS, "does not fit: %.1100s", why);
    else
        snprintf(text, EHC_WORDS, "%s %.200s: %.900s", words_fit(exception), provision, why);
    return text;
}

const char *words_estimate(const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    text[0] = '\0';
    if (deadline->with_exception == EHC_NO_DAY)
        return text;
    snprintf(text, EHC_WORDS, "An estimate, not law: %s, with the ", ehc_day_format(deadline->with_exception, date));
    words_append_days(text, "", deadline->days_lost, " lost");
    return text;
}

const char *words_estimate_if(const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    text[0] = '\0';
    if (deadline->with_exception_if == EHC_NO_DAY)
        return text;
    snprintf(text, EHC_WORDS, "If %s, an estimate and not law: %s, with up to ",
             deadline->with_exception != EHC_NO_DAY ? "the rest fits too" : "it fits",
             ehc_day_format(deadline->with_exception_if, date));
    words_append_days(text, "", deadline->days_lost_if, " lost");
    return text;
}

const char *words_to_judge(const struct ehc_law *law, const struct ehc_exception *exception, char text[EHC_WORDS]) {
    const char *judge = law->kinds[exception->kind].judge;
    snprintf(text, EHC_WORDS, "For people to judge: %c%s", ascii_lower(judge[0]), judge + 1);
    return text;
}

const char *words_both_dates(const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT], estimate[EHC_WORDS];
    snprintf(text, EHC_WORDS, "The date by law stays %s", ehc_day_format(deadline->due, date));
    if (deadline->with_exception == EHC_NO_DAY && deadline->with_exception_if == EHC_NO_DAY)
        words_append(text, "; no exception claimed gives another");
    if (*words_estimate(deadline, estimate) != '\0') {
        words_append(text, ". ");
        words_append(text, estimate);
    }
    if (*words_estimate_if(deadline, estimate) != '\0') {
        words_append(text, ". ");
        words_append(text, estimate);
    }
    words_append(text, ".");
    return text;
}

bool words_relaxation(const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_relaxation *relaxation = judged->past ? judged->relaxation : NULL;
    if (relaxation != NULL)
        snprintf(text, EHC_WORDS, "%.200s: %.900s", relaxation->provision, relaxation->why);
    return relaxation != NULL;
}

const char words_not_advice[] = "This is a calculation, not legal advice.";

const char *words_disclaimer(const struct ehc_law *law, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    snprintf(text, EHC_WORDS, "%s Law as at %s.", words_not_advice, ehc_day_format_short(law->as_at, date));
    return text;
}
