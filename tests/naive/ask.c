/* ask: prints what libehc gives for a limit on every trigger day. Each line of standard input is a question:
 *
 *     LIMIT [EVENT DAYS]...    that limit; each event happens so many days after its trigger
 *     closed A..B              the school is closed then, for the lines that follow
 *     working-days             each day of the span, and 1 for a working day, else 0
 *     limits                   the ids of all limits
 *     case LIMIT TRIGGER [asked DATE] [closed A..B] [away A..B] [exceptional A..B]...
 *                              one case: due; the date with the exceptions that fit, and the days lost; the same with those
 *                              that may fit too; the exceptions that fit, and those that may, with a '?'. early-asked and
 *                              early-closed are for an early years setting
 *
 * ask FIRST LAST [LAW] < QUESTIONS: the span of trigger days, and a law to read in place of the compiled one. Prints for
 * each day: the day, due, earliest, latest, the reason if there is no firm date, and the limit that governs instead.
 */
#include <ehc/judgement.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The reason why there is no firm date; "-" if there is one, whatever the status. */
static const char *because_name(enum ehc_because because) {
    switch (because) {
    case EHC_OTHER_BRANCH:
        return "other-branch";
    case EHC_LATER_GOVERNS:
        return "later-governs";
    case EHC_NOT_IN_FORCE:
        return "not-in-force";
    case EHC_NO_HOLIDAYS:
        return "no-holidays";
    case EHC_NO_CLOSURES:
        return "no-closures";
    case EHC_OUT_OF_RANGE:
        return "out-of-range";
    default:
        return "-";
    }
}

static void fail(const char *what, const char *text) {
    fprintf(stderr, "ask: %s: %s\n", what, text);
    exit(2);
}

static void report(void *context, const struct ehc_error *error) {
    (void)context;
    fprintf(stderr, "ask: %s\n", error->message);
}

static ehc_day read_day(const char *text) {
    ehc_day day = EHC_NO_DAY;
    struct ehc_error error;
    if (!ehc_day_read(text, &day, &error))
        fail(error.message, text);
    return day;
}

static void put(ehc_day day, char after) {
    char text[EHC_DAY_TEXT];
    printf("%s%c", day == EHC_NO_DAY ? "-" : ehc_day_format_iso(day, text), after);
}

static void ask_limit(const struct ehc_law *law, struct ehc_case *facts, int limit, ehc_day first, ehc_day last) {
    int event[4], days[4], count = 0;
    for (const char *word; (word = strtok(NULL, " \n")) != NULL && count < 4; count++) {
        const char *number = strtok(NULL, " \n");
        event[count] = ehc_find_event(law, word);
        if (event[count] == EHC_NONE || number == NULL)
            fail("no such event, or no days", word);
        days[count] = atoi(number);
    }
    for (ehc_day day = first; day <= last; day++) {
        ehc_day as_at = day; /* a day by which all of it has happened */
        facts->event[law->limits[limit].trigger] = day;
        for (int i = 0; i < count; i++) {
            facts->event[event[i]] = day + days[i];
            as_at = as_at > day + days[i] ? as_at : day + days[i];
        }
        struct ehc_deadline deadline;
        ehc_deadline_of(law, facts, NULL, as_at, limit, &deadline);
        put(day, ' ');
        put(deadline.due, ' ');
        put(deadline.earliest, ' ');
        put(deadline.latest, ' ');
        bool governed = deadline.because == EHC_LATER_GOVERNS;
        printf("%s %s\n", because_name(deadline.because), governed ? law->limits[deadline.because_index].id : "-");
    }
    facts->event[law->limits[limit].trigger] = EHC_NO_DAY;
    for (int i = 0; i < count; i++)
        facts->event[event[i]] = EHC_NO_DAY;
}

static struct ehc_span read_span(const char *text) {
    struct ehc_span span = {EHC_NO_DAY, EHC_NO_DAY};
    struct ehc_error error;
    if (!ehc_span_read(text, &span, &error))
        fail(error.message, text);
    return span;
}

static const char *next_word(void) {
    const char *word = strtok(NULL, " \n");
    if (word == NULL)
        fail("a word is missing", "");
    return word;
}

