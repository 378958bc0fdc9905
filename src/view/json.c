#include "no_number.h"
#include "view.h"
#include "words.h"
#include "json/build.h"
#include <stdlib.h>
#include <string.h>

static json_t *make_case(struct builder *builder, const struct ehc_judgement *judgement) {
    json_t *about = json_object();
    builder_add(builder, about, "reference", builder_text_or_null(judgement->facts->reference));
    builder_add(builder, about, "authority", builder_text_or_null(judgement->facts->authority));
    return about;
}

static json_t *make_head(struct builder *builder, const struct ehc_judgement *judgement) {
    json_t *head = json_object();
    builder_add(builder, head, "ehc", builder_text(EHC_VERSION));
    builder_add(builder, head, "law_as_at", builder_day_or_null(judgement->law->as_at));
    builder_add(builder, head, "as_at", builder_day_or_null(judgement->as_at));
    builder_add(builder, head, "case", make_case(builder, judgement));
    return head;
}

struct json_lines {
    struct builder *builder;
    json_t *array;
};

static void add_line(void *context, const char *line) {
    struct json_lines *lines = context;
    builder_append(lines->builder, lines->array, builder_text(line));
}

static json_t *fits_or_null(const struct ehc_exception *exception) {
    return exception->answer == EHC_ANSWER_CANNOT_SAY ? json_null() : json_boolean(exception->answer == EHC_ANSWER_YES);
}

static json_t *make_exceptions(struct builder *builder, const struct ehc_law *law, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    json_t *array = json_array();
    char text[EHC_WORDS];
    for (size_t i = 0; i < judged->exception_count; i++) {
        const struct ehc_exception *exception = &judged->exceptions[i];
        json_t *object = json_object();
        builder_add(builder, object, "kind", builder_text(law->kinds[exception->kind].id));
        builder_add(builder, object, "provision",
                    builder_text(ehc_exception_provision(law, deadline->limit, exception->kind, text)));
        builder_add(builder, object, "fits", fits_or_null(exception));
        builder_add(builder, object, "why", builder_text(ehc_exception_words(deadline, exception, text)));
        builder_append(builder, array, object);
    }
    return array;
}

static json_t *make_superseded(struct builder *builder, const struct ehc_law *law, const struct ehc_deadline *deadline) {
    if (deadline->superseded == EHC_NO_DAY)
        return json_null();
    json_t *superseded = json_object();
    builder_add(builder, superseded, "event", builder_text(law->events[deadline->superseded_by].id));
    builder_add(builder, superseded, "date", builder_day_or_null(deadline->superseded));
    return superseded;
}

static json_t *make_said(struct builder *builder, const struct ehc_law *law, const struct ehc_judged *judged) {
    json_t *array = json_array();
    char text[EHC_WORDS];
    for (size_t i = 0; i < judged->said_count; i++) {
        const struct ehc_said *said = &judged->said[i];
        json_t *object = json_object(), *ways = json_array();
        builder_add(builder, object, "date", builder_day_or_null(said->fact->day));
        builder_add(builder, object, "name", builder_text_or_null(said->fact->name));
        builder_add(builder, object, "is", builder_text(ehc_said_name(said->is)));
        for (size_t j = 0; j < said->way_count; j++)
            builder_append(builder, ways, builder_text(said->ways[j].way->id));
        builder_add(builder, object, "ways", ways);
        builder_add(builder, object, "right_from", builder_day_or_null(said->right_from));
        builder_add(builder, object, "why", builder_text(ehc_said_words(law, judged->deadline, said, text)));
        builder_add(builder, object, "reason", builder_text_or_null(said->fact->reason));
        builder_add(builder, object, "reason_answer", ehc_said_reason_words(said, text) ? builder_text(text) : json_null());
        builder_append(builder, array, object);
    }
    return array;
}

/* If a limit has several triggers, this is the one that opened the round. An event that the day was taken from is left out.
 */
static int trigger_of(const struct ehc_deadline *deadline) {
    bool opened = ehc_has_index(&deadline->limit->triggers, deadline->trigger_event);
    return opened ? deadline->trigger_event : deadline->limit->trigger;
}

/* The id of an event of the law; null for your own date. */
static json_t *event_or_null(const struct ehc_law *law, int event) {
    return event != EHC_NONE ? builder_text(law->events[event].id) : json_null();
}

