#include "audit_view.h"
#include <stdlib.h>
#include <string.h>

const char *count_words(uint64_t count, char text[NUMBER_ROOM]) {
    char digits[NUMBER_ROOM];
    size_t length = (size_t)snprintf(digits, sizeof digits, "%llu", (unsigned long long)count), at = 0;
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            text[at++] = ',';
        text[at++] = digits[i];
    }
    text[at] = '\0';
    return text;
}

const char *tenths_words(int tenths, char text[NUMBER_ROOM]) {
    if (tenths < 0)
        snprintf(text, NUMBER_ROOM, "-");
    else
        snprintf(text, NUMBER_ROOM, "%d.%d", tenths / 10, tenths % 10);
    return text;
}

const char *rate_words(uint64_t part, uint64_t whole, char text[NUMBER_ROOM]) {
    int tenths = ehc_rate(part, whole);
    if (tenths < 0)
        return tenths_words(tenths, text);
    snprintf(text, NUMBER_ROOM, "%d.%d%%", tenths / 10, tenths % 10);
    return text;
}

const char *weeks_words(int32_t days, char text[NUMBER_ROOM]) {
    return tenths_words(days < 0 ? -1 : ehc_tenths_of_week((uint64_t)days, 1), text);
}

int median_tenths(const struct ehc_figures *figures) {
    return figures->median_twice < 0 ? -1 : ehc_tenths_of_week((uint64_t)figures->median_twice, 2);
}

const char *measure_title(const struct ehc_law *law, enum ehc_measure measure, char text[EHC_WORDS]) {
    const struct ehc_limit *limit = ehc_measure_limit(law, measure);
    char amount[EHC_WORDS];
    const char *from = measure == EHC_MEASURE_AMENDED || measure == EHC_MEASURE_AMENDED_LAST
                           ? (measure == EHC_MEASURE_AMENDED ? " from the proposed changes" : " from the meeting")
                           : "";
    if (limit == NULL) {
        text[0] = '\0';
        return text;
    }
    snprintf(text, EHC_WORDS, "%.200s, in %.100s%s", limit->short_title, ehc_amount_words(limit, amount), from);
    if (text[0] >= 'a' && text[0] <= 'z')
        text[0] = (char)(text[0] + 'A' - 'a');
    return text;
}

const char *caseload_name(const struct view_of_audit *view) {
    const char *slash = strrchr(view->file, '/');
    return slash != NULL && slash[1] != '\0' ? slash + 1 : view->file;
}

const char *by_words(enum ehc_audit_by by) {
    static const char *const words[] = {"authority", "year", "month", "setting"};
    return words[by];
}

const char *group_name(const struct ehc_figures *figures) {
    return figures->name != NULL ? figures->name : "(not given)";
}

const char *band_words(enum ehc_band band) {
    static const char *const words[] = {"1 to 4 weeks over", "5 to 12 weeks over", "13 to 26 weeks over",
                                        "27 to 52 weeks over", "more than a year over"};
    return words[band];
}

uint64_t late_count(const struct ehc_kept *kept) {
    return kept->done - kept->in_time - kept->disputed;
}

bool has_anything(const struct ehc_figures *figures) {
    for (int measure = 0; measure < EHC_MEASURES; measure++)
        if (figures->kept[measure].done + figures->kept[measure].overdue + figures->kept[measure].open > 0)
            return true;
    return figures->plans > 0;
}

/* By exact fractions: part / whole of one against the other. */
static int compare_rates(const void *a, const void *b) {
    const struct ehc_figures *const *first = a, *const *second = b;
    const struct ehc_figures *one = *first, *other = *second;
    if ((one->plans_exc == 0) != (other->plans_exc == 0))
        return one->plans_exc == 0 ? 1 : -1;
    uint64_t left = one->within_20_exc * other->plans_exc, right = other->within_20_exc * one->plans_exc;
    if (left != right)
        return left > right ? -1 : 1;
    if (one->plans_exc != other->plans_exc)
        return one->plans_exc > other->plans_exc ? -1 : 1;
    return strcmp(group_name(one), group_name(other));
}

