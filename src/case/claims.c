/* Finds the known excuse in a reason for a delay. No exception covers these excuses.
 *
 * A reason is free text. If it has an excuse among its words ("waiting for the report"), the answer is why no exception
 * covers it. But a personal reason can stand beside the excuse ("her father died in the Easter holidays"), and then people
 * must judge. So the law's files also list personal words, in three kinds: some are always personal (a death); some can
 * happen to staff too (an illness), and are personal unless the excuse is about staff and the text has no word for the
 * family; some can be said of things (moved), and are personal only if the text has a word for the family. Words inside the
 * excuse's own phrase ("sick leave", "hospital report") do not count.
 *
 * If this is wrong, it leaves a reason to people: it never makes an excuse fit.
 */
#include "claims.h"
#include "util/phrase.h"
#include <string.h>

/* The words of one kind in a reason, from `first` to before `end`; none if both are 0. */
struct stretch {
    size_t first, end;
};

struct personal {
    struct stretch always, of_staff_too, of_things_too, family;
};

static void look_for(const struct ehc_phrase_text *reason, const char *words, struct stretch *stretch) {
    for (size_t length = 0; ehc_phrase_next(&words, &length);) {
        size_t first, end = 0;
        while ((end = ehc_phrase_find(reason, end, words, length, &first)) > 0) {
            stretch->first = stretch->end == 0 || first < stretch->first ? first : stretch->first;
            stretch->end = end > stretch->end ? end : stretch->end;
        }
    }
}

static void find_personal(const struct ehc_law *law, const struct ehc_phrase_text *reason, struct personal *personal) {
    for (size_t i = 0; i < law->personal_count; i++) {
        const struct ehc_personal *words = &law->personal[i];
        look_for(reason, words->words,
                 words->is_family       ? &personal->family
                 : words->of_staff_too  ? &personal->of_staff_too
                 : words->of_things_too ? &personal->of_things_too
                                        : &personal->always);
    }
}

/* Whether such words are outside the excuse. */
static bool is_beside(struct stretch words, struct stretch excuse) {
    return words.end > 0 && (words.first < excuse.first || words.end > excuse.end);
}

static bool is_personal(const struct personal *personal, const struct ehc_claim *claim, struct stretch excuse) {
    bool family = is_beside(personal->family, excuse);
    return is_beside(personal->always, excuse) ||
           (is_beside(personal->of_staff_too, excuse) && (family || !claim->of_staff)) ||
           (is_beside(personal->of_things_too, excuse) && family);
}

/* A phrase with more words weighs more than any phrase with fewer words; then the longer one. */
static size_t weight_of(const char *phrase, size_t length) {
    enum { PHRASE_MOST = 1024 }; /* the most letters of a line in the law's files */
    size_t words = 1;
    for (size_t i = 0; i < length; i++)
        words += phrase[i] == ' ';
    return words * PHRASE_MOST + length;
}

/* If there are several excuses: the one with the heaviest phrase; if equal, the first in the law's files. */
const struct ehc_claim *ehc_find_claim(const struct ehc_law *law, const char *text) {
    const struct ehc_claim *found = NULL;
    struct personal personal = {{0, 0}, {0, 0}, {0, 0}, {0, 0}};
    struct ehc_phrase_text reason;
    size_t found_weight = 0;
    bool looked = false;
    if (text == NULL)
        return NULL;
    ehc_phrase_read(&reason, text);
    for (size_t i = 0; i < law->claim_count; i++) {
        const struct ehc_claim *claim = &law->claims[i];
        const char *words = claim->words;
        for (size_t length = 0; ehc_phrase_next(&words, &length);) {
            struct stretch excuse;
            excuse.end = ehc_phrase_find(&reason, 0, words, length, &excuse.first);
            if (excuse.end == 0 || weight_of(words, length) <= found_weight)
                continue;
            if (!looked)
                find_personal(law, &reason, &personal);
            looked = true;
            if (is_personal(&personal, claim, excuse))
                continue;
            found = claim;
            found_weight = weight_of(words, length);
        }
    }
    return found;
}
