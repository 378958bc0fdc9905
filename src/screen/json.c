/* The screen of a timeline as JSON. It holds every word and date, so that a page that shows it works nothing out. */
#include "screen.h"
#include "util/fill.h"
#include "view/words.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* jansson gives NULL if memory ran out; a NULL inside makes the whole NULL. Text that was cut inside a character loses that
 * character. */
static json_t *text_of(const char *text) {
    size_t length = text != NULL ? strlen(text) : 0;
    json_t *value = text != NULL ? json_string(text) : json_null();
    while (value == NULL && length > 0)
        value = json_stringn(text, --length);
    return value;
}

static json_t *date_of(ehc_day day) {
    char text[EHC_DAY_TEXT];
    return day != EHC_NO_DAY ? json_string(ehc_day_format_iso(day, text)) : json_null();
}

static json_t *date_words(ehc_day day) {
    char text[EHC_DAY_TEXT];
    return day != EHC_NO_DAY ? json_string(ehc_day_format(day, text)) : json_null();
}

static void append(json_t *array, json_t *value) {
    if (array != NULL)
        json_array_append_new(array, value != NULL ? value : json_null());
}

/* ---- one step ---- */

static void add_line(void *context, const char *line) {
    append(context, text_of(line));
}

static void add_note(void *context, enum screen_note note, const char *text) {
    static const char *const kinds[] = {
        [NOTE_FACT] = "fact", [NOTE_CLAIM] = "claim", [NOTE_ANSWER] = "answer", [NOTE_ESTIMATE] = "estimate"};
    append(context, json_pack("{s:s, s:o}", "kind", kinds[note], "words", text_of(text)));
}

static json_t *make_months(const struct screen_count *count) {
    json_t *months = json_array();
    char title[EHC_DAY_TEXT];
    for (size_t i = 0; i < count->month_count; i++) {
        const struct screen_month *month = &count->months[i];
        snprintf(title, sizeof title, "%s %d", ehc_month_name(month->month), month->year);
        append(months, json_pack("{s:s, s:i, s:s, s:s}", "title", title, "begins", (int)month->begins + 1, "days",
                                 month->days, "marks", month->marks));
    }
    return months;
}

static json_t *make_holidays(const struct ehc_holidays *known, const struct screen_count *count) {
    json_t *holidays = json_array();
    for (size_t i = 0; count->month_count > 0 && i < known->count; i++) {
        const struct ehc_holiday *holiday = &known->list[i];
        if (holiday->day >= count->span.first && holiday->day <= count->span.last)
            append(holidays, json_pack("{s:o, s:s}", "date", date_words(holiday->day), "name", holiday->name));
    }
    return holidays;
}

static json_t *make_closures(const struct ehc_case *facts, const struct screen_count *count) {
    json_t *closures = json_array();
    for (size_t i = 0; count->month_count > 0 && i < facts->closure_count; i++) {
        const struct ehc_span *span = &facts->closure[i].span;
        if (span->first <= count->span.last && span->last >= count->span.first)
            append(closures, json_pack("{s:o, s:o, s:o}", "name", text_of(facts->closure[i].name), "from",
                                       date_words(span->first), "to", date_words(span->last)));
    }
    return closures;
}

static json_t *make_count(const struct ehc_judgement *judgement, const struct ehc_judged *judged) {
    struct screen_count *count = malloc(sizeof *count);
    if (count == NULL)
        return NULL;
    json_t *lines = json_array();
    screen_count_days(judgement, judged->deadline, count);
    ehc_steps(judgement->law, judged->deadline, add_line, lines);
    json_t *made =
        json_pack("{s:o, s:o, s:o, s:o, s:o, s:o}", "steps", lines, "start", date_words(judged->deadline->trigger), "last",
                  date_words(judged->deadline->due), "months", make_months(count), "bank_holidays",
                  make_holidays(ehc_holidays_of(judgement->law, judged->deadline->limit), count), "closures",
                  make_closures(judgement->facts, count));
    free(count);
    return made;
}

