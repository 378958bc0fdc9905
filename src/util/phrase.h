/* phrase.h - finds the words and phrases of a list in text that people wrote.
 *
 * A list has words and phrases separated by commas. A phrase is found as whole words in a row. The case of letters does
 * not matter, nor do the characters between words ("half-term" is "half term"), apostrophes ("children's" is "childrens")
 * or articles (a, an, the). Each word may be a simple plural: "report" is found in "reports", "vacancy" in "vacancies". A
 * word of the list with a capital letter is found only as it is written: "IT" is not "it". A phrase must begin with a
 * letter, and not with an article. */
#ifndef EHC_UTIL_PHRASE_H
#define EHC_UTIL_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

enum { PHRASE_WORDS_MOST = 256 };

/* The words of a text, which they borrow. Articles are left out, and so are words after PHRASE_WORDS_MOST. */
struct ehc_phrase_text {
    struct ehc_phrase_word {
        const char *first, *end;
    } word[PHRASE_WORDS_MOST];
    size_t count;
    unsigned initials; /* bits of their first letters */
};

void ehc_phrase_read(struct ehc_phrase_text *words, const char *text);

/* Moves to the next phrase of a list: `*phrase` and `length` are then its place and length. Begin with `*phrase` as the
 * list and `length` as 0. False at the end. */
bool ehc_phrase_next(const char **phrase, size_t *length);

/* Looks for a phrase in a text, from the word with index `from`. If found, sets `first` to the index of its first word and
 * gives the index after its last word; else gives 0. */
size_t ehc_phrase_find(const struct ehc_phrase_text *text, size_t from, const char *phrase, size_t length, size_t *first);

/* Whether the whole text is one of the phrases of a list. */
bool ehc_phrase_is_one_of(const char *text, const char *list);

#endif
