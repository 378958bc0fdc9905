/* Compares each last day that others give with the law, its other readings, and the known wrong ways of counting. */
#include "judging.h"
#include <ehc/count.h>
#include <stddef.h>
#include <stdlib.h>

enum { SEARCH_MOST = 1000, WEEK = 7, YEAR_LEAST = 1900 };

/* ---- which deadline is meant ---- */

static bool has_begun(const struct ehc_deadline *deadline) {
    return deadline->trigger != EHC_NO_DAY && !deadline->projected;
}

static bool is_meant(const struct judging *judging, const struct ehc_judged *judged, const struct ehc_they_say *they_say) {
    const struct ehc_deadline *deadline = judged->deadline;
    const struct ehc_law *law = judging->judgement.law;
    if (deadline->own != NULL || deadline->limit != &law->limits[they_say->limit])
        return false;
    if (they_say->round >= YEAR_LEAST)
        return law->events[deadline->limit->trigger].is_year && deadline->trigger != EHC_NO_DAY &&
               ehc_ymd_from_day(deadline->trigger).year == they_say->round;
    if (they_say->round > 0)
        return deadline->round == they_say->round;
    return they_say->from == EHC_NO_DAY || deadline->trigger == they_say->from ||
           judging->judgement.groups[judged->group].day == they_say->from;
}

struct ehc_judged *ehc_find_said_of(const struct judging *judging, const struct ehc_they_say *they_say) {
    struct ehc_judged *found = NULL;
    for (size_t i = 0; i < judging->judgement.count; i++) {
        struct ehc_judged *judged = &judging->deadlines[i];
        if (!is_meant(judging, judged, they_say))
            continue;
        if (found == NULL || (has_begun(judged->deadline) &&
                              (!has_begun(found->deadline) || judged->deadline->round > found->deadline->round)))
            found = judged;
    }
    return found;
}

/* ---- a wrong way of counting ---- */

struct attempt {
    const struct judging *judging;
    const struct ehc_deadline *deadline;
    const struct ehc_miscount *way;
    struct ehc_said *said;
};

static bool applies(const struct attempt *attempt) {
    const struct ehc_miscount *way = attempt->way;
    const struct ehc_limit *limit = attempt->deadline->limit;
    ptrdiff_t index = limit - attempt->judging->judgement.law->limits;
    if (way->limits.count > 0)
        return ehc_has_index(&way->limits, (int)index);
    if (limit->unit == EHC_FIXED_DATE && !way->to_working_day)
        return false;
    return (way->of_units == 0 || (way->of_units & 1U << limit->unit) != 0) &&
           (way->of_count == EHC_NONE || way->of_count == (int)limit->count) && (!way->of_fixed || limit->roll == EHC_NONE);
}

static struct ehc_period period_of(const struct attempt *attempt) {
    const struct ehc_miscount *way = attempt->way;
    const struct ehc_limit *limit = attempt->deadline->limit;
    struct ehc_period period = {.amount = limit->amount, .month = limit->month, .unit = limit->unit, .count = limit->count};
    period.holidays = ehc_holidays_of(attempt->judging->judgement.law, limit);
    if (way->amount > 0)
        period.amount = way->amount;
    else if (way->each > 0)
        period.amount = way->each * limit->amount;
    if (way->unit != EHC_NONE)
        period.unit = (enum ehc_unit)way->unit;
    if (way->count != EHC_NONE)
        period.count = (enum ehc_count)way->count;
    return period;
}

/* Whether the week of this Monday has no school day. */
static bool is_closed_week(const struct ehc_working_days *school_days, ehc_day monday) {
    for (ehc_day day = monday; day < monday + WEEK; day++)
        if (ehc_is_working_day(school_days, day))
            return false;
    return true;
}

static bool is_closed(const struct ehc_working_days *school_days, ehc_day day) {
    for (size_t i = 0; i < school_days->closed_count; i++)
        if (day >= school_days->closed[i].first && day <= school_days->closed[i].last)
            return true;
    return false;
}

