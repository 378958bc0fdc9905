#include "signals.h"
#include <signal.h>
#include <stddef.h>

void ehc_catch_signal(int number, void (*handler)(int number)) {
#ifdef __wasi__ /* no signals */
    (void)number;
    (void)handler;
#else
    struct sigaction action = {.sa_handler = handler}; /* no SA_RESTART: a read that waits ends */
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
#endif
}
