/* A check as a screen: the limits that have begun, late ones first, then what to do and what comes next. */
#include "util/ascii.h"
#include "util/fill.h"
#include "words.h"
#include "wrap.h"

enum { INDENT = 2, BODY = 12, ANSWER = 14, NAME = 12 };

struct check_screen {
    const struct ehc_judgement *judgement;
    const struct page *page;
    bool verbose;
};

/* Late steps come first, steps that were done in time last. EHC_NONE: the step is not shown. */
static int rank(const struct check_screen *screen, const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    if (deadline->status == EHC_NOT_NEEDED || !judged->started || judged->said_already)
        return EHC_NONE;
    if (deadline->limit->for_family && deadline->own == NULL && deadline->or_day == EHC_NO_DAY &&
        deadline->status == EHC_DUE && !screen->verbose && !screen->judgement->has_history)
        return EHC_NONE; /* "You can" shows it */
    if (deadline->because == EHC_NOT_SAID && !screen->verbose)
        return EHC_NONE; /* one line names all such steps of its round */
    if (judged->late)
        return 0;
    if ((deadline->status == EHC_UNKNOWN && !judged->waits) || deadline->status == EHC_DISPUTED)
        return 1;
    if (deadline->status == EHC_MET)
        return 3;
    return 2;
}

static void put_head(const struct check_screen *screen) {
    const struct ehc_case *facts = screen->judgement->facts;
    const char *name = facts->reference != NULL ? facts->reference : facts->file;
    char text[EHC_WORDS], as_at[EHC_WORDS], date[EHC_DAY_TEXT];
    ehc_sentence(text, EHC_WORDS, name != NULL ? "Case {name}" : "Case", "name", name, NULL);
    if (facts->authority != NULL)
        ehc_sentence_add(text, EHC_WORDS, ", {council}", "council", facts->authority, NULL);
    snprintf(as_at, sizeof as_at, "as at %s", ehc_day_format(screen->judgement->as_at, date));
    wrap_with_right(screen->page, 0, INDENT, HEADING, text, as_at);
}

static void put_exceptions(const struct check_screen *screen, const struct ehc_judged *judged) {
    const struct ehc_law *law = screen->judgement->law;
    char text[EHC_WORDS];
    bool given = false;
    for (size_t i = 0; i < judged->exception_count; i++) {
        const struct ehc_exception *exception = &judged->exceptions[i];
        if (!exception->is_answered)
            continue;
        given = true;
        wrap_text(screen->page, BODY, ANSWER, PLAIN, words_claim(law, exception, text));
        wrap_text(screen->page, ANSWER, ANSWER, PLAIN, words_claim_answer(law, judged->deadline, exception, text));
        if (exception->answer == EHC_ANSWER_YES)
            wrap_text(screen->page, ANSWER, ANSWER, PLAIN, words_to_judge(law, exception, text));
    }
    if (given)
        wrap_text(screen->page, BODY, ANSWER, PLAIN, words_both_dates(judged->deadline, text));
}

/* In a history, a step that was in time is one line, so that the other steps are found. */
static bool is_short(const struct check_screen *screen, const struct ehc_judged *judged) {
    return screen->judgement->has_history && !screen->verbose && judged->deadline->status == EHC_MET;
}

static void put_deadline(const struct check_screen *screen, const struct ehc_judged *judged) {
    char text[EHC_WORDS], title[EHC_WORDS], right[EHC_WORDS], provision[EHC_WORDS], verdict[EHC_WORDS], last[EHC_WORDS];
    const struct ehc_deadline *deadline = judged->deadline;
    const struct ehc_limit *limit = deadline->limit;
    const struct page *page = screen->page;
    words_short_title(deadline, title);
    snprintf(text, sizeof text, "%-10s%.1100s", words_label(judged), title);
    words_provision(judged, provision);
    snprintf(right, sizeof right, "%.200s, %.800s", words_who_acts(deadline), provision);
    words_verdict(screen->judgement, judged, verdict);
    if (is_short(screen, judged)) {
        ehc_sentence_add(text, sizeof text, ", {verdict}", "verdict", verdict, NULL);
        wrap_with_right(page, INDENT, BODY, PLAIN, text, right);
        return;
    }
    wrap_with_right(page, INDENT, BODY, judged->late ? WARNING : PLAIN, text, right);
    if (deadline->due != EHC_NO_DAY) {
        ehc_sentence(text, sizeof text, limit->is_minimum ? "not before the end of {last}" : "due {last}", "last",
                     judged->past ? words_last_day(deadline, last) : ehc_day_format(deadline->due, last), NULL);
        wrap_text(page, BODY, BODY, PLAIN, text);
    }
    wrap_text(page, BODY, BODY, PLAIN, verdict);
    if (words_or_on(deadline, text))
        wrap_text(page, BODY, BODY, PLAIN, text);
    if (words_misses(judged, text))
        wrap_text(page, BODY, BODY, PLAIN, text);
    put_exceptions(screen, judged);
    if (words_relaxation(judged, text))
        wrap_text(page, BODY, ANSWER, PLAIN, text);
    if (limit->for_family && deadline->own == NULL && deadline->status == EHC_OVERDUE)
        wrap_text(page, BODY, BODY, PLAIN, limit->if_late);
    if (screen->verbose && limit->note != NULL)
        wrap_text(page, BODY, BODY, PLAIN, limit->note);
}

