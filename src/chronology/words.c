/* The words of each column of a chronology. */
#include "view/words.h"
#include "chronology.h"
#include "util/fill.h"
#include <string.h>

static bool is_to_come(const struct chronology *chronology, const struct chronology_row *row) {
    const struct ehc_law *law = chronology->judgement->law;
    return row->day > chronology->judgement->as_at && (row->event == EHC_NONE || !law->events[row->event].is_term);
}

const char *chronology_kind_words(const struct chronology *chronology, const struct chronology_row *row) {
    switch (row->kind) {
    case CHRONOLOGY_FACT:
        return is_to_come(chronology, row) ? "planned" : "fact";
    case CHRONOLOGY_CLAIM:
        return row->is_unclaimed ? "not claimed" : "claimed";
    case CHRONOLOGY_SAID:
        return "they say";
    case CHRONOLOGY_LIMIT:
        break;
    }
    return row->judged->deadline->own != NULL ? "own date" : "last day";
}

/* ---- which steps a fact answers, and which it begins ---- */

static bool is_of_section(const struct ehc_deadline *deadline, const struct chronology_row *row) {
    const char *name = deadline->advice != NULL         ? deadline->advice->name
                       : deadline->consultation != NULL ? deadline->consultation->name
                                                        : NULL;
    return row->name == NULL || name == NULL || strcmp(name, row->name) == 0;
}

static bool answers(const struct chronology_row *row, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    if (row->event == EHC_NONE)
        return judged == row->judged;
    return judged->done && judged->started && deadline->own == NULL && deadline->act == row->day &&
           deadline->act_event == row->event && is_of_section(deadline, row);
}

static bool begins(const struct chronology_row *row, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    return row->event != EHC_NONE && deadline->own == NULL && !deadline->projected && deadline->trigger == row->day &&
           deadline->trigger_event == row->event && is_of_section(deadline, row);
}

/* Adds an item to a list, if it is not in it. */
static void add_once(char text[EHC_WORDS], const char *more) {
    size_t length = more != NULL ? strlen(more) : 0;
    if (length == 0)
        return;
    for (const char *at = strstr(text, more); at != NULL; at = strstr(at + 1, more))
        if ((at == text || at[-1] == ' ') && (at[length] == '\0' || at[length] == ';'))
            return;
    ehc_sentence_add(text, EHC_WORDS, text[0] != '\0' ? "; {more}" : "{more}", "more", more, NULL);
}

/* ---- the fields ---- */

static void fact_or_claim_what(const struct chronology_row *row, const char *title, char text[EHC_WORDS]) {
    static const char *const sentences[2][2] = {{"{title}", "{title}: {reason}"},
                                                {"{title} ({name})", "{title} ({name}): {reason}"}};
    ehc_sentence(text, EHC_WORDS, sentences[row->name != NULL][row->reason != NULL], "title", title, "name", row->name,
                 "reason", row->reason, NULL);
}

void chronology_what(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]) {
    const struct ehc_judgement *judgement = chronology->judgement;
    switch (row->kind) {
    case CHRONOLOGY_FACT:
        if (row->event == EHC_NONE)
            words_short_title(row->judged->deadline, text);
        else
            fact_or_claim_what(row, judgement->law->events[row->event].title, text);
        return;
    case CHRONOLOGY_CLAIM:
        fact_or_claim_what(row, judgement->law->kinds[row->exception].title, text);
        return;
    case CHRONOLOGY_SAID:
        words_they_say_of(judgement, row->judged, row->said, text);
        return;
    case CHRONOLOGY_LIMIT:
        words_step(judgement, row->judged, text);
        return;
    }
}

void chronology_who(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]) {
    text[0] = '\0';
    if (row->kind == CHRONOLOGY_CLAIM)
        return;
    if (row->judged != NULL) {
        words_append(text, words_who_acts(row->judged->deadline));
        return;
    }
    for (size_t i = 0; i < chronology->judgement->count; i++)
        if (answers(row, &chronology->judgement->deadlines[i]))
            add_once(text, words_who_acts(chronology->judgement->deadlines[i].deadline));
}

/* The law of the steps that a fact answers; if it answers none, of the steps that it begins. */
static void fact_law(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]) {
    const struct ehc_judgement *judgement = chronology->judgement;
    for (size_t i = 0; i < judgement->count; i++)
        if (answers(row, &judgement->deadlines[i]))
            add_once(text, judgement->deadlines[i].deadline->limit->provision);
    for (size_t i = 0; text[0] == '\0' && i < judgement->count; i++)
        if (begins(row, &judgement->deadlines[i])) {
            for (size_t j = i; j < judgement->count; j++)
                if (begins(row, &judgement->deadlines[j]))
                    add_once(text, judgement->deadlines[j].deadline->limit->provision);
            return;
        }
}

