/* What each day means for a count, for a calendar of months. It counts nothing again: the deadline gives the first and the
 * last day. */
#include "screen.h"
#include <ehc/count.h>
#include <string.h>

struct drawn {
    const struct ehc_judgement *judgement;
    const struct ehc_deadline *deadline;
    struct ehc_working_days counts; /* the days that a count of working or school days leaves out */
    struct ehc_span closed[EHC_CLOSURES_MAX];
};

static bool is_closed(const struct drawn *drawn, ehc_day day) {
    const struct ehc_case *facts = drawn->judgement->facts;
    for (size_t i = 0; i < facts->closure_count; i++)
        if (day >= facts->closure[i].span.first && day <= facts->closure[i].span.last)
            return true;
    return false;
}

static void set_days_left_out(struct drawn *drawn) {
    const struct ehc_law *law = drawn->judgement->law;
    const struct ehc_limit *limit = drawn->deadline->limit;
    struct ehc_period period = {.unit = limit->unit,
                                .roll = limit->roll != EHC_NONE ? &law->rolls[limit->roll] : NULL,
                                .holidays = ehc_holidays_of(law, limit)};
    drawn->counts = ehc_days_left_out(law, drawn->judgement->facts, period, drawn->closed);
}

static bool is_counted(const struct drawn *drawn, ehc_day day) {
    enum ehc_unit unit = drawn->deadline->limit->unit;
    return (unit != EHC_WORKING_DAYS && unit != EHC_SCHOOL_DAYS) || ehc_is_working_day(&drawn->counts, day);
}

static char what_it_is(const struct drawn *drawn, ehc_day day) {
    const struct ehc_deadline *deadline = drawn->deadline;
    const struct ehc_limit *limit = deadline->limit;
    bool back = deadline->due < deadline->trigger;
    if (day == deadline->due)
        return 'L';
    if (limit->unit == EHC_FIXED_DATE)
        return '.';
    if (day == deadline->trigger)
        return limit->count == EHC_BEGINNING && is_counted(drawn, day) ? 'S' : 's';
    if (back ? day < deadline->due || day > deadline->trigger : day < deadline->trigger || day > deadline->due)
        return '.';
    if (!back && deadline->counted != EHC_NO_DAY && day > deadline->counted)
        return 'r';
    return is_counted(drawn, day) ? '=' : '-';
}

static char mark_of(const struct drawn *drawn, ehc_day day) {
    bool holiday = ehc_holiday_name(drawn->counts.holidays, day) != NULL, closed = is_closed(drawn, day);
    return holiday ? (closed ? 'B' : 'b') : closed ? 'c' : '.';
}

static void draw_month(const struct drawn *drawn, struct screen_month *month) {
    int length = ehc_days_in_month(month->year, month->month);
    ehc_day first = ehc_day_from_ymd(month->year, month->month, 1);
    month->begins = ehc_weekday(first);
    for (int i = 0; i < length; i++) {
        month->days[i] = what_it_is(drawn, first + i);
        month->marks[i] = mark_of(drawn, first + i);
    }
    month->days[length] = month->marks[length] = '\0';
}

static struct ehc_span span_of(const struct ehc_deadline *deadline) {
    if (deadline->limit->unit == EHC_FIXED_DATE || deadline->own != NULL)
        return (struct ehc_span){deadline->due, deadline->due};
    return deadline->trigger < deadline->due ? (struct ehc_span){deadline->trigger, deadline->due}
                                             : (struct ehc_span){deadline->due, deadline->trigger};
}

void screen_count_days(const struct ehc_judgement *judgement, const struct ehc_deadline *deadline,
                       struct screen_count *count) {
    struct drawn drawn = {.judgement = judgement, .deadline = deadline};
    count->month_count = 0;
    if (deadline->trigger == EHC_NO_DAY || deadline->due == EHC_NO_DAY || deadline->own != NULL)
        return;
    set_days_left_out(&drawn);
    count->span = span_of(deadline);
    struct ehc_ymd first = ehc_ymd_from_day(count->span.first), last = ehc_ymd_from_day(count->span.last);
    int months = 12 * (last.year - first.year) + last.month - first.month + 1;
    if (months > SCREEN_MONTHS_MOST)
        return;
    for (int i = 0; i < months; i++) {
        struct screen_month *month = &count->months[count->month_count++];
        month->year = first.year + (first.month - 1 + i) / 12;
        month->month = (first.month - 1 + i) % 12 + 1;
        draw_month(&drawn, month);
    }
}
