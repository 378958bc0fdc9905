/* ehc ask: one question at a time, for someone who has never used a terminal. */
#include "ask.h"
#include "request/say.h"
#include "show.h"
#include "util/fail.h"
#include "view/wrap.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { INDENT = 2 };

/* How a question ended. */
enum turn { NEXT, BACK, STOP, END, INTERRUPTED };

struct conversation {
    struct request *request;
    const struct questions *questions;
    struct answers answers;
    size_t asked[QUESTIONS_MOST]; /* the questions asked so far, the last one on top */
    size_t asked_count;
    struct page page;
    enum exit_status unsaved; /* why a file that was wanted could not be written */
};

static void put(const struct conversation *conversation, size_t indent, enum style style, const char *text) {
    wrap_text(&conversation->page, indent, indent, style, text);
}

static void put_prompt(void) {
    printf("> ");
    fflush(stdout);
}

/* A message in the conversation, not on standard error: what went wrong, and what to write. */
static void put_fault(const struct conversation *conversation, const struct ehc_error *error) {
    char text[EHC_WORDS];
    snprintf(text, sizeof text, "%c%s.", toupper((unsigned char)error->message[0]), error->message + 1);
    put(conversation, INDENT, WARNING, text);
    if (error->hint[0] == '\0')
        return;
    snprintf(text, sizeof text, "%c%s.", toupper((unsigned char)error->hint[0]), error->hint + 1);
    put(conversation, INDENT, PLAIN, text);
}

static void put_message(const struct conversation *conversation, const char *message, const char *hint) {
    struct ehc_error error = {0};
    snprintf(error.message, sizeof error.message, "%s", message);
    snprintf(error.hint, sizeof error.hint, "%s", hint);
    put_fault(conversation, &error);
}

/* Reads an answer; what was typed is ended by a line break, which the terminal shows and a pipe does not. */
static enum line_result read_answer(char answer[ANSWER_ROOM]) {
    put_prompt();
    enum line_result result = ask_read_line(answer);
    if (result == LINE_INTERRUPTED || result == LINE_END || !isatty(STDIN_FILENO))
        printf("\n");
    return result;
}

static bool is_word(const char *answer, const char *word) {
    while (*word != '\0' && tolower((unsigned char)*answer) == *word)
        answer++, word++;
    return *word == '\0' && *answer == '\0';
}

/* ---- topics ---- */

static void put_topics(const struct conversation *conversation) {
    char label[32];
    printf("\n");
    put(conversation, 0, HEADING, "What is it about?");
    for (size_t i = 0; i < conversation->questions->topic_count; i++) {
        snprintf(label, sizeof label, "  %zu", i + 1);
        wrap_labelled(&conversation->page, 5, label, conversation->questions->topics[i].title);
    }
    put(conversation, 0, PLAIN, "Type a number, or more than one as in 1 2. Enter alone is 1.");
}

/* Reads "1", "1 3", "1, 3". */
static bool read_topics(const char *answer, size_t count, unsigned *topics) {
    *topics = 0;
    while (*answer != '\0') {
        char *end;
        if (*answer == ' ' || *answer == ',') {
            answer++;
            continue;
        }
        long number = isdigit((unsigned char)*answer) ? strtol(answer, &end, 10) : 0;
        if (number < 1 || (size_t)number > count)
            return false;
        *topics |= 1U << (number - 1);
        answer = end;
    }
    if (*topics == 0)
        *topics = 1;
    return true;
}

