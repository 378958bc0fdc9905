/* output.h - where the text of a command goes, and its width and colours there. */
#ifndef EHC_REQUEST_OUTPUT_H
#define EHC_REQUEST_OUTPUT_H

#include "request.h"
#include "util/write_file.h"
#include "view/view.h"

/* Reads a whole file ("-": standard input) of at most `most` bytes; the caller frees it. On failure prints a message, sets
 * `status` and gives NULL. */
char *output_read_file(const char *file, size_t most, const char *too_large_hint, size_t *length, enum exit_status *status);

/* Whether the output goes to a file, and not to standard output. */
bool output_is_file(const struct request *request);

/* A page for standard output, or for a file. */
struct page output_page(const struct request *request, FILE *out);

/* A page for notes on standard error. */
struct page output_page_of_messages(void);

/* The output of a command: standard output, or a file that gets its name only when it is whole. Begin, write to `stream`,
 * then finish or drop. Do not move the struct meanwhile. Failures are reported on standard error. */
struct output {
    FILE *stream; /* NULL before begin and after the end */
    struct written_file file;
};

/* Begins output to -o FILE, or to standard output. False after a message; exit with status 5. */
bool output_begin(struct output *output, const struct request *request);

/* Begins output to a file. With `replace`, replaces an existing file. */
bool output_begin_file(struct output *output, const char *file, bool replace);
enum exit_status output_finish(struct output *output);

/* Ends without writing the file. Does nothing if the output has already ended. */
void output_drop(struct output *output);

#endif
