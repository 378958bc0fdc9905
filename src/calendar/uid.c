/* UIDs: they identify an event for as long as a calendar keeps it, so their form never changes. */
#include "parts.h"
#include "util/ascii.h"
#include "util/shown.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { KEY_DIGITS = 16, ICS_OWN_NAME_ROOM = 64, OWN_WORDS_ROOM = 40 };

static const char domain[] = "@ehc", reminder_word[] = "-reminder-", planning_word[] = "-planning", own_word[] = "own-";

/* FNV-1a, 64 bits (Fowler, Noll and Vo). */
static uint64_t hash(uint64_t seed, const char *text) {
    for (; *text != '\0'; text++)
        seed = (seed ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    return seed;
}

static const uint64_t hash_start = UINT64_C(0xcbf29ce484222325);

/* The last bit marks a key that is made from a reference: if two such keys differ, they are certainly two cases. */
bool ics_key_has_reference(uint64_t key) {
    return (key & 1) != 0;
}

static int first_event(const struct ehc_judgement *judgement) {
    for (size_t i = 0; i < judgement->law->event_count; i++)
        if (judgement->facts->event[i] != EHC_NO_DAY)
            return (int)i;
    return EHC_NONE;
}

static uint64_t key_of_day(const struct ehc_judgement *judgement, int event, ehc_day day) {
    char date[EHC_DAY_TEXT];
    return hash(hash(hash_start, judgement->law->events[event].id), ehc_day_format_iso(day, date)) & ~UINT64_C(1);
}

uint64_t ics_case_key(const struct ehc_judgement *judgement) {
    int event = first_event(judgement);
    if (judgement->facts->reference != NULL)
        return hash(hash_start, judgement->facts->reference) | 1;
    return event == EHC_NONE ? hash_start & ~UINT64_C(1) : key_of_day(judgement, event, judgement->facts->event[event]);
}

bool ics_had_key(const struct ehc_judgement *judgement, uint64_t key) {
    int event = first_event(judgement);
    size_t count = 0;
    const ehc_day *days = event != EHC_NONE ? ehc_case_days(judgement->facts, event, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (key_of_day(judgement, event, days[i]) == key)
            return true;
    return false;
}

/* The name of the section that distinguishes several deadlines of one limit; NULL. */
static const char *section_name(const struct ehc_deadline *deadline) {
    if (deadline->advice != NULL)
        return deadline->advice->name;
    return deadline->consultation != NULL ? deadline->consultation->name : NULL;
}

/* "hearing-bundle-1a2b3c4d": an own date by its unique name, in small letters, with a hash of the whole name. */
static void write_own_name(const struct ehc_own *own, char name[ICS_OWN_NAME_ROOM]) {
    char small[ICS_OWN_NAME_ROOM];
    size_t length = 0;
    uint64_t all = hash_start;
    for (const char *at = own->name; *at != '\0'; at++) {
        char letter[2] = {ascii_lower(*at), '\0'};
        all = hash(all, letter);
        bool fits = (letter[0] >= 'a' && letter[0] <= 'z') || (letter[0] >= '0' && letter[0] <= '9');
        if (length + 1 < OWN_WORDS_ROOM && (fits || (length > 0 && small[length - 1] != '-')))
            small[length++] = fits ? letter[0] : '-';
    }
    while (length > 0 && small[length - 1] == '-')
        length--;
    snprintf(name, ICS_OWN_NAME_ROOM, "%.*s-%08" PRIx32, (int)length, small, (uint32_t)all);
}

static void write_beginning(const struct ics_job *job, const struct ehc_deadline *deadline, char uid[ICS_UID_ROOM]) {
    const char *name = section_name(deadline);
    char section[ICS_OWN_NAME_ROOM + 1] = "";
    if (deadline->own != NULL) {
        section[0] = '-';
        write_own_name(deadline->own, section + 1);
    } else if (name != NULL)
        snprintf(section, sizeof section, "-%08" PRIx32, (uint32_t)hash(hash_start, name));
    snprintf(uid, ICS_UID_ROOM, "%016" PRIx64 "-%.64s%s", job->key, deadline->limit->id, section);
}

static void add_number(const struct ics_job *job, const struct ehc_judged *judged, char uid[ICS_UID_ROOM]) {
    int number = job->numbers[judged - job->judgement->deadlines];
    size_t length = strlen(uid);
    if (number > 1)
        snprintf(uid + length, ICS_UID_ROOM - length, "-%d", number);
}

/* A number has at most four digits, the hash of a name eight. */
int ics_number_of_uid(const struct ics_job *job, const struct ehc_deadline *deadline, const char *uid) {
    char beginning[ICS_UID_ROOM];
    write_beginning(job, deadline, beginning);
    size_t length = strlen(beginning);
    if (strncmp(uid, beginning, length) != 0)
        return 0;
    const char *rest = uid + length;
    size_t digits = rest[0] == '-' ? strspn(rest + 1, "0123456789") : 0;
    if (digits > 4 || (digits > 0 && rest[1] == '0'))
        return 0;
    const char *end = digits > 0 ? rest + 1 + digits : rest;
    if (strcmp(end, domain) != 0 && strncmp(end, reminder_word, sizeof reminder_word - 1) != 0 &&
        strncmp(end, planning_word, sizeof planning_word - 1) != 0)
        return 0;
    return digits > 0 ? (int)strtol(rest + 1, NULL, 10) : 1;
}

void ics_write_uid(const struct ics_job *job, struct ics_entry *entry) {
    const struct ics_reminder *reminder = &entry->reminder;
    write_beginning(job, entry->judged->deadline, entry->uid);
    add_number(job, entry->judged, entry->uid);
    size_t at = strlen(entry->uid), room = sizeof entry->uid - at;
    int hour = reminder->minutes / 60, minute = reminder->minutes % 60;
    if (entry->kind == ICS_DEADLINE)
        snprintf(entry->uid + at, room, "%s", domain);
    else if (entry->kind == ICS_ESTIMATE)
        snprintf(entry->uid + at, room, "%s%s", planning_word, domain);
    else if (reminder->after_latest)
        snprintf(entry->uid + at, room, "%slate-%02d%02d%s", reminder_word, hour, minute, domain);
    else
        snprintf(entry->uid + at, room, "%s%dd-%02d%02d%s", reminder_word, reminder->days, hour, minute, domain);
}

bool ics_read_uid(const char *uid, uint64_t *key) {
    size_t length = strlen(uid), end = sizeof domain - 1;
    if (length <= KEY_DIGITS + 1 + end || length >= ICS_UID_ROOM || strcmp(uid + length - end, domain) != 0)
        return false;
    /* UIDs of ehc need no escapes and hide nothing. libical would write one with a backslash or a control character with
     * another text, and the next update would take it for another event. */
    if (strspn(uid, "0123456789abcdef") != KEY_DIGITS || uid[KEY_DIGITS] != '-' || strpbrk(uid, "\\;,") != NULL ||
        !ehc_is_plain(uid))
        return false;
    *key = strtoull(uid, NULL, 16);
    return true;
}

const struct ehc_limit *ics_limit_of_uid(const struct ehc_law *law, const char *uid, enum ics_kind *kind) {
    const struct ehc_limit *found = NULL;
    const char *id = uid + KEY_DIGITS + 1;
    size_t longest = 0;
    *kind = strstr(id, reminder_word) != NULL   ? ICS_REMINDER
            : strstr(id, planning_word) != NULL ? ICS_ESTIMATE
                                                : ICS_DEADLINE;
    for (size_t i = 0; i < law->limit_count; i++) {
        size_t length = strlen(law->limits[i].id);
        if (length > longest && strncmp(id, law->limits[i].id, length) == 0 && (id[length] == '-' || id[length] == '@')) {
            found = &law->limits[i];
            longest = length;
        }
    }
    return found;
}

/* Two digits, or -1. */
static int two_digits(const char *text) {
    if (strspn(text, "0123456789") < 2)
        return -1;
    return (text[0] - '0') * 10 + text[1] - '0';
}

bool ics_read_reminder_uid(const struct ics_job *job, const struct ehc_judged *judged, const char *uid,
                           struct ics_reminder *reminder) {
    static const char late[] = "late-";
    char beginning[ICS_UID_ROOM];
    write_beginning(job, judged->deadline, beginning);
    add_number(job, judged, beginning);
    size_t length = strlen(beginning);
    if (strncmp(uid, beginning, length) != 0 || strncmp(uid + length, reminder_word, sizeof reminder_word - 1) != 0)
        return false;
    const char *at = uid + length + sizeof reminder_word - 1;
    *reminder = (struct ics_reminder){.after_latest = strncmp(at, late, sizeof late - 1) == 0};
    if (reminder->after_latest) {
        at += sizeof late - 1;
    } else {
        size_t digits = strspn(at, "0123456789");
        if (digits == 0 || digits > 4 || at[digits] != 'd' || at[digits + 1] != '-')
            return false;
        reminder->days = (int)strtol(at, NULL, 10);
        at += digits + 2;
    }
    int hour = two_digits(at), minute = hour < 0 ? -1 : two_digits(at + 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || strcmp(at + 4, domain) != 0)
        return false;
    reminder->minutes = 60 * hour + minute;
    return true;
}

const char *ics_own_words_of_uid(const char *uid, size_t *length) {
    const char *words = uid + KEY_DIGITS + 1 + sizeof own_word - 1, *end = strchr(words, '@');
    if (strncmp(uid + KEY_DIGITS + 1, own_word, sizeof own_word - 1) != 0 || end == NULL)
        return NULL;
    while (end > words && end[-1] != '-')
        end--;
    *length = end > words ? (size_t)(end - words) - 1 : 0;
    return *length > 0 ? words : NULL;
}

void ics_name_of_uid(const char *uid, char *name, size_t room) {
    const char *safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    snprintf(name, room, "%.*s", (int)(strlen(uid) - KEY_DIGITS - 1 - (sizeof domain - 1)), uid + KEY_DIGITS + 1);
    for (char *at = name; *at != '\0'; at++)
        if (strchr(safe, *at) == NULL)
            *at = '_';
}
