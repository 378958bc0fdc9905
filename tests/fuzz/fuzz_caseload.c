/* A caseload gives the same figures whole, in pieces of any size, and with its rows in another order. Each row is judged
 * like its case alone. The figures of the rows, and of the groups, add up to the total. The first byte chooses how to count.
 */
#include "fuzz.h"
#include <ehc/audit.h>

enum { OWN_FIGURES = 16, FIGURES = OWN_FIGURES + EHC_BANDS_MAX + 5 * EHC_MEASURES_MAX };

struct tally {
    uint64_t rows, bad, claims, faults, done[EHC_MEASURES_MAX], in_time[EHC_MEASURES_MAX], disputed[EHC_MEASURES_MAX];
};

struct counted {
    bool good;
    uint64_t rows, bad_rows, empty_rows, group_count;
    uint64_t figures[FIGURES];
};

static void take_row_fault(void *context, enum ehc_fault kind, const struct ehc_error *error) {
    ((struct tally *)context)->faults++;
    must(ehc_fault_words(kind)[0] != '\0');
    take_fault(NULL, error);
}

static void take_notice(void *context, const struct ehc_error *error) {
    (void)context;
    take_fault(NULL, error);
}

static void take_row(void *context, const struct ehc_audited *row) {
    struct tally *tally = context;
    tally->rows++;
    must_be_plain(row->reference, false);
    must_be_plain(row->authority, false);
    if (row->fault != NULL) {
        must_be_plain(row->fault, false);
        tally->bad++;
        return;
    }
    tally->claims += row->claimed != EHC_NOT_CLAIMED;
    for (int measure = 0; measure < EHC_MEASURES_MAX; measure++) {
        const struct ehc_deadline *deadline = row->deadline[measure];
        struct ehc_deadline alone;
        if (deadline == NULL)
            continue;
        int limit = ehc_find_limit(&ehc_law_england, deadline->limit->id);
        ehc_deadline_of(&ehc_law_england, row->facts, NULL, FUZZ_AS_AT, limit, &alone);
        must_be_same(deadline, &alone);
        check_status(deadline, FUZZ_AS_AT);
        bool done = deadline->due != EHC_NO_DAY && deadline->act != EHC_NO_DAY && deadline->act <= FUZZ_AS_AT;
        tally->done[measure] += done;
        tally->in_time[measure] += done && deadline->act <= deadline->due;
        tally->disputed[measure] += done && deadline->act > deadline->due && deadline->act <= deadline->latest;
    }
}

/* All numbers of some figures that are sums, one after the other. */
static size_t take_figures(const struct ehc_figures *figures, uint64_t sums[FIGURES]) {
    const uint64_t own[OWN_FIGURES] = {
        figures->all.done,   figures->all.in_time, figures->without.done,       figures->without.in_time,
        figures->undated,    figures->dated,       figures->dated_without,      figures->on_last_day,
        figures->late_after, figures->claims,      figures->supported,          figures->unsupported,
        figures->unclear,    figures->total_days,  figures->total_days_without, figures->late_in};
    size_t at = 0;
    for (; at < OWN_FIGURES; at++)
        sums[at] += own[at];
    for (size_t band = 0; band < EHC_BANDS_MAX; band++)
        sums[at++] += figures->over[band];
    for (size_t measure = 0; measure < EHC_MEASURES_MAX; measure++) {
        const struct ehc_kept *kept = &figures->kept[measure];
        const uint64_t counts[] = {kept->done, kept->in_time, kept->disputed, kept->overdue, kept->open};
        for (size_t i = 0; i < 5; i++)
            sums[at++] += counts[i];
        must(kept->in_time + kept->disputed <= kept->done);
    }
    must(at <= FIGURES);
    return at;
}

static void check_figures(const struct ehc_figures *figures) {
    must(figures->all.in_time <= figures->all.done && figures->without.in_time <= figures->without.done);
    must(figures->without.done <= figures->all.done && figures->dated + figures->undated == figures->all.done);
    must(figures->supported + figures->unsupported + figures->unclear == figures->claims);
    must(figures->late_in + figures->late_after == figures->dated - figures->all.in_time);
    must(ehc_figures_between(figures, 0, EHC_DAY_MAX - EHC_DAY_MIN) == figures->dated);
    must((figures->longest_days >= 0) == (figures->dated > 0));
    must(figures->median_twice <= 2 * figures->longest_days || figures->dated == 0);
    if (figures->name != NULL)
        must_be_plain(figures->name, false);
}

