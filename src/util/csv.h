/* csv.h - writes CSV. */
#ifndef EHC_UTIL_CSV_H
#define EHC_UTIL_CSV_H

#include <stdio.h>

/* Writes text as one cell of CSV: in quotation marks if it needs them, and never as a formula. */
void ehc_put_csv_text(FILE *out, const char *text);

#endif