/* The day that the count reaches if it skips some days or weeks. */
static ehc_day step_over(const struct attempt *attempt, const struct ehc_working_days *school_days, ehc_day from,
                         ehc_day until) {
    const struct ehc_roll *roll =
        attempt->way->roll != EHC_NONE ? &attempt->judging->judgement.law->rolls[attempt->way->roll] : NULL;
    bool by_week = attempt->way->left_out == EHC_LEAVES_CLOSED_WEEKS_OUT;
    int step = by_week ? WEEK : 1;
    ehc_day last = until;
    for (ehc_day day = from + step; day <= last && last < until + SEARCH_MOST; day += step) {
        bool is_out = false;
        if (by_week)
            is_out = is_closed_week(school_days, day - (int)ehc_weekday(day));
        else if (attempt->way->left_out == EHC_LEAVES_CLOSURES_OUT)
            is_out = is_closed(school_days, day);
        else
            is_out = ehc_break_of(roll->breaks, roll->break_count, day) != NULL;
        last += is_out ? step : 0;
    }
    return last;
}

static ehc_day leave_out(const struct attempt *attempt, struct ehc_period period, ehc_day from) {
    const struct ehc_judgement *judgement = &attempt->judging->judgement;
    const struct ehc_case *facts = judgement->facts;
    struct ehc_span closed[EHC_CLOSURES_MAX];
    struct ehc_working_days school_days =
        ehc_days_left_out(judgement->law, facts, (struct ehc_period){.unit = EHC_SCHOOL_DAYS}, closed);
    ehc_day until = ehc_count_period(judgement->law, facts, period, from).counted;
    bool counts_on = period.count == EHC_AFTER || period.count == EHC_BEGINNING;
    return counts_on && until != EHC_NO_DAY ? step_over(attempt, &school_days, from, until) : EHC_NO_DAY;
}

/* Whether this way of counting gives their date from this day. */
static bool gives(const struct attempt *attempt, ehc_day from) {
    const struct ehc_law *law = attempt->judging->judgement.law;
    const struct ehc_case *facts = attempt->judging->judgement.facts;
    const struct ehc_miscount *way = attempt->way;
    const struct ehc_limit *limit = attempt->deadline->limit;
    const struct ehc_working_days working_days = {.holidays = &law->holidays};
    struct ehc_period period = period_of(attempt);
    ehc_day day = attempt->said->fact->day;
    if (way->left_out != EHC_LEAVES_NONE_OUT)
        return leave_out(attempt, period, from) == day;
    struct ehc_period_end end = ehc_count_period(law, facts, period, from);
    if (way->to_working_day)
        return end.counted != EHC_NO_DAY && end.counted != day &&
               ehc_next_working_day(&working_days, end.counted).day == day;
    if (end.firm && end.counted == day)
        return true;
    int roll = way->roll != EHC_NONE ? way->roll : limit->roll;
    if (roll == EHC_NONE)
        return false;
    period.roll = &law->rolls[roll];
    end = ehc_count_period(law, facts, period, from);
    return end.firm && end.day == day;
}

static bool needs_closures(const struct ehc_miscount *way) {
    return way->left_out == EHC_LEAVES_CLOSURES_OUT || way->left_out == EHC_LEAVES_CLOSED_WEEKS_OUT ||
           way->unit == EHC_SCHOOL_DAYS;
}

static bool note(struct attempt *attempt, ehc_day from, int event) {
    struct ehc_said *said = attempt->said;
    if (from == EHC_NO_DAY || said->way_count == EHC_MISCOUNTS_MAX || !gives(attempt, from))
        return false;
    said->ways[said->way_count++] = (struct ehc_miscounted){attempt->way, from, event};
    return true;
}