static enum turn ask_topics(struct conversation *conversation) {
    char answer[ANSWER_ROOM], hint[64];
    unsigned topics;
    if (conversation->questions->topic_count == 0) { /* there is nothing to choose from: all are asked */
        conversation->answers.topics = ~0U;
        return NEXT;
    }
    put_topics(conversation);
    for (;;) {
        enum line_result result = read_answer(answer);
        if (result == LINE_INTERRUPTED || result == LINE_END)
            return result == LINE_END ? END : INTERRUPTED;
        if (is_word(answer, "stop"))
            return STOP;
        if (is_word(answer, "?")) {
            put(conversation, INDENT, PLAIN, "The questions that follow depend on it. If you are not sure, choose 1.");
            continue;
        }
        if (result == LINE_READ && read_topics(answer, conversation->questions->topic_count, &topics))
            break;
        snprintf(hint, sizeof hint, "type a number from 1 to %zu", conversation->questions->topic_count);
        put_message(conversation, is_word(answer, "back") ? "this is the first question" : "that is not one of the numbers",
                    hint);
    }
    conversation->answers.topics = topics;
    for (size_t i = 0; i < conversation->questions->topic_count; i++)
        if (topics & 1U << i)
            put(conversation, INDENT, PLAIN, conversation->questions->topics[i].title);
    return NEXT;
}

/* ---- one question ---- */

static void put_question(const struct conversation *conversation, size_t index) {
    const struct question *question = &conversation->questions->list[index];
    char text[EHC_WORDS], words[EHC_WORDS];
    printf("\n");
    put(conversation, 0, HEADING, question->ask);
    if (conversation->answers.text[index][0] != '\0')
        snprintf(text, sizeof text, "Your answer is: %.400s. Enter keeps it, - takes it away.",
                 answers_words(&conversation->answers, index, words));
    else
        snprintf(text, sizeof text, "For example: %.400s", question->example);
    put(conversation, INDENT, PLAIN, text);
}

static void put_answer(const struct conversation *conversation, size_t index) {
    const struct question *question = &conversation->questions->list[index];
    char words[EHC_WORDS];
    struct ehc_case facts;
    answers_words(&conversation->answers, index, words);
    if (question->fact == FACT_EVENT) {
        answers_to_case(&conversation->answers, index + 1, &facts);
        ehc_day day = facts.event[ehc_find_event(conversation->answers.law, question->event)];
        size_t length = strlen(words);
        if (day != EHC_NO_DAY && day > conversation->request->as_at)
            snprintf(words + length, sizeof words - length, " (still to come)");
    }
    put(conversation, INDENT, PLAIN, words);
}

/* What an answer asks for instead of giving a fact; NEXT where it gives one. */
static enum turn command_of(const char *answer, enum line_result result) {
    if (result == LINE_INTERRUPTED)
        return INTERRUPTED;
    if (result == LINE_END)
        return END;
    if (is_word(answer, "back"))
        return BACK;
    return is_word(answer, "stop") || is_word(answer, "quit") || is_word(answer, "exit") ? STOP : NEXT;
}

static enum turn ask(struct conversation *conversation, size_t index) {
    struct answers *answers = &conversation->answers;
    char answer[ANSWER_ROOM];
    struct ehc_error error;
    put_question(conversation, index);
    for (;;) {
        enum line_result result = read_answer(answer);
        enum turn turn = command_of(answer, result);
        if (turn != NEXT)
            return turn;
        if (result == LINE_TOO_LONG) {
            put_message(conversation, "that is too long", "write it shorter");
            continue;
        }
        if (is_word(answer, "?") || is_word(answer, "why") || is_word(answer, "help")) {
            put(conversation, INDENT, PLAIN, conversation->questions->list[index].why);
            put(conversation, INDENT, PLAIN, "Enter alone skips the question; back goes to the one before; stop ends.");
            continue;
        }
        if (answer[0] == '\0') {
            put(conversation, INDENT, PLAIN, answers->text[index][0] != '\0' ? "kept" : "skipped");
            return NEXT;
        }
        bool is_cleared = strcmp(answer, "-") == 0, was_empty = answers->text[index][0] == '\0';
        if (!answers_take(answers, index, is_cleared ? "" : answer, &error)) {
            put_fault(conversation, &error);
            continue;
        }
        if (is_cleared)
            put(conversation, INDENT, PLAIN, was_empty ? "skipped" : "taken away");
        else
            put_answer(conversation, index);
        return NEXT;
    }
}

/* ---- the conversation ---- */

static size_t next_question(const struct conversation *conversation) {
    size_t count = conversation->asked_count;
    size_t index = count > 0 ? conversation->asked[count - 1] + 1 : 0;
    while (index < conversation->questions->count && !answers_ask(&conversation->answers, index))
        index++;
    return index;
}

