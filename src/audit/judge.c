/* Judges a row as a case, and counts each limit where it belongs.
 *
 * A caseload is read in one pass, and may take at most 1.8 times as long as libcsv alone: half a second for a million
 * rows. The clever part is a cache. In most rows nothing moves a date (no closure, no absence), so two rows with the same
 * day of a trigger have the same dates and differ only in their acts. The dates are worked out once for each day of a
 * trigger and kept in a table by day (DAYS_CACHED days for each measure). ehc_deadline_again() judges a cached deadline by
 * the acts of the current row, with the same code that judges a new one; the tests compare every row with a deadline
 * worked out from the start. Without the cache a million rows take 1.8 times as long as libcsv, with it 1.7. Cold paths
 * are functions of their own, marked SELDOM. */
#include "audit_state.h"
#include "lib/engine.h"
#include <stdio.h>
#include <stdlib.h>

/* Whether the dates of a limit depend only on the day of its single trigger. */
static bool is_counted_from_trigger(const struct ehc_law *law, const struct ehc_limit *limit) {
    for (size_t i = 0; i < limit->readings.count; i++)
        if (law->readings[limit->readings.index[i]].trigger != EHC_NONE)
            return false;
    bool alone = limit->or_on == EHC_NONE && limit->or_limit == EHC_NONE && limit->with == EHC_NONE;
    return limit->unit != EHC_SCHOOL_DAYS && limit->triggers.count == 1 && alone;
}

static bool prepare_measure(const struct ehc_law *law, size_t index, const bool has_event[EHC_EVENTS_MAX],
                            struct audit_measure *prepared) {
    const struct ehc_measure *measure = &law->caseload.measures[index];
    const struct ehc_limit *limit = &law->limits[measure->limit];
    *prepared = (struct audit_measure){.measure = index,
                                       .limit = measure->limit,
                                       .trigger = limit->trigger,
                                       .act = limit->act,
                                       .other_limit = measure->other,
                                       .other_act = EHC_NONE,
                                       .open = measure->open,
                                       .is_cached = is_counted_from_trigger(law, limit)};
    if (measure->other != EHC_NONE)
        prepared->other_act = law->limits[measure->other].act;
    bool has_act = prepared->other_act != EHC_NONE && has_event[prepared->other_act];
    for (size_t i = 0; i < limit->acts.count; i++)
        has_act = has_act || has_event[limit->acts.list[i].event];
    return has_event[prepared->trigger] && has_act;
}

static bool is_judged(const struct ehc_audit *audit, size_t measure) {
    for (size_t i = 0; i < audit->judged_count; i++)
        if (audit->judged[i].measure == measure)
            return true;
    return false;
}

void ehc_audit_prepare_limits(struct ehc_audit *audit, const bool has_event[EHC_EVENTS_MAX]) {
    const struct ehc_law *law = audit->options.law;
    for (size_t i = 0; i < law->caseload.measure_count; i++) {
        bool has = prepare_measure(law, i, has_event, &audit->judged[audit->judged_count]);
        audit->judged_count += has;
        audit->result.has[i] |= has; /* in one of the files */
    }
    if (audit->judged_count > 0) /* without this memory it is only slower */
        audit->cache = calloc(DAYS_CACHED * audit->judged_count, sizeof *audit->cache);
    int main = law->caseload.main.measure;
    bool has_main = main != EHC_NONE && audit->judged_count > 0 && is_judged(audit, (size_t)main);
    audit->result.has_main |= has_main;
    audit->main_index = main;
    audit->main_act = has_main ? law->limits[law->caseload.measures[main].limit].act : EHC_NONE;
}

/* ---- facts ---- */

static void set_event(struct ehc_audit *audit, int event, ehc_day day) {
    if (event != EHC_NONE && audit->facts.event[event] == EHC_NO_DAY)
        audit->facts.event[event] = day;
}

/* Takes outcomes: one column has the code of the decision, another its day. */
SELDOM static void take_outcomes(struct ehc_audit *audit) {
    const struct audit_row *row = &audit->row;
    const struct ehc_caseload *caseload = &audit->options.law->caseload;
    for (size_t i = 0; i < caseload->outcome_count; i++) {
        const struct ehc_outcome *outcome = &caseload->outcomes[i];
        const int events[] = {
            [CODE_NOT_GIVEN] = outcome->without, [CODE_YES] = outcome->yes, [CODE_NO] = outcome->no, [CODE_NONE] = EHC_NONE};
        if (row->outcome_day[i] != EHC_NO_DAY)
            set_event(audit, events[row->outcome[i]], row->outcome_day[i]);
    }
}

