/* error.h - the one error type of libehc.
 *
 * A function that can fail takes a `struct ehc_error *` and fills it. A reader that goes on after a fault takes an
 * `ehc_report` and calls it once for each fault, in the thread that called the reader. The library prints nothing.
 */
#ifndef EHC_ERROR_H
#define EHC_ERROR_H

#include <ehc/extern.h>
#include <stdbool.h>

EHC_EXTERN_BEGIN

struct ehc_error {
    const char *file;  /* borrowed from the caller; NULL if the error is not about a file */
    unsigned line;     /* the first line is 1; 0 if the error is not about a line */
    char message[320]; /* what is wrong, without a full stop; UTF-8, no control characters */
    char hint[160];    /* what to do; "" if there is nothing to say */
    bool of_machine;   /* a file could not be read, or memory ran out: the fault is not in the content */
};

/* Called once for each fault; `error` is valid during the call only. */
typedef void ehc_report(void *context, const struct ehc_error *error);

EHC_EXTERN_END

#endif