/* Asks until there are no more questions; NEXT then. */
static enum turn converse(struct conversation *conversation) {
    enum turn turn = ask_topics(conversation);
    while (turn == NEXT || turn == BACK) {
        if (turn == BACK && conversation->asked_count == 0) {
            turn = ask_topics(conversation);
            continue;
        }
        size_t index = turn == BACK ? conversation->asked[--conversation->asked_count] : next_question(conversation);
        if (index == conversation->questions->count)
            return NEXT;
        turn = ask(conversation, index);
        if (turn == NEXT)
            conversation->asked[conversation->asked_count++] = index;
    }
    return turn;
}

static bool has_event(const struct conversation *conversation) {
    for (size_t i = 0; i < conversation->answers.law->event_count; i++)
        if (conversation->request->facts.event[i] != EHC_NO_DAY)
            return true;
    return false;
}

typedef enum exit_status save_function(struct conversation *conversation, const char *file, bool force);

static enum exit_status save_facts(struct conversation *conversation, const char *file, bool force) {
    return save_case(conversation->request, file, force);
}

static enum exit_status save_dates(struct conversation *conversation, const char *file, bool force) {
    return save_calendar(conversation->request, file, force);
}

/* Says what an answer to an offer means. `usual` is the name that Enter stands for. */
static void put_offer(const struct conversation *conversation, const char *question, const char *wanted, const char *usual) {
    char text[EHC_WORDS];
    printf("\n");
    put(conversation, 0, HEADING, question);
    if (strcmp(wanted, usual) == 0)
        snprintf(text, sizeof text, "Enter writes it to %s; or type another name, or no.", usual);
    else
        snprintf(text, sizeof text,
                 "%.60s is there already. Enter writes it to %s; or type replace to write over %.60s, another name, or no.",
                 wanted, usual, wanted);
    put(conversation, INDENT, PLAIN, text);
}

static enum exit_status save_as(struct conversation *conversation, save_function *save, const char *file, bool force) {
    char text[EHC_WORDS], quoted[EHC_QUOTE_ROOM];
    enum exit_status status = save(conversation, file, force);
    /* A calendar that leaves a date out as not firm is written all the same. */
    if (status != EXIT_DONE && (status != EXIT_CANNOT_SAY || access(file, F_OK) != 0))
        return status;
    snprintf(text, sizeof text, "Written to %s.", ehc_quote(file, quoted));
    put(conversation, INDENT, PLAIN, text);
    return EXIT_DONE;
}

/* Offers to write a file. The turn is END or INTERRUPTED where no answer came. */
static enum turn offer(struct conversation *conversation, const char *question, const char *usual_name,
                       save_function *save) {
    char answer[ANSWER_ROOM], text[EHC_WORDS], quoted[EHC_QUOTE_ROOM], wanted[ANSWER_ROOM], usual[FREE_NAME_ROOM];
    enum exit_status failed = EXIT_DONE;
    snprintf(wanted, sizeof wanted, "%s", usual_name);
    put_offer(conversation, question, usual_name, free_file_name(usual_name, usual));
    for (;;) {
        enum line_result result = read_answer(answer);
        enum turn turn = command_of(answer, result);
        bool is_enter = result == LINE_READ && (answer[0] == '\0' || is_word(answer, "yes") || is_word(answer, "y"));
        bool is_no = turn == STOP || is_word(answer, "no") || is_word(answer, "n");
        if (failed != EXIT_DONE && (turn == END || turn == INTERRUPTED || is_enter))
            conversation->unsaved = failed;
        if (turn == END || turn == INTERRUPTED)
            return turn;
        if (is_no || (is_enter && failed != EXIT_DONE)) {
            put(conversation, INDENT, PLAIN, "Not written.");
            return NEXT;
        }
        if (turn == BACK || is_word(answer, "?") || result == LINE_TOO_LONG) {
            put(conversation, INDENT, PLAIN, "Enter, the name of a file, or no.");
            continue;
        }
        bool force = is_word(answer, "replace");
        if (!force)
            snprintf(wanted, sizeof wanted, "%s", is_enter ? usual : answer);
        if (!force && access(wanted, F_OK) == 0) {
            snprintf(text, sizeof text, "%s is there already. Type another name, replace to write over it, or no.",
                     ehc_quote(wanted, quoted));
            put(conversation, INDENT, WARNING, text);
            continue;
        }
        failed = save_as(conversation, save, wanted, force);
        if (failed == EXIT_DONE || failed == EXIT_CANNOT_SAY)
            return NEXT;
        put(conversation, INDENT, PLAIN, "Type another name, or no.");
    }
}

