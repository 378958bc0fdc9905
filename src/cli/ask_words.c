/* Finds what people type instead of an answer: it has not happened, I do not know, stop. */
#include "ask.h"
#include "util/ascii.h"
#include <string.h>

enum { TEXT_ROOM = 200, NAME_WORDS = 5 };

static const char *const stops[] = {"stop", "quit", "q", "exit", "end", "bye"};
static const char *const whys[] = {"?", "why", "help", "why?", "help?"};
static const char *const nos[] = {"no",      "not",    "never", "none",    "nothing", "nobody",  "nope",
                                  "nil",     "n",      "n/a",   "na",      "hasn't",  "hasnt",   "haven't",
                                  "havent",  "didn't", "didnt", "isn't",   "wasn't",  "without", "waiting",
                                  "pending", "don't",  "dont",  "doesn't", "doesnt",  "neither"};
static const char *const unknowns[] = {"know",   "known",     "unknown", "sure", "unsure",  "idea",      "remember",
                                       "forgot", "forgotten", "dunno",   "idk",  "unclear", "remembered"};
static const char *const fillers[] = {"i",    "we",  "they", "it",  "he", "she",   "the",  "council",
                                      "have", "has", "am",   "are", "is", "still", "sorry"};

#define IS_ONE_OF(word, list) is_one_of(word, list, sizeof(list) / sizeof(list)[0])

static bool is_one_of(const char *word, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (ascii_same(word, list[i]))
            return true;
    return false;
}

/* Copies in lower case, with plain apostrophes and without a full stop at the end. */
static void plain_copy(const char *text, char out[TEXT_ROOM]) {
    static const char curly[] = "\xe2\x80\x99";
    size_t length = 0;
    while (*text != '\0' && length + 1 < TEXT_ROOM) {
        bool is_curly = strncmp(text, curly, strlen(curly)) == 0;
        out[length++] = is_curly ? '\'' : ascii_lower(*text);
        text += is_curly ? strlen(curly) : 1;
    }
    while (length > 0 && strchr(".! ", out[length - 1]) != NULL)
        length--;
    out[length] = '\0';
}

/* The next word: letters, and apostrophes and slashes inside it. False at the end. */
static bool next_word(const char **text, char word[TEXT_ROOM]) {
    size_t length = 0;
    while (**text != '\0' && !ascii_is_letter(**text))
        (*text)++;
    while (ascii_is_letter(**text) || (length > 0 && (**text == '\'' || **text == '/')))
        word[length++] = *(*text)++;
    word[length] = '\0';
    return length > 0;
}

/* Whether a text without digits says "no" or "not known". A name may have such a word too ("No Man's Land School"): in a
 * name it must be the first of a few words. */
static enum said read_sentence(const char *text, bool is_name) {
    char word[TEXT_ROOM];
    bool says_no = false, says_unknown = false, is_first = true;
    size_t words = 0;
    while (next_word(&text, word)) {
        bool may_say = !is_name || is_first;
        if (strcmp(word, "month") == 0 && !is_name)
            return SAID_MONTH;
        says_no = says_no || (may_say && IS_ONE_OF(word, nos));
        says_unknown = says_unknown || ((may_say || says_no) && IS_ONE_OF(word, unknowns));
        is_first = is_first && IS_ONE_OF(word, fillers);
        words++;
    }
    if (is_name && words > NAME_WORDS)
        return SAID_ANSWER;
    return says_unknown ? SAID_NOT_KNOWN : says_no ? SAID_NO : SAID_ANSWER;
}

enum said ask_meaning(const char *answer, bool is_name) {
    char text[TEXT_ROOM];
    plain_copy(answer, text);
    if (ascii_same(text, "back"))
        return SAID_BACK;
    if (IS_ONE_OF(text, stops))
        return SAID_STOP;
    if (IS_ONE_OF(text, whys))
        return SAID_WHY;
    if (ascii_same(text, "yes") || ascii_same(text, "y") || ascii_same(text, "yeah") || ascii_same(text, "yep"))
        return SAID_YES;
    bool has_figure = strpbrk(answer, "0123456789") != NULL || strlen(answer) >= TEXT_ROOM;
    return has_figure ? SAID_ANSWER : read_sentence(text, is_name);
}
