#include "case/hints.h"
#include "letter.h"
#include "util/fail.h"
#include <ehc/nearest.h>
#include <string.h>

enum argument { NO_ARGUMENT, MAY_NAME_LIMIT, NAMES_EVENT, NAMES_OWN };

static const struct {
    const char *name;
    enum argument argument;
} placeholders[LETTER_PLACEHOLDERS] = {
    [LETTER_REFERENCE] = {"reference", NO_ARGUMENT},
    [LETTER_AUTHORITY] = {"authority", NO_ARGUMENT},
    [LETTER_TODAY] = {"today", NO_ARGUMENT},
    [LETTER_LAW_AS_AT] = {"law-as-at", NO_ARGUMENT},
    [LETTER_STEP] = {"step", MAY_NAME_LIMIT},
    [LETTER_DUE] = {"due", MAY_NAME_LIMIT},
    [LETTER_LATEST] = {"latest", MAY_NAME_LIMIT},
    [LETTER_DONE] = {"done", MAY_NAME_LIMIT},
    [LETTER_ENDED] = {"ended", MAY_NAME_LIMIT},
    [LETTER_DAYS_LATE] = {"days-late", MAY_NAME_LIMIT},
    [LETTER_LATE_BY] = {"late-by", MAY_NAME_LIMIT},
    [LETTER_PROVISION] = {"provision", MAY_NAME_LIMIT},
    [LETTER_URL] = {"url", MAY_NAME_LIMIT},
    [LETTER_TRIGGER] = {"trigger", MAY_NAME_LIMIT},
    [LETTER_ROUND] = {"round", MAY_NAME_LIMIT},
    [LETTER_BODY] = {"body", NO_ARGUMENT},
    [LETTER_DATE] = {"date", NAMES_EVENT},
    [LETTER_OWN] = {"own", NAMES_OWN},
    [LETTER_OWN_DATES] = {"own-dates", NO_ARGUMENT},
    [LETTER_LATE_STEPS] = {"late-steps", NO_ARGUMENT},
    [LETTER_EXCEPTIONS] = {"exceptions", NO_ARGUMENT},
    [LETTER_THEY_SAY] = {"they-say", NO_ARGUMENT},
    [LETTER_DOUBT] = {"doubt", NO_ARGUMENT},
};

static const char *const head_keys[] = {"title", "about", "but-not", "when", "claim", "note", "rounds"};
enum { HEAD_KEYS = sizeof head_keys / sizeof head_keys[0] };

struct checker {
    const struct letter *letter;
    ehc_report *report;
    void *context;
    unsigned line;
    size_t faults;
};

static void pass_on(struct checker *checker, struct ehc_error *error) {
    error->file = checker->letter->file;
    error->line = checker->line;
    checker->faults++;
    checker->report(checker->context, error);
}

static void say(struct checker *checker, const char *message, const char *hint) {
    struct ehc_error error;
    ehc_fail(&error, "%s", message);
    ehc_hint(&error, "%s", hint);
    pass_on(checker, &error);
}

/* ---- the form of the file ---- */

static void clean_text(struct checker *checker, char *text, size_t length) {
    bool has_nul = strlen(text) != length;
    char *to = text;
    for (const char *from = text; *from != '\0'; from++)
        if (from[0] != '\r' || from[1] != '\n')
            *to++ = (char)(*from == '\t' ? ' ' : *from);
    *to = '\0';
    const char *hidden = ehc_find_hidden(text, "\n"), *end = hidden != NULL ? hidden : to;
    struct ehc_error error;
    checker->line = 1;
    for (const char *at = text; at < end; at++)
        checker->line += *at == '\n';
    if (hidden != NULL) {
        ehc_check_plain(hidden, "", &error);
        pass_on(checker, &error);
    } else if (has_nul) {
        say(checker, "the template has a NUL byte", ehc_hint_utf8);
    }
}

