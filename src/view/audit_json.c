/* The figures of a caseload as JSON; the first keys and their order are the design's contract. */
#include "audit_view.h"
#include <jansson.h>

enum { DIGITS = 9 };

static json_t *tenths_or_null(int tenths) {
    return tenths >= 0 ? json_real(tenths / 10.0) : json_null();
}

static json_t *text_or_null(const char *text) {
    return text != NULL ? json_string(text) : json_null();
}

static json_t *published_or_null(int number) {
    return number != EHC_NOT_PUBLISHED ? json_integer(number) : json_null();
}

static json_int_t number_of(uint64_t count) {
    return (json_int_t)count;
}

static json_t *make_limits(const struct view_of_audit *view, const struct ehc_figures *figures) {
    json_t *limits = json_array();
    for (int i = 0; i < EHC_MEASURES; i++) {
        const struct ehc_kept *kept = &figures->kept[i];
        if (!view->result->has[i])
            continue;
        json_t *limit = json_pack(
            "{s:s, s:I, s:I, s:I, s:I, s:I, s:I}", "limit", ehc_measure_limit(view->law, (enum ehc_measure)i)->id, "done",
            number_of(kept->done), "in_time", number_of(kept->in_time), "disputed", number_of(kept->disputed), "late",
            number_of(late_count(kept)), "overdue", number_of(kept->overdue), "open", number_of(kept->open));
        if (json_array_append_new(limits, limit) != 0) {
            json_decref(limits);
            return NULL;
        }
    }
    return limits;
}

static json_t *make_figures(const struct view_of_audit *view, const struct ehc_figures *figures, const char *name) {
    const struct ehc_kept *decision = &figures->kept[EHC_MEASURE_DECISION], *no_plan = &figures->kept[EHC_MEASURE_NO_PLAN],
                          *review = &figures->kept[EHC_MEASURE_REVIEW];
    json_t *object = json_pack("{s:o, s:I, s:I, s:o, s:I, s:I, s:o, s:I}", by_words(view->result->by), text_or_null(name),
                               "plans", number_of(figures->plans), "within_20", number_of(figures->within_20), "pct_20_inc",
                               tenths_or_null(ehc_rate(figures->within_20, figures->plans)), "plans_exc",
                               number_of(figures->plans_exc), "within_20_exc", number_of(figures->within_20_exc),
                               "pct_20_exc", tenths_or_null(ehc_rate(figures->within_20_exc, figures->plans_exc)), "undated",
                               number_of(figures->undated));
    json_t *steps =
        json_pack("{s:I, s:I, s:o, s:I, s:I, s:o}", "requests_decided", number_of(decision->done), "decided_in_6",
                  number_of(decision->in_time), "pct_6", tenths_or_null(ehc_rate(decision->in_time, decision->done)),
                  "no_plan", number_of(no_plan->done), "no_plan_in_16", number_of(no_plan->in_time), "pct_16",
                  tenths_or_null(ehc_rate(no_plan->in_time, no_plan->done)));
    int longest = figures->longest_days < 0 ? -1 : ehc_tenths_of_week((uint64_t)figures->longest_days, 1);
    int p90 = figures->p90_days < 0 ? -1 : ehc_tenths_of_week((uint64_t)figures->p90_days, 1);
    json_t *weeks = json_pack("{s:o, s:o, s:o, s:o, s:o}", "mean_weeks",
                              tenths_or_null(ehc_tenths_of_week(figures->total_days, figures->dated)), "longest_weeks",
                              tenths_or_null(longest), "mean_weeks_exc",
                              tenths_or_null(ehc_tenths_of_week(figures->total_days_exc, figures->dated_exc)),
                              "median_weeks", tenths_or_null(median_tenths(figures)), "p90_weeks", tenths_or_null(p90));
    json_t *late = json_pack(
        "{s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I}", "over_1_to_4", number_of(figures->over[EHC_OVER_1_TO_4]), "over_5_to_12",
        number_of(figures->over[EHC_OVER_5_TO_12]), "over_13_to_26", number_of(figures->over[EHC_OVER_13_TO_26]),
        "over_27_to_52", number_of(figures->over[EHC_OVER_27_TO_52]), "over_more", number_of(figures->over[EHC_OVER_A_YEAR]),
        "after_20_in_year", number_of(figures->over_20_to_year), "after_year", number_of(figures->over_year), "on_last_day",
        number_of(figures->on_last_day));
    json_t *rest = json_pack(
        "{s:I, s:I, s:o, s:{s:I, s:I, s:I, s:I}, s:o}", "reviews_decided", number_of(review->done), "reviews_in_4",
        number_of(review->in_time), "pct_review_4", tenths_or_null(ehc_rate(review->in_time, review->done)), "exceptions",
        "claimed", number_of(figures->claims), "supported", number_of(figures->supported), "unsupported",
        number_of(figures->unsupported), "cannot_say", number_of(figures->unclear), "limits", make_limits(view, figures));
    bool whole = object != NULL && json_object_update(object, steps) == 0 && json_object_update(object, weeks) == 0 &&
                 json_object_update(object, late) == 0 && json_object_update(object, rest) == 0;
    json_decref(steps);
    json_decref(weeks);
    json_decref(late);
    json_decref(rest);
    if (whole)
        return object;
    json_decref(object);
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

static json_t *make_national(const struct view_of_audit *view) {
    const struct ehc_national *national = national_of(view);
    if (national == NULL)
        return json_null();
    bool plans = national->plans > 0 && national->plans_exc > 0;
    return json_pack("{s:i, s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "year", national->year, "source",
                     national->source, "url", national->url, "plans", published_or_null(national->plans), "within_20",
                     published_or_null(national->within_20), "pct_20_inc",
                     tenths_or_null(plans ? ehc_rate((uint64_t)national->within_20, (uint64_t)national->plans) : -1),
                     "plans_exc", published_or_null(national->plans_exc), "within_20_exc",
                     published_or_null(national->within_20_exc), "pct_20_exc",
                     tenths_or_null(plans ? ehc_rate((uint64_t)national->within_20_exc, (uint64_t)national->plans_exc) : -1),
                     "mean_weeks", tenths_or_null(national->mean_tenths));
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
                  "faults", make_faults(result), "national", make_national(view), "ehc", EHC_VERSION, "as_at",
                  ehc_day_format_iso(result->as_at, as_at), "partial", view->partial);
    bool written =
        root != NULL && json_dumpf(root, out, JSON_INDENT(2) | JSON_REAL_PRECISION(DIGITS)) == 0 && putc('\n', out) != EOF;
    json_decref(root);
    return written;
}