/* Shows the dates, then offers both files. */
static enum exit_status finish(struct conversation *conversation, enum turn turn) {
    struct request *request = conversation->request;
    struct request to_screen;
    struct showing showing = {.request = &to_screen};
    struct given plain = {OPTION_NO_COLOR, NULL}; /* the dates go to the screen, wherever -o puts the answers */
    const char *file = option_value(request, OPTION_OUTPUT);
    answers_to_case(&conversation->answers, conversation->questions->count, &request->facts);
    if (turn == INTERRUPTED)
        return rescue_case(request);
    if (!has_event(conversation)) {
        put(conversation, 0, PLAIN, "No date was given, so there is nothing to work out.");
        return answers_any(&conversation->answers) && turn == END ? rescue_case(request) : EXIT_CANNOT_SAY;
    }
    printf("\n");
    fflush(stdout);
    to_screen = *request;
    to_screen.given = &plain;
    to_screen.given_count = option_is_given(request, OPTION_NO_COLOR);
    enum exit_status status = show_facts(&showing);
    if (turn == END)
        return rescue_case(request) == EXIT_DONE ? status : EXIT_FILE;
    if (file != NULL) {
        enum exit_status saved = rescue_case(request);
        if (saved != EXIT_DONE)
            return saved;
    } else {
        turn = offer(conversation, "Shall I keep your answers in a case file, so that you need not type them again?",
                     "ehc-case.ini", save_facts);
        if (turn == END || turn == INTERRUPTED)
            return rescue_case(request);
    }
    offer(conversation, "Shall I write the dates as a calendar file for your phone?", "deadlines.ics", save_dates);
    return status != EXIT_DONE ? status : conversation->unsaved;
}

static void welcome(const struct conversation *conversation) {
    char title[EHC_WORDS];
    snprintf(title, sizeof title, "%.60s dates, one question at a time", conversation->answers.law->label);
    put(conversation, 0, HEADING, title);
    put(conversation, 0, PLAIN,
        "Type an answer and press Enter. Enter alone skips a question. Type ? to be told why it is asked, back to go to the "
        "question "
        "before, stop to end with what you have answered. Nothing you type leaves this computer.");
}

bool ask_is_wanted(void) {
    char answer[ANSWER_ROOM];
    printf("\nNever used this before? I can ask you for what is needed, one question at a time.\n"
           "Press Enter to begin, or type no.\n");
    put_prompt();
    if (ask_read_line(answer) != LINE_READ || (answer[0] != '\0' && !is_word(answer, "yes") && !is_word(answer, "y")))
        return false;
    printf("\n");
    return true;
}

enum exit_status run_ask(struct request *request) {
    struct conversation conversation = {.request = request};
    if (request->bundle->questions.count == 0) {
        say_fault("'ehc timeline' takes what happened as options or as a case file", "this law comes with no questions");
        return EXIT_CANNOT_SAY;
    }
    conversation.questions = &request->bundle->questions;
    conversation.answers.questions = conversation.questions;
    conversation.answers.law = request->law;
    conversation.page = output_page(request, stdout);
    ask_catch_signals();
    welcome(&conversation);
    enum turn turn = converse(&conversation);
    if (turn == INTERRUPTED && !answers_any(&conversation.answers))
        ask_end_by_signal();
    enum exit_status status = finish(&conversation, turn);
    fflush(stdout);
    if (ask_signal() != 0)
        ask_end_by_signal();
    if (ask_read_error() == 0)
        return status;
    say_fault(NULL, "standard input cannot be read: %s", strerror(ask_read_error()));
    return EXIT_FILE;
}
