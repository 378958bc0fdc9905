/* The lists of a letter: late steps, own dates, exceptions that do not fit, wrong last days, exceptions that may fit. Names
 * of a case may be of any length, so rows are written to the stream and not into a buffer. */
#include "choice.h"
#include "util/ascii.h"
#include "util/fill.h"
#include "util/plural.h"
#include "view/words.h"
#include <string.h>

enum { WEEK = 7, SPAN_TEXT = 2 * EHC_DAY_TEXT + 8 };

const char *letter_body_words(const struct ehc_law *law, const struct ehc_deadline *deadline) {
    return deadline->advice != NULL ? law->adviser[deadline->advice->from].who : deadline->limit->who;
}

const char *letter_late_words(int days, char text[EHC_WORDS]) {
    char all[EHC_WORDS], weeks[EHC_WORDS], rest[EHC_WORDS];
    if (days < WEEK)
        return ehc_days_words(days, text);
    return ehc_sentence(text, EHC_WORDS, days % WEEK != 0 ? "{days} ({weeks} and {rest})" : "{days} ({weeks})", "days",
                        ehc_days_words(days, all), "weeks", plural_words(days / WEEK, "week", "weeks", weeks, sizeof weeks),
                        "rest", ehc_days_words(days % WEEK, rest), NULL);
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
    static const char *const sentences[2][2] = {
        {"- Advice of the {body}", "- Advice of the {body}, asked for on {date}"},
        {"- Advice of the {body} ({name})", "- Advice of the {body} ({name}), asked for on {date}"}};
    const char *body = letter_body_words(law, deadline), *name = deadline->advice->name;
    char date[EHC_DAY_TEXT];
    bool is_named = name != NULL && strcmp(name, body) != 0, has_day = deadline->advice->requested != EHC_NO_DAY;
    ehc_put_sentence(out, sentences[is_named][has_day], "body", body, "name", name, "date",
                     ehc_day_format(deadline->advice->requested, date), NULL);
}

/* "done on Monday 25 May 2026, 63 days (9 weeks) late" */
static const char *write_outcome(const struct letter_choice *choice, const struct ehc_judged *judged, char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    char date[EHC_DAY_TEXT], done[EHC_WORDS], late[EHC_WORDS];
    if (judged->done)
        ehc_sentence(done, EHC_WORDS, "done on {date}", "date", ehc_day_format(deadline->act, date), NULL);
    else if (deadline->superseded != EHC_NO_DAY)
        ehc_end_words(choice->judgement->law, deadline, done);
    else
        ehc_sentence(done, EHC_WORDS, "not done by {date}", "date", ehc_day_format(choice->judgement->as_at, date), NULL);
    const char *sentence = !ehc_is_duty(deadline->limit->basis) ? "{done}, {days} after that day"
                           : deadline->because != EHC_TOO_EARLY ? "{done}, {days} late"
                           : deadline->days > 0                 ? "{done}, {days} too early"
                                                                : "{done}, too early";
    return ehc_sentence(text, EHC_WORDS, sentence, "done", done, "days", letter_late_words(deadline->days, late), NULL);
}

static void put_step(const struct letter_choice *choice, const struct ehc_judged *judged, FILE *out) {
    const struct ehc_deadline *deadline = judged->deadline;
    const struct ehc_limit *limit = deadline->limit;
    char date[EHC_DAY_TEXT], words[EHC_WORDS];
    if (deadline->advice != NULL)
        put_advice(choice->judgement->law, deadline, out);
    else
        ehc_put_sentence(out, "- {step}", "step", ascii_capital(limit->short_title, words, sizeof words), NULL);
    if (choice->judgement->has_history && letter_round_words(choice->judgement, judged, words))
        ehc_put_sentence(out, ", {round}", "round", words, NULL);
    ehc_put_sentence(out,
                     limit->is_minimum            ? " ({provision}): not before the end of {date}; {outcome}"
                     : !ehc_is_duty(limit->basis) ? " ({provision}): guidance asks for it by {date}; {outcome}"
                                                  : " ({provision}): due on {date}; {outcome}",
                     "provision", limit->provision, "date", ehc_day_format(deadline->due, date), "outcome",
                     write_outcome(choice, judged, words), NULL);
    if (ehc_or_on_words(deadline, words))
        ehc_put_sentence(out, "; {reason}", "reason", words, NULL);
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
    static const char *const sentences[2][3] = {
        {"- {own}: by {date}\n", "- {own}: by {date}, not done\n", "- {own}: by {date}, done on {done}\n"},
        {"- {own}: by {date} ({why})\n", "- {own}: by {date} ({why}), not done\n",
         "- {own}: by {date} ({why}), done on {done}\n"}};
    const struct ehc_case *facts = choice->judgement->facts;
    for (size_t i = 0; i < facts->own_count; i++) {
        const struct ehc_own *own = &facts->own[i];
        char name[EHC_WORDS], date[EHC_DAY_TEXT], done[EHC_DAY_TEXT];
        int state =
            own->done != EHC_NO_DAY && own->done <= choice->judgement->as_at ? 2 : own->due < choice->judgement->as_at;
        ehc_put_sentence(out, sentences[own->why != NULL][state], "own", ascii_capital(own->name, name, sizeof name), "date",
                         ehc_day_format(own->due, date), "why", own->why, "done", ehc_day_format(own->done, done), NULL);
    }
    return facts->own_count > 0;
}

