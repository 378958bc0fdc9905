/* A chronology as CSV. */
#include "util/csv.h"
#include "chronology.h"

static void put_row(const struct chronology *chronology, const struct chronology_row *row, FILE *out) {
    void (*const fields[])(const struct chronology *, const struct chronology_row *,
                           char[EHC_WORDS]) = {chronology_what, chronology_who, chronology_law, chronology_result};
    char text[EHC_WORDS], date[EHC_DAY_TEXT];
    if (row->day != EHC_NO_DAY)
        fputs(ehc_day_format_iso(row->day, date), out);
    fputc(',', out);
    if (row->until != row->day)
        fputs(ehc_day_format_iso(row->until, date), out);
    fprintf(out, ",%s", chronology_kind_words(chronology, row));
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        fields[i](chronology, row, text);
        fputc(',', out);
        ehc_put_csv_text(out, text);
    }
    fputc(',', out);
    ehc_put_csv_text(out, chronology_url(row) != NULL ? chronology_url(row) : "");
    fputc('\n', out);
}

bool view_chronology_csv(const struct ehc_judgement *judgement, FILE *out) {
    struct chronology chronology;
    if (!chronology_make(judgement, &chronology))
        return false;
    fputs("date,until,kind,what,who,law,result,link\n", out);
    for (size_t i = 0; i < chronology.count; i++)
        put_row(&chronology, &chronology.rows[i], out);
    chronology_free(&chronology);
    return true;
}
