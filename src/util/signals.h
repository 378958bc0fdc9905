/* signals.h - catches a signal without ending the program. */
#ifndef EHC_UTIL_SIGNALS_H
#define EHC_UTIL_SIGNALS_H

/* Calls `handler` each time the signal comes; a read() that waits then ends with EINTR. Does nothing where there are no
 * signals, as in a browser. */
void ehc_catch_signal(int number, void (*handler)(int number));

#endif
