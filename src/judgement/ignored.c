/* Finds the facts that change nothing, so that no fact of a case is ignored in silence. */
#include "judging.h"

enum { FAR_AHEAD = 366 }; /* days */

static void add(struct judging *judging, struct ehc_ignored ignored) {
    judging->ignored[judging->judgement.ignored_count++] = ignored;
}

/* The day on which the round began that was open on `day`; EHC_NO_DAY. `opens` is set if it opened on that day. */
static ehc_day round_on(const struct ehc_scene *scene, const struct ehc_limit *limit, ehc_day day, bool *opens) {
    struct ehc_round rounds[EHC_ROUNDS_MAX];
    ehc_day open = EHC_NO_DAY;
    for (size_t i = 0, count = ehc_list_rounds(scene, limit, rounds); i < count && rounds[i].day <= day; i++) {
        open = rounds[i].day;
        *opens = rounds[i].day == day;
    }
    return open;
}

/* Finds days of an event that open no round, because the last round was not closed. */
static void find_what_opens_nothing(struct judging *judging, const struct ehc_scene *scene, int event) {
    const struct ehc_law *law = scene->law;
    struct ehc_days days = ehc_days_of(scene, event);
    for (size_t i = 0; law->events[event].if_closed && i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        if (!ehc_has_index(&limit->triggers, event))
            continue;
        for (size_t j = 0; j < days.count; j++) {
            bool opens = false;
            ehc_day open = round_on(scene, limit, days.day[j], &opens);
            if (!opens && open != EHC_NO_DAY)
                add(judging, (struct ehc_ignored){event, days.day[j], EHC_OPENS_NOTHING, open, EHC_NONE, NULL});
        }
        return;
    }
}

/* What first began a limit, and when; its day is EHC_NO_DAY if nothing has. */
static struct ehc_happened first_began(const struct ehc_scene *scene, const struct ehc_limit *limit) {
    struct ehc_happened first = {EHC_NONE, EHC_NO_DAY};
    for (size_t i = 0; i < limit->triggers.count; i++) {
        struct ehc_days days = ehc_days_of(scene, limit->triggers.index[i]);
        if (days.count > 0 && (first.day == EHC_NO_DAY || days.day[0] < first.day))
            first = (struct ehc_happened){limit->triggers.index[i], days.day[0]};
    }
    return first;
}

/* If the day of the event is before every limit that it could answer, and it begins nothing: what began the first of these
 * limits. Else its day is EHC_NO_DAY. */
static struct ehc_happened began_after(const struct ehc_scene *scene, int event, ehc_day day) {
    const struct ehc_happened none = {EHC_NONE, EHC_NO_DAY};
    struct ehc_happened began = none;
    for (size_t i = 0; i < scene->law->limit_count; i++) {
        const struct ehc_limit *limit = &scene->law->limits[i];
        if (ehc_has_index(&limit->triggers, event))
            return none;
        if (!ehc_has_source(&limit->acts, event) || !ehc_is_wanted(scene, limit))
            continue;
        struct ehc_happened first = first_began(scene, limit);
        if (first.day == EHC_NO_DAY)
            continue;
        if (first.day <= day || limit->count == EHC_AT_LEAST_BEFORE || limit->count == EHC_BEFORE)
            return none;
        if (began.day == EHC_NO_DAY)
            began = first;
    }
    return began;
}

/* If only some limits are judged, last days that others give for the other limits are not reported. */
static void find_said_of_nothing(struct judging *judging) {
    const struct ehc_case *facts = judging->judgement.facts;
    for (size_t i = 0; judging->is_whole && i < facts->they_say_count; i++)
        if (ehc_find_said_of(judging, &facts->they_say[i]) == NULL)
            add(judging, (struct ehc_ignored){EHC_NONE, facts->they_say[i].day, EHC_SAID_OF_NOTHING, EHC_NO_DAY, EHC_NONE,
                                              &facts->they_say[i]});
}

void ehc_find_ignored(struct judging *judging) {
    struct ehc_judgement *judgement = &judging->judgement;
    const struct ehc_case *facts = judgement->facts;
    for (size_t i = 0; i < facts->twice_count; i++)
        add(judging,
            (struct ehc_ignored){facts->twice[i].event, facts->twice[i].day, EHC_GIVEN_TWICE, EHC_NO_DAY, EHC_NONE, NULL});
    for (int event = 0; event < (int)judgement->law->event_count; event++) {
        size_t count;
        const ehc_day *days = ehc_case_days(facts, event, &count);
        if (count > 1)
            find_what_opens_nothing(judging, &judging->scene, event);
        for (size_t i = 0; i < count; i++) {
            struct ehc_happened began = began_after(&judging->scene, event, days[i]);
            if (began.day != EHC_NO_DAY)
                add(judging, (struct ehc_ignored){event, days[i], EHC_ANSWERS_NOTHING, began.day, began.event, NULL});
            else if (days[i] > judgement->as_at + FAR_AHEAD && !judgement->law->events[event].is_term)
                add(judging, (struct ehc_ignored){event, days[i], EHC_FAR_AHEAD, EHC_NO_DAY, EHC_NONE, NULL});
        }
    }
    find_said_of_nothing(judging);
}
