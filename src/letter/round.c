/* Finds the round that a letter is about, and what belongs to it. */
#include "case/hints.h"
#include "choice.h"
#include "util/fail.h"
#include <stdlib.h>
#include <string.h>

enum { YEAR_LEAST = 1900 };

static const struct ehc_group *group_of(const struct letter_choice *choice, const struct ehc_judged *judged) {
    return &choice->judgement->groups[judged->group];
}

static bool has_begun(const struct ehc_judged *judged) {
    return judged->deadline->trigger != EHC_NO_DAY && !judged->deadline->projected;
}

bool letter_round_words(const struct ehc_judgement *judgement, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_group *group = &judgement->groups[judged->group];
    if (group->day == EHC_NO_DAY || (group->event == EHC_NONE && group->source == EHC_NONE))
        return false;
    ehc_round_words(judgement->law, group, text);
    return true;
}

/* ---- the round that is asked for ---- */

static bool is_asked_for(const struct letter_choice *choice, const struct ehc_judged *judged, long number, ehc_day day) {
    const struct ehc_deadline *deadline = judged->deadline;
    if (!has_begun(judged))
        return false;
    if (number >= YEAR_LEAST)
        return choice->judgement->law->events[deadline->limit->trigger].is_year &&
               ehc_ymd_from_day(deadline->trigger).year == number;
    return number > 0 ? deadline->round == number : deadline->trigger == day || letter_round_day(choice, judged) == day;
}

/* The limit whose rounds are counted: the limit of the step that the letter would be about, else the first that has begun.
 */
static const struct ehc_limit *limit_of(struct letter_choice *choice) {
    struct letter_walk walk = {0};
    const struct ehc_judged *judged;
    letter_choose(choice, true);
    if (choice->chosen != NULL)
        return choice->chosen->deadline->limit;
    while ((judged = letter_next_about(choice, &walk)) != NULL)
        if (has_begun(judged))
            return judged->deadline->limit;
    return NULL;
}

static void list_rounds(const struct letter_choice *choice, const struct ehc_limit *limit, char text[EHC_WORDS]) {
    size_t at = 0;
    text[0] = '\0';
    for (size_t i = 0; i < choice->judgement->count; i++) {
        const struct ehc_judged *judged = &choice->judgement->deadlines[i];
        char date[EHC_DAY_TEXT];
        if (judged->deadline->limit == limit && has_begun(judged) && at < EHC_WORDS)
            at += (size_t)snprintf(text + at, EHC_WORDS - at, "%s%d: %s", at > 0 ? ", " : "", judged->deadline->round,
                                   ehc_day_format_short(judged->deadline->trigger, date));
    }
}

static bool no_such_round(const struct letter_choice *choice, const struct ehc_limit *limit, const char *asked,
                          struct ehc_error *error) {
    char rounds[EHC_WORDS], quoted[EHC_QUOTE_ROOM];
    list_rounds(choice, limit, rounds);
    return ehc_fail(error, "--round: '%s' has no round %s; it has %.240s", limit->short_title, ehc_quote(asked, quoted),
                    rounds);
}

bool letter_take_round(struct letter_choice *choice, const char *asked, struct ehc_error *error) {
    char *end;
    long number = strtol(asked, &end, 10);
    ehc_day day = EHC_NO_DAY;
    if (*end != '\0' || number <= 0) {
        number = 0;
        if (!ehc_day_read(asked, &day, error))
            return ehc_hint(error, "%s", ehc_hint_round);
    }
    const struct ehc_limit *limit = limit_of(choice);
    if (limit == NULL)
        return true; /* nothing has begun: the letter itself is refused for that */
    const struct ehc_judged *found = NULL, *judged;
    for (struct letter_walk walk = {0}; (judged = letter_next_about(choice, &walk)) != NULL;)
        if ((number == 0 || number >= YEAR_LEAST || judged->deadline->limit == limit) &&
            is_asked_for(choice, judged, number, day) && (found == NULL || judged->deadline->limit == limit))
            found = judged;
    choice->round = found;
    if (found != NULL)
        return true;
    no_such_round(choice, limit, asked, error);
    return ehc_hint(error, "give one of these numbers, or one of these days");
}

