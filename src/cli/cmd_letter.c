/* ehc letter: fills in a letter from a case. */
#include "commands.h"
#include "request/say.h"
#include "show.h"
#include "util/fail.h"
#include "view/wrap.h"
#include <ehc/nearest.h>
#include <stdlib.h>
#include <string.h>

static const struct letter *find_letter(const struct letters *letters, const char *id) {
    for (size_t i = 0; i < letters->count; i++)
        if (strcmp(letters->list[i].id, id) == 0)
            return &letters->list[i];
    return NULL;
}

static enum exit_status unknown_kind(const struct letters *letters, const char *id) {
    struct ehc_nearest nearest = {.word = id};
    for (size_t i = 0; i < letters->count; i++)
        ehc_nearest_offer(&nearest, letters->list[i].id);
    say_unknown(id, "a kind of letter", nearest.name, "'ehc letter' lists the kinds");
    return EXIT_INPUT;
}

static enum exit_status no_letters(void) {
    say_fault("use --template FILE to write one from your own template", "this law has no letters");
    return EXIT_CANNOT_SAY;
}

static enum exit_status list_kinds(const struct request *request) {
    const struct letters *letters = &request->bundle->letters;
    struct output output;
    if (letters->count == 0)
        return no_letters();
    if (!output_begin(&output, request))
        return EXIT_FILE;
    const struct page page = output_page(request, output.stream);
    wrap_text(&page, 0, 0, PLAIN, "Letters, filled in from a case file: ehc letter KIND CASE.ini");
    fputc('\n', output.stream);
    view_letters_text(letters, &page);
    fprintf(output.stream, "\nFor example:  ehc letter %s anna.ini -o letter.txt\n", letters->list[0].id);
    return output_finish(&output);
}

/* Reads the user's own template into `letter`. If the file has no head, the head of `letter` stays. The caller frees
 * `text`. */
static enum exit_status read_template(const char *file, struct letter *letter, char **text) {
    struct letter own;
    size_t length;
    enum exit_status status = EXIT_DONE;
    *text = output_read_file(file, LETTER_FILE_MOST, "use a template that is smaller than 64 KB", &length, &status);
    if (*text == NULL)
        return status;
    if (!letter_read(&own, file, *text, length, say_error, NULL))
        return EXIT_INPUT;
    if (own.about[0] != '\0') {
        own.id = letter->id;
        own.title = letter->title;
        *letter = own;
        return EXIT_DONE;
    }
    letter->all_rounds = letter->all_rounds || own.all_rounds;
    letter->note = own.note[0] != '\0' ? own.note : letter->note;
    letter->body = own.body;
    letter->body_line = own.body_line;
    letter->file = own.file;
    return EXIT_DONE;
}

/* Finds the kind and the case among the words. With a template the kind may be left out. */
static enum exit_status take_words(struct request *request, struct letter *letter) {
    const struct letters *letters = &request->bundle->letters;
    bool own = option_is_given(request, OPTION_TEMPLATE), has_case = option_is_given(request, OPTION_CASE);
    bool has_facts = has_case || option_is_given(request, OPTION_EVENT);
    const struct letter *kind = request->word_count > 0 ? find_letter(letters, request->words[0]) : NULL;
    size_t next = 0;
    *letter = (struct letter){
        .title = "", .about = "", .but_not = "", .when = "", .claim = "", .note = "", .body = "", .file = NULL};
    if (kind != NULL) {
        *letter = *kind;
        next = 1;
    } else if (!own || request->word_count > 1) {
        if (letters->count == 0)
            return no_letters();
        if (request->word_count > 0)
            return unknown_kind(letters, request->words[0]);
        say_fault("use 'ehc letter' alone to list the kinds", "the kind of letter is missing");
        return EXIT_USAGE;
    }
    if (request->word_count > next + !has_case)
        return say_word_too_many(request->words[next + !has_case], "write one letter for one case at a time");
    if (request->word_count > next) {
        request->files = &request->words[next];
        request->file_count = 1;
    } else if (!has_facts) {
        char hint[160];
        snprintf(hint, sizeof hint, "write it as in 'ehc letter %.60s anna.ini'", bundle_a_letter(request->bundle));
        say_fault(hint, "the case file is missing");
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

/* Says what to do before the letter is sent, on standard error so that the letter stays clean. On a screen the two come
 * together: an empty line keeps them apart. */
static void say_what_remains(const struct request *request, const struct letter *letter) {
    const struct page page = output_page_of_messages();
    if (!output_is_file(request))
        fputc('\n', stderr);
    wrap_text(&page, 0, 0, PLAIN, "Before you send it, fill in the places in [square brackets] and check each date.");
    if (letter->note[0] != '\0')
        wrap_text(&page, 0, 0, PLAIN, letter->note);
}

/* Whether the command only asks for the list of kinds. */
static bool asks_for_kinds(const struct request *request) {
    static const enum option_id of_list[] = {OPTION_LAW, OPTION_OUTPUT, OPTION_FORCE, OPTION_NO_COLOR};
    size_t others = request->given_count;
    for (size_t i = 0; i < request->given_count; i++)
        for (size_t j = 0; j < sizeof of_list / sizeof of_list[0]; j++)
            others -= request->given[i].option == of_list[j];
    return request->word_count == 0 && others == 0;
}

enum exit_status run_letter(struct request *request) {
    struct letter letter;
    struct showing showing = {.request = request, .letter = &letter};
    char *text = NULL;
    if (asks_for_kinds(request))
        return list_kinds(request);
    enum exit_status status = take_words(request, &letter);
    if (status == EXIT_DONE && option_is_given(request, OPTION_TEMPLATE))
        status = read_template(option_value(request, OPTION_TEMPLATE), &letter, &text);
    if (status == EXIT_DONE && !letter_check(&letter, request->law, say_error, NULL))
        status = EXIT_INPUT;
    if (status == EXIT_DONE)
        status = show_case(&showing);
    if (status == EXIT_DONE)
        say_what_remains(request, &letter);
    free(text);
    return status;
}