/* Whether both days of a period are given, in order. Reports a fault if one is missing or they are reversed. */
static bool has_span(struct ehc_audit *audit, ehc_day first, ehc_day last, const char *name) {
    struct ehc_error error;
    if (first == EHC_NO_DAY && last == EHC_NO_DAY)
        return false;
    if (first != EHC_NO_DAY && last != EHC_NO_DAY && first <= last)
        return true;
    if (first == EHC_NO_DAY || last == EHC_NO_DAY)
        ehc_fail(&error, "%s-%s is missing", name, first == EHC_NO_DAY ? "from" : "to");
    else
        ehc_fail(&error, "%s-to is before %s-from", name, name);
    ehc_hint(&error, "give the first and the last day");
    ehc_audit_fault(audit, EHC_FAULT_SPAN, NULL, &error);
    return false;
}

static void add_exceptional(struct ehc_audit *audit) {
    const struct audit_row *row = &audit->row;
    struct ehc_error error; /* cannot fail: a row has only one of each, and there is room */
    ehc_case_add_exceptional(audit->options.law, &audit->facts,
                             (struct ehc_exceptional){.span = {row->exceptional_from, row->exceptional_to},
                                                      .reason = row->reason[0] != '\0' ? row->reason : NULL},
                             &error);
}

SELDOM static void take_spans(struct ehc_audit *audit) {
    const struct audit_row *row = &audit->row;
    struct ehc_case *facts = &audit->facts;
    if (has_span(audit, row->closed_from, row->closed_to, "closed"))
        facts->closure[facts->closure_count++] = (struct ehc_closure){.span = {row->closed_from, row->closed_to}};
    if (has_span(audit, row->away_from, row->away_to, "away"))
        facts->absence[facts->absence_count++] = (struct ehc_absence){.span = {row->away_from, row->away_to}};
    if (has_span(audit, row->exceptional_from, row->exceptional_to, "exceptional"))
        add_exceptional(audit);
}

static void report_order(void *context, const struct ehc_error *found) {
    struct ehc_error error = *found;
    ehc_audit_fault(context, EHC_FAULT_ORDER, NULL, &error);
}

/* Ignores a day out of order in a column that no figure needs, with a warning. */
SELDOM static void leave_out(struct ehc_audit *audit, struct audit_column *column) {
    char date[EHC_DAY_TEXT], message[EHC_QUOTE_ROOM];
    snprintf(message, sizeof message, "%s is out of order", ehc_day_format_short(*column->day, date));
    ehc_audit_warn(audit, column, message);
    *column->day = EHC_NO_DAY;
}

static inline void check_order(struct ehc_audit *audit) {
    const ehc_day *event = audit->facts.event;
    for (size_t i = 0; i < audit->pair_count; i++) {
        ehc_day later = event[audit->pairs[i].event];
        if (later < event[audit->pairs[i].not_before] && later != EHC_NO_DAY) {
            if (audit->pairs[i].unneeded != NULL) {
                leave_out(audit, audit->pairs[i].unneeded);
                continue;
            }
            ehc_case_check_row(audit->options.law, &audit->facts, report_order, audit);
            return;
        }
    }
}

/* ---- judging ---- */

/* The cached deadlines for a day of a trigger. */
static inline struct ehc_deadline *cached_at(const struct ehc_audit *audit, ehc_day trigger) {
    return &audit->cache[(uint32_t)trigger % DAYS_CACHED * audit->judged_count];
}

static bool in_year(const struct ehc_audit *audit, ehc_day day) {
    return day >= audit->first && day <= audit->last;
}

/* Whether the row can use the cache: the dates depend only on its trigger, and nothing in the row moves them. */
static inline bool can_use_cache(const struct ehc_audit *audit, const struct audit_measure *judged) {
    const struct ehc_case *facts = &audit->facts;
    return judged->is_cached && audit->cache != NULL &&
           (!audit->has_more || facts->closure_count + facts->absence_count + facts->exceptional_count == 0);
}

static inline bool has_happened(const struct ehc_audit *audit, int event) {
    return event != EHC_NONE && audit->facts.event[event] != EHC_NO_DAY && audit->facts.event[event] <= audit->options.as_at;
}

static inline bool has_act(const struct ehc_audit *audit, int limit) {
    const struct ehc_sources *acts = &audit->options.law->limits[limit].acts;
    for (size_t i = 0; i < acts->count; i++)
        if (audit->facts.event[acts->list[i].event] != EHC_NO_DAY)
            return true;
    return false;
}

