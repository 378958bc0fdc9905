#include "diary.h"
#include "json/build.h"

static json_t *make_entry(struct builder *builder, const struct diary *diary, const struct diary_entry *entry) {
    const struct diary_case *of_case = &diary->cases[entry->of_case];
    json_t *object = json_object();
    builder_add(builder, object, "date", builder_day_or_null(entry->day));
    builder_add(builder, object, "reference", builder_text_or_null(of_case->reference));
    builder_add(builder, object, "file", builder_text_or_null(of_case->file));
    builder_add(builder, object, "limit", builder_text(entry->limit));
    builder_add(builder, object, "round", json_integer(entry->round));
    builder_add(builder, object, "step", builder_text(entry->step));
    builder_add(builder, object, "who", builder_text(entry->who));
    builder_add(builder, object, "family", json_boolean(entry->is_family));
    builder_add(builder, object, "due", builder_day_or_null(entry->due));
    builder_add(builder, object, "status", builder_text(ehc_status_name(entry->status)));
    builder_add(builder, object, "days", entry->days >= 0 ? json_integer(entry->days) : json_null());
    builder_add(builder, object, "late", json_boolean(entry->is_late));
    builder_add(builder, object, "said_already", json_boolean(entry->is_said));
    builder_add(builder, object, "law", builder_text(entry->law));
    builder_add(builder, object, "url", builder_text_or_null(entry->url));
    return object;
}

static json_t *make_turns(struct builder *builder, const struct diary *diary) {
    json_t *array = json_array();
    struct diary_turn turn;
    for (size_t i = 0; diary_next_turn(diary, &i, &turn);) {
        json_t *object = json_object();
        builder_add(builder, object, "who", builder_text(turn.who));
        builder_add(builder, object, "open", json_integer((json_int_t)turn.open));
        builder_add(builder, object, "late", json_integer((json_int_t)turn.late));
        builder_append(builder, array, object);
    }
    return array;
}

/* An entry that repeats another is here too, with `said_already`. */
bool view_diary_json(const struct diary *diary, FILE *out) {
    struct builder builder = {true};
    json_t *root = json_object(), *entries = json_array();
    builder_add(&builder, root, "ehc", builder_text(EHC_VERSION));
    builder_add(&builder, root, "law_as_at", builder_day_or_null(diary->law->as_at));
    builder_add(&builder, root, "as_at", builder_day_or_null(diary->as_at));
    builder_add(&builder, root, "until", builder_day_or_null(diary->until));
    builder_add(&builder, root, "cases", json_integer((json_int_t)diary->case_count));
    builder_add(&builder, root, "turns", make_turns(&builder, diary));
    for (size_t i = 0; i < diary->count; i++)
        if (diary->entries[i].is_past || diary->entries[i].day <= diary->until)
            builder_append(&builder, entries, make_entry(&builder, diary, &diary->entries[i]));
    builder_add(&builder, root, "entries", entries);
    return builder_dump(&builder, root, out);
}