static bool is_not_needed(const struct ehc_judged *judged) {
    return judged->deadline->status == EHC_NOT_NEEDED && judged->started;
}

/* The steps of a group that are not needed; of all groups where it is EHC_NONE. */
static void put_not_needed(const struct check_screen *screen, int group) {
    char text[EHC_WORDS] = "";
    for (size_t i = 0; i < screen->judgement->count; i++) {
        const struct ehc_judged *judged = &screen->judgement->deadlines[i];
        char step[EHC_WORDS], because[EHC_WORDS];
        if (!is_not_needed(judged) || (group != EHC_NONE && judged->group != (size_t)group))
            continue;
        snprintf(step, sizeof step, "%s", judged->deadline->limit->short_title);
        if (text[0] == '\0')
            ascii_upper_first(step);
        words_add_in_brackets(step,
                              screen->verbose ? ehc_because_words(screen->judgement->law, judged->deadline, because) : NULL);
        ehc_sentence_add(text, sizeof text, text[0] != '\0' ? "; {step}" : "no need   {step}", "step", step, NULL);
    }
    if (text[0] == '\0')
        return;
    fputs(group == EHC_NONE ? "\n" : "", screen->page->out);
    wrap_text(screen->page, INDENT, BODY, PLAIN, text);
}

/* The steps of a group by rank; of all groups where it is EHC_NONE. `before` is written before each. */
static void put_ranked(const struct check_screen *screen, int group, const char *before) {
    const struct ehc_judgement *judgement = screen->judgement;
    for (int wanted = 0; wanted <= 3; wanted++) {
        for (size_t i = 0; i < judgement->count; i++) {
            const struct ehc_judged *judged = &judgement->deadlines[i];
            if (rank(screen, judged) != wanted || (group != EHC_NONE && judged->group != (size_t)group))
                continue;
            fputs(before, screen->page->out);
            put_deadline(screen, judged);
        }
    }
}

/* The steps of a round that the case says nothing about. */
static void put_not_said(const struct check_screen *screen, size_t group, const char *before) {
    char text[EHC_WORDS], steps[EHC_WORDS], events[EHC_WORDS];
    if (screen->verbose || words_not_said(screen->judgement, group, steps, events) == 0)
        return;
    fputs(before, screen->page->out);
    ascii_upper_first(steps);
    ehc_sentence(text, sizeof text, "not known {steps}", "steps", steps, NULL);
    wrap_text(screen->page, INDENT, BODY, PLAIN, text);
}

static void put_quiet(const struct check_screen *screen, size_t group) {
    char text[EHC_WORDS], words[EHC_WORDS];
    const char *label;
    words_quiet(screen->judgement, group, &label, words);
    snprintf(text, sizeof text, "%-10s%.1100s", label, words);
    wrap_text(screen->page, INDENT, BODY, PLAIN, text);
}

/* Whether anything of a group is to be shown. */
static bool shows_group(const struct check_screen *screen, size_t group) {
    const struct ehc_judgement *judgement = screen->judgement;
    for (size_t i = 0; i < judgement->count; i++) {
        const struct ehc_judged *judged = &judgement->deadlines[i];
        if (judged->group == group && (rank(screen, judged) != EHC_NONE || judged->deadline->because == EHC_NOT_SAID ||
                                       (screen->verbose && is_not_needed(judged))))
            return true;
    }
    return false;
}

