/* command.h - runs the program itself inside the fuzz target. In: arguments and standard input. Out: the exit status, and
 * what it printed and wrote. It runs in its own folder, which holds the examples. Arguments that could lead out of it are
 * refused. */
#ifndef EHC_TESTS_FUZZ_COMMAND_H
#define EHC_TESTS_FUZZ_COMMAND_H

#include "fuzz.h"
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <getopt.h>
#include <jansson.h>
#include <signal.h>
#include <sys/mman.h>

int ehc_main(int count, char **arguments); /* main() of src/cli/main.c */

enum { ARGUMENTS_MOST = 40, EXAMPLES_MOST = 40, WRITTEN_MOST = 64 };

struct ran {
    int status;
    char *out, *err; /* the caller frees them */
    size_t out_length, err_length;
    uint64_t files; /* a checksum of the names and contents of the files that it wrote */
    bool replaced;  /* it wrote over an example */
    char *kept;     /* what it wrote to kept.ini, or NULL; the caller frees it */
    size_t kept_length;
};

/* ---- its folder ---- */

static struct example {
    char name[64], *text;
    size_t length;
    struct stat status;
} examples[EXAMPLES_MOST];
static size_t example_count;
static int streams[3]; /* used as standard input, output and error */
static char home[160];

static inline char *read_descriptor(int descriptor, size_t *length) {
    struct stat status;
    must(fstat(descriptor, &status) == 0);
    char *text = malloc((size_t)status.st_size + 1);
    must(text != NULL && pread(descriptor, text, (size_t)status.st_size, 0) == status.st_size);
    *length = (size_t)status.st_size;
    text[*length] = '\0';
    return text;
}

static inline char *read_whole(const char *file, size_t *length) {
    int descriptor = open(file, O_RDONLY);
    must(descriptor >= 0);
    char *text = read_descriptor(descriptor, length);
    close(descriptor);
    return text;
}

static inline void put_example(struct example *example) {
    write_file(example->name, example->text, example->length);
    must(stat(example->name, &example->status) == 0);
}

static inline void take_examples(const char *folder) {
    DIR *all = opendir(folder);
    must(all != NULL);
    for (struct dirent *entry; (entry = readdir(all)) != NULL;) {
        char path[400];
        struct example *example = &examples[example_count];
        if (entry->d_name[0] == '.')
            continue;
        must(example_count < EXAMPLES_MOST && strlen(entry->d_name) < sizeof example->name);
        snprintf(example->name, sizeof example->name, "%s", entry->d_name);
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        example->text = read_whole(path, &example->length);
        example_count++;
    }
    closedir(all);
}

/* Runs before all inputs. Messages of the fuzzer itself keep the real standard error; the program gets one of ours. */
static inline void prepare(int *count, char ***arguments) {
    static char *with_more[64];
    must(*count + 2 < 64);
    memcpy(with_more, *arguments, (size_t)*count * sizeof **arguments);
    with_more[(*count)++] = (char *)(uintptr_t) "-close_fd_mask=2";
    *arguments = with_more;
    must((messages = dup(STDERR_FILENO)) >= 0);
    take_examples("data/examples");
    snprintf(home, sizeof home, "%s/home", scratch_folder());
    must(mkdir(home, 0700) == 0);
    must(setenv("TMPDIR", scratch_folder(), 1) == 0 && setenv("SOURCE_DATE_EPOCH", "1767225600", 1) == 0);
    for (int i = 0; i < 3; i++)
        must((streams[i] = memfd_create("stream", 0)) >= 0);
}

static inline const struct example *example_named(const char *name) {
    for (size_t i = 0; i < example_count; i++)
        if (strcmp(examples[i].name, name) == 0)
            return &examples[i];
    return NULL;
}

/* ---- arguments that are allowed ---- */

/* Whether a text names no place outside the folder: each '/' comes after a letter or digit, and the text does not end with
 * '..'. */
static inline bool stays_inside(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (text[i] == '/' && (i == 0 || !isalnum((unsigned char)text[i - 1])))
            return false;
    return length < 2 || memcmp(text + length - 2, "..", 2) != 0;
}

/* The same for an argument. A one-letter option with its value attached may have no '/' at all ("-o/tmp/x"). */
static inline bool is_inside(const char *argument) {
    bool stuck = argument[0] == '-' && argument[1] != '-';
    return stays_inside(argument, strlen(argument)) && !(stuck && strchr(argument, '/') != NULL);
}

