#include "util/shown.h"
#include "view.h"
#include "words.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* jansson gives NULL where memory ran out, and refuses to add a NULL: `ok` remembers. Text in a case and in a law is
 * checked to be UTF-8 where it is read. */
struct builder {
    bool ok;
};

static void add(struct builder *builder, json_t *object, const char *key, json_t *value) {
    if (json_object_set_new(object, key, value) != 0)
        builder->ok = false;
}

static void append_item(struct builder *builder, json_t *array, json_t *value) {
    if (json_array_append_new(array, value) != 0)
        builder->ok = false;
}

/* Words that were too long for their room may have been cut inside a character: it is a '?', as on the screen. */
static json_t *text_of(const char *text) {
    char shown[2 * EHC_WORDS];
    size_t at = 0, bytes;
    json_t *whole = json_string(text);
    while (whole == NULL && *text != '\0' && at + 4 <= sizeof shown) {
        const char *character = ehc_shown(&text, &bytes);
        memcpy(shown + at, character, bytes);
        at += bytes;
    }
    return whole != NULL ? whole : json_stringn(shown, at);
}

static json_t *text_or_null(const char *text) {
    return text != NULL ? text_of(text) : json_null();
}

static json_t *day_or_null(ehc_day day) {
    char text[EHC_DAY_TEXT];
    return day != EHC_NO_DAY ? text_of(ehc_day_format_iso(day, text)) : json_null();
}

static json_t *make_case(struct builder *builder, const struct ehc_judgement *judgement) {
    json_t *about = json_object();
    add(builder, about, "reference", text_or_null(judgement->facts->reference));
    add(builder, about, "authority", text_or_null(judgement->facts->authority));
    return about;
}

static json_t *make_head(struct builder *builder, const struct ehc_judgement *judgement) {
    json_t *head = json_object();
    add(builder, head, "ehc", text_of(EHC_VERSION));
    add(builder, head, "law_as_at", day_or_null(judgement->law->as_at));
    add(builder, head, "as_at", day_or_null(judgement->as_at));
    add(builder, head, "case", make_case(builder, judgement));
    return head;
}

struct json_lines {
    struct builder *builder;
    json_t *array;
};

static void add_line(void *context, const char *line) {
    struct json_lines *lines = context;
    append_item(lines->builder, lines->array, text_of(line));
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
        add(builder, object, "kind", text_of(law->kinds[exception->kind].id));
        add(builder, object, "provision", text_of(ehc_exception_provision(law, deadline->limit, exception->kind, text)));
        add(builder, object, "fits", fits_or_null(exception));
        add(builder, object, "why", text_of(ehc_exception_words(deadline, exception, text)));
        append_item(builder, array, object);
    }
    return array;
}

static json_t *make_superseded(struct builder *builder, const struct ehc_law *law, const struct ehc_deadline *deadline) {
    if (deadline->superseded == EHC_NO_DAY)
        return json_null();
    json_t *superseded = json_object();
    add(builder, superseded, "event", text_of(law->events[deadline->superseded_by].id));
    add(builder, superseded, "date", day_or_null(deadline->superseded));
    return superseded;
}

/* The trigger of a limit with several is the one that opened the round; what it was taken from is not said. */
static int trigger_of(const struct ehc_deadline *deadline) {
    bool opened = ehc_has_index(&deadline->limit->triggers, deadline->trigger_event);
    return opened ? deadline->trigger_event : deadline->limit->trigger;
}

/* The id of an event of the law; null for a date of one's own. */
static json_t *event_or_null(const struct ehc_law *law, int event) {
    return event != EHC_NONE ? text_of(law->events[event].id) : json_null();
}

