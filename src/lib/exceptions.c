/* Exceptions: whether the facts of a case fit them, and the days lost. */
#include "engine.h"
#include "util/ascii.h"
#include <string.h>

static int days_in(struct ehc_span span) {
    return span.last - span.first + 1;
}

static struct ehc_span overlap(struct ehc_span a, struct ehc_span b) {
    return (struct ehc_span){a.first > b.first ? a.first : b.first, a.last < b.last ? a.last : b.last};
}

/* From the day after the trigger, or with a period that begins with it from that day, to the due date; from the due date to
 * the trigger where the limit counts back. The deadline has a date. */
static struct ehc_span period_of(const struct ehc_deadline *deadline) {
    if (deadline->due < deadline->trigger)
        return (struct ehc_span){deadline->due, deadline->trigger};
    return (struct ehc_span){deadline->trigger + (deadline->limit->count != EHC_BEGINNING), deadline->due};
}

struct asking {
    struct ehc_span window;
    ehc_day inside;  /* the first request in the window; EHC_NO_DAY */
    ehc_day outside; /* the request nearest to it; EHC_NO_DAY where there is none */
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
    struct asking asking = {{closed.first - asking_days, closed.last + 1 - asking_days}, EHC_NO_DAY, EHC_NO_DAY};
    if (type->asked_event != EHC_NONE)
        look_at_request(&asking, facts->event[type->asked_event]);
    for (size_t i = 0; i < facts->advice_count; i++)
        if ((int)facts->advice[i].from == type->asked_from)
            look_at_request(&asking, facts->advice[i].requested);
    return asking;
}

static void test_closure(const struct ehc_case *facts, const struct ehc_deadline *deadline,
                         const struct ehc_exception_list *list, struct ehc_exception *exception) {
    exception->days = days_in(exception->span);
    exception->needed = list->closure_days;
    if (exception->days < exception->needed) {
        exception->fit = EHC_TOO_SHORT;
        return;
    }
    struct asking asking = find_request(exception->type, facts, list->asking_days, exception->span);
    exception->window = asking.window;
    exception->asked = asking.inside != EHC_NO_DAY ? asking.inside : asking.outside;
    if (asking.inside == EHC_NO_DAY) {
        exception->fit = asking.outside == EHC_NO_DAY ? EHC_NOT_ASKED : EHC_ASKED_OUTSIDE;
        return;
    }
    struct ehc_span period = period_of(deadline), lost = exception->span;
    lost.first = asking.inside > lost.first ? asking.inside : lost.first;
    lost.first = period.first > lost.first ? period.first : lost.first;
    exception->fit = lost.first <= lost.last && lost.first <= period.last ? EHC_FITS : EHC_OUTSIDE_PERIOD;
    exception->lost = lost;
}

static void test_absence(const struct ehc_deadline *deadline, const struct ehc_exception_list *list,
                         struct ehc_exception *exception) {
    struct ehc_span inside = overlap(exception->span, period_of(deadline));
    exception->days = inside.first <= inside.last ? days_in(inside) : 0;
    exception->needed = list->absence_days;
    exception->fit = exception->days >= exception->needed ? EHC_FITS
                     : exception->days > 0                ? EHC_TOO_SHORT
                                                          : EHC_OUTSIDE_PERIOD;
    exception->lost = inside;
}

static bool is_letter(char c) {
    return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || (c >= '0' && c <= '9');
}

/* Whether `text` begins with the `length` letters at `words` (lower case), as whole words. */
static bool begins_with(const char *text, const char *words, size_t length) {
    size_t same = 0;
    while (same < length && ascii_lower(text[same]) == words[same])
        same++;
    return same == length && !is_letter(text[length]);
}

static const char *skip_article(const char *reason) {
    static const char *const articles[] = {"a ", "an ", "the "};
    reason += strspn(reason, " ");
    for (size_t i = 0; i < sizeof articles / sizeof articles[0]; i++)
        if (begins_with(reason, articles[i], strlen(articles[i]) - 1) && reason[strlen(articles[i]) - 1] == ' ')
            return reason + strlen(articles[i]);
    return reason;
}

/* The claim that a reason begins with; further on the same words may stand beside a personal reason ("father died in the
 * Easter holidays"), which is for people to judge. */
static const struct ehc_claim *find_claim(const struct ehc_law *law, const char *reason) {
    if (reason == NULL)
        return NULL;
    reason = skip_article(reason);
    for (size_t i = 0; i < law->claim_count; i++) {
        for (const char *words = law->claims[i].words; *words != '\0';) {
            words += strspn(words, ", ");
            size_t length = strcspn(words, ",");
            if (length > 0 && begins_with(reason, words, length))
                return &law->claims[i];
            words += length;
        }
    }
    return NULL;
}

static void test_exceptional(const struct ehc_deadline *deadline, struct ehc_exception *exception) {
    struct ehc_span inside = overlap(exception->span, period_of(deadline));
    bool meets = inside.first <= inside.last;
    exception->days = meets ? days_in(inside) : 0;
    exception->lost = inside;
    exception->fit = exception->claim != NULL ? EHC_REASON_NOT_LISTED : meets ? EHC_FITS : EHC_OUTSIDE_PERIOD;
}

