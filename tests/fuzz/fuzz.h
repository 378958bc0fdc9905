/* fuzz.h - shared by the fuzz targets. Each target checks rules for what was read, not only that nothing crashes. */
#ifndef EHC_TESTS_FUZZ_H
#define EHC_TESTS_FUZZ_H

#include "util/shown.h"
#include <ehc/explain.h>
#include <libical/ical.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FUZZ_AS_AT = 20500 }; /* 16 February 2026: a fixed day, so that an input keeps its meaning */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int messages = STDERR_FILENO;

/* A broken rule ends in a crash, so the fuzzer keeps the input. */
static inline void must_be(bool truth, const char *text, const char *file, int line) {
    if (truth)
        return;
    dprintf(messages, "%s:%d: broken: %s\n", file, line, text);
    abort();
}
#define must(truth) must_be((truth), #truth, __FILE__, __LINE__)

/* The texts must be the same. If not, prints what comes before the first difference, and both from there on. */
static inline void must_be_text(const char *a, const char *b) {
    size_t at = 0;
    while (a[at] == b[at] && a[at] != '\0')
        at++;
    if (a[at] != b[at])
        dprintf(messages, "the texts differ after:\n%.*s\n- %.200s\n+ %.200s\n", (int)(at < 400 ? at : 400),
                a + at - (at < 400 ? at : 400), a + at, b + at);
    must(a[at] == b[at]);
}

/* The text must be fit to be shown as it is; line breaks are allowed if `lines`. */
static inline void must_be_plain(const char *text, bool lines) {
    must(ehc_find_hidden(text, lines ? "\n" : "") == NULL);
}

/* Each fault has a message, fit for a terminal. */
static inline void take_fault(void *context, const struct ehc_error *error) {
    (void)context;
    must(error->message[0] != '\0');
    must_be_plain(error->message, false);
    must_be_plain(error->hint, false);
}

