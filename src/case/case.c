#include "claims.h"
#include "hints.h"
#include "util/fail.h"
#include <ehc/case.h>
#include <stdlib.h>
#include <string.h>

void ehc_case_init(struct ehc_case *facts) {
    memset(facts, 0, sizeof *facts);
    for (size_t i = 0; i < EHC_EVENTS_MAX; i++)
        facts->event[i] = EHC_NO_DAY;
}

static bool no_room(const char *what, size_t most, struct ehc_error *error) {
    ehc_fail(error, "there are more than %zu %s in the case", most, what);
    return ehc_hint(error, "%s", ehc_hint_leave_out);
}

bool ehc_case_add_closure(struct ehc_case *facts, struct ehc_closure closure, struct ehc_error *error) {
    if (facts->closure_count == EHC_CLOSURES_MAX)
        return no_room("closures", EHC_CLOSURES_MAX, error);
    facts->closure[facts->closure_count++] = closure;
    return true;
}

bool ehc_case_add_absence(struct ehc_case *facts, struct ehc_absence absence, struct ehc_error *error) {
    if (facts->absence_count == EHC_ABSENCES_MAX)
        return no_room("absences", EHC_ABSENCES_MAX, error);
    facts->absence[facts->absence_count++] = absence;
    return true;
}

bool ehc_case_add_exceptional(const struct ehc_law *law, struct ehc_case *facts, struct ehc_exceptional exceptional,
                              struct ehc_error *error) {
    if (facts->exceptional_count == EHC_EXCEPTIONAL_MAX)
        return no_room("exceptional circumstances", EHC_EXCEPTIONAL_MAX, error);
    exceptional.claim = ehc_find_claim(law, exceptional.reason);
    facts->exceptional[facts->exceptional_count++] = exceptional;
    return true;
}

bool ehc_case_add_missed(struct ehc_case *facts, struct ehc_missed missed, struct ehc_error *error) {
    if (facts->missed_count == EHC_MISSED_MAX)
        return no_room("missed appointments", EHC_MISSED_MAX, error);
    facts->missed[facts->missed_count++] = missed;
    return true;
}

bool ehc_case_add_advice(struct ehc_case *facts, struct ehc_advice advice, struct ehc_error *error) {
    if (facts->advice_count == EHC_ADVICE_MAX)
        return no_room("requests for advice", EHC_ADVICE_MAX, error);
    facts->advice[facts->advice_count++] = advice;
    return true;
}

bool ehc_case_add_consultation(struct ehc_case *facts, struct ehc_consultation consultation, struct ehc_error *error) {
    if (facts->consultation_count == EHC_CONSULTATIONS_MAX)
        return no_room("consultations", EHC_CONSULTATIONS_MAX, error);
    facts->consultation[facts->consultation_count++] = consultation;
    return true;
}

enum ehc_setting ehc_closure_setting(const struct ehc_case *facts, size_t closure) {
    enum ehc_setting own = facts->closure[closure].setting;
    enum ehc_setting setting = own != EHC_SETTING_NOT_GIVEN ? own : facts->setting;
    return setting != EHC_SETTING_NOT_GIVEN ? setting : EHC_SCHOOL;
}

bool ehc_has_school_closure(const struct ehc_case *facts) {
    for (size_t i = 0; i < facts->closure_count; i++)
        if (ehc_closure_setting(facts, i) != EHC_EARLY_YEARS)
            return true;
    return false;
}

struct ehc_span ehc_closure_run(const struct ehc_case *facts, size_t closure, size_t *first_of_run) {
    struct ehc_span run = facts->closure[closure].span;
    enum ehc_setting setting = ehc_closure_setting(facts, closure);
    size_t first = closure;
    for (bool grown = true; grown;) {
        grown = false;
        for (size_t i = 0; i < facts->closure_count; i++) {
            struct ehc_span other = facts->closure[i].span;
            if (ehc_closure_setting(facts, i) != setting || other.first > run.last + 1 || other.last < run.first - 1)
                continue;
            first = i < first ? i : first;
            grown = grown || other.first < run.first || other.last > run.last;
            run.first = other.first < run.first ? other.first : run.first;
            run.last = other.last > run.last ? other.last : run.last;
        }
    }
    if (first_of_run != NULL)
        *first_of_run = first;
    return run;
}
