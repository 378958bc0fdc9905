/* ehc ask: asks one question at a time, for people who have never used a terminal. */
#include "ask.h"
#include "bundle/questions_show.h"
#include "request/say.h"
#include "show.h"
#include "util/ascii.h"
#include "util/fail.h"
#include "view/wrap.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- topics ---- */

static void put_topics(const struct conversation *conversation) {
    char label[32];
    printf("\n");
    ask_put(conversation, 0, HEADING, "What is it about?");
    for (size_t i = 0; i < conversation->questions->topic_count; i++) {
        snprintf(label, sizeof label, "  %zu", i + 1);
        wrap_labelled(&conversation->page, 5, label, conversation->questions->topics[i].title);
    }
    ask_put(conversation, 0, PLAIN, "Type a number, or several as in 1 2. Enter alone means 1.");
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
    if (conversation->questions->topic_count == 0) { /* no topics to choose from: ask all questions */
        conversation->answers.topics = ~0U;
        return NEXT;
    }
    put_topics(conversation);
    for (;;) {
        enum line_result result = ask_read_answer(answer);
        if (result == LINE_INTERRUPTED || result == LINE_END)
            return result == LINE_END ? END : INTERRUPTED;
        enum said said = ask_meaning(answer, false);
        if (said == SAID_STOP)
            return STOP;
        if (said == SAID_WHY || said == SAID_NOT_KNOWN) {
            ask_put(conversation, ASK_INDENT, PLAIN,
                    "The questions that follow depend on it. If you are not sure, choose 1.");
            continue;
        }
        if (result == LINE_READ && read_topics(answer, conversation->questions->topic_count, &topics))
            break;
        snprintf(hint, sizeof hint, "type a number from 1 to %zu", conversation->questions->topic_count);
        ask_put_message(conversation, said == SAID_BACK ? "this is the first question" : "that is not one of the numbers",
                        hint);
    }
    conversation->answers.topics = topics;
    for (size_t i = 0; i < conversation->questions->topic_count; i++)
        if (topics & 1U << i)
            ask_put(conversation, ASK_INDENT, PLAIN, conversation->questions->topics[i].title);
    return NEXT;
}

/* ---- the conversation ---- */

/* Asks until there are no more questions; NEXT then. */
static enum turn converse(struct conversation *conversation) {
    enum turn turn = ask_topics(conversation);
    while (turn == NEXT || turn == BACK) {
        if (turn == BACK && conversation->asked_count == 0) {
            turn = ask_topics(conversation);
            continue;
        }
        size_t count = conversation->asked_count;
        struct asked asked;
        if (turn == BACK)
            asked = conversation->asked[--conversation->asked_count];
        else if (count == ANSWERS_MOST ||
                 !answers_next(&conversation->answers, count > 0 ? &conversation->asked[count - 1] : NULL, &asked))
            return NEXT;
        turn = ask_question(conversation, asked);
        if (turn == NEXT)
            conversation->asked[conversation->asked_count++] = asked;
    }
    return turn;
}

static bool has_facts(const struct conversation *conversation) {
    const struct ehc_case *facts = &conversation->request->facts;
    for (size_t i = 0; i < conversation->answers.law->event_count; i++)
        if (facts->event[i] != EHC_NO_DAY)
            return true;
    return facts->advice_count > 0 || facts->consultation_count > 0;
}

typedef enum exit_status save_function(struct conversation *conversation, const char *file, bool force);

static enum exit_status save_facts(struct conversation *conversation, const char *file, bool force) {
    return save_case(conversation->request, file, force);
}

static enum exit_status save_dates(struct conversation *conversation, const char *file, bool force) {
    return save_calendar(conversation->request, file, force);
}

/* Shows an offer and the possible answers. Enter means the file `usual`. */
static void put_offer(const struct conversation *conversation, const char *question, const char *wanted, const char *usual) {
    char text[EHC_WORDS];
    printf("\n");
    ask_put(conversation, 0, HEADING, question);
    if (strcmp(wanted, usual) == 0)
        snprintf(text, sizeof text, "Press Enter to write it to %s, or type another name, or no.", usual);
    else
        snprintf(
            text, sizeof text,
            "%.60s already exists. Press Enter to write to %s. Or type replace (to replace %.60s), another name, or no.",
            wanted, usual, wanted);
    ask_put(conversation, ASK_INDENT, PLAIN, text);
}

static enum exit_status save_as(struct conversation *conversation, save_function *save, const char *file, bool force) {
    char text[EHC_WORDS], quoted[EHC_QUOTE_ROOM];
    enum exit_status status = save(conversation, file, force);
    /* A calendar is also written if it leaves out a date that is not firm. */
    if (status != EXIT_DONE && (status != EXIT_CANNOT_SAY || access(file, F_OK) != 0))
        return status;
    snprintf(text, sizeof text, "Written to %s.", ehc_quote(file, quoted));
    ask_put(conversation, ASK_INDENT, PLAIN, text);
    if (save == save_facts) {
        ask_put(conversation, ASK_INDENT, PLAIN,
                "When something happens, add its day to that file. See the dates again with:");
        ask_put(conversation, ASK_INDENT, PLAIN, ask_command_for(file, text));
    }
    return EXIT_DONE;
}

