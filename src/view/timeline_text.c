/* The timeline as a screen for people: what is late, what is next and whose it is, then the rest in order. */
#include "words.h"
#include "wrap.h"
#include <string.h>

enum { INDENT = 2, HANG = 4, TEXT_ROOM = EHC_WORDS };

enum group { LATE, LATE_GUIDANCE, MISSED, DISPUTED, NEXT, THEN, YOURS, DONE, CANNOT_SAY, WAITING, NOT_NEEDED, NOT_SHOWN };

static const char *const headings[] = {"Late now",       "Past the date in guidance, which is not law",
                                       "Your own, past", "In time on one reading of the law only",
                                       "Next",           "Then",
                                       "Yours",          "Done",
                                       "Cannot say",     "Not begun yet",
                                       "Not needed"};

struct screen {
    const struct ehc_judged *view;
    const struct page *page;
    ehc_day next; /* the first due day that is still to come; EHC_NO_DAY */
    bool all;
};

static enum group late_group_of(const struct ehc_limit *limit) {
    if (limit->for_family)
        return MISSED;
    return ehc_is_duty(limit->basis) ? LATE : LATE_GUIDANCE;
}

static enum group group_of(const struct screen *screen, const struct ehc_deadline *deadline) {
    if (ehc_is_said_already(screen->view, deadline))
        return NOT_SHOWN;
    switch (deadline->status) {
    case EHC_OVERDUE:
        return late_group_of(deadline->limit);
    case EHC_DISPUTED:
        return ehc_is_open(deadline, screen->view->as_at) ? DISPUTED : DONE;
    case EHC_DUE:
        if (deadline->due == screen->next)
            return NEXT;
        return deadline->limit->for_family ? YOURS : THEN;
    case EHC_WAITING:
        if (deadline->due == EHC_NO_DAY || deadline->due < screen->view->as_at)
            return WAITING;
        return deadline->limit->for_family ? YOURS : THEN;
    case EHC_MET:
    case EHC_LATE:
        return DONE;
    case EHC_UNKNOWN:
        return CANNOT_SAY;
    case EHC_NOT_NEEDED:
        break;
    }
    return NOT_NEEDED;
}

static void put_claim(const struct screen *screen, const struct ehc_deadline *deadline,
                      const struct ehc_exception *exception) {
    char text[TEXT_ROOM];
    put_wrapped(screen->page, HANG, HANG + 2, PLAIN, write_claim(screen->view->law, exception, text));
    put_wrapped(screen->page, HANG + 2, HANG + 2, PLAIN, write_claim_answer(screen->view->law, deadline, exception, text));
}

static void put_exceptions(const struct screen *screen, const struct ehc_deadline *deadline) {
    struct ehc_exception exception = {0};
    char text[TEXT_ROOM];
    if (!exceptions_matter(deadline))
        return;
    while (ehc_exception_next(screen->view->law, screen->view->facts, deadline, &exception))
        if (exception.given && exception.fit != EHC_NOT_ON_LIST)
            put_claim(screen, deadline, &exception);
    if (deadline->with_exception == EHC_NO_DAY)
        return;
    write_estimate(deadline, text);
    put_wrapped(screen->page, HANG, HANG + 2, PLAIN, text);
    if (deadline->status == EHC_OVERDUE && screen->view->as_at <= deadline->with_exception)
        put_wrapped(
            screen->page, HANG, HANG + 2, PLAIN,
            "So far the exception may excuse it, if it was really impractical to keep the date: that is for people to "
            "judge.");
}

static void put_deadline(const struct screen *screen, const struct ehc_deadline *deadline, enum group group) {
    char sentence[TEXT_ROOM], when[TEXT_ROOM];
    if (group == DONE)
        snprintf(sentence, sizeof sentence, "%s (%s)", deadline->limit->title,
                 deadline->limit->for_family ? "you" : deadline->limit->who);
    else
        write_sentence(deadline->limit, sentence);
    if (deadline->advice != NULL && deadline->advice->name != NULL) {
        append(sentence, " (");
        append(sentence, deadline->advice->name);
        append(sentence, ")");
    }
    if (group == NEXT || group == THEN || group == YOURS)
        write_when(screen->view, deadline, when);
    else
        write_result(screen->view, deadline, when);
    put_wrapped(screen->page, INDENT, HANG, group == LATE ? WARNING : PLAIN, sentence);
    put_with_right(screen->page, HANG, HANG, PLAIN, when, deadline->limit->provision);
    if (group != WAITING && group != NOT_NEEDED)
        put_exceptions(screen, deadline);
}

static void put_group(const struct screen *screen, enum group group) {
    bool headed = false;
    for (size_t i = 0; i < screen->view->count; i++) {
        const struct ehc_deadline *deadline = &screen->view->deadlines[i];
        if (group_of(screen, deadline) != group)
            continue;
        if (!headed) {
            putc('\n', screen->page->out);
            put_wrapped(screen->page, 0, 0, HEADING, headings[group]);
        }
        headed = true;
        put_deadline(screen, deadline, group);
    }
}

/* The title of the route all begun limits belong to, or one for all. */
static const char *title_of(const struct ehc_judged *view) {
    int route = EHC_NONE;
    for (size_t i = 0; i < view->count; i++) {
        const struct ehc_deadline *deadline = &view->deadlines[i];
        if (deadline->trigger == EHC_NO_DAY || deadline->projected)
            continue;
        if (route != EHC_NONE && route != deadline->limit->route)
            return "EHC dates";
        route = deadline->limit->route;
    }
    return route != EHC_NONE ? view->law->routes[route].title : "EHC dates";
}

static void put_fact(const struct page *page, const char *label, const char *value) {
    char text[TEXT_ROOM];
    snprintf(text, sizeof text, "%.300s: %.800s", label, value);
    put_wrapped(page, 0, INDENT, PLAIN, text);
}

