#include "choice.h"
#include "util/fail.h"
#include <string.h>

/* Whether a list parted by commas holds a name. */
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
    return deadline->due != EHC_NO_DAY && has_name(when, ehc_status_name(deadline->status));
}

/* A closure or absence of another time of the year is no answer to this delay. */
static bool meets(const struct ehc_judged *view, const struct ehc_deadline *deadline, struct ehc_span span) {
    ehc_day last = deadline->act != EHC_NO_DAY ? deadline->act : view->as_at;
    last = deadline->due > last ? deadline->due : last;
    return span.last > deadline->trigger && span.first <= last;
}

bool letter_next_claim(const struct ehc_judged *view, const struct ehc_deadline *deadline, bool fits,
                       struct ehc_exception *exception) {
    while (ehc_exception_next(view->law, view->facts, deadline, exception))
        if (exception->given && (exception->fit == EHC_FITS) == fits && (fits || !exception->is_unclaimed) &&
            meets(view, deadline, exception->span))
            return true;
    return false;
}

static bool has_claim(const struct ehc_judged *view, const struct ehc_deadline *deadline, bool fits) {
    struct ehc_exception exception = {0};
    return letter_next_claim(view, deadline, fits, &exception);
}

static bool is_doubtful(const struct ehc_judged *view, const struct ehc_deadline *deadline) {
    return has_claim(view, deadline, true) || ehc_deadline_relaxation(view->law, deadline) != NULL;
}

static bool is_supported(const struct letter_choice *choice, const struct ehc_deadline *deadline) {
    return has_status(choice->letter, deadline) &&
           (choice->letter->claim[0] == '\0' || has_claim(choice->view, deadline, false));
}

/* Goes through the deadlines in the order in which the letter's head names their limits. Start with zeroes; false at the
 * end. */
struct walk {
    const char *list;
    size_t at;
    int limit;
};

static const struct ehc_deadline *next_about(const struct letter_choice *choice, struct walk *walk) {
    const struct ehc_judged *view = choice->view;
    if (walk->list == NULL) {
        *walk = (struct walk){.list = choice->letter->about, .at = view->count};
    }
    for (;;) {
        for (; walk->at < view->count; walk->at++)
            if (view->deadlines[walk->at].limit == &view->law->limits[walk->limit])
                return &view->deadlines[walk->at++];
        char id[LETTER_NAME_ROOM];
        walk->list += strspn(walk->list, ", ");
        size_t length = strcspn(walk->list, ", ");
        if (length == 0)
            return NULL;
        snprintf(id, sizeof id, "%.*s", (int)length, walk->list);
        walk->list += length;
        walk->limit = ehc_find_limit(view->law, id);
        walk->at = walk->limit == EHC_NONE ? view->count : 0;
    }
}

void letter_choose(struct letter_choice *choice, bool anyway) {
    struct walk walk = {0};
    const struct ehc_deadline *deadline;
    while ((deadline = next_about(choice, &walk)) != NULL) {
        if (!is_supported(choice, deadline) || choice->step_count == EHC_DEADLINES_MAX)
            continue;
        bool doubtful = is_doubtful(choice->view, deadline);
        choice->doubtful = choice->doubtful || doubtful;
        if (doubtful && !anyway)
            continue;
        choice->steps[choice->step_count++] = deadline;
        if (choice->chosen == NULL || (choice->chosen->status != EHC_OVERDUE && deadline->status == EHC_OVERDUE))
            choice->chosen = deadline;
    }
}

static const struct ehc_deadline *first_with(const struct letter_choice *choice, enum ehc_status status) {
    struct walk walk = {0};
    const struct ehc_deadline *deadline;
    while ((deadline = next_about(choice, &walk)) != NULL)
        if (deadline->status == status && (deadline->due != EHC_NO_DAY || status == EHC_UNKNOWN || status == EHC_NOT_NEEDED))
            return deadline;
    return NULL;
}

static void tell_in_time(const struct letter_choice *choice, const struct ehc_deadline *deadline, struct ehc_error *error) {
    const char *step = deadline->limit->short_title;
    char due[EHC_DAY_TEXT], other[EHC_DAY_TEXT], words[EHC_WORDS];
    ehc_day_format(deadline->due, due);
    switch (deadline->status) {
    case EHC_DISPUTED:
        ehc_fail(error, "it is not late on every reading of the law: '%s' was due on %s, or on %s as some read it", step,
                 due, ehc_day_format(deadline->latest, other));
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
        ehc_fail(error, "'%s': %.200s", step, ehc_because_words(choice->view->law, deadline, words));
        break;
    }
}

/* Names the events that would start the time. */
static void tell_not_begun(const struct letter_choice *choice, struct ehc_error *error) {
    const struct ehc_law *law = choice->view->law;
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
    if (at > strlen(first))
        ehc_fail(error, "a fact is missing: the case gives none of %.200s%s", names,
                 count > NAMED_MOST ? " and others" : "");
    else
        ehc_fail(error, "a fact is missing: the case does not give '%s'", first);
    ehc_hint(error, "add the day it happened to [events] in the case file: %s = DATE", first);
}

static enum letter_result refuse(const struct letter_choice *choice, ehc_report *report, void *context) {
    static const enum ehc_status order[] = {EHC_DISPUTED,   EHC_DUE,     EHC_UNKNOWN, EHC_MET,
                                            EHC_NOT_NEEDED, EHC_OVERDUE, EHC_LATE};
    struct ehc_error error;
    const struct ehc_deadline *deadline = NULL;
    struct walk walk = {0};
    bool lacks_claim = false;
    while (choice->letter->claim[0] != '\0' && (deadline = next_about(choice, &walk)) != NULL)
        lacks_claim = lacks_claim || has_status(choice->letter, deadline);
    for (size_t i = 0; i < sizeof order / sizeof order[0] && deadline == NULL; i++)
        deadline = first_with(choice, order[i]);
    if (lacks_claim) {
        ehc_fail(&error, "no exception that does not fit is given in the case");
        ehc_hint(&error, "add what the council claims: [closure NAME], [absence NAME] or [exceptional NAME]");
    } else if (deadline == NULL) {
        tell_not_begun(choice, &error);
    } else {
        tell_in_time(choice, deadline, &error);
    }
    report(context, &error);
    return LETTER_NOT_SUPPORTED;
}

/* Why the case is doubtful, in one message. */
static enum letter_result refuse_doubtful(const struct letter_choice *choice, ehc_report *report, void *context) {
    struct walk walk = {0};
    const struct ehc_deadline *deadline;
    while ((deadline = next_about(choice, &walk)) != NULL) {
        struct ehc_exception exception = {0};
        struct ehc_error error;
        char why[EHC_WORDS], provision[EHC_WORDS];
        const struct ehc_relaxation *relaxation = ehc_deadline_relaxation(choice->view->law, deadline);
        if (!is_supported(choice, deadline))
            continue;
        if (letter_next_claim(choice->view, deadline, true, &exception))
            ehc_fail(&error, "an exception seems to fit, %.60s: %.220s",
                     ehc_exception_provision(choice->view->law, deadline->limit, exception.kind, provision),
                     ehc_exception_words(deadline, &exception, why));
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
