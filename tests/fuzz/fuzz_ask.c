/* Whatever is typed into `ehc ask`, the screen stays plain and the answers are kept in a case file that ehc reads. Runs in
 * the project's top folder. */
#include "command.h"

int LLVMFuzzerInitialize(int *count, char ***arguments) {
    prepare(count, arguments);
    return 0;
}

static void read_back(const char *text, size_t length) {
    static struct ehc_deadline deadlines[EHC_DEADLINES_MAX];
    static struct ehc_case facts;
    char path[200];
    bool unreadable;
    snprintf(path, sizeof path, "%s/kept.ini", scratch_folder());
    write_file(path, text, length);
    ehc_case_init(&facts);
    must(ehc_case_read(&ehc_law_england, path, &facts, &unreadable, take_fault, NULL));
    check_deadlines(&ehc_law_england, &facts, FUZZ_AS_AT, deadlines);
    ehc_case_release(&facts);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char name[] = "ehc", command[] = "ask", as_at[] = "--as-at=2026-02-16", output[] = "-okept.ini";
    char *words[] = {name, command, as_at, output, NULL};
    if (!stays_inside((const char *)data, size))
        return 0;
    struct ran ran = run_command(4, words, (const char *)data, size);
    must(ran.status >= 0 && ran.status <= 5 && ran.status != 2 && !ran.replaced);
    check_text(ran.out, ran.out_length);
    check_text(ran.err, ran.err_length);
    must(ran.kept != NULL || ran.status != 0);
    if (ran.kept != NULL)
        read_back(ran.kept, ran.kept_length);
    end_run(&ran);
    return 0;
}
