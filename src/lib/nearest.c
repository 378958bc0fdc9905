#include "ascii.h"
#include <ehc/nearest.h>
#include <stdbool.h>
#include <string.h>

enum { LONGEST = 63, LEAST_BEGINNING = 5 };

static unsigned least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

static unsigned distance(const char *a, size_t a_length, const char *b, size_t b_length) {
    unsigned row[3][LONGEST + 1]; /* the last two rows and the present one */
    for (size_t j = 0; j <= b_length; j++)
        row[0][j] = (unsigned)j;
    for (size_t i = 1; i <= a_length; i++) {
        unsigned *present = row[i % 3], *before = row[(i + 2) % 3], *two_before = row[(i + 1) % 3];
        present[0] = (unsigned)i;
        for (size_t j = 1; j <= b_length; j++) {
            bool same = ascii_lower(a[i - 1]) == ascii_lower(b[j - 1]);
            present[j] = least(before[j - 1] + !same, least(before[j], present[j - 1]) + 1);
            if (i > 1 && j > 1 && ascii_lower(a[i - 1]) == ascii_lower(b[j - 2]) &&
                ascii_lower(a[i - 2]) == ascii_lower(b[j - 1]))
                present[j] = least(present[j], two_before[j - 2] + 1);
        }
    }
    return row[a_length % 3][b_length];
}

void ehc_nearest_offer(struct ehc_nearest *nearest, const char *name) {
    size_t word_length = strlen(nearest->word), name_length = strlen(name);
    if (word_length > LONGEST || name_length > LONGEST)
        return;
    unsigned found = distance(nearest->word, word_length, name, name_length);
    /* The beginning of a longer name, too, is near: "reqest" for "request-received". */
    for (size_t begins = word_length; word_length >= LEAST_BEGINNING && begins <= word_length + 1 && begins < name_length;
         begins++)
        found = least(found, distance(nearest->word, word_length, name, begins) + 2);
    if (found > 1 + word_length / 3 || found >= name_length || (nearest->name != NULL && found >= nearest->distance))
        return;
    nearest->name = name;
    nearest->distance = found;
}
