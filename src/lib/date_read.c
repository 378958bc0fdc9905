#include "util/fail.h"
#include <ehc/date.h>
#include <ehc/nearest.h>
#include <stdio.h>
#include <string.h>

/* How a date is read: the text is cut into at most five words, and each written form is tried on them. All tests of
 * characters are for ASCII, so that the locale does not matter. */
enum { WORDS_MOST = 5, WORD_ROOM = 24, TEXT_MOST = 80 };

struct words {
    char word[WORDS_MOST][WORD_ROOM]; /* lower case */
    size_t count;
};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_space(char c) {
    return c == ' ' || c == '\t';
}

static bool split(const char *text, struct words *words) {
    words->count = 0;
    for (;;) {
        while (is_space(*text) || *text == ',')
            text++;
        if (*text == '\0')
            return words->count > 0;
        if (words->count == WORDS_MOST)
            return false;
        size_t length = 0;
        for (; *text != '\0' && !is_space(*text) && *text != ','; text++) {
            if (length + 1 == WORD_ROOM)
                return false;
            char c = *text;
            words->word[words->count][length++] = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
        }
        words->word[words->count++][length] = '\0';
    }
}

/* Reads up to four digits; gives how many there were, 0 where there were none or more. */
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

/* "5", "5th": the day of the month; -1 where the word is something else. */
static int read_day_of_month(const char *word) {
    int day;
    int digits = read_digits(&word, &day);
    if (digits == 0 || digits > 2)
        return -1;
    bool ordinal = strcmp(word, "st") == 0 || strcmp(word, "nd") == 0 || strcmp(word, "rd") == 0 || strcmp(word, "th") == 0;
    return *word == '\0' || ordinal ? day : -1;
}

static bool not_a_date(const char *text, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    ehc_fail(error, "%s is not a date", ehc_quote(text, quoted));
    return ehc_hint(error, "write it as 2026-01-05, 5/1/2026 or 5 January 2026");
}

/* Checks what was read: `year_digits` is how many digits the year was written with. */
static bool finish(const char *text, struct ehc_ymd ymd, int year_digits, ehc_day *day, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    if (year_digits != 4) {
        ehc_quote(text, quoted);
        ehc_fail(error, "%.*s: write the year in full", (int)strlen(quoted) - 2, quoted + 1);
        return ehc_hint(error, "with four digits, as in 5/1/2026");
    }
    if (ymd.month < 1 || ymd.month > 12) {
        ehc_fail(error, "%s: there is no month %d", ehc_quote(text, quoted), ymd.month);
        return ehc_hint(error, "write the day first, then the month: 5 January 2026 is 5/1/2026");
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

/* 2026-01-05, 5/1/2026, 5.1.2026, 5-1-2026 */
static bool read_numbers(const char *text, const char *word, ehc_day *day, struct ehc_error *error) {
    int number[3], digits[3];
    char separator = '\0';
    for (int i = 0; i < 3; i++) {
        digits[i] = read_digits(&word, &number[i]);
        if (digits[i] == 0)
            return not_a_date(text, error);
        if (i == 2)
            break;
        if ((*word != '-' && *word != '/' && *word != '.') || (i == 1 && *word != separator))
            return not_a_date(text, error);
        separator = *word++;
    }
    if (*word != '\0' || digits[1] > 2)
        return not_a_date(text, error);
    if (digits[0] == 4 && separator == '-' && digits[2] <= 2)
        return finish(text, (struct ehc_ymd){number[0], number[1], number[2]}, 4, day, error);
    if (digits[0] > 2)
        return not_a_date(text, error);
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

/* "March 2026" is all that some people know: says which of its days is safe. */
static bool only_a_month(const char *text, int month, int year, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    const char *name = ehc_month_name(month);
    ehc_fail(error, "%s: the day is missing", ehc_quote(text, quoted));
    return ehc_hint(
        error,
        "where another's time runs from it take %d %s %d, else 1 %s %d: so nothing is called late too soon, and no "
        "day of yours is too late",
        ehc_days_in_month(year, month), name, year, name, year);
}

/* "3 Febuary 2026", with its words: the month that is meant. */
static bool not_a_month(const char *text, char (*word)[WORD_ROOM], struct ehc_error *error) {
    struct ehc_nearest nearest = {.word = word[1]};
    not_a_date(text, error);
    for (int month = 1; month <= 12; month++)
        ehc_nearest_offer(&nearest, ehc_month_name(month));
    return nearest.name != NULL ? ehc_hint(error, "did you mean %s %s %s?", word[0], nearest.name, word[2]) : false;
}

static bool is_day_of_today(const char *word) {
    return strcmp(word, "today") == 0 || strcmp(word, "yesterday") == 0 || strcmp(word, "tomorrow") == 0;
}

bool ehc_day_read(const char *text, ehc_day *day, struct ehc_error *error) {
    struct words words;
    if (strlen(text) > TEXT_MOST || !split(text, &words))
        return not_a_date(text, error);
    if (words.count == 1 && is_day_of_today(words.word[0])) {
        char quoted[EHC_QUOTE_ROOM];
        ehc_fail(error, "%s is another day each time it is read", ehc_quote(text, quoted));
        return ehc_hint(error, "write the date itself, as in 2026-01-05 or 5 January 2026");
    }
    int weekday = find_name(words.word[0], weekday_name, EHC_MONDAY, EHC_SUNDAY);
    char(*word)[WORD_ROOM] = words.word + (weekday >= 0);
    size_t count = words.count - (weekday >= 0);
    ehc_day read = EHC_NO_DAY;
    int year;

    if (count == 2 && find_month(word[0]) > 0 && read_year(word[1], &year)) {
        return only_a_month(text, find_month(word[0]), year, error);
    } else if (count == 1) {
        if (!read_numbers(text, word[0], &read, error))
            return false;
    } else if (count >= 2 && find_month(word[0]) > 0 && read_day_of_month(word[1]) >= 0) {
        not_a_date(text, error);
        return ehc_hint(error, "write the day first: 5 January 2026");
    } else if (count == 2 && read_day_of_month(word[0]) >= 0 && find_month(word[1]) > 0) {
        not_a_date(text, error);
        return ehc_hint(error, "write the year too, as in 5 January 2026");
    } else if (count == 3) {
        struct ehc_ymd ymd = {.month = find_month(word[1]), .day = read_day_of_month(word[0])};
        const char *written = word[2];
        int digits = read_digits(&written, &ymd.year);
        if (ymd.day < 0 || digits == 0 || *written != '\0')
            return not_a_date(text, error);
        if (ymd.month < 0)
            return not_a_month(text, word, error);
        if (!finish(text, ymd, digits, &read, error))
            return false;
    } else {
        return not_a_date(text, error);
    }
    if (!check_weekday(weekday, read, error))
        return false;
    *day = read;
    return true;
}

/* What stands between the two days of a span: ".." or " to "; NULL where neither does. */
static const char *between_days(const char *text, size_t *length) {
    static const char *const betweens[] = {"..", " to "};
    for (size_t i = 0; i < sizeof betweens / sizeof betweens[0]; i++) {
        const char *found = strstr(text, betweens[i]);
        *length = strlen(betweens[i]);
        if (found != NULL)
            return found;
    }
    return NULL;
}

bool ehc_span_read(const char *text, struct ehc_span *span, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM], first_text[TEXT_MOST + 1];
    size_t between;
    const char *first_end = between_days(text, &between);
    size_t length = first_end != NULL ? (size_t)(first_end - text) : 0;
    if (first_end == NULL || length > TEXT_MOST) {
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
