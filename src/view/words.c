#include "words.h"
#include "util/ascii.h"
#include "util/fill.h"
#include <stdio.h>
#include <string.h>

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
    else if (own->why == NULL)
        snprintf(text, EHC_WORDS, "your own date");
    else
        snprintf(text, EHC_WORDS, "set by: %.900s", own->why);
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

const char *words_weeks(int days, char text[WORDS_WEEKS]) {
    text[0] = '\0';
    if (days >= 14)
        snprintf(text, WORDS_WEEKS, days % 7 == 0 ? " (%d weeks)" : " (over %d weeks)", days / 7);
    return text;
}

const char *words_count(size_t count, const char *one, const char *many, char text[EHC_WORDS]) {
    snprintf(text, EHC_WORDS, "%zu %.200s", count, count == 1 ? one : many);
    return text;
}

void words_add_in_brackets(char text[EHC_WORDS], const char *more) {
    if (more != NULL && more[0] != '\0')
        ehc_sentence_add(text, EHC_WORDS, " ({more})", "more", more, NULL);
}

void words_short_title(const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    snprintf(text, EHC_WORDS, "%s", deadline->limit->short_title);
    ascii_upper_first(text);
    words_add_in_brackets(text, deadline->advice != NULL ? words_advice_name(deadline->advice) : NULL);
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
    words_add_in_brackets(text, round);
}

const char *words_who_acts(const struct ehc_deadline *deadline) {
    return deadline->advice != NULL ? ehc_advice_from_name(deadline->advice->from) : deadline->limit->who;
}

const char *words_advice_name(const struct ehc_advice *advice) {
    return advice->name != NULL ? advice->name : ehc_advice_from_name(advice->from);
}

void words_too_early(const struct ehc_law *law, const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char because[EHC_WORDS], days[EHC_WORDS];
    ehc_because_words(law, deadline, because);
    if (deadline->days > 0)
        ehc_sentence(text, EHC_WORDS, "{days} {because}", "days", ehc_days_words(deadline->days, days), "because", because,
                     NULL);
    else
        snprintf(text, EHC_WORDS, "%s", because);
}

const char *words_last_day(const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char due[EHC_DAY_TEXT], latest[EHC_DAY_TEXT];
    ehc_day_format(deadline->due, due);
    if (deadline->latest == deadline->due)
        snprintf(text, EHC_WORDS, "%s", due);
    else
        snprintf(text, EHC_WORDS, "%s, or on another reading %s", due, ehc_day_format(deadline->latest, latest));
    return text;
}

/* ---- when a step is due ---- */

/* Says that a last day on a weekend or a bank holiday does not move. */
static const char *day_off_words(const struct ehc_law *law, const struct ehc_limit *limit, ehc_day day) {
    if (limit->unit == EHC_WORKING_DAYS || limit->unit == EHC_SCHOOL_DAYS)
        return "";
    if (ehc_holiday_name(&law->holidays, day) != NULL)
        return " (a bank holiday: it counts)";
    if (ehc_weekday(day) == EHC_SATURDAY)
        return " (a Saturday: it counts)";
    return ehc_weekday(day) == EHC_SUNDAY ? " (a Sunday: it counts)" : "";
}

static void add_if_begun(const struct ehc_law *law, const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    const char *event = law->events[deadline->limit->trigger].when;
    ehc_day_format_short(deadline->trigger, date);
    ehc_sentence_add(text, EHC_WORDS, deadline->planned ? ", if {event} on {date} as planned" : ", if {event} on {date}",
                     "event", event, "date", date, NULL);
}

void words_when(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    const struct ehc_limit *limit = deadline->limit;
    char date[EHC_DAY_TEXT], number[64];
    int left = judged->last - judgement->as_at;
    ehc_day_format(judged->last, date);
    if (limit->is_minimum)
        snprintf(text, EHC_WORDS, "at least until %s", date);
    else if (judged->hour != NULL)
        snprintf(text, EHC_WORDS, "by %.20s on %s", judged->hour, date);
    else
        snprintf(text, EHC_WORDS, "by %s", date);
    words_append(text, day_off_words(judgement->law, limit, judged->last));
    if (limit->unit == EHC_WEEKS && limit->count == EHC_AFTER && !deadline->projected) {
        snprintf(number, sizeof number, "%d", limit->amount);
        ehc_sentence_add(text, EHC_WORDS, ", week {number}", "number", number, NULL);
    }
    if (deadline->status == EHC_DUE && left >= 0) {
        snprintf(number, sizeof number, "%d", left);
        ehc_sentence_add(text, EHC_WORDS,
                         left == 0   ? ", today"
                         : left == 1 ? ", tomorrow"
                                     : ", in {number} days",
                         "number", number, NULL);
    }
    if (deadline->projected)
        add_if_begun(judgement->law, deadline, text);
}

/* ---- how a step went ---- */

