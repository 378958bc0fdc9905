#include "answers.h"
#include "apply.h"
#include "util/fail.h"
#include <string.h>

/* ---- the answers as typed ---- */

static const struct answer *find_answer(const struct answers *answers, struct asked asked) {
    for (size_t i = 0; i < answers->count; i++)
        if (answers->list[i].of.question == asked.question && answers->list[i].of.round == asked.round)
            return &answers->list[i];
    return NULL;
}

const char *answers_text(const struct answers *answers, struct asked asked) {
    const struct answer *answer = find_answer(answers, asked);
    return answer != NULL ? answer->text : "";
}

static bool put_text(struct answers *answers, struct asked asked, const char *text) {
    const struct answer *found = find_answer(answers, asked);
    if (found == NULL && answers->count == ANSWERS_MOST)
        return false;
    struct answer *answer = found != NULL ? &answers->list[found - answers->list] : &answers->list[answers->count++];
    answer->of = asked;
    snprintf(answer->text, ANSWER_ROOM, "%s", text);
    return true;
}

bool answers_any(const struct answers *answers) {
    for (size_t i = 0; i < answers->count; i++)
        if (answers->list[i].text[0] != '\0')
            return true;
    return false;
}

/* ---- questions that belong together ---- */

static const struct question *question_at(const struct answers *answers, size_t index) {
    return &answers->questions->list[index];
}

static size_t find_question(const struct answers *answers, const char *id, size_t length) {
    size_t index = 0;
    while (index < answers->questions->count &&
           (strlen(question_at(answers, index)->id) != length || strncmp(question_at(answers, index)->id, id, length) != 0))
        index++;
    return index;
}

/* The question of its `with`, or the question itself. */
static size_t leader_of(const struct answers *answers, size_t index) {
    const char *with = question_at(answers, index)->with;
    return with != NULL ? find_question(answers, with, strlen(with)) : index;
}

/* The index after a question and all questions `with` it. */
static size_t end_of_group(const struct answers *answers, size_t leader) {
    size_t end = leader + 1;
    while (end < answers->questions->count && leader_of(answers, end) == leader)
        end++;
    return end;
}

const struct question_choice *answers_choice(const struct answers *answers, struct asked asked) {
    return apply_choice(answers->law, question_at(answers, asked.question), answers_text(answers, asked));
}

/* Whether QUESTION:CHOICE was chosen: in the same round, if both questions belong together. */
static bool is_chosen(const struct answers *answers, struct asked asked, const char *id) {
    char value[CHOICE_ROOM];
    size_t length = strcspn(id, ":"), question = find_question(answers, id, length);
    if (question == answers->questions->count || (question_at(answers, question)->topics & answers->topics) == 0)
        return false;
    bool same = leader_of(answers, question) == leader_of(answers, asked.question);
    const struct question_choice *choice = answers_choice(answers, (struct asked){question, same ? asked.round : 0});
    return choice != NULL && strcmp(choice_value(choice, value), id + length + 1) == 0;
}

/* Whether one of a list of conditions is met. */
static bool is_met(const struct answers *answers, struct asked asked, const struct ehc_case *facts, const char *list) {
    while (*list != '\0') {
        char id[128];
        list += strspn(list, ", ");
        size_t length = strcspn(list, ", ");
        snprintf(id, sizeof id, "%.*s", (int)length, list);
        list += length;
        if (strchr(id, ':') != NULL && is_chosen(answers, asked, id))
            return true;
        int event = length > 0 ? ehc_find_event(answers->law, id) : EHC_NONE;
        if (event != EHC_NONE && facts->event[event] != EHC_NO_DAY)
            return true;
    }
    return false;
}

