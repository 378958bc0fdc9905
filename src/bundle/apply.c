#include "apply.h"
#include "util/ascii.h"
#include "util/fail.h"
#include <stdlib.h>
#include <string.h>

enum { TEXT_ROOM = 1100, LEAST_WORD = 3 };

/* ---- choices ---- */

/* Whether `words` are in a text, from the beginning of a word. */
static bool stands_in(const char *text, const char *words) {
    size_t length = strlen(words);
    for (const char *at = text; strlen(at) >= length; at++)
        if ((at == text || !ascii_is_letter(at[-1])) && ascii_same_part(at, length, words))
            return true;
    return false;
}

const struct question_choice *apply_choice(const struct ehc_law *law, const struct question *question, const char *text) {
    size_t count = question_choices(question), found = 0;
    const struct question_choice *choice = NULL;
    char *end, value[CHOICE_ROOM];
    if (count == 0 || text[0] == '\0')
        return NULL;
    long number = strtol(text, &end, 10);
    if (end != text && *end == '\0')
        return number >= 1 && (size_t)number <= count ? &question->choice[number - 1] : NULL;
    for (size_t i = 0; i < count; i++)
        if (ascii_same(choice_value(&question->choice[i], value), text))
            return &question->choice[i];
    for (size_t i = 0; i < count && strlen(text) >= LEAST_WORD; i++) {
        if (!stands_in(choice_words(&question->choice[i]), text))
            continue;
        choice = &question->choice[i];
        found++;
    }
    int adviser = found != 1 && question->fact == FACT_ADVICE ? ehc_find_adviser(law, text) : EHC_NONE;
    for (size_t i = 0; adviser != EHC_NONE && i < count; i++)
        if (strcmp(choice_value(&question->choice[i], value), ehc_advice_from_name((enum ehc_advice_from)adviser)) == 0)
            return &question->choice[i];
    return found == 1 ? choice : NULL;
}

static bool not_a_choice(const struct question *question, const char *text, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    ehc_fail(error, "%s is not one of the answers", ehc_quote(text, quoted));
    return ehc_hint(error, "type a number from 1 to %zu", question_choices(question));
}

/* ---- sections ---- */

/* Reads a day of the section that was added last. It must not be before the day `before`. */
static bool read_later(const char *text, ehc_day before, ehc_day *day, struct ehc_error *error) {
    char date[EHC_DAY_TEXT], first[EHC_DAY_TEXT];
    ehc_day read = EHC_NO_DAY;
    if (!ehc_day_read(text, &read, error))
        return false;
    if (before != EHC_NO_DAY && read < before) {
        ehc_fail(error, "%s cannot be before %s", ehc_day_format_short(read, date), ehc_day_format_short(before, first));
        return ehc_hint(error, "check both dates");
    }
    *day = read;
    return true;
}

static bool add_advice(const struct ehc_law *law, const char *who, ehc_day requested, struct ehc_case *facts,
                       struct ehc_error *error) {
    int from = EHC_ADVICE_FROM_KINDS - 1;
    while (from > 0 && strcmp(ehc_advice_from_name((enum ehc_advice_from)from), who) != 0)
        from--;
    return ehc_case_add_advice(facts,
                               (struct ehc_advice){.from = (enum ehc_advice_from)from,
                                                   .requested = requested,
                                                   .request_received = EHC_NO_DAY,
                                                   .received = EHC_NO_DAY,
                                                   .name = law->adviser[from].who},
                               error);
}

static bool add_to_advice(enum question_fact fact, const char *text, struct ehc_case *facts, struct ehc_error *error) {
    if (facts->advice_count == 0)
        return ehc_fail(error, "nobody was asked for advice");
    struct ehc_advice *advice = &facts->advice[facts->advice_count - 1];
    ehc_day reached = advice->request_received != EHC_NO_DAY ? advice->request_received : advice->requested;
    if (fact == FACT_ADVICE_ASKED)
        return read_later(text, EHC_NO_DAY, &advice->requested, error);
    if (fact == FACT_ADVICE_REACHED)
        return read_later(text, advice->requested, &advice->request_received, error);
    return read_later(text, reached, &advice->received, error);
}

