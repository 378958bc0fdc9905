#include "questions.h"
#include "case/hints.h"
#include "util/fail.h"
#include "util/fields.h"
#include <ehc/case.h>
#include <ehc/nearest.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 1 << 20, ID_ROOM = 128 };

static const char *const fact_names[FACT_KINDS] = {
    [FACT_EVENT] = "event",
    [FACT_AUTHORITY] = "authority",
    [FACT_REFERENCE] = "reference",
    [FACT_CLOSED] = "closed",
    [FACT_AWAY] = "away",
    [FACT_CLOSED_CLAIMED] = "closed-claimed",
    [FACT_AWAY_CLAIMED] = "away-claimed",
    [FACT_SETTING] = "setting",
    [FACT_CHOICE] = "choice",
    [FACT_ADVICE] = "advice",
    [FACT_ADVICE_ASKED] = "advice-requested",
    [FACT_ADVICE_REACHED] = "advice-request-received",
    [FACT_ADVICE_CAME] = "advice-received",
    [FACT_CONSULTATION] = "consultation",
    [FACT_CONSULTED] = "consultation-sent",
    [FACT_CONSULTATION_ANSWERED] = "consultation-answered",
    [FACT_THEY_SAY] = "they-say",
};

const char *question_fact_name(enum question_fact fact) {
    return fact_names[fact];
}

struct questions_file {
    const struct ehc_law *law;
    struct ini ini;
    struct topic topics[TOPICS_MOST];
    struct question questions[QUESTIONS_MOST];
    size_t topic_count, question_count;
};

/* The fact that another fact belongs to. */
static enum question_fact owner_of(enum question_fact fact) {
    if (fact == FACT_ADVICE_ASKED || fact == FACT_ADVICE_REACHED || fact == FACT_ADVICE_CAME)
        return FACT_ADVICE;
    if (fact == FACT_CLOSED_CLAIMED || fact == FACT_AWAY_CLAIMED)
        return fact == FACT_CLOSED_CLAIMED ? FACT_CLOSED : FACT_AWAY;
    return fact == FACT_CONSULTED || fact == FACT_CONSULTATION_ANSWERED ? FACT_CONSULTATION : FACT_KINDS;
}

bool question_is_part(const struct question *question) {
    return question->from == NULL && owner_of(question->fact) != FACT_KINDS;
}

size_t question_choices(const struct question *question) {
    size_t count = 0;
    while (count < CHOICES_MOST && question->choice[count].value != NULL)
        count++;
    return count;
}

const char *choice_value(const struct question_choice *choice, char value[CHOICE_ROOM]) {
    snprintf(value, CHOICE_ROOM, "%.*s", (int)strcspn(choice->value, ":"), choice->value);
    return value;
}

const char *choice_words(const struct question_choice *choice) {
    const char *words = choice->value + strcspn(choice->value, ":");
    return words + strspn(words, ": ");
}

/* ---- values ---- */

static bool read_words(struct reader *reader, const char *value, void *target) {
    *(const char **)target = value;
    return ehc_reader_is_whole(reader);
}

static bool read_choice(struct reader *reader, const char *value, void *target) {
    size_t length = strcspn(value, ":");
    if (length == 0 || length >= CHOICE_ROOM || value[length] == '\0' ||
        value[length + 1 + strspn(value + length + 1, " ")] == '\0')
        return ehc_reader_fail(reader, "write it as \"school: A school\"", "a choice needs a value and its words");
    return read_words(reader, value, target);
}

static bool read_yes(struct reader *reader, const char *value, void *target) {
    *(bool *)target = true;
    return strcmp(value, "yes") == 0 || ehc_reader_fail(reader, "write yes, or leave it out", "the value is not yes");
}

static bool read_fact(struct reader *reader, const char *value, void *target) {
    char hint[EHC_HINT_ROOM] = "";
    struct ehc_nearest nearest = {.word = value};
    for (size_t i = 0; i < FACT_KINDS; i++) {
        ehc_nearest_offer(&nearest, fact_names[i]);
        if (strcmp(fact_names[i], value) == 0) {
            *(enum question_fact *)target = (enum question_fact)i;
            return true;
        }
    }
    return ehc_reader_fail(reader, ehc_did_you_mean(nearest.name, "ehc-limits(5) lists the facts", hint),
                           "'%s' is not a fact", value);
}

static const struct question *find_question(const struct questions_file *file, const char *id, size_t length) {
    for (size_t i = 0; i < file->question_count; i++)
        if (strlen(file->questions[i].id) == length && strncmp(file->questions[i].id, id, length) == 0)
            return &file->questions[i];
    return NULL;
}