static void add_deadline(struct builder *builder, const struct ehc_law *law, const struct ehc_judged *judged,
                         json_t *object) {
    const struct ehc_deadline *deadline = judged->deadline;
    const struct ehc_limit *limit = deadline->limit;
    json_t *trigger = json_object(), *act = json_object(), *steps = json_array();
    struct json_lines lines = {builder, steps};
    builder_add(builder, object, "limit", builder_text(limit->id));
    builder_add(builder, object, "round", json_integer(deadline->round));
    builder_add(builder, object, "route",
                limit->route != EHC_NONE ? builder_text(law->routes[limit->route].id) : json_null());
    builder_add(builder, object, "title", builder_text(limit->title));
    builder_add(builder, object, "who", builder_text_or_null(limit->who));
    builder_add(builder, object, "basis", builder_text(ehc_basis_name(limit->basis)));
    builder_add(builder, object, "provision", builder_text_or_null(limit->provision));
    builder_add(builder, object, "url", builder_text_or_null(limit->url));
    builder_add(builder, trigger, "event", event_or_null(law, trigger_of(deadline)));
    builder_add(builder, trigger, "date", builder_day_or_null(deadline->trigger));
    builder_add(builder, trigger, "projected", json_boolean(deadline->projected));
    builder_add(builder, object, "trigger", trigger);
    builder_add(builder, object, "due", builder_day_or_null(deadline->due));
    builder_add(builder, object, "earliest", builder_day_or_null(deadline->earliest));
    builder_add(builder, object, "latest", builder_day_or_null(deadline->latest));
    builder_add(builder, act, "event", event_or_null(law, deadline->act != EHC_NO_DAY ? deadline->act_event : limit->act));
    builder_add(builder, act, "date", builder_day_or_null(deadline->act));
    builder_add(builder, object, "act", act);
    builder_add(builder, object, "superseded", make_superseded(builder, law, deadline));
    builder_add(builder, object, "status", builder_text(ehc_status_name(deadline->status)));
    builder_add(builder, object, "days", deadline->days >= 0 ? json_integer(deadline->days) : json_null());
    builder_add(builder, object, "exceptions", make_exceptions(builder, law, judged));
    builder_add(builder, object, "with_exception", builder_day_or_null(deadline->with_exception));
    builder_add(builder, object, "with_exception_if", builder_day_or_null(deadline->with_exception_if));
    ehc_steps(law, deadline, add_line, &lines);
    builder_add(builder, object, "steps", steps);
    if (judged->said_count > 0)
        builder_add(builder, object, "they_say", make_said(builder, law, judged));
    if (deadline->advice != NULL)
        builder_add(builder, object, "advice", builder_text_or_null(deadline->advice->name));
    if (deadline->consultation != NULL)
        builder_add(builder, object, "consultation", builder_text_or_null(deadline->consultation->name));
}

static json_t *make_ignored(struct builder *builder, const struct ehc_judgement *judgement) {
    static const char *const becauses[] = {
        [EHC_GIVEN_TWICE] = "given-twice",         [EHC_OPENS_NOTHING] = "opens-nothing",
        [EHC_ANSWERS_NOTHING] = "answers-nothing", [EHC_FAR_AHEAD] = "far-ahead",
        [EHC_SAID_OF_NOTHING] = "said-of-nothing",
    };
    json_t *array = json_array();
    char text[EHC_WORDS];
    for (size_t i = 0; i < judgement->ignored_count; i++) {
        const struct ehc_ignored *ignored = &judgement->ignored[i];
        json_t *object = json_object();
        builder_add(builder, object, "event", event_or_null(judgement->law, ignored->event));
        builder_add(builder, object, "date", builder_day_or_null(ignored->day));
        builder_add(builder, object, "because", builder_text(becauses[ignored->because]));
        builder_add(builder, object, "why", builder_text(ehc_ignored_words(judgement->law, ignored, text)));
        builder_append(builder, array, object);
    }
    return array;
}

bool view_timeline_json(const struct ehc_judgement *judgement, FILE *out) {
    struct builder builder = {true};
    json_t *root = make_head(&builder, judgement), *deadlines = json_array();
    for (size_t i = 0; i < judgement->count; i++) {
        json_t *object = json_object();
        add_deadline(&builder, judgement->law, &judgement->deadlines[i], object);
        builder_append(&builder, deadlines, object);
    }
    builder_add(&builder, root, "deadlines", deadlines);
    builder_add(&builder, root, "ignored", make_ignored(&builder, judgement));
    return builder_dump(&builder, root, out);
}

/* ---- a check ---- */

struct view_check_json {
    struct builder builder;
    json_t *root, *cases; /* one case alone goes into the root; `cases` is then NULL */
    const struct ehc_law *law;
};