/* The step stands beside it, so only advice for several steps names them. */
static json_t *make_what_to_do(const struct ehc_judgement *judgement, size_t i) {
    char steps[EHC_WORDS], step[EHC_WORDS], text[EHC_WORDS];
    if (!words_what_to_do_for(judgement, i, true, steps))
        return json_null();
    words_late_step(judgement, &judgement->deadlines[i], step);
    if (strcmp(steps, step) == 0)
        return text_of(judgement->deadlines[i].if_late);
    words_what_to_do(judgement, i, true, text);
    return text_of(text);
}

static json_t *make_step(const struct ehc_judgement *judgement, size_t i, enum screen_group group) {
    const struct ehc_judged *judged = &judgement->deadlines[i];
    const struct ehc_deadline *deadline = judged->deadline;
    const struct ehc_limit *limit = deadline->limit;
    char sentence[EHC_WORDS], when[EHC_WORDS], provision[EHC_WORDS], short_title[EHC_WORDS];
    json_t *notes = json_array();
    bool shows_count = group != SCREEN_WAITING && group != SCREEN_NOT_NEEDED;
    screen_sentence(judgement, judged, group, sentence);
    screen_when(judgement, judged, group, when);
    words_provision(judged, provision);
    words_short_title(deadline, short_title);
    screen_notes(judgement, judged, group, add_note, notes);
    return json_pack("{s:o, s:i, s:s, s:o, s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:b, s:b, s:o, s:o, s:o}", "limit",
                     text_of(limit->id), "round", deadline->round, "status", ehc_status_name(deadline->status), "title",
                     text_of(short_title), "sentence", text_of(sentence), "when", text_of(when), "label",
                     words_label(judged), "provision", text_of(provision), "url", text_of(limit->url), "date",
                     date_of(judged->last), "date_words", date_words(judged->last), "open", (int)judged->open, "family",
                     (int)limit->for_family, "what_to_do", make_what_to_do(judgement, i), "notes", notes, "count",
                     shows_count && deadline->own == NULL ? make_count(judgement, judged) : json_null());
}

/* ---- groups ---- */

static void add_group(json_t *groups, const char *name, const char *heading, json_t *steps, const char *quiet) {
    if (json_array_size(steps) == 0 && quiet == NULL) {
        json_decref(steps);
        return;
    }
    append(groups, json_pack("{s:s, s:o, s:o, s:o}", "group", name, "heading", text_of(heading), "quiet", text_of(quiet),
                             "steps", steps));
}

static json_t *make_steps(const struct ehc_judgement *judgement, enum screen_group wanted, ehc_day next) {
    json_t *steps = json_array();
    for (size_t i = 0; i < judgement->count; i++)
        if (screen_group(judgement, &judgement->deadlines[i], next) == wanted)
            append(steps, make_step(judgement, i, wanted));
    return steps;
}

static void add_plain(json_t *groups, const struct ehc_judgement *judgement, enum screen_group group, ehc_day next) {
    add_group(groups, screen_group_name(group), screen_heading(group), make_steps(judgement, group, next), NULL);
}

/* The steps of a round that are over. */
static void add_round(json_t *groups, const struct ehc_judgement *judgement, size_t round, ehc_day next) {
    json_t *steps = json_array();
    char heading[EHC_WORDS], quiet[EHC_WORDS], words[EHC_WORDS];
    const char *label;
    for (size_t i = 0; i < judgement->count; i++) {
        enum screen_group group = screen_group(judgement, &judgement->deadlines[i], next);
        if (judgement->deadlines[i].group == round && (group == SCREEN_DONE || group == SCREEN_LATE_THEN))
            append(steps, make_step(judgement, i, group));
    }
    bool is_quiet = judgement->groups[round].is_quiet && json_array_size(steps) > 0;
    if (is_quiet) {
        words_quiet(judgement, round, &label, words);
        ehc_sentence(quiet, sizeof quiet, "{label}: {words}", "label", label, "words", words, NULL);
    }
    ehc_group_words(judgement->law, &judgement->groups[round], heading);
    add_group(groups, "round", heading, steps, is_quiet ? quiet : NULL);
}

