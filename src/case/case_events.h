/* case_events.h - for the reader of case files. */
#ifndef EHC_CASE_CASE_EVENTS_H
#define EHC_CASE_CASE_EVENTS_H

#include <ehc/case.h>

/* Does the same as ehc_case_add_event(), and keeps the line of the case file. */
bool ehc_case_add_event_at(const struct ehc_law *law, struct ehc_case *facts, const char *id, const char *dates,
                           unsigned line, struct ehc_error *error);

#endif
