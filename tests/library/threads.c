/* threads THREADS LAW CASE... -- CASELOAD...: several threads do everything that the library does, at once. Their results
 * are compared with the result of one thread alone. -fsanitize=thread reports a race; -DRACE adds a race, to see that it
 * does.
 */
#include <ehc/audit.h>
#include <ehc/judgement.h>
#include <ehc/explain.h>
#include <ehc/nearest.h>
#include <ehc/version.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS_MOST = 64, ROUNDS = 2 };

/* The results, as text. */
struct output {
    char *text;
    size_t length;
    FILE *file;
};

static size_t threads;
static const char *folder;
static char **cases, **caseloads;
static struct ehc_case shared_case;
static pthread_barrier_t start;
static size_t total; /* bytes of results */
#ifdef RACE
static volatile size_t begun;
#endif

static void put(void *context, const char *line) {
    fprintf(context, "    %s\n", line);
}

static void put_error(void *context, const struct ehc_error *error) {
    fprintf(context, "  %s:%u: %s (%s)\n", error->file != NULL ? error->file : "", error->line, error->message, error->hint);
}

static void put_deadline(FILE *out, const struct ehc_law *law, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    char text[EHC_WORDS], date[EHC_DAY_TEXT];
    fprintf(out, "  %s %s %s %d %s", deadline->limit->id, ehc_day_format(deadline->due, date),
            ehc_status_name(deadline->status), deadline->days, ehc_limit_words(law, deadline->limit, text));
    fprintf(out, " %s\n", ehc_because_words(law, deadline, text));
    ehc_steps(law, deadline, put, out);
    for (size_t i = 0; i < judged->exception_count; i++)
        fprintf(out, "    %s\n", ehc_exception_words(deadline, &judged->exceptions[i], text));
}

static void put_case(FILE *out, const struct ehc_law *law, const struct ehc_case *facts) {
    struct ehc_judgement *judgement = ehc_judge(law, facts, ehc_day_from_ymd(2026, 6, 1), NULL);
    char date[EHC_DAY_TEXT];
    if (judgement == NULL)
        abort();
    for (size_t i = 0; i < judgement->count; i++)
        put_deadline(out, law, &judgement->deadlines[i]);
    for (size_t i = 0; i < judgement->missing_count; i++)
        fprintf(out, "  missing %d\n", judgement->missing[i].event);
    for (size_t i = 0; i < judgement->option_count; i++)
        fprintf(out, "  open: %s, %s\n", judgement->options[i].words, ehc_day_format(judgement->options[i].last, date));
    fprintf(out, "  result %d\n", (int)judgement->result);
    ehc_judgement_free(judgement);
}

static void read_cases(FILE *out, const struct ehc_law *law) {
    for (char **file = cases; *file != NULL; file++) {
        struct ehc_case facts;
        bool unreadable;
        ehc_case_init(&facts);
        fprintf(out, "%s\n", *file);
        if (ehc_case_read(law, *file, &facts, &unreadable, put_error, out))
            put_case(out, law, &facts);
        ehc_case_release(&facts);
    }
}

static void put_row(void *context, const struct ehc_audited *row) {
    fprintf(context, "  %s %s %d\n", row->reference, row->fault != NULL ? row->fault : "",
            row->fault != NULL ? 0 : row->days);
}

static void put_fault(void *context, enum ehc_fault kind, const struct ehc_error *error) {
    fprintf(context, "  %s", ehc_fault_words(kind));
    put_error(context, error);
}

static void audit(FILE *out, const struct ehc_law *law, const char *file) {
    struct ehc_audit_options options = {.law = law,
                                        .file = file,
                                        .as_at = ehc_day_from_ymd(2026, 6, 1),
                                        .notice = put_error,
                                        .fault = put_fault,
                                        .row = put_row,
                                        .context = out};
    struct ehc_audit *audit = ehc_audit_begin(&options);
    FILE *in = fopen(file, "rb");
    struct ehc_error error;
    char bytes[4096];
    size_t length;
    bool good = audit != NULL && in != NULL;
    while (good && (length = fread(bytes, 1, sizeof bytes, in)) > 0)
        good = ehc_audit_feed(audit, bytes, length, &error);
    if (!good || !ehc_audit_end(audit, false, &error)) {
        put_error(out, &error);
    } else {
        const struct ehc_audit_result *result = ehc_audit_result(audit);
        for (size_t i = 0; i < result->group_count; i++)
            fprintf(out, "  %s %llu %llu\n", result->groups[i]->name, (unsigned long long)result->groups[i]->all.done,
                    (unsigned long long)result->groups[i]->all.in_time);
    }
    ehc_audit_free(audit);
    if (in != NULL)
        fclose(in);
}

