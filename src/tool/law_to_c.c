/* law_to_c DIRECTORY NAME - prints the law in a directory as constant C tables, `const struct ehc_law NAME`.
 *
 * It reads with the same ehc_law_read() as `ehc --law`, so that the compiled law and one read at run time cannot differ. */
#include "c_text.h"
#include "caseload_to_c.h"
#include <ehc/law.h>
#include <stdio.h>
#include <stdlib.h>

static void print_day(const char *member, ehc_day day) {
    if (day == EHC_NO_DAY)
        printf(" .%s = EHC_NO_DAY,", member);
    else
        printf(" .%s = %d,", member, day);
}

/* Prints a list of indexes, which must come before the table whose row `row` uses it. */
static void print_list(const char *table, const char *member, size_t row, struct ehc_indexes list) {
    if (list.count == 0)
        return;
    printf("static const int %s_%s_%zu[] = {", table, member, row);
    for (size_t i = 0; i < list.count; i++)
        printf("%d, ", list.index[i]);
    printf("};\n");
}

static void print_list_use(const char *table, const char *member, size_t row, struct ehc_indexes list) {
    if (list.count > 0)
        printf(" .%s = {%s_%s_%zu, %zu},", member, table, member, row, list.count);
}

static void print_sources(const char *table, const char *member, size_t row, struct ehc_sources sources) {
    if (sources.count == 0)
        return;
    printf("static const struct ehc_source %s_%s_%zu[] = {", table, member, row);
    for (size_t i = 0; i < sources.count; i++)
        printf("{%d, %d}, ", sources.list[i].event, sources.list[i].after);
    printf("};\n");
}

static void print_events(const struct ehc_law *law) {
    for (size_t i = 0; i < law->event_count; i++) {
        const struct ehc_event *event = &law->events[i];
        print_list("event", "closed_by", i, event->closed_by);
        print_list("event", "undone_by", i, event->undone_by);
        print_list("event", "overtakes", i, event->overtakes);
        print_list("event", "settles", i, event->settles);
        print_list("event", "reverses", i, event->reverses);
        print_list("event", "not_before", i, event->not_before);
        print_list("event", "not_after", i, event->not_after);
        print_list("event", "again_after", i, event->again_after);
        print_sources("event", "taken_from", i, event->taken_from);
        print_list("event", "limits", i, event->limits);
    }
    printf("static const struct ehc_event events[] = {\n");
    for (size_t i = 0; i < law->event_count; i++) {
        const struct ehc_event *event = &law->events[i];
        printf("    {");
        print_member("id", event->id);
        print_member("title", event->title);
        print_member("when", event->when);
        print_member("done", event->done);
        print_member("round", event->round);
        print_member("not_this", event->not_this);
        print_member("not_this_why", event->not_this_why);
        print_member("several_in", event->several_in);
        printf(" .is_year = %d, .is_term = %d, .if_closed = %d, .never_projected = %d, .projected_from = %d,",
               event->is_year, event->is_term, event->if_closed, event->never_projected, event->projected_from);
        printf(" .opened_after = %d, .within = %d, .ends = %d, .taken = %d, .taken_until = %d,", event->opened_after,
               event->within, event->ends, (int)event->taken, event->taken_until);
        print_list_use("event", "closed_by", i, event->closed_by);
        print_list_use("event", "undone_by", i, event->undone_by);
        print_list_use("event", "overtakes", i, event->overtakes);
        print_list_use("event", "settles", i, event->settles);
        print_list_use("event", "reverses", i, event->reverses);
        print_list_use("event", "not_before", i, event->not_before);
        print_list_use("event", "not_after", i, event->not_after);
        print_list_use("event", "again_after", i, event->again_after);
        if (event->taken_from.count > 0)
            printf(" .taken_from = {event_taken_from_%zu, %zu},", i, event->taken_from.count);
        print_list_use("event", "limits", i, event->limits);
        printf(" },\n");
    }
    printf("};\n");
}

