/* date_text.h - what people type for a date, in the characters of a keyboard. For the files of this room alone. */
#ifndef EHC_LIB_DATE_TEXT_H
#define EHC_LIB_DATE_TEXT_H

#include <ehc/error.h>
#include <stddef.h>

enum { DATE_TEXT_ROOM = 81 };

/* Copies a date with plain blanks, hyphens, slashes and apostrophes, without the marks that only stand around it. A
 * spreadsheet or a letter writes others, which can mean nothing else. False, and `error`, where it holds a character that no
 * date has, or is too long. */
bool ehc_date_to_plain(const char *text, char out[DATE_TEXT_ROOM], struct ehc_error *error);

/* "'X' is not a date", and how to write one. Gives false. */
bool ehc_not_a_date(const char *text, struct ehc_error *error);

/* What stands between the two days of a span, "..", "to" or "until", a dash; NULL where nothing does. */
const char *ehc_between_days(const char *text, size_t *length);

#endif
