#include "phrase.h"
#include "ascii.h"
#include <string.h>

/* UTF-8: the marks used as an apostrophe, and the other marks of their block, which separate words as a space does. */
enum { MARK_LENGTH = 3 };

static bool is_mark(const char *text) {
    return text[0] == '\xe2' && text[1] == '\x80' && text[2] != '\0';
}

static bool is_apostrophe(const char *text) {
    return *text == '\'' || (is_mark(text) && (text[2] == '\x98' || text[2] == '\x99'));
}

static bool is_wide_space(const char *text) {
    return text[0] == '\xc2' && text[1] == '\xa0';
}

/* The number of bytes of the apostrophe, or of the letter, at `text`; 0 if there is none. A byte beyond ASCII is taken for
 * a letter. */
static size_t letter_length(const char *text) {
    char c = ascii_lower(*text);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        return 1;
    if (is_apostrophe(text))
        return *text == '\'' ? 1 : MARK_LENGTH;
    return (unsigned char)c >= 0x80 && !is_mark(text) && !is_wide_space(text) ? 1 : 0;
}

/* The next word that begins before `end`, articles included. False if there is none. */
static bool take_word(const char **at, const char *end, struct ehc_phrase_word *word) {
    const char *text = *at;
    while (text < end && (letter_length(text) == 0 || is_apostrophe(text)))
        text += is_mark(text) ? MARK_LENGTH : is_wide_space(text) ? 2 : 1;
    word->first = text;
    while (text < end && letter_length(text) > 0)
        text += letter_length(text);
    word->end = *at = text;
    return word->first < end;
}

static bool is_article(const struct ehc_phrase_word *word) {
    size_t length = (size_t)(word->end - word->first);
    return length <= 3 && (ascii_same_part(word->first, length, "the") || ascii_same_part(word->first, length, "a") ||
                           ascii_same_part(word->first, length, "an"));
}

static bool next_word(const char **at, const char *end, struct ehc_phrase_word *word) {
    while (take_word(at, end, word))
        if (!is_article(word))
            return true;
    return false;
}

/* One bit for a letter, the same for lower and upper case. */
static unsigned initial_of(const char *word) {
    return 1U << (*word & 31);
}

void ehc_phrase_read(struct ehc_phrase_text *words, const char *text) {
    const char *end = text + strlen(text);
    words->count = words->initials = 0;
    while (words->count < PHRASE_WORDS_MOST && next_word(&text, end, &words->word[words->count]))
        words->initials |= initial_of(words->word[words->count++].first);
}

static const char *skip_apostrophes(const char *text, const char *end) {
    while (text < end && is_apostrophe(text))
        text += letter_length(text);
    return text;
}

/* Whether the rest of a word is `rest`. */
static bool ends_with(const char *text, const char *end, const char *rest) {
    for (; *rest != '\0'; rest++) {
        text = skip_apostrophes(text, end);
        if (text >= end || ascii_lower(*text++) != *rest)
            return false;
    }
    return skip_apostrophes(text, end) >= end;
}

static bool has_capital(const struct ehc_phrase_word *word) {
    for (const char *text = word->first; text < word->end; text++)
        if (*text >= 'A' && *text <= 'Z')
            return true;
    return false;
}

/* Whether a word of a text is the wanted word or its plural. */
static bool is_same(const struct ehc_phrase_word *word, const struct ehc_phrase_word *wanted) {
    const char *a = word->first, *b = wanted->first;
    bool as_written = has_capital(wanted);
    if (ascii_lower(*a) != ascii_lower(*b))
        return false;
    for (;; a++, b++) {
        a = skip_apostrophes(a, word->end);
        b = skip_apostrophes(b, wanted->end);
        if (a >= word->end || b >= wanted->end || (as_written ? *a != *b : ascii_lower(*a) != *b))
            break;
    }
    if (b >= wanted->end)
        return ends_with(a, word->end, "") || ends_with(a, word->end, "s") || ends_with(a, word->end, "es");
    return b + 1 == wanted->end && *b == 'y' && ends_with(a, word->end, "ies");
}

bool ehc_phrase_next(const char **phrase, size_t *length) {
    *phrase += *length;
    *phrase += strspn(*phrase, ", ");
    const char *comma = strchr(*phrase, ',');
    *length = comma != NULL ? (size_t)(comma - *phrase) : strlen(*phrase);
    return *length > 0;
}

size_t ehc_phrase_find(const struct ehc_phrase_text *text, size_t from, const char *phrase, size_t length, size_t *first) {
    const char *end = phrase + length, *rest = phrase;
    struct ehc_phrase_word begins, wanted;
    if ((text->initials & initial_of(phrase)) == 0 || !next_word(&rest, end, &begins))
        return 0;
    for (size_t i = from; i < text->count; i++) {
        if (!is_same(&text->word[i], &begins))
            continue;
        const char *at = rest;
        size_t next = i + 1;
        bool more = next_word(&at, end, &wanted);
        while (more && next < text->count && is_same(&text->word[next], &wanted)) {
            more = next_word(&at, end, &wanted);
            next++;
        }
        *first = i;
        if (!more)
            return next;
    }
    return 0;
}

bool ehc_phrase_is_one_of(const char *text, const char *list) {
    struct ehc_phrase_text words;
    size_t first;
    ehc_phrase_read(&words, text);
    for (size_t length = 0; words.count > 0 && ehc_phrase_next(&list, &length);)
        if (ehc_phrase_find(&words, 0, list, length, &first) == words.count && first == 0)
            return true;
    return false;
}
