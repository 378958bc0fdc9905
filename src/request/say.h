/* say.h - prints messages on standard error: "ehc: FILE:LINE: message", and the hint on the next line. */
#ifndef EHC_REQUEST_SAY_H
#define EHC_REQUEST_SAY_H

#include "exit_status.h"
#include <ehc/judgement.h>
#include <stdio.h>

/* Prints an error. Can be used as an ehc_report; ignores `context`. */
void say_error(void *context, const struct ehc_error *error);

/* The same; `context` is an enum exit_status and is set to the status of the worst error. */
void say_and_note(void *context, const struct ehc_error *error);

/* Prints a message in the format of printf(). `hint` may be NULL. */
void say_fault(const char *hint, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Prints "NAME is not WHAT" and suggests the nearest name; if `nearest` is NULL, prints `hint`. */
void say_unknown(const char *name, const char *what, const char *nearest, const char *hint);

/* If people often take the word for an event ("panel") and the law knows it, explains this and gives true; else gives
 * false. */
bool say_mistaken(const struct ehc_law *law, const char *word);

void say_no_memory(void);

/* Writes an error to a file, without "ehc: ". */
void say_error_to(FILE *out, const struct ehc_error *error);

/* EXIT_FILE if a file could not be read or memory ran out, else EXIT_INPUT. */
enum exit_status say_status(const struct ehc_error *error);

/* Prints the missing facts of a case; prints nothing if `quiet`. True if there are any. */
bool say_missing(const struct ehc_judgement *judgement, bool quiet);

/* Prints which dates of these limits (NULL: all) are not firm, and why; prints nothing if `quiet`. Gives EXIT_CANNOT_SAY if
 * there are any. */
enum exit_status say_not_firm(const struct ehc_judgement *judgement, const bool *limits, bool quiet);

#endif
