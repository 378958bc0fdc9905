/* The figures of a caseload as JSON. Other programs rely on the first keys and their order. */
#include "figure_words.h"
#include "json/build.h"

enum { DIGITS = 9 };

static json_t *tenths_or_null(int tenths) {
    return tenths >= 0 ? json_real(tenths / 10.0) : json_null();
}

static json_t *published_or_null(int number) {
    return number != EHC_NOT_PUBLISHED ? json_integer(number) : json_null();
}

static json_int_t number_of(uint64_t count) {
    return (json_int_t)count;
}

static json_t *make_limits(const struct view_of_audit *view, const struct ehc_figures *figures) {
    json_t *limits = json_array();
    for (size_t i = 0; i < view->law->caseload.measure_count; i++) {
        const struct ehc_kept *kept = &figures->kept[i];
        if (!view->result->has[i])
            continue;
        json_t *limit = json_pack("{s:s, s:I, s:I, s:I, s:I, s:I, s:I}", "limit", view->law->caseload.measures[i].id, "done",
                                  number_of(kept->done), "in_time", number_of(kept->in_time), "disputed",
                                  number_of(kept->disputed), "late", number_of(late_count(kept)), "overdue",
                                  number_of(kept->overdue), "open", number_of(kept->open));
        if (json_array_append_new(limits, limit) != 0) {
            json_decref(limits);
            return NULL;
        }
    }
    return limits;
}

/* `whole` becomes false if memory runs out: jansson then gives NULL, and refuses to set a key to it. */
struct figures_object {
    json_t *object;
    bool whole;
};

static void set(struct figures_object *to, const char *key, json_t *value) {
    to->whole = json_object_set_new(to->object, key, value) == 0 && to->whole;
}

static void set_count(struct figures_object *to, const char *key, uint64_t count) {
    set(to, key, json_integer(number_of(count)));
}

static void set_share(struct figures_object *to, const struct ehc_figure_keys *keys, uint64_t done, uint64_t in_time) {
    set_count(to, keys->done, done);
    set_count(to, keys->in_time, in_time);
    set(to, keys->share, tenths_or_null(ehc_rate(in_time, done)));
}

/* The measures with keys, from `first` to before `last`. */
static void set_measures(struct figures_object *to, const struct ehc_caseload *caseload, const struct ehc_figures *figures,
                         size_t first, size_t last) {
    for (size_t i = first; i < last; i++)
        if (caseload->measures[i].keys.done != NULL)
            set_share(to, &caseload->measures[i].keys, figures->kept[i].done, figures->kept[i].in_time);
}

static json_t *weeks_or_null(int32_t days) {
    return tenths_or_null(days < 0 ? -1 : ehc_tenths_of_week((uint64_t)days, 1));
}

static void set_weeks(struct figures_object *to, const struct ehc_figures *figures) {
    set(to, "mean_weeks", tenths_or_null(ehc_tenths_of_week(figures->total_days, figures->dated)));
    set(to, "longest_weeks", weeks_or_null(figures->longest_days));
    set(to, "mean_weeks_exc", tenths_or_null(ehc_tenths_of_week(figures->total_days_without, figures->dated_without)));
    set(to, "median_weeks", tenths_or_null(median_tenths(figures)));
    set(to, "p90_weeks", weeks_or_null(figures->p90_days));
}

static void set_late(struct figures_object *to, const struct ehc_main_measure *about, const struct ehc_figures *figures) {
    char key[NUMBER_ROOM];
    for (size_t band = 0; band <= about->band_count; band++)
        set_count(to, band_key(about, band, key), figures->over[band]);
    set_count(to, about->key_late_in, figures->late_in);
    set_count(to, about->key_late_after, figures->late_after);
    set_count(to, "on_last_day", figures->on_last_day);
}

