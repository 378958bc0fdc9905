#include "caseload_to_c.h"
#include "c_text.h"
#include <stdio.h>

static void print_keys(const char *member, const struct ehc_figure_keys *keys) {
    if (keys->done == NULL)
        return;
    printf(" .%s = {", member);
    print_member("done", keys->done);
    print_member("in_time", keys->in_time);
    print_member("share", keys->share);
    printf(" },");
}

static void print_numbers(const char *member, const int *numbers, size_t count) {
    printf(" .%s = {", member);
    for (size_t i = 0; i < count; i++)
        printf("%d, ", numbers[i]);
    printf("},");
}

static void print_measures(const struct ehc_caseload *caseload) {
    printf("static const struct ehc_measure measures[] = {\n");
    for (size_t i = 0; i < caseload->measure_count; i++) {
        const struct ehc_measure *measure = &caseload->measures[i];
        printf("    {");
        print_member("id", measure->id);
        printf(" .limit = %d, .other = %d, .open = %d,", measure->limit, measure->other, measure->open);
        print_member("label", measure->label);
        print_keys("keys", &measure->keys);
        printf(" },\n");
    }
    printf("};\n");
}

static void print_headings(const struct ehc_caseload *caseload) {
    printf("static const struct ehc_column columns[] = {\n");
    for (size_t i = 0; i < caseload->column_count; i++) {
        printf("    {");
        print_member("id", caseload->columns[i].id);
        print_member("names", caseload->columns[i].names);
        printf(" },\n");
    }
    printf("};\nstatic const struct ehc_outcome outcomes[] = {\n");
    for (size_t i = 0; i < caseload->outcome_count; i++) {
        const struct ehc_outcome *outcome = &caseload->outcomes[i];
        printf("    {");
        print_member("id", outcome->id);
        printf(" .yes = %d, .no = %d, .without = %d },\n", outcome->yes, outcome->no, outcome->without);
    }
    printf("};\n");
}

static void print_published(const struct ehc_caseload *caseload) {
    printf("static const struct ehc_published published[] = {\n");
    for (size_t i = 0; i < caseload->published_count; i++) {
        const struct ehc_published *row = &caseload->published[i];
        printf("    {");
        print_member("id", row->id);
        print_member("source", row->source);
        print_member("url", row->url);
        print_member("note", row->note);
        printf(" .year = %d,", row->year);
        print_numbers("done", row->done, caseload->measure_count);
        print_numbers("in_time", row->in_time, caseload->measure_count);
        printf(" .done_without = %d, .in_time_without = %d, .late_in = %d, .late_after = %d,", row->done_without,
               row->in_time_without, row->late_in, row->late_after);
        printf(" .mean_tenths = %d, .mean_tenths_without = %d },\n", row->mean_tenths, row->mean_tenths_without);
    }
    printf("};\n");
}

void print_caseload_tables(const struct ehc_caseload *caseload) {
    print_measures(caseload);
    print_headings(caseload);
    print_published(caseload);
}

static void print_main(const struct ehc_main_measure *about) {
    printf("        .main = { .measure = %d,", about->measure);
    print_keys("keys_without", &about->keys_without);
    print_member("key_late_in", about->key_late_in);
    print_member("key_late_after", about->key_late_after);
    print_member("title", about->title);
    print_member("one", about->one);
    print_member("many", about->many);
    print_member("done", about->done);
    print_member("start", about->start);
    print_numbers("band_weeks", about->band_weeks, about->band_count);
    printf(" .band_count = %zu, .long_days = %d,", about->band_count, about->long_days);
    print_member("beyond", about->beyond);
    print_member("how", about->how);
    print_member("last_day", about->last_day);
    print_member("on_last_day_one", about->on_last_day_one);
    print_member("on_last_day_many", about->on_last_day_many);
    printf(" },\n");
}

void print_caseload(const struct ehc_caseload *caseload) {
    printf("\n    .caseload = {\n        .measures = measures, .measure_count = %zu,\n", caseload->measure_count);
    print_main(&caseload->main);
    printf("        .columns = columns, .column_count = %zu,\n", caseload->column_count);
    printf("        .outcomes = outcomes, .outcome_count = %zu,\n        .codes = {", caseload->outcome_count);
    print_member("yes", caseload->codes.yes);
    print_member("no", caseload->codes.no);
    print_member("none", caseload->codes.none);
    print_member("hint", caseload->codes.hint);
    printf(" },\n        .publisher = {");
    print_member("of", caseload->publisher.of);
    print_member("by", caseload->publisher.by);
    print_member("licence", caseload->publisher.licence);
    printf(" },\n        .published = published, .published_count = %zu,\n    },", caseload->published_count);
}
