/* c_text.h - text written as a C string, for the programs that turn data into C tables. */
#ifndef EHC_TOOL_C_TEXT_H
#define EHC_TOOL_C_TEXT_H

/* Prints the text in quotation marks, in ASCII by octal escapes; NULL as NULL. */
void print_text(const char *text);

/* The same as the member of an initializer: " .member = "text",". */
void print_member(const char *member, const char *text);

#endif
