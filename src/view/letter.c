/* Chooses what a letter is about, and fills it in. */
#include "letter.h"
#include "../lib/error.h"
#include "wrap.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 72, INDENT_MOST = 40, WEEK = 7, SPAN_TEXT = 2 * EHC_DAY_TEXT + 8 };

struct filler {
    const struct view_of_case *view;
    const struct letter *letter;
    const struct ehc_deadline *steps[EHC_DEADLINES_MAX]; /* what the letter is about, in the order of its head */
    size_t step_count;
    const struct ehc_deadline *chosen; /* the first overdue one, else the first */
    bool doubtful, says_doubt;
    ehc_report *report;
    void *context;
    size_t missing;
};

/* ---- what the letter is about ---- */

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
static bool meets(const struct view_of_case *view, const struct ehc_deadline *deadline, struct ehc_span span) {
    ehc_day last = deadline->act != EHC_NO_DAY ? deadline->act : view->as_at;
    last = deadline->due > last ? deadline->due : last;
    return span.last > deadline->trigger && span.first <= last;
}

static bool next_claim(const struct view_of_case *view, const struct ehc_deadline *deadline, bool fits,
                       struct ehc_exception *exception) {
    while (ehc_exception_next(view->law, view->facts, deadline, exception))
        if (exception->given && (exception->fit == EHC_FITS) == fits && meets(view, deadline, exception->span))
            return true;
    return false;
}

static bool has_claim(const struct view_of_case *view, const struct ehc_deadline *deadline, bool fits) {
    struct ehc_exception exception = {0};
    return next_claim(view, deadline, fits, &exception);
}

static bool is_doubtful(const struct view_of_case *view, const struct ehc_deadline *deadline) {
    return has_claim(view, deadline, true) || ehc_deadline_relaxation(view->law, deadline) != NULL;
}

static bool is_supported(const struct filler *filler, const struct ehc_deadline *deadline) {
    return has_status(filler->letter, deadline) &&
           (filler->letter->claim[0] == '\0' || has_claim(filler->view, deadline, false));
}

/* Goes through the deadlines in the order in which the letter's head names their limits. Start with zeroes; false at the end. */
struct walk {
    const char *list;
    size_t at;
    int limit;
};