static void add_deadline(struct builder *builder, const struct ehc_law *law, const struct ehc_judged *judged,
                         json_t *object) {
    const struct ehc_deadline *deadline = judged->deadline;
    const struct ehc_limit *limit = deadline->limit;
    json_t *trigger = json_object(), *act = json_object(), *steps = json_array();
    struct json_lines lines = {builder, steps};
    add(builder, object, "limit", text_of(limit->id));
    add(builder, object, "round", json_integer(deadline->round));
    add(builder, object, "route", limit->route != EHC_NONE ? text_of(law->routes[limit->route].id) : json_null());
    add(builder, object, "title", text_of(limit->title));
    add(builder, object, "who", text_or_null(limit->who));
    add(builder, object, "basis", text_of(ehc_basis_name(limit->basis)));
    add(builder, object, "provision", text_or_null(limit->provision));
    add(builder, object, "url", text_or_null(limit->url));
    add(builder, trigger, "event", event_or_null(law, trigger_of(deadline)));
    add(builder, trigger, "date", day_or_null(deadline->trigger));
    add(builder, trigger, "projected", json_boolean(deadline->projected));
    add(builder, object, "trigger", trigger);
    add(builder, object, "due", day_or_null(deadline->due));
    add(builder, object, "earliest", day_or_null(deadline->earliest));
    add(builder, object, "latest", day_or_null(deadline->latest));
    add(builder, act, "event", event_or_null(law, deadline->act != EHC_NO_DAY ? deadline->act_event : limit->act));
    add(builder, act, "date", day_or_null(deadline->act));
    add(builder, object, "act", act);
    add(builder, object, "superseded", make_superseded(builder, law, deadline));
    add(builder, object, "status", text_of(ehc_status_name(deadline->status)));
    add(builder, object, "days", deadline->days >= 0 ? json_integer(deadline->days) : json_null());
    add(builder, object, "exceptions", make_exceptions(builder, law, judged));
    add(builder, object, "with_exception", day_or_null(deadline->with_exception));
    add(builder, object, "with_exception_if", day_or_null(deadline->with_exception_if));
    ehc_steps(law, deadline, add_line, &lines);
    add(builder, object, "steps", steps);
    if (deadline->advice != NULL)
        add(builder, object, "advice", text_or_null(deadline->advice->name));
    if (deadline->consultation != NULL)
        add(builder, object, "consultation", text_or_null(deadline->consultation->name));
}

static bool dump(struct builder *builder, json_t *root, FILE *out) {
    bool written = builder->ok && json_dumpf(root, out, JSON_INDENT(2)) == 0 && putc('\n', out) != EOF;
    json_decref(root);
    return written;
}

static json_t *make_ignored(struct builder *builder, const struct ehc_judgement *judgement) {
    static const char *const becauses[] = {
        [EHC_GIVEN_TWICE] = "given-twice",
        [EHC_OPENS_NOTHING] = "opens-nothing",
        [EHC_ANSWERS_NOTHING] = "answers-nothing",
        [EHC_FAR_AHEAD] = "far-ahead",
    };
    json_t *array = json_array();
    char text[EHC_WORDS];
    for (size_t i = 0; i < judgement->ignored_count; i++) {
        const struct ehc_ignored *ignored = &judgement->ignored[i];
        json_t *object = json_object();
        add(builder, object, "event", text_of(judgement->law->events[ignored->event].id));
        add(builder, object, "date", day_or_null(ignored->day));
        add(builder, object, "because", text_of(becauses[ignored->because]));
        add(builder, object, "why", text_of(ehc_ignored_words(judgement->law, ignored, text)));
        append_item(builder, array, object);
    }
    return array;
}

bool view_timeline_json(const struct ehc_judgement *judgement, FILE *out) {
    struct builder builder = {true};
    json_t *root = make_head(&builder, judgement), *deadlines = json_array();
    for (size_t i = 0; i < judgement->count; i++) {
        json_t *object = json_object();
        add_deadline(&builder, judgement->law, &judgement->deadlines[i], object);
        append_item(&builder, deadlines, object);
    }
    add(&builder, root, "deadlines", deadlines);
    add(&builder, root, "ignored", make_ignored(&builder, judgement));
    return dump(&builder, root, out);
}

