#include "date_text.h"
#include "util/ascii.h"
#include "util/fail.h"
#include <ehc/date.h>
#include <ehc/nearest.h>
#include <stdlib.h>
#include <string.h>

/* Reads a date. date_text.c first replaces special characters by those of a keyboard; then the text is cut into words, and
 * each written form is tried on them. All character tests are ASCII, so that the locale does not matter. */
enum { WORDS_MOST = 12, WORD_ROOM = 24, SPAN_ROOM = 200, SERIAL_DIGITS = 5, SERIAL_LEAST = 30000, SERIAL_TO_DAY = 25569 };

struct words {
    char word[WORDS_MOST][WORD_ROOM]; /* lower case */
    size_t count;
};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Cuts a text into words; `apart`: the characters between them. False if there are none, too many, or one is too long. */
static bool split(const char *text, const char *apart, struct words *words) {
    words->count = 0;
    for (;;) {
        text += strspn(text, apart);
        if (*text == '\0')
            return words->count > 0;
        if (words->count == WORDS_MOST)
            return false;
        size_t length = strcspn(text, apart);
        if (length >= WORD_ROOM)
            return false;
        for (size_t i = 0; i < length; i++)
            words->word[words->count][i] = ascii_lower(text[i]);
        words->word[words->count++][length] = '\0';
        text += length;
    }
}

/* Reads up to four digits. Gives how many there were; 0 if there were none or more than four. */
static int read_digits(const char **text, int *number) {
    int digits = 0;
    for (*number = 0; is_digit(**text); (*text)++) {
        if (++digits > 4)
            return 0;
        *number = *number * 10 + (**text - '0');
    }
    return digits;
}

/* Three letters or more of a name: "jan", "sept", "wednesday"; the index, or -1. `word` is lower case. */
static int find_name(const char *word, const char *(*name)(int), int first, int last) {
    size_t length = strlen(word);
    if (length > 3 && word[length - 1] == '.')
        length--;
    for (int i = first; length >= 3 && i <= last; i++) {
        const char *full = name(i);
        size_t at = 0;
        while (at < length && full[at] != '\0' && (full[at] | 0x20) == word[at])
            at++;
        if (at == length)
            return i;
    }
    return -1;
}

static const char *weekday_name(int weekday) {
    return ehc_weekday_name((enum ehc_weekday)weekday);
}

static int find_month(const char *word) {
    return find_name(word, ehc_month_name, 1, 12);
}

/* "5", "5th": the day of the month; -1 for any other word. */
static int read_day_of_month(const char *word) {
    int day;
    int digits = read_digits(&word, &day);
    if (digits == 0 || digits > 2)
        return -1;
    bool ordinal = strcmp(word, "st") == 0 || strcmp(word, "nd") == 0 || strcmp(word, "rd") == 0 || strcmp(word, "th") == 0;
    return *word == '\0' || ordinal ? day : -1;
}

/* Checks a date of a known month; `year_digits`: how many digits its year was written with. */
static bool finish(const char *text, struct ehc_ymd ymd, int year_digits, ehc_day *day, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    if (year_digits != 4) {
        ehc_fail(error, "%s: the year is not in full", ehc_quote(text, quoted));
        return ehc_hint(error, "write the year with four digits, as in 5/1/2026");
    }
    if (ymd.year < 1900 || ymd.year > 2199) {
        ehc_fail(error, "%s: the year is not from 1900 to 2199", ehc_quote(text, quoted));
        return ehc_hint(error, "check the year");
    }
    ehc_day read = ehc_day_from_ymd(ymd.year, ymd.month, ymd.day);
    if (read == EHC_NO_DAY) {
        ehc_fail(error, "%d %s %d does not exist: %s %d has %d days", ymd.day, ehc_month_name(ymd.month), ymd.year,
                 ehc_month_name(ymd.month), ymd.year, ehc_days_in_month(ymd.year, ymd.month));
        return ehc_hint(error, "check the day");
    }
    *day = read;
    return true;
}

