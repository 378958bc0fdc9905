#include "choice.h"
#include "util/fail.h"
#include <string.h>

ehc_day letter_round_day(const struct letter_choice *choice, const struct ehc_judged *judged) {
    ehc_day day = choice->judgement->groups[judged->group].day;
    return day != EHC_NO_DAY ? day : judged->deadline->trigger;
}

/* Whether a deadline belongs to the round that was asked for; true if none was. */
static bool is_in_round(const struct letter_choice *choice, const struct ehc_judged *judged) {
    const struct ehc_judged *round = choice->round;
    if (round == NULL || judged == round)
        return true;
    return judged->group == round->group && judged->deadline->limit != round->deadline->limit;
}

/* Keeps only the steps of the latest round. */
static void keep_latest(struct letter_choice *choice) {
    const struct ehc_judged *latest = NULL;
    size_t kept = 0;
    for (size_t i = 0; i < choice->step_count; i++)
        if (latest == NULL || letter_round_day(choice, choice->steps[i]) > letter_round_day(choice, latest))
            latest = choice->steps[i];
    for (size_t i = 0; i < choice->step_count; i++)
        if (choice->steps[i]->group == latest->group)
            choice->steps[kept++] = choice->steps[i];
    choice->step_count = kept;
}

/* Whether a list separated by commas has a name. */
static bool has_name(const char *list, const char *name) {
    size_t length = strlen(name);
    while (*list != '\0') {
        list += strspn(list, ", ");
        size_t item = strcspn(list, ", ");
        if (item == length && strncmp(list, name, length) == 0)
            return true;
        list += item;
    }
    return false;
}

static bool has_status(const struct letter *letter, const struct ehc_deadline *deadline) {
    const char *when = letter->when[0] != '\0' ? letter->when : "overdue, late";
    bool has_day = deadline->due != EHC_NO_DAY || deadline->because == EHC_TOO_EARLY;
    return has_day && has_name(when, ehc_status_name(deadline->status));
}

/* Whether a closure or absence falls in the time of this step, up to its last day or its act. */
static bool meets(const struct ehc_judgement *judgement, const struct ehc_deadline *deadline, struct ehc_span span) {
    ehc_day last = deadline->act != EHC_NO_DAY ? deadline->act : judgement->as_at;
    last = deadline->due > last ? deadline->due : last;
    return span.last > deadline->trigger && span.first <= last;
}

bool letter_is_claim(const struct ehc_judgement *judgement, const struct ehc_judged *judged, enum ehc_answer answer,
                     const struct ehc_exception *exception) {
    return exception->given && !exception->is_unclaimed && exception->answer == answer &&
           ehc_is_duty(judged->deadline->limit->basis) && meets(judgement, judged->deadline, exception->span);
}

/* The first claim with this answer; NULL. */
static const struct ehc_exception *first_claim(const struct ehc_judgement *judgement, const struct ehc_judged *judged,
                                               enum ehc_answer answer) {
    for (size_t i = 0; i < judged->exception_count; i++)
        if (letter_is_claim(judgement, judged, answer, &judged->exceptions[i]))
            return &judged->exceptions[i];
    return NULL;
}

bool letter_is_wrong_date(const struct ehc_judged *judged, const struct ehc_said *said) {
    return said->is_wrong && said->fact->day > judged->deadline->latest;
}

static bool has_wrong_date(const struct ehc_judged *judged) {
    for (size_t i = 0; i < judged->said_count; i++)
        if (letter_is_wrong_date(judged, &judged->said[i]))
            return true;
    return false;
}

static bool is_supported(const struct letter_choice *choice, const struct ehc_judged *judged) {
    return has_status(choice->letter, judged->deadline) &&
           (choice->letter->claim[0] == '\0' || first_claim(choice->judgement, judged, EHC_ANSWER_NO) != NULL ||
            has_wrong_date(judged));
}

