/* phrase.h - words and phrases of a list, found in text that people wrote.
 *
 * A list is words and phrases separated by commas. A phrase is found as whole words in a row, whatever their letters' case;
 * what stands between words does not matter ("half-term" is "half term"), nor do apostrophes in them ("children's" is
 * "childrens") nor articles. Each word may be a simple plural: "report" is found in "reports", "vacancy" in "vacancies". A
 * word of the list that has a capital is found only as it is written: "IT" is not "it". A phrase begins with a letter of its
 * first word, which is no article.
 */
#ifndef EHC_UTIL_PHRASE_H
#define EHC_UTIL_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

enum { PHRASE_WORDS_MOST = 256 };

/* The words of a text, of which articles are none; those after PHRASE_WORDS_MOST are not looked at. They borrow the text. */
struct ehc_phrase_text {
    struct ehc_phrase_word {
        const char *first, *end;
    } word[PHRASE_WORDS_MOST];
    size_t count;
    unsigned initials; /* bits of the letters with which they begin */
};

void ehc_phrase_read(struct ehc_phrase_text *words, const char *text);

/* Goes to the next phrase of a list, that of `length` at `*phrase`. Begin with `*phrase` the list and a length of 0; false
 * at the end. */
bool ehc_phrase_next(const char **phrase, size_t *length);

/* Finds a phrase in a text, from the word at `from` on. Gives the index after its last word and sets `first` to that of its
 * first; 0 where it is not there. */
size_t ehc_phrase_find(const struct ehc_phrase_text *text, size_t from, const char *phrase, size_t length, size_t *first);

/* Whether a text is one of the phrases of a list and nothing else. */
bool ehc_phrase_is_one_of(const char *text, const char *list);

#endif