/* Whether a question is asked. `facts` come from the answers before it, without those of other rounds. */
static bool belongs(const struct answers *answers, struct asked asked, const struct ehc_case *facts) {
    const struct question *question = question_at(answers, asked.question);
    if ((question->topics & answers->topics) == 0 || (question->once && asked.round > 0))
        return false;
    if (question->fact == FACT_EVENT && ehc_find_event(answers->law, question->event) == EHC_NONE)
        return false; /* another law may not have this event */
    if (question->fact == FACT_THEY_SAY && ehc_find_limit(answers->law, question->limit) == EHC_NONE)
        return false;
    bool is_part = question_is_part(question);
    size_t leader = leader_of(answers, asked.question);
    if (is_part && answers_text(answers, (struct asked){leader, asked.round})[0] == '\0')
        return false;
    return (question->after[0] == '\0' || is_met(answers, asked, facts, question->after)) &&
           (!is_met(answers, asked, facts, question->unless) || is_met(answers, asked, facts, question->despite));
}

/* ---- the case of the answers ---- */

/* The event that an answer gives: the event of the question, or one chosen instead. */
static const char *event_of(const struct answers *answers, struct asked asked, char chosen[CHOICE_ROOM]) {
    const struct question *question = question_at(answers, asked.question);
    for (size_t i = asked.question + 1; i < answers->questions->count; i++) {
        const struct question *kind = question_at(answers, i);
        if (kind->kind_of == NULL || strcmp(kind->kind_of, question->id) != 0 || (kind->topics & answers->topics) == 0)
            continue;
        const struct question_choice *choice = answers_choice(answers, (struct asked){i, asked.round});
        if (choice != NULL && ehc_find_event(answers->law, choice_value(choice, chosen)) != EHC_NONE)
            return chosen;
    }
    return question->event;
}

static bool add(const struct answers *answers, struct asked asked, const char *text, struct ehc_case *facts,
                struct ehc_error *error) {
    char chosen[CHOICE_ROOM];
    return apply_answer(answers->law, question_at(answers, asked.question), event_of(answers, asked, chosen), text, facts,
                        error);
}

/* A case that is being built: the whole case, the part that the questions of one round can see, and the facts of that
 * round alone. */
struct building {
    const struct answers *answers;
    struct ehc_case whole, before_group, in_round, round_alone;
    const struct ehc_case *seen; /* what the question `until` can see */
};

static void add_to_whole(struct building *building, struct asked asked) {
    struct ehc_error error;
    const char *text = answers_text(building->answers, asked);
    if (text[0] != '\0' && belongs(building->answers, asked, &building->whole))
        add(building->answers, asked, text, &building->whole, &error);
}

static void add_round(struct building *building, size_t first, size_t end, unsigned round, struct asked until) {
    const struct answers *answers = building->answers;
    struct ehc_error error;
    building->in_round = building->before_group;
    ehc_case_init(&building->round_alone);
    for (size_t i = first; i < end; i++) {
        struct asked asked = {i, round};
        if (i == until.question && round == until.round)
            return;
        const char *text = answers_text(answers, asked);
        if (text[0] == '\0' || !belongs(answers, asked, &building->in_round))
            continue;
        add(answers, asked, text, &building->in_round, &error);
        add(answers, asked, text, &building->round_alone, &error);
        add(answers, asked, text, &building->whole, &error);
    }
}

static bool round_is_there(const struct answers *answers, size_t leader, unsigned round) {
    return round == 0 || (round < ROUNDS_MOST && answers_text(answers, (struct asked){leader, round - 1})[0] != '\0');
}

/* Builds the case of the answers before `until`. */
static void build(struct building *building, struct asked until) {
    const struct answers *answers = building->answers;
    size_t end;
    ehc_case_init(&building->whole);
    ehc_case_init(&building->round_alone);
    building->seen = &building->whole;
    for (size_t first = 0; first < answers->questions->count && first <= until.question; first = end) {
        bool has_others = (end = end_of_group(answers, first)) > first + 1;
        unsigned rounds = until.question < end ? until.round + 1 : ROUNDS_MOST;
        if (has_others)
            building->before_group = building->whole;
        for (unsigned round = 0; round < rounds && round_is_there(answers, first, round); round++) {
            if (has_others)
                add_round(building, first, end, round, until);
            else if (first != until.question || round != until.round)
                add_to_whole(building, (struct asked){first, round});
        }
        if (has_others && until.question < end)
            building->seen = &building->in_round;
    }
}