static bool has_choice(const struct question *question, const char *wanted) {
    char value[CHOICE_ROOM];
    for (size_t i = 0; i < question_choices(question); i++)
        if (strcmp(choice_value(&question->choice[i], value), wanted) == 0)
            return true;
    return false;
}

/* Events, or QUESTION:CHOICE of a question above. */
static bool read_conditions(struct reader *reader, const char *value, void *target) {
    const struct questions_file *file = reader->owner;
    const char *list = value;
    char id[ID_ROOM], hint[EHC_HINT_ROOM];
    while (ehc_next_item(&list, id, sizeof id)) {
        size_t length = strcspn(id, ":");
        const struct question *of = id[length] == ':' ? find_question(file, id, length) : NULL;
        if (id[length] == ':' && (of == NULL || !has_choice(of, id + length + 1)))
            ehc_reader_fail(reader, "write it as QUESTION:CHOICE", "'%s' is not a choice of a question above", id);
        else if (id[length] == '\0' && ehc_find_event(file->law, id) == EHC_NONE)
            ehc_reader_fail(reader, ehc_did_you_mean(ehc_nearest_event(file->law, id), NULL, hint), "'%s' is not an event",
                            id);
    }
    *(const char **)target = value;
    return true;
}

static bool read_question_above(struct reader *reader, const char *value, void *target) {
    const struct questions_file *file = reader->owner;
    const struct question *read = find_question(file, value, strlen(value));
    *(const char **)target = value;
    return (read != NULL && read != &file->questions[file->question_count - 1]) ||
           ehc_reader_fail(reader, "name a question that is above this one", "'%s' is not a question above", value);
}

static bool read_limit(struct reader *reader, const char *value, void *target) {
    const struct questions_file *file = reader->owner;
    char hint[EHC_HINT_ROOM];
    *(const char **)target = value;
    return ehc_find_limit(file->law, value) != EHC_NONE ||
           ehc_reader_fail(reader, ehc_did_you_mean(ehc_nearest_limit(file->law, value), NULL, hint), "'%s' is not a limit",
                           value);
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
            return ehc_reader_fail(reader, "put the topics above the questions", "'%s' is not a topic", id);
        topics |= 1U << topic;
    }
    *(unsigned *)target = topics;
    return true;
}

#define AT(member) offsetof(struct question, member)
static const struct field topic_fields[] = {{"title", read_words, offsetof(struct topic, title), true}};
static const struct field question_fields[] = {
    {"topics", read_topics, AT(topics), false},
    {"fact", read_fact, AT(fact), true},
    {"event", read_conditions, AT(event), false},
    {"limit", read_limit, AT(limit), false},
    {"after", read_conditions, AT(after), false},
    {"unless", read_conditions, AT(unless), false},
    {"despite", read_conditions, AT(despite), false},
    {"with", read_question_above, AT(with), false},
    {"again", read_words, AT(again), false},
    {"once", read_yes, AT(once), false},
    {"kind-of", read_question_above, AT(kind_of), false},
    {"from", read_words, AT(from), false},
    {"ask", read_words, AT(ask), true},
    {"example", read_words, AT(example), true},
    {"why", read_words, AT(why), true},
    {"choice-1", read_choice, AT(choice[0].value), false},
    {"choice-2", read_choice, AT(choice[1].value), false},
    {"choice-3", read_choice, AT(choice[2].value), false},
    {"choice-4", read_choice, AT(choice[3].value), false},
    {"choice-5", read_choice, AT(choice[4].value), false},
    {"choice-6", read_choice, AT(choice[5].value), false},
    {"choice-7", read_choice, AT(choice[6].value), false},
    {"choice-8", read_choice, AT(choice[7].value), false},
    {"tell-1", read_words, AT(choice[0].tell), false},
    {"tell-2", read_words, AT(choice[1].tell), false},
    {"tell-3", read_words, AT(choice[2].tell), false},
    {"tell-4", read_words, AT(choice[3].tell), false},
    {"tell-5", read_words, AT(choice[4].tell), false},
    {"tell-6", read_words, AT(choice[5].tell), false},
    {"tell-7", read_words, AT(choice[6].tell), false},
    {"tell-8", read_words, AT(choice[7].tell), false},
};

/* ---- checks of a question ---- */

static bool is_advice_from(const char *value) {
    for (int from = 0; from < EHC_ADVICE_FROM_KINDS; from++)
        if (strcmp(ehc_advice_from_name((enum ehc_advice_from)from), value) == 0)
            return true;
    return false;
}

