#include "engine.h"
#include "util/fail.h"
#include <ehc/case.h>
#include <stdlib.h>
#include <string.h>

void ehc_case_init(struct ehc_case *facts) {
    memset(facts, 0, sizeof *facts);
    for (size_t i = 0; i < EHC_EVENTS_MAX; i++)
        facts->event[i] = EHC_NO_DAY;
}

/* "2027": a year alone, which stands for its first day. */
static bool read_year(const char *text, ehc_day *day) {
    char *end;
    if (strlen(text) != 4 || text[0] < '1' || text[0] > '2')
        return false;
    long year = strtol(text, &end, 10);
    *day = *end == '\0' ? ehc_day_from_ymd((int)year, 1, 1) : EHC_NO_DAY;
    return *day != EHC_NO_DAY;
}

bool ehc_case_set_event(const struct ehc_law *law, struct ehc_case *facts, const char *id, const char *date,
                        struct ehc_error *error) {
    int event = ehc_find_event(law, id);
    if (event == EHC_NONE)
        return ehc_fail_unknown(error, id, "an event", ehc_nearest_event(law, id), "'ehc limits --events' lists the events");
    ehc_day day;
    if (!(law->events[event].is_year && read_year(date, &day)) && !ehc_day_read(date, &day, error))
        return false;
    facts->event[event] = day;
    return true;
}

static bool no_room(const char *what, size_t most, struct ehc_error *error) {
    ehc_fail(error, "there are more than %zu %s in the case", most, what);
    return ehc_hint(error, "leave out those that no longer matter");
}

bool ehc_case_add_closure(struct ehc_case *facts, struct ehc_closure closure, struct ehc_error *error) {
    if (facts->closure_count == EHC_CLOSURES_MAX)
        return no_room("closures", EHC_CLOSURES_MAX, error);
    facts->closure[facts->closure_count++] = closure;
    return true;
}

bool ehc_case_add_absence(struct ehc_case *facts, struct ehc_absence absence, struct ehc_error *error) {
    if (facts->absence_count == EHC_ABSENCES_MAX)
        return no_room("absences", EHC_ABSENCES_MAX, error);
    facts->absence[facts->absence_count++] = absence;
    return true;
}

bool ehc_case_add_exceptional(const struct ehc_law *law, struct ehc_case *facts, struct ehc_exceptional exceptional,
                              struct ehc_error *error) {
    if (facts->exceptional_count == EHC_EXCEPTIONAL_MAX)
        return no_room("exceptional circumstances", EHC_EXCEPTIONAL_MAX, error);
    exceptional.claim = ehc_find_claim(law, exceptional.reason);
    facts->exceptional[facts->exceptional_count++] = exceptional;
    return true;
}

bool ehc_case_add_missed(struct ehc_case *facts, struct ehc_missed missed, struct ehc_error *error) {
    if (facts->missed_count == EHC_MISSED_MAX)
        return no_room("missed appointments", EHC_MISSED_MAX, error);
    facts->missed[facts->missed_count++] = missed;
    return true;
}

bool ehc_case_add_advice(struct ehc_case *facts, struct ehc_advice advice, struct ehc_error *error) {
    if (facts->advice_count == EHC_ADVICE_MAX)
        return no_room("requests for advice", EHC_ADVICE_MAX, error);
    facts->advice[facts->advice_count++] = advice;
    return true;
}

bool ehc_case_check(const struct ehc_law *law, const struct ehc_case *facts, ehc_report *report, void *context) {
    size_t faults = 0;
    for (size_t i = 0; i < law->event_count; i++) {
        const struct ehc_event *event = &law->events[i];
        for (size_t j = 0; facts->event[i] != EHC_NO_DAY && j < event->not_before.count; j++) {
            const int other = event->not_before.index[j];
            char date[EHC_DAY_TEXT], other_date[EHC_DAY_TEXT];
            struct ehc_error error;
            if (facts->event[other] == EHC_NO_DAY || facts->event[other] <= facts->event[i])
                continue;
            ehc_fail(&error, "the order cannot be: %s (%s) is before %s (%s)", event->id,
                     ehc_day_format_short(facts->event[i], date), law->events[other].id,
                     ehc_day_format_short(facts->event[other], other_date));
            ehc_hint(&error, "check both dates");
            error.line = facts->event_line[i] != 0 ? facts->event_line[i] : facts->event_line[other];
            error.file = error.line != 0 ? facts->file : NULL;
            report(context, &error);
            faults++;
        }
    }
    return faults == 0;
}

ehc_day ehc_case_event(const struct ehc_law *law, const struct ehc_case *facts, int event, int *from) {
    ehc_day day = facts->event[event];
    int source = event;
    const struct ehc_indexes *taken_from = &law->events[event].taken_from;
    for (size_t i = 0; facts->event[event] == EHC_NO_DAY && i < taken_from->count; i++) {
        ehc_day other = facts->event[taken_from->index[i]];
        if (other != EHC_NO_DAY && (day == EHC_NO_DAY || other > day)) {
            day = other;
            source = taken_from->index[i];
        }
    }
    if (from != NULL)
        *from = source;
    return day;
}

enum ehc_setting ehc_closure_setting(const struct ehc_case *facts, size_t closure) {
    enum ehc_setting own = facts->closure[closure].setting;
    enum ehc_setting setting = own != EHC_SETTING_NOT_GIVEN ? own : facts->setting;
    return setting != EHC_SETTING_NOT_GIVEN ? setting : EHC_SCHOOL;
}

bool ehc_has_school_closure(const struct ehc_case *facts) {
    for (size_t i = 0; i < facts->closure_count; i++)
        if (ehc_closure_setting(facts, i) != EHC_EARLY_YEARS)
            return true;
    return false;
}

struct ehc_span ehc_closure_run(const struct ehc_case *facts, size_t closure, size_t *first_of_run) {
    struct ehc_span run = facts->closure[closure].span;
    enum ehc_setting setting = ehc_closure_setting(facts, closure);
    size_t first = closure;
    for (bool grown = true; grown;) {
        grown = false;
        for (size_t i = 0; i < facts->closure_count; i++) {
            struct ehc_span other = facts->closure[i].span;
            if (ehc_closure_setting(facts, i) != setting || other.first > run.last + 1 || other.last < run.first - 1)
                continue;
            first = i < first ? i : first;
            grown = grown || other.first < run.first || other.last > run.last;
            run.first = other.first < run.first ? other.first : run.first;
            run.last = other.last > run.last ? other.last : run.last;
        }
    }
    if (first_of_run != NULL)
        *first_of_run = first;
    return run;
}

static const char *const setting_names[] = {"school", "early-years", "post-16"};

const char *ehc_setting_name(enum ehc_setting setting) {
    return setting == EHC_SETTING_NOT_GIVEN ? NULL : setting_names[setting - EHC_SCHOOL];
}

bool ehc_setting_read(const char *text, enum ehc_setting *setting, struct ehc_error *error) {
    for (size_t i = 0; i < sizeof setting_names / sizeof setting_names[0]; i++) {
        if (strcmp(setting_names[i], text) == 0) {
            *setting = (enum ehc_setting)(EHC_SCHOOL + i);
            return true;
        }
    }
    char quoted[EHC_QUOTE_ROOM];
    ehc_fail(error, "%s is not a setting", ehc_quote(text, quoted));
    return ehc_hint(error, "it can be school, early-years or post-16");
}
