/* html.h - pages of HTML: whole in themselves, without scripts, pictures or anything from elsewhere. */
#ifndef EHC_VIEW_HTML_H
#define EHC_VIEW_HTML_H

#include "view.h"

/* Text from a user or from the law, as text and nothing else, in an element or in a quoted attribute: what HTML would take
 * as its own is escaped. */
void html_text(FILE *out, const char *text);

/* An element with text in it: `tag` may carry attributes ("th scope=\"col\""). */
void html_element(FILE *out, const char *tag, const char *text);

/* A link; plain text where the address is not one of the web. */
void html_link(FILE *out, const char *url, const char *text);

/* Everything up to the contents of <main>, and all after them. `styles`, which end with NULL, are added to the style all
 * pages share. */
void html_begin(FILE *out, const char *title, const char *const *styles);
void html_end(FILE *out);

#endif
