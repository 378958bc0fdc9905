/* questions_to_c DIRECTORY FILE - prints the questions of `ehc ask` as constant C tables, checked against the law in the
 * directory. */
#include "c_text.h"
#include "cli/questions.h"
#include "lib/law_values.h"
#include "util/fields.h"
#include <ehc/law.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 1 << 20, ID_ROOM = 128 };

static const char *const fact_names[FACT_KINDS] = {"event", "authority", "reference", "closed", "away"};

struct tool {
    const struct ehc_law *law;
    struct topic topics[TOPICS_MOST];
    struct question questions[QUESTIONS_MOST];
    size_t topic_count, question_count;
};

static bool read_words(struct reader *reader, const char *value, void *target) {
    (void)reader;
    *(const char **)target = value;
    return true;
}

static bool read_fact(struct reader *reader, const char *value, void *target) {
    for (size_t i = 0; i < FACT_KINDS; i++) {
        if (strcmp(fact_names[i], value) == 0) {
            *(enum question_fact *)target = (enum question_fact)i;
            return true;
        }
    }
    return ehc_reader_fail(reader, "it can be event, authority, reference, closed or away", "'%s' is not a fact", value);
}

static bool read_event_ids(struct reader *reader, const char *value, void *target) {
    const struct tool *tool = reader->owner;
    const char *list = value;
    char id[ID_ROOM];
    while (ehc_next_item(&list, id, sizeof id))
        if (ehc_find_event(tool->law, id) == EHC_NONE)
            ehc_reader_fail(reader, ehc_nearest_event(tool->law, id), "'%s' is not an event", id);
    *(const char **)target = value;
    return true;
}

static bool read_topics(struct reader *reader, const char *value, void *target) {
    const struct tool *tool = reader->owner;
    unsigned topics = 0;
    char id[ID_ROOM];
    while (ehc_next_item(&value, id, sizeof id)) {
        size_t topic = 0;
        while (topic < tool->topic_count && strcmp(tool->topics[topic].id, id) != 0)
            topic++;
        if (topic == tool->topic_count)
            return ehc_reader_fail(reader, "topics stand above the questions", "'%s' is not a topic", id);
        topics |= 1U << topic;
    }
    *(unsigned *)target = topics;
    return true;
}

static const struct field topic_fields[] = {{"title", read_words, offsetof(struct topic, title), true}};
static const struct field question_fields[] = {
    {"topics", read_topics, offsetof(struct question, topics), false},
    {"fact", read_fact, offsetof(struct question, fact), true},
    {"event", read_event_ids, offsetof(struct question, event), false},
    {"after", read_event_ids, offsetof(struct question, after), false},
    {"unless", read_event_ids, offsetof(struct question, unless), false},
    {"ask", read_words, offsetof(struct question, ask), true},
    {"example", read_words, offsetof(struct question, example), true},
    {"why", read_words, offsetof(struct question, why), true},
};

static void read_section(struct reader *reader, size_t header) {
    struct tool *tool = reader->owner;
    const char *section = reader->ini->entries[header].section;
    const char *topic = ehc_section_id(section, "topic"), *question = ehc_section_id(section, "question");
    reader->entry = &reader->ini->entries[header];
    if (topic != NULL && tool->topic_count < TOPICS_MOST) {
        struct topic *read = &tool->topics[tool->topic_count];
        *read = (struct topic){.id = topic};
        ehc_read_fields(reader, header, topic_fields, sizeof topic_fields / sizeof topic_fields[0], read);
        tool->topic_count++;
    } else if (question != NULL && tool->question_count < QUESTIONS_MOST) {
        struct question *read = &tool->questions[tool->question_count++];
        *read = (struct question){.id = question, .topics = ~0U, .after = "", .unless = ""};
        ehc_read_fields(reader, header, question_fields, sizeof question_fields / sizeof question_fields[0], read);
        if ((read->fact == FACT_EVENT) != (read->event != NULL))
            ehc_reader_fail(reader, NULL, "'event' goes with the fact event, and with no other");
    } else {
        ehc_reader_fail(reader, "it can be [topic ID] or [question ID]", "[%s] is not known, or is one too many", section);
    }
}

static void print_tables(const struct tool *tool, const char *file) {
    printf("/* Made from %s by questions_to_c: change that, not this. */\n#include \"cli/questions.h\"\n\n", file);
    printf("const struct topic topics_england[] = {\n");
    for (size_t i = 0; i < tool->topic_count; i++) {
        printf("    {");
        print_member("id", tool->topics[i].id);
        print_member("title", tool->topics[i].title);
        printf(" },\n");
    }
    printf("};\nconst size_t topics_england_count = %zu;\n", tool->topic_count);
    printf("const struct question questions_england[] = {\n");
    for (size_t i = 0; i < tool->question_count; i++) {
        const struct question *question = &tool->questions[i];
        printf("    { .fact = %d, .topics = %uU,", (int)question->fact, question->topics);
        print_member("id", question->id);
        print_member("event", question->event);
        print_member("after", question->after);
        print_member("unless", question->unless);
        print_member("ask", question->ask);
        print_member("example", question->example);
        print_member("why", question->why);
        printf(" },\n");
    }
    printf("};\nconst size_t questions_england_count = %zu;\n", tool->question_count);
}

int main(int count, char **arguments) {
    static struct tool tool;
    struct ini ini;
    bool unreadable;
    if (count != 3) {
        fprintf(stderr, "usage: questions_to_c DIRECTORY FILE\n");
        return EXIT_FAILURE;
    }
    struct ehc_law *law = ehc_law_read(arguments[1], print_fault, NULL);
    if (law == NULL || !ehc_ini_open(&ini, arguments[2], FILE_MOST, &unreadable, print_fault, NULL)) {
        ehc_law_free(law);
        return EXIT_FAILURE;
    }
    tool.law = law;
    struct reader reader = {.report = print_fault, .ini = &ini, .owner = &tool};
    for (size_t i = 0; i < ini.count; i = ehc_section_end(&ini, i))
        read_section(&reader, i);
    if (reader.faults == 0)
        print_tables(&tool, arguments[2]);
    ehc_ini_close(&ini);
    ehc_law_free(law);
    return reader.faults == 0 && fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
