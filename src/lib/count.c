#include <ehc/count.h>

static struct ehc_counted firm(ehc_day day) {
    return (struct ehc_counted){.day = day, .firm = true};
}

static struct ehc_counted count_working_days(const struct ehc_law *law, const struct ehc_case *facts,
                                             struct ehc_period period, ehc_day trigger) {
    struct ehc_span closed[EHC_CLOSURES_MAX];
    const struct ehc_working_days days = ehc_days_left_out(law, facts, period, closed);
    if (period.count == EHC_AT_LEAST_BEFORE) {
        /* Any day before the first of the whole working days in between is in time, even a Sunday: the law asks only for
         * those days. */
        struct ehc_counted back = ehc_add_working_days(&days, trigger, -period.amount);
        back.day = ehc_add_days(back.day, period.lenient ? 0 : -1);
        return back;
    }
    if (period.count == EHC_AFTER)
        return ehc_add_working_days(&days, trigger, period.amount);
    struct ehc_counted first = ehc_next_working_day(&days, trigger);
    if (period.amount == 1)
        return first;
    struct ehc_counted last = ehc_add_working_days(&days, first.day, period.amount - 1);
    last.firm = last.firm && first.firm;
    return last;
}

static ehc_day count_months(struct ehc_period period, ehc_day trigger) {
    if (period.count == EHC_AFTER)
        return ehc_add_months(trigger, period.amount);
    if (period.count == EHC_BEGINNING)
        return ehc_last_of_months_beginning(trigger, period.amount);
    return ehc_add_days(ehc_add_months(trigger, -period.amount), period.lenient ? 0 : -1);
}

static ehc_day count_days(int days, struct ehc_period period, ehc_day trigger) {
    if (period.count == EHC_AFTER)
        return ehc_add_days(trigger, days);
    if (period.count == EHC_BEGINNING)
        return ehc_add_days(trigger, days - 1);
    return ehc_add_days(trigger, -(period.lenient ? days : days + 1));
}

struct ehc_working_days ehc_days_left_out(const struct ehc_law *law, const struct ehc_case *facts, struct ehc_period period,
                                          struct ehc_span closed[EHC_CLOSURES_MAX]) {
    struct ehc_working_days days = {.holidays = period.holidays != NULL ? period.holidays : &law->holidays,
                                    .closed = closed};
    if (period.roll != NULL && period.roll->kind == EHC_BREAKS_NOT_COUNTED) {
        days.breaks = period.roll->breaks;
        days.break_count = period.roll->break_count;
    }
    for (size_t i = 0; facts != NULL && period.unit == EHC_SCHOOL_DAYS && i < facts->closure_count; i++)
        if (ehc_closure_setting(facts, i) != EHC_EARLY_YEARS)
            closed[days.closed_count++] = facts->closure[i].span;
    return days;
}

static struct ehc_counted count_unrolled(const struct ehc_law *law, const struct ehc_case *facts, struct ehc_period period,
                                         ehc_day trigger) {
    switch (period.unit) {
    case EHC_DAYS:
        return firm(count_days(period.amount, period, trigger));
    case EHC_WEEKS:
        return firm(count_days(7 * period.amount, period, trigger));
    case EHC_MONTHS:
        return firm(count_months(period, trigger));
    case EHC_WORKING_DAYS:
    case EHC_SCHOOL_DAYS:
        return count_working_days(law, facts, period, trigger);
    case EHC_FIXED_DATE:
        break;
    }
    if (trigger == EHC_NO_DAY)
        return firm(EHC_NO_DAY);
    return firm(ehc_add_days(ehc_day_from_ymd(ehc_ymd_from_day(trigger).year, period.month, period.amount), -1));
}

/* If the act may be done on the next working day, and that day is in a break, it is open whether the rule about breaks moves
 * it further. The earlier day is the safe one. (England: HESC Rules r12(2), (3)(a).) */
static void roll_on(const struct ehc_law *law, const struct ehc_roll *roll, struct ehc_period_end *end) {
    const struct ehc_working_days days = {.holidays = &law->holidays};
    const struct ehc_break *in = ehc_break_of(roll->breaks, roll->break_count, end->counted), *into = NULL;
    struct ehc_counted rolled =
        ehc_next_working_day(&days, in != NULL ? ehc_end_of_break(in, end->counted) + 1 : end->counted);
    end->day = rolled.day;
    end->firm = end->firm && rolled.firm;
    if (in == NULL && rolled.day != EHC_NO_DAY)
        into = ehc_break_of(roll->breaks, roll->break_count, rolled.day);
    if (into != NULL)
        end->also = ehc_next_working_day(&days, ehc_end_of_break(into, rolled.day) + 1).day;
}

struct ehc_period_end ehc_count_period(const struct ehc_law *law, const struct ehc_case *facts, struct ehc_period period,
                                       ehc_day trigger) {
    struct ehc_counted counted = count_unrolled(law, facts, period, trigger);
    struct ehc_period_end end = {.counted = counted.day, .day = counted.day, .also = EHC_NO_DAY, .firm = counted.firm};
    if (period.roll != NULL && period.roll->kind == EHC_TO_NEXT_WORKING_DAY && end.counted != EHC_NO_DAY)
        roll_on(law, period.roll, &end);
    return end;
}

struct ehc_period_end ehc_count_limit(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_limit *limit,
                                      ehc_day trigger, bool lenient) {
    const struct ehc_roll *roll = limit->roll != EHC_NONE ? &law->rolls[limit->roll] : NULL;
    struct ehc_period period = {limit->amount, limit->month, limit->unit, limit->count, roll, lenient, NULL};
    /* Fast path: most limits are days or weeks that never roll, and a caseload has millions of them. */
    if (roll == NULL && (period.unit == EHC_DAYS || period.unit == EHC_WEEKS)) {
        ehc_day day = count_days(period.unit == EHC_WEEKS ? 7 * period.amount : period.amount, period, trigger);
        return (struct ehc_period_end){.counted = day, .day = day, .also = EHC_NO_DAY, .firm = true};
    }
    period.holidays = ehc_holidays_of(law, limit);
    return ehc_count_period(law, facts, period, trigger);
}

int ehc_working_days_between(const struct ehc_holidays *holidays, ehc_day first, ehc_day last, bool *firm) {
    const struct ehc_working_days calendar = {.holidays = holidays};
    int days = 0;
    for (ehc_day day = first + 1; day <= last; day++)
        days += ehc_is_working_day(&calendar, day);
    *firm = first + 1 >= holidays->from && last <= holidays->until;
    return days;
}
