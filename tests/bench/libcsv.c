/* Reads a CSV file with libcsv and does nothing else: the cost of any program built on it. */
#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static unsigned long fields, rows;

static void take_field(void *text, size_t length, void *context) {
    (void)text;
    (void)length;
    (void)context;
    fields++;
}

static void take_row(int terminator, void *context) {
    (void)terminator;
    (void)context;
    rows++;
}

int main(int count, char **arguments) {
    static char piece[1 << 16];
    struct csv_parser parser;
    int input = count == 2 ? open(arguments[1], O_RDONLY) : -1;
    ssize_t length;
    if (input < 0 || csv_init(&parser, 0) != 0)
        return 1;
    while ((length = read(input, piece, sizeof piece)) > 0)
        if (csv_parse(&parser, piece, (size_t)length, take_field, take_row, NULL) != (size_t)length)
            return 1;
    csv_fini(&parser, take_field, take_row, NULL);
    csv_free(&parser);
    printf("%lu fields, %lu rows\n", fields, rows);
    return 0;
}