static void print_limits(const struct ehc_law *law) {
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        print_list("limit", "readings", i, limit->readings);
        print_list("limit", "later_of", i, limit->later_of);
        print_list("limit", "implied_by", i, limit->implied_by);
        print_list("limit", "needs", i, limit->needs);
        print_list("limit", "triggers", i, limit->triggers);
        print_sources("limit", "acts", i, limit->acts);
        print_list("limit", "known_by", i, limit->known_by);
        print_list("limit", "who_known_by", i, limit->who_known_by);
        print_list("limit", "not_needed_if", i, limit->not_needed_if);
        print_list("limit", "superseded_by", i, limit->superseded_by);
        print_list("limit", "pending_until", i, limit->pending_until);
        print_list("limit", "under", i, limit->under);
        print_list("limit", "kept_free_before", i, limit->kept_free_before);
    }
    printf("static const struct ehc_limit limits[] = {\n");
    for (size_t i = 0; i < law->limit_count; i++) {
        const struct ehc_limit *limit = &law->limits[i];
        printf("    {");
        print_member("id", limit->id);
        print_member("title", limit->title);
        print_member("short_title", limit->short_title);
        print_member("who", limit->who);
        print_day("checked", limit->checked);
        print_member("provision", limit->provision);
        print_member("url", limit->url);
        print_member("note", limit->note);
        print_member("if_late", limit->if_late);
        print_member("after_late", limit->after_late);
        print_member("exceptions_in", limit->exceptions_in);
        print_member("only_if", limit->only_if);
        print_member("or_on_later", limit->or_on_later);
        print_member("or_on_earlier", limit->or_on_earlier);
        printf(" .route = %d, .trigger = %d, .act = %d, .amount = %d, .month = %d,", limit->route, limit->trigger,
               limit->act, limit->amount, limit->month);
        printf(" .unit = %d, .count = %d, .roll = %d, .basis = %d,", (int)limit->unit, (int)limit->count, limit->roll,
               (int)limit->basis);
        printf(" .day_kind = %d,", limit->day_kind);
        print_day("from", limit->from);
        print_day("until", limit->until);
        printf(" .exceptions = %d, .relaxed_by = %d, .instead_of = %d, .projects = %d, .after_trigger = %d, .for_family = "
               "%d, .advice_from = %u, .roles = %u, .after_late_of = %d,",
               limit->exceptions, limit->relaxed_by, limit->instead_of, (int)limit->projects, limit->after_trigger,
               limit->for_family, limit->advice_from, limit->roles, limit->after_late_of);
        print_list_use("limit", "readings", i, limit->readings);
        print_list_use("limit", "later_of", i, limit->later_of);
        print_list_use("limit", "implied_by", i, limit->implied_by);
        print_list_use("limit", "needs", i, limit->needs);
        printf(
            " .outlasts_next = %d, .later_of_earlier = %d, .together = %d, .is_asked_for = %d, .needs_setting = %d, .of_decision = %d, .is_minimum = %d,",
            limit->outlasts_next, limit->later_of_earlier, limit->together, limit->is_asked_for, (int)limit->needs_setting,
            limit->of_decision, limit->is_minimum);
        printf(" .or_limit = %d, .or_on = %d, .or_on_needed = %d, .with = %d, .with_amount = %d, .pending = %d,",
               limit->or_limit, limit->or_on, limit->or_on_needed, limit->with, limit->with_amount, limit->pending);
        print_list_use("limit", "triggers", i, limit->triggers);
        printf(" .acts = {limit_acts_%zu, %zu},", i, limit->acts.count);
        print_list_use("limit", "known_by", i, limit->known_by);
        print_list_use("limit", "who_known_by", i, limit->who_known_by);
        print_list_use("limit", "not_needed_if", i, limit->not_needed_if);
        print_list_use("limit", "superseded_by", i, limit->superseded_by);
        print_list_use("limit", "pending_until", i, limit->pending_until);
        printf(" .works_back = %d,", (int)limit->works_back);
        print_list_use("limit", "kept_free_before", i, limit->kept_free_before);
        print_list_use("limit", "under", i, limit->under);
        printf(" },\n");
    }
    printf("};\n");
}

