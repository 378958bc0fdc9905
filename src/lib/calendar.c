#include <ehc/calendar.h>

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

struct ehc_counted ehc_add_working_days(const struct ehc_working_days *calendar, ehc_day day, int number) {
    const struct ehc_holidays *holidays = calendar->holidays;
    int step = number < 0 ? -1 : 1;
    bool firm = true;
    for (int left = number * step; left > 0 && day != EHC_NO_DAY;) {
        day = ehc_add_days(day, step);
        if (day == EHC_NO_DAY)
            break;
        firm = firm && day >= holidays->from && day <= holidays->until;
        left -= ehc_is_working_day(calendar, day);
    }
    return (struct ehc_counted){.day = day, .firm = firm};
}

struct ehc_counted ehc_next_working_day(const struct ehc_working_days *calendar, ehc_day day) {
    return ehc_add_working_days(calendar, ehc_add_days(day, -1), 1);
}