/* ---- a check ---- */

struct view_check_json {
    struct builder builder;
    json_t *root, *cases; /* `cases` is NULL for one case alone, which goes into the root */
    const struct ehc_law *law;
};

struct view_check_json *view_check_json_begin(const struct ehc_law *law, ehc_day as_at, bool several) {
    struct view_check_json *json = calloc(1, sizeof *json);
    if (json == NULL)
        return NULL;
    *json = (struct view_check_json){{true}, json_object(), several ? json_array() : NULL, law};
    add(&json->builder, json->root, "ehc", text_of(EHC_VERSION));
    add(&json->builder, json->root, "law_as_at", day_or_null(law->as_at));
    add(&json->builder, json->root, "as_at", day_or_null(as_at));
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
        add(builder, object, "advice", text_of(words_advice_name(deadline->advice)));
        add(builder, object, "asked", day_or_null(judged->asked));
        add(builder, object, "days", json_integer(judgement->as_at - judged->asked));
        add(builder, object, "due", day_or_null(deadline->due));
        add(builder, object, "status", text_of(ehc_status_name(deadline->status)));
        add(builder, object, "holds_up", text_of(judged->holds_up->deadline->limit->id));
        append_item(builder, array, object);
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
        add(builder, object, "limit",
            text_of(missing->judged != NULL ? missing->judged->deadline->limit->id : missing->limit->id));
        add(builder, object, "event", missing->event != EHC_NONE ? text_of(law->events[missing->event].id) : json_null());
        add(builder, object, "why", text_of(text));
        append_item(builder, array, object);
    }
    return array;
}

static json_t *make_options(struct builder *builder, const struct ehc_judgement *judgement) {
    json_t *array = json_array();
    for (size_t i = 0; i < judgement->option_count; i++) {
        const struct ehc_option *option = &judgement->options[i];
        json_t *object = json_object();
        add(builder, object, "limit", text_of(option->limit->id));
        add(builder, object, "words", text_of(option->words));
        add(builder, object, "last", day_or_null(option->last));
        add(builder, object, "from_delay", day_or_null(option->from_delay));
        append_item(builder, array, object);
    }
    return array;
}

static json_t *make_late_now(struct builder *builder, const struct ehc_judgement *judgement) {
    json_t *array = json_array();
    for (size_t i = 0; i < judgement->count; i++)
        if (judgement->deadlines[i].late_now)
            append_item(builder, array, text_of(judgement->deadlines[i].deadline->limit->id));
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
    add(builder, check, "result", text_of(results[judgement->result]));
    add(builder, check, "late_now", make_late_now(builder, judgement));
    add(builder, check, "next", next != NULL ? text_of(next->deadline->limit->id) : json_null());
    add(builder, check, "waiting_for", make_waiting(builder, judgement));
    add(builder, check, "family_can", make_options(builder, judgement));
    add(builder, check, "missing", make_missing(builder, judgement));
    add(builder, check, "ignored", make_ignored(builder, judgement));
    return check;
}

void view_check_json_add(struct view_check_json *json, const struct ehc_judgement *judgement) {
    struct builder *builder = &json->builder;
    json_t *object = json->cases != NULL ? json_object() : json->root, *deadlines = json_array();
    if (json->cases != NULL)
        add(builder, object, "file", text_or_null(judgement->facts->file));
    add(builder, object, "case", make_case(builder, judgement));
    for (size_t i = 0; i < judgement->count; i++) {
        if (!judgement->deadlines[i].started)
            continue;
        json_t *deadline = json_object();
        add_deadline(builder, judgement->law, &judgement->deadlines[i], deadline);
        append_item(builder, deadlines, deadline);
    }
    add(builder, object, "deadlines", deadlines);
    add(builder, object, "check", make_check(builder, judgement));
    if (json->cases != NULL)
        append_item(builder, json->cases, object);
}