static bool add_to_consultation(enum question_fact fact, const char *text, struct ehc_case *facts, struct ehc_error *error) {
    if (facts->consultation_count == 0)
        return ehc_fail(error, "no school was consulted");
    struct ehc_consultation *consultation = &facts->consultation[facts->consultation_count - 1];
    if (fact == FACT_CONSULTED)
        return read_later(text, EHC_NO_DAY, &consultation->sent, error);
    return read_later(text, consultation->sent, &consultation->answered, error);
}

static bool add_consultation(const char *text, struct ehc_case *facts, struct ehc_error *error) {
    for (size_t i = 0; i < facts->consultation_count; i++) {
        if (!ascii_same(facts->consultation[i].name, text))
            continue;
        ehc_fail(error, "you have already named this school");
        return ehc_hint(error, "if it was asked twice, change the name a little, as in 'Oak School again'");
    }
    if (strpbrk(text, "[]:;#\\") != NULL) {
        ehc_fail(error, "the name cannot be kept in a case file");
        return ehc_hint(error, "leave out brackets, ':', ';', '#' and '\\'");
    }
    return ehc_case_takes_text(text, error) &&
           ehc_case_add_consultation(
               facts, (struct ehc_consultation){.sent = EHC_NO_DAY, .answered = EHC_NO_DAY, .name = text}, error);
}

/* ---- any answer ---- */

static bool read_span(const char *text, struct ehc_span *span, struct ehc_error *error) {
    return ehc_span_read(text, span, error) ||
           (!ehc_is_span(text) && ehc_hint(error, "write both days, as in 21 July 2026 to 31 August 2026"));
}

/* Sets whether the last closure or absence is claimed as a reason for a delay. */
static bool claim(enum question_fact fact, const char *text, struct ehc_case *facts, struct ehc_error *error) {
    bool yes = ascii_same(text, "yes") || ascii_same(text, "y");
    if (!yes && !ascii_same(text, "no") && !ascii_same(text, "n")) {
        ehc_fail(error, "that is neither yes nor no");
        return ehc_hint(error, "type yes or no, or press Enter if you do not know");
    }
    if (fact == FACT_CLOSED_CLAIMED && facts->closure_count > 0)
        facts->closure[facts->closure_count - 1].is_unclaimed = !yes;
    if (fact == FACT_AWAY_CLAIMED && facts->absence_count > 0)
        facts->absence[facts->absence_count - 1].is_unclaimed = !yes;
    return true;
}

static bool add_they_say(const struct ehc_law *law, const char *limit, const char *text, struct ehc_case *facts,
                         struct ehc_error *error) {
    ehc_day day;
    return ehc_day_read(text, &day, error) &&
           ehc_case_add_they_say(law, facts,
                                 (struct ehc_they_say){.limit = ehc_find_limit(law, limit), .day = day, .from = EHC_NO_DAY},
                                 error);
}

/* Copies several days, and replaces " and " by a comma: "3 March 2025 and 2 March 2026". */
static const char *with_commas(const char *text, char out[TEXT_ROOM]) {
    size_t used = 0;
    while (*text != '\0' && used + 2 < TEXT_ROOM) {
        bool joins = ascii_same_part(text, strlen(" and ") < strlen(text) ? strlen(" and ") : strlen(text), " and ");
        out[used++] = joins ? ',' : *text;
        text += joins ? strlen(" and ") : 1;
    }
    out[used] = '\0';
    return out;
}

