/* An accepted template gives a letter without an unfilled place or control character, within its columns, and the same
 * letter each time. The first byte chooses the case and --anyway; the rest is the template. Runs in the project's top
 * folder. */
#include "letter/letter.h"
#include "fuzz.h"

enum { COLUMNS = 72 };

static const char *const cases[] = {"plan-overdue",        "decision-late",       "amended-plan-late", "on-time",
                                    "late-with-easter",    "summer-does-not-fit", "advice-late",       "review-late",
                                    "phase-transfer-late", "summer-closure",      "tribunal-order",    "fact-missing"};
enum { CASES = sizeof cases / sizeof cases[0] };

static struct ehc_case facts[CASES];

int LLVMFuzzerInitialize(int *count, char ***arguments) {
    (void)count;
    (void)arguments;
    for (size_t i = 0; i < CASES; i++) {
        char path[100];
        bool unreadable;
        snprintf(path, sizeof path, "data/examples/%s.ini", cases[i]);
        ehc_case_init(&facts[i]);
        must(ehc_case_read(&ehc_law_england, path, &facts[i], &unreadable, take_fault, NULL));
    }
    return 0;
}

/* A line is longer than the page only if it is one word. */
static void check_letter(const char *text) {
    must_be_plain(text, true);
    must(strchr(text, '{') == NULL);
    for (const char *line = text; *line != '\0';) {
        size_t columns = 0, indent = strspn(line, " ");
        const char *end = line + strcspn(line, "\n");
        bool one_word = memchr(line + indent, ' ', (size_t)(end - line) - indent) == NULL;
        for (const char *at = line; at < end; at++)
            columns += (*at & 0xc0) != 0x80;
        must(columns <= COLUMNS || one_word || strncmp(line + indent, "- ", 2) == 0);
        line = end + (*end == '\n');
    }
}

static char *write_letter(const struct ehc_judgement *judgement, const struct letter *letter, bool anyway,
                          enum letter_result *result) {
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    must(out != NULL);
    const struct letter_options options = {.anyway = anyway};
    *result = view_letter(judgement, letter, &options, out, take_fault, NULL);
    must(fclose(out) == 0 && strlen(text) == length && *result != LETTER_NO_MEMORY);
    return text;
}

static void fill(const struct letter *letter, uint8_t choice) {
    struct ehc_judgement *judgement = ehc_judge(&ehc_law_england, &facts[choice % CASES], FUZZ_AS_AT, NULL);
    enum letter_result result, second;
    must(judgement != NULL);
    char *text = write_letter(judgement, letter, choice >= 128, &result);
    char *again = write_letter(judgement, letter, choice >= 128, &second);
    if (result == LETTER_WRITTEN)
        check_letter(text);
    must(result == second && strcmp(text, again) == 0);
    free(text);
    free(again);
    ehc_judgement_free(judgement);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct letter letter;
    if (size == 0)
        return 0;
    char *text = as_text(data + 1, size - 1);
    if (letter_read(&letter, "fuzz.txt", text, size - 1, take_fault, NULL) &&
        letter_check(&letter, &ehc_law_england, take_fault, NULL))
        fill(&letter, data[0]);
    free(text);
    return 0;
}
