/* Writes a case as a case file, ehc-case(5), that reads back as the same case. */
#include "hints.h"
#include "util/ascii.h"
#include "util/fail.h"
#include <ehc/case.h>
#include <string.h>

enum { VALUE_MOST = 900 }; /* bytes: a line of a case file has 1,000 at most */
enum { DAYS_MOST = VALUE_MOST / (int)sizeof "2026-01-05," };

/* How to write a value: as it is, or in the kind of quotation marks that it does not hold; CANNOT if neither reads back as
 * the same text. Versions of iniparser read a backslash in quotation marks in different ways. */
enum { AS_IT_IS = ' ', CANNOT = '\0' };

static char marks_for(const char *value) {
    size_t length = strlen(value);
    bool needs_marks = strpbrk(value, ";#") != NULL || value[0] == '"' || value[0] == '\'' || value[0] == ' ' ||
                       value[length - 1] == ' ' || value[length - 1] == '\\';
    if (!needs_marks)
        return AS_IT_IS;
    if (strchr(value, '\\') != NULL)
        return CANNOT;
    return strchr(value, '"') == NULL ? '"' : strchr(value, '\'') == NULL ? '\'' : CANNOT;
}

bool ehc_case_takes_text(const char *text, struct ehc_error *error) {
    char quoted[EHC_QUOTE_ROOM];
    if (!ehc_check_plain(text, "", error))
        return false;
    if (strlen(text) > VALUE_MOST) {
        ehc_fail(error, "the text is too long");
        return ehc_hint(error, "shorten it: it has %zu bytes, and at most %d fit", strlen(text), VALUE_MOST);
    }
    if (*text != '\0' && marks_for(text) == CANNOT) {
        ehc_fail(error, "%s cannot be kept in a case file", ehc_quote(text, quoted));
        return ehc_hint(error, "leave out one of the two kinds of quotation marks, the ';' and '#', or the backslash");
    }
    return true;
}

struct writer {
    FILE *out;
    struct ehc_error *error;
    bool failed, begun;
    const char *kind;                    /* of the last section */
    const char *named[EHC_CLOSURES_MAX]; /* the names of the sections of that kind; no kind has more than closures */
    size_t named_count, nameless;
};

static void put_text(struct writer *writer, const char *key, const char *value) {
    if (value == NULL || *value == '\0' || writer->failed)
        return;
    writer->failed = !ehc_case_takes_text(value, writer->error);
    char marks = marks_for(value);
    if (marks == AS_IT_IS)
        fprintf(writer->out, "%s = %s\n", key, value);
    else
        fprintf(writer->out, "%s = %c%s%c\n", key, marks, value, marks);
}

static void put_date(struct writer *writer, const char *key, ehc_day day) {
    char text[EHC_DAY_TEXT];
    if (day != EHC_NO_DAY)
        fprintf(writer->out, "%s = %s\n", key, ehc_day_format_iso(day, text));
}

static void put_claimed(struct writer *writer, bool is_unclaimed) {
    if (is_unclaimed)
        fputs("claimed = no\n", writer->out);
}

static void put_setting(struct writer *writer, enum ehc_setting setting) {
    if (setting != EHC_SETTING_NOT_GIVEN)
        put_text(writer, "setting", ehc_setting_name(setting));
}

static const char no_name[] = "without a name, ";

static bool fits_header(const char *name) {
    return name != NULL && *name != '\0' && name[0] != ' ' && name[strlen(name) - 1] != ' ' &&
           strpbrk(name, "[]:;#\\") == NULL && ehc_is_plain(name) && strlen(name) < VALUE_MOST &&
           !ascii_same_part(name, sizeof no_name - 1, no_name);
}

static bool is_named(const struct writer *writer, const char *name) {
    for (size_t i = 0; i < writer->named_count; i++)
        if (ascii_same(writer->named[i], name))
            return true;
    return false;
}

/* Leaves out a name that a heading cannot hold, or that an earlier section of the kind has. From the second on, sections
 * of a kind without a name get a number. */
static void put_header(struct writer *writer, const char *kind, const char *name) {
    fprintf(writer->out, "%s[%s", writer->begun ? "\n" : "", kind);
    writer->begun = true;
    if (kind != writer->kind)
        writer->named_count = writer->nameless = 0;
    writer->kind = kind;
    if (fits_header(name) && !is_named(writer, name)) {
        writer->named[writer->named_count++] = name;
        fprintf(writer->out, " %s", name);
    } else if (++writer->nameless > 1) {
        fprintf(writer->out, " %s%zu", no_name, writer->nameless);
    }
    fputs("]\n", writer->out);
}

static void put_case(struct writer *writer, const struct ehc_case *facts) {
    if (facts->reference == NULL && facts->authority == NULL && facts->setting == EHC_SETTING_NOT_GIVEN)
        return;
    fputs("[case]\n", writer->out);
    writer->begun = true;
    put_text(writer, "reference", facts->reference);
    put_text(writer, "authority", facts->authority);
    put_setting(writer, facts->setting);
}

