/* Fills in a letter. */
#include "choice.h"
#include "lines.h"
#include "util/fail.h"
#include "view/words.h"
#include "view/wrap.h"
#include <stdlib.h>
#include <string.h>

struct filler {
    const struct ehc_judgement *judgement;
    const struct letter *letter;
    struct letter_choice choice;
    bool says_doubt;
    ehc_report *report;
    void *context;
    size_t missing;
};

/* ---- values ---- */

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

/* How late it is; false if it is not late, or was done too early. */
static bool put_late(const struct ehc_deadline *deadline, enum letter_placeholder placeholder, FILE *out) {
    char text[EHC_WORDS];
    bool is_late = deadline->status == EHC_LATE || deadline->status == EHC_OVERDUE;
    if (!is_late || deadline->because == EHC_TOO_EARLY)
        return false;
    return put_text(
        placeholder == LETTER_LATE_BY ? letter_late_words(deadline->days, text) : ehc_days_words(deadline->days, text), out);
}

static bool put_deadline_value(const struct filler *filler, const struct letter_piece *piece, FILE *out) {
    char words[EHC_WORDS];
    const struct ehc_judged *judged = letter_judged_of(&filler->choice, piece->index);
    const struct ehc_limit *limit =
        piece->index != EHC_NONE ? &filler->judgement->law->limits[piece->index] : filler->choice.chosen->deadline->limit;
    if (piece->placeholder == LETTER_PROVISION)
        return put_text(limit->provision, out);
    if (piece->placeholder == LETTER_URL)
        return put_text(limit->url, out);
    if (piece->placeholder == LETTER_STEP)
        return put_text(limit->short_title, out);
    if (judged == NULL || judged->deadline->due == EHC_NO_DAY || judged->deadline->projected)
        return false;
    switch (piece->placeholder) {
    case LETTER_DUE:
        return put_day(judged->deadline->due, out);
    case LETTER_LATEST:
        return put_day(judged->deadline->latest, out);
    case LETTER_DONE:
        return judged->done && put_day(judged->deadline->act, out);
    case LETTER_ENDED:
        return put_day(judged->deadline->superseded, out);
    case LETTER_TRIGGER:
        return put_day(judged->deadline->trigger, out);
    case LETTER_ROUND:
        return letter_round_words(filler->judgement, judged, words) && put_text(words, out);
    default:
        return put_late(judged->deadline, piece->placeholder, out);
    }
}

/* Writes the value of a placeholder; false if the case has none. */
static bool put_value(struct filler *filler, const struct letter_piece *piece, FILE *out) {
    const struct ehc_judgement *judgement = filler->judgement;
    char date[EHC_DAY_TEXT];
    switch (piece->placeholder) {
    case LETTER_REFERENCE:
        return put_text(judgement->facts->reference, out);
    case LETTER_AUTHORITY:
        return put_text(judgement->facts->authority, out);
    case LETTER_TODAY:
        return put_day(judgement->as_at, out);
    case LETTER_LAW_AS_AT:
        return put_text(ehc_day_format_short(judgement->law->as_at, date), out);
    case LETTER_BODY:
        return put_text(letter_body_words(judgement->law, filler->choice.chosen->deadline), out);
    case LETTER_DATE:
        return put_day(letter_day_of(&filler->choice, piece->index), out);
    case LETTER_OWN: {
        const struct ehc_own *own = ehc_case_own(judgement->facts, strchr(piece->name, ':') + 1);
        return own != NULL && put_day(own->due, out);
    }
    case LETTER_OWN_DATES:
        return letter_put_own(&filler->choice, out);
    case LETTER_LATE_STEPS:
        return letter_put_steps(&filler->choice, out);
    case LETTER_EXCEPTIONS:
        return letter_put_exceptions(&filler->choice, out);
    case LETTER_THEY_SAY:
        return letter_put_they_say(&filler->choice, out);
    case LETTER_DOUBT:
        return letter_put_doubts(&filler->choice, out);
    default:
        return put_deadline_value(filler, piece, out);
    }
}

/* The event of which a placeholder needs the day: its own, or the one that its limit runs from; EHC_NONE if it needs none.
 */
static int event_needed(const struct filler *filler, const struct letter_piece *piece) {
    if (piece->placeholder == LETTER_DATE)
        return piece->index;
    bool of_limit = piece->placeholder != LETTER_OWN && piece->placeholder != LETTER_DONE && piece->index != EHC_NONE;
    return of_limit && letter_judged_of(&filler->choice, piece->index) == NULL
               ? filler->judgement->law->limits[piece->index].trigger
               : EHC_NONE;
}

/* Reports the fact that a placeholder needs. */
static void report_missing(struct filler *filler, const struct letter_piece *piece, unsigned line) {
    const struct ehc_law *law = filler->judgement->law;
    int event = event_needed(filler, piece);
    struct ehc_error error;
    ehc_fail(&error, "a fact is missing: the letter uses {%s}, and the case does not give it", piece->name);
    if (piece->placeholder == LETTER_REFERENCE || piece->placeholder == LETTER_AUTHORITY)
        ehc_hint(&error, "add '%s = ...' to [case] in the case file", piece->name);
    else if (event != EHC_NONE)
        ehc_hint(&error, "add '%s = DATE' to [events] in the case file", law->events[event].id);
    else if (piece->placeholder == LETTER_OWN)
        ehc_hint(&error, "add [own %.60s] with 'due = DATE' to the case file", strchr(piece->name, ':') + 1);
    else if (piece->placeholder == LETTER_DONE)
        ehc_hint(&error, "the step is not done: begin the line with {if %s} to leave it out", piece->name);
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
        const struct ehc_judged *judged = letter_judged_of(&filler->choice, piece->index);
        holds = judged != NULL && judged->deadline->status == piece->status;
    } else {
        holds = put_value(filler, piece, nowhere);
    }
    return holds != piece->is_negated;
}