/* ---- what belongs to the round ---- */

/* The day on which the next round of the same route begins: from that day on, events belong to it. */
static ehc_day end_of_round(const struct letter_choice *choice) {
    const struct ehc_judgement *judgement = choice->judgement;
    const struct ehc_group *own = group_of(choice, choice->chosen);
    ehc_day end = INT32_MAX;
    if (choice->letter->all_rounds && choice->round == NULL)
        return end;
    for (size_t i = 0; i < judgement->group_count; i++) {
        const struct ehc_group *group = &judgement->groups[i];
        if (group->route == own->route && group->day != EHC_NO_DAY && own->day != EHC_NO_DAY && group->day > own->day &&
            group->day < end)
            end = group->day;
    }
    return end;
}

const struct ehc_judged *letter_judged_of(const struct letter_choice *choice, int limit) {
    const struct ehc_judgement *judgement = choice->judgement;
    const struct ehc_judged *chosen = choice->chosen, *best = NULL;
    if (limit == EHC_NONE || chosen->deadline->limit == &judgement->law->limits[limit])
        return chosen;
    ehc_day end = end_of_round(choice);
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        if (judged->deadline->limit != &judgement->law->limits[limit])
            continue;
        if (judged->group == chosen->group)
            return judged;
        bool is_known = has_begun(judged) && judged->deadline->trigger < end;
        if (best == NULL ? is_known || !judgement->has_history
                         : is_known && judged->deadline->trigger > best->deadline->trigger)
            best = judged;
    }
    return best;
}

/* Whether an event begins or ends a step of the route. */
static bool is_of_route(const struct ehc_law *law, int event, int route) {
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        if (limit->route == route && (ehc_has_index(&limit->triggers, event) || ehc_has_source(&limit->acts, event)))
            return true;
    }
    return false;
}

/* The last day of an event from `begin` to before `end` that has come; EHC_NO_DAY. */
static ehc_day last_day(const struct ehc_judgement *judgement, int event, ehc_day begin, ehc_day end) {
    bool has_come = judgement->law->events[event].is_term;
    ehc_day last = EHC_NO_DAY;
    for (size_t i = 0; i < judgement->event_count; i++) {
        const struct ehc_happened *happened = &judgement->events[i];
        if (happened->event == event && happened->day >= begin && happened->day < end &&
            (has_come || happened->day <= judgement->as_at))
            last = happened->day;
    }
    return last;
}

/* The same for an event that is taken from others if the case does not give it. */
static ehc_day last_day_taken(const struct ehc_judgement *judgement, int event, ehc_day begin, ehc_day end) {
    const struct ehc_sources *sources = &judgement->law->events[event].taken_from;
    ehc_day last = last_day(judgement, event, begin, end);
    for (size_t i = 0; judgement->facts->event[event] == EHC_NO_DAY && i < sources->count; i++) {
        ehc_day day = last_day(judgement, sources->list[i].event, begin, end);
        last = day != EHC_NO_DAY && (last == EHC_NO_DAY || day > last) ? day : last;
    }
    return last;
}

ehc_day letter_day_of(const struct letter_choice *choice, int event) {
    const struct ehc_judgement *judgement = choice->judgement;
    const ehc_day ever = EHC_NO_DAY + 1, end = end_of_round(choice);
    const struct ehc_group *group = group_of(choice, choice->chosen);
    bool is_one_round = judgement->has_history && end_of_round(choice) != INT32_MAX;
    ehc_day begin = letter_round_day(choice, choice->chosen), day = last_day_taken(judgement, event, begin, end);
    if (day != EHC_NO_DAY)
        return day;
    if (choice->letter->all_rounds && choice->round == NULL)
        return last_day_taken(judgement, event, ever, INT32_MAX);
    if (judgement->has_history && is_of_route(judgement->law, event, group->route))
        return EHC_NO_DAY; /* it was of another round */
    day = last_day_taken(judgement, event, ever, end);
    return day != EHC_NO_DAY || !is_one_round ? day : last_day_taken(judgement, event, ever, INT32_MAX);
}
