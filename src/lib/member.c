/* Gives the members of structs by name, from one table for each struct. */
#include <ehc/member.h>
#include <string.h>

struct text {
    const char *name, *text;
};

struct number {
    const char *name;
    int32_t number;
};

static const char *find_text(const struct text *texts, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(texts[i].name, name) == 0)
            return texts[i].text;
    return NULL;
}

static int32_t find_number(const struct number *numbers, size_t count, const char *name, int32_t none) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(numbers[i].name, name) == 0)
            return numbers[i].number;
    return none;
}

size_t ehc_size_of(const char *name) {
    if (strcmp(name, "case") == 0)
        return sizeof(struct ehc_case);
    return strcmp(name, "error") == 0 ? sizeof(struct ehc_error) : 0;
}

const struct ehc_law *ehc_england(void) {
    return &ehc_law_england;
}

const char *ehc_error_text(const struct ehc_error *error, const char *name) {
    const struct text texts[] = {{"message", error->message}, {"hint", error->hint}, {"file", error->file}};
    return find_text(texts, sizeof texts / sizeof texts[0], name);
}

unsigned ehc_error_line(const struct ehc_error *error) {
    return error->line;
}

const char *ehc_case_text(const struct ehc_case *facts, const char *name) {
    const struct text texts[] = {
        {"reference", facts->reference}, {"authority", facts->authority}, {"setting", ehc_setting_name(facts->setting)}};
    return find_text(texts, sizeof texts / sizeof texts[0], name);
}

int ehc_judgement_number(const struct ehc_judgement *judgement, const char *name) {
    const struct number numbers[] = {{"deadlines", (int32_t)judgement->count},
                                     {"options", (int32_t)judgement->option_count},
                                     {"result", (int32_t)judgement->result}};
    return find_number(numbers, sizeof numbers / sizeof numbers[0], name, -1);
}

const struct ehc_judged *ehc_judgement_deadline(const struct ehc_judgement *judgement, size_t index) {
    return index < judgement->count ? &judgement->deadlines[index] : NULL;
}

const struct ehc_option *ehc_judgement_option(const struct ehc_judgement *judgement, size_t index) {
    return index < judgement->option_count ? &judgement->options[index] : NULL;
}

const struct ehc_judged *ehc_judgement_next(const struct ehc_judgement *judgement) {
    return judgement->next;
}

const char *ehc_judged_text(const struct ehc_judged *judged, const char *name) {
    const struct ehc_limit *limit = judged->deadline->limit;
    const struct text texts[] = {{"limit", limit->id},
                                 {"title", limit->title},
                                 {"short", limit->short_title},
                                 {"who", limit->who},
                                 {"basis", ehc_basis_name(limit->basis)},
                                 {"provision", limit->provision},
                                 {"url", limit->url},
                                 {"status", ehc_status_name(judged->deadline->status)},
                                 {"if_late", judged->if_late}};
    return find_text(texts, sizeof texts / sizeof texts[0], name);
}

ehc_day ehc_judged_day(const struct ehc_judged *judged, const char *name) {
    const struct ehc_deadline *deadline = judged->deadline;
    const struct number days[] = {{"trigger", deadline->trigger},
                                  {"due", deadline->due},
                                  {"earliest", deadline->earliest},
                                  {"latest", deadline->latest},
                                  {"last", judged->last},
                                  {"act", deadline->act},
                                  {"with_exception", deadline->with_exception},
                                  {"with_exception_if", deadline->with_exception_if}};
    return find_number(days, sizeof days / sizeof days[0], name, EHC_NO_DAY);
}

int ehc_judged_number(const struct ehc_judged *judged, const char *name) {
    const struct number numbers[] = {{"days", judged->deadline->days},
                                     {"exceptions", (int32_t)judged->exception_count},
                                     {"projected", judged->deadline->projected},
                                     {"started", judged->started},
                                     {"done", judged->done},
                                     {"open", judged->open},
                                     {"past", judged->past},
                                     {"late", judged->late},
                                     {"disputed", judged->disputed}};
    return find_number(numbers, sizeof numbers / sizeof numbers[0], name, -1);
}

const struct ehc_deadline *ehc_judged_deadline(const struct ehc_judged *judged) {
    return judged->deadline;
}

const struct ehc_exception *ehc_judged_exception(const struct ehc_judged *judged, size_t index) {
    return index < judged->exception_count ? &judged->exceptions[index] : NULL;
}

int ehc_exception_fits(const struct ehc_exception *exception) {
    return exception->answer == EHC_ANSWER_CANNOT_SAY ? -1 : exception->answer == EHC_ANSWER_YES;
}

const char *ehc_option_text(const struct ehc_option *option, const char *name) {
    const struct text texts[] = {{"limit", option->limit->id},
                                 {"title", option->limit->title},
                                 {"short", option->limit->short_title},
                                 {"words", option->words}};
    return find_text(texts, sizeof texts / sizeof texts[0], name);
}

ehc_day ehc_option_day(const struct ehc_option *option, const char *name) {
    const struct number days[] = {{"last", option->last}, {"from_delay", option->from_delay}};
    return find_number(days, sizeof days / sizeof days[0], name, EHC_NO_DAY);
}
