/* Finds the day to use for an event that has not happened: the due date of the step that leads to it, or an assumption. */
#include "engine.h"

enum { NOT_YET = INT32_MAX }; /* the day of an event that is not in the cache yet */

/* Whether the due date of a limit can be used as the day of its act. */
static bool projects(const struct ehc_limit *limit, const struct ehc_deadline *deadline) {
    if (deadline->due == EHC_NO_DAY || deadline->because == EHC_NO_HOLIDAYS || deadline->act != EHC_NO_DAY)
        return false;
    if (ehc_is_open(deadline))
        return true;
    return limit->projects == EHC_PROJECTS && deadline->status == EHC_WAITING;
}

/* The due date of the limit that has the event as its act; the earliest if there are several; else the day of
 * `projected_from`. */
static struct ehc_stand_in project(const struct ehc_scene *scene, const struct ehc_event *about) {
    struct ehc_stand_in best = {EHC_NO_DAY, EHC_NONE};
    for (size_t i = 0; i < about->limits.count; i++) {
        const struct ehc_limit *limit = &scene->law->limits[about->limits.index[i]];
        struct ehc_deadline deadline;
        if (limit->projects == EHC_PROJECTS_NEVER || !ehc_is_wanted(scene, limit) ||
            (!ehc_has_trigger(scene, limit) && ehc_stand_in_for(scene, limit->trigger).day == EHC_NO_DAY) ||
            !ehc_work_out_latest(scene, limit, &deadline) || !projects(limit, &deadline))
            continue;
        if (best.day == EHC_NO_DAY || deadline.due < best.day)
            best = (struct ehc_stand_in){deadline.due, about->limits.index[i]};
    }
    if (best.day != EHC_NO_DAY || about->projected_from == EHC_NONE)
        return best;
    struct ehc_days days = ehc_days_of(scene, about->projected_from);
    if (days.count == 0)
        return ehc_stand_in_for(scene, about->projected_from);
    best.day = days.day[days.count - 1];
    return best;
}

/* Whether an event of which only the first day counts has that day: no other counts until a `taken_until` event. */
static bool has_its_day(const struct ehc_scene *scene, int event) {
    const struct ehc_event *about = &scene->law->events[event];
    struct ehc_days days = about->taken == EHC_TAKEN_FIRST ? ehc_days_of(scene, event) : (struct ehc_days){NULL, NULL, 0};
    return days.count > 0 && (about->taken_until == EHC_NONE || ehc_first_from(ehc_days_of(scene, about->taken_until),
                                                                               days.day[days.count - 1]) == EHC_NO_DAY);
}

struct ehc_stand_in ehc_stand_in_for(const struct ehc_scene *scene, int event) {
    struct ehc_memo *memo = scene->memo;
    if (memo->has_stand_ins && memo->stand_in[event].day != NOT_YET)
        return memo->stand_in[event];
    if (!memo->has_stand_ins)
        for (size_t i = 0; i < scene->law->event_count; i++)
            memo->stand_in[i].day = NOT_YET;
    memo->has_stand_ins = true;
    /* An event can lead to itself, as a review leads to the next: until it is worked out, it has no day. */
    memo->stand_in[event] = (struct ehc_stand_in){EHC_NO_DAY, EHC_NONE};
    if (!scene->law->events[event].never_projected && !has_its_day(scene, event))
        memo->stand_in[event] = project(scene, &scene->law->events[event]);
    return memo->stand_in[event];
}

bool ehc_work_out_latest(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_deadline *deadline) {
    struct ehc_round rounds[EHC_ROUNDS_MAX];
    size_t count = ehc_list_rounds(scene, limit, rounds);
    ehc_day taken = EHC_NO_DAY;
    if (count == 0) {
        struct ehc_stand_in stand_in = ehc_stand_in_for(scene, limit->trigger);
        ehc_work_out_projected(scene, limit, stand_in, deadline);
        return stand_in.day != EHC_NO_DAY;
    }
    for (size_t i = 0; i < count; i++)
        taken = ehc_work_out_round(scene, limit, rounds, i, taken, deadline);
    return true;
}
