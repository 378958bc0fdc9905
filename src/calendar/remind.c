#include "remind.h"
#include "util/fail.h"
#include <stdlib.h>
#include <string.h>

enum { NINE = 9 * 60, DAYS_MOST = 366, NO_TIME = -1 };

static bool refuse(const char *text, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    ehc_fail(error, "%s does not say when to remind", ehc_quote(text, quoted));
    return ehc_hint(error, "write days or weeks before the last day, and a time: 14d,7d,1d@09:00");
}

/* Reads a number of at most `digits` digits; -1 if there is none. */
static int read_number(const char **at, size_t digits) {
    size_t length = strspn(*at, "0123456789");
    int number = 0;
    if (length == 0 || length > digits)
        return -1;
    for (size_t i = 0; i < length; i++)
        number = 10 * number + (*at)[i] - '0';
    *at += length;
    return number;
}

static bool read_time(const char **at, int *minutes) {
    int hour = read_number(at, 2);
    if (hour < 0 || hour > 23 || **at != ':')
        return false;
    ++*at;
    size_t digits = strspn(*at, "0123456789");
    int minute = read_number(at, 2);
    *minutes = 60 * hour + minute;
    return digits == 2 && minute < 60;
}

static bool read_one(const char **at, struct ics_reminder *reminder) {
    int amount = read_number(at, 3);
    bool weeks = **at == 'w';
    if (amount < 0 || (**at != 'd' && !weeks))
        return false;
    ++*at;
    *reminder = (struct ics_reminder){.days = weeks ? 7 * amount : amount, .minutes = NO_TIME};
    if (**at != '@')
        return reminder->days <= DAYS_MOST;
    ++*at;
    return read_time(at, &reminder->minutes) && reminder->days <= DAYS_MOST;
}

/* A reminder without a time gets the time of the next one that has it. */
static void spread_times(struct ics_reminder *reminders, size_t count) {
    int minutes = NINE;
    for (size_t i = count; i-- > 0;) {
        if (reminders[i].minutes == NO_TIME)
            reminders[i].minutes = minutes;
        minutes = reminders[i].minutes;
    }
}

static void drop_repeated(struct ics_reminder *reminders, size_t *count) {
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        bool repeated = false;
        for (size_t k = 0; k < kept; k++)
            repeated = repeated || (reminders[k].days == reminders[i].days && reminders[k].minutes == reminders[i].minutes);
        if (!repeated)
            reminders[kept++] = reminders[i];
    }
    *count = kept;
}

bool ics_read_reminders(const char *text, struct ics_reminder reminders[ICS_REMINDERS_MAX], size_t *count,
                        struct ehc_error *error) {
    const char *at = text;
    for (*count = 0;; at++) {
        if (*count == ICS_REMINDERS_MAX) {
            ehc_fail(error, "there are more than %d reminders", ICS_REMINDERS_MAX);
            return ehc_hint(error, "leave some out");
        }
        if (!read_one(&at, &reminders[(*count)++]) || (*at != ',' && *at != '\0'))
            return refuse(text, error);
        if (*at == '\0')
            break;
    }
    spread_times(reminders, *count);
    drop_repeated(reminders, count);
    return true;
}
