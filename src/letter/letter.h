/* letter.h - writes a letter from a template and a judged case.
 *
 * A template is a text file. It begins with a head of these lines, which ends at the first blank line:
 *
 *   title: what the letter is for, in a list of letters
 *   about: final-plan, ...     the limits it can be about, the most important first; a role stands for all of its duties
 *   but-not: plan-disclosure   limits that it is not about, if a role is named
 *   when: overdue, late        the statuses that the letter is for; these two if it is left out
 *   claim: does-not-fit        only if a claimed exception does not fit, or others give a wrong last day
 *   rounds: all                it names the late steps of each round; else only those of the latest round that has any
 *   note: what the sender should know; not part of the letter
 *
 * The letter follows. Each line of it is a line of the letter; long lines are wrapped. {reference}, {due}, {due:final-plan}
 * and so on are filled in. A line that begins with {if X} or {if not X} is left out if that does not hold; X is a
 * placeholder or a status such as overdue or late:final-plan. ehc.1 lists the placeholders.
 */
#ifndef EHC_LETTER_LETTER_H
#define EHC_LETTER_LETTER_H

#include "view/view.h"

struct letter {
    const char *id;    /* as the user names it; NULL for a template of the user */
    const char *title; /* "" if not given, as the texts below */
    const char *about;
    const char *but_not;
    const char *when;
    const char *claim;
    const char *note;
    bool all_rounds; /* it names each late round, not only the latest */
    const char *body;
    unsigned about_line, but_not_line, when_line, claim_line, rounds_line; /* their lines in the file; 0: not given */
    unsigned body_line;                                                    /* the line on which the body begins */
    const char *file;                                                      /* as in errors; NULL: compiled in */
};

/* The letters of a bundle, in the order in which they are listed. */
struct letters {
    const struct letter *list;
    size_t count;
};

enum { LETTER_FILE_MOST = 64 * 1024 };

/* ---- folder.c ---- */

/* A folder of letters that was read. It owns their text. */
struct letters_folder;

/* Reads each file NAME.txt of a folder as the letter NAME, and checks it against the law. Reports each fault with file and
 * line. Gives NULL if there was a fault; else free it with letters_free(). `letters` borrows from it. */
struct letters_folder *letters_read(const char *path, const struct ehc_law *law, struct letters *letters, ehc_report *report,
                                    void *context);
void letters_free(struct letters_folder *folder);

/* ---- read.c ---- */

/* Reads a template from `text`, a whole file of `length` bytes with room for a NUL after it. Changes the text; the letter
 * borrows it. Reports each fault of form, and gives false if there was one. */
bool letter_read(struct letter *letter, const char *file, char *text, size_t length, ehc_report *report, void *context);

/* Checks each placeholder, limit, event and status that a letter names. Reports each fault; false if there was one. */
bool letter_check(const struct letter *letter, const struct ehc_law *law, ehc_report *report, void *context);

/* What a piece of a line is: text, or a name in braces. */
enum letter_name { LETTER_TEXT, LETTER_PLACEHOLDER, LETTER_STATUS };

enum letter_placeholder {
    LETTER_REFERENCE,
    LETTER_AUTHORITY,
    LETTER_TODAY,
    LETTER_LAW_AS_AT,
    LETTER_STEP,
    LETTER_DUE,
    LETTER_LATEST,
    LETTER_DONE,
    LETTER_ENDED,
    LETTER_DAYS_LATE,
    LETTER_LATE_BY,
    LETTER_PROVISION,
    LETTER_URL,
    LETTER_TRIGGER,
    LETTER_ROUND,
    LETTER_BODY,
    LETTER_DATE,
    LETTER_OWN,
    LETTER_OWN_DATES,
    LETTER_LATE_STEPS,
    LETTER_EXCEPTIONS,
    LETTER_THEY_SAY,
    LETTER_DOUBT,
    LETTER_PLACEHOLDERS, /* how many there are */
};

enum { LETTER_NAME_ROOM = 80 };

/* A run of plain text, or a name in braces. */
struct letter_piece {
    enum letter_name kind;
    bool is_condition, is_negated;
    const char *text; /* its place in the template */
    size_t length;
    enum letter_placeholder placeholder;
    enum ehc_status status;
    int index;                   /* the limit or event after the colon; EHC_NONE */
    char name[LETTER_NAME_ROOM]; /* as written, without the braces */
};

/* Reads the next piece of a line that ends at `end`. False at the end, with an empty message in `error`, or at a fault. */
bool letter_next_piece(const struct ehc_law *law, const char **at, const char *end, struct letter_piece *piece,
                       struct ehc_error *error);

/* ---- letter.c ---- */

enum letter_result {
    LETTER_WRITTEN,
    LETTER_NOT_SUPPORTED, /* the case does not support it, or does not give a fact: reported */
    LETTER_DOUBTFUL,      /* an exception that fits makes it doubtful: reported */
    LETTER_HIDES_DOUBT,   /* the same, and the template does not say so: reported */
    LETTER_NO_SUCH_ROUND, /* reported */
    LETTER_NO_MEMORY,
};

struct letter_options {
    bool html;         /* a page, not text */
    bool anyway;       /* write it even if an exception that fits makes it doubtful */
    const char *round; /* a number, or the day from which the round runs; NULL: the latest round that supports it */
};

/* Writes the letter to `out`, or nothing if it is refused. */
enum letter_result view_letter(const struct ehc_judgement *judgement, const struct letter *letter,
                               const struct letter_options *options, FILE *out, ehc_report *report, void *context);

/* Lists the letters, each with its title. */
void view_letters_text(const struct letters *letters, const struct page *page);

#endif