/* The value after "key:", cut out of the line; NULL if the line does not begin with the key. */
static char *value_of_key(char *line, const char *key) {
    size_t length = strlen(key);
    if (strncmp(line, key, length) != 0 || line[length] != ':')
        return NULL;
    char *value = line + length + 1 + strspn(line + length + 1, " ");
    size_t end = strlen(value);
    while (end > 0 && value[end - 1] == ' ')
        value[--end] = '\0';
    return value;
}

static bool read_head_line(struct letter *letter, char *line, unsigned number) {
    const char *rounds = "";
    const char **targets[HEAD_KEYS] = {&letter->title, &letter->about, &letter->but_not, &letter->when,
                                       &letter->claim, &letter->note,  &rounds};
    unsigned *lines[HEAD_KEYS] = {NULL, &letter->about_line, &letter->but_not_line, &letter->when_line, &letter->claim_line,
                                  NULL, &letter->rounds_line};
    for (size_t i = 0; i < HEAD_KEYS; i++) {
        const char *value = value_of_key(line, head_keys[i]);
        if (value == NULL)
            continue;
        *targets[i] = value;
        if (lines[i] != NULL)
            *lines[i] = number;
        letter->all_rounds = letter->all_rounds || strcmp(rounds, "all") == 0;
        return true;
    }
    return false;
}

static void unknown_head_line(struct checker *checker, const char *line) {
    char quoted[EHC_QUOTE_ROOM], key[LETTER_NAME_ROOM], hint[EHC_HINT_ROOM];
    struct ehc_nearest nearest = {.word = key};
    struct ehc_error error;
    snprintf(key, sizeof key, "%.*s", (int)strcspn(line, ":"), line);
    for (size_t i = 0; i < HEAD_KEYS; i++)
        ehc_nearest_offer(&nearest, head_keys[i]);
    ehc_fail(&error, "%s does not belong in the head of a template", ehc_quote(line, quoted));
    ehc_hint(&error, "%s",
             ehc_did_you_mean_marked(
                 "'", nearest.name, ":'",
                 "end the head with a blank line; it can have title, about, but-not, when, claim, rounds and note", hint));
    pass_on(checker, &error);
}

bool letter_read(struct letter *letter, const char *file, char *text, size_t length, ehc_report *report, void *context) {
    *letter = (struct letter){
        .title = "", .about = "", .but_not = "", .when = "", .claim = "", .note = "", .body_line = 1, .file = file};
    struct checker checker = {.letter = letter, .report = report, .context = context};
    size_t mark = length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    text[length] = '\0';
    text += mark;
    clean_text(&checker, text, length - mark);
    if (checker.faults > 0)
        return false;
    bool in_head = false;
    while (*text != '\0') {
        size_t line_length = strcspn(text, "\n");
        char *next = text + line_length + (text[line_length] == '\n');
        char ended_by = text[line_length];
        checker.line = letter->body_line;
        text[line_length] = '\0';
        if (in_head && *text == '\0') {
            text = next;
            letter->body_line++;
            break;
        }
        if (!read_head_line(letter, text, letter->body_line)) {
            if (!in_head) { /* no head at all */
                text[line_length] = ended_by;
                break;
            }
            unknown_head_line(&checker, text);
        }
        in_head = true;
        text = next;
        letter->body_line++;
    }
    letter->body = text;
    checker.line = letter->body_line;
    if (checker.faults == 0 && text[strspn(text, " \n")] == '\0')
        say(&checker, "the template has no text", "write the letter below the head and a blank line");
    return checker.faults == 0;
}

/* ---- names in braces ---- */

static bool find_status(const char *name, enum ehc_status *status) {
    for (enum ehc_status each = EHC_MET; each <= EHC_UNKNOWN; each++) {
        if (strcmp(ehc_status_name(each), name) == 0) {
            *status = each;
            return true;
        }
    }
    return false;
}