static void try_way(struct attempt *attempt) {
    const struct ehc_miscount *way = attempt->way;
    ehc_day trigger = attempt->deadline->trigger;
    if (!applies(attempt))
        return;
    if (needs_closures(way) && !ehc_has_school_closure(attempt->judging->judgement.facts)) {
        attempt->said->lacks_closures = true;
        return;
    }
    for (size_t i = 0; i < way->from.count; i++) {
        int event = way->from.index[i];
        if (note(attempt, ehc_first_from(ehc_days_of(&attempt->judging->scene, event), trigger), event))
            return;
    }
    for (int later = 1; later <= way->later_most; later++)
        if (note(attempt, ehc_add_days(trigger, later), EHC_NONE))
            return;
    if (way->from.count == 0 && way->later_most == 0)
        note(attempt, trigger, attempt->deadline->trigger_event);
}

/* ---- a date that others give ---- */

/* The day nearest to the trigger of the case from which the law gives their date; EHC_NO_DAY. */
static ehc_day find_right_start(const struct judging *judging, const struct ehc_deadline *deadline, ehc_day day) {
    const struct ehc_judgement *judgement = &judging->judgement;
    const struct ehc_limit *limit = deadline->limit;
    bool has_none = limit->unit == EHC_FIXED_DATE || limit->unit == EHC_SCHOOL_DAYS;
    for (int far = 1; !has_none && far <= SEARCH_MOST; far++)
        for (int sign = 1; sign >= -1; sign -= 2) {
            ehc_day from = ehc_add_days(deadline->trigger, sign * far);
            if (from != EHC_NO_DAY && ehc_count_limit(judgement->law, judgement->facts, limit, from, false).day == day)
                return from;
        }
    return EHC_NO_DAY;
}

static bool find_reading(const struct ehc_deadline *deadline, ehc_day day, int *reading) {
    for (size_t i = 0; i < deadline->limit->readings.count; i++)
        if (deadline->reading[i] == day) {
            *reading = deadline->limit->readings.index[i];
            return true;
        }
    return deadline->roll_also == day;
}

static void find_ways(const struct judging *judging, const struct ehc_deadline *deadline, struct ehc_said *said) {
    const struct ehc_law *law = judging->judgement.law;
    struct attempt attempt = {judging, deadline, NULL, said};
    for (size_t i = 0; i < law->miscount_count; i++) {
        attempt.way = &law->miscounts[i];
        try_way(&attempt);
    }
    said->is = said->way_count > 0 ? EHC_SAID_MISCOUNT : EHC_SAID_UNEXPLAINED;
    said->is_wrong = true;
    said->right_from = find_right_start(judging, deadline, said->fact->day);
}

static struct ehc_said judge(const struct judging *judging, const struct ehc_judged *judged,
                             const struct ehc_they_say *fact) {
    const struct ehc_deadline *deadline = judged->deadline;
    struct ehc_said said = {.fact = fact, .reading = EHC_NONE, .right_from = EHC_NO_DAY};
    if (deadline->due == EHC_NO_DAY)
        said.is = EHC_SAID_CANNOT_TELL;
    else if (fact->day == deadline->due)
        said.is = EHC_SAID_RIGHT;
    else if (find_reading(deadline, fact->day, &said.reading))
        said.is = EHC_SAID_READING;
    else if (fact->day == deadline->with_exception || fact->day == deadline->with_exception_if)
        said.is = EHC_SAID_ESTIMATE;
    else
        find_ways(judging, deadline, &said);
    return said;
}

void ehc_judge_said(struct judging *judging) {
    const struct ehc_judgement *judgement = &judging->judgement;
    const struct ehc_case *facts = judgement->facts;
    struct ehc_said *room = judging->said;
    for (size_t i = 0; facts->they_say_count > 0 && i < judgement->count; i++) {
        struct ehc_judged *judged = &judging->deadlines[i];
        judged->said = room;
        for (size_t j = 0; j < facts->they_say_count; j++)
            if (ehc_find_said_of(judging, &facts->they_say[j]) == judged)
                *room++ = judge(judging, judged, &facts->they_say[j]);
        judged->said_count = (size_t)(room - judged->said);
    }
}