static void put_days(struct writer *writer, const struct ehc_event *about, const ehc_day *days, size_t count) {
    char text[EHC_DAY_TEXT];
    if (count > DAYS_MOST && !writer->failed) {
        ehc_fail(writer->error, "'%s' has %zu days, and a line of a case file holds %d", about->id, count, DAYS_MOST);
        ehc_hint(writer->error, "%s", ehc_hint_old_years);
        writer->failed = true;
    }
    fprintf(writer->out, "%s = ", about->id);
    for (size_t i = 0; i < count; i++) {
        fputs(i > 0 ? ", " : "", writer->out);
        int year = ehc_ymd_from_day(days[i]).year;
        if (about->is_year && days[i] == ehc_day_from_ymd(year, 1, 1))
            fprintf(writer->out, "%d", year);
        else
            fputs(ehc_day_format_iso(days[i], text), writer->out);
    }
    fputs("\n", writer->out);
}

static void put_events(struct writer *writer, const struct ehc_law *law, const struct ehc_case *facts) {
    bool headed = false;
    for (size_t i = 0; i < law->event_count; i++) {
        size_t count;
        const ehc_day *days = ehc_case_days(facts, (int)i, &count);
        if (count == 0)
            continue;
        if (!headed)
            fprintf(writer->out, "%s[events]\n", writer->begun ? "\n" : "");
        headed = writer->begun = true;
        put_days(writer, &law->events[i], days, count);
    }
}

static void put_span(struct writer *writer, struct ehc_span span) {
    put_date(writer, "from", span.first);
    put_date(writer, "to", span.last);
}

/* An own date must have its name, so a name that a heading cannot hold is an error here. */
static void put_own(struct writer *writer, const struct ehc_own *own) {
    char quoted[EHC_QUOTE_ROOM];
    if (!writer->failed && !fits_header(own->name)) {
        ehc_fail(writer->error, "the name %s cannot be kept in a case file", ehc_quote(own->name, quoted));
        ehc_hint(writer->error, "leave out brackets, ':', ';', '#' and backslashes");
        writer->failed = true;
    }
    put_header(writer, "own", own->name);
    put_date(writer, "due", own->due);
    put_text(writer, "who", own->who);
    put_date(writer, "done", own->done);
    put_text(writer, "why", own->why);
}

static void put_they_say(struct writer *writer, const struct ehc_law *law, const struct ehc_they_say *they_say) {
    put_header(writer, "they-say", they_say->name);
    put_text(writer, "limit", law->limits[they_say->limit].id);
    put_date(writer, "date", they_say->day);
    if (they_say->round > 0)
        fprintf(writer->out, "round = %d\n", they_say->round);
    put_date(writer, "round", they_say->from);
    put_text(writer, "why", they_say->reason);
}

bool ehc_case_write(const struct ehc_law *law, const struct ehc_case *facts, FILE *out, struct ehc_error *error) {
    struct writer writer = {.out = out, .error = error};
    put_case(&writer, facts);
    put_events(&writer, law, facts);
    for (size_t i = 0; i < facts->closure_count; i++) {
        put_header(&writer, "closure", facts->closure[i].name);
        put_span(&writer, facts->closure[i].span);
        put_setting(&writer, facts->closure[i].setting);
        put_claimed(&writer, facts->closure[i].is_unclaimed);
    }
    for (size_t i = 0; i < facts->absence_count; i++) {
        put_header(&writer, "absence", facts->absence[i].name);
        put_span(&writer, facts->absence[i].span);
        put_claimed(&writer, facts->absence[i].is_unclaimed);
    }
    for (size_t i = 0; i < facts->exceptional_count; i++) {
        put_header(&writer, "exceptional", facts->exceptional[i].name);
        put_span(&writer, facts->exceptional[i].span);
        put_text(&writer, "reason", facts->exceptional[i].reason);
        put_claimed(&writer, facts->exceptional[i].is_unclaimed);
    }
    for (size_t i = 0; i < facts->missed_count; i++) {
        put_header(&writer, "missed-appointment", facts->missed[i].name);
        put_date(&writer, "date", facts->missed[i].day);
        put_text(&writer, "body", facts->missed[i].body);
        put_claimed(&writer, facts->missed[i].is_unclaimed);
    }
    for (size_t i = 0; i < facts->advice_count; i++) {
        put_header(&writer, "advice", facts->advice[i].name);
        put_text(&writer, "from", ehc_advice_from_name(facts->advice[i].from));
        put_date(&writer, "requested", facts->advice[i].requested);
        put_date(&writer, "request-received", facts->advice[i].request_received);
        put_date(&writer, "received", facts->advice[i].received);
    }
    for (size_t i = 0; i < facts->consultation_count; i++) {
        put_header(&writer, "consultation", facts->consultation[i].name);
        put_date(&writer, "sent", facts->consultation[i].sent);
        put_date(&writer, "answered", facts->consultation[i].answered);
    }
    for (size_t i = 0; i < facts->own_count; i++)
        put_own(&writer, &facts->own[i]);
    for (size_t i = 0; i < facts->they_say_count; i++)
        put_they_say(&writer, law, &facts->they_say[i]);
    return !writer.failed;
}
