/* An accepted date, span or list of reminders is printed so that it is read back unchanged, and sums with it agree. */
#include "calendar/remind.h"
#include "fuzz.h"
#include <ehc/count.h>

static void check_day(ehc_day day) {
    char printed[EHC_DAY_TEXT];
    struct ehc_error error;
    ehc_day again;
    must(day >= EHC_DAY_MIN && day <= EHC_DAY_MAX);
    must(ehc_day_read(ehc_day_format(day, printed), &again, &error) && again == day);
    must(ehc_day_read(ehc_day_format_short(day, printed), &again, &error) && again == day);
    must(ehc_day_read(ehc_day_format_iso(day, printed), &again, &error) && again == day);
    struct ehc_ymd date = ehc_ymd_from_day(day);
    must(ehc_day_from_ymd(date.year, date.month, date.day) == day);
}

/* A number taken from the input, so that one input is one sum. */
static int amount_of(const char *text) {
    unsigned sum = 0;
    for (; *text != '\0'; text++)
        sum = 31 * sum + (unsigned char)*text;
    return (int)(sum % 500) + 1;
}

static void check_sums(ehc_day day, int amount) {
    const struct ehc_working_days calendar = {.holidays = &ehc_law_england.holidays};
    struct ehc_counted on = ehc_add_working_days(&calendar, day, amount);
    bool firm;
    if (on.day != EHC_NO_DAY) {
        must(on.day > day && ehc_is_working_day(&calendar, on.day));
        must(ehc_working_days_between(calendar.holidays, day, on.day, &firm) == amount);
        if (ehc_is_working_day(&calendar, day))
            must(ehc_add_working_days(&calendar, on.day, -amount).day == day);
    }
    ehc_day later = ehc_add_months(day, amount), last = ehc_last_of_months_beginning(day, amount);
    if (later != EHC_NO_DAY) {
        struct ehc_ymd from = ehc_ymd_from_day(day), to = ehc_ymd_from_day(later);
        must(12 * to.year + to.month == 12 * from.year + from.month + amount);
        must(to.day == from.day || (to.day < from.day && to.day == ehc_days_in_month(to.year, to.month)));
        must(last == (to.day == from.day ? later - 1 : later));
    }
    for (int weeks = 1; weeks <= 20; weeks++) {
        struct ehc_period period = {.amount = weeks, .unit = EHC_WEEKS, .count = EHC_AFTER};
        struct ehc_period_end end = ehc_count_period(&ehc_law_england, NULL, period, day);
        must(end.day == (day + 7 * weeks <= EHC_DAY_MAX ? day + 7 * weeks : EHC_NO_DAY));
    }
}

static void check_reminders(const char *text) {
    struct ics_reminder reminders[ICS_REMINDERS_MAX], again[ICS_REMINDERS_MAX];
    struct ehc_error error;
    char printed[ICS_REMINDERS_MAX * 16];
    size_t count, again_count, at = 0;
    if (!ics_read_reminders(text, reminders, &count, &error)) {
        take_fault(NULL, &error);
        return;
    }
    must(count > 0 && count <= ICS_REMINDERS_MAX);
    for (size_t i = 0; i < count; i++) {
        must(reminders[i].days >= 0 && reminders[i].days <= 366 && reminders[i].minutes >= 0 && reminders[i].minutes < 1440);
        at += (size_t)snprintf(printed + at, sizeof printed - at, "%s%dd@%02d:%02d", i > 0 ? "," : "", reminders[i].days,
                               reminders[i].minutes / 60, reminders[i].minutes % 60);
    }
    must(ics_read_reminders(printed, again, &again_count, &error) && again_count == count);
    for (size_t i = 0; i < count; i++)
        must(again[i].days == reminders[i].days && again[i].minutes == reminders[i].minutes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *text = as_text(data, size), printed[2 * EHC_DAY_TEXT], first[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
    struct ehc_error error;
    struct ehc_span span, again;
    enum ehc_setting setting;
    ehc_day day;
    if (ehc_day_read(text, &day, &error)) {
        check_day(day);
        check_sums(day, amount_of(text));
    } else {
        take_fault(NULL, &error);
    }
    if (ehc_span_read(text, &span, &error)) {
        must(span.first <= span.last);
        snprintf(printed, sizeof printed, "%s..%s", ehc_day_format(span.first, first), ehc_day_format(span.last, last));
        must(ehc_span_read(printed, &again, &error) && again.first == span.first && again.last == span.last);
    } else {
        take_fault(NULL, &error);
    }
    if (ehc_setting_read(text, &setting, &error))
        must(strcmp(ehc_setting_name(setting), text) == 0);
    else
        take_fault(NULL, &error);
    check_reminders(text);
    free(text);
    return 0;
}
