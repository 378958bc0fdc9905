/* Exceptions: whether the facts of a case fit them, and the days lost. */
#include "engine.h"
#include "util/ascii.h"
#include <string.h>

static int days_in(struct ehc_span span) {
    return span.last - span.first + 1;
}

static bool is_any(struct ehc_span span) {
    return span.first <= span.last;
}

static struct ehc_span overlap(struct ehc_span a, struct ehc_span b) {
    return (struct ehc_span){a.first > b.first ? a.first : b.first, a.last < b.last ? a.last : b.last};
}

/* The period of a deadline that has a date: from the day after the trigger to the due date; from the trigger itself if the
 * period begins with it; from the due date to the trigger if the limit counts back. */
static struct ehc_span period_of(const struct ehc_deadline *deadline) {
    if (deadline->due < deadline->trigger)
        return (struct ehc_span){deadline->due, deadline->trigger};
    return (struct ehc_span){deadline->trigger + (deadline->limit->count != EHC_BEGINNING), deadline->due};
}

struct asking {
    struct ehc_span window;
    ehc_day inside;  /* the first request in the window; EHC_NO_DAY */
    ehc_day outside; /* the request nearest to it; EHC_NO_DAY if there is none */
    bool undated;    /* there is a request whose day is not given */
};

static int distance(struct ehc_span window, ehc_day day) {
    return day < window.first ? window.first - day : day - window.last;
}

static void look_at_request(struct asking *asking, ehc_day day) {
    if (day == EHC_NO_DAY)
        return;
    if (day >= asking->window.first && day <= asking->window.last) {
        if (asking->inside == EHC_NO_DAY || day < asking->inside)
            asking->inside = day;
    } else if (asking->outside == EHC_NO_DAY || distance(asking->window, day) < distance(asking->window, asking->outside)) {
        asking->outside = day;
    }
}

static struct asking find_request(const struct ehc_exception_type *type, const struct ehc_case *facts, int asking_days,
                                  struct ehc_span closed) {
    struct asking asking = {{closed.first - asking_days, closed.last + 1 - asking_days}, EHC_NO_DAY, EHC_NO_DAY, false};
    if (type->asked_event != EHC_NONE)
        look_at_request(&asking, facts->event[type->asked_event]);
    for (size_t i = 0; i < facts->advice_count; i++) {
        if ((int)facts->advice[i].from != type->asked_from)
            continue;
        look_at_request(&asking, facts->advice[i].requested);
        asking.undated = asking.undated || facts->advice[i].requested == EHC_NO_DAY;
    }
    return asking;
}

static void test_closure(const struct ehc_case *facts, const struct ehc_deadline *deadline,
                         const struct ehc_exception_list *list, struct ehc_exception *exception) {
    struct ehc_span period = period_of(deadline), *lost = &exception->lost;
    exception->days = days_in(exception->span);
    exception->needed = list->closure_days;
    if (!is_any(overlap(exception->span, period))) {
        exception->fit = EHC_OUTSIDE_PERIOD;
        return;
    }
    if (exception->days < exception->needed) {
        exception->fit = EHC_TOO_SHORT;
        return;
    }
    struct asking asking = find_request(exception->type, facts, list->asking_days, exception->span);
    bool unknown = asking.inside == EHC_NO_DAY && (asking.outside == EHC_NO_DAY || asking.undated);
    exception->window = asking.window;
    exception->asked = asking.inside != EHC_NO_DAY ? asking.inside : unknown ? EHC_NO_DAY : asking.outside;
    *lost = exception->span;
    lost->first = asking.inside != EHC_NO_DAY && asking.inside > lost->first ? asking.inside : lost->first;
    lost->first = period.first > lost->first ? period.first : lost->first;
    exception->fit = unknown                                                   ? EHC_ASKED_NOT_GIVEN
                     : asking.inside == EHC_NO_DAY                             ? EHC_ASKED_OUTSIDE
                     : lost->first <= lost->last && lost->first <= period.last ? EHC_FITS
                                                                               : EHC_ASKED_TOO_LATE;
}