/* The deadline of the other branch of a step if that branch was taken, else NULL. */
SELDOM static const struct ehc_deadline *judge_other(struct ehc_audit *audit, const struct audit_measure *judged) {
    struct ehc_deadline *deadline = &audit->deadline[judged->measure];
    ehc_deadline_of(audit->options.law, &audit->facts, NULL, audit->options.as_at, judged->other_limit, deadline);
    return deadline->status != EHC_NOT_NEEDED ? deadline : NULL;
}

/* NULL if the row does not need this limit. */
static inline const struct ehc_deadline *judge_limit(struct ehc_audit *audit, const struct audit_measure *judged) {
    struct ehc_deadline *deadline = &audit->deadline[judged->measure];
    ehc_day trigger = audit->facts.event[judged->trigger];
    if (has_happened(audit, judged->other_act)) {
        const struct ehc_deadline *other = judge_other(audit, judged);
        if (other != NULL)
            return other;
    }
    if (!judged->open && !has_act(audit, judged->limit))
        return NULL;
    if (trigger != EHC_NO_DAY && can_use_cache(audit, judged)) {
        deadline = cached_at(audit, trigger) + (judged - audit->judged);
        if (deadline->limit != NULL && deadline->trigger == trigger && deadline->because == EHC_NO_REASON) {
            ehc_deadline_again(audit->options.law, &audit->facts, audit->options.as_at, deadline);
            return deadline;
        }
    }
    ehc_deadline_of(audit->options.law, &audit->facts, NULL, audit->options.as_at, judged->limit, deadline);
    return deadline->trigger != EHC_NO_DAY && (deadline->planned || !deadline->projected) ? deadline : NULL;
}

/* The figures in which an act of the row counts: usually the same for all acts of the row. */
static inline struct ehc_figures *figures_for(struct ehc_audit *audit, ehc_day act) {
    return audit->authority != NULL ? &audit->authority->figures : ehc_audit_figures_for(audit, act);
}

/* Counts a step that is not done by the day of the audit: late already, or still open. */
static void count_open(struct ehc_audit *audit, size_t measure, const struct ehc_deadline *deadline) {
    bool overdue = deadline->status == EHC_OVERDUE, waits = deadline->status == EHC_DUE || deadline->status == EHC_DISPUTED;
    audit->result.later += deadline->act != EHC_NO_DAY;
    if ((!overdue && !waits) || !in_year(audit, deadline->due))
        return;
    struct ehc_figures *figures = figures_for(audit, deadline->due);
    if (figures == NULL)
        return;
    figures->kept[measure].overdue += overdue;
    figures->kept[measure].open += waits;
}

static inline void count_kept(struct ehc_audit *audit, size_t measure, const struct ehc_deadline *deadline) {
    ehc_day act = deadline->act, due = deadline->due;
    if (due == EHC_NO_DAY)
        return;
    bool done = act != EHC_NO_DAY && act <= audit->options.as_at;
    if (!done) {
        count_open(audit, measure, deadline);
        return;
    }
    if (!in_year(audit, act))
        return;
    struct ehc_figures *figures = figures_for(audit, act);
    if (figures == NULL)
        return;
    struct ehc_kept *kept = &figures->kept[measure];
    kept->done++;
    kept->in_time += act <= due; /* a sum instead of a branch, which the processor could not predict */
    kept->disputed += act > due && act <= deadline->latest;
}

/* Whether the facts of the row support the exception that it claims. */
SELDOM static enum ehc_claimed judge_claim(const struct ehc_audit *audit, const struct ehc_deadline *deadline) {
    bool given = false, unclear = false;
    const struct ehc_case *facts = &audit->facts;
    bool none = facts->closure_count + facts->absence_count + facts->exceptional_count == 0;
    if (none || deadline == NULL || deadline->due == EHC_NO_DAY)
        return EHC_UNCLEAR;
    struct ehc_exception exception;
    for (size_t cursor = 0; ehc_exception_next(audit->options.law, &audit->facts, deadline, &cursor, &exception);) {
        if (exception.answer == EHC_ANSWER_YES)
            return EHC_SUPPORTED;
        given = given || exception.given;
        unclear = unclear || (exception.given && exception.answer == EHC_ANSWER_CANNOT_SAY);
    }
    return given && !unclear ? EHC_UNSUPPORTED : EHC_UNCLEAR;
}

static void count_claim(struct ehc_figures *figures, enum ehc_claimed claimed) {
    figures->claims += claimed != EHC_NOT_CLAIMED;
    figures->supported += claimed == EHC_SUPPORTED;
    figures->unsupported += claimed == EHC_UNSUPPORTED;
    figures->unclear += claimed == EHC_UNCLEAR;
}

