#include "ical_load.h"

#ifdef ICAL_SONAME
#include <dlfcn.h>
#include <stdlib.h>

static void *library;

bool ical_load(void) {
    if (library == NULL)
        library = dlopen(ICAL_SONAME, RTLD_LAZY | RTLD_LOCAL);
    return library != NULL;
}

/* The address of a function, put where `function` points; without it nothing can go on. */
static void find(const char *name, void *function) {
    *(void **)function = ical_load() ? dlsym(library, name) : NULL;
    if (*(void **)function == NULL)
        abort();
}

/* Each function of libical that is used here, under its own name and with its own type, which libical's header checks. */
#define CALL(result, name, parameters, arguments)                                                                           \
    result name parameters {                                                                                                \
        static result(*function) parameters;                                                                                \
        if (function == NULL)                                                                                               \
            find(#name, &function);                                                                                         \
        return function arguments;                                                                                          \
    }
#define CALL_NOTHING(name, parameters, arguments)                                                                           \
    void name parameters {                                                                                                  \
        static void(*function) parameters;                                                                                  \
        if (function == NULL)                                                                                               \
            find(#name, &function);                                                                                         \
        function arguments;                                                                                                 \
    }

CALL_NOTHING(icalcomponent_add_component, (icalcomponent * parent, icalcomponent *child), (parent, child))
CALL_NOTHING(icalcomponent_add_property, (icalcomponent * component, icalproperty *property), (component, property))
CALL(char *, icalcomponent_as_ical_string_r, (icalcomponent * component), (component))
CALL_NOTHING(icalcomponent_free, (icalcomponent * component), (component))
CALL(icalcomponent *, icalcomponent_get_first_component, (icalcomponent * component, icalcomponent_kind kind),
     (component, kind))
CALL(icalproperty *, icalcomponent_get_first_property, (icalcomponent * component, icalproperty_kind kind),
     (component, kind))
CALL(icalcomponent *, icalcomponent_get_next_component, (icalcomponent * component, icalcomponent_kind kind),
     (component, kind))
CALL(icalproperty *, icalcomponent_get_next_property, (icalcomponent * component, icalproperty_kind kind), (component, kind))
CALL(icalcomponent_kind, icalcomponent_isa, (const icalcomponent *component), (component))
CALL(icalcomponent *, icalcomponent_new, (icalcomponent_kind kind), (kind))
CALL_NOTHING(icalcomponent_remove_component, (icalcomponent * parent, icalcomponent *child), (parent, child))
CALL_NOTHING(icalcomponent_remove_property, (icalcomponent * component, icalproperty *property), (component, property))
CALL(int, icaldurationtype_as_int, (struct icaldurationtype duration), (duration))
CALL(struct icaldurationtype, icaldurationtype_from_string, (const char *dur), (dur))
CALL(int, icaldurationtype_is_bad_duration, (struct icaldurationtype d), (d))
CALL_NOTHING(icalmemory_free_buffer, (void *buf), (buf))
CALL(icalparameter *, icalparameter_new_cn, (const char *v), (v))
CALL(icalparameter *, icalparameter_new_related, (icalparameter_related v), (v))
CALL(icalcomponent *, icalparser_parse_string, (const char *str), (str))
CALL_NOTHING(icalproperty_add_parameter, (icalproperty * prop, icalparameter *parameter), (prop, parameter))
CALL(char *, icalproperty_as_ical_string_r, (icalproperty * prop), (prop))
CALL_NOTHING(icalproperty_free, (icalproperty * prop), (prop))
CALL(const char *, icalproperty_get_categories, (const icalproperty *prop), (prop))
CALL(enum icalproperty_class, icalproperty_get_class, (const icalproperty *prop), (prop))
CALL(const char *, icalproperty_get_description, (const icalproperty *prop), (prop))
CALL(struct icaltimetype, icalproperty_get_dtend, (const icalproperty *prop), (prop))
CALL(struct icaltimetype, icalproperty_get_dtstart, (const icalproperty *prop), (prop))
CALL(struct icaltimetype, icalproperty_get_due, (const icalproperty *prop), (prop))
CALL(struct icaldurationtype, icalproperty_get_duration, (const icalproperty *prop), (prop))
CALL(enum icalproperty_status, icalproperty_get_status, (const icalproperty *prop), (prop))
CALL(const char *, icalproperty_get_summary, (const icalproperty *prop), (prop))
CALL(char *, icalproperty_get_value_as_string_r, (const icalproperty *prop), (prop))
CALL(const char *, icalproperty_get_x_name, (icalproperty * prop), (prop))
CALL(icalproperty_kind, icalproperty_isa, (icalproperty * property), (property))
CALL(icalproperty *, icalproperty_new_action, (enum icalproperty_action v), (v))
CALL(icalproperty *, icalproperty_new_calscale, (const char *v), (v))
CALL(icalproperty *, icalproperty_new_categories, (const char *v), (v))
CALL(icalproperty *, icalproperty_new_class, (enum icalproperty_class v), (v))
CALL(icalproperty *, icalproperty_new_color, (const char *v), (v))
CALL(icalproperty *, icalproperty_new_completed, (struct icaltimetype v), (v))
CALL(icalproperty *, icalproperty_new_description, (const char *v), (v))
CALL(icalproperty *, icalproperty_new_dtend, (struct icaltimetype v), (v))
CALL(icalproperty *, icalproperty_new_dtstamp, (struct icaltimetype v), (v))
CALL(icalproperty *, icalproperty_new_dtstart, (struct icaltimetype v), (v))
CALL(icalproperty *, icalproperty_new_due, (struct icaltimetype v), (v))
CALL(icalproperty *, icalproperty_new_lastmodified, (struct icaltimetype v), (v))
CALL(icalproperty *, icalproperty_new_method, (enum icalproperty_method v), (v))
CALL(icalproperty *, icalproperty_new_name, (const char *v), (v))
CALL(icalproperty *, icalproperty_new_organizer, (const char *v), (v))
CALL(icalproperty *, icalproperty_new_percentcomplete, (int v), (v))
CALL(icalproperty *, icalproperty_new_priority, (int v), (v))
CALL(icalproperty *, icalproperty_new_prodid, (const char *v), (v))
CALL(icalproperty *, icalproperty_new_sequence, (int v), (v))
CALL(icalproperty *, icalproperty_new_status, (enum icalproperty_status v), (v))
CALL(icalproperty *, icalproperty_new_summary, (const char *v), (v))
CALL(icalproperty *, icalproperty_new_transp, (enum icalproperty_transp v), (v))
CALL(icalproperty *, icalproperty_new_trigger, (struct icaltriggertype v), (v))
CALL(icalproperty *, icalproperty_new_uid, (const char *v), (v))
CALL(icalproperty *, icalproperty_new_url, (const char *v), (v))
CALL(icalproperty *, icalproperty_new_version, (const char *v), (v))
CALL(icalproperty *, icalproperty_new_x, (const char *v), (v))
CALL_NOTHING(icalproperty_set_sequence, (icalproperty * prop, int v), (prop, v))
CALL_NOTHING(icalproperty_set_x_name, (icalproperty * prop, const char *name), (prop, name))
CALL(int, icaltime_is_utc, (const struct icaltimetype t), (t))
CALL(icaltimezone *, icaltimezone_get_utc_timezone, (void), ())
CALL_NOTHING(icaltimezone_set_builtin_tzdata, (int set), (set))
CALL_NOTHING(set_zone_directory, (const char *path), (path))

#else

bool ical_load(void) {
    return true;
}

#endif