static const struct ehc_deadline *next_about(const struct filler *filler, struct walk *walk) {
    const struct view_of_case *view = filler->view;
    if (walk->list == NULL) {
        *walk = (struct walk){.list = filler->letter->about, .at = view->count};
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

static void choose(struct filler *filler, bool anyway) {
    struct walk walk = {0};
    const struct ehc_deadline *deadline;
    while ((deadline = next_about(filler, &walk)) != NULL) {
        if (!is_supported(filler, deadline) || filler->step_count == EHC_DEADLINES_MAX)
            continue;
        bool doubtful = is_doubtful(filler->view, deadline);
        filler->doubtful = filler->doubtful || doubtful;
        if (doubtful && !anyway)
            continue;
        filler->steps[filler->step_count++] = deadline;
        if (filler->chosen == NULL || (filler->chosen->status != EHC_OVERDUE && deadline->status == EHC_OVERDUE))
            filler->chosen = deadline;
    }
}

/* ---- words ---- */

static const char *body_words(const struct ehc_deadline *deadline) {
    static const char *const words[EHC_ADVICE_FROM_KINDS] = {
        [EHC_FROM_SCHOOL] = "school",           [EHC_FROM_EARLY_YEARS] = "early years setting",
        [EHC_FROM_PSYCHOLOGIST] = "educational psychologist", [EHC_FROM_HEALTH] = "health body",
        [EHC_FROM_SOCIAL_CARE] = "social care", [EHC_FROM_OTHER] = "person you asked",
    };
    return deadline->advice != NULL ? words[deadline->advice->from] : deadline->limit->who;
}

/* "63 days (9 weeks)", "65 days (9 weeks and 2 days)". */
static const char *late_words(int days, char text[EHC_WORDS]) {
    char all[EHC_WORDS], rest[EHC_WORDS];
    int weeks = days / WEEK;
    if (weeks == 0)
        return ehc_days_words(days, text);
    snprintf(text, EHC_WORDS, "%.20s (%d week%s%s%.20s)", ehc_days_words(days, all), weeks, weeks == 1 ? "" : "s",
             days % WEEK != 0 ? " and " : "", days % WEEK != 0 ? ehc_days_words(days % WEEK, rest) : "");
    return text;
}

static const char *span_words(struct ehc_span span, char text[SPAN_TEXT]) {
    char first[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
    if (span.first == span.last)
        snprintf(text, SPAN_TEXT, "%s", ehc_day_format_short(span.first, first));
    else
        snprintf(text, SPAN_TEXT, "%s to %s", ehc_day_format_short(span.first, first), ehc_day_format_short(span.last, last));
    return text;
}

static const char *claim_title(const struct filler *filler, const struct ehc_exception *exception) {
    return exception->claim != NULL ? exception->claim->title : filler->view->law->kinds[exception->kind].title;
}

/* ---- values of several lines ---- */

static void put_step(const struct filler *filler, const struct ehc_deadline *deadline, FILE *out) {
    const struct ehc_limit *limit = deadline->limit;
    char date[EHC_DAY_TEXT], late[EHC_WORDS];
    bool done = deadline->act != EHC_NO_DAY && deadline->act <= filler->view->as_at;
    fprintf(out, "- %c%s", toupper((unsigned char)limit->short_title[0]), limit->short_title + 1);
    if (deadline->advice != NULL)
        fprintf(out, ": %s%s%s%s", body_words(deadline), deadline->advice->name != NULL ? " (" : "",
                deadline->advice->name != NULL ? deadline->advice->name : "", deadline->advice->name != NULL ? ")" : "");
    fprintf(out, " (%s): due on %s; ", limit->provision, ehc_day_format(deadline->due, date));
    if (done)
        fprintf(out, "done on %s, ", ehc_day_format(deadline->act, date));
    else
        fprintf(out, "not done by %s, ", ehc_day_format(filler->view->as_at, date));
    fprintf(out, "%s late\n", late_words(deadline->days, late));
}

static bool put_steps(const struct filler *filler, FILE *out) {
    bool any = false;
    for (size_t i = 0; i < filler->step_count; i++) {
        bool is_late = filler->steps[i]->status == EHC_LATE || filler->steps[i]->status == EHC_OVERDUE;
        if (is_late)
            put_step(filler, filler->steps[i], out);
        any = any || is_late;
    }
    return any;
}

/* Whether an earlier step has said the same of the same exception. */
static bool was_said(const struct filler *filler, size_t before, const struct ehc_exception *exception, const char *why) {
    char earlier[EHC_WORDS];
    for (size_t i = 0; i < before; i++) {
        struct ehc_exception other = {0};
        while (next_claim(filler->view, filler->steps[i], exception->fit == EHC_FITS, &other))
            if (other.kind == exception->kind && other.span.first == exception->span.first &&
                other.span.last == exception->span.last &&
                strcmp(ehc_exception_words(filler->steps[i], &other, earlier), why) == 0)
                return true;
    }
    return false;
}

static bool put_exceptions(const struct filler *filler, FILE *out) {
    char why[EHC_WORDS], provision[EHC_WORDS], span[SPAN_TEXT];
    bool any = false;
    for (size_t i = 0; i < filler->step_count; i++) {
        const struct ehc_deadline *deadline = filler->steps[i];
        struct ehc_exception exception = {0};
        while (next_claim(filler->view, deadline, false, &exception)) {
            ehc_exception_words(deadline, &exception, why);
            if (was_said(filler, i, &exception, why))
                continue;
            any = true;
            fprintf(out, "- %s, %s: ", claim_title(filler, &exception), span_words(exception.span, span));
            if (exception.fit == EHC_NOT_ON_LIST)
                fprintf(out, "%s.\n", why);
            else
                fprintf(out, "this does not fit %s: %s.\n",
                        ehc_exception_provision(filler->view->law, deadline->limit, exception.kind, provision), why);
        }
    }
    return any;
}

static void put_doubt(const struct filler *filler, const struct ehc_deadline *deadline, const struct ehc_exception *exception,
                      const char *why, FILE *out) {
    const struct ehc_law *law = filler->view->law;
    const char *judge = law->kinds[exception->kind].judge;
    char provision[EHC_WORDS], span[SPAN_TEXT], date[EHC_DAY_TEXT], days[EHC_WORDS];
    fprintf(out, "- %s, %s: this may fit %s: %s. It does so only if the facts bear it out: %c%s", claim_title(filler, exception),
            span_words(exception->span, span), ehc_exception_provision(law, deadline->limit, exception->kind, provision), why,
            tolower((unsigned char)judge[0]), judge + 1);
    if (deadline->with_exception != EHC_NO_DAY)
        fprintf(out, " The law sets no other date; with the %s lost added, the %s would have been due on %s.",
                ehc_days_words(deadline->days_lost, days), deadline->limit->short_title,
                ehc_day_format(deadline->with_exception, date));
    fputc('\n', out);
}

static bool put_doubts(const struct filler *filler, FILE *out) {
    char why[EHC_WORDS];
    bool any = false;
    for (size_t i = 0; i < filler->step_count; i++) {
        const struct ehc_deadline *deadline = filler->steps[i];
        const struct ehc_relaxation *relaxation = ehc_deadline_relaxation(filler->view->law, deadline);
        struct ehc_exception exception = {0};
        while (next_claim(filler->view, deadline, true, &exception)) {
            ehc_exception_words(deadline, &exception, why);
            if (was_said(filler, i, &exception, why))
                continue;
            any = true;
            put_doubt(filler, deadline, &exception, why, out);
        }
        if (relaxation != NULL)
            fprintf(out, "- %s: %s\n", relaxation->provision, relaxation->why);
        any = any || relaxation != NULL;
    }
    return any;
}

/* ---- values ---- */

static const struct ehc_deadline *deadline_named(const struct filler *filler, int limit) {
    const struct view_of_case *view = filler->view;
    const struct ehc_limit *wanted = limit != EHC_NONE ? &view->law->limits[limit] : filler->chosen->limit;
    if (filler->chosen->limit == wanted)
        return filler->chosen;
    for (size_t i = 0; i < view->count; i++)
        if (view->deadlines[i].limit == wanted)
            return &view->deadlines[i];
    return NULL;
}

static bool put_text(const char *text, FILE *out) {
    if (text == NULL || *text == '\0')
        return false;
    fputs(text, out);
    return true;
}

static bool put_day(ehc_day day, FILE *out) {
    char text[EHC_DAY_TEXT];
    return day != EHC_NO_DAY && put_text(ehc_day_format(day, text), out);
}

static bool put_deadline_value(const struct filler *filler, const struct letter_piece *piece, FILE *out) {
    const struct ehc_deadline *deadline = deadline_named(filler, piece->index);
    char text[EHC_WORDS];
    if (piece->placeholder == LETTER_PROVISION || piece->placeholder == LETTER_URL || piece->placeholder == LETTER_STEP) {
        const struct ehc_limit *limit =
            piece->index != EHC_NONE ? &filler->view->law->limits[piece->index] : filler->chosen->limit;
        return put_text(piece->placeholder == LETTER_PROVISION ? limit->provision
                        : piece->placeholder == LETTER_URL     ? limit->url
                                                               : limit->short_title,
                        out);
    }
    if (deadline == NULL || deadline->due == EHC_NO_DAY || deadline->projected)
        return false;
    switch (piece->placeholder) {
    case LETTER_DUE:
        return put_day(deadline->due, out);
    case LETTER_LATEST:
        return put_day(deadline->latest, out);
    case LETTER_DONE:
        return put_day(deadline->act, out);
    case LETTER_TRIGGER:
        return put_day(deadline->trigger, out);
    default:
        break;
    }
    if (deadline->status != EHC_LATE && deadline->status != EHC_OVERDUE)
        return false;
    return put_text(piece->placeholder == LETTER_LATE_BY ? late_words(deadline->days, text) : ehc_days_words(deadline->days, text),
                    out);
}

/* Writes a placeholder's value; false where the case has none. */
static bool put_value(struct filler *filler, const struct letter_piece *piece, FILE *out) {
    const struct view_of_case *view = filler->view;
    char date[EHC_DAY_TEXT];
    switch (piece->placeholder) {
    case LETTER_REFERENCE:
        return put_text(view->facts->reference, out);
    case LETTER_AUTHORITY:
        return put_text(view->facts->authority, out);
    case LETTER_TODAY:
        return put_day(view->as_at, out);
    case LETTER_LAW_AS_AT:
        return put_text(ehc_day_format_short(view->law->as_at, date), out);
    case LETTER_BODY:
        return put_text(body_words(filler->chosen), out);
    case LETTER_DATE:
        return put_day(ehc_case_event(view->law, view->facts, piece->index, NULL), out);
    case LETTER_LATE_STEPS:
        return put_steps(filler, out);
    case LETTER_EXCEPTIONS:
        return put_exceptions(filler, out);
    case LETTER_DOUBT:
        return put_doubts(filler, out);
    default:
        return put_deadline_value(filler, piece, out);
    }
}

/* Says which fact a placeholder lacks. */
static void report_missing(struct filler *filler, const struct letter_piece *piece, unsigned line) {
    const struct ehc_law *law = filler->view->law;
    struct ehc_error error;
    ehc_fail(&error, "a fact is missing: the letter uses {%s}, and the case does not give it", piece->name);
    if (piece->placeholder == LETTER_REFERENCE || piece->placeholder == LETTER_AUTHORITY)
        ehc_hint(&error, "add '%s = ...' to [case] in the case file", piece->name);
    else if (piece->placeholder == LETTER_DATE)
        ehc_hint(&error, "add '%s = DATE' to [events] in the case file", law->events[piece->index].id);
    else if (piece->placeholder == LETTER_DONE)
        ehc_hint(&error, "it was not done; begin the line with {if %s} to leave it out", piece->name);
    else if (piece->index != EHC_NONE && deadline_named(filler, piece->index) == NULL)
        ehc_hint(&error, "add '%s = DATE' to [events] in the case file", law->events[law->limits[piece->index].trigger].id);
    else
        ehc_hint(&error, "begin the line with {if %s} to leave it out", piece->name);
    error.file = filler->letter->file;
    error.line = line;
    filler->missing++;
    filler->report(filler->context, &error);
}

/* ---- lines ---- */

static bool condition_holds(struct filler *filler, const struct letter_piece *piece, FILE *nowhere) {
    bool holds;
    if (piece->kind == LETTER_STATUS) {
        const struct ehc_deadline *deadline = deadline_named(filler, piece->index);
        holds = deadline != NULL && deadline->status == piece->status;
    } else {
        holds = put_value(filler, piece, nowhere);
    }
    return holds != piece->is_negated;
}

/* Writes the pieces of a line; false where a condition leaves it out. */
static bool fill_line(struct filler *filler, const char *line, const char *end, unsigned number, FILE *out, FILE *nowhere) {
    struct letter_piece piece;
    struct ehc_error error;
    while (letter_next_piece(filler->view->law, &line, end, &piece, &error)) {
        if (piece.is_condition && !condition_holds(filler, &piece, nowhere))
            return false;
        if (piece.is_condition)
            line += strspn(line, " ");
        else if (piece.kind == LETTER_TEXT)
            fwrite(piece.text, 1, piece.length, out);
        else if (!put_value(filler, &piece, out))
            report_missing(filler, &piece, number);
        else if (piece.placeholder == LETTER_DOUBT)
            filler->says_doubt = true;
    }
    return true;
}

/* An indented line and an item of a list hang where they begin. */
static void put_lines(const struct page *page, char *text) {
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        char *next = text + length + (text[length] == '\n');
        text[length] = '\0';
        size_t indent = strspn(text, " ");
        text += indent;
        indent = indent > INDENT_MOST ? INDENT_MOST : indent;
        if (*text != '\0')
            put_wrapped(page, indent, indent + (strncmp(text, "- ", 2) == 0 ? 2 : 0), PLAIN, text);
        text = next;
    }
}

struct lines {
    bool begun, blank; /* something was written; a blank line is to come before the next */
};

static enum letter_result write_line(struct filler *filler, const char *line, const char *end, unsigned number,
                                     struct lines *lines, const struct page *page, FILE *nowhere) {
    char *text = NULL;
    size_t length = 0;
    FILE *filled = open_memstream(&text, &length);
    if (filled == NULL)
        return LETTER_NO_MEMORY;
    bool stays = fill_line(filler, line, end, number, filled, nowhere);
    if (fclose(filled) != 0) {
        free(text);
        return LETTER_NO_MEMORY;
    }
    bool is_blank = text[strspn(text, " \n")] == '\0';
    if (stays && is_blank)
        lines->blank = lines->begun;
    if (stays && !is_blank) {
        if (lines->blank)
            fputc('\n', page->out);
        *lines = (struct lines){.begun = true};
        put_lines(page, text);
    }
    free(text);
    return LETTER_WRITTEN;
}

static enum letter_result fill(struct filler *filler, FILE *out) {
    const struct page page = {.out = out, .width = COLUMNS};
    const char *line = filler->letter->body;
    enum letter_result result = LETTER_WRITTEN;
    struct lines lines = {0};
    FILE *nowhere = fopen("/dev/null", "w");
    if (nowhere == NULL)
        return LETTER_NO_MEMORY;
    for (unsigned number = filler->letter->body_line; *line != '\0' && result == LETTER_WRITTEN; number++) {
        const char *end = line + strcspn(line, "\n");
        result = write_line(filler, line, end, number, &lines, &page, nowhere);
        line = end + (*end == '\n');
    }
    fclose(nowhere);
    return result == LETTER_WRITTEN && filler->missing > 0 ? LETTER_NOT_SUPPORTED : result;
}

/* ---- refusals ---- */

static const struct ehc_deadline *first_with(const struct filler *filler, enum ehc_status status) {
    struct walk walk = {0};
    const struct ehc_deadline *deadline;
    while ((deadline = next_about(filler, &walk)) != NULL)
        if (deadline->status == status && (deadline->due != EHC_NO_DAY || status == EHC_UNKNOWN || status == EHC_NOT_NEEDED))
            return deadline;
    return NULL;
}

static void tell_in_time(const struct filler *filler, const struct ehc_deadline *deadline, struct ehc_error *error) {
    const char *step = deadline->limit->short_title;
    char due[EHC_DAY_TEXT], other[EHC_DAY_TEXT], words[EHC_WORDS];
    ehc_day_format(deadline->due, due);
    switch (deadline->status) {
    case EHC_DISPUTED:
        ehc_fail(error, "it is not late on every reading of the law: '%s' was due on %s, or on %s as some read it", step, due,
                 ehc_day_format(deadline->latest, other));
        break;
    case EHC_DUE:
        ehc_fail(error, "nothing is late: '%s' is due on %s, %s from %s", step, due, ehc_days_words(deadline->days, words),
                 ehc_day_format(filler->view->as_at, other));
        break;
    case EHC_MET:
        ehc_fail(error, "nothing is late: '%s' was due on %s and done on %s", step, due, ehc_day_format(deadline->act, other));
        break;
    default:
        ehc_fail(error, "'%s': %.200s", step, ehc_because_words(filler->view->law, deadline, words));
        break;
    }
}

/* Names the events that would start the time. */
static void tell_not_begun(const struct filler *filler, struct ehc_error *error) {
    const struct ehc_law *law = filler->view->law;
    char names[200] = "", id[LETTER_NAME_ROOM], first[LETTER_NAME_ROOM] = "";
    bool named[EHC_EVENTS_MAX] = {false};
    size_t at = 0;
    for (const char *list = filler->letter->about; *list != '\0' && at < sizeof names;) {
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
        at += (size_t)snprintf(names + at, sizeof names - at, "%s%s", at > 0 ? ", " : "", event);
    }
    if (at > strlen(first))
        ehc_fail(error, "a fact is missing: the case gives none of %s", names);
    else
        ehc_fail(error, "a fact is missing: the case does not give '%s'", first);
    ehc_hint(error, "add the day it happened to [events] in the case file: %s = DATE", first);
}

static enum letter_result refuse(const struct filler *filler) {
    static const enum ehc_status order[] = {EHC_DISPUTED, EHC_DUE, EHC_UNKNOWN, EHC_MET, EHC_NOT_NEEDED, EHC_OVERDUE, EHC_LATE};
    struct ehc_error error;
    const struct ehc_deadline *deadline = NULL;
    struct walk walk = {0};
    bool lacks_claim = false;
    while (filler->letter->claim[0] != '\0' && (deadline = next_about(filler, &walk)) != NULL)
        lacks_claim = lacks_claim || has_status(filler->letter, deadline);
    for (size_t i = 0; i < sizeof order / sizeof order[0] && deadline == NULL; i++)
        deadline = first_with(filler, order[i]);
    if (filler->letter->about[0] == '\0') {
        ehc_fail(&error, "the template does not say what it is about");
        ehc_hint(&error, "begin it with a line such as 'about: final-plan', or name a kind of letter");
    } else if (lacks_claim) {
        ehc_fail(&error, "no exception that does not fit is given in the case");
        ehc_hint(&error, "add what the council claims: [closure NAME], [absence NAME] or [exceptional NAME]");
    } else if (deadline == NULL) {
        tell_not_begun(filler, &error);
    } else {
        tell_in_time(filler, deadline, &error);
    }
    filler->report(filler->context, &error);
    return LETTER_NOT_SUPPORTED;
}

/* Why the case is doubtful, in one message. */
static enum letter_result refuse_doubtful(const struct filler *filler) {
    struct walk walk = {0};
    const struct ehc_deadline *deadline;
    while ((deadline = next_about(filler, &walk)) != NULL) {
        struct ehc_exception exception = {0};
        struct ehc_error error;
        char why[EHC_WORDS], provision[EHC_WORDS];
        const struct ehc_relaxation *relaxation = ehc_deadline_relaxation(filler->view->law, deadline);
        if (!is_supported(filler, deadline))
            continue;
        if (next_claim(filler->view, deadline, true, &exception))
            ehc_fail(&error, "an exception seems to fit, %.60s: %.220s",
                     ehc_exception_provision(filler->view->law, deadline->limit, exception.kind, provision),
                     ehc_exception_words(deadline, &exception, why));
        else if (relaxation != NULL)
            ehc_fail(&error, "%.60s may excuse it: %.240s", relaxation->provision, relaxation->why);
        else
            continue;
        filler->report(filler->context, &error);
        break;
    }
    return LETTER_DOUBTFUL;
}

enum letter_result view_letter(const struct view_of_case *view, const struct letter *letter, bool anyway, FILE *out,
                               ehc_report *report, void *context) {
    struct filler filler = {.view = view, .letter = letter, .report = report, .context = context};
    choose(&filler, anyway);
    if (filler.chosen == NULL)
        return filler.doubtful ? refuse_doubtful(&filler) : refuse(&filler);
    enum letter_result result = fill(&filler, out);
    if (result != LETTER_WRITTEN || !filler.doubtful || !anyway || filler.says_doubt)
        return result;
    struct ehc_error error;
    ehc_fail(&error, "the template has no {doubt}, so the letter would not say that an exception may fit");
    ehc_hint(&error, "add a line with {if doubt}{doubt}");
    error.file = letter->file;
    report(context, &error);
    return LETTER_HIDES_DOUBT;
}

void view_letters_text(const struct page *page) {
    size_t longest = 0;
    for (size_t i = 0; i < letters_england_count; i++)
        longest = strlen(letters_england[i].id) > longest ? strlen(letters_england[i].id) : longest;
    for (size_t i = 0; i < letters_england_count; i++) {
        char label[LETTER_NAME_ROOM];
        snprintf(label, sizeof label, "  %s", letters_england[i].id);
        put_labelled(page, longest + 4, label, letters_england[i].title);
    }
}