void answers_to_case(const struct answers *answers, struct ehc_case *facts) {
    struct building building = {.answers = answers};
    build(&building, (struct asked){answers->questions->count, 0});
    *facts = building.whole;
}

/* Moves to the next place, whether that question is asked or not. False at the end. */
static bool step(const struct answers *answers, struct asked *at) {
    size_t leader = leader_of(answers, at->question), end = end_of_group(answers, leader);
    bool is_last = at->question + 1 == end;
    bool is_given = answers_text(answers, (struct asked){leader, at->round})[0] != '\0';
    bool is_over = at->question == leader && at->round > 0 && !is_given; /* there is no further round */
    bool again = question_at(answers, leader)->again != NULL && is_given && at->round + 1 < ROUNDS_MOST;
    if (is_over)
        *at = (struct asked){end, 0};
    else if (is_last && again)
        *at = (struct asked){leader, at->round + 1};
    else
        *at = (struct asked){at->question + 1, is_last ? 0 : at->round};
    return at->question < answers->questions->count;
}

bool answers_next(const struct answers *answers, const struct asked *from, struct asked *next) {
    struct building building = {.answers = answers};
    *next = from != NULL ? *from : (struct asked){0, 0};
    bool any = from != NULL ? step(answers, next) : answers->questions->count > 0;
    for (; any; any = step(answers, next)) {
        build(&building, *next);
        if (belongs(answers, *next, building.seen))
            return true;
    }
    return false;
}

static void keep_first(void *context, const struct ehc_error *error) {
    struct ehc_error *first = context;
    if (first->message[0] == '\0')
        *first = *error;
}

bool answers_take(struct answers *answers, struct asked asked, const char *text, struct ehc_error *error) {
    struct building building = {.answers = answers};
    char before[ANSWER_ROOM];
    *error = (struct ehc_error){0};
    build(&building, asked);
    /* In the whole case the day belongs to the last section. The days of one round must also be in order: in the whole
     * case a decision before its request may belong to an earlier request, but not in this round. */
    if (text[0] != '\0' && !add(answers, asked, text, &building.whole, error))
        return false;
    if (text[0] != '\0' && question_at(answers, asked.question)->fact == FACT_EVENT &&
        (!add(answers, asked, text, &building.round_alone, error) ||
         !ehc_case_check_row(answers->law, &building.round_alone, keep_first, error)))
        return false;
    *error = (struct ehc_error){0};
    snprintf(before, sizeof before, "%s", answers_text(answers, asked));
    if (!put_text(answers, asked, text)) {
        ehc_fail(error, "there are too many answers");
        return ehc_hint(error, "keep these in a case file, and add the others there: ehc-case(5)");
    }
    build(&building, (struct asked){answers->questions->count, 0});
    if (ehc_case_check(answers->law, &building.whole, keep_first, error))
        return true;
    put_text(answers, asked, before);
    return false;
}

/* ---- the meaning of answers ---- */

const char *answers_words(const struct answers *answers, struct asked asked, char words[EHC_WORDS]) {
    char chosen[CHOICE_ROOM];
    return apply_words(answers->law, question_at(answers, asked.question), event_of(answers, asked, chosen),
                       answers_text(answers, asked), words);
}

ehc_day answers_day(const struct answers *answers, struct asked asked) {
    const struct question *question = question_at(answers, asked.question);
    struct ehc_case facts;
    struct ehc_error error;
    size_t count;
    ehc_case_init(&facts);
    if (question->fact != FACT_EVENT || !add(answers, asked, answers_text(answers, asked), &facts, &error))
        return EHC_NO_DAY;
    char chosen[CHOICE_ROOM];
    const ehc_day *days = ehc_case_days(&facts, ehc_find_event(answers->law, event_of(answers, asked, chosen)), &count);
    return count > 0 ? days[count - 1] : EHC_NO_DAY;
}

const char *answers_about(const struct answers *answers, struct asked asked, char words[EHC_WORDS]) {
    size_t leader = leader_of(answers, asked.question);
    words[0] = '\0';
    if (leader == asked.question || answers_text(answers, (struct asked){leader, 1})[0] == '\0')
        return words;
    return answers_words(answers, (struct asked){leader, asked.round}, words);
}
