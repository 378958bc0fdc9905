/* caseload_to_c.h - prints the data of a law for caseloads as C tables. */
#ifndef EHC_TOOL_CASELOAD_TO_C_H
#define EHC_TOOL_CASELOAD_TO_C_H

#include <ehc/measures.h>

/* Print the tables, which must come before the law, and the member of the law that uses them. */
void print_caseload_tables(const struct ehc_caseload *caseload);
void print_caseload(const struct ehc_caseload *caseload);

#endif