/* Whether a deadline is a duty of a role that the head names. A duty that another branch or another round already says is
 * left out; in a round that was asked for, only a duty that another branch says. */
static bool is_duty_of(const struct letter_choice *choice, const struct ehc_judged *judged, int role) {
    const struct ehc_limit *limit = judged->deadline->limit;
    bool said = judged->said_already && (choice->round == NULL || limit->instead_of != EHC_NONE);
    return judged->deadline->own == NULL && (limit->roles & 1U << role) != 0 && !limit->for_family &&
           ehc_is_duty(limit->basis) && !said;
}

static bool is_named(const struct letter_choice *choice, const struct letter_walk *walk, const struct ehc_judged *judged) {
    if (walk->limit != EHC_NONE)
        return judged->deadline->limit == &choice->judgement->law->limits[walk->limit];
    return walk->role != EHC_NONE && is_duty_of(choice, judged, walk->role) &&
           !has_name(choice->letter->but_not, judged->deadline->limit->id);
}

const struct ehc_judged *letter_next_about(const struct letter_choice *choice, struct letter_walk *walk) {
    const struct ehc_judgement *judgement = choice->judgement;
    if (walk->list == NULL)
        *walk = (struct letter_walk){.list = choice->letter->about, .at = judgement->count};
    for (;;) {
        for (; walk->at < judgement->count; walk->at++)
            if (is_named(choice, walk, &judgement->deadlines[walk->at]))
                return &judgement->deadlines[walk->at++];
        char id[LETTER_NAME_ROOM];
        walk->list += strspn(walk->list, ", ");
        size_t length = strcspn(walk->list, ", ");
        if (length == 0)
            return NULL;
        snprintf(id, sizeof id, "%.*s", (int)length, walk->list);
        walk->list += length;
        walk->limit = ehc_find_limit(judgement->law, id);
        walk->role = ehc_find_role(judgement->law, id);
        walk->at = 0;
    }
}

/* The next deadline of the round that was asked for. */
static const struct ehc_judged *next_about(const struct letter_choice *choice, struct letter_walk *walk) {
    const struct ehc_judged *judged;
    do
        judged = letter_next_about(choice, walk);
    while (judged != NULL && !is_in_round(choice, judged));
    return judged;
}

static bool is_doubtful(const struct letter_choice *choice, const struct ehc_judged *judged) {
    return first_claim(choice->judgement, judged, EHC_ANSWER_YES) != NULL || judged->relaxation != NULL;
}

/* A letter is about a step that is late now; else one that was late; else one that is disputed; else any other. */
static int rank_of(const struct ehc_judged *judged) {
    static const enum ehc_status order[] = {EHC_OVERDUE, EHC_LATE, EHC_DISPUTED};
    int rank = 0;
    while (rank < (int)(sizeof order / sizeof order[0]) && order[rank] != judged->deadline->status)
        rank++;
    return rank;
}

void letter_choose(struct letter_choice *choice, bool anyway) {
    struct letter_walk walk = {0};
    const struct ehc_judged *judged;
    size_t kept = 0;
    choice->chosen = NULL;
    choice->step_count = 0;
    choice->doubtful = false;
    choice->left_out_count = 0;
    while ((judged = next_about(choice, &walk)) != NULL)
        if (is_supported(choice, judged) && choice->step_count < choice->judgement->count)
            choice->steps[choice->step_count++] = judged;
    if (!choice->letter->all_rounds)
        keep_latest(choice);
    for (size_t i = 0; i < choice->step_count; i++) {
        judged = choice->steps[i];
        choice->doubtful = choice->doubtful || is_doubtful(choice, judged);
        if (is_doubtful(choice, judged) && !anyway) {
            if (choice->left_out_count++ == 0)
                choice->left_out = judged;
            continue;
        }
        choice->steps[kept++] = judged;
        if (choice->chosen == NULL || rank_of(judged) < rank_of(choice->chosen))
            choice->chosen = judged;
    }
    choice->step_count = kept;
}

