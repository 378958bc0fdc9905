/* Reads the letters of a bundle: the .txt files of a folder, in the order of their names. */
#include "letter.h"
#include "util/fail.h"
#include "util/read_file.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { LETTERS_MOST = 64, PATH_ROOM = 4096 };

static const char suffix[] = ".txt";

struct letter_file {
    char id[LETTER_NAME_ROOM];
    char *path, *text; /* owned */
};

struct letters_folder {
    struct letter letters[LETTERS_MOST];
    struct letter_file files[LETTERS_MOST];
    size_t count;
};

static bool fail(ehc_report *report, void *context, const char *file, struct ehc_error *error) {
    error->file = file;
    report(context, error);
    return false;
}

static bool has_suffix(const char *name) {
    size_t length = strlen(name);
    return name[0] != '.' && length > strlen(suffix) && strcmp(name + length - strlen(suffix), suffix) == 0;
}

static int compare_files(const void *a, const void *b) {
    return strcmp(((const struct letter_file *)a)->id, ((const struct letter_file *)b)->id);
}

static bool add_file(struct letters_folder *folder, const char *path, const char *name, struct ehc_error *error) {
    struct letter_file *file = &folder->files[folder->count];
    char joined[PATH_ROOM];
    size_t length = strlen(name) - strlen(suffix);
    if (folder->count == LETTERS_MOST)
        return ehc_fail(error, "there are more than %d letters", LETTERS_MOST);
    if (length >= sizeof file->id || (size_t)snprintf(joined, sizeof joined, "%s/%s", path, name) >= sizeof joined)
        return ehc_fail(error, "the name of a letter is too long");
    snprintf(file->id, sizeof file->id, "%.*s", (int)length, name);
    file->path = strdup(joined);
    folder->count++;
    return file->path != NULL || ehc_no_memory(error);
}

/* The names of the letters, sorted. */
static bool list_files(struct letters_folder *folder, const char *path, struct ehc_error *error) {
    DIR *directory = opendir(path);
    if (directory == NULL) {
        ehc_fail(error, "the folder cannot be read: %s", strerror(errno));
        error->of_machine = true;
        return false;
    }
    bool good = true;
    for (const struct dirent *entry; good && (entry = readdir(directory)) != NULL;)
        if (has_suffix(entry->d_name))
            good = add_file(folder, path, entry->d_name, error);
    closedir(directory);
    qsort(folder->files, folder->count, sizeof folder->files[0], compare_files);
    return good;
}

static bool read_letter(struct letter *letter, struct letter_file *file, const struct ehc_law *law, ehc_report *report,
                        void *context) {
    struct ehc_error error;
    size_t length;
    bool too_large;
    errno = 0;
    file->text = ehc_read_file(file->path, LETTER_FILE_MOST, &length, &too_large);
    if (file->text == NULL) {
        ehc_fail(&error, too_large ? "the letter is longer than 64 KB" : "the letter cannot be read: %s", strerror(errno));
        error.of_machine = !too_large;
        return fail(report, context, file->path, &error);
    }
    if (!letter_read(letter, file->path, file->text, length, report, context))
        return false;
    letter->id = file->id;
    bool has_title = letter->title[0] != '\0';
    if (!has_title) {
        ehc_fail(&error, "the letter has no title");
        ehc_hint(&error, "begin it with a line such as 'title: ...'");
        error.line = 1;
        fail(report, context, file->path, &error);
    }
    return letter_check(letter, law, report, context) && has_title;
}

struct letters_folder *letters_read(const char *path, const struct ehc_law *law, struct letters *letters, ehc_report *report,
                                    void *context) {
    struct letters_folder *folder = calloc(1, sizeof *folder);
    struct ehc_error error;
    if (folder == NULL) {
        ehc_no_memory(&error);
        fail(report, context, path, &error);
        return NULL;
    }
    bool good = list_files(folder, path, &error) || fail(report, context, path, &error);
    bool listed = good;
    for (size_t i = 0; listed && i < folder->count; i++)
        good = read_letter(&folder->letters[i], &folder->files[i], law, report, context) && good;
    if (!good) {
        letters_free(folder);
        return NULL;
    }
    *letters = (struct letters){.list = folder->letters, .count = folder->count};
    return folder;
}

void letters_free(struct letters_folder *folder) {
    if (folder == NULL)
        return;
    for (size_t i = 0; i < folder->count; i++) {
        free(folder->files[i].path);
        free(folder->files[i].text);
    }
    free(folder);
}
