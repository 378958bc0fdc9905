/* A caseload, whole or fed in two parts, is counted the same; no figure is more than the rows. */
#include "fuzz.h"
#include <ehc/audit.h>

static void take_row_fault(void *context, enum ehc_fault kind, const struct ehc_error *error) {
    must(ehc_fault_words(kind)[0] != '\0');
    take_fault(context, error);
}

static uint64_t count(const uint8_t *data, size_t size, size_t cut, uint64_t *plans) {
    struct ehc_audit_options options = {.law = &ehc_law_england, .as_at = 20500, .notice = take_fault, .fault = take_row_fault};
    struct ehc_audit *audit = ehc_audit_begin(&options);
    struct ehc_error error;
    must(audit != NULL);
    bool good = ehc_audit_feed(audit, data, cut, &error) && ehc_audit_feed(audit, data + cut, size - cut, &error);
    good = good && ehc_audit_end(audit, false, &error);
    uint64_t rows = good ? ehc_audit_rows(audit) : UINT64_MAX;
    *plans = good ? ehc_audit_result(audit)->total->plans : 0;
    must(!good || *plans <= rows);
    if (!good)
        take_fault(NULL, &error);
    ehc_audit_free(audit);
    return rows;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    uint64_t plans, plans_in_parts;
    uint64_t rows = count(data, size, size, &plans);
    must(count(data, size, size > 0 ? data[0] % size : 0, &plans_in_parts) == rows && plans_in_parts == plans);
    return 0;
}
