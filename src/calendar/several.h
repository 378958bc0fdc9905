/* several.h - one calendar of several cases, new or in place of an earlier one. Each case has the UIDs that it has in a
 * calendar of its own. */
#ifndef EHC_CALENDAR_SEVERAL_H
#define EHC_CALENDAR_SEVERAL_H

#include "calendar.h"

struct ics_several;

/* Begins one. `old` (may be NULL) stays as it is until the end. NULL, and `error`, where that cannot be. */
struct ics_several *ics_several_new(const struct ics_earlier *old, struct ehc_error *error);

/* Adds a case; the options' `chosen` are of it. False, and `error`, where its events cannot be told from those of a case
 * before it, or memory ran out. */
bool ics_several_add(struct ics_several *several, const struct ehc_judgement *judgement, const struct ics_options *options,
                     struct ehc_error *error);

/* What became of all events. Those of cases that were not added count as others. */
struct ics_counts ics_several_counts(const struct ics_several *several);

/* The whole, to be freed with ics_free(); NULL where memory ran out. `name` is that of a new calendar; an earlier one keeps
 * its own. */
struct ics_calendar *ics_several_finish(struct ics_several *several, const char *name);
void ics_several_free(struct ics_several *several);

#endif
