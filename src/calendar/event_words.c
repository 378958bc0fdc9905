/* What an event says. */
#include "parts.h"
#include "util/ascii.h"
#include "util/fail.h"
#include "view/words.h"
#include <stdlib.h>
#include <string.h>

static const char done_words[] = ": done";

char *ics_plain(const char *text) {
    char *copy = malloc(strlen(text) + 1), *to = copy;
    while (copy != NULL && *text != '\0') {
        if (*text == '\n' || *text == '\r') {
            *to++ = '\n';
            text += strncmp(text, "\r\n", 2) == 0 ? 2 : 1;
            continue;
        }
        size_t bytes;
        const char *shown = ehc_shown(&text, &bytes);
        memcpy(to, shown, bytes);
        to += bytes;
    }
    if (copy != NULL)
        *to = '\0';
    return copy;
}

/* Closes a stream that open_memstream() gave; the text made plain. */
static char *finish(FILE *stream, char **text) {
    bool whole = fclose(stream) == 0;
    char *plain = whole ? ics_plain(*text) : NULL;
    free(*text);
    return plain;
}

/* ---- summary ---- */

static void put_label(const struct ics_job *job, FILE *out) {
    const char *reference = job->judgement->facts->reference;
    fputs(job->judgement->law->label, out);
    if (job->options->show_reference && reference != NULL)
        fprintf(out, " %s", reference);
}

static void put_subject(const struct ehc_limit *limit, FILE *out) {
    fputs(limit->short_title, out);
    if (!limit->for_family && *limit->who != '\0')
        fprintf(out, " (%s)", limit->who);
}

/* "last day for you: appeal", "final plan due (council)", "plan goes on until today at least (council)". */
static void put_step(const struct ehc_limit *limit, FILE *out) {
    if (limit->for_family || *limit->who == '\0')
        fprintf(out, "last day for you: %s", limit->short_title);
    else if (limit->is_minimum)
        fprintf(out, "%s until today at least (%s)", limit->short_title, limit->who);
    else
        fprintf(out, "%s due (%s)", limit->short_title, limit->who);
}

static void put_reminder(const struct ehc_deadline *deadline, const struct ics_reminder *reminder, FILE *out) {
    char words[EHC_WORDS];
    if (reminder->after_latest) {
        fputs("was it done? ", out);
        put_subject(deadline->limit, out);
        return;
    }
    if (reminder->days == 0)
        fputs("today: ", out);
    else
        fprintf(out, "in %s: ", ehc_days_words(reminder->days, words));
    put_step(deadline->limit, out);
}

/* Where two limits give the same step two last days, the law tells which is which. */
static void put_law_of_two(const struct ics_job *job, const struct ics_entry *entry, FILE *out) {
    if (entry->judged == NULL || entry->limit->provision == NULL)
        return;
    for (size_t i = 0; i < job->judgement->count; i++) {
        const struct ehc_judged *other = &job->judgement->deadlines[i];
        const struct ehc_limit *limit = other->deadline->limit;
        if (limit == entry->limit || other->group != entry->judged->group || !other->started || other->said_already ||
            other->deadline->status == EHC_NOT_NEEDED || strcmp(limit->short_title, entry->limit->short_title) != 0)
            continue;
        fprintf(out, ", %s", entry->limit->provision);
        return;
    }
}

/* In a case in which things happened more than once: which of them. What runs from a day taken from others, as the next
 * review does from the last, comes after it and is no part of it. */
static void put_round(const struct ics_job *job, const struct ics_entry *entry, FILE *out) {
    const struct ehc_law *law = job->judgement->law;
    char round[EHC_WORDS];
    if (!job->judgement->has_history || entry->judged == NULL || entry->limit->trigger == EHC_NONE)
        return;
    const struct ehc_group *group = &job->judgement->groups[entry->judged->group];
    if (group->event == EHC_NONE || group->day == EHC_NO_DAY || law->events[group->event].round == NULL)
        return;
    fprintf(out, ", %s%s", words_comes_after(law, entry->judged) ? "after the " : "", ehc_round_words(law, group, round));
}

/* Of a deadline that this law does not know any more, or of a date of one's own that is gone: the name in its UID. */
static void put_unknown(const char *uid, FILE *out) {
    char name[ICS_UID_ROOM];
    size_t length;
    const char *own = ics_own_words_of_uid(uid, &length);
    ics_name_of_uid(uid, name, sizeof name);
    if (own != NULL)
        snprintf(name, sizeof name, "%.*s", (int)length, own);
    for (char *at = name; *at != '\0'; at++)
        putc(*at == '-' ? ' ' : *at, out);
}

static void put_state(const struct ics_entry *entry, FILE *out) {
    static const char *const gone[] = {[ICS_DEADLINE] = ": no longer due: ",
                                       [ICS_ESTIMATE] = ": estimate no longer needed: ",
                                       [ICS_REMINDER] = ": reminder no longer needed: "};
    if (entry->state == ICS_GONE)
        fputs(gone[entry->kind], out);
    else if (entry->state == ICS_DONE)
        fprintf(out, "%s%s", done_words, entry->answer->status == EHC_LATE ? " late: " : ": ");
    else
        fputs(entry->kind == ICS_ESTIMATE ? " estimate: " : ": ", out);
}

char *ics_summary(const struct ics_job *job, const struct ics_entry *entry) {
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    if (out == NULL)
        return NULL;
    put_label(job, out);
    put_state(entry, out);
    if (entry->limit == NULL)
        put_unknown(entry->uid, out);
    else if (entry->state != ICS_OPEN)
        put_subject(entry->limit, out);
    else if (entry->kind == ICS_REMINDER)
        put_reminder(entry->judged->deadline, &entry->reminder, out);
    else
        put_step(entry->limit, out);
    put_law_of_two(job, entry, out);
    put_round(job, entry, out);
    return finish(out, &text);
}

