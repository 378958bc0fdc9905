/* Finds the steps that are open to the family. */
#include "judging.h"

/* The first day on which a step of a role was late; EHC_NO_DAY if none was late. */
static ehc_day first_late_day(const struct ehc_judgement *judgement, int role) {
    ehc_day first = EHC_NO_DAY;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        if (!(deadline->limit->roles & 1U << role) || !judgement->deadlines[i].late)
            continue;
        if (first == EHC_NO_DAY || deadline->due + 1 < first)
            first = deadline->due + 1;
    }
    return first;
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

/* Adds a step that runs from the first day on which another step was late. */
static void add_option_from_delay(struct judging *judging, const struct ehc_scene *scene, const struct ehc_limit *limit) {
    ehc_day late = first_late_day(&judging->judgement, limit->after_late_of);
    struct ehc_round round = {late, limit->trigger, limit->trigger, EHC_NO_DAY, EHC_NO_DAY, EHC_NO_DAY, EHC_NONE};
    struct ehc_deadline deadline;
    if (late == EHC_NO_DAY)
        return;
    ehc_work_out_round(scene, limit, &round, 0, EHC_NO_DAY, &deadline);
    if (deadline.status == EHC_DUE)
        add_option(judging, (struct ehc_option){limit, NULL, limit->after_late, last_day_left(&deadline, scene->as_at), late,
                                                ehc_last_hour(scene->law, limit)});
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
                       (struct ehc_option){limit, judged, limit->title, last_day_left(judged->deadline, judgement->as_at),
                                           EHC_NO_DAY, judged->hour});
    }
    for (size_t i = 0; i < judgement->law->limit_count; i++) {
        const struct ehc_limit *limit = &judgement->law->limits[i];
        if (limit->after_late != NULL && event[limit->trigger] == EHC_NO_DAY && event[limit->act] == EHC_NO_DAY)
            add_option_from_delay(judging, &judging->scene, limit);
    }
}
