/* core DATES: prints what the core of the library (dates, law, timeline) works out: each limit from many days, at several
 * days, in words; cases with closures and absences; working days; the dates of tests/vectors/dates.tsv; London's days.
 *
 * Each compiler builds it at each level of optimisation, and for 32 bits. All must print the same bytes. The core is the
 * part that needs neither iniparser nor libcsv.
 */
#include <ehc/judgement.h>
#include <ehc/count.h>
#include <ehc/explain.h>
#include <ehc/nearest.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct ehc_law *const law = &ehc_law_england;
static struct ehc_case facts;

static void put(void *context, const char *line) {
    (void)context;
    puts(line);
}

static void put_deadline(const struct ehc_deadline *deadline) {
    char text[EHC_WORDS];
    const ehc_day day[] = {deadline->trigger,    deadline->counted,
                           deadline->due,        deadline->earliest,
                           deadline->latest,     deadline->roll_also,
                           deadline->act,        deadline->with_exception,
                           deadline->reading[0], deadline->reading[EHC_READINGS_MAX - 1]};
    printf("%s %s %d %d %d %d", deadline->limit->id, ehc_status_name(deadline->status), deadline->days,
           (int)deadline->because, deadline->because_index, deadline->days_lost);
    for (size_t i = 0; i < sizeof day / sizeof day[0]; i++)
        printf(" %s", ehc_day_format_iso(day[i], text));
    printf(" %s\n", ehc_because_words(law, deadline, text));
}

static void put_judged(const struct ehc_judged *judged) {
    char text[EHC_WORDS];
    put_deadline(judged->deadline);
    for (size_t i = 0; i < judged->exception_count; i++)
        puts(ehc_exception_words(judged->deadline, &judged->exceptions[i], text));
}

static void put_timeline(ehc_day as_at) {
    struct ehc_judgement *judgement = ehc_judge(law, &facts, as_at, NULL);
    char date[EHC_DAY_TEXT];
    if (judgement == NULL)
        exit(1);
    for (size_t i = 0; i < judgement->count; i++)
        put_judged(&judgement->deadlines[i]);
    for (size_t i = 0; i < judgement->option_count; i++)
        printf("open: %s %s\n", judgement->options[i].words, ehc_day_format(judgement->options[i].last, date));
    for (size_t i = 0; i < judgement->missing_count; i++)
        printf("missing %d\n", judgement->missing[i].event);
    printf("result %d\n", (int)judgement->result);
    ehc_judgement_free(judgement);
}

/* Each limit alone, from days that are weeks apart, so that each day of the week, of the month and of the year comes up. */
static void put_limits(void) {
    char text[EHC_WORDS];
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        puts(ehc_limit_words(law, limit, text));
        for (ehc_day day = ehc_day_from_ymd(2014, 8, 30); day < ehc_day_from_ymd(2029, 1, 1); day += 11) {
            struct ehc_deadline deadline;
            ehc_case_init(&facts);
            facts.event[limit->trigger] = day;
            ehc_deadline_of(law, &facts, NULL, day + 30, (int)i, &deadline);
            put_deadline(&deadline);
            if (day % 13 == 0)
                ehc_steps(law, &deadline, put, NULL);
        }
    }
}

/* Whole cases: each event as the first, then all events that follow from it, a closed school and a child away. */
static void put_cases(void) {
    struct ehc_error error;
    for (size_t event = 0; event < law->event_count; event++) {
        ehc_day day = ehc_day_from_ymd(2025, 6, 2) + (ehc_day)event;
        ehc_case_init(&facts);
        facts.event[event] = day;
        put_timeline(day + 100);
        for (size_t i = 0; i < law->event_count; i += 1 + event % 5)
            facts.event[i] = day + 9 * (ehc_day)i;
        if (!ehc_case_add_closure(&facts, (struct ehc_closure){.span = {day + 20, day + 55}}, &error) ||
            !ehc_case_add_absence(&facts, (struct ehc_absence){.span = {day + 3, day + 40}}, &error) ||
            !ehc_case_add_advice(&facts, (struct ehc_advice){EHC_FROM_HEALTH, day + 2, EHC_NO_DAY, day + 60, "a"}, &error))
            puts(error.message);
        put_timeline(day + 200);
    }
}

static void put_dates(const char *file) {
    char line[1024], text[EHC_DAY_TEXT];
    FILE *in = fopen(file, "r");
    while (in != NULL && fgets(line, sizeof line, in) != NULL) {
        struct ehc_error error = {0};
        ehc_day day = EHC_NO_DAY;
        line[strcspn(line, "\t\n")] = '\0';
        bool read = ehc_day_read(line, &day, &error);
        printf("%d %s %s (%s)\n", read, ehc_day_format(day, text), error.message, error.hint);
        read = ehc_case_set_event(law, &facts, "transfer-year", line, &error);
        printf("%d %s\n", read, read ? "" : error.message);
    }
    if (in == NULL || fclose(in) != 0)
        puts("the dates cannot be read");
    const struct ehc_break *breaks[16];
    for (size_t i = 0; i < law->break_count; i++)
        breaks[i] = &law->breaks[i];
    for (ehc_day day = EHC_DAY_MIN; day <= EHC_DAY_MAX; day += 97) {
        struct ehc_working_days working_days = {
            .holidays = &law->holidays, .breaks = breaks, .break_count = day % 2 == 0 ? law->break_count : 0};
        struct ehc_counted counted = ehc_add_working_days(&working_days, day, day % 40 - 20 != 0 ? day % 40 - 20 : 1);
        printf("%s %" PRId32 " %" PRId32 " %" PRId32 " %d\n", ehc_day_format(day, text), ehc_add_months(day, day % 500),
               ehc_last_of_months_beginning(day, 12), counted.day, counted.firm);
    }
    /* The years after 2038 do not fit a 32-bit number of seconds. */
    for (int64_t seconds = INT64_C(-2208988800); seconds < INT64_C(7258118400); seconds += INT64_C(7654321))
        puts(ehc_day_format_iso(ehc_day_in_london(seconds), text));
}

int main(int count, char **arguments) {
    if (count != 2)
        return 2;
    put_limits();
    put_cases();
    put_dates(arguments[1]);
    return 0;
}