/* The first deadline with a status; one that is owed only in some cases comes after all others. */
static const struct ehc_deadline *first_with(const struct letter_choice *choice, enum ehc_status status) {
    struct letter_walk walk = {0};
    const struct ehc_judged *judged;
    const struct ehc_deadline *found = NULL;
    while ((judged = next_about(choice, &walk)) != NULL) {
        const struct ehc_deadline *deadline = judged->deadline;
        bool counts = deadline->due != EHC_NO_DAY || status == EHC_UNKNOWN || status == EHC_NOT_NEEDED;
        if (deadline->status != status || judged->waits || !counts || (found != NULL && deadline->limit->only_if != NULL))
            continue;
        if (found == NULL || found->limit->only_if != NULL)
            found = deadline;
    }
    return found;
}

static void tell_in_time(const struct letter_choice *choice, const struct ehc_deadline *deadline, struct ehc_error *error) {
    const char *step = deadline->limit->short_title;
    char due[EHC_DAY_TEXT], other[EHC_DAY_TEXT], words[EHC_WORDS];
    ehc_day_format(deadline->due, due);
    if (deadline->limit->is_minimum && (deadline->status == EHC_DUE || deadline->status == EHC_MET)) {
        ehc_fail(error, "nothing was too early: '%s' is lawful after %s", step, due);
        return;
    }
    switch (deadline->status) {
    case EHC_DISPUTED:
        ehc_fail(error, "the readings of the law differ: '%s' was due on %s, or on another reading on %s", step, due,
                 ehc_day_format(deadline->latest, other));
        break;
    case EHC_DUE:
        if (deadline->days == 0)
            ehc_fail(error, "nothing is late: '%s' is due on %s, and the whole of that day is in time", step, due);
        else
            ehc_fail(error, "nothing is late: '%s' is due on %s, in %s", step, due, ehc_days_words(deadline->days, words));
        break;
    case EHC_MET:
        ehc_fail(error, "nothing is late: '%s' was due on %s and done on %s", step, due,
                 ehc_day_format(deadline->act, other));
        break;
    default:
        ehc_fail(error, "'%s': %.200s", step, ehc_because_words(choice->judgement->law, deadline, words));
        break;
    }
}

/* Names the events from which the time would run. */
static void tell_not_begun(const struct letter_choice *choice, struct ehc_error *error) {
    const struct ehc_law *law = choice->judgement->law;
    enum { NAMED_MOST = 4 };
    char names[EHC_WORDS] = "", id[LETTER_NAME_ROOM], first[LETTER_NAME_ROOM] = "";
    bool named[EHC_EVENTS_MAX] = {false};
    size_t at = 0, count = 0;
    for (const char *list = choice->letter->about; *list != '\0' && at < sizeof names;) {
        list += strspn(list, ", ");
        size_t length = strcspn(list, ", ");
        snprintf(id, sizeof id, "%.*s", (int)length, list);
        list += length;
        int limit = length > 0 ? ehc_find_limit(law, id) : EHC_NONE;
        if (limit == EHC_NONE || named[law->limits[limit].trigger])
            continue;
        named[law->limits[limit].trigger] = true;
        const char *event = law->events[law->limits[limit].trigger].id;
        if (first[0] == '\0')
            snprintf(first, sizeof first, "%s", event);
        if (count++ < NAMED_MOST)
            at += (size_t)snprintf(names + at, sizeof names - at, "%s%s", at > 0 ? ", " : "", event);
    }
    if (first[0] == '\0') /* it names a role, not limits */
        snprintf(first, sizeof first, "%s", law->events[law->starts_with].id);
    if (count > NAMED_MOST)
        ehc_fail(error, "a fact is missing: the case gives none of %.200s and others", names);
    else if (count > 1)
        ehc_fail(error, "a fact is missing: the case gives none of %.200s", names);
    else
        ehc_fail(error, "a fact is missing: the case does not give '%s'", first);
    ehc_hint(error, "add the day it happened to [events] in the case file: %s = DATE", first);
}