static inline bool same_text(const char *a, const char *b) {
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* The bytes as text with a NUL at the end; the caller frees it. */
static inline char *as_text(const uint8_t *data, size_t size) {
    char *text = malloc(size + 1);
    must(text != NULL);
    memcpy(text, data, size);
    text[size] = '\0';
    return text;
}

/* A folder for this process alone, in TMPDIR. tests/fuzz/run makes TMPDIR in memory and removes it. */
static inline const char *scratch_folder(void) {
    static char folder[128];
    if (folder[0] == '\0') {
        const char *parent = getenv("TMPDIR");
        snprintf(folder, sizeof folder, "%s/ehc-fuzz-XXXXXX", parent != NULL ? parent : "/tmp");
        must(mkdtemp(folder) != NULL);
    }
    return folder;
}

/* libical caches some text. The fuzzer would take it for a leak and look for the leak each time. */
static inline void forget_calendars(void) {
    icalmemory_free_ring();
}

static inline void write_file(const char *path, const void *data, size_t size) {
    FILE *out = fopen(path, "wb");
    must(out != NULL);
    fwrite(data, 1, size, out);
    must(fclose(out) == 0);
}

/* ---- rules for every deadline of every case ---- */

/* Late is: done after the last day; not done by the last day and then ended by another event; or done before it was lawful.
 */
static inline void check_late(const struct ehc_deadline *deadline, bool done) {
    if (deadline->because == EHC_TOO_EARLY) {
        must(done && deadline->limit->is_minimum && deadline->days >= 0);
        return;
    }
    ehc_day ended = done ? deadline->act : deadline->superseded;
    must(ended != EHC_NO_DAY && ended > deadline->latest && deadline->days == ended - deadline->latest);
    must(done || deadline->superseded_by != EHC_NONE);
}

static inline void check_status(const struct ehc_deadline *deadline, ehc_day as_at) {
    bool done = deadline->act != EHC_NO_DAY && deadline->act <= as_at;
    switch (deadline->status) {
    case EHC_MET:
        must(done && (deadline->act <= deadline->due || deadline->limit->is_minimum) && deadline->days == 0);
        break;
    case EHC_LATE:
        check_late(deadline, done);
        break;
    case EHC_OVERDUE:
        must(!done && as_at > deadline->latest && deadline->days == as_at - deadline->latest);
        break;
    case EHC_DUE:
        must(!done && as_at <= deadline->due && deadline->days == deadline->due - as_at);
        break;
    case EHC_DISPUTED:
        must((done ? deadline->act : as_at) > deadline->due && (done ? deadline->act : as_at) <= deadline->latest);
        break;
    default:
        must(deadline->days == -1);
    }
}

static inline void check_words(const struct ehc_law *law, const struct ehc_case *facts,
                               const struct ehc_deadline *deadline) {
    char words[EHC_WORDS];
    must_be_plain(ehc_limit_words(law, deadline->limit, words), false);
    must_be_plain(ehc_because_words(law, deadline, words), false);
    ehc_day day = deadline->due != EHC_NO_DAY ? deadline->due : FUZZ_AS_AT;
    struct ehc_judgement *judgement =
        ehc_judge_limit(law, facts, deadline->advice, day, (int)(deadline->limit - law->limits));
    must(judgement != NULL);
    for (size_t i = 0; i < judgement->deadlines[0].exception_count; i++) {
        const struct ehc_exception *exception = &judgement->deadlines[0].exceptions[i];
        must_be_plain(ehc_exception_words(deadline, exception, words), false);
        must(exception->answer != EHC_ANSWER_YES || (exception->given && exception->fit == EHC_FITS));
        must(exception->given || exception->answer == EHC_ANSWER_CANNOT_SAY);
    }
    ehc_judgement_free(judgement);
}

static inline void must_be_same(const struct ehc_deadline *a, const struct ehc_deadline *b) {
    must(strcmp(a->limit->id, b->limit->id) == 0 && a->trigger == b->trigger && a->due == b->due);
    must(a->earliest == b->earliest && a->superseded == b->superseded && a->projected == b->projected);
    must(a->latest == b->latest && a->status == b->status && a->days == b->days && a->act == b->act);
    must(a->because == b->because && a->with_exception == b->with_exception && a->days_lost == b->days_lost);
    must(a->with_exception_if == b->with_exception_if && a->days_lost_if == b->days_lost_if);
}

/* A limit judged alone gives its latest round that has begun, but no round of a consultation and no own date. */
static inline void check_alone(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_deadline *deadline,
                               ehc_day as_at) {
    struct ehc_deadline alone;
    if (deadline->own != NULL)
        return;
    ehc_deadline_of(law, facts, deadline->advice, as_at, (int)(deadline->limit - law->limits), &alone);
    if (deadline->consultation == NULL && deadline->round == alone.round && deadline->trigger == alone.trigger)
        must_be_same(deadline, &alone);
    check_words(law, facts, deadline);
}

static inline size_t check_deadlines(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at,
                                     struct ehc_deadline room[EHC_DEADLINES_MAX]) {
    size_t count = ehc_timeline(law, facts, as_at, room, EHC_DEADLINES_MAX);
    must(count <= EHC_DEADLINES_MAX);
    for (size_t i = 0; i < count; i++) {
        const struct ehc_deadline *deadline = &room[i];
        check_alone(law, facts, deadline, as_at);
        check_status(deadline, as_at);
        must(deadline->days >= -1);
        if (deadline->due == EHC_NO_DAY)
            continue;
        must(deadline->earliest <= deadline->due && deadline->due <= deadline->latest);
        must(deadline->with_exception == EHC_NO_DAY || deadline->with_exception > deadline->due);
        must(deadline->with_exception_if == EHC_NO_DAY || deadline->with_exception_if > deadline->due);
        must(deadline->days_lost_if == 0 || deadline->days_lost_if > deadline->days_lost);
        must(i == 0 || room[i - 1].due <= deadline->due);
    }
    return count;
}

#endif
