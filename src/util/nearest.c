#include "ascii.h"
#include <ehc/nearest.h>
#include <stdbool.h>
#include <string.h>

enum { LONGEST = 63, LEAST_BEGINNING = 5, FOR_BEGINNING = 2 };

static unsigned least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

/* The distance, or some number above `most`: once two rows are above it, all later rows are too. */
static unsigned distance(const char *a, size_t a_length, const char *b, size_t b_length, unsigned most) {
    unsigned row[3][LONGEST + 1]; /* the last two rows and the current one */
    unsigned smallest_before = 0;
    if (a_length > b_length + most || b_length > a_length + most)
        return most + 1;
    for (size_t j = 0; j <= b_length; j++)
        row[0][j] = (unsigned)j;
    for (size_t i = 1; i <= a_length; i++) {
        unsigned *present = row[i % 3], *before = row[(i + 2) % 3], *two_before = row[(i + 1) % 3];
        unsigned smallest = present[0] = (unsigned)i;
        for (size_t j = 1; j <= b_length; j++) {
            bool same = ascii_lower(a[i - 1]) == ascii_lower(b[j - 1]);
            present[j] = least(before[j - 1] + !same, least(before[j], present[j - 1]) + 1);
            if (i > 1 && j > 1 && ascii_lower(a[i - 1]) == ascii_lower(b[j - 2]) &&
                ascii_lower(a[i - 2]) == ascii_lower(b[j - 1]))
                present[j] = least(present[j], two_before[j - 2] + 1);
            smallest = least(smallest, present[j]);
        }
        if (smallest > most && smallest_before > most)
            return most + 1;
        smallest_before = smallest;
    }
    return row[a_length % 3][b_length];
}

void ehc_nearest_offer(struct ehc_nearest *nearest, const char *name) {
    size_t word_length = strlen(nearest->word), name_length = strlen(name);
    bool any = nearest->name != NULL;
    if (word_length > LONGEST || name_length > LONGEST || (any && nearest->distance == 0))
        return;
    unsigned most = least(1 + (unsigned)word_length / 3, any ? nearest->distance - 1 : LONGEST);
    unsigned found = distance(nearest->word, word_length, name, name_length, most);
    /* The beginning of a longer name is near too: "reqest" for "request-received". */
    for (size_t begins = word_length;
         most >= FOR_BEGINNING && word_length >= LEAST_BEGINNING && begins <= word_length + 1 && begins < name_length;
         begins++)
        found = least(found, distance(nearest->word, word_length, name, begins, most - FOR_BEGINNING) + FOR_BEGINNING);
    if (found > most || found >= name_length)
        return;
    nearest->name = name;
    nearest->distance = found;
}
