/* bundle.h - all that one nation is made of, as data: the law, and the letters and questions that go with it.
 *
 * ehc-limits(5) describes the folder. One bundle is compiled in; --law reads another through the same code. What a bundle
 * does not have is empty here, and is no error. */
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

/* Reads a folder. Each fault of any of its files is reported with file and line. Gives a bundle to be freed with
 * bundle_free(), or NULL where there was a fault. */
struct bundle *bundle_read(const char *folder, ehc_report *report, void *context);
void bundle_free(struct bundle *bundle);

/* What a help text or a message can show as an example: the id of a limit, of an event, of a route, of a letter; a word in
 * capital letters where the bundle has none. */
const char *bundle_an_end(const struct bundle *bundle); /* a limit with which a plan can end */
const char *bundle_a_limit(const struct bundle *bundle);
const char *bundle_an_event(const struct bundle *bundle);
const char *bundle_a_route(const struct bundle *bundle);
const char *bundle_a_letter(const struct bundle *bundle);

#endif
