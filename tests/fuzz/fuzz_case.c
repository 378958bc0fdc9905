/* A case file that is accepted gives deadlines in order, and they do not depend on the order of its facts. Written back, it
 * is read as the same case and written again as the same bytes. */
#include "fuzz.h"
#include <ehc/timeline.h>

static const char *path_of(const char *name) {
    static char path[160];
    snprintf(path, sizeof path, "%s/%s", scratch_folder(), name);
    return path;
}

/* A name that a section's header cannot hold is left out or becomes a number. */
static bool same_name(const char *a, const char *b) {
    return same_text(a, b) || b == NULL || strncmp(b, "without a name, ", 16) == 0;
}

static bool same_span(struct ehc_span a, struct ehc_span b) {
    return a.first == b.first && a.last == b.last;
}

static void must_be_same_case(const struct ehc_case *a, const struct ehc_case *b) {
    must(memcmp(a->event, b->event, sizeof a->event) == 0);
    must(same_text(a->reference, b->reference) && same_text(a->authority, b->authority) && a->setting == b->setting);
    must(a->closure_count == b->closure_count && a->absence_count == b->absence_count);
    must(a->exceptional_count == b->exceptional_count && a->missed_count == b->missed_count);
    must(a->advice_count == b->advice_count && a->consultation_count == b->consultation_count);
    must(a->own_count == b->own_count);
    must(a->history_count == b->history_count);
    for (size_t i = 0; i < a->history_count; i++)
        must(a->history_event[i] == b->history_event[i] && a->history_day[i] == b->history_day[i]);
    for (size_t i = 0; i < a->consultation_count; i++)
        must(a->consultation[i].sent == b->consultation[i].sent &&
             a->consultation[i].answered == b->consultation[i].answered &&
             same_name(a->consultation[i].name, b->consultation[i].name));
    for (size_t i = 0; i < a->own_count; i++)
        must(a->own[i].due == b->own[i].due && a->own[i].done == b->own[i].done &&
             same_text(a->own[i].name, b->own[i].name) && same_text(a->own[i].who, b->own[i].who) &&
             same_text(a->own[i].why, b->own[i].why));
    for (size_t i = 0; i < a->closure_count; i++)
        must(same_span(a->closure[i].span, b->closure[i].span) && a->closure[i].setting == b->closure[i].setting &&
             a->closure[i].is_unclaimed == b->closure[i].is_unclaimed && same_name(a->closure[i].name, b->closure[i].name));
    for (size_t i = 0; i < a->absence_count; i++)
        must(same_span(a->absence[i].span, b->absence[i].span) && same_name(a->absence[i].name, b->absence[i].name) &&
             a->absence[i].is_unclaimed == b->absence[i].is_unclaimed);
    for (size_t i = 0; i < a->exceptional_count; i++)
        must(same_span(a->exceptional[i].span, b->exceptional[i].span) &&
             same_text(a->exceptional[i].reason, b->exceptional[i].reason) &&
             a->exceptional[i].claim == b->exceptional[i].claim &&
             a->exceptional[i].is_unclaimed == b->exceptional[i].is_unclaimed &&
             same_name(a->exceptional[i].name, b->exceptional[i].name));
    for (size_t i = 0; i < a->missed_count; i++)
        must(a->missed[i].day == b->missed[i].day && a->missed[i].is_unclaimed == b->missed[i].is_unclaimed &&
             same_text(a->missed[i].body, b->missed[i].body) && same_name(a->missed[i].name, b->missed[i].name));
    for (size_t i = 0; i < a->advice_count; i++)
        must(a->advice[i].from == b->advice[i].from && a->advice[i].requested == b->advice[i].requested &&
             a->advice[i].request_received == b->advice[i].request_received &&
             a->advice[i].received == b->advice[i].received && same_name(a->advice[i].name, b->advice[i].name));
}

