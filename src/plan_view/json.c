#include "plan_view.h"
#include "json/build.h"

static json_t *make_step(struct builder *builder, const struct plan *plan, const struct plan_step *step) {
    static const char *const reasons[] = {
        [PLAN_END] = "end",       [PLAN_LEAVES] = "leaves-whole-time", [PLAN_FREE] = "leaves-minimum",
        [PLAN_NOTICE] = "notice", [PLAN_SAME_DAY] = "no-time-between", [PLAN_LAW] = "limit",
    };
    const struct ehc_limit *by = step->by != NULL ? step->by : step->reason == PLAN_END ? plan->limit : NULL;
    json_t *object = json_object();
    char text[EHC_WORDS];
    plan_step_words(plan, step, text);
    builder_add(builder, object, "event", builder_text(plan->law->events[step->event].id));
    builder_add(builder, object, "title", builder_text(text));
    builder_add(builder, object, "who", builder_text_or_null(step->limit != NULL ? step->limit->who : NULL));
    builder_add(builder, object, "date", builder_day_or_null(step->day));
    builder_add(builder, object, "until", builder_day_or_null(step->until));
    builder_add(builder, object, "given", json_boolean(step->is_given));
    builder_add(builder, object, "last_day", builder_day_or_null(step->last));
    builder_add(builder, object, "legal_limit", json_boolean(step->is_law));
    builder_add(builder, object, "reason", builder_text(reasons[step->reason]));
    builder_add(builder, object, "limit", builder_text_or_null(by != NULL ? by->id : NULL));
    builder_add(builder, object, "provision", builder_text_or_null(by != NULL ? by->provision : NULL));
    builder_add(builder, object, "url", builder_text_or_null(by != NULL ? by->url : NULL));
    plan_why_words(plan, step, text);
    builder_add(builder, object, "why", builder_text(text));
    return object;
}

static json_t *make_chain(struct builder *builder, const struct plan *plan, const struct plan_chain *chain) {
    json_t *object = json_object(), *steps = json_array();
    for (size_t i = 0; i < chain->count; i++)
        builder_append(builder, steps, make_step(builder, plan, &chain->steps[i]));
    builder_add(builder, object, "can_be_kept", json_boolean(!chain->has_late));
    builder_add(builder, object, "steps", steps);
    return object;
}

bool view_plan_json(const struct plan *plan, ehc_day as_at, FILE *out) {
    struct builder builder = {true};
    json_t *root = json_object();
    builder_add(&builder, root, "ehc", builder_text(EHC_VERSION));
    builder_add(&builder, root, "law_as_at", builder_day_or_null(plan->law->as_at));
    builder_add(&builder, root, "as_at", builder_day_or_null(as_at));
    builder_add(&builder, root, "limit", builder_text(plan->limit->id));
    builder_add(&builder, root, "end", builder_day_or_null(plan->end));
    builder_add(&builder, root, "end_is_legal_limit", json_boolean(plan->end_is_law));
    builder_add(&builder, root, "firm", json_boolean(plan->firm));
    builder_add(&builder, root, "whole_time", make_chain(&builder, plan, &plan->chain[PLAN_WHOLE_TIME]));
    builder_add(&builder, root, "last_day", make_chain(&builder, plan, &plan->chain[PLAN_LAST_DAY]));
    return builder_dump(&builder, root, out);
}