/* 20260105. It is not ambiguous: with the day first, its year would be before 1900 or its month beyond 12. */
static bool read_run_of_digits(const char *text, const char *word, ehc_day *day, struct ehc_error *error) {
    int number = 0;
    for (const char *digit = word; *digit != '\0'; digit++)
        number = 10 * number + (*digit - '0');
    if (number / 10000 < 1900 || number / 10000 > 2199 || number / 100 % 100 < 1 || number / 100 % 100 > 12) {
        ehc_not_a_date(text, error);
        return ehc_hint(error, "write eight digits as year, month and day: 5 January 2026 is 20260105");
    }
    return finish(text, (struct ehc_ymd){number / 10000, number / 100 % 100, number % 100}, 4, day, error);
}

/* A word with digits that is not a date: the hint says whether it looks like a spreadsheet's number for a day, a time, or
 * has letters in the place of digits. */
static bool not_a_number(const char *text, const char *word, struct ehc_error *error) {
    char date[EHC_DAY_TEXT];
    size_t digits = strspn(word, "0123456789");
    ehc_not_a_date(text, error);
    if (digits == SERIAL_DIGITS && (word[digits] == '\0' || word[digits] == '.') && strtol(word, NULL, 10) >= SERIAL_LEAST)
        return ehc_hint(
            error, "format the column as a date and save it again: this is a spreadsheet's number for a day, %s in most",
            ehc_day_format_short((ehc_day)strtol(word, NULL, 10) - SERIAL_TO_DAY, date));
    if (digits > 0 && strchr(word, ':') != NULL)
        return ehc_hint(error, "leave the time out");
    if (word[strspn(word, "0123456789-/.oli")] == '\0' && strpbrk(word, "oli") != NULL && strpbrk(word, "-/.") != NULL)
        return ehc_hint(error, "look for a letter in the place of a digit: O for 0, l or I for 1");
    return false;
}

static bool no_month(const char *text, int month, bool year_first, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    ehc_fail(error, "%s: there is no month %d", ehc_quote(text, quoted), month);
    return ehc_hint(error, "%s",
                    year_first ? "write the month in the middle: 5 January 2026 is 2026-01-05"
                               : "write the day first, then the month: 5 January 2026 is 5/1/2026");
}

/* 2026-01-05, 2026/01/05, 5/1/2026, 5.1.2026, 5-1-2026, 20260105 */
static bool read_numbers(const char *text, const char *whole, ehc_day *day, struct ehc_error *error) {
    const char *word = whole;
    int number[3], digits[3];
    char separator = '\0';
    if (strlen(word) == 8 && strspn(word, "0123456789") == 8)
        return read_run_of_digits(text, word, day, error);
    for (int i = 0; i < 3; i++) {
        digits[i] = read_digits(&word, &number[i]);
        if (digits[i] == 0)
            return not_a_number(text, whole, error);
        if (i == 2)
            break;
        if ((*word != '-' && *word != '/' && *word != '.') || (i == 1 && *word != separator))
            return not_a_number(text, whole, error);
        separator = *word++;
    }
    if (*word != '\0' || digits[1] > 2)
        return not_a_number(text, whole, error);
    bool year_first = digits[0] == 4 && digits[2] <= 2;
    if (digits[0] > 2 && !year_first)
        return not_a_number(text, whole, error);
    if (number[1] < 1 || number[1] > 12)
        return no_month(text, number[1], year_first, error);
    if (year_first)
        return finish(text, (struct ehc_ymd){number[0], number[1], number[2]}, 4, day, error);
    return finish(text, (struct ehc_ymd){number[2], number[1], number[0]}, digits[2], day, error);
}

static bool check_weekday(int weekday, ehc_day day, struct ehc_error *error) {
    char date[EHC_DAY_TEXT];
    enum ehc_weekday right = ehc_weekday(day);
    if (weekday < 0 || (enum ehc_weekday)weekday == right)
        return true;
    ehc_fail(error, "%s is a %s, not a %s", ehc_day_format_short(day, date), ehc_weekday_name(right), weekday_name(weekday));
    return ehc_hint(error, "check the date, or leave the weekday out");
}

/* Reads "2026": a year of four digits. */
static bool read_year(const char *word, int *year) {
    return read_digits(&word, year) == 4 && *word == '\0';
}

/* Some people know only the month: says whom to ask, and which day is safe until then. Counted from the last day of the
 * month, no step of others is called late that may be in time; counted from the first, the family misses no last day. */
