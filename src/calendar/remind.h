/* remind.h - reads the reminders that a user asks for. */
#ifndef EHC_CALENDAR_REMIND_H
#define EHC_CALENDAR_REMIND_H

#include "calendar.h"

/* Reads "14d,7d,1d@09:00": days (d) or weeks (w) before the last day, separated by commas. A time is for its own reminder
 * and for those before it that have none; the default is 09:00. */
bool ics_read_reminders(const char *text, struct ics_reminder reminders[ICS_REMINDERS_MAX], size_t *count,
                        struct ehc_error *error);

#endif
