/* hints.h - hints that several messages about a case share. */
#ifndef EHC_CASE_HINTS_H
#define EHC_CASE_HINTS_H

extern const char ehc_hint_leave_out[]; /* there is no room for more of these */
extern const char ehc_hint_old_years[]; /* an event has too many days */
extern const char ehc_hint_events[];    /* there is no such event */
extern const char ehc_hint_advisers[];  /* there is no such adviser */
extern const char ehc_hint_round[];     /* it names no round */

#endif
