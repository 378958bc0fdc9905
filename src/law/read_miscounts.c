/* Reads the known wrong ways of counting. */
#include "law_values.h"

#define AT(member) offsetof(struct ehc_miscount, member)
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* An enumerator as an int, which can also be EHC_NONE. */
static bool read_unit(struct reader *reader, const char *value, void *target) {
    enum ehc_unit unit;
    if (!ehc_read_unit(reader, value, &unit))
        return false;
    *(int *)target = (int)unit;
    return true;
}

static bool read_count(struct reader *reader, const char *value, void *target) {
    enum ehc_count count;
    if (!ehc_read_count(reader, value, &count))
        return false;
    *(int *)target = (int)count;
    return true;
}

static bool read_left_out(struct reader *reader, const char *value, void *target) {
    static const char *const names[] = {
        [EHC_LEAVES_CLOSURES_OUT] = "closed-days",
        [EHC_LEAVES_CLOSED_WEEKS_OUT] = "closed-weeks",
        [EHC_LEAVES_BREAKS_OUT] = "breaks",
    };
    for (size_t i = EHC_LEAVES_CLOSURES_OUT; i < COUNT(names); i++)
        if (ascii_same(value, names[i])) {
            *(enum ehc_left_out *)target = (enum ehc_left_out)i;
            return true;
        }
    return ehc_reader_fail(reader, "use closed-days, closed-weeks or breaks", "this value of 'left-out' is not known");
}

static const struct field fields[] = {
    {"title", ehc_read_text, AT(title), true},
    {"sum", ehc_read_text, AT(sum), true},
    {"answer", ehc_read_text, AT(answer), true},
    {"limits", ehc_read_limit_ids, AT(limits), false},
    {"of-units", ehc_read_units, AT(of_units), false},
    {"of-count", read_count, AT(of_count), false},
    {"of-fixed", ehc_read_yes, AT(of_fixed), false},
    {"from", ehc_read_events, AT(from), false},
    {"later-most", ehc_read_number, AT(later_most), false},
    {"amount", ehc_read_number, AT(amount), false},
    {"each", ehc_read_number, AT(each), false},
    {"unit", read_unit, AT(unit), false},
    {"count", read_count, AT(count), false},
    {"roll", ehc_read_roll, AT(roll), false},
    {"to-working-day", ehc_read_yes, AT(to_working_day), false},
    {"left-out", read_left_out, AT(left_out), false},
};

/* Refuses a way that counts as the law does: it would call the right day wrong. */
static void check(struct reader *reader, const struct ehc_miscount *miscount) {
    const char *section = reader->entry->section;
    bool has_amount = miscount->amount > 0 || miscount->each > 0;
    if (miscount->amount > 0 && miscount->each > 0)
        ehc_reader_fail(reader, "use 'amount' for the number itself, or 'each' for a number for each one of the law",
                        "[%s] has both 'amount' and 'each'", section);
    if (has_amount != (miscount->unit != EHC_NONE))
        ehc_reader_fail(reader, NULL, "[%s] needs 'unit' if it has 'amount' or 'each', and only then", section);
    if (miscount->unit == EHC_FIXED_DATE)
        ehc_reader_fail(reader, NULL, "'unit' of [%s] cannot be a fixed date", section);
    if (miscount->left_out == EHC_LEAVES_BREAKS_OUT && miscount->roll == EHC_NONE)
        ehc_reader_fail(reader, "add 'roll': it names the roll that has the breaks", "'roll' is missing in [%s]", section);
    if (!has_amount && miscount->from.count == 0 && miscount->later_most == 0 && miscount->count == EHC_NONE &&
        miscount->roll == EHC_NONE && !miscount->to_working_day && miscount->left_out == EHC_LEAVES_NONE_OUT)
        ehc_reader_fail(
            reader, "add what it counts differently: from, later-most, amount, each, count, roll, to-working-day, left-out",
            "[%s] counts as the law does", section);
}

void ehc_read_miscount_file(struct reader *reader) {
    struct owned_law *owned = reader->owner;
    size_t at = 0;
    for (size_t i = 0; i < reader->ini->count; i = ehc_section_end(reader->ini, i)) {
        struct ehc_miscount *miscount = &owned->tables.miscounts[at++];
        size_t faults = reader->faults;
        miscount->of_count = miscount->unit = miscount->count = miscount->roll = EHC_NONE;
        ehc_read_fields(reader, i, fields, COUNT(fields), miscount);
        reader->entry = &reader->ini->entries[i];
        if (reader->faults == faults)
            check(reader, miscount);
    }
}