static void test_absence(const struct ehc_deadline *deadline, const struct ehc_exception_list *list,
                         struct ehc_exception *exception) {
    struct ehc_span inside = overlap(exception->span, period_of(deadline));
    exception->days = is_any(inside) ? days_in(inside) : 0;
    exception->needed = list->absence_days;
    exception->fit = exception->days >= exception->needed ? EHC_FITS
                     : exception->days > 0                ? EHC_TOO_SHORT
                                                          : EHC_OUTSIDE_PERIOD;
    exception->lost = inside;
}

static void test_exceptional(const struct ehc_deadline *deadline, struct ehc_exception *exception) {
    struct ehc_span inside = overlap(exception->span, period_of(deadline));
    exception->days = is_any(inside) ? days_in(inside) : 0;
    exception->lost = inside;
    exception->fit = exception->claim != NULL ? EHC_REASON_NOT_LISTED
                     : is_any(inside)         ? EHC_NOT_BY_DATES
                                              : EHC_OUTSIDE_PERIOD;
}

/* The number of requests for advice that the limit is about. */
static size_t count_asked(const struct ehc_case *facts, const struct ehc_limit *limit) {
    size_t count = 0;
    for (size_t i = 0; i < facts->advice_count; i++)
        count += (limit->advice_from >> facts->advice[i].from & 1U) != 0;
    return count;
}

static bool is_name_of_another(const struct ehc_case *facts, const struct ehc_advice *advice, const char *body) {
    for (size_t i = 0; i < facts->advice_count; i++)
        if (&facts->advice[i] != advice && facts->advice[i].name != NULL && ascii_same(body, facts->advice[i].name))
            return true;
    return false;
}

/* A missed appointment excuses only the body that it was with. The body is the name of a request for advice, or a kind of
 * adviser. Other words for an adviser count only if no other body was asked; else the answer is "cannot say". */
static enum ehc_fit test_body(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_deadline *deadline,
                              const char *body) {
    const struct ehc_advice *advice = deadline->advice;
    unsigned asked = advice != NULL ? 1U << advice->from : deadline->limit->advice_from;
    if (body == NULL)
        return count_asked(facts, deadline->limit) > 1 ? EHC_BODY_NOT_GIVEN : EHC_FITS;
    if (advice != NULL && advice->name != NULL && ascii_same(body, advice->name))
        return EHC_FITS;
    if (is_name_of_another(facts, advice, body))
        return EHC_OTHER_BODY;
    int from = ehc_find_adviser(law, body);
    if (from == EHC_NONE)
        return EHC_BODY_NOT_GIVEN;
    if ((asked >> from & 1U) == 0)
        return EHC_OTHER_BODY;
    bool is_kind = ascii_same(body, ehc_advice_from_name((enum ehc_advice_from)from));
    bool is_only_one = (advice == NULL || advice->name == NULL) && count_asked(facts, deadline->limit) <= 1;
    return is_kind || is_only_one ? EHC_FITS : EHC_BODY_NOT_GIVEN;
}

static void test_missed(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_deadline *deadline,
                        struct ehc_exception *exception) {
    exception->lost = (struct ehc_span){1, 0}; /* the law gives no number of days */
    exception->fit = test_body(law, facts, deadline, exception->body);
    if (exception->fit != EHC_OTHER_BODY && !is_any(overlap(exception->span, period_of(deadline))))
        exception->fit = EHC_OUTSIDE_PERIOD;
}

/* Whether nobody has claimed any closure of the run around one. */
static bool is_unclaimed(const struct ehc_case *facts, size_t closure) {
    if (!facts->closure[closure].is_unclaimed)
        return false;
    struct ehc_span run = ehc_closure_run(facts, closure, NULL);
    for (size_t i = 0; i < facts->closure_count; i++) {
        struct ehc_span span = facts->closure[i].span;
        if (!facts->closure[i].is_unclaimed && ehc_closure_setting(facts, i) == ehc_closure_setting(facts, closure) &&
            span.first >= run.first && span.last <= run.last)
            return false;
    }
    return true;
}

/* Puts the fact at `index` into the exception. The index counts closures, absences, exceptional circumstances and missed
 * appointments, in this order. False for a closure that is not the first of its run. */
