/* Decides from the words of an event what it says about closed days. */
#include "term_dates.h"
#include "util/ascii.h"
#include <string.h>

enum { WORDS_ROOM = 256, LONG_SEASON = 5, LONG_HALF_TERM = 21 };

/* Words of events that are held on a day, and do not close the school. */
static const char *const not_about_closing[] = {
    "club",     "clubs",       "fair",   "fayre",           "trip",       "meeting", "deadline", "homework",
    "camp",     "party",       "disco",  "concert",         "show",       "sale",    "lunch",    "activities",
    "assembly", "photographs", "photos", "parents evening", "sports day", NULL};
static const char *const ends_term[] = {
    "breaks up",       "break up", "closes",          "last day of term",   "end of term",
    "term ends",       "term end", "last day before", "last day of school", "last day for pupils",
    "last school day", NULL};
static const char *const starts_term[] = {"return",           "returns",
                                          "reopen",           "reopens",
                                          "re opens",         "re open",
                                          "back to school",   "first day of term",
                                          "start of term",    "term starts",
                                          "term begins",      "term start",
                                          "first day back",   "first day for pupils",
                                          "first school day", NULL};
static const char *const begins[] = {"start", "starts", "begin", "begins", "beginning", "first day", "opens", NULL};
static const char *const ends[] = {"end", "ends", "finish", "finishes", "last day", NULL};
static const char *const closed[] = {"holiday",
                                     "holidays",
                                     "closed",
                                     "closure",
                                     "shut",
                                     "break",
                                     "vacation",
                                     "recess",
                                     "half term",
                                     "inset",
                                     "inset day",
                                     "training day",
                                     "staff training",
                                     "staff day",
                                     "staff development",
                                     "professional development",
                                     "development day",
                                     "pd day",
                                     "non pupil",
                                     "teacher day",
                                     "teacher training",
                                     "in service day",
                                     "in service days",
                                     "in service training",
                                     "occasional day",
                                     NULL};
static const char *const seasons[] = {"christmas", "easter", "summer", "whitsun", NULL};
static const char *const terms[] = {"term", "terms", NULL};
static const char *const open_days[] = {"term day", "term days", NULL}; /* each day of lessons an event */

/* Copies in lower case, with one space for each run of other characters, and one space at each end. */
static void simplify(const char *summary, char words[WORDS_ROOM]) {
    size_t at = 0;
    words[at++] = ' ';
    for (; *summary != '\0' && at + 2 < WORDS_ROOM; summary++) {
        char c = ascii_lower(*summary);
        if (c == '\'')
            continue;
        bool is_part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
        if (is_part)
            words[at++] = c;
        else if (words[at - 1] != ' ')
            words[at++] = ' ';
    }
    if (words[at - 1] != ' ')
        words[at++] = ' ';
    words[at] = '\0';
}

/* Whether `words` has one of the phrases as whole words; `after` (may be NULL) is set to the text after it. */
static bool has_any(const char *words, const char *const *phrases, const char **after) {
    for (; *phrases != NULL; phrases++) {
        size_t length = strlen(*phrases);
        for (const char *at = words; (at = strstr(at, *phrases)) != NULL; at++) {
            if (at[-1] != ' ' || at[length] != ' ')
                continue;
            if (after != NULL)
                *after = at + length + 1;
            return true;
        }
    }
    return false;
}

/* Schools are open in "half term 3", and in a half term of three weeks or more. */
static bool is_half_of_a_term(const char *words, int days) {
    static const char *const half_term[] = {"half term", NULL};
    const char *after;
    return has_any(words, half_term, &after) && (days >= LONG_HALF_TERM || (*after >= '1' && *after <= '6'));
}

enum term_meaning term_meaning_of(const char *summary, int days) {
    char words[WORDS_ROOM];
    simplify(summary, words);
    if (has_any(words, not_about_closing, NULL))
        return TERM_NOTHING;
    if (has_any(words, ends_term, NULL) && days == 1)
        return TERM_LAST;
    if (has_any(words, starts_term, NULL) && days == 1)
        return TERM_FIRST;
    bool is_season = has_any(words, seasons, NULL) && !has_any(words, terms, NULL) && days >= LONG_SEASON;
    bool is_holiday = (has_any(words, closed, NULL) && !is_half_of_a_term(words, days)) || is_season;
    bool is_term = !is_holiday && has_any(words, terms, NULL);
    if (days == 1 && is_holiday && has_any(words, begins, NULL))
        return TERM_HOLIDAY_FIRST;
    if (days == 1 && is_holiday && has_any(words, ends, NULL))
        return TERM_HOLIDAY_LAST;
    if (is_holiday)
        return TERM_CLOSED;
    if (days == 1 && is_term && has_any(words, begins, NULL))
        return TERM_FIRST;
    if (days == 1 && is_term && has_any(words, ends, NULL))
        return TERM_LAST;
    return is_term && (days > 1 || has_any(words, open_days, NULL)) ? TERM_OPEN : TERM_NOTHING;
}
