/* The timeline as a screen for people: what is late, what is next and whose it is, then the rest in order. */
#include "words.h"
#include "wrap.h"

enum { INDENT = 2, HANG = 4, TEXT_ROOM = EHC_WORDS };

enum group {
    LATE,
    LATE_GUIDANCE,
    MISSED,
    OWN_PAST,
    DISPUTED,
    NEXT,
    THEN,
    YOURS,
    DONE,
    NEVER_DONE,
    CANNOT_SAY,
    WAITING,
    NOT_NEEDED,
    NOT_SHOWN
};

static const char *const headings[] = {"Late now",
                                       "Past the date in guidance, which is not law",
                                       "Your own, past",
                                       "Dates of your own, past",
                                       "In time on one reading of the law only",
                                       "Next",
                                       "Then",
                                       "Yours",
                                       "Done",
                                       "Never done",
                                       "Cannot say",
                                       "Not begun yet",
                                       "Not needed"};

struct timeline_screen {
    const struct ehc_judgement *judgement;
    const struct page *page;
    ehc_day next; /* what is due by then is next; EHC_NO_DAY */
    bool all;
};

static enum group late_group_of(const struct ehc_limit *limit) {
    if (limit->basis == EHC_OWN)
        return OWN_PAST;
    if (limit->for_family)
        return MISSED;
    return ehc_is_duty(limit->basis) ? LATE : LATE_GUIDANCE;
}

static enum group group_of(const struct timeline_screen *screen, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    if (judged->said_already)
        return NOT_SHOWN;
    switch (deadline->status) {
    case EHC_OVERDUE:
        return late_group_of(deadline->limit);
    case EHC_DISPUTED:
        return judged->open ? DISPUTED : DONE;
    case EHC_DUE:
        if (deadline->due <= screen->next)
            return NEXT;
        return deadline->limit->for_family ? YOURS : THEN;
    case EHC_WAITING:
        if (deadline->due == EHC_NO_DAY || deadline->due < screen->judgement->as_at)
            return WAITING;
        return deadline->limit->for_family ? YOURS : THEN;
    case EHC_MET:
        return DONE;
    case EHC_LATE:
        return judged->done ? DONE : NEVER_DONE;
    case EHC_UNKNOWN:
        return CANNOT_SAY;
    case EHC_NOT_NEEDED:
        break;
    }
    return NOT_NEEDED;
}

static void put_exceptions(const struct timeline_screen *screen, const struct ehc_judged *judged) {
    const struct ehc_law *law = screen->judgement->law;
    const struct ehc_deadline *deadline = judged->deadline;
    const struct page *page = screen->page;
    char text[TEXT_ROOM];
    for (size_t i = 0; i < judged->exception_count; i++) {
        const struct ehc_exception *exception = &judged->exceptions[i];
        if (!exception->is_answered || exception->fit == EHC_NOT_ON_LIST)
            continue;
        wrap_text(page, HANG, HANG + 2, PLAIN, words_claim(law, exception, text));
        wrap_text(page, HANG + 2, HANG + 2, PLAIN, words_claim_answer(law, deadline, exception, text));
    }
    if (*words_estimate(deadline, text) != '\0')
        wrap_text(page, HANG, HANG + 2, PLAIN, text);
    if (*words_estimate_if(deadline, text) != '\0')
        wrap_text(page, HANG, HANG + 2, PLAIN, text);
    if (deadline->with_exception != EHC_NO_DAY && deadline->status == EHC_OVERDUE &&
        screen->judgement->as_at <= deadline->with_exception)
        wrap_text(page, HANG, HANG + 2, PLAIN,
                  "So far the exception may excuse it, if it was really impractical to keep the date: that is for people to "
                  "judge.");
}

static void put_deadline(const struct timeline_screen *screen, const struct ehc_judged *judged, enum group group) {
    const struct ehc_deadline *deadline = judged->deadline;
    char sentence[TEXT_ROOM], when[TEXT_ROOM], law[TEXT_ROOM];
    if ((group == DONE || group == NEVER_DONE) && deadline->own == NULL)
        snprintf(sentence, sizeof sentence, "%s (%s)", deadline->limit->title,
                 deadline->limit->for_family ? "you" : deadline->limit->who);
    else
        words_sentence(deadline->limit, sentence);
    if (deadline->advice != NULL && deadline->advice->name != NULL) {
        words_append(sentence, " (");
        words_append(sentence, deadline->advice->name);
        words_append(sentence, ")");
    }
    if (group == NEXT || group == THEN || group == YOURS)
        words_when(screen->judgement, judged, when);
    else
        words_result(screen->judgement, judged, when);
    wrap_text(screen->page, INDENT, HANG, group == LATE ? WARNING : PLAIN, sentence);
    wrap_with_right(screen->page, HANG, HANG, PLAIN, when, words_law(deadline, law));
    if (words_or_on(deadline, when))
        wrap_text(screen->page, HANG, HANG, PLAIN, when);
    if (group != WAITING && group != NOT_NEEDED)
        put_exceptions(screen, judged);
}

