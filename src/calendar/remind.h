/* remind.h - when to remind, as a user writes it. */
#ifndef EHC_CALENDAR_REMIND_H
#define EHC_CALENDAR_REMIND_H

#include "calendar.h"

/* Reads "14d,7d,1d@09:00": days (d) or weeks (w) before the last day, parted by commas. A time belongs to what it stands
 * beside, and to those before it that have none; without a time it is 09:00. */
bool ics_read_reminders(const char *text, struct ics_reminder reminders[ICS_REMINDERS_MAX], size_t *count,
                        struct ehc_error *error);

#endif
