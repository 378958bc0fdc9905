/* date_text.h - dates as people type them, in keyboard characters. Only for the files of this room. */
#ifndef EHC_LIB_DATE_TEXT_H
#define EHC_LIB_DATE_TEXT_H

#include <ehc/error.h>
#include <stddef.h>

enum { DATE_TEXT_ROOM = 81 };

/* Copies a date and replaces the blanks, hyphens, slashes and apostrophes of spreadsheets and letters by those of a
 * keyboard; marks around the date are left out. False, with `error`, if it holds a character that no date has, or is too
 * long. */
bool ehc_date_to_plain(const char *text, char out[DATE_TEXT_ROOM], struct ehc_error *error);

/* Fills `error`: "'X' is not a date", and how to write one. Always false. */
bool ehc_not_a_date(const char *text, struct ehc_error *error);

/* The separator between the two days of a span ("..", "to", "until", a dash) and its length; NULL if there is none. */
const char *ehc_between_days(const char *text, size_t *length);

#endif
