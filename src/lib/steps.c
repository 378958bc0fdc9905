/* The steps of a count, in words. */
#include "engine.h"
#include "util/fail.h"
#include "util/fill.h"
#include <ehc/explain.h>
#include <stdarg.h>
#include <stdio.h>

struct steps {
    const struct ehc_law *law;
    const struct ehc_deadline *deadline;
    ehc_line *line;
    void *context;
    char text[EHC_WORDS];
};

static void step(struct steps *steps, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void step(struct steps *steps, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(steps->text, EHC_WORDS, format, arguments);
    ehc_make_fit(steps->text);
    va_end(arguments);
    steps->line(steps->context, steps->text);
}

static void step_trigger(struct steps *steps) {
    const struct ehc_deadline *deadline = steps->deadline;
    char date[EHC_DAY_TEXT];
    const struct ehc_event *event = &steps->law->events[deadline->limit->trigger];
    ehc_day_format(deadline->trigger, date);
    if (deadline->planned)
        step(steps, "still to come: counted from the planned day, %s, as if %s that day", date, event->done);
    else if (deadline->projected && deadline->projected_by != EHC_NONE)
        step(steps, "the day to count from is not yet known; until then the count uses %s, the last day for '%s'", date,
             steps->law->limits[deadline->projected_by].short_title);
    else if (deadline->projected)
        step(steps, "the day to count from is not yet known; until then the count uses %s, as if %s that day", date,
             event->done);
    else if (deadline->trigger_event != deadline->limit->trigger)
        step(steps, "counted from the day %s", steps->law->events[deadline->trigger_event].done);
    if (deadline->limit->count == EHC_AFTER)
        step(steps, "%s is not counted", date);
    else if (deadline->limit->count == EHC_BEGINNING)
        step(steps, "%s is counted, as the first day", date);
    else if (deadline->limit->count == EHC_AT_LEAST_BEFORE)
        step(steps, "counted back from %s", date);
}

static void step_bank_holidays(struct steps *steps) {
    const struct ehc_deadline *deadline = steps->deadline;
    const struct ehc_holidays *holidays = ehc_holidays_of(steps->law, deadline->limit);
    ehc_day first = deadline->trigger < deadline->counted ? deadline->trigger : deadline->counted;
    ehc_day last = deadline->trigger < deadline->counted ? deadline->counted : deadline->trigger;
    if (deadline->limit->count == EHC_AT_LEAST_BEFORE)
        first++; /* the last day itself is not counted */
    char list[EHC_WORDS] = "", date[EHC_DAY_TEXT];
    size_t at = 0;
    for (size_t i = 0; i < holidays->count && at < sizeof list; i++) {
        ehc_day day = holidays->list[i].day;
        bool counted = day != deadline->trigger || deadline->limit->count == EHC_BEGINNING;
        if (counted && day >= first && day <= last)
            at += (size_t)snprintf(list + at, sizeof list - at, "%s%s", at > 0 ? ", " : "", ehc_day_format_short(day, date));
    }
    if (at > 0)
        step(steps, "bank holidays left out: %s", list);
}

static void step_months(struct steps *steps, const char *amount) {
    const struct ehc_deadline *deadline = steps->deadline;
    char date[EHC_DAY_TEXT];
    int day = ehc_ymd_from_day(deadline->trigger).day;
    /* The count goes by the corresponding date, and may then take a day off it. */
    bool is_day_before = deadline->limit->count != EHC_AFTER && ehc_ymd_from_day(deadline->counted + 1).day == day;
    if (deadline->limit->count == EHC_AT_LEAST_BEFORE)
        step(steps, "%s back, to the same day of the month or the month's last day", amount);
    else if (is_day_before)
        step(steps, "%s, to the day before the same day of the month, %s", amount,
             ehc_day_format_short(deadline->counted + 1, date));
    else if (ehc_ymd_from_day(deadline->counted).day == day)
        step(steps, "%s, to the same day of the month, %s", amount, ehc_day_format_short(deadline->counted, date));
    else
        step(steps, "%s, to the month's last day, %s: the month has no day %d", amount,
             ehc_day_format_short(deadline->counted, date), day);
}

/* The rule by which the last day moves; NULL if it never moves. */
static const struct ehc_roll *roll_of(const struct steps *steps) {
    int roll = steps->deadline->limit->roll;
    return roll != EHC_NONE ? &steps->law->rolls[roll] : NULL;
}

static void step_count(struct steps *steps) {
    const struct ehc_limit *limit = steps->deadline->limit;
    const struct ehc_roll *roll = roll_of(steps);
    char amount[EHC_WORDS];
    ehc_amount_words(limit, amount);
    switch (limit->unit) {
    case EHC_WEEKS:
        step(steps, limit->amount == 1 ? "%s is %d days" : "%s are %d days", amount, 7 * limit->amount);
        break;
    case EHC_DAYS:
        step(steps, "%s of the calendar: weekends and holidays count", amount);
        break;
    case EHC_MONTHS:
        step_months(steps, amount);
        break;
    case EHC_WORKING_DAYS:
        if (roll != NULL && roll->kind == EHC_BREAKS_NOT_COUNTED)
            step(steps, "%s: Saturdays, Sundays, bank holidays, and %s are left out", amount, roll->left_out);
        else
            step(steps, "%s: Saturdays, Sundays and %s are left out", amount,
                 limit->day_kind != EHC_NONE ? steps->law->day_kinds[limit->day_kind].title : "bank holidays");
        step_bank_holidays(steps);
        break;
    case EHC_SCHOOL_DAYS:
        step(steps, "%s: weekends, bank holidays and the days on which the school is closed are left out", amount);
        step_bank_holidays(steps);
        break;
    case EHC_FIXED_DATE:
        step(steps, "before %s: that day itself is too late", amount);
        break;
    }
    if (limit->count == EHC_AT_LEAST_BEFORE)
        step(steps, "at least: the whole of %s lies between the two days", amount);
}

static void step_roll(struct steps *steps) {
    const struct ehc_deadline *deadline = steps->deadline;
    const struct ehc_roll *roll = roll_of(steps);
    char counted[EHC_DAY_TEXT], text[EHC_WORDS];
    if (roll == NULL || deadline->due == deadline->counted)
        return;
    const struct ehc_break *in = ehc_break_of(roll->breaks, roll->break_count, deadline->counted);
    const struct fill_place places[] = {{"date", ehc_day_format(deadline->counted, counted)},
                                        {"break", in != NULL ? in->title : NULL}};
    step(steps, "%s", ehc_fill(in != NULL ? roll->in_break : roll->not_working_day, places, 2, text, sizeof text));
}

/* The last day is a bank holiday or at a weekend: people ask whether it counts. */
static void step_kind_of_day(struct steps *steps) {
    const struct ehc_deadline *deadline = steps->deadline;
    const char *holiday = ehc_holiday_name(&steps->law->holidays, deadline->due);
    enum ehc_weekday weekday = ehc_weekday(deadline->due);
    if (deadline->limit->unit == EHC_WORKING_DAYS || deadline->limit->unit == EHC_SCHOOL_DAYS)
        return;
    if (holiday != NULL)
        step(steps, "a bank holiday (%s): it counts, and this limit does not move", holiday);
    else if (weekday >= EHC_SATURDAY)
        step(steps, "a %s: it counts, and this limit does not move", ehc_weekday_name(weekday));
}

static void step_readings(struct steps *steps) {
    const struct ehc_deadline *deadline = steps->deadline;
    char date[EHC_DAY_TEXT];
    if (deadline->roll_also != EHC_NO_DAY)
        step(steps, "on another reading: %s, %s", ehc_day_format(deadline->roll_also, date),
             steps->law->rolls[deadline->limit->roll].also);
    for (size_t i = 0; i < deadline->limit->readings.count; i++) {
        const struct ehc_reading *reading = &steps->law->readings[deadline->limit->readings.index[i]];
        if (deadline->reading[i] != EHC_NO_DAY && deadline->reading[i] != deadline->due)
            step(steps, "on another reading: %s, with %s (%s)", ehc_day_format(deadline->reading[i], date), reading->title,
                 reading->source);
    }
}

static const char *last_hour_words(const struct ehc_roll *roll) {
    return roll != NULL && roll->ends != NULL ? roll->ends : "to its end";
}

static void step_own(struct steps *steps) {
    const struct ehc_own *own = steps->deadline->own;
    char date[EHC_DAY_TEXT];
    step(steps, "your own date, which no law sets");
    if (own->why != NULL)
        step(steps, "set by: %s", own->why);
    step(steps, "the last day is %s, to its end", ehc_day_format(own->due, date));
}

/* Not needed, because of something that happened. */
static bool is_over(const struct ehc_deadline *deadline) {
    return deadline->status == EHC_NOT_NEEDED && (deadline->because == EHC_OTHER_BRANCH ||
                                                  deadline->because == EHC_SUPERSEDED || deadline->because == EHC_OVERTAKEN);
}

void ehc_steps(const struct ehc_law *law, const struct ehc_deadline *deadline, ehc_line *line, void *context) {
    struct steps steps = {.law = law, .deadline = deadline, .line = line, .context = context};
    char text[EHC_WORDS], date[EHC_DAY_TEXT];
    const struct ehc_relaxation *relaxation = ehc_deadline_relaxation(law, deadline);
    if (deadline->own != NULL) {
        step_own(&steps);
        return;
    }
    if (deadline->trigger == EHC_NO_DAY) {
        step(&steps, "the count starts when %s", law->events[deadline->limit->trigger].when);
    } else if (deadline->due != EHC_NO_DAY) {
        step_trigger(&steps);
        step_count(&steps);
        step_roll(&steps);
        if (ehc_or_on_words(deadline, text))
            step(&steps, "%s", text);
        step(&steps, "the last day is %s, %s", ehc_day_format(deadline->due, date), last_hour_words(roll_of(&steps)));
        step_kind_of_day(&steps);
        step_readings(&steps);
    }
    if (deadline->because != EHC_NO_REASON) {
        ehc_because_words(law, deadline, text);
        step(&steps, is_over(deadline) ? "not needed: %s" : "%s", text);
    }
    if (relaxation != NULL)
        step(&steps, "%s: %s", relaxation->provision, relaxation->why);
}