static size_t band_of(const struct ehc_main_measure *about, int32_t days_over) {
    int32_t weeks = (days_over + 6) / 7;
    size_t band = 0;
    while (band < about->band_count && weeks > about->band_weeks[band])
        band++;
    return band;
}

static void count_share(struct ehc_share *share, bool in_time) {
    share->done++;
    share->in_time += in_time;
}

static bool count_plan(struct ehc_audit *audit, const struct ehc_deadline *deadline, ehc_day plan,
                       enum ehc_claimed claimed) {
    const struct ehc_main_measure *about = &audit->options.law->caseload.main;
    struct ehc_figures *figures = figures_for(audit, plan);
    if (figures == NULL)
        return false;
    bool dated = deadline != NULL && deadline->due != EHC_NO_DAY && plan >= deadline->trigger;
    int32_t days = dated ? plan - deadline->trigger : 0;
    bool in_time = dated && plan <= deadline->due;
    count_share(&figures->all, in_time);
    figures->undated += !dated;
    figures->dated += dated;
    figures->total_days += (uint64_t)days;
    if (audit->row.claims) {
        count_claim(figures, claimed);
    } else {
        count_share(&figures->without, in_time);
        figures->dated_without += dated;
        figures->total_days_without += (uint64_t)days;
    }
    if (!dated)
        return true;
    if (in_time) {
        figures->on_last_day += plan > deadline->earliest;
    } else {
        figures->over[band_of(about, plan - deadline->due)]++;
        figures->late_in += days <= about->long_days;
        figures->late_after += days > about->long_days;
    }
    return ehc_audit_count_days(figures, days);
}

/* The act of the main measure counts by its own day, regardless of other events. */
static void count_plan_of(struct ehc_audit *audit, const struct ehc_deadline *deadline) {
    struct ehc_audited *audited = &audit->audited;
    ehc_day plan = audit->facts.event[audit->main_act];
    bool issued = plan != EHC_NO_DAY && plan <= audit->options.as_at;
    audited->claimed = audit->row.claims ? judge_claim(audit, deadline) : EHC_NOT_CLAIMED;
    if (issued && deadline != NULL && deadline->trigger != EHC_NO_DAY && plan >= deadline->trigger)
        audited->days = plan - deadline->trigger;
    if (issued && in_year(audit, plan)) {
        if (!count_plan(audit, deadline, plan, audited->claimed))
            ehc_audit_out_of_memory(audit);
    } else if (!issued && audit->row.claims && deadline != NULL && deadline->due != EHC_NO_DAY &&
               in_year(audit, deadline->due)) {
        struct ehc_figures *figures = figures_for(audit, deadline->due);
        if (figures != NULL)
            count_claim(figures, audited->claimed);
    }
}

SELDOM static void give_row(struct ehc_audit *audit) {
    struct ehc_audited *audited = &audit->audited;
    audited->line = audit->row.line;
    audited->reference = audit->row.reference;
    audited->authority = audit->row.authority;
    audited->fault = audit->row.faults > 0 ? audit->row.fault : NULL;
    for (size_t i = 0; audited->fault != NULL && i < EHC_MEASURES_MAX; i++)
        audited->deadline[i] = NULL; /* the old value is of the row before */
    audited->facts = &audit->facts;
    audit->options.row(audit->options.context, audited);
}

void ehc_audit_judge_row(struct ehc_audit *audit) {
    const struct ehc_deadline **deadline = audit->audited.deadline;
    audit->audited.days = -1;
    audit->audited.claimed = EHC_NOT_CLAIMED;
    if (audit->has_more) {
        take_outcomes(audit);
        take_spans(audit);
    }
    check_order(audit);
    if (audit->row.faults > 0) {
        audit->result.bad_rows++;
        if (audit->options.row != NULL && !audit->stopped)
            give_row(audit);
        return;
    }
    if (audit->options.by == EHC_BY_AUTHORITY && audit->authority == NULL)
        audit->authority = ehc_audit_group(audit, "", 0);
    const struct audit_measure *const end = audit->judged + audit->judged_count;
    for (const struct audit_measure *judged = audit->judged; judged < end; judged++) {
        const struct ehc_deadline *judgement = judge_limit(audit, judged);
        deadline[judged->measure] = judgement;
        if (judgement != NULL)
            count_kept(audit, judged->measure, judgement);
    }
    if (audit->main_act != EHC_NONE)
        count_plan_of(audit, deadline[audit->main_index]);
    if (audit->options.row != NULL && !audit->stopped)
        give_row(audit);
}
