#include "ics.h"
size_t ics_check(const char *file, const char *text, size_t length, size_t *events, ehc_report *report, void *context) {
    (void)file, (void)text, (void)length, (void)report, (void)context;
    *events = 0;
    return 0;
}
