#include <ehc/version.h>

const char *ehc_version(void) {
    return EHC_VERSION;
}
