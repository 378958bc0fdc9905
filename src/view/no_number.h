/* no_number.h - the duties without a number, among the limits in JSON. */
#ifndef EHC_VIEW_NO_NUMBER_H
#define EHC_VIEW_NO_NUMBER_H

#include "json/build.h"
#include <ehc/law.h>

/* Those of a route in an array; EHC_NONE: all. */
json_t *view_no_numbers_json(struct builder *builder, const struct ehc_law *law, int route);

#endif
