/* The catalogue as CSV: a row for each limit, a column for each field, and two columns to fill in. */
#include "util/csv.h"
#include "catalogue.h"

void view_limits_csv(const struct ehc_law *law, int route, FILE *out) {
    for (size_t i = 0; i < catalogue_field_count; i++)
        fprintf(out, "%s,", catalogue_fields[i].key);
    fputs("checked_by,on\n", out);
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        if (route != EHC_NONE && limit->route != route)
            continue;
        for (size_t j = 0; j < catalogue_field_count; j++) {
            char text[CATALOGUE_ROOM];
            catalogue_write_field(law, limit, &catalogue_fields[j], text);
            ehc_put_csv_text(out, text);
            fputc(',', out);
        }
        fputs(",\n", out);
    }
    for (size_t i = 0; i < law->no_number_count; i++) {
        const struct ehc_no_number *row = &law->no_numbers[i];
        for (size_t j = 0; (route == EHC_NONE || row->route == route) && j < catalogue_field_count; j++) {
            char text[CATALOGUE_ROOM];
            catalogue_write_no_number(law, row, catalogue_fields[j].key, text);
            ehc_put_csv_text(out, text);
            fputs(j + 1 < catalogue_field_count ? "," : ",,\n", out);
        }
    }
}
