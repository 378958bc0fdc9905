/* A chronology as JSON. */
#include "chronology.h"
#include "json/build.h"
#include <ehc/version.h>

static json_t *event_or_null(const struct chronology *chronology, const struct chronology_row *row) {
    return row->event != EHC_NONE ? builder_text(chronology->judgement->law->events[row->event].id) : json_null();
}

static json_t *make_row(struct builder *builder, const struct chronology *chronology, const struct chronology_row *row) {
    json_t *object = json_object();
    char text[EHC_WORDS];
    builder_add(builder, object, "date", builder_day_or_null(row->day));
    builder_add(builder, object, "until", builder_day_or_null(row->until));
    builder_add(builder, object, "kind", builder_text(chronology_kind_words(chronology, row)));
    builder_add(builder, object, "event", event_or_null(chronology, row));
    builder_add(builder, object, "limit",
                builder_text_or_null(row->judged != NULL ? row->judged->deadline->limit->id : NULL));
    builder_add(builder, object, "round", row->judged != NULL ? json_integer(row->judged->deadline->round) : json_null());
    chronology_what(chronology, row, text);
    builder_add(builder, object, "what", builder_text(text));
    chronology_who(chronology, row, text);
    builder_add(builder, object, "who", builder_text(text));
    chronology_law(chronology, row, text);
    builder_add(builder, object, "law", builder_text(text));
    builder_add(builder, object, "url", builder_text_or_null(chronology_url(row)));
    chronology_result(chronology, row, text);
    builder_add(builder, object, "result", builder_text(text));
    return object;
}

bool view_chronology_json(const struct ehc_judgement *judgement, FILE *out) {
    struct builder builder = {true};
    struct chronology chronology;
    json_t *root = json_object(), *about = json_object(), *rows = json_array();
    if (!chronology_make(judgement, &chronology)) {
        json_decref(root);
        json_decref(about);
        json_decref(rows);
        return false;
    }
    builder_add(&builder, about, "reference", builder_text_or_null(judgement->facts->reference));
    builder_add(&builder, about, "authority", builder_text_or_null(judgement->facts->authority));
    builder_add(&builder, root, "ehc", builder_text(EHC_VERSION));
    builder_add(&builder, root, "law_as_at", builder_day_or_null(judgement->law->as_at));
    builder_add(&builder, root, "as_at", builder_day_or_null(judgement->as_at));
    builder_add(&builder, root, "case", about);
    for (size_t i = 0; i < chronology.count; i++)
        builder_append(&builder, rows, make_row(&builder, &chronology, &chronology.rows[i]));
    builder_add(&builder, root, "rows", rows);
    chronology_free(&chronology);
    return builder_dump(&builder, root, out);
}