static void check_result(const struct ehc_audit_result *result, const struct tally *tally, struct counted *counted) {
    uint64_t groups[FIGURES] = {0};
    size_t count = take_figures(result->total, counted->figures);
    check_figures(result->total);
    for (size_t i = 0; i < result->group_count; i++) {
        check_figures(result->groups[i]);
        take_figures(result->groups[i], groups);
    }
    for (size_t i = 0; i < count; i++)
        must(groups[i] == counted->figures[i]);
    must(tally->rows == result->rows && tally->bad == result->bad_rows);
    for (size_t measure = 0; result->year == 0 && measure < EHC_MEASURES_MAX; measure++) {
        const struct ehc_kept *kept = &result->total->kept[measure];
        must(kept->done == tally->done[measure] && kept->in_time == tally->in_time[measure]);
        must(kept->disputed == tally->disputed[measure]);
    }
    counted->rows = result->rows;
    counted->bad_rows = result->bad_rows;
    counted->empty_rows = result->empty_rows;
    counted->group_count = result->group_count;
}

/* Feeds pieces of at most `most` bytes, each of another size. 0: all at once. */
static bool feed(struct ehc_audit *audit, const uint8_t *data, size_t size, size_t most, struct ehc_error *error) {
    uint32_t random = 12345;
    while (size > 0) {
        random = random * 1664525 + 1013904223;
        size_t piece = most == 0 ? size : 1 + (random >> 16) % most;
        piece = piece < size ? piece : size;
        if (!ehc_audit_feed(audit, data, piece, error))
            return false;
        data += piece;
        size -= piece;
    }
    return true;
}

static struct counted count(const uint8_t *data, size_t size, size_t most, struct ehc_audit_options options) {
    struct tally tally = {0};
    struct counted counted = {0};
    struct ehc_error error;
    options.context = &tally;
    struct ehc_audit *audit = ehc_audit_begin(&options);
    must(audit != NULL);
    counted.good = feed(audit, data, size, most, &error) && ehc_audit_end(audit, false, &error);
    if (counted.good)
        check_result(ehc_audit_result(audit), &tally, &counted);
    else
        take_fault(NULL, &error);
    must(counted.bad_rows <= tally.faults);
    ehc_audit_free(audit);
    return counted;
}

/* The same headings with the rows in reverse order; the caller frees it. */
static uint8_t *turn_round(const uint8_t *data, size_t size) {
    uint8_t *turned = malloc(size), *to = turned;
    const uint8_t *headings = memchr(data, '\n', size);
    size_t head = (size_t)(headings - data) + 1;
    must(turned != NULL && headings != NULL);
    memcpy(to, data, head);
    to += head;
    for (size_t end = size; end > head;) {
        size_t start = end - 1;
        while (start > head && data[start - 1] != '\n')
            start--;
        memcpy(to, data + start, end - start);
        to += end - start;
        end = start;
    }
    return turned;
}

/* Whether nothing is above the headings. */
static bool headings_first(const uint8_t *data, size_t size, struct ehc_audit_options options) {
    struct tally tally = {0};
    struct ehc_error error;
    size_t columns;
    uint64_t line = 0;
    options.context = &tally;
    options.look = true;
    struct ehc_audit *audit = ehc_audit_begin(&options);
    must(audit != NULL);
    bool first = feed(audit, data, size, 0, &error) && ehc_audit_end(audit, false, &error) &&
                 ehc_audit_columns(audit, &columns, &line) != NULL && line == 1;
    ehc_audit_free(audit);
    return first;
}

/* The order of the rows makes no difference. Tested only if it is plain which lines are rows. */
static void check_order(const uint8_t *data, size_t size, struct ehc_audit_options options, const struct counted *whole) {
    if (size == 0 || data[size - 1] != '\n' || memchr(data, '"', size) != NULL || memchr(data, '\r', size) != NULL ||
        data[0] == '\n' || options.strict || !headings_first(data, size, options))
        return;
    uint8_t *turned = turn_round(data, size);
    struct counted counted = count(turned, size, 0, options);
    must(memcmp(whole, &counted, sizeof counted) == 0);
    free(turned);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0)
        return 0;
    struct ehc_audit_options options = {.law = &ehc_law_england,
                                        .file = "caseload.csv",
                                        .as_at = FUZZ_AS_AT,
                                        .by = (enum ehc_audit_by)(data[0] & 3),
                                        .year = data[0] & 4 ? 2025 : 0,
                                        .strict = (data[0] & 8) != 0,
                                        .notice = take_notice,
                                        .fault = take_row_fault,
                                        .row = take_row};
    struct counted whole = count(data + 1, size - 1, 0, options);
    struct counted in_bytes = count(data + 1, size - 1, 3, options);
    struct counted in_pieces = count(data + 1, size - 1, 200, options);
    check_order(data + 1, size - 1, options, &whole);
    must(memcmp(&whole, &in_bytes, sizeof whole) == 0 && memcmp(&whole, &in_pieces, sizeof whole) == 0);
    return 0;
}
