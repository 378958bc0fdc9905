/* The deadlines of a case: which limits are in it, in the order of their last days. */
#include "engine.h"
#include <string.h>

/* A route has begun when the trigger of one of its limits is given. Gives a bit for each. */
static uint32_t routes_begun(const struct ehc_scene *scene) {
    uint32_t begun = 0;
    for (size_t i = 0; i < scene->law->limit_count; i++) {
        const struct ehc_limit *limit = &scene->law->limits[i];
        if (scene->facts->event[limit->trigger] != EHC_NO_DAY && ehc_is_wanted(scene->facts, limit))
            begun |= UINT32_C(1) << limit->route;
    }
    return begun;
}

/* Where the requests for advice of a case are known, they take the place of the limit's single deadline. */
static bool has_own_advice(const struct ehc_scene *scene, const struct ehc_limit *limit) {
    for (size_t i = 0; i < scene->facts->advice_count; i++)
        if (limit->advice_from & 1U << scene->facts->advice[i].from)
            return true;
    return false;
}

static bool comes_before(const struct ehc_deadline *a, const struct ehc_deadline *b) {
    if ((a->due == EHC_NO_DAY) != (b->due == EHC_NO_DAY))
        return b->due == EHC_NO_DAY;
    if (a->due != b->due)
        return a->due < b->due;
    return a->limit < b->limit;
}

/* Puts the deadline in its place among those already there, which are in order. */
static void insert(struct ehc_deadline *room, size_t count, const struct ehc_deadline *deadline) {
    size_t at = count;
    while (at > 0 && comes_before(deadline, &room[at - 1]))
        at--;
    memmove(&room[at + 1], &room[at], (count - at) * sizeof *room);
    room[at] = *deadline;
}

size_t ehc_timeline(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at, struct ehc_deadline *room,
                    size_t room_count) {
    struct ehc_stand_ins stand_ins, of_advice;
    struct ehc_scene scene = {.law = law, .facts = facts, .as_at = as_at};
    const uint32_t begun = routes_begun(&scene);
    size_t count = 0;
    stand_ins.begun = false;
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        struct ehc_deadline deadline;
        if (!ehc_is_wanted(facts, limit))
            continue;
        for (size_t j = 0; limit->advice_from != 0 && j < facts->advice_count; j++) {
            scene.advice = &facts->advice[j];
            scene.stand_ins = &of_advice;
            of_advice.begun = false;
            if (!(limit->advice_from & 1U << scene.advice->from))
                continue;
            ehc_work_out(&scene, limit, &deadline);
            if (count < room_count)
                insert(room, count, &deadline);
            count++;
        }
        scene.advice = NULL;
        scene.stand_ins = &stand_ins;
        if (has_own_advice(&scene, limit) && facts->event[limit->trigger] == EHC_NO_DAY)
            continue;
        ehc_work_out(&scene, limit, &deadline);
        if (deadline.trigger == EHC_NO_DAY && !(begun & UINT32_C(1) << limit->route))
            continue;
        if (count < room_count)
            insert(room, count, &deadline);
        count++;
    }
    return count;
}
