/* A step of a screen in words. */
#include "screen.h"
#include "view/words.h"

static bool is_over(enum screen_group group) {
    return group == SCREEN_DONE || group == SCREEN_LATE_THEN;
}

void screen_sentence(const struct ehc_judgement *judgement, const struct ehc_judged *judged, enum screen_group group,
                     char text[EHC_WORDS]) {
    const struct ehc_deadline *deadline = judged->deadline;
    char round[EHC_WORDS] = "";
    if (is_over(group) && deadline->own == NULL)
        snprintf(text, EHC_WORDS, "%s (%s)", deadline->limit->title,
                 deadline->limit->for_family ? "you" : deadline->limit->who);
    else if (group == SCREEN_MISSED)
        snprintf(text, EHC_WORDS, "%s", deadline->limit->title);
    else
        words_sentence(deadline->limit, text);
    words_add_in_brackets(text, deadline->advice != NULL ? deadline->advice->name : NULL);
    if (!is_over(group)) /* a step that is over stands under the heading of its round */
        words_round(judgement, judged, round);
    words_add_in_brackets(text, round);
}

void screen_when(const struct ehc_judgement *judgement, const struct ehc_judged *judged, enum screen_group group,
                 char text[EHC_WORDS]) {
    if (group == SCREEN_NEXT || group == SCREEN_THEN || group == SCREEN_YOURS)
        words_when(judgement, judged, text);
    else
        words_result(judgement, judged, text);
}

static void tell_exceptions(const struct ehc_judgement *judgement, const struct ehc_judged *judged,
                            screen_note_function *tell, void *context) {
    const struct ehc_law *law = judgement->law;
    const struct ehc_deadline *deadline = judged->deadline;
    char text[EHC_WORDS];
    for (size_t i = 0; i < judged->exception_count; i++) {
        const struct ehc_exception *exception = &judged->exceptions[i];
        if (!exception->is_answered || exception->fit == EHC_NOT_ON_LIST)
            continue;
        tell(context, NOTE_CLAIM, words_claim(law, exception, text));
        tell(context, NOTE_ANSWER, words_claim_answer(law, deadline, exception, text));
    }
    if (*words_estimate(deadline, text) != '\0')
        tell(context, NOTE_ESTIMATE, text);
    if (*words_estimate_if(deadline, text) != '\0')
        tell(context, NOTE_ESTIMATE, text);
    if (deadline->with_exception != EHC_NO_DAY && deadline->status == EHC_OVERDUE &&
        judgement->as_at <= deadline->with_exception)
        tell(context, NOTE_ESTIMATE,
             "So far the exception may excuse the delay, if it made the date really impractical to keep. People have to "
             "judge that.");
}

void screen_notes(const struct ehc_judgement *judgement, const struct ehc_judged *judged, enum screen_group group,
                  screen_note_function *tell, void *context) {
    char text[EHC_WORDS];
    if (words_or_on(judged->deadline, text))
        tell(context, NOTE_FACT, text);
    if (words_misses(judged, text))
        tell(context, NOTE_FACT, text);
    if (group != SCREEN_WAITING && group != SCREEN_NOT_NEEDED)
        tell_exceptions(judgement, judged, tell, context);
}