static void print_no_numbers(const struct ehc_law *law) {
    printf("static const struct ehc_no_number no_numbers[] = {\n");
    for (size_t i = 0; i < law->no_number_count; i++) {
        const struct ehc_no_number *row = &law->no_numbers[i];
        printf("    {");
        print_member("id", row->id);
        print_member("title", row->title);
        print_member("who", row->who);
        print_member("provision", row->provision);
        print_member("url", row->url);
        print_day("checked", row->checked);
        print_member("asks", row->asks);
        print_member("guidance", row->guidance);
        print_member("what_to_do", row->what_to_do);
        printf(" .roles = %u, .route = %d, .basis = %d },\n", row->roles, row->route, (int)row->basis);
    }
    printf("    {0},\n};\n");
}

static void print_readings(const struct ehc_law *law) {
    printf("static const struct ehc_reading readings[] = {\n");
    for (size_t i = 0; i < law->reading_count; i++) {
        const struct ehc_reading *reading = &law->readings[i];
        printf("    {");
        print_member("id", reading->id);
        print_member("title", reading->title);
        print_member("why", reading->why);
        print_member("source", reading->source);
        print_member("url", reading->url);
        printf(
            " .shift = %d, .lenient = %d, .trigger = %d, .amount = %d, .unit = %d, .count = %d, .only_if_earlier = %d, .only_before = %d },\n",
            reading->shift, reading->lenient, reading->trigger, reading->amount, (int)reading->unit, (int)reading->count,
            reading->only_if_earlier, reading->only_before);
    }
    printf("};\n");
}

static void print_relaxations(const struct ehc_law *law) {
    printf("static const struct ehc_relaxation relaxations[] = {\n");
    for (size_t i = 0; i < law->relaxation_count; i++) {
        const struct ehc_relaxation *relaxation = &law->relaxations[i];
        printf("    {");
        print_member("id", relaxation->id);
        print_day("from", relaxation->from);
        print_day("until", relaxation->until);
        print_member("provision", relaxation->provision);
        print_member("url", relaxation->url);
        print_member("why", relaxation->why);
        printf(" },\n");
    }
    printf("};\n");
}

static void print_exceptions(const struct ehc_law *law) {
    printf("static const struct ehc_exception_list lists[] = {\n");
    for (size_t i = 0; i < law->list_count; i++) {
        const struct ehc_exception_list *list = &law->lists[i];
        printf("    {");
        print_member("id", list->id);
        printf(" .letter = {");
        for (size_t kind = 0; kind < EHC_EXCEPTION_KINDS; kind++) {
            print_text(list->letter[kind]);
            printf(", ");
        }
        printf("}, .absence_days = %d, .closure_days = %d, .asking_days = %d },\n", list->absence_days, list->closure_days,
               list->asking_days);
    }
    printf("};\nstatic const struct ehc_claim claims[] = {\n");
    for (size_t i = 0; i < law->claim_count; i++) {
        printf("    {");
        print_member("id", law->claims[i].id);
        print_member("title", law->claims[i].title);
        print_member("words", law->claims[i].words);
        print_member("why", law->claims[i].why);
        printf(" .of_staff = %d },\n", law->claims[i].of_staff);
    }
    printf("};\nstatic const struct ehc_personal personal[] = {\n");
    for (size_t i = 0; i < law->personal_count; i++) {
        const struct ehc_personal *row = &law->personal[i];
        printf("    {");
        print_member("id", row->id);
        print_member("words", row->words);
        printf(" .of_staff_too = %d, .of_things_too = %d, .is_family = %d },\n", row->of_staff_too, row->of_things_too,
               row->is_family);
    }
    printf("};\n");
}

