/* --term-dates: adds the closures of the calendar file of a school to the case, and shows them. */
#include "calendar/term_dates.h"
#include "output.h"
#include "say.h"
#include "util/fail.h"
#include "util/fill.h"
#include "util/plural.h"
#include "view/wrap.h"
#include <stdlib.h>
#include <string.h>

enum { CALENDAR_MOST = 4 * 1024 * 1024, FILES_MOST = 8 };

/* Shows the closures that were read, so that a wrong guess is noticed. */
static void show_closures(const char *file, const struct term_dates *dates) {
    const struct page page = {.out = stderr, .width = 80};
    char text[EHC_WORDS], first[EHC_DAY_TEXT], last[EHC_DAY_TEXT], days[EHC_WORDS];
    snprintf(text, sizeof text, "Closed, according to %.900s:", file);
    wrap_text(&page, 0, 2, PLAIN, text);
    for (size_t i = 0; i < dates->count; i++) {
        const struct term_dates_closure *closure = &dates->closures[i];
        int count = closure->span.last - closure->span.first + 1;
        bool named = closure->name[0] != '\0';
        const char *sentence = count == 1 ? (named ? "{first}: {name}" : "{first}")
                               : named    ? "{first} to {last}, {days}: {name}"
                                          : "{first} to {last}, {days}, between terms";
        ehc_sentence(text, sizeof text, sentence, "first", ehc_day_format(closure->span.first, first), "last",
                     ehc_day_format(closure->span.last, last), "days", ehc_days_words(count, days), "name", closure->name,
                     NULL);
        wrap_text(&page, 2, 4, PLAIN, text);
    }
    if (dates->passed_over > 0) {
        ehc_sentence(text, sizeof text, "Not taken as closed: {events}, such as '{name}'.", "events",
                     plural_words((long long)dates->passed_over, "other event", "other events", days, sizeof days), "name",
                     dates->passed_name, NULL);
        wrap_text(&page, 2, 4, PLAIN, text);
    }
    fputc('\n', stderr);
}

static enum exit_status load_file(struct request *request, const char *file, struct term_dates *dates) {
    enum exit_status status = EXIT_DONE;
    size_t length;
    struct ehc_error error;
    char *text =
        output_read_file(file, CALENDAR_MOST, "use a calendar of term dates that is smaller than 4 MB", &length, &status);
    if (text == NULL)
        return status;
    bool read = term_dates_read(dates, file, text, length, &request->law->holidays, say_and_note, &status);
    free(text);
    if (!read)
        return status;
    for (size_t i = 0; i < dates->count; i++) {
        const struct ehc_closure closure = {
            .span = dates->closures[i].span, .name = dates->closures[i].name, .is_unclaimed = true};
        if (ehc_case_add_closure(&request->facts, closure, &error))
            continue;
        error.file = file;
        say_error(NULL, &error);
        return EXIT_INPUT;
    }
    show_closures(file, dates);
    return EXIT_DONE;
}

enum exit_status request_load_term_dates(struct request *request) {
    static struct term_dates dates[FILES_MOST]; /* static: the case borrows the names */
    size_t count = 0;
    for (size_t i = 0; i < request->given_count; i++) {
        if (request->given[i].option != OPTION_TERM_DATES)
            continue;
        if (count == FILES_MOST) {
            say_fault("put the term dates into one file", "there are more than %d files of term dates", FILES_MOST);
            return EXIT_INPUT;
        }
        enum exit_status status = load_file(request, request->given[i].value, &dates[count++]);
        if (status != EXIT_DONE)
            return status;
    }
    return EXIT_DONE;
}
