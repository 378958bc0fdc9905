#include "questions.h"
#include "util/fail.h"
#include "util/fields.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 1 << 20, ID_ROOM = 128 };

static const char *const fact_names[FACT_KINDS] = {"event",          "authority", "reference",   "closed",
                                                   "closed-claimed", "away",      "away-claimed"};

struct questions_file {
    const struct ehc_law *law;
    struct ini ini;
    struct topic topics[TOPICS_MOST];
    struct question questions[QUESTIONS_MOST];
    size_t topic_count, question_count;
};

static bool read_words(struct reader *reader, const char *value, void *target) {
    *(const char **)target = value;
    return ehc_reader_is_whole(reader);
}

static bool read_fact(struct reader *reader, const char *value, void *target) {
    for (size_t i = 0; i < FACT_KINDS; i++) {
        if (strcmp(fact_names[i], value) == 0) {
            *(enum question_fact *)target = (enum question_fact)i;
            return true;
        }
    }
    return ehc_reader_fail(reader, "it can be event, authority, reference, closed, closed-claimed, away or away-claimed",
                           "'%s' is not a fact", value);
}

static bool read_event_ids(struct reader *reader, const char *value, void *target) {
    const struct questions_file *file = reader->owner;
    const char *list = value;
    char id[ID_ROOM], hint[EHC_HINT_ROOM];
    while (ehc_next_item(&list, id, sizeof id)) {
        if (ehc_find_event(file->law, id) != EHC_NONE)
            continue;
        ehc_reader_fail(reader, ehc_did_you_mean(ehc_nearest_event(file->law, id), NULL, hint), "'%s' is not an event", id);
    }
    *(const char **)target = value;
    return true;
}

static bool read_topics(struct reader *reader, const char *value, void *target) {
    const struct questions_file *file = reader->owner;
    unsigned topics = 0;
    char id[ID_ROOM];
    while (ehc_next_item(&value, id, sizeof id)) {
        size_t topic = 0;
        while (topic < file->topic_count && strcmp(file->topics[topic].id, id) != 0)
            topic++;
        if (topic == file->topic_count)
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
    struct questions_file *file = reader->owner;
    const char *section = reader->ini->entries[header].section;
    const char *topic = ehc_section_id(section, "topic"), *question = ehc_section_id(section, "question");
    reader->entry = &reader->ini->entries[header];
    if (topic != NULL && file->topic_count < TOPICS_MOST) {
        struct topic *read = &file->topics[file->topic_count];
        *read = (struct topic){.id = topic};
        ehc_read_fields(reader, header, topic_fields, sizeof topic_fields / sizeof topic_fields[0], read);
        file->topic_count++;
    } else if (question != NULL && file->question_count < QUESTIONS_MOST) {
        struct question *read = &file->questions[file->question_count++];
        *read = (struct question){.id = question, .fact = FACT_KINDS, .topics = ~0U, .after = "", .unless = ""};
        ehc_read_fields(reader, header, question_fields, sizeof question_fields / sizeof question_fields[0], read);
        if (read->fact != FACT_KINDS && (read->fact == FACT_EVENT) != (read->event != NULL))
            ehc_reader_fail(reader, NULL, "'event' goes with the fact event, and with no other");
    } else {
        ehc_reader_fail(reader, "it can be [topic ID] or [question ID]", "[%s] is not known, or is one too many", section);
    }
}

struct questions_file *questions_read(const char *file, const struct ehc_law *law, struct questions *questions,
                                      ehc_report *report, void *context) {
    struct questions_file *read = calloc(1, sizeof *read);
    struct reader reader = {.report = report, .context = context, .owner = read};
    bool unreadable;
    if (read == NULL) {
        struct ehc_error error;
        ehc_no_memory(&error);
        report(context, &error);
        return NULL;
    }
    read->law = law;
    if (!ehc_ini_open(&read->ini, file, FILE_MOST, &unreadable, report, context)) {
        free(read);
        return NULL;
    }
    reader.ini = &read->ini;
    for (size_t i = 0; i < read->ini.count; i = ehc_section_end(&read->ini, i))
        read_section(&reader, i);
    if (reader.faults + read->ini.faults > 0) {
        questions_free(read);
        return NULL;
    }
    *questions = (struct questions){
        .topics = read->topics, .topic_count = read->topic_count, .list = read->questions, .count = read->question_count};
    return read;
}

void questions_free(struct questions_file *file) {
    if (file == NULL)
        return;
    ehc_ini_close(&file->ini);
    free(file);
}