/* A missed appointment excuses the body it was with, no other. The body is a kind of adviser,
 * or the name of a request for advice; one that is neither may be this one. */
static bool is_other_body(const struct ehc_deadline *deadline, const char *body) {
    const struct ehc_advice *advice = deadline->advice;
    unsigned asked = advice != NULL ? 1U << advice->from : deadline->limit->advice_from;
    if (body == NULL || (advice != NULL && advice->name != NULL && ascii_same(body, advice->name)))
        return false;
    for (unsigned from = 0; from < EHC_ADVICE_FROM_KINDS; from++)
        if (ascii_same(body, ehc_advice_from_name((enum ehc_advice_from)from)))
            return (asked & 1U << from) == 0;
    return advice != NULL && advice->name != NULL;
}

static void test_missed(const struct ehc_deadline *deadline, struct ehc_exception *exception) {
    struct ehc_span period = period_of(deadline);
    bool inside = exception->span.first >= period.first && exception->span.first <= period.last;
    exception->fit = inside ? EHC_FITS : EHC_OUTSIDE_PERIOD;
    if (is_other_body(deadline, exception->body))
        exception->fit = EHC_OTHER_BODY;
    exception->lost = (struct ehc_span){1, 0}; /* the law gives no number of days */
}

/* Whether every closure of the stretch around one is known from the school's calendar alone. */
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

/* Takes the fact at `index`, counting closures (the first of each run), absences, exceptional circumstances and missed
 * appointments, into the exception; false where the place holds none. */
static bool take_fact(const struct ehc_law *law, const struct ehc_case *facts, size_t index,
                      struct ehc_exception *exception) {
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
        return true;
    }
    index -= facts->absence_count;
    if (index < facts->exceptional_count) {
        exception->span = facts->exceptional[index].span;
        exception->kind = EHC_EXCEPTIONAL_CIRCUMSTANCES;
        exception->name = facts->exceptional[index].name;
        exception->claim = find_claim(law, facts->exceptional[index].reason);
        return true;
    }
    index -= facts->exceptional_count;
    exception->span = (struct ehc_span){facts->missed[index].day, facts->missed[index].day};
    exception->kind = EHC_MISSED_APPOINTMENT;
    exception->name = facts->missed[index].name;
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

/* Of what nobody has claimed, half terms and the holidays of other years are not worth a word. */
static bool is_worth_a_word(const struct ehc_deadline *deadline, const struct ehc_exception *exception) {
    struct ehc_span inside = overlap(exception->span, period_of(deadline));
    if (!exception->is_unclaimed || exception->fit == EHC_FITS)
        return true;
    return exception->fit != EHC_TOO_SHORT && exception->fit != EHC_NOT_ON_LIST && inside.first <= inside.last;
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
        test_missed(deadline, exception);
        return;
    default:
        test_closure(facts, deadline, list, exception);
    }
}

bool ehc_exception_next(const struct ehc_law *law, const struct ehc_case *facts, const struct ehc_deadline *deadline,
                        size_t *cursor, struct ehc_exception *exception) {
    size_t fact_count = facts->closure_count + facts->absence_count + facts->exceptional_count + facts->missed_count;
    if (deadline->due == EHC_NO_DAY)
        return false;
    while (*cursor < fact_count) {
        *exception = (struct ehc_exception){.given = true, .asked = EHC_NO_DAY};
        if (!take_fact(law, facts, (*cursor)++, exception))
            continue;
        test(law, facts, deadline, exception);
        if (is_worth_a_word(deadline, exception))
            return true;
    }
    while (deadline->limit->exceptions != EHC_NONE && *cursor < fact_count + EHC_EXCEPTION_KINDS) {
        enum ehc_exception_kind kind = (enum ehc_exception_kind)((*cursor)++ - fact_count);
        if (law->lists[deadline->limit->exceptions].letter[kind] == NULL || has_fact(facts, kind))
            continue;
        *exception =
            (struct ehc_exception){.kind = kind, .type = &law->kinds[kind], .fit = EHC_NO_FACTS, .asked = EHC_NO_DAY};
        return true;
    }
    return false;
}

/* ---- the days lost ---- */

/* The days in any of `spans`, each counted once. */
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
    size_t count = 0;
    for (size_t cursor = 0; ehc_exception_next(law, facts, deadline, &cursor, &exception);)
        if (exception.fit == EHC_FITS && exception.lost.first <= exception.lost.last)
            lost[count++] = exception.lost;
    deadline->days_lost = count > 0 ? count_union(lost, count) : 0;
    if (deadline->days_lost > 0)
        deadline->with_exception = ehc_add_days(deadline->due, deadline->days_lost);
}

const struct ehc_relaxation *ehc_deadline_relaxation(const struct ehc_law *law, const struct ehc_deadline *deadline) {
    if (deadline->limit->relaxed_by == EHC_NONE || deadline->due == EHC_NO_DAY)
        return NULL;
    const struct ehc_relaxation *relaxation = &law->relaxations[deadline->limit->relaxed_by];
    struct ehc_span period = period_of(deadline);
    return period.first <= relaxation->until && period.last >= relaxation->from ? relaxation : NULL;
}
