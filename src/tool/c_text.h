/* c_text.h - prints text as a C string, for the programs that turn data into C tables. */
#ifndef EHC_TOOL_C_TEXT_H
#define EHC_TOOL_C_TEXT_H

#include <ehc/error.h>

/* Prints the text in quotation marks, in ASCII by octal escapes; NULL as NULL. */
void print_text(const char *text);

/* The same as a member of an initializer: " .member = "text",". */
void print_member(const char *member, const char *text);

/* Prints a fault on standard error, with file and line if it has them. Can be used as an ehc_report; ignores the context. */
void print_fault(void *context, const struct ehc_error *error);

#endif
