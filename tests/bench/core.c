/* The cost of the library inside one process: whole timelines, alone and judged, and date conversions beside those of
 * libical. */
#include <ehc/judgement.h>
#include <libical/ical.h>
#include <stdio.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static unsigned sum; /* stops the compiler from leaving out the work */

/* Turns year, month and day into the date 20 weeks later, for each day of 54 years. */
static double add_with_ehc(int rounds) {
    double start = now();
    for (int round = 0; round < rounds; round++)
        for (ehc_day day = 0; day < 20000; day++) {
            struct ehc_ymd from = ehc_ymd_from_day(day);
            struct ehc_ymd to = ehc_ymd_from_day(ehc_add_days(ehc_day_from_ymd(from.year, from.month, from.day), 140));
            sum += (unsigned)to.day;
        }
    return now() - start;
}

static double add_with_libical(int rounds) {
    double start = now();
    for (int round = 0; round < rounds; round++)
        for (ehc_day day = 0; day < 20000; day++) {
            struct ehc_ymd from = ehc_ymd_from_day(day);
            struct icaltimetype to = {.year = from.year, .month = from.month, .day = from.day, .is_date = 1};
            icaltime_adjust(&to, 140, 0, 0, 0);
            sum += (unsigned)to.day;
        }
    return now() - start;
}

int main(void) {
    static struct ehc_case facts;
    static struct ehc_deadline room[EHC_DEADLINES_MAX];
    const struct ehc_law *law = &ehc_law_england;
    const int timelines = 20000, rounds = 50;
    int request = ehc_find_event(law, "request-received");
    ehc_case_init(&facts);
    double start = now();
    for (int i = 0; i < timelines; i++) {
        facts.event[request] = 16800 + i % 4000;
        sum += (unsigned)ehc_timeline(law, &facts, 20500, room, EHC_DEADLINES_MAX);
    }
    double per_timeline = (now() - start) / timelines;
    start = now();
    for (int i = 0; i < timelines; i++) {
        facts.event[request] = 16800 + i % 4000;
        struct ehc_judgement *judgement = ehc_judge(law, &facts, 20500, NULL);
        sum += judgement != NULL ? (unsigned)judgement->missing_count : 0;
        ehc_judgement_free(judgement);
    }
    double per_judgement = (now() - start) / timelines;
    double own = add_with_ehc(rounds), other = add_with_libical(rounds);
    printf("timelines a second, in the library                   %.0f (%.1f microseconds each; wanted: 200000 or more)\n", 1 / per_timeline,
           per_timeline * 1e6);
    printf("judgements a second, in the library                  %.0f (%.1f microseconds each)\n", 1 / per_judgement,
           per_judgement * 1e6);
    printf("a date 20 weeks on, to icaltime_adjust of libical      %.3f\n", own / other);
    return sum == 0;
}