bool view_check_json_end(struct view_check_json *json, const struct view_check_total *total, FILE *out) {
    struct builder builder = json->builder;
    json_t *root = json->root;
    if (json->cases != NULL) {
        json_t *counts = json_object();
        add(&builder, counts, "late", json_integer((json_int_t)total->results[EHC_SOMETHING_LATE]));
        add(&builder, counts, "in_time", json_integer((json_int_t)total->results[EHC_IN_TIME]));
        add(&builder, counts, "disputed", json_integer((json_int_t)total->results[EHC_IN_DISPUTE]));
        add(&builder, counts, "cannot_say", json_integer((json_int_t)total->results[EHC_CANNOT_SAY]));
        add(&builder, counts, "refused", json_integer((json_int_t)total->refused));
        add(&builder, root, "cases", json->cases);
        add(&builder, root, "total", counts);
    }
    free(json);
    return dump(&builder, root, out);
}

bool view_explain_json(const struct ehc_judgement *judgement, FILE *out) {
    struct builder builder = {true};
    json_t *root = json_object();
    add_deadline(&builder, judgement->law, &judgement->deadlines[0], root);
    return dump(&builder, root, out);
}

bool view_limits_json(const struct ehc_law *law, int route, FILE *out) {
    struct builder builder = {true};
    json_t *root = json_object(), *limits = json_array();
    char text[EHC_WORDS];
    add(&builder, root, "ehc", text_of(EHC_VERSION));
    add(&builder, root, "law_as_at", day_or_null(law->as_at));
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        if (route != EHC_NONE && limit->route != route)
            continue;
        json_t *object = json_object();
        add(&builder, object, "limit", text_of(limit->id));
        add(&builder, object, "route", text_of(law->routes[limit->route].id));
        add(&builder, object, "title", text_of(limit->title));
        add(&builder, object, "who", text_of(limit->who));
        add(&builder, object, "words", text_of(ehc_limit_words(law, limit, text)));
        add(&builder, object, "trigger", text_of(law->events[limit->trigger].id));
        add(&builder, object, "act", text_of(law->events[limit->act].id));
        add(&builder, object, "amount",
            limit->unit == EHC_FIXED_DATE ? text_of(ehc_amount_words(limit, text)) : json_integer(limit->amount));
        add(&builder, object, "unit", text_of(ehc_unit_name(limit->unit)));
        add(&builder, object, "count", text_of(ehc_count_name(limit->count)));
        add(&builder, object, "roll", text_of(limit->roll != EHC_NONE ? law->rolls[limit->roll].id : "none"));
        add(&builder, object, "exceptions",
            limit->exceptions != EHC_NONE ? text_of(law->lists[limit->exceptions].id) : json_null());
        add(&builder, object, "basis", text_of(ehc_basis_name(limit->basis)));
        add(&builder, object, "provision", text_of(limit->provision));
        add(&builder, object, "url", text_of(limit->url));
        add(&builder, object, "from", day_or_null(limit->from));
        add(&builder, object, "until", day_or_null(limit->until));
        add(&builder, object, "note", text_or_null(limit->note));
        append_item(&builder, limits, object);
    }
    add(&builder, root, "limits", limits);
    return dump(&builder, root, out);
}

bool view_events_json(const struct ehc_law *law, FILE *out) {
    struct builder builder = {true};
    json_t *root = json_object(), *events = json_array();
    add(&builder, root, "ehc", text_of(EHC_VERSION));
    add(&builder, root, "law_as_at", day_or_null(law->as_at));
    for (size_t i = 0; i < law->event_count; i++) {
        json_t *object = json_object();
        add(&builder, object, "event", text_of(law->events[i].id));
        add(&builder, object, "title", text_of(law->events[i].title));
        append_item(&builder, events, object);
    }
    add(&builder, root, "events", events);
    return dump(&builder, root, out);
}
