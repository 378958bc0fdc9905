/* Lists the deadlines of a case: its limits with their rounds, sorted by last day. */
#include "engine.h"

/* A bit for each route that has begun: the trigger of one of its limits is given. */
static uint32_t routes_begun(const struct ehc_scene *scene) {
    uint32_t begun = 0;
    for (size_t i = 0; i < scene->law->limit_count; i++) {
        const struct ehc_limit *limit = &scene->law->limits[i];
        if (scene->facts->event[limit->trigger] != EHC_NO_DAY && ehc_is_wanted(scene, limit))
            begun |= UINT32_C(1) << limit->route;
    }
    return begun;
}

/* The deadlines listed so far. Those for which there is no room are only counted. */
struct listing {
    struct ehc_deadline *room;
    size_t room_count, count;
    uint32_t begun;
};

static bool comes_before(const struct ehc_deadline *a, const struct ehc_deadline *b) {
    if ((a->due == EHC_NO_DAY) != (b->due == EHC_NO_DAY))
        return b->due == EHC_NO_DAY;
    if (a->due != b->due)
        return a->due < b->due;
    if ((a->own != NULL) != (b->own != NULL))
        return b->own != NULL;
    return a->limit != b->limit ? a->limit < b->limit : a->round < b->round;
}

/* Shell sort: fast for a few deadlines that are nearly in order, and still fast for many. */
static void sort(struct ehc_deadline *room, size_t count) {
    static const size_t gaps[] = {301, 132, 57, 23, 10, 4, 1};
    for (size_t g = 0; g < sizeof gaps / sizeof gaps[0]; g++) {
        for (size_t i = gaps[g]; i < count; i++) {
            size_t at = i;
            if (!comes_before(&room[i], &room[i - gaps[g]]))
                continue;
            struct ehc_deadline deadline = room[i];
            for (; at >= gaps[g] && comes_before(&deadline, &room[at - gaps[g]]); at -= gaps[g])
                room[at] = room[at - gaps[g]];
            room[at] = deadline;
        }
    }
}

static struct ehc_deadline *take_room(struct listing *listing, struct ehc_deadline *spare) {
    return listing->count < listing->room_count ? &listing->room[listing->count] : spare;
}

/* Whether a step that is still open leads to another round of a limit after `last`; `stand_in` is set to its estimated day.
 */
static bool find_further(const struct ehc_scene *scene, const struct ehc_limit *limit, ehc_day last,
                         struct ehc_stand_in *stand_in) {
    struct ehc_deadline deadline;
    *stand_in = ehc_stand_in_for(scene, limit->trigger);
    if (stand_in->day == EHC_NO_DAY || stand_in->day <= last || stand_in->by == EHC_NONE)
        return false;
    ehc_work_out_latest(scene, &scene->law->limits[stand_in->by], &deadline);
    return ehc_is_open(&deadline);
}

/* ---- requests for advice, and consultations ---- */

/* The latest day on or before `day` of the events of a list; EHC_NO_DAY. */
static ehc_day latest_start(const struct ehc_scene *scene, const struct ehc_indexes *events, ehc_day day) {
    ehc_day latest = EHC_NO_DAY;
    for (size_t i = 0; i < events->count; i++) {
        struct ehc_days days = ehc_days_of(scene, events->index[i]);
        int last = ehc_last_until(days, day);
        if (last >= 0 && (latest == EHC_NO_DAY || days.day[last] > latest))
            latest = days.day[last];
    }
    return latest;
}

/* Whether the round that an event of a list began on `start` is still open on `day`. */
static bool is_under_way(const struct ehc_scene *scene, const struct ehc_indexes *events, ehc_day start, ehc_day day) {
    for (size_t i = 0; start != EHC_NO_DAY && i < events->count; i++)
        if (ehc_closed_on(scene, events->index[i], start, day - 1) != EHC_NO_DAY)
            return false;
    return start != EHC_NO_DAY;
}

/* Whether a request for advice of that day belongs to this limit (`under`) and not to another limit with the same trigger:
 * to the one whose round was open that day; if both or neither were open, to the one that began later. */
