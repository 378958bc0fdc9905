/* The timeline as a screen of text: late steps, the next step, then the rest in order. */
#include "screen.h"
#include "util/ascii.h"
#include "util/fill.h"
#include "view/words.h"
#include "view/wrap.h"

enum { INDENT = 2, HANG = 4, TEXT_ROOM = EHC_WORDS };

struct timeline_screen {
    const struct ehc_judgement *judgement;
    const struct page *page;
    ehc_day next; /* steps due by this day stand under "Next"; EHC_NO_DAY */
    bool all;
};

static enum screen_group group_at(const struct timeline_screen *screen, size_t i) {
    return screen_group(screen->judgement, &screen->judgement->deadlines[i], screen->next);
}

static void put_note(void *context, enum screen_note note, const char *text) {
    const struct page *page = context;
    wrap_text(page, note == NOTE_ANSWER ? HANG + 2 : HANG, note == NOTE_FACT ? HANG : HANG + 2, PLAIN, text);
}

static void put_deadline(const struct timeline_screen *screen, const struct ehc_judged *judged, enum screen_group group) {
    char sentence[TEXT_ROOM], when[TEXT_ROOM], provision[EHC_WORDS];
    struct page page = *screen->page;
    screen_sentence(screen->judgement, judged, group, sentence);
    screen_when(screen->judgement, judged, group, when);
    wrap_text(screen->page, INDENT, HANG, group == SCREEN_LATE ? WARNING : PLAIN, sentence);
    words_provision(judged, provision);
    wrap_with_right(screen->page, HANG, HANG, PLAIN, when, provision);
    screen_notes(screen->judgement, judged, group, put_note, &page);
}

static void put_heading(const struct timeline_screen *screen, const char *heading) {
    putc('\n', screen->page->out);
    wrap_text(screen->page, 0, 0, HEADING, heading);
}

static void put_group(const struct timeline_screen *screen, enum screen_group group) {
    bool headed = false;
    for (size_t i = 0; i < screen->judgement->count; i++) {
        const struct ehc_judged *judged = &screen->judgement->deadlines[i];
        if (screen_group(screen->judgement, judged, screen->next) != group)
            continue;
        if (!headed)
            put_heading(screen, screen_heading(group));
        headed = true;
        put_deadline(screen, judged, group);
    }
}

/* ---- a history: steps that are over stand under their round ---- */

static bool is_over_in(const struct timeline_screen *screen, size_t i, size_t round) {
    enum screen_group group = group_at(screen, i);
    return screen->judgement->deadlines[i].group == round && (group == SCREEN_DONE || group == SCREEN_LATE_THEN);
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
        ehc_sentence(text, sizeof text, "{label}: {words}", "label", label, "words", words, NULL);
        wrap_text(screen->page, INDENT, HANG, PLAIN, text);
        return;
    }
    for (size_t i = first; i < judgement->count; i++)
        if (is_over_in(screen, i, round))
            put_deadline(screen, &judgement->deadlines[i], group_at(screen, i));
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
                  "Use --all to see each day given, and each step of a round that is over and in order.");
    }
    if (judgement->has_history)
        return;
    put_group(screen, SCREEN_LATE_THEN);
    put_group(screen, SCREEN_DONE);
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

/* The last days that others give. */
static void put_said(const struct timeline_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    char text[EHC_WORDS];
    bool headed = false;
    for (size_t i = 0; i < judgement->count; i++)
        for (size_t j = 0; j < judgement->deadlines[i].said_count; j++) {
            if (!headed)
                put_heading(screen, words_said_heading);
            headed = true;
            words_they_say_of(judgement, &judgement->deadlines[i], j, text);
            wrap_text(screen->page, INDENT, HANG, PLAIN, text);
            words_said(judgement, &judgement->deadlines[i], j, text);
            wrap_text(screen->page, HANG, HANG, PLAIN, text);
        }
}

static void put_fact(const struct page *page, const char *label, const char *value) {
    char text[TEXT_ROOM];
    ehc_sentence(text, sizeof text, "{label}: {value}", "label", label, "value", value, NULL);
    wrap_text(page, 0, INDENT, PLAIN, text);
}

static void put_events(const struct timeline_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    char date[EHC_DAY_TEXT], text[64], first[EHC_DAY_TEXT];
    size_t count = judgement->event_count;
    if (judgement->has_history && !screen->all) { /* so that the next step stands on the first screen */
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
    for (size_t at = 0, i; words_next_to_do(screen->judgement, &at, &i);) {
        char text[EHC_WORDS];
        if (!words_what_to_do(screen->judgement, i, true, text))
            continue;
        if (!headed)
            put_heading(screen, "What you can do");
        headed = true;
        wrap_text(screen->page, INDENT, INDENT, PLAIN, text);
    }
}

/* False if there are none. */
static bool put_readings(const struct timeline_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    for (size_t i = 0; i < judgement->reading_count; i++)
        wrap_text(screen->page, 0, 0, PLAIN, judgement->law->readings[judgement->readings[i]].why);
    return judgement->reading_count > 0;
}

static bool has_date(const struct ehc_judgement *judgement) {
    for (size_t i = 0; i < judgement->count; i++)
        if (judgement->deadlines[i].deadline->due != EHC_NO_DAY)
            return true;
    return false;
}

static void put_foot(const struct timeline_screen *screen, const char *calendar_command) {
    const struct page *page = screen->page;
    char text[TEXT_ROOM], date[EHC_DAY_TEXT];
    static const char phone[] = "On your phone:";
    int event = screen_next_event(screen->judgement);
    putc('\n', page->out);
    const char *advice = screen_closure_advice(screen->judgement);
    if (advice != NULL)
        wrap_text(page, 0, 0, PLAIN, advice);
    if (put_readings(screen) || advice != NULL)
        putc('\n', page->out);
    if (calendar_command != NULL && has_date(screen->judgement))
        wrap_labelled(page, sizeof phone + 1, phone, calendar_command);
    if (calendar_command != NULL && event != EHC_NONE) {
        snprintf(text, sizeof text, "When something happens, add:  --event %s=%s", screen->judgement->law->events[event].id,
                 ehc_day_format_iso(screen->judgement->as_at, date));
        wrap_text(page, 0, INDENT, PLAIN, text);
    }
    wrap_text(page, 0, 0, PLAIN, words_disclaimer(screen->judgement->law, text));
}

void screen_text(const struct ehc_judgement *judgement, const char *calendar_command, bool all, const struct page *page) {
    struct timeline_screen screen = {.judgement = judgement, .page = page, .next = screen_next(judgement), .all = all};
    put_head(&screen);
    for (enum screen_group group = SCREEN_LATE; group <= SCREEN_YOURS; group++)
        put_group(&screen, group);
    put_done(&screen);
    put_group(&screen, SCREEN_CANNOT_SAY);
    put_not_known(&screen);
    put_said(&screen);
    put_ignored(&screen);
    if (all) {
        put_group(&screen, SCREEN_WAITING);
        put_group(&screen, SCREEN_NOT_NEEDED);
    }
    put_what_to_do(&screen);
    put_foot(&screen, calendar_command);
}
