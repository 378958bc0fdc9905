/* audit_map.h - the file of --map: what an authority is called, and which heading is which column. */
#ifndef EHC_CLI_AUDIT_MAP_H
#define EHC_CLI_AUDIT_MAP_H

#include "request/exit_status.h"
#include "util/ini.h"
#include <ehc/audit.h>

struct audit_map {
    struct ini ini;
    struct ehc_audit_name *names; /* the columns, then the authorities */
    size_t column_count, authority_count;
};

/* Reads the file; its faults are said. `map` is empty where `file` is NULL. */
enum exit_status audit_map_read(struct audit_map *map, const char *file);

/* Tells the audit; `map` is borrowed. */
void audit_map_use(const struct audit_map *map, struct ehc_audit_options *options);
void audit_map_free(struct audit_map *map);

#endif
