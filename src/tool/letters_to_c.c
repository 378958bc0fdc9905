/* letters_to_c DIRECTORY NAME FILE... - prints letter templates as constant C tables, `const struct letter NAME[]`.
 *
 * Each is read and checked against the law in the directory by the same code as `ehc letter --template`. A letter is
 * named after its file. */
#include "c_text.h"
#include "letter/letter.h"
#include <stdlib.h>
#include <string.h>

enum { LETTER_MOST = 64 * 1024 };

static void print_id(const char *file) {
    const char *slash = strrchr(file, '/'), *name = slash != NULL ? slash + 1 : file;
    char id[128];
    snprintf(id, sizeof id, "%.*s", (int)strcspn(name, "."), name);
    print_member("id", id);
}

static bool print_letter(const struct ehc_law *law, const char *file) {
    static char text[LETTER_MOST + 1];
    struct letter letter;
    FILE *in = fopen(file, "rb");
    size_t length = in != NULL ? fread(text, 1, LETTER_MOST, in) : 0;
    if (in == NULL || ferror(in) || !feof(in)) {
        fprintf(stderr, "%s: cannot be read, or is too large\n", file);
        if (in != NULL)
            fclose(in);
        return false;
    }
    fclose(in);
    if (!letter_read(&letter, file, text, length, print_fault, NULL) || !letter_check(&letter, law, print_fault, NULL))
        return false;
    printf("    {");
    print_id(file);
    print_member("title", letter.title);
    print_member("about", letter.about);
    print_member("when", letter.when);
    print_member("claim", letter.claim);
    print_member("note", letter.note);
    print_member("body", letter.body);
    printf(" .body_line = %u },\n", letter.body_line);
    return true;
}

int main(int count, char **arguments) {
    if (count < 4) {
        fprintf(stderr, "usage: letters_to_c DIRECTORY NAME FILE...\n");
        return EXIT_FAILURE;
    }
    struct ehc_law *law = ehc_law_read(arguments[1], print_fault, NULL);
    if (law == NULL)
        return EXIT_FAILURE;
    bool good = true;
    printf("/* Made by letters_to_c from the letters: change those, not this. */\n#include \"letter/letter.h\"\n\n");
    printf("const struct letter %s[] = {\n", arguments[2]);
    for (int i = 3; i < count; i++)
        good = print_letter(law, arguments[i]) && good;
    printf("};\nconst size_t %s_count = %d;\n", arguments[2], count - 3);
    ehc_law_free(law);
    return good && fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
