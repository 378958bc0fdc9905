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

bool ehc_in_tribunal_break(ehc_day day) {
    struct ehc_ymd ymd = ehc_ymd_from_day(day);
    return ymd.month == 8 || (ymd.month == 12 && ymd.day >= 25) || (ymd.month == 1 && ymd.day == 1);
}

bool ehc_is_working_day(const struct ehc_working_days *calendar, ehc_day day) {
    if (ehc_weekday(day) >= EHC_SATURDAY || ehc_holiday_name(calendar->holidays, day) != NULL)
        return false;
    if (calendar->tribunal && ehc_in_tribunal_break(day))
        return false;
    for (size_t i = 0; i < calendar->closed_count; i++)
        if (day >= calendar->closed[i].first && day <= calendar->closed[i].last)
            return false;
    return true;
}

static bool is_known(const struct ehc_holidays *holidays, ehc_day day) {
    return day >= holidays->from && day <= holidays->until;
}

struct ehc_counted ehc_add_working_days(const struct ehc_working_days *calendar, ehc_day day, int number) {
    int step = number < 0 ? -1 : 1;
    struct ehc_counted counted = {.day = day, .firm = true};
    for (int left = number * step; left > 0;) {
        counted.day = ehc_add_days(counted.day, step);
        if (counted.day == EHC_NO_DAY)
            break;
        counted.firm = counted.firm && is_known(calendar->holidays, counted.day);
        left -= ehc_is_working_day(calendar, counted.day);
    }
    return counted;
}

struct ehc_counted ehc_next_working_day(const struct ehc_working_days *calendar, ehc_day day) {
    bool known = is_known(calendar->holidays, day);
    if (ehc_is_working_day(calendar, day))
        return (struct ehc_counted){.day = day, .firm = known};
    struct ehc_counted next = ehc_add_working_days(calendar, day, 1);
    next.firm = next.firm && known;
    return next;
}