static void put_group(const struct check_screen *screen, size_t group) {
    const struct ehc_judgement *judgement = screen->judgement;
    char text[EHC_WORDS];
    if (!shows_group(screen, group))
        return;
    putc('\n', screen->page->out);
    wrap_text(screen->page, 0, INDENT, HEADING, ehc_group_words(judgement->law, &judgement->groups[group], text));
    if (judgement->groups[group].is_quiet && !screen->verbose) {
        put_quiet(screen, group);
        return;
    }
    put_ranked(screen, (int)group, "");
    put_not_said(screen, group, "");
    if (screen->verbose)
        put_not_needed(screen, (int)group);
}

static void put_deadlines(const struct check_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    bool any_quiet = false;
    for (size_t i = 0; judgement->has_history && i < judgement->group_count; i++) {
        put_group(screen, i);
        any_quiet = any_quiet || judgement->groups[i].is_quiet;
    }
    if (any_quiet && !screen->verbose) {
        putc('\n', screen->page->out);
        wrap_text(screen->page, 0, INDENT, PLAIN, "Use -v to see each step of a round that is over and in order.");
    }
    if (judgement->has_history)
        return;
    put_ranked(screen, EHC_NONE, "\n");
    for (size_t i = 0; i < judgement->group_count; i++)
        put_not_said(screen, i, "\n");
    put_not_needed(screen, EHC_NONE);
}

/* The last days that others give. */
static void put_said(const struct check_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    char text[EHC_WORDS];
    bool headed = false;
    for (size_t i = 0; i < judgement->count; i++)
        for (size_t j = 0; j < judgement->deadlines[i].said_count; j++) {
            if (!headed)
                fputc('\n', screen->page->out);
            if (!headed)
                wrap_text(screen->page, 0, 0, HEADING, words_said_heading);
            headed = true;
            words_they_say_of(judgement, &judgement->deadlines[i], j, text);
            wrap_text(screen->page, INDENT, INDENT + 2, PLAIN, text);
            words_said(judgement, &judgement->deadlines[i], j, text);
            wrap_text(screen->page, INDENT + 2, INDENT + 2, PLAIN, text);
        }
}

static void put_line(const struct check_screen *screen, const char *label, const char *line) {
    char text[2 * EHC_WORDS];
    snprintf(text, sizeof text, "%s: %.1190s", label, line);
    wrap_text(screen->page, 0, INDENT, PLAIN, text);
}

static void put_missing(const struct check_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    char text[EHC_WORDS];
    const char *label;
    for (size_t i = 0; i < judgement->missing_count; i++)
        if (words_missing_once(judgement, i, &label, text))
            put_line(screen, label, text);
    if (words_nothing_started(judgement, text))
        put_line(screen, "Cannot say", text);
}

static void put_ignored(const struct check_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    char text[EHC_WORDS];
    for (size_t i = 0; i < judgement->ignored_count; i++)
        put_line(screen, "Please check", ehc_ignored_words(judgement->law, &judgement->ignored[i], text));
}

static void put_options(const struct check_screen *screen) {
    const struct ehc_judgement *judgement = screen->judgement;
    char text[EHC_WORDS];
    if (judgement->option_count == 0)
        return;
    putc('\n', screen->page->out);
    wrap_text(screen->page, 0, 0, HEADING, "You can");
    for (size_t i = 0; i < judgement->option_count; i++) {
        const struct ehc_option *option = &judgement->options[i];
        words_option(judgement, option, text);
        wrap_with_right(screen->page, INDENT, INDENT + 2, PLAIN, text, option->limit->provision);
        words_option_note(judgement, option, text);
        if (text[0] != '\0')
            wrap_text(screen->page, INDENT + 2, INDENT + 2, PLAIN, text);
    }
}

static void put_next(const struct check_screen *screen) {
    char text[EHC_WORDS];
    words_next(screen->judgement, text);
    put_line(screen, "Next", text);
}

