/*
 * Replaces libical's icaltimezone.c and icaltz-util.c in a browser: UTC is the only zone. ehc uses only times in UTC and
 * times without a zone, and the browser has no table of zones. Without these files the program is a tenth smaller.
 */
#include <libical/ical.h>

struct _icaltimezone {
    const char *id;
};

icaltimezone *icaltimezone_get_utc_timezone(void) {
    static icaltimezone utc = {"UTC"};
    return &utc;
}

/* Only UTC and no zone occur, so nothing changes. */
void icaltimezone_convert_time(struct icaltimetype *time, icaltimezone *from, icaltimezone *to) {
    (void)time, (void)from, (void)to;
}

void icaltimezone_set_builtin_tzdata(int set) {
    (void)set;
}

void set_zone_directory(const char *path) {
    (void)path;
}

/* The zones of a calendar stay its components; nothing is worked out from them. */
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