static bool only_a_month(const char *text, int month, int year, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    const char *name = ehc_month_name(month);
    ehc_fail(error, "%s: the day is missing", ehc_quote(text, quoted));
    return ehc_hint(error,
                    "ask the council for the day. Until then, count the council's steps from %d %s %d, and your own from "
                    "1 %s %d",
                    ehc_days_in_month(year, month), name, year, name, year);
}

/* "3 Febuary 2026": offers the nearest month. */
static bool not_a_month(const char *text, char (*word)[WORD_ROOM], struct ehc_error *error) {
    struct ehc_nearest nearest = {.word = word[1]};
    ehc_not_a_date(text, error);
    for (int month = 1; month <= 12; month++)
        ehc_nearest_offer(&nearest, ehc_month_name(month));
    return nearest.name != NULL ? ehc_hint(error, "did you mean %s %s %s?", word[0], nearest.name, word[2]) : false;
}

static bool is_day_of_today(const char *word) {
    return strcmp(word, "today") == 0 || strcmp(word, "yesterday") == 0 || strcmp(word, "tomorrow") == 0;
}

/* Cuts "06-jan-2025" into its three words; false if it has another form. */
static bool split_at_marks(const char *word, struct words *words) {
    const char *mark = strpbrk(word, "-/.");
    size_t letters = 0, most = 0;
    for (const char *c = word; *c != '\0'; c++) {
        letters = ascii_is_letter(*c) ? letters + 1 : 0;
        most = letters > most ? letters : most;
    }
    if (mark == NULL || mark == word || most < 3)
        return false;
    const char apart[] = {*mark, '\0'};
    return split(word, apart, words) && words->count <= 3;
}

/* 5 January 2026, 2026 January 5 */
static bool read_three_words(const char *text, char (*word)[WORD_ROOM], ehc_day *day, struct ehc_error *error) {
    int year, day_of_month = read_day_of_month(word[2]);
    if (read_year(word[0], &year) && find_month(word[1]) > 0 && day_of_month >= 0)
        return finish(text, (struct ehc_ymd){year, find_month(word[1]), day_of_month}, 4, day, error);
    struct ehc_ymd ymd = {.month = find_month(word[1]), .day = read_day_of_month(word[0])};
    const char *written = word[2];
    int digits = read_digits(&written, &ymd.year);
    if (ymd.day < 0 || digits == 0 || *written != '\0')
        return ehc_not_a_date(text, error);
    return ymd.month < 0 ? not_a_month(text, word, error) : finish(text, ymd, digits, day, error);
}

static bool read_words(const char *text, char (*word)[WORD_ROOM], size_t count, ehc_day *day, struct ehc_error *error) {
    struct words parts;
    int year, weekday = count > 0 ? find_name(word[0], weekday_name, EHC_MONDAY, EHC_SUNDAY) : -1;
    word += weekday >= 0;
    count -= weekday >= 0;
    if (count == 1 && split_at_marks(word[0], &parts)) {
        word = parts.word;
        count = parts.count;
    }
    ehc_day read = EHC_NO_DAY;
    if (count == 2 && find_month(word[0]) > 0 && read_year(word[1], &year))
        return only_a_month(text, find_month(word[0]), year, error);
    if (count >= 2 && find_month(word[0]) > 0 && read_day_of_month(word[1]) >= 0) {
        ehc_not_a_date(text, error);
        return ehc_hint(error, "write the day first: 5 January 2026");
    }
    if (count == 2 && read_day_of_month(word[0]) >= 0 && find_month(word[1]) > 0) {
        ehc_not_a_date(text, error);
        return ehc_hint(error, "write the year too, as in 5 January 2026");
    }
    bool done = count == 1   ? read_numbers(text, word[0], &read, error)
                : count == 3 ? read_three_words(text, word, &read, error)
                             : ehc_not_a_date(text, error);
    if (!done || !check_weekday(weekday, read, error))
        return false;
    *day = read;
    return true;
}

