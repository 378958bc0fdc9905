/* version.h - which libehc runs. */
#ifndef EHC_VERSION_H
#define EHC_VERSION_H

#include <ehc/extern.h>

EHC_EXTERN_BEGIN

/* The version of the library: "0.1.0". That of the law is `as_at` of a law. */
const char *ehc_version(void);

EHC_EXTERN_END

#endif
