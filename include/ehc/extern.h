/* extern.h - makes a C++ compiler take the declarations of each header as C. */
#ifndef EHC_EXTERN_H
#define EHC_EXTERN_H

#ifdef __cplusplus
#define EHC_EXTERN_BEGIN extern "C" {
#define EHC_EXTERN_END }
#else
#define EHC_EXTERN_BEGIN
#define EHC_EXTERN_END
#endif

#endif
