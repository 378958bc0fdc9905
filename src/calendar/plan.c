/* Plans the events of a calendar, their days and their reminders, from the state of each deadline. */
#include "parts.h"
#include <stdlib.h>
#include <string.h>

enum { NINE = 9 * ICS_HOUR };

/* ---- times ---- */

struct icaltimetype ics_date(ehc_day day) {
    struct ehc_ymd ymd = ehc_ymd_from_day(day);
    struct icaltimetype date = {.year = ymd.year, .month = ymd.month, .day = ymd.day, .is_date = 1};
    return date;
}

struct icaltimetype ics_at_time(ehc_day day, int minutes) {
    struct icaltimetype moment = ics_date(ehc_add_days(day, minutes / ICS_DAY));
    moment.hour = minutes % ICS_DAY / ICS_HOUR;
    moment.minute = minutes % ICS_HOUR;
    moment.is_date = 0;
    return moment;
}

/* Days from the last day to the day of the reminder; negative before it. */
static int days_to(const struct ehc_judged *judged, const struct ics_reminder *reminder) {
    return reminder->after_latest ? judged->deadline->latest - judged->last + 1 : -reminder->days;
}

int ics_reminder_minutes(const struct ehc_judged *judged, const struct ics_reminder *reminder) {
    return days_to(judged, reminder) * ICS_DAY + reminder->minutes;
}

static struct icaltimetype reminder_start(const struct ehc_judged *judged, const struct ics_reminder *reminder) {
    return ics_at_time(ehc_add_days(judged->last, days_to(judged, reminder)), reminder->minutes);
}

/* The usual reminders, at nine in the morning: a week and a day before a step of the family or an own date; for a step of
 * others, the first day on which it is late on every reading. */
size_t ics_reminders_of(const struct ics_options *options, const struct ehc_judged *judged,
                        struct ics_reminder reminders[ICS_REMINDERS_MAX]) {
    size_t count = 0;
    if (options->no_alarms)
        return 0;
    if (options->own_reminders) {
        for (; count < options->reminder_count && count < ICS_REMINDERS_MAX; count++)
            reminders[count] = options->reminders[count];
    } else if (judged->deadline->limit->for_family || judged->deadline->own != NULL) {
        reminders[count++] = (struct ics_reminder){.days = 7, .minutes = NINE};
        reminders[count++] = (struct ics_reminder){.days = 1, .minutes = NINE};
    } else {
        reminders[count++] = (struct ics_reminder){.after_latest = true, .minutes = NINE};
    }
    return count;
}

/* ---- states ---- */

static enum ics_state own_state(const struct ehc_judged *judged) {
    const struct ehc_deadline *deadline = judged->deadline;
    switch (deadline->status) {
    case EHC_MET:
        return ICS_DONE;
    case EHC_LATE:
        return judged->done ? ICS_DONE : ICS_GONE; /* not done, and no longer owed */
    case EHC_DISPUTED:
        return judged->done ? ICS_DONE : ICS_OPEN;
    case EHC_DUE:
    case EHC_OVERDUE:
        return ICS_OPEN;
    case EHC_UNKNOWN:
    case EHC_WAITING:
        if (!judged->waits)
            return ICS_GONE;
        /* Past and perhaps not owed, or counted from a planned day: an event in a calendar stays in it. */
        return deadline->trigger != EHC_NO_DAY && (!deadline->projected || deadline->planned) ? ICS_OPEN : ICS_GONE;
    default:
        return ICS_GONE;
    }
}

/* `answer` (may be NULL) is set to the deadline whose act did the step: this one, or its other branch. */
static enum ics_state state_of(const struct ehc_judged *judged, const struct ehc_deadline **answer) {
    enum ics_state state = own_state(judged);
    /* A refusal too answers whether to assess: it is the other branch of the same step. */
    bool other_branch = state == ICS_GONE && judged->deadline->due != EHC_NO_DAY && judged->answered_by != NULL;
    if (answer != NULL)
        *answer = other_branch ? judged->answered_by->deadline : judged->deadline;
    return other_branch ? ICS_DONE : state;
}

/* The day of an estimate: with an exception that fits, or counted from an estimated day; else EHC_NO_DAY. */
static ehc_day estimate_of(const struct ehc_judged *judged, enum ics_state state) {
    const struct ehc_deadline *deadline = judged->deadline;
    if (state == ICS_DONE || deadline->status == EHC_NOT_NEEDED)
        return EHC_NO_DAY;
    if (deadline->with_exception != EHC_NO_DAY)
        return deadline->with_exception;
    bool is_planned = deadline->status == EHC_WAITING;
    return state == ICS_GONE || is_planned ? judged->last : EHC_NO_DAY;
}

bool ics_is_past(const struct ics_job *job, struct icaltimetype start) {
    return ehc_day_from_ymd(start.year, start.month, start.day) < job->judgement->as_at;
}

static bool add_plan(const struct ics_job *job, struct ics_plans *plans, const struct ics_plan *plan) {
    if (plans->count == plans->capacity) {
        size_t capacity = plans->capacity == 0 ? 256 : 2 * plans->capacity;
        struct ics_plan *more = realloc(plans->plans, capacity * sizeof *more);
        if (more == NULL)
            return false;
        plans->plans = more;
        plans->capacity = capacity;
    }
    plans->plans[plans->count] = *plan;
    ics_write_uid(job, &plans->plans[plans->count++].entry);
    return true;
}