static bool take_fact(const struct ehc_case *facts, size_t index, struct ehc_exception *exception) {
    if (index < facts->closure_count) {
        size_t first_of_run;
        exception->span = ehc_closure_run(facts, index, &first_of_run);
        exception->kind =
            ehc_closure_setting(facts, index) == EHC_EARLY_YEARS ? EHC_EARLY_YEARS_CLOSURE : EHC_SCHOOL_CLOSURE;
        exception->name = facts->closure[index].name;
        exception->is_unclaimed = is_unclaimed(facts, index);
        return first_of_run == index;
    }
    index -= facts->closure_count;
    if (index < facts->absence_count) {
        exception->span = facts->absence[index].span;
        exception->kind = EHC_ABSENCE;
        exception->name = facts->absence[index].name;
        exception->is_unclaimed = facts->absence[index].is_unclaimed;
        return true;
    }
    index -= facts->absence_count;
    if (index < facts->exceptional_count) {
        exception->span = facts->exceptional[index].span;
        exception->kind = EHC_EXCEPTIONAL_CIRCUMSTANCES;
        exception->name = facts->exceptional[index].name;
        exception->is_unclaimed = facts->exceptional[index].is_unclaimed;
        exception->claim = facts->exceptional[index].claim;
        return true;
    }
    index -= facts->exceptional_count;
    exception->span = (struct ehc_span){facts->missed[index].day, facts->missed[index].day};
    exception->kind = EHC_MISSED_APPOINTMENT;
    exception->name = facts->missed[index].name;
    exception->is_unclaimed = facts->missed[index].is_unclaimed;
    exception->body = facts->missed[index].body;
    return true;
}

static bool has_fact(const struct ehc_case *facts, enum ehc_exception_kind kind) {
    switch (kind) {
    case EHC_ABSENCE:
        return facts->absence_count > 0;
    case EHC_EXCEPTIONAL_CIRCUMSTANCES:
        return facts->exceptional_count > 0;
    case EHC_MISSED_APPOINTMENT:
        return facts->missed_count > 0;
    default:
        break;
    }
    for (size_t i = 0; i < facts->closure_count; i++)
        if ((ehc_closure_setting(facts, i) == EHC_EARLY_YEARS) == (kind == EHC_EARLY_YEARS_CLOSURE))
            return true;
    return false;
}

/* Half terms and holidays of other years are not mentioned if nobody has claimed them. */
static bool is_worth_a_word(const struct ehc_deadline *deadline, const struct ehc_exception *exception) {
    if (!exception->is_unclaimed || exception->answer != EHC_ANSWER_NO)
        return true;
    return exception->fit != EHC_TOO_SHORT && exception->fit != EHC_NOT_ON_LIST &&
           is_any(overlap(exception->span, period_of(deadline)));
}

/* A missing fact never makes "does not fit". */
static enum ehc_answer answer_of(enum ehc_fit fit) {
    switch (fit) {
    case EHC_FITS:
        return EHC_ANSWER_YES;
    case EHC_NO_FACTS:
    case EHC_ASKED_NOT_GIVEN:
    case EHC_BODY_NOT_GIVEN:
    case EHC_NOT_BY_DATES:
        return EHC_ANSWER_CANNOT_SAY;
    case EHC_NOT_ON_LIST:
    case EHC_REASON_NOT_LISTED:
    case EHC_TOO_SHORT:
    case EHC_ASKED_OUTSIDE:
    case EHC_ASKED_TOO_LATE:
    case EHC_OUTSIDE_PERIOD:
    case EHC_OTHER_BODY:
        break;
    }
    return EHC_ANSWER_NO;
}

static void test(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_deadline *deadline,
                 struct ehc_exception *exception) {
    exception->type = &law->kinds[exception->kind];
    const struct ehc_exception_list *list =
        deadline->limit->exceptions != EHC_NONE ? &law->lists[deadline->limit->exceptions] : NULL;
    if (list == NULL || list->letter[exception->kind] == NULL) {
        exception->fit = EHC_NOT_ON_LIST;
        return;
    }
    switch (exception->kind) {
    case EHC_ABSENCE:
        test_absence(deadline, list, exception);
        return;
    case EHC_EXCEPTIONAL_CIRCUMSTANCES:
        test_exceptional(deadline, exception);
        return;
    case EHC_MISSED_APPOINTMENT:
        test_missed(law, facts, deadline, exception);
        return;
    default:
        test_closure(facts, deadline, list, exception);
    }
}

