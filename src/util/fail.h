/* fail.h - how the library fills a `struct ehc_error`. */
#ifndef EHC_UTIL_FAIL_H
#define EHC_UTIL_FAIL_H

#include "shown.h"
#include <ehc/error.h>
#include <stdarg.h>

#define EHC_QUOTE_ROOM 96

/* What a user wrote, as it is shown in a message: in quotes, cut with "..." where it is long. Gives `out`. */
const char *ehc_quote(const char *text, char out[EHC_QUOTE_ROOM]);

/* Fills the message (file, line and hint are cleared) and gives false, so that a reader can `return ehc_fail(...)`. */
bool ehc_fail(struct ehc_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

bool ehc_vfail(struct ehc_error *error, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

/* Adds the hint; gives false. */
bool ehc_hint(struct ehc_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

enum { EHC_HINT_ROOM = 160 }; /* as in struct ehc_error */

/* "did you mean 'NAME'?", in `hint`; where no name is near (NULL), `otherwise`, which may be NULL. */
const char *ehc_did_you_mean(const char *name, const char *otherwise, char hint[EHC_HINT_ROOM]);

/* The same with other marks around the name: "[" and "]". */
const char *ehc_did_you_mean_marked(const char *before, const char *name, const char *after, const char *otherwise,
                                    char hint[EHC_HINT_ROOM]);

/* "'ID' is not WHAT", and the nearest name or `otherwise` as the hint. Gives false. */
bool ehc_fail_unknown(struct ehc_error *error, const char *id, const char *what, const char *nearest, const char *otherwise);

/* True where all of a text is shown as it is, or is of `but`; else the message names what is not. */
bool ehc_check_plain(const char *text, const char *but, struct ehc_error *error);

/* Memory ran out: the message, the hint, and that it is a fault of the machine. Gives false. */
bool ehc_no_memory(struct ehc_error *error);

#endif