/* Whether the claim of a row was judged as this exception. */
static bool is_claim_of(const struct chronology_row *row, const struct ehc_exception *exception) {
    return exception->given && exception->kind == row->exception && exception->span.first <= row->day &&
           exception->span.last >= row->until;
}

static void claim_law(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]) {
    const struct ehc_judgement *judgement = chronology->judgement;
    char provision[EHC_WORDS];
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        for (size_t j = 0; j < judged->exception_count; j++)
            if (is_claim_of(row, &judged->exceptions[j]) && judged->exceptions[j].is_answered)
                add_once(text, ehc_exception_provision(judgement->law, judged->deadline->limit, row->exception, provision));
    }
}

void chronology_law(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]) {
    char words[EHC_WORDS];
    text[0] = '\0';
    if (row->judged != NULL)
        words_append(text, words_law(row->judged->deadline, words));
    else if (row->kind == CHRONOLOGY_CLAIM)
        claim_law(chronology, row, text);
    else
        fact_law(chronology, row, text);
}

static void fact_result(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]) {
    const struct ehc_judgement *judgement = chronology->judgement;
    char step[EHC_WORDS], outcome[EHC_WORDS], line[EHC_WORDS];
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        if (!answers(row, judged) || judged->said_already)
            continue;
        words_step(judgement, judged, step);
        words_outcome(judgement, judged, outcome);
        snprintf(line, sizeof line, "%.500s: %.600s", step, outcome);
        add_once(text, line);
    }
    if (row->ignored != NULL)
        add_once(text, ehc_ignored_words(judgement->law, row->ignored, line));
}

static void claim_result(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]) {
    const struct ehc_judgement *judgement = chronology->judgement;
    char step[EHC_WORDS], answer[EHC_WORDS], line[EHC_WORDS];
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        for (size_t j = 0; j < judged->exception_count; j++) {
            if (!is_claim_of(row, &judged->exceptions[j]) || !judged->exceptions[j].is_answered)
                continue;
            words_step(judgement, judged, step);
            words_claim_answer(judgement->law, judged->deadline, &judged->exceptions[j], answer);
            snprintf(line, sizeof line, "%.300s: %.800s", step, answer);
            add_once(text, line);
        }
    }
}

/* A step that has not begun is counted from an estimate of its first day. */
static void not_begun(const struct chronology *chronology, const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    bool has_day = deadline->trigger != EHC_NO_DAY;
    ehc_sentence(text, EHC_WORDS, has_day ? "not begun: this is the last day if {happened} on {date}" : "not begun",
                 "happened", has_day ? chronology->judgement->law->events[deadline->trigger_event].done : "", "date",
                 ehc_day_format_short(deadline->trigger, date), NULL);
}

static void limit_result(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]) {
    const struct ehc_judged *judged = row->judged;
    char words[EHC_WORDS], date[EHC_DAY_TEXT];
    if (!judged->started) {
        not_begun(chronology, judged->deadline, text);
        return;
    }
    if (judged->deadline->status == EHC_NOT_NEEDED)
        words_outcome(chronology->judgement, judged, words);
    else
        words_verdict(chronology->judgement, judged, words);
    ehc_sentence(text, EHC_WORDS, "{label}: {verdict}", "label", words_label(judged), "verdict", words, NULL);
    if (judged->deadline->latest != judged->deadline->due && judged->deadline->latest != EHC_NO_DAY)
        ehc_sentence_add(text, EHC_WORDS, "; on another reading, the last day is {date}", "date",
                         ehc_day_format_short(judged->deadline->latest, date), NULL);
    if (words_or_on(judged->deadline, words))
        add_once(text, words);
    if (words_relaxation(judged, words))
        add_once(text, words);
}

void chronology_result(const struct chronology *chronology, const struct chronology_row *row, char text[EHC_WORDS]) {
    text[0] = '\0';
    switch (row->kind) {
    case CHRONOLOGY_FACT:
        fact_result(chronology, row, text);
        break;
    case CHRONOLOGY_CLAIM:
        claim_result(chronology, row, text);
        break;
    case CHRONOLOGY_SAID:
        words_said(chronology->judgement, row->judged, row->said, text);
        break;
    case CHRONOLOGY_LIMIT:
        limit_result(chronology, row, text);
        break;
    }
}

const char *chronology_url(const struct chronology_row *row) {
    return row->kind == CHRONOLOGY_LIMIT ? row->judged->deadline->limit->url : NULL;
}

bool chronology_is_late(const struct chronology_row *row) {
    return row->kind == CHRONOLOGY_LIMIT && row->judged->late;
}
