/* windows_1252.h - text as older Windows programs save it. */
#ifndef EHC_UTIL_WINDOWS_1252_H
#define EHC_UTIL_WINDOWS_1252_H

/* The character of a byte in Windows-1252, as UTF-8; "?" where it has none. Gives `out`. */
const char *ehc_from_windows_1252(unsigned char byte, char out[5]);

#endif