struct view_check_json *view_check_json_begin(const struct ehc_law *law, ehc_day as_at, bool several) {
    struct view_check_json *json = calloc(1, sizeof *json);
    if (json == NULL)
        return NULL;
    *json = (struct view_check_json){{true}, json_object(), several ? json_array() : NULL, law};
    builder_add(&json->builder, json->root, "ehc", builder_text(EHC_VERSION));
    builder_add(&json->builder, json->root, "law_as_at", builder_day_or_null(law->as_at));
    builder_add(&json->builder, json->root, "as_at", builder_day_or_null(as_at));
    return json;
}

static json_t *make_waiting(struct builder *builder, const struct ehc_judgement *judgement) {
    json_t *array = json_array();
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        const struct ehc_deadline *deadline = judged->deadline;
        if (judged->holds_up == NULL)
            continue;
        json_t *object = json_object();
        builder_add(builder, object, "advice", builder_text(words_advice_name(deadline->advice)));
        builder_add(builder, object, "asked", builder_day_or_null(judged->asked));
        builder_add(builder, object, "days", json_integer(judgement->as_at - judged->asked));
        builder_add(builder, object, "due", builder_day_or_null(deadline->due));
        builder_add(builder, object, "status", builder_text(ehc_status_name(deadline->status)));
        builder_add(builder, object, "holds_up", builder_text(judged->holds_up->deadline->limit->id));
        builder_append(builder, array, object);
    }
    return array;
}

static json_t *make_missing(struct builder *builder, const struct ehc_judgement *judgement) {
    const struct ehc_law *law = judgement->law;
    json_t *array = json_array();
    char text[EHC_WORDS];
    for (size_t i = 0; i < judgement->missing_count; i++) {
        const struct ehc_missing *missing = &judgement->missing[i];
        json_t *object = json_object();
        words_missing(judgement, missing, text);
        builder_add(builder, object, "limit",
                    builder_text(missing->judged != NULL ? missing->judged->deadline->limit->id : missing->limit->id));
        builder_add(builder, object, "event",
                    missing->event != EHC_NONE ? builder_text(law->events[missing->event].id) : json_null());
        builder_add(builder, object, "why", builder_text(text));
        builder_append(builder, array, object);
    }
    return array;
}

static json_t *make_options(struct builder *builder, const struct ehc_judgement *judgement) {
    json_t *array = json_array();
    for (size_t i = 0; i < judgement->option_count; i++) {
        const struct ehc_option *option = &judgement->options[i];
        json_t *object = json_object();
        builder_add(builder, object, "limit", builder_text(option->limit->id));
        builder_add(builder, object, "words", builder_text(option->words));
        builder_add(builder, object, "last", builder_day_or_null(option->last));
        builder_add(builder, object, "from_delay", builder_day_or_null(option->from_delay));
        builder_append(builder, array, object);
    }
    return array;
}

static json_t *make_late_now(struct builder *builder, const struct ehc_judgement *judgement) {
    json_t *array = json_array();
    for (size_t i = 0; i < judgement->count; i++)
        if (judgement->deadlines[i].late_now)
            builder_append(builder, array, builder_text(judgement->deadlines[i].deadline->limit->id));
    return array;
}

static json_t *make_check(struct builder *builder, const struct ehc_judgement *judgement) {
    static const char *const results[] = {
        [EHC_IN_TIME] = "in-time",
        [EHC_IN_DISPUTE] = "disputed",
        [EHC_SOMETHING_LATE] = "late",
        [EHC_CANNOT_SAY] = "cannot-say",
    };
    const struct ehc_judged *next = judgement->next;
    json_t *check = json_object();
    builder_add(builder, check, "result", builder_text(results[judgement->result]));
    builder_add(builder, check, "late_now", make_late_now(builder, judgement));
    builder_add(builder, check, "next", next != NULL ? builder_text(next->deadline->limit->id) : json_null());
    builder_add(builder, check, "waiting_for", make_waiting(builder, judgement));
    builder_add(builder, check, "family_can", make_options(builder, judgement));
    builder_add(builder, check, "missing", make_missing(builder, judgement));
    builder_add(builder, check, "ignored", make_ignored(builder, judgement));
    return check;
}

void view_check_json_add(struct view_check_json *json, const struct ehc_judgement *judgement) {
    struct builder *builder = &json->builder;
    json_t *object = json->cases != NULL ? json_object() : json->root, *deadlines = json_array();
    if (json->cases != NULL)
        builder_add(builder, object, "file", builder_text_or_null(judgement->facts->file));
    builder_add(builder, object, "case", make_case(builder, judgement));
    for (size_t i = 0; i < judgement->count; i++) {
        if (!judgement->deadlines[i].started)
            continue;
        json_t *deadline = json_object();
        add_deadline(builder, judgement->law, &judgement->deadlines[i], deadline);
        builder_append(builder, deadlines, deadline);
    }
    builder_add(builder, object, "deadlines", deadlines);
    builder_add(builder, object, "check", make_check(builder, judgement));
    if (json->cases != NULL)
        builder_append(builder, json->cases, object);
}

