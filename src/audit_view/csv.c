/* A caseload as CSV: its figures, or the verdict on each row. */
#include "util/csv.h"
#include "figure_words.h"
#include "util/fill.h"
#include "util/shown.h"
#include <string.h>

static void put_number(FILE *out, uint64_t number) {
    fprintf(out, ",%llu", (unsigned long long)number);
}

static void put_tenths(FILE *out, int tenths) {
    putc(',', out);
    if (tenths >= 0)
        fprintf(out, "%d.%d", tenths / 10, tenths % 10);
}

static void put_days_as_weeks(FILE *out, int32_t days) {
    put_tenths(out, days < 0 ? -1 : ehc_tenths_of_week((uint64_t)days, 1));
}

/* ---- figures ---- */

static void put_share(FILE *out, uint64_t done, uint64_t in_time) {
    put_number(out, done);
    put_number(out, in_time);
    put_tenths(out, ehc_rate(in_time, done));
}

static void put_figures(const struct view_of_audit *view, const struct ehc_figures *figures, const char *name, FILE *out) {
    const struct ehc_caseload *caseload = &view->law->caseload;
    ehc_put_csv_text(out, name);
    if (view->result->year != 0)
        fprintf(out, ",%d", view->result->year);
    else
        fputs(",all", out);
    put_share(out, figures->all.done, figures->all.in_time);
    put_share(out, figures->without.done, figures->without.in_time);
    put_number(out, figures->undated);
    for (size_t i = 0; i < caseload->measure_count; i++)
        if (caseload->measures[i].keys.done != NULL && (int)i != caseload->main.measure)
            put_share(out, figures->kept[i].done, figures->kept[i].in_time);
    put_tenths(out, ehc_tenths_of_week(figures->total_days, figures->dated));
    put_tenths(out, median_tenths(figures));
    put_days_as_weeks(out, figures->p90_days);
    put_days_as_weeks(out, figures->longest_days);
    for (size_t band = 0; band <= caseload->main.band_count; band++)
        put_number(out, figures->over[band]);
    put_number(out, figures->claims);
    put_number(out, figures->supported);
    put_number(out, figures->unsupported);
    put_number(out, figures->unclear);
    fputs("\n", out);
}

static void put_keys(FILE *out, const struct ehc_figure_keys *keys) {
    fprintf(out, ",%s,%s,%s", keys->done, keys->in_time, keys->share);
}

static void put_headings(const struct view_of_audit *view, FILE *out) {
    const struct ehc_caseload *caseload = &view->law->caseload;
    char key[NUMBER_ROOM];
    fprintf(out, "%s,year_counted", by_words(view->result->by));
    put_keys(out, &caseload->measures[caseload->main.measure].keys);
    put_keys(out, &caseload->main.keys_without);
    fputs(",undated", out);
    for (size_t i = 0; i < caseload->measure_count; i++)
        if (caseload->measures[i].keys.done != NULL && (int)i != caseload->main.measure)
            put_keys(out, &caseload->measures[i].keys);
    fputs(",mean_weeks,median_weeks,p90_weeks,longest_weeks", out);
    for (size_t band = 0; band <= caseload->main.band_count; band++)
        fprintf(out, ",%s", band_key(&caseload->main, band, key));
    fputs(",exceptions_claimed,supported,unsupported,cannot_say\n", out);
}

void view_audit_csv(const struct view_of_audit *view, FILE *out) {
    const struct ehc_audit_result *result = view->result;
    put_headings(view, out);
    for (size_t i = 0; i < result->group_count; i++)
        put_figures(view, result->groups[i], group_name(result->groups[i]), out);
    put_figures(view, result->total, "all", out);
}

/* ---- cases ---- */

void view_cases_heading(const struct ehc_law *law, const struct ehc_audit_result *result, bool has_file, FILE *out) {
    fputs(has_file ? "file,line,ref,authority,verdict,days,reason,weeks,exception"
                   : "line,ref,authority,verdict,days,reason,weeks,exception",
          out);
    for (size_t i = 0; i < law->caseload.measure_count; i++) {
        if (!result->has[i])
            continue;
        const char *id = law->caseload.measures[i].id;
        fprintf(out, ",%s,%s-due,%s-days", id, id, id);
    }
    fputs("\n", out);
}

/* The rank of a status: the verdict on a row is that of its worst limit; of equal ones, the last. */
static int weight_of(enum ehc_status status) {
    static const int weights[] = {[EHC_MET] = 3, [EHC_DISPUTED] = 5, [EHC_LATE] = 6,       [EHC_OVERDUE] = 7,
                                  [EHC_DUE] = 4, [EHC_WAITING] = 1,  [EHC_NOT_NEEDED] = 0, [EHC_UNKNOWN] = 2};
    return weights[status];
}

