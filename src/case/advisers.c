/* Finds the adviser that a mistyped word means. */
#include "advisers.h"
#include "util/phrase.h"
#include <ehc/nearest.h>
#include <stdio.h>
#include <string.h>

/* Offers a part of a text, and copies it to `word` if it is the nearest so far. */
static void offer_part(struct ehc_nearest *nearest, const char *text, size_t length, char word[EHC_ADVISER_WORD]) {
    char offered[EHC_ADVISER_WORD] = "";
    struct ehc_nearest before = *nearest;
    snprintf(offered, sizeof offered, "%.*s", (int)length, text);
    ehc_nearest_offer(nearest, offered);
    if (nearest->name == before.name && nearest->distance == before.distance)
        return;
    memcpy(word, offered, sizeof offered);
    nearest->name = word;
}

/* Only clear slips count: short words are near to many others. */
const char *ehc_nearest_adviser(const struct ehc_law *law, const char *text, char word[EHC_ADVISER_WORD]) {
    enum { LETTERS_TO_A_SLIP = 4 };
    struct ehc_nearest nearest = {.word = text};
    for (int from = 0; from < EHC_ADVICE_FROM_KINDS; from++) {
        const struct ehc_adviser *adviser = &law->adviser[from];
        const char *name = ehc_advice_from_name((enum ehc_advice_from)from);
        offer_part(&nearest, name, strlen(name), word);
        offer_part(&nearest, adviser->who, strlen(adviser->who), word);
        const char *phrase = adviser->words != NULL ? adviser->words : "";
        for (size_t length = 0; ehc_phrase_next(&phrase, &length);)
            offer_part(&nearest, phrase, length, word);
    }
    return nearest.name != NULL && nearest.distance * LETTERS_TO_A_SLIP <= strlen(text) ? word : NULL;
}