static bool unknown_name(const char *name, bool is_condition, struct ehc_error *error) {
    struct ehc_nearest nearest = {.word = name};
    for (size_t i = 0; i < LETTER_PLACEHOLDERS; i++)
        ehc_nearest_offer(&nearest, placeholders[i].name);
    for (enum ehc_status each = EHC_MET; is_condition && each <= EHC_UNKNOWN; each++)
        ehc_nearest_offer(&nearest, ehc_status_name(each));
    return ehc_fail_unknown(error, name, "a placeholder", nearest.name, "'ehc letter --help' lists the placeholders");
}

static bool find_limit_named(const struct ehc_law *law, const char *id, int *index, struct ehc_error *error) {
    *index = ehc_find_limit(law, id);
    return *index != EHC_NONE ||
           ehc_fail_unknown(error, id, "a limit", ehc_nearest_limit(law, id), "'ehc limits' lists the limits");
}

static bool find_event_named(const struct ehc_law *law, const char *id, int *index, struct ehc_error *error) {
    *index = ehc_find_event(law, id);
    return *index != EHC_NONE || ehc_fail_unknown(error, id, "an event", ehc_nearest_event(law, id), ehc_hint_events);
}

/* Takes a word before the rest of a name: "if", "not". */
static bool take_word(const char **name, const char *word) {
    size_t length = strlen(word);
    if (strncmp(*name, word, length) != 0 || (*name)[length] != ' ')
        return false;
    *name += length + strspn(*name + length, " ");
    return true;
}

static bool understand(const struct ehc_law *law, struct letter_piece *piece, struct ehc_error *error) {
    const char *name = piece->name;
    char first[LETTER_NAME_ROOM];
    piece->is_condition = take_word(&name, "if");
    piece->is_negated = piece->is_condition && take_word(&name, "not");
    size_t length = strcspn(name, ":");
    const char *argument = name[length] == ':' ? name + length + 1 : NULL;
    snprintf(first, sizeof first, "%.*s", (int)length, name);
    piece->index = EHC_NONE;
    if (piece->is_condition && find_status(first, &piece->status)) {
        piece->kind = LETTER_STATUS;
        return argument == NULL || find_limit_named(law, argument, &piece->index, error);
    }
    piece->kind = LETTER_PLACEHOLDER;
    for (size_t i = 0; i < LETTER_PLACEHOLDERS; i++) {
        if (strcmp(placeholders[i].name, first) != 0)
            continue;
        piece->placeholder = (enum letter_placeholder)i;
        if (placeholders[i].argument == NAMES_EVENT && argument != NULL)
            return find_event_named(law, argument, &piece->index, error);
        if (placeholders[i].argument == MAY_NAME_LIMIT && argument != NULL)
            return find_limit_named(law, argument, &piece->index, error);
        if (placeholders[i].argument == NO_ARGUMENT && argument != NULL) {
            ehc_fail(error, "{%s} takes no name after it", first);
            return ehc_hint(error, "write it as {%s}", first);
        }
        if (placeholders[i].argument == NAMES_OWN && (argument == NULL || *argument == '\0')) {
            ehc_fail(error, "{%s} does not say which date", first);
            return ehc_hint(error, "name your own date, as in {own:hearing bundle}");
        }
        if (placeholders[i].argument == NAMES_EVENT) {
            ehc_fail(error, "{%s} does not name an event", first);
            return ehc_hint(error, "name an event, as in {date:%s}", law->event_count > 0 ? law->events[0].id : "EVENT");
        }
        return true;
    }
    return unknown_name(first, piece->is_condition, error);
}

