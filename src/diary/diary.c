/* Makes a diary: keeps what it shows of each case. */
#include "diary.h"
#include "util/fail.h"
#include "view/words.h"
#include <stdlib.h>
#include <string.h>

struct diary *diary_new(const struct ehc_law *law, ehc_day as_at, int days) {
    struct diary *diary = calloc(1, sizeof *diary);
    if (diary != NULL)
        *diary = (struct diary){.law = law, .as_at = as_at, .until = as_at + days};
    return diary;
}

void diary_free(struct diary *diary) {
    if (diary == NULL)
        return;
    for (size_t i = 0; i < diary->text_count; i++)
        free(diary->texts[i]);
    free(diary->texts);
    free(diary->entries);
    free(diary->cases);
    free(diary);
}

/* Makes room for one more item; false if there is not enough memory. */
static bool has_room(void **list, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity)
        return true;
    size_t more = *capacity == 0 ? 64 : 2 * *capacity;
    void *larger = realloc(*list, more * size);
    if (larger == NULL)
        return false;
    *list = larger;
    *capacity = more;
    return true;
}

/* A copy that lives as long as the diary. NULL if there is no text, or no memory: then `whole` is set to false. */
static const char *keep(struct diary *diary, const char *text, bool *whole) {
    void *list = diary->texts;
    if (text == NULL)
        return NULL;
    bool room = has_room(&list, diary->text_count, &diary->text_capacity, sizeof *diary->texts);
    diary->texts = list;
    char *copy = room ? strdup(text) : NULL;
    if (copy == NULL)
        *whole = false;
    else
        diary->texts[diary->text_count++] = copy;
    return copy;
}

/* ---- cases ---- */

static bool are_same(const char *a, const char *b) {
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static bool is_another(const struct diary *diary, const struct ehc_case *facts, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM], file[EHC_QUOTE_ROOM];
    for (size_t i = 0; i < diary->case_count; i++) {
        const struct diary_case *other = &diary->cases[i];
        if (are_same(other->file, facts->file)) {
            ehc_fail(error, "the case is given twice");
            ehc_hint(error, "leave one of the two out");
        } else if (are_same(other->reference, facts->reference)) {
            ehc_fail(error, "%s has the reference %s too",
                     ehc_quote(other->file != NULL ? other->file : "another case", file),
                     ehc_quote(facts->reference, quoted));
            ehc_hint(error, "give each child another reference, or leave one of the two files out");
        } else {
            continue;
        }
        error->file = facts->file;
        return false;
    }
    return true;
}

static bool add_case(struct diary *diary, const struct ehc_case *facts) {
    void *list = diary->cases;
    bool whole = has_room(&list, diary->case_count, &diary->case_capacity, sizeof *diary->cases);
    diary->cases = list;
    if (!whole)
        return false;
    struct diary_case *added = &diary->cases[diary->case_count];
    *added =
        (struct diary_case){.reference = keep(diary, facts->reference, &whole), .file = keep(diary, facts->file, &whole)};
    added->name = added->reference != NULL ? added->reference : added->file;
    if (added->name == NULL)
        added->name = "";
    diary->case_count += whole;
    return whole;
}

/* ---- entries ---- */

static bool add_entry(struct diary *diary, const struct ehc_judgement *judgement, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    const struct ehc_limit *limit = deadline->limit;
    char step[EHC_WORDS], law[EHC_WORDS];
    void *list = diary->entries;
    bool whole = has_room(&list, diary->count, &diary->capacity, sizeof *diary->entries);
    diary->entries = list;
    if (!whole)
        return false;
    words_step(judgement, judged, step);
    words_law(deadline, law);
    struct diary_entry *entry = &diary->entries[diary->count];
    *entry = (struct diary_entry){.of_case = diary->case_count - 1,
                                  .name = diary->cases[diary->case_count - 1].name,
                                  .day = judged->last,
                                  .due = deadline->due,
                                  .status = deadline->status,
                                  .days = deadline->days,
                                  .is_past = deadline->status == EHC_OVERDUE,
                                  .is_late = judged->late,
                                  .is_family = limit->for_family,
                                  .is_said = judged->said_already,
                                  .round = deadline->round};
    const char *who = words_who_acts(deadline);
    entry->names_who = deadline->advice != NULL && strstr(words_advice_name(deadline->advice), who) != NULL;
    entry->step = keep(diary, step, &whole);
    entry->who = keep(diary, who, &whole);
    entry->law = keep(diary, law, &whole);
    entry->limit = keep(diary, limit->id, &whole);
    entry->url = keep(diary, limit->url, &whole);
    diary->count += whole;
    return whole;
}

enum diary_added diary_add(struct diary *diary, const struct ehc_judgement *judgement, diary_wants *wants,
                           const void *context, struct ehc_error *error) {
    if (!is_another(diary, judgement->facts, error))
        return DIARY_REFUSED;
    if (!add_case(diary, judgement->facts))
        return DIARY_NO_MEMORY;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        if (judged->open && judged->last != EHC_NO_DAY && wants(context, judged->deadline->limit) &&
            !add_entry(diary, judgement, judged))
            return DIARY_NO_MEMORY;
    }
    return DIARY_ADDED;
}

static int compare(const void *a, const void *b) {
    const struct diary_entry *first = a, *second = b;
    if (first->day != second->day)
        return first->day < second->day ? -1 : 1;
    int by_name = strcmp(first->name, second->name), by_limit = strcmp(first->limit, second->limit);
    if (by_name != 0)
        return by_name;
    return by_limit != 0 ? by_limit : strcmp(first->step, second->step);
}

void diary_sort(struct diary *diary) {
    if (diary->count > 0)
        qsort(diary->entries, diary->count, sizeof *diary->entries, compare);
}
