/* When an event and its reminders are. */
#include "parts.h"

enum { NINE = 9 * ICS_HOUR };

struct icaltimetype ics_date(ehc_day day) {
    struct ehc_ymd ymd = ehc_ymd_from_day(day);
    struct icaltimetype date = {.year = ymd.year, .month = ymd.month, .day = ymd.day, .is_date = 1};
    return date;
}

struct icaltimetype ics_at_time(ehc_day day, int minutes) {
    struct icaltimetype moment = ics_date(ehc_add_days(day, minutes / ICS_DAY));
    moment.hour = minutes % ICS_DAY / ICS_HOUR;
    moment.minute = minutes % ICS_HOUR;
    moment.is_date = 0;
    return moment;
}

ehc_day ics_day_of(const struct ehc_deadline *deadline) {
    return deadline->limit->for_family ? deadline->earliest : deadline->due;
}

/* Days from the last day to the one of the reminder; negative before it. */
static int days_to(const struct ehc_deadline *deadline, const struct ics_reminder *reminder) {
    return reminder->after_latest ? deadline->latest - ics_day_of(deadline) + 1 : -reminder->days;
}

int ics_reminder_minutes(const struct ehc_deadline *deadline, const struct ics_reminder *reminder) {
    return days_to(deadline, reminder) * ICS_DAY + reminder->minutes;
}

struct icaltimetype ics_reminder_start(const struct ehc_deadline *deadline, const struct ics_reminder *reminder) {
    return ics_at_time(ehc_add_days(ics_day_of(deadline), days_to(deadline, reminder)), reminder->minutes);
}

/* All at nine in the morning: a week and a day before one's own step; for another's, the day on which it is late on every
 * reading. */
size_t ics_reminders_of(const struct ics_options *options, const struct ehc_deadline *deadline,
                        struct ics_reminder reminders[ICS_REMINDERS_MAX]) {
    size_t count = 0;
    if (options->no_alarms)
        return 0;
    if (options->own_reminders) {
        for (; count < options->reminder_count && count < ICS_REMINDERS_MAX; count++)
            reminders[count] = options->reminders[count];
    } else if (deadline->limit->for_family) {
        reminders[count++] = (struct ics_reminder){.days = 7, .minutes = NINE};
        reminders[count++] = (struct ics_reminder){.days = 1, .minutes = NINE};
    } else {
        reminders[count++] = (struct ics_reminder){.after_latest = true, .minutes = NINE};
    }
    return count;
}
