/* bundle.h - the data of one nation: its law, letters and questions.
 *
 * ehc-limits(5) describes the folder. One bundle is compiled in; --law reads another with the same code. Letters and
 * questions may be missing: they are then empty here. */
#ifndef EHC_BUNDLE_BUNDLE_H
#define EHC_BUNDLE_BUNDLE_H

#include "letter/letter.h"
#include "questions.h"

struct bundle {
    const struct ehc_law *law;
    struct letters letters;
    struct questions questions;
};

/* The bundle that was compiled in. */
extern const struct bundle bundle_built_in;

/* Reads a folder. Reports each fault of its files with file and line. Free the result with bundle_free(). NULL if there
 * was a fault. */
struct bundle *bundle_read(const char *folder, ehc_report *report, void *context);
void bundle_free(struct bundle *bundle);

/* Examples for help texts and messages: the id of a limit, an event, a route, a letter. A word in capital letters if the
 * bundle has none. */
const char *bundle_an_end(const struct bundle *bundle); /* a limit with which a plan can end */
const char *bundle_a_limit(const struct bundle *bundle);
const char *bundle_an_event(const struct bundle *bundle);
const char *bundle_a_route(const struct bundle *bundle);
const char *bundle_a_letter(const struct bundle *bundle);

#endif
