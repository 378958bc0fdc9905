#include "ask.h"
#include "util/signals.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t caught;
static int read_error;

static void note_signal(int number) {
    caught = number;
}

void ask_catch_signals(void) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
        ehc_catch_signal(signals[i], note_signal);
    signal(SIGPIPE, SIG_IGN); /* a reader that stops reading the questions must not end the program */
}

int ask_signal(void) {
    return caught;
}

void ask_end_by_signal(void) {
    signal(caught, SIG_DFL);
    raise(caught);
}

int ask_read_error(void) {
    return read_error;
}

/* Reads one byte, without a buffer: later bytes stay for the next reader, and no signal between two bytes is lost. */
static int read_byte(char *byte) {
    for (;;) {
        if (caught != 0)
            return -1;
        ssize_t count = read_error == 0 ? read(STDIN_FILENO, byte, 1) : -1;
        if (count >= 0 || read_error != 0)
            return (int)count;
        if (errno != EINTR)
            read_error = errno; /* read no further answer */
    }
}

static void trim(char *line) {
    size_t start = strspn(line, " \t\r"), length = strlen(line + start);
    memmove(line, line + start, length + 1);
    while (length > 0 && strchr(" \t\r", line[length - 1]) != NULL)
        line[--length] = '\0';
}

enum line_result ask_read_line(char line[ANSWER_ROOM]) {
    size_t length = 0;
    bool any = false, too_long = false;
    for (;;) {
        char byte;
        int count = read_byte(&byte);
        if (caught != 0 || count < 0 || (count == 0 && !any)) {
            line[0] = '\0'; /* no answer */
            return caught != 0 ? LINE_INTERRUPTED : LINE_END;
        }
        if (count == 0 || byte == '\n')
            break;
        any = true;
        too_long = too_long || length + 1 == ANSWER_ROOM;
        if (!too_long)
            line[length++] = byte != '\0' ? byte : '\x01'; /* will be refused as a control character */
    }
    line[length] = '\0';
    trim(line);
    return too_long ? LINE_TOO_LONG : LINE_READ;
}
