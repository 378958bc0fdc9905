/* Checks the order of the days of a case: a final plan is not sent before its draft. */
#include "util/fail.h"
#include <ehc/case.h>
#include <stdio.h>

struct checking {
    const struct ehc_law *law;
    const struct ehc_case *facts;
    ehc_report *report;
    void *context;
    bool is_row; /* a row has only one round: nothing can begin again */
    size_t faults;
};

/* Whether something can begin again with an event: later events then belong to another round. */
static bool begins_again(const struct ehc_law *law, int event) {
    return law->events[event].closed_by.count > 0;
}

static bool has_day_between(const struct ehc_case *facts, int event, ehc_day first, ehc_day last) {
    size_t count;
    const ehc_day *days = ehc_case_days(facts, event, &count);
    for (size_t i = 0; i < count; i++)
        if (days[i] > first && days[i] <= last)
            return true;
    return false;
}

/* Whether something began again after `first` and on or before `last`, with an event that `about` cannot come before. */
static bool has_begun_again(const struct checking *checking, const struct ehc_event *about, ehc_day first, ehc_day last) {
    for (size_t i = 0; i < about->again_after.count; i++)
        if (has_day_between(checking->facts, about->again_after.index[i], first, last))
            return true;
    for (size_t i = 0; i < about->not_before.count; i++) {
        int event = about->not_before.index[i];
        if (begins_again(checking->law, event) && has_day_between(checking->facts, event, first, last))
            return true;
    }
    return false;
}

/* Whether another event answers rounds that this event begins. Such an answer, if it is before all of them, answers a round
 * that the case does not give. */
static bool is_answered_by(const struct ehc_law *law, int event, int answer) {
    for (size_t i = 0; i < law->limit_count; i++)
        if (ehc_has_index(&law->limits[i].triggers, event) && ehc_has_source(&law->limits[i].acts, answer))
            return true;
    return false;
}

/* Whether the case gives any event that can begin it; else nobody knows which days belong together. */
static bool has_begun(const struct checking *checking, const struct ehc_event *about) {
    for (size_t i = 0; i < about->not_before.count; i++)
        if (begins_again(checking->law, about->not_before.index[i]) &&
            checking->facts->event[about->not_before.index[i]] != EHC_NO_DAY)
            return true;
    return false;
}

static unsigned line_of(const struct ehc_case *facts, int event, size_t index) {
    size_t count;
    const ehc_day *days = ehc_case_days(facts, event, &count);
    return count > 1 ? facts->history_line[days + index - facts->history_day] : facts->event_line[event];
}

/* Names what may be missing: a second request, after the one that is given. */
static void hint_at_another(const struct checking *checking, const struct ehc_event *about, struct ehc_error *error) {
    for (size_t i = 0; i < about->not_before.count && !checking->is_row; i++) {
        int event = about->not_before.index[i];
        char date[EHC_DAY_TEXT];
        size_t count;
        const ehc_day *days = ehc_case_days(checking->facts, event, &count);
        if (!begins_again(checking->law, event) || count == 0)
            continue;
        ehc_hint(error, "check both dates; if there was a second one, give it too: %s = %s, ...",
                 checking->law->events[event].id, ehc_day_format_iso(days[count - 1], date));
        return;
    }
    ehc_hint(error, "check both dates");
}

static void say(struct checking *checking, int event, size_t index, const char *order, int other, ehc_day other_day) {
    const struct ehc_law *law = checking->law;
    char date[EHC_DAY_TEXT], other_date[EHC_DAY_TEXT];
    struct ehc_error error;
    size_t count;
    const ehc_day *days = ehc_case_days(checking->facts, event, &count);
    ehc_fail(&error, "'%s' (%s) cannot be %s '%s' (%s)", law->events[event].id, ehc_day_format_short(days[index], date),
             order, law->events[other].id, ehc_day_format_short(other_day, other_date));
    hint_at_another(checking, &law->events[event], &error);
    error.line = line_of(checking->facts, event, index);
    if (error.line == 0)
        error.line = line_of(checking->facts, other, 0);
    error.file = error.line != 0 ? checking->facts->file : NULL;
    checking->report(checking->context, &error);
    checking->faults++;
}

/* Reports a day that is before all days of an event that it cannot come before. A day before everything that could have
 * begun it is allowed: it may belong to an older plan, whose request the case does not give. */
static void check_before(struct checking *checking, int event, size_t index, ehc_day day) {
    const struct ehc_event *about = &checking->law->events[event];
    for (size_t i = 0; i < about->not_before.count; i++) {
        int other = about->not_before.index[i];
        ehc_day first = checking->facts->event[other];
        if (first == EHC_NO_DAY || first <= day ||
            (!checking->is_row && (begins_again(checking->law, other) || is_answered_by(checking->law, other, event))) ||
            has_begun_again(checking, &checking->law->events[other], day, first))
            continue;
        say(checking, event, index, "before", other, first);
    }
}

static bool is_said_of_other(const struct checking *checking, int event, int other, ehc_day day) {
    const struct ehc_indexes *not_before = &checking->law->events[other].not_before;
    return checking->facts->event[event] > day && ehc_has_index(not_before, event);
}

/* Reports a day that is after an event that it cannot come after, if nothing has begun again in between. */
static void check_after(struct checking *checking, int event, size_t index, ehc_day day) {
    const struct ehc_event *about = &checking->law->events[event];
    for (size_t i = 0; i < about->not_after.count; i++) {
        int other = about->not_after.index[i];
        size_t count;
        const ehc_day *days = ehc_case_days(checking->facts, other, &count);
        while (count > 0 && days[count - 1] >= day)
            count--;
        if (count == 0 || !has_begun(checking, about) || has_begun_again(checking, about, days[count - 1], day) ||
            is_said_of_other(checking, event, other, days[count - 1]))
            continue;
        say(checking, event, index, "after", other, days[count - 1]);
    }
}

static bool check(const struct ehc_law *law, const struct ehc_case *facts, bool is_row, ehc_report *report, void *context) {
    struct checking checking = {.law = law, .facts = facts, .report = report, .context = context, .is_row = is_row};
    for (size_t i = 0; i < law->event_count; i++) {
        size_t count;
        const ehc_day *days = ehc_case_days(facts, (int)i, &count);
        for (size_t j = 0; j < count; j++) {
            check_before(&checking, (int)i, j, days[j]);
            check_after(&checking, (int)i, j, days[j]);
        }
    }
    return checking.faults == 0;
}

bool ehc_case_check(const struct ehc_law *law, const struct ehc_case *facts, ehc_report *report, void *context) {
    return check(law, facts, false, report, context);
}

bool ehc_case_check_row(const struct ehc_law *law, const struct ehc_case *facts, ehc_report *report, void *context) {
    return check(law, facts, true, report, context);
}