static void not_an_adviser(struct reader *reader, const char *value) {
    ehc_reader_fail(reader, ehc_hint_advisers, "'%s' is not a known adviser", value);
}

/* Checks the choices of a question. */
static void check_choices(struct reader *reader, const struct question *read) {
    char value[CHOICE_ROOM];
    struct ehc_error error;
    enum ehc_setting setting;
    size_t count = question_choices(read);
    bool needs = read->fact == FACT_SETTING || read->fact == FACT_CHOICE || read->fact == FACT_ADVICE;
    if (needs != (count > 0))
        ehc_reader_fail(reader, NULL,
                        "the facts setting, choice and advice need 'choice-1' and so on, and no other fact can have them");
    for (size_t i = 0; i < CHOICES_MOST; i++)
        if (i >= count && (read->choice[i].value != NULL || read->choice[i].tell != NULL))
            ehc_reader_fail(reader, "number them 1, 2, 3 ...", "'choice-%zu' is missing", count + 1);
    for (size_t i = 0; i < count; i++) {
        choice_value(&read->choice[i], value);
        if (read->fact == FACT_SETTING && !ehc_setting_read(value, &setting, &error))
            ehc_reader_pass_on(reader, &error);
        if (read->fact == FACT_ADVICE && !is_advice_from(value))
            not_an_adviser(reader, value);
    }
}

static void check_question(struct reader *reader, const struct question *read) {
    const struct questions_file *file = reader->owner;
    const struct question *above = file->question_count > 1 ? read - 1 : NULL;
    const struct question *leader = read->with != NULL ? find_question(file, read->with, strlen(read->with)) : NULL;
    bool stands_alone = read->from != NULL && read->fact == FACT_ADVICE_ASKED;
    if ((read->fact == FACT_EVENT) != (read->event != NULL))
        ehc_reader_fail(reader, NULL, "the fact event needs 'event', and no other fact can have it");
    if ((read->fact == FACT_THEY_SAY) != (read->limit != NULL))
        ehc_reader_fail(reader, NULL, "the fact they-say needs 'limit', and no other fact can have it");
    if (leader != NULL && above != leader && (above->with == NULL || strcmp(above->with, read->with) != 0))
        ehc_reader_fail(reader, "move it up", "this question is not directly below the question of its 'with'");
    if (leader != NULL && (leader->with != NULL || read->again != NULL))
        ehc_reader_fail(reader, NULL,
                        "a question that has 'with' cannot have 'again', and no other question can name it in 'with'");
    if (read->once && leader == NULL)
        ehc_reader_fail(reader, NULL, "'once' needs 'with'");
    if ((read->kind_of != NULL && read->fact != FACT_CHOICE) || (read->from != NULL && !stands_alone))
        ehc_reader_fail(reader, NULL, "only the fact choice can have 'kind-of', and only advice-requested can have 'from'");
    if (read->from != NULL && !is_advice_from(read->from))
        not_an_adviser(reader, read->from);
    if (owner_of(read->fact) != FACT_KINDS && !stands_alone && (leader == NULL || leader->fact != owner_of(read->fact)))
        ehc_reader_fail(reader, NULL, "the fact '%s' needs 'with', which names a question of the fact '%s'",
                        fact_names[read->fact], fact_names[owner_of(read->fact)]);
    check_choices(reader, read);
}

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
        *read =
            (struct question){.id = question, .fact = FACT_KINDS, .topics = ~0U, .after = "", .unless = "", .despite = ""};
        ehc_read_fields(reader, header, question_fields, sizeof question_fields / sizeof question_fields[0], read);
        if (read->fact != FACT_KINDS)
            check_question(reader, read);
    } else {
        ehc_reader_fail(reader, "use [topic ID] or [question ID]", "[%s] is not known, or there are too many", section);
    }
}

struct questions_file *questions_read(const char *file, const struct ehc_law *law, struct questions *questions,
                                      ehc_report *report, void *context) {
    struct questions_file *read = calloc(1, sizeof *read);
    struct reader reader = {.report = report, .context = context, .owner = read};
    static const char form[] = "write [topic ID] or [question ID], and below it lines such as: ask = QUESTION";
    bool unreadable;
    if (read == NULL) {
        struct ehc_error error;
        ehc_no_memory(&error);
        report(context, &error);
        return NULL;
    }
    read->law = law;
    if (!ehc_ini_open(&read->ini, file, FILE_MOST, form, &unreadable, report, context)) {
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