/* False if a case file cannot hold a text of the case; the error must say so. */
static bool write_case(const struct ehc_law *law, const struct ehc_case *facts, char **text, size_t *length) {
    struct ehc_error error;
    FILE *out = open_memstream(text, length);
    must(out != NULL);
    bool written = ehc_case_write(law, facts, out, &error);
    must(fclose(out) == 0);
    if (!written)
        take_fault(NULL, &error);
    return written;
}

static void read_back(const struct ehc_law *law, const struct ehc_case *facts) {
    static struct ehc_case again;
    char *text, *second;
    size_t length, second_length;
    bool unreadable;
    if (write_case(law, facts, &text, &length)) {
        write_file(path_of("again"), text, length);
        ehc_case_init(&again);
        must(ehc_case_read(law, path_of("again"), &again, &unreadable, take_fault, NULL));
        must_be_same_case(facts, &again);
        must(write_case(law, &again, &second, &second_length));
        must(length == second_length && memcmp(text, second, length) == 0);
        free(second);
        ehc_case_release(&again);
    }
    free(text);
}

#define TURN_ROUND(list, count)                                                                                             \
    for (size_t i = 0; i < (count) / 2; i++) {                                                                              \
        __typeof__((list)[0]) kept = (list)[i];                                                                             \
        (list)[i] = (list)[(count)-1 - i];                                                                                  \
        (list)[(count)-1 - i] = kept;                                                                                       \
    }

/* Whether a deadline has the same subject as another deadline of the reversed case. Advice and consultations are in reverse
 * order there. Other deadlines must be of the same round. */
static bool same_subject(const struct ehc_case *facts, const struct ehc_deadline *a, const struct ehc_case *turned,
                         const struct ehc_deadline *b) {
    if ((a->advice == NULL) != (b->advice == NULL) || (a->consultation == NULL) != (b->consultation == NULL))
        return false;
    if (a->own != NULL || b->own != NULL)
        return a->own != NULL && b->own != NULL && a->own - facts->own == b->own - turned->own;
    if (a->advice != NULL)
        return (a->advice - facts->advice) + (b->advice - turned->advice) + 1 == (ptrdiff_t)facts->advice_count;
    if (a->consultation != NULL)
        return (a->consultation - facts->consultation) + (b->consultation - turned->consultation) + 1 ==
               (ptrdiff_t)facts->consultation_count;
    return a->round == b->round;
}

/* The facts in reverse order give the same deadlines. */
static void check_order(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_deadline *deadlines,
                        size_t count) {
    static struct ehc_deadline others[EHC_DEADLINES_MAX];
    static struct ehc_case turned;
    turned = *facts;
    TURN_ROUND(turned.closure, turned.closure_count)
    TURN_ROUND(turned.absence, turned.absence_count)
    TURN_ROUND(turned.exceptional, turned.exceptional_count)
    TURN_ROUND(turned.missed, turned.missed_count)
    TURN_ROUND(turned.advice, turned.advice_count)
    TURN_ROUND(turned.consultation, turned.consultation_count)
    must(ehc_timeline(law, &turned, FUZZ_AS_AT, others, EHC_DEADLINES_MAX) == count);
    for (size_t i = 0; i < count; i++) {
        size_t other = 0;
        while (other < count && (!same_text(others[other].limit->id, deadlines[i].limit->id) ||
                                 !same_subject(facts, &deadlines[i], &turned, &others[other])))
            other++;
        must(other < count);
        must_be_same(&deadlines[i], &others[other]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct ehc_deadline deadlines[EHC_DEADLINES_MAX];
    static struct ehc_case facts;
    const struct ehc_law *law = &ehc_law_england;
    bool unreadable;
    write_file(path_of("case"), data, size);
    ehc_case_init(&facts);
    if (ehc_case_read(law, path_of("case"), &facts, &unreadable, take_fault, NULL)) {
        check_order(law, &facts, deadlines, check_deadlines(law, &facts, FUZZ_AS_AT, deadlines));
        read_back(law, &facts);
        ehc_case_release(&facts);
    }
    return 0;
}
