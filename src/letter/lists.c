/* What a letter says in lists: late steps, exceptions that do not fit, exceptions that may. */
#include "choice.h"
#include "util/ascii.h"
#include "view/words.h"
#include <string.h>

enum { WEEK = 7, SPAN_TEXT = 2 * EHC_DAY_TEXT + 8 };

const char *letter_body_words(const struct ehc_law *law, const struct ehc_deadline *deadline) {
    return deadline->advice != NULL ? law->adviser[deadline->advice->from].who : deadline->limit->who;
}

/* "63 days (9 weeks)", "65 days (9 weeks and 2 days)". */
const char *letter_late_words(int days, char text[EHC_WORDS]) {
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

static const char *claim_title(const struct letter_choice *choice, const struct ehc_exception *exception) {
    return exception->claim != NULL ? exception->claim->title : choice->judgement->law->kinds[exception->kind].title;
}

/* "- Advice of the educational psychologist, asked for on Thursday 12 February 2026" */
static void put_advice(const struct ehc_law *law, const struct ehc_deadline *deadline, FILE *out) {
    const char *body = letter_body_words(law, deadline), *name = deadline->advice->name;
    char date[EHC_DAY_TEXT];
    fprintf(out, "- Advice of the %s", body);
    if (name != NULL && strcmp(name, body) != 0)
        fprintf(out, " (%s)", name);
    if (deadline->advice->requested != EHC_NO_DAY)
        fprintf(out, ", asked for on %s", ehc_day_format(deadline->advice->requested, date));
}

/* "done on Monday 25 May 2026, 63 days (9 weeks) late" */
static void put_outcome(const struct letter_choice *choice, const struct ehc_judged *judged, FILE *out) {
    const struct ehc_deadline *deadline = judged->deadline;
    char date[EHC_DAY_TEXT], words[EHC_WORDS];
    bool too_early = deadline->because == EHC_TOO_EARLY;
    if (judged->done)
        fprintf(out, "done on %s, ", ehc_day_format(deadline->act, date));
    else if (deadline->superseded != EHC_NO_DAY)
        fprintf(out, "%s, ", ehc_end_words(choice->judgement->law, deadline, words));
    else
        fprintf(out, "not done by %s, ", ehc_day_format(choice->judgement->as_at, date));
    if (too_early)
        fprintf(out, "%s%stoo early", deadline->days > 0 ? letter_late_words(deadline->days, words) : "",
                deadline->days > 0 ? " " : "");
    else
        fprintf(out, "%s late", letter_late_words(deadline->days, words));
}

static void put_step(const struct letter_choice *choice, const struct ehc_judged *judged, FILE *out) {
    const struct ehc_deadline *deadline = judged->deadline;
    const struct ehc_limit *limit = deadline->limit;
    char date[EHC_DAY_TEXT], late[EHC_WORDS], round[EHC_WORDS];
    if (deadline->advice != NULL)
        put_advice(choice->judgement->law, deadline, out);
    else
        fprintf(out, "- %c%s", ascii_upper(limit->short_title[0]), limit->short_title + 1);
    if (choice->judgement->has_history && letter_round_words(choice->judgement, judged, round))
        fprintf(out, ", %s", round);
    fprintf(out, " (%s): %s %s; ", limit->provision, limit->is_minimum ? "not before the end of" : "due on",
            ehc_day_format(deadline->due, date));
    put_outcome(choice, judged, out);
    if (ehc_or_on_words(deadline, late))
        fprintf(out, "; %s", late);
    fputc('\n', out);
}

bool letter_put_steps(const struct letter_choice *choice, FILE *out) {
    bool any = false;
    for (size_t i = 0; i < choice->step_count; i++) {
        enum ehc_status status = choice->steps[i]->deadline->status;
        bool is_late = status == EHC_LATE || status == EHC_OVERDUE;
        if (is_late)
            put_step(choice, choice->steps[i], out);
        any = any || is_late;
    }
    return any;
}

/* "- Hearing bundle: by Monday 2 September 2024 (directions of 3 June 2024), not done" */
bool letter_put_own(const struct letter_choice *choice, FILE *out) {
    const struct ehc_case *facts = choice->judgement->facts;
    for (size_t i = 0; i < facts->own_count; i++) {
        const struct ehc_own *own = &facts->own[i];
        char date[EHC_DAY_TEXT];
        fprintf(out, "- %c%s: by %s", ascii_upper(own->name[0]), own->name + 1, ehc_day_format(own->due, date));
        if (own->why != NULL)
            fprintf(out, " (%s)", own->why);
        if (own->done != EHC_NO_DAY && own->done <= choice->judgement->as_at)
            fprintf(out, ", done on %s", ehc_day_format(own->done, date));
        else if (own->due < choice->judgement->as_at)
            fputs(", not done", out);
        fputc('\n', out);
    }
    return facts->own_count > 0;
}

/* Whether an earlier step has said the same of the same exception. */
static bool was_said(const struct letter_choice *choice, size_t before, const struct ehc_exception *exception,
                     const char *why) {
    char earlier[EHC_WORDS];
    for (size_t i = 0; i < before; i++) {
        const struct ehc_judged *judged = choice->steps[i];
        for (size_t j = 0; j < judged->exception_count; j++) {
            const struct ehc_exception *other = &judged->exceptions[j];
            if (letter_is_claim(choice->judgement, judged, exception->answer, other) && other->kind == exception->kind &&
                other->span.first == exception->span.first && other->span.last == exception->span.last &&
                strcmp(ehc_exception_words(judged->deadline, other, earlier), why) == 0)
                return true;
        }
    }
    return false;
}

/* Calls `put` for each claim with that answer, once; false where there is none. */
static bool put_claims(const struct letter_choice *choice, size_t step, enum ehc_answer answer,
                       void (*put)(const struct letter_choice *, const struct ehc_deadline *, const struct ehc_exception *,
                                   const char *why, FILE *),
                       FILE *out) {
    const struct ehc_judged *judged = choice->steps[step];
    char why[EHC_WORDS];
    bool any = false;
    for (size_t i = 0; i < judged->exception_count; i++) {
        const struct ehc_exception *exception = &judged->exceptions[i];
        if (!letter_is_claim(choice->judgement, judged, answer, exception))
            continue;
        ehc_exception_words(judged->deadline, exception, why);
        if (was_said(choice, step, exception, why))
            continue;
        any = true;
        put(choice, judged->deadline, exception, why, out);
    }
    return any;
}

static void put_exception(const struct letter_choice *choice, const struct ehc_deadline *deadline,
                          const struct ehc_exception *exception, const char *why, FILE *out) {
    char provision[EHC_WORDS], span[SPAN_TEXT];
    fprintf(out, "- %s, %s: ", claim_title(choice, exception), span_words(exception->span, span));
    if (exception->fit != EHC_NOT_ON_LIST)
        fprintf(out, "this does not fit %s: ",
                ehc_exception_provision(choice->judgement->law, deadline->limit, exception->kind, provision));
    fprintf(out, "%s.\n", why);
}

bool letter_put_exceptions(const struct letter_choice *choice, FILE *out) {
    bool any = false;
    for (size_t i = 0; i < choice->step_count; i++)
        any = put_claims(choice, i, EHC_ANSWER_NO, put_exception, out) || any;
    return any;
}

/* How they came to the day, where that is not known, is for them to say. */
static void put_how(const struct letter_choice *choice, const struct ehc_deadline *deadline, const struct ehc_said *said,
                    FILE *out) {
    char words[EHC_WORDS], date[EHC_DAY_TEXT];
    if (said->is != EHC_SAID_UNEXPLAINED) {
        fputs(ehc_said_words(choice->judgement->law, deadline, said, words), out);
        return;
    }
    fprintf(out, "The last day is %s. Please tell me how you counted", ehc_day_format(deadline->due, date));
    if (said->right_from != EHC_NO_DAY)
        fprintf(out, ": your day would be right only if %s on %s",
                choice->judgement->law->events[deadline->trigger_event].done, ehc_day_format(said->right_from, date));
    fputc('.', out);
}

static void put_said(const struct letter_choice *choice, const struct ehc_judged *judged, const struct ehc_said *said,
                     FILE *out) {
    const char *title = judged->deadline->limit->short_title;
    char text[EHC_WORDS];
    fprintf(out, "- %c%s: you gave %s. ", ascii_upper(title[0]), title + 1, words_they_say(said->fact, text));
    put_how(choice, judged->deadline, said, out);
    if (said->fact->claim != NULL && ehc_said_reason_words(said, text))
        fprintf(out, " %s", text);
    fputc('\n', out);
}

bool letter_put_they_say(const struct letter_choice *choice, FILE *out) {
    bool any = false;
    for (size_t i = 0; i < choice->step_count; i++)
        for (size_t j = 0; j < choice->steps[i]->said_count; j++) {
            if (!letter_is_wrong_date(choice->steps[i], &choice->steps[i]->said[j]))
                continue;
            any = true;
            put_said(choice, choice->steps[i], &choice->steps[i]->said[j], out);
        }
    return any;
}

static void put_doubt(const struct letter_choice *choice, const struct ehc_deadline *deadline,
                      const struct ehc_exception *exception, const char *why, FILE *out) {
    const struct ehc_law *law = choice->judgement->law;
    const char *judge = law->kinds[exception->kind].judge;
    char provision[EHC_WORDS], span[SPAN_TEXT], date[EHC_DAY_TEXT], days[EHC_WORDS];
    fprintf(out, "- %s, %s: this may fit %s: %s. Still to be shown: %c%s", claim_title(choice, exception),
            span_words(exception->span, span), ehc_exception_provision(law, deadline->limit, exception->kind, provision),
            why, ascii_lower(judge[0]), judge + 1);
    if (deadline->with_exception != EHC_NO_DAY)
        fprintf(out, " The law sets no other date; with the %s lost added, the %s would have been due on %s.",
                ehc_days_words(deadline->days_lost, days), deadline->limit->short_title,
                ehc_day_format(deadline->with_exception, date));
    fputc('\n', out);
}

static void put_question(const struct letter_choice *choice, const struct ehc_deadline *deadline,
                         const struct ehc_exception *exception, const char *why, FILE *out) {
    char provision[EHC_WORDS], span[SPAN_TEXT], date[EHC_DAY_TEXT], days[EHC_WORDS];
    fprintf(out, "- %s, %s: on the facts I have it cannot be said whether this fits %s: %s%s",
            claim_title(choice, exception), span_words(exception->span, span),
            ehc_exception_provision(choice->judgement->law, deadline->limit, exception->kind, provision), why,
            words_full_stop(why));
    if (deadline->with_exception_if != EHC_NO_DAY)
        fprintf(
            out,
            " Even if it fits, the law sets no other date; with up to the %s lost added, the %s would then have been due "
            "on %s.",
            ehc_days_words(deadline->days_lost_if, days), deadline->limit->short_title,
            ehc_day_format(deadline->with_exception_if, date));
    fputc('\n', out);
}

bool letter_put_doubts(const struct letter_choice *choice, FILE *out) {
    bool any = false;
    for (size_t i = 0; i < choice->step_count; i++) {
        const struct ehc_relaxation *relaxation = choice->steps[i]->relaxation;
        any = put_claims(choice, i, EHC_ANSWER_YES, put_doubt, out) || any;
        any = put_claims(choice, i, EHC_ANSWER_CANNOT_SAY, put_question, out) || any;
        if (relaxation != NULL)
            fprintf(out, "- %s: %s\n", relaxation->provision, relaxation->why);
        any = any || relaxation != NULL;
    }
    return any;
}