/* Whether an earlier step says the same about the same exception. */
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

/* Calls `put` once for each claim with that answer; false if there is none. */
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

/* Writes a sentence about a claim, with {claim}, {span}, {provision}, {why} and {more}. */
static void put_claim(const struct letter_choice *choice, const struct ehc_deadline *deadline,
                      const struct ehc_exception *exception, const char *why, const char *sentence, const char *more,
                      FILE *out) {
    char provision[EHC_WORDS], span[SPAN_TEXT];
    ehc_put_sentence(out, sentence, "claim", claim_title(choice, exception), "span", span_words(exception->span, span),
                     "provision",
                     ehc_exception_provision(choice->judgement->law, deadline->limit, exception->kind, provision), "why",
                     why, "more", more, NULL);
}

static void put_exception(const struct letter_choice *choice, const struct ehc_deadline *deadline,
                          const struct ehc_exception *exception, const char *why, FILE *out) {
    put_claim(choice, deadline, exception, why,
              exception->fit != EHC_NOT_ON_LIST ? "- {claim}, {span}: this does not fit {provision}: {why}.\n"
                                                : "- {claim}, {span}: {why}.\n",
              "", out);
}

bool letter_put_exceptions(const struct letter_choice *choice, FILE *out) {
    bool any = false;
    for (size_t i = 0; i < choice->step_count; i++)
        any = put_claims(choice, i, EHC_ANSWER_NO, put_exception, out) || any;
    return any;
}

/* How they came to the day; if that is not known, the letter asks them. */
static void put_how(const struct letter_choice *choice, const struct ehc_deadline *deadline, const struct ehc_said *said,
                    FILE *out) {
    char words[EHC_WORDS], due[EHC_DAY_TEXT], from[EHC_DAY_TEXT];
    if (said->is != EHC_SAID_UNEXPLAINED) {
        fputs(ehc_said_words(choice->judgement->law, deadline, said, words), out);
        return;
    }
    ehc_day_format(deadline->due, due);
    if (said->right_from != EHC_NO_DAY)
        ehc_put_sentence(out,
                         "The last day is {due}. Please tell me how you counted: your day would be right only if {happened} "
                         "on {from}.",
                         "due", due, "happened", choice->judgement->law->events[deadline->trigger_event].done, "from",
                         ehc_day_format(said->right_from, from), NULL);
    else
        ehc_put_sentence(out, "The last day is {due}. Please tell me how you counted.", "due", due, NULL);
}

static void put_said(const struct letter_choice *choice, const struct ehc_judged *judged, const struct ehc_said *said,
                     FILE *out) {
    char step[EHC_WORDS], text[EHC_WORDS];
    ehc_put_sentence(out, "- {step}: you gave {date}. ", "step",
                     ascii_capital(judged->deadline->limit->short_title, step, sizeof step), "date",
                     words_they_say(said->fact, text), NULL);
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

/* Ends a row; if the exception gives a day, with what it would change. */
static void put_estimate(const struct ehc_deadline *deadline, const char *sentence, int lost, ehc_day day, FILE *out) {
    char date[EHC_DAY_TEXT], days[EHC_WORDS];
    if (day != EHC_NO_DAY)
        ehc_put_sentence(out, sentence, "days", ehc_days_words(lost, days), "step", deadline->limit->short_title, "date",
                         ehc_day_format(day, date), NULL);
    fputc('\n', out);
}

static void put_doubt(const struct letter_choice *choice, const struct ehc_deadline *deadline,
                      const struct ehc_exception *exception, const char *why, FILE *out) {
    char judge[EHC_WORDS];
    snprintf(judge, sizeof judge, "%s", choice->judgement->law->kinds[exception->kind].judge);
    ascii_lower_first(judge);
    put_claim(choice, deadline, exception, why,
              "- {claim}, {span}: this may fit {provision}: {why}. Still to be shown: {more}", judge, out);
    put_estimate(deadline,
                 " The law sets no other date. With the {days} lost added, the {step} would have been due on {date}.",
                 deadline->days_lost, deadline->with_exception, out);
}

static void put_question(const struct letter_choice *choice, const struct ehc_deadline *deadline,
                         const struct ehc_exception *exception, const char *why, FILE *out) {
    put_claim(choice, deadline, exception, why,
              "- {claim}, {span}: the facts I have do not show whether this fits {provision}: {why}{more}",
              words_full_stop(why), out);
    put_estimate(deadline,
                 " Even if it fits, the law sets no other date. With up to {days} lost added, the {step} would then have "
                 "been due on {date}.",
                 deadline->days_lost_if, deadline->with_exception_if, out);
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