static const struct ehc_deadline *worst_of(const struct ehc_audited *row) {
    const struct ehc_deadline *worst = NULL;
    for (size_t measure = 0; measure < EHC_MEASURES_MAX; measure++) {
        const struct ehc_deadline *deadline = row->deadline[measure];
        if (deadline == NULL)
            continue;
        int more = worst == NULL ? 1 : weight_of(deadline->status) - weight_of(worst->status);
        if (more > 0 || (more == 0 && deadline->days >= worst->days))
            worst = deadline;
    }
    return worst;
}

static void write_reason(const struct ehc_law *law, const struct ehc_deadline *deadline, char text[EHC_WORDS]) {
    char due[EHC_DAY_TEXT], other[EHC_DAY_TEXT], words[EHC_WORDS];
    const char *step = deadline->limit->short_title;
    ehc_day_format_short(deadline->due, due);
    bool late = deadline->status == EHC_LATE || deadline->status == EHC_OVERDUE || deadline->status == EHC_DISPUTED;
    bool is_done = deadline->status == EHC_MET || deadline->status == EHC_LATE || deadline->status == EHC_DISPUTED;
    if (is_done && deadline->act != EHC_NO_DAY)
        snprintf(text, EHC_WORDS, "%s: due %s, done %s", step, due, ehc_day_format_short(deadline->act, other));
    else if (is_done)
        snprintf(text, EHC_WORDS, "%s: due %s, on another reading %s", step, due,
                 ehc_day_format_short(deadline->latest, other));
    else if (deadline->status == EHC_OVERDUE || deadline->status == EHC_DUE)
        snprintf(text, EHC_WORDS, "%s: due %s, not done", step, due);
    else
        snprintf(text, EHC_WORDS, "%s: %.900s", step, ehc_because_words(law, deadline, words));
    if (late && deadline->with_exception != EHC_NO_DAY)
        ehc_sentence_add(
            text, EHC_WORDS, "; the facts fit an exception: {days} lost, to {date} by estimate, which is not law", "days",
            ehc_days_words(deadline->days_lost, words), "date", ehc_day_format_short(deadline->with_exception, other), NULL);
    if (late && deadline->with_exception_if != EHC_NO_DAY)
        ehc_sentence_add(text, EHC_WORDS,
                         "; it is not known whether {one} exception fits: if it does, at most {days} lost, to {date} by "
                         "estimate, which is not law",
                         "one", deadline->with_exception != EHC_NO_DAY ? "another" : "an", "days",
                         ehc_days_words(deadline->days_lost_if, words), "date",
                         ehc_day_format_short(deadline->with_exception_if, other), NULL);
    ehc_make_fit(text);
}

static void put_limits(const struct ehc_audit_result *result, const struct ehc_audited *row, FILE *out) {
    char date[EHC_DAY_TEXT];
    for (size_t measure = 0; measure < EHC_MEASURES_MAX; measure++) {
        const struct ehc_deadline *deadline = row->deadline[measure];
        if (!result->has[measure])
            continue;
        if (deadline == NULL) {
            fputs(",,,", out);
            continue;
        }
        fprintf(out, ",%s,%s,", ehc_status_name(deadline->status), ehc_day_format_iso(deadline->due, date));
        if (deadline->days >= 0)
            fprintf(out, "%d", deadline->days);
    }
}

void view_case_line(const struct ehc_law *law, const struct ehc_audit_result *result, const struct ehc_audited *row,
                    const char *file, FILE *out) {
    static const char *const claims[] = {"", "facts support it", "facts do not support it", "cannot say"};
    const struct ehc_deadline *worst = row->fault == NULL ? worst_of(row) : NULL;
    char reason[EHC_WORDS] = "no limit can be judged: a date is missing";
    if (file != NULL) {
        ehc_put_csv_text(out, file);
        putc(',', out);
    }
    fprintf(out, "%llu,", (unsigned long long)row->line);
    ehc_put_csv_text(out, row->reference);
    putc(',', out);
    ehc_put_csv_text(out, row->authority);
    fprintf(out, ",%s,", row->fault != NULL ? "bad row" : worst != NULL ? ehc_status_name(worst->status) : "unknown");
    if (worst != NULL && worst->days >= 0)
        fprintf(out, "%d", worst->days);
    putc(',', out);
    if (worst != NULL)
        write_reason(law, worst, reason);
    ehc_put_csv_text(out, row->fault != NULL ? row->fault : reason);
    put_days_as_weeks(out, row->days);
    fprintf(out, ",%s", claims[row->claimed]);
    put_limits(result, row, out);
    fputs("\n", out);
}
