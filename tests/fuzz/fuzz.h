/* fuzz.h - what the fuzz targets share. Each target checks a truth about what was read, not only that nothing crashes. */
#ifndef EHC_TESTS_FUZZ_H
#define EHC_TESTS_FUZZ_H

#include <ehc/explain.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A broken truth is a crash, which the fuzzer keeps the input of. */
static inline void must(bool truth) {
    if (!truth)
        abort();
}

/* Each fault has a message, fit for a terminal. */
static inline void take_fault(void *context, const struct ehc_error *error) {
    (void)context;
    must(error->message[0] != '\0');
    for (const char *at = error->message; *at != '\0'; at++)
        must((unsigned char)*at >= 0x20 && *at != 0x7f);
}

/* The bytes as text with a NUL after them, to be freed. */
static inline char *as_text(const uint8_t *data, size_t size) {
    char *text = malloc(size + 1);
    must(text != NULL);
    memcpy(text, data, size);
    text[size] = '\0';
    return text;
}

static inline void write_file(const char *path, const uint8_t *data, size_t size) {
    FILE *out = fopen(path, "wb");
    must(out != NULL);
    fwrite(data, 1, size, out);
    must(fclose(out) == 0);
}

/* What holds for every deadline of every case. */
static inline void check_deadlines(const struct ehc_law *law, const struct ehc_case *facts, ehc_day as_at) {
    static struct ehc_deadline room[EHC_DEADLINES_MAX];
    size_t count = ehc_timeline(law, facts, as_at, room, EHC_DEADLINES_MAX);
    must(count <= EHC_DEADLINES_MAX);
    for (size_t i = 0; i < count; i++) {
        const struct ehc_deadline *deadline = &room[i];
        must(deadline->days >= -1);
        if (deadline->due == EHC_NO_DAY)
            continue;
        must(deadline->earliest <= deadline->due && deadline->due <= deadline->latest);
        must(deadline->with_exception == EHC_NO_DAY || deadline->with_exception > deadline->due);
        must(i == 0 || room[i - 1].due == EHC_NO_DAY || room[i - 1].due <= deadline->due);
    }
}

#endif
