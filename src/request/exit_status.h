/* exit_status.h - how a run ends: ehc(1), EXIT STATUS. */
#ifndef EHC_REQUEST_EXIT_STATUS_H
#define EHC_REQUEST_EXIT_STATUS_H

enum exit_status {
    EXIT_DONE = 0,
    EXIT_LATE = 1,
    EXIT_USAGE = 2,
    EXIT_INPUT = 3,
    EXIT_CANNOT_SAY = 4,
    EXIT_FILE = 5,
    EXIT_STOPPED = 130
};

#endif