static void ask_case(const struct ehc_law *law, struct ehc_case *facts) {
    int limit = ehc_find_limit(law, next_word());
    ehc_day trigger = read_day(next_word());
    struct ehc_error error;
    bool added = limit != EHC_NONE;
    ehc_case_init(facts);
    facts->event[law->limits[limit].trigger] = trigger;
    for (const char *word; added && (word = strtok(NULL, " \n")) != NULL;) {
        if (strcmp(word, "asked") == 0)
            facts->event[ehc_find_event(law, "school-advice-requested")] = read_day(next_word());
        else if (strcmp(word, "early-asked") == 0)
            facts->event[ehc_find_event(law, "early-years-advice-requested")] = read_day(next_word());
        else if (strcmp(word, "closed") == 0)
            added = ehc_case_add_closure(facts, (struct ehc_closure){.span = read_span(next_word())}, &error);
        else if (strcmp(word, "early-closed") == 0)
            added = ehc_case_add_closure(
                facts, (struct ehc_closure){.span = read_span(next_word()), .setting = EHC_EARLY_YEARS}, &error);
        else if (strcmp(word, "away") == 0)
            added = ehc_case_add_absence(facts, (struct ehc_absence){.span = read_span(next_word())}, &error);
        else
            added = ehc_case_add_exceptional(law, facts, (struct ehc_exceptional){.span = read_span(next_word())}, &error);
    }
    if (!added)
        fail("no such limit, or too many facts", "case");
    struct ehc_judgement *judgement = ehc_judge_limit(law, facts, NULL, trigger, limit);
    if (judgement == NULL)
        fail("not enough memory", "case");
    const struct ehc_judged *judged = &judgement->deadlines[0];
    bool has[EHC_EXCEPTION_KINDS][EHC_ANSWER_CANNOT_SAY + 1] = {{false}};
    for (size_t i = 0; i < judged->exception_count; i++)
        if (judged->exceptions[i].given)
            has[judged->exceptions[i].kind][judged->exceptions[i].answer] = true;
    put(judged->deadline->due, ' ');
    put(judged->deadline->with_exception, ' ');
    printf("%d ", judged->deadline->days_lost);
    put(judged->deadline->with_exception_if, ' ');
    printf("%d", judged->deadline->days_lost_if);
    for (size_t kind = 0; kind < EHC_EXCEPTION_KINDS; kind++) {
        if (has[kind][EHC_ANSWER_YES])
            printf(" %s", law->kinds[kind].id);
        if (has[kind][EHC_ANSWER_CANNOT_SAY])
            printf(" %s?", law->kinds[kind].id);
    }
    putchar('\n');
    ehc_judgement_free(judgement);
}

int main(int argc, char **argv) {
    if (argc < 3)
        fail("usage", "ask FIRST LAST [LAW]");
    ehc_day first = read_day(argv[1]), last = read_day(argv[2]);
    struct ehc_law *read = argc > 3 ? ehc_law_read(argv[3], report, NULL) : NULL;
    const struct ehc_law *law = argc > 3 ? read : &ehc_law_england;
    if (law == NULL)
        fail("no law", argv[3]);
    static struct ehc_case facts;
    ehc_case_init(&facts);
    char line[200];
    while (fgets(line, sizeof line, stdin) != NULL) {
        const char *word = strtok(line, " \n");
        if (word == NULL)
            continue;
        if (strcmp(word, "limits") == 0) {
            for (size_t i = 0; i < law->limit_count; i++)
                printf("%s%c", law->limits[i].id, i + 1 < law->limit_count ? ' ' : '\n');
        } else if (strcmp(word, "working-days") == 0) {
            struct ehc_working_days calendar = {.holidays = &law->holidays};
            for (ehc_day day = first; day <= last; day++) {
                put(day, ' ');
                printf("%d\n", ehc_is_working_day(&calendar, day));
            }
        } else if (strcmp(word, "case") == 0) {
            ask_case(law, &facts);
        } else if (strcmp(word, "closed") == 0) {
            struct ehc_error error;
            if (!ehc_case_add_closure(&facts, (struct ehc_closure){.span = read_span(next_word())}, &error))
                fail(error.message, line);
        } else {
            int limit = ehc_find_limit(law, word);
            if (limit == EHC_NONE)
                fail("no such limit", word);
            ask_limit(law, &facts, limit, first, last);
        }
    }
    ehc_law_free(read);
    return 0;
}
