/* Chooses the number in the UID of a deadline: usually the number of its round. A deadline of an earlier calendar keeps the
 * number that it has there. So if a forgotten review is added to the case, the rounds get new numbers but no event moves.
 */
#include "parts.h"
#include <stdlib.h>
#include <string.h>

struct numbering {
    const struct ics_job *job;
    const struct ics_earlier *old; /* NULL: a new calendar */
    int *numbers;                  /* of each deadline of the judgement; 0: none yet */
};

static const struct ehc_judged *judged_at(const struct numbering *numbering, size_t i) {
    return &numbering->job->judgement->deadlines[i];
}

/* Whether only their numbers distinguish two deadlines. */
static bool are_rounds_of_one(const struct ehc_deadline *a, const struct ehc_deadline *b) {
    return a->limit == b->limit && a->advice == b->advice && a->consultation == b->consultation;
}

static bool is_taken(const struct numbering *numbering, size_t of, int number) {
    for (size_t i = 0; i < numbering->job->judgement->count; i++)
        if (numbering->numbers[i] == number &&
            are_rounds_of_one(judged_at(numbering, i)->deadline, judged_at(numbering, of)->deadline))
            return true;
    return false;
}

/* The number of an event of the earlier calendar; 0 if it belongs to another deadline or another case. */
static int number_in(const struct numbering *numbering, size_t of, const struct ics_piece *piece) {
    if (piece->uid == NULL || piece->key != numbering->job->key)
        return 0;
    return ics_number_of_uid(numbering->job, judged_at(numbering, of)->deadline, piece->uid);
}

/* Whether an event ran from the same day. */
static bool has_trigger(const struct ehc_judged *judged, const struct ics_piece *piece) {
    return piece->trigger != EHC_NO_DAY && piece->trigger == judged->deadline->trigger;
}

/* Early files do not have that day, and programs may drop it: then compare the last day. */
static bool has_last_day(const struct ehc_judged *judged, const struct ics_piece *piece) {
    return piece->trigger == EHC_NO_DAY && piece->start != EHC_NO_DAY && piece->start == judged->last;
}

static void keep_numbers(const struct numbering *numbering,
                         bool (*is_same)(const struct ehc_judged *judged, const struct ics_piece *piece)) {
    for (size_t i = 0; i < numbering->job->judgement->count; i++) {
        for (size_t j = 0; numbering->numbers[i] == 0 && j < numbering->old->count; j++) {
            const struct ics_piece *piece = &numbering->old->pieces[j];
            int number = is_same(judged_at(numbering, i), piece) ? number_in(numbering, i, piece) : 0;
            if (number != 0 && !is_taken(numbering, i, number))
                numbering->numbers[i] = number;
        }
    }
}

static bool is_in_old(const struct numbering *numbering, size_t of, int number) {
    for (size_t j = 0; numbering->old != NULL && j < numbering->old->count; j++)
        if (number_in(numbering, of, &numbering->old->pieces[j]) == number)
            return true;
    return false;
}

/* A new deadline gets the number of its round; if another deadline has kept that number, the first free one. */
static void number_the_rest(const struct numbering *numbering) {
    size_t count = numbering->job->judgement->count;
    for (size_t i = 0; i < count; i++) {
        int round = judged_at(numbering, i)->deadline->round;
        if (numbering->numbers[i] == 0 && !is_taken(numbering, i, round))
            numbering->numbers[i] = round;
    }
    for (size_t i = 0; i < count; i++) {
        int number = 1;
        if (numbering->numbers[i] != 0)
            continue;
        while (is_taken(numbering, i, number) || is_in_old(numbering, i, number))
            number++;
        numbering->numbers[i] = number;
    }
}

int *ics_number_deadlines(const struct ics_job *job, const struct ics_earlier *old) {
    const struct numbering numbering = {job, old, calloc(job->judgement->count + 1, sizeof(int))};
    if (numbering.numbers == NULL)
        return NULL;
    if (old != NULL) {
        keep_numbers(&numbering, has_trigger);
        keep_numbers(&numbering, has_last_day);
    }
    number_the_rest(&numbering);
    return numbering.numbers;
}