bool ehc_exception_next(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_deadline *deadline,
                        size_t *cursor, struct ehc_exception *exception) {
    size_t fact_count = facts->closure_count + facts->absence_count + facts->exceptional_count + facts->missed_count;
    if (deadline->due == EHC_NO_DAY || deadline->own != NULL)
        return false;
    while (*cursor < fact_count) {
        *exception = (struct ehc_exception){.given = true, .asked = EHC_NO_DAY};
        if (!take_fact(facts, (*cursor)++, exception))
            continue;
        test(law, facts, deadline, exception);
        exception->answer = answer_of(exception->fit);
        if (is_worth_a_word(deadline, exception))
            return true;
    }
    while (deadline->limit->exceptions != EHC_NONE && *cursor < fact_count + EHC_EXCEPTION_KINDS) {
        enum ehc_exception_kind kind = (enum ehc_exception_kind)((*cursor)++ - fact_count);
        if (law->lists[deadline->limit->exceptions].letter[kind] == NULL || has_fact(facts, kind))
            continue;
        *exception =
            (struct ehc_exception){.kind = kind, .type = &law->kinds[kind], .fit = EHC_NO_FACTS, .asked = EHC_NO_DAY};
        exception->answer = answer_of(exception->fit);
        return true;
    }
    return false;
}

/* ---- the days lost ---- */

/* The number of days in `spans`, each day counted once. */
static int count_union(const struct ehc_span *spans, size_t count) {
    int days = 0;
    for (ehc_day at = EHC_NO_DAY;;) {
        ehc_day next = EHC_NO_DAY, last = EHC_NO_DAY;
        for (size_t i = 0; i < count; i++) {
            ehc_day first = spans[i].first > at ? spans[i].first : at + 1;
            if (at != EHC_NO_DAY && spans[i].last <= at)
                continue;
            if (next == EHC_NO_DAY || first < next || (first == next && spans[i].last > last)) {
                next = first;
                last = spans[i].last;
            }
        }
        if (next == EHC_NO_DAY)
            return days;
        days += last - next + 1;
        at = last;
    }
}

void ehc_plan_with_exceptions(const struct ehc_law *law, const struct ehc_case *facts, struct ehc_deadline *deadline) {
    struct ehc_span lost[EHC_CLOSURES_MAX + EHC_ABSENCES_MAX + EHC_EXCEPTIONAL_MAX];
    struct ehc_exception exception;
    size_t fitting = 0, count = 0; /* the spans of exceptions that fit come first */
    for (size_t cursor = 0; ehc_exception_next(law, facts, deadline, &cursor, &exception);) {
        if (!exception.given || exception.answer == EHC_ANSWER_NO || !is_any(exception.lost))
            continue;
        lost[count++] = exception.lost;
        if (exception.answer == EHC_ANSWER_YES) {
            lost[count - 1] = lost[fitting];
            lost[fitting++] = exception.lost;
        }
    }
    int certain = count_union(lost, fitting), possible = count_union(lost, count);
    if (certain > 0) {
        deadline->days_lost = certain;
        deadline->with_exception = ehc_add_days(deadline->due, certain);
    }
    if (possible > certain) {
        deadline->days_lost_if = possible;
        deadline->with_exception_if = ehc_add_days(deadline->due, possible);
    }
}

const struct ehc_relaxation *ehc_deadline_relaxation(const struct ehc_law *law, const struct ehc_deadline *deadline) {
    if (deadline->limit->relaxed_by == EHC_NONE || deadline->due == EHC_NO_DAY)
        return NULL;
    const struct ehc_relaxation *relaxation = &law->relaxations[deadline->limit->relaxed_by];
    struct ehc_span period = period_of(deadline);
    return period.first <= relaxation->until && period.last >= relaxation->from ? relaxation : NULL;
}
