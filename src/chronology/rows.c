/* The rows of a chronology. */
#include "chronology.h"
#include <stdlib.h>
#include <string.h>

static struct chronology_row *add(struct chronology *chronology, ehc_day day, enum chronology_kind kind) {
    struct chronology_row *row = &chronology->rows[chronology->count++];
    *row = (struct chronology_row){.day = day, .until = day, .kind = kind, .event = EHC_NONE};
    return row;
}

static const struct ehc_ignored *find_ignored(const struct ehc_judgement *judgement, int event, ehc_day day) {
    for (size_t i = 0; i < judgement->ignored_count; i++)
        if (judgement->ignored[i].said == NULL && judgement->ignored[i].event == event && judgement->ignored[i].day == day)
            return &judgement->ignored[i];
    return NULL;
}

static void add_fact(struct chronology *chronology, int event, ehc_day day, const char *name) {
    if (day == EHC_NO_DAY || event == EHC_NONE)
        return;
    struct chronology_row *row = add(chronology, day, CHRONOLOGY_FACT);
    row->event = event;
    row->name = name;
    if (name == NULL)
        row->ignored = find_ignored(chronology->judgement, event, day);
}

static void add_facts(struct chronology *chronology) {
    const struct ehc_judgement *judgement = chronology->judgement;
    const struct ehc_law *law = judgement->law;
    const struct ehc_case *facts = judgement->facts;
    for (size_t i = 0; i < judgement->event_count; i++)
        add_fact(chronology, judgement->events[i].event, judgement->events[i].day, NULL);
    for (size_t i = 0; i < facts->advice_count; i++) {
        const struct ehc_advice *advice = &facts->advice[i];
        const char *name = advice->name != NULL ? advice->name : law->adviser[advice->from].who;
        add_fact(chronology, law->advice_requested, advice->requested, name);
        add_fact(chronology, law->advice_request_received, advice->request_received, name);
        add_fact(chronology, law->advice_received, advice->received, name);
    }
    for (size_t i = 0; i < facts->consultation_count; i++) {
        const struct ehc_consultation *consultation = &facts->consultation[i];
        add_fact(chronology, law->consulted, consultation->sent, consultation->name);
        add_fact(chronology, law->consultation_answered, consultation->answered, consultation->name);
    }
}

static struct chronology_row *add_claim(struct chronology *chronology, enum ehc_exception_kind exception,
                                        struct ehc_span span, const char *name, bool is_unclaimed) {
    struct chronology_row *row = add(chronology, span.first, CHRONOLOGY_CLAIM);
    row->until = span.last;
    row->exception = exception;
    row->name = name;
    row->is_unclaimed = is_unclaimed;
    return row;
}

static void add_claims(struct chronology *chronology) {
    const struct ehc_case *facts = chronology->judgement->facts;
    for (size_t i = 0; i < facts->closure_count; i++)
        add_claim(chronology,
                  ehc_closure_setting(facts, i) == EHC_EARLY_YEARS ? EHC_EARLY_YEARS_CLOSURE : EHC_SCHOOL_CLOSURE,
                  facts->closure[i].span, facts->closure[i].name, facts->closure[i].is_unclaimed);
    for (size_t i = 0; i < facts->absence_count; i++)
        add_claim(chronology, EHC_ABSENCE, facts->absence[i].span, facts->absence[i].name, facts->absence[i].is_unclaimed);
    for (size_t i = 0; i < facts->exceptional_count; i++) {
        const struct ehc_exceptional *exceptional = &facts->exceptional[i];
        add_claim(chronology, EHC_EXCEPTIONAL_CIRCUMSTANCES, exceptional->span, exceptional->name, exceptional->is_unclaimed)
            ->reason = exceptional->reason;
    }
    for (size_t i = 0; i < facts->missed_count; i++) {
        const struct ehc_missed *missed = &facts->missed[i];
        add_claim(chronology, EHC_MISSED_APPOINTMENT, (struct ehc_span){missed->day, missed->day}, missed->name,
                  missed->is_unclaimed)
            ->reason = missed->body;
    }
}

static void add_deadlines(struct chronology *chronology) {
    const struct ehc_judgement *judgement = chronology->judgement;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        const struct ehc_deadline *deadline = judged->deadline;
        /* A step that has not begun is left out if its estimated last day is past. */
        if (judged->started || (deadline->due != EHC_NO_DAY && deadline->due >= judgement->as_at))
            add(chronology, deadline->due, CHRONOLOGY_LIMIT)->judged = judged;
        if (deadline->own != NULL && deadline->act != EHC_NO_DAY)
            add(chronology, deadline->act, CHRONOLOGY_FACT)->judged = judged;
        for (size_t j = 0; j < judged->said_count; j++) {
            struct chronology_row *row = add(chronology, judged->said[j].fact->day, CHRONOLOGY_SAID);
            row->judged = judged;
            row->said = j;
        }
    }
}

/* Rows without a day come last. */
static int compare(const struct chronology_row *first, const struct chronology_row *second) {
    bool has_first = first->day != EHC_NO_DAY, has_second = second->day != EHC_NO_DAY;
    if (has_first != has_second)
        return has_first ? -1 : 1;
    if (first->day != second->day)
        return first->day < second->day ? -1 : 1;
    if (first->kind != second->kind)
        return first->kind < second->kind ? -1 : 1;
    return 0;
}

/* Sorts by day and kind. An insertion sort: rows that compare equal keep their order. */
static void put_in_order(struct chronology *chronology) {
    struct chronology_row *rows = chronology->rows;
    for (size_t i = 1; i < chronology->count; i++) {
        struct chronology_row row = rows[i];
        size_t at = i;
        for (; at > 0 && compare(&rows[at - 1], &row) > 0; at--)
            rows[at] = rows[at - 1];
        rows[at] = row;
    }
}

bool chronology_make(const struct ehc_judgement *judgement, struct chronology *chronology) {
    const struct ehc_case *facts = judgement->facts;
    size_t most = judgement->event_count + 3 * facts->advice_count + 2 * facts->consultation_count + facts->closure_count +
                  facts->absence_count + facts->exceptional_count + facts->missed_count + facts->they_say_count +
                  2 * judgement->count + 1;
    *chronology = (struct chronology){.judgement = judgement, .rows = calloc(most, sizeof *chronology->rows)};
    if (chronology->rows == NULL)
        return false;
    add_facts(chronology);
    add_claims(chronology);
    add_deadlines(chronology);
    put_in_order(chronology);
    return true;
}

void chronology_free(struct chronology *chronology) {
    free(chronology->rows);
}
