#include "audit_map.h"
#include "request/say.h"
#include "util/fail.h"
#include <stdlib.h>

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

static bool check_entry(const struct ini *ini, const struct ini_entry *entry) {
    if (entry->key == NULL)
        return ascii_same(entry->section, "authority") || ascii_same(entry->section, "column") ||
               fault_at(ini, entry, "use [authority] or [column]", "%s is not a section of a map", entry->section);
    return (entry->value != NULL && *entry->value != '\0' && !entry->has_comment) ||
           fault_at(ini, entry, "write it as in: Leeds City Council = Leeds", "%s has no name beside it", entry->key);
}

/* Adds the entries of one section, and gives how many. */
static size_t add_section(struct audit_map *map, const char *section, struct ehc_audit_name *names) {
    size_t count = 0;
    for (size_t i = 0; i < map->ini.count; i++) {
        const struct ini_entry *entry = &map->ini.entries[i];
        if (entry->key != NULL && ascii_same(entry->section, section))
            names[count++] = (struct ehc_audit_name){entry->key, entry->value};
    }
    return count;
}

enum exit_status audit_map_read(struct audit_map *map, const char *file) {
    static const char form[] = "write [authority], and below it lines such as: Leeds City Council = Leeds";
    bool unreadable, good = true;
    *map = (struct audit_map){0};
    if (file == NULL)
        return EXIT_DONE;
    if (!ehc_ini_open(&map->ini, file, MAP_MOST, form, &unreadable, say_error, NULL))
        return unreadable ? EXIT_FILE : EXIT_INPUT;
    map->names = calloc(map->ini.count + 1, sizeof *map->names);
    if (map->names == NULL) {
        say_no_memory();
        return EXIT_FILE;
    }
    for (size_t i = 0; i < map->ini.count; i++)
        good = check_entry(&map->ini, &map->ini.entries[i]) && good;
    map->column_count = add_section(map, "column", map->names);
    map->authority_count = add_section(map, "authority", map->names + map->column_count);
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
