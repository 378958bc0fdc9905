/* One limit explained, and the lists of limits and events. */
#include "words.h"
#include "wrap.h"
#include <string.h>

enum { LABEL = 13, TEXT_ROOM = 2 * EHC_WORDS };

struct labelled {
    const struct page *page;
    const char *label; /* for the first line; "" after it */
};

static void put_step(void *context, const char *line) {
    struct labelled *labelled = context;
    wrap_labelled(labelled->page, LABEL, labelled->label, line);
    labelled->label = "";
}

static void put_exceptions(const struct ehc_judgement *judgement, const struct page *page) {
    const struct ehc_judged *judged = &judgement->deadlines[0];
    const struct ehc_deadline *deadline = judged->deadline;
    const struct ehc_limit *limit = deadline->limit;
    struct labelled lines = {page, "exceptions"};
    char text[TEXT_ROOM], provision[EHC_WORDS], why[EHC_WORDS];
    if (limit->exceptions == EHC_NONE) {
        snprintf(text, sizeof text, "none in %s", limit->provision);
        put_step(&lines, text);
    }
    for (size_t kind = 0; limit->exceptions != EHC_NONE && kind < EHC_EXCEPTION_KINDS; kind++) {
        if (judgement->law->lists[limit->exceptions].letter[kind] == NULL)
            continue;
        ehc_exception_provision(judgement->law, limit, (enum ehc_exception_kind)kind, provision);
        snprintf(text, sizeof text, "%s: %s. %s", provision, judgement->law->kinds[kind].title,
                 judgement->law->kinds[kind].needs);
        put_step(&lines, text);
    }
    if (limit->exceptions != EHC_NONE)
        put_step(&lines,
                 "The law sets no other date. People still have to judge whether it was really impractical to keep the "
                 "limit.");
    lines.label = "claimed";
    for (size_t i = 0; i < judged->exception_count; i++) {
        const struct ehc_exception *exception = &judged->exceptions[i];
        char first[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
        if (!exception->given)
            continue;
        if (exception->is_unclaimed)
            lines.label = "not claimed";
        snprintf(text, sizeof text, "%s, %s to %s: %s: %s",
                 exception->claim != NULL ? exception->claim->title : judgement->law->kinds[exception->kind].title,
                 ehc_day_format_short(exception->span.first, first), ehc_day_format_short(exception->span.last, last),
                 words_fit(exception), ehc_exception_words(deadline, exception, why));
        put_step(&lines, text);
    }
    if (*words_estimate(deadline, text) != '\0')
        put_step(&lines, text);
    if (*words_estimate_if(deadline, text) != '\0')
        put_step(&lines, text);
}

/* The day that days late count from. */
static const char *last_day_name(const struct ehc_deadline *deadline) {
    return deadline->latest == deadline->due ? "the last day" : "the latest last day of any reading";
}

static void put_late(const struct ehc_judgement *judgement, const struct page *page) {
    const struct ehc_deadline *deadline = judgement->deadlines[0].deadline;
    char text[TEXT_ROOM], words[EHC_WORDS], days[EHC_WORDS];
    ehc_end_words(judgement->law, deadline, words);
    ehc_days_words(deadline->days, days);
    if (deadline->because == EHC_TOO_EARLY)
        snprintf(text, sizeof text, "late: %.1100s, too early", words);
    else
        snprintf(text, sizeof text, "late: %.1100s, %.90s after %s", words, days, last_day_name(deadline));
    wrap_labelled(page, LABEL, "status", text);
}

static void put_status(const struct ehc_judgement *judgement, const struct page *page) {
    const struct ehc_deadline *deadline = judgement->deadlines[0].deadline;
    char text[TEXT_ROOM], as_at[EHC_DAY_TEXT], date[EHC_DAY_TEXT], days[EHC_WORDS];
    ehc_day_format(judgement->as_at, as_at);
    ehc_days_words(deadline->days, days);
    switch (deadline->status) {
    case EHC_MET:
        snprintf(text, sizeof text, "met: done %s", ehc_day_format(deadline->act, date));
        break;
    case EHC_LATE:
        put_late(judgement, page);
        return;
    case EHC_OVERDUE:
        snprintf(text, sizeof text, "overdue: %s past %s, as at %s", days, last_day_name(deadline), as_at);
        break;
    case EHC_DUE:
        snprintf(text, sizeof text, "due: %s left, as at %s", days, as_at);
        break;
    case EHC_DISPUTED:
        snprintf(text, sizeof text, "disputed: in time on one reading, late on another");
        break;
    default:
        return; /* the steps of the count say it */
    }
    wrap_labelled(page, LABEL, "status", text);
}

/* The last days that others give for the limit. */
static void put_said(const struct ehc_judgement *judgement, const struct page *page) {
    const struct ehc_judged *judged = &judgement->deadlines[0];
    for (size_t i = 0; i < judged->said_count; i++) {
        struct labelled lines = {page, "they say"};
        char text[EHC_WORDS];
        put_step(&lines, words_they_say(judged->said[i].fact, text));
        put_step(&lines, ehc_said_words(judgement->law, judged->deadline, &judged->said[i], text));
        if (ehc_said_reason_words(&judged->said[i], text))
            put_step(&lines, text);
    }
}

/* The round that is explained, if there are several. */
static void put_round(const struct ehc_judgement *judgement, const struct page *page) {
    const struct ehc_judged *judged = &judgement->deadlines[0];
    char text[TEXT_ROOM], round[EHC_WORDS];
    if (judged->deadline->round < 2)
        return;
    snprintf(text, sizeof text, "%d, %s: the latest. 'ehc check -v' and 'ehc timeline --all' show the earlier rounds",
             judged->deadline->round, ehc_round_words(judgement->law, &judgement->groups[judged->group], round));
    wrap_labelled(page, LABEL, "round", text);
}

void view_explain_text(const struct ehc_judgement *judgement, const struct page *page) {
    const struct ehc_law *law = judgement->law;
    const struct ehc_limit *limit = judgement->deadlines[0].deadline->limit;
    struct labelled lines = {page, "count"};
    char text[TEXT_ROOM], date[EHC_DAY_TEXT];
    size_t at = strlen(limit->id) + 2 > LABEL ? strlen(limit->id) + 2 : LABEL;
    wrap_labelled(page, at, limit->id, limit->title);
    snprintf(text, sizeof text, "%s%s", limit->who, ehc_is_duty(limit->basis) ? "" : " (not a duty in law)");
    wrap_labelled(page, LABEL, "who", text);
    wrap_labelled(page, LABEL, "law", limit->provision);
    /* An address is not wrapped, so that it can be copied. */
    fprintf(page->out, "%*s%s\n", LABEL, "", limit->url);
    if (law->events[limit->trigger].is_year)
        snprintf(text, sizeof text, "%s, for the years from %d", ehc_basis_name(limit->basis),
                 ehc_ymd_from_day(limit->from).year);
    else
        snprintf(text, sizeof text, limit->basis == EHC_STATUTE ? "%s, in force from %s" : "%s, applies from %s",
                 ehc_basis_name(limit->basis), ehc_day_format_short(limit->from, date));
    if (limit->until != EHC_NO_DAY) {
        size_t length = strlen(text);
        snprintf(text + length, sizeof text - length, " until %s", ehc_day_format_short(limit->until, date));
    }
    wrap_labelled(page, LABEL, "", text);
    wrap_labelled(page, LABEL, "limit", ehc_limit_words(law, limit, text));
    put_round(judgement, page);
    ehc_steps(law, judgement->deadlines[0].deadline, put_step, &lines);
    put_status(judgement, page);
    put_said(judgement, page);
    put_exceptions(judgement, page);
    lines.label = "readings";
    for (size_t i = 0; i < limit->readings.count; i++)
        put_step(&lines, law->readings[limit->readings.index[i]].why);
    if (limit->note != NULL)
        wrap_labelled(page, LABEL, "note", limit->note);
    wrap_labelled(page, LABEL, "if late", limit->if_late);
    putc('\n', page->out);
    wrap_text(page, 0, 0, PLAIN, words_disclaimer(law, text));
}

/* The duties of a route for which the law names no number. */
static void put_no_numbers(const struct ehc_law *law, int route, const struct page *page) {
    char text[TEXT_ROOM];
    for (size_t i = 0; i < law->no_number_count; i++) {
        const struct ehc_no_number *row = &law->no_numbers[i];
        if (row->route != route)
            continue;
        snprintf(text, sizeof text, "%s: %s", row->id, row->title);
        wrap_text(page, 2, 4, PLAIN, text);
        snprintf(text, sizeof text, "%s: no number in the law", row->who);
        wrap_with_right(page, 4, 4, PLAIN, text, row->provision);
    }
}

void view_limits_text(const struct ehc_law *law, int route, const struct page *page) {
    char text[TEXT_ROOM], words[EHC_WORDS];
    for (size_t r = 0; r < law->route_count; r++) {
        if (route != EHC_NONE && route != (int)r)
            continue;
        if (r > 0 && route == EHC_NONE)
            putc('\n', page->out);
        snprintf(text, sizeof text, "%s (%s)", law->routes[r].title, law->routes[r].id);
        wrap_text(page, 0, 0, HEADING, text);
        for (size_t i = 0; i < law->limit_count; i++) {
            const struct ehc_limit *limit = &law->limits[i];
            if (limit->route != (int)r)
                continue;
            snprintf(text, sizeof text, "%s: %s", limit->id, limit->title);
            wrap_text(page, 2, 4, PLAIN, text);
            snprintf(text, sizeof text, "%s: %s", limit->who, ehc_limit_words(law, limit, words));
            wrap_with_right(page, 4, 4, PLAIN, text, limit->provision);
        }
        put_no_numbers(law, (int)r, page);
    }
}

void view_events_text(const struct ehc_law *law, const struct page *page) {
    size_t longest = 0;
    for (size_t i = 0; i < law->event_count; i++)
        longest = strlen(law->events[i].id) > longest ? strlen(law->events[i].id) : longest;
    for (size_t i = 0; i < law->event_count; i++)
        wrap_labelled(page, page->width > longest + 24 ? longest + 2 : 4, law->events[i].id, law->events[i].title);
}