/* Done after the last day, done too early, or not done when something else ended it. */
static void write_done_late(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    bool of_law = judged->late || deadline->limit->for_family || deadline->own != NULL;
    char date[EHC_DAY_TEXT], end[EHC_WORDS], days[EHC_WORDS], weeks[WORDS_WEEKS], last[EHC_WORDS];
    const char *sentence;
    if (deadline->because == EHC_TOO_EARLY) {
        words_too_early(judgement->law, deadline, end);
        ehc_sentence(text, EHC_WORDS, "done {date}, {early}", "date", ehc_day_format(deadline->act, date), "early", end,
                     NULL);
        return;
    }
    if (deadline->superseded != EHC_NO_DAY)
        sentence = of_law ? "{end}: {days} late by then{weeks}; the last day was {last}"
                          : "{end}: {days} after the day in guidance{weeks}, {last}";
    else
        sentence = of_law ? "{end}, late by {days}{weeks}: the last day was {last}"
                          : "{end}, {days} after the day in guidance{weeks}, {last}";
    ehc_end_words(judgement->law, deadline, end);
    ehc_sentence(text, EHC_WORDS, sentence, "end", end, "days", ehc_days_words(deadline->days, days), "weeks",
                 words_weeks(deadline->days, weeks), "last", words_last_day(deadline, last), NULL);
}

static void write_overdue(const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char last[EHC_WORDS], days[EHC_WORDS], weeks[WORDS_WEEKS], date[EHC_DAY_TEXT];
    bool is_planned = deadline->act != EHC_NO_DAY;
    ehc_sentence(text, EHC_WORDS,
                 is_planned ? "the last day was {last}, {days} ago{weeks}; planned for {date}"
                            : "the last day was {last}, {days} ago{weeks}",
                 "last", words_last_day(deadline, last), "days", ehc_days_words(deadline->days, days), "weeks",
                 words_weeks(deadline->days, weeks), "date", is_planned ? ehc_day_format(deadline->act, date) : NULL, NULL);
}

static void write_not_sure(const struct ehc_judgement *judgement, const struct ehc_deadline *deadline,
                           char text[EHC_WORDS]) {
    char because[EHC_WORDS], date[EHC_DAY_TEXT];
    bool may_move = deadline->because == EHC_PENDING || deadline->because == EHC_NO_OTHER_DAY;
    ehc_because_words(judgement->law, deadline, because);
    snprintf(text, EHC_WORDS, "%s", because);
    if (deadline->due == EHC_NO_DAY || deadline->status != EHC_UNKNOWN || deadline->because == EHC_ONLY_IF)
        return;
    if (!may_move)
        ascii_upper_first(because);
    ehc_sentence(text, EHC_WORDS,
                 may_move                           ? "{because}. Without it, the last day would be {date}"
                 : deadline->due < judgement->as_at ? "the last day was {date}. {because}"
                                                    : "the last day is {date}. {because}",
                 "date", ehc_day_format(deadline->due, date), "because", because, NULL);
}

