/* output.h - where a command's text goes, and how wide and coloured it is there. */
#ifndef EHC_REQUEST_OUTPUT_H
#define EHC_REQUEST_OUTPUT_H

#include "request.h"
#include "util/write_file.h"
#include "view/view.h"

/* The whole of a file ("-": standard input) of at most `most` bytes, to be freed; NULL after a message, and `status`. */
char *output_read_file(const char *file, size_t most, const char *too_large_hint, size_t *length, enum exit_status *status);

/* A page for standard output, or for a file. */
struct page output_page(const struct request *request, FILE *out);

/* Where a command's text goes: a file, which has its name once it is whole, or standard output. Begin, write to the stream,
 * then finish or drop. The struct stays where it is meanwhile. What goes wrong is said on standard error. */
struct output {
    FILE *stream; /* NULL: not begun, or ended */
    struct written_file file;
};

/* To -o FILE, or to standard output. False: exit status 5. */
bool output_begin(struct output *output, const struct request *request);

/* To a file by its name. `replace`: where it exists already it is replaced. */
bool output_begin_file(struct output *output, const char *file, bool replace);
enum exit_status output_finish(struct output *output);

/* Nothing is written to the file. Where there is no output any more, nothing happens. */
void output_drop(struct output *output);

#endif
