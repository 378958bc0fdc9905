/* Last days that others give for a limit. */
#include "claims.h"
#include "hints.h"
#include "util/fail.h"
#include <ehc/case.h>
#include <stdlib.h>

enum { ROUND_MOST = 9999 };

bool ehc_case_add_they_say(const struct ehc_law *law, struct ehc_case *facts, struct ehc_they_say they_say,
                           struct ehc_error *error) {
    if (facts->they_say_count == EHC_THEY_SAY_MAX) {
        ehc_fail(error, "there are more than %d last days of others in the case", EHC_THEY_SAY_MAX);
        return ehc_hint(error, "%s", ehc_hint_leave_out);
    }
    they_say.claim = ehc_find_claim(law, they_say.reason);
    facts->they_say[facts->they_say_count++] = they_say;
    return true;
}

bool ehc_round_read(const char *text, struct ehc_they_say *they_say, struct ehc_error *error) {
    char *end;
    long number = strtol(text, &end, 10);
    they_say->round = 0;
    they_say->from = EHC_NO_DAY;
    if (*end == '\0' && number > 0 && number <= ROUND_MOST) {
        they_say->round = (int)number;
        return true;
    }
    if (ehc_day_read(text, &they_say->from, error))
        return true;
    return ehc_hint(error, "%s", ehc_hint_round);
}