void words_result(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    char date[EHC_DAY_TEXT], last[EHC_WORDS];
    switch (deadline->status) {
    case EHC_MET:
        ehc_day_format(deadline->act, date);
        if (deadline->act == deadline->due)
            snprintf(text, EHC_WORDS, "done %s, on the last day", date);
        else
            snprintf(text, EHC_WORDS, "done %s, in time: the last day was %s", date,
                     ehc_day_format_short(deadline->due, last));
        return;
    case EHC_LATE:
        write_done_late(judgement, judged, text);
        return;
    case EHC_DISPUTED:
        words_last_day(deadline, last);
        if (judged->open)
            ehc_sentence(text, EHC_WORDS, "not done; the last day was {last}", "last", last, NULL);
        else
            ehc_sentence(text, EHC_WORDS, "done {date}, which is disputed: the last day was {last}", "date",
                         ehc_day_format(deadline->act, date), "last", last, NULL);
        return;
    case EHC_OVERDUE:
        write_overdue(deadline, text);
        return;
    case EHC_UNKNOWN:
    case EHC_NOT_NEEDED:
        write_not_sure(judgement, deadline, text);
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
    char title[EHC_WORDS], first[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
    bool is_one_day = exception->span.first == exception->span.last;
    snprintf(title, sizeof title, "%s",
             exception->claim != NULL ? exception->claim->title : law->kinds[exception->kind].title);
    ascii_lower_first(title);
    words_add_in_brackets(title, exception->name);
    ehc_sentence(text, EHC_WORDS, exception->is_unclaimed ? "Could be claimed: {title}, " : "Claimed: {title}, ", "title",
                 title, NULL);
    return ehc_sentence_add(text, EHC_WORDS, is_one_day ? "{first}" : "{first} to {last}", "first",
                            ehc_day_format_short(exception->span.first, first), "last",
                            ehc_day_format_short(exception->span.last, last), NULL);
}

const char *words_they_say(const struct ehc_they_say *they_say, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    ehc_sentence(text, EHC_WORDS, they_say->name != NULL ? "{date}, {name}" : "{date}", "date",
                 ehc_day_format(they_say->day, date), "name", they_say->name, NULL);
    words_add_in_brackets(text, they_say->reason);
    return text;
}

/* "Right.", "Wrong.", "Another reading." ... */
static const char *said_verdict(const struct ehc_said *said) {
    static const char *const words[] = {
        [EHC_SAID_RIGHT] = "Right.",    [EHC_SAID_READING] = "Another reading.", [EHC_SAID_ESTIMATE] = "An estimate.",
        [EHC_SAID_MISCOUNT] = "Wrong.", [EHC_SAID_UNEXPLAINED] = "Wrong.",       [EHC_SAID_CANNOT_TELL] = "Cannot say.",
    };
    return words[said->is];
}

const char words_said_heading[] = "Dates that others give";

void words_they_say_of(const struct ehc_judgement *judgement, const struct ehc_judged *judged, size_t said,
                       char text[EHC_WORDS]) {
    char step[EHC_WORDS], date[EHC_WORDS];
    words_step(judgement, judged, step);
    ehc_sentence(text, EHC_WORDS, "{step}: they say {date}", "step", step, "date",
                 words_they_say(judged->said[said].fact, date), NULL);
}

void words_said(const struct ehc_judgement *judgement, const struct ehc_judged *judged, size_t said, char text[EHC_WORDS]) {
    const struct ehc_said *about = &judged->said[said];
    char words[EHC_WORDS], reason[EHC_WORDS];
    bool has_reason = ehc_said_reason_words(about, reason);
    ehc_sentence(text, EHC_WORDS, has_reason ? "{verdict} {words} {reason}" : "{verdict} {words}", "verdict",
                 said_verdict(about), "words", ehc_said_words(judgement->law, judged->deadline, about, words), "reason",
                 has_reason ? reason : NULL, NULL);
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
    char date[EHC_DAY_TEXT], days[EHC_WORDS], weeks[WORDS_WEEKS];
    text[0] = '\0';
    if (deadline->with_exception == EHC_NO_DAY)
        return text;
    return ehc_sentence(text, EHC_WORDS, "An estimate, not law: {date}, with the {days} lost{weeks}", "date",
                        ehc_day_format(deadline->with_exception, date), "days", ehc_days_words(deadline->days_lost, days),
                        "weeks", words_weeks(deadline->days_lost, weeks), NULL);
}

const char *words_estimate_if(const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT], days[EHC_WORDS], weeks[WORDS_WEEKS];
    text[0] = '\0';
    if (deadline->with_exception_if == EHC_NO_DAY)
        return text;
    return ehc_sentence(text, EHC_WORDS,
                        deadline->with_exception != EHC_NO_DAY
                            ? "If the rest fits too, an estimate and not law: {date}, with up to {days} lost{weeks}"
                            : "If it fits, an estimate and not law: {date}, with up to {days} lost{weeks}",
                        "date", ehc_day_format(deadline->with_exception_if, date), "days",
                        ehc_days_words(deadline->days_lost_if, days), "weeks", words_weeks(deadline->days_lost_if, weeks),
                        NULL);
}

const char *words_to_judge(const struct ehc_law *law, const struct ehc_exception *exception, char text[EHC_WORDS]) {
    char judge[EHC_WORDS];
    snprintf(judge, sizeof judge, "%s", law->kinds[exception->kind].judge);
    ascii_lower_first(judge);
    return ehc_sentence(text, EHC_WORDS, "For people to judge: {judge}", "judge", judge, NULL);
}

const char *words_both_dates(const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT], estimate[EHC_WORDS];
    snprintf(text, EHC_WORDS, "The date by law stays %s.", ehc_day_format(deadline->due, date));
    if (deadline->with_exception == EHC_NO_DAY && deadline->with_exception_if == EHC_NO_DAY)
        words_append(text, " No exception that was claimed gives another date.");
    if (*words_estimate(deadline, estimate) != '\0')
        ehc_sentence_add(text, EHC_WORDS, " {estimate}.", "estimate", estimate, NULL);
    if (*words_estimate_if(deadline, estimate) != '\0')
        ehc_sentence_add(text, EHC_WORDS, " {estimate}.", "estimate", estimate, NULL);
    return text;
}

bool words_relaxation(const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_relaxation *relaxation = judged->past ? judged->relaxation : NULL;
    if (relaxation != NULL)
        snprintf(text, EHC_WORDS, "%.200s: %.900s", relaxation->provision, relaxation->why);
    return relaxation != NULL;
}

const char words_not_advice[] = "This is a calculation, not legal advice.";

const char *words_law_as_at(const struct ehc_law *law, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    snprintf(text, EHC_WORDS, "%.100s, as at %s (ehc %s)", law->jurisdiction, ehc_day_format_short(law->as_at, date),
             EHC_VERSION);
    return text;
}

const char *words_disclaimer(const struct ehc_law *law, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    snprintf(text, EHC_WORDS, "%s Law as at %s.", words_not_advice, ehc_day_format_short(law->as_at, date));
    return text;
}
