/* lines.h - lays out the lines of a letter: as text, or as a page that Word and LibreOffice open. */
#ifndef EHC_LETTER_LINES_H
#define EHC_LETTER_LINES_H

#include "view/view.h"

enum letter_block { LETTER_NO_BLOCK, LETTER_PARAGRAPH, LETTER_LIST };

struct letter_lines {
    FILE *out;
    bool html;
    bool begun, blank;       /* something is written; the next line comes after a blank line */
    enum letter_block block; /* of HTML: the block that is open */
};

/* Write the beginning and the end of the page; nothing for text. */
void letter_lines_begin(struct letter_lines *lines, const char *title);
void letter_lines_end(struct letter_lines *lines);

/* Adds a line of the template, filled in; a list makes it several lines. Changes the text. */
void letter_lines_put(struct letter_lines *lines, char *text);

#endif
