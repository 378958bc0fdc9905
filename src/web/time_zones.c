/*
 * libical's time zones, in a browser: UTC alone. ehc writes and compares times of UTC and such as have no zone, and the
 * program's file system has no table of zones; what libical does with them is a tenth of the program. Linked in place of
 * its icaltimezone.c and icaltz-util.c.
 */
#include <libical/ical.h>

struct _icaltimezone {
    const char *id;
};

icaltimezone *icaltimezone_get_utc_timezone(void) {
    static icaltimezone utc = {"UTC"};
    return &utc;
}

/* From UTC or no zone into the same. */
void icaltimezone_convert_time(struct icaltimetype *time, icaltimezone *from, icaltimezone *to) {
    (void)time, (void)from, (void)to;
}

void icaltimezone_set_builtin_tzdata(int set) {
    (void)set;
}

void set_zone_directory(const char *path) {
    (void)path;
}

/* The zones that a calendar brings along are kept as its components, and nothing is worked out from them. */
icalarray *icaltimezone_array_new(void) {
    return icalarray_new(sizeof(icaltimezone), 1);
}

void icaltimezone_array_append_from_vtimezone(icalarray *zones, icalcomponent *zone) {
    (void)zones, (void)zone;
}

void icaltimezone_array_free(icalarray *zones) {
    icalarray_free(zones);
}

icalcomponent *icaltimezone_get_component(icaltimezone *zone) {
    (void)zone;
    return NULL;
}

void icaltimezone_free(icaltimezone *zone, int and_itself) {
    (void)zone, (void)and_itself;
}