/* Words that make a date vague. */
static bool is_vague(const char *word) {
    static const char *const vague[] = {
        "w/c",   "wc",     "w/e",    "week",  "commencing", "approx", "approx.", "approximately", "circa", "c.",
        "about", "around", "before", "after", "by",         "early",  "late",    "mid",           "end",   "start"};
    for (size_t i = 0; i < sizeof vague / sizeof vague[0]; i++)
        if (strcmp(word, vague[i]) == 0)
            return true;
    return false;
}

/* Reports a text that holds a date and more. Always false; `error` keeps what it has if there is no date in the text. */
static bool more_than_a_date(const char *text, const char *plain, struct ehc_error *error) {
    static const size_t lengths[] = {4, 3, 1}; /* words in a date, with and without its weekday */
    struct words words;
    struct ehc_error ignored;
    char quoted[EHC_QUOTE_ROOM], date[EHC_DAY_TEXT];
    ehc_day first = EHC_NO_DAY;
    size_t dates = 0;
    bool vague = false, timed = false;
    if (!split(plain, " \t,;()[]&=", &words))
        return false;
    for (size_t at = 0, step; at < words.count; at += step) {
        step = 1;
        vague = vague || is_vague(words.word[at]);
        timed = timed || (is_digit(words.word[at][0]) && strchr(words.word[at], ':') != NULL);
        for (size_t i = 0; i < sizeof lengths / sizeof lengths[0] && step == 1; i++) {
            ehc_day day;
            if (at + lengths[i] > words.count || !read_words(text, words.word + at, lengths[i], &day, &ignored))
                continue;
            first = dates++ == 0 ? day : first;
            step = lengths[i];
            break;
        }
    }
    if (dates == 0)
        return false;
    ehc_quote(text, quoted);
    if (dates > 1) {
        ehc_fail(error, "%s is not only a date: there are %zu dates in it", quoted, dates);
        return ehc_hint(error, "write only the date that counts");
    }
    ehc_fail(error, "%s is not only a date: there is %s beside %s", quoted, timed ? "a time" : "text",
             ehc_day_format_short(first, date));
    if (vague)
        return ehc_hint(error, "give the one day that the law counts from, or leave it empty if you do not know it");
    return ehc_hint(error, "write only the date, as in %s", ehc_day_format_iso(first, date));
}

bool ehc_day_read(const char *text, ehc_day *day, struct ehc_error *error) {
    char plain[DATE_TEXT_ROOM];
    struct words words;
    if (!ehc_date_to_plain(text, plain, error))
        return false;
    if (!split(plain, " \t,", &words))
        return ehc_not_a_date(text, error);
    if (words.count == 1 && is_day_of_today(words.word[0])) {
        char quoted[EHC_QUOTE_ROOM];
        ehc_fail(error, "%s means another day each time it is read", ehc_quote(text, quoted));
        return ehc_hint(error, "write the date itself, as in 2026-01-05 or 5 January 2026");
    }
    if (read_words(text, words.word, words.count, day, error))
        return true;
    /* The error is then about the weekday: it is not text beside a date. */
    bool has_weekday = find_name(words.word[0], weekday_name, EHC_MONDAY, EHC_SUNDAY) >= 0;
    return has_weekday ? false : more_than_a_date(text, plain, error);
}

bool ehc_span_read(const char *text, struct ehc_span *span, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM], first_text[SPAN_ROOM];
    size_t between;
    const char *first_end = ehc_between_days(text, &between);
    size_t length = first_end != NULL ? (size_t)(first_end - text) : 0;
    if (first_end == NULL || length >= SPAN_ROOM) {
        ehc_fail(error, "%s is not a span of days", ehc_quote(text, quoted));
        return ehc_hint(error, "write both days, as in 2026-07-21..2026-08-31 or 21 July 2026 to 31 August 2026");
    }
    memcpy(first_text, text, length);
    first_text[length] = '\0';
    struct ehc_span read = {EHC_NO_DAY, EHC_NO_DAY};
    if (!ehc_day_read(first_text, &read.first, error) || !ehc_day_read(first_end + between, &read.last, error))
        return false;
    if (read.last < read.first) {
        char first[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
        ehc_fail(error, "%s ends before it starts: %s is before %s", ehc_quote(text, quoted),
                 ehc_day_format_short(read.last, last), ehc_day_format_short(read.first, first));
        return ehc_hint(error, "write the earlier day first");
    }
    *span = read;
    return true;
}
