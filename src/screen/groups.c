/* The group of each step on a screen. */
#include "screen.h"

static const struct {
    const char *name, *heading;
} groups[] = {
    [SCREEN_LATE] = {"late", "Late now"},
    [SCREEN_LATE_GUIDANCE] = {"late-guidance", "Past the day in guidance, which is not law"},
    [SCREEN_MISSED] = {"missed", "Your steps, past the last day"},
    [SCREEN_OWN_PAST] = {"own-past", "Your own dates, past"},
    [SCREEN_DISPUTED] = {"disputed", "In time on one reading of the law only"},
    [SCREEN_NEXT] = {"next", "Next"},
    [SCREEN_THEN] = {"then", "Then"},
    [SCREEN_YOURS] = {"yours", "Yours"},
    [SCREEN_LATE_THEN] = {"late-then", "Late, until something else ended it"},
    [SCREEN_DONE] = {"done", "Done"},
    [SCREEN_CANNOT_SAY] = {"cannot-say", "Cannot say"},
    [SCREEN_WAITING] = {"waiting", "Not begun yet"},
    [SCREEN_NOT_NEEDED] = {"not-needed", "Not needed"},
};

const char *screen_heading(enum screen_group group) {
    return groups[group].heading;
}

const char *screen_group_name(enum screen_group group) {
    return groups[group].name;
}

static enum screen_group late_group_of(const struct ehc_limit *limit) {
    if (limit->basis == EHC_OWN)
        return SCREEN_OWN_PAST;
    if (limit->for_family)
        return SCREEN_MISSED;
    return ehc_is_duty(limit->basis) ? SCREEN_LATE : SCREEN_LATE_GUIDANCE;
}

enum screen_group screen_group(const struct ehc_judgement *judgement, const struct ehc_judged *judged, ehc_day next) {
    const struct ehc_deadline *deadline = judged->deadline;
    if (judged->said_already)
        return SCREEN_NOT_SHOWN;
    switch (deadline->status) {
    case EHC_OVERDUE:
        return late_group_of(deadline->limit);
    case EHC_DISPUTED:
        return judged->open ? SCREEN_DISPUTED : SCREEN_DONE;
    case EHC_DUE:
        if (deadline->due <= next)
            return SCREEN_NEXT;
        return deadline->limit->for_family ? SCREEN_YOURS : SCREEN_THEN;
    case EHC_WAITING:
        if (deadline->due == EHC_NO_DAY || deadline->due < judgement->as_at)
            return SCREEN_WAITING;
        return deadline->limit->for_family ? SCREEN_YOURS : SCREEN_THEN;
    case EHC_LATE:
        if (judged->late_now)
            return SCREEN_LATE; /* too early, and its time has not come */
        return deadline->superseded != EHC_NO_DAY ? SCREEN_LATE_THEN : SCREEN_DONE;
    case EHC_MET:
        return SCREEN_DONE;
    case EHC_UNKNOWN:
        if (judged->waits)
            return SCREEN_WAITING;
        return deadline->because == EHC_NOT_SAID ? SCREEN_NOT_SHOWN : SCREEN_CANNOT_SAY; /* "Not known" names it */
    case EHC_NOT_NEEDED:
        break;
    }
    return SCREEN_NOT_NEEDED;
}

ehc_day screen_next(const struct ehc_judgement *judgement) {
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        if (deadline->status == EHC_DUE && deadline->limit->only_if == NULL)
            return deadline->due;
    }
    return EHC_NO_DAY;
}

int screen_next_event(const struct ehc_judgement *judgement) {
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        if (judgement->deadlines[i].open && deadline->limit->projects && deadline->advice == NULL)
            return deadline->limit->act;
    }
    return EHC_NONE;
}

const char *screen_closure_advice(const struct ehc_judgement *judgement) {
    const struct ehc_law *law = judgement->law;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        int list = deadline->limit->exceptions;
        bool is_settled = deadline->status == EHC_MET || deadline->status == EHC_NOT_NEEDED;
        if (list != EHC_NONE && deadline->due != EHC_NO_DAY && !is_settled &&
            (law->lists[list].letter[EHC_SCHOOL_CLOSURE] != NULL ||
             law->lists[list].letter[EHC_EARLY_YEARS_CLOSURE] != NULL))
            return law->closure_advice;
    }
    return NULL;
}