static bool belongs(const struct ehc_scene *scene, const struct ehc_limit *limit, ehc_day day) {
    if (limit->under.count == 0 || day == EHC_NO_DAY)
        return true;
    ehc_day own = latest_start(scene, &limit->under, day);
    for (size_t i = 0; i < scene->law->limit_count; i++) {
        const struct ehc_limit *other = &scene->law->limits[i];
        if (other == limit || other->trigger != limit->trigger || other->under.count == 0)
            continue;
        ehc_day start = latest_start(scene, &other->under, day);
        bool own_goes_on = is_under_way(scene, &limit->under, own, day);
        bool goes_on = is_under_way(scene, &other->under, start, day);
        if (start != EHC_NO_DAY && (own_goes_on == goes_on ? own == EHC_NO_DAY || start > own : goes_on))
            return false;
    }
    return own != EHC_NO_DAY || limit->needs.count == 0;
}

/* the day of the trigger in a section */
static ehc_day trigger_day(const struct ehc_section *section, const struct ehc_limit *limit) {
    for (size_t i = 0; i < section->count; i++)
        if (section->event[i] == limit->trigger)
            return section->day[i];
    return EHC_NO_DAY;
}

/* the first known day of the section */
static ehc_day first_day(const struct ehc_section *section) {
    for (size_t i = 0; i < section->count; i++)
        if (section->day[i] != EHC_NO_DAY)
            return section->day[i];
    return EHC_NO_DAY;
}

enum { SECTIONS_MAX = EHC_ADVICE_MAX + EHC_CONSULTATIONS_MAX };

/* The sections that a limit is about, sorted by the day they began; returns how many there are. */
static size_t list_sections(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_section *sections) {
    const struct ehc_case *facts = scene->facts;
    size_t count = 0;
    for (size_t i = 0; i < facts->advice_count + facts->consultation_count; i++) {
        struct ehc_section section;
        if (i < facts->advice_count) {
            if (!(limit->advice_from & 1U << facts->advice[i].from))
                continue;
            section = ehc_section_of_advice(scene->law, &facts->advice[i]);
        } else {
            if (limit->trigger != scene->law->consulted)
                continue;
            section = ehc_section_of_consultation(scene->law, &facts->consultation[i - facts->advice_count]);
        }
        if (!belongs(scene, limit, first_day(&section)))
            continue;
        size_t at = count++;
        for (; at > 0 && trigger_day(&sections[at - 1], limit) > trigger_day(&section, limit); at--)
            sections[at] = sections[at - 1];
        sections[at] = section;
    }
    return count;
}

/* Adds a deadline for each section; returns how many there are. */
SELDOM static size_t add_sections(struct ehc_scene *scene, const struct ehc_limit *limit, struct listing *listing) {
    struct ehc_section sections[SECTIONS_MAX];
    struct ehc_deadline spare;
    size_t count = list_sections(scene, limit, sections);
    for (size_t i = 0; i < count; i++) {
        struct ehc_deadline *deadline = take_room(listing, &spare);
        scene->section = &sections[i];
        scene->memo->has_stand_ins = false;
        ehc_work_out_latest(scene, limit, deadline);
        deadline->round = (int)i + 1;
        listing->count++;
    }
    scene->section = NULL;
    scene->memo->has_stand_ins = false;
    return count;
}

static bool is_about_sections(const struct ehc_scene *scene, const struct ehc_limit *limit) {
    return (limit->advice_from != 0 && scene->facts->advice_count > 0) ||
           (limit->trigger == scene->law->consulted && scene->facts->consultation_count > 0);
}

static void add_own(const struct ehc_scene *scene, struct listing *listing) {
    struct ehc_deadline spare;
    for (size_t i = 0; i < scene->facts->own_count; i++) {
        ehc_work_out_own(&scene->facts->own[i], scene->as_at, take_room(listing, &spare));
        listing->count++;
    }
}

/* ---- the whole ---- */

