#include <ehc/date.h>
#include <stdio.h>

/* Conversions by C. Neri and L. Schneider, "Euclidean affine functions and their application to calendar algorithms",
 * Software: Practice and Experience 53 (2023) 937-970, figures 12 and 13, for years from 0 on: a year begins in March,
 * so that the leap day is its last. */
enum { DAYS_TO_1970 = 719468, DAYS_IN_400_YEARS = 146097 };

static const char *const weekday_names[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
static const char *const month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};

static bool in_range(ehc_day day) {
    return day >= EHC_DAY_MIN && day <= EHC_DAY_MAX;
}

int ehc_days_in_month(int year, int month) {
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month == 2)
        return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

ehc_day ehc_day_from_ymd(int year, int month, int day) {
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > ehc_days_in_month(year, month))
        return EHC_NO_DAY;
    bool january_or_february = month <= 2;
    uint32_t march_year = (uint32_t)year - january_or_february;
    uint32_t march_month = (uint32_t)(january_or_february ? month + 12 : month);
    uint32_t century = march_year / 100;
    uint32_t year_start = 1461 * march_year / 4 - century + century / 4;
    uint32_t month_start = (979 * march_month - 2919) / 32;
    return (ehc_day)(year_start + month_start + (uint32_t)day - 1) - DAYS_TO_1970;
}

struct ehc_ymd ehc_ymd_from_day(ehc_day day) {
    uint32_t quarters = 4 * (uint32_t)(day + DAYS_TO_1970) + 3;
    uint32_t century = quarters / DAYS_IN_400_YEARS;
    uint32_t day_of_century = quarters % DAYS_IN_400_YEARS / 4;
    uint64_t product = UINT64_C(2939745) * (4 * day_of_century + 3);
    uint32_t year_of_century = (uint32_t)(product >> 32);
    uint32_t day_of_year = (uint32_t)product / 2939745 / 4;
    uint32_t month_and_day = 2141 * day_of_year + 197913;
    bool january_or_february = day_of_year >= 306;
    int month = (int)(month_and_day >> 16);
    return (struct ehc_ymd){
        .year = (int)(100 * century + year_of_century) + january_or_february,
        .month = january_or_february ? month - 12 : month,
        .day = (int)((month_and_day & 0xffff) / 2141) + 1,
    };
}

enum ehc_weekday ehc_weekday(ehc_day day) {
    /* 1 January 1970 was a Thursday; the multiple of 7 keeps the sum positive. */
    return (enum ehc_weekday)((day + 7 * 4000 + EHC_THURSDAY) % 7);
}

/* The month that is `months` after the month of `from`, with the day of `from`; that month may not have such a day. */
static bool corresponding(struct ehc_ymd from, int months, struct ehc_ymd *to) {
    int64_t month = (int64_t)from.year * 12 + from.month - 1 + months;
    if (month < INT64_C(1900) * 12 || month >= INT64_C(2200) * 12)
        return false;
    *to = (struct ehc_ymd){.year = (int)(month / 12), .month = (int)(month % 12) + 1, .day = from.day};
    return true;
}

ehc_day ehc_add_months(ehc_day day, int months) {
    struct ehc_ymd to;
    if (!in_range(day) || !corresponding(ehc_ymd_from_day(day), months, &to))
        return EHC_NO_DAY;
    int last = ehc_days_in_month(to.year, to.month);
    return ehc_day_from_ymd(to.year, to.month, to.day < last ? to.day : last);
}

ehc_day ehc_last_of_months_beginning(ehc_day day, int months) {
    struct ehc_ymd to;
    /* From the first of a month, the period ends with the month before the corresponding date; that date may be out of
     * range. */
    bool from_first = in_range(day) && ehc_ymd_from_day(day).day == 1;
    if (!in_range(day) || !corresponding(ehc_ymd_from_day(day), from_first ? months - 1 : months, &to))
        return EHC_NO_DAY;
    int last = ehc_days_in_month(to.year, to.month);
    return ehc_day_from_ymd(to.year, to.month, from_first || to.day > last ? last : to.day - 1);
}

const char *ehc_weekday_name(enum ehc_weekday weekday) {
    return weekday_names[weekday];
}

const char *ehc_month_name(int month) {
    return month_names[month - 1];
}

const char *ehc_day_format_short(ehc_day day, char text[EHC_DAY_TEXT]) {
    if (!in_range(day)) {
        snprintf(text, EHC_DAY_TEXT, "no date");
        return text;
    }
    struct ehc_ymd ymd = ehc_ymd_from_day(day);
    snprintf(text, EHC_DAY_TEXT, "%d %s %d", ymd.day, ehc_month_name(ymd.month), ymd.year);
    return text;
}

const char *ehc_day_format(ehc_day day, char text[EHC_DAY_TEXT]) {
    char date[EHC_DAY_TEXT];
    ehc_day_format_short(day, date);
    if (!in_range(day))
        snprintf(text, EHC_DAY_TEXT, "%s", date);
    else
        snprintf(text, EHC_DAY_TEXT, "%s %.19s", ehc_weekday_name(ehc_weekday(day)), date);
    return text;
}

const char *ehc_day_format_iso(ehc_day day, char text[EHC_DAY_TEXT]) {
    if (!in_range(day)) {
        text[0] = '\0';
        return text;
    }
    struct ehc_ymd ymd = ehc_ymd_from_day(day);
    snprintf(text, EHC_DAY_TEXT, "%04d-%02d-%02d", ymd.year, ymd.month, ymd.day);
    return text;
}

static ehc_day last_sunday(int year, int month) {
    ehc_day last = ehc_day_from_ymd(year, month, ehc_days_in_month(year, month));
    int days_past_sunday = ((int)ehc_weekday(last) + 1) % 7;
    return last - days_past_sunday;
}

ehc_day ehc_day_in_london(int64_t seconds) {
    const int64_t day_length = 86400, hour = 3600;
    int64_t utc_day = seconds / day_length - (seconds % day_length < 0);
    if (utc_day < EHC_DAY_MIN || utc_day > EHC_DAY_MAX)
        return EHC_NO_DAY;
    int year = ehc_ymd_from_day((ehc_day)utc_day).year;
    int64_t begins = last_sunday(year, 3) * day_length + hour;
    int64_t ends = last_sunday(year, 10) * day_length + hour;
    bool summer = seconds >= begins && seconds < ends;
    return ehc_add_days((ehc_day)utc_day, summer && seconds - utc_day * day_length >= day_length - hour);
}
