/* say.h - what is said on standard error: "ehc: FILE:LINE: message", and below it what to write instead. */
#ifndef EHC_REQUEST_SAY_H
#define EHC_REQUEST_SAY_H

#include "exit_status.h"
#include <ehc/judgement.h>
#include <stdio.h>

/* Says an error. Fits ehc_report; `context` is not looked at. */
void say_error(void *context, const struct ehc_error *error);

/* The same; `context` is an enum exit_status, which becomes the status of the worst error. */
void say_and_note(void *context, const struct ehc_error *error);

/* Says what is wrong, in the words of printf(). `hint` may be NULL. */
void say_fault(const char *hint, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* "NAME is not WHAT", with the nearest name there is; where `nearest` is NULL, with `hint`. */
void say_unknown(const char *name, const char *what, const char *nearest, const char *hint);

/* Where the law knows the word as one that people take for an event ("panel"), says what it is not; else gives false. */
bool say_mistaken(const struct ehc_law *law, const char *word);

void say_no_memory(void);

/* Writes an error to a file, without "ehc: ". */
void say_error_to(FILE *out, const struct ehc_error *error);

/* EXIT_FILE where a file could not be read or memory ran out, else EXIT_INPUT. */
enum exit_status say_status(const struct ehc_error *error);

/* Says on standard error which facts of a case are missing; whether there are any. */
bool say_missing(const struct ehc_judgement *judgement);

/* Says which dates of these limits (NULL: all) are not firm, and why: 4 where there is one. */
enum exit_status say_not_firm(const struct ehc_judgement *judgement, const bool *limits);

#endif
