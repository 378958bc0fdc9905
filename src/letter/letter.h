/* letter.h - letters: a template and a finished timeline in, a letter out.
 *
 * A template is a text file. Its head has a line for each thing to be known of it, and ends at the first blank line:
 *
 *   title: what the letter is for, in a list of letters
 *   about: final-plan, ...     the limits it can be about, the most important first; a role stands for all of its duties
 *   but-not: plan-disclosure   limits that it is not about, where a role is named
 *   when: overdue, late        the statuses in which they are late enough for it; this where it is left out
 *   claim: does-not-fit        only where an exception is claimed that does not fit, or others give a wrong last day
 *   rounds: all                it names what is late in each round; else it is about the latest in which something is
 *   note: what the sender should know; not part of the letter
 *
 * Below stands the letter. Each line of it is a line of the letter, wrapped where it is long. {reference}, {due},
 * {due:final-plan} and so on are filled in; a line that begins with {if X} or {if not X} is left out where X, a placeholder
 * or a status such as overdue or late:final-plan, does not hold. ehc.1 lists the placeholders.
 */
#ifndef EHC_LETTER_LETTER_H
#define EHC_LETTER_LETTER_H

#include "view/view.h"

struct letter {
    const char *id;    /* as the user names it; NULL for a user's own */
    const char *title; /* "" where not given; so below */
    const char *about;
    const char *but_not;
    const char *when;
    const char *claim;
    const char *note;
    bool all_rounds; /* it names each round that is late, and not the latest alone */
    const char *body;
    unsigned about_line, but_not_line, when_line, claim_line, rounds_line; /* their lines in the file; 0 where not given */
    unsigned body_line;                                                    /* the line on which the body begins */
    const char *file; /* as in errors; NULL for one that is compiled in */
};

/* The letters of a bundle, in the order in which they are listed. */
struct letters {
    const struct letter *list;
    size_t count;
};

enum { LETTER_FILE_MOST = 64 * 1024 };

/* ---- folder.c ---- */

/* A folder of letters that was read. Their text lives as long as it does. */
struct letters_folder;

/* Reads each file NAME.txt of a folder as the letter NAME, and checks it against the law. Each fault is reported with file
 * and line. NULL where there was one; else to be freed with letters_free(). `letters` then borrows from it. */
struct letters_folder *letters_read(const char *path, const struct ehc_law *law, struct letters *letters, ehc_report *report,
                                    void *context);
void letters_free(struct letters_folder *folder);

/* ---- read.c ---- */

/* Cuts up `text`, a whole template file of `length` bytes with room for a NUL after it; the letter borrows it. Reports each
 * fault of its form and gives false where there was one. */
bool letter_read(struct letter *letter, const char *file, char *text, size_t length, ehc_report *report, void *context);

/* Checks each placeholder, limit, event and status that a letter names. Reports each fault; false where there was one. */
bool letter_check(const struct letter *letter, const struct ehc_law *law, ehc_report *report, void *context);

/* What stands in the braces, and whether it is a condition. */
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

/* A run of plain text, or what stands in a pair of braces. */
struct letter_piece {
    enum letter_name kind;
    bool is_condition, is_negated;
    const char *text; /* where it stands in the template */
    size_t length;
    enum letter_placeholder placeholder;
    enum ehc_status status;
    int index;                   /* the limit or event after the colon; EHC_NONE */
    char name[LETTER_NAME_ROOM]; /* as written, without the braces */
};

/* Goes to the next piece of a line that ends at `end`; false at its end, or at a fault, which `error` then tells (its
 * message is empty otherwise). */
bool letter_next_piece(const struct ehc_law *law, const char **at, const char *end, struct letter_piece *piece,
                       struct ehc_error *error);

/* ---- letter.c ---- */

enum letter_result {
    LETTER_WRITTEN,
    LETTER_NOT_SUPPORTED, /* the case does not support it, or lacks a fact: reported */
    LETTER_DOUBTFUL,      /* an exception that fits makes it doubtful: reported */
    LETTER_HIDES_DOUBT,   /* the same, and the template would not say so: reported */
    LETTER_NO_SUCH_ROUND, /* reported */
    LETTER_NO_MEMORY,
};

struct letter_options {
    bool html;   /* a page, and not text */
    bool anyway; /* where a fitting exception makes it doubtful too */
    const char
        *round; /* which round it is about: a number, or the day from which it runs; NULL: the latest that supports it */
};

/* Writes the letter. */
enum letter_result view_letter(const struct ehc_judgement *judgement, const struct letter *letter,
                               const struct letter_options *options, FILE *out, ehc_report *report, void *context);

/* The kinds of letter, with what each is for. */
void view_letters_text(const struct letters *letters, const struct page *page);

#endif
