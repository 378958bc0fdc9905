/* no_number.h - duties for which the law names no number, in JSON. */
#ifndef EHC_VIEW_NO_NUMBER_H
#define EHC_VIEW_NO_NUMBER_H

#include "json/build.h"
#include <ehc/law.h>

/* The duties of a route as an array; EHC_NONE: of all routes. */
json_t *view_no_numbers_json(struct builder *builder, const struct ehc_law *law, int route);

#endif
