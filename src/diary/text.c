#include "diary.h"
#include "util/fill.h"
#include "view/words.h"
#include "view/wrap.h"

enum { NAME = 12 };

static void put_entry(const struct diary *diary, const struct diary_entry *entry, const struct page *page) {
    const char *name = entry->name;
    size_t columns = wrap_columns(name), wide = columns < NAME ? NAME - columns : 1;
    char text[2 * EHC_WORDS], step[EHC_WORDS], state[EHC_WORDS], date[EHC_DAY_TEXT];
    bool is_past = diary_part_of(diary, entry) == DIARY_PAST;
    ehc_sentence(step, EHC_WORDS, entry->names_who ? "{step}" : "{step} ({who})", "step", entry->step, "who", entry->who,
                 NULL);
    diary_state_words(diary, entry, state);
    if (is_past)
        snprintf(text, sizeof text, "%.300s%*s%.700s: %.100s; the last day was %s", name, (int)wide, "", step, state,
                 ehc_day_format(entry->day, date));
    else
        snprintf(text, sizeof text, "%.300s%*s%.700s", name, (int)wide, "", step);
    wrap_with_right(page, is_past ? 2 : 4, NAME + 4, entry->is_late ? WARNING : PLAIN, text, entry->law);
}

static void put_part(const struct diary *diary, enum diary_part part, const struct page *page) {
    char text[EHC_WORDS], date[EHC_DAY_TEXT], state[EHC_WORDS];
    ehc_day day = EHC_NO_DAY;
    if (diary_part_words(diary, part, text) == 0 && part == DIARY_LATER)
        return;
    fputc('\n', page->out);
    wrap_text(page, 0, 0, HEADING, text);
    for (size_t i = 0; i < diary->count; i++) {
        const struct diary_entry *entry = &diary->entries[i];
        if (!diary_shows(diary, entry) || diary_part_of(diary, entry) != part)
            continue;
        if (part != DIARY_PAST && entry->day != day) {
            diary_state_words(diary, entry, state);
            snprintf(text, sizeof text, "%s, %.100s", ehc_day_format(entry->day, date), state);
            wrap_text(page, 2, 2, PLAIN, text);
        }
        day = entry->day;
        put_entry(diary, entry, page);
    }
}

void view_diary_text(const struct diary *diary, const struct page *page) {
    char text[EHC_WORDS], words[EHC_WORDS], date[EHC_DAY_TEXT], as_at[EHC_DAY_TEXT + 8];
    diary_title_words(diary, text);
    snprintf(as_at, sizeof as_at, "as at %s", ehc_day_format(diary->as_at, date));
    wrap_with_right(page, 0, 0, HEADING, text, as_at);
    diary_turn_words(diary, words);
    snprintf(text, sizeof text, "Whose turn: %.1100s", words);
    wrap_text(page, 0, 2, PLAIN, text);
    for (size_t part = 0; part < DIARY_PARTS; part++)
        put_part(diary, (enum diary_part)part, page);
    fputc('\n', page->out);
    if (diary_idle_words(diary, words) > 0) {
        snprintf(text, sizeof text, "Nothing late, or due by %s: %.1000s", ehc_day_format(diary->until, date), words);
        wrap_text(page, 0, 2, PLAIN, text);
    }
    wrap_text(page, 0, 0, PLAIN, words_disclaimer(diary->law, text));
}
