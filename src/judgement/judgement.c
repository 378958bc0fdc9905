/* Makes a judgement: its memory, its parts in order, and the result for the case as a whole. */
#include "judging.h"
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static size_t bytes_of(size_t count, size_t size) {
    const size_t step = _Alignof(max_align_t);
    return (count * size + step - 1) / step * step;
}

/* Takes the next part of the block; if the block is NULL, only counts the length. */
static void *take(char *block, size_t *at, size_t count, size_t size) {
    void *part = block != NULL ? block + *at : NULL;
    *at += bytes_of(count, size);
    return part;
}

/* Lays the lists out in a block; returns the length of the block. Each round of every limit can begin a group, whether or
 * not that limit is judged. */
static size_t lay_out(char *block, const struct ehc_law *law, const struct ehc_case *facts, size_t deadlines,
                      size_t beginnings, struct judging *judging) {
    size_t kinds = facts->closure_count + facts->absence_count + facts->exceptional_count + facts->missed_count;
    size_t at = bytes_of(1, sizeof *judging);
    judging->room = take(block, &at, deadlines, sizeof *judging->room);
    judging->deadlines = take(block, &at, deadlines, sizeof *judging->deadlines);
    judging->groups = take(block, &at, beginnings + deadlines + EHC_ROUTES_MAX + 1, sizeof *judging->groups);
    judging->ignored =
        take(block, &at, facts->twice_count + facts->they_say_count + 2 * (law->event_count + facts->history_count),
             sizeof *judging->ignored);
    judging->events = take(block, &at, law->event_count + facts->history_count, sizeof *judging->events);
    judging->missing = take(block, &at, deadlines + law->event_count + facts->advice_count, sizeof *judging->missing);
    judging->options = take(block, &at, deadlines + law->limit_count, sizeof *judging->options);
    judging->readings = take(block, &at, law->reading_count, sizeof *judging->readings);
    judging->exceptions = take(block, &at, deadlines * (kinds + EHC_EXCEPTION_KINDS), sizeof *judging->exceptions);
    judging->said = take(block, &at, facts->they_say_count, sizeof *judging->said);
    return at;
}

static struct judging *begin(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at, size_t deadlines,
                             size_t beginnings) {
    struct judging judging;
    char *block = malloc(lay_out(NULL, law, facts, deadlines, beginnings, &judging));
    if (block == NULL)
        return NULL;
    lay_out(block, law, facts, deadlines, beginnings, &judging);
    judging.is_whole = false;
    judging.judgement = (struct ehc_judgement){.law = law,
                                               .facts = facts,
                                               .as_at = as_at,
                                               .deadlines = judging.deadlines,
                                               .groups = judging.groups,
                                               .ignored = judging.ignored,
                                               .events = judging.events,
                                               .missing = judging.missing,
                                               .options = judging.options,
                                               .readings = judging.readings,
                                               .route = EHC_NONE};
    memcpy(block, &judging, sizeof judging);
    return (struct judging *)(void *)block;
}

void ehc_judgement_free(struct ehc_judgement *judgement) {
    free(judgement);
}

/* ---- the case as a whole ---- */

static void list_events(struct judging *judging) {
    const struct ehc_judgement *judgement = &judging->judgement;
    size_t count = 0;
    for (size_t i = 0; i < judgement->law->event_count; i++) {
        size_t days;
        const ehc_day *day = ehc_case_days(judgement->facts, (int)i, &days);
        for (size_t j = 0; j < days; j++) {
            size_t at = count++;
            for (; at > 0 && day[j] < judging->events[at - 1].day; at--)
                judging->events[at] = judging->events[at - 1];
            judging->events[at] = (struct ehc_happened){(int)i, day[j]};
        }
    }
    judging->judgement.event_count = count;
}