bool view_check_json_end(struct view_check_json *json, const struct view_check_total *total, FILE *out) {
    struct builder builder = json->builder;
    json_t *root = json->root;
    if (json->cases != NULL) {
        json_t *counts = json_object();
        builder_add(&builder, counts, "late", json_integer((json_int_t)total->results[EHC_SOMETHING_LATE]));
        builder_add(&builder, counts, "in_time", json_integer((json_int_t)total->results[EHC_IN_TIME]));
        builder_add(&builder, counts, "disputed", json_integer((json_int_t)total->results[EHC_IN_DISPUTE]));
        builder_add(&builder, counts, "cannot_say", json_integer((json_int_t)total->results[EHC_CANNOT_SAY]));
        builder_add(&builder, counts, "refused", json_integer((json_int_t)total->refused));
        builder_add(&builder, root, "cases", json->cases);
        builder_add(&builder, root, "total", counts);
    }
    free(json);
    return builder_dump(&builder, root, out);
}

bool view_explain_json(const struct ehc_judgement *judgement, FILE *out) {
    struct builder builder = {true};
    json_t *root = json_object();
    add_deadline(&builder, judgement->law, &judgement->deadlines[0], root);
    return builder_dump(&builder, root, out);
}

bool view_limits_json(const struct ehc_law *law, int route, FILE *out) {
    struct builder builder = {true};
    json_t *root = json_object(), *limits = json_array();
    char text[EHC_WORDS];
    builder_add(&builder, root, "ehc", builder_text(EHC_VERSION));
    builder_add(&builder, root, "law_as_at", builder_day_or_null(law->as_at));
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        if (route != EHC_NONE && limit->route != route)
            continue;
        json_t *object = json_object();
        builder_add(&builder, object, "limit", builder_text(limit->id));
        builder_add(&builder, object, "route", builder_text(law->routes[limit->route].id));
        builder_add(&builder, object, "title", builder_text(limit->title));
        builder_add(&builder, object, "who", builder_text(limit->who));
        builder_add(&builder, object, "words", builder_text(ehc_limit_words(law, limit, text)));
        builder_add(&builder, object, "trigger", builder_text(law->events[limit->trigger].id));
        builder_add(&builder, object, "act", builder_text(law->events[limit->act].id));
        builder_add(&builder, object, "amount",
                    limit->unit == EHC_FIXED_DATE ? builder_text(ehc_amount_words(limit, text))
                                                  : json_integer(limit->amount));
        builder_add(&builder, object, "unit", builder_text(ehc_unit_name(limit->unit)));
        builder_add(&builder, object, "count", builder_text(ehc_count_name(limit->count)));
        builder_add(&builder, object, "roll", builder_text(limit->roll != EHC_NONE ? law->rolls[limit->roll].id : "none"));
        builder_add(&builder, object, "exceptions",
                    limit->exceptions != EHC_NONE ? builder_text(law->lists[limit->exceptions].id) : json_null());
        builder_add(&builder, object, "basis", builder_text(ehc_basis_name(limit->basis)));
        builder_add(&builder, object, "provision", builder_text(limit->provision));
        builder_add(&builder, object, "url", builder_text(limit->url));
        builder_add(&builder, object, "from", builder_day_or_null(limit->from));
        builder_add(&builder, object, "until", builder_day_or_null(limit->until));
        builder_add(&builder, object, "note", builder_text_or_null(limit->note));
        builder_append(&builder, limits, object);
    }
    builder_add(&builder, root, "limits", limits);
    builder_add(&builder, root, "no_number", view_no_numbers_json(&builder, law, route));
    return builder_dump(&builder, root, out);
}

bool view_events_json(const struct ehc_law *law, FILE *out) {
    struct builder builder = {true};
    json_t *root = json_object(), *events = json_array();
    builder_add(&builder, root, "ehc", builder_text(EHC_VERSION));
    builder_add(&builder, root, "law_as_at", builder_day_or_null(law->as_at));
    for (size_t i = 0; i < law->event_count; i++) {
        json_t *object = json_object();
        builder_add(&builder, object, "event", builder_text(law->events[i].id));
        builder_add(&builder, object, "title", builder_text(law->events[i].title));
        builder_append(&builder, events, object);
    }
    builder_add(&builder, root, "events", events);
    return builder_dump(&builder, root, out);
}
