/* fail.h - fills a `struct ehc_error`. Functions that fill the message or the hint give false, so that a caller can return
 * the result. */
#ifndef EHC_UTIL_FAIL_H
#define EHC_UTIL_FAIL_H

#include "shown.h"
#include <ehc/error.h>
#include <stdarg.h>

#define EHC_QUOTE_ROOM 96

/* Text of a user for a message: in quotes, made safe to show, and cut with "..." if it is long. Gives `out`. */
const char *ehc_quote(const char *text, char out[EHC_QUOTE_ROOM]);

/* Fills the message and clears file, line and hint. Gives false. */
bool ehc_fail(struct ehc_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

bool ehc_vfail(struct ehc_error *error, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

/* Adds the hint. Gives false. */
bool ehc_hint(struct ehc_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

enum { EHC_HINT_ROOM = 160 }; /* as in struct ehc_error */

/* Writes "did you mean 'NAME'?" into `hint` and gives it. If `name` is NULL (no name is near), gives `otherwise`, which
 * may be NULL. */
const char *ehc_did_you_mean(const char *name, const char *otherwise, char hint[EHC_HINT_ROOM]);

/* The same with other marks around the name, such as "[" and "]". */
const char *ehc_did_you_mean_marked(const char *before, const char *name, const char *after, const char *otherwise,
                                    char hint[EHC_HINT_ROOM]);

/* Adds a name to the hint "use one of: a, b". Begin with "" in `hint`. */
void ehc_add_choice(char hint[EHC_HINT_ROOM], const char *name);

/* Fails with "'ID' is not WHAT". The hint is the nearest name, or `otherwise`. Gives false. */
bool ehc_fail_unknown(struct ehc_error *error, const char *id, const char *what, const char *nearest, const char *otherwise);

/* True if every character of the text is safe to show (shown.h) or is in `but`. Else false, and the error names the first
 * one that is not. */
bool ehc_check_plain(const char *text, const char *but, struct ehc_error *error);

/* The hint where a file is not UTF-8. */
extern const char ehc_hint_utf8[];

/* Fails because the path of a file in a folder is too long. Gives false. */
bool ehc_fail_folder_name(struct ehc_error *error);

/* Fails because memory ran out: fills message, hint and `of_machine`. Gives false. */
bool ehc_no_memory(struct ehc_error *error);

#endif
