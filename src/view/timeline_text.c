/* The timeline as a screen for people: what is late, what is next and whose it is, then the rest in order. */
#include "util/ascii.h"
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
    LATE_THEN,
    DONE,
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
                                       "Late, until something else ended it",
                                       "Done",
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
    case EHC_LATE:
        return deadline->superseded != EHC_NO_DAY ? LATE_THEN : DONE;
    case EHC_MET:
        return DONE;
    case EHC_UNKNOWN:
        return deadline->because == EHC_NOT_SAID ? NOT_SHOWN : CANNOT_SAY; /* said once for all of its round */
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
    char sentence[TEXT_ROOM], when[TEXT_ROOM], round[EHC_WORDS] = "", provision[EHC_WORDS];
    bool is_over = group == DONE || group == LATE_THEN;
    if (is_over && deadline->own == NULL)
        snprintf(sentence, sizeof sentence, "%s (%s)", deadline->limit->title,
                 deadline->limit->for_family ? "you" : deadline->limit->who);
    else
        words_sentence(deadline->limit, sentence);
    if (deadline->advice != NULL && deadline->advice->name != NULL) {
        words_append(sentence, " (");
        words_append(sentence, deadline->advice->name);
        words_append(sentence, ")");
    }
    if (!is_over) /* what is over stands under its round */
        words_round(screen->judgement, judged, round);
    if (round[0] != '\0') {
        words_append(sentence, " (");
        words_append(sentence, round);
        words_append(sentence, ")");
    }
    if (group == NEXT || group == THEN || group == YOURS)
        words_when(screen->judgement, judged, when);
    else
        words_result(screen->judgement, judged, when);
    wrap_text(screen->page, INDENT, HANG, group == LATE ? WARNING : PLAIN, sentence);
    words_provision(judged, provision);
    wrap_with_right(screen->page, HANG, HANG, PLAIN, when, provision);
    if (words_or_on(deadline, when))
        wrap_text(screen->page, HANG, HANG, PLAIN, when);
    if (words_misses(judged, when))
        wrap_text(screen->page, HANG, HANG, PLAIN, when);
    if (group != WAITING && group != NOT_NEEDED)
        put_exceptions(screen, judged);
}

static void put_heading(const struct timeline_screen *screen, const char *heading) {
    putc('\n', screen->page->out);
    wrap_text(screen->page, 0, 0, HEADING, heading);
}

static void put_group(const struct timeline_screen *screen, enum group group) {
    bool headed = false;
    for (size_t i = 0; i < screen->judgement->count; i++) {
        const struct ehc_judged *judged = &screen->judgement->deadlines[i];
        if (group_of(screen, judged) != group)
            continue;
        if (!headed)
            put_heading(screen, headings[group]);
        headed = true;
        put_deadline(screen, judged, group);
    }
}

/* ---- a history: what is over stands under its round ---- */

static bool is_over_in(const struct timeline_screen *screen, size_t i, size_t round) {
    enum group group = group_of(screen, &screen->judgement->deadlines[i]);
    return screen->judgement->deadlines[i].group == round && (group == DONE || group == LATE_THEN);
}

static void put_round(const struct timeline_screen *screen, size_t round) {
    const struct ehc_judgement *judgement = screen->judgement;
    char heading[EHC_WORDS], text[EHC_WORDS], words[EHC_WORDS];
    const char *label;
    size_t first = 0;
    while (first < judgement->count && !is_over_in(screen, first, round))
        first++;
    if (first == judgement->count)
        return;
    putc('\n', screen->page->out);
    wrap_text(screen->page, 0, INDENT, HEADING, ehc_group_words(judgement->law, &judgement->groups[round], heading));
    if (judgement->groups[round].is_quiet && !screen->all) {
        words_quiet(judgement, round, &label, words);
        snprintf(text, sizeof text, "%s: %.1000s", label, words);
        wrap_text(screen->page, INDENT, HANG, PLAIN, text);
        return;
    }
    for (size_t i = first; i < judgement->count; i++)
        if (is_over_in(screen, i, round))
            put_deadline(screen, &judgement->deadlines[i], group_of(screen, &judgement->deadlines[i]));
}

static void put_done(const struct timeline_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    bool any_quiet = false;
    for (size_t i = 0; judgement->has_history && i < judgement->group_count; i++) {
        put_round(screen, i);
        any_quiet = any_quiet || judgement->groups[i].is_quiet;
    }
    if (any_quiet && !screen->all) {
        putc('\n', screen->page->out);
        wrap_text(screen->page, 0, INDENT, PLAIN,
                  "What is over and in order is one line; --all shows each step and each day.");
    }
    if (judgement->has_history)
        return;
    put_group(screen, LATE_THEN);
    put_group(screen, DONE);
}

static void put_not_known(const struct timeline_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    char text[EHC_WORDS];
    const char *label;
    bool headed = false;
    for (size_t i = 0; i < judgement->missing_count; i++) {
        const struct ehc_judged *judged = judgement->missing[i].judged;
        if (judged == NULL || judged->deadline->because != EHC_NOT_SAID || !words_missing_once(judgement, i, &label, text))
            continue;
        if (!headed)
            put_heading(screen, label);
        headed = true;
        ascii_upper_first(text);
        wrap_text(screen->page, INDENT, HANG, PLAIN, text);
    }
}

static void put_ignored(const struct timeline_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    char text[EHC_WORDS];
    if (judgement->ignored_count > 0)
        put_heading(screen, "Please check");
    for (size_t i = 0; i < judgement->ignored_count; i++)
        wrap_text(screen->page, INDENT, HANG, PLAIN, ehc_ignored_words(judgement->law, &judgement->ignored[i], text));
}

static void put_fact(const struct page *page, const char *label, const char *value) {
    char text[TEXT_ROOM];
    snprintf(text, sizeof text, "%.300s: %.800s", label, value);
    wrap_text(page, 0, INDENT, PLAIN, text);
}

static void put_events(const struct timeline_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    char date[EHC_DAY_TEXT], text[64], first[EHC_DAY_TEXT];
    size_t count = judgement->event_count;
    if (judgement->has_history && !screen->all) { /* what is next comes before what happened in years */
        snprintf(text, sizeof text, "%zu, from %s to %s", count, ehc_day_format_short(judgement->events[0].day, first),
                 ehc_day_format_short(judgement->events[count - 1].day, date));
        put_fact(screen->page, "Days given", text);
        return;
    }
    for (size_t i = 0; i < count; i++)
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
        char text[EHC_WORDS];
        if (!words_what_to_do(screen->judgement, i, true, text))
            continue;
        if (!headed)
            put_heading(screen, "What you can do");
        headed = true;
        wrap_text(screen->page, INDENT, INDENT, PLAIN, text);
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
    if (calendar_command != NULL)
        wrap_labelled(page, sizeof phone + 1, phone, calendar_command);
    if (calendar_command != NULL && event != NULL) {
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
    for (enum group group = LATE; group <= YOURS; group++)
        put_group(&screen, group);
    put_done(&screen);
    put_group(&screen, CANNOT_SAY);
    put_not_known(&screen);
    put_ignored(&screen);
    if (all) {
        put_group(&screen, WAITING);
        put_group(&screen, NOT_NEEDED);
    }
    put_what_to_do(&screen);
    put_foot(&screen, calendar_command);
}
