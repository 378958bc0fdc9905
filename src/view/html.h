/* html.h - pages of HTML in one file each: no scripts, no pictures, nothing from the network. */
#ifndef EHC_VIEW_HTML_H
#define EHC_VIEW_HTML_H

#include "view.h"

/* Writes text from a user or from the law, escaped for an element or a quoted attribute. */
void html_text(FILE *out, const char *text);

/* Writes an element with text in it. `tag` can have attributes: "th scope=\"col\"". */
void html_element(FILE *out, const char *tag, const char *text);

/* Writes a link; only its text if the address does not begin with http:// or https://. */
void html_link(FILE *out, const char *url, const char *text);

/* Writes all that stands before and after the contents of <main>. `styles` ends with NULL; it is added to the style that all
 * pages share. */
void html_begin(FILE *out, const char *title, const char *const *styles);
void html_end(FILE *out);

#endif
