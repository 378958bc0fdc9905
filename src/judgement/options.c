/* Finds the steps that are open to the family. */
#include "judging.h"

/* The first day on which a late step was late, or the day on which it was done too early. */
static ehc_day first_late_day(const struct ehc_deadline *deadline) {
    return deadline->because == EHC_TOO_EARLY ? deadline->act : deadline->due + 1;
}

static void add_option(struct judging *judging, struct ehc_option option) {
    size_t at = judging->judgement.option_count++;
    for (; at > 0 && option.last < judging->options[at - 1].last; at--)
        judging->options[at] = judging->options[at - 1];
    judging->options[at] = option;
}

/* The last day that is safe on every reading, as long as it is not past. */
static ehc_day last_day_left(const struct ehc_deadline *deadline, ehc_day as_at) {
    if (deadline->earliest >= as_at)
        return deadline->earliest;
    return deadline->due >= as_at ? deadline->due : deadline->latest;
}

/* Adds a step that runs from the day on which another step became late: from the earliest for which its time is not over. */
static void add_option_from_delay(struct judging *judging, const struct ehc_scene *scene, const struct ehc_limit *limit) {
    struct ehc_option option = {
        limit, NULL, NULL, limit->after_late, EHC_NO_DAY, EHC_NO_DAY, ehc_last_hour(scene->law, limit)};
    for (size_t i = 0; i < judging->judgement.count; i++) {
        const struct ehc_judged *judged = &judging->deadlines[i];
        ehc_day from = first_late_day(judged->deadline);
        struct ehc_round round = {from, limit->trigger, limit->trigger, EHC_NO_DAY, EHC_NO_DAY, EHC_NO_DAY, EHC_NONE};
        struct ehc_deadline deadline;
        if (!judged->late || !(judged->deadline->limit->roles & 1U << limit->after_late_of) ||
            (option.late != NULL && from >= option.from_delay))
            continue;
        ehc_work_out_round(scene, limit, &round, 0, EHC_NO_DAY, &deadline);
        if (deadline.status != EHC_DUE)
            continue;
        option.late = judged;
        option.from_delay = from;
        option.last = last_day_left(&deadline, scene->as_at);
    }
    if (option.late != NULL)
        add_option(judging, option);
}

void ehc_find_options(struct judging *judging) {
    const struct ehc_judgement *judgement = &judging->judgement;
    const ehc_day *event = judgement->facts->event;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        const struct ehc_limit *limit = judged->deadline->limit;
        if (limit->for_family && judged->deadline->own == NULL && judged->open && judged->started &&
            judged->deadline->status != EHC_OVERDUE)
            add_option(judging,
                       (struct ehc_option){limit, judged, NULL, limit->title,
                                           last_day_left(judged->deadline, judgement->as_at), EHC_NO_DAY, judged->hour});
    }
    for (size_t i = 0; i < judgement->law->limit_count; i++) {
        const struct ehc_limit *limit = &judgement->law->limits[i];
        if (limit->after_late != NULL && event[limit->trigger] == EHC_NO_DAY && event[limit->act] == EHC_NO_DAY)
            add_option_from_delay(judging, &judging->scene, limit);
    }
}