static void print_miscounts(const struct ehc_law *law) {
    for (size_t i = 0; i < law->miscount_count; i++) {
        const struct ehc_miscount *row = &law->miscounts[i];
        print_list("miscount", "limits", i, row->limits);
        print_list("miscount", "from", i, row->from);
    }
    printf("static const struct ehc_miscount miscounts[] = {\n");
    for (size_t i = 0; i < law->miscount_count; i++) {
        const struct ehc_miscount *row = &law->miscounts[i];
        printf("    {");
        print_member("id", row->id);
        print_member("title", row->title);
        print_member("sum", row->sum);
        print_member("answer", row->answer);
        print_list_use("miscount", "limits", i, row->limits);
        print_list_use("miscount", "from", i, row->from);
        printf(" .of_units = %u, .of_count = %d, .of_fixed = %d, .later_most = %d, .amount = %d, .each = %d, .unit = %d,",
               row->of_units, row->of_count, row->of_fixed, row->later_most, row->amount, row->each, row->unit);
        printf(" .count = %d, .roll = %d, .to_working_day = %d, .left_out = %d },\n", row->count, row->roll,
               row->to_working_day, (int)row->left_out);
    }
    printf("};\n");
}

static void print_holidays(const struct ehc_law *law) {
    printf("static const struct ehc_holiday holidays[] = {\n");
    for (size_t i = 0; i < law->holidays.count; i++) {
        printf("    {%d, ", law->holidays.list[i].day);
        print_text(law->holidays.list[i].name);
        printf("},\n");
    }
    printf("};\n");
    for (size_t i = 0; i < law->day_kind_count; i++) {
        printf("static const struct ehc_holiday day_kind_%zu[] = {\n", i);
        for (size_t j = 0; j < law->day_kinds[i].holidays.count; j++) {
            printf("    {%d, ", law->day_kinds[i].holidays.list[j].day);
            print_text(law->day_kinds[i].holidays.list[j].name);
            printf("},\n");
        }
        printf("};\n");
    }
    printf("static const struct ehc_day_kind day_kinds[] = {\n");
    for (size_t i = 0; i < law->day_kind_count; i++) {
        const struct ehc_day_kind *kind = &law->day_kinds[i];
        printf("    {");
        print_member("id", kind->id);
        print_member("title", kind->title);
        print_member("source", kind->source);
        print_member("url", kind->url);
        print_day("checked", kind->checked);
        printf(" .holidays = {.from = %d, .until = %d, .list = day_kind_%zu, .count = %zu} },\n", kind->holidays.from,
               kind->holidays.until, i, kind->holidays.count);
    }
    printf("    {0},\n};\n");
}

static void print_rolls(const struct ehc_law *law) {
    printf("static const struct ehc_break breaks[] = {\n");
    for (size_t i = 0; i < law->break_count; i++) {
        const struct ehc_break *row = &law->breaks[i];
        printf("    {");
        print_member("id", row->id);
        print_member("title", row->title);
        printf(" .first_month = %d, .first_day = %d, .last_month = %d, .last_day = %d },\n", row->first_month,
               row->first_day, row->last_month, row->last_day);
    }
    printf("};\n");
    for (size_t i = 0; i < law->roll_count; i++) {
        printf("static const struct ehc_break *const roll_breaks_%zu[] = {", i);
        for (size_t j = 0; j < law->rolls[i].break_count; j++)
            printf("&breaks[%td], ", law->rolls[i].breaks[j] - law->breaks);
        printf("NULL};\n");
    }
    printf("static const struct ehc_roll rolls[] = {\n");
    for (size_t i = 0; i < law->roll_count; i++) {
        const struct ehc_roll *roll = &law->rolls[i];
        printf("    {");
        print_member("id", roll->id);
        printf(" .kind = %d, .breaks = roll_breaks_%zu, .break_count = %zu,", (int)roll->kind, i, roll->break_count);
        print_member("hour", roll->hour);
        print_member("ends", roll->ends);
        print_member("not_working_day", roll->not_working_day);
        print_member("in_break", roll->in_break);
        print_member("also", roll->also);
        print_member("left_out", roll->left_out);
        printf(" },\n");
    }
    printf("};\n");
}

static void print_roles(const struct ehc_law *law) {
    printf("static const struct ehc_role roles[] = {\n");
    for (size_t i = 0; i < law->role_count; i++) {
        printf("    {");
        print_member("id", law->roles[i].id);
        print_member("who", law->roles[i].who);
        printf(" .is_family = %d },\n", law->roles[i].is_family);
    }
    printf("};\n");
}

