/* A date that is accepted prints, in each form, as one that reads as itself. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *text = as_text(data, size), printed[EHC_DAY_TEXT];
    struct ehc_error error;
    struct ehc_span span;
    ehc_day day, again;
    if (ehc_day_read(text, &day, &error)) {
        must(day >= EHC_DAY_MIN && day <= EHC_DAY_MAX);
        must(ehc_day_read(ehc_day_format(day, printed), &again, &error) && again == day);
        must(ehc_day_read(ehc_day_format_short(day, printed), &again, &error) && again == day);
        must(ehc_day_read(ehc_day_format_iso(day, printed), &again, &error) && again == day);
    } else {
        take_fault(NULL, &error);
    }
    if (ehc_span_read(text, &span, &error))
        must(span.first <= span.last);
    else
        take_fault(NULL, &error);
    free(text);
    return 0;
}
