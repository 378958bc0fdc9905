/* A history in words: what a round is called, and facts that change nothing. */
#include "util/ascii.h"
#include "util/shown.h"
#include <ehc/explain.h>
#include <stdio.h>
#include <string.h>

static void append(char text[EHC_WORDS], const char *more) {
    size_t length = strlen(text);
    snprintf(text + length, EHC_WORDS - length, "%s", more);
    ehc_make_fit(text);
}

/* A day as people know it: a date, or a year. */
static const char *day_words(const struct ehc_law *law, int event, ehc_day day, char date[EHC_DAY_TEXT]) {
    ehc_day_format_short(day, date);
    if (law->events[event].is_year)
        snprintf(date, EHC_DAY_TEXT, "%d", ehc_ymd_from_day(day).year);
    return date;
}

/* "meeting of 3 March 2025"; "plan first made 1 September 2024"; false where nothing began it. */
static bool append_round(const struct ehc_law *law, const struct ehc_group *group, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT], began[EHC_WORDS];
    int event = group->event != EHC_NONE ? group->event : group->source;
    if (event == EHC_NONE || group->day == EHC_NO_DAY)
        return false;
    snprintf(began, sizeof began, "%s",
             law->events[event].round != NULL ? law->events[event].round : law->events[event].title);
    ascii_lower_first(began);
    append(text, began);
    append(text, " ");
    append(text, day_words(law, event, group->day, date));
    return true;
}

static const char *title_of(const struct ehc_law *law, const struct ehc_group *group) {
    return group->route != EHC_NONE ? law->routes[group->route].title : "Dates of your own";
}

const char *ehc_round_words(const struct ehc_law *law, const struct ehc_group *group, char text[EHC_WORDS]) {
    text[0] = '\0';
    if (!append_round(law, group, text))
        append(text, title_of(law, group));
    return text;
}

const char *ehc_group_words(const struct ehc_law *law, const struct ehc_group *group, char text[EHC_WORDS]) {
    char source[EHC_WORDS], round[EHC_WORDS] = "";
    snprintf(text, EHC_WORDS, "%s", title_of(law, group));
    if (!append_round(law, group, round))
        return text;
    append(text, ", ");
    append(text, round);
    if (group->event == EHC_NONE || group->source == group->event)
        return text;
    snprintf(source, sizeof source, "%s", law->events[group->source].title);
    ascii_lower_first(source);
    append(text, ": ");
    append(text, source);
    return text;
}

const char *ehc_ignored_words(const struct ehc_law *law, const struct ehc_ignored *ignored, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT], other[EHC_DAY_TEXT] = "";
    const struct ehc_they_say *said = ignored->said;
    if (said != NULL) {
        const struct ehc_limit *limit = &law->limits[said->limit];
        bool has_round = said->round > 0 || said->from != EHC_NO_DAY;
        snprintf(text, EHC_WORDS, "a last day is given for '%s'%s, and the case has no such %s: is %s given?", limit->id,
                 has_round ? " of one round" : "", has_round ? "round" : "step", law->events[limit->trigger].id);
        return text;
    }
    const char *event = law->events[ignored->event].id;
    const char *begins = ignored->begins != EHC_NONE ? law->events[ignored->begins].id : "what began it";
    day_words(law, ignored->event, ignored->day, date);
    if (ignored->other != EHC_NO_DAY)
        ehc_day_format_short(ignored->other, other);
    switch (ignored->because) {
    case EHC_GIVEN_TWICE:
        snprintf(text, EHC_WORDS, "%s is given twice with the day %s: one day is one fact", event, date);
        break;
    case EHC_OPENS_NOTHING:
        snprintf(text, EHC_WORDS, "%s %s opens nothing: what began on %s is still open", event, date, other);
        break;
    case EHC_ANSWERS_NOTHING:
        snprintf(text, EHC_WORDS,
                 "%s %s lies outside every round: nothing that it answers had begun before %s; give the earlier %s too, or "
                 "check the date",
                 event, date, other, begins);
        break;
    case EHC_FAR_AHEAD:
        snprintf(text, EHC_WORDS, "%s %s is more than a year ahead: is the year right?", event, date);
        break;
    case EHC_SAID_OF_NOTHING:
        break;
    }
    return text;
}