const struct ehc_figures **ranked_groups(const struct ehc_audit_result *result, size_t *count) {
    const struct ehc_figures **groups = calloc(result->group_count + 1, sizeof(struct ehc_figures *));
    *count = 0;
    for (size_t i = 0; groups != NULL && i < result->group_count; i++)
        if (has_anything(result->groups[i]))
            groups[(*count)++] = result->groups[i];
    if (groups != NULL && result->by == EHC_BY_AUTHORITY)
        qsort(groups, *count, sizeof(struct ehc_figures *), compare_rates);
    return groups;
}

const struct ehc_national *national_of(const struct view_of_audit *view) {
    return view->result->year != 0 ? ehc_national_of(view->law, view->result->year) : NULL;
}

static void add_note(ehc_line *line, void *context, uint64_t count, const char *one, const char *many) {
    char text[EHC_WORDS], number[NUMBER_ROOM];
    if (count == 0)
        return;
    snprintf(text, sizeof text, count == 1 ? one : many, count_words(count, number));
    line(context, text);
}

void audit_notes(const struct view_of_audit *view, ehc_line *line, void *context) {
    const struct ehc_audit_result *result = view->result;
    const struct ehc_figures *total = result->total;
    char text[EHC_WORDS];
    if (result->has_plans) {
        line(context,
             "Counted as DfE counts for its SEN2 statistics: a plan belongs to the calendar year in which it was issued; "
             "'without exceptions' leaves out the plans for which an exception is claimed, late or not, from both numbers.");
        line(context,
             "In 20 weeks means by the last day that the law gives: the day after the request is received is day 1.");
        add_note(
            line, context, total->on_last_day,
            "%s plan came on that very last day. DfE's text calls the day of receipt day 1: counted so, it is a day late.",
            "%s plans came on that very last day. DfE's text calls the day of receipt day 1: counted so, they are a day "
            "late.");
        add_note(line, context, total->undated,
                 "%s plan has no day of request to count from: it is among those issued, and not among those in time.",
                 "%s plans have no day of request to count from: they are among those issued, and not among those in time.");
    }
    if (result->has[EHC_MEASURE_NO_PLAN] || result->has[EHC_MEASURE_DECISION] || result->has[EHC_MEASURE_REVIEW]) {
        snprintf(text, sizeof text, "Every other step belongs to the year in which it was done%s.",
                 result->year != 0 ? ", or, where it is not done, to the year in which it fell due" : "");
        line(context, text);
    }
    add_note(line, context, result->later, "%s date is after the day of this audit, and is taken as not yet done.",
             "%s dates are after the day of this audit, and are taken as not yet done.");
    add_note(line, context, result->empty_rows, "%s empty row was passed over.", "%s empty rows were passed over.");
    if (result->cut)
        line(context, "There were more names than are kept apart: the rest are counted together as '(all others)'.");
    const struct ehc_national *national = national_of(view);
    if (national != NULL && national->note != NULL) {
        snprintf(text, sizeof text, "England, %d: %.800s", national->year, national->note);
        line(context, text);
    }
}

/* Whether a spreadsheet could run a text: some take the full-width signs too, and some pass over spaces. */
static bool is_formula(const char *text) {
    static const char *const signs[] = {"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
    text += strspn(text, " ");
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return true;
    return false;
}

void put_csv_text(FILE *out, const char *text) {
    bool formula = is_formula(text);
    bool quoted = formula || strpbrk(text, ",;\"\r\n\t") != NULL || *text == ' ' || *text == '\'';
    if (!quoted) {
        fputs(text, out);
        return;
    }
    putc('"', out);
    if (formula)
        putc('\'', out);
    for (; *text != '\0'; text++) {
        if (*text == '"')
            putc('"', out);
        putc(*text, out);
    }
    putc('"', out);
}
