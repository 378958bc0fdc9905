#include "hints.h"

const char ehc_hint_leave_out[] = "leave out those that no longer matter";
const char ehc_hint_old_years[] = "leave out years that no longer matter";
const char ehc_hint_events[] = "'ehc limits --events' lists the events";
const char ehc_hint_advisers[] = "use school, early-years, psychologist, health, social-care or other";
const char ehc_hint_round[] = "write the number of a round, or the day from which it runs";
