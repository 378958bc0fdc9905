/* calendar-restrictions FILE...: libical's own check of what a calendar must contain (RFC 5546). */
#include <libical/ical.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static char *read_line(char *room, size_t size, void *file) {
    return fgets(room, (int)size, file);
}

static int faults_of(icalcomponent *component) {
    int faults = icalcomponent_count_errors(component);
    icalproperty *property = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
    for (; property != NULL; property = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY))
        fprintf(stderr, "%s\n", icalproperty_get_xlicerror(property));
    icalcomponent *part = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
    for (; part != NULL; part = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        faults += faults_of(part);
    return faults;
}

int main(int count, char **arguments) {
    int faults = 0;
    for (int i = 1; i < count; i++) {
        FILE *file = fopen(arguments[i], "rb");
        icalparser *parser = icalparser_new();
        if (file == NULL || parser == NULL)
            return 2;
        icalparser_set_gen_data(parser, file);
        icalcomponent *calendar = icalparser_parse(parser, read_line);
        fclose(file);
        icalparser_free(parser);
        if (calendar == NULL) {
            fprintf(stderr, "%s: this is not a calendar\n", arguments[i]);
            return 1;
        }
        bool fits = icalrestriction_check(calendar) != 0;
        int here = faults_of(calendar) + !fits;
        if (here > 0)
            fprintf(stderr, "%s: %d faults\n", arguments[i], here);
        faults += here;
        icalcomponent_free(calendar);
    }
    return faults > 0;
}