bool ics_says_done(const char *summary) {
    return summary != NULL && strstr(summary, done_words) != NULL;
}

/* ---- description ---- */

static void put_line(void *context, const char *line) {
    fprintf(context, "%s\n", line);
}

static void put_duty(const struct ehc_limit *limit, FILE *out) {
    char sentence[EHC_WORDS];
    words_sentence(limit, sentence);
    fprintf(out, "%s\n", sentence);
    if (limit->only_if != NULL)
        fprintf(out, "Only if %s\n", limit->only_if);
}

static void put_law(const struct ehc_deadline *deadline, FILE *out) {
    const struct ehc_limit *limit = deadline->limit;
    if (deadline->own != NULL)
        return; /* the steps say what it is */
    fprintf(out, "\nLaw: %s, %s\n", limit->provision, limit->url);
    if (limit->note != NULL)
        fprintf(out, "%s\n", limit->note);
    fprintf(out, "If it is late: %s\n", limit->if_late);
}

static void put_last_day(const struct ehc_judged *judged, FILE *out) {
    char date[EHC_DAY_TEXT];
    fprintf(out, "Last day: %s%s%s\n", ehc_day_format(judged->last, date), judged->hour != NULL ? ", by " : "",
            judged->hour != NULL ? judged->hour : "");
}

static void put_estimate_if(const struct ehc_deadline *deadline, FILE *out) {
    char words[EHC_WORDS];
    if (*words_estimate_if(deadline, words) != '\0')
        fprintf(out, "Cannot say whether an exception fits. %s\n", words);
}

static void put_firm(const struct ics_job *job, const struct ehc_judged *judged, FILE *out) {
    const struct ehc_deadline *deadline = judged->deadline;
    char date[EHC_DAY_TEXT];
    put_duty(deadline->limit, out);
    put_last_day(judged, out);
    fputs(deadline->own == NULL ? "\nHow it is counted:\n" : "\nWhere it comes from:\n", out);
    ehc_steps(job->judgement->law, deadline, put_line, out);
    if (deadline->with_exception != EHC_NO_DAY)
        fprintf(out, "With the exception that fits, an estimate and not law: %s\n",
                ehc_day_format(deadline->with_exception, date));
    put_estimate_if(deadline, out);
    put_law(deadline, out);
}

static void put_done(const struct ehc_deadline *deadline, FILE *out) {
    char date[EHC_DAY_TEXT], words[EHC_WORDS];
    fprintf(out, "Done on %s, ", ehc_day_format(deadline->act, date));
    if (deadline->status == EHC_LATE)
        fprintf(out, "%s late.\n\n", ehc_days_words(deadline->days, words));
    else
        fputs(deadline->status == EHC_DISPUTED ? "in time on one reading of the law.\n\n" : "in time.\n\n", out);
}

static void put_estimate(const struct ics_job *job, const struct ehc_judged *judged, FILE *out) {
    const struct ehc_deadline *deadline = judged->deadline;
    char date[EHC_DAY_TEXT], words[EHC_WORDS];
    fputs("An estimate for planning. It is not law.\n", out);
    put_duty(deadline->limit, out);
    if (deadline->with_exception != EHC_NO_DAY) {
        fprintf(out, "The law's own date stays: %s\n", ehc_day_format(deadline->due, date));
        fprintf(out, "With the exception that fits, which adds %s, perhaps: %s\n",
                ehc_days_words(deadline->days_lost, words), ehc_day_format(deadline->with_exception, date));
        fputs("The law sets no other date where an exception fits: the step is then due as soon as practicable.\n", out);
    } else {
        fprintf(out, "Perhaps: %s\n\nHow it is counted:\n", ehc_day_format(judged->last, date));
        ehc_steps(job->judgement->law, deadline, put_line, out);
    }
    put_estimate_if(deadline, out);
    put_law(deadline, out);
}

static void put_gone(const struct ics_job *job, const struct ics_entry *entry, FILE *out) {
    char words[EHC_WORDS] = "";
    if (entry->judged != NULL && entry->kind == ICS_DEADLINE)
        ehc_because_words(job->judgement->law, entry->judged->deadline, words);
    ascii_upper_first(words);
    fputs(entry->kind == ICS_DEADLINE ? "This date no longer applies.\n" : "This is no longer needed.\n", out);
    if (words[0] != '\0')
        fprintf(out, "%s.\n", words);
    fputs("The event is kept, marked as cancelled, so that calendars take it away.\n", out);
}

static void put_reminder_text(const struct ehc_judged *judged, FILE *out) {
    const struct ehc_deadline *deadline = judged->deadline;
    put_duty(deadline->limit, out);
    put_last_day(judged, out);
    if (deadline->own == NULL)
        fprintf(out, "Law: %s, %s\n", deadline->limit->provision, deadline->limit->url);
    else
        ehc_steps(NULL, deadline, put_line, out);
}

char *ics_description(const struct ics_job *job, const struct ics_entry *entry) {
    char *text = NULL, words[EHC_WORDS];
    size_t length;
    FILE *out = open_memstream(&text, &length);
    if (out == NULL)
        return NULL;
    if (entry->state == ICS_DONE)
        put_done(entry->answer, out);
    if (entry->state == ICS_GONE)
        put_gone(job, entry, out);
    else if (entry->kind == ICS_REMINDER)
        put_reminder_text(entry->judged, out);
    else if (entry->kind == ICS_ESTIMATE)
        put_estimate(job, entry->judged, out);
    else
        put_firm(job, entry->judged, out);
    fputs(words_disclaimer(job->judgement->law, words), out);
    return finish(out, &text);
}