static json_t *make_groups(const struct ehc_judgement *judgement) {
    json_t *groups = json_array();
    ehc_day next = screen_next(judgement);
    for (enum screen_group group = SCREEN_LATE; group <= SCREEN_YOURS; group++)
        add_plain(groups, judgement, group, next);
    for (size_t i = 0; judgement->has_history && i < judgement->group_count; i++)
        add_round(groups, judgement, i, next);
    for (enum screen_group group = judgement->has_history ? SCREEN_CANNOT_SAY : SCREEN_LATE_THEN; group < SCREEN_NOT_SHOWN;
         group++)
        add_plain(groups, judgement, group, next);
    return groups;
}

/* ---- the rest of the screen ---- */

static json_t *make_not_known(const struct ehc_judgement *judgement) {
    json_t *lines = json_array();
    char text[EHC_WORDS];
    const char *label;
    for (size_t i = 0; i < judgement->missing_count; i++) {
        const struct ehc_judged *judged = judgement->missing[i].judged;
        if (judged != NULL && judged->deadline->because == EHC_NOT_SAID && words_missing_once(judgement, i, &label, text))
            append(lines, text_of(text));
    }
    return lines;
}

static json_t *make_ignored(const struct ehc_judgement *judgement) {
    json_t *lines = json_array();
    char text[EHC_WORDS];
    for (size_t i = 0; i < judgement->ignored_count; i++)
        append(lines, text_of(ehc_ignored_words(judgement->law, &judgement->ignored[i], text)));
    return lines;
}

/* What the family can do because a step was late. The family's own steps stand among the other steps. */
static json_t *make_after_late(const struct ehc_judgement *judgement) {
    json_t *lines = json_array();
    char text[EHC_WORDS], note[EHC_WORDS];
    for (size_t i = 0; i < judgement->option_count; i++) {
        const struct ehc_option *option = &judgement->options[i];
        if (option->late == NULL)
            continue;
        words_option(judgement, option, text);
        words_option_note(judgement, option, note);
        append(lines, json_pack("{s:o, s:o, s:o}", "words", text_of(text), "note", text_of(note), "url",
                                text_of(option->limit->url)));
    }
    return lines;
}

static json_t *make_foot(const struct ehc_judgement *judgement) {
    json_t *lines = json_array();
    const char *advice = screen_closure_advice(judgement);
    if (advice != NULL)
        append(lines, text_of(advice));
    for (size_t i = 0; i < judgement->reading_count; i++)
        append(lines, text_of(judgement->law->readings[judgement->readings[i]].why));
    return lines;
}

/* The last days that others give. */
static json_t *make_said(const struct ehc_judgement *judgement) {
    json_t *said = json_array();
    char step[EHC_WORDS], words[EHC_WORDS];
    for (size_t i = 0; i < judgement->count; i++)
        for (size_t j = 0; j < judgement->deadlines[i].said_count; j++) {
            words_they_say_of(judgement, &judgement->deadlines[i], j, step);
            words_said(judgement, &judgement->deadlines[i], j, words);
            append(said, json_pack("{s:o, s:o}", "they_say", text_of(step), "words", text_of(words)));
        }
    return said;
}

static void add_likely(json_t *likely, bool *seen, int event) {
    if (event == EHC_NONE || seen[event])
        return;
    seen[event] = true;
    append(likely, json_integer(event));
}

/* The events that are likely to be entered next, each once: first the acts of open steps of others, then of the family, then
 * of steps that have not begun. */
