/* error.h - how the library fills a `struct ehc_error`. */
#ifndef EHC_LIB_ERROR_H
#define EHC_LIB_ERROR_H

#include <ehc/error.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#define EHC_QUOTE_ROOM 96

/* What a user wrote, fit to be shown in a message: in quotes, control characters and broken UTF-8 as '?', cut with "..."
 * where it is long. Gives `out`. */
const char *ehc_quote(const char *text, char out[EHC_QUOTE_ROOM]);

/* Bytes of the UTF-8 character at `text`; 0 where it is not valid UTF-8. */
size_t ehc_utf8_length(const char *text);

/* Whether a character (valid UTF-8) would act on a terminal instead of showing: control characters, and those that change
 * the direction of text. */
bool ehc_is_control(const char *character);

/* Valid UTF-8 without control characters: a name or a reason that can be shown again. */
bool ehc_is_plain(const char *text);

/* Fills the message (file, line and hint are cleared) and gives false, so that a reader can `return ehc_fail(...)`. */
bool ehc_fail(struct ehc_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

bool ehc_vfail(struct ehc_error *error, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

/* Adds the hint; gives false. */
bool ehc_hint(struct ehc_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Memory ran out: the message, the hint, and that it is a fault of the machine. Gives false. */
bool ehc_no_memory(struct ehc_error *error);

#endif
