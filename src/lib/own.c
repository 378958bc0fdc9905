/* Makes a deadline of an own date: nothing is counted. */
#include "engine.h"

static void judge(const struct ehc_own *own, ehc_day as_at, struct ehc_deadline *deadline) {
    bool done = ehc_is_done(deadline, as_at);
    ehc_day day = done ? own->done : as_at;
    if (day > own->due) {
        deadline->status = done ? EHC_LATE : EHC_OVERDUE;
        deadline->days = day - own->due;
    } else {
        deadline->status = done ? EHC_MET : EHC_DUE;
        deadline->days = done ? 0 : own->due - day;
    }
}

void ehc_work_out_own(const struct ehc_own *own, ehc_day as_at, struct ehc_deadline *deadline) {
    *deadline = (struct ehc_deadline){
        .limit = &own->limit,
        .own = own,
        .round = 1,
        .trigger = EHC_NO_DAY,
        .trigger_event = EHC_NONE,
        .projected_by = EHC_NONE,
        .or_day = EHC_NO_DAY,
        .counted = own->due,
        .due = own->due,
        .earliest = own->due,
        .latest = own->due,
        .roll_also = EHC_NO_DAY,
        .act = own->done,
        .act_event = EHC_NONE,
        .superseded = EHC_NO_DAY,
        .superseded_by = EHC_NONE,
        .because = EHC_NO_REASON,
        .because_index = EHC_NONE,
        .with_exception = EHC_NO_DAY,
        .with_exception_if = EHC_NO_DAY,
    };
    for (size_t i = 0; i < EHC_READINGS_MAX; i++)
        deadline->reading[i] = EHC_NO_DAY;
    judge(own, as_at, deadline);
}
