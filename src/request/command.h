/* command.h - what a command is. The table of commands is cli/commands.c. */
#ifndef EHC_REQUEST_COMMAND_H
#define EHC_REQUEST_COMMAND_H

#include "exit_status.h"
#include "options.h"
#include <stddef.h>
#include <stdint.h>

struct request;

/* A step of a command. Gives EXIT_DONE if the command can go on; else the reason was already printed on standard error. */
typedef enum exit_status command_step(struct request *request);

struct command {
    const char *name;
    const char *usage;        /* what follows the name on the command line */
    const char *summary;      /* one line */
    const char *details;      /* for --help; paragraphs are separated by a line break */
    uint64_t options;         /* bits UINT64_C(1) << enum option_id */
    enum word_kind words[2];  /* the first word, and those after it */
    command_step *take_words; /* interprets the words; NULL: `run` does */
    command_step *run;
};

#endif
