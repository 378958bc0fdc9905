/* csv.h - files of CSV. */
#ifndef EHC_UTIL_CSV_H
#define EHC_UTIL_CSV_H

#include <stdio.h>

/* Text as a cell of CSV: never a formula, in quotation marks where it needs them. */
void ehc_put_csv_text(FILE *out, const char *text);

#endif