static void put_events(const struct screen *screen) {
    size_t order[EHC_EVENTS_MAX], count = events_in_order(screen->view, order);
    char date[EHC_DAY_TEXT];
    for (size_t i = 0; i < count; i++)
        put_fact(screen->page, screen->view->law->events[order[i]].title, event_date(screen->view, order[i], date));
}

static void put_head(const struct screen *screen) {
    const struct ehc_judged *view = screen->view;
    char date[EHC_DAY_TEXT], text[64];
    put_wrapped(screen->page, 0, 0, HEADING, title_of(view));
    if (view->facts->reference != NULL)
        put_fact(screen->page, "Case", view->facts->reference);
    if (view->facts->authority != NULL)
        put_fact(screen->page, "Council", view->facts->authority);
    put_events(screen);
    snprintf(text, sizeof text, "As at %s", ehc_day_format(view->as_at, date));
    put_wrapped(screen->page, 0, INDENT, PLAIN, text);
}

static bool is_overdue(const struct screen *screen, size_t i) {
    const struct ehc_deadline *deadline = &screen->view->deadlines[i];
    return deadline->status == EHC_OVERDUE && group_of(screen, deadline) != NOT_SHOWN;
}

static bool was_said(const struct screen *screen, size_t until, const char *if_late) {
    for (size_t i = 0; i < until; i++)
        if (is_overdue(screen, i) && strcmp(screen->view->deadlines[i].limit->if_late, if_late) == 0)
            return true;
    return false;
}

static void put_what_to_do(const struct screen *screen) {
    bool headed = false;
    for (size_t i = 0; i < screen->view->count; i++) {
        const char *if_late = screen->view->deadlines[i].limit->if_late;
        if (!is_overdue(screen, i) || was_said(screen, i, if_late))
            continue;
        if (!headed) {
            putc('\n', screen->page->out);
            put_wrapped(screen->page, 0, 0, HEADING, "What you can do");
        }
        headed = true;
        put_wrapped(screen->page, INDENT, INDENT, PLAIN, if_late);
    }
}

static bool has_closure_exception(const struct ehc_judged *view) {
    for (size_t i = 0; i < view->count; i++)
        if (view->deadlines[i].limit->exceptions != EHC_NONE && view->deadlines[i].due != EHC_NO_DAY)
            return true;
    return false;
}

/* Other readings that the deadlines shown have, each once; false where there are none. */
static bool put_readings(const struct screen *screen) {
    const struct ehc_judged *view = screen->view;
    bool any = false;
    for (size_t reading = 0; reading < view->law->reading_count; reading++) {
        for (size_t i = 0; i < view->count; i++) {
            const struct ehc_deadline *deadline = &view->deadlines[i];
            enum group group = group_of(screen, deadline);
            bool has = false;
            for (size_t j = 0; j < deadline->limit->readings.count; j++)
                has = has || (deadline->limit->readings.index[j] == (int)reading && deadline->reading[j] != EHC_NO_DAY &&
                              deadline->reading[j] != deadline->due);
            if (!has || group == NOT_SHOWN || group == WAITING || group == NOT_NEEDED)
                continue;
            put_wrapped(screen->page, 0, 0, PLAIN, view->law->readings[reading].why);
            any = true;
            break;
        }
    }
    return any;
}

/* The act of the first step of another that is still open: what the user is likely to have to enter next. */
static const char *next_event(const struct screen *screen) {
    for (size_t i = 0; i < screen->view->count; i++) {
        const struct ehc_deadline *deadline = &screen->view->deadlines[i];
        if (ehc_is_open(deadline, screen->view->as_at) && deadline->limit->projects && deadline->advice == NULL)
            return screen->view->law->events[deadline->limit->act].id;
    }
    return NULL;
}

static void put_foot(const struct screen *screen, const char *calendar_command) {
    const struct page *page = screen->page;
    char text[TEXT_ROOM], date[EHC_DAY_TEXT];
    static const char phone[] = "On your phone:";
    const char *event = next_event(screen);
    putc('\n', page->out);
    bool closures = has_closure_exception(screen->view);
    if (closures)
        put_wrapped(
            page, 0, 0, PLAIN,
            "A late step does not move the date of the final plan. School holidays move no date, unless a school that "
            "was closed for 28 days or more in a row was asked for advice near that time: --closed.");
    if (put_readings(screen) || closures)
        putc('\n', page->out);
    put_labelled(page, sizeof phone + 1, phone, calendar_command);
    if (event != NULL) {
        snprintf(text, sizeof text, "When something happens, add:  --event %s=%s", event,
                 ehc_day_format_iso(screen->view->as_at, date));
        put_wrapped(page, 0, INDENT, PLAIN, text);
    }
    snprintf(text, sizeof text, "This is a calculation, not legal advice. Law as at %s.",
             ehc_day_format_short(screen->view->law->as_at, date));
    put_wrapped(page, 0, 0, PLAIN, text);
}

void view_timeline_text(const struct ehc_judged *view, const char *calendar_command, bool all, const struct page *page) {
    struct screen screen = {.view = view, .page = page, .next = EHC_NO_DAY, .all = all};
    for (size_t i = 0; i < view->count && screen.next == EHC_NO_DAY; i++)
        if (view->deadlines[i].status == EHC_DUE)
            screen.next = view->deadlines[i].due;
    put_head(&screen);
    for (enum group group = LATE; group <= CANNOT_SAY; group++)
        put_group(&screen, group);
    if (all) {
        put_group(&screen, WAITING);
        put_group(&screen, NOT_NEEDED);
    }
    put_what_to_do(&screen);
    put_foot(&screen, calendar_command);
}
