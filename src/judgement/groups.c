/* Groups of deadlines: in each route, the deadlines that one event began (a request, a meeting, a decision), by the day on
 * which it happened. */
#include "judging.h"
#include <string.h>

/* The index of the group of a route and a day; adds the group if there is none yet. */
static size_t put(struct judging *judging, struct ehc_group group) {
    struct ehc_judgement *judgement = &judging->judgement;
    for (size_t i = 0; i < judgement->group_count; i++)
        if (judging->groups[i].route == group.route && judging->groups[i].day == group.day)
            return i;
    judging->groups[judgement->group_count] = group;
    return judgement->group_count++;
}

/* The own dates are one group, in no route. */
static size_t put_own(struct judging *judging) {
    return put(judging, (struct ehc_group){.route = EHC_NONE, .event = EHC_NONE, .source = EHC_NONE, .day = EHC_NO_DAY});
}

/* Adds a group for each day on which something with a name began. */
static void list_beginnings(struct judging *judging, const struct ehc_scene *scene) {
    struct ehc_round rounds[EHC_ROUNDS_MAX];
    for (size_t i = 0; i < scene->law->limit_count; i++) {
        const struct ehc_limit *limit = &scene->law->limits[i];
        size_t count = scene->law->events[limit->trigger].round != NULL ? ehc_list_rounds(scene, limit, rounds) : 0;
        for (size_t j = 0; j < count; j++)
            put(judging,
                (struct ehc_group){
                    .route = limit->route, .event = rounds[j].event, .source = rounds[j].source, .day = rounds[j].day});
    }
}

/* The group of a day: the latest in its route that had begun by then; without a day, the latest of all. */
static size_t find_group(struct judging *judging, int route, ehc_day day) {
    const struct ehc_group *groups = judging->groups;
    size_t best = 0, count = judging->judgement.group_count;
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        if (groups[i].route != route || groups[i].day == EHC_NO_DAY || (day != EHC_NO_DAY && groups[i].day > day))
            continue;
        if (!found || groups[i].day > groups[best].day)
            best = i;
        found = true;
    }
    return found
               ? best
               : put(judging, (struct ehc_group){.route = route, .event = EHC_NONE, .source = EHC_NONE, .day = EHC_NO_DAY});
}

static bool comes_before(const struct ehc_group *a, const struct ehc_group *b) {
    if ((a->day == EHC_NO_DAY) != (b->day == EHC_NO_DAY))
        return b->day == EHC_NO_DAY;
    return a->day != b->day ? a->day < b->day : a->route < b->route;
}

/* A group that is before everything with a name has the day from which its first deadline runs. */
static void date_nameless(struct judging *judging) {
    struct ehc_judgement *judgement = &judging->judgement;
    for (size_t i = 0; i < judgement->count; i++) {
        struct ehc_group *group = &judging->groups[judgement->deadlines[i].group];
        ehc_day day = judgement->deadlines[i].deadline->trigger;
        if (group->event != EHC_NONE || day == EHC_NO_DAY || (group->day != EHC_NO_DAY && day >= group->day))
            continue;
        group->day = day;
        group->source = judgement->deadlines[i].deadline->trigger_event;
    }
}

/* The number of groups before one that have a deadline. */
static size_t place_of(const struct ehc_group *groups, size_t count, size_t group) {
    size_t place = 0;
    for (size_t i = 0; i < count; i++)
        place += groups[i].count > 0 && comes_before(&groups[i], &groups[group]);
    return place;
}

/* Sorts the groups that have a deadline, using the room behind them, and updates the group of each deadline. */
static void put_in_order(struct judging *judging) {
    struct ehc_judgement *judgement = &judging->judgement;
    const size_t all = judgement->group_count;
    struct ehc_group *ordered = &judging->groups[all];
    judgement->group_count = 0;
    for (size_t i = 0; i < all; i++) {
        if (judging->groups[i].count == 0)
            continue;
        size_t place = place_of(judging->groups, all, i);
        ordered[place] = judging->groups[i];
        judgement->group_count++;
        for (size_t j = 0; j < judgement->count; j++)
            if (judging->deadlines[j].group == i)
                judging->deadlines[j].group = all + place;
    }
    memmove(judging->groups, ordered, judgement->group_count * sizeof *ordered);
    for (size_t j = 0; j < judgement->count; j++)
        judging->deadlines[j].group -= all;
}

static bool is_settled(const struct ehc_judged *judged) {
    enum ehc_status status = judged->deadline->status;
    return status == EHC_MET || status == EHC_NOT_NEEDED || status == EHC_UNKNOWN ||
           (judged->deadline->limit->for_family && !judged->open);
}

/* A group whose steps are all done or have not begun needs no attention, even if it is the latest. */
static bool is_finished(const struct ehc_judged *judged) {
    enum ehc_status status = judged->deadline->status;
    return !judged->started || status == EHC_MET || status == EHC_NOT_NEEDED;
}

static void look_at_all(struct judging *judging) {
    struct ehc_judgement *judgement = &judging->judgement;
    for (size_t i = 0; i < judgement->group_count; i++) {
        struct ehc_group *group = &judging->groups[i];
        bool is_over = false;
        group->is_latest = true;
        for (size_t j = i + 1; j < judgement->group_count; j++) {
            if (judging->groups[j].route != group->route || judging->groups[j].day == EHC_NO_DAY)
                continue;
            group->is_latest = false;
            is_over = is_over || judging->groups[j].day <= judgement->as_at;
            bool both_named = group->event != EHC_NONE && judging->groups[j].event != EHC_NONE;
            judgement->has_history = judgement->has_history || both_named;
        }
        group->is_quiet = true;
        group->is_over = is_over;
    }
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        struct ehc_group *group = &judging->groups[judged->group];
        group->is_quiet = group->is_quiet && (group->is_over ? is_settled(judged) : is_finished(judged));
    }
}

void ehc_find_groups(struct judging *judging) {
    struct ehc_judgement *judgement = &judging->judgement;
    list_beginnings(judging, &judging->scene);
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        judging->deadlines[i].group =
            deadline->own != NULL ? put_own(judging) : find_group(judging, deadline->limit->route, deadline->trigger);
        judging->groups[judging->deadlines[i].group].count++;
    }
    date_nameless(judging);
    put_in_order(judging);
    look_at_all(judging);
}