/* ---- files that it left ---- */

static inline uint64_t sum_of(uint64_t sum, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        sum = (sum ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
    return sum;
}

/* Adds the files of a folder to the checksum and removes them; examples are left out. */
static inline uint64_t clear_folder(const char *folder, bool is_home) {
    char path[PATH_MAX], names[WRITTEN_MOST][256];
    size_t count = 0;
    uint64_t sum = 0;
    DIR *all = opendir(folder);
    must(all != NULL);
    for (struct dirent *entry; (entry = readdir(all)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
            !(is_home && example_named(entry->d_name) != NULL) && count < WRITTEN_MOST)
            snprintf(names[count++], sizeof names[0], "%s", entry->d_name);
    closedir(all);
    for (size_t i = 0; i < count; i++) {
        struct stat status;
        size_t length;
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        must(stat(path, &status) == 0);
        uint64_t own = sum_of(1469598103934665603U, names[i], strlen(names[i]));
        if (S_ISDIR(status.st_mode)) {
            sum += own + clear_folder(path, false);
            must(rmdir(path) == 0);
            continue;
        }
        char *text = read_whole(path, &length);
        sum += sum_of(own, text, length);
        free(text);
        must(unlink(path) == 0);
    }
    return sum;
}

/* Restores each example that was written to. Gives whether there was one. */
static inline bool put_back(void) {
    bool any = false;
    for (size_t i = 0; i < example_count; i++) {
        struct example *example = &examples[i];
        struct stat now;
        if (stat(example->name, &now) == 0 && now.st_ino == example->status.st_ino &&
            now.st_size == example->status.st_size && now.st_mtim.tv_sec == example->status.st_mtim.tv_sec &&
            now.st_mtim.tv_nsec == example->status.st_mtim.tv_nsec)
            continue;
        any = true;
        put_example(example);
    }
    return any;
}

/* ---- a run ---- */

static inline void empty_stream(int stream) {
    must(ftruncate(stream, 0) == 0 && lseek(stream, 0, SEEK_SET) == 0);
}

static inline int count_descriptors(void) {
    int next = dup(streams[0]);
    close(next);
    return next;
}

/* The arguments end with NULL, as in main(). */
static inline struct ran run_command(int count, char **arguments, const char *input, size_t input_length) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ};
    char none[] = "none", *no_arguments[] = {none, NULL};
    struct sigaction actions[sizeof signals / sizeof signals[0]];
    int own[3], here = open(".", O_RDONLY | O_DIRECTORY);
    struct ran ran = {0};
    must(here >= 0 && chdir(home) == 0);
    put_back();
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
        sigaction(signals[i], NULL, &actions[i]);
    for (int i = 0; i < 3; i++) {
        empty_stream(streams[i]);
        must((own[i] = dup(i)) >= 0 && dup2(streams[i], i) == i);
    }
    must(pwrite(0, input, input_length, 0) == (ssize_t)input_length);
    rewind(stdin);
    optind = 0; /* makes getopt() forget the word that it had begun */
    getopt(1, no_arguments, "-");
    int descriptors = count_descriptors();
    ran.status = ehc_main(count, arguments);
    fflush(stdout);
    fflush(stderr);
    forget_calendars();
    must(count_descriptors() == descriptors);
    ran.out = read_descriptor(1, &ran.out_length);
    ran.err = read_descriptor(2, &ran.err_length);
    for (int i = 0; i < 3; i++) {
        must(dup2(own[i], i) == i);
        close(own[i]);
    }
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
        sigaction(signals[i], &actions[i], NULL);
    if (access("kept.ini", F_OK) == 0)
        ran.kept = read_whole("kept.ini", &ran.kept_length);
    ran.files = clear_folder(".", true);
    ran.replaced = put_back();
    must(fchdir(here) == 0);
    close(here);
    return ran;
}

static inline void end_run(struct ran *ran) {
    free(ran->out);
    free(ran->err);
    free(ran->kept);
}

/* ---- rules for each run ---- */

/* Text for a terminal; a line may end with CR LF, as in a calendar. */
static inline void check_text(const char *text, size_t length) {
    must(strlen(text) == length);
    must(ehc_find_hidden(text, "\r\n") == NULL);
    for (const char *at = text; (at = strchr(at, '\r')) != NULL;)
        must(*++at == '\n');
}

static inline void check_json(const char *text, size_t length) {
    json_error_t error;
    json_t *json = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
    must(json != NULL);
    json_decref(json);
}

#endif
