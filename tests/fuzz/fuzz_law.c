/* A law with one file replaced is refused with a message, or is read twice as the same law, with deadlines in order. The
 * first byte chooses the file. Runs in the project's top folder.
 *
 * The other files are those of the project, shortened so that a run spends its time on the file under test: they have no
 * comments, and words for people are one letter long. */
#include "fuzz.h"
#include <ehc/audit.h>

static const char *const files[] = {"law",
                                    "events",
                                    "readings",
                                    "exceptions",
                                    "relaxations",
                                    "bank-holidays",
                                    "published-figures",
                                    "caseload",
                                    "assessment",
                                    "review",
                                    "phase-transfer",
                                    "reassessment",
                                    "disagreement",
                                    "tribunal-order",
                                    "unopposed-appeal",
                                    "moving",
                                    "support",
                                    "social-care",
                                    "detained",
                                    "complaint",
                                    "roles",
                                    "rolls",
                                    "working-days",
                                    "miscounts",
                                    "discrimination",
                                    "evidence",
                                    "exclusion",
                                    "after-tribunal"};
enum { FILES = sizeof files / sizeof files[0], ROUTES = 16, OWN_MOST = 1 << 16 };

static struct {
    char text[OWN_MOST];
    size_t length;
} own[FILES];

static const char *path_of(const char *where, const char *name) {
    static char path[160];
    snprintf(path, sizeof path, "%s/%s.ini", where, name);
    return path;
}

/* Whether a line is "KEY = words for people"; gives the length of "KEY =". */
static size_t key_of_words(const char *line) {
    static const char *const keys[] = {"title",   "short",   "when", "done",   "provision", "url",       "note",
                                       "if-late", "only-if", "why",  "source", "judge",     "after-late"};
    size_t length = strcspn(line, " =");
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (strlen(keys[i]) == length && strncmp(line, keys[i], length) == 0)
            return strcspn(line, "=") + 1;
    return 0;
}

static void read_own(size_t file) {
    char line[1100], *to = own[file].text;
    FILE *in = fopen(path_of("data/england", files[file]), "r");
    must(in != NULL);
    while (fgets(line, sizeof line, in) != NULL) {
        size_t key = key_of_words(line);
        must(own[file].length + sizeof line < OWN_MOST);
        if (key > 0)
            own[file].length += (size_t)sprintf(to + own[file].length, "%.*s x\n", (int)key, line);
        else if (*line != '\n' && *line != ';' && *line != '#')
            own[file].length += (size_t)sprintf(to + own[file].length, "%s", line);
    }
    fclose(in);
}

static void write_own(size_t file) {
    write_file(path_of(scratch_folder(), files[file]), own[file].text, own[file].length);
}

/* Runs before all inputs. */
int LLVMFuzzerInitialize(int *count, char ***arguments) {
    (void)count;
    (void)arguments;
    for (size_t i = 0; i < FILES; i++) {
        read_own(i);
        write_own(i);
    }
    struct ehc_law *law = ehc_law_read(scratch_folder(), take_fault, NULL);
    must(law != NULL && law->route_count == ROUTES);
    ehc_law_free(law);
    return 0;
}

static void check_indexes(const struct ehc_indexes *indexes, size_t most) {
    for (size_t i = 0; i < indexes->count; i++)
        must(indexes->index[i] >= 0 && (size_t)indexes->index[i] < most);
}

static void check_law(const struct ehc_law *law) {
    char words[EHC_WORDS];
    must(law->event_count > 0 && law->event_count <= EHC_EVENTS_MAX && law->limit_count <= EHC_LIMITS_MAX);
    for (size_t i = 0; i < law->event_count; i++) {
        const struct ehc_event *event = &law->events[i];
        must(ehc_find_event(law, event->id) == (int)i);
        check_indexes(&event->not_before, law->event_count);
        check_indexes(&event->closed_by, law->event_count);
        for (size_t j = 0; j < event->taken_from.count; j++)
            must((size_t)event->taken_from.list[j].event < law->event_count);
    }
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        must(ehc_find_limit(law, limit->id) == (int)i && limit->amount > 0 && (size_t)limit->route < law->route_count);
        must((size_t)limit->trigger < law->event_count && (size_t)limit->act < law->event_count);
        check_indexes(&limit->readings, law->reading_count);
        check_indexes(&limit->later_of, law->limit_count);
        must_be_plain(ehc_limit_words(law, limit, words), false);
    }
    for (size_t i = 1; i < law->holidays.count; i++)
        must(law->holidays.list[i - 1].day < law->holidays.list[i].day);
}

/* Whatever the names of the columns, a caseload is counted or refused. */
static void count_caseload(const struct ehc_law *law) {
    static const char rows[] = "ref,authority,request-received,assessment-decision,final-plan-sent,exception\n"
                               "1,A,2025-01-06,2025-02-10,2025-06-10,0\n2,B,2025-02-03,,,1\n";
    struct ehc_audit_options options = {.law = law, .as_at = FUZZ_AS_AT, .notice = take_fault};
    struct ehc_audit *audit = ehc_audit_begin(&options);
    struct ehc_error error;
    must(audit != NULL);
    if (!ehc_audit_feed(audit, rows, sizeof rows - 1, &error) || !ehc_audit_end(audit, false, &error))
        take_fault(NULL, &error);
    ehc_audit_free(audit);
}

static void check_same(const struct ehc_law *a, const struct ehc_law *b, const struct ehc_case *facts,
                       const struct ehc_deadline *deadlines, size_t count) {
    static struct ehc_deadline others[EHC_DEADLINES_MAX];
    must(a->event_count == b->event_count && a->limit_count == b->limit_count && a->holidays.count == b->holidays.count);
    must(ehc_timeline(b, facts, FUZZ_AS_AT, others, EHC_DEADLINES_MAX) == count);
    for (size_t i = 0; i < count; i++)
        must(strcmp(deadlines[i].limit->id, others[i].limit->id) == 0 && deadlines[i].due == others[i].due &&
             deadlines[i].latest == others[i].latest && deadlines[i].status == others[i].status);
}

static void use(const struct ehc_law *law) {
    static struct ehc_deadline deadlines[EHC_DEADLINES_MAX];
    static struct ehc_case facts;
    check_law(law);
    count_caseload(law);
    ehc_case_init(&facts);
    for (size_t i = 0; i < law->event_count; i++)
        facts.event[i] = i % 5 == 4 ? EHC_NO_DAY : 20000 + (ehc_day)(i * 7 % 400);
    facts.closure[facts.closure_count++] = (struct ehc_closure){.span = {20100, 20140}};
    facts.absence[facts.absence_count++] = (struct ehc_absence){.span = {20050, 20090}};
    facts.advice[facts.advice_count++] =
        (struct ehc_advice){.from = EHC_FROM_HEALTH, .requested = 20010, .request_received = 20012, .received = EHC_NO_DAY};
    size_t count = check_deadlines(law, &facts, FUZZ_AS_AT, deadlines);
    struct ehc_law *again = ehc_law_read(scratch_folder(), take_fault, NULL);
    must(again != NULL);
    check_same(law, again, &facts, deadlines, count);
    ehc_law_free(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0)
        return 0;
    size_t file = data[0] % FILES;
    write_file(path_of(scratch_folder(), files[file]), data + 1, size - 1);
    struct ehc_law *law = ehc_law_read(scratch_folder(), take_fault, NULL);
    if (law != NULL)
        use(law);
    ehc_law_free(law);
    write_own(file);
    return 0;
}
