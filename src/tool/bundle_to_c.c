/* bundle_to_c FOLDER LAW - prints the letters and questions of a bundle as constant C tables, and a bundle of these and
 * the law, which law_to_c prints as `const struct ehc_law LAW`.
 *
 * It reads with the same bundle_read() as `ehc --law`, so that the compiled bundle and one read at run time cannot differ.
 */
#include "bundle/bundle.h"
#include "c_text.h"
#include <stdlib.h>

static void print_letters(const struct letters *letters) {
    printf("static const struct letter letters[] = {\n");
    for (size_t i = 0; i < letters->count; i++) {
        const struct letter *letter = &letters->list[i];
        printf("    {");
        print_member("id", letter->id);
        print_member("title", letter->title);
        print_member("about", letter->about);
        print_member("but_not", letter->but_not);
        print_member("when", letter->when);
        print_member("claim", letter->claim);
        printf(" .all_rounds = %d,", letter->all_rounds);
        print_member("note", letter->note);
        print_member("body", letter->body);
        printf(" .body_line = %u },\n", letter->body_line);
    }
    printf("};\n");
}

static void print_topics(const struct questions *questions) {
    printf("static const struct topic topics[] = {\n");
    for (size_t i = 0; i < questions->topic_count; i++) {
        printf("    {");
        print_member("id", questions->topics[i].id);
        print_member("title", questions->topics[i].title);
        printf(" },\n");
    }
    printf("};\n");
}

static void print_questions(const struct questions *questions) {
    printf("static const struct question questions[] = {\n");
    for (size_t i = 0; i < questions->count; i++) {
        const struct question *question = &questions->list[i];
        printf("    { .fact = %d, .topics = %uU,", (int)question->fact, question->topics);
        print_member("id", question->id);
        print_member("event", question->event);
        print_member("after", question->after);
        print_member("unless", question->unless);
        print_member("despite", question->despite);
        print_member("with", question->with);
        print_member("again", question->again);
        print_member("kind_of", question->kind_of);
        print_member("limit", question->limit);
        print_member("from", question->from);
        print_member("ask", question->ask);
        print_member("example", question->example);
        print_member("why", question->why);
        printf(" .once = %d, .choice = {", question->once);
        for (size_t j = 0; j < question_choices(question); j++) {
            printf(" {");
            print_member("value", question->choice[j].value);
            print_member("tell", question->choice[j].tell);
            printf(" },");
        }
        printf("%s},\n    },\n", question_choices(question) == 0 ? "{0}" : "");
    }
    printf("};\n");
}

/* Leaves out a table that is empty: C has no empty arrays. */
static void print_bundle(const struct bundle *bundle, const char *law) {
    printf("const struct bundle bundle_built_in = {\n    .law = &%s,\n", law);
    if (bundle->letters.count > 0)
        printf("    .letters = {letters, %zu},\n", bundle->letters.count);
    if (bundle->questions.count > 0)
        printf("    .questions = {.list = questions, .count = %zu,", bundle->questions.count);
    if (bundle->questions.count > 0 && bundle->questions.topic_count > 0)
        printf(" .topics = topics, .topic_count = %zu", bundle->questions.topic_count);
    printf("%s};\n", bundle->questions.count > 0 ? "},\n" : "");
}

int main(int count, char **arguments) {
    if (count != 3) {
        fprintf(stderr, "usage: bundle_to_c FOLDER LAW\n");
        return EXIT_FAILURE;
    }
    struct bundle *bundle = bundle_read(arguments[1], print_fault, NULL);
    if (bundle == NULL)
        return EXIT_FAILURE;
    printf("/* Made from the files of %s by bundle_to_c: change those, not this. */\n#include \"bundle/bundle.h\"\n\n",
           arguments[1]);
    if (bundle->letters.count > 0)
        print_letters(&bundle->letters);
    if (bundle->questions.topic_count > 0)
        print_topics(&bundle->questions);
    if (bundle->questions.count > 0)
        print_questions(&bundle->questions);
    print_bundle(bundle, arguments[2]);
    bundle_free(bundle);
    return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
