/* One question of `ehc ask`: shows it, reads the answer, and shows how the answer was understood. */
#include "ask.h"
#include "bundle/apply.h"
#include "util/ascii.h"
#include "util/fail.h"
#include "util/fill.h"
#include "view/wrap.h"
#include <string.h>
#include <unistd.h>

void ask_put(const struct conversation *conversation, size_t indent, enum style style, const char *text) {
    wrap_text(&conversation->page, indent, indent, style, text);
}

void ask_prompt(void) {
    printf("> ");
    fflush(stdout);
}

/* Shows an error in the conversation, not on standard error. */
static void put_fault(const struct conversation *conversation, const struct ehc_error *error) {
    char text[EHC_WORDS];
    snprintf(text, sizeof text, "%s.", error->message);
    ascii_upper_first(text);
    ask_put(conversation, ASK_INDENT, WARNING, text);
    if (error->hint[0] == '\0')
        return;
    bool is_question = error->hint[strlen(error->hint) - 1] == '?';
    snprintf(text, sizeof text, is_question ? "%s" : "%s.", error->hint);
    ascii_upper_first(text);
    ask_put(conversation, ASK_INDENT, PLAIN, text);
}

void ask_put_message(const struct conversation *conversation, const char *message, const char *hint) {
    struct ehc_error error = {0};
    snprintf(error.message, sizeof error.message, "%s", message);
    snprintf(error.hint, sizeof error.hint, "%s", hint);
    put_fault(conversation, &error);
}

enum line_result ask_read_answer(char answer[ANSWER_ROOM]) {
    ask_prompt();
    enum line_result result = ask_read_line(answer);
    if (result == LINE_INTERRUPTED || result == LINE_END || !isatty(STDIN_FILENO))
        printf("\n");
    return result;
}

static const struct question *question_of(const struct conversation *conversation, struct asked asked) {
    return &conversation->questions->list[asked.question];
}

/* Shows what a round is about, as in "Review meeting: Monday 3 March 2025". */
static void put_about(const struct conversation *conversation, struct asked asked) {
    const struct answers *answers = &conversation->answers;
    const struct question *question = question_of(conversation, asked), *leader = question;
    char about[EHC_WORDS], text[EHC_WORDS];
    if (answers_about(answers, asked, about)[0] == '\0')
        return;
    while (leader > conversation->questions->list && leader->with != NULL)
        leader--;
    int event = leader->fact == FACT_EVENT ? ehc_find_event(answers->law, leader->event) : EHC_NONE;
    if (event != EHC_NONE)
        ehc_sentence(text, sizeof text, "{event}: {answer}", "event", answers->law->events[event].title, "answer", about,
                     NULL);
    ask_put(conversation, 0, PLAIN, event != EHC_NONE ? text : about);
}

static void put_choices(const struct conversation *conversation, const struct question *question) {
    char label[32];
    for (size_t i = 0; i < question_choices(question); i++) {
        snprintf(label, sizeof label, "  %zu", i + 1);
        wrap_labelled(&conversation->page, 5, label, choice_words(&question->choice[i]));
    }
}

static void put_question(const struct conversation *conversation, struct asked asked) {
    const struct question *question = question_of(conversation, asked);
    char text[EHC_WORDS], words[EHC_WORDS];
    printf("\n");
    put_about(conversation, asked);
    ask_put(conversation, 0, HEADING, asked.round > 0 && question->again != NULL ? question->again : question->ask);
    put_choices(conversation, question);
    if (answers_text(&conversation->answers, asked)[0] != '\0')
        snprintf(text, sizeof text, "Your answer is: %.400s. Press Enter to keep it, or type - to remove it.",
                 answers_words(&conversation->answers, asked, words));
    else
        snprintf(text, sizeof text, "For example: %.400s", question->example);
    ask_put(conversation, ASK_INDENT, PLAIN, text);
}

static void put_answer(const struct conversation *conversation, struct asked asked) {
    const struct question_choice *choice = answers_choice(&conversation->answers, asked);
    char words[EHC_WORDS];
    ehc_day day = answers_day(&conversation->answers, asked);
    answers_words(&conversation->answers, asked, words);
    if (day != EHC_NO_DAY && day > conversation->request->as_at)
        ehc_sentence_add(words, sizeof words, " (still to come)", NULL);
    ask_put(conversation, ASK_INDENT, PLAIN, words);
    if (choice != NULL && choice->tell != NULL)
        ask_put(conversation, ASK_INDENT, PLAIN, choice->tell);
}

