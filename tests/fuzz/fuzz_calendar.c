/* Any calendar is checked and read as term dates. The closures are in order and do not touch. */
#include "calendar/calendar.h"
#include "calendar/term_dates.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct term_dates dates, again;
    char *text = as_text(data, size);
    size_t events;
    ics_check("fuzz.ics", text, size, &events, take_fault, NULL);
    if (term_dates_read(&dates, "fuzz.ics", text, size, &ehc_law_england.holidays, take_fault, NULL)) {
        for (size_t i = 0; i < dates.count; i++) {
            must(dates.closures[i].span.first <= dates.closures[i].span.last);
            must(i == 0 || dates.closures[i - 1].span.last + 1 < dates.closures[i].span.first);
            must_be_plain(dates.closures[i].name, false);
        }
        must_be_plain(dates.passed_name, false);
        must(term_dates_read(&again, "fuzz.ics", text, size, &ehc_law_england.holidays, take_fault, NULL));
        must(again.count == dates.count && again.passed_over == dates.passed_over);
    }
    free(text);
    return 0;
}
