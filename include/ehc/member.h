/* member.h - for programs that have none of C's structs (Python's ctypes, say): how much room one takes, and what stands in
 * it, by name.
 *
 * Such a program gets pointers, passes them on, and asks with these for texts, days and numbers. The names are those of the
 * JSON that ehc prints, where it has the same thing. A name that is not listed here gives NULL, EHC_NO_DAY or -1. Texts are
 * borrowed from what they stand in, and NULL where there is none. Nothing here allocates.
 */
#ifndef EHC_MEMBER_H
#define EHC_MEMBER_H

#include <ehc/judgement.h>

EHC_EXTERN_BEGIN

/* The bytes that a "case" or an "error" takes: room for ehc_case_init(), and for a function that fills an error, aligned as
 * malloc() aligns. 0 for another name. */
size_t ehc_size_of(const char *name);

/* &ehc_law_england, for a program that can call a function and not take an address. */
const struct ehc_law *ehc_england(void);

/* "message", "hint", "file". */
const char *ehc_error_text(const struct ehc_error *error, const char *name);

/* 0 where no line is concerned. */
unsigned ehc_error_line(const struct ehc_error *error);

/* "reference", "authority", "setting". */
const char *ehc_case_text(const struct ehc_case *facts, const char *name);

/* How many "deadlines" or "options" there are; and "result": an enum ehc_result. */
int ehc_judgement_number(const struct ehc_judgement *judgement, const char *name);

/* These give NULL where `index`, from 0, is that of none. */
const struct ehc_judged *ehc_judgement_deadline(const struct ehc_judgement *judgement, size_t index);
const struct ehc_option *ehc_judgement_option(const struct ehc_judgement *judgement, size_t index);

/* The first step to come of somebody other than the family; NULL. */
const struct ehc_judged *ehc_judgement_next(const struct ehc_judgement *judgement);

/* "limit", "title", "short", "who", "basis", "provision", "url", "status", "if_late". */
const char *ehc_judged_text(const struct ehc_judged *judged, const char *name);

/* "trigger", "due", "earliest", "latest", "last" (that people are told), "act", "with_exception",
 * "with_exception_if". */
ehc_day ehc_judged_day(const struct ehc_judged *judged, const char *name);

/* "days" (-1 where the JSON has null), how many "exceptions"; 0 or 1: "projected", "started", "done", "open", "past",
 * "late", "disputed". */
int ehc_judged_number(const struct ehc_judged *judged, const char *name);

/* For the functions of explain.h. An exception is NULL where `index`, from 0, is that of none. */
const struct ehc_deadline *ehc_judged_deadline(const struct ehc_judged *judged);
const struct ehc_exception *ehc_judged_exception(const struct ehc_judged *judged, size_t index);

/* 1: it fits; 0: it does not; -1: that cannot be said. ehc_exception_words() says why. */
int ehc_exception_fits(const struct ehc_exception *exception);

/* "limit", "title", "short", and "words": what to do. */
const char *ehc_option_text(const struct ehc_option *option, const char *name);

/* "last", "from_delay". */
ehc_day ehc_option_day(const struct ehc_option *option, const char *name);

EHC_EXTERN_END

#endif
