/* A case file that is accepted has deadlines in order, is written as a case file, and reads back as the same case. */
#include "../../src/view/view.h"
#include "fuzz.h"

static const char *path_of(const char *name) {
    static char path[64];
    snprintf(path, sizeof path, "/tmp/ehc-fuzz-%s-%ld.ini", name, (long)getpid());
    return path;
}

static bool is_same(const char *a, const char *b) {
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void read_back(const struct ehc_law *law, const struct ehc_case *facts) {
    static struct ehc_case again;
    struct ehc_error error;
    bool unreadable;
    FILE *out = fopen(path_of("again"), "wb");
    must(out != NULL);
    bool written = view_case_file(law, facts, out, &error);
    must(fclose(out) == 0);
    if (!written)
        return;
    ehc_case_init(&again);
    must(ehc_case_read(law, path_of("again"), &again, &unreadable, take_fault, NULL));
    must(memcmp(facts->event, again.event, sizeof again.event) == 0);
    must(is_same(facts->reference, again.reference) && is_same(facts->authority, again.authority));
    must(facts->closure_count == again.closure_count && facts->advice_count == again.advice_count);
    ehc_case_release(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct ehc_case facts;
    const struct ehc_law *law = &ehc_law_england;
    bool unreadable;
    write_file(path_of("case"), data, size);
    ehc_case_init(&facts);
    if (ehc_case_read(law, path_of("case"), &facts, &unreadable, take_fault, NULL)) {
        check_deadlines(law, &facts, 20500);
        read_back(law, &facts);
        ehc_case_release(&facts);
    }
    return 0;
}
