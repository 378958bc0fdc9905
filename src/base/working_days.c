#include <ehc/working_days.h>

const char *ehc_holiday_name(const struct ehc_holidays *holidays, ehc_day day) {
    size_t low = 0, high = holidays->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (holidays->list[middle].day < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low < holidays->count && holidays->list[low].day == day ? holidays->list[low].name : NULL;
}

/* A day of the year as a number that sorts: 105 for 5 January. */
static int place_in_year(int month, int day) {
    return 100 * month + day;
}

static bool goes_into_next_year(const struct ehc_break *about) {
    return place_in_year(about->last_month, about->last_day) < place_in_year(about->first_month, about->first_day);
}

const struct ehc_break *ehc_break_of(const struct ehc_break *const *breaks, size_t count, ehc_day day) {
    struct ehc_ymd ymd = ehc_ymd_from_day(day);
    int place = place_in_year(ymd.month, ymd.day);
    for (size_t i = 0; i < count; i++) {
        bool begun = place >= place_in_year(breaks[i]->first_month, breaks[i]->first_day);
        bool not_over = place <= place_in_year(breaks[i]->last_month, breaks[i]->last_day);
        if (goes_into_next_year(breaks[i]) ? begun || not_over : begun && not_over)
            return breaks[i];
    }
    return NULL;
}

ehc_day ehc_end_of_break(const struct ehc_break *about, ehc_day day) {
    struct ehc_ymd ymd = ehc_ymd_from_day(day);
    bool next_year = goes_into_next_year(about) &&
                     place_in_year(ymd.month, ymd.day) >= place_in_year(about->first_month, about->first_day);
    return ehc_day_from_ymd(ymd.year + next_year, about->last_month, about->last_day);
}

bool ehc_is_working_day(const struct ehc_working_days *days, ehc_day day) {
    if (ehc_weekday(day) >= EHC_SATURDAY || ehc_holiday_name(days->holidays, day) != NULL)
        return false;
    if (days->break_count > 0 && ehc_break_of(days->breaks, days->break_count, day) != NULL)
        return false;
    for (size_t i = 0; i < days->closed_count; i++)
        if (day >= days->closed[i].first && day <= days->closed[i].last)
            return false;
    return true;
}

static bool is_known(const struct ehc_holidays *holidays, ehc_day day) {
    return day >= holidays->from && day <= holidays->until;
}

struct ehc_counted ehc_add_working_days(const struct ehc_working_days *days, ehc_day day, int number) {
    int step = number < 0 ? -1 : 1;
    struct ehc_counted counted = {.day = day, .firm = true};
    for (int left = number * step; left > 0;) {
        counted.day = ehc_add_days(counted.day, step);
        if (counted.day == EHC_NO_DAY)
            break;
        counted.firm = counted.firm && is_known(days->holidays, counted.day);
        left -= ehc_is_working_day(days, counted.day);
    }
    return counted;
}

struct ehc_counted ehc_next_working_day(const struct ehc_working_days *days, ehc_day day) {
    bool known = is_known(days->holidays, day);
    if (ehc_is_working_day(days, day))
        return (struct ehc_counted){.day = day, .firm = known};
    struct ehc_counted next = ehc_add_working_days(days, day, 1);
    next.firm = next.firm && known;
    return next;
}
