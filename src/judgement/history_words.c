/* A history in words: the names of rounds and groups, and facts that are ignored. */
#include "util/ascii.h"
#include "util/fill.h"
#include "util/shown.h"
#include <ehc/explain.h>
#include <stdio.h>

/* A date, or a year for an event that is given as a year. */
static const char *day_words(const struct ehc_law *law, int event, ehc_day day, char date[EHC_DAY_TEXT]) {
    ehc_day_format_short(day, date);
    if (law->events[event].is_year && day != EHC_NO_DAY)
        snprintf(date, EHC_DAY_TEXT, "%d", ehc_ymd_from_day(day).year);
    return date;
}

/* "meeting of 3 March 2025"; "plan first made 1 September 2024"; false if nothing began the group. */
static bool round_words(const struct ehc_law *law, const struct ehc_group *group, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    int event = group->event != EHC_NONE ? group->event : group->source;
    if (event == EHC_NONE || group->day == EHC_NO_DAY)
        return false;
    const struct ehc_event *began = &law->events[event];
    ehc_sentence(text, EHC_WORDS, "{began} {date}", "began", began->round != NULL ? began->round : began->title, "date",
                 day_words(law, event, group->day, date), NULL);
    ascii_lower_first(text);
    return true;
}

static const char *title_of(const struct ehc_law *law, const struct ehc_group *group) {
    return group->route != EHC_NONE ? law->routes[group->route].title : "Your own dates";
}

const char *ehc_round_words(const struct ehc_law *law, const struct ehc_group *group, char text[EHC_WORDS]) {
    if (!round_words(law, group, text))
        snprintf(text, EHC_WORDS, "%s", title_of(law, group));
    ehc_make_fit(text);
    return text;
}

const char *ehc_group_words(const struct ehc_law *law, const struct ehc_group *group, char text[EHC_WORDS]) {
    char source[EHC_WORDS] = "", round[EHC_WORDS] = "";
    bool has_round = round_words(law, group, round);
    bool has_source = has_round && group->event != EHC_NONE && group->source != group->event;
    snprintf(source, sizeof source, "%s", has_source ? law->events[group->source].title : "");
    ascii_lower_first(source);
    ehc_sentence(text, EHC_WORDS,
                 has_source  ? "{title}, {round}: {source}"
                 : has_round ? "{title}, {round}"
                             : "{title}",
                 "title", title_of(law, group), "round", round, "source", source, NULL);
    ehc_make_fit(text);
    return text;
}

static const char *said_of_nothing(const struct ehc_law *law, const struct ehc_they_say *said, char text[EHC_WORDS]) {
    const struct ehc_limit *limit = &law->limits[said->limit];
    bool has_round = said->round > 0 || said->from != EHC_NO_DAY;
    return ehc_sentence(text, EHC_WORDS,
                        has_round
                            ? "a last day is given for '{limit}' in a round that the case does not have: check 'round', "
                              "or add {event}"
                            : "a last day is given for '{limit}', a step that the case does not have: add {event}",
                        "limit", limit->id, "event", law->events[limit->trigger].id, NULL);
}

const char *ehc_ignored_words(const struct ehc_law *law, const struct ehc_ignored *ignored, char text[EHC_WORDS]) {
    static const char *const sentences[] = {
        [EHC_GIVEN_TWICE] = "{event} is given twice with the day {date}: it counts once",
        [EHC_OPENS_NOTHING] = "{event} {date} starts nothing new: the steps from {other} are still open",
        [EHC_ANSWERS_NOTHING] = ("{event} {date} is earlier than {begins} {other}, so it is not used: check the dates, or "
                                 "add the earlier {begins}"),
        [EHC_FAR_AHEAD] = "{event} {date} is more than a year ahead: is the year right?",
    };
    char date[EHC_DAY_TEXT], other[EHC_DAY_TEXT] = "";
    if (ignored->said != NULL)
        return said_of_nothing(law, ignored->said, text);
    int begins = ignored->begins != EHC_NONE ? ignored->begins : ignored->event;
    return ehc_sentence(text, EHC_WORDS, sentences[ignored->because], "event", law->events[ignored->event].id, "date",
                        day_words(law, ignored->event, ignored->day, date), "other",
                        day_words(law, begins, ignored->other, other), "begins", law->events[begins].id, NULL);
}
