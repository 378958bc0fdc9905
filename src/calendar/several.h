/* several.h - makes or updates one calendar of several cases. Each case has the same UIDs as in a calendar of its own. */
#ifndef EHC_CALENDAR_SEVERAL_H
#define EHC_CALENDAR_SEVERAL_H

#include "calendar.h"

struct ics_several;

/* Begins a calendar. `old` (may be NULL) is borrowed until the end. Gives NULL, and `error`, on a fault. */
struct ics_several *ics_several_new(const struct ics_earlier *old, struct ehc_error *error);

/* Adds a case; `chosen` of the options belongs to it. False, and `error`, if its UIDs would be those of an earlier case, or
 * if there is not enough memory. */
bool ics_several_add(struct ics_several *several, const struct ehc_judgement *judgement, const struct ics_options *options,
                     struct ehc_error *error);

/* The counts of all events. Events of cases that were not added count as others. */
struct ics_counts ics_several_counts(const struct ics_several *several);

/* The whole calendar, to be freed with ics_free(); NULL: not enough memory. `name` is for a new calendar; an earlier one
 * keeps its name. */
struct ics_calendar *ics_several_finish(struct ics_several *several, const char *name);
void ics_several_free(struct ics_several *several);

#endif