static bool plan_reminders(const struct ics_job *job, struct ics_plans *plans, const struct ics_plan *of) {
    struct ics_reminder reminders[ICS_REMINDERS_MAX];
    size_t count = ics_reminders_of(job->options, of->entry.judged, reminders);
    for (size_t i = 0; i < count; i++) {
        struct ics_plan plan = *of;
        plan.entry.kind = ICS_REMINDER;
        plan.entry.reminder = reminders[i];
        plan.entry.start = reminder_start(of->entry.judged, &reminders[i]);
        plan.wanted = of->wanted && !ics_is_past(job, plan.entry.start);
        if (!add_plan(job, plans, &plan))
            return false;
    }
    return true;
}

static bool plan_estimate(const struct ics_job *job, struct ics_plans *plans, const struct ehc_judged *judged,
                          enum ics_state state, bool chosen) {
    const struct ics_options *options = job->options;
    ehc_day day = estimate_of(judged, state);
    struct ics_plan plan = {
        .entry = {.limit = judged->deadline->limit, .judged = judged, .kind = ICS_ESTIMATE, .state = ICS_GONE}};
    if (day != EHC_NO_DAY) {
        plan.entry.state = ICS_OPEN;
        plan.entry.start = ics_date(day);
        plan.wanted = chosen && (options->planning || (options->named_by_limit && state == ICS_GONE)) &&
                      !(options->future && ics_is_past(job, plan.entry.start));
    }
    return add_plan(job, plans, &plan);
}

static bool is_chosen(const struct ics_job *job, const struct ehc_deadline *deadline) {
    if (deadline->own != NULL)
        return job->options->chosen_own[deadline->own - job->judgement->facts->own];
    return job->options->chosen[deadline->limit - job->judgement->law->limits];
}

static bool plan_deadline(const struct ics_job *job, struct ics_plans *plans, size_t i) {
    const struct ehc_judged *judged = &job->judgement->deadlines[i];
    const struct ics_options *options = job->options;
    bool chosen = is_chosen(job, judged->deadline);
    struct ics_plan plan = {.entry = {.limit = judged->deadline->limit, .judged = judged}};
    plan.entry.state = state_of(judged, &plan.entry.answer);
    if (plan.entry.state != ICS_GONE) {
        plan.entry.start = ics_date(judged->last);
        bool open = plan.entry.state == ICS_OPEN && !judged->waits;
        plan.wanted =
            chosen && (open || options->named_by_limit) && !(options->future && ics_is_past(job, plan.entry.start));
    }
    return add_plan(job, plans, &plan) && plan_estimate(job, plans, judged, plan.entry.state, chosen) &&
           (!options->reminder_events || plan.entry.state != ICS_OPEN || plan_reminders(job, plans, &plan));
}

bool ics_make_plans(const struct ics_job *job, struct ics_plans *plans) {
    for (size_t i = 0; i < job->judgement->count; i++)
        if (!plan_deadline(job, plans, i))
            return false;
    return true;
}

static bool is_listed(const struct ics_options *options, const struct ics_reminder *reminder) {
    for (size_t i = 0; i < options->reminder_count; i++)
        if (!reminder->after_latest && options->reminders[i].days == reminder->days &&
            options->reminders[i].minutes == reminder->minutes)
            return true;
    return false;
}

void ics_recognize(const struct ics_job *job, const char *uid, struct ics_entry *entry) {
    const struct ics_options *options = job->options;
    *entry = (struct ics_entry){.state = ICS_GONE};
    entry->limit = ics_limit_of_uid(job->judgement->law, uid, &entry->kind);
    snprintf(entry->uid, sizeof entry->uid, "%s", uid);
    for (size_t i = 0; i < job->judgement->count; i++) {
        const struct ehc_judged *judged = &job->judgement->deadlines[i];
        if (!ics_read_reminder_uid(job, judged, uid, &entry->reminder))
            continue;
        entry->judged = judged;
        if (state_of(judged, NULL) != ICS_OPEN || options->no_alarms || options->reminder_events ||
            (options->own_reminders && !is_listed(options, &entry->reminder)))
            return;
        entry->state = ICS_OPEN;
        entry->start = reminder_start(judged, &entry->reminder);
        return;
    }
}

static int compare_plans(const void *a, const void *b) {
    const struct ics_plan *const *plan_a = a, *const *plan_b = b;
    return strcmp((*plan_a)->entry.uid, (*plan_b)->entry.uid);
}

static int compare_uid(const void *uid, const void *element) {
    const struct ics_plan *const *plan = element;
    return strcmp(uid, (*plan)->entry.uid);
}

bool ics_sort_plans(struct ics_plans *plans) {
    plans->by_uid = calloc(plans->count + 1, sizeof(struct ics_plan *));
    if (plans->by_uid == NULL)
        return false;
    for (size_t i = 0; i < plans->count; i++)
        plans->by_uid[i] = &plans->plans[i];
    qsort(plans->by_uid, plans->count, sizeof(struct ics_plan *), compare_plans);
    return true;
}

struct ics_plan *ics_find_plan(const struct ics_plans *plans, const char *uid) {
    struct ics_plan **found = bsearch(uid, plans->by_uid, plans->count, sizeof(struct ics_plan *), compare_uid);
    return found != NULL ? *found : NULL;
}

void ics_free_plans(struct ics_plans *plans) {
    free(plans->plans);
    free(plans->by_uid);
    *plans = (struct ics_plans){0};
}