static json_t *make_figures(const struct view_of_audit *view, const struct ehc_figures *figures, const char *name) {
    const struct ehc_caseload *caseload = &view->law->caseload;
    const size_t main = (size_t)caseload->main.measure;
    struct figures_object to = {json_object(), true};
    set(&to, by_words(view->result->by), builder_text_or_null(name));
    set_share(&to, &caseload->measures[main].keys, figures->all.done, figures->all.in_time);
    set_share(&to, &caseload->main.keys_without, figures->without.done, figures->without.in_time);
    set_count(&to, "undated", figures->undated);
    set_measures(&to, caseload, figures, 0, main);
    set_weeks(&to, figures);
    set_late(&to, &caseload->main, figures);
    set_measures(&to, caseload, figures, main + 1, caseload->measure_count);
    set(&to, "exceptions",
        json_pack("{s:I, s:I, s:I, s:I}", "claimed", number_of(figures->claims), "supported", number_of(figures->supported),
                  "unsupported", number_of(figures->unsupported), "cannot_say", number_of(figures->unclear)));
    set(&to, "limits", make_limits(view, figures));
    if (to.whole)
        return to.object;
    json_decref(to.object);
    return NULL;
}

static json_t *make_groups(const struct view_of_audit *view) {
    json_t *groups = json_array();
    for (size_t i = 0; i < view->result->group_count; i++) {
        const struct ehc_figures *figures = view->result->groups[i];
        if (json_array_append_new(groups, make_figures(view, figures, figures->name)) != 0) {
            json_decref(groups);
            return NULL;
        }
    }
    return groups;
}

static json_t *make_published(const struct view_of_audit *view) {
    const struct ehc_published *published = published_of(view);
    const struct ehc_caseload *caseload = &view->law->caseload;
    if (published == NULL)
        return json_null();
    const size_t main = (size_t)caseload->main.measure;
    const struct ehc_figure_keys *all = &caseload->measures[main].keys, *without = &caseload->main.keys_without;
    return json_pack("{s:i, s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "year", published->year, "source",
                     published->source, "url", published->url, all->done, published_or_null(published->done[main]),
                     all->in_time, published_or_null(published->in_time[main]), all->share,
                     tenths_or_null(published_rate(view)), without->done, published_or_null(published->done_without),
                     without->in_time, published_or_null(published->in_time_without), without->share,
                     tenths_or_null(published_rate_without(view)), "mean_weeks", tenths_or_null(published->mean_tenths));
}

static json_t *make_faults(const struct ehc_audit_result *result) {
    static const char *const names[EHC_FAULTS] = {"date", "order", "span", "flag", "code", "columns", "bytes"};
    json_t *faults = json_object();
    for (int i = 0; i < EHC_FAULTS; i++)
        if (json_object_set_new(faults, names[i], json_integer(number_of(result->faults[i]))) != 0) {
            json_decref(faults);
            return NULL;
        }
    return faults;
}

bool view_audit_json(const struct view_of_audit *view, FILE *out) {
    static const char *const plurals[] = {"authorities", "years", "months", "settings"};
    const struct ehc_audit_result *result = view->result;
    char as_at[EHC_DAY_TEXT];
    json_t *root =
        json_pack("{s:o, s:I, s:I, s:o, s:o, s:I, s:I, s:o, s:o, s:s, s:s, s:b}", "year",
                  result->year != 0 ? json_integer(result->year) : json_null(), "rows", number_of(result->rows), "bad_rows",
                  number_of(result->bad_rows), "total", make_figures(view, result->total, "all"), plurals[result->by],
                  make_groups(view), "empty_rows", number_of(result->empty_rows), "later_dates", number_of(result->later),
                  "faults", make_faults(result), "national", make_published(view), "ehc", EHC_VERSION, "as_at",
                  ehc_day_format_iso(result->as_at, as_at), "partial", view->partial);
    bool written =
        root != NULL && json_dumpf(root, out, JSON_INDENT(2) | JSON_REAL_PRECISION(DIGITS)) == 0 && putc('\n', out) != EOF;
    json_decref(root);
    return written;
}
