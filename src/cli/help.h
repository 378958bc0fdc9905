/* help.h - prints --help from the tables of commands and options, with examples of the bundle. */
#ifndef EHC_CLI_HELP_H
#define EHC_CLI_HELP_H

#include "bundle/bundle.h"
#include "request/command.h"
#include "view/view.h"

void help_render(const struct bundle *bundle, const struct command *command, const struct page *page);
void help_render_all(const struct bundle *bundle, const struct page *page); /* the commands */

#endif