void view_check_text(const struct ehc_judgement *judgement, bool verbose, const struct page *page) {
    const struct check_screen screen = {judgement, page, verbose};
    char text[EHC_WORDS];
    put_head(&screen);
    put_deadlines(&screen);
    put_said(&screen);
    putc('\n', page->out);
    bool nothing_started = words_nothing_started(judgement, text);
    words_late_now(judgement, text);
    if (!nothing_started)
        put_line(&screen, "Late now", text);
    if (words_own_past(judgement, text))
        put_line(&screen, "Your own dates, past", text);
    words_disputed_steps(judgement, text);
    if (text[0] != '\0')
        put_line(&screen, "In time on one reading only", text);
    for (size_t at = 0, i; words_next_to_do(judgement, &at, &i);)
        if (words_what_to_do(judgement, i, false, text))
            wrap_text(page, INDENT, INDENT, PLAIN, text);
    for (size_t i = 0; i < judgement->count; i++)
        if (words_held_up(judgement, &judgement->deadlines[i], text))
            put_line(&screen, "Waiting for", text);
    put_missing(&screen);
    put_ignored(&screen);
    if (!nothing_started)
        put_next(&screen);
    put_options(&screen);
    putc('\n', page->out);
    wrap_text(page, 0, 0, PLAIN, words_disclaimer(judgement->law, text));
}

/* ---- many cases ---- */

/* The step of the family or of others that is due first. */
static void write_next_step(const struct ehc_judgement *judgement, char text[EHC_WORDS]) {
    const struct ehc_judged *next = judgement->next;
    char step[EHC_WORDS], date[EHC_DAY_TEXT];
    for (size_t i = 0; i < judgement->option_count; i++) {
        const struct ehc_option *option = &judgement->options[i];
        if (option->judged == NULL || (next != NULL && next->last < option->last))
            continue;
        words_option(judgement, option, step);
        ascii_lower_first(step);
        ehc_sentence(text, EHC_WORDS, "yours: {step}", "step", step, NULL);
        return;
    }
    snprintf(text, EHC_WORDS, "nothing more to come");
    if (next == NULL)
        return;
    words_step(judgement, next, step);
    ehc_sentence(text, EHC_WORDS, "next: {step} by {date}", "step", step, "date", ehc_day_format(next->last, date), NULL);
}

void view_check_line(const struct ehc_judgement *judgement, const struct page *page) {
    static const char *const labels[] = {
        [EHC_IN_TIME] = "in time",
        [EHC_IN_DISPUTE] = "disputed",
        [EHC_SOMETHING_LATE] = "late",
        [EHC_CANNOT_SAY] = "not known",
    };
    enum ehc_result result = judgement->result;
    const char *name = judgement->facts->reference != NULL ? judgement->facts->reference : judgement->facts->file;
    char text[2 * EHC_WORDS], words[EHC_WORDS];
    const char *label;
    if (result == EHC_SOMETHING_LATE)
        words_late_steps(judgement, words);
    else if (result == EHC_IN_DISPUTE)
        words_disputed_steps(judgement, words);
    else if (result == EHC_IN_TIME)
        write_next_step(judgement, words);
    else if (judgement->lacks_facts)
        words_missing_once(judgement, 0, &label, words);
    else
        words_nothing_started(judgement, words);
    name = name != NULL ? name : "";
    size_t columns = wrap_columns(name), wide = columns < NAME ? NAME - columns : 0;
    snprintf(text, sizeof text, "%-10s%.900s%*s  %.1190s", labels[result], name, (int)wide, "", words);
    wrap_text(page, 0, INDENT + BODY + BODY, result == EHC_SOMETHING_LATE ? WARNING : PLAIN, text);
}

void view_check_total(const struct view_check_total *total, const struct page *page) {
    char text[EHC_WORDS], cases[EHC_WORDS], disputed[40] = "";
    if (total->results[EHC_IN_DISPUTE] > 0)
        snprintf(disputed, sizeof disputed, "%zu disputed, ", total->results[EHC_IN_DISPUTE]);
    snprintf(text, sizeof text, "%.60s: %zu late, %zu in time, %s%zu not known",
             words_count(total->cases, "case", "cases", cases), total->results[EHC_SOMETHING_LATE],
             total->results[EHC_IN_TIME], disputed, total->results[EHC_CANNOT_SAY]);
    wrap_text(page, 0, INDENT, HEADING, text);
    if (total->refused == 0)
        return;
    words_count(total->refused, "file could not be used: see the messages", "files could not be used: see the messages",
                text);
    wrap_text(page, 0, INDENT, WARNING, text);
}