/* Offers to write a file. Gives END or INTERRUPTED if there is no answer. */
static enum turn offer(struct conversation *conversation, const char *question, const char *usual_name,
                       save_function *save) {
    char answer[ANSWER_ROOM], text[EHC_WORDS], quoted[EHC_QUOTE_ROOM], wanted[ANSWER_ROOM], usual[FREE_NAME_ROOM];
    enum exit_status failed = EXIT_DONE;
    snprintf(wanted, sizeof wanted, "%s", usual_name);
    put_offer(conversation, question, usual_name, free_file_name(usual_name, usual));
    for (;;) {
        enum line_result result = ask_read_answer(answer);
        enum said said = strpbrk(answer, "./\\") == NULL ? ask_meaning(answer, true) : SAID_ANSWER;
        enum turn turn = result == LINE_END ? END : result == LINE_INTERRUPTED ? INTERRUPTED : NEXT;
        bool is_enter = result == LINE_READ && (answer[0] == '\0' || said == SAID_YES);
        bool is_no = said == SAID_STOP || said == SAID_NO;
        if (failed != EXIT_DONE && (turn == END || turn == INTERRUPTED || is_enter))
            conversation->unsaved = failed;
        if (turn == END || turn == INTERRUPTED)
            return turn;
        if (is_no || (is_enter && failed != EXIT_DONE)) {
            ask_put(conversation, ASK_INDENT, PLAIN, "Not written.");
            return NEXT;
        }
        if (said == SAID_BACK || said == SAID_WHY || said == SAID_NOT_KNOWN || result == LINE_TOO_LONG) {
            ask_put(conversation, ASK_INDENT, PLAIN, "Press Enter, or type the name of a file, or no.");
            continue;
        }
        bool force = ascii_same(answer, "replace");
        if (!force)
            snprintf(wanted, sizeof wanted, "%s", is_enter ? usual : answer);
        if (!force && access(wanted, F_OK) == 0) {
            snprintf(text, sizeof text, "%s already exists. Type another name, replace (to replace it), or no.",
                     ehc_quote(wanted, quoted));
            ask_put(conversation, ASK_INDENT, WARNING, text);
            continue;
        }
        failed = save_as(conversation, save, wanted, force);
        if (failed == EXIT_DONE || failed == EXIT_CANNOT_SAY)
            return NEXT;
        ask_put(conversation, ASK_INDENT, PLAIN, "Type another name, or no.");
    }
}

/* Shows the dates, then offers both files. */
static enum exit_status finish(struct conversation *conversation, enum turn turn) {
    struct request *request = conversation->request;
    struct request to_screen;
    struct showing showing = {.request = &to_screen};
    struct given plain = {OPTION_NO_COLOR, NULL}; /* the dates go to the screen, even with -o for the answers */
    const char *file = option_value(request, OPTION_OUTPUT);
    answers_to_case(&conversation->answers, &request->facts);
    if (turn == INTERRUPTED)
        return rescue_case(request);
    if (!has_facts(conversation)) {
        ask_put(conversation, 0, PLAIN, "No date was given, so there is nothing to work out.");
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
    ask_put(conversation, 0, HEADING, title);
    ask_put(
        conversation, 0, PLAIN,
        "Type an answer and press Enter. Press Enter alone to skip a question. Type ? to see why it is asked, back for the "
        "question before, or stop to end. Nothing you type leaves this computer.");
}

bool ask_is_wanted(void) {
    char answer[ANSWER_ROOM];
    printf("\nNever used this before? I can ask you for what is needed, one question at a time.\n"
           "Press Enter to begin, or type no.\n");
    ask_prompt();
    if (ask_read_line(answer) != LINE_READ || (answer[0] != '\0' && ask_meaning(answer, false) != SAID_YES))
        return false;
    printf("\n");
    return true;
}

static enum exit_status hold(struct conversation *conversation) {
    ask_catch_signals();
    welcome(conversation);
    enum turn turn = converse(conversation);
    if (turn == INTERRUPTED && !answers_any(&conversation->answers))
        ask_end_by_signal();
    enum exit_status status = finish(conversation, turn);
    fflush(stdout);
    if (ask_signal() != 0)
        ask_end_by_signal();
    return status;
}

static enum exit_status show_questions(const struct request *request) {
    struct output output;
    if (!output_begin(&output, request))
        return EXIT_FILE;
    const struct page page = output_page(request, output.stream);
    if (request->format == OPTION_NONE) {
        questions_show_text(request->bundle, &page);
    } else if (!questions_show_json(request->bundle, output.stream)) {
        say_no_memory();
        output_drop(&output);
        return EXIT_FILE;
    }
    return output_finish(&output);
}

enum exit_status run_ask(struct request *request) {
    if (request->bundle->questions.count == 0) {
        say_fault("use 'ehc timeline' with options or with a case file", "this law has no questions");
        return EXIT_CANNOT_SAY;
    }
    if (option_is_given(request, OPTION_QUESTIONS))
        return show_questions(request);
    if (request->format != OPTION_NONE) {
        say_fault("write it as in 'ehc ask --questions --json'", "--json works only with --questions");
        return EXIT_USAGE;
    }
    struct conversation *conversation = calloc(1, sizeof *conversation);
    if (conversation == NULL) {
        say_no_memory();
        return EXIT_FILE;
    }
    conversation->request = request;
    conversation->questions = conversation->answers.questions = &request->bundle->questions;
    conversation->answers.law = request->law;
    conversation->page = output_page(request, stdout);
    enum exit_status status = hold(conversation);
    ehc_case_init(&request->facts); /* the facts borrow the text of the answers */
    free(conversation);
    if (ask_read_error() == 0)
        return status;
    say_fault(NULL, "standard input cannot be read: %s", strerror(ask_read_error()));
    return EXIT_FILE;
}
