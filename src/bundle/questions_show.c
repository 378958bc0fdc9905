#include "questions_show.h"
#include "view/wrap.h"
#include "json/build.h"
#include <string.h>

/* ---- text ---- */

void questions_show_text(const struct bundle *bundle, const struct page *page) {
    const struct questions *questions = &bundle->questions;
    char text[EHC_WORDS];
    for (size_t topic = 0; topic < questions->topic_count; topic++) {
        if (topic > 0)
            putc('\n', page->out);
        wrap_text(page, 0, 0, HEADING, questions->topics[topic].title);
        for (size_t i = 0; i < questions->count; i++) {
            const struct question *question = &questions->list[i];
            if ((question->topics >> topic & 1) == 0)
                continue;
            snprintf(text, sizeof text, "%s (%s)", question->ask,
                     question->event != NULL   ? question->event
                     : question->limit != NULL ? question->limit
                                               : question_fact_name(question->fact));
            wrap_text(page, 2, 4, PLAIN, text);
        }
    }
}

/* ---- JSON: if memory runs out, jansson gives NULL and refuses to add it, so the whole becomes NULL ---- */

static void append(json_t *array, json_t *value) {
    if (array != NULL)
        json_array_append_new(array, value != NULL ? value : json_null());
}

/* Makes an array of a list separated by commas. */
static json_t *make_list(const char *list) {
    json_t *array = json_array();
    while (*list != '\0') {
        size_t length = strcspn(list, ", ");
        if (length > 0)
            append(array, json_stringn(list, length));
        list += length + (list[length] != '\0');
    }
    return array;
}

static json_t *make_topics(const struct questions *questions, unsigned topics) {
    json_t *array = json_array();
    for (size_t i = 0; i < questions->topic_count; i++)
        if (topics >> i & 1)
            append(array, json_string(questions->topics[i].id));
    return array;
}

static json_t *make_choices(const struct question *question) {
    json_t *array = json_array();
    char value[CHOICE_ROOM];
    for (size_t i = 0; i < question_choices(question); i++) {
        const struct question_choice *choice = &question->choice[i];
        append(array, json_pack("{s:s, s:s, s:o}", "value", choice_value(choice, value), "words", choice_words(choice),
                                "tell", builder_text_or_null(choice->tell)));
    }
    return array;
}

static json_t *make_question(const struct questions *questions, const struct question *question) {
    return json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:s, s:s, s:s, s:o}", "question",
                     question->id, "gives", question_fact_name(question->fact), "event",
                     builder_text_or_null(question->event), "limit", builder_text_or_null(question->limit), "from",
                     builder_text_or_null(question->from), "topics", make_topics(questions, question->topics), "with",
                     builder_text_or_null(question->with), "after", make_list(question->after), "unless",
                     make_list(question->unless), "despite", make_list(question->despite), "kind_of",
                     builder_text_or_null(question->kind_of), "again", builder_text_or_null(question->again), "ask",
                     question->ask, "example", question->example, "why", question->why, "choices", make_choices(question));
}

static json_t *make_events(const struct ehc_law *law) {
    json_t *array = json_array();
    for (size_t i = 0; i < law->event_count; i++) {
        const struct ehc_event *event = &law->events[i];
        append(array, json_pack("{s:s, s:s, s:s, s:b, s:o}", "event", event->id, "title", event->title, "done", event->done,
                                "is_year", (int)event->is_year, "several_in", builder_text_or_null(event->several_in)));
    }
    return array;
}

static json_t *make_advisers(const struct ehc_law *law) {
    json_t *array = json_array();
    for (int i = 0; i < EHC_ADVICE_FROM_KINDS; i++)
        append(array, json_pack("{s:s, s:o}", "from", ehc_advice_from_name((enum ehc_advice_from)i), "who",
                                builder_text_or_null(law->adviser[i].who)));
    return array;
}

static json_t *make_letters(const struct letters *letters) {
    json_t *array = json_array();
    for (size_t i = 0; i < letters->count; i++)
        append(array, json_pack("{s:s, s:s}", "letter", letters->list[i].id, "title", letters->list[i].title));
    return array;
}

bool questions_show_json(const struct bundle *bundle, FILE *out) {
    const struct questions *questions = &bundle->questions;
    const struct ehc_law *law = bundle->law;
    json_t *topics = json_array(), *list = json_array();
    for (size_t i = 0; i < questions->topic_count; i++)
        append(topics, json_pack("{s:s, s:s}", "topic", questions->topics[i].id, "title", questions->topics[i].title));
    for (size_t i = 0; i < questions->count; i++)
        append(list, make_question(questions, &questions->list[i]));
    json_t *root = json_pack("{s:s, s:s, s:s, s:s, s:o, s:o, s:o, s:o, s:o}", "ehc", EHC_VERSION, "label", law->label,
                             "authority_title", law->authority_title, "starts_with", law->events[law->starts_with].id,
                             "topics", topics, "questions", list, "events", make_events(law), "advisers", make_advisers(law),
                             "letters", make_letters(&bundle->letters));
    bool written = root != NULL && json_dumpf(root, out, JSON_INDENT(2)) == 0 && putc('\n', out) != EOF;
    json_decref(root);
    return written;
}
