/* The title (SUMMARY) and the text (DESCRIPTION) of an event. */
#include "parts.h"
#include "util/ascii.h"
#include "util/fail.h"
#include "util/fill.h"
#include "view/words.h"
#include <stdlib.h>
#include <string.h>

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

/* Closes a stream of open_memstream() and frees its text. Gives the text as it is shown. */
static char *finish(FILE *stream, char **text) {
    bool whole = fclose(stream) == 0;
    char *plain = whole ? ics_plain(*text) : NULL;
    free(*text);
    return plain;
}

/* ---- summary ---- */

/* "EHC"; with --show-reference "EHC Anna", whatever the length of the reference. To be freed; NULL: not enough memory. */
static char *make_label(const struct ics_job *job) {
    const char *label = job->judgement->law->label, *reference = job->judgement->facts->reference;
    bool is_shown = job->options->show_reference && reference != NULL;
    size_t room = strlen(label) + (is_shown ? strlen(reference) : 0) + 2;
    char *text = malloc(room);
    if (text != NULL)
        ehc_sentence(text, room, is_shown ? "{label} {reference}" : "{label}", "label", label, "reference", reference, NULL);
    return text;
}

/* Of a deadline that the law no longer has, or an own date that is gone: the name in its UID. */
static void write_unknown(const char *uid, char text[EHC_WORDS]) {
    size_t length;
    const char *own = ics_own_words_of_uid(uid, &length);
    ics_name_of_uid(uid, text, EHC_WORDS);
    if (own != NULL)
        snprintf(text, EHC_WORDS, "%.*s", (int)length, own);
    for (char *at = text; *at != '\0'; at++)
        *at = *at == '-' ? ' ' : *at;
}

/* "appeal to Tribunal", "final plan (council)"; of a step that is open "last day for you: appeal to Tribunal", "final plan
 * due (council)", "end of the plan: not before tomorrow (council)". */
static void write_step(const struct ehc_limit *limit, bool is_open, char text[EHC_WORDS]) {
    bool is_own = limit->for_family || *limit->who == '\0';
    const char *sentence = !is_open            ? (is_own ? "{step}" : "{step} ({who})")
                           : is_own            ? "last day for you: {step}"
                           : limit->is_minimum ? "{step}: not before tomorrow ({who})"
                                               : "{step} due ({who})";
    ehc_sentence(text, EHC_WORDS, sentence, "step", limit->short_title, "who", limit->who, NULL);
}

static bool asks_whether_done(const struct ics_entry *entry) {
    return entry->state == ICS_OPEN && entry->kind == ICS_REMINDER && entry->reminder.after_latest;
}

/* The form of a summary by the state of its event. */
static const char *form_of(const struct ics_entry *entry) {
    static const char *const gone[] = {[ICS_DEADLINE] = "{label}: no longer due: {step}",
                                       [ICS_ESTIMATE] = "{label}: estimate no longer needed: {step}",
                                       [ICS_REMINDER] = "{label}: reminder no longer needed: {step}"};
    if (entry->state == ICS_GONE)
        return gone[entry->kind];
    if (entry->state == ICS_DONE)
        return entry->answer->status == EHC_LATE ? "{label}: done late: {step}" : "{label}: done: {step}";
    if (entry->kind == ICS_ESTIMATE)
        return "{label} estimate: {step}";
    if (entry->kind == ICS_DEADLINE)
        return "{label}: {step}";
    if (entry->reminder.after_latest)
        return "{label}: was it done? {step}";
    return entry->reminder.days == 0 ? "{label}: today: {step}" : "{label}: in {days}: {step}";
}

/* If two limits give the same step two last days, adds the law of this one. */
static void add_law_of_two(const struct ics_job *job, const struct ics_entry *entry, char *text, size_t room) {
    if (entry->judged == NULL || entry->limit->provision == NULL)
        return;
    for (size_t i = 0; i < job->judgement->count; i++) {
        const struct ehc_judged *other = &job->judgement->deadlines[i];
        const struct ehc_limit *limit = other->deadline->limit;
        if (limit == entry->limit || other->group != entry->judged->group || !other->started || other->said_already ||
            other->deadline->status == EHC_NOT_NEEDED || strcmp(limit->short_title, entry->limit->short_title) != 0)
            continue;
        ehc_sentence_add(text, room, ", {provision}", "provision", entry->limit->provision, NULL);
        return;
    }
}

/* In a case with rounds, adds the round of the step. A step that runs from a day taken from other events, as the next review
 * does from the last one, comes after its round. */
