/* ehc date: adds to dates and counts days, with the counting rules of the law. */
#include "commands.h"
#include "request/output.h"
#include "request/say.h"
#include "util/fail.h"
#include "util/fill.h"
#include "util/plural.h"
#include "view/wrap.h"
#include <ehc/count.h>
#include <ehc/explain.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_ROOM = 256, AMOUNT_MOST = 10000, LABEL = 26 };

struct sum {
    ehc_day day;
    int amount; /* negative: back */
    enum ehc_unit unit;
    bool years;
};

static bool is_amount(const char *word) {
    return (word[0] == '+' || word[0] == '-') && word[1] >= '0' && word[1] <= '9';
}

static bool read_amount(const char *word, struct sum *sum) {
    static const struct {
        const char *name;
        enum ehc_unit unit;
    } units[] = {{"d", EHC_DAYS}, {"w", EHC_WEEKS}, {"m", EHC_MONTHS}, {"y", EHC_MONTHS}, {"wd", EHC_WORKING_DAYS}};
    char *end;
    long amount = strtol(word, &end, 10);
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (strcmp(end, units[i].name) != 0 || amount == 0 || amount > AMOUNT_MOST || amount < -AMOUNT_MOST)
            continue;
        sum->years = strcmp(end, "y") == 0;
        sum->amount = (int)amount * (sum->years ? 12 : 1);
        sum->unit = units[i].unit;
        return true;
    }
    char quoted[EHC_QUOTE_ROOM];
    say_fault("write a sign, a number from 1 to 10,000 and d, w, m, y or wd (working days): +6w",
              "%s is not an amount of time", ehc_quote(word, quoted));
    return false;
}

static struct ehc_period_end count(const struct request *request, const struct sum *sum, enum ehc_count how, bool lenient) {
    struct ehc_period period = {.amount = abs(sum->amount), .unit = sum->unit, .count = how, .lenient = lenient};
    return ehc_count_period(request->law, NULL, period, sum->day);
}

static void write_amount(const struct sum *sum, char *text, size_t room) {
    static const struct {
        const char *one, *many;
    } names[] = {{"day", "days"}, {"week", "weeks"}, {"month", "months"}, {"working day", "working days"}};
    unsigned amount = (unsigned)abs(sum->amount);
    if (sum->years)
        plural_words(amount / 12, "year", "years", text, room);
    else
        plural_words(amount, names[sum->unit].one, names[sum->unit].many, text, room);
}

