/* windows_1252.h - reads text that older Windows programs saved. */
#ifndef EHC_UTIL_WINDOWS_1252_H
#define EHC_UTIL_WINDOWS_1252_H

/* The character of a byte in Windows-1252, as UTF-8; "?" if the byte has none. Gives `out`. */
const char *ehc_from_windows_1252(unsigned char byte, char out[5]);

#endif
