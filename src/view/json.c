#include "view.h"
#include <jansson.h>

/* jansson gives NULL where memory ran out, and refuses to add a NULL: `ok` remembers. Text in a case and in a law is
 * checked to be UTF-8 where it is read. */
struct builder {
    bool ok;
};

static void add(struct builder *builder, json_t *object, const char *key, json_t *value) {
    if (json_object_set_new(object, key, value) != 0)
        builder->ok = false;
}

static void append(struct builder *builder, json_t *array, json_t *value) {
    if (json_array_append_new(array, value) != 0)
        builder->ok = false;
}

static json_t *text_or_null(const char *text) {
    return text != NULL ? json_string(text) : json_null();
}

static json_t *day_or_null(ehc_day day) {
    char text[EHC_DAY_TEXT];
    return day != EHC_NO_DAY ? json_string(ehc_day_format_iso(day, text)) : json_null();
}

static json_t *make_head(struct builder *builder, const struct view_of_case *view) {
    json_t *head = json_object();
    json_t *about = json_object();
    add(builder, head, "ehc", json_string(EHC_VERSION));
    add(builder, head, "law_as_at", day_or_null(view->law->as_at));
    add(builder, head, "as_at", day_or_null(view->as_at));
    add(builder, about, "reference", text_or_null(view->facts->reference));
    add(builder, about, "authority", text_or_null(view->facts->authority));
    add(builder, head, "case", about);
    return head;
}

struct lines {
    struct builder *builder;
    json_t *array;
};

static void add_line(void *context, const char *line) {
    struct lines *lines = context;
    append(lines->builder, lines->array, json_string(line));
}

static json_t *make_exceptions(struct builder *builder, const struct view_of_case *view,
                               const struct ehc_deadline *deadline) {
    json_t *array = json_array();
    struct ehc_exception exception = {0};
    char text[EHC_WORDS];
    while (ehc_exception_next(view->law, view->facts, deadline, &exception)) {
        json_t *object = json_object();
        add(builder, object, "kind", json_string(view->law->kinds[exception.kind].id));
        add(builder, object, "provision",
            json_string(ehc_exception_provision(view->law, deadline->limit, exception.kind, text)));
        add(builder, object, "fits", json_boolean(exception.fit == EHC_FITS));
        add(builder, object, "why", json_string(ehc_exception_words(deadline, &exception, text)));
        append(builder, array, object);
    }
    return array;
}

static void add_deadline(struct builder *builder, const struct view_of_case *view, const struct ehc_deadline *deadline,
                         json_t *object) {
    const struct ehc_limit *limit = deadline->limit;
    json_t *trigger = json_object(), *act = json_object(), *steps = json_array();
    struct lines lines = {builder, steps};
    add(builder, object, "limit", json_string(limit->id));
    add(builder, object, "route", json_string(view->law->routes[limit->route].id));
    add(builder, object, "title", json_string(limit->title));
    add(builder, object, "who", json_string(limit->who));
    add(builder, object, "basis", json_string(ehc_basis_name(limit->basis)));
    add(builder, object, "provision", json_string(limit->provision));
    add(builder, object, "url", json_string(limit->url));
    add(builder, trigger, "event", json_string(view->law->events[limit->trigger].id));
    add(builder, trigger, "date", day_or_null(deadline->trigger));
    add(builder, trigger, "projected", json_boolean(deadline->projected));
    add(builder, object, "trigger", trigger);
    add(builder, object, "due", day_or_null(deadline->due));
    add(builder, object, "earliest", day_or_null(deadline->earliest));
    add(builder, object, "latest", day_or_null(deadline->latest));
    add(builder, act, "event", json_string(view->law->events[limit->act].id));
    add(builder, act, "date", day_or_null(deadline->act));
    add(builder, object, "act", act);
    add(builder, object, "status", json_string(ehc_status_name(deadline->status)));
    add(builder, object, "days", deadline->days >= 0 ? json_integer(deadline->days) : json_null());
    add(builder, object, "exceptions", make_exceptions(builder, view, deadline));
    add(builder, object, "with_exception", day_or_null(deadline->with_exception));
    ehc_steps(view->law, deadline, add_line, &lines);
    add(builder, object, "steps", steps);
    if (deadline->advice != NULL)
        add(builder, object, "advice", text_or_null(deadline->advice->name));
}

