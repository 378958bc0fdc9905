/* A law with one file replaced is refused with a message, or gives deadlines that are in order. The first byte chooses the
 * file. Runs in the project's top folder. */
#include "fuzz.h"
#include <sys/stat.h>

static const char *const files[] = {"law",         "events",        "readings",   "exceptions", "relaxations",
                                    "bank-holidays", "sen2-national", "caseload",   "assessment", "review",
                                    "phase-transfer", "reassessment",  "disagreement", "tribunal-order", "unopposed-appeal",
                                    "moving",      "support",       "social-care", "detained",   "complaint"};
enum { FILES = sizeof files / sizeof files[0] };

static char folder[64];

static const char *path_of(const char *where, const char *name) {
    static char path[160];
    snprintf(path, sizeof path, "%s/%s.ini", where, name);
    return path;
}

static void make_folder(void) {
    snprintf(folder, sizeof folder, "/tmp/ehc-fuzz-law-%ld", (long)getpid());
    must(mkdir(folder, 0700) == 0);
}

/* A link to the law's own file in place of the one that was replaced. */
static void link_file(const char *name) {
    char own[160], target[512], here[256];
    snprintf(own, sizeof own, "%s", path_of(folder, name));
    must(getcwd(here, sizeof here) != NULL);
    snprintf(target, sizeof target, "%s/data/england/%s.ini", here, name);
    unlink(own);
    must(symlink(target, own) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct ehc_case facts;
    if (size == 0)
        return 0;
    if (folder[0] == '\0') {
        make_folder();
        for (size_t i = 0; i < FILES; i++)
            link_file(files[i]);
    }
    const char *name = files[data[0] % FILES];
    unlink(path_of(folder, name));
    write_file(path_of(folder, name), data + 1, size - 1);
    struct ehc_law *law = ehc_law_read(folder, take_fault, NULL);
    if (law != NULL) {
        ehc_case_init(&facts);
        for (size_t i = 0; i < law->event_count; i++)
            facts.event[i] = 20000 + (ehc_day)(i * 7 % 400);
        check_deadlines(law, &facts, 20500);
        ehc_law_free(law);
    }
    link_file(name);
    return 0;
}