static json_t *make_likely(const struct ehc_judgement *judgement) {
    const struct ehc_law *law = judgement->law;
    bool seen[EHC_EVENTS_MAX] = {false};
    json_t *indexes = json_array(), *likely = json_array();
    add_likely(indexes, seen, screen_next_event(judgement));
    for (int pass = 0; pass < 3; pass++)
        for (size_t i = 0; i < judgement->count; i++) {
            const struct ehc_judged *judged = &judgement->deadlines[i];
            const struct ehc_deadline *deadline = judged->deadline;
            bool fits = pass < 2 ? judged->open && deadline->limit->for_family == (pass == 1)
                                 : judged->waits && deadline->due != EHC_NO_DAY;
            if (!fits || deadline->own != NULL || deadline->advice != NULL || deadline->consultation != NULL)
                continue;
            for (size_t j = 0; j < deadline->limit->acts.count; j++)
                add_likely(indexes, seen, deadline->limit->acts.list[j].event);
        }
    for (size_t i = 0; i < json_array_size(indexes); i++)
        append(likely, text_of(law->events[json_integer_value(json_array_get(indexes, i))].id));
    json_decref(indexes);
    return likely;
}

static json_t *make_events(const struct ehc_judgement *judgement) {
    json_t *events = json_array();
    char date[EHC_DAY_TEXT];
    for (size_t i = 0; i < judgement->event_count; i++) {
        const struct ehc_happened *happened = &judgement->events[i];
        const struct ehc_event *event = &judgement->law->events[happened->event];
        append(events,
               json_pack("{s:o, s:o, s:o, s:o}", "event", text_of(event->id), "title", text_of(event->title), "date",
                         date_of(happened->day), "words", text_of(words_event_date(judgement->law, happened, date))));
    }
    return events;
}

/* The facts as a case file; null if a text of them cannot stand in one. */
static json_t *make_case_file(const struct ehc_judgement *judgement) {
    char *text = NULL;
    size_t length;
    struct ehc_error error;
    FILE *out = open_memstream(&text, &length);
    if (out == NULL)
        return NULL;
    bool written = ehc_case_write(judgement->law, judgement->facts, out, &error);
    written = fclose(out) == 0 && written;
    json_t *made = written ? json_stringn(text, length) : json_null();
    free(text);
    return made;
}

bool screen_json(const struct ehc_judgement *judgement, FILE *out) {
    const struct ehc_law *law = judgement->law;
    char title[64], disclaimer[EHC_WORDS];
    snprintf(title, sizeof title, "%.50s dates", law->label);
    json_t *root = json_pack(
        "{s:s, s:o, s:o, s:o, s:o, s:o, s:{s:o, s:o, s:o}, s:{s:o, s:o}, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
        "ehc", EHC_VERSION, "law_as_at", date_of(law->as_at), "law_as_at_words", date_words(law->as_at), "as_at",
        date_of(judgement->as_at), "as_at_words", date_words(judgement->as_at), "title",
        text_of(judgement->route != EHC_NONE ? law->routes[judgement->route].title : title), "case", "reference",
        text_of(judgement->facts->reference), "authority", text_of(judgement->facts->authority), "authority_title",
        text_of(law->authority_title), "bank_holidays", "from", date_words(law->holidays.from), "until",
        date_words(law->holidays.until), "events", make_events(judgement), "groups", make_groups(judgement), "not_known",
        make_not_known(judgement), "please_check", make_ignored(judgement), "others_say", make_said(judgement), "after_late",
        make_after_late(judgement), "foot", make_foot(judgement), "disclaimer", text_of(words_disclaimer(law, disclaimer)),
        "likely", make_likely(judgement), "case_file", make_case_file(judgement));
    bool written = root != NULL && json_dumpf(root, out, JSON_INDENT(2)) == 0 && putc('\n', out) != EOF;
    json_decref(root);
    return written;
}
