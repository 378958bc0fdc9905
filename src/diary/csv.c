#include "util/csv.h"
#include "diary.h"

void view_diary_csv(const struct diary *diary, FILE *out) {
    char date[EHC_DAY_TEXT], due[EHC_DAY_TEXT], state[EHC_WORDS];
    fputs("date,reference,file,step,who,status,days,said,due,limit,round,law\n", out);
    for (size_t i = 0; i < diary->count; i++) {
        const struct diary_entry *entry = &diary->entries[i];
        const struct diary_case *of_case = &diary->cases[entry->of_case];
        if (!diary_shows(diary, entry))
            continue;
        fprintf(out, "%s,", ehc_day_format_iso(entry->day, date));
        ehc_put_csv_text(out, of_case->reference != NULL ? of_case->reference : "");
        putc(',', out);
        ehc_put_csv_text(out, of_case->file != NULL ? of_case->file : "");
        putc(',', out);
        ehc_put_csv_text(out, entry->step);
        putc(',', out);
        ehc_put_csv_text(out, entry->who);
        fprintf(out, ",%s,", ehc_status_name(entry->status));
        if (entry->days >= 0)
            fprintf(out, "%d", entry->days);
        putc(',', out);
        diary_state_words(diary, entry, state);
        ehc_put_csv_text(out, state);
        fprintf(out, ",%s,%s,%d,", ehc_day_format_iso(entry->due, due), entry->limit, entry->round);
        ehc_put_csv_text(out, entry->law);
        putc('\n', out);
    }
}