static enum exit_status not_firm(const struct request *request) {
    char first[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
    say_fault("check it against the bank holidays of that year", "not firm: bank holidays are known from %s to %s only",
              ehc_day_format_short(request->law->holidays.from, first),
              ehc_day_format_short(request->law->holidays.until, last));
    return EXIT_CANNOT_SAY;
}

static void put_line(const struct page *page, const char *label, const char *value) {
    wrap_labelled(page, LABEL, label, value);
}

static void print_json_line(FILE *out, const char *key, ehc_day day, const char *after) {
    char text[EHC_DAY_TEXT];
    if (day == EHC_NO_DAY)
        fprintf(out, "  \"%s\": null%s\n", key, after);
    else
        fprintf(out, "  \"%s\": \"%s\"%s\n", key, ehc_day_format_iso(day, text), after);
}

/* Prints a sum as text, counted in two ways: `first` and `second`. */
static void put_sum(const struct page *page, const struct sum *sum, ehc_day first, ehc_day second, const char *amount) {
    bool back = sum->amount < 0;
    char text[WORDS_ROOM], date[EHC_DAY_TEXT];
    ehc_sentence(text, sizeof text, back ? "{date}, {amount} back" : "{date}, {amount} on", "date",
                 ehc_day_format(sum->day, date), "amount", amount, NULL);
    wrap_text(page, 0, 2, HEADING, text);
    ehc_sentence(text, sizeof text, back ? "{date}  (\"at least {amount} before\")" : "{date}  (\"within {amount} of\")",
                 "date", ehc_day_format(first, date), "amount", amount, NULL);
    put_line(page, back ? "  whole time between" : "  that day not counted", text);
    ehc_sentence(text, sizeof text, back ? "{date}  (a less strict reading)" : "{date}  (\"beginning with the day\")",
                 "date", ehc_day_format(second, date), NULL);
    put_line(page, back ? "  no clear day" : "  that day counted", text);
}

/* Counts in two ways. Forward: without and with the first day. Back: with whole units between, and without a clear day. */
static enum exit_status print_sum(const struct request *request, const struct sum *sum, const struct page *page) {
    bool back = sum->amount < 0;
    struct ehc_period_end first = count(request, sum, back ? EHC_AT_LEAST_BEFORE : EHC_AFTER, false);
    struct ehc_period_end second = count(request, sum, back ? EHC_AT_LEAST_BEFORE : EHC_BEGINNING, back);
    char amount[64];
    if (first.day == EHC_NO_DAY || second.day == EHC_NO_DAY) {
        say_fault("choose a smaller amount", "the sum goes beyond the years 1900 to 2199");
        return EXIT_INPUT;
    }
    write_amount(sum, amount, sizeof amount);
    if (option_is_given(request, OPTION_JSON)) {
        fprintf(page->out, "{\n");
        print_json_line(page->out, "date", sum->day, ",");
        fprintf(page->out, "  \"amount\": \"%s%s\",\n", back ? "-" : "+", amount);
        print_json_line(page->out, back ? "at_least_before" : "after", first.day, ",");
        print_json_line(page->out, back ? "before" : "beginning", second.day, ",");
        fprintf(page->out, "  \"firm\": %s\n}\n", first.firm && second.firm ? "true" : "false");
    } else {
        put_sum(page, sum, first.day, second.day, amount);
    }
    return first.firm && second.firm ? EXIT_DONE : EXIT_CANNOT_SAY;
}

static enum exit_status print_day(const struct request *request, ehc_day day, const struct page *page) {
    const struct ehc_holidays *holidays = &request->law->holidays;
    const struct ehc_working_days calendar = {.holidays = holidays};
    const char *holiday = ehc_holiday_name(holidays, day);
    bool known = day >= holidays->from && day <= holidays->until, working = ehc_is_working_day(&calendar, day);
    /* A weekend is never a working day, even if the bank holidays are not known. */
    bool firm = known || !working;
    char long_date[EHC_DAY_TEXT], iso[EHC_DAY_TEXT], text[WORDS_ROOM];
    ehc_day_format(day, long_date);
    if (option_is_given(request, OPTION_JSON)) {
        fprintf(page->out, "{\n");
        print_json_line(page->out, "date", day, ",");
        fprintf(page->out, "  \"weekday\": \"%s\",\n", ehc_weekday_name(ehc_weekday(day)));
        fprintf(page->out, "  \"working_day\": %s\n}\n", !firm ? "null" : working ? "true" : "false");
    } else {
        ehc_sentence(text, sizeof text,
                     working           ? "{date} ({iso})"
                     : holiday == NULL ? "{date} ({iso}), not a working day"
                                       : "{date} ({iso}), not a working day: {holiday}",
                     "date", long_date, "iso", ehc_day_format_iso(day, iso), "holiday", holiday, NULL);
        wrap_text(page, 0, 2, PLAIN, text);
    }
    return firm ? EXIT_DONE : EXIT_CANNOT_SAY;
}

static enum exit_status print_span(const struct request *request, struct ehc_span span, const struct page *page) {
    bool firm;
    int days = span.last - span.first;
    int working = ehc_working_days_between(&request->law->holidays, span.first, span.last, &firm);
    char text[WORDS_ROOM], first[EHC_DAY_TEXT], last[EHC_DAY_TEXT];
    char all[EHC_WORDS], weeks[WORDS_ROOM], rest[EHC_WORDS];
    if (option_is_given(request, OPTION_JSON)) {
        fprintf(page->out, "{\n");
        print_json_line(page->out, "from", span.first, ",");
        print_json_line(page->out, "to", span.last, ",");
        fprintf(page->out, "  \"days\": %d,\n  \"days_both_counted\": %d,\n  \"working_days\": %d,\n  \"firm\": %s\n}\n",
                days, days + 1, working, firm ? "true" : "false");
    } else {
        snprintf(text, sizeof text, "%s to %s", ehc_day_format(span.first, first), ehc_day_format(span.last, last));
        wrap_text(page, 0, 2, HEADING, text);
        ehc_sentence(text, sizeof text, "{days} ({weeks} and {rest})", "days", ehc_days_words(days, all), "weeks",
                     plural_words(days / 7, "week", "weeks", weeks, sizeof weeks), "rest", ehc_days_words(days % 7, rest),
                     NULL);
        put_line(page, "  first day not counted", text);
        put_line(page, "  both days counted", ehc_days_words(days + 1, all));
        snprintf(text, sizeof text, "%d, the first day not counted", working);
        put_line(page, "  working days", text);
    }
    return firm ? EXIT_DONE : EXIT_CANNOT_SAY;
}

/* The words before the first amount are a date or a span. */
static enum exit_status answer(struct request *request, const struct page *page) {
    char text[WORDS_ROOM], dated[WORDS_ROOM];
    struct sum sum = {.day = EHC_NO_DAY};
    struct ehc_span span;
    struct ehc_error error;
    size_t words = request->word_count, dates = 0;
    while (dates < words && !is_amount(request->words[dates]))
        dates++;
    request->word_count = dates;
    const char *date = request_words(request, 0, text, sizeof text);
    request->word_count = words;
    if (date == NULL || words > dates + 1) {
        say_fault("write it as in 'ehc date 2026-01-05 +6w'",
                  date == NULL ? "the date is missing" : "there is more than one amount");
        return EXIT_USAGE;
    }
    date = request_dates(request, date, dated, sizeof dated);
    bool is_span = ehc_is_span(date);
    if (!(is_span ? ehc_span_read(date, &span, &error) : ehc_day_read(date, &sum.day, &error))) {
        say_error(NULL, &error);
        return EXIT_INPUT;
    }
    if (is_span)
        return print_span(request, span, page);
    if (words == dates)
        return print_day(request, sum.day, page);
    return read_amount(request->words[dates], &sum) ? print_sum(request, &sum, page) : EXIT_INPUT;
}

enum exit_status run_date(struct request *request) {
    struct output output;
    if (!output_begin(&output, request))
        return EXIT_FILE;
    const struct page page = output_page(request, output.stream);
    enum exit_status status = answer(request, &page);
    if (status != EXIT_DONE && status != EXIT_CANNOT_SAY) {
        output_drop(&output);
        return status;
    }
    enum exit_status written = output_finish(&output);
    if (written != EXIT_DONE)
        return written;
    return status == EXIT_CANNOT_SAY ? not_firm(request) : status;
}
