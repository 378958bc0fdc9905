#include "fail.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *ehc_quote(const char *text, char out[EHC_QUOTE_ROOM]) {
    const size_t longest = EHC_QUOTE_ROOM - 10;
    size_t at = 0, bytes;
    out[at++] = '\'';
    while (*text != '\0' && at < longest) {
        const char *shown = ehc_shown(&text, &bytes);
        memcpy(out + at, shown, bytes);
        at += bytes;
    }
    snprintf(out + at, EHC_QUOTE_ROOM - at, "%s'", *text == '\0' ? "" : "...");
    return out;
}

bool ehc_vfail(struct ehc_error *error, const char *format, va_list arguments) {
    *error = (struct ehc_error){0};
    vsnprintf(error->message, sizeof error->message, format, arguments);
    ehc_make_fit(error->message);
    return false;
}

bool ehc_fail(struct ehc_error *error, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    ehc_vfail(error, format, arguments);
    va_end(arguments);
    return false;
}

bool ehc_no_memory(struct ehc_error *error) {
    ehc_fail(error, "there is not enough memory");
    error->of_machine = true;
    return ehc_hint(error, "close other programs, or give it less to read");
}

bool ehc_hint(struct ehc_error *error, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->hint, sizeof error->hint, format, arguments);
    va_end(arguments);
    ehc_make_fit(error->hint);
    return false;
}

const char *ehc_did_you_mean_marked(const char *before, const char *name, const char *after, const char *otherwise,
                                    char hint[EHC_HINT_ROOM]) {
    if (name == NULL)
        return otherwise;
    snprintf(hint, EHC_HINT_ROOM, "did you mean %s%s%s?", before, name, after);
    return hint;
}

const char *ehc_did_you_mean(const char *name, const char *otherwise, char hint[EHC_HINT_ROOM]) {
    return ehc_did_you_mean_marked("'", name, "'", otherwise, hint);
}

void ehc_add_choice(char hint[EHC_HINT_ROOM], const char *name) {
    size_t length = strlen(hint);
    snprintf(hint + length, EHC_HINT_ROOM - length, length == 0 ? "use one of: %s" : ", %s", name);
}

bool ehc_fail_unknown(struct ehc_error *error, const char *id, const char *what, const char *nearest,
                      const char *otherwise) {
    char quoted[EHC_QUOTE_ROOM], hint[EHC_HINT_ROOM];
    ehc_fail(error, "%s is not %s", ehc_quote(id, quoted), what);
    const char *said = ehc_did_you_mean(nearest, otherwise, hint);
    return said != NULL ? ehc_hint(error, "%s", said) : false;
}

const char ehc_hint_utf8[] = "save the file as plain UTF-8 text";

bool ehc_fail_folder_name(struct ehc_error *error) {
    ehc_fail(error, "the name of the folder is too long");
    return ehc_hint(error, "choose a shorter one");
}

bool ehc_check_plain(const char *text, const char *but, struct ehc_error *error) {
    const char *place = ehc_find_hidden(text, but);
    if (place == NULL)
        return true;
    if (ehc_utf8_length(place) == 0) {
        ehc_fail(error, "the text is not UTF-8");
        return ehc_hint(error, "%s", ehc_hint_utf8);
    }
    ehc_fail(error, "the text has a control character or a hidden character: U+%04X", (unsigned)ehc_character(place));
    return ehc_hint(error, "type the text again instead of copying it");
}