bool apply_answer(const struct ehc_law *law, const struct question *question, const char *event, const char *text,
                  struct ehc_case *facts, struct ehc_error *error) {
    char several[TEXT_ROOM], value[CHOICE_ROOM];
    const struct question_choice *choice = apply_choice(law, question, text);
    struct ehc_span span;
    ehc_day day;
    if (question_choices(question) > 0 && choice == NULL)
        return not_a_choice(question, text, error);
    switch (question->fact) {
    case FACT_EVENT:
        return ehc_case_add_event(law, facts, event, with_commas(text, several), error);
    case FACT_AUTHORITY:
        facts->authority = text;
        return ehc_case_takes_text(text, error);
    case FACT_REFERENCE:
        facts->reference = text;
        return ehc_case_takes_text(text, error);
    case FACT_CLOSED:
        return read_span(text, &span, error) &&
               ehc_case_add_closure(facts, (struct ehc_closure){.span = span, .is_unclaimed = true}, error);
    case FACT_AWAY:
        return read_span(text, &span, error) &&
               ehc_case_add_absence(facts, (struct ehc_absence){.span = span, .is_unclaimed = true}, error);
    case FACT_CLOSED_CLAIMED:
    case FACT_AWAY_CLAIMED:
        return claim(question->fact, text, facts, error);
    case FACT_SETTING:
        return ehc_setting_read(choice_value(choice, value), &facts->setting, error);
    case FACT_CHOICE:
        return true;
    case FACT_ADVICE:
        return add_advice(law, choice_value(choice, value), EHC_NO_DAY, facts, error);
    case FACT_ADVICE_ASKED:
        if (question->from != NULL)
            return ehc_day_read(text, &day, error) && add_advice(law, question->from, day, facts, error);
        return add_to_advice(question->fact, text, facts, error);
    case FACT_ADVICE_REACHED:
    case FACT_ADVICE_CAME:
        return add_to_advice(question->fact, text, facts, error);
    case FACT_CONSULTATION:
        return add_consultation(text, facts, error);
    case FACT_CONSULTED:
    case FACT_CONSULTATION_ANSWERED:
        return add_to_consultation(question->fact, text, facts, error);
    case FACT_THEY_SAY:
        return add_they_say(law, question->limit, text, facts, error);
    case FACT_KINDS:
        break;
    }
    return false;
}

/* ---- answers in words ---- */

static void event_words(const struct ehc_law *law, const struct ehc_case *facts, const char *id, char words[EHC_WORDS]) {
    int event = ehc_find_event(law, id);
    size_t count, at = 0;
    const ehc_day *days = ehc_case_days(facts, event, &count);
    for (size_t i = 0; i < count && at < EHC_WORDS; i++) {
        char date[EHC_DAY_TEXT];
        if (law->events[event].is_year)
            snprintf(date, sizeof date, "%d", ehc_ymd_from_day(days[i]).year);
        else
            ehc_day_format(days[i], date);
        at += (size_t)snprintf(words + at, EHC_WORDS - at, "%s%s", i > 0 ? ", " : "", date);
    }
}

static void span_words(struct ehc_span span, char words[EHC_WORDS]) {
    char first[EHC_DAY_TEXT], last[EHC_DAY_TEXT], days[EHC_WORDS];
    snprintf(words, EHC_WORDS, "%s to %s, %.40s", ehc_day_format(span.first, first), ehc_day_format(span.last, last),
             ehc_days_words(span.last - span.first + 1, days));
}

const char *apply_words(const struct ehc_law *law, const struct question *question, const char *event, const char *text,
                        char words[EHC_WORDS]) {
    const struct question_choice *choice = apply_choice(law, question, text);
    struct ehc_case facts;
    struct ehc_error error;
    ehc_day day;
    snprintf(words, EHC_WORDS, "%s", text);
    ehc_case_init(&facts);
    if (choice != NULL)
        snprintf(words, EHC_WORDS, "%s", choice_words(choice));
    else if (question->fact == FACT_EVENT && apply_answer(law, question, event, text, &facts, &error))
        event_words(law, &facts, event, words);
    else if (question->fact == FACT_CLOSED && apply_answer(law, question, event, text, &facts, &error))
        span_words(facts.closure[0].span, words);
    else if (question->fact == FACT_AWAY && apply_answer(law, question, event, text, &facts, &error))
        span_words(facts.absence[0].span, words);
    else if (question->fact == FACT_CLOSED_CLAIMED || question->fact == FACT_AWAY_CLAIMED)
        snprintf(words, EHC_WORDS, "%s", ascii_lower(text[0]) == 'y' ? "yes" : "no");
    else if (question->fact > FACT_ADVICE && question->fact != FACT_CONSULTATION && ehc_day_read(text, &day, &error))
        ehc_day_format(day, words);
    return words;
}
