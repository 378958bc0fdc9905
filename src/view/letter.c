/* Fills a letter in. */
#include "../lib/error.h"
#include "letter_choice.h"
#include "wrap.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 72, INDENT_MOST = 40, WEEK = 7, SPAN_TEXT = 2 * EHC_DAY_TEXT + 8 };

struct filler {
    const struct view_of_case *view;
    const struct letter *letter;
    struct letter_choice choice;
    bool says_doubt;
    ehc_report *report;
    void *context;
    size_t missing;
};

/* ---- words ---- */

static const char *body_words(const struct ehc_deadline *deadline) {
    static const char *const words[EHC_ADVICE_FROM_KINDS] = {
        [EHC_FROM_SCHOOL] = "school",
        [EHC_FROM_EARLY_YEARS] = "early years setting",
        [EHC_FROM_PSYCHOLOGIST] = "educational psychologist",
        [EHC_FROM_HEALTH] = "health body",
        [EHC_FROM_SOCIAL_CARE] = "social care",
        [EHC_FROM_OTHER] = "person you asked",
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
        snprintf(text, SPAN_TEXT, "%s to %s", ehc_day_format_short(span.first, first),
                 ehc_day_format_short(span.last, last));
    return text;
}

static const char *claim_title(const struct filler *filler, const struct ehc_exception *exception) {
    return exception->claim != NULL ? exception->claim->title : filler->view->law->kinds[exception->kind].title;
}

/* ---- values of several lines ---- */

/* "- Advice of the educational psychologist, asked for on Thursday 12 February 2026" */
static void put_advice(const struct ehc_deadline *deadline, FILE *out) {
    const char *body = body_words(deadline), *name = deadline->advice->name;
    char date[EHC_DAY_TEXT];
    fprintf(out, "- Advice of the %s", body);
    if (name != NULL && strcmp(name, body) != 0)
        fprintf(out, " (%s)", name);
    if (deadline->advice->requested != EHC_NO_DAY)
        fprintf(out, ", asked for on %s", ehc_day_format(deadline->advice->requested, date));
}

static void put_step(const struct filler *filler, const struct ehc_deadline *deadline, FILE *out) {
    const struct ehc_limit *limit = deadline->limit;
    char date[EHC_DAY_TEXT], late[EHC_WORDS];
    bool done = deadline->act != EHC_NO_DAY && deadline->act <= filler->view->as_at;
    if (deadline->advice != NULL)
        put_advice(deadline, out);
    else
        fprintf(out, "- %c%s", toupper((unsigned char)limit->short_title[0]), limit->short_title + 1);
    fprintf(out, " (%s): due on %s; ", limit->provision, ehc_day_format(deadline->due, date));
    if (done)
        fprintf(out, "done on %s, ", ehc_day_format(deadline->act, date));
    else
        fprintf(out, "not done by %s, ", ehc_day_format(filler->view->as_at, date));
    fprintf(out, "%s late\n", late_words(deadline->days, late));
}

static bool put_steps(const struct filler *filler, FILE *out) {
    bool any = false;
    for (size_t i = 0; i < filler->choice.step_count; i++) {
        bool is_late = filler->choice.steps[i]->status == EHC_LATE || filler->choice.steps[i]->status == EHC_OVERDUE;
        if (is_late)
            put_step(filler, filler->choice.steps[i], out);
        any = any || is_late;
    }
    return any;
}

/* Whether an earlier step has said the same of the same exception. */
static bool was_said(const struct filler *filler, size_t before, const struct ehc_exception *exception, const char *why) {
    char earlier[EHC_WORDS];
    for (size_t i = 0; i < before; i++) {
        struct ehc_exception other = {0};
        while (letter_next_claim(filler->view, filler->choice.steps[i], exception->fit == EHC_FITS, &other))
            if (other.kind == exception->kind && other.span.first == exception->span.first &&
                other.span.last == exception->span.last &&
                strcmp(ehc_exception_words(filler->choice.steps[i], &other, earlier), why) == 0)
                return true;
    }
    return false;
}

static bool put_exceptions(const struct filler *filler, FILE *out) {
    char why[EHC_WORDS], provision[EHC_WORDS], span[SPAN_TEXT];
    bool any = false;
    for (size_t i = 0; i < filler->choice.step_count; i++) {
        const struct ehc_deadline *deadline = filler->choice.steps[i];
        struct ehc_exception exception = {0};
        while (letter_next_claim(filler->view, deadline, false, &exception)) {
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

static void put_doubt(const struct filler *filler, const struct ehc_deadline *deadline,
                      const struct ehc_exception *exception, const char *why, FILE *out) {
    const struct ehc_law *law = filler->view->law;
    const char *judge = law->kinds[exception->kind].judge;
    char provision[EHC_WORDS], span[SPAN_TEXT], date[EHC_DAY_TEXT], days[EHC_WORDS];
    fprintf(out, "- %s, %s: this may fit %s: %s. Still to be shown: %c%s", claim_title(filler, exception),
            span_words(exception->span, span), ehc_exception_provision(law, deadline->limit, exception->kind, provision),
            why, tolower((unsigned char)judge[0]), judge + 1);
    if (deadline->with_exception != EHC_NO_DAY)
        fprintf(out, " The law sets no other date; with the %s lost added, the %s would have been due on %s.",
                ehc_days_words(deadline->days_lost, days), deadline->limit->short_title,
                ehc_day_format(deadline->with_exception, date));
    fputc('\n', out);
}

static bool put_doubts(const struct filler *filler, FILE *out) {
    char why[EHC_WORDS];
    bool any = false;
    for (size_t i = 0; i < filler->choice.step_count; i++) {
        const struct ehc_deadline *deadline = filler->choice.steps[i];
        const struct ehc_relaxation *relaxation = ehc_deadline_relaxation(filler->view->law, deadline);
        struct ehc_exception exception = {0};
        while (letter_next_claim(filler->view, deadline, true, &exception)) {
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
    const struct ehc_limit *wanted = limit != EHC_NONE ? &view->law->limits[limit] : filler->choice.chosen->limit;
    if (filler->choice.chosen->limit == wanted)
        return filler->choice.chosen;
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
            piece->index != EHC_NONE ? &filler->view->law->limits[piece->index] : filler->choice.chosen->limit;
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
    return put_text(
        piece->placeholder == LETTER_LATE_BY ? late_words(deadline->days, text) : ehc_days_words(deadline->days, text), out);
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
        return put_text(body_words(filler->choice.chosen), out);
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

enum letter_result view_letter(const struct view_of_case *view, const struct letter *letter, bool anyway, FILE *out,
                               ehc_report *report, void *context) {
    struct filler filler = {.view = view, .letter = letter, .report = report, .context = context};
    filler.choice.view = view;
    filler.choice.letter = letter;
    letter_choose(&filler.choice, anyway);
    if (filler.choice.chosen == NULL)
        return letter_refuse(&filler.choice, report, context);
    enum letter_result result = fill(&filler, out);
    if (result != LETTER_WRITTEN || !filler.choice.doubtful || !anyway || filler.says_doubt)
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