bool letter_next_piece(const struct ehc_law *law, const char **at, const char *end, struct letter_piece *piece,
                       struct ehc_error *error) {
    const char *start = *at;
    *error = (struct ehc_error){0};
    *piece = (struct letter_piece){.kind = LETTER_TEXT, .text = start, .index = EHC_NONE};
    if (start >= end)
        return false;
    if (*start != '{') {
        const char *brace = memchr(start, '{', (size_t)(end - start));
        *at = brace != NULL ? brace : end;
        piece->length = (size_t)(*at - start);
        return true;
    }
    const char *close = memchr(start, '}', (size_t)(end - start));
    *at = close != NULL ? close + 1 : end;
    piece->length = (size_t)(*at - start);
    if (close == NULL || piece->length - 2 >= sizeof piece->name) {
        ehc_fail(error, close == NULL ? "a '{' has no '}' on its line" : "the name in the braces is too long");
        return ehc_hint(error, "write a placeholder as {reference}");
    }
    snprintf(piece->name, sizeof piece->name, "%.*s", (int)piece->length - 2, start + 1);
    return understand(law, piece, error);
}

/* ---- checking ---- */

static void check_line(struct checker *checker, const struct ehc_law *law, const char *line, const char *end) {
    struct letter_piece piece;
    struct ehc_error error;
    bool at_start = true;
    while (line < end) {
        if (!letter_next_piece(law, &line, end, &piece, &error)) {
            pass_on(checker, &error);
        } else if (piece.is_condition && !at_start) {
            say(checker, "a condition must be at the start of its line", "begin the line with it, as in {if reference}");
        }
        at_start = at_start && piece.is_condition;
    }
}

/* The next item of a list separated by commas, cut to the room; false at the end. */
static bool next_name(const char **list, char name[LETTER_NAME_ROOM]) {
    *list += strspn(*list, ", ");
    size_t length = strcspn(*list, ",");
    if (length == 0)
        return false;
    const char *start = *list;
    *list += length;
    while (length > 0 && start[length - 1] == ' ')
        length--;
    snprintf(name, LETTER_NAME_ROOM, "%.*s", (int)length, start);
    return true;
}

static void check_head(struct checker *checker, const struct ehc_law *law) {
    const struct letter *letter = checker->letter;
    char name[LETTER_NAME_ROOM], quoted[EHC_QUOTE_ROOM];
    struct ehc_error error;
    enum ehc_status status;
    int index;
    checker->line = letter->about_line;
    if (letter->about[strspn(letter->about, ", ")] == '\0')
        say(checker, "the template does not say what it is about",
            "begin it with a line such as 'about: LIMIT', or name a kind of letter");
    for (const char *list = letter->about; next_name(&list, name);)
        if (ehc_find_role(law, name) == EHC_NONE && !find_limit_named(law, name, &index, &error))
            pass_on(checker, &error);
    checker->line = letter->but_not_line;
    for (const char *list = letter->but_not; next_name(&list, name);)
        if (!find_limit_named(law, name, &index, &error))
            pass_on(checker, &error);
    checker->line = letter->when_line;
    for (const char *list = letter->when; next_name(&list, name);) {
        if (find_status(name, &status))
            continue;
        ehc_fail(&error, "%s is not a status", ehc_quote(name, quoted));
        ehc_hint(&error, "write overdue, late, due or disputed");
        pass_on(checker, &error);
    }
    checker->line = letter->claim_line;
    if (letter->claim[0] != '\0' && strcmp(letter->claim, "does-not-fit") != 0)
        say(checker, "'claim:' is not understood", "write does-not-fit, or leave the line out");
    checker->line = letter->rounds_line;
    if (letter->rounds_line > 0 && !letter->all_rounds)
        say(checker, "'rounds:' is not understood", "write all; leave the line out for a letter about the latest round");
}

bool letter_check(const struct letter *letter, const struct ehc_law *law, ehc_report *report, void *context) {
    struct checker checker = {.letter = letter, .report = report, .context = context};
    check_head(&checker, law);
    checker.line = letter->body_line;
    for (const char *line = letter->body; *line != '\0'; checker.line++) {
        const char *end = line + strcspn(line, "\n");
        check_line(&checker, law, line, end);
        line = end + (*end == '\n');
    }
    return checker.faults == 0;
}
