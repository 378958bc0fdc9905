/* A calendar of anybody's is checked, read as an earlier export and as term dates; closures are in order and do not touch. */
#include "../../src/view/ics.h"
#include "../../src/view/term_dates.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct term_dates dates;
    char *text = as_text(data, size);
    struct ehc_error error;
    size_t events;
    ics_check("fuzz.ics", text, size, &events, take_fault, NULL);
    struct ics_old *old = ics_old_read("fuzz.ics", text, size, &error);
    if (old == NULL)
        take_fault(NULL, &error);
    ics_old_free(old);
    if (term_dates_read(&dates, "fuzz.ics", text, size, &ehc_law_england.holidays, take_fault, NULL))
        for (size_t i = 0; i < dates.count; i++) {
            must(dates.closures[i].span.first <= dates.closures[i].span.last);
            must(i == 0 || dates.closures[i - 1].span.last + 1 < dates.closures[i].span.first);
        }
    free(text);
    return 0;
}
