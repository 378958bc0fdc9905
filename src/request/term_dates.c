/* --term-dates: the closures of a school's calendar file, added to the case and shown. */
#include "calendar/term_dates.h"
#include "output.h"
#include "say.h"
#include "util/fail.h"
#include "view/wrap.h"
#include <stdlib.h>
#include <string.h>

enum { CALENDAR_MOST = 4 * 1024 * 1024, FILES_MOST = 8 };

/* What was taken as a closure, so that a wrong guess is seen. */
static void show_closures(const char *file, const struct term_dates *dates) {
    const struct page page = {.out = stderr, .width = 80};
    char text[EHC_WORDS], first[EHC_DAY_TEXT], last[EHC_DAY_TEXT], days[EHC_WORDS];
    snprintf(text, sizeof text, "Closed, as read from %.900s:", file);
    wrap_text(&page, 0, 2, PLAIN, text);
    for (size_t i = 0; i < dates->count; i++) {
        const struct term_dates_closure *closure = &dates->closures[i];
        int count = closure->span.last - closure->span.first + 1;
        if (count == 1)
            snprintf(text, sizeof text, "%s%s%s", ehc_day_format(closure->span.first, first),
                     closure->name[0] != '\0' ? ": " : "", closure->name);
        else
            snprintf(text, sizeof text, "%s to %s, %.20s%s%s", ehc_day_format(closure->span.first, first),
                     ehc_day_format(closure->span.last, last), ehc_days_words(count, days),
                     closure->name[0] != '\0' ? ": " : "", closure->name[0] != '\0' ? closure->name : ", between terms");
        wrap_text(&page, 2, 4, PLAIN, text);
    }
    if (dates->passed_over > 0) {
        snprintf(text, sizeof text, "Not taken as closed: %zu other event%s, such as '%s'.", dates->passed_over,
                 dates->passed_over == 1 ? "" : "s", dates->passed_name);
        wrap_text(&page, 2, 4, PLAIN, text);
    }
    fputc('\n', stderr);
}

static enum exit_status load_file(struct request *request, const char *file, struct term_dates *dates) {
    enum exit_status status = EXIT_DONE;
    size_t length;
    struct ehc_error error;
    char *text = output_read_file(file, CALENDAR_MOST, "a calendar of term dates is smaller than 4 MB", &length, &status);
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
    static struct term_dates dates[FILES_MOST]; /* the case borrows the names */
    size_t count = 0;
    for (size_t i = 0; i < request->given_count; i++) {
        if (request->given[i].option != OPTION_TERM_DATES)
            continue;
        if (count == FILES_MOST) {
            say_fault("put them into one file", "there are more than %d files of term dates", FILES_MOST);
            return EXIT_INPUT;
        }
        enum exit_status status = load_file(request, request->given[i].value, &dates[count++]);
        if (status != EXIT_DONE)
            return status;
    }
    return EXIT_DONE;
}
