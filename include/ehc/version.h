/* version.h - the version of libehc that runs. */
#ifndef EHC_VERSION_H
#define EHC_VERSION_H

#include <ehc/extern.h>

EHC_EXTERN_BEGIN

/* The version of the library: "0.1.0". The version of a law is its `as_at`. */
const char *ehc_version(void);

EHC_EXTERN_END

#endif
