/* nameless.h - a file that has no name until it is whole. */
#ifndef EHC_CLI_NAMELESS_H
#define EHC_CLI_NAMELESS_H

#include <stdbool.h>

/* A file in that folder, open for writing; -1 where there is none without a name, or no way to name it later. */
int open_nameless(const char *folder);

/* Gives it its name, once. With `force` it takes the place of a file of that name: it is called NAME.ehc-new between two
 * system calls, and should the program be killed just there, the next run takes that over. False, errno, where it cannot
 * be; the name is then what it was before. */
bool name_nameless(int descriptor, const char *target, bool force);

#endif