static bool dump(struct builder *builder, json_t *root, FILE *out) {
    bool written = builder->ok && json_dumpf(root, out, JSON_INDENT(2)) == 0 && putc('\n', out) != EOF;
    json_decref(root);
    return written;
}

bool view_timeline_json(const struct view_of_case *view, FILE *out) {
    struct builder builder = {true};
    json_t *root = make_head(&builder, view), *deadlines = json_array();
    for (size_t i = 0; i < view->count; i++) {
        json_t *object = json_object();
        add_deadline(&builder, view, &view->deadlines[i], object);
        append(&builder, deadlines, object);
    }
    add(&builder, root, "deadlines", deadlines);
    return dump(&builder, root, out);
}

bool view_explain_json(const struct view_of_case *view, FILE *out) {
    struct builder builder = {true};
    json_t *root = json_object();
    add_deadline(&builder, view, &view->deadlines[0], root);
    return dump(&builder, root, out);
}

bool view_limits_json(const struct ehc_law *law, int route, FILE *out) {
    struct builder builder = {true};
    json_t *root = json_object(), *limits = json_array();
    char text[EHC_WORDS];
    add(&builder, root, "ehc", json_string(EHC_VERSION));
    add(&builder, root, "law_as_at", day_or_null(law->as_at));
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        if (route != EHC_NONE && limit->route != route)
            continue;
        json_t *object = json_object();
        add(&builder, object, "limit", json_string(limit->id));
        add(&builder, object, "route", json_string(law->routes[limit->route].id));
        add(&builder, object, "title", json_string(limit->title));
        add(&builder, object, "who", json_string(limit->who));
        add(&builder, object, "words", json_string(ehc_limit_words(law, limit, text)));
        add(&builder, object, "trigger", json_string(law->events[limit->trigger].id));
        add(&builder, object, "act", json_string(law->events[limit->act].id));
        add(&builder, object, "amount",
            limit->unit == EHC_FIXED_DATE ? json_string(ehc_amount_words(limit, text)) : json_integer(limit->amount));
        add(&builder, object, "unit", json_string(ehc_unit_name(limit->unit)));
        add(&builder, object, "count", json_string(ehc_count_name(limit->count)));
        add(&builder, object, "roll", json_string(ehc_roll_name(limit->roll)));
        add(&builder, object, "exceptions",
            limit->exceptions != EHC_NONE ? json_string(law->lists[limit->exceptions].id) : json_null());
        add(&builder, object, "basis", json_string(ehc_basis_name(limit->basis)));
        add(&builder, object, "provision", json_string(limit->provision));
        add(&builder, object, "url", json_string(limit->url));
        add(&builder, object, "from", day_or_null(limit->from));
        add(&builder, object, "until", day_or_null(limit->until));
        add(&builder, object, "note", text_or_null(limit->note));
        append(&builder, limits, object);
    }
    add(&builder, root, "limits", limits);
    return dump(&builder, root, out);
}

bool view_events_json(const struct ehc_law *law, FILE *out) {
    struct builder builder = {true};
    json_t *root = json_object(), *events = json_array();
    add(&builder, root, "ehc", json_string(EHC_VERSION));
    add(&builder, root, "law_as_at", day_or_null(law->as_at));
    for (size_t i = 0; i < law->event_count; i++) {
        json_t *object = json_object();
        add(&builder, object, "event", json_string(law->events[i].id));
        add(&builder, object, "title", json_string(law->events[i].title));
        append(&builder, events, object);
    }
    add(&builder, root, "events", events);
    return dump(&builder, root, out);
}