/* All results. `law` NULL: reads its own law from the folder. */
static void work(FILE *out, const struct ehc_law *law) {
    struct ehc_law *own = law == NULL ? ehc_law_read(folder, put_error, out) : NULL;
    const struct ehc_law *in_use = law == NULL ? own : law;
    fprintf(out, "ehc %s, %zu limits\n", ehc_version(), in_use != NULL ? in_use->limit_count : 0);
    if (in_use != NULL) {
        put_case(out, in_use, &shared_case);
        read_cases(out, in_use);
        for (char **file = caseloads; *file != NULL; file++)
            audit(out, in_use, *file);
        fprintf(out, "%s\n", ehc_nearest_limit(in_use, "finl-plan"));
    }
    ehc_law_free(ehc_law_read("no-such-folder", put_error, out));
    ehc_law_free(own);
}

static struct output record(const struct ehc_law *law) {
    struct output output = {0};
    output.file = open_memstream(&output.text, &output.length);
    if (output.file == NULL)
        abort();
    work(output.file, law);
    fclose(output.file);
    return output;
}

/* One thread: the law that it uses, and its results. */
struct worker {
    pthread_t thread;
    const struct ehc_law *law;
    struct output output;
};

static void *run(void *context) {
    struct worker *worker = context;
    pthread_barrier_wait(&start);
#ifdef RACE
    begun++; /* before anything that could order one thread after another */
#endif
    worker->output = record(worker->law);
    return NULL;
}

/* The threads use the laws in turn. Gives how many threads got another result than one thread alone gets with that law. */
static size_t run_all(const struct ehc_law *const *laws, size_t law_count) {
    struct worker worker[THREADS_MOST];
    size_t wrong = 0;
    for (size_t i = 0; i < threads; i++) {
        worker[i].law = laws[i % law_count];
        if (pthread_create(&worker[i].thread, NULL, run, &worker[i]) != 0)
            abort();
    }
    for (size_t i = 0; i < threads; i++)
        pthread_join(worker[i].thread, NULL);
    for (size_t i = 0; i < threads; i++) {
        struct output alone = record(worker[i].law), *output = &worker[i].output;
        wrong += output->length != alone.length || memcmp(output->text, alone.text, alone.length) != 0;
        total += output->length;
        free(alone.text);
        free(output->text);
    }
    return wrong;
}

int main(int count, char **arguments) {
    threads = count > 4 ? strtoul(arguments[1], NULL, 10) : 0;
    if (threads < 1 || threads > THREADS_MOST)
        return 2;
    folder = arguments[2];
    cases = caseloads = &arguments[3];
    while (*caseloads != NULL && strcmp(*caseloads, "--") != 0)
        caseloads++;
    if (*caseloads == NULL)
        return 2;
    *caseloads++ = NULL;
    ehc_case_init(&shared_case);
    shared_case.event[ehc_find_event(&ehc_law_england, "request-received")] = ehc_day_from_ymd(2026, 1, 5);
    pthread_barrier_init(&start, NULL, (unsigned)threads);
    /* All threads at once make the first call of this process to the library; each reads its own law. */
    const struct ehc_law *own = NULL;
    size_t wrong = run_all(&own, 1);
    struct ehc_law *shared = ehc_law_read(folder, put_error, stderr);
    if (shared == NULL)
        return 2;
    const struct ehc_law *const laws[] = {NULL, shared, &ehc_law_england};
    for (int round = 0; round < ROUNDS; round++)
        wrong += run_all(laws, 3);
    ehc_law_free(shared);
    printf("%d times %zu threads at once, %zu bytes in all: %zu differ from what one alone works out\n", ROUNDS + 1, threads,
           total, wrong);
    return wrong != 0;
}