static void put_group(const struct timeline_screen *screen, enum group group) {
    bool headed = false;
    for (size_t i = 0; i < screen->judgement->count; i++) {
        const struct ehc_judged *judged = &screen->judgement->deadlines[i];
        if (group_of(screen, judged) != group)
            continue;
        if (!headed) {
            putc('\n', screen->page->out);
            wrap_text(screen->page, 0, 0, HEADING, headings[group]);
        }
        headed = true;
        put_deadline(screen, judged, group);
    }
}

static void put_fact(const struct page *page, const char *label, const char *value) {
    char text[TEXT_ROOM];
    snprintf(text, sizeof text, "%.300s: %.800s", label, value);
    wrap_text(page, 0, INDENT, PLAIN, text);
}

static void put_events(const struct timeline_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    char date[EHC_DAY_TEXT];
    for (size_t i = 0; i < judgement->event_count; i++)
        put_fact(screen->page, judgement->law->events[judgement->events[i].event].title,
                 words_event_date(judgement->law, &judgement->events[i], date));
}

static void put_head(const struct timeline_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    char date[EHC_DAY_TEXT], text[64];
    snprintf(text, sizeof text, "%.50s dates", judgement->law->label);
    wrap_text(screen->page, 0, 0, HEADING,
              judgement->route != EHC_NONE ? judgement->law->routes[judgement->route].title : text);
    if (judgement->facts->reference != NULL)
        put_fact(screen->page, "Case", judgement->facts->reference);
    if (judgement->facts->authority != NULL)
        put_fact(screen->page, judgement->law->authority_title, judgement->facts->authority);
    put_events(screen);
    snprintf(text, sizeof text, "As at %s", ehc_day_format(judgement->as_at, date));
    wrap_text(screen->page, 0, INDENT, PLAIN, text);
}

static void put_what_to_do(const struct timeline_screen *screen) {
    bool headed = false;
    for (size_t i = 0; i < screen->judgement->count; i++) {
        const char *if_late = screen->judgement->deadlines[i].if_late;
        if (if_late == NULL)
            continue;
        if (!headed) {
            putc('\n', screen->page->out);
            wrap_text(screen->page, 0, 0, HEADING, "What you can do");
        }
        headed = true;
        wrap_text(screen->page, INDENT, INDENT, PLAIN, if_late);
    }
}

/* What to know of closures, where one can excuse a delay of a step that has a date; NULL. */
static const char *closure_advice(const struct ehc_judgement *judgement) {
    const struct ehc_law *law = judgement->law;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        int list = deadline->limit->exceptions;
        if (list != EHC_NONE && deadline->due != EHC_NO_DAY &&
            (law->lists[list].letter[EHC_SCHOOL_CLOSURE] != NULL ||
             law->lists[list].letter[EHC_EARLY_YEARS_CLOSURE] != NULL))
            return law->closure_advice;
    }
    return NULL;
}

/* False where there are none. */
static bool put_readings(const struct timeline_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    for (size_t i = 0; i < judgement->reading_count; i++)
        wrap_text(screen->page, 0, 0, PLAIN, judgement->law->readings[judgement->readings[i]].why);
    return judgement->reading_count > 0;
}

/* The act of the first step of another that is still open: what the user is likely to have to enter next. */
static const char *next_event(const struct timeline_screen *screen) {
    for (size_t i = 0; i < screen->judgement->count; i++) {
        const struct ehc_deadline *deadline = screen->judgement->deadlines[i].deadline;
        if (screen->judgement->deadlines[i].open && deadline->limit->projects && deadline->advice == NULL)
            return screen->judgement->law->events[deadline->limit->act].id;
    }
    return NULL;
}

static void put_foot(const struct timeline_screen *screen, const char *calendar_command) {
    const struct page *page = screen->page;
    char text[TEXT_ROOM], date[EHC_DAY_TEXT];
    static const char phone[] = "On your phone:";
    const char *event = next_event(screen);
    putc('\n', page->out);
    const char *advice = closure_advice(screen->judgement);
    if (advice != NULL)
        wrap_text(page, 0, 0, PLAIN, advice);
    if (put_readings(screen) || advice != NULL)
        putc('\n', page->out);
    wrap_labelled(page, sizeof phone + 1, phone, calendar_command);
    if (event != NULL) {
        snprintf(text, sizeof text, "When something happens, add:  --event %s=%s", event,
                 ehc_day_format_iso(screen->judgement->as_at, date));
        wrap_text(page, 0, INDENT, PLAIN, text);
    }
    wrap_text(page, 0, 0, PLAIN, words_disclaimer(screen->judgement->law, text));
}

/* The first due day that is still to come, of a step that is surely owed. */
static ehc_day find_next(const struct ehc_judgement *judgement) {
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_deadline *deadline = judgement->deadlines[i].deadline;
        if (deadline->status == EHC_DUE && deadline->limit->only_if == NULL)
            return deadline->due;
    }
    return EHC_NO_DAY;
}

void view_timeline_text(const struct ehc_judgement *judgement, const char *calendar_command, bool all,
                        const struct page *page) {
    struct timeline_screen screen = {.judgement = judgement, .page = page, .next = find_next(judgement), .all = all};
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
