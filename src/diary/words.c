/* The words of a diary. */
#include "view/words.h"
#include "diary.h"
#include "util/fill.h"
#include <string.h>

bool diary_shows(const struct diary *diary, const struct diary_entry *entry) {
    return !entry->is_said && (entry->is_past || entry->day <= diary->until);
}

static ehc_day week_end(const struct diary *diary) {
    ehc_day sunday = diary->as_at + ((int)EHC_SUNDAY - (int)ehc_weekday(diary->as_at) + 7) % 7;
    return sunday < diary->until ? sunday : diary->until;
}

enum diary_part diary_part_of(const struct diary *diary, const struct diary_entry *entry) {
    if (entry->is_past || entry->day < diary->as_at)
        return DIARY_PAST;
    return entry->day <= week_end(diary) ? DIARY_WEEK : DIARY_LATER;
}

size_t diary_part_words(const struct diary *diary, enum diary_part part, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    size_t count = 0;
    for (size_t i = 0; i < diary->count; i++)
        count += diary_shows(diary, &diary->entries[i]) && diary_part_of(diary, &diary->entries[i]) == part;
    if (part == DIARY_PAST)
        snprintf(text, EHC_WORDS, "Late or past: %zu", count);
    else if (part == DIARY_WEEK)
        snprintf(text, EHC_WORDS, "This week, to %s: %zu", ehc_day_format(week_end(diary), date), count);
    else
        snprintf(text, EHC_WORDS, "Then, to %s: %zu", ehc_day_format(diary->until, date), count);
    return count;
}

void diary_state_words(const struct diary *diary, const struct diary_entry *entry, char text[EHC_WORDS]) {
    char days[EHC_WORDS];
    if (entry->status == EHC_DISPUTED)
        snprintf(text, EHC_WORDS, "disputed: late on one reading of the law");
    else if (entry->is_late)
        snprintf(text, EHC_WORDS, "%.60s late", ehc_days_words(entry->days, days));
    else if (entry->is_past)
        snprintf(text, EHC_WORDS, "past for %.60s", ehc_days_words(entry->days, days));
    else if (entry->day < diary->as_at)
        snprintf(text, EHC_WORDS, "past on one reading of the law");
    else if (entry->day == diary->as_at)
        snprintf(text, EHC_WORDS, "today");
    else
        snprintf(text, EHC_WORDS, "in %.60s", ehc_days_words(entry->day - diary->as_at, days));
}

/* Whether an entry is the first shown entry of the person or body that has to act. */
static bool is_first_of(const struct diary *diary, size_t index) {
    if (!diary_shows(diary, &diary->entries[index]))
        return false;
    for (size_t i = 0; i < index; i++)
        if (diary_shows(diary, &diary->entries[i]) && strcmp(diary->entries[i].who, diary->entries[index].who) == 0)
            return false;
    return true;
}

bool diary_next_turn(const struct diary *diary, size_t *index, struct diary_turn *turn) {
    while (*index < diary->count && !is_first_of(diary, *index))
        ++*index;
    if (*index == diary->count)
        return false;
    *turn = (struct diary_turn){.who = diary->entries[*index].who};
    for (size_t i = *index; i < diary->count; i++) {
        if (!diary_shows(diary, &diary->entries[i]) || strcmp(diary->entries[i].who, turn->who) != 0)
            continue;
        turn->open++;
        turn->late += diary->entries[i].is_late;
    }
    ++*index;
    return true;
}

void diary_turn_words(const struct diary *diary, char text[EHC_WORDS]) {
    char date[EHC_DAY_TEXT];
    struct diary_turn turn;
    text[0] = '\0';
    for (size_t i = 0; diary_next_turn(diary, &i, &turn);) {
        char open[32], late[32];
        snprintf(open, sizeof open, "%zu", turn.open);
        snprintf(late, sizeof late, "%zu", turn.late);
        words_append(text, text[0] != '\0' ? ", " : "");
        ehc_sentence_add(text, EHC_WORDS, turn.late > 0 ? "{who} {open} ({late} late)" : "{who} {open}", "who",
                         *turn.who != '\0' ? turn.who : "others", "open", open, "late", late, NULL);
    }
    if (text[0] == '\0')
        ehc_sentence(text, EHC_WORDS, "nobody, to {date}", "date", ehc_day_format(diary->until, date), NULL);
}

size_t diary_idle_words(const struct diary *diary, char text[EHC_WORDS]) {
    size_t count = 0;
    text[0] = '\0';
    for (size_t i = 0; i < diary->case_count; i++) {
        bool shown = false;
        for (size_t j = 0; !shown && j < diary->count; j++)
            shown = diary->entries[j].of_case == i && diary_shows(diary, &diary->entries[j]);
        if (shown)
            continue;
        words_append(text, count++ > 0 ? ", " : "");
        words_append(text, diary->cases[i].name);
    }
    return count;
}

void diary_title_words(const struct diary *diary, char text[EHC_WORDS]) {
    char cases[EHC_WORDS];
    ehc_sentence(text, EHC_WORDS, "Diary of {cases}", "cases", words_count(diary->case_count, "case", "cases", cases), NULL);
}