/* The claim may fit as far as the case says. */
static void tell_unsaid(const struct letter_choice *choice, const struct ehc_judged *judged, struct ehc_error *error) {
    const struct ehc_exception *claim = first_claim(choice->judgement, judged, EHC_ANSWER_CANNOT_SAY);
    char why[EHC_WORDS], provision[EHC_WORDS];
    ehc_fail(error, "it is not known whether the exception fits, %.60s: %.220s",
             ehc_exception_provision(choice->judgement->law, judged->deadline->limit, claim->kind, provision),
             ehc_exception_words(judged->deadline, claim, why));
    ehc_hint(error, "write a letter about the late step: it asks the council to show it");
}

static enum letter_result refuse(const struct letter_choice *choice, ehc_report *report, void *context) {
    static const enum ehc_status order[] = {EHC_DISPUTED,   EHC_DUE,     EHC_UNKNOWN, EHC_MET,
                                            EHC_NOT_NEEDED, EHC_OVERDUE, EHC_LATE};
    struct ehc_error error;
    const struct ehc_deadline *deadline = NULL;
    const struct ehc_judged *judged;
    struct letter_walk walk = {0};
    const struct ehc_judged *unsaid = NULL;
    bool lacks_claim = false;
    while (choice->letter->claim[0] != '\0' && (judged = next_about(choice, &walk)) != NULL) {
        if (!has_status(choice->letter, judged->deadline))
            continue;
        lacks_claim = true;
        if (unsaid == NULL && first_claim(choice->judgement, judged, EHC_ANSWER_CANNOT_SAY) != NULL)
            unsaid = judged;
    }
    for (size_t i = 0; i < sizeof order / sizeof order[0] && deadline == NULL; i++)
        deadline = first_with(choice, order[i]);
    if (unsaid != NULL) {
        tell_unsaid(choice, unsaid, &error);
    } else if (lacks_claim) {
        ehc_fail(&error,
                 "this letter answers an exception that does not fit or a wrong last day, and the case gives neither");
        ehc_hint(&error, "add what the council says: [closure NAME], [absence NAME], [exceptional NAME] or [they-say NAME]");
    } else if (deadline == NULL) {
        tell_not_begun(choice, &error);
    } else {
        tell_in_time(choice, deadline, &error);
    }
    report(context, &error);
    return LETTER_NOT_SUPPORTED;
}

/* Reports the first reason for doubt. */
static enum letter_result refuse_doubtful(const struct letter_choice *choice, ehc_report *report, void *context) {
    struct letter_walk walk = {0};
    const struct ehc_judged *judged;
    while ((judged = next_about(choice, &walk)) != NULL) {
        const struct ehc_exception *claim = first_claim(choice->judgement, judged, EHC_ANSWER_YES);
        const struct ehc_relaxation *relaxation = judged->relaxation;
        struct ehc_error error;
        char why[EHC_WORDS], provision[EHC_WORDS];
        if (!is_supported(choice, judged))
            continue;
        if (claim != NULL)
            ehc_fail(&error, "an exception seems to fit, %.60s: %.220s",
                     ehc_exception_provision(choice->judgement->law, judged->deadline->limit, claim->kind, provision),
                     ehc_exception_words(judged->deadline, claim, why));
        else if (relaxation != NULL)
            ehc_fail(&error, "%.60s may excuse it: %.*s", relaxation->provision, (int)strcspn(relaxation->why, "."),
                     relaxation->why);
        else
            continue;
        report(context, &error);
        break;
    }
    return LETTER_DOUBTFUL;
}

enum letter_result letter_refuse(const struct letter_choice *choice, ehc_report *report, void *context) {
    return choice->doubtful ? refuse_doubtful(choice, report, context) : refuse(choice, report, context);
}
