#include "bundle.h"
#include "util/fail.h"
#include <stdlib.h>
#include <unistd.h>

enum { PATH_ROOM = 4096 };

struct owned_bundle {
    struct bundle bundle; /* first: bundle_free() is given this */
    struct ehc_law *law;
    struct letters_folder *letters;
    struct questions_file *questions;
};

static bool name_file(const char *folder, const char *name, char path[PATH_ROOM], ehc_report *report, void *context) {
    struct ehc_error error;
    int size = snprintf(path, PATH_ROOM, "%s/%s", folder, name);
    if (size > 0 && size < PATH_ROOM)
        return true;
    ehc_fail_folder_name(&error);
    error.file = folder;
    report(context, &error);
    return false;
}

static bool read_letters(struct owned_bundle *owned, const char *folder, ehc_report *report, void *context) {
    char path[PATH_ROOM];
    if (!name_file(folder, "letters", path, report, context))
        return false;
    if (access(path, F_OK) != 0)
        return true;
    owned->letters = letters_read(path, owned->law, &owned->bundle.letters, report, context);
    return owned->letters != NULL;
}

static bool read_questions(struct owned_bundle *owned, const char *folder, ehc_report *report, void *context) {
    char path[PATH_ROOM];
    if (!name_file(folder, "questions.ini", path, report, context))
        return false;
    if (access(path, F_OK) != 0)
        return true;
    owned->questions = questions_read(path, owned->law, &owned->bundle.questions, report, context);
    return owned->questions != NULL;
}

struct bundle *bundle_read(const char *folder, ehc_report *report, void *context) {
    struct owned_bundle *owned = calloc(1, sizeof *owned);
    if (owned == NULL) {
        struct ehc_error error;
        ehc_no_memory(&error);
        report(context, &error);
        return NULL;
    }
    owned->law = ehc_law_read(folder, report, context);
    owned->bundle.law = owned->law;
    /* Letters and questions are checked against the law, so read them only if there is one. */
    bool good = owned->law != NULL && read_letters(owned, folder, report, context);
    good = owned->law != NULL && read_questions(owned, folder, report, context) && good;
    if (good)
        return &owned->bundle;
    bundle_free(&owned->bundle);
    return NULL;
}

void bundle_free(struct bundle *bundle) {
    struct owned_bundle *owned = (struct owned_bundle *)(void *)bundle;
    if (owned == NULL)
        return;
    questions_free(owned->questions);
    letters_free(owned->letters);
    ehc_law_free(owned->law);
    free(owned);
}

const char *bundle_a_limit(const struct bundle *bundle) {
    return bundle->law->limit_count > 0 ? bundle->law->limits[0].id : "LIMIT";
}

const char *bundle_an_end(const struct bundle *bundle) {
    const struct ehc_law *law = bundle->law;
    for (size_t i = 0; i < law->limit_count; i++)
        if (law->limits[i].works_back == EHC_WORKS_BACK_END && law->limits[i].unit == EHC_FIXED_DATE)
            return law->limits[i].id;
    return "LIMIT";
}

const char *bundle_an_event(const struct bundle *bundle) {
    const struct ehc_law *law = bundle->law;
    return law->limit_count > 0 && law->limits[0].act != EHC_NONE ? law->events[law->limits[0].act].id : "EVENT";
}

const char *bundle_a_route(const struct bundle *bundle) {
    return bundle->law->route_count > 0 ? bundle->law->routes[0].id : "ROUTE";
}

const char *bundle_a_letter(const struct bundle *bundle) {
    return bundle->letters.count > 0 ? bundle->letters.list[0].id : "KIND";
}