/* Whether a deadline that is shown has another day on this reading of the law, and the day may matter. */
static bool has_reading(const struct ehc_judged *judged, int reading, ehc_day as_at) {
    const struct ehc_deadline *deadline = judged->deadline;
    bool is_idle = judged->waits && (deadline->due == EHC_NO_DAY || deadline->due < as_at);
    bool in_time_on_each = deadline->status == EHC_MET && deadline->act <= deadline->earliest;
    if (judged->said_already || is_idle || in_time_on_each || deadline->status == EHC_NOT_NEEDED)
        return false;
    for (size_t i = 0; i < deadline->limit->readings.count; i++)
        if (deadline->limit->readings.index[i] == reading && deadline->reading[i] != EHC_NO_DAY &&
            deadline->reading[i] != deadline->due)
            return true;
    return false;
}

static void list_readings(struct judging *judging) {
    struct ehc_judgement *judgement = &judging->judgement;
    for (int reading = 0; reading < (int)judgement->law->reading_count; reading++) {
        size_t i = 0;
        while (i < judgement->count && !has_reading(&judgement->deadlines[i], reading, judgement->as_at))
            i++;
        if (i < judgement->count)
            judging->readings[judgement->reading_count++] = reading;
    }
}

static const struct ehc_judged *find_next(const struct ehc_judgement *judgement) {
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        const struct ehc_limit *limit = judged->deadline->limit;
        if (judged->deadline->status == EHC_DUE && !limit->for_family && limit->only_if == NULL && !judged->said_already)
            return judged;
    }
    return NULL;
}

static int find_route(const struct ehc_judgement *judgement) {
    int route = EHC_NONE;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        if (deadline->trigger == EHC_NO_DAY || deadline->projected)
            continue;
        if (route != EHC_NONE && route != deadline->limit->route)
            return EHC_NONE;
        route = deadline->limit->route;
    }
    return route;
}

static enum ehc_result find_result(const struct ehc_judgement *judgement) {
    bool started = false, disputed = false;
    for (size_t i = 0; i < judgement->count; i++) {
        if (judgement->deadlines[i].late)
            return EHC_SOMETHING_LATE;
        started = started || judgement->deadlines[i].started;
        disputed = disputed || judgement->deadlines[i].disputed;
    }
    if (!started || judgement->lacks_facts)
        return EHC_CANNOT_SAY;
    return disputed ? EHC_IN_DISPUTE : EHC_IN_TIME;
}

static struct ehc_judgement *judge(struct judging *judging) {
    struct ehc_memo memo;
    struct ehc_judgement *judgement = &judging->judgement;
    judging->scene = ehc_scene_of(judgement->law, judgement->facts, judgement->as_at, &memo);
    ehc_judge_deadlines(judging);
    ehc_find_groups(judging);
    ehc_judge_said(judging);
    ehc_find_ignored(judging);
    list_events(judging);
    list_readings(judging);
    ehc_find_missing(judging);
    ehc_find_options(judging);
    judgement->next = find_next(judgement);
    judgement->route = find_route(judgement);
    judgement->result = find_result(judgement);
    return judgement;
}

struct ehc_judgement *ehc_judge(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at, const bool *limits) {
    size_t most = ehc_timeline_most(law, facts);
    struct judging *judging = begin(law, facts, as_at, most, most);
    if (judging == NULL)
        return NULL;
    size_t found = ehc_timeline(law, facts, as_at, judging->room, most), kept = 0;
    for (size_t i = 0; i < found; i++) {
        if (limits != NULL && (judging->room[i].own != NULL || !limits[judging->room[i].limit - law->limits]))
            continue;
        if (kept < i)
            judging->room[kept] = judging->room[i];
        kept++;
    }
    judging->is_whole = limits == NULL;
    judging->judgement.count = kept;
    return judge(judging);
}

struct ehc_judgement *ehc_judge_limit(const struct ehc_law *law, const struct ehc_case *facts,
                                      const struct ehc_advice *advice, ehc_day as_at, int limit) {
    struct judging *judging = begin(law, facts, as_at, 1, ehc_timeline_most(law, facts));
    if (judging == NULL)
        return NULL;
    ehc_deadline_of(law, facts, advice, as_at, limit, &judging->room[0]);
    judging->judgement.count = 1;
    return judge(judging);
}
