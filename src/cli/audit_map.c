#include "audit_map.h"
#include "request/say.h"
#include "util/fail.h"
#include <stdlib.h>
#include <string.h>

enum { MAP_MOST = 1 << 18 };

static bool fault_at(const struct ini *ini, const struct ini_entry *entry, const char *hint, const char *format,
                     const char *text) {
    struct ehc_error error;
    char quoted[EHC_QUOTE_ROOM];
    ehc_fail(&error, format, ehc_quote(text, quoted));
    ehc_hint(&error, "%s", hint);
    error.file = ini->file;
    error.line = entry->line;
    say_error(NULL, &error);
    return false;
}

/* Adds the entries of one section; gives whether all could be used. */
static bool add_section(struct audit_map *map, const char *section, size_t *at, size_t *count) {
    bool good = true;
    for (size_t i = 0; i < map->ini.count; i++) {
        const struct ini_entry *entry = &map->ini.entries[i];
        if (entry->key == NULL || !ascii_same(entry->section, section))
            continue;
        if (entry->value == NULL || *entry->value == '\0' || entry->has_comment)
            good = fault_at(&map->ini, entry, "write it as in: Leeds City Council = Leeds", "%s has no name beside it",
                            entry->key);
        else
            map->names[(*at)++] = (struct ehc_audit_name){entry->key, entry->value};
    }
    *count = *at - *count;
    return good;
}

enum exit_status audit_map_read(struct audit_map *map, const char *file) {
    bool unreadable, good = true;
    size_t at = 0;
    *map = (struct audit_map){0};
    if (file == NULL)
        return EXIT_DONE;
    if (!ehc_ini_open(&map->ini, file, MAP_MOST, &unreadable, say_error, NULL))
        return unreadable ? EXIT_FILE : EXIT_INPUT;
    map->names = calloc(map->ini.count + 1, sizeof *map->names);
    if (map->names == NULL) {
        say_no_memory();
        return EXIT_FILE;
    }
    for (size_t i = 0; i < map->ini.count; i++) {
        const struct ini_entry *entry = &map->ini.entries[i];
        if (entry->key == NULL && !ascii_same(entry->section, "authority") && !ascii_same(entry->section, "column"))
            good = fault_at(&map->ini, entry, "it can be [authority] or [column]", "%s is not a section of a map",
                            entry->section);
    }
    good = add_section(map, "column", &at, &map->column_count) && good;
    map->authority_count = at;
    good = add_section(map, "authority", &at, &map->authority_count) && good;
    return good && map->ini.faults == 0 ? EXIT_DONE : EXIT_INPUT;
}

void audit_map_use(const struct audit_map *map, struct ehc_audit_options *options) {
    if (map->names == NULL)
        return;
    options->columns = map->names;
    options->column_count = map->column_count;
    options->authorities = map->names + map->column_count;
    options->authority_count = map->authority_count;
}

void audit_map_free(struct audit_map *map) {
    free(map->names);
    ehc_ini_close(&map->ini);
}