/* Adds a limit whose trigger has not happened: with a projected day, or without a day if its route has begun. */
static void add_projected(const struct ehc_scene *scene, const struct ehc_limit *limit, struct ehc_stand_in stand_in,
                          int round, struct listing *listing) {
    struct ehc_deadline spare, *deadline = take_room(listing, &spare);
    if (stand_in.day == EHC_NO_DAY && !(listing->begun & UINT32_C(1) << limit->route))
        return;
    ehc_work_out_projected(scene, limit, stand_in, deadline);
    deadline->round = round;
    if (!(stand_in.day == EHC_NO_DAY && deadline->status == EHC_NOT_NEEDED)) /* nothing to wait for any more */
        listing->count++;
}

static void add_waiting(const struct ehc_scene *scene, const struct ehc_limit *limit, struct listing *listing) {
    struct ehc_stand_in stand_in = ehc_stand_in_for(scene, limit->trigger);
    if (belongs(scene, limit, stand_in.day))
        add_projected(scene, limit, stand_in, 1, listing);
}

static void add_rounds(struct ehc_scene *scene, const struct ehc_limit *limit, struct listing *listing) {
    struct ehc_round rounds[EHC_ROUNDS_MAX];
    struct ehc_deadline spare;
    struct ehc_stand_in stand_in;
    ehc_day taken = EHC_NO_DAY;
    size_t sections = is_about_sections(scene, limit) ? add_sections(scene, limit, listing) : 0;
    size_t count = ehc_list_rounds(scene, limit, rounds);
    for (size_t i = 0; i < count; i++) {
        if (!belongs(scene, limit, rounds[i].day))
            continue;
        struct ehc_deadline *deadline = take_room(listing, &spare);
        taken = ehc_work_out_round(scene, limit, rounds, i, taken, deadline);
        deadline->round += (int)sections;
        listing->count++;
    }
    if (count > 0 && sections == 0 && find_further(scene, limit, rounds[count - 1].day, &stand_in))
        add_projected(scene, limit, stand_in, (int)count + 1, listing);
}

size_t ehc_timeline_most(const struct ehc_law *law, const struct ehc_case *facts) {
    struct ehc_memo memo;
    struct ehc_scene scene = {.law = law, .facts = facts, .memo = &memo};
    size_t most = facts->own_count;
    memo.derived_count = 0;
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        most += 2; /* one deadline that waits, one more that is projected */
        for (size_t j = 0; j < limit->triggers.count; j++)
            most += ehc_days_of(&scene, limit->triggers.index[j]).count;
        most += limit->advice_from != 0 ? facts->advice_count : 0;
        most += limit->trigger == law->consulted ? facts->consultation_count : 0;
    }
    return most;
}

size_t ehc_timeline(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at, struct ehc_deadline *room,
                    size_t room_count) {
    struct ehc_memo memo;
    struct ehc_scene scene = ehc_scene_of(law, facts, as_at, &memo);
    struct listing listing = {.room = room, .room_count = room_count};
    listing.begun = routes_begun(&scene);
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        if (!ehc_is_wanted(&scene, limit))
            continue;
        if (ehc_has_trigger(&scene, limit) || is_about_sections(&scene, limit))
            add_rounds(&scene, limit, &listing);
        else
            add_waiting(&scene, limit, &listing);
    }
    add_own(&scene, &listing);
    if (listing.count <= room_count)
        sort(room, listing.count);
    return listing.count;
}

void ehc_deadline_of(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_advice *advice, ehc_day as_at,
                     int limit, struct ehc_deadline *deadline) {
    struct ehc_memo memo;
    struct ehc_section section;
    struct ehc_round rounds[EHC_ROUNDS_MAX];
    struct ehc_scene scene = ehc_scene_of(law, facts, as_at, &memo);
    ehc_day taken = EHC_NO_DAY;
    if (advice != NULL) {
        section = ehc_section_of_advice(law, advice);
        scene.section = &section;
    }
    size_t count = ehc_list_rounds(&scene, &law->limits[limit], rounds);
    if (count == 0)
        ehc_work_out_latest(&scene, &law->limits[limit], deadline);
    for (size_t i = 0; i < count && (i == 0 || rounds[i].day <= as_at); i++)
        taken = ehc_work_out_round(&scene, &law->limits[limit], rounds, i, taken, deadline);
}