static bool is_name(const struct question *question) {
    return question->fact == FACT_AUTHORITY || question->fact == FACT_REFERENCE || question->fact == FACT_CONSULTATION;
}

/* Takes the text as an answer. False if it must be typed again. */
static bool take_answer(struct conversation *conversation, struct asked asked, const char *typed) {
    struct answers *answers = &conversation->answers;
    const struct question *question = question_of(conversation, asked);
    char dates[ANSWER_ROOM];
    struct ehc_error error;
    const char *text = is_name(question) ? typed : request_dates(conversation->request, typed, dates, sizeof dates);
    if (answers_take(answers, asked, text, &error)) {
        put_answer(conversation, asked);
        return true;
    }
    struct ehc_error meant;
    if (question->fact == FACT_EVENT && strpbrk(typed, "0123456789") == NULL &&
        ehc_event_meant(answers->law, typed, &meant) != EHC_NONE)
        ask_put_message(conversation, meant.message, "type that day, or press Enter if you do not know it");
    else
        put_fault(conversation, &error);
    return false;
}

/* Skips the question, or removes its answer. `why` tells the person how the answer was understood. */
static enum turn skip(struct conversation *conversation, struct asked asked, const char *why) {
    struct ehc_error error;
    if (answers_text(&conversation->answers, asked)[0] != '\0' && !answers_take(&conversation->answers, asked, "", &error)) {
        put_fault(conversation, &error);
        return NEXT;
    }
    ask_put(conversation, ASK_INDENT, PLAIN, why);
    return NEXT;
}

/* Whether the text is an answer to this question, although ask_meaning() would take it otherwise: yes, no, or the words of
 * a choice. */
static bool is_answer(const struct conversation *conversation, struct asked asked, const char *answer) {
    enum question_fact fact = question_of(conversation, asked)->fact;
    if (fact == FACT_CLOSED_CLAIMED || fact == FACT_AWAY_CLAIMED)
        return ascii_same(answer, "yes") || ascii_same(answer, "y") || ascii_same(answer, "no") || ascii_same(answer, "n");
    return apply_choice(conversation->answers.law, question_of(conversation, asked), answer) != NULL;
}

enum turn ask_question(struct conversation *conversation, struct asked asked) {
    const struct question *question = question_of(conversation, asked);
    char answer[ANSWER_ROOM];
    put_question(conversation, asked);
    for (;;) {
        enum line_result result = ask_read_answer(answer);
        if (result == LINE_INTERRUPTED || result == LINE_END)
            return result == LINE_END ? END : INTERRUPTED;
        if (result == LINE_TOO_LONG) {
            ask_put_message(conversation, "that is too long", "shorten it");
            continue;
        }
        bool was_empty = answers_text(&conversation->answers, asked)[0] == '\0';
        if (answer[0] == '\0') {
            ask_put(conversation, ASK_INDENT, PLAIN, was_empty ? "skipped" : "kept");
            return NEXT;
        }
        if (strcmp(answer, "-") == 0)
            return skip(conversation, asked, was_empty ? "skipped" : "removed");
        switch (is_answer(conversation, asked, answer) ? SAID_ANSWER : ask_meaning(answer, is_name(question))) {
        case SAID_BACK:
            return BACK;
        case SAID_STOP:
            return STOP;
        case SAID_WHY:
            ask_put(conversation, ASK_INDENT, PLAIN, question->why);
            ask_put(conversation, ASK_INDENT, PLAIN,
                    "Press Enter to skip the question. Type back for the question before, or stop to end.");
            break;
        case SAID_YES:
            ask_put_message(conversation, "type the answer itself, as in the example",
                            "or press Enter to skip the question");
            break;
        case SAID_MONTH:
            ask_put_message(conversation, "type the month and its year, as in March 2026",
                            "you then see which day of that month is safe to use");
            break;
        case SAID_NO:
            return skip(conversation, asked, "taken as: no, or not yet");
        case SAID_NOT_KNOWN:
            return skip(conversation, asked, "taken as: not known");
        case SAID_ANSWER:
            if (take_answer(conversation, asked, answer))
                return NEXT;
            break;
        }
    }
}
