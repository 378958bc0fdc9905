/* next-dates DAY CASE...: prints a line for each case file: its reference, the next day by which somebody else must act, and
 * the last day of the family's own next step. Errors in a file go to standard error. It is the program of a user of the
 * library: it knows only the headers. next_dates.py prints the same through Python's ctypes.
 */
#include <ehc/judgement.h>
#include <stdio.h>

static void complain(void *context, const struct ehc_error *error) {
    (void)context;
    fprintf(stderr, "%s:%u: %s\n", error->file, error->line, error->message);
}

static void print_next(const struct ehc_law *law, const struct ehc_case *facts, ehc_day today) {
    struct ehc_judgement *judgement = ehc_judge(law, facts, today, NULL);
    char date[EHC_DAY_TEXT];
    if (judgement == NULL)
        return;
    const struct ehc_judged *next = judgement->next;
    const struct ehc_option *own = judgement->options;
    printf("%s", facts->reference != NULL ? facts->reference : "?");
    if (next != NULL)
        printf("\t%s: %s by %s", next->deadline->limit->who, next->deadline->limit->short_title,
               ehc_day_format(next->last, date));
    if (judgement->option_count > 0)
        printf("\tyou: %s by %s", own[0].limit->short_title, ehc_day_format(own[0].last, date));
    putchar('\n');
    ehc_judgement_free(judgement);
}

int main(int count, char **arguments) {
    const struct ehc_law *law = &ehc_law_england;
    struct ehc_error error;
    ehc_day today;
    int status = 0;
    if (count < 3 || !ehc_day_read(arguments[1], &today, &error))
        return 2;
    for (int i = 2; i < count; i++) {
        static struct ehc_case facts;
        bool unreadable;
        ehc_case_init(&facts);
        if (ehc_case_read(law, arguments[i], &facts, &unreadable, complain, NULL))
            print_next(law, &facts, today);
        else
            status = 3;
        ehc_case_release(&facts);
    }
    return status;
}
