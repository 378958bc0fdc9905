/* ical_load.h - libical, loaded when a calendar is written or read and not before.
 *
 * libical brings in ICU, which takes three times as long to load as the whole of a timeline takes to work out; most runs
 * write no calendar. So ical_load.c holds a function of the same name for each one of libical that is used, which finds the
 * real one when it is first called. `make ICAL_SONAME=` links libical in the ordinary way instead.
 */
#ifndef EHC_CALENDAR_ICAL_LOAD_H
#define EHC_CALENDAR_ICAL_LOAD_H

#include <libical/ical.h>
#include <stdbool.h>

/* False where libical cannot be loaded; to be called before any of its functions. */
bool ical_load(void);

#endif
