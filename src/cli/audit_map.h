/* audit_map.h - the file of --map: a name for each authority, and a column for each heading. */
#ifndef EHC_CLI_AUDIT_MAP_H
#define EHC_CLI_AUDIT_MAP_H

#include "request/exit_status.h"
#include "util/ini.h"
#include <ehc/audit.h>

struct audit_map {
    struct ini ini;
    struct ehc_audit_name *names; /* columns first, then authorities */
    size_t column_count, authority_count;
};

/* Reads the file and prints its faults. If `file` is NULL, `map` is empty. */
enum exit_status audit_map_read(struct audit_map *map, const char *file);

/* Puts the map into the options of an audit, which borrow it. */
void audit_map_use(const struct audit_map *map, struct ehc_audit_options *options);
void audit_map_free(struct audit_map *map);

#endif
