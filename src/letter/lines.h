/* lines.h - the lines of a letter as they are laid out: as text, or as a page that Word and LibreOffice open. */
#ifndef EHC_LETTER_LINES_H
#define EHC_LETTER_LINES_H

#include "view/view.h"

enum letter_block { LETTER_NO_BLOCK, LETTER_PARAGRAPH, LETTER_LIST };

struct letter_lines {
    FILE *out;
    bool html;
    bool begun, blank;       /* something was written; a blank line is to come before the next */
    enum letter_block block; /* of HTML: what is open */
};

/* Everything before the first line, and after the last. */
void letter_lines_begin(struct letter_lines *lines, const char *title);
void letter_lines_end(struct letter_lines *lines);

/* A line of the template, filled in, which may hold several lines. The text is cut up. */
void letter_lines_put(struct letter_lines *lines, char *text);

#endif
