/* version.h - which libehc runs. */
#ifndef EHC_VERSION_H
#define EHC_VERSION_H

/* The version of the library: "0.1.0". That of the law is `as_at` of a law. */
const char *ehc_version(void);

#endif