/* Writes the pieces of a line; false if a condition leaves it out. */
static bool fill_line(struct filler *filler, const char *line, const char *end, unsigned number, FILE *out, FILE *nowhere) {
    struct letter_piece piece;
    struct ehc_error error;
    while (letter_next_piece(filler->judgement->law, &line, end, &piece, &error)) {
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

static enum letter_result write_line(struct filler *filler, const char *line, const char *end, unsigned number,
                                     struct letter_lines *lines, FILE *nowhere) {
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
    if (stays)
        letter_lines_put(lines, text);
    free(text);
    return LETTER_WRITTEN;
}

/* Conditions write their values to `nowhere`, a stream in memory that is thrown away. */
static enum letter_result fill(struct filler *filler, bool html, FILE *out) {
    struct letter_lines lines = {.out = out, .html = html};
    const char *line = filler->letter->body;
    enum letter_result result = LETTER_WRITTEN;
    char *thrown_away = NULL;
    size_t length;
    FILE *nowhere = open_memstream(&thrown_away, &length);
    if (nowhere == NULL)
        return LETTER_NO_MEMORY;
    letter_lines_begin(&lines, filler->letter->title[0] != '\0' ? filler->letter->title : "Letter");
    for (unsigned number = filler->letter->body_line; *line != '\0' && result == LETTER_WRITTEN; number++) {
        const char *end = line + strcspn(line, "\n");
        result = write_line(filler, line, end, number, &lines, nowhere);
        line = end + (*end == '\n');
    }
    letter_lines_end(&lines);
    fclose(nowhere);
    free(thrown_away);
    return result == LETTER_WRITTEN && filler->missing > 0 ? LETTER_NOT_SUPPORTED : result;
}

static void report_left_out(const struct filler *filler) {
    const struct letter_choice *choice = &filler->choice;
    struct ehc_error error;
    char step[EHC_WORDS];
    words_step(choice->judgement, choice->left_out, step);
    if (choice->left_out_count == 1)
        ehc_fail(&error, "the letter leaves out '%s': an exception may excuse it", step);
    else
        ehc_fail(&error, "the letter leaves out '%s' and %zu more: exceptions may excuse them", step,
                 choice->left_out_count - 1);
    ehc_hint(&error, "use --anyway to add it: the letter then says that people must judge the exception");
    filler->report(filler->context, &error);
}

static enum letter_result choose_and_fill(struct filler *filler, const struct letter_options *options, FILE *out) {
    struct ehc_error error;
    bool anyway = options->anyway;
    if (options->round != NULL && !letter_take_round(&filler->choice, options->round, &error)) {
        filler->report(filler->context, &error);
        return LETTER_NO_SUCH_ROUND;
    }
    letter_choose(&filler->choice, anyway);
    if (filler->choice.chosen == NULL)
        return letter_refuse(&filler->choice, filler->report, filler->context);
    enum letter_result result = fill(filler, options->html, out);
    if (result == LETTER_WRITTEN && filler->choice.left_out_count > 0)
        report_left_out(filler);
    if (result != LETTER_WRITTEN || !filler->choice.doubtful || !anyway || filler->says_doubt)
        return result;
    ehc_fail(&error, "the template has no {doubt}, so the letter does not say that an exception may fit");
    ehc_hint(&error, "add a line with {if doubt}{doubt}");
    error.file = filler->letter->file;
    filler->report(filler->context, &error);
    return LETTER_HIDES_DOUBT;
}

/* Writes the letter only if it is whole. */
static enum letter_result write_whole(struct filler *filler, const struct letter_options *options, FILE *out) {
    char *text = NULL;
    size_t length = 0;
    FILE *gathered = open_memstream(&text, &length);
    if (gathered == NULL)
        return LETTER_NO_MEMORY;
    enum letter_result result = choose_and_fill(filler, options, gathered);
    if (fclose(gathered) != 0)
        result = LETTER_NO_MEMORY;
    if (result == LETTER_WRITTEN)
        fwrite(text, 1, length, out);
    free(text);
    return result;
}

enum letter_result view_letter(const struct ehc_judgement *judgement, const struct letter *letter,
                               const struct letter_options *options, FILE *out, ehc_report *report, void *context) {
    struct filler filler = {.judgement = judgement, .letter = letter, .report = report, .context = context};
    filler.choice.judgement = judgement;
    filler.choice.letter = letter;
    filler.choice.steps = calloc(judgement->count + 1, sizeof(const struct ehc_judged *));
    enum letter_result result = filler.choice.steps != NULL ? write_whole(&filler, options, out) : LETTER_NO_MEMORY;
    free(filler.choice.steps);
    return result;
}

void view_letters_text(const struct letters *letters, const struct page *page) {
    size_t longest = 0;
    for (size_t i = 0; i < letters->count; i++)
        longest = strlen(letters->list[i].id) > longest ? strlen(letters->list[i].id) : longest;
    for (size_t i = 0; i < letters->count; i++) {
        char label[LETTER_NAME_ROOM];
        snprintf(label, sizeof label, "  %s", letters->list[i].id);
        wrap_labelled(page, longest + 4, label, letters->list[i].title);
    }
}
