/* Signals that a command waits for. */
#ifndef EHC_UTIL_SIGNALS_H
#define EHC_UTIL_SIGNALS_H

/* `handler` is called each time the signal comes, and a read() that waits then ends with EINTR. Where a program gets no
 * signals, as in a browser, it does nothing. */
void ehc_catch_signal(int number, void (*handler)(int number));

#endif
