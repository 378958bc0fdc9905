/* member.h - access to the structs by name, for languages that cannot read C structs, such as Python's ctypes.
 *
 * Such a program gets pointers, passes them on, and asks these functions for texts, days and numbers. The names are those of
 * the JSON that ehc prints, if the JSON has the value. A name that is not listed here gives NULL, EHC_NO_DAY or -1. A text
 * is borrowed from its struct; NULL if there is none. Nothing here allocates.
 */
#ifndef EHC_MEMBER_H
#define EHC_MEMBER_H

#include <ehc/judgement.h>

EHC_EXTERN_BEGIN

/* The size in bytes of a "case" or an "error", for the room that ehc_case_init() or a function with an error needs. Align
 * the room as malloc() does. 0 for another name. */
size_t ehc_size_of(const char *name);

/* &ehc_law_england, for languages that can call a function but cannot take an address. */
const struct ehc_law *ehc_england(void);

/* "message", "hint", "file". */
const char *ehc_error_text(const struct ehc_error *error, const char *name);

/* 0 if the error is not about a line. */
unsigned ehc_error_line(const struct ehc_error *error);

/* "reference", "authority", "setting". */
const char *ehc_case_text(const struct ehc_case *facts, const char *name);

/* The number of "deadlines" or "options"; "result": an enum ehc_result. */
int ehc_judgement_number(const struct ehc_judgement *judgement, const char *name);

/* `index` starts from 0; NULL if it is too large. */
const struct ehc_judged *ehc_judgement_deadline(const struct ehc_judgement *judgement, size_t index);
const struct ehc_option *ehc_judgement_option(const struct ehc_judgement *judgement, size_t index);

/* The next step of somebody other than the family; NULL if there is none. */
const struct ehc_judged *ehc_judgement_next(const struct ehc_judgement *judgement);

/* "limit", "title", "short", "who", "basis", "provision", "url", "status", "if_late". */
const char *ehc_judged_text(const struct ehc_judged *judged, const char *name);

/* "trigger", "due", "earliest", "latest", "last" (the one to show), "act", "with_exception", "with_exception_if". */
ehc_day ehc_judged_day(const struct ehc_judged *judged, const char *name);

/* "days" (-1 if the JSON has null), the number of "exceptions"; 0 or 1: "projected", "started", "done", "open", "past",
 * "late", "disputed". */
int ehc_judged_number(const struct ehc_judged *judged, const char *name);

/* For the functions of explain.h. `index` starts from 0; NULL if it is too large. */
const struct ehc_deadline *ehc_judged_deadline(const struct ehc_judged *judged);
const struct ehc_exception *ehc_judged_exception(const struct ehc_judged *judged, size_t index);

/* 1: it fits; 0: it does not fit; -1: cannot say. ehc_exception_words() says why. */
int ehc_exception_fits(const struct ehc_exception *exception);

/* "limit", "title", "short", and "words": what to do. */
const char *ehc_option_text(const struct ehc_option *option, const char *name);

/* "last", "from_delay". */
ehc_day ehc_option_day(const struct ehc_option *option, const char *name);

EHC_EXTERN_END

#endif