static void print_law(const struct ehc_law *law, const char *name) {
    printf("static const struct ehc_route routes[] = {\n");
    for (size_t i = 0; i < law->route_count; i++) {
        printf("    {");
        print_member("id", law->routes[i].id);
        print_member("title", law->routes[i].title);
        printf(" },\n");
    }
    printf("};\nconst struct ehc_law %s = {\n    ", name);
    print_member("jurisdiction", law->jurisdiction);
    print_member("label", law->label);
    print_member("process", law->process);
    print_day("as_at", law->as_at);
    printf("\n    .routes = routes, .route_count = %zu,", law->route_count);
    printf("\n    .events = events, .event_count = %zu,", law->event_count);
    printf("\n    .limits = limits, .limit_count = %zu,", law->limit_count);
    printf("\n    .no_numbers = no_numbers, .no_number_count = %zu,", law->no_number_count);
    printf("\n    .readings = readings, .reading_count = %zu,", law->reading_count);
    printf("\n    .relaxations = relaxations, .relaxation_count = %zu,", law->relaxation_count);
    printf("\n    .lists = lists, .list_count = %zu,", law->list_count);
    printf("\n    .claims = claims, .claim_count = %zu, .personal = personal, .personal_count = %zu,", law->claim_count,
           law->personal_count);
    printf("\n    .miscounts = miscounts, .miscount_count = %zu,", law->miscount_count);
    print_caseload(&law->caseload);
    printf("\n    .kinds = {\n");
    for (size_t kind = 0; kind < EHC_EXCEPTION_KINDS; kind++) {
        printf("        {");
        print_member("id", law->kinds[kind].id);
        print_member("title", law->kinds[kind].title);
        print_member("needs", law->kinds[kind].needs);
        print_member("judge", law->kinds[kind].judge);
        print_member("question", law->kinds[kind].question);
        print_member("asked", law->kinds[kind].asked);
        printf(" .asked_event = %d, .asked_from = %d,", law->kinds[kind].asked_event, law->kinds[kind].asked_from);
        printf(" },\n");
    }
    printf("    },\n    .holidays = {.from = %d, .until = %d, .list = holidays, .count = %zu},\n", law->holidays.from,
           law->holidays.until, law->holidays.count);
    printf("    .advice_requested = %d, .advice_request_received = %d, .advice_received = %d,\n", law->advice_requested,
           law->advice_request_received, law->advice_received);
    printf("    .consulted = %d, .consultation_answered = %d, .decision = %d,\n", law->consulted, law->consultation_answered,
           law->decision);
    printf(
        "    .roles = roles, .role_count = %zu, .breaks = breaks, .break_count = %zu, .rolls = rolls, .roll_count = %zu,\n",
        law->role_count, law->break_count, law->roll_count);
    printf("    .day_kinds = day_kinds, .day_kind_count = %zu,\n", law->day_kind_count);
    printf("    .adviser = {");
    for (size_t from = 0; from < EHC_ADVICE_FROM_KINDS; from++) {
        printf("{");
        print_member("who", law->adviser[from].who);
        print_member("words", law->adviser[from].words);
        printf("}, ");
    }
    printf("},\n    .starts_with = %d,", law->starts_with);
    print_member("starts_missing", law->starts_missing);
    print_member("authority_title", law->authority_title);
    print_member("closure_advice", law->closure_advice);
    printf("\n};\n");
}

int main(int count, char **arguments) {
    if (count != 3) {
        fprintf(stderr, "usage: law_to_c DIRECTORY NAME\n");
        return EXIT_FAILURE;
    }
    struct ehc_law *law = ehc_law_read(arguments[1], print_fault, NULL);
    if (law == NULL)
        return EXIT_FAILURE;
    printf("/* Made from %s by law_to_c: change that, not this. */\n#include <ehc/law.h>\n\n", arguments[1]);
    print_events(law);
    print_limits(law);
    print_no_numbers(law);
    print_readings(law);
    print_relaxations(law);
    print_exceptions(law);
    print_holidays(law);
    print_rolls(law);
    print_miscounts(law);
    print_roles(law);
    print_caseload_tables(&law->caseload);
    print_law(law, arguments[2]);
    ehc_law_free(law);
    return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