static void add_round(const struct ics_job *job, const struct ics_entry *entry, char *text, size_t room) {
    const struct ehc_law *law = job->judgement->law;
    char round[EHC_WORDS];
    if (!job->judgement->has_history || entry->judged == NULL || entry->limit->trigger == EHC_NONE)
        return;
    const struct ehc_group *group = &job->judgement->groups[entry->judged->group];
    if (group->event == EHC_NONE || group->day == EHC_NO_DAY || law->events[group->event].round == NULL)
        return;
    ehc_sentence_add(text, room, words_comes_after(law, entry->judged) ? ", after the {round}" : ", {round}", "round",
                     ehc_round_words(law, group, round), NULL);
}

char *ics_summary(const struct ics_job *job, const struct ics_entry *entry) {
    char step[EHC_WORDS], days[EHC_WORDS], *label = make_label(job);
    size_t room = 3 * EHC_WORDS + (label != NULL ? strlen(label) : 0);
    char *text = label != NULL ? malloc(room) : NULL, *plain = NULL;
    if (text != NULL) {
        if (entry->limit == NULL)
            write_unknown(entry->uid, step);
        else
            write_step(entry->limit, entry->state == ICS_OPEN && !asks_whether_done(entry), step);
        ehc_sentence(text, room, form_of(entry), "label", label, "step", step, "days",
                     ehc_days_words(entry->reminder.days, days), NULL);
        add_law_of_two(job, entry, text, room);
        add_round(job, entry, text, room);
        plain = ics_plain(text);
    }
    free(text);
    free(label);
    return plain;
}

bool ics_says_done(const char *summary) {
    return summary != NULL && strstr(summary, ": done") != NULL;
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
    ehc_day_format(judged->last, date);
    if (judged->hour != NULL)
        fprintf(out, "Last day: %s, by %s\n", date, judged->hour);
    else
        fprintf(out, "Last day: %s\n", date);
}

static void put_estimate_if(const struct ehc_deadline *deadline, FILE *out) {
    char words[EHC_WORDS];
    if (*words_estimate_if(deadline, words) != '\0')
        fprintf(out, "It is not known whether an exception fits. %s\n", words);
}

static void put_firm(const struct ics_job *job, const struct ehc_judged *judged, FILE *out) {
    const struct ehc_deadline *deadline = judged->deadline;
    char date[EHC_DAY_TEXT];
    put_duty(deadline->limit, out);
    put_last_day(judged, out);
    fputs(deadline->own == NULL ? "\nHow it is counted:\n" : "\nWhere it comes from:\n", out);
    ehc_steps(job->judgement->law, deadline, put_line, out);
    if (deadline->with_exception != EHC_NO_DAY)
        fprintf(out, "Estimate with the exception that fits, not law: %s\n", ehc_day_format(deadline->with_exception, date));
    put_estimate_if(deadline, out);
    put_law(deadline, out);
}

static void put_done(const struct ehc_deadline *deadline, FILE *out) {
    char date[EHC_DAY_TEXT], words[EHC_WORDS];
    ehc_day_format(deadline->act, date);
    if (deadline->status == EHC_LATE)
        fprintf(out, "Done on %s, %s late.\n\n", date, ehc_days_words(deadline->days, words));
    else if (deadline->status == EHC_DISPUTED)
        fprintf(out, "Done on %s, in time on one reading of the law.\n\n", date);
    else
        fprintf(out, "Done on %s, in time.\n\n", date);
}

static void put_estimate(const struct ics_job *job, const struct ehc_judged *judged, FILE *out) {
    const struct ehc_deadline *deadline = judged->deadline;
    char date[EHC_DAY_TEXT], words[EHC_WORDS];
    fputs("An estimate for planning. It is not law.\n", out);
    put_duty(deadline->limit, out);
    if (deadline->with_exception != EHC_NO_DAY) {
        fprintf(out, "The law's own date stays: %s\n", ehc_day_format(deadline->due, date));
        fprintf(out, "Estimate, with the %s that were lost: %s\n", ehc_days_words(deadline->days_lost, words),
                ehc_day_format(deadline->with_exception, date));
        fputs("If an exception fits, the law sets no other date: the step is then due as soon as practicable.\n", out);
    } else {
        fprintf(out, "Estimate: %s\n\nHow it is counted:\n", ehc_day_format(judged->last, date));
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
    fputs("The event is marked as cancelled, so that calendars remove it.\n", out);
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
